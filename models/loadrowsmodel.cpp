// SPDX-License-Identifier: MIT
#include "models/loadrowsmodel.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace galley {

LoadRowsModel::LoadRowsModel(ChangesLoader &loader, ChangesReview &review, QObject *parent)
    : QAbstractTableModel(parent)
    , m_loader(loader)
    , m_review(review)
{
    connect(&loader, &ChangesLoader::sourceRowsLoaded, this, &LoadRowsModel::takeRows);
    connect(&loader, &ChangesLoader::sourceFailed, this, [this](int table, const Error &error) {
        if (table != m_table)
            return;
        m_isBusy = false;
        m_isEnd = true;
        m_error = escapeControls(error.message);
        Q_EMIT noteChanged();
    });
}

void LoadRowsModel::setTable(int table)
{
    if (table == m_table)
        return;
    beginResetModel();
    m_table = table;
    m_fields.clear();
    m_batches.clear();
    m_ends.clear();
    m_rows = 0;
    m_isEnd = false;
    m_isBusy = false;
    m_isBegun = false;
    m_error.clear();
    if (table >= 0) {
        const ChangeShape &change = m_review.table(table).change;
        for (int i = 0; i < static_cast<int>(change.shape.columnCount()); ++i) {
            if (!m_review.isLoad(table) || static_cast<size_t>(i) >= change.isSet.size()
                || change.isSet[static_cast<size_t>(i)])
                m_fields.push_back(i);
        }
    }
    endResetModel();
    Q_EMIT noteChanged();
    if (table >= 0)
        fetchMore({});
}

QString LoadRowsModel::note() const
{
    if (m_table < 0)
        return {};
    if (!m_error.isEmpty())
        return tr("The rows cannot be shown: %1").arg(m_error);
    const RowCounts &counts = m_review.table(m_table).counts;
    if (!m_review.isLoad(m_table)) {
        const QString which =
            tr("Rows that stay as they are, read from the database: %1 are the same in the source")
                .arg(QLocale().toString(counts.unchanged));
        return m_isEnd && m_rows >= kMostRows
            ? tr("%1. The first %2 are shown.").arg(which, QLocale().toString(m_rows))
            : which + QLatin1Char('.');
    }
    const qint64 all = counts.inserted > 0 ? counts.inserted : counts.rows - counts.rejected;
    const QLocale locale;
    if (m_isEnd && m_rows < all)
        return tr("The first %1 of %2 rows, read from the source")
            .arg(locale.toString(m_rows), locale.toString(all));
    if (m_isEnd || m_rows >= all)
        return all == 1 ? tr("One row, read from the source")
                        : tr("All %1 rows, read from the source").arg(locale.toString(all));
    return all > kMostRows ? tr("The first %1 of %2 rows, read from the source as you scroll")
                                 .arg(locale.toString(kMostRows), locale.toString(all))
                           : tr("%1 rows, read from the source as you scroll").arg(locale.toString(all));
}

int LoadRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int LoadRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fields.size());
}

bool LoadRowsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_table >= 0 && !m_isBusy && !m_isEnd;
}

void LoadRowsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isBusy = true;
    m_loader.loadSourceRows(m_table, !std::exchange(m_isBegun, true));
}

void LoadRowsModel::takeRows(int table, const ChangesLoader::RowsPtr &rows, bool isEnd)
{
    if (table != m_table || !m_isBusy)
        return;
    m_isBusy = false;
    const int count = std::min(static_cast<int>(rows->rowCount()), kMostRows - m_rows);
    m_isEnd = isEnd || m_rows + count >= kMostRows;
    if (count > 0) {
        beginInsertRows({}, m_rows, m_rows + count - 1);
        m_batches.push_back(rows);
        m_rows += count;
        m_ends.push_back(m_rows);
        endInsertRows();
    }
    Q_EMIT noteChanged();
}

const Cell &LoadRowsModel::cell(const QModelIndex &index) const
{
    const auto batch =
        static_cast<size_t>(std::upper_bound(m_ends.begin(), m_ends.end(), index.row()) - m_ends.begin());
    const int first = batch == 0 ? 0 : m_ends[batch - 1];
    return m_batches[batch]->row(index.row() - first)[static_cast<size_t>(index.column())];
}

QString LoadRowsModel::fullText(const QModelIndex &index) const
{
    return index.isValid() ? cellFull(cell(index)) : QString();
}

QVariant LoadRowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cellLook(cell(index)) == CellLook::Empty ? QString() : cellLine(cell(index), 160);
    case LookRole:
        return QVariant::fromValue(cellLook(cell(index)));
    default:
        return {};
    }
}

QVariant LoadRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(QLocale().toString(section + 1)) : QVariant();
    if (m_table < 0 || section < 0 || section >= columnCount())
        return {};
    const Column &column =
        m_review.table(m_table)
            .change.shape.columns[static_cast<size_t>(m_fields[static_cast<size_t>(section)])];
    if (role == Qt::DisplayRole)
        return escapeControls(column.name);
    if (role == Qt::ToolTipRole)
        return escapeControls(column.name + QLatin1Char(' ') + column.nativeType);
    return {};
}

} // namespace galley
