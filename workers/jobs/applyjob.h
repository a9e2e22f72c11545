// SPDX-License-Identifier: MIT
//
// The only way into a database: a ChangeSet minus what was declined, made in one transaction, read back, kept
// or rolled back in one place.
//
// Threads: a plain function of its plan; any thread.
#pragma once

#include "workers/jobs/job.h"
#include "workers/jobs/plans.h"

#include <map>

namespace galley {

/// What applyChangeSet() does, with more to say: for undo.
struct ApplyTask
{
    const ChangeSet *changes = nullptr;
    ApplyPlan plan;
    /// Backwards: before and after swapped, last table first, loaded tables emptied, created ones dropped.
    bool isUndo = false;
    /// Undo only: what the loaded tables must still hold, rows and digest of all columns.
    std::map<TableName, std::pair<qint64, QByteArray>> loaded;
};
Result<JobReport> runApplyTask(const ApplyTask &task, JobContext &context);

/// Applies `changes` to plan.target (plan.changesetPath is not opened), or with plan.rehearseOnly does all of
/// it and rolls back. What the report says:
/// - isApplied: it was committed (and plan.recordHistory: is in the history, historyId).
/// - rejects, not applied: rows that the database refuses, onReject is Stop, nothing was changed. `totals`
///   counts what would have been done.
/// Errors: Conflict (the target or the source is not what the preview saw: the message names up to 100 keys;
/// nothing was changed), Cancelled, and those of opening, reading and writing.
Result<JobReport> applyChangeSet(const ChangeSet &changes, const ApplyPlan &plan, JobContext &context);

} // namespace galley
