// SPDX-License-Identifier: MIT
//
// How much room tables take, with their indexes and long values.
//
// Threads: those of the connection.
#pragma once

#include "workers/base/result.h"
#include "workers/base/shape.h"

#include <map>

namespace galley {

struct TableSizes
{
    std::map<TableName, qint64> bytes; ///< of those that are known
    bool isEstimate = false; ///< the server's statistics, not a measurement
};

/// A connection that can tell.
class MeasuresTables
{
public:
    virtual ~MeasuresTables() = default;
    /// Reads no rows; may read all pages of a file, until interrupted. Errors: Unsupported, Cancelled.
    virtual Result<TableSizes> tableSizes() = 0;
};

} // namespace galley
