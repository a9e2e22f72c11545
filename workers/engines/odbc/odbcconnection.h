// SPDX-License-Identifier: MIT
//
// An open ODBC source.
//
// Threads: one at a time.
#pragma once

#include "workers/engines/odbc/odbchandle.h"

namespace galley {

class OdbcConnection final : public Connection
{
public:
    OdbcConnection(std::unique_ptr<OdbcHandle> handle, DatabaseRef database)
        : m_handle(std::move(handle))
        , m_database(std::move(database))
    {
    }
    ~OdbcConnection() override;

    /// One state for all reads, as far as the source can: begins a transaction that is never committed.
    Result<void> beginSnapshot();

    Result<Catalog> catalog() override;
    Result<std::unique_ptr<RowReader>> read(const ReadRequest &request) override;
    Result<std::unique_ptr<RowReader>> readQuery(const QString &sql, const QString &asTable) override;
    Result<std::unique_ptr<RowLookup>> lookup(const TableName &table, const QStringList &columns,
                                              const QStringList &keyColumns) override;
    Result<qint64> countRows(const TableName &table, const QString &where) override;
    Result<std::vector<RowRange>> ranges(const TableName &table, qint64 rowsEach) override;
    Result<std::unique_ptr<ChangeSink>> beginChanges() override;
    void interrupt() override { m_handle->interrupt(); }

    OdbcHandle &handle() { return *m_handle; }
    const DatabaseRef &database() const { return m_database; }
    /// Errors: NotFound.
    Result<TableInfo> table(const TableName &name);

private:
    /// The shape of `table` with these columns (empty: all).
    Result<TableShape> shapeOf(const TableName &table, const QStringList &columns);
    QString selectList(const TableShape &shape);

    std::unique_ptr<OdbcHandle> m_handle;
    DatabaseRef m_database;
    std::optional<Catalog> m_catalog;
    bool m_isInSnapshot = false;
};

} // namespace galley
