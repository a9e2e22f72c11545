// SPDX-License-Identifier: MIT
//
// What the type names of SQLite columns mean, and how a table for rows of another origin is declared.
#pragma once

#include "workers/base/schema.h"

namespace galley {

/// By the declared name (`VARCHAR(20)`, `TIMESTAMP WITH TIME ZONE`); a name that says nothing follows its
/// affinity. No type and ANY: Other.
LogicalType sqliteLogicalType(const QString &declared);
/// Sets type, nativeType, precision and scale.
void setSqliteType(Column &column, const QString &declared);

/// Engine::tableFor() of SQLite.
Result<TableInfo> sqliteTableFor(const TableShape &source);

} // namespace galley
