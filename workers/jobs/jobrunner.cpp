// SPDX-License-Identifier: MIT
#include "workers/jobs/jobrunner.h"

#include <QDeadlineTimer>

namespace galley {

namespace {

constexpr qint64 kProgressEveryMs = 100;

qint64 nowMs()
{
    return QDeadlineTimer::current(Qt::PreciseTimer).deadline();
}

} // namespace

JobRunner::JobRunner(std::unique_ptr<Job> job, QObject *parent)
    : QObject(parent)
    , m_job(std::move(job))
    , m_title(m_job->title())
{
}

JobRunner::~JobRunner()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void JobRunner::start()
{
    m_isRunning = true;
    m_startedMs = nowMs();
    const auto toOwner = [this](auto &&call) {
        QMetaObject::invokeMethod(this, std::forward<decltype(call)>(call), Qt::QueuedConnection);
    };
    m_thread.reset(QThread::create([this, toOwner] {
        qint64 lastMs = 0;
        JobContext context(
            m_stop.get_token(),
            [this, toOwner, &lastMs](const JobProgress &progress) {
                const qint64 now = nowMs();
                if (!progress.isTableDone && now - lastMs < kProgressEveryMs)
                    return;
                lastMs = now;
                toOwner([this, progress] {
                    m_progress = progress;
                    Q_EMIT progressed(progress);
                });
            },
            [this, toOwner](const QString &line) {
                toOwner([this, line] {
                    m_log += line;
                    Q_EMIT logged(line);
                });
            });
        StoppableSecrets secrets(m_secrets, m_stop.get_token());
        context.setSecrets(&secrets);
        auto result = std::make_shared<Result<JobReport>>(m_job->run(context));
        // What it holds (a snapshot, after an error) would lock the database while the job is still listed.
        m_job.reset();
        toOwner([this, result] {
            m_thread->wait();
            m_isRunning = false;
            m_endedMs = nowMs();
            m_result = std::move(*result);
            Q_EMIT finished();
        });
    }));
    m_thread->start();
}

void JobRunner::cancel()
{
    m_stop.request_stop();
}

qint64 JobRunner::elapsedMs() const
{
    if (m_startedMs == 0)
        return 0;
    return (m_isRunning ? nowMs() : m_endedMs) - m_startedMs;
}

} // namespace galley
