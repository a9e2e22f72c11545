// SPDX-License-Identifier: MIT
//
// Rows of a source as they stand there, found by their lines in a second pass: what a rejects file holds of
// rows that were refused later than they were read (keys that stand twice, constraints).
//
// Threads: any; opens the source itself.
#pragma once

#include "workers/base/io.h"
#include "workers/changes/changeset.h"

#include <map>
#include <set>

namespace galley {

/// The text of the rows that begin on `lines` of the source of `table`, without line ends. Rows of a database
/// and lines that are not there are left out. Errors: those of reading, Cancelled.
Result<std::map<qint64, QByteArray>> readRawRows(const ChangeSetTable &table, const std::set<qint64> &lines,
                                                 const std::stop_token &stop);

/// New values by line and column of the target; no value is NULL.
using Repairs = std::map<qint64, std::map<QString, std::optional<QString>>>;

struct RepairedRows
{
    QString formatId; ///< of what was written
    OptionValues options; ///< to read it with
    qint64 repaired = 0; ///< rows
};

/// Writes all rows of the table's source once more, with the new values; rows that are broken in themselves
/// stay as they are. Errors: Unsupported (a database, a source of many tables), and those of reading, of
/// writing values as text, and of `out`.
Result<RepairedRows> writeRepaired(const ChangeSetTable &table, const Repairs &repairs, ByteSink &out,
                                   const std::stop_token &stop);

/// What stands before the rows: a header line without its line end; "" where there is none.
Result<QByteArray> readRawHeader(const ChangeSetTable &table);

} // namespace galley
