// SPDX-License-Identifier: MIT
//
// Jobs as rows: what they show while they run, when they fail, when they are cancelled.
#include "models/jobsmodel.h"

#include <QAbstractItemModelTester>
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
        QCOMPARE(model.index(0).data(JobsModel::LogRole).toStringList(),
                 QStringList{QStringLiteral("began")});
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
        QCOMPARE(model.index(0).data(JobsModel::ErrorRole).toString(), QStringLiteral("disk \\u202e full"));
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
