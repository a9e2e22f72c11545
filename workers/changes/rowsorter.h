// SPDX-License-Identifier: MIT
//
// Sorts any number of rows in bounded memory: sorted runs in a scratch file, merged while they are read.
//
// Threads: one.
#pragma once

#include "workers/base/rows.h"
#include "workers/base/scratchfile.h"

#include <functional>

namespace galley {

using CompareRows = std::function<int(std::span<const Cell>, std::span<const Cell>)>;

class RowSorter
{
public:
    /// `budget`: bytes of rows held in memory at once.
    RowSorter(QString folder, CompareRows compare, size_t budget);

    /// Copies the row. Errors: CannotCreate, Io.
    Result<void> add(std::span<const Cell> row, qint64 line);
    /// The rows in order, equal ones in the order they were added. The sorter must outlive the reader and
    /// takes no more rows.
    Result<std::unique_ptr<RowReader>> finish(const TableShape &shape);
    /// More than one run was needed.
    bool hasSpilled() const { return !m_runs.empty(); }

private:
    struct Entry
    {
        const Cell *cells;
        qint64 line;
    };
    struct Run
    {
        qint64 begin;
        qint64 end;
    };
    friend class SortedRows;

    void sort();
    Result<void> spill();

    CompareRows m_compare;
    size_t m_budget;
    size_t m_columnCount = 0;
    Arena m_arena;
    std::vector<Entry> m_entries;
    ScratchFile m_file;
    std::vector<Run> m_runs;
};

} // namespace galley
