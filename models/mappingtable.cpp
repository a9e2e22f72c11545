// SPDX-License-Identifier: MIT
//
// The mapping as the rows and columns of a table.
#include "models/mappingmodel.h"

#include "workers/base/result.h"

namespace galley {

namespace {

QString typeText(const Column &column)
{
    return escapeControls(column.nativeType.isEmpty() ? logicalTypeName(column.type) : column.nativeType);
}

} // namespace

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
        return into != nullptr && isKey(m_target.indexOf(into->name));
    if (role == SuggestionRole)
        return suggestionFor(row);
    if (role == ChoicesRole && column == TypeColumn)
        return typeChoices();
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
    if (role == Qt::EditRole && column == TypeColumn)
        return logicalTypeName(created(target, source(row)).type);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case SourceColumn:
        return escapeControls(source(row).name);
    case TargetColumn:
        if (target.isEmpty() && !suggestionFor(row).isEmpty())
            return tr("%1?").arg(escapeControls(suggestionFor(row)));
        return target.isEmpty() ? tr("(left out)") : escapeControls(target);
    case TypeColumn:
        if (into)
            return typeText(*into);
        return target.isEmpty() ? QString() : logicalTypeName(created(target, source(row)).type);
    default:
        return QString();
    }
}

QVariant MappingModel::unfilledData(int row, int column, int role) const
{
    const int field = m_unfilled[static_cast<size_t>(row - sourceCount())];
    const Column &into = m_target.columns[static_cast<size_t>(field)];
    if (role == IsKeyRole)
        return isKey(field);
    if (role == IsMissingRole)
        return isMissing(field);
    if (role == Qt::EditRole && column == ConstantColumn)
        return constants().value(into.name);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return unfilledText(into, isMissing(field), column);
}

QVariant MappingModel::unfilledText(const Column &into, bool isMissing, int column) const
{
    const QMap<QString, QString> constant = constants();
    const bool isSet = constant.contains(into.name);
    switch (column) {
    case SourceColumn:
        return isSet ? tr("(constant)") : tr("(nothing)");
    case TargetColumn:
        return escapeControls(into.name);
    case TypeColumn:
        return typeText(into);
    default:
        break;
    }
    if (isSet)
        return escapeControls(constant.value(into.name));
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
        const QString target = targetOf(index.row());
        if (value.toString() == data(index, Qt::EditRole).toString())
            return true;
        // The rows below follow from the mapping.
        if (index.column() == TypeColumn)
            setType(target, logicalTypeFromName(value.toString()));
        else
            change(
                [&](MappingAnswers &said) { said.map.insert(source(index.row()).name, value.toString()); });
        return true;
    }
    const int field = m_unfilled[static_cast<size_t>(index.row() - sourceCount())];
    setConstant(m_target.columns[static_cast<size_t>(field)].name,
                value.toString().isEmpty() ? QString() : value.toString());
    return true;
}

Qt::ItemFlags MappingModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    const bool isSource = index.row() < sourceCount();
    const bool isType = isSource && isNewTable() && index.column() == TypeColumn;
    const int editable = isSource ? TargetColumn : ConstantColumn;
    return index.column() == editable || isType ? flags | Qt::ItemIsEditable : flags;
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
