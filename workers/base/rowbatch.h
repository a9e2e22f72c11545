// SPDX-License-Identifier: MIT
//
// Some thousand rows of one shape, row by row, in memory that is used again for the next ones.
#pragma once

#include "workers/base/arena.h"
#include "workers/base/cell.h"

#include <span>

namespace galley {

/// The cell with its bytes, if it has any, copied into `arena`.
Cell copyCell(const Cell &cell, Arena &arena);

/// Movable, so that it can be handed from thread to thread; not copyable. Cells stay good while the batch
/// lives and is not cleared, also when it is moved.
class RowBatch
{
public:
    /// A reader stops filling at either of these; one row can go beyond the bytes.
    static constexpr qsizetype kFullRows = 2048;
    static constexpr size_t kFullBytes = 512 * 1024;

    RowBatch() = default;
    RowBatch(RowBatch &&) noexcept = default;
    RowBatch &operator=(RowBatch &&) noexcept = default;

    /// Empties the batch for rows of `columnCount` cells; the memory is kept.
    void clear(qsizetype columnCount);

    qsizetype columnCount() const { return m_columnCount; }
    qsizetype rowCount() const { return static_cast<qsizetype>(m_lines.size()); }
    bool isEmpty() const { return m_lines.empty(); }
    bool isFull() const { return rowCount() >= kFullRows || m_arena.used() >= kFullBytes; }

    /// A new row of NULL cells at the end, to be filled. The span is good until the next call.
    /// `line`: where the row begins in its file, from 1; 0 where there are no lines (a database).
    std::span<Cell> appendRow(qint64 line = 0)
    {
        m_lines.push_back(line);
        m_cells.resize(m_cells.size() + static_cast<size_t>(m_columnCount));
        return row(rowCount() - 1);
    }
    /// A new row whose cells have their bytes in this batch's arena.
    void appendCopy(std::span<const Cell> row, qint64 line);
    void removeLastRow();

    std::span<const Cell> row(qsizetype index) const
    {
        return {m_cells.data() + index * m_columnCount, static_cast<size_t>(m_columnCount)};
    }
    std::span<Cell> row(qsizetype index)
    {
        return {m_cells.data() + index * m_columnCount, static_cast<size_t>(m_columnCount)};
    }
    qint64 line(qsizetype index) const { return m_lines[static_cast<size_t>(index)]; }

    /// Where the bytes of this batch's text and bytes cells go.
    Arena &arena() { return m_arena; }
    /// Cells may instead point into `memory`, which then lives as long as the rows (till clear()).
    void keepAlive(std::shared_ptr<const void> memory) { m_kept.push_back(std::move(memory)); }

private:
    qsizetype m_columnCount = 0;
    std::vector<Cell> m_cells;
    std::vector<qint64> m_lines;
    Arena m_arena;
    std::vector<std::shared_ptr<const void>> m_kept;
};

} // namespace galley
