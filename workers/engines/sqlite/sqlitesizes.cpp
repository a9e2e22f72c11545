// SPDX-License-Identifier: MIT
//
// The pages of each table and its indexes, as SQLite's own dbstat counts them.
#include "workers/engines/sqlite/sqliteconnection.h"

namespace galley {

Result<TableSizes> SqliteConnection::tableSizes()
{
    Result<SqliteStatement> statement = SqliteStatement::prepare(
        handle(),
        "SELECT s.tbl_name, sum(d.pgsize) FROM dbstat('main', 1) d JOIN main.sqlite_schema s ON "
        "s.name = d.name GROUP BY 1");
    if (!statement)
        return Error{
            ErrorKind::Unsupported, QStringLiteral("SQLite cannot tell here how large tables are"), {}, {}};
    TableSizes sizes;
    while (true) {
        const Result<bool> more = statement->step();
        if (!more)
            return located(more.error());
        if (!*more)
            return sizes;
        sizes.bytes[{QStringLiteral("main"), statement->text(0)}] = statement->integer(1);
    }
}

} // namespace galley
