// SPDX-License-Identifier: MIT
//
// Any database with an ODBC driver, through Qt's: read exactly as far as the driver goes, compared, and
// changed row by row in one transaction. Tables are not created through it.
#pragma once

#include "workers/engines/engine.h"

namespace galley {

std::unique_ptr<Engine> makeOdbcEngine();

} // namespace galley
