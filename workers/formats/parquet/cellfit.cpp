// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/cellfit.h"

#include "workers/base/calendar.h"
#include "workers/base/numbers.h"
#include "workers/base/text.h"

#include <array>
#include <cmath>
#include <cstring>
#include <limits>

namespace galley::parquet {

namespace {

constexpr qint64 kNanosecond = 1'000'000'000;
constexpr double kExactIntegers = 9007199254740992.0; ///< 2^53

Wide powerOfTen(int exponent)
{
    Wide power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

/// The text of a number as it stands in canonical text.
std::string_view textOf(const Cell &cell, std::array<char, kNumberRoom> &room)
{
    const char *end = cell.kind() == CellKind::Integer ? writeInteger(room.data(), cell.asInteger())
                                                       : writeReal(room.data(), cell.asReal());
    return {room.data(), static_cast<size_t>(end - room.data())};
}

} // namespace

CellFit::CellFit(const Column &column, bool isSqlite, const ValueType &type)
    : m_type(type)
    , m_isSqlite(isSqlite)
    , m_isNumber(isSqlite && sqliteAffinity(column.nativeType) != Affinity::Text)
    , m_isTextColumn(column.type == LogicalType::Text)
    , m_showsBooleans(!isSqlite && column.type == LogicalType::Boolean)
{
    if (type.meaning == Meaning::Decimal) {
        m_power = std::pow(10.0, type.scale);
        m_factor = powerOfTen(type.scale);
        m_limit = powerOfTen(type.precision);
    }
    if (type.meaning == Meaning::Text && !m_isTextColumn)
        m_reading.emplace(column, isSqlite, false);
    m_keptKind = findKeptKind();
}

CellKind CellFit::findKeptKind() const
{
    switch (m_type.meaning) {
    case Meaning::Signed:
        return m_type.bits == 64 ? CellKind::Integer : CellKind::Null;
    case Meaning::Real:
        return CellKind::Real;
    case Meaning::Text:
    case Meaning::Json:
        return m_reading ? CellKind::Null : CellKind::Text;
    case Meaning::Bytes:
        return CellKind::Bytes;
    default:
        return CellKind::Null;
    }
}

Fit CellFit::toInteger(const Cell &cell, qint64 &value) const
{
    switch (m_type.meaning) {
    case Meaning::Boolean:
        value = cell.kind() == CellKind::Integer ? cell.asInteger() : -1;
        return value == 0 || value == 1 ? Fit::Exact : Fit::None;
    case Meaning::Signed:
        return toWhole(cell, value);
    case Meaning::Unsigned:
        return toUnsigned(cell, value);
    case Meaning::Date:
        return toDate(cell, value);
    case Meaning::Time:
        return toTime(cell, value);
    case Meaning::Timestamp:
        return toTimestamp(cell, value);
    default:
        break;
    }
    Wide wide = 0;
    const Fit fit = toDecimal(cell, wide);
    value = static_cast<qint64>(wide);
    return fit;
}

Fit CellFit::toWhole(const Cell &cell, qint64 &value) const
{
    Fit fit = Fit::Exact;
    if (cell.kind() == CellKind::Integer) {
        value = cell.asInteger();
    } else if (const auto number = cell.kind() == CellKind::Text ? parseInteger(cell.view()) : std::nullopt) {
        value = *number;
        fit = Fit::Respelled;
    } else {
        return Fit::None;
    }
    const qint64 half = m_type.bits == 64 ? 0 : qint64{1} << (m_type.bits - 1);
    return m_type.bits == 64 || (value >= -half && value < half) ? fit : Fit::None;
}

Fit CellFit::toUnsigned(const Cell &cell, qint64 &value) const
{
    if (cell.kind() == CellKind::Integer) {
        value = cell.asInteger();
        return value >= 0 && (m_type.bits == 64 || value >> m_type.bits == 0) ? Fit::Exact : Fit::None;
    }
    if (cell.kind() != CellKind::Text || cell.view().empty() || cell.view().size() > 20 || m_type.bits < 64)
        return Fit::None;
    Wide wide = 0;
    for (const char c : cell.view()) {
        if (c < '0' || c > '9')
            return Fit::None;
        wide = wide * 10 + (c - '0');
    }
    if (wide > static_cast<Wide>(std::numeric_limits<quint64>::max()))
        return Fit::None;
    value = static_cast<qint64>(static_cast<quint64>(wide));
    return wide > std::numeric_limits<qint64>::max() ? Fit::Exact : Fit::Respelled;
}

Fit CellFit::toReal(const Cell &cell, double &value) const
{
    if (cell.kind() == CellKind::Real) {
        value = cell.asReal();
        return Fit::Exact;
    }
    if (cell.kind() != CellKind::Integer)
        return Fit::None;
    value = static_cast<double>(cell.asInteger());
    return std::abs(value) <= kExactIntegers ? Fit::Respelled : Fit::None;
}

Fit CellFit::toDate(const Cell &cell, qint64 &value) const
{
    const auto days = cell.kind() == CellKind::Text ? parseDate(cell.view()) : std::nullopt;
    value = days.value_or(0);
    return days ? Fit::Exact : Fit::None;
}

/// In the unit of the column; nothing where it would be cut or is too far away.
std::optional<qint64> CellFit::inUnits(qint64 days, qint64 nanoseconds) const
{
    const qint64 perSecond = unitsASecond(m_type.unit);
    const qint64 step = kNanosecond / perSecond;
    const Wide wide = static_cast<Wide>(days) * (perSecond * kSecondsADay) + nanoseconds / step;
    if (nanoseconds % step != 0 || wide > std::numeric_limits<qint64>::max()
        || wide < std::numeric_limits<qint64>::min())
        return {};
    return static_cast<qint64>(wide);
}

Fit CellFit::toTime(const Cell &cell, qint64 &value) const
{
    const auto time = cell.kind() == CellKind::Text ? parseTimeOfDay(cell.view()) : std::nullopt;
    const auto units = time ? inUnits(0, time->nanoseconds) : std::nullopt;
    if (!units)
        return Fit::None;
    value = *units;
    const bool isShortest = time->fractionDigits == 0 || cell.view().back() != '0';
    return isShortest || !m_isSqlite ? Fit::Exact : Fit::Respelled;
}

Fit CellFit::toTimestamp(const Cell &cell, qint64 &value) const
{
    const auto time = cell.kind() == CellKind::Text ? parseDateTime(cell.view()) : std::nullopt;
    // Without a zone nobody knows the moment, with one it is no wall time.
    const auto units =
        time && time->hasOffset == m_type.isUtc ? inUnits(time->days, time->nanoseconds) : std::nullopt;
    if (!units)
        return Fit::None;
    value = *units;
    const std::string_view text = cell.view();
    if (text.size() == 19 && text[10] == ' ' && !m_type.isUtc)
        return Fit::Exact;
    std::array<char, kDateTimeRoom> room{};
    const char *end = writeDateTime(room.data(), time->days, time->nanoseconds, m_type.isUtc);
    const bool isSame = text == std::string_view(room.data(), static_cast<size_t>(end - room.data()));
    const bool isLonger =
        !m_isSqlite && time->fractionDigits > 0 && text[10] == ' ' && time->offsetSeconds == 0;
    return isSame || isLonger ? Fit::Exact : Fit::Respelled;
}

Fit CellFit::toDecimal(const Cell &cell, Wide &value) const
{
    switch (cell.kind()) {
    case CellKind::Integer:
        value = static_cast<Wide>(cell.asInteger());
        if (value <= -m_limit / m_factor || value >= m_limit / m_factor)
            return Fit::None;
        value *= m_factor;
        return m_isNumber || (m_type.scale == 0 && !m_isSqlite) ? Fit::Exact : Fit::Respelled;
    case CellKind::Real:
        return realToDecimal(cell.asReal(), value);
    case CellKind::Text:
        return textToDecimal(cell.view(), value);
    case CellKind::Null:
    case CellKind::Bytes:
        break;
    }
    return Fit::None;
}

/// A quotient of two exact doubles is the double that the decimal text reads as.
Fit CellFit::realToDecimal(double real, Wide &value) const
{
    const double scaled = std::nearbyint(real * m_power);
    if (!(std::abs(scaled) < kExactIntegers) || m_type.scale > 22 || scaled / m_power != real)
        return Fit::None;
    value = static_cast<Wide>(scaled);
    if (value <= -m_limit || value >= m_limit)
        return Fit::None;
    const bool isInteger = std::trunc(real) == real;
    return m_isNumber && !isInteger ? Fit::Exact : Fit::Respelled;
}

Fit CellFit::textToDecimal(std::string_view text, Wide &value) const
{
    const bool isNegative = text.starts_with('-');
    std::string_view left = text.substr(isNegative ? 1 : 0);
    const size_t point = left.find('.');
    const std::string_view whole = left.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? "" : left.substr(point + 1);
    const auto scale = static_cast<size_t>(m_type.scale);
    const std::string_view beyond = fraction.substr(std::min(scale, fraction.size()));
    if (whole.empty() || (point != std::string_view::npos && fraction.empty())
        || beyond.find_first_not_of('0') != std::string_view::npos)
        return Fit::None;
    value = 0;
    for (const std::string_view digits : {whole, fraction.substr(0, scale)}) {
        for (const char c : digits) {
            if (c < '0' || c > '9' || value >= m_limit / 10)
                return Fit::None;
            value = value * 10 + (c - '0');
        }
    }
    for (size_t i = std::min(scale, fraction.size()); i < scale; ++i) {
        if (value >= m_limit / 10)
            return Fit::None;
        value *= 10;
    }
    const bool isCanonical = fraction.size() == scale && (whole.size() == 1 || whole.front() != '0')
        && !(isNegative && value == 0);
    if (isNegative)
        value = -value;
    return isCanonical && !m_isNumber ? Fit::Exact : Fit::Respelled;
}

Fit CellFit::toBytes(const Cell &cell, std::string_view &value, Arena &arena) const
{
    switch (m_type.meaning) {
    case Meaning::Decimal: {
        Wide wide = 0;
        const Fit fit = toDecimal(cell, wide);
        const auto size = static_cast<size_t>(m_type.length);
        char *bytes = arena.allocate(size);
        for (size_t i = size; i-- > 0; wide >>= 8)
            bytes[i] = static_cast<char>(wide & 0xff);
        value = {bytes, size};
        return fit;
    }
    case Meaning::Uuid:
        return toUuid(cell, value, arena);
    case Meaning::Text:
    case Meaning::Json:
        return toText(cell, value, arena);
    default:
        break;
    }
    if (cell.kind() != CellKind::Bytes && cell.kind() != CellKind::Text)
        return Fit::None;
    value = cell.view();
    return cell.kind() == CellKind::Bytes ? Fit::Exact : Fit::Respelled;
}

Fit CellFit::toUuid(const Cell &cell, std::string_view &value, Arena &arena) const
{
    if (cell.kind() != CellKind::Text || cell.view().size() != 36)
        return Fit::None;
    std::array<char, 32> hex{};
    size_t at = 0;
    bool isLower = true;
    const std::string_view text = cell.view();
    for (size_t i = 0; i < text.size(); ++i) {
        const bool isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (isHyphen != (text[i] == '-'))
            return Fit::None;
        isLower = isLower && !(text[i] >= 'A' && text[i] <= 'F');
        if (!isHyphen)
            hex[at++] = text[i];
    }
    char *bytes = arena.allocate(16);
    value = {bytes, 16};
    if (!parseHex({hex.data(), hex.size()}, bytes))
        return Fit::None;
    return isLower ? Fit::Exact : Fit::Respelled;
}

Fit CellFit::toText(const Cell &cell, std::string_view &value, Arena &arena) const
{
    std::array<char, kNumberRoom> room{};
    switch (cell.kind()) {
    case CellKind::Text:
        value = cell.view();
        if (!m_reading)
            return Fit::Exact;
        break;
    case CellKind::Bytes: {
        ByteBuffer hex;
        hex.append("\\x");
        appendHex(hex, cell.view());
        value = arena.store(hex.view());
        break;
    }
    default:
        if (m_showsBooleans && cell.kind() == CellKind::Integer
            && (cell.asInteger() == 0 || cell.asInteger() == 1))
            value = cell.asInteger() == 1 ? "true" : "false";
        else
            value = arena.store(textOf(cell, room));
        break;
    }
    Cell back;
    if (m_reading && m_reading->decode(value, arena, back) && back == cell)
        return Fit::Exact;
    return Fit::Respelled;
}

} // namespace galley::parquet
