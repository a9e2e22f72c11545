// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/postgresengine.h"

#include "workers/engines/postgres/pgcatalog.h"
#include "workers/engines/postgres/pgconnection.h"
#include "workers/engines/postgres/pgconverter.h"
#include "workers/engines/postgres/pgtypes.h"

namespace galley {

namespace {

using Connections = std::vector<std::unique_ptr<Connection>>;

class PostgresEngine final : public Engine
{
public:
    QString id() const override { return QStringLiteral("postgres"); }
    QString name() const override { return QStringLiteral("PostgreSQL"); }

    Result<std::unique_ptr<Connection>> open(const OpenRequest &request) const override
    {
        ASSIGN_OR_RETURN(auto session, PgSession::connect(request));
        return std::unique_ptr<Connection>(
            std::make_unique<PgConnection>(std::move(session), request.database));
    }
    Result<Connections> openSnapshot(const OpenRequest &request, int wanted) const override;
    std::unique_ptr<CellConverter> converter(const TableShape &sourceShape, const Column *source,
                                             const Column &target) const override
    {
        return makePgConverter(sourceShape, source, target);
    }
    int compareKeys(const Column &column, const Cell &a, const Cell &b) const override
    {
        return comparePgKeys(column, a, b);
    }
    Result<TableInfo> tableFor(const TableShape &source) const override { return pgTableFor(source); }
    QString quoted(const QString &text) const override { return QString::fromUtf8(pgQuoted(text)); }
};

/// The first connection exports its snapshot, the others take it over.
Result<Connections> PostgresEngine::openSnapshot(const OpenRequest &request, int wanted) const
{
    OpenRequest reading = request;
    reading.access = OpenRequest::Access::Read;
    ASSIGN_OR_RETURN(auto session, PgSession::connect(reading));
    auto first = std::make_unique<PgConnection>(std::move(session), request.database);
    RETURN_IF_ERROR(first->beginSnapshot({}));
    Connections connections;
    PgConnection &leader = *first;
    connections.push_back(std::move(first));
    if (wanted <= 1 || !leader.session().isPlainServer())
        return connections;
    ASSIGN_OR_RETURN(const PgResult exported, leader.session().run("SELECT pg_catalog.pg_export_snapshot()"));
    const QByteArray snapshot = exported.text(0, 0).toLatin1();
    std::vector<PgConnection *> others;
    for (int i = 1; i < wanted; ++i) {
        auto next = PgSession::connect(reading);
        if (!next) // no more connections for us: fewer do as well
            break;
        auto connection = std::make_unique<PgConnection>(*std::move(next), request.database);
        RETURN_IF_ERROR(connection->beginSnapshot(snapshot));
        others.push_back(connection.get());
        connections.push_back(std::move(connection));
    }
    if (others.empty())
        return connections;
    ASSIGN_OR_RETURN(const Catalog catalog, readPgCatalog(leader.session(), &others.front()->session()));
    leader.setSnapshotCatalog(catalog);
    for (PgConnection *connection : others)
        connection->setSnapshotCatalog(catalog);
    return connections;
}

} // namespace

std::unique_ptr<Engine> makePostgresEngine()
{
    return std::make_unique<PostgresEngine>();
}

} // namespace galley
