// SPDX-License-Identifier: MIT
#include "models/jobjournal.h"

#include "models/coretexts.h"
#include "models/joboutcome.h"
#include "models/wording.h"

#include <QTime>

namespace galley {

namespace {

constexpr qint64 kSpeedAfterMs = 500; // before that the rate is noise
constexpr qsizetype kMostLines = 10'000;

double perSecond(qint64 rows, qint64 ms)
{
    return static_cast<double>(rows) * 1000 / static_cast<double>(std::max<qint64>(1, ms));
}

} // namespace

JobJournal::JobJournal(JobRunner &runner)
    : m_runner(runner)
{
    connect(&runner, &JobRunner::progressed, this, &JobJournal::take);
    connect(&runner, &JobRunner::logged, this, &JobJournal::add);
    connect(&runner, &JobRunner::tablesAnnounced, this, [this](const QStringList &names) {
        m_tables.begin(names);
        m_phase.clear(); // the next words may be the same
    });
    connect(&m_tables, &JobTablesModel::tableDone, this, [this](const QString &name, qint64 rows) {
        add(tr("%1: %2").arg(escapeControls(name), counted(rows, tr("1 row"), tr("%1 rows"))));
    });
    connect(&runner, &JobRunner::pauseChanged, this, [this] {
        const bool isPaused = m_runner.pauseState().isWaiting;
        if (isPaused != m_isPaused)
            add(isPaused ? tr("Paused") : tr("Goes on"));
        m_isPaused = isPaused;
    });
    connect(&runner, &JobRunner::finished, this, &JobJournal::end);
}

void JobJournal::add(const QString &line)
{
    if (m_log.size() < kMostLines)
        m_log += QTime::currentTime().toString(QStringLiteral("HH:mm:ss  ")) + line;
}

void JobJournal::take(const JobProgress &progress)
{
    const qint64 now = m_runner.workedMs();
    if (progress.phase != m_phase || progress.rows < m_curve.lastRows()) {
        if (progress.phase != m_phase)
            add(coreText(progress.phase));
        m_phase = progress.phase;
        m_phaseStartMs = now;
        m_phaseStartRows = progress.rows;
        m_curve.restart(now, progress.rows);
    }
    m_tables.take(progress);
    m_curve.add(now, progress.rows);
}

void JobJournal::end()
{
    const Result<JobReport> &result = *m_runner.result();
    m_tables.end(result);
    if (result) {
        add(tr("Done: %1").arg(doneText(*result)));
        return;
    }
    if (result.error().kind == ErrorKind::Cancelled)
        return add(tr("Cancelled"));
    add(tr("Failed: %1").arg(result.error().toString()));
    add(dataStateText(m_runner.dataState(), m_runner.use()));
}

qint64 JobJournal::rowsPerSecond() const
{
    const bool isRunning = m_runner.isRunning();
    const qint64 worked = m_runner.workedMs() - (isRunning ? m_phaseStartMs : 0);
    if (worked < kSpeedAfterMs && isRunning)
        return 0;
    const qint64 rows = m_runner.progress().rows - (isRunning ? m_phaseStartRows : 0);
    return static_cast<qint64>(perSecond(rows, worked));
}

double JobJournal::share() const
{
    const JobProgress &progress = m_runner.progress();
    if (progress.bytesTotal > 0)
        return static_cast<double>(progress.bytes) / static_cast<double>(progress.bytesTotal);
    if (progress.rowsTotal > 0)
        return static_cast<double>(progress.rows) / static_cast<double>(progress.rowsTotal);
    return -1;
}

qint64 JobJournal::timeLeftMs() const
{
    const double done = share();
    const qint64 worked = m_runner.workedMs() - m_phaseStartMs;
    if (!m_runner.isRunning() || done <= 0.005 || worked < kSpeedAfterMs)
        return -1;
    return static_cast<qint64>(static_cast<double>(worked) * (1 - std::min(done, 1.0)) / done);
}

} // namespace galley
