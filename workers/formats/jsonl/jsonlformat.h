// SPDX-License-Identifier: MIT
//
// JSON Lines: one JSON object a line, all with the same keys.
#pragma once

#include "workers/formats/format.h"

namespace galley {

std::unique_ptr<Format> makeJsonlFormat();

} // namespace galley
