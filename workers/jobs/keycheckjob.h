// SPDX-License-Identifier: MIT
//
// Whether the columns by which rows are to be matched name every row of a file only once: asked before an
// import, over all rows, in bounded memory.
#pragma once

#include "workers/jobs/job.h"
#include "workers/jobs/plans.h"

namespace galley {

struct KeyCheck
{
    qint64 rows = 0; ///< that were read and fit
    qint64 duplicates = 0; ///< rows whose key an earlier row has
    qint64 nulls = 0; ///< rows without a value in a key column; not among the duplicates
    qint64 firstLine = 0; ///< of the first duplicate: where its key stands first,
    qint64 againLine = 0; ///< and again; 0: none, or the source has no lines

    bool isUnique() const { return duplicates == 0 && nulls == 0; }
};

/// `plan.key` names columns of the target; `target` empty: a table that will be made. Keys are compared as
/// the target would hold them. Errors: Usage (no source column goes into a key column) and those of reading.
/// `check` is touched by nobody else until the job has ended.
std::unique_ptr<Job> makeKeyCheckJob(const ImportPlan &plan, const TableInfo &target,
                                     std::shared_ptr<KeyCheck> check);

} // namespace galley
