// SPDX-License-Identifier: MIT
//
// One value on its way between a database, a file and a diff. A cell says how the value is stored; the column
// (shape.h) says what it means. Decimals, dates, times and all that no machine number holds exactly travel as
// canonical text: ISO 8601 with `-`, the scale kept, `infinity`, BC and zero dates included.
#pragma once

#include <QtGlobal>

#include <bit>
#include <cmath>
#include <string_view>

namespace galley {

enum class CellKind : quint8
{
    Null,
    Integer,
    Real,
    Text,
    Bytes
};

/// 16 bytes, trivially copyable. Text (well-formed UTF-8: whoever makes the cell sees to it) and bytes point
/// into memory that somebody else keeps, as a rule the arena of the RowBatch the cell stands in: a cell is
/// good as long as its batch is neither cleared nor destroyed.
class Cell
{
public:
    constexpr Cell() = default;
    static constexpr Cell null() { return {}; }
    static constexpr Cell integer(qint64 value) { return {CellKind::Integer, value}; }
    static constexpr Cell real(double value) { return {CellKind::Real, std::bit_cast<qint64>(value)}; }
    static Cell text(std::string_view value) { return {CellKind::Text, value}; }
    static Cell bytes(std::string_view value) { return {CellKind::Bytes, value}; }

    constexpr CellKind kind() const { return m_kind; }
    constexpr bool isNull() const { return m_kind == CellKind::Null; }
    /// REQUIRES: kind() == Integer.
    constexpr qint64 asInteger() const { return m_value; }
    /// REQUIRES: kind() == Real.
    constexpr double asReal() const { return std::bit_cast<double>(m_value); }
    /// REQUIRES: kind() is Text or Bytes.
    std::string_view view() const { return {std::bit_cast<const char *>(m_value), m_size}; }

    /// Pinned: the source named the storage class of this very value, because it is not the one its column
    /// would give it (an integer in an untyped SQLite column, text in an INTEGER one). An engine whose
    /// columns hold any kind stores it as it is; any other refuses it where the column cannot hold that kind.
    constexpr bool isPinned() const { return m_pinned; }
    constexpr Cell pinned() const
    {
        Cell copy = *this;
        copy.m_pinned = true;
        return copy;
    }

    /// The same kind and the same value. NaN equals NaN, 0.0 equals -0.0; being pinned does not count.
    bool operator==(const Cell &other) const
    {
        if (m_kind != other.m_kind)
            return false;
        switch (m_kind) {
        case CellKind::Null:
            return true;
        case CellKind::Integer:
            return m_value == other.m_value;
        case CellKind::Real:
            return asReal() == other.asReal() || (std::isnan(asReal()) && std::isnan(other.asReal()));
        case CellKind::Text:
        case CellKind::Bytes:
            return view() == other.view();
        }
        return false;
    }

private:
    constexpr Cell(CellKind kind, qint64 value)
        : m_value(value)
        , m_kind(kind)
    {
    }
    Cell(CellKind kind, std::string_view value)
        : m_value(std::bit_cast<qint64>(value.data()))
        , m_size(static_cast<quint32>(value.size()))
        , m_kind(kind)
    {
    }

    qint64 m_value = 0;
    quint32 m_size = 0;
    CellKind m_kind = CellKind::Null;
    bool m_pinned = false;
};

static_assert(sizeof(Cell) == 16);
static_assert(sizeof(const char *) == sizeof(qint64));

} // namespace galley
