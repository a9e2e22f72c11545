// SPDX-License-Identifier: MIT
//
// What an OpenMetadata server has, as a tree: services, databases, schemas, tables, columns. Each level is
// asked for when it is opened.
//
// Threads: UI thread; the server is asked by jobs.
#pragma once

#include "workers/engines/engine.h"

#include <QAbstractItemModel>

#include <memory>

namespace galley {

class MetadataTree : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role
    {
        AddressRole = Qt::UserRole + 1, ///< QString: what exports and imports take
        CollectionRole, ///< QString: "databases", …
        FullNameRole, ///< QString
        DescriptionRole, ///< QString
        IsReadRole, ///< bool: what is below it is known
    };

    /// `server`: webServerRef(); `secrets` outlives it.
    MetadataTree(const DatabaseRef &server, SecretSource *secrets, QObject *parent = nullptr);
    ~MetadataTree() override;

    QString serverAddress() const;
    /// Forgets everything and asks anew.
    void reload();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void failed(const galley::Error &error);

private:
    struct Node;

    Node *nodeAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node) const;
    QString addressOf(const Node &node) const;
    void listed(Node &node);

    DatabaseRef m_server;
    SecretSource *m_secrets;
    std::unique_ptr<Node> m_root;
};

} // namespace galley
