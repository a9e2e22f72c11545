// SPDX-License-Identifier: MIT
//
// A reader taken row by row, which knows the key of the row before.
//
// Threads: those of its reader.
#pragma once

#include "workers/base/rows.h"

namespace galley {

class RowCursor
{
public:
    /// `key`: indexes into the reader's columns.
    RowCursor(std::unique_ptr<RowReader> reader, std::vector<int> key)
        : m_reader(std::move(reader))
        , m_key(std::move(key))
        , m_previousKey(m_key.size())
    {
    }

    /// To the next row, the first one at the first call. False at the end.
    Result<bool> advance()
    {
        if (m_row >= 0 && m_row < m_batch.rowCount())
            keepKey();
        if (++m_row < m_batch.rowCount())
            return true;
        if (m_hasPrevious)
            moveKeyOut();
        m_isNewBatch = true;
        m_row = 0;
        ASSIGN_OR_RETURN(m_hasRow, m_reader->read(m_batch));
        return m_hasRow;
    }
    bool hasRow() const { return m_hasRow; }
    std::span<const Cell> row() const { return std::as_const(m_batch).row(m_row); }
    qint64 line() const { return m_batch.line(m_row); }
    /// The key of the row before; empty at the first row.
    std::span<const Cell> previousKey() const
    {
        return m_hasPrevious ? std::span<const Cell>(m_previousKey) : std::span<const Cell>();
    }
    qint64 previousLine() const { return m_previousLine; }
    /// True once for each batch.
    bool takeNewBatch() { return std::exchange(m_isNewBatch, false); }
    const RowReader &reader() const { return *m_reader; }

private:
    void keepKey()
    {
        const std::span<const Cell> cells = row();
        for (size_t i = 0; i < m_key.size(); ++i)
            m_previousKey[i] = cells[static_cast<size_t>(m_key[i])];
        m_previousLine = line();
        m_hasPrevious = true;
    }
    /// The batch is about to go: its bytes are kept.
    void moveKeyOut()
    {
        Arena kept;
        for (Cell &cell : m_previousKey)
            cell = copyCell(cell, kept);
        m_keyBytes = std::move(kept);
    }

    std::unique_ptr<RowReader> m_reader;
    std::vector<int> m_key;
    RowBatch m_batch;
    qsizetype m_row = -1;
    bool m_hasRow = false;
    bool m_isNewBatch = false;
    std::vector<Cell> m_previousKey;
    qint64 m_previousLine = 0;
    bool m_hasPrevious = false;
    Arena m_keyBytes;
};

} // namespace galley
