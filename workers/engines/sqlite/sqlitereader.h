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

    enum class Rows : quint8
    {
        Stepped,
        Taken
    };

    /// REQUIRES: as many columns in `statement` as in `shape`; for Rows::Taken, a statement with
    /// takeRowCondition() in it.
    SqliteReader(SqliteStatement statement, TableShape shape, Explain explain, Rows rows = Rows::Stepped);
    ~SqliteReader() override;
    SqliteReader(const SqliteReader &) = delete;
    SqliteReader &operator=(const SqliteReader &) = delete;

    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override;

private:
    struct Taking;

    /// Fills `batch`; what SQLite said last, and in `bad` the column whose text is not well-formed.
    int fill(RowBatch &batch, int &bad);

    SqliteStatement m_statement;
    TableShape m_shape;
    Explain m_explain;
    std::unique_ptr<Taking> m_taking; ///< none: the statement gives the columns
    bool m_isUtf16 = false;
    bool m_isDone = false;
    qint64 m_row = 0;

    friend void takeRow(sqlite3_context *context, int count, sqlite3_value **values);
};

/// A condition that no row meets but the last of a batch: `SELECT 1 FROM t WHERE <this>` hands its rows to a
/// SqliteReader from within SQLite's loop; an export takes a tenth less processor time. Only for a statement
/// that comes by its rows in their order (no sorting) and has no other condition than a range of rowids.
/// "" where the database's limits do not allow as many columns, or its text is UTF-16.
QByteArray takeRowCondition(sqlite3 *db, const QByteArray &columns, qsizetype count);
/// For each connection, once.
void registerTakeRow(sqlite3 *db);

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
