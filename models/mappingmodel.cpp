// SPDX-License-Identifier: MIT
#include "models/mappingmodel.h"

#include "workers/base/result.h"

#include <QSet>

#include <algorithm>

namespace galley {

MappingModel::MappingModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void MappingModel::setColumns(const std::vector<Column> &source, const TableShape &target)
{
    beginResetModel();
    m_source = source;
    m_target = target;
    findUnfilled();
    endResetModel();
}

void MappingModel::setPlan(const QMap<QString, QString> &map, const QMap<QString, QString> &constants)
{
    beginResetModel();
    m_map = map;
    m_constants = constants;
    findUnfilled();
    endResetModel();
}

QString MappingModel::automaticTarget(const QString &source) const
{
    if (isNewTable())
        return source;
    const int index = m_target.indexOf(source);
    if (index < 0 || m_target.columns[static_cast<size_t>(index)].generated)
        return {};
    return m_target.columns[static_cast<size_t>(index)].name;
}

QString MappingModel::targetOf(int row) const
{
    const QString name = m_source[static_cast<size_t>(row)].name;
    return m_map.contains(name) ? m_map.value(name) : automaticTarget(name);
}

const Column *MappingModel::targetColumn(const QString &name) const
{
    const int index = name.isEmpty() ? -1 : m_target.indexOf(name);
    return index < 0 ? nullptr : &m_target.columns[static_cast<size_t>(index)];
}

void MappingModel::findUnfilled()
{
    QSet<QString> filled;
    for (int row = 0; row < sourceCount(); ++row)
        filled += targetOf(row);
    m_unfilled.clear();
    for (size_t i = 0; i < m_target.columns.size(); ++i) {
        const Column &column = m_target.columns[i];
        if (!filled.contains(column.name) && !column.generated && !column.hidden)
            m_unfilled.push_back(static_cast<int>(i));
    }
}

QMap<QString, QString> MappingModel::map() const
{
    QMap<QString, QString> out;
    for (int row = 0; row < sourceCount(); ++row) {
        const QString name = m_source[static_cast<size_t>(row)].name;
        const QString target = targetOf(row);
        if (target != automaticTarget(name) || target.isEmpty())
            out.insert(name, target);
    }
    return out;
}

QString MappingModel::problem() const
{
    QSet<QString> seen;
    for (int row = 0; row < sourceCount(); ++row) {
        const QString target = targetOf(row);
        if (target.isEmpty())
            continue;
        if (!isNewTable() && !targetColumn(target))
            return tr("The target has no column %1.").arg(escapeControls(target));
        if (seen.contains(target))
            return tr("Two source columns go into %1.").arg(escapeControls(target));
        if (m_constants.contains(target))
            return tr("%1 gets a constant and a source column.").arg(escapeControls(target));
        seen += target;
    }
    if (seen.isEmpty() && m_constants.isEmpty() && !m_source.empty())
        return tr("No source column goes into the target: map at least one.");
    return {};
}

int MappingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : sourceCount() + static_cast<int>(m_unfilled.size());
}

int MappingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int{ColumnTotal};
}

QVariant MappingModel::sourceData(int row, int column, int role) const
{
    const QString target = targetOf(row);
    const Column *const into = targetColumn(target);
    if (role == IsKeyRole)
        return into
            && std::find(m_target.key.begin(), m_target.key.end(), m_target.indexOf(into->name))
            != m_target.key.end();
    if (role == ChoicesRole) {
        QStringList names;
        for (const Column &one : m_target.columns) {
            if (!one.generated && !one.hidden)
                names += one.name;
        }
        return names;
    }
    if (role == Qt::EditRole && column == TargetColumn)
        return target;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case SourceColumn:
        return escapeControls(m_source[static_cast<size_t>(row)].name);
    case TargetColumn:
        return target.isEmpty() ? tr("(left out)") : escapeControls(target);
    case TypeColumn:
        if (into)
            return escapeControls(into->nativeType.isEmpty() ? logicalTypeName(into->type)
                                                             : into->nativeType);
        return target.isEmpty() ? QString() : logicalTypeName(m_source[static_cast<size_t>(row)].type);
    default:
        return QString();
    }
}

QVariant MappingModel::unfilledData(int row, int column, int role) const
{
    const int field = m_unfilled[static_cast<size_t>(row - sourceCount())];
    const Column &into = m_target.columns[static_cast<size_t>(field)];
    const bool isSet = m_constants.contains(into.name);
    // An INTEGER key is numbered by SQLite itself.
    const bool isKey = std::find(m_target.key.begin(), m_target.key.end(), field) != m_target.key.end();
    const bool isMissing = !isSet && !into.nullable && into.defaultExpression.isEmpty() && !isKey;
    if (role == IsKeyRole)
        return isKey;
    if (role == IsMissingRole)
        return isMissing;
    if (role == Qt::EditRole && column == ConstantColumn)
        return m_constants.value(into.name);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case SourceColumn:
        return isSet ? tr("(constant)") : tr("(nothing)");
    case TargetColumn:
        return escapeControls(into.name);
    case TypeColumn:
        return escapeControls(into.nativeType.isEmpty() ? logicalTypeName(into.type) : into.nativeType);
    default:
        break;
    }
    if (isSet)
        return escapeControls(m_constants.value(into.name));
    if (isMissing)
        return tr("needs a value");
    return into.defaultExpression.isEmpty() ? tr("left as it is, or NULL")
                                            : tr("left as it is, or %1").arg(into.defaultExpression);
}

QVariant MappingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return index.row() < sourceCount() ? sourceData(index.row(), index.column(), role)
                                       : unfilledData(index.row(), index.column(), role);
}

bool MappingModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    if (index.row() < sourceCount()) {
        const QString name = m_source[static_cast<size_t>(index.row())].name;
        const QString target = value.toString();
        if (target == targetOf(index.row()))
            return true;
        // The rows below follow from the mapping.
        beginResetModel();
        m_map.insert(name, target);
        findUnfilled();
        endResetModel();
        return true;
    }
    const Column &into =
        m_target.columns[static_cast<size_t>(m_unfilled[static_cast<size_t>(index.row() - sourceCount())])];
    if (value.toString().isEmpty())
        m_constants.remove(into.name);
    else
        m_constants.insert(into.name, value.toString());
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(ColumnTotal - 1));
    return true;
}

Qt::ItemFlags MappingModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    const int editable = index.row() < sourceCount() ? TargetColumn : ConstantColumn;
    return index.column() == editable ? flags | Qt::ItemIsEditable : flags;
}

QVariant MappingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case SourceColumn:
        return tr("From the source");
    case TargetColumn:
        return tr("Into the target");
    case TypeColumn:
        return tr("Type");
    case ConstantColumn:
        return tr("Constant");
    default:
        return {};
    }
}

} // namespace galley
