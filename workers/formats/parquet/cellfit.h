// SPDX-License-Identifier: MIT
//
// Cells as the values of a Parquet column, and whether they come back as the cells they were.
#pragma once

#include "workers/formats/nativecell.h"
#include "workers/formats/parquet/valuetype.h"

#include <optional>

namespace galley::parquet {

/// How a column of a database is written.
enum class Typing : quint8
{
    Declared, ///< in the Parquet type that its declared type is
    Plain, ///< numbers, text and bytes; decimals, dates, times and UUIDs as text
    Text, ///< everything as text
};

/// The type of the column's values. `unit`: of times and timestamps.
ValueType typeFor(const Column &column, bool isSqlite, Typing typing, TimeUnit unit);

__extension__ using Wide = __int128; ///< a decimal without its point

enum class Fit : quint8
{
    Exact, ///< reads back as this cell
    Respelled, ///< the same value, which reads back in another spelling or kind
    None, ///< the column cannot hold it
};

/// Plain value, const.
class CellFit
{
public:
    CellFit(const Column &column, bool isSqlite, const ValueType &type);

    /// REQUIRES: the cell is not NULL; the physical type is the one of the name.
    Fit toInteger(const Cell &cell, qint64 &value) const; ///< Boolean, Int32, Int64
    Fit toReal(const Cell &cell, double &value) const; ///< Double
    /// ByteArray, FixedBytes. New bytes go to `arena`, others stay where they are.
    Fit toBytes(const Cell &cell, std::string_view &value, Arena &arena) const;
    /// Cells of this kind are stored as they are and always fit exactly; Null where there is no such kind.
    CellKind keptKind() const { return m_keptKind; }

private:
    Fit toWhole(const Cell &cell, qint64 &value) const;
    Fit toUnsigned(const Cell &cell, qint64 &value) const;
    Fit toDate(const Cell &cell, qint64 &value) const;
    Fit toTime(const Cell &cell, qint64 &value) const;
    Fit toTimestamp(const Cell &cell, qint64 &value) const;
    Fit toDecimal(const Cell &cell, Wide &value) const;
    Fit realToDecimal(double real, Wide &value) const;
    Fit textToDecimal(std::string_view text, Wide &value) const;
    Fit toUuid(const Cell &cell, std::string_view &value, Arena &arena) const;
    Fit toText(const Cell &cell, std::string_view &value, Arena &arena) const;
    std::optional<qint64> inUnits(qint64 days, qint64 nanoseconds) const;

    CellKind findKeptKind() const;

    ValueType m_type;
    CellKind m_keptKind = CellKind::Null;
    bool m_isSqlite;
    bool m_isNumber = false; ///< a decimal that SQLite keeps as a number
    bool m_isTextColumn = false; ///< text is its own kind
    bool m_showsBooleans = false; ///< as text: true, false
    double m_power = 1; ///< 10 to the scale
    Wide m_factor = 1; ///< the same
    Wide m_limit = 0; ///< 10 to the precision
    std::optional<NativeColumn> m_reading; ///< how text is read back
};

} // namespace galley::parquet
