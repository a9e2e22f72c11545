// SPDX-License-Identifier: MIT
//
// The job that looks which triggers of a target would run with the changes of a preview.
#pragma once

#include "workers/jobs/job.h"

namespace galley {

/// Fills `names`, which may be read once the job is done: the triggers that stand on `tables`.
std::unique_ptr<Job> makeTargetTriggersJob(const DatabaseRef &target, std::vector<TableName> tables,
                                           std::shared_ptr<QStringList> names);

} // namespace galley
