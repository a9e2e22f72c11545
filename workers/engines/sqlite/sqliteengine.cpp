// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqliteengine.h"

#include "workers/engines/sqlite/sqliteconverter.h"
#include "workers/engines/sqlite/sqliteopen.h"
#include "workers/engines/sqlite/sqlitetypes.h"

namespace galley {

namespace {

using Connections = std::vector<std::unique_ptr<Connection>>;

constexpr int kSnapshotTries = 4;

/// Read connections to what `probe` has open, each in its own read transaction. Empty where another program
/// committed in between, so that they might not see the same.
Result<Connections> tryTogether(const OpenRequest &request, SqliteConnection &probe, int wanted)
{
    Connections connections;
    ASSIGN_OR_RETURN(const qint64 before, probe.dataVersion());
    for (int i = 0; i < wanted; ++i) {
        ASSIGN_OR_RETURN(auto opened, openSqliteAgain(probe.opened()));
        auto connection = std::make_unique<SqliteConnection>(std::move(opened), request.database);
        RETURN_IF_ERROR(connection->beginSnapshot());
        connections.push_back(std::move(connection));
    }
    ASSIGN_OR_RETURN(const qint64 after, probe.dataVersion());
    if (before != after)
        connections.clear();
    return connections;
}

Result<Connections> openSqliteSnapshot(const OpenRequest &request, int wanted)
{
    OpenRequest reading = request;
    reading.access = OpenRequest::Access::Read;
    ASSIGN_OR_RETURN(auto opened, openSqlite(reading));
    auto probe = std::make_unique<SqliteConnection>(std::move(opened), request.database);
    for (int attempt = 0; wanted > 1 && attempt < kSnapshotTries; ++attempt) {
        Result<Connections> connections = tryTogether(request, *probe, wanted);
        if (!connections || !connections->empty())
            return connections;
    }
    // A database that is written to without a pause: one connection cannot disagree with itself.
    RETURN_IF_ERROR(probe->beginSnapshot());
    Connections one;
    one.push_back(std::move(probe));
    return one;
}

class SqliteEngine final : public Engine
{
public:
    QString id() const override { return QStringLiteral("sqlite"); }
    QString name() const override { return QStringLiteral("SQLite"); }
    std::vector<OptionSpec> connectionFields() const override
    {
        return {{QStringLiteral("path"),
                 QStringLiteral("File"),
                 OptionSpec::Type::File,
                 QString(),
                 QStringLiteral("The SQLite file."),
                 {}}};
    }

    Result<std::unique_ptr<Connection>> open(const OpenRequest &request) const override
    {
        ASSIGN_OR_RETURN(auto opened, openSqlite(request));
        return std::unique_ptr<Connection>(
            std::make_unique<SqliteConnection>(std::move(opened), request.database));
    }
    Result<std::vector<std::unique_ptr<Connection>>> openSnapshot(const OpenRequest &request,
                                                                  int wanted) const override
    {
        return openSqliteSnapshot(request, wanted);
    }
    std::unique_ptr<CellConverter> converter(const TableShape &sourceShape, const Column *source,
                                             const Column &target) const override
    {
        return makeSqliteConverter(sourceShape, source, target);
    }
    bool storesInKeyOrder() const override { return true; }
    int compareKeys(const Column &column, const Cell &a, const Cell &b) const override
    {
        return compareSqliteKeys(column, a, b);
    }
    Result<TableInfo> tableFor(const TableShape &source) const override { return sqliteTableFor(source); }
    QString quoted(const QString &text) const override { return QString::fromUtf8(sqliteQuoted(text)); }
};

} // namespace

std::unique_ptr<Engine> makeSqliteEngine()
{
    return std::make_unique<SqliteEngine>();
}

} // namespace galley
