// SPDX-License-Identifier: MIT
//
// Rows of an ODBC query. Numbers, dates and times come as text; what Qt would alter is an error.
//
// Threads: those of the connection.
#pragma once

#include "workers/engines/odbc/odbctypes.h"

namespace galley {

class OdbcReader final : public RowReader
{
public:
    /// `query` was executed; `first` rows are skipped, at most `limit` given (-1: all).
    OdbcReader(OdbcHandle &handle, QSqlQuery query, TableShape shape, qint64 first, qint64 limit);

    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override;

private:
    Result<void> readRow(std::span<Cell> row, Arena &arena);

    OdbcHandle &m_handle;
    QSqlQuery m_query;
    TableShape m_shape;
    qint64 m_toSkip;
    qint64 m_left;
};

/// Prepares and runs `sql` with these cells bound in turn.
Result<QSqlQuery> odbcSelect(OdbcHandle &handle, const QString &sql, const std::vector<QVariant> &bound = {});

} // namespace galley
