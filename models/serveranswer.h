// SPDX-License-Identifier: MIT
//
// What an OpenMetadata server says of an import, row by row, as a table; and the job that brings it.
//
// Threads: UI thread; the facts are written by the job.
#pragma once

#include "workers/jobs/metadataserverjob.h"

#include <QAbstractTableModel>

#include <memory>

namespace galley {

/// Written by the job; to be read once its runner has finished.
struct ServerAnswer
{
    std::optional<MetadataImportResult> result; ///< nothing where the server was not asked
    QStringList columns;
    std::vector<QStringList> rows; ///< the first kMostRows
    static constexpr size_t kMostRows = 5000;
};

std::unique_ptr<Job> makeServerAnswerJob(const MetadataServerPlan &plan,
                                         std::shared_ptr<ServerAnswer> answer);

class ServerAnswerModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        IsFailureRole = Qt::UserRole + 1, ///< bool: the server refuses the row
    };

    explicit ServerAnswerModel(QObject *parent = nullptr);
    void setAnswer(std::shared_ptr<const ServerAnswer> answer);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const ServerAnswer> m_answer;
};

} // namespace galley
