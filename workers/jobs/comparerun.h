// SPDX-License-Identifier: MIT
//
// Makes a ChangeSet: what previews and diffs have in common. Only reads the target.
//
// Threads: a plain function of its plan; any thread.
#pragma once

#include "workers/jobs/tableplan.h"

namespace galley {

/// Compares every table and writes the sealed ChangeSet to plan.import.changesetPath (which is set). The
/// report holds tables, counts, the first 100 rejects, warnings.
Result<JobReport> compareInto(const ComparePlan &plan, JobContext &context);

/// A folder for temporary files in the state folder, made when missing.
QString scratchFolder();

} // namespace galley
