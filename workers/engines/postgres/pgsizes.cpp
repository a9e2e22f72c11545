// SPDX-License-Identifier: MIT
//
// The size of tables with their indexes and long values, as the server measures it.
#include "workers/engines/postgres/pgconnection.h"

namespace galley {

Result<TableSizes> PgConnection::tableSizes()
{
    ASSIGN_OR_RETURN(
        const PgResult rows,
        m_session->run("SELECT n.nspname, c.relname, pg_catalog.pg_total_relation_size(c.oid)"
                       " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
                       " ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'm')"
                       " AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'"));
    TableSizes sizes;
    for (int i = 0; i < rows.rowCount(); ++i)
        sizes.bytes[{rows.text(i, 0), rows.text(i, 1)}] = rows.number(i, 2, 0);
    return sizes;
}

} // namespace galley
