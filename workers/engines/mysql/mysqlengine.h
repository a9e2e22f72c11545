// SPDX-License-Identifier: MIT
//
// MariaDB and MySQL, through libmariadb: Qt's driver cannot be kept from sending local files.
//
// Threads: constant; usable from all.
#pragma once

#include "workers/engines/engine.h"

namespace galley {

std::unique_ptr<Engine> makeMysqlEngine();

} // namespace galley
