// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlconverter.h"

#include "workers/base/datetime.h"
#include "workers/base/numbers.h"
#include "workers/base/shown.h"
#include "workers/base/text.h"
#include "workers/engines/mysql/mysqldates.h"
#include "workers/engines/mysql/mysqldecimal.h"
#include "workers/engines/mysql/mysqlhandle.h"
#include "workers/engines/mysql/mysqltypes.h"
#include "workers/engines/paddedtext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <arpa/inet.h>

namespace galley {

namespace {

using Outcome = CellConverter::Outcome;

constexpr size_t kMaxNumber = 1000; ///< characters of a number
constexpr double kTwo63 = 9223372036854775808.0;

std::optional<qint64> wholeOf(double value)
{
    if (value >= -kTwo63 && value < kTwo63 && std::trunc(value) == value)
        return static_cast<qint64>(value);
    return {};
}

bool isDigits(std::string_view text)
{
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isSameWord(std::string_view text, std::string_view word)
{
    return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                      [](char c, char w) { return c == w || (c >= 'A' && c <= 'Z' && c + 32 == w); });
}

/// Characters; `*hasWide`: one of them is beyond U+FFFF.
qint64 characters(std::string_view text, bool *hasWide)
{
    qint64 count = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        count += (byte & 0xc0U) != 0x80U ? 1 : 0;
        *hasWide = *hasWide || byte >= 0xf0U;
    }
    return count;
}

class MysqlConverter final : public CellConverter
{
public:
    MysqlConverter(const TableShape &shape, const Column *source, const Column &target)
        : m_type(parseMysqlType(target.nativeType))
        , m_isNullable(target.nullable)
        , m_isNative(source != nullptr && shape.origin == CellOrigin::Native)
        , m_isOurs(m_isNative && shape.engine == QLatin1String("mysql"))
        , m_isFromDecimal(m_isNative && source->type == LogicalType::Decimal)
        , m_isFromSqlite(m_isNative && shape.engine == QLatin1String("sqlite"))
        , m_isNarrowText(mysqlCharset(target.collation) == QLatin1String("utf8mb3")
                         || mysqlCharset(target.collation) == QLatin1String("utf8"))
        , m_isPadded(isPaddedText(shape, source))
        , m_native(target.nativeType)
    {
    }

    Outcome convert(Cell &cell, Arena &arena, QString *why) const override
    {
        if (cell.isNull())
            return m_isNullable ? Outcome::Ok
                                : refuse(why, QStringLiteral("NULL stands in a column that is NOT NULL"));
        Cell result = cell;
        Outcome outcome = byKind(result, arena, why);
        if (outcome == Outcome::Ok && m_isFromSqlite && isOtherForm(cell, result))
            outcome = changed(why, cell, result);
        if (outcome != Outcome::Refused)
            cell = result;
        return outcome;
    }

private:
    static Outcome refuse(QString *why, const QString &reason)
    {
        *why = reason;
        return Outcome::Refused;
    }
    static Outcome changed(QString *why, const Cell &from, const Cell &to)
    {
        *why = QStringLiteral("%1 is stored as %2").arg(shownCell(from), shownCell(to));
        return Outcome::Inexact;
    }
    Outcome misfit(const Cell &cell, QString *why) const
    {
        return refuse(why,
                      QStringLiteral("%1 is not within the type %2").arg(shownCell(cell), m_native.left(80)));
    }

    /// SQLite holds texts in columns of any type: to it, another form is another value.
    bool isOtherForm(const Cell &from, const Cell &to) const;
    Outcome byKind(Cell &cell, Arena &arena, QString *why) const;
    Outcome toInteger(Cell &cell, QString *why) const;
    Outcome toReal(Cell &cell, QString *why) const;
    Outcome toDecimal(Cell &cell, Arena &arena, QString *why) const;
    Outcome toText(Cell &cell, Arena &arena, QString *why) const;
    Outcome toMember(Cell &cell, Arena &arena, QString *why) const;
    Outcome toBytes(Cell &cell, Arena &arena, QString *why) const;
    Outcome toMoment(Cell &cell, Arena &arena, QString *why) const;
    Outcome toBits(Cell &cell, Arena &arena, QString *why) const;
    Outcome toUuid(Cell &cell, Arena &arena, QString *why) const;
    Outcome toAddress(Cell &cell, Arena &arena, QString *why) const;
    static void makeText(Cell &cell, Arena &arena);

    MysqlType m_type;
    bool m_isNullable;
    bool m_isNative;
    bool m_isOurs;
    bool m_isFromDecimal;
    bool m_isFromSqlite;
    bool m_isNarrowText;
    bool m_isPadded; ///< char(n) of another engine, filled with blanks that are not part of the value
    QString m_native;
};

Outcome MysqlConverter::byKind(Cell &cell, Arena &arena, QString *why) const
{
    switch (m_type.kind) {
    case MysqlKind::Integer:
    case MysqlKind::Year:
        return toInteger(cell, why);
    case MysqlKind::Float:
    case MysqlKind::Double:
        return toReal(cell, why);
    case MysqlKind::Decimal:
        return toDecimal(cell, arena, why);
    case MysqlKind::Enum:
    case MysqlKind::Set:
        return toMember(cell, arena, why);
    case MysqlKind::Binary:
    case MysqlKind::Bytes:
    case MysqlKind::Geometry:
        return toBytes(cell, arena, why);
    case MysqlKind::Date:
    case MysqlKind::Time:
    case MysqlKind::DateTime:
    case MysqlKind::Timestamp:
        return toMoment(cell, arena, why);
    case MysqlKind::Bit:
        return toBits(cell, arena, why);
    case MysqlKind::Uuid:
        return toUuid(cell, arena, why);
    case MysqlKind::Inet4:
    case MysqlKind::Inet6:
        return toAddress(cell, arena, why);
    case MysqlKind::Char:
    case MysqlKind::Text:
    case MysqlKind::Json:
    case MysqlKind::Unknown:
        break;
    }
    return toText(cell, arena, why);
}

bool MysqlConverter::isOtherForm(const Cell &from, const Cell &to) const
{
    if (from.kind() != CellKind::Text || m_type.kind == MysqlKind::Decimal)
        return false;
    std::string_view stored = to.kind() == CellKind::Text ? to.view() : std::string_view();
    const bool isMoment = m_type.kind == MysqlKind::Time || m_type.kind == MysqlKind::DateTime;
    if (isMoment && stored.find('.') != std::string_view::npos) { // filled up with zeros
        while (stored.ends_with('0'))
            stored.remove_suffix(1);
        if (stored.ends_with('.'))
            stored.remove_suffix(1);
    }
    return to.kind() != CellKind::Text || stored != from.view();
}

Outcome MysqlConverter::toInteger(Cell &cell, QString *why) const
{
    const Cell from = cell;
    if (cell.kind() == CellKind::Real) {
        const auto whole = wholeOf(cell.asReal());
        if (!whole)
            return misfit(from, why);
        cell = Cell::integer(*whole);
    } else if (cell.kind() == CellKind::Text) {
        std::string_view text = cell.view();
        if (const auto value = parseInteger(text)) {
            cell = Cell::integer(*value);
        } else if (m_type.bits == 8 && (isSameWord(text, "true") || isSameWord(text, "false"))) {
            cell = Cell::integer(text.size() == 4 ? 1 : 0);
        } else if (isDigits(text) && m_type.isUnsigned && m_type.bits == 64) {
            while (text.size() > 1 && text.front() == '0')
                text.remove_prefix(1);
            const bool isHeld = text.size() < 20 || (text.size() == 20 && text <= "18446744073709551615");
            cell = Cell::text(text);
            return isHeld ? Outcome::Ok : misfit(from, why);
        } else {
            return misfit(from, why);
        }
    } else if (cell.kind() == CellKind::Bytes) {
        return misfit(from, why);
    }
    const qint64 value = cell.asInteger();
    if (m_type.kind == MysqlKind::Year)
        return value == 0 || (value >= 1901 && value <= 2155) ? Outcome::Ok : misfit(from, why);
    if (m_type.bits == 64)
        return value >= 0 || !m_type.isUnsigned ? Outcome::Ok : misfit(from, why);
    const qint64 span = qint64{1} << (m_type.isUnsigned ? m_type.bits : m_type.bits - 1);
    return value < span && value >= (m_type.isUnsigned ? 0 : -span) ? Outcome::Ok : misfit(from, why);
}

Outcome MysqlConverter::toReal(Cell &cell, QString *why) const
{
    const Cell from = cell;
    bool isExact = true;
    double value = 0;
    if (cell.kind() == CellKind::Real) {
        value = cell.asReal();
    } else if (cell.kind() == CellKind::Integer) {
        value = static_cast<double>(cell.asInteger());
        isExact = wholeOf(value) == cell.asInteger();
    } else if (cell.kind() == CellKind::Text && cell.view().size() <= kMaxNumber) {
        const auto parsed = parseReal(cell.view());
        if (!parsed)
            return misfit(from, why);
        value = *parsed;
        std::array<char, kNumberRoom> room{};
        const char *end = writeReal(room.data(), value);
        const bool isSame = isSameDecimal(cell.view(), {room.data(), static_cast<size_t>(end - room.data())});
        isExact = isSame || (!m_isFromDecimal && value != 0);
    } else {
        return misfit(from, why);
    }
    if (!std::isfinite(value))
        return refuse(why, QStringLiteral("%1 is no number that MariaDB holds").arg(shownCell(from)));
    double stored = value == 0 ? 0 : value; // its sign is not kept
    isExact = isExact && std::signbit(stored) == std::signbit(value);
    if (m_type.scale >= 0) {
        std::array<char, 512> room{};
        const auto end = std::to_chars(room.data(), room.data() + room.size(), value,
                                       std::chars_format::fixed, m_type.scale);
        std::from_chars(room.data(), end.ptr, stored);
    }
    if (m_type.kind == MysqlKind::Float)
        stored = mysqlFloat(static_cast<float>(stored));
    const double limit = m_type.scale >= 0 ? std::pow(10.0, m_type.precision - m_type.scale) : HUGE_VAL;
    if (!std::isfinite(stored) || std::abs(stored) >= limit || (m_type.isUnsigned && stored < 0))
        return misfit(from, why);
    cell = Cell::real(stored);
    return isExact && stored == value ? Outcome::Ok : changed(why, from, cell);
}

Outcome MysqlConverter::toDecimal(Cell &cell, Arena &arena, QString *why) const
{
    const Cell from = cell;
    if (cell.kind() == CellKind::Bytes || (cell.kind() == CellKind::Real && !std::isfinite(cell.asReal())))
        return misfit(from, why);
    makeText(cell, arena);
    if (cell.view().size() > kMaxNumber || !isDecimal(cell.view()))
        return misfit(from, why);
    const size_t dot = cell.view().find('.');
    const size_t behind = dot == std::string_view::npos ? 0 : cell.view().size() - dot - 1;
    const bool isOursAlready = m_isOurs && m_isFromDecimal && static_cast<int>(behind) == m_type.scale
        && static_cast<int>(cell.view().size()) <= m_type.precision && !m_type.isUnsigned;
    if (isOursAlready) // the way of most decimals; a sign or point counts for a digit
        return Outcome::Ok;
    bool isRounded = false;
    const auto text = mysqlDecimal(cell.view(), m_type.precision, m_type.scale, arena, &isRounded);
    if (!text || (m_type.isUnsigned && text->starts_with('-')))
        return misfit(from, why);
    cell = Cell::text(*text);
    return isRounded ? changed(why, from, cell) : Outcome::Ok;
}

void MysqlConverter::makeText(Cell &cell, Arena &arena)
{
    if (cell.kind() != CellKind::Integer && cell.kind() != CellKind::Real)
        return;
    char *text = arena.allocate(kNumberRoom);
    const char *end = cell.kind() == CellKind::Integer ? writeInteger(text, cell.asInteger())
                                                       : writeReal(text, cell.asReal());
    cell = Cell::text({text, static_cast<size_t>(end - text)});
}

Outcome MysqlConverter::toText(Cell &cell, Arena &arena, QString *why) const
{
    const Cell from = cell;
    if (cell.kind() == CellKind::Bytes)
        return refuse(why, QStringLiteral("bytes do not go into a text column: %1").arg(shownCell(from)));
    makeText(cell, arena);
    if (m_isPadded)
        cell = Cell::text(withoutPadding(cell.view()));
    std::string_view text = cell.view();
    if (m_type.kind == MysqlKind::Char) { // kept without blanks at its end
        while (text.ends_with(' '))
            text.remove_suffix(1);
    }
    bool hasWide = false;
    const qint64 count = characters(text, &hasWide);
    if (hasWide && m_isNarrowText)
        return refuse(why,
                      QStringLiteral("%1 has characters that utf8mb3 does not have").arg(shownCell(from)));
    const qint64 size = m_type.isLengthInBytes ? static_cast<qint64>(text.size()) : count;
    if (m_type.length >= 0 && size > m_type.length)
        return refuse(why, QStringLiteral("%1 is longer than %2").arg(shownCell(from), m_native));
    const bool isCut = text.size() != cell.view().size();
    cell = Cell::text(text);
    return isCut ? changed(why, from, cell) : Outcome::Ok;
}

Outcome MysqlConverter::toMember(Cell &cell, Arena &arena, QString *why) const
{
    const Cell from = cell;
    makeText(cell, arena);
    if (cell.kind() == CellKind::Bytes)
        return misfit(from, why);
    const auto memberAt = [this](std::string_view text) {
        const auto found =
            std::find_if(m_type.members.begin(), m_type.members.end(), [&](const QByteArray &member) {
                return text == std::string_view(member.constData(), static_cast<size_t>(member.size()));
            });
        return found - m_type.members.begin();
    };
    const auto count = static_cast<std::ptrdiff_t>(m_type.members.size());
    if (m_type.kind == MysqlKind::Enum)
        return memberAt(cell.view()) < count ? Outcome::Ok : misfit(from, why);
    std::vector<bool> isIn(m_type.members.size(), false);
    std::string_view rest = cell.view();
    while (!rest.empty()) {
        const size_t comma = rest.find(',');
        const std::ptrdiff_t index = memberAt(rest.substr(0, comma));
        if (index >= count)
            return misfit(from, why);
        isIn[static_cast<size_t>(index)] = true;
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    QByteArray ordered; // as it is stored
    for (size_t i = 0; i < isIn.size(); ++i) {
        if (isIn[i])
            ordered += (ordered.isEmpty() ? "" : ",") + m_type.members[i];
    }
    const std::string_view stored(ordered.constData(), static_cast<size_t>(ordered.size()));
    if (stored == cell.view())
        return Outcome::Ok;
    cell = Cell::text(arena.store(stored));
    return changed(why, from, cell);
}

Outcome MysqlConverter::toBytes(Cell &cell, Arena &arena, QString *why) const
{
    const Cell from = cell;
    if (cell.kind() == CellKind::Text && cell.view().starts_with("\\x")) {
        const std::string_view digits = cell.view().substr(2);
        char *bytes = arena.allocate(digits.size() / 2 + 1);
        if (!parseHex(digits, bytes))
            return misfit(from, why);
        cell = Cell::bytes({bytes, digits.size() / 2});
    }
    if (cell.kind() != CellKind::Bytes)
        return refuse(
            why,
            QStringLiteral("%1 is not bytes written as \\x and hexadecimal digits").arg(shownCell(from)));
    const auto size = static_cast<qint64>(cell.view().size());
    if (m_type.length >= 0 && size > m_type.length)
        return refuse(why, QStringLiteral("%1 bytes are more than %2").arg(size).arg(m_native));
    if (m_type.kind != MysqlKind::Binary || size == m_type.length)
        return Outcome::Ok;
    char *padded = arena.allocate(static_cast<size_t>(m_type.length));
    std::fill_n(std::copy(cell.view().begin(), cell.view().end(), padded), m_type.length - size, '\0');
    cell = Cell::bytes({padded, static_cast<size_t>(m_type.length)});
    return changed(why, from, cell);
}

Outcome MysqlConverter::toMoment(Cell &cell, Arena &arena, QString *why) const
{
    const Cell from = cell;
    if (cell.kind() != CellKind::Text)
        return misfit(from, why);
    auto moment = parseMysqlMoment(cell.view(), m_type.kind);
    if (!moment) {
        const LogicalType type = mysqlLogicalType(m_type);
        const DateFault fault = checkDateText(cell.view(), type);
        if (fault == DateFault::None) // before Christ, beyond 9999, infinity
            return misfit(from, why);
        return refuse(why, shownCell(from) + QLatin1Char(' ') + dateFaultText(fault, type));
    }
    bool isChanged = moment->zoneSeconds != 0;
    *moment = mysqlUtc(*moment);
    if (moment->year > 9999 || moment->year < 0 || !isMysqlMoment(*moment, m_type.kind, m_isOurs))
        return misfit(from, why);
    const bool hasClock =
        moment->hour != 0 || moment->minute != 0 || moment->second != 0 || moment->nanos != 0;
    if (m_type.kind == MysqlKind::Date && hasClock)
        return refuse(
            why, QStringLiteral("%1 has a time of day, which a DATE does not hold").arg(shownCell(from)));
    int unit = 1'000'000'000;
    for (int i = 0; i < m_type.fraction && i < 6; ++i)
        unit /= 10;
    if (m_type.kind != MysqlKind::Date && moment->nanos % unit != 0) {
        isChanged = true;
        moment->nanos -= moment->nanos % unit;
    }
    if (m_type.kind == MysqlKind::Time && moment->hour == 838 && moment->minute == 59 && moment->second == 59
        && moment->nanos != 0 && m_type.fraction < 6)
        return misfit(from, why);
    cell = Cell::text(mysqlMomentText(*moment, m_type.kind, m_type.fraction, arena));
    return isChanged ? changed(why, from, cell) : Outcome::Ok;
}

Outcome MysqlConverter::toBits(Cell &cell, Arena &arena, QString *why) const
{
    const Cell from = cell;
    const auto count = static_cast<size_t>(m_type.bits);
    std::array<char, 64> room{};
    std::string_view digits;
    if (cell.kind() == CellKind::Integer && cell.asInteger() >= 0) {
        const auto end = std::to_chars(room.data(), room.data() + room.size(), cell.asInteger(), 2);
        digits = {room.data(), static_cast<size_t>(end.ptr - room.data())};
    } else if (cell.kind() == CellKind::Text) {
        digits = cell.view();
    }
    const bool isBits = !digits.empty() && digits.find_first_not_of("01") == std::string_view::npos;
    if (!isBits || digits.size() > count)
        return misfit(from, why);
    char *text = arena.allocate(count);
    std::copy(digits.begin(), digits.end(), std::fill_n(text, count - digits.size(), '0'));
    cell = Cell::text({text, count});
    return Outcome::Ok;
}

Outcome MysqlConverter::toUuid(Cell &cell, Arena &arena, QString *why) const
{
    const Cell from = cell;
    const std::string_view given =
        cell.kind() == CellKind::Text || cell.kind() == CellKind::Bytes ? cell.view() : std::string_view();
    const bool isBytes = cell.kind() == CellKind::Bytes && given.size() == 16;
    ByteBuffer hex;
    if (isBytes)
        appendHex(hex, given);
    for (const char c : given) {
        if (isBytes || c == '-' || c == '{' || c == '}')
            continue;
        const bool isUpper = c >= 'A' && c <= 'F';
        if (!isUpper && !(c >= 'a' && c <= 'f') && !(c >= '0' && c <= '9'))
            return misfit(from, why);
        hex.append(isUpper ? static_cast<char>(c + 32) : c);
    }
    if (hex.size() != 32)
        return misfit(from, why);
    char *out = arena.allocate(36);
    const char *end = out + 36;
    cell = Cell::text({out, 36});
    for (size_t i = 0; out < end; ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20)
            *out++ = '-';
        *out++ = hex.view()[i];
    }
    return Outcome::Ok;
}

Outcome MysqlConverter::toAddress(Cell &cell, Arena &arena, QString *why) const
{
    const int family = m_type.kind == MysqlKind::Inet4 ? AF_INET : AF_INET6;
    std::array<char, 64> room{};
    std::array<unsigned char, 16> address{};
    const Cell from = cell;
    if (m_isOurs)
        return Outcome::Ok;
    if (cell.kind() != CellKind::Text || cell.view().size() >= room.size())
        return misfit(from, why);
    std::copy(cell.view().begin(), cell.view().end(), room.begin());
    if (::inet_pton(family, room.data(), address.data()) != 1
        || ::inet_ntop(family, address.data(), room.data(), room.size()) == nullptr)
        return misfit(from, why);
    cell = Cell::text(arena.store(room.data()));
    return Outcome::Ok;
}

} // namespace

double mysqlFloat(float value)
{
    std::array<char, kNumberRoom> room{};
    const auto end = std::to_chars(room.data(), room.data() + room.size(), value);
    double wide = 0;
    std::from_chars(room.data(), end.ptr, wide);
    return static_cast<float>(wide) == value ? wide : static_cast<double>(value);
}

std::unique_ptr<CellConverter> makeMysqlConverter(const TableShape &sourceShape, const Column *source,
                                                  const Column &target)
{
    return std::make_unique<MysqlConverter>(sourceShape, source, target);
}

} // namespace galley
