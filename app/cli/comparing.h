// SPDX-License-Identifier: MIT
//
// --compare auto|rows|checksums, of the verbs that compare.
#pragma once

#include "app/cli/cli.h"
#include "workers/jobs/plans.h"

namespace galley::cli {

OptionDecl comparingOption();
/// Errors: Usage.
Result<Comparing> comparingOf(const Arguments &arguments);

} // namespace galley::cli
