// SPDX-License-Identifier: MIT
//
// What a cell becomes when it is stored in a column of an ODBC source, and the order of keys.
// Constant; usable from all threads.
#pragma once

#include "workers/engines/engine.h"

namespace galley {

/// Engine::converter().
std::unique_ptr<CellConverter> makeOdbcConverter(const Column &target);
/// Engine::compareKeys(): numbers as numbers, texts by their bytes.
int compareOdbcKeys(const Column &column, const Cell &a, const Cell &b);

} // namespace galley
