// SPDX-License-Identifier: MIT
//
// A table of two servers that is compared by checksums of its key ranges: what differs is read, and nothing
// else (docs/decisions/0101-checksums-of-key-ranges.md).
//
// Threads: those of the connections.
#pragma once

#include "workers/changes/differingranges.h"
#include "workers/changes/rangefilter.h"
#include "workers/changes/source.h"
#include "workers/jobs/tableplan.h"

namespace galley {

class ComparedRanges
{
public:
    /// Both sides have computed what differs. nullptr: the table is compared row by row. `onProgress`: as in
    /// findDifferingRanges().
    static Result<std::unique_ptr<ComparedRanges>>
    find(const TablePlan &plan, RowSource &source, Connection &target, Comparing comparing,
         const std::function<Result<void>(qint64 rows)> &onProgress);

    /// Rows that are the same and are not read.
    qint64 equalRows() const { return m_found.equalRows; }
    /// The others, all columns of the source's table.
    Result<std::unique_ptr<RowReader>> readSource();
    /// The others, in the columns of the ChangeShape.
    Result<std::unique_ptr<RowReader>> readTarget();

private:
    std::unique_ptr<RangeSums> m_left;
    std::unique_ptr<RangeSums> m_right;
    QStringList m_sourceColumns;
    QStringList m_targetColumns;
    DifferingRanges m_found;
};

/// A source in key order, of whatever kind, beside a table on a server. nullptr: it is compared row by row.
/// `order` outlives the filter.
struct ComparedStream
{
    std::unique_ptr<RangeSums> sums;
    std::unique_ptr<RangeFilter> filter;

    static Result<std::unique_ptr<ComparedStream>> find(const TablePlan &plan, Connection &target,
                                                        Comparing comparing, const KeyOrder &order,
                                                        const QString &scratchFolder);
};

} // namespace galley
