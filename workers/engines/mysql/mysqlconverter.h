// SPDX-License-Identifier: MIT
//
// What a cell becomes when it is stored in a column of MariaDB or MySQL.
// Constant; usable from all threads.
#pragma once

#include "workers/engines/engine.h"

namespace galley {

/// Engine::converter().
std::unique_ptr<CellConverter> makeMysqlConverter(const TableShape &sourceShape, const Column *source,
                                                  const Column &target);

/// The double that stands for a FLOAT: the shortest decimal that reads back as the same float.
double mysqlFloat(float value);

} // namespace galley
