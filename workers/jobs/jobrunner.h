// SPDX-License-Identifier: MIT
//
// Runs one job on a thread of its own and tells how it goes, on the thread of its owner. The only place where
// a job meets a QThread.
//
// Threads: lives on the UI thread; signals are emitted there.
#pragma once

#include "workers/jobs/job.h"

#include <QObject>
#include <QThread>

namespace galley {

class JobRunner : public QObject
{
    Q_OBJECT

public:
    explicit JobRunner(std::unique_ptr<Job> job, QObject *parent = nullptr);
    /// Cancels a running job and waits for it.
    ~JobRunner() override;

    QString title() const { return m_title; }
    /// For databases on servers; before start(). Outlives the runner.
    void setSecrets(SecretSource *secrets) { m_secrets = secrets; }
    void start();
    bool hasStarted() const { return m_startedMs > 0; }
    /// Asks the job to stop; finished() follows within a second, also where it is paused or was not started.
    void cancel();
    /// It stands still before its next batch, and holds what it has open. Ignored before the start.
    void pause();
    void resume();
    const PauseGate::State &pauseState() const { return m_pauseState; }
    bool isRunning() const { return m_isRunning; }
    const JobUse &use() const { return m_use; }
    const JobProgress &progress() const { return m_progress; }
    qint64 elapsedMs() const;
    qint64 workedMs() const; ///< elapsed without the pauses
    /// Of a job that has ended.
    DataState dataState() const { return m_dataState; }
    const QStringList &log() const { return m_log; }
    /// Set once finished() was emitted.
    const std::optional<Result<JobReport>> &result() const { return m_result; }

Q_SIGNALS:
    void
    progressed(const galley::JobProgress &progress); ///< at most 10 a second, and at the end of each table
    void logged(const QString &line);
    void tablesAnnounced(const QStringList &names);
    void pauseChanged(); ///< pauseState()
    void finished(); ///< result() is set; after the rollback, if there was one

private:
    void run();
    void takePauseState(const PauseGate::State &state);

    std::unique_ptr<Job> m_job;
    QString m_title;
    JobUse m_use;
    std::unique_ptr<PauseGate> m_gate;
    PauseGate::State m_pauseState;
    std::unique_ptr<QThread> m_thread;
    std::stop_source m_stop;
    SecretSource *m_secrets = nullptr;
    bool m_isRunning = false;
    qint64 m_startedMs = 0;
    qint64 m_endedMs = 0;
    qint64 m_pausedMs = 0; ///< the pauses that are over
    qint64 m_pausedSinceMs = 0;
    DataState m_dataState = DataState::Untouched;
    JobProgress m_progress;
    QStringList m_log;
    std::optional<Result<JobReport>> m_result;
};

} // namespace galley
