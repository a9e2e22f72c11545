// SPDX-License-Identifier: MIT
//
// The saved jobs as the window knows them: read at the start and after each change.
//
// Threads: UI thread.
#pragma once

#include "workers/jobs/savedjobs.h"

#include <QAbstractTableModel>

namespace galley {

class SavedJobsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        KindColumn,
        FromColumn,
        ToColumn,
        ColumnCount
    };
    enum Role
    {
        IsImportRole = Qt::UserRole + 1, ///< bool
    };

    explicit SavedJobsModel(QObject *parent = nullptr);

    const std::vector<SavedJob> &all() const { return m_all; }
    /// Why there are none; nothing where all is well.
    const std::optional<Error> &error() const { return m_error; }
    const SavedJob *find(const QString &name) const; ///< nullptr where there is none
    int rowOf(const QString &name) const; ///< -1 where there is none
    /// "Export of shop to shop.zip", with a number where that is taken.
    QString proposedName(const SavedJob &job) const;

    void reload();
    /// As the functions of savedjobs.h.
    Result<void> save(const SavedJob &job, const QString &replaced);
    Result<void> rename(const QString &name, const QString &newName);
    Result<void> remove(const QString &name);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<SavedJob> m_all;
    std::optional<Error> m_error;
};

/// What the job does, on the command line.
QString savedJobCommand(const SavedJob &job);

} // namespace galley
