// SPDX-License-Identifier: MIT
//
// The values of one column of a row group on their way to pages.
#pragma once

#include "workers/base/arena.h"
#include "workers/base/cell.h"
#include "workers/formats/parquet/cellfit.h"
#include "workers/formats/parquet/valuetype.h"

#include <bit>
#include <span>

namespace galley::parquet {

/// Those that are not NULL stand in `integers` (also reals, as their bits) or `bytes`. Used again and again.
struct ColumnValues
{
    std::vector<quint32> present; ///< by row: 1, or 0 for NULL; of a nested column its definition levels
    std::vector<quint32> repetition; ///< of a nested column, as many; else empty
    quint32 maxDefinition = 1; ///< the level at which there is a value
    quint32 maxRepetition = 0;
    std::vector<qint64> integers;
    std::vector<std::string_view> bytes;
    Arena arena;

    void clear()
    {
        present.clear();
        repetition.clear();
        integers.clear();
        bytes.clear();
        arena.clear();
    }
    void beginNested(int definition, int repeated)
    {
        clear();
        maxDefinition = static_cast<quint32>(definition);
        maxRepetition = static_cast<quint32>(repeated);
    }
    void addNull() { present.push_back(0); }
    /// Of a nested column: an entry without value.
    void addLevels(quint32 definition, quint32 repeated)
    {
        present.push_back(definition);
        repetition.push_back(repeated);
    }
    void add(qint64 value)
    {
        present.push_back(maxDefinition);
        integers.push_back(value);
    }
    void add(std::string_view value)
    {
        present.push_back(maxDefinition);
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
    /// Adds nothing where the cell does not fit, or not exactly where it must.
    Fit addFitting(const Cell &cell, const CellFit &fit, Physical physical, bool mustBeExact = false);
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
