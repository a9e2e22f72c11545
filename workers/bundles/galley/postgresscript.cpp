// SPDX-License-Identifier: MIT
#include "workers/bundles/galley/serverscripts.h"

#include "workers/engines/postgres/pgcreate.h"
#include "workers/engines/postgres/pgsession.h"

namespace galley {

namespace {

constexpr const char *kHead =
    "-- psql -q -d new -f load.sql, run in this folder. The database is empty: all of it is made, or "
    "nothing.\n"
    "-- A line that holds nothing but \\. ends a file for psql before 17: galley import does not mind.\n"
    "\\set ON_ERROR_STOP on\n"
    "BEGIN;\n"
    "SET LOCAL client_encoding = 'UTF8';\n"
    "SET LOCAL standard_conforming_strings = on;\n"
    "SET LOCAL DateStyle = 'ISO, YMD';\n"
    "SET LOCAL TimeZone = 'UTC';\n"
    "SET LOCAL lc_monetary = 'C';\n"
    "SET LOCAL xmloption = content;\n"
    "SET LOCAL check_function_bodies = off;\n"
    "SET LOCAL client_min_messages = warning;\n"
    "SET LOCAL search_path = '';\n"
    "-- What needs something that comes later is tried again.\n"
    "CREATE PROCEDURE pg_temp.galley_try(statement text) LANGUAGE plpgsql AS $$\n"
    "BEGIN EXECUTE statement; EXCEPTION WHEN OTHERS THEN NULL; END $$;\n"
    "CREATE PROCEDURE pg_temp.galley_make(statement text) LANGUAGE plpgsql AS $$\n"
    "BEGIN EXECUTE statement;\n"
    "EXCEPTION WHEN duplicate_object OR duplicate_schema OR duplicate_table THEN NULL; END $$;\n";

class PostgresScript
{
public:
    explicit PostgresScript(const BundleListing &listing)
        : m_listing(listing)
    {
    }
    QByteArray write();

private:
    void add(const QByteArray &statement)
    {
        if (!statement.isEmpty())
            m_out += statement + ";\n";
    }
    /// A statement that is not of the kind it says is not written, either.
    void add(const Result<QByteArray> &statement) { add(statement ? *statement : QByteArray()); }
    void call(const char *procedure, const Result<QByteArray> &statement)
    {
        if (statement && !statement->isEmpty())
            add(QByteArray("CALL pg_temp.") + procedure + '(' + pgLiteral(QString::fromUtf8(*statement))
                + ')');
    }
    void addTable(const TableInfo &table);
    void addRows(const BundleTable &table);

    const BundleListing &m_listing;
    QByteArray m_out = kHead;
};

void PostgresScript::addTable(const TableInfo &table)
{
    add(pgTableStatement(table));
    for (const ObjectInfo &object : m_listing.objects) {
        if (object.stage != ObjectInfo::Stage::BeforeTables || object.table != table.shape.name)
            continue;
        add(pgObjectStatement(object));
        add(pgObjectComment(object));
    }
    for (const QByteArray &comment : pgCommentStatements(table))
        add(comment);
}

void PostgresScript::addRows(const BundleTable &table)
{
    if (table.member.isEmpty())
        return;
    if (!isPlainCsvMember(table)) {
        m_out += "-- " + table.member.toUtf8() + " is not a file that psql can load by itself.\n";
        return;
    }
    QStringList all;
    QStringList stored;
    QByteArray types;
    for (const Column &column : table.table.shape.columns) {
        all += column.name;
        types += (types.isEmpty() ? "" : ", ") + pgQuoted(column.name) + ' ' + column.nativeType.toUtf8();
        if (!column.generated)
            stored += column.name;
    }
    const QByteArray name = pgQuoted(table.table.shape.name);
    const QByteArray from = " FROM '" + table.member.toUtf8() + "' WITH (FORMAT csv, HEADER true)\n";
    if (stored.size() == all.size()) {
        m_out += "\\copy " + name + " (" + pgQuotedList(all) + ')' + from;
        return;
    }
    // The server computes some of the file's columns.
    add("CREATE TEMP TABLE galley_load (" + types + ')');
    m_out += "\\copy pg_temp.galley_load" + from;
    const QByteArray columns = pgQuotedList(stored);
    add("INSERT INTO " + name + " (" + columns + ") OVERRIDING SYSTEM VALUE SELECT " + columns
        + " FROM pg_temp.galley_load");
    add(QByteArray("DROP TABLE pg_temp.galley_load"));
}

QByteArray PostgresScript::write()
{
    const auto isFirst = [](const ObjectInfo &object) {
        return object.stage == ObjectInfo::Stage::BeforeTables && object.table.name.isEmpty();
    };
    const auto isRoutine = [](const ObjectInfo &object) {
        return object.kind == QLatin1String("function") || object.kind == QLatin1String("procedure");
    };
    for (int round = 0; round < 3; ++round) {
        for (const ObjectInfo &object : m_listing.objects) {
            if (isFirst(object) && (round < 2 || !isRoutine(object)))
                call(round < 2 ? "galley_try" : "galley_make", pgObjectStatement(object));
        }
    }
    for (const BundleTable &table : m_listing.tables)
        addTable(table.table);
    for (const ObjectInfo &object : m_listing.objects) {
        if (!isFirst(object))
            continue;
        if (isRoutine(object))
            add(pgObjectStatement(object)); // CREATE OR REPLACE
        add(pgObjectComment(object));
    }
    for (const BundleTable &table : m_listing.tables)
        addRows(table);
    for (const BundleTable &table : m_listing.tables) {
        for (const IndexInfo &index : table.table.indexes)
            add(pgIndexStatement(table.table, index));
    }
    for (const BundleTable &table : m_listing.tables) {
        for (const ForeignKey &key : table.table.foreignKeys)
            add(pgForeignKeyStatement(table.table.shape.name, key));
    }
    for (int round = 0; round < 3; ++round) {
        for (const ViewInfo &view : m_listing.views)
            call(round < 2 ? "galley_try" : "galley_make", pgViewStatement(view));
    }
    for (const ViewInfo &view : m_listing.views) {
        if (!view.comment.isEmpty())
            add(QByteArray("COMMENT ON ") + (view.isMaterialized ? "MATERIALIZED VIEW " : "VIEW ")
                + pgQuoted(view.name) + " IS " + pgLiteral(view.comment));
    }
    for (const ObjectInfo &object : m_listing.objects) {
        if (object.stage == ObjectInfo::Stage::AfterTables)
            call("galley_make", pgObjectStatement(object));
    }
    for (const TriggerInfo &trigger : m_listing.triggers)
        add(pgTriggerStatement(trigger));
    return m_out + "COMMIT;\n";
}

} // namespace

QByteArray postgresLoadSql(const BundleListing &listing)
{
    return PostgresScript(listing).write();
}

} // namespace galley
