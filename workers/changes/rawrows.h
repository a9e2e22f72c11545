// SPDX-License-Identifier: MIT
//
// Rows of a source as they stand there, found by their lines in a second pass: what a rejects file holds of
// rows that were refused later than they were read (keys that stand twice, constraints).
//
// Threads: any; opens the source itself.
#pragma once

#include "workers/changes/changeset.h"

#include <map>
#include <set>

namespace galley {

/// The text of the rows that begin on `lines` of the source of `table`, without line ends. Rows of a database
/// and lines that are not there are left out. Errors: those of reading, Cancelled.
Result<std::map<qint64, QByteArray>> readRawRows(const ChangeSetTable &table, const std::set<qint64> &lines,
                                                 const std::stop_token &stop);

/// What stands before the rows: a header line without its line end; "" where there is none.
Result<QByteArray> readRawHeader(const ChangeSetTable &table);

} // namespace galley
