// SPDX-License-Identifier: MIT
//
// Shows of keys of whole numbers, while they come by, that none is there twice, in little memory: exports
// come in the order of the key or nearly so. Threads: one at a time.
#pragma once

#include "workers/base/cell.h"

#include <map>
#include <span>
#include <vector>

namespace galley {

class PgDistinct
{
public:
    /// `cells`: which of a row's make the key.
    explicit PgDistinct(std::vector<size_t> cells)
        : m_cells(std::move(cells))
    {
    }
    PgDistinct(const PgDistinct &) = delete;
    PgDistinct &operator=(const PgDistinct &) = delete;

    /// False where the row's key may have been there before: it was, or is no number, or it cannot be told.
    bool add(std::span<const Cell> row);

private:
    bool addNumber(qint64 number);
    bool isBehind(std::span<const Cell> row);

    std::vector<size_t> m_cells;
    std::vector<qint64> m_last; ///< several columns: strictly ascending only
    std::map<qint64, qint64> m_runs; ///< one column: first and last of each run of numbers without a gap
    std::map<qint64, qint64>::iterator m_run = m_runs.end(); ///< that the last number went to
};

} // namespace galley
