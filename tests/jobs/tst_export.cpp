// SPDX-License-Identifier: MIT
//
// The export job and its pump: order, selection, parts, failures, on real databases.
#include "tests/support/support.h"

#include "workers/engines/engine.h"
#include "workers/jobs/exportjob.h"
#include "workers/jobs/job.h"
#include "workers/jobs/plans.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;
using namespace galley::test;

namespace {

void sqlite(const QString &database, const char *sql)
{
    QProcess shell;
    shell.start(QStringLiteral("sqlite3"), {database, QString::fromUtf8(sql)});
    QVERIFY(shell.waitForFinished(60'000));
    QCOMPARE(shell.readAllStandardError(), QByteArray());
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    ExportPlan planTo(const char *destination, const char *format = "csv") const
    {
        ExportPlan plan;
        plan.source = {QStringLiteral("sqlite"), path("db"), {}};
        plan.destination = path(destination);
        plan.format = QString::fromLatin1(format);
        if (isSingleFileDestination(plan.destination))
            plan.bundle.clear();
        return plan;
    }
    static Result<JobReport> run(const ExportPlan &plan, std::stop_token stop = {},
                                 JobContext::OnProgress onProgress = {})
    {
        JobContext context(std::move(stop), std::move(onProgress));
        return makeExportJob(plan)->run(context);
    }
    static QString show(const Result<JobReport> &result)
    {
        return result ? QStringLiteral("ok") : result.error().toString();
    }

    static void destinations()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("bundle");
        QTest::newRow("file") << QStringLiteral("t.csv") << QString();
        QTest::newRow("gzip") << QStringLiteral("t.csv.gz") << QString();
        QTest::newRow("folder") << QStringLiteral("out") << QStringLiteral("galley");
        QTest::newRow("zip") << QStringLiteral("out.zip") << QStringLiteral("galley");
        QTest::newRow("Kuzu") << QStringLiteral("graph") << QStringLiteral("kuzu");
        QTest::newRow("OrientDB") << QStringLiteral("db.json.gz") << QStringLiteral("orientdb");
        QTest::newRow("OpenMetadata") << QStringLiteral("meta") << QStringLiteral("openmetadata");
    }
    /// Of the row of destinations(): an export that replaces another.
    ExportPlan overAnOldExport() const
    {
        QFETCH(const QString, name);
        QFETCH(const QString, bundle);
        ExportPlan plan = planTo(name.toLatin1().constData());
        plan.bundle = bundle;
        if (bundle == QLatin1String("orientdb") || bundle == QLatin1String("openmetadata"))
            plan.format.clear();
        sqlite(path("db"),
               "CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT);"
               "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<3000)"
               " INSERT INTO t SELECT i, 'row ' || i FROM n");
        const auto old = run(plan);
        if (!old)
            QTest::qFail(qPrintable(show(old)), __FILE__, __LINE__);
        sqlite(path("db"), "UPDATE t SET v = 'changed ' || id; ALTER TABLE t ADD COLUMN w TEXT");
        plan.overwrite = true;
        return plan;
    }
    static QStringList filesBelow(const QString &at)
    {
        if (!QFileInfo(at).isDir())
            return QFileInfo::exists(at) ? QStringList{at} : QStringList();
        QStringList files;
        QDirIterator below(at, QDir::Files, QDirIterator::Subdirectories);
        while (below.hasNext())
            files += below.next();
        files.sort();
        return files;
    }
    static QByteArray contentOf(const QString &at)
    {
        QByteArray all;
        for (const QString &file : filesBelow(at))
            all += bytesOf(file);
        return all;
    }
    /// A bit in the middle of the largest file.
    static void damage(const QString &at)
    {
        QStringList files = filesBelow(at);
        QVERIFY(!files.isEmpty());
        std::sort(files.begin(), files.end(), [](const QString &a, const QString &b) {
            return QFileInfo(a).size() < QFileInfo(b).size();
        });
        QFile file(files.back());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 middle = file.size() / 2;
        char byte = 0;
        QVERIFY(file.seek(middle) && file.getChar(&byte) && file.seek(middle));
        QVERIFY(file.putChar(static_cast<char>(byte ^ 1)));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    /// Whatever the number of workers and wherever rows are missing: the bytes of one thread.
    void anyNumberOfWorkersWritesTheSameBytes_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"csv", "sql", "json", "jsonl"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }
    void anyNumberOfWorkersWritesTheSameBytes()
    {
        QFETCH(const QString, format);
        sqlite(path("db"),
               "CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT);"
               "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<150000)"
               " INSERT INTO t SELECT i, 'row ' || i FROM n");
        QByteArray expected;
        for (const int workers : {1, 2, 5}) {
            for (const char *condition : {"id > 70000", "id < 1", "id = 149999"}) {
                ExportPlan plan = planTo("out.x", format.toLatin1().constData());
                plan.bundle.clear();
                plan.where = {{QStringLiteral("t"), QString::fromLatin1(condition)}};
                plan.workers = workers;
                plan.overwrite = true;
                const auto report = run(plan);
                if (!report && report.error().kind == ErrorKind::Unsupported
                    && format.startsWith(QLatin1Char('j')))
                    QSKIP("this format is not there");
                QVERIFY2(report, qPrintable(show(report)));
                const QByteArray bytes = bytesOf(path("out.x"));
                if (workers == 1)
                    expected += bytes;
                else
                    QVERIFY2(expected.contains(bytes), bytes.left(200).constData());
                if (format == QLatin1String("json"))
                    QVERIFY2(bytes.startsWith('[') && !bytes.contains("[,") && bytes.trimmed().endsWith(']'),
                             bytes.left(100).constData());
            }
        }
    }

    void rowsOfAllPartsComeInOrder()
    {
        sqlite(path("db"),
               "CREATE TABLE t(id INTEGER PRIMARY KEY);"
               "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<200000)"
               " INSERT INTO t SELECT i FROM n; DELETE FROM t WHERE id BETWEEN 20000 AND 120000");
        const auto report = run(planTo("t.csv"));
        QVERIFY2(report, qPrintable(show(report)));
        QCOMPARE(report->totals.rows, 99'999);
        QByteArray expected = "id\n";
        for (int i = 1; i <= 200'000; ++i) {
            if (i < 20'000 || i > 120'000)
                expected += QByteArray::number(i) + '\n';
        }
        QCOMPARE(bytesOf(path("t.csv")), expected);
        QCOMPARE(report->tables[0].bytes, expected.size());
    }

    void parentsComeFirstAndShadowTablesStay()
    {
        sqlite(path("db"),
               "CREATE TABLE child(id INTEGER PRIMARY KEY, p INTEGER REFERENCES parent(id));"
               "CREATE TABLE parent(id INTEGER PRIMARY KEY); CREATE VIRTUAL TABLE f USING fts5(body);"
               "INSERT INTO f VALUES('hello'); INSERT INTO parent VALUES(1); CREATE VIEW v AS SELECT 1");
        const auto report = run(planTo("out"));
        QVERIFY2(report, qPrintable(show(report)));
        QStringList names;
        for (const TableReport &table : report->tables)
            names += table.table.name;
        QVERIFY(names.indexOf(QStringLiteral("parent")) < names.indexOf(QStringLiteral("child")));
        names.sort();
        QCOMPARE(names,
                 QStringList({QStringLiteral("child"), QStringLiteral("f"), QStringLiteral("parent")}));
    }

    void tablesAreChosenLeftOutAndFiltered()
    {
        sqlite(path("db"),
               "CREATE TABLE a(x INTEGER); CREATE TABLE b(x INTEGER); CREATE TABLE c(x INTEGER);"
               "INSERT INTO a VALUES(1),(2),(3)");
        ExportPlan plan = planTo("out");
        plan.tables = {QStringLiteral("a"), QStringLiteral("main.b"), QStringLiteral("C")};
        plan.excluded = {QStringLiteral("b")};
        plan.where = {{QStringLiteral("a"), QStringLiteral("x > 1")}};
        const auto report = run(plan);
        QVERIFY2(report, qPrintable(show(report)));
        QCOMPARE(report->tables.size(), size_t(2));
        QCOMPARE(report->totals.rows, 2);
        plan.excluded.clear();
        plan.where = {{QStringLiteral("d"), QStringLiteral("1")}};
        QCOMPARE(run(plan).error().kind, ErrorKind::Usage);
        plan.where = {{QStringLiteral("a"), QStringLiteral("1); DROP TABLE b; --")}};
        plan.overwrite = true;
        QVERIFY(!run(plan));
        QCOMPARE(run(planTo("b.csv")).error().kind, ErrorKind::Usage); // three tables, one file
    }

    void aQueryIsATable()
    {
        sqlite(path("db"), "CREATE TABLE a(x INTEGER); INSERT INTO a VALUES(1),(2),(3)");
        ExportPlan plan = planTo("sums.csv");
        plan.queries = {{QStringLiteral("SELECT sum(x) AS s, count(*) AS n FROM a"), QStringLiteral("sums")}};
        const auto report = run(plan);
        QVERIFY2(report, qPrintable(show(report)));
        QCOMPARE(bytesOf(path("sums.csv")), QByteArray("s,n\n6,3\n"));
        plan.queries = {{QStringLiteral("DELETE FROM a"), QStringLiteral("x")}};
        plan.overwrite = true;
        QCOMPARE(run(plan).error().kind, ErrorKind::UnsafeStatement);
        QCOMPARE(bytesOf(path("sums.csv")), QByteArray("s,n\n6,3\n"));
    }

    void aFailureLeavesTheOldFile()
    {
        sqlite(path("db"), "CREATE TABLE t(x); INSERT INTO t VALUES(1)");
        QFile old(path("t.csv"));
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        QCOMPARE(run(planTo("t.csv")).error().kind, ErrorKind::CannotCreate);
        ExportPlan plan = planTo("t.csv");
        plan.overwrite = true;
        plan.where = {{QStringLiteral("t"), QStringLiteral("no_such_column = 1")}};
        QVERIFY(!run(plan));
        QCOMPARE(bytesOf(path("t.csv")), QByteArray("old"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files),
                 QStringList({QStringLiteral("db"), QStringLiteral("t.csv")}));
        plan.where.clear();
        QVERIFY(run(plan));
        QCOMPARE(bytesOf(path("t.csv")), QByteArray("x\n1\n"));
    }

    void aCancelledExportLeavesNothing()
    {
        sqlite(path("db"),
               "CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT);"
               "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<300000)"
               " INSERT INTO t SELECT i, hex(randomblob(30)) FROM n");
        for (const char *destination : {"t.csv", "out", "out.zip", "t.csv.gz"}) {
            std::stop_source stop;
            const auto report = run(planTo(destination), stop.get_token(), [&](const JobProgress &progress) {
                if (progress.rows > 0)
                    stop.request_stop();
            });
            QVERIFY(!report);
            QCOMPARE(report.error().kind, ErrorKind::Cancelled);
            QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                     QStringList(QStringLiteral("db")));
        }
    }

    void nothingHasItsNameBeforeItWasReadBack_data() { destinations(); }
    void nothingHasItsNameBeforeItWasReadBack()
    {
        const ExportPlan plan = overAnOldExport();
        const QByteArray old = contentOf(plan.destination);
        QVERIFY(!old.isEmpty());
        std::stop_source stop;
        int seen = 0;
        const auto report = run(plan, stop.get_token(), [&](const JobProgress &progress) {
            if (progress.phase != QLatin1String("Verifying"))
                return;
            ++seen;
            QVERIFY(QFileInfo::exists(plan.destination + QStringLiteral(".part")));
            QCOMPARE(contentOf(plan.destination), old);
            stop.request_stop();
        });
        QVERIFY(seen > 0);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
        QVERIFY2(report.error().hint.contains(QStringLiteral("not put in place")), qPrintable(show(report)));
        QCOMPARE(contentOf(plan.destination), old);
        QVERIFY(!QFileInfo::exists(plan.destination + QStringLiteral(".part")));
        const auto again = run(plan);
        QVERIFY2(again, qPrintable(show(again)));
        QVERIFY(contentOf(plan.destination) != old);
    }

    void whatWasDamagedOnTheDiskGetsNoName_data() { destinations(); }
    void whatWasDamagedOnTheDiskGetsNoName()
    {
        const ExportPlan plan = overAnOldExport();
        const QByteArray old = contentOf(plan.destination);
        const auto report = run(plan, {}, [&](const JobProgress &progress) {
            if (progress.phase == QLatin1String("Verifying") && progress.bytes == 0)
                damage(plan.destination + QStringLiteral(".part"));
        });
        QVERIFY(!report);
        const ErrorKind kind = report.error().kind;
        QVERIFY2(kind == ErrorKind::Checksum || kind == ErrorKind::Malformed || kind == ErrorKind::Truncated,
                 qPrintable(show(report)));
        QCOMPARE(report.error().where.file, plan.destination);
        QVERIFY2(report.error().hint.contains(QStringLiteral("not put in place")), qPrintable(show(report)));
        QCOMPARE(contentOf(plan.destination), old);
        QVERIFY(!QFileInfo::exists(plan.destination + QStringLiteral(".part")));
    }

    void largeValuesPassOneAfterTheOther()
    {
        sqlite(path("db"),
               "CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT);"
               "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<40)"
               " INSERT INTO t SELECT i*30000, hex(zeroblob(1000000)) FROM n");
        const auto report = run(planTo("t.csv"));
        QVERIFY2(report, qPrintable(show(report)));
        QCOMPARE(report->totals.rows, 40);
        QVERIFY(report->tables[0].bytes > 80'000'000);
    }

    void progressEndsWithAllRows()
    {
        sqlite(path("db"), "CREATE TABLE a(x); CREATE TABLE b(x); INSERT INTO a VALUES(1),(2)");
        JobProgress last;
        int done = 0;
        QVERIFY(run(planTo("out"), {}, [&](const JobProgress &progress) {
            if (progress.isTableDone) {
                ++done;
                last = progress;
            }
        }));
        QCOMPARE(done, 2);
        QCOMPARE(last.rows, 2);
        QCOMPARE(last.tableIndex, 1);
        QCOMPARE(last.tableCount, 2);
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
