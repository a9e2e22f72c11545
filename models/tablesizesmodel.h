// SPDX-License-Identifier: MIT
//
// The tables of an open database by their size. Rows are those that the session counted, else the catalog's
// estimate, marked as one; bytes come from a job.
//
// Threads: UI thread.
#pragma once

#include "workers/engines/tablesizes.h"
#include "workers/jobs/job.h"
#include "workers/session/session.h"

#include <QAbstractTableModel>
#include <QPointer>

namespace galley {

class TableSizesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        RowsColumn,
        SizeColumn,
        ShareColumn,
        ColumnCount
    };
    enum Role
    {
        ShareRole = Qt::UserRole + 1, ///< double from 0 to 1, of all tables: of the bytes, else of the rows
        IsEstimateRole, ///< bool, of RowsColumn and SizeColumn
        SentenceRole, ///< QString: all about the table
    };

    explicit TableSizesModel(Session *session, QObject *parent = nullptr);

    void setSizes(const TableSizes &sizes);
    bool hasBytes() const { return !m_sizes.bytes.empty(); }
    /// Of all tables; -1 where not known.
    qint64 totalBytes() const;
    TableName table(int row) const;
    int rowOf(const TableName &table) const; ///< -1 where it is not there
    bool areSomeRowsEstimated() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Entry
    {
        TableName name;
        QString shown;
        qint64 rows = -1;
        bool areRowsEstimated = false;
        qint64 bytes = -1;
        double share = 0;
    };

    void fill();
    void measure(Entry &entry) const;
    void share();
    void order();
    QString rowsText(const Entry &entry) const;
    QString bytesText(const Entry &entry) const;
    QString sentence(const Entry &entry) const;

    QPointer<Session> m_session;
    TableSizes m_sizes;
    std::vector<Entry> m_entries;
    int m_sortColumn = ShareColumn;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

/// Measures without counting rows. `sizes` is touched by nobody else until the job has ended; it stays empty
/// where the engine cannot tell.
std::unique_ptr<Job> makeTableSizesJob(const Session &session, std::shared_ptr<TableSizes> sizes);

} // namespace galley
