// SPDX-License-Identifier: MIT
//
// Runs a plan for a verb, wherever the plan comes from, and tells about it.
#pragma once

#include "app/cli/cli.h"
#include "workers/jobs/plans.h"

namespace galley::cli {

/// Returns the exit code.
int exportPlan(const ExportPlan &plan, const Invocation &invocation);
/// A dry run unless the invocation has --apply; --report and --exit-code are looked at, too.
int importPlan(const ImportPlan &plan, const Invocation &invocation);

} // namespace galley::cli
