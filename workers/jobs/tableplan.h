// SPDX-License-Identifier: MIT
//
// Which table of a source goes into which table of a target, how, and in which order: decided for all tables
// before the first row is compared.
//
// Threads: those of the source and the connection.
#pragma once

#include "workers/changes/source.h"
#include "workers/jobs/job.h"
#include "workers/jobs/plans.h"

namespace galley {

/// An import that is being compared: what its tables have in common.
struct ComparePlan
{
    ImportPlan import;
    /// A diff: columns and tables that one side lacks are warnings, not errors.
    bool isDiff = false;
    bool isSourceUntrusted = true;
};

struct TablePlan
{
    size_t source = 0; ///< index in RowSource::tables()
    ChangeSetTable table; ///< all but counts and load's size and hash
    QStringList orderBy; ///< source columns, where the source can sort by the key as the target does
    std::vector<int> neverNull; ///< target columns
    std::vector<Error> warnings;
};

/// `target` nullptr: the database does not exist yet. Parents come before children. Errors: Schema, Usage,
/// Duplicate, Unsupported, Limit, and those of reading a file whose types have to be found out.
Result<std::vector<TablePlan>> planTables(const ComparePlan &plan, RowSource &source, const Engine &engine,
                                          Connection *target, const Catalog &catalog, JobContext &context);

} // namespace galley
