// SPDX-License-Identifier: MIT
//
// What an export takes of a database: its plan's names against the catalog. Plain values.
#pragma once

#include "workers/base/schema.h"
#include "workers/engines/engine.h"
#include "workers/jobs/plans.h"

namespace galley {

struct SelectedTable
{
    TableInfo info; ///< without hidden columns
    QString where; ///< "" for all rows
    QString query; ///< set: the rows of this SELECT; info has only a shape
};

struct Selection
{
    std::vector<SelectedTable> tables; ///< parents before children, queries last
    std::vector<ViewInfo> views; ///< only where all tables go along
    std::vector<TriggerInfo> triggers; ///< of the tables and views that go along
    std::vector<ObjectInfo> objects; ///< what tables need, and where all tables go along the rest, too
};

/// Errors: Usage for names that are not there (with near ones), for views (their rows are exported by a
/// query), for nothing at all.
Result<Selection> selectTables(const Catalog &catalog, const ExportPlan &plan, Connection &connection);

} // namespace galley
