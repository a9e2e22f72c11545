// SPDX-License-Identifier: MIT
//
// One JSON array of objects with the same keys.
#pragma once

#include "workers/formats/format.h"

namespace galley {

std::unique_ptr<Format> makeJsonFormat();

} // namespace galley
