// SPDX-License-Identifier: MIT
//
// Runs a job for a verb: signals and --timeout cancel it, progress goes to standard error.
#pragma once

#include "app/cli/cli.h"
#include "workers/jobs/job.h"

namespace galley::cli {

/// Errors: those of the job; Usage for --progress or --timeout; Cancelled says what cancelled.
Result<JobReport> runJob(Job &job, const Invocation &invocation);

} // namespace galley::cli
