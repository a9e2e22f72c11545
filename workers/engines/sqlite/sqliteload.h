// SPDX-License-Identifier: MIT
//
// The fast way of many rows into one table: a virtual table stands for the batch that was just read, and one
// INSERT … SELECT takes it over. A batch with a row that a constraint refuses is undone by SQLite and done
// again row by row.
//
// Threads: those of the connection.
#pragma once

#include "workers/base/rowdigest.h"
#include "workers/base/rows.h"
#include "workers/engines/sqlite/sqlitehandle.h"

namespace galley {

class SqliteLoad
{
public:
    struct Outcome
    {
        qint64 stored = 0;
        RowsDigest digest; ///< of the stored rows
        qint64 changedByTriggers = 0; ///< other rows
    };

    /// Adds all `rows` to `table`; rows.shape() names the columns. Errors: those of the reader, and of
    /// writing (Io, Cancelled, …); a row that is refused goes to `rejects`.
    static Result<Outcome> run(sqlite3 *db, const TableName &table, RowReader &rows, RejectSink &rejects);
};

/// What the failed statement says about its row: NOT NULL, CHECK, UNIQUE, the type of a STRICT column, a
/// trigger's RAISE. Nothing where the failure is none of the row's.
std::optional<Reject> sqliteReject(sqlite3 *db, int code, const TableShape &shape, std::span<const Cell> row);

} // namespace galley
