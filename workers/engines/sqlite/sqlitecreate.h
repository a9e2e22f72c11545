// SPDX-License-Identifier: MIT
//
// Making schema objects from statements that may come from anywhere: each runs under an authorizer that lets
// it make that one object and nothing else.
//
// Threads: those of the connection.
#pragma once

#include "workers/base/schema.h"
#include "workers/engines/sqlite/sqlitehandle.h"

namespace galley {

/// By the table's own statement where it has one that makes a table of this name, else from the description.
/// Errors: UnsafeStatement, Schema (exists already, cannot be made).
Result<void> createSqliteTable(sqlite3 *db, const TableInfo &table);
/// Indexes, then views, then triggers. Errors: UnsafeStatement, Schema.
Result<void> createSqliteObjects(sqlite3 *db, const Catalog &objects);
/// CREATE TABLE from the description alone. Errors: Unsupported (a generated column, whose expression is not
/// in the description).
Result<QByteArray> sqliteTableStatement(const TableInfo &table);

} // namespace galley
