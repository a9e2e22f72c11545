// SPDX-License-Identifier: MIT
#include "models/savedjobsmodel.h"

#include "models/commandline.h"

#include <QFileInfo>

#include <algorithm>

namespace galley {

SavedJobsModel::SavedJobsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    reload();
}

const SavedJob *SavedJobsModel::find(const QString &name) const
{
    const int row = rowOf(name);
    return row < 0 ? nullptr : &m_all[static_cast<size_t>(row)];
}

int SavedJobsModel::rowOf(const QString &name) const
{
    const auto found = std::ranges::find_if(m_all, [&](const auto &each) { return each.name == name; });
    return found == m_all.end() ? -1 : static_cast<int>(found - m_all.begin());
}

QString SavedJobsModel::proposedName(const SavedJob &job) const
{
    const auto shortened = [](const QString &path) {
        const QString name = QFileInfo(path).fileName();
        return name.isEmpty() ? path : name;
    };
    const QString pattern =
        job.exportPlan() != nullptr ? tr("Export of %1 to %2") : tr("Import of %1 into %2");
    const QString name =
        escapeControls(pattern.arg(shortened(job.from()), shortened(job.to()))).left(80).trimmed();
    QString free = name;
    for (int i = 2; find(free) != nullptr; ++i)
        free = QStringLiteral("%1 (%2)").arg(name).arg(i);
    return free;
}

void SavedJobsModel::reload()
{
    Result<std::vector<SavedJob>> all = readSavedJobs();
    beginResetModel();
    m_error.reset();
    m_all.clear();
    if (all)
        m_all = *std::move(all);
    else
        m_error = all.error();
    endResetModel();
}

Result<void> SavedJobsModel::save(const SavedJob &job, const QString &replaced)
{
    Result<void> saved = saveJob(job, replaced);
    if (saved)
        reload();
    return saved;
}

Result<void> SavedJobsModel::rename(const QString &name, const QString &newName)
{
    Result<void> renamed = renameSavedJob(name, newName);
    if (renamed)
        reload();
    return renamed;
}

Result<void> SavedJobsModel::remove(const QString &name)
{
    Result<void> removed = removeSavedJob(name);
    if (removed)
        reload();
    return removed;
}

int SavedJobsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_all.size());
}

int SavedJobsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SavedJobsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const SavedJob &job = m_all[static_cast<size_t>(index.row())];
    const bool isImport = job.importPlan() != nullptr;
    if (role == IsImportRole)
        return isImport;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return escapeControls(job.name);
    case KindColumn:
        return isImport ? tr("Import") : tr("Export");
    case FromColumn:
        return escapeControls(job.from());
    case ToColumn:
        return escapeControls(job.to());
    default:
        return {};
    }
}

QVariant SavedJobsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names = {tr("Name"), tr("Kind"), tr("From"), tr("To")};
    return names.value(section);
}

QString savedJobCommand(const SavedJob &job)
{
    return job.exportPlan() != nullptr ? exportCommand(*job.exportPlan()) : importCommand(*job.importPlan());
}

} // namespace galley
