// SPDX-License-Identifier: MIT
//
// An open SQLite database: its catalog and its rows. The write side is sqlitesink.h.
//
// Threads: used on one thread at a time; interrupt() on any.
#pragma once

#include "workers/engines/engine.h"
#include "workers/engines/sqlite/sqlitehandle.h"
#include "workers/engines/tablesizes.h"

#include <QTemporaryDir>

#include <optional>

namespace galley {

/// What the authorizer of a connection lets through; it stays with the connection (to set another one would
/// make SQLite prepare every statement again).
struct SqliteGuard
{
    bool isUserSql = false; ///< while SQL that the user wrote is prepared: one query, nothing that writes
    bool isUntrusted = false; ///< the schema is of unknown origin
    qint64 deadlineMs = 0; ///< of the steady clock: the running statement is stopped then; 0: never
};

/// What was opened and how; made by sqliteopen.h.
struct SqliteOpened
{
    /// Of a copy that was made because the file could not be read where it is; members are destroyed in
    /// reverse order, so it goes after the handle.
    std::shared_ptr<QTemporaryDir> copyFolder;
    std::unique_ptr<SqliteGuard> guard;
    SqliteHandle db;
    QString path; ///< of the file that is open: the copy, where there is one
    bool isImmutable = false;
    bool isReadOnly = true;
    std::vector<Error> warnings; ///< told with the catalog
};

class SqliteConnection final : public Connection, public MeasuresTables
{
public:
    SqliteConnection(SqliteOpened opened, DatabaseRef database);
    ~SqliteConnection() override;

    /// Good as long as the connection.
    sqlite3 *handle() const { return m_opened.db.get(); }
    const DatabaseRef &database() const { return m_database; }
    const SqliteOpened &opened() const { return m_opened; }
    bool isReadOnly() const { return m_opened.isReadOnly; }
    bool isUntrusted() const { return m_opened.guard->isUntrusted; }
    /// The table as catalog() lists it, from a cache that follows changes of the schema. Errors: Schema,
    /// naming it.
    Result<TableInfo> table(const TableName &name);
    /// Begins a read transaction that lasts as long as the connection.
    Result<void> beginSnapshot();
    /// Changes when another connection has committed.
    Result<qint64> dataVersion();

    Result<Catalog> catalog() override;
    Result<std::unique_ptr<RowReader>> read(const ReadRequest &request) override;
    Result<std::unique_ptr<RowReader>> readQuery(const QString &sql, const QString &asTable) override;
    Result<std::unique_ptr<RowLookup>> lookup(const TableName &table, const QStringList &columns,
                                              const QStringList &keyColumns) override;
    Result<qint64> countRows(const TableName &table, const QString &where) override;
    Result<std::vector<RowRange>> ranges(const TableName &table, qint64 rowsEach) override;
    Result<std::unique_ptr<ChangeSink>> beginChanges() override;
    Result<TableSizes> tableSizes() override;
    void interrupt() override;

private:
    Result<void> refreshCatalog();
    Error located(Error error) const;
    Result<std::unique_ptr<RowReader>> readView(const ReadRequest &request);

    SqliteOpened m_opened;
    DatabaseRef m_database;
    std::optional<Catalog> m_catalog;
    qint64 m_schemaVersion = -1;
};

} // namespace galley
