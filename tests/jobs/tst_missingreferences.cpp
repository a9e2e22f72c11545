// SPDX-License-Identifier: MIT
//
// Imports whose rows refer to rows that do not exist: all or nothing with `stop`, all others with `skip`.
#include "workers/jobs/job.h"
#include "workers/jobs/plans.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;

namespace {

const char *const kTables =
    "CREATE TABLE maker(id INTEGER PRIMARY KEY, name TEXT);"
    "CREATE TABLE item(id INTEGER PRIMARY KEY, maker INTEGER REFERENCES maker);"
    "CREATE TABLE part(id INTEGER PRIMARY KEY, item INTEGER REFERENCES item ON DELETE "
    "CASCADE, same INTEGER REFERENCES part);";

} // namespace

class TestMissingReferences : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    QString sqlite(const char *sql, const char *database = "db") const
    {
        QProcess shell;
        shell.start(QStringLiteral("sqlite3"), {path(database), QString::fromUtf8(sql)});
        shell.waitForFinished();
        return QString::fromUtf8(shell.readAllStandardOutput() + shell.readAllStandardError())
            .trimmed()
            .replace(QLatin1Char('\n'), QLatin1Char(' '));
    }
    void write(const char *name, const QByteArray &bytes) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    /// Preview and apply, as `galley import --apply` does.
    Result<JobReport> import(ImportPlan::OnReject onReject, ImportMode mode = ImportMode::Upsert,
                             const char *source = "in") const
    {
        ImportPlan plan;
        plan.source.path = path(source);
        plan.target = {QStringLiteral("sqlite"), path("db"), {}};
        plan.onReject = onReject;
        plan.mode = mode;
        plan.changesetPath = path("c.galleychanges");
        plan.rehearse = false;
        JobContext context;
        RETURN_IF_ERROR(makePreviewJob(plan)->run(context));
        ApplyPlan apply;
        apply.changesetPath = plan.changesetPath;
        apply.target = plan.target;
        apply.onReject = onReject;
        apply.rejectsPath = path("rejects.csv");
        return makeApplyJob(apply)->run(context);
    }
    Result<JobReport> undo() const
    {
        JobContext context;
        return makeUndoJob({path("c.galleychanges"), {QStringLiteral("sqlite"), path("db"), {}}, true})
            ->run(context);
    }
    static QString show(const Result<JobReport> &result)
    {
        return result ? QStringLiteral("ok") : result.error().toString();
    }
    static QStringList shown(const std::vector<Reject> &rejects)
    {
        QStringList lines;
        for (const Reject &reject : rejects)
            lines += QStringLiteral("%1:%2 %3=%4")
                         .arg(reject.table.name)
                         .arg(reject.where.line)
                         .arg(reject.column, reject.value);
        lines.sort();
        return lines;
    }
    QString content() const
    {
        return sqlite("SELECT 'm'||id FROM maker UNION ALL SELECT 'i'||id FROM item UNION ALL "
                      "SELECT 'p'||id FROM part");
    }
    /// item 2 has no maker; so part 2 has no item, and 3 no part 2; 4 is whole.
    void writeFamily() const
    {
        write("in/maker.csv", "id,name\n1,Acme\n");
        write("in/item.csv", "id,maker\n1,1\n2,9\n");
        write("in/part.csv", "id,item,same\n1,1,1\n2,2,2\n3,1,2\n4,,1\n");
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatHangsOnAMissingRowIsLeftOutToo_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("load") << QByteArray();
        QTest::newRow("changes") << QByteArray(
            "INSERT INTO maker VALUES(7,'x'); INSERT INTO item VALUES(7,7);"
            "INSERT INTO part VALUES(7,7,7)");
    }
    void whatHangsOnAMissingRowIsLeftOutToo()
    {
        QFETCH(const QByteArray, before);
        sqlite((QByteArray(kTables) + before).constData());
        const QString old = before.isEmpty() ? QString() : QStringLiteral(" 7");
        writeFamily();
        const QString start = content();
        const auto stopped = import(ImportPlan::OnReject::Stop);
        QVERIFY2(stopped, qPrintable(show(stopped)));
        QVERIFY(!stopped->isApplied && !stopped->rejects.empty());
        QCOMPARE(content(), start);
        const auto report = import(ImportPlan::OnReject::Skip);
        QVERIFY2(report, qPrintable(show(report)));
        QVERIFY(report->isApplied);
        QCOMPARE(content(),
                 before.isEmpty() ? QStringLiteral("m1 i1 p1 p4") : QStringLiteral("m1 m7 i1 i7 p1 p4 p7"));
        QCOMPARE(shown(report->rejects),
                 QStringList({QStringLiteral("item:3 maker=9"), QStringLiteral("part:3 item=2"),
                              QStringLiteral("part:4 same=2")}));
        QCOMPARE(report->totals.rejected, 3);
        QCOMPARE(report->totals.inserted, 4);
        QVERIFY(report->rejects.front().reason.contains(QStringLiteral("has no row with id 9")));
        QCOMPARE(sqlite("PRAGMA foreign_key_check"), QString());
        QFile rejects(path("rejects.csv"));
        QVERIFY(rejects.open(QIODevice::ReadOnly));
        const QByteArray lines = rejects.readAll();
        QVERIFY2(lines.contains("\n2,9\n") && lines.contains("\n2,2,2\n") && lines.contains("\n3,1,2\n"),
                 lines.constData());
        const auto undone = undo();
        QVERIFY2(undone, qPrintable(show(undone)));
        QCOMPARE(content(), start);
    }

    void newTablesTakeTheRest()
    {
        sqlite((QByteArray(kTables)
                + "INSERT INTO maker VALUES(1,'Acme'); INSERT INTO item VALUES(1,1),(2,9);"
                  "INSERT INTO part VALUES(1,1,1),(2,2,2),(3,1,2),(4,NULL,1)")
                   .constData(),
               "source.db");
        ExportPlan plan;
        plan.source = {QStringLiteral("sqlite"), path("source.db"), {}};
        plan.destination = path("bundle");
        JobContext context;
        const auto exported = makeExportJob(plan)->run(context);
        QVERIFY2(exported, qPrintable(show(exported)));
        const auto stopped = import(ImportPlan::OnReject::Stop, ImportMode::Create, "bundle");
        QVERIFY2(stopped, qPrintable(show(stopped)));
        QVERIFY(!stopped->isApplied && !QFile::exists(path("db")));
        const auto report = import(ImportPlan::OnReject::Skip, ImportMode::Create, "bundle");
        QVERIFY2(report, qPrintable(show(report)));
        QVERIFY(report->isApplied);
        QCOMPARE(content(), QStringLiteral("m1 i1 p1 p4"));
        QCOMPARE(report->totals.rejected, 3);
        QCOMPARE(sqlite("PRAGMA foreign_key_check"), QString());
    }

    void aRowThatOthersPointToIsNotDeleted()
    {
        sqlite((QByteArray(kTables)
                + "INSERT INTO maker VALUES(1,'a'),(2,'b'),(3,'c'); INSERT INTO item VALUES(1,1),(2,2)")
                   .constData());
        write("in/maker.csv", "id,name\n1,A\n4,d\n");
        const auto report = import(ImportPlan::OnReject::Skip, ImportMode::Mirror);
        QVERIFY2(report, qPrintable(show(report)));
        QVERIFY(report->isApplied);
        QCOMPARE(sqlite("SELECT id||name FROM maker"), QStringLiteral("1A 2b 4d"));
        QCOMPARE(sqlite("SELECT id||':'||maker FROM item"), QStringLiteral("1:1 2:2"));
        QCOMPARE(shown(report->rejects), QStringList(QStringLiteral("maker:0 id=2")));
        QVERIFY(report->rejects[0].reason.contains(QStringLiteral("rows of item still point to")));
        QVERIFY(undo());
        QCOMPARE(sqlite("SELECT id||name FROM maker"), QStringLiteral("1a 2b 3c"));
    }

    void anUpdateThatPointsNowhereLeavesTheOldRow()
    {
        sqlite((QByteArray(kTables)
                + "INSERT INTO maker VALUES(1,'a'); INSERT INTO item VALUES(1,1),(2,NULL),(3,1)")
                   .constData());
        write("in/item.csv", "id,maker\n1,5\n2,1\n");
        const auto report = import(ImportPlan::OnReject::Skip);
        QVERIFY2(report, qPrintable(show(report)));
        QCOMPARE(sqlite("SELECT id||':'||maker FROM item"), QStringLiteral("1:1 2:1 3:1"));
        QCOMPARE(shown(report->rejects), QStringList(QStringLiteral("item:2 maker=5")));
    }

    void whatPointedNowhereBeforeStaysAsItIs()
    {
        sqlite((QByteArray(kTables) + "INSERT INTO item VALUES(1,8)").constData());
        write("in/maker.csv", "id,name\n1,a\n");
        write("in/item.csv", "id,maker\n1,8\n2,1\n3,8\n");
        const auto report = import(ImportPlan::OnReject::Skip);
        QVERIFY2(report, qPrintable(show(report)));
        QCOMPARE(sqlite("SELECT id||':'||maker FROM item"), QStringLiteral("1:8 2:1"));
        QCOMPARE(shown(report->rejects), QStringList(QStringLiteral("item:4 maker=8")));
    }

    void theRehearsalOfAPreviewTellsThemToo()
    {
        sqlite(kTables);
        writeFamily();
        ImportPlan plan;
        plan.source.path = path("in");
        plan.target = {QStringLiteral("sqlite"), path("db"), {}};
        plan.onReject = ImportPlan::OnReject::Skip;
        plan.changesetPath = path("c.galleychanges");
        JobContext context;
        const auto report = makePreviewJob(plan)->run(context);
        QVERIFY2(report, qPrintable(show(report)));
        QCOMPARE(report->totals.rejected, 3);
        QCOMPARE(report->totals.inserted, 4);
        QCOMPARE(content(), QString());
    }
};

QTEST_GUILESS_MAIN(TestMissingReferences)
#include "tst_missingreferences.moc"
