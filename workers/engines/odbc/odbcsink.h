// SPDX-License-Identifier: MIT
//
// The write side of an ODBC connection: rows into tables that are there, one statement a row, one
// transaction.
//
// Threads: those of its connection.
#pragma once

#include "workers/engines/odbc/odbcconnection.h"

namespace galley {

/// `connection` must outlive the sink. Errors: Permission, Unsupported (a source without transactions).
Result<std::unique_ptr<ChangeSink>> makeOdbcSink(OdbcConnection &connection);

} // namespace galley
