// SPDX-License-Identifier: MIT
//
// What is in a database of MariaDB or MySQL, from information_schema and SHOW CREATE.
#pragma once

#include "workers/engines/mysql/mysqlopen.h"

namespace galley {

/// Everything of the session's database. What the user may not see is not listed, and there is a warning
/// where that can be told. Errors: those of mysqlError().
Result<Catalog> readMysqlCatalog(MYSQL *mysql, const MysqlServer &server);

/// Rights and definers: what belongs to a server. Not amid changes: the server's own tables that it reads
/// know no savepoints.
Result<std::vector<Error>> mysqlNotCarried(MYSQL *mysql);

} // namespace galley
