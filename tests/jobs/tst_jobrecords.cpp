// SPDX-License-Identifier: MIT
//
// What a job leaves in the state folder while it runs, and what is made of it when its program was killed.
#include "workers/jobs/applyjob.h"
#include "workers/jobs/history.h"
#include "workers/jobs/jobrecords.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;

namespace {

QByteArray sqlite(const QString &database, const QString &sql)
{
    QProcess process;
    process.start(QStringLiteral("sqlite3"), {database, sql});
    process.waitForFinished(60'000);
    return process.readAllStandardOutput() + process.readAllStandardError();
}

/// Does `what` while it runs, before the job inside does its work.
class WatchedJob final : public Job
{
public:
    WatchedJob(std::unique_ptr<Job> job, std::function<void()> what)
        : m_job(std::move(job))
        , m_what(std::move(what))
    {
    }
    QString title() const override { return m_job->title(); }
    Result<JobReport> run(JobContext &context) override
    {
        m_what();
        return m_job->run(context);
    }

private:
    std::unique_ptr<Job> m_job;
    std::function<void()> m_what;
};

} // namespace

class TestJobRecords : public QObject
{
    Q_OBJECT

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QDir records() const { return QDir(path("home/running")); }
    DatabaseRef shop() const { return {QStringLiteral("sqlite"), path("shop.sqlite"), {}}; }
    ExportPlan exportPlan() const
    {
        ExportPlan plan;
        plan.source = shop();
        plan.destination = path("out.csv");
        plan.bundle.clear();
        plan.tables = QStringList{QStringLiteral("t")};
        plan.where.insert(QStringLiteral("t"), QStringLiteral("id > 1"));
        plan.options.set(QStringLiteral("delimiter"), QStringLiteral(";"));
        return plan;
    }
    /// As if the program had been killed at the end: its record is there, and nobody holds it.
    void runAndLeaveTheRecord(std::unique_ptr<Job> job, const JobRecord &record)
    {
        QByteArray bytes;
        QString name;
        const auto keep = [&] {
            const QStringList names = records().entryList({QStringLiteral("*.json")});
            QCOMPARE(names.size(), 1);
            name = names.constFirst();
            QFile file(records().filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            bytes = file.readAll();
        };
        JobContext context;
        const auto whole = recorded(std::make_unique<WatchedJob>(std::move(job), keep), record);
        const Result<JobReport> done = whole->run(context);
        QVERIFY2(done.isOk(), done.isOk() ? "" : qPrintable(done.error().toString()));
        QVERIFY(records().entryList({QStringLiteral("*.json")}).isEmpty());
        QFile file(records().filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QString preview()
    {
        QFile csv(path("t.csv"));
        if (!csv.open(QIODevice::WriteOnly) || csv.write("id,v\n1,uno\n9,nine\n") < 0)
            qFatal("cannot write");
        csv.close();
        ImportPlan plan;
        plan.source.path = path("t.csv");
        plan.target = shop();
        plan.table = QStringLiteral("t");
        choosePlace(plan);
        JobContext context;
        const Result<JobReport> made = makePreviewJob(plan)->run(context);
        if (!made)
            qFatal("%s", qPrintable(made.error().toString()));
        return made->changesetPath;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("GALLEY_HOME", path("home").toUtf8());
        QCOMPARE(sqlite(path("shop.sqlite"),
                        QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT);"
                                       "INSERT INTO t VALUES (1,'one'),(2,'two'),(3,'three')")),
                 QByteArray());
    }

    void aJobThatRunsIsNotInterrupted()
    {
        int recordsInside = -1;
        size_t interruptedInside = 99;
        const auto look = [&] {
            recordsInside = static_cast<int>(records().entryList({QStringLiteral("*.json")}).size());
            interruptedInside = readInterrupted().size();
        };
        JobContext context;
        const auto job =
            recorded(std::make_unique<WatchedJob>(makeExportJob(exportPlan()), look), recordOf(exportPlan()));
        QVERIFY(job->run(context).isOk());
        QCOMPARE(recordsInside, 1);
        QCOMPARE(interruptedInside, size_t(0));
        QVERIFY(records().entryList({QStringLiteral("*.json")}).isEmpty());
    }

    void aJobThatFailsLeavesNoRecord()
    {
        ExportPlan plan = exportPlan();
        plan.destination = QStringLiteral("/proc/no/out.csv");
        JobContext context;
        QVERIFY(!recorded(makeExportJob(plan), recordOf(plan))->run(context).isOk());
        QVERIFY(records().entryList({QStringLiteral("*.json")}).isEmpty());
    }

    void anExportComesBackWithItsPlan()
    {
        runAndLeaveTheRecord(makeExportJob(exportPlan()), recordOf(exportPlan()));
        const QByteArray whole = [this] {
            QFile file(path("out.csv"));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }();
        QCOMPARE(whole, QByteArray("id;v\n2;two\n3;three\n"));
        const std::vector<InterruptedJob> found = readInterrupted();
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found[0].record.kind, JobRecord::Kind::Export);
        QVERIFY(found[0].record.title.contains(QStringLiteral("out.csv")));
        QVERIFY(found[0].leftovers.isEmpty());
        QVERIFY(found[0].record.job);
        const ExportPlan *plan = found[0].record.job->exportPlan();
        QVERIFY(plan);
        QVERIFY(QFile::remove(path("out.csv")));
        JobContext context;
        QVERIFY(makeExportJob(*plan)->run(context).isOk());
        QFile again(path("out.csv"));
        QVERIFY(again.open(QIODevice::ReadOnly));
        QCOMPARE(again.readAll(), whole);
    }

    void cleaningUpRemovesOnlyWhatTheJobMade()
    {
        runAndLeaveTheRecord(makeExportJob(exportPlan()), recordOf(exportPlan()));
        QFile part(path("out.csv.part"));
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write("half of");
        part.close();
        std::vector<InterruptedJob> found = readInterrupted();
        QCOMPARE(found.at(0).leftovers, QStringList{path("out.csv.part")});
        QVERIFY(cleanUp(found[0]).isOk());
        QVERIFY(!part.exists());
        QVERIFY(QFile::exists(path("out.csv")));
        QVERIFY(readInterrupted().empty());

        // Somebody else's, from before.
        runAndLeaveTheRecord(makeExportJob([this] {
                                 ExportPlan plan = exportPlan();
                                 plan.overwrite = true;
                                 return plan;
                             }()),
                             recordOf(exportPlan()));
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write("my own");
        part.flush();
        QVERIFY(
            part.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
        part.close();
        found = readInterrupted();
        QVERIFY(found.at(0).leftovers.isEmpty());
        QVERIFY(cleanUp(found[0]).isOk());
        QVERIFY(part.exists());
        QVERIFY(readInterrupted().empty());
    }

    void aFolderOfSomebodyElseStays()
    {
        ExportPlan plan;
        plan.source = shop();
        plan.destination = path("out") + QLatin1Char('/');
        runAndLeaveTheRecord(makeExportJob(plan), recordOf(plan));
        QVERIFY(QDir().mkpath(path("out.part/mine")));
        QVERIFY(readInterrupted().at(0).leftovers.isEmpty());
        QFile mark(path("out.part/.galley-unfinished"));
        QVERIFY(mark.open(QIODevice::WriteOnly));
        mark.close();
        const auto found = readInterrupted();
        QCOMPARE(found.at(0).leftovers, QStringList{path("out.part")});
        QVERIFY(cleanUp(found[0]).isOk());
        QVERIFY(!QFile::exists(path("out.part")));
    }

    void anApplyIsLookedUpInTheHistory()
    {
        ApplyPlan plan;
        plan.changesetPath = preview();
        plan.target = shop();
        // Killed before COMMIT: nothing is in the history.
        ApplyPlan rehearsal = plan;
        rehearsal.rehearseOnly = true;
        rehearsal.recordHistory = false;
        runAndLeaveTheRecord(makeApplyJob(rehearsal), recordOf(plan));
        std::vector<InterruptedJob> found = readInterrupted();
        QCOMPARE(found.at(0).outcome, InterruptedJob::Outcome::Nothing);
        QVERIFY(found[0].canShowChanges);
        QVERIFY(found[0].leftovers.isEmpty());
        QCOMPARE(sqlite(path("shop.sqlite"), QStringLiteral("SELECT count(*) FROM t")).trimmed(),
                 QByteArray("3"));
        QVERIFY(cleanUp(found[0]).isOk());
        QVERIFY(QFile::exists(path("shop.sqlite")));
        // Killed after it.
        runAndLeaveTheRecord(makeApplyJob(plan), recordOf(plan));
        found = readInterrupted();
        QCOMPARE(found.at(0).outcome, InterruptedJob::Outcome::Committed);
        QCOMPARE(found[0].historyId, readHistory().at(0).id);
        QCOMPARE(sqlite(path("shop.sqlite"), QStringLiteral("SELECT count(*) FROM t")).trimmed(),
                 QByteArray("4"));
        // Killed in between: the entry was not confirmed.
        HistoryEntry entry = readHistory().at(0);
        QFile file(path("home/history/") + entry.id + QStringLiteral(".json"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray json = file.readAll();
        QVERIFY(json.contains("\"uncertain\": false"));
        json.replace("\"uncertain\": false", "\"uncertain\": true");
        file.resize(0);
        file.seek(0);
        file.write(json);
        file.close();
        QCOMPARE(readInterrupted().at(0).outcome, InterruptedJob::Outcome::Uncertain);
    }

    void anEarlierApplyOfTheSameChangesIsAnotherOne()
    {
        ApplyPlan plan;
        plan.changesetPath = preview();
        plan.target = shop();
        JobContext context;
        QVERIFY(makeApplyJob(plan)->run(context).isOk());
        QCOMPARE(readHistory().size(), size_t(1));
        QTest::qSleep(5);
        const JobRecord record = recordOf(plan);
        ApplyPlan none = plan;
        none.only = QStringList{QStringLiteral("no such table")};
        none.rehearseOnly = true;
        none.recordHistory = false;
        runAndLeaveTheRecord(makeApplyJob(none), record);
        QCOMPARE(readInterrupted().at(0).outcome, InterruptedJob::Outcome::Nothing);
    }

    void aFileThatIsNoRecordIsLeftAlone()
    {
        QVERIFY(records().mkpath(QStringLiteral(".")));
        for (const char *text : {"", "{", "[]", "{\"version\": 2, \"kind\": \"export\"}", "{\"kind\": 7}"}) {
            QFile file(records().filePath(QStringLiteral("x.json")));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(text);
            file.close();
            QVERIFY(readInterrupted().empty());
            QVERIFY(file.exists());
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestJobRecords)
#include "tst_jobrecords.moc"
