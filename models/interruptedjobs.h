// SPDX-License-Identifier: MIT
//
// The jobs of windows that were killed, for the one that is there now. Read and cleaned up beside the window.
//
// Threads: UI thread.
#pragma once

#include "workers/jobs/jobrecords.h"

#include <QObject>

#include <functional>

namespace galley {

class InterruptedJobs : public QObject
{
    Q_OBJECT

public:
    explicit InterruptedJobs(QObject *parent = nullptr);

    void refresh();
    const std::vector<InterruptedJob> &jobs() const { return *m_jobs; }
    /// Removes what it left behind; then, where that worked, calls `done`.
    void cleanUp(const InterruptedJob &job, std::function<void()> done = {});

    /// What it is, and what became of the data: sentences.
    static QString outcomeText(const InterruptedJob &job);

Q_SIGNALS:
    void changed();
    void failed(const galley::Error &error);

private:
    std::shared_ptr<std::vector<InterruptedJob>> m_jobs;
};

} // namespace galley
