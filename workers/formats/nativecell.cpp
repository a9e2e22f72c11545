// SPDX-License-Identifier: MIT
#include "workers/formats/nativecell.h"

#include "workers/base/numbers.h"
#include "workers/base/text.h"

#include <limits>

namespace galley {

bool decodeBytes(std::string_view text, Arena &arena, Cell &cell)
{
    if (!text.starts_with("\\x") || text.size() % 2 != 0)
        return false;
    const size_t size = text.size() / 2 - 1;
    char *bytes = arena.allocate(size + 1);
    if (!parseHex(text.substr(2), bytes))
        return false;
    cell = Cell::bytes({bytes, size});
    return true;
}

bool decodeReal(std::string_view text, Cell &cell)
{
    if (const auto value = parseReal(text)) {
        cell = Cell::real(*value);
        return true;
    }
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (text == "Infinity")
        cell = Cell::real(kInfinity);
    else if (text == "-Infinity")
        cell = Cell::real(-kInfinity);
    else if (text == "NaN")
        cell = Cell::real(std::numeric_limits<double>::quiet_NaN());
    else
        return false;
    return true;
}

NativeColumn::NativeColumn(const Column &column, bool isSqlite, bool isTagged)
    : m_affinity(columnAffinity(column.nativeType))
    , m_isSqlite(isSqlite)
    , m_isTagged(isTagged)
{
    if (isSqlite) {
        const Affinity affinity = m_affinity.affinity;
        if (affinity == Affinity::Numeric || affinity == Affinity::Integer)
            m_kind = Kind::Number;
        else if (affinity == Affinity::Real)
            m_kind = Kind::Real;
        else if (affinity == Affinity::Blob && m_affinity.isDeclared)
            m_kind = Kind::Bytes;
        return;
    }
    switch (column.type) {
    case LogicalType::Boolean:
        m_kind = Kind::Boolean;
        break;
    case LogicalType::Integer:
        m_kind = Kind::Integer;
        break;
    case LogicalType::Unsigned:
        m_kind = Kind::Unsigned;
        break;
    case LogicalType::Real:
        m_kind = Kind::Real;
        break;
    case LogicalType::Bytes:
        m_kind = Kind::Bytes;
        break;
    default:
        break;
    }
}

bool NativeColumn::decode(std::string_view text, Arena &arena, Cell &cell) const
{
    if (m_isTagged && text.starts_with('\\'))
        return decodeTagged(text, arena, cell);
    switch (m_kind) {
    case Kind::Text:
        cell = Cell::text(text);
        return true;
    case Kind::Bytes:
        return decodeBytes(text, arena, cell);
    case Kind::Number:
    case Kind::Integer:
    case Kind::Unsigned:
    case Kind::Real:
        return decodeNumber(text, cell);
    case Kind::Boolean:
        if (text != "true" && text != "false" && text != "1" && text != "0")
            return false;
        cell = Cell::integer(text == "true" || text == "1" ? 1 : 0);
        return true;
    }
    return false;
}

bool NativeColumn::decodeNumber(std::string_view text, Cell &cell) const
{
    if (m_kind != Kind::Real) {
        if (const auto value = parseInteger(text)) {
            cell = Cell::integer(*value);
            return true;
        }
    }
    if (m_kind == Kind::Integer)
        return false;
    if (m_kind == Kind::Unsigned) {
        cell = Cell::text(text);
        return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    }
    if (!m_isSqlite)
        return decodeReal(text, cell);
    if (!looksNumeric(text)) {
        // Where kinds are tagged an infinity has its tag, and this is the word.
        if (m_isTagged || !decodeReal(text, cell))
            cell = Cell::text(text);
        return true;
    }
    return decodeReal(text, cell);
}

bool NativeColumn::decodeTagged(std::string_view text, Arena &arena, Cell &cell) const
{
    if (text.size() < 2)
        return false;
    const std::string_view value = text.substr(2);
    switch (text[1]) {
    case 'I': {
        const auto number = parseInteger(value);
        if (!number)
            return false;
        cell = Cell::integer(*number);
        break;
    }
    case 'R':
        if (!decodeReal(value, cell))
            return false;
        break;
    case 'T':
        cell = Cell::text(value);
        break;
    case 'x':
        if (!decodeBytes(text, arena, cell))
            return false;
        break;
    default:
        return false;
    }
    const bool isNatural = m_isSqlite ? m_affinity.isNaturalFor(cell)
                                      : (cell.kind() == CellKind::Text && m_kind != Kind::Bytes)
            || (cell.kind() == CellKind::Bytes && m_kind == Kind::Bytes);
    if (!isNatural)
        cell = cell.pinned();
    return true;
}

QString NativeColumn::expectation() const
{
    switch (m_kind) {
    case Kind::Text:
        return QStringLiteral("text");
    case Kind::Bytes:
        return QStringLiteral("bytes, as \\x and hexadecimal digits");
    case Kind::Number:
    case Kind::Real:
        return QStringLiteral("a number");
    case Kind::Integer:
        return QStringLiteral("an integer of 64 bits");
    case Kind::Unsigned:
        return QStringLiteral("an integer without sign");
    case Kind::Boolean:
        return QStringLiteral("true or false");
    }
    return {};
}

} // namespace galley
