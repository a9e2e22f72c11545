// SPDX-License-Identifier: MIT
//
// What an undo would change, as a ChangeSet to be looked at.
//
// Threads: a plain function; any thread.
#pragma once

#include "workers/jobs/history.h"
#include "workers/jobs/job.h"

namespace galley {

/// Writes to `path` the reverse of what was made of `changes`: last table first, updates and deletes taken
/// back, and the rows of loaded tables, as they are in the target now, as deletes. It is for showing: the
/// undo itself goes by `changes`. Errors: those of reading the target and of writing, Cancelled.
Result<void> writeUndoPreview(const ChangeSet &changes, const HistoryEntry &entry, const DatabaseRef &target,
                              const QString &path, JobContext &context);

} // namespace galley
