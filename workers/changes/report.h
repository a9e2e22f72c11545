// SPDX-License-Identifier: MIT
//
// A ChangeSet for people and for other programs: a page to read, a script to run, a table to filter.
//
// Threads: a plain function; any thread.
#pragma once

#include "workers/changes/changeset.h"

namespace galley {

/// By the suffix of `path`: .html (one page that needs nothing else; the first 5,000 changes of each table,
/// totals of all), .sql (a script of INSERT, UPDATE and DELETE with all before-values as condition), .csv
/// (table, number, kind, key, column, before, after: a line for each changed cell). An existing file is
/// replaced. Errors: Unsupported (suffix), CannotCreate, Permission, Io, and those of reading the ChangeSet.
Result<void> writeReport(const ChangeSet &changes, const QString &path);

} // namespace galley
