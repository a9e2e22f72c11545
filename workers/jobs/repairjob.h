// SPDX-License-Identifier: MIT
//
// Writes the source of a preview once more, with repaired values, so that it can be previewed as if it had
// always been right: through the same mapping, conversion and comparison.
//
// Threads: the plan on any; the job on its own.
#pragma once

#include "workers/changes/rawrows.h"
#include "workers/jobs/job.h"

namespace galley {

struct RepairPlan
{
    QString changesetPath; ///< of an import of one file into one table
    Repairs repairs;
    QString path; ///< of the repaired source; "" for one in the folder of temporary files
};

/// What a preview of the repaired source needs. Filled at the job's end.
struct RepairedSource
{
    QString path;
    QString formatId;
    OptionValues options;
    QString table; ///< that the rows go into
};

std::unique_ptr<Job> makeRepairJob(const RepairPlan &plan, std::shared_ptr<RepairedSource> source);

} // namespace galley
