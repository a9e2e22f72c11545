// SPDX-License-Identifier: MIT
#include "workers/engines/odbc/odbcengine.h"

#include "workers/engines/odbc/odbcconnection.h"
#include "workers/engines/odbc/odbcconverter.h"

namespace galley {

namespace {

/// By the source's own means, beside the driver's attribute that many ignore.
Result<void> makeReadOnly(OdbcHandle &handle)
{
    switch (handle.dbms()) {
    case QSqlDriver::PostgreSQL:
        return handle.run(QStringLiteral("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"));
    case QSqlDriver::MySqlServer:
        return handle.run(QStringLiteral("SET SESSION TRANSACTION READ ONLY"));
    case QSqlDriver::UnknownDbms: {
        // SQLite's; what is none does not know the word.
        [[maybe_unused]] const auto tried = handle.run(QStringLiteral("PRAGMA query_only=ON"));
        return {};
    }
    default:
        return {};
    }
}

Result<std::unique_ptr<OdbcConnection>> openOdbc(const OpenRequest &request)
{
    ASSIGN_OR_RETURN(auto handle, OdbcHandle::open(request));
    if (request.access == OpenRequest::Access::Read)
        RETURN_IF_ERROR(makeReadOnly(*handle));
    return std::make_unique<OdbcConnection>(std::move(handle), request.database);
}

OptionSpec field(const char *id, const char *label, const char *help)
{
    return {QLatin1String(id), QString::fromUtf8(label), OptionSpec::Type::Text,
            QString(),         QString::fromUtf8(help),  {}};
}

class OdbcEngine final : public Engine
{
public:
    QString id() const override { return QStringLiteral("odbc"); }
    QString name() const override { return QStringLiteral("ODBC"); }
    std::vector<OptionSpec> connectionFields() const override
    {
        return {field("dsn", "Data source", "The name (DSN) of a data source of this machine."),
                field("driver", "Driver", "Instead of a data source: the name of a driver."),
                field("user", "User", "The name that you have there (UID)."),
                field("more", "More", "What else the driver is told: Server=db;Database=shop")};
    }
    Result<std::unique_ptr<Connection>> open(const OpenRequest &request) const override
    {
        ASSIGN_OR_RETURN(auto connection, openOdbc(request));
        return std::unique_ptr<Connection>(std::move(connection));
    }
    Result<std::vector<std::unique_ptr<Connection>>> openSnapshot(const OpenRequest &request,
                                                                  int /*wanted*/) const override
    {
        OpenRequest reading = request;
        reading.access = OpenRequest::Access::Read;
        ASSIGN_OR_RETURN(auto connection, openOdbc(reading));
        RETURN_IF_ERROR(connection->beginSnapshot());
        std::vector<std::unique_ptr<Connection>> one;
        one.push_back(std::move(connection));
        return one;
    }
    std::unique_ptr<CellConverter> converter(const TableShape & /*sourceShape*/, const Column * /*source*/,
                                             const Column &target) const override
    {
        return makeOdbcConverter(target);
    }
    int compareKeys(const Column &column, const Cell &a, const Cell &b) const override
    {
        return compareOdbcKeys(column, a, b);
    }
    Result<TableInfo> tableFor(const TableShape &source) const override
    {
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("the table %1 is not there, and tables cannot be made through ODBC")
                         .arg(source.name.toString()),
                     QStringLiteral("Make it in the database first; rows can go into it then."),
                     {}};
    }
    QString quoted(const QString &text) const override
    {
        QString inner = text;
        return QLatin1Char('"') + inner.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    }
};

} // namespace

std::unique_ptr<Engine> makeOdbcEngine()
{
    return std::make_unique<OdbcEngine>();
}

} // namespace galley
