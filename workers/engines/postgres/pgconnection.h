// SPDX-License-Identifier: MIT
//
// An open PostgreSQL database.
//
// Threads: made, used and destroyed on one; only interrupt() on any.
#pragma once

#include "workers/engines/postgres/pgsession.h"
#include "workers/engines/rangesums.h"
#include "workers/engines/tablesizes.h"

namespace galley {

class PgConnection final : public Connection, public SumsRanges, public MeasuresTables
{
public:
    PgConnection(std::unique_ptr<PgSession> session, DatabaseRef database);
    ~PgConnection() override;

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
    void interrupt() override { m_session->interrupt(); }

    PgSession &session() { return *m_session; }
    const DatabaseRef &database() const { return m_database; }
    /// As the catalog lists it; read when first asked for, and again after forgetTables().
    Result<TableInfo> table(const TableName &name);
    void forgetTables() { m_catalog.reset(); }
    /// The catalog of the snapshot that this connection sees, so that it need not be read again.
    void setSnapshotCatalog(const Catalog &catalog);
    /// A transaction that sees one state, read-only, until the connection ends. `snapshot` "" for a new one.
    Result<void> beginSnapshot(const QByteArray &snapshot);

private:
    Result<TableShape> shapeOf(const ReadRequest &request);
    Result<std::unique_ptr<RowReader>> open(TableShape shape, const QByteArray &select, bool isUsersSql);
    Result<void> setSearchPath(bool isUsers);

    std::unique_ptr<PgSession> m_session;
    DatabaseRef m_database;
    std::optional<Catalog> m_catalog;
    bool m_isCatalogFixed = false; ///< by the snapshot
    bool m_isReading = false;
    bool m_hasUsersPath = false;
    int m_lookups = 0;
};

} // namespace galley
