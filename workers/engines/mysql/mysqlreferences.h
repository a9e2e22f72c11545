// SPDX-License-Identifier: MIT
//
// Rows that point nowhere. While changes are made the server's own checks are off: nothing cascades into rows
// that the ChangeSet does not name, and tables come in any order. This check then stands for them.
//
// Threads: those of the connection.
#pragma once

#include "workers/engines/mysql/mysqlconnection.h"

namespace galley {

/// The foreign keys of `tables` and those that point to them; each row that points nowhere goes to `rejects`,
/// unless it did so before the transaction began (then there is one warning). Returns how many.
Result<qint64> checkMysqlReferences(MysqlConnection &connection, MYSQL *mysql,
                                    const std::vector<TableInfo> &all, const QStringList &touched,
                                    RejectSink &rejects, std::vector<Error> &warnings);

} // namespace galley
