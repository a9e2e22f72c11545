// SPDX-License-Identifier: MIT
#include "workers/base/rowbatch.h"

namespace galley {

Cell copyCell(const Cell &cell, Arena &arena)
{
    if (cell.kind() != CellKind::Text && cell.kind() != CellKind::Bytes)
        return cell;
    const std::string_view view = arena.store(cell.view());
    const Cell copy = cell.kind() == CellKind::Text ? Cell::text(view) : Cell::bytes(view);
    return cell.isPinned() ? copy.pinned() : copy;
}

void RowBatch::clear(qsizetype columnCount)
{
    m_columnCount = columnCount;
    m_cells.clear();
    m_lines.clear();
    m_arena.clear();
    m_kept.clear();
}

void RowBatch::appendCopy(std::span<const Cell> row, qint64 line)
{
    const std::span<Cell> copy = appendRow(line);
    for (size_t i = 0; i < row.size(); ++i)
        copy[i] = copyCell(row[i], m_arena);
}

void RowBatch::removeLastRow()
{
    m_lines.pop_back();
    m_cells.resize(m_cells.size() - static_cast<size_t>(m_columnCount));
}

} // namespace galley
