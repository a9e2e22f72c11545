// SPDX-License-Identifier: MIT
//
// What a value of any source becomes in a column of PostgreSQL: the text or number that the server gives back
// for it, so that equal values are equal cells.
#pragma once

#include "workers/engines/engine.h"

namespace galley {

/// nullptr where every cell is what the column holds already.
std::unique_ptr<CellConverter> makePgConverter(const TableShape &sourceShape, const Column *source,
                                               const Column &target);

} // namespace galley
