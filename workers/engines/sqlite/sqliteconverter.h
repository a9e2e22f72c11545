// SPDX-License-Identifier: MIT
//
// What a cell becomes when it is stored in a column of SQLite, and how keys are ordered.
// Constant; usable from all threads.
#pragma once

#include "workers/engines/engine.h"

namespace galley {

/// Engine::converter() of SQLite.
std::unique_ptr<CellConverter> makeSqliteConverter(const TableShape &sourceShape, const Column *source,
                                                   const Column &target);

/// NULL, numbers (integers and reals compared exactly), text by the column's collation, bytes. A collation
/// that SQLite does not have by itself counts as BINARY.
int compareSqliteKeys(const Column &column, const Cell &a, const Cell &b);

} // namespace galley
