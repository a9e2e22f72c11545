// SPDX-License-Identifier: MIT
//
// CSV and its relatives: comma, semicolon, tab or bar between fields, quotes around what needs them.
#pragma once

#include "workers/formats/format.h"

namespace galley {

std::unique_ptr<Format> makeCsvFormat();

} // namespace galley
