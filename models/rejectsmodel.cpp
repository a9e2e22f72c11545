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
    m_repairs.clear();
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

void RejectsModel::setRepairable(bool isRepairable)
{
    beginResetModel();
    m_isRepairable = isRepairable;
    endResetModel();
}

/// A reject of a whole row names no column, or several.
bool RejectsModel::isEditable(const QModelIndex &index) const
{
    if (!m_isRepairable || !index.isValid() || index.column() != ValueColumn)
        return false;
    const Reject &reject = m_rejects[static_cast<size_t>(index.row())];
    return reject.where.line > 0 && !reject.column.isEmpty() && !reject.column.contains(QLatin1String(", "));
}

Qt::ItemFlags RejectsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    return isEditable(index) ? plain | Qt::ItemIsEditable : plain;
}

bool RejectsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !isEditable(index))
        return false;
    const Reject &reject = m_rejects[static_cast<size_t>(index.row())];
    const QString text = value.toString();
    if (text == reject.value) { // as it was
        m_repairs[reject.where.line].erase(reject.column);
        if (m_repairs[reject.where.line].empty())
            m_repairs.erase(reject.where.line);
    } else {
        m_repairs[reject.where.line][reject.column] =
            text.isEmpty() ? std::optional<QString>() : std::optional<QString>(text);
    }
    Q_EMIT dataChanged(index, index);
    Q_EMIT repaired();
    return true;
}

QVariant RejectsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Reject &reject = m_rejects[static_cast<size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() == LineColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (index.column() == ValueColumn) {
        const auto line = m_repairs.find(reject.where.line);
        if (line != m_repairs.end() && line->second.contains(reject.column)) {
            const std::optional<QString> &value = line->second.at(reject.column);
            if (role == Qt::EditRole)
                return value.value_or(QString());
            if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) // a sign beside the new value
                return tr("✎ %1").arg(value ? escapeControls(*value) : QStringLiteral("NULL"));
            if (role == Qt::ToolTipRole)
                return tr("Repaired; it was: %1").arg(escapeControls(reject.value));
        }
        if (role == Qt::EditRole)
            return reject.value;
    }
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
