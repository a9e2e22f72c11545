// SPDX-License-Identifier: MIT
//
// An open MariaDB or MySQL database: its catalog and its rows. The write side is mysqlsink.h.
//
// Threads: used on one thread at a time; interrupt() on any.
#pragma once

#include "workers/engines/engine.h"
#include "workers/engines/mysql/mysqlopen.h"
#include "workers/engines/rangesums.h"
#include "workers/engines/tablesizes.h"

#include <atomic>
#include <mutex>
#include <thread>

namespace galley {

class MysqlReader;

class MysqlConnection final : public Connection, public SumsRanges, public MeasuresTables
{
public:
    MysqlConnection(MysqlServer server, MysqlHandle mysql);
    ~MysqlConnection() override;

    /// For statements; ends a reading that was not read to its end. Good as long as the connection.
    Result<MYSQL *> handle();
    /// The one unbuffered reading at a time; nullptr: none.
    void setActive(MysqlReader *reader) { m_active = reader; }
    /// Makes the server end the running statement, and waits until it was told.
    void stopStatement();

    const MysqlServer &server() const { return m_server; }
    /// The table as catalog() lists it. Errors: Schema, naming it.
    Result<TableInfo> table(const TableName &name);
    /// Schema statements of this connection have made the cached catalog old. `temporary`: tables that only
    /// this session sees and no catalog lists.
    void forgetCatalog() { m_catalog.reset(); }
    void addTemporary(TableInfo table) { m_temporary.push_back(std::move(table)); }
    /// The catalog of the snapshot that this connection sees, so that it need not be read again.
    void setSnapshotCatalog(const Catalog &catalog);
    Error located(Error error) const;

    Result<Catalog> catalog() override;
    Result<std::unique_ptr<RowReader>> read(const ReadRequest &request) override;
    Result<std::unique_ptr<RowReader>> readQuery(const QString &sql, const QString &asTable) override;
    Result<std::unique_ptr<RowLookup>> lookup(const TableName &table, const QStringList &columns,
                                              const QStringList &keyColumns) override;
    Result<qint64> countRows(const TableName &table, const QString &where) override;
    Result<std::vector<RowRange>> ranges(const TableName &table, qint64 rowsEach) override;
    Result<std::unique_ptr<ChangeSink>> beginChanges() override;
    Result<std::unique_ptr<RangeSums>> rangeSums(const TableName &table, const QStringList &columns) override;
    Result<TableSizes> tableSizes() override;
    void interrupt() override;

private:
    void kill() const;
    void awaitKiller();

    MysqlServer m_server;
    MysqlHandle m_mysql;
    unsigned long m_session = 0; ///< the server's number of it
    int m_socket = -1;
    MysqlReader *m_active = nullptr;
    std::optional<Catalog> m_catalog;
    bool m_isCatalogFixed = false; ///< by the snapshot
    std::vector<TableInfo> m_temporary;
    std::atomic<bool> m_isInterrupted = false;
    std::mutex m_killerMutex;
    std::thread m_killer;
};

} // namespace galley
