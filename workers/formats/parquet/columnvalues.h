// SPDX-License-Identifier: MIT
//
// The values of one column of a row group on their way to pages.
#pragma once

#include "workers/base/arena.h"
#include "workers/base/cell.h"
#include "workers/formats/parquet/valuetype.h"

#include <bit>
#include <span>

namespace galley::parquet {

/// Those that are not NULL stand in `integers` (also reals, as their bits) or `bytes`. Used again and again.
struct ColumnValues
{
    std::vector<quint32> present; ///< by row: 1, or 0 for NULL
    std::vector<qint64> integers;
    std::vector<std::string_view> bytes;
    Arena arena;

    void clear()
    {
        present.clear();
        integers.clear();
        bytes.clear();
        arena.clear();
    }
    void addNull() { present.push_back(0); }
    void add(qint64 value)
    {
        present.push_back(1);
        integers.push_back(value);
    }
    void add(std::string_view value)
    {
        present.push_back(1);
        bytes.push_back(value);
    }
    /// An integer, a real, or bytes that live as long as these values.
    void addKept(const Cell &cell)
    {
        if (cell.kind() == CellKind::Integer)
            add(cell.asInteger());
        else if (cell.kind() == CellKind::Real)
            add(std::bit_cast<qint64>(cell.asReal()));
        else
            add(cell.view());
    }
    size_t count() const { return integers.size() + bytes.size(); }
    size_t nullCount() const { return present.size() - count(); }
};

/// Null count, least and greatest value in the order of the column's type; without them where they would be
/// long, or where there is a NaN. The values are those of the column, each at least once, in one of the two.
wire::Statistics statisticsOf(std::span<const qint64> numbers, std::span<const std::string_view> bytes,
                              size_t nullCount, const ValueType &type);

/// PLAIN: the values from `first` on, `count` of them.
void appendPlain(ByteBuffer &out, const ColumnValues &values, const ValueType &type, size_t first,
                 size_t count);
/// One value of an integer or real column, PLAIN.
void appendPlainNumber(ByteBuffer &out, qint64 value, const ValueType &type);

} // namespace galley::parquet
