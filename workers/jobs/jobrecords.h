// SPDX-License-Identifier: MIT
//
// What a window was doing when it was killed: a job that began leaves a record in the state folder, which
// goes when the job ends, however it ends. A record that nobody holds is of a job that was interrupted
// (docs/decisions/0123-jobs-that-were-interrupted.md).
//
// Threads: plain functions on files; safe from any thread and from several programs at once.
#pragma once

#include "workers/jobs/job.h"
#include "workers/jobs/savedjobs.h"

#include <QDateTime>

namespace galley {

struct JobRecord
{
    enum class Kind : quint8
    {
        Export,
        Preview,
        Apply,
        Undo
    };

    Kind kind = Kind::Export;
    QString title;
    QDateTime started; ///< UTC
    std::optional<SavedJob> job; ///< Export, Preview: to begin again
    QString changesetPath; ///< Apply
    QString changesetId; ///< Apply
    QString undone; ///< Undo: what
    QStringList unfinished; ///< what it writes under these names before it is finished
};

/// Chooses where the change set of a preview goes, if nobody did, so that it is found again.
void choosePlace(ImportPlan &plan);
JobRecord recordOf(const ExportPlan &plan);
/// REQUIRES: a changesetPath.
JobRecord recordOf(const ImportPlan &plan);
JobRecord recordOf(const ApplyPlan &plan);
JobRecord recordOf(const UndoPlan &plan);

/// `job`, with a record as long as it runs. It runs without one where that cannot be written.
std::unique_ptr<Job> recorded(std::unique_ptr<Job> job, JobRecord record);

/// A job that was interrupted.
struct InterruptedJob
{
    /// What the history says of an apply or undo.
    enum class Outcome : quint8
    {
        Nothing, ///< nothing was changed
        Committed,
        Uncertain ///< only the database knows
    };

    QString id; ///< of the record
    JobRecord record;
    QStringList leftovers; ///< those of record.unfinished that it left behind
    Outcome outcome = Outcome::Nothing;
    QString historyId;
    bool canShowChanges = false; ///< Apply: the change set is still there
};

/// Newest first; those of programs that run are left out.
std::vector<InterruptedJob> readInterrupted();
/// Removes the leftovers, then the record. Errors: Io, with what is in the way; the record stays then.
Result<void> cleanUp(const InterruptedJob &job);

} // namespace galley
