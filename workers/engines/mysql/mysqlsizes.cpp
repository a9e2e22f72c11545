// SPDX-License-Identifier: MIT
//
// What the server's statistics say of the size of tables.
#include "workers/engines/mysql/mysqlconnection.h"

namespace galley {

Result<TableSizes> MysqlConnection::tableSizes()
{
    ASSIGN_OR_RETURN(MYSQL * mysql, handle());
    const Result<std::vector<MysqlTextRow>> rows =
        mysqlRows(mysql,
                  "SELECT TABLE_NAME, DATA_LENGTH + INDEX_LENGTH FROM information_schema.TABLES WHERE "
                  "TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'");
    if (!rows)
        return located(rows.error());
    TableSizes sizes;
    sizes.isEstimate = true;
    for (const MysqlTextRow &row : *rows) {
        if (row.size() == 2 && row[0] && row[1])
            sizes.bytes[{QString(), QString::fromUtf8(*row[0])}] = row[1]->toLongLong();
    }
    return sizes;
}

} // namespace galley
