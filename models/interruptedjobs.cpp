// SPDX-License-Identifier: MIT
#include "models/interruptedjobs.h"

#include "models/wording.h"
#include "workers/jobs/jobrunner.h"

#include <QLocale>

namespace galley {

namespace {

/// Files are looked at beside the window.
class FileJob final : public Job
{
public:
    explicit FileJob(std::function<Result<void>()> what)
        : m_what(std::move(what))
    {
    }
    QString title() const override { return {}; }
    Result<JobReport> run(JobContext &) override
    {
        RETURN_IF_ERROR(m_what());
        return JobReport();
    }

private:
    std::function<Result<void>()> m_what;
};

QString applyText(const InterruptedJob &job)
{
    switch (job.outcome) {
    case InterruptedJob::Outcome::Nothing:
        break;
    case InterruptedJob::Outcome::Committed:
        return job.record.kind == JobRecord::Kind::Undo
            ? InterruptedJobs::tr("It had ended: the import is undone.")
            : InterruptedJobs::tr(
                  "It had been committed: the database has the changes. The history has it as %1.")
                  .arg(job.historyId);
    case InterruptedJob::Outcome::Uncertain:
        return InterruptedJobs::tr(
            "Only the database knows whether it was committed: all of it is there, or "
            "nothing. “Undo…” in the history finds out, and changes nothing where the rows "
            "are not as applied.");
    }
    return InterruptedJobs::tr(
        "It was not committed: the database is as it was. It is not repeated by itself.");
}

} // namespace

InterruptedJobs::InterruptedJobs(QObject *parent)
    : QObject(parent)
    , m_jobs(std::make_shared<std::vector<InterruptedJob>>())
{
}

void InterruptedJobs::refresh()
{
    auto found = std::make_shared<std::vector<InterruptedJob>>();
    auto *runner = new JobRunner(std::make_unique<FileJob>([found]() -> Result<void> {
                                     *found = readInterrupted();
                                     return {};
                                 }),
                                 this);
    connect(runner, &JobRunner::finished, this, [this, runner, found] {
        runner->deleteLater();
        m_jobs = found;
        Q_EMIT changed();
    });
    runner->start();
}

void InterruptedJobs::cleanUp(const InterruptedJob &job, std::function<void()> done)
{
    auto *runner = new JobRunner(std::make_unique<FileJob>([job] { return galley::cleanUp(job); }), this);
    connect(runner, &JobRunner::finished, this, [this, runner, done] {
        runner->deleteLater();
        if (!*runner->result())
            Q_EMIT failed(runner->result()->error());
        else if (done)
            done();
        refresh();
    });
    runner->start();
}

QString InterruptedJobs::outcomeText(const InterruptedJob &job)
{
    const QString when = QLocale().toString(job.record.started.toLocalTime(), QLocale::ShortFormat);
    const QString began = tr("Galley ended while this was running (begun %1).").arg(when) + QLatin1Char(' ');
    const auto files = static_cast<qint64>(job.leftovers.size());
    switch (job.record.kind) {
    case JobRecord::Kind::Export:
        return began + tr("The destination is as it was before.") + QLatin1Char(' ')
            + (files == 0 ? tr("Nothing unfinished was left behind.")
                          : tr("Left behind, unfinished: %1")
                                .arg(escapeControls(job.leftovers.join(QStringLiteral(", ")))));
    case JobRecord::Kind::Preview:
        return began + tr("A preview changes nothing in the database.");
    case JobRecord::Kind::Apply:
    case JobRecord::Kind::Undo:
        break;
    }
    return began + applyText(job);
}

} // namespace galley
