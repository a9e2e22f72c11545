// SPDX-License-Identifier: MIT
//
// What is in an SQLite database, from its schema table, pragmas and the text of its statements.
#pragma once

#include "workers/base/schema.h"
#include "workers/engines/sqlite/sqlitehandle.h"

namespace galley {

/// Everything of `main`. A table that cannot be understood (unknown module) is listed without columns, and
/// there is a warning. Errors: Malformed, Io, Conflict.
Result<Catalog> readSqliteCatalog(sqlite3 *db);

/// A name by which the rowid of the table can be read; "" where it has none (WITHOUT ROWID, virtual, all
/// names taken by columns).
QByteArray rowidName(const TableInfo &table);

} // namespace galley
