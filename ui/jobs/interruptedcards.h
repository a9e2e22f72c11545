// SPDX-License-Identifier: MIT
//
// Above the jobs: those that ended with a window that was killed, each with what can be done about it.
//
// Threads: UI thread.
#pragma once

#include "workers/jobs/jobrecords.h"

#include <QWidget>

class QVBoxLayout;

namespace galley {

class InterruptedJobs;

class InterruptedCards : public QWidget
{
    Q_OBJECT

public:
    /// `jobs` must outlive it.
    explicit InterruptedCards(InterruptedJobs &jobs, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Begin again, from its plan; what it left behind is gone.
    void resumeRequested(const galley::InterruptedJob &job);
    /// Look at the changes of an apply that was not committed.
    void showRequested(const QString &changesetPath);
    void historyRequested();

private:
    void fill();
    QWidget *makeCard(const InterruptedJob &job);
    void addButtons(const InterruptedJob &job, QWidget *card);

    InterruptedJobs &m_jobs;
    QVBoxLayout *m_layout;
    QList<QWidget *> m_cards;
};

} // namespace galley
