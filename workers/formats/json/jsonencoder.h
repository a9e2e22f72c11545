// SPDX-License-Identifier: MIT
//
// Rows as JSON objects, one a line: as an array, or as JSON Lines.
#pragma once

#include "workers/formats/format.h"

namespace galley {

std::unique_ptr<RowEncoder> makeJsonEncoder(const TableShape &shape, bool isArray);

} // namespace galley
