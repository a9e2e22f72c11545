// SPDX-License-Identifier: MIT
//
// Values of a Parquet column as cells: numbers as they are, everything else as canonical text.
#pragma once

#include "workers/formats/nativecell.h"
#include "workers/formats/parquet/valuedecoder.h"

#include <optional>

namespace galley::parquet {

/// Plain value, const. Errors come without place; the caller knows column and row.
class CellMaker
{
public:
    explicit CellMaker(const ValueType &type)
        : m_type(type)
    {
    }
    /// Cells are to be what a column of a database holds, whose values were written in this way.
    void setNative(const Column &column, bool isSqlite);

    /// The first `count` values as cells; `bad` is set to the one that an error is about.
    /// Errors: Encoding (text that is not UTF-8), Value, Malformed.
    Result<void> make(const RawValues &raw, size_t count, Cell *cells, Arena &arena, size_t &bad) const;

private:
    Result<void> makeWhole(const RawValues &raw, size_t count, Cell *cells, Arena &arena, size_t &bad) const;
    Result<void> makeBinary(const RawValues &raw, size_t count, Cell *cells, Arena &arena, size_t &bad) const;
    Result<Cell> whole(qint64 value, Arena &arena) const;
    Result<Cell> binary(std::string_view value, Arena &arena) const;
    Result<Cell> timestamp(qint64 value, Arena &arena) const;
    Result<Cell> timeOfDay(qint64 value, Arena &arena) const;
    Result<Cell> oldTimestamp(std::string_view value, Arena &arena) const;
    Result<Cell> decimal(std::string_view digits, bool isNegative, Arena &arena) const;
    Result<Cell> nativeCell(Cell cell, Arena &arena) const;

    ValueType m_type;
    std::optional<NativeColumn> m_native; ///< text is to be decoded
    bool m_isNumber = false; ///< a decimal of SQLite: an integer, or the nearest real
};

} // namespace galley::parquet
