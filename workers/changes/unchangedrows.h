// SPDX-License-Identifier: MIT
//
// The rows of a target's table that a ChangeSet leaves as they are.
#pragma once

#include "workers/changes/changeset.h"

namespace galley {

/// In key order, with the columns of the table's ChangeShape: those that are the same in the source, and
/// those that the source does not have and the mode keeps. The target is read as it is now. REQUIRES: a table
/// of kind Changes that has a key. Errors: those of opening and reading the target.
Result<std::unique_ptr<RowReader>> openUnchangedRows(const ChangeSet &changes, size_t table,
                                                     SecretSource *secrets);

} // namespace galley
