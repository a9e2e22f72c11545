// SPDX-License-Identifier: MIT
//
// What is in the open databases, as a tree: connection, groups, tables with their columns, keys, indexes,
// foreign keys and triggers. Facts through roles; how they look is the view's affair.
//
// Threads: UI thread. The catalog comes from the session's thread; nodes are made when they are looked at.
#pragma once

#include "workers/connections/savedconnections.h"
#include "workers/session/session.h"

#include <QAbstractItemModel>

namespace galley {

class CatalogModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Kind
    {
        Connection,
        Group,
        Table,
        View,
        Column,
        Key,
        Index,
        ForeignKey,
        Trigger
    };
    Q_ENUM(Kind)

    enum class Group
    {
        None,
        Tables,
        Views,
        Indexes,
        Triggers,
        Columns,
        Keys,
        ForeignKeys,
        Schema ///< all of one schema, where a database has several
    };
    Q_ENUM(Group)

    enum Role
    {
        KindRole = Qt::UserRole + 1, ///< Kind
        GroupRole, ///< Group; None where it is no group
        CountRole, ///< int, of a group
        RowCountRole, ///< qint64, of a table; -1 while it is not counted
        NativeTypeRole, ///< QString, of a column; "" where none is declared
        IsKeyRole, ///< bool, of a column: part of the key
        IsNullableRole, ///< bool, of a column
        IsUniqueRole, ///< bool, of an index or a key
        TargetRole, ///< QString, of a foreign key: "customers (id)"
        ColumnsRole, ///< QStringList, of a key, an index or a foreign key
        SqlRole, ///< QString, where the engine keeps it
        StateRole, ///< int, Session::State of a connection
        ErrorRole, ///< QString, of a connection that failed
        ColorRole, ///< QString, of a connection: an id of connectionColors(), or ""
        MarkRole, ///< QString, of a connection: its word, as "PRODUCTION"
        IsReadOnlyRole, ///< bool, of a connection
    };

    explicit CatalogModel(QObject *parent = nullptr);
    ~CatalogModel() override;

    /// Begins to open it, as the last row. The session stays the model's.
    Session *addConnection(const OpenRequest &request);
    /// The same without opening it: a saved connection that waits.
    Session *addClosed(const OpenRequest &request);
    /// What the tree calls it, where its file's name says nothing.
    void setTitle(const Session *session, const QString &title);
    /// How connections look, and what they may.
    void setSaved(std::vector<SavedConnection> saved);
    /// Ends the session.
    void removeConnection(const Session *session);
    std::vector<Session *> sessions() const;
    /// nullptr where that database is not open.
    Session *find(const DatabaseRef &database) const;

    Session *session(const QModelIndex &index) const; ///< nullptr for an invalid index
    /// The table or view that `index` is or belongs to; an empty name elsewhere.
    TableName tableName(const QModelIndex &index) const;
    QModelIndex indexOf(const Session *session) const;
    /// Makes the nodes on the way. Invalid where there is no such table or view.
    QModelIndex indexOf(const Session *session, const TableName &table);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// Tables, and what holds tables, can be dragged.
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Node;
    struct Connection;

    const Node *nodeAt(const QModelIndex &index) const;
    QModelIndex indexAt(const Node *node) const;
    void catalogArrived(Connection &connection);
    void stateChanged(const Connection &connection);
    void countArrived(const Connection &connection, const TableName &table);
    void setChildren(Node &node, std::vector<std::unique_ptr<Node>> children);
    QVariant label(const Node &node) const;
    QVariant connectionFact(const Session &session, int role) const;
    QModelIndex findBelow(const QModelIndex &top, const TableName &table);
    QVariant tableFact(const Node &node, int role) const;

    std::vector<std::unique_ptr<Connection>> m_connections;
    std::vector<SavedConnection> m_saved;
};

} // namespace galley
