// SPDX-License-Identifier: MIT
#include "models/catalogmodel.h"

#include "models/catalognode.h"
#include "workers/engines/comments/commentsengine.h"

#include <algorithm>

namespace galley {

namespace {

QString groupName(CatalogModel::Group group)
{
    switch (group) {
    case CatalogModel::Group::Tables:
        return CatalogModel::tr("Tables");
    case CatalogModel::Group::Views:
        return CatalogModel::tr("Views");
    case CatalogModel::Group::Indexes:
        return CatalogModel::tr("Indexes");
    case CatalogModel::Group::Triggers:
        return CatalogModel::tr("Triggers");
    case CatalogModel::Group::Columns:
        return CatalogModel::tr("Columns");
    case CatalogModel::Group::Keys:
        return CatalogModel::tr("Keys");
    case CatalogModel::Group::ForeignKeys:
        return CatalogModel::tr("Foreign keys");
    case CatalogModel::Group::Schema:
    case CatalogModel::Group::None:
        break;
    }
    return {};
}

QStringList keyColumns(const TableInfo &table)
{
    QStringList names;
    for (const int column : table.shape.key)
        names += table.shape.columns[static_cast<size_t>(column)].name;
    return names;
}

} // namespace

CatalogModel::CatalogModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

CatalogModel::~CatalogModel() = default;

Session *CatalogModel::addConnection(const OpenRequest &request)
{
    Session *session = addClosed(request);
    session->open();
    return session;
}

void CatalogModel::setTitle(const Session *session, const QString &title)
{
    for (const auto &each : m_connections) {
        if (each->session.get() == session) {
            each->title = title;
            stateChanged(*each);
        }
    }
}

void CatalogModel::setSaved(std::vector<SavedConnection> saved)
{
    m_saved = std::move(saved);
    for (const auto &each : m_connections)
        stateChanged(*each);
}

Session *CatalogModel::addClosed(const OpenRequest &request)
{
    auto connection = std::make_unique<Connection>();
    Connection *added = connection.get();
    added->root.connection = added;
    added->root.row = static_cast<int>(m_connections.size());
    added->session = std::make_unique<Session>(request);
    Session *session = added->session.get();
    connect(session, &Session::opened, this, [this, added] { catalogArrived(*added); });
    connect(session, &Session::failed, this, [this, added] { stateChanged(*added); });
    connect(session, &Session::counted, this,
            [this, added](const TableName &table) { countArrived(*added, table); });
    beginInsertRows({}, added->root.row, added->root.row);
    m_connections.push_back(std::move(connection));
    endInsertRows();
    return session;
}

void CatalogModel::removeConnection(const Session *session)
{
    const auto found = std::ranges::find_if(
        m_connections, [session](const auto &each) { return each->session.get() == session; });
    if (found == m_connections.end())
        return;
    const auto row = static_cast<int>(found - m_connections.begin());
    beginRemoveRows({}, row, row);
    const std::unique_ptr<Connection> removed = std::move(*found);
    m_connections.erase(found);
    for (size_t i = 0; i < m_connections.size(); ++i)
        m_connections[i]->root.row = static_cast<int>(i);
    endRemoveRows();
}

std::vector<Session *> CatalogModel::sessions() const
{
    std::vector<Session *> all;
    for (const auto &each : m_connections)
        all.push_back(each->session.get());
    return all;
}

Session *CatalogModel::find(const DatabaseRef &database) const
{
    const auto found = std::ranges::find_if(
        m_connections, [&](const auto &each) { return each->session->database() == database; });
    return found == m_connections.end() ? nullptr : (*found)->session.get();
}

const CatalogModel::Node *CatalogModel::nodeAt(const QModelIndex &index) const
{
    return static_cast<const Node *>(index.internalPointer());
}

QModelIndex CatalogModel::indexAt(const Node *node) const
{
    return createIndex(node->row, 0, node);
}

Session *CatalogModel::session(const QModelIndex &index) const
{
    return index.isValid() ? nodeAt(index)->connection->session.get() : nullptr;
}

TableName CatalogModel::tableName(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Node *node = nodeAt(index);
    if (node->view != nullptr)
        return node->view->name;
    if (node->table != nullptr)
        return node->table->shape.name;
    return node->trigger != nullptr ? node->trigger->table : TableName();
}

QModelIndex CatalogModel::indexOf(const Session *session) const
{
    for (const auto &each : m_connections) {
        if (each->session.get() == session)
            return indexAt(&each->root);
    }
    return {};
}

QModelIndex CatalogModel::indexOf(const Session *session, const TableName &table)
{
    return findBelow(indexOf(session), table);
}

QModelIndex CatalogModel::findBelow(const QModelIndex &top, const TableName &table)
{
    if (canFetchMore(top))
        fetchMore(top);
    for (int group = 0; group < rowCount(top); ++group) {
        const QModelIndex groupIndex = index(group, 0, top);
        const auto kind = nodeAt(groupIndex)->group;
        if (kind == Group::Schema && nodeAt(groupIndex)->schema == table.schema)
            return findBelow(groupIndex, table);
        if (kind != Group::Tables && kind != Group::Views)
            continue;
        if (canFetchMore(groupIndex))
            fetchMore(groupIndex);
        for (int row = 0; row < rowCount(groupIndex); ++row) {
            const QModelIndex found = index(row, 0, groupIndex);
            if (tableName(found) == table)
                return found;
        }
    }
    return {};
}

QModelIndex CatalogModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return indexAt(&m_connections[static_cast<size_t>(row)]->root);
    return indexAt(nodeAt(parent)->children[static_cast<size_t>(row)].get());
}

QModelIndex CatalogModel::parent(const QModelIndex &index) const
{
    const Node *above = index.isValid() ? nodeAt(index)->parent : nullptr;
    return above != nullptr ? indexAt(above) : QModelIndex();
}

int CatalogModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return static_cast<int>(parent.isValid() ? nodeAt(parent)->children.size() : m_connections.size());
}

int CatalogModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool CatalogModel::hasChildren(const QModelIndex &parent) const
{
    return parent.isValid() ? nodeAt(parent)->canHaveChildren() : !m_connections.empty();
}

bool CatalogModel::canFetchMore(const QModelIndex &parent) const
{
    return parent.isValid() && !nodeAt(parent)->isFetched && nodeAt(parent)->canHaveChildren();
}

void CatalogModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    // The tree is the model's own: only the const of createIndex() is undone.
    auto &node = const_cast<Node &>(*nodeAt(parent));
    setChildren(node, node.makeChildren());
}

void CatalogModel::setChildren(Node &node, std::vector<std::unique_ptr<Node>> children)
{
    const QModelIndex at = indexAt(&node);
    if (!node.children.empty()) {
        beginRemoveRows(at, 0, static_cast<int>(node.children.size()) - 1);
        node.children.clear();
        node.isFetched = false;
        endRemoveRows();
    }
    for (size_t i = 0; i < children.size(); ++i) {
        children[i]->parent = &node;
        children[i]->row = static_cast<int>(i);
    }
    if (children.empty())
        return;
    beginInsertRows(at, 0, static_cast<int>(children.size()) - 1);
    node.children = std::move(children);
    node.isFetched = true;
    endInsertRows();
}

void CatalogModel::catalogArrived(Connection &connection)
{
    const CatalogPtr catalog = connection.session->catalog();
    const QString fingerprint = catalogFingerprint(*catalog);
    // An import changes rows far more often than tables: what is unfolded then stays so.
    if (!connection.catalog || fingerprint != connection.fingerprint) {
        setChildren(connection.root, {});
        connection.catalog = catalog;
        connection.fingerprint = fingerprint;
        setChildren(connection.root, connection.root.makeChildren());
    }
    stateChanged(connection);
}

void CatalogModel::stateChanged(const Connection &connection)
{
    const QModelIndex at = indexAt(&connection.root);
    Q_EMIT dataChanged(at, at);
}

void CatalogModel::countArrived(const Connection &connection, const TableName &table)
{
    const Node *group = connection.root.tablesOf(table.schema);
    if (group == nullptr)
        return;
    for (const auto &each : group->children) {
        if (each->table->shape.name == table) {
            const QModelIndex at = indexAt(each.get());
            Q_EMIT dataChanged(at, at, {RowCountRole});
            return;
        }
    }
}

QVariant CatalogModel::connectionFact(const Session &session, int role) const
{
    const SavedConnection *saved = connectionFor(m_saved, session.database());
    switch (role) {
    case StateRole:
        return static_cast<int>(session.state());
    case ErrorRole:
        return session.error() ? session.error()->toString() : QVariant();
    case ColorRole:
        return saved != nullptr ? saved->color : QString();
    case MarkRole:
        return saved != nullptr ? saved->markText() : QString();
    default:
        return session.database().isReadOnly || (saved != nullptr && saved->isReadOnly);
    }
}

QVariant CatalogModel::label(const Node &node) const
{
    switch (node.kind) {
    case Kind::Connection: {
        if (!node.connection->title.isEmpty())
            return node.connection->title;
        const DatabaseRef &database = node.connection->session->database();
        const QString name = database.connection.isEmpty() ? database.displayName() : database.connection;
        return database.engine == comments::kEngine ? tr("Comments of %1").arg(name) : name;
    }
    case Kind::Group:
        return node.group == Group::Schema ? node.schema : groupName(node.group);
    case Kind::Table:
        return node.table->shape.name.name;
    case Kind::View:
        return node.view->name.name;
    case Kind::Column:
        return node.table->shape.columns[node.item].name;
    case Kind::Trigger:
        return node.trigger->name;
    case Kind::Index:
        return node.table->indexes[node.item].name;
    case Kind::ForeignKey:
        return node.table->foreignKeys[node.item].columns.join(QStringLiteral(", "));
    case Kind::Key:
        break;
    }
    const bool isPrimary = node.item == node.table->indexes.size();
    return (isPrimary ? keyColumns(*node.table) : node.table->indexes[node.item].columns)
        .join(QStringLiteral(", "));
}

QVariant CatalogModel::tableFact(const Node &node, int role) const
{
    const TableInfo &table = *node.table;
    if (node.kind == Kind::Column) {
        const Column &column = table.shape.columns[node.item];
        if (role == NativeTypeRole)
            return column.nativeType;
        if (role == IsNullableRole)
            return column.nullable;
        if (role == IsKeyRole)
            return std::ranges::find(table.shape.key, static_cast<int>(node.item)) != table.shape.key.end();
    }
    const bool isPrimary = node.kind == Kind::Key && node.item == table.indexes.size();
    if (node.kind == Kind::Index || node.kind == Kind::Key) {
        if (role == ColumnsRole)
            return isPrimary ? keyColumns(table) : table.indexes[node.item].columns;
        if (role == IsUniqueRole)
            return isPrimary || table.indexes[node.item].isUnique;
        if (role == IsKeyRole)
            return isPrimary;
        if (role == SqlRole && !isPrimary)
            return table.indexes[node.item].sql;
    }
    if (node.kind == Kind::ForeignKey) {
        const ForeignKey &key = table.foreignKeys[node.item];
        if (role == ColumnsRole)
            return key.columns;
        if (role == TargetRole)
            return QStringLiteral("%1 (%2)").arg(key.target.name,
                                                 key.targetColumns.join(QStringLiteral(", ")));
    }
    if (node.kind == Kind::Table && role == RowCountRole)
        return node.connection->session->rowCount(table.shape.name);
    if (node.kind == Kind::Table && role == SqlRole)
        return table.sql;
    return {};
}

QVariant CatalogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeAt(index);
    const Session &session = *node.connection->session;
    switch (role) {
    case Qt::DisplayRole:
        return label(node);
    case KindRole:
        return QVariant::fromValue(node.kind);
    case GroupRole:
        return QVariant::fromValue(node.group);
    case CountRole:
        return node.kind == Kind::Group ? QVariant(node.count()) : QVariant();
    case StateRole:
    case ErrorRole:
    case ColorRole:
    case MarkRole:
    case IsReadOnlyRole:
        return node.kind == Kind::Connection ? connectionFact(session, role) : QVariant();
    default:
        break;
    }
    if (role == SqlRole && node.view != nullptr)
        return node.view->sql;
    if (role == SqlRole && node.trigger != nullptr)
        return node.trigger->sql;
    return node.table != nullptr && node.kind != Kind::Trigger ? tableFact(node, role) : QVariant();
}

QHash<int, QByteArray> CatalogModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"},  {KindRole, "kind"},
            {GroupRole, "group"},          {CountRole, "count"},
            {RowCountRole, "rowCount"},    {NativeTypeRole, "nativeType"},
            {IsKeyRole, "isKey"},          {IsNullableRole, "isNullable"},
            {IsUniqueRole, "isUnique"},    {TargetRole, "target"},
            {ColumnsRole, "columns"},      {SqlRole, "sql"},
            {StateRole, "state"},          {ErrorRole, "error"},
            {ColorRole, "color"},          {MarkRole, "mark"},
            {IsReadOnlyRole, "isReadOnly"}};
}

} // namespace galley
