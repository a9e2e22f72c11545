// SPDX-License-Identifier: MIT
//
// Two readers in one order as one: the first rows of a source, which come in order, and its others, sorted.
//
// Threads: one.
#pragma once

#include "workers/base/rows.h"
#include "workers/changes/rowsorter.h"

namespace galley {

struct OrderedHead
{
    std::unique_ptr<RowReader> rows;
    qint64 count = 0; ///< of its rows, from the first
    std::vector<int> projection; ///< columns of it to be taken; empty: all
};

/// Gives rows of the tail's shape, of equal ones those of the head first. Errors: those of the two; Conflict
/// where the head has fewer rows than it should have (the source has changed).
std::unique_ptr<RowReader> mergeRows(OrderedHead head, std::unique_ptr<RowReader> tail, CompareRows compare);

} // namespace galley
