// SPDX-License-Identifier: MIT
#include "models/jobsmodel.h"

#include "models/coretexts.h"
#include "models/wording.h"

#include <QFileInfo>
#include <QLocale>

namespace galley {

namespace {

constexpr qint64 kSpeedAfterMs = 500; // before that the rate is noise

qint64 rowsPerSecond(const JobRunner &runner)
{
    const qint64 elapsed = runner.elapsedMs();
    if (elapsed < kSpeedAfterMs && runner.isRunning())
        return 0;
    return runner.progress().rows * 1000 / std::max<qint64>(1, elapsed);
}

/// 0 to 1; negative where the end is not known.
double share(const JobProgress &progress)
{
    if (progress.bytesTotal > 0)
        return static_cast<double>(progress.bytes) / static_cast<double>(progress.bytesTotal);
    if (progress.rowsTotal > 0)
        return static_cast<double>(progress.rows) / static_cast<double>(progress.rowsTotal);
    return -1;
}

qint64 timeLeftMs(const JobRunner &runner)
{
    const double done = share(runner.progress());
    const qint64 elapsed = runner.elapsedMs();
    if (!runner.isRunning() || done <= 0.005 || elapsed < kSpeedAfterMs)
        return -1;
    return static_cast<qint64>(static_cast<double>(elapsed) * (1 - std::min(done, 1.0)) / done);
}

QString doneText(const JobReport &report)
{
    const RowCounts &counts = report.totals;
    const QLocale locale;
    QStringList parts;
    const auto add = [&](qint64 count, const QString &text) {
        if (count > 0)
            parts += text.arg(locale.toString(count));
    };
    if (counts.rows > 0)
        parts += counted(counts.rows, JobsModel::tr("1 row"), JobsModel::tr("%1 rows"));
    add(counts.inserted, JobsModel::tr("%1 inserted"));
    add(counts.updated, JobsModel::tr("%1 changed"));
    add(counts.deleted, JobsModel::tr("%1 deleted"));
    add(counts.rejected, JobsModel::tr("%1 rejected"));
    if (!report.files.isEmpty())
        parts +=
            counted(report.files.size(), JobsModel::tr("1 file written"), JobsModel::tr("%1 files written"));
    return parts.isEmpty() ? JobsModel::tr("Done") : parts.join(QStringLiteral(", "));
}

QString detailsText(const JobRunner &runner)
{
    QStringList lines{runner.title()};
    if (runner.result() && !runner.result()->isOk())
        lines += runner.result()->error().toString();
    if (runner.result() && runner.result()->isOk()) {
        const JobReport &report = runner.result()->value();
        lines += doneText(report);
        for (const Error &warning : report.warnings)
            lines += warning.toString();
        lines += report.files;
    }
    return (lines + runner.log()).join(QLatin1Char('\n'));
}

QString folderOf(const JobRunner &runner)
{
    if (!runner.result() || !runner.result()->isOk() || runner.result()->value().files.isEmpty())
        return {};
    return QFileInfo(runner.result()->value().files.constFirst()).absolutePath();
}

} // namespace

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
    auto owned = std::make_unique<JobRunner>(std::move(job));
    JobRunner *runner = owned.get();
    runner->setSecrets(m_secrets);
    beginInsertRows({}, 0, 0);
    m_entries.insert(m_entries.begin(), Entry{std::move(owned), false});
    endInsertRows();
    connect(runner, &JobRunner::progressed, this, [this, runner] { changed(runner); });
    connect(runner, &JobRunner::logged, this, [this, runner] { changed(runner); });
    connect(runner, &JobRunner::finished, this, [this, runner] {
        changed(runner);
        Q_EMIT runningCountChanged(runningCount());
    });
    runner->start();
    Q_EMIT runningCountChanged(runningCount());
    return runner;
}

void JobsModel::cancel(int row)
{
    JobRunner *const one = runner(row);
    if (!one || !one->isRunning())
        return;
    m_entries[static_cast<size_t>(row)].isCancelling = true;
    one->cancel();
    changed(one);
}

void JobsModel::remove(int row)
{
    const JobRunner *const one = runner(row);
    if (!one || one->isRunning())
        return;
    beginRemoveRows({}, row, row);
    // Later: this may be called from a slot of the runner's own signal.
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
        count += entry.runner->isRunning() ? 1 : 0;
    return count;
}

int JobsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

JobsModel::State JobsModel::state(const Entry &entry) const
{
    if (entry.runner->isRunning() || !entry.runner->result())
        return entry.isCancelling ? State::Cancelling : State::Running;
    if (entry.runner->result()->isOk())
        return State::Done;
    return entry.runner->result()->error().kind == ErrorKind::Cancelled ? State::Cancelled : State::Failed;
}

QVariant JobsModel::figure(const Entry &entry, int role) const
{
    const JobRunner &runner = *entry.runner;
    const double done = share(runner.progress());
    switch (role) {
    case ProgressRole:
        if (state(entry) == State::Done)
            return 1000;
        return done < 0 ? -1 : static_cast<int>(std::min(done, 1.0) * 1000);
    case RowsRole:
        return runner.progress().rows;
    case RowsPerSecondRole:
        return rowsPerSecond(runner);
    case TimeLeftRole:
        return timeLeftMs(runner);
    case ElapsedRole:
        return runner.elapsedMs();
    default:
        return {};
    }
}

QVariant JobsModel::outcome(const Entry &entry, int role) const
{
    const JobRunner &runner = *entry.runner;
    const bool hasFailed = runner.result() && !runner.result()->isOk();
    switch (role) {
    case ErrorRole:
        return hasFailed ? escapeControls(runner.result()->error().message) : QString();
    case HintRole:
        return hasFailed ? runner.result()->error().hint : QString();
    case DetailsRole:
        return detailsText(runner);
    case ResultRole:
        return runner.result() && !hasFailed ? doneText(runner.result()->value()) : QString();
    case FolderRole:
        return folderOf(runner);
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
        return entry.runner->log();
    default:
        break;
    }
    return role <= ElapsedRole ? figure(entry, role) : outcome(entry, role);
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
            {PhaseRole, "phase"},
            {TableRole, "table"},
            {LogRole, "log"},
            {ErrorRole, "error"},
            {HintRole, "hint"},
            {DetailsRole, "details"},
            {ResultRole, "result"},
            {FolderRole, "folder"}};
}

void JobsModel::changed(const JobRunner *runner)
{
    const int row = rowOf(runner);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

} // namespace galley
