// SPDX-License-Identifier: MIT
//
// The write side of PostgreSQL: one transaction.
//
// Threads: those of the connection.
#pragma once

#include "workers/engines/postgres/pgconnection.h"

namespace galley {

/// Errors: Permission (a read-only connection or server), Connection.
Result<std::unique_ptr<ChangeSink>> makePgSink(PgConnection &connection);

} // namespace galley
