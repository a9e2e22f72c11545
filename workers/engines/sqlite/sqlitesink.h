// SPDX-License-Identifier: MIT
//
// The write side of an SQLite connection.
//
// Threads: those of its connection.
#pragma once

#include "workers/engines/sqlite/sqliteconnection.h"

namespace galley {

/// A parameter of the DatabaseRef, with any value: the file is new and nobody knows it yet, it gets its name
/// after commit(). Then speed counts, not what a crash leaves behind; commit() puts it on the disk.
inline const QString kSqliteScratch = QStringLiteral("scratch");

/// Begins the write transaction of `connection`, which must outlive the sink.
/// Errors: Conflict (locked), Permission, Reference (too many rows point nowhere already).
Result<std::unique_ptr<ChangeSink>> makeSqliteSink(SqliteConnection &connection);

} // namespace galley
