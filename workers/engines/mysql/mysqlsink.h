// SPDX-License-Identifier: MIT
//
// The write side of a connection (docs/decisions/0031-applying-to-mariadb.md). Schema statements commit by
// themselves: new tables are made before the first row, in a rehearsal as temporary ones; views, triggers and
// routines are made, and tables dropped, after the commit.
//
// Threads: those of its connection.
#pragma once

#include "workers/engines/mysql/mysqlconnection.h"

namespace galley {

/// Begins the changes of `connection`, which must outlive the sink. Errors: Conflict, Permission.
Result<std::unique_ptr<ChangeSink>> makeMysqlSink(MysqlConnection &connection);

} // namespace galley
