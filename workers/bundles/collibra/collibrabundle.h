// SPDX-License-Identifier: MIT
//
// The payload that Collibra DQ's get-export gives and its run-import takes: a JSON array of INSERT
// statements.
#pragma once

#include "workers/bundles/bundle.h"

namespace galley {

std::unique_ptr<Bundle> makeCollibraBundle();

} // namespace galley
