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

template<typename Call> void post(JobRunner *owner, Call &&call)
{
    QMetaObject::invokeMethod(owner, std::forward<Call>(call), Qt::QueuedConnection);
}

} // namespace

JobRunner::JobRunner(std::unique_ptr<Job> job, QObject *parent)
    : QObject(parent)
    , m_job(std::move(job))
    , m_title(m_job->title())
    , m_use(m_job->use())
    , m_gate(std::make_unique<PauseGate>(
          [this](const PauseGate::State &state) { post(this, [this, state] { takePauseState(state); }); }))
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
    m_thread.reset(QThread::create([this] { run(); }));
    m_thread->start();
}

/// On the job's thread.
void JobRunner::run()
{
    qint64 lastMs = 0;
    JobContext context(
        m_stop.get_token(),
        [this, &lastMs](const JobProgress &progress) {
            const qint64 now = nowMs();
            if (!progress.isTableDone && now - lastMs < kProgressEveryMs)
                return;
            lastMs = now;
            post(this, [this, progress] {
                m_progress = progress;
                Q_EMIT progressed(progress);
            });
        },
        [this](const QString &line) {
            post(this, [this, line] {
                m_log += line;
                Q_EMIT logged(line);
            });
        });
    context.setOnTables(
        [this](const QStringList &names) { post(this, [this, names] { Q_EMIT tablesAnnounced(names); }); });
    context.setPauseGate(m_gate.get());
    StoppableSecrets secrets(m_secrets, m_stop.get_token());
    context.setSecrets(&secrets);
    auto result = std::make_shared<Result<JobReport>>(m_job->run(context));
    // What it holds (a snapshot, after an error) would lock the database while the job is still listed.
    m_job.reset();
    post(this, [this, result, state = context.dataState()] {
        m_thread->wait();
        m_isRunning = false;
        m_endedMs = nowMs();
        m_dataState = state;
        m_result = std::move(*result);
        Q_EMIT finished();
    });
}

void JobRunner::cancel()
{
    m_stop.request_stop();
    if (hasStarted())
        return;
    post(this, [this] {
        if (hasStarted() || m_result)
            return;
        m_result = Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
        Q_EMIT finished();
    });
}

void JobRunner::pause()
{
    if (m_isRunning)
        m_gate->pause();
}

void JobRunner::resume()
{
    m_gate->resume();
}

void JobRunner::takePauseState(const PauseGate::State &state)
{
    const qint64 now = nowMs();
    if (state.isWaiting && !m_pauseState.isWaiting)
        m_pausedSinceMs = now;
    else if (!state.isWaiting && m_pauseState.isWaiting)
        m_pausedMs += now - m_pausedSinceMs;
    m_pauseState = state;
    Q_EMIT pauseChanged();
}

qint64 JobRunner::elapsedMs() const
{
    if (m_startedMs == 0)
        return 0;
    return (m_isRunning ? nowMs() : m_endedMs) - m_startedMs;
}

qint64 JobRunner::workedMs() const
{
    const qint64 waited = m_isRunning && m_pauseState.isWaiting ? nowMs() - m_pausedSinceMs : 0;
    return elapsedMs() - m_pausedMs - waited;
}

} // namespace galley
