// SPDX-License-Identifier: MIT
//
// What one job of the window did so far: its tables, its speed over time, and a log with the time of each
// line.
//
// Threads: UI thread.
#pragma once

#include "models/jobtablesmodel.h"
#include "models/speedcurve.h"
#include "workers/jobs/jobrunner.h"

namespace galley {

class JobJournal : public QObject
{
    Q_OBJECT

public:
    /// `runner` outlives it, and was not started yet.
    explicit JobJournal(JobRunner &runner);

    JobTablesModel &tables() { return m_tables; }
    const QStringList &log() const { return m_log; } ///< "21:07:03  customers: 800 rows"
    const QList<double> &speeds() const { return m_curve.values(); }
    /// In the phase that runs, or over all of a job that ended; 0 where not known yet.
    qint64 rowsPerSecond() const;
    /// In ms; -1 where not known.
    qint64 timeLeftMs() const;
    /// 0 to 1; negative where the end is not known.
    double share() const;

private:
    void add(const QString &line);
    void take(const JobProgress &progress);
    void end();

    JobRunner &m_runner;
    JobTablesModel m_tables;
    QStringList m_log;
    QString m_phase;
    qint64 m_phaseStartMs = 0;
    qint64 m_phaseStartRows = 0;
    SpeedCurve m_curve;
    bool m_isPaused = false;
};

} // namespace galley
