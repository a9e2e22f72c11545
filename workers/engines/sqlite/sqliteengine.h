// SPDX-License-Identifier: MIT
//
// SQLite files: opened by the library itself, never through Qt's driver.
//
// Threads: constant; usable from all.
#pragma once

#include "workers/engines/engine.h"

namespace galley {

std::unique_ptr<Engine> makeSqliteEngine();

} // namespace galley
