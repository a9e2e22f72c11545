// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/cellmaker.h"

#include "workers/base/calendar.h"
#include "workers/base/numbers.h"
#include "workers/base/text.h"

#include <array>
#include <cmath>
#include <cstring>

namespace galley::parquet {

namespace {

constexpr qint64 kNanosecond = 1'000'000'000;
constexpr qint64 kJulianEpoch = 2440588; ///< 1970-01-01
constexpr size_t kLongestDecimal = 64; ///< bytes
/// Room for the digits of a decimal of kLongestDecimal bytes, or of a scale of 150.
constexpr size_t kDigitRoom = 320;

Cell stored(const char *start, const char *end, Arena &arena)
{
    return Cell::text(arena.store({start, static_cast<size_t>(end - start)}));
}

/// Big-endian two's complement as decimal digits.
std::string_view digitsOf(std::string_view bytes, std::array<char, kDigitRoom> &room, bool &isNegative)
{
    isNegative = !bytes.empty() && (static_cast<unsigned char>(bytes.front()) & 0x80) != 0;
    std::array<quint32, kLongestDecimal / 4 + 1> words{};
    const size_t count = bytes.size() / 4 + 1;
    for (size_t i = 0; i < count * 4; ++i) {
        const unsigned char filler = isNegative ? 0xff : 0;
        const unsigned char byte =
            i < bytes.size() ? static_cast<unsigned char>(bytes[bytes.size() - 1 - i]) : filler;
        words[i / 4] |= static_cast<quint32>(byte) << (i % 4 * 8);
    }
    quint64 carry = 1;
    for (size_t i = 0; isNegative && i < count; ++i) {
        carry += static_cast<quint32>(~words[i]);
        words[i] = static_cast<quint32>(carry);
        carry >>= 32;
    }
    size_t at = room.size();
    bool isZero = false;
    while (!isZero) {
        quint64 rest = 0;
        isZero = true;
        for (size_t i = count; i-- > 0;) {
            const quint64 value = rest << 32 | words[i];
            words[i] = static_cast<quint32>(value / 1'000'000'000);
            rest = value % 1'000'000'000;
            isZero = isZero && words[i] == 0;
        }
        for (int k = 0; k < 9; ++k, rest /= 10)
            room[--at] = static_cast<char>('0' + rest % 10);
    }
    while (at + 1 < room.size() && room[at] == '0')
        ++at;
    return {room.data() + at, room.size() - at};
}

double halfOf(std::string_view bytes)
{
    const auto bits = static_cast<unsigned>(static_cast<unsigned char>(bytes[0]))
        | static_cast<unsigned>(static_cast<unsigned char>(bytes[1])) << 8;
    const int exponent = static_cast<int>(bits >> 10 & 31);
    const double fraction = bits & 1023;
    double value = 0;
    if (exponent == 31)
        value = fraction == 0 ? HUGE_VAL : std::nan("");
    else
        value = exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(1024 + fraction, exponent - 25);
    return (bits & 0x8000) != 0 ? -value : value;
}

char *putPart(char *out, quint32 value, char unit)
{
    if (value == 0)
        return out;
    out = writeInteger(out, value);
    *out++ = unit;
    return out;
}

/// `P14M3DT1.5S`
Cell intervalOf(std::string_view bytes, Arena &arena)
{
    std::array<quint32, 3> parts{};
    std::memcpy(parts.data(), bytes.data(), sizeof(parts));
    std::array<char, 96> room{};
    char *out = room.data();
    *out++ = 'P';
    out = putPart(out, parts[0], 'M');
    out = putPart(out, parts[1], 'D');
    if (parts[2] > 0) {
        *out++ = 'T';
        out = writeInteger(out, parts[2] / 1000);
        if (quint32 fraction = parts[2] % 1000; fraction > 0) {
            *out++ = '.';
            for (quint32 place = 100; fraction > 0; fraction %= place, place /= 10)
                *out++ = static_cast<char>('0' + fraction / place);
        }
        *out++ = 'S';
    } else if (out == room.data() + 1) {
        std::memcpy(out, "T0S", 3);
        out += 3;
    }
    return stored(room.data(), out, arena);
}

Cell uuidOf(std::string_view bytes, Arena &arena)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::array<char, 36> text{};
    size_t at = 0;
    for (size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text[at++] = '-';
        const auto byte = static_cast<unsigned char>(bytes[i]);
        text[at++] = kDigits[byte >> 4];
        text[at++] = kDigits[byte & 15];
    }
    return stored(text.data(), text.data() + at, arena);
}

} // namespace

void CellMaker::setNative(const Column &column, bool isSqlite)
{
    m_isNumber =
        isSqlite && m_type.meaning == Meaning::Decimal && sqliteAffinity(column.nativeType) != Affinity::Text;
    if (m_type.meaning == Meaning::Text && column.type != LogicalType::Text)
        m_native.emplace(column, isSqlite, false);
}

Result<void> CellMaker::make(const RawValues &raw, size_t count, Cell *cells, Arena &arena, size_t &bad) const
{
    switch (m_type.physical) {
    case Physical::Boolean:
        for (size_t i = 0; i < count; ++i)
            cells[i] = Cell::integer(raw.integers[i]);
        return {};
    case Physical::Int32:
    case Physical::Int64:
        return makeWhole(raw, count, cells, arena, bad);
    case Physical::Float:
    case Physical::Double:
        for (size_t i = 0; i < count; ++i)
            cells[i] = Cell::real(raw.reals[i]);
        return {};
    case Physical::Int96:
    case Physical::ByteArray:
    case Physical::FixedBytes:
        break;
    }
    return makeBinary(raw, count, cells, arena, bad);
}

Result<void> CellMaker::makeWhole(const RawValues &raw, size_t count, Cell *cells, Arena &arena,
                                  size_t &bad) const
{
    if (m_type.meaning == Meaning::Signed) {
        for (size_t i = 0; i < count; ++i)
            cells[i] = Cell::integer(raw.integers[i]);
        return {};
    }
    for (size_t i = 0; i < count; ++i) {
        bad = i;
        ASSIGN_OR_RETURN(cells[i], whole(raw.integers[i], arena));
    }
    return {};
}

Result<void> CellMaker::makeBinary(const RawValues &raw, size_t count, Cell *cells, Arena &arena,
                                   size_t &bad) const
{
    for (size_t i = 0; i < count; ++i) {
        bad = i;
        ASSIGN_OR_RETURN(cells[i], binary(raw.bytes[i], arena));
    }
    return {};
}

Result<Cell> CellMaker::whole(qint64 value, Arena &arena) const
{
    std::array<char, kDateTimeRoom> room{};
    switch (m_type.meaning) {
    case Meaning::Unsigned: {
        if (m_type.bits < 64)
            return Cell::integer(static_cast<quint32>(value));
        if (value >= 0)
            return Cell::integer(value);
        const auto high = static_cast<quint64>(value);
        char *end = writeInteger(room.data(), static_cast<qint64>(high / 10));
        *end++ = static_cast<char>('0' + high % 10);
        return stored(room.data(), end, arena);
    }
    case Meaning::Date:
        return stored(room.data(), writeDate(room.data(), value), arena);
    case Meaning::Time:
        return timeOfDay(value, arena);
    case Meaning::Timestamp:
        return timestamp(value, arena);
    case Meaning::Decimal: {
        const char *end = writeInteger(room.data(), value);
        std::string_view digits(room.data(), static_cast<size_t>(end - room.data()));
        digits.remove_prefix(value < 0 ? 1 : 0);
        return decimal(digits, value < 0, arena);
    }
    default:
        return Cell::integer(value);
    }
}

Result<Cell> CellMaker::timestamp(qint64 value, Arena &arena) const
{
    const qint64 perSecond = unitsASecond(m_type.unit);
    const qint64 perDay = perSecond * kSecondsADay;
    qint64 days = value / perDay;
    qint64 rest = value % perDay;
    if (rest < 0) {
        rest += perDay;
        --days;
    }
    std::array<char, kDateTimeRoom> room{};
    const char *end = writeDateTime(room.data(), days, rest * (kNanosecond / perSecond), m_type.isUtc);
    return stored(room.data(), end, arena);
}

Result<Cell> CellMaker::timeOfDay(qint64 value, Arena &arena) const
{
    const qint64 perSecond = unitsASecond(m_type.unit);
    if (value < 0 || value >= perSecond * kSecondsADay)
        return Error{ErrorKind::Value, QStringLiteral("%1 is no time of day").arg(value), {}, {}};
    std::array<char, kDateTimeRoom> room{};
    const char *end = writeTimeOfDay(room.data(), value * (kNanosecond / perSecond));
    return stored(room.data(), end, arena);
}

Result<Cell> CellMaker::oldTimestamp(std::string_view value, Arena &arena) const
{
    qint64 nanoseconds = 0;
    quint32 day = 0;
    std::memcpy(&nanoseconds, value.data(), 8);
    std::memcpy(&day, value.data() + 8, 4);
    if (nanoseconds < 0 || nanoseconds >= kSecondsADay * kNanosecond)
        return Error{ErrorKind::Value, QStringLiteral("an INT96 timestamp outside of its day"), {}, {}};
    std::array<char, kDateTimeRoom> room{};
    const char *end = writeDateTime(room.data(), static_cast<qint64>(day) - kJulianEpoch, nanoseconds, false);
    return stored(room.data(), end, arena);
}

Result<Cell> CellMaker::decimal(std::string_view digits, bool isNegative, Arena &arena) const
{
    const auto scale = static_cast<size_t>(m_type.scale);
    std::array<char, 2 * kDigitRoom> room{};
    char *out = room.data();
    if (isNegative)
        *out++ = '-';
    const size_t whole = digits.size() > scale ? digits.size() - scale : 0;
    if (whole == 0)
        *out++ = '0';
    std::memcpy(out, digits.data(), whole);
    out += whole;
    const std::string_view fraction = digits.substr(whole);
    const bool isInteger = fraction.find_first_not_of('0') == std::string_view::npos;
    if (scale > 0 && !(m_isNumber && isInteger)) {
        *out++ = '.';
        std::memset(out, '0', scale - fraction.size());
        out += scale - fraction.size();
        std::memcpy(out, fraction.data(), fraction.size());
        out += fraction.size();
    }
    const std::string_view text(room.data(), static_cast<size_t>(out - room.data()));
    if (m_isNumber) {
        if (const auto integer = parseInteger(text))
            return Cell::integer(*integer);
        if (const auto real = parseReal(text))
            return Cell::real(*real);
    }
    return Cell::text(arena.store(text));
}

Result<Cell> CellMaker::binary(std::string_view value, Arena &arena) const
{
    switch (m_type.meaning) {
    case Meaning::Text:
    case Meaning::Json:
        if (firstInvalidUtf8(value) >= 0)
            return Error{ErrorKind::Encoding,
                         QStringLiteral("a text is not UTF-8"),
                         QStringLiteral("Write the column as bytes, or repair the text."),
                         {}};
        return nativeCell(Cell::text(value), arena);
    case Meaning::Decimal: {
        if (value.size() > kLongestDecimal)
            return Error{
                ErrorKind::Unsupported, QStringLiteral("a decimal of %1 bytes").arg(value.size()), {}, {}};
        std::array<char, kDigitRoom> room{};
        bool isNegative = false;
        const std::string_view digits = digitsOf(value, room, isNegative);
        return decimal(digits, isNegative, arena);
    }
    case Meaning::OldTimestamp:
        return oldTimestamp(value, arena);
    case Meaning::Half:
        return Cell::real(halfOf(value));
    case Meaning::Uuid:
        return uuidOf(value, arena);
    case Meaning::Interval:
        return intervalOf(value, arena);
    default:
        return Cell::bytes(value);
    }
}

Result<Cell> CellMaker::nativeCell(Cell cell, Arena &arena) const
{
    if (!m_native || cell.kind() != CellKind::Text)
        return cell;
    Cell decoded;
    if (!m_native->decode(cell.view(), arena, decoded))
        return Error{
            ErrorKind::Value, QStringLiteral("a value is not %1").arg(m_native->expectation()), {}, {}};
    return decoded;
}

} // namespace galley::parquet
