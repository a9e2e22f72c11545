// SPDX-License-Identifier: MIT
//
// Reads what a PostgreSQL database holds, from pg_catalog.
//
// Threads: those of the session.
#pragma once

#include "workers/engines/postgres/pgsession.h"

namespace galley {

/// Everything that is not the server's own or an extension's. What cannot be carried is named in warnings.
/// `second`: another session that sees the same state, or null; it answers the longest question meanwhile.
Result<Catalog> readPgCatalog(PgSession &session, PgSession *second = nullptr);

/// Indexes, foreign keys, checks, comments of tables; `tables` by oid.
struct PgTables
{
    std::vector<TableInfo> list;
    std::vector<qint64> oids; ///< in the order of `list`
    TableInfo *byOid(qint64 oid);
};
Result<void> readPgConstraints(PgSession &session, PgTables &tables);

/// Schemas, types, sequences, routines, partitions, … in an order in which they can be made.
Result<void> readPgObjects(PgSession &session, PgTables &tables, Catalog &catalog);

/// What is there and is not carried, by kind and name: a warning for each kind.
Result<std::vector<Error>> pgNotCarried(PgSession &session);

} // namespace galley
