// SPDX-License-Identifier: MIT
#include "workers/bundles/galley/serverscripts.h"

#include "workers/engines/mysql/mysqlcreate.h"
#include "workers/engines/mysql/mysqlhandle.h"
#include "workers/engines/mysql/mysqltypes.h"

namespace galley {

namespace {

constexpr const char *kHead =
    "-- mariadb --local-infile=1 new < load.sql, run in this folder. The database is empty.\n"
    "-- LOAD DATA cannot tell an empty text from NULL in a CSV file: both become NULL where the column takes "
    "it.\n"
    "-- Exact: galley import, or an export with --format sql.\n"
    "SET NAMES utf8mb4;\n";
constexpr const char *kSettings =
    "SET foreign_key_checks=0, unique_checks=0, time_zone='+00:00', "
    "collation_connection='utf8mb4_general_ci',"
    " sql_mode='STRICT_ALL_TABLES,ALLOW_INVALID_DATES,NO_AUTO_VALUE_ON_ZERO';\n";
constexpr const char *kDelimiter = "$$galley$$";

QByteArray valueOf(const Column &column, const QByteArray &variable)
{
    const QByteArray orNull = "IF(LENGTH(" + variable + ")=0,NULL," + variable + ')';
    switch (parseMysqlType(column.nativeType).kind) {
    case MysqlKind::Bit:
        return "CAST(CONV(" + orNull + ",2,10) AS UNSIGNED)";
    case MysqlKind::Char:
    case MysqlKind::Text:
    case MysqlKind::Enum:
    case MysqlKind::Set:
        // To LOAD DATA the word NULL is one.
        return "CASE WHEN " + variable + " IS NULL THEN 'NULL' WHEN LENGTH(" + variable + ")=0 THEN "
            + (column.nullable ? "NULL" : "''") + " ELSE " + variable + " END";
    default:
        break;
    }
    if (column.type == LogicalType::Bytes)
        return "IF(LENGTH(" + variable + ")=0,NULL,UNHEX(SUBSTR(" + variable + ",3)))";
    return column.type == LogicalType::DateTimeTz ? "REPLACE(" + orNull + ",'+00:00','')" : orNull;
}

QByteArray loadRows(const BundleTable &table)
{
    const QByteArray name = mysqlQuoted(table.table.shape.name.name);
    const QByteArray member = table.member.toUtf8();
    const bool isSql = table.formatId == QLatin1String("sql");
    if (table.member.isEmpty())
        return {};
    if (!isSql && !isPlainCsvMember(table))
        return "-- " + member + " is not a file that mariadb can load by itself.\n";
    QByteArray out;
    if (isSql) {
        out = "SET sql_mode='STRICT_ALL_TABLES,ALLOW_INVALID_DATES,NO_AUTO_VALUE_ON_ZERO,ANSI_QUOTES,"
              "NO_BACKSLASH_ESCAPES';\nsource "
            + member + "\n" + kSettings;
    } else {
        QByteArray variables;
        QByteArray values;
        for (size_t i = 0; i < table.table.shape.columns.size(); ++i) {
            const Column &column = table.table.shape.columns[i];
            const QByteArray variable = "@c" + QByteArray::number(static_cast<qulonglong>(i) + 1);
            variables += (variables.isEmpty() ? "" : ",") + variable;
            if (!column.generated)
                values += (values.isEmpty() ? "\n  SET " : ",\n    ") + mysqlQuoted(column.name) + '='
                    + valueOf(column, variable);
        }
        out = "LOAD DATA LOCAL INFILE '" + member + "' INTO TABLE " + name
            + " CHARACTER SET utf8mb4 FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '\"' ESCAPED BY ''\n"
              "  LINES TERMINATED BY '\\n' IGNORE 1 LINES ("
            + variables + ')' + values + ";\n";
    }
    // What LOAD DATA LOCAL leaves out it leaves out with a warning only: this stops.
    if (table.rows >= 0)
        out += "DO (SELECT IF(COUNT(*)=" + QByteArray::number(table.rows)
            + ",0,(SELECT 1 UNION SELECT 2)) FROM " + name + ");\n";
    return out;
}

/// Under the settings that it keeps.
QByteArray made(const QString &sql, const QString &settings)
{
    QByteArray set;
    for (const QString &setting : settings.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const QString name = setting.section(QLatin1Char('='), 0, 0);
        if (name == QLatin1String("sql_mode") || name == QLatin1String("time_zone")
            || name == QLatin1String("collation_connection"))
            set += (set.isEmpty() ? "SET " : ", ") + name.toUtf8() + '='
                + mysqlLiteral(setting.section(QLatin1Char('='), 1));
    }
    const QByteArray end = kDelimiter;
    return (set.isEmpty() ? QByteArray() : set + ";\n") + "DELIMITER " + end + '\n' + sql.toUtf8() + '\n'
        + end + "\nDELIMITER ;\n" + (set.isEmpty() ? "" : kSettings);
}

QByteArray objects(const BundleListing &listing, ObjectInfo::Stage stage)
{
    QByteArray out;
    for (const ObjectInfo &object : listing.objects) {
        if (object.stage == stage
            && checkMysqlStatement(object.sql, object.kind.toUpper(), object.name.name, object.session))
            out += made(object.sql, object.session);
    }
    return out;
}

} // namespace

QByteArray mariaDbLoadSql(const BundleListing &listing)
{
    QByteArray out = QByteArray(kHead) + kSettings;
    out += objects(listing, ObjectInfo::Stage::BeforeTables);
    for (const BundleTable &table : listing.tables) {
        if (const auto sql = mysqlCreateTable(table.table))
            out += *sql + ";\n";
    }
    out += "START TRANSACTION;\n";
    for (const BundleTable &table : listing.tables)
        out += loadRows(table);
    out += "COMMIT;\n";
    out += objects(listing, ObjectInfo::Stage::AfterTables);
    for (const ViewInfo &view : listing.views)
        out += made(view.sql, view.session);
    for (const TriggerInfo &trigger : listing.triggers)
        out += made(trigger.sql, trigger.session);
    return out;
}

} // namespace galley
