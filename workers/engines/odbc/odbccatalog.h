// SPDX-License-Identifier: MIT
//
// What is in an ODBC source: tables, columns and primary keys, as far as the driver tells Qt.
#pragma once

#include "workers/engines/odbc/odbchandle.h"

namespace galley {

Result<Catalog> readOdbcCatalog(OdbcHandle &handle);

} // namespace galley
