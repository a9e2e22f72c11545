// SPDX-License-Identifier: MIT
#include "models/schemamodel.h"

#include "models/wording.h"

namespace galley {

namespace {

QString kindText(const QString &kind)
{
    if (kind == QLatin1String("column"))
        return SchemaModel::tr("column");
    if (kind == QLatin1String("primary key"))
        return SchemaModel::tr("primary key");
    if (kind == QLatin1String("foreign key"))
        return SchemaModel::tr("foreign key");
    if (kind == QLatin1String("unique"))
        return SchemaModel::tr("unique");
    if (kind == QLatin1String("index"))
        return SchemaModel::tr("index");
    return kind == QLatin1String("check") ? SchemaModel::tr("check") : escapeControls(kind);
}

QString sideText(const QString &text)
{
    if (text == QLatin1String("yes"))
        return SchemaModel::tr("is there");
    return text.isEmpty() ? SchemaModel::tr("not there") : escapeControls(text);
}

} // namespace

SchemaModel::SchemaModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void SchemaModel::setTables(const std::vector<ChangeSetTable> &tables)
{
    beginResetModel();
    m_rows.clear();
    for (const ChangeSetTable &table : tables) {
        for (const SchemaDifference &difference : table.schema)
            m_rows.push_back({shownName(table.target.shape.name), difference});
    }
    endResetModel();
}

int SchemaModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SchemaModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int{ColumnTotal};
}

QVariant SchemaModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)
        || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    const SchemaDifference &difference = row.difference;
    switch (index.column()) {
    case TableColumn:
        return row.table;
    case HowColumn: // a sign beside the word, as in the grids
        if (difference.target.isEmpty())
            return tr("+ only in the source");
        return difference.source.isEmpty() ? tr("− only in the database") : tr("~ differs");
    case KindColumn:
        return kindText(difference.kind);
    case NameColumn:
        return escapeControls(difference.name);
    case TargetColumn:
        return sideText(difference.target);
    case SourceColumn:
        return sideText(difference.source);
    default:
        return {};
    }
}

QVariant SchemaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case TableColumn:
        return tr("Table");
    case HowColumn:
        return tr("How");
    case KindColumn:
        return tr("What");
    case NameColumn:
        return tr("Name");
    case TargetColumn:
        return tr("In the database");
    case SourceColumn:
        return tr("In the source");
    default:
        return {};
    }
}

} // namespace galley
