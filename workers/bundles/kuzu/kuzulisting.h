// SPDX-License-Identifier: MIT
//
// The tables of an export of Kùzu: a node table is a table, each FROM/TO pair of a relationship table a link
// table whose first two columns refer to the nodes.
#pragma once

#include "workers/bundles/kuzu/kuzucsv.h"
#include "workers/bundles/kuzu/kuzureader.h"

namespace galley {

/// Fills `listing`; one file for each of its tables. Errors: Schema (COPY of what is not there, twice, or
/// with other columns), Duplicate (two tables in one file), Truncated (a data file is missing).
Result<std::vector<KuzuFile>> listKuzuTables(const KuzuExport &from, BundleListing &listing);

} // namespace galley
