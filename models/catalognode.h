// SPDX-License-Identifier: MIT
//
// The nodes of the catalog tree and how they follow from a catalog. Only catalogmodel.cpp needs this.
#pragma once

#include "models/catalogmodel.h"

namespace galley {

struct CatalogModel::Node
{
    Kind kind = Kind::Connection;
    Group group = Group::None;
    Node *parent = nullptr;
    int row = 0;
    Connection *connection = nullptr;
    const TableInfo *table = nullptr; ///< it is or belongs to; null for views and above
    const ViewInfo *view = nullptr;
    const TriggerInfo *trigger = nullptr;
    QString schema; ///< of a schema group and the groups in it; "" where all are shown together
    size_t item = 0; ///< column, index or foreign key of `table`
    bool isFetched = false;
    std::vector<std::unique_ptr<Node>> children;

    /// Whether there will be children once it is fetched.
    bool canHaveChildren() const;
    /// What hangs below it, not yet hung there.
    std::vector<std::unique_ptr<Node>> makeChildren();
    int count() const; ///< of a group
    /// The group of the tables of that schema, as far as it was made.
    const Node *tablesOf(const QString &wanted) const;

private:
    std::unique_ptr<Node> make(Kind childKind) const;
    std::unique_ptr<Node> makeGroup(Group childGroup) const;
    std::vector<std::unique_ptr<Node>> makeGroups(std::initializer_list<Group> groups) const;
    std::vector<std::unique_ptr<Node>> makeCatalogItems() const;
    std::vector<std::unique_ptr<Node>> makeSchemas(const QStringList &schemas) const;
    bool isShown(const QString &itemSchema) const { return schema.isEmpty() || schema == itemSchema; }
    std::vector<std::unique_ptr<Node>> makeTableItems() const;
};

struct CatalogModel::Connection
{
    Node root;
    std::unique_ptr<Session> session;
    QString title; ///< "": as its database is called
    CatalogPtr catalog; ///< the nodes point into it
    QString fingerprint; ///< of `catalog`
};

/// Equal where two catalogs give the same tree.
QString catalogFingerprint(const Catalog &catalog);

} // namespace galley
