// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgconverter.h"

#include "workers/base/numbers.h"
#include "workers/base/text.h"
#include "workers/engines/postgres/pgdecimal.h"
#include "workers/engines/postgres/pgforeign.h"
#include "workers/engines/postgres/pgmoment.h"
#include "workers/engines/postgres/pgtypes.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

namespace galley {

namespace {

using Outcome = CellConverter::Outcome;

QString shown(const Cell &cell)
{
    if (cell.kind() == CellKind::Bytes)
        return QStringLiteral("a value of %1 bytes").arg(cell.view().size());
    std::array<char, kNumberRoom> room{};
    std::string_view text;
    if (cell.kind() == CellKind::Integer)
        text = {room.data(), static_cast<size_t>(writeInteger(room.data(), cell.asInteger()) - room.data())};
    else if (cell.kind() == CellKind::Real)
        text = {room.data(), static_cast<size_t>(writeReal(room.data(), cell.asReal()) - room.data())};
    else
        text = cell.view().substr(0, 240);
    const QString whole = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return QLatin1Char('"') + (whole.size() <= 60 ? whole : whole.left(59) + QChar(0x2026))
        + QLatin1Char('"');
}

std::string_view numberText(const Cell &cell, Arena &arena)
{
    if (cell.kind() == CellKind::Text)
        return cell.view();
    std::array<char, kNumberRoom> room{};
    const char *end = cell.kind() == CellKind::Integer ? writeInteger(room.data(), cell.asInteger())
                                                       : writeReal(room.data(), cell.asReal());
    return arena.store({room.data(), static_cast<size_t>(end - room.data())});
}

bool isWord(std::string_view text, std::string_view word)
{
    return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                      [](char c, char w) { return c == w || (c >= 'A' && c <= 'Z' && c + 32 == w); });
}

qsizetype characterCount(std::string_view utf8)
{
    return std::count_if(utf8.begin(), utf8.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
}

std::string_view withZeros(std::string_view number, int zeros, bool needsPoint, Arena &arena)
{
    const size_t size = number.size() + static_cast<size_t>(zeros) + (needsPoint ? 1 : 0);
    char *out = arena.allocate(size);
    std::memset(out, '0', size);
    std::memcpy(out, number.data(), number.size());
    if (needsPoint)
        out[number.size()] = '.';
    return {out, size};
}

class PgConverter final : public CellConverter
{
public:
    PgConverter(const TableShape &shape, const Column *source, const Column &target)
        : m_class(pgClassOf(target))
        , m_isFromBoolean(source != nullptr && source->type == LogicalType::Boolean
                          && shape.origin == CellOrigin::Native && shape.engine != QLatin1String("sqlite"))
        , m_isFromSqlite(source != nullptr && shape.origin == CellOrigin::Native
                         && shape.engine == QLatin1String("sqlite"))
        , m_isLexical(source == nullptr || shape.origin != CellOrigin::Native)
        , m_precision(target.precision)
        , m_scale(target.scale)
        , m_native(target.nativeType)
        , m_digits(secondDigits(target.nativeType))
    {
        m_isFloat4 = m_native == QLatin1String("real");
        m_smallest = m_native == QLatin1String("smallint") ? std::numeric_limits<qint16>::min()
            : m_native == QLatin1String("integer")         ? std::numeric_limits<qint32>::min()
            : m_native == QLatin1String("oid")             ? 0
                                                           : std::numeric_limits<qint64>::min();
        m_largest = m_native == QLatin1String("smallint") ? std::numeric_limits<qint16>::max()
            : m_native == QLatin1String("integer")        ? std::numeric_limits<qint32>::max()
            : m_native == QLatin1String("oid")            ? std::numeric_limits<quint32>::max()
                                                          : std::numeric_limits<qint64>::max();
    }

    Outcome convert(Cell &cell, Arena &arena, QString *why) const override
    {
        if (cell.isNull())
            return Outcome::Ok;
        const Cell from = cell;
        const Outcome outcome = byClass(cell, arena, why);
        // SQLite holds texts in columns of any type: to it, another form is another value.
        const bool isText = m_isFromSqlite && from.kind() == CellKind::Text && m_class != PgClass::Numeric;
        if (outcome != Outcome::Ok || !isText)
            return outcome;
        const bool isSame = cell.kind() == CellKind::Text && cell.view() == from.view();
        return isSame ? Outcome::Ok : changed(from, cell, why);
    }

private:
    Outcome byClass(Cell &cell, Arena &arena, QString *why) const
    {
        switch (m_class) {
        case PgClass::Boolean:
            return toBoolean(cell, why);
        case PgClass::Integer:
            return toInteger(cell, why);
        case PgClass::Real:
            return toReal(cell, why);
        case PgClass::Numeric:
            return toNumeric(cell, arena, why);
        case PgClass::Bytes:
            return toBytes(cell, arena, why);
        case PgClass::Date:
        case PgClass::Time:
        case PgClass::Timestamp:
        case PgClass::TimestampTz:
            return toMoment(cell, arena, why);
        case PgClass::Uuid:
            return toUuid(cell, arena, why);
        case PgClass::Interval:
            return toOwnForm(cell, arena, why, pgInterval, "is not an interval");
        case PgClass::Jsonb:
            return toOwnForm(cell, arena, why, pgJsonb, "is not JSON that jsonb can hold");
        case PgClass::Ordered:
            if (m_native == QLatin1String("inet"))
                return toOwnForm(cell, arena, why, pgInet, "is not an address");
            if (m_native.endsWith(QLatin1String("[]")) && m_native != QLatin1String("box[]"))
                return toArray(cell, arena, why);
            return toText(cell, arena, why);
        default:
            return toText(cell, arena, why);
        }
    }

    static int secondDigits(const QString &native)
    {
        const qsizetype at = native.indexOf(QLatin1Char('('));
        return native.startsWith(QLatin1String("time")) && at >= 0
            ? native.mid(at + 1, native.indexOf(QLatin1Char(')')) - at - 1).toInt()
            : 6;
    }
    Outcome refuse(const Cell &cell, QString *why, const char *what) const
    {
        *why = QStringLiteral("%1 %2").arg(shown(cell), QLatin1String(what));
        return Outcome::Refused;
    }
    static Outcome changed(const Cell &from, const Cell &to, QString *why)
    {
        *why = QStringLiteral("%1 is stored as %2").arg(shown(from), shown(to));
        return Outcome::Inexact;
    }
    Outcome toBoolean(Cell &cell, QString *why) const;
    Outcome toInteger(Cell &cell, QString *why) const;
    Outcome toReal(Cell &cell, QString *why) const;
    Outcome toNumeric(Cell &cell, Arena &arena, QString *why) const;
    Outcome toBytes(Cell &cell, Arena &arena, QString *why) const;
    Outcome toMoment(Cell &cell, Arena &arena, QString *why) const;
    Outcome toUuid(Cell &cell, Arena &arena, QString *why) const;
    Outcome toText(Cell &cell, Arena &arena, QString *why) const;
    /// What means the same is the same: only the form is the server's.
    using Form = std::optional<std::string> (*)(std::string_view);
    Outcome toOwnForm(Cell &cell, Arena &arena, QString *why, Form form, const char *what) const;
    Outcome toArray(Cell &cell, Arena &arena, QString *why) const;

    PgClass m_class;
    bool m_isFromBoolean;
    bool m_isFromSqlite;
    bool m_isLexical;
    bool m_isFloat4 = false;
    int m_precision;
    int m_scale;
    QString m_native;
    int m_digits; ///< of seconds
    qint64 m_smallest = 0;
    qint64 m_largest = 0;
};

Outcome PgConverter::toBoolean(Cell &cell, QString *why) const
{
    std::optional<bool> value;
    if (cell.kind() == CellKind::Integer && (cell.asInteger() == 0 || cell.asInteger() == 1))
        value = cell.asInteger() == 1;
    if (cell.kind() == CellKind::Text) {
        const std::string_view text = cell.view();
        if (isWord(text, "true") || isWord(text, "t") || text == "1")
            value = true;
        if (isWord(text, "false") || isWord(text, "f") || text == "0")
            value = false;
    }
    if (!value)
        return refuse(cell, why, "is not true or false");
    cell = Cell::integer(*value ? 1 : 0);
    return Outcome::Ok;
}

Outcome PgConverter::toInteger(Cell &cell, QString *why) const
{
    std::optional<qint64> value;
    if (cell.kind() == CellKind::Integer)
        value = cell.asInteger();
    if (cell.kind() == CellKind::Real && std::trunc(cell.asReal()) == cell.asReal()
        && std::abs(cell.asReal()) < 9.2e18)
        value = static_cast<qint64>(cell.asReal());
    if (cell.kind() == CellKind::Text) {
        std::string_view text = cell.view();
        if (const size_t point = text.find('.'); point != std::string_view::npos && !m_isLexical
            && text.substr(point + 1).find_first_not_of('0') == std::string_view::npos)
            text = text.substr(0, point); // a decimal without fraction
        value = parseInteger(text);
    }
    if (!value)
        return refuse(cell, why, "is not an integer of 64 bits");
    if (*value < m_smallest || *value > m_largest) {
        *why = QStringLiteral("%1 is out of the range of %2").arg(shown(cell), m_native);
        return Outcome::Refused;
    }
    cell = Cell::integer(*value);
    return Outcome::Ok;
}

Outcome PgConverter::toReal(Cell &cell, QString *why) const
{
    const Cell from = cell;
    double value = 0;
    if (cell.kind() == CellKind::Real) {
        value = cell.asReal();
    } else if (cell.kind() == CellKind::Integer) {
        value = static_cast<double>(cell.asInteger());
        if (std::abs(value) > 9007199254740992.0 && static_cast<qint64>(value) != cell.asInteger())
            return refuse(cell, why, "has more digits than a floating-point number holds");
    } else if (cell.kind() == CellKind::Text) {
        const std::string_view text = cell.view();
        if (isWord(text, "nan"))
            value = std::numeric_limits<double>::quiet_NaN();
        else if (isWord(text, "infinity") || isWord(text, "inf"))
            value = std::numeric_limits<double>::infinity();
        else if (isWord(text, "-infinity") || isWord(text, "-inf"))
            value = -std::numeric_limits<double>::infinity();
        else if (const auto parsed = parseReal(text))
            value = *parsed;
        else
            return refuse(cell, why, "is not a number");
    } else {
        return refuse(cell, why, "is not a number");
    }
    if (!m_isFloat4 || !std::isfinite(value)) {
        cell = Cell::real(value);
        return Outcome::Ok;
    }
    // What the server shows of it: the shortest text that gives the same 32 bits.
    const auto narrow = static_cast<float>(value);
    if (!std::isfinite(narrow) || (narrow == 0 && value != 0))
        return refuse(cell, why, "is out of the range of real");
    std::array<char, 64> room{};
    const auto written = std::to_chars(room.data(), room.data() + room.size(), narrow);
    double shortest = 0;
    std::from_chars(room.data(), written.ptr, shortest);
    cell = Cell::real(shortest);
    return shortest == value ? Outcome::Ok : changed(from, cell, why);
}

Outcome PgConverter::toNumeric(Cell &cell, Arena &arena, QString *why) const
{
    if (cell.kind() == CellKind::Bytes)
        return refuse(cell, why, "is not a number");
    if (cell.kind() == CellKind::Text) {
        const std::string_view text = cell.view();
        const int zeros = zerosForPgDecimal(text, m_precision, m_scale);
        if (zeros > 0)
            cell = Cell::text(withZeros(text, zeros, zeros == m_scale, arena));
        if (zeros >= 0)
            return Outcome::Ok;
    }
    PgDecimal decimal;
    switch (decimal.read(numberText(cell, arena), m_precision, m_scale)) {
    case PgDecimal::Reading::None:
        return refuse(cell, why, "is not a number");
    case PgDecimal::Reading::TooLong:
        return refuse(cell, why, "has too many digits");
    case PgDecimal::Reading::OutOfRange:
        *why = QStringLiteral("%1 is out of the range of %2").arg(shown(cell), m_native);
        return Outcome::Refused;
    case PgDecimal::Reading::Rounded: {
        const Cell from = cell;
        cell = Cell::text(arena.store(decimal.text()));
        return changed(from, cell, why);
    }
    case PgDecimal::Reading::Exact:
        break;
    }
    cell = Cell::text(arena.store(decimal.text()));
    return Outcome::Ok;
}

Outcome PgConverter::toBytes(Cell &cell, Arena &arena, QString *why) const
{
    if (cell.kind() == CellKind::Bytes)
        return Outcome::Ok;
    if (cell.kind() != CellKind::Text)
        return refuse(cell, why, "is not a sequence of bytes");
    const std::string_view text = cell.view();
    if (m_isLexical && text.starts_with("\\x")) {
        char *bytes = arena.allocate(text.size());
        if (!parseHex(text.substr(2), bytes))
            return refuse(cell, why, "is not hexadecimal");
        cell = Cell::bytes({bytes, (text.size() - 2) / 2});
        return Outcome::Ok;
    }
    cell = Cell::bytes(text);
    if (m_isLexical)
        return refuse(cell, why, "is not \\x and hexadecimal digits");
    *why = QStringLiteral("a text is stored as its UTF-8 bytes");
    return Outcome::Inexact;
}

Outcome PgConverter::toMoment(Cell &cell, Arena &arena, QString *why) const
{
    if (cell.kind() != CellKind::Text)
        return refuse(cell, why, "is not a date or time as text");
    if (isPgMoment(cell.view(), m_class, m_digits))
        return Outcome::Ok;
    PgMoment moment;
    const PgMoment::Reading reading = moment.read(cell.view(), m_class, m_digits);
    if (reading == PgMoment::Reading::Refused) {
        *why = QStringLiteral("%1 %2").arg(shown(cell), moment.why());
        return Outcome::Refused;
    }
    if (moment.text() == cell.view())
        return Outcome::Ok;
    const Cell from = cell;
    cell = Cell::text(arena.store(moment.text()));
    return reading == PgMoment::Reading::Exact ? Outcome::Ok : changed(from, cell, why);
}

Outcome PgConverter::toUuid(Cell &cell, Arena &arena, QString *why) const
{
    if (cell.kind() != CellKind::Text)
        return refuse(cell, why, "is not a UUID");
    std::array<char, 36> out{};
    size_t digits = 0;
    size_t at = 0;
    for (const char c : cell.view()) {
        if (c == '-' || c == '{' || c == '}')
            continue;
        const bool isDigit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (!isDigit || digits == 32)
            return refuse(cell, why, "is not a UUID");
        if (digits == 8 || digits == 12 || digits == 16 || digits == 20)
            out[at++] = '-';
        out[at++] = static_cast<char>(c >= 'A' && c <= 'F' ? c + 32 : c);
        ++digits;
    }
    if (digits != 32)
        return refuse(cell, why, "is not a UUID");
    const std::string_view text(out.data(), out.size());
    if (text != cell.view())
        cell = Cell::text(arena.store(text));
    return Outcome::Ok;
}

Outcome PgConverter::toText(Cell &cell, Arena &arena, QString *why) const
{
    if (cell.kind() == CellKind::Bytes)
        return refuse(cell, why, "is bytes, which a text cannot hold");
    if (m_isFromBoolean && cell.kind() == CellKind::Integer)
        cell = Cell::text(cell.asInteger() == 0 ? "false" : "true");
    if (cell.kind() != CellKind::Text)
        cell = Cell::text(numberText(cell, arena));
    std::string_view text = cell.view();
    if (text.find('\0') != std::string_view::npos)
        return refuse(cell, why, "holds a NUL character, which PostgreSQL cannot");
    if (m_precision <= 0 || (m_class != PgClass::Text && m_class != PgClass::PaddedText))
        return Outcome::Ok;
    if (m_class == PgClass::PaddedText) {
        while (text.ends_with(' '))
            text.remove_suffix(1);
    }
    const qsizetype length = characterCount(text);
    if (length > m_precision) {
        *why = QStringLiteral("%1 has %2 characters; %3 holds %4")
                   .arg(shown(cell))
                   .arg(length)
                   .arg(m_native)
                   .arg(m_precision);
        return Outcome::Refused;
    }
    if (m_class == PgClass::PaddedText) {
        const auto blanks = static_cast<size_t>(m_precision - length);
        char *padded = arena.allocate(text.size() + blanks + 1);
        std::memcpy(padded, text.data(), text.size());
        std::memset(padded + text.size(), ' ', blanks);
        cell = Cell::text({padded, text.size() + blanks});
    }
    return Outcome::Ok;
}

Outcome PgConverter::toOwnForm(Cell &cell, Arena &arena, QString *why, Form form, const char *what) const
{
    const Cell from = cell;
    if (const Outcome outcome = toText(cell, arena, why); outcome != Outcome::Ok)
        return outcome;
    const auto own = form(cell.view());
    if (!own) {
        cell = from;
        return refuse(cell, why, what);
    }
    if (*own != cell.view())
        cell = Cell::text(arena.store(*own));
    return Outcome::Ok;
}

/// What is in another form, the server looks at.
Outcome PgConverter::toArray(Cell &cell, Arena &arena, QString *why) const
{
    if (const Outcome outcome = toText(cell, arena, why); outcome != Outcome::Ok)
        return outcome;
    const auto own = pgArray(cell.view());
    if (own && *own != cell.view())
        cell = Cell::text(arena.store(*own));
    return Outcome::Ok;
}

} // namespace

std::unique_ptr<CellConverter> makePgConverter(const TableShape &sourceShape, const Column *source,
                                               const Column &target)
{
    const bool isSame = source != nullptr && sourceShape.origin == CellOrigin::Native
        && sourceShape.engine == QLatin1String("postgres") && source->nativeType == target.nativeType;
    return isSame ? nullptr : std::make_unique<PgConverter>(sourceShape, source, target);
}

} // namespace galley
