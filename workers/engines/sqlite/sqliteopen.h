// SPDX-License-Identifier: MIT
//
// Opening SQLite files: the user's own database, or a file of unknown origin in which nothing may run
// (docs/decisions/0003-opening-sqlite-files.md).
#pragma once

#include "workers/engines/sqlite/sqliteconnection.h"

namespace galley {

/// Errors: NotFound, Permission, Malformed, Truncated, Unsupported, UntrustedSchema, Reference, Limit, Io.
Result<SqliteOpened> openSqlite(const OpenRequest &request);
/// Another read connection to what `first` has open, with the same precautions but without a second check.
Result<SqliteOpened> openSqliteAgain(const SqliteOpened &first);

/// Reads the header by hand, before SQLite sees the file. Errors: NotFound, Permission, Io, Truncated,
/// Malformed, Unsupported.
struct SqliteHeader
{
    qint64 fileSize = 0;
    int pageSize = 0;
    bool isWal = false;
};
Result<SqliteHeader> readSqliteHeader(const QString &path);

} // namespace galley
