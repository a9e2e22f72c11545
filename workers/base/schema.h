// SPDX-License-Identifier: MIT
//
// What a database holds beside rows: tables with keys and constraints, indexes, views, triggers. The neutral
// form that the catalog tree shows, bundles carry and import recreates. Plain values.
#pragma once

#include "workers/base/result.h"
#include "workers/base/shape.h"

namespace galley {

struct IndexInfo
{
    QString name;
    QStringList columns; ///< an expression stands as its SQL text
    bool isUnique = false;
    bool isPrimaryKey = false;
    bool isAutomatic = false; ///< made by the engine for a constraint; never recreated by itself
    bool isPartial = false;
    QString sql; ///< CREATE INDEX in the engine's dialect; "" for automatic ones
};

struct ForeignKey
{
    QString name; ///< often ""
    QStringList columns;
    TableName target;
    QStringList targetColumns; ///< never empty: the target's primary key is filled in
    QString onUpdate; ///< "NO ACTION", "CASCADE", …
    QString onDelete;
    bool isDeferrable = false;
    QString sql = {}; ///< the constraint in the engine's dialect where it says more than the fields; else ""
};

struct CheckConstraint
{
    QString name;
    QString expression;
};

struct TriggerInfo
{
    QString name;
    TableName table;
    QString sql;
    /// Settings of the session that made it and that it keeps, as the engine takes them (MariaDB:
    /// "sql_mode=ANSI_QUOTES;time_zone=UTC"); "" where there is none to keep. Of views and others, too.
    QString session = {};
};

struct ViewInfo
{
    TableName name;
    QString sql;
    bool isMaterialized = false;
    QString comment = {};
    QString session = {};
};

/// Anything else that a database holds, and that only an engine of the same kind can make again.
struct ObjectInfo
{
    /// When it is made.
    enum class Stage : quint8
    {
        BeforeTables, ///< tables need it: schemas, types, sequences, routines of defaults
        AfterTables, ///< it needs the tables and their rows
    };

    QString kind; ///< in lower case: "schema", "enum", "domain", "sequence", "function", "partition", …
    TableName name;
    TableName table; ///< goes where that table goes; without a name: of no table
    Stage stage = Stage::BeforeTables;
    QString sql; ///< one statement that makes it, in the engine's dialect
    QString comment;
    QString session = {};
};

struct TableInfo
{
    enum class Kind : quint8
    {
        Table,
        Virtual,
        Shadow
    };

    TableShape shape; ///< name, columns in declared order, primary key (or unique not-null index) as key
    Kind kind = Kind::Table;
    bool hasPrimaryKey = false; ///< false where shape.key comes from a unique index or is empty
    bool isWithoutRowid = false; ///< SQLite
    bool isStrict = false; ///< SQLite
    bool hasAutoincrement = false;
    std::vector<IndexInfo> indexes;
    std::vector<ForeignKey> foreignKeys;
    std::vector<CheckConstraint> checks;
    QString sql; ///< CREATE TABLE in the engine's dialect, "" where the engine keeps none
    QString comment;
    QString partitionKey; ///< in the engine's SQL; "" where the table has no partitions
    QString owner; ///< told, not carried: roles belong to a server
    qint64 approximateRows = -1; ///< -1: not known without counting
    qint64 sequence = -1; ///< the last number that was given by itself (AUTOINCREMENT); -1: none
};

struct Catalog
{
    QString engine; ///< engine id
    QString engineVersion; ///< of the server or library
    std::vector<TableInfo> tables; ///< ordinary and virtual ones, by name; shadow tables are among them
    std::vector<ViewInfo> views;
    std::vector<TriggerInfo> triggers;
    std::vector<ObjectInfo> objects; ///< in an order in which they can be made
    std::vector<Error> warnings; ///< what could not be listed in full, or should be known before it is used

    const TableInfo *table(const TableName &name) const; ///< an empty schema matches any; nullptr if none
};

/// Indexes into `tables`, parents before children as far as foreign keys allow; the tables of a cycle keep
/// their order; virtual tables come last. Same input, same order.
std::vector<size_t> dependencyOrder(const std::vector<TableInfo> &tables);

} // namespace galley
