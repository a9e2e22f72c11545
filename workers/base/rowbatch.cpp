// SPDX-License-Identifier: MIT
#include "workers/base/rowbatch.h"

namespace galley {

void RowBatch::clear(qsizetype columnCount)
{
    m_columnCount = columnCount;
    m_cells.clear();
    m_lines.clear();
    m_arena.clear();
    m_kept.clear();
}

void RowBatch::removeLastRow()
{
    m_lines.pop_back();
    m_cells.resize(m_cells.size() - static_cast<size_t>(m_columnCount));
}

} // namespace galley
