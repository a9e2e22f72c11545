// SPDX-License-Identifier: MIT
//
// Finds the key ranges in which two tables on servers differ, by sums that the servers compute
// (docs/decisions/0101-checksums-of-key-ranges.md).
//
// Threads: one calls; the sums of the left side come on a thread of its own.
#pragma once

#include "workers/base/result.h"
#include "workers/engines/rangesums.h"

#include <functional>
#include <optional>

namespace galley {

struct DifferingRanges
{
    std::vector<KeyRange> ranges; ///< in order, apart from each other
    qint64 equalRows = 0; ///< outside of them, the same on both sides
};

/// Cuts by the right side's keys. Nothing where it is not worth it: most of the table differs, or in too many
/// places. `onProgress`: called with the rows that were found equal so far; an error stops.
Result<std::optional<DifferingRanges>>
findDifferingRanges(RangeSums &left, RangeSums &right,
                    const std::function<Result<void>(qint64 rows)> &onProgress);

} // namespace galley
