// SPDX-License-Identifier: MIT
//
// A ChangeSet for people and for other programs: a page to read, a script to run, a table to filter.
//
// Threads: a plain function; any thread.
#pragma once

#include "workers/changes/changeset.h"

#include <functional>
#include <stop_token>

namespace galley {

struct ReportRequest
{
    QString path = {};
    /// Numbers of row changes that are left out, as closed intervals in order.
    std::vector<std::pair<qint64, qint64>> declined = {};
    QStringList only = {}; ///< target tables; empty: all
    SecretSource *secrets = nullptr; ///< for loads out of databases on servers
    std::stop_token stop = {};
    std::function<void(size_t table, qint64 rows)> onProgress = {}; ///< rows over all tables, now and then
};

/// By the suffix of `path`: .html (one page that needs nothing else; the first 5,000 changes of each table,
/// the first rejected rows, totals of all), .sql (a script in the target's dialect: INSERT, UPDATE and DELETE
/// with all before-values as condition, CREATE TABLE, the rows of loads), .csv (table, number, kind, key,
/// column, before, after: a line for each changed cell, and for each of a load). An existing file is
/// replaced; it has its name only when it is whole. Errors: Unsupported (suffix; a script for an engine
/// without a dialect of its own), CannotCreate, Permission, Io, Cancelled, those of reading the ChangeSet and
/// of reading loads.
Result<void> writeReport(const ChangeSet &changes, const ReportRequest &request);

} // namespace galley
