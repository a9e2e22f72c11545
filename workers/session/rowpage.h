// SPDX-License-Identifier: MIT
//
// What a session answers: some rows of a table as a constant value, and what was asked for.
#pragma once

#include "workers/base/rowbatch.h"
#include "workers/base/schema.h"

#include <memory>
#include <unordered_map>

namespace galley {

/// Which rows: those from number `first` (from 0) in the table's own order, or sorted by one column.
struct RowsRequest
{
    TableName table;
    bool isView = false;
    QString sortColumn; ///< "" for the table's own order
    bool isDescending = false;
    qint64 first = 0;
    qint64 limit = 256;
    qint64 rowCount = -1; ///< of the table where known; a descending order needs it
};

/// Rows with the long values cut, so that a page of a table with films in it stays small.
class RowPage
{
public:
    static constexpr size_t kLongestCell = 64 * 1024;

    RowPage(qint64 first, TableShape shape);

    qint64 first() const { return m_first; } ///< number of the first row
    qsizetype rowCount() const { return m_rows.rowCount(); }
    const TableShape &shape() const { return m_shape; }
    size_t byteCount() const { return m_rows.rowCount() * sizeof(Cell) * m_shape.columns.size() + m_bytes; }
    const Cell &cell(qsizetype row, qsizetype column) const { return m_rows.row(row)[size_t(column)]; }
    /// Bytes of a text or bytes cell in the database; more than cell().view() has where it was cut.
    qint64 fullSize(qsizetype row, qsizetype column) const;

    /// Copies the row behind the last.
    void append(std::span<const Cell> row);
    /// Turns the order of the rows around.
    void reverse();

private:
    qint64 m_first;
    TableShape m_shape;
    RowBatch m_rows;
    size_t m_bytes = 0;
    std::unordered_map<qint64, qint64> m_fullSizes; ///< by row * columns + column
};

using RowPagePtr = std::shared_ptr<const RowPage>;
using CatalogPtr = std::shared_ptr<const Catalog>;

} // namespace galley
