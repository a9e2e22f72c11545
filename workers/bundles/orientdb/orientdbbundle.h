// SPDX-License-Identifier: MIT
//
// What OrientDB's EXPORT DATABASE writes and its IMPORT DATABASE reads: one JSON file, packed or not.
#pragma once

#include "workers/bundles/bundle.h"

namespace galley {

std::unique_ptr<Bundle> makeOrientdbBundle();

} // namespace galley
