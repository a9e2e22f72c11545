// SPDX-License-Identifier: MIT
//
// Jobs as rows: what they show while they run, when they fail, when they are cancelled.
#include "models/jobsmodel.h"
#include "models/jobturns.h"
#include "models/speedcurve.h"
#include "tests/support/timescale.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace galley;

namespace {

class CountingJob : public Job
{
public:
    explicit CountingJob(bool isEndless, std::optional<Error> error = {})
        : m_isEndless(isEndless)
        , m_error(std::move(error))
    {
    }
    QString title() const override { return QStringLiteral("Count"); }
    Result<JobReport> run(JobContext &context) override
    {
        JobProgress progress;
        progress.phase = QStringLiteral("Counting");
        progress.rowsTotal = 100;
        progress.rows = 40;
        context.report(progress);
        context.log(QStringLiteral("began"));
        while (m_isEndless) {
            RETURN_IF_ERROR(context.checkCancelled());
            QThread::msleep(2);
        }
        if (m_error)
            return *m_error;
        JobReport report;
        report.totals.rows = 100;
        report.files = {QStringLiteral("/tmp/x/a.csv")};
        return report;
    }

private:
    bool m_isEndless;
    std::optional<Error> m_error;
};

/// Goes a step when it is told to, and stands otherwise.
class SteppedJob : public Job
{
public:
    explicit SteppedJob(JobUse use)
        : m_use(std::move(use))
    {
    }
    QString title() const override { return QStringLiteral("Step"); }
    JobUse use() const override { return m_use; }
    void step() { ++m_stepsAllowed; }
    void fail() { m_fails = true; }
    void holdOpen() { m_holds = true; }
    void letGo() { m_holds = false; }
    int stepsDone() const { return m_stepsDone; }
    Result<JobReport> run(JobContext &context) override
    {
        std::optional<JobContext::Unpaused> unpaused;
        for (;;) {
            if (m_holds && !unpaused)
                unpaused.emplace(context);
            if (!m_holds)
                unpaused.reset();
            RETURN_IF_ERROR(context.checkCancelled());
            if (m_fails) {
                context.setDataState(DataState::RolledBack);
                return Error{ErrorKind::Io, QStringLiteral("no"), {}, {}};
            }
            if (m_stepsDone < m_stepsAllowed)
                doStep(context, m_stepsDone++);
            QThread::msleep(1);
        }
    }

private:
    static void doStep(JobContext &context, int step)
    {
        const QString first = QStringLiteral("a\u202eb");
        JobProgress progress;
        progress.phase = QStringLiteral("Stepping");
        if (step == 0) {
            context.announceTables({first, QStringLiteral("second"), QStringLiteral("third")});
            return;
        }
        progress.table = step == 1 ? first : QStringLiteral("second");
        progress.rows = step == 1 ? 100 : 150;
        progress.isTableDone = step == 1;
        if (step == 2)
            QThread::msleep(120); // progress is thinned
        context.report(progress);
    }

    JobUse m_use;
    std::atomic<int> m_stepsAllowed = 0;
    std::atomic<int> m_stepsDone = 0;
    std::atomic<bool> m_fails = false;
    std::atomic<bool> m_holds = false;
};

std::unique_ptr<SteppedJob> stepped(SteppedJob **job, JobUse use = {})
{
    auto made = std::make_unique<SteppedJob>(std::move(use));
    *job = made.get();
    return made;
}

JobTablesModel::State tableState(const JobTablesModel &tables, int row)
{
    return tables.index(row).data(JobTablesModel::StateRole).value<JobTablesModel::State>();
}

/// Without the times.
QStringList logOf(const JobsModel &model, int row)
{
    QStringList lines;
    for (const QString &line : model.index(row).data(JobsModel::LogRole).toStringList())
        lines += line.mid(10);
    return lines;
}

} // namespace

class TestJobsModel : public QObject
{
    Q_OBJECT

private:
    static JobsModel::State state(const JobsModel &model, int row)
    {
        return model.index(row).data(JobsModel::StateRole).value<JobsModel::State>();
    }

private Q_SLOTS:
    void aJobThatSucceedsSaysWhatItDid()
    {
        JobsModel model;
        const QAbstractItemModelTester tester(&model);
        JobRunner *const runner = model.start(std::make_unique<CountingJob>(false));
        QSignalSpy finished(runner, &JobRunner::finished);
        QVERIFY(finished.wait());
        QCOMPARE(state(model, 0), JobsModel::State::Done);
        QCOMPARE(model.index(0).data(JobsModel::ProgressRole).toInt(), 1000);
        QVERIFY(model.index(0).data(JobsModel::ResultRole).toString().contains(QStringLiteral("100 rows")));
        QCOMPARE(model.index(0).data(JobsModel::FolderRole).toString(), QStringLiteral("/tmp/x"));
        const QStringList expected{QStringLiteral("Counting"), QStringLiteral("began"),
                                   QStringLiteral("Done: 100 rows, 1 file written")};
        QCOMPARE(logOf(model, 0), expected);
        QCOMPARE(model.index(0).data(JobsModel::DetailsRole).toString().count(QStringLiteral("began")), 1);
    }

    void tablesAreTickedOffWithTheirRows()
    {
        JobsModel model;
        SteppedJob *job = nullptr;
        JobRunner *const runner = model.start(stepped(&job));
        JobTablesModel *tables = model.tables(0);
        const QAbstractItemModelTester tester(tables);
        job->step(); // announces
        QTRY_COMPARE(tables->rowCount(), 3);
        QCOMPARE(tableState(*tables, 0), JobTablesModel::State::Waiting);
        job->step(); // all of the first
        QTRY_COMPARE(tableState(*tables, 0), JobTablesModel::State::Done);
        QCOMPARE(tables->index(0).data(JobTablesModel::RowsRole).toLongLong(), 100);
        QCOMPARE(tables->index(0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("a\\u202eb: done, 100 rows"));
        job->step(); // the second begins
        QTRY_COMPARE(tableState(*tables, 1), JobTablesModel::State::Running);
        QCOMPARE(tables->index(1).data(JobTablesModel::RowsRole).toLongLong(), 50);
        QCOMPARE(tableState(*tables, 2), JobTablesModel::State::Waiting);
        job->fail();
        QTRY_VERIFY(runner->result().has_value());
        QCOMPARE(tableState(*tables, 1), JobTablesModel::State::Failed);
        QCOMPARE(tableState(*tables, 2), JobTablesModel::State::Stopped);
        QCOMPARE(tables->index(2).data(JobTablesModel::RowsRole).toLongLong(), -1);
        QVERIFY(logOf(model, 0).contains(QStringLiteral("a\\u202eb: 100 rows")));
        QVERIFY(
            model.index(0).data(JobsModel::DataStateRole).toString().contains(QStringLiteral("taken back")));
    }

    void aPausedJobStandsStillAndGoesOnFromThere()
    {
        JobsModel model;
        SteppedJob *job = nullptr;
        JobRunner *const runner = model.start(stepped(&job));
        job->step();
        QTRY_VERIFY(job->stepsDone() == 1);
        QVERIFY(model.index(0).data(JobsModel::CanPauseRole).toBool());
        model.pause(0);
        QTRY_COMPARE(state(model, 0), JobsModel::State::Paused);
        QVERIFY(!model.index(0).data(JobsModel::CanPauseRole).toBool());
        const qint64 worked = runner->workedMs();
        job->step();
        QTest::qWait(50);
        QCOMPARE(job->stepsDone(), 1);
        QVERIFY(runner->workedMs() <= worked + 1);
        model.resume(0);
        QTRY_VERIFY(job->stepsDone() == 2);
        QTRY_COMPARE(state(model, 0), JobsModel::State::Running); // the job's thread is ahead of its signals
        QTRY_COMPARE(logOf(model, 0).count(QStringLiteral("Goes on")), 1);
        QCOMPARE(logOf(model, 0).count(QStringLiteral("Paused")), 1);
    }

    void cancelEndsAPausedJob()
    {
        JobsModel model;
        SteppedJob *job = nullptr;
        JobRunner *const runner = model.start(stepped(&job));
        model.pause(0);
        QTRY_COMPARE(state(model, 0), JobsModel::State::Paused);
        QElapsedTimer clock;
        clock.start();
        model.cancel(0);
        QTRY_VERIFY(runner->result().has_value());
        QVERIFY(clock.elapsed() < 1000 * test::kTimeScale);
        QCOMPARE(state(model, 0), JobsModel::State::Cancelled);
    }

    void nothingPausesInsideATransaction()
    {
        JobsModel model;
        SteppedJob *job = nullptr;
        model.start(stepped(&job));
        job->holdOpen();
        QTRY_VERIFY(model.runner(0)->pauseState().isHeldOpen);
        QVERIFY(!model.index(0).data(JobsModel::CanPauseRole).toBool());
        model.pause(0); // somebody was quicker than the button
        job->step();
        QTRY_COMPARE(job->stepsDone(), 1);
        QTRY_COMPARE(state(model, 0), JobsModel::State::Pausing);
        job->letGo();
        QTRY_COMPARE(state(model, 0), JobsModel::State::Paused);
    }

    void writersOfOneDatabaseTakeTurns()
    {
        JobsModel model;
        const DatabaseRef shop{QStringLiteral("sqlite"), QStringLiteral("/tmp/shop.sqlite"), {}};
        const DatabaseRef other{QStringLiteral("sqlite"), QStringLiteral("/tmp/other.sqlite"), {}};
        SteppedJob *writing = nullptr;
        JobRunner *const first = model.start(stepped(&writing, {{}, {shop}, {}}));
        SteppedJob *reading = nullptr;
        JobRunner *const second = model.start(stepped(&reading, {{shop}, {}, {}}));
        SteppedJob *elsewhere = nullptr;
        JobRunner *const third = model.start(stepped(&elsewhere, {{}, {other}, {}}));
        QVERIFY(first->isRunning());
        QVERIFY(third->isRunning());
        QCOMPARE(state(model, 1), JobsModel::State::Waiting);
        QCOMPARE(model.index(1).data(JobsModel::WaitsForRole).toString(), first->title());
        QCOMPARE(model.runningCount(), 3);
        model.remove(1); // it waits: it stays
        QCOMPARE(model.rowCount(), 3);
        model.cancel(2);
        QTRY_VERIFY(second->isRunning());
        QCOMPARE(state(model, 1), JobsModel::State::Running);
    }

    void readersOfOneDatabaseRunBesideEachOther()
    {
        const DatabaseRef shop{QStringLiteral("sqlite"), QStringLiteral("/tmp/shop.sqlite"), {}};
        const DatabaseRef server{QStringLiteral("postgres"), QStringLiteral("postgresql://host/shop"), {}};
        QVERIFY(!mustTakeTurns({{shop}, {}, {}}, {{shop}, {}, {}}));
        QVERIFY(mustTakeTurns({{shop}, {}, {}}, {{}, {shop}, {}}));
        QVERIFY(!mustTakeTurns({{server}, {}, {}}, {{}, {server}, {}})); // servers keep snapshots apart
        QVERIFY(mustTakeTurns({{}, {server}, {}}, {{}, {server}, {}}));
        QVERIFY(
            mustTakeTurns({{}, {}, QStringLiteral("/tmp/a.zip")}, {{}, {}, QStringLiteral("/tmp/a.zip")}));
        QVERIFY(!mustTakeTurns({}, {}));
    }

    void onlySomeRunAtOnceAndAPausedOneMakesRoom()
    {
        JobsModel model;
        model.setLimit(2);
        QList<JobRunner *> runners;
        for (int i = 0; i < 4; ++i)
            runners += model.start(std::make_unique<CountingJob>(true));
        QVERIFY(runners[1]->isRunning());
        QCOMPARE(state(model, 1), JobsModel::State::Waiting);
        QVERIFY(model.index(1).data(JobsModel::WaitsForRole).toString().isEmpty());
        model.cancel(0); // one that waits ends at once
        QTRY_COMPARE(state(model, 0), JobsModel::State::Cancelled);
        QVERIFY(!runners[3]->hasStarted());
        model.pause(3);
        QTRY_VERIFY(runners[2]->isRunning());
        QCOMPARE(state(model, 3), JobsModel::State::Paused);
    }

    void theCurveOfALongJobStaysShort()
    {
        SpeedCurve curve;
        curve.add(100, 50); // too early to tell
        QVERIFY(curve.values().isEmpty());
        curve.add(200, 100);
        QCOMPARE(curve.values(), QList<double>{500});
        curve.add(600, 500);
        QCOMPARE(curve.values(), (QList<double>{500, 1000, 1000}));
        curve.restart(600, 0); // another phase
        for (qint64 ms = 800; ms < 4'000'000; ms += 200)
            curve.add(ms, 2 * (ms - 600));
        QVERIFY(curve.values().size() <= SpeedCurve::kMostValues);
        QVERIFY(curve.values().size() > SpeedCurve::kMostValues / 2 - 1);
        QCOMPARE(curve.values().constLast(), 2000.0);
    }

    void aFailureShowsItsErrorAndHint()
    {
        JobsModel model;
        JobRunner *const runner = model.start(std::make_unique<CountingJob>(
            false,
            Error{ErrorKind::Io, QStringLiteral("disk \u202e full"), QStringLiteral("Make room."), {}}));
        QSignalSpy finished(runner, &JobRunner::finished);
        QVERIFY(finished.wait());
        QCOMPARE(state(model, 0), JobsModel::State::Failed);
        QCOMPARE(model.index(0).data(JobsModel::ErrorRole).toString(), QStringLiteral("Disk \\u202e full."));
        QCOMPARE(model.index(0).data(JobsModel::HintRole).toString(), QStringLiteral("Make room."));
        QVERIFY(model.index(0).data(JobsModel::DetailsRole).toString().contains(QStringLiteral("began")));
    }

    void cancelEndsTheOneThatWasMeant()
    {
        JobsModel model;
        QSignalSpy counts(&model, &JobsModel::runningCountChanged);
        JobRunner *const first = model.start(std::make_unique<CountingJob>(true));
        JobRunner *const second = model.start(std::make_unique<CountingJob>(true));
        QCOMPARE(model.rowOf(second), 0);
        QCOMPARE(model.runningCount(), 2);
        QTRY_COMPARE(model.index(1).data(JobsModel::ProgressRole).toInt(), 400);
        QSignalSpy finished(first, &JobRunner::finished);
        model.cancel(1);
        QCOMPARE(state(model, 1), JobsModel::State::Cancelling);
        QVERIFY(finished.count() > 0 || finished.wait());
        QCOMPARE(state(model, 1), JobsModel::State::Cancelled);
        QCOMPARE(state(model, 0), JobsModel::State::Running);
        QCOMPARE(model.runningCount(), 1);
        model.remove(0); // it runs: it stays
        QCOMPARE(model.rowCount(), 2);
        model.removeFinished();
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(counts.count() >= 3);
        // The destructor cancels what still runs, and does not hang.
    }
};

QTEST_GUILESS_MAIN(TestJobsModel)
#include "tst_jobsmodel.moc"
