// SPDX-License-Identifier: MIT
#include "tests/support/support.h"
#include "workers/changes/loadrows.h"
#include "workers/jobs/job.h"
#include "workers/jobs/plans.h"
#include "workers/jobs/repairjob.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace galley;

namespace {

class TstPreview : public QObject
{
    Q_OBJECT

private:
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return file.fileName();
    }
    QString database(const QString &name, const QByteArray &sql)
    {
        const QString path = m_folder->filePath(name);
        sqlite3 *db = nullptr;
        sqlite3_open(QFile::encodeName(path).constData(), &db);
        if (sqlite3_exec(db, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(db));
        sqlite3_close(db);
        return path;
    }
    ImportPlan plan(const QString &source, const QString &target)
    {
        ImportPlan import;
        import.source.path = source;
        import.target.engine = QStringLiteral("sqlite");
        import.target.location = target;
        import.changesetPath = m_folder->filePath(QStringLiteral("c.galleychanges"));
        import.rehearse = false;
        return import;
    }
    static Result<JobReport> run(const ImportPlan &import)
    {
        JobContext context;
        return makePreviewJob(import)->run(context);
    }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("GALLEY_HOME", QFile::encodeName(m_folder->filePath(QStringLiteral("home"))));
    }

    void aFileIsComparedWithItsTableAndTheTableStaysAsItIs()
    {
        const QString target =
            database(QStringLiteral("t.db"),
                     "CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT, price NUMERIC(10,2));"
                     "INSERT INTO t VALUES(1,'a',1.5),(2,'b',2),(3,'c',3);");
        const QByteArray before = content(target);
        ImportPlan import =
            plan(write(QStringLiteral("t.csv"), "id,name,price\n1,a,1.50\n4,d,4\n2,B,2.00\n"), target);
        import.mode = ImportMode::Mirror;
        const auto report = run(import);
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().toString()));
        QCOMPARE(report->totals, (RowCounts{3, 1, 1, 1, 1, 0, 0}));
        QCOMPARE(report->tables[0].kind, QStringLiteral("changes"));
        QCOMPARE(content(target), before);
        const auto changes = ChangeSet::open(import.changesetPath);
        QVERIFY(changes.isOk());
        QCOMPARE((*changes)->tables()[0].changeCount, 3);
    }

    void rejectsHaveLineColumnValueAndReason()
    {
        const QString target = database(QStringLiteral("t.db"),
                                        "CREATE TABLE t(id INTEGER PRIMARY KEY, qty INTEGER NOT NULL);"
                                        "INSERT INTO t VALUES(1,1);");
        ImportPlan import = plan(write(QStringLiteral("t.csv"), "id,qty\n1,1\n2,x\n3,\n4,4\n4,5\n"), target);
        import.rejectsPath = m_folder->filePath(QStringLiteral("rejects.csv"));
        const auto report = run(import);
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().toString()));
        QCOMPARE(report->totals.rejected, 3);
        QCOMPARE(report->rejects.size(), size_t{3});
        QCOMPARE(report->rejects[0].where.line, 3);
        QCOMPARE(report->rejects[0].column, QStringLiteral("qty"));
        QCOMPARE(report->rejects[0].value, QStringLiteral("x"));
        QCOMPARE(report->rejects[2].kind, ErrorKind::Duplicate);
        QVERIFY(content(import.rejectsPath).startsWith("id,qty\n2,x\n3,\n"));
    }

    void anUnknownFileMakesATableWithItsTypes()
    {
        ImportPlan import = plan(write(QStringLiteral("new.csv"), "id,day\n1,2024-01-01\n2,2024-01-02\n"),
                                 m_folder->filePath(QStringLiteral("none.db")));
        const auto report = run(import);
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().toString()));
        QCOMPARE(report->tables[0].kind, QStringLiteral("create"));
        QCOMPARE(report->totals.rows, 2);
        QVERIFY(!QFile::exists(import.target.location));
        const auto changes = ChangeSet::open(import.changesetPath);
        QVERIFY(changes.isOk());
        const ChangeSetTable &table = (*changes)->tables()[0];
        QCOMPARE(table.target.shape.columns[0].type, LogicalType::Integer);
        QCOMPARE(table.load.sha256.size(), 64);

        class Rejects final : public RejectSink
        {
            void reject(Reject /*reject*/) override { }
        } rejects;
        auto rows = openLoad(table, rejects);
        QVERIFY(rows.isOk());
        QCOMPARE(test::readAllRows(**rows), QByteArray("1|'2024-01-01'\n2|'2024-01-02'\n"));
        write(QStringLiteral("new.csv"), "id,day\n1,2024-01-01\n2,2024-01-03\n");
        auto changed = openLoad(table, rejects);
        QVERIFY(changed.isOk());
        QVERIFY(test::readAllRows(**changed).contains("conflict: the source was changed since the preview"));
    }

    void aFolderOfFilesIsManyTables()
    {
        QDir(m_folder->path()).mkdir(QStringLiteral("in"));
        write(QStringLiteral("in/a.csv"), "id\n1\n");
        write(QStringLiteral("in/b.csv"), "id\n1\n2\n");
        write(QStringLiteral("in/readme.md"), "no table");
        const auto report =
            run(plan(m_folder->filePath(QStringLiteral("in")), m_folder->filePath(QStringLiteral("n.db"))));
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().toString()));
        QCOMPARE(report->tables.size(), size_t{2});
        QCOMPARE(report->totals.rows, 3);
        QVERIFY(!report->warnings.empty());
    }

    void twoDatabasesAreCompared()
    {
        const QByteArray schema = "CREATE TABLE t(a INTEGER, b TEXT, v, PRIMARY KEY(a, b)) WITHOUT ROWID;"
                                  "CREATE TABLE nokey(v);";
        DiffPlan diff;
        diff.left.path = database(QStringLiteral("l.db"),
                                  schema
                                      + "INSERT INTO t VALUES(1,'x',1),(1,'y',2.5),(2,'x',NULL);"
                                        "INSERT INTO nokey VALUES(1),(1),('1');");
        diff.right.path = database(QStringLiteral("r.db"),
                                   schema
                                       + "CREATE TABLE extra(z); INSERT INTO extra VALUES(1);"
                                         "INSERT INTO t VALUES(1,'x','1'),(1,'y',2.5),(3,'x',NULL);"
                                         "INSERT INTO nokey VALUES(1),(2);");
        diff.changesetPath = m_folder->filePath(QStringLiteral("d.galleychanges"));
        JobContext context;
        const auto report = makeDiffJob(diff)->run(context);
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().toString()));
        for (const TableReport &table : report->tables)
            QCOMPARE(table.counts,
                     table.table.name == QLatin1String("t") ? (RowCounts{3, 1, 1, 1, 1, 0, 0})
                                                            : (RowCounts{3, 2, 0, 1, 1, 0, 0}));
        QVERIFY(std::any_of(report->warnings.begin(), report->warnings.end(), [](const Error &warning) {
            return warning.message.contains(QStringLiteral("extra"))
                && warning.message.contains(QStringLiteral("1 rows"));
        }));
    }

    void differencesOfTheTablesThemselvesAreTold()
    {
        const QString source = database(
            QStringLiteral("s.db"),
            "CREATE TABLE p(id INTEGER PRIMARY KEY);"
            "CREATE TABLE t(id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL, p INTEGER REFERENCES p(id)"
            " ON DELETE CASCADE, same TEXT);CREATE UNIQUE INDEX tn ON t(name);"
            "INSERT INTO t VALUES(1,'a',NULL,'x');");
        const QString target = database(QStringLiteral("t.db"),
                                        "CREATE TABLE p(id INTEGER PRIMARY KEY);"
                                        "CREATE TABLE t(id INTEGER PRIMARY KEY, name VARCHAR(50), p INTEGER, "
                                        "same TEXT, own INT DEFAULT 7);"
                                        "CREATE INDEX tn ON t(name); INSERT INTO t(id, name) VALUES(1,'b');");
        const ImportPlan import = plan(source, target);
        const auto report = run(import);
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().toString()));
        const auto changes = ChangeSet::open(import.changesetPath);
        QVERIFY(changes.isOk());
        const auto &tables = (*changes)->tables();
        QVERIFY(tables[0].schema.empty());
        QStringList told;
        for (const SchemaDifference &difference : tables[1].schema)
            told += QStringList{difference.kind, difference.name, difference.source, difference.target}.join(
                QLatin1Char('|'));
        QCOMPARE(told,
                 (QStringList{QStringLiteral("column|name|VARCHAR(20) NOT NULL|VARCHAR(50)"),
                              QStringLiteral("column|own||INT DEFAULT 7"),
                              QStringLiteral("foreign key|p|to p (id), on delete cascade|"),
                              QStringLiteral("unique|name|yes|"), QStringLiteral("index|name||yes")}));
    }

    void repairedRowsJoinAndTheOthersKeepTheirReason()
    {
        const QString target = database(QStringLiteral("t.db"),
                                        "CREATE TABLE t(id INTEGER PRIMARY KEY, qty INTEGER, note TEXT);"
                                        "INSERT INTO t VALUES(1,1,'one'),(2,2,NULL);");
        // A line end and a separator in a value, an empty text beside NULL, and a row that is none.
        ImportPlan import = plan(write(QStringLiteral("t.csv"),
                                       "id;qty;note\n1;x;\"a\nb;c\"\n2;2;\"\"\n3;y;\n"
                                       "4;4\n5;z;e\n6;6;\xc3\xa4\n"),
                                 target);
        import.onReject = ImportPlan::OnReject::Skip;
        const auto first = run(import);
        QVERIFY2(first.isOk(), first ? "" : qPrintable(first.error().toString()));
        QCOMPARE(first->totals.rejected, 4);
        RepairPlan repair;
        repair.changesetPath = import.changesetPath;
        repair.repairs[2][QStringLiteral("qty")] = QStringLiteral("11");
        repair.repairs[5][QStringLiteral("qty")] = std::nullopt;
        repair.repairs[7][QStringLiteral("qty")] = QStringLiteral("still not");
        const auto source = std::make_shared<RepairedSource>();
        JobContext context;
        const auto written = makeRepairJob(repair, source)->run(context);
        QVERIFY2(written.isOk(), written ? "" : qPrintable(written.error().toString()));
        QCOMPARE(written->totals.rows, 3);
        QCOMPARE(content(import.source.path).count('\n'), 8); // the file itself is as it was
        ImportPlan again = import;
        again.source.path = source->path;
        again.source.format = source->formatId;
        again.source.options = source->options;
        again.table = source->table;
        again.changesetPath = m_folder->filePath(QStringLiteral("again.galleychanges"));
        const auto second = run(again);
        QVERIFY2(second.isOk(), second ? "" : qPrintable(second.error().toString()));
        QCOMPARE(second->totals.rejected, 2);
        QCOMPARE(second->rejects[0].where.line, 6);
        QCOMPARE(second->rejects[1].value, QStringLiteral("still not"));
        QCOMPARE(second->totals.inserted, 2); // 3 and 6
        QCOMPARE(second->totals.updated, 2); // 1, and 2, whose note is an empty text
        JobContext applying;
        ApplyPlan apply;
        apply.changesetPath = again.changesetPath;
        apply.target = again.target;
        apply.onReject = ImportPlan::OnReject::Skip;
        const auto applied = makeApplyJob(apply)->run(applying);
        QVERIFY2(applied.isOk(), applied ? "" : qPrintable(applied.error().toString()));
        sqlite3 *db = nullptr;
        sqlite3_open(QFile::encodeName(target).constData(), &db);
        QByteArray rows;
        const auto take = [](void *out, int, char **values, char **) {
            *static_cast<QByteArray *>(out) += QByteArray(values[0]) + '\n';
            return 0;
        };
        sqlite3_exec(db, "SELECT id || '|' || quote(qty) || '|' || quote(note) FROM t ORDER BY id", take,
                     &rows, nullptr);
        sqlite3_close(db);
        QCOMPARE(rows, QByteArray("1|11|'a\nb;c'\n2|2|''\n3|NULL|NULL\n6|6|'\xc3\xa4'\n"));
    }

    void ofAFileOnlyMissingColumnsAreTold()
    {
        const QString target = database(QStringLiteral("t.db"),
                                        "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b TEXT NOT NULL "
                                        "DEFAULT ''); INSERT INTO t VALUES(1,'a','b');");
        ImportPlan import = plan(write(QStringLiteral("t.csv"), "id,a,more\n1,A,x\n"), target);
        import.map.insert(QStringLiteral("more"), QString());
        const auto report = run(import);
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().toString()));
        const auto changes = ChangeSet::open(import.changesetPath);
        QVERIFY(changes.isOk());
        QCOMPARE((*changes)->tables()[0].schema,
                 (std::vector<SchemaDifference>{{QStringLiteral("column"),
                                                 QStringLiteral("b"),
                                                 {},
                                                 QStringLiteral("TEXT NOT NULL DEFAULT ''")}}));
    }

    void aDatabaseIsTheSameAsItself()
    {
        const QString path = test::samplePath(QStringLiteral("databases/chinook.sqlite"));
        if (path.isEmpty())
            QSKIP("no sample databases");
        DiffPlan diff;
        diff.left.path = path;
        diff.right.path = path;
        diff.changesetPath = m_folder->filePath(QStringLiteral("d.galleychanges"));
        JobContext context;
        const auto report = makeDiffJob(diff)->run(context);
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().toString()));
        QVERIFY(!report->totals.hasDifferences());
        QCOMPARE(report->totals.rows, report->totals.unchanged);
        QVERIFY(report->totals.rows > 15000);
    }

    void aCancelledPreviewLeavesNoChangeSet()
    {
        std::stop_source stop;
        stop.request_stop();
        ImportPlan import =
            plan(write(QStringLiteral("t.csv"), "id\n1\n"), m_folder->filePath(QStringLiteral("n.db")));
        JobContext context(stop.get_token());
        const auto report = makePreviewJob(import)->run(context);
        QVERIFY(!report.isOk());
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
        QVERIFY(!QFile::exists(import.changesetPath));
    }

    void badPlansAreRefused_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("word");
        QTest::newRow("unknown column") << QByteArray("id,colour\n1,x\n") << ErrorKind::Schema << "colour";
        QTest::newRow("no key") << QByteArray("name\nx\n") << ErrorKind::Schema << "key";
        QTest::newRow("case only") << QByteArray("id,ID\n1,2\n") << ErrorKind::Duplicate << "ID";
    }
    void badPlansAreRefused()
    {
        QFETCH(QByteArray, csv);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, word);
        const QString target = database(QStringLiteral("t.db"),
                                        "CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT);"
                                        "INSERT INTO t VALUES(1,'a');");
        const auto report = run(plan(write(QStringLiteral("t.csv"), csv), target));
        QVERIFY(!report.isOk());
        QCOMPARE(report.error().kind, kind);
        QVERIFY2(report.error().message.contains(word), qPrintable(report.error().toString()));
    }
};

} // namespace

QTEST_GUILESS_MAIN(TstPreview)
#include "tst_preview.moc"
