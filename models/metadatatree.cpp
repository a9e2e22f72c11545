// SPDX-License-Identifier: MIT
#include "models/metadatatree.h"

#include "workers/jobs/jobrunner.h"
#include "workers/jobs/metadataserverjob.h"

#include <QCoreApplication>

namespace galley {

namespace {

class ListJob final : public Job
{
public:
    ListJob(QString address, QString connection, std::shared_ptr<std::vector<MetadataEntity>> found)
        : m_address(std::move(address))
        , m_connection(std::move(connection))
        , m_found(std::move(found))
    {
    }
    QString title() const override
    {
        return QCoreApplication::translate("galley::MetadataTree", "List %1").arg(m_address);
    }
    Result<JobReport> run(JobContext &context) override
    {
        ASSIGN_OR_RETURN(*m_found, listMetadataServer(m_address, m_connection, context));
        return JobReport{};
    }

private:
    QString m_address;
    QString m_connection;
    std::shared_ptr<std::vector<MetadataEntity>> m_found;
};

/// The last part of a fully qualified name, which may be quoted.
QString lastName(const QString &fullName)
{
    bool isQuoted = false;
    qsizetype start = 0;
    for (qsizetype i = 0; i < fullName.size(); ++i) {
        if (fullName[i] == QLatin1Char('"'))
            isQuoted = !isQuoted;
        else if (fullName[i] == QLatin1Char('.') && !isQuoted)
            start = i + 1;
    }
    return fullName.mid(start);
}

bool isLeaf(const MetadataEntity &entity)
{
    static const QStringList inner = {QStringLiteral("services/databaseServices"),
                                      QStringLiteral("databases"), QStringLiteral("databaseSchemas"),
                                      QStringLiteral("tables")};
    return !inner.contains(entity.collection);
}

} // namespace

struct MetadataTree::Node
{
    enum class State : quint8
    {
        Unread,
        Reading,
        Read
    };

    MetadataEntity entity;
    Node *parent = nullptr;
    int row = 0;
    State state = State::Unread;
    std::shared_ptr<std::vector<MetadataEntity>> found;
    std::vector<std::unique_ptr<Node>> children;
    std::unique_ptr<JobRunner> runner; ///< goes before what it writes into
};

MetadataTree::MetadataTree(const DatabaseRef &server, SecretSource *secrets, QObject *parent)
    : QAbstractItemModel(parent)
    , m_server(server)
    , m_secrets(secrets)
    , m_root(std::make_unique<Node>())
{
}

MetadataTree::~MetadataTree() = default;

QString MetadataTree::serverAddress() const
{
    return m_server.location;
}

void MetadataTree::reload()
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    endResetModel();
    fetchMore({});
}

MetadataTree::Node *MetadataTree::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex MetadataTree::indexOf(const Node *node) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, 0, node);
}

QString MetadataTree::addressOf(const Node &node) const
{
    const auto base = MetadataAddress::parse(m_server.location);
    if (!base)
        return m_server.location;
    MetadataAddress address = *base;
    address.collection = node.entity.collection;
    address.fullName = node.entity.fullName.toUtf8();
    return address.toString();
}

bool MetadataTree::canFetchMore(const QModelIndex &parent) const
{
    const Node &node = *nodeAt(parent);
    return node.state == Node::State::Unread && (&node == m_root.get() || !isLeaf(node.entity));
}

void MetadataTree::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    Node &node = *nodeAt(parent);
    node.state = Node::State::Reading;
    node.found = std::make_shared<std::vector<MetadataEntity>>();
    node.runner = std::make_unique<JobRunner>(
        std::make_unique<ListJob>(addressOf(node), m_server.connection, node.found));
    node.runner->setSecrets(m_secrets);
    // A runner ends with its node.
    connect(node.runner.get(), &JobRunner::finished, this, [this, at = &node] { listed(*at); });
    node.runner->start();
}

void MetadataTree::listed(Node &node)
{
    const Result<JobReport> &result = *node.runner->result();
    node.state = result ? Node::State::Read : Node::State::Unread;
    const auto count = static_cast<int>(node.found->size());
    if (result && count > 0) {
        beginInsertRows(indexOf(&node), 0, count - 1);
        for (MetadataEntity &entity : *node.found) {
            auto child = std::make_unique<Node>();
            child->entity = std::move(entity);
            child->parent = &node;
            child->row = static_cast<int>(node.children.size());
            node.children.push_back(std::move(child));
        }
        endInsertRows();
    }
    if (&node != m_root.get())
        Q_EMIT dataChanged(indexOf(&node), indexOf(&node));
    if (!result)
        Q_EMIT failed(result.error());
}

QModelIndex MetadataTree::index(int row, int column, const QModelIndex &parent) const
{
    const Node &node = *nodeAt(parent);
    if (row < 0 || row >= static_cast<int>(node.children.size()) || column != 0)
        return {};
    return createIndex(row, 0, node.children[static_cast<size_t>(row)].get());
}

QModelIndex MetadataTree::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(nodeAt(index)->parent) : QModelIndex();
}

int MetadataTree::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(nodeAt(parent)->children.size());
}

int MetadataTree::columnCount(const QModelIndex &) const
{
    return 1;
}

bool MetadataTree::hasChildren(const QModelIndex &parent) const
{
    return canFetchMore(parent) || rowCount(parent) > 0;
}

QVariant MetadataTree::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &node = *nodeAt(index);
    switch (role) {
    case Qt::DisplayRole: {
        const QString name = escapeControls(lastName(node.entity.fullName));
        return node.state == Node::State::Reading ? tr("%1 (asking…)").arg(name) : name;
    }
    case AddressRole:
        return addressOf(node);
    case CollectionRole:
        return node.entity.collection;
    case FullNameRole:
        return node.entity.fullName;
    case DescriptionRole:
        return node.entity.description;
    case IsReadRole:
        return node.state == Node::State::Read;
    default:
        return {};
    }
}

} // namespace galley
