// SPDX-License-Identifier: MIT
//
// Reads back, inside the transaction, what was made: nothing is kept that is not there as it was meant.
//
// Threads: those of the connection.
#pragma once

#include "workers/base/rowdigest.h"
#include "workers/changes/changeset.h"

#include <set>

namespace galley {

struct TableContent
{
    RowsDigest chosen; ///< of the columns asked for, in their order
    RowsDigest all; ///< of all columns that are not hidden
};
/// Reads the whole table. Errors: those of reading, Cancelled.
Result<TableContent> readContent(Connection &connection, const TableName &table, const QStringList &columns,
                                 std::stop_token stop);

/// The numbers of those changes of which the table does not show the outcome. REQUIRES: the shape has a key.
/// Columns that the changes do not set are not compared in inserted rows.
Result<std::set<qint64>> findMissing(Connection &connection, const ChangeShape &shape, ChangeReader &changes,
                                     std::stop_token stop);

} // namespace galley
