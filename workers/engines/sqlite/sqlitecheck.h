// SPDX-License-Identifier: MIT
//
// What is looked at in a file of unknown origin before its first row is read.
#pragma once

#include "workers/engines/sqlite/sqliteconnection.h"

namespace galley {

/// Schema, integrity (indexes against their tables included) and foreign keys; warnings go to
/// `opened.warnings`. `path`: as the user named it. Errors: UntrustedSchema, Malformed, Reference, Limit.
Result<void> checkUntrusted(SqliteOpened &opened, const QString &path);

} // namespace galley
