// SPDX-License-Identifier: MIT
#include "workers/engines/odbc/odbccatalog.h"

#include "workers/engines/odbc/odbcreader.h"

#include <QSqlError>
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlRecord>
#include <QVariant>

namespace galley {

namespace {

struct Listed
{
    TableName name;
    bool isView = false;
};

/// With the schemas, which QSqlDatabase::tables() leaves out.
std::optional<std::vector<Listed>> fromInformationSchema(OdbcHandle &handle)
{
    if (!handle.hasInformationSchema())
        return {};
    auto query = odbcSelect(handle,
                            QStringLiteral("SELECT table_schema, table_name, table_type FROM "
                                           "information_schema.tables ORDER BY table_schema, table_name"));
    if (!query)
        return {};
    static const QStringList own = {QStringLiteral("information_schema"), QStringLiteral("pg_catalog"),
                                    QStringLiteral("mysql"), QStringLiteral("performance_schema"),
                                    QStringLiteral("sys")};
    std::vector<Listed> all;
    while (query->next()) {
        const QString schema = query->value(0).toString();
        const QString name = query->value(1).toString();
        const QString type = query->value(2).toString();
        if (!own.contains(schema.toLower()))
            all.push_back({{schema, name}, type.contains(QLatin1String("VIEW"), Qt::CaseInsensitive)});
    }
    return all;
}

std::vector<Listed> listed(OdbcHandle &handle)
{
    if (auto all = fromInformationSchema(handle))
        return *std::move(all);
    std::vector<Listed> all;
    for (const QString &name : handle.database().tables(QSql::Tables))
        all.push_back({{QString(), name}, false});
    for (const QString &name : handle.database().tables(QSql::Views))
        all.push_back({{QString(), name}, true});
    return all;
}

/// From an empty result: SQLColumns() takes names as patterns, so that `a_b` would get the columns of `axb`.
Result<TableInfo> describe(OdbcHandle &handle, const TableName &name)
{
    ASSIGN_OR_RETURN(
        const QSqlQuery query,
        odbcSelect(handle, QStringLiteral("SELECT * FROM %1 WHERE 1 = 0").arg(handle.quoted(name))));
    TableInfo table;
    table.shape.name = name;
    table.shape.engine = QStringLiteral("odbc");
    const QSqlRecord record = query.record();
    // Some drivers say only there what must not be NULL; it counts where no other table is among it.
    const QSqlRecord listed = handle.database().record(handle.quoted(name));
    for (int i = 0; i < record.count(); ++i) {
        Column column = odbcColumn(record.field(i));
        const bool isListed = listed.count() == record.count() && listed.fieldName(i) == column.name;
        column.nullable =
            column.nullable && !(isListed && listed.field(i).requiredStatus() == QSqlField::Required);
        table.shape.columns.push_back(std::move(column));
    }
    const QSqlIndex index = handle.database().primaryIndex(handle.quoted(name));
    for (int i = 0; i < index.count(); ++i) {
        const int column = table.shape.indexOf(index.fieldName(i));
        if (column < 0) { // a row id of the server, or the key of another table
            table.shape.key.clear();
            break;
        }
        table.shape.key.push_back(column);
    }
    table.hasPrimaryKey = !table.shape.key.empty();
    return table;
}

QString dbmsName(QSqlDriver::DbmsType type)
{
    switch (type) {
    case QSqlDriver::PostgreSQL:
        return QStringLiteral("PostgreSQL");
    case QSqlDriver::MSSqlServer:
        return QStringLiteral("Microsoft SQL Server");
    case QSqlDriver::MySqlServer:
        return QStringLiteral("MySQL");
    case QSqlDriver::Oracle:
        return QStringLiteral("Oracle");
    case QSqlDriver::DB2:
        return QStringLiteral("DB2");
    case QSqlDriver::Sybase:
        return QStringLiteral("Sybase");
    default:
        return QStringLiteral("another database");
    }
}

} // namespace

Result<Catalog> readOdbcCatalog(OdbcHandle &handle)
{
    Catalog catalog;
    catalog.engine = QStringLiteral("odbc");
    catalog.engineVersion = QStringLiteral("(%1)").arg(dbmsName(handle.dbms()));
    for (const Listed &each : listed(handle)) {
        if (each.isView) {
            catalog.views.push_back({each.name, {}});
            continue;
        }
        Result<TableInfo> table = each.name.name.contains(QLatin1Char('.'))
            ? Error{ErrorKind::Unsupported, QStringLiteral("its name has a full stop"), {}, {}}
            : describe(handle, each.name);
        if (!table) {
            catalog.warnings.push_back({ErrorKind::Unsupported,
                                        QStringLiteral("the table %1 is left out: %2")
                                            .arg(each.name.toString(), table.error().message),
                                        {},
                                        {}});
            continue;
        }

        catalog.tables.push_back(*std::move(table));
    }
    if (!handle.isExactReal())
        catalog.warnings.push_back(
            {ErrorKind::Value,
             QStringLiteral("this ODBC driver gives floating-point numbers with fewer digits than they have"),
             QStringLiteral("What is exported or compared is rounded by the driver; use the engine of the "
                            "database itself where there is one."),
             {}});
    return catalog;
}

} // namespace galley
