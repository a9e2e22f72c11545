// SPDX-License-Identifier: MIT
#include "workers/engines/odbc/odbcconverter.h"

#include "workers/base/datetime.h"
#include "workers/base/numbers.h"
#include "workers/base/shown.h"
#include "workers/base/text.h"
#include "workers/engines/odbc/odbctypes.h"

#include <array>
#include <cmath>

namespace galley {

namespace {

using Outcome = CellConverter::Outcome;

constexpr double kTwo63 = 9223372036854775808.0;
constexpr qint64 kTwo53 = qint64{1} << 53;

class OdbcConverter final : public CellConverter
{
public:
    explicit OdbcConverter(Column target)
        : m_target(std::move(target))
    {
    }
    Outcome convert(Cell &cell, Arena &arena, QString *why) const override
    {
        if (cell.isNull()) {
            if (m_target.nullable)
                return Outcome::Ok;
            *why = QStringLiteral("NULL stands in a column that is NOT NULL");
            return Outcome::Refused;
        }
        Cell result = cell;
        if (!fits(result, arena)) {
            *why = QStringLiteral("%1 is not within the type %2").arg(shownCell(cell), m_target.nativeType);
            return Outcome::Refused;
        }
        cell = result;
        return Outcome::Ok;
    }

private:
    bool fits(Cell &cell, Arena &arena) const;
    bool toInteger(Cell &cell) const;
    static bool toReal(Cell &cell);
    static bool toText(Cell &cell, Arena &arena);
    bool toMoment(Cell &cell, Arena &arena) const;
    static bool toBytes(Cell &cell, Arena &arena);

    Column m_target;
};

bool OdbcConverter::fits(Cell &cell, Arena &arena) const
{
    switch (m_target.type) {
    case LogicalType::Boolean:
    case LogicalType::Integer:
    case LogicalType::Unsigned:
        return toInteger(cell);
    case LogicalType::Real:
        return toReal(cell);
    case LogicalType::Bytes:
        return toBytes(cell, arena);
    case LogicalType::Date:
    case LogicalType::Time:
    case LogicalType::DateTime:
        return toMoment(cell, arena);
    case LogicalType::Decimal:
        if (!toText(cell, arena) || !isDecimal(cell.view()))
            return false;
        cell = Cell::text(odbcCanonical(cell.view(), LogicalType::Decimal));
        return true;
    default:
        return toText(cell, arena);
    }
}

bool OdbcConverter::toInteger(Cell &cell) const
{
    if (cell.kind() == CellKind::Real) {
        const double value = cell.asReal();
        if (!(value >= -kTwo63 && value < kTwo63) || std::trunc(value) != value)
            return false;
        cell = Cell::integer(static_cast<qint64>(value));
    } else if (cell.kind() == CellKind::Text) {
        const std::string_view text = cell.view();
        const auto number = parseInteger(text);
        const bool isTruth = m_target.type == LogicalType::Boolean;
        if (number)
            cell = Cell::integer(*number);
        else if (isTruth && (text == "true" || text == "false"))
            cell = Cell::integer(text == "true" ? 1 : 0);
        else
            return false;
    }
    return cell.kind() == CellKind::Integer
        && (m_target.type != LogicalType::Boolean || (cell.asInteger() >= 0 && cell.asInteger() <= 1));
}

bool OdbcConverter::toReal(Cell &cell)
{
    if (cell.kind() == CellKind::Text) {
        const auto number = parseReal(cell.view());
        if (!number)
            return false;
        cell = Cell::real(*number);
    } else if (cell.kind() == CellKind::Integer) {
        if (cell.asInteger() > kTwo53 || cell.asInteger() < -kTwo53)
            return false;
        cell = Cell::real(static_cast<double>(cell.asInteger()));
    }
    return cell.kind() == CellKind::Real;
}

bool OdbcConverter::toText(Cell &cell, Arena &arena)
{
    std::array<char, kNumberRoom> room{};
    if (cell.kind() == CellKind::Text)
        return true;
    if (cell.kind() == CellKind::Bytes)
        return false;
    const char *end = cell.kind() == CellKind::Integer ? writeInteger(room.data(), cell.asInteger())
                                                       : writeReal(room.data(), cell.asReal());
    cell = Cell::text(arena.store({room.data(), static_cast<size_t>(end - room.data())}));
    return true;
}

bool OdbcConverter::toMoment(Cell &cell, Arena &arena) const
{
    if (cell.kind() != CellKind::Text || checkDateText(cell.view(), m_target.type) != DateFault::None)
        return false;
    std::string_view text = cell.view();
    if (m_target.type == LogicalType::DateTime) {
        std::string whole(text);
        if (whole.size() > 10 && whole[10] == 'T')
            whole[10] = ' ';
        if (whole.size() == 10)
            whole += " 00:00:00";
        text = arena.store(whole);
    }
    cell = Cell::text(odbcCanonical(text, m_target.type));
    return true;
}

bool OdbcConverter::toBytes(Cell &cell, Arena &arena)
{
    if (cell.kind() == CellKind::Bytes)
        return true;
    if (cell.kind() != CellKind::Text || !cell.view().starts_with("\\x"))
        return false;
    const std::string_view digits = cell.view().substr(2);
    const size_t size = digits.size() / 2;
    char *out = arena.allocate(size + 1);
    if (!parseHex(digits, out))
        return false;
    cell = Cell::bytes({out, size});
    return true;
}

int sign(qint64 difference)
{
    return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

/// Of two decimals without exponents.
int compareDecimals(std::string_view a, std::string_view b)
{
    const bool isNegative = a.starts_with('-');
    if (isNegative != b.starts_with('-'))
        return isNegative ? -1 : 1;
    if (isNegative)
        return compareDecimals(b.substr(1), a.substr(1));
    const auto whole = [](std::string_view text) {
        const std::string_view digits = text.substr(0, text.find('.'));
        const size_t first = digits.find_first_not_of('0');
        return first == std::string_view::npos ? std::string_view() : digits.substr(first);
    };
    const auto fraction = [](std::string_view text) {
        const size_t dot = text.find('.');
        return dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
    };
    if (whole(a).size() != whole(b).size())
        return whole(a).size() < whole(b).size() ? -1 : 1;
    if (const int order = whole(a).compare(whole(b)); order != 0)
        return sign(order);
    return sign(fraction(a).compare(fraction(b)));
}

} // namespace

std::unique_ptr<CellConverter> makeOdbcConverter(const Column &target)
{
    return std::make_unique<OdbcConverter>(target);
}

int compareOdbcKeys(const Column &column, const Cell &a, const Cell &b)
{
    if (a.kind() != b.kind())
        return a.kind() < b.kind() ? -1 : 1;
    switch (a.kind()) {
    case CellKind::Null:
        return 0;
    case CellKind::Integer:
        return a.asInteger() < b.asInteger() ? -1 : a.asInteger() > b.asInteger() ? 1 : 0;
    case CellKind::Real:
        return a.asReal() < b.asReal() ? -1 : a.asReal() > b.asReal() ? 1 : 0;
    case CellKind::Text:
        if (column.type == LogicalType::Decimal)
            return compareDecimals(a.view(), b.view());
        break;
    case CellKind::Bytes:
        break;
    }
    return sign(a.view().compare(b.view()));
}

} // namespace galley
