// SPDX-License-Identifier: MIT
//
// Rows of one table of an OrientDB export.
//
// Threads: one.
#pragma once

#include "workers/base/rows.h"
#include "workers/bundles/orientdb/orientoptions.h"

namespace galley {

struct OrientRowsRequest
{
    std::shared_ptr<const OrientSurvey> survey;
    OrientReadOptions options;
    size_t table = 0; ///< of the survey
    std::vector<size_t> columns; ///< of that table, in the order of the shape's, after the record id
    TableShape shape;
    RejectSink *rejects = nullptr; ///< nullptr: the first is an error
};

/// Errors: Conflict where the file is no longer the one of the survey.
Result<std::unique_ptr<RowReader>> openOrientRows(OrientRowsRequest request);

} // namespace galley
