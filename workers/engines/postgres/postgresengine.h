// SPDX-License-Identifier: MIT
//
// PostgreSQL, and what speaks its protocol.
#pragma once

#include "workers/engines/engine.h"

namespace galley {

std::unique_ptr<Engine> makePostgresEngine();

} // namespace galley
