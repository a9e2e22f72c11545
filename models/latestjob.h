// SPDX-License-Identifier: MIT
//
// Runs the newest of several jobs about one thing: what an earlier one finds is about something else, so it
// is cancelled and nobody waits for it.
//
// Threads: UI thread.
#pragma once

#include "workers/jobs/jobrunner.h"

#include <QPointer>

#include <functional>

namespace galley {

class LatestJob : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<JobReport> &)>;

    explicit LatestJob(QObject *parent = nullptr);

    /// `done` is called once, unless another job is started or this one is dropped before.
    void start(std::unique_ptr<Job> job, SecretSource *secrets, Done done);
    /// Cancels what runs; its `done` is not called.
    void drop();
    /// Cancels what runs; its `done` is called with Cancelled.
    void cancel();
    bool isRunning() const { return m_current && m_current->isRunning(); }

Q_SIGNALS:
    void progressed(const galley::JobProgress &progress);

private:
    QPointer<JobRunner> m_current; ///< a child; those before it, too, until they have ended
};

} // namespace galley
