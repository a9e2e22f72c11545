// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlengine.h"

#include "workers/engines/mysql/mysqlconnection.h"
#include "workers/engines/mysql/mysqlconverter.h"
#include "workers/engines/mysql/mysqlselect.h"
#include "workers/engines/mysql/mysqltypes.h"

namespace galley {

namespace {

using Connections = std::vector<std::unique_ptr<Connection>>;

/// Nobody commits between the first and the last snapshot. A server whose statements do not come to an end
/// soon is not made to wait for us.
constexpr const char *kLock = "SET STATEMENT lock_wait_timeout=2 FOR FLUSH TABLES WITH READ LOCK";
constexpr const char *kLockMysql = "FLUSH TABLES WITH READ LOCK";
constexpr const char *kSnapshot = "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY";

Result<Connections> openMysqlSnapshot(const OpenRequest &request, int wanted)
{
    OpenRequest reading = request;
    reading.access = OpenRequest::Access::Read;
    MysqlServer server;
    ASSIGN_OR_RETURN(MysqlHandle first, openMysql(reading, server));
    std::vector<MysqlHandle> sessions;
    sessions.push_back(std::move(first));
    while (static_cast<int>(sessions.size()) < wanted) {
        Result<MysqlHandle> more = openMysqlAgain(server);
        if (!more) // too many connections: fewer do, too
            break;
        sessions.push_back(std::move(more).value());
    }
    if (sessions.size() > 1) {
        MysqlHandle locker;
        if (auto opened = openMysqlAgain(server)) {
            locker = std::move(opened).value();
            [[maybe_unused]] const auto patience = mysqlExec(locker.get(), "SET SESSION lock_wait_timeout=2");
        }
        const bool isLocked =
            locker != nullptr && mysqlExec(locker.get(), server.isMariaDb ? kLock : kLockMysql);
        if (!isLocked)
            sessions.resize(1); // one cannot disagree with itself
        for (const MysqlHandle &session : sessions)
            RETURN_IF_ERROR(mysqlExec(session.get(), kSnapshot));
    } else {
        RETURN_IF_ERROR(mysqlExec(sessions.front().get(), kSnapshot));
    }
    std::vector<std::unique_ptr<MysqlConnection>> all;
    for (MysqlHandle &session : sessions) {
        MysqlServer copy;
        copy.database = server.database;
        copy.password = server.password.copy();
        copy.version = server.version;
        copy.isMariaDb = server.isMariaDb;
        copy.largestPacket = server.largestPacket;
        all.push_back(std::make_unique<MysqlConnection>(std::move(copy), std::move(session)));
    }
    if (all.size() > 1) {
        ASSIGN_OR_RETURN(const Catalog catalog, all.front()->catalog());
        for (const auto &connection : all)
            connection->setSnapshotCatalog(catalog);
    }
    return Connections(std::make_move_iterator(all.begin()), std::make_move_iterator(all.end()));
}

class MysqlEngine final : public Engine
{
public:
    QString id() const override { return QStringLiteral("mysql"); }
    QString name() const override { return QStringLiteral("MariaDB"); }

    Result<std::unique_ptr<Connection>> open(const OpenRequest &request) const override
    {
        MysqlServer server;
        ASSIGN_OR_RETURN(MysqlHandle mysql, openMysql(request, server));
        return std::unique_ptr<Connection>(
            std::make_unique<MysqlConnection>(std::move(server), std::move(mysql)));
    }
    Result<Connections> openSnapshot(const OpenRequest &request, int wanted) const override
    {
        return openMysqlSnapshot(request, wanted);
    }
    std::unique_ptr<CellConverter> converter(const TableShape &sourceShape, const Column *source,
                                             const Column &target) const override
    {
        return makeMysqlConverter(sourceShape, source, target);
    }
    int compareKeys(const Column &column, const Cell &a, const Cell &b) const override
    {
        return compareMysqlKeys(column, a, b);
    }
    Result<TableInfo> tableFor(const TableShape &source) const override { return mysqlTableFor(source); }
    QString quoted(const QString &text) const override { return QString::fromUtf8(mysqlQuoted(text)); }
};

} // namespace

std::unique_ptr<Engine> makeMysqlEngine()
{
    return std::make_unique<MysqlEngine>();
}

} // namespace galley
