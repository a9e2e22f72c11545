// SPDX-License-Identifier: MIT
#include "models/jobsmodel.h"

#include "models/coretexts.h"
#include "models/joboutcome.h"
#include "models/jobturns.h"
#include "models/wording.h"

namespace galley {

JobsModel::JobsModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

JobsModel::~JobsModel()
{
    // All are asked to stop before the first is waited for.
    for (const Entry &entry : m_entries)
        entry.runner->cancel();
}

JobRunner *JobsModel::start(std::unique_ptr<Job> job)
{
    Entry entry;
    entry.runner = std::make_unique<JobRunner>(std::move(job));
    entry.journal = std::make_unique<JobJournal>(*entry.runner);
    JobRunner *runner = entry.runner.get();
    runner->setSecrets(m_secrets);
    beginInsertRows({}, 0, 0);
    m_entries.insert(m_entries.begin(), std::move(entry));
    endInsertRows();
    const auto update = [this, runner] { changed(runner); };
    connect(runner, &JobRunner::progressed, this, update);
    connect(runner, &JobRunner::logged, this, update);
    connect(runner, &JobRunner::tablesAnnounced, this, update);
    connect(runner, &JobRunner::pauseChanged, this, [this, runner] {
        changed(runner);
        startWaiting(); // a paused one makes room
    });
    connect(runner, &JobRunner::finished, this, [this, runner] {
        changed(runner);
        startWaiting();
        Q_EMIT runningCountChanged(runningCount());
        Q_EMIT ended(runner);
    });
    startWaiting();
    Q_EMIT runningCountChanged(runningCount());
    return runner;
}

void JobsModel::setLimit(int limit)
{
    m_limit = std::max(1, limit);
    startWaiting();
}

/// Whoever came first goes first: one that must wait holds up those behind it that would be in its way.
void JobsModel::startWaiting()
{
    int working = 0;
    for (const Entry &entry : m_entries)
        working += entry.runner->isRunning() && !entry.runner->pauseState().isWaiting ? 1 : 0;
    for (size_t i = m_entries.size(); i-- > 0;) {
        const Entry &entry = m_entries[i];
        if (state(entry) != State::Waiting)
            continue;
        if (working < m_limit && inTheWayOf(i) == nullptr) {
            entry.runner->start();
            ++working;
        }
        changed(entry.runner.get());
    }
}

/// An older job that runs or waits, and that this one must not run beside; nullptr for none.
const JobRunner *JobsModel::inTheWayOf(size_t row) const
{
    const JobUse &use = m_entries[row].runner->use();
    for (size_t i = m_entries.size(); i-- > row + 1;) {
        const JobRunner &older = *m_entries[i].runner;
        if (!older.result() && mustTakeTurns(older.use(), use))
            return &older;
    }
    return nullptr;
}

void JobsModel::cancel(int row)
{
    JobRunner *const one = runner(row);
    if (!one || one->result())
        return;
    m_entries[static_cast<size_t>(row)].isCancelling = true;
    one->cancel();
    changed(one);
}

void JobsModel::pause(int row)
{
    if (JobRunner *const one = runner(row))
        one->pause();
}

void JobsModel::resume(int row)
{
    if (JobRunner *const one = runner(row))
        one->resume();
}

void JobsModel::remove(int row)
{
    const JobRunner *const one = runner(row);
    if (!one || !one->result())
        return;
    beginRemoveRows({}, row, row);
    // Later: this may be called from a slot of the runner's own signal.
    m_entries[static_cast<size_t>(row)].journal.release()->deleteLater();
    m_entries[static_cast<size_t>(row)].runner.release()->deleteLater();
    m_entries.erase(m_entries.begin() + row);
    endRemoveRows();
}

void JobsModel::removeFinished()
{
    for (int row = rowCount() - 1; row >= 0; --row)
        remove(row);
}

JobRunner *JobsModel::runner(int row) const
{
    return row >= 0 && row < rowCount() ? m_entries[static_cast<size_t>(row)].runner.get() : nullptr;
}

int JobsModel::rowOf(const JobRunner *runner) const
{
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].runner.get() == runner)
            return static_cast<int>(i);
    }
    return -1;
}

int JobsModel::runningCount() const
{
    int count = 0;
    for (const Entry &entry : m_entries)
        count += entry.runner->result() ? 0 : 1;
    return count;
}

int JobsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

JobTablesModel *JobsModel::tables(int row) const
{
    return runner(row) != nullptr ? &m_entries[static_cast<size_t>(row)].journal->tables() : nullptr;
}

JobsModel::State JobsModel::state(const Entry &entry) const
{
    const JobRunner &runner = *entry.runner;
    if (!runner.result()) {
        if (entry.isCancelling)
            return State::Cancelling;
        if (!runner.hasStarted())
            return State::Waiting;
        if (runner.pauseState().isAsked)
            return runner.pauseState().isWaiting ? State::Paused : State::Pausing;
        return State::Running;
    }
    if (runner.result()->isOk())
        return State::Done;
    return runner.result()->error().kind == ErrorKind::Cancelled ? State::Cancelled : State::Failed;
}

QVariant JobsModel::figure(const Entry &entry, int role) const
{
    const JobRunner &runner = *entry.runner;
    const double done = entry.journal->share();
    switch (role) {
    case ProgressRole:
        if (state(entry) == State::Done)
            return 1000;
        return done < 0 ? -1 : static_cast<int>(std::min(done, 1.0) * 1000);
    case RowsRole:
        return runner.progress().rows;
    case RowsPerSecondRole:
        return entry.journal->rowsPerSecond();
    case TimeLeftRole:
        return state(entry) == State::Running ? entry.journal->timeLeftMs() : -1;
    case ElapsedRole:
        return runner.elapsedMs();
    case SpeedsRole:
        return QVariant::fromValue(entry.journal->speeds());
    case CanPauseRole:
        return state(entry) == State::Running && !runner.pauseState().isHeldOpen;
    default:
        return {};
    }
}

QVariant JobsModel::outcome(const Entry &entry, int role) const
{
    const JobRunner &runner = *entry.runner;
    const bool hasFailed = runner.result() && !runner.result()->isOk();
    switch (role) {
    case ErrorRole: {
        if (!hasFailed)
            return QString();
        Error error = runner.result()->error();
        error.hint.clear(); // has a role of its own
        return errorText(error);
    }
    case HintRole:
        return hasFailed ? escapeControls(coreText(runner.result()->error().hint)) : QString();
    case DetailsRole:
        return detailsText(runner, entry.journal->log());
    case ResultRole:
        return runner.result() && !hasFailed ? doneText(runner.result()->value()) : QString();
    case FolderRole:
        return folderOf(runner);
    case RemedyRole:
        return hasFailed ? remedyText(runner.result()->error(), runner.dataState()) : QString();
    case DataStateRole:
        return hasFailed ? dataStateText(runner.dataState(), runner.use()) : QString();
    default:
        return {};
    }
}

QVariant JobsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return coreText(entry.runner->title());
    case StateRole:
        return QVariant::fromValue(state(entry));
    case PhaseRole:
        return coreText(entry.runner->progress().phase);
    case TableRole:
        return entry.runner->progress().table;
    case LogRole:
        return entry.journal->log();
    case WaitsForRole: {
        const auto row = static_cast<size_t>(index.row());
        const JobRunner *other = state(entry) == State::Waiting ? inTheWayOf(row) : nullptr;
        return other != nullptr ? coreText(other->title()) : QString();
    }
    default:
        break;
    }
    return role <= CanPauseRole ? figure(entry, role) : outcome(entry, role);
}

QHash<int, QByteArray> JobsModel::roleNames() const
{
    return {{TitleRole, "title"},
            {StateRole, "state"},
            {ProgressRole, "progress"},
            {RowsRole, "rows"},
            {RowsPerSecondRole, "rowsPerSecond"},
            {TimeLeftRole, "timeLeft"},
            {ElapsedRole, "elapsed"},
            {SpeedsRole, "speeds"},
            {CanPauseRole, "canPause"},
            {PhaseRole, "phase"},
            {TableRole, "table"},
            {LogRole, "log"},
            {ErrorRole, "error"},
            {HintRole, "hint"},
            {DetailsRole, "details"},
            {ResultRole, "result"},
            {FolderRole, "folder"},
            {WaitsForRole, "waitsFor"},
            {RemedyRole, "remedy"},
            {DataStateRole, "dataState"}};
}

void JobsModel::changed(const JobRunner *runner)
{
    const int row = rowOf(runner);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

} // namespace galley
