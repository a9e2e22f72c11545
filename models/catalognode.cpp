// SPDX-License-Identifier: MIT
#include "models/catalognode.h"

#include <algorithm>

namespace galley {

namespace {

QStringList schemasOf(const Catalog &catalog)
{
    QStringList names;
    const auto add = [&names](const QString &name) {
        if (!names.contains(name))
            names += name;
    };
    for (const TableInfo &table : catalog.tables)
        add(table.shape.name.schema);
    for (const ViewInfo &view : catalog.views)
        add(view.name.schema);
    names.sort();
    return names;
}

} // namespace

std::vector<std::unique_ptr<CatalogModel::Node>>
CatalogModel::Node::makeSchemas(const QStringList &schemas) const
{
    std::vector<std::unique_ptr<Node>> made;
    for (const QString &name : schemas) {
        made.push_back(makeGroup(Group::Schema));
        made.back()->schema = name;
    }
    return made;
}

bool CatalogModel::Node::canHaveChildren() const
{
    switch (kind) {
    case Kind::Connection:
        return connection->catalog != nullptr;
    case Kind::Group:
        return count() > 0;
    case Kind::Table:
        return true;
    default:
        return false;
    }
}

int CatalogModel::Node::count() const
{
    if (group == Group::Schema) {
        const Catalog &catalog = *connection->catalog;
        return static_cast<int>(
            std::ranges::count_if(catalog.tables,
                                  [this](const auto &each) { return each.shape.name.schema == schema; })
            + std::ranges::count_if(catalog.views,
                                    [this](const auto &each) { return each.name.schema == schema; }));
    }
    if (isFetched)
        return static_cast<int>(children.size());
    return static_cast<int>((table != nullptr ? makeTableItems() : makeCatalogItems()).size());
}

const CatalogModel::Node *CatalogModel::Node::tablesOf(const QString &wanted) const
{
    for (const auto &each : children) {
        if (each->group == Group::Tables)
            return each.get();
        if (each->group == Group::Schema && each->schema == wanted)
            return each->tablesOf(wanted);
    }
    return nullptr;
}

std::unique_ptr<CatalogModel::Node> CatalogModel::Node::make(Kind childKind) const
{
    auto child = std::make_unique<Node>();
    child->kind = childKind;
    child->connection = connection;
    child->table = table;
    child->schema = schema;
    return child;
}

std::unique_ptr<CatalogModel::Node> CatalogModel::Node::makeGroup(Group childGroup) const
{
    auto child = make(Kind::Group);
    child->group = childGroup;
    return child;
}

std::vector<std::unique_ptr<CatalogModel::Node>>
CatalogModel::Node::makeGroups(std::initializer_list<Group> groups) const
{
    std::vector<std::unique_ptr<Node>> made;
    for (const Group each : groups) {
        auto child = makeGroup(each);
        if (each == Group::Tables || child->count() > 0)
            made.push_back(std::move(child));
    }
    return made;
}

std::vector<std::unique_ptr<CatalogModel::Node>> CatalogModel::Node::makeChildren()
{
    switch (kind) {
    case Kind::Connection:
        if (const QStringList schemas = schemasOf(*connection->catalog); schemas.size() > 1)
            return makeSchemas(schemas);
        return makeGroups({Group::Tables, Group::Views, Group::Indexes, Group::Triggers});
    case Kind::Table:
        return makeGroups({Group::Columns, Group::Keys, Group::Indexes, Group::ForeignKeys, Group::Triggers});
    case Kind::Group:
        if (group == Group::Schema)
            return makeGroups({Group::Tables, Group::Views, Group::Indexes, Group::Triggers});
        return table != nullptr ? makeTableItems() : makeCatalogItems();
    default:
        return {};
    }
}

std::vector<std::unique_ptr<CatalogModel::Node>> CatalogModel::Node::makeCatalogItems() const
{
    std::vector<std::unique_ptr<Node>> made;
    const Catalog &catalog = *connection->catalog;
    const auto add = [&](Kind childKind) -> Node & {
        made.push_back(make(childKind));
        return *made.back();
    };
    for (const TableInfo &info : catalog.tables) {
        if (info.kind == TableInfo::Kind::Shadow || !isShown(info.shape.name.schema))
            continue;
        if (group == Group::Tables)
            add(Kind::Table).table = &info;
        for (size_t i = 0; group == Group::Indexes && i < info.indexes.size(); ++i) {
            if (info.indexes[i].isAutomatic)
                continue;
            Node &child = add(Kind::Index);
            child.table = &info;
            child.item = i;
        }
    }
    for (const ViewInfo &info : catalog.views) {
        if (group == Group::Views && isShown(info.name.schema))
            add(Kind::View).view = &info;
    }
    for (const TriggerInfo &info : catalog.triggers) {
        if (group == Group::Triggers && isShown(info.table.schema))
            add(Kind::Trigger).trigger = &info;
    }
    return made;
}

std::vector<std::unique_ptr<CatalogModel::Node>> CatalogModel::Node::makeTableItems() const
{
    std::vector<std::unique_ptr<Node>> made;
    const auto add = [&](Kind childKind, size_t childItem) {
        made.push_back(make(childKind));
        made.back()->item = childItem;
    };
    if (group == Group::Columns) {
        for (size_t i = 0; i < table->shape.columns.size(); ++i)
            add(Kind::Column, i);
    }
    if (group == Group::Keys && table->hasPrimaryKey)
        add(Kind::Key, table->indexes.size());
    for (size_t i = 0; i < table->indexes.size(); ++i) {
        const IndexInfo &index = table->indexes[i];
        const bool isKey = index.isAutomatic && index.isUnique;
        if (group == Group::Keys && isKey && !index.isPrimaryKey)
            add(Kind::Key, i);
        if (group == Group::Indexes && !index.isAutomatic)
            add(Kind::Index, i);
    }
    if (group == Group::ForeignKeys) {
        for (size_t i = 0; i < table->foreignKeys.size(); ++i)
            add(Kind::ForeignKey, i);
    }
    for (const TriggerInfo &each : connection->catalog->triggers) {
        if (group == Group::Triggers
            && (each.table.schema.isEmpty() || each.table.schema == table->shape.name.schema)
            && each.table.name.compare(table->shape.name.name, Qt::CaseInsensitive) == 0) {
            add(Kind::Trigger, 0);
            made.back()->trigger = &each;
        }
    }
    return made;
}

Qt::ItemFlags CatalogModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.isValid())
        return flags;
    const Node *node = nodeAt(index);
    const bool holdsTables = node->kind == Kind::Table
        || (node->kind == Kind::Connection && node->connection->catalog != nullptr)
        || node->group == Group::Tables || node->group == Group::Schema;
    return holdsTables ? flags | Qt::ItemIsDragEnabled : flags;
}

QString catalogFingerprint(const Catalog &catalog)
{
    QString text;
    const auto add = [&text](const QString &part) { text += part + QChar(0x1f); };
    for (const TableInfo &table : catalog.tables) {
        add(table.shape.name.toString());
        add(table.sql);
        for (const Column &column : table.shape.columns)
            add(column.name + QLatin1Char(':') + column.nativeType);
        for (const IndexInfo &index : table.indexes)
            add(index.name + index.sql);
    }
    for (const ViewInfo &view : catalog.views)
        add(view.name.toString() + view.sql);
    for (const TriggerInfo &trigger : catalog.triggers)
        add(trigger.name + trigger.sql);
    return text;
}

} // namespace galley
