// SPDX-License-Identifier: MIT
//
// Rows of a prepared SELECT, copied into batches as fast as SQLite steps.
//
// Threads: those of the connection.
#pragma once

#include "workers/base/rows.h"
#include "workers/engines/engine.h"
#include "workers/engines/sqlite/sqlitehandle.h"

#include <functional>

namespace galley {

class SqliteReader final : public RowReader
{
public:
    /// Makes an error of SQLite or of a value one that names table, column and row. `row` counts from 0,
    /// `column` is -1 where it is not known.
    using Explain = std::function<Error(Error error, qint64 row, int column)>;

    /// REQUIRES: as many columns in `statement` as in `shape`.
    SqliteReader(SqliteStatement statement, TableShape shape, Explain explain);

    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override;

private:
    SqliteStatement m_statement;
    TableShape m_shape;
    Explain m_explain;
    bool m_isUtf16 = false;
    bool m_isDone = false;
    qint64 m_row = 0;
};

/// Copies the current row into `row`, its bytes into `arena`. Returns the column whose text is not
/// well-formed, -1 where all is well.
int copySqliteRow(sqlite3_stmt *statement, std::span<Cell> row, Arena &arena, bool isUtf16);
bool isUtf16Database(sqlite3 *db);

class SqliteLookup final : public RowLookup
{
public:
    SqliteLookup(SqliteStatement statement, TableShape shape);
    Result<bool> find(std::span<const Cell> key, RowBatch &rows) override;

private:
    SqliteStatement m_statement;
    TableShape m_shape;
    bool m_isUtf16 = false;
};

} // namespace galley
