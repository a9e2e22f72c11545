// SPDX-License-Identifier: MIT
#include "models/rejectsmodel.h"

#include "models/wording.h"

#include <QFileInfo>
#include <QLocale>

namespace galley {

namespace {

constexpr qint64 kAtOnce = 500;

} // namespace

RejectsModel::RejectsModel(ChangesLoader &loader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_loader(loader)
{
    connect(&loader, &ChangesLoader::rejectsLoaded, this,
            [this](qint64 first, const std::vector<Reject> &rejects) {
                if (!m_isBusy || first != static_cast<qint64>(m_rejects.size()))
                    return;
                m_isBusy = false;
                if (rejects.empty()) {
                    m_total = first;
                    return;
                }
                const int from = static_cast<int>(first);
                beginInsertRows({}, from, from + static_cast<int>(rejects.size()) - 1);
                m_rejects.insert(m_rejects.end(), rejects.begin(), rejects.end());
                endInsertRows();
            });
}

void RejectsModel::setTotal(qint64 total)
{
    beginResetModel();
    m_rejects.clear();
    m_total = total;
    m_isBusy = false;
    endResetModel();
    if (canFetchMore({}))
        fetchMore({});
}

int RejectsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rejects.size());
}

int RejectsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int{ColumnTotal};
}

bool RejectsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isBusy && static_cast<qint64>(m_rejects.size()) < m_total;
}

void RejectsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isBusy = true;
    m_loader.loadRejects(static_cast<qint64>(m_rejects.size()), kAtOnce);
}

QVariant RejectsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Reject &reject = m_rejects[static_cast<size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() == LineColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case TableColumn:
        return shownName(reject.table);
    case PlaceColumn:
        if (!reject.where.member.isEmpty())
            return escapeControls(reject.where.member);
        return escapeControls(role == Qt::ToolTipRole ? reject.where.file
                                                      : QFileInfo(reject.where.file).fileName());
    case LineColumn:
        return reject.where.line > 0 ? QVariant(QLocale().toString(reject.where.line)) : QVariant();
    case FieldColumn:
        return escapeControls(reject.column);
    case ValueColumn:
        return escapeControls(reject.value);
    case ReasonColumn:
        return escapeControls(reject.reason);
    default:
        return {};
    }
}

QVariant RejectsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return QLocale().toString(section + 1);
    switch (section) {
    case TableColumn:
        return tr("Table");
    case PlaceColumn:
        return tr("File");
    case LineColumn:
        return tr("Line");
    case FieldColumn:
        return tr("Column");
    case ValueColumn:
        return tr("Value");
    case ReasonColumn:
        return tr("Reason");
    default:
        return {};
    }
}

} // namespace galley
