// SPDX-License-Identifier: MIT
//
// --triggers fire|disable, of the verbs that change rows.
#pragma once

#include "app/cli/cli.h"
#include "workers/jobs/plans.h"

namespace galley::cli {

OptionDecl triggersOption();
/// Errors: Usage.
Result<Triggers> triggersOf(const Arguments &arguments);

} // namespace galley::cli
