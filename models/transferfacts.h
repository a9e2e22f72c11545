// SPDX-License-Identifier: MIT
//
// What is known before tables are copied or files are imported together: what the source brings, and what
// the target has. Only names and descriptions are read, no rows.
#pragma once

#include "workers/jobs/job.h"
#include "workers/jobs/plans.h"

#include <memory>

namespace galley {

/// Written by the job; to be read once its runner has finished.
struct TransferFacts
{
    struct Table
    {
        TableName name;
        QString file; ///< that it comes from; "" where the source is one thing
        qint64 rows = -1; ///< about; -1: not known without reading
    };
    std::vector<Table> tables; ///< of the source; ordinary ones
    std::vector<Error> warnings;
    Catalog target;
    bool isTargetNew = false; ///< a file that the apply makes
};

/// REQUIRES: `facts` is touched by nobody else until the job has ended. A plan without a target is looked at
/// for its source only.
std::unique_ptr<Job> makeTransferFactsJob(const ImportPlan &plan, std::shared_ptr<TransferFacts> facts);

} // namespace galley
