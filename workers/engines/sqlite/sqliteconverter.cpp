// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqliteconverter.h"

#include "workers/base/affinity.h"
#include "workers/base/datetime.h"
#include "workers/base/numbers.h"
#include "workers/base/text.h"
#include "workers/engines/paddedtext.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace galley {

namespace {

using Outcome = CellConverter::Outcome;

constexpr size_t kMaxNumber = 1000; ///< characters of a number; longer ones are an attack, or no numbers
constexpr double kTwo63 = 9223372036854775808.0;

QString shown(std::string_view text)
{
    const QString whole =
        QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<size_t>(text.size(), 240)));
    return QLatin1Char('"') + (whole.size() <= 60 ? whole : whole.left(59) + QChar(0x2026))
        + QLatin1Char('"');
}

QString shown(const Cell &cell)
{
    std::array<char, kNumberRoom> room{};
    switch (cell.kind()) {
    case CellKind::Null:
        return QStringLiteral("NULL");
    case CellKind::Integer:
        return QString::number(cell.asInteger());
    case CellKind::Real: {
        const char *end = writeReal(room.data(), cell.asReal());
        return QString::fromLatin1(room.data(), end - room.data());
    }
    case CellKind::Text:
        return shown(cell.view());
    case CellKind::Bytes:
        return QStringLiteral("a value of %1 bytes").arg(cell.view().size());
    }
    return {};
}

std::string_view trimmed(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::optional<qint64> wholeOf(double value)
{
    if (value > -kTwo63 && value < kTwo63 && std::trunc(value) == value)
        return static_cast<qint64>(value);
    return {};
}

/// What SQLite makes of text that looksNumeric(): an integer where it is one of 64 bits, else the nearest
/// double (SQLite's own reading can be off by the last bit; what we store is the nearest).
std::optional<Cell> numberOf(std::string_view text)
{
    text = trimmed(text);
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    if (const auto integer = parseInteger(text))
        return Cell::integer(*integer);
    if (const auto real = parseReal(text))
        return Cell::real(*real);
    return {};
}

bool isSameNumber(std::string_view text, const Cell &number)
{
    std::array<char, kNumberRoom> room{};
    const char *end = number.kind() == CellKind::Integer ? writeInteger(room.data(), number.asInteger())
                                                         : writeReal(room.data(), number.asReal());
    return isSameDecimal(trimmed(text), {room.data(), static_cast<size_t>(end - room.data())});
}

/// The text SQLite makes of a number in a TEXT column: 15 digits of a real.
std::string_view sqliteText(const Cell &cell, Arena &arena)
{
    std::array<char, 64> room{};
    if (cell.kind() == CellKind::Integer) {
        const char *end = writeInteger(room.data(), cell.asInteger());
        return arena.store({room.data(), static_cast<size_t>(end - room.data())});
    }
    sqlite3_snprintf(static_cast<int>(room.size()), room.data(), "%!.15g", cell.asReal());
    return arena.store(room.data());
}

/// `10:00:00.500000` is `10:00:00.5`: some servers fill up to the digits of the column, and SQLite compares
/// texts.
void shortenFraction(Cell &cell, Arena &arena)
{
    const std::string_view text = cell.view();
    const size_t point = text.find('.');
    if (point == std::string_view::npos)
        return;
    const size_t end = std::min(text.find_first_not_of("0123456789", point + 1), text.size());
    size_t kept = end;
    while (text[kept - 1] == '0')
        --kept;
    if (kept == point + 1)
        kept = point;
    if (kept == end)
        return;
    char *shorter = arena.allocate(text.size());
    std::copy(text.begin() + static_cast<std::ptrdiff_t>(end), text.end(),
              std::copy_n(text.begin(), kept, shorter));
    cell = Cell::text({shorter, kept + text.size() - end});
}

enum class Rule : quint8
{
    AsStored, ///< Native SQLite, and columns without type: kinds stay as they are
    Integer,
    Boolean,
    Real,
    Decimal,
    Bytes,
    Text,
    Date,
    Uuid,
    Any, ///< text of a type that is not known
};

Rule ruleFor(const TableShape &shape, const Column *source, const Column &target)
{
    const bool isSqlite = shape.engine == QLatin1String("sqlite");
    if (source != nullptr && shape.origin == CellOrigin::Native && isSqlite)
        return Rule::AsStored;
    switch (target.type) {
    case LogicalType::Boolean:
        return Rule::Boolean;
    case LogicalType::Integer:
    case LogicalType::Unsigned:
        return Rule::Integer;
    case LogicalType::Real:
        return Rule::Real;
    case LogicalType::Decimal:
        return Rule::Decimal;
    case LogicalType::Bytes:
        return Rule::Bytes;
    case LogicalType::Text:
    case LogicalType::Json:
    case LogicalType::Interval:
        return Rule::Text;
    case LogicalType::Date:
    case LogicalType::Time:
    case LogicalType::DateTime:
    case LogicalType::DateTimeTz:
        return Rule::Date;
    case LogicalType::Uuid:
        return Rule::Uuid;
    case LogicalType::Other:
        break;
    }
    return Rule::Any;
}

enum class StrictType : quint8
{
    None,
    Integer,
    Real,
    Text,
    Blob,
    Any
};

StrictType strictTypeOf(const Column &column)
{
    if (!column.strict)
        return StrictType::None;
    const QString name = column.nativeType.toUpper();
    if (name == QLatin1String("INT") || name == QLatin1String("INTEGER"))
        return StrictType::Integer;
    if (name == QLatin1String("REAL"))
        return StrictType::Real;
    if (name == QLatin1String("TEXT"))
        return StrictType::Text;
    return name == QLatin1String("BLOB") ? StrictType::Blob : StrictType::Any;
}

class SqliteConverter final : public CellConverter
{
public:
    SqliteConverter(const TableShape &shape, const Column *source, const Column &target)
        : m_rule(ruleFor(shape, source, target))
        , m_type(target.type)
        , m_affinity(sqliteAffinity(target.nativeType))
        , m_strict(strictTypeOf(target))
        , m_isNullable(target.nullable)
        , m_isLexical(source == nullptr || shape.origin == CellOrigin::Lexical)
        , m_isOfServer(source != nullptr && shape.origin == CellOrigin::Native
                       && shape.engine != QLatin1String("sqlite"))
        , m_isPadded(isPaddedText(shape, source))
        , m_native(target.nativeType)
    {
        if (m_strict == StrictType::Any)
            m_affinity = Affinity::Blob;
    }

    Outcome convert(Cell &cell, Arena &arena, QString *why) const override
    {
        if (cell.isNull()) {
            if (m_isNullable)
                return Outcome::Ok;
            return refuse(why, QStringLiteral("NULL stands in a column that is NOT NULL"));
        }
        if (m_rule == Rule::AsStored && isKept(cell.kind()))
            return Outcome::Ok;
        Cell result = cell;
        Outcome outcome = Outcome::Ok;
        if (m_rule != Rule::AsStored && !cell.isPinned())
            outcome = byRule(result, arena, why);
        if (outcome == Outcome::Refused)
            return outcome;
        const Outcome stored = store(result, arena, why);
        if (stored == Outcome::Refused)
            return stored;
        cell = result;
        return std::max(outcome, stored);
    }

private:
    /// Whether the column keeps every value of this kind as it is.
    bool isKept(CellKind kind) const
    {
        if (m_strict != StrictType::None)
            return false;
        switch (kind) {
        case CellKind::Integer:
            return m_affinity == Affinity::Integer || m_affinity == Affinity::Numeric
                || m_affinity == Affinity::Blob;
        case CellKind::Text:
            return m_affinity == Affinity::Text || m_affinity == Affinity::Blob;
        case CellKind::Bytes:
            return true;
        case CellKind::Real:
        case CellKind::Null:
            break;
        }
        return false;
    }
    static Outcome refuse(QString *why, const QString &reason)
    {
        *why = reason;
        return Outcome::Refused;
    }
    static Outcome changed(QString *why, const QString &from, const Cell &to)
    {
        *why = QStringLiteral("%1 is stored as %2").arg(from, shown(to));
        return Outcome::Inexact;
    }
    Outcome refuseType(const Cell &cell, QString *why, const char *what) const
    {
        return refuse(why, QStringLiteral("%1 is not %2").arg(shown(cell), QLatin1String(what)));
    }

    Outcome byRule(Cell &cell, Arena &arena, QString *why) const;
    Outcome toInteger(Cell &cell, QString *why) const;
    Outcome toBoolean(Cell &cell, QString *why) const;
    Outcome toReal(Cell &cell, QString *why) const;
    Outcome toDecimal(Cell &cell, QString *why) const;
    Outcome toBytes(Cell &cell, Arena &arena, QString *why) const;
    Outcome toText(Cell &cell, Arena &arena) const;
    Outcome toDate(Cell &cell, Arena &arena, QString *why) const;
    Outcome toUuid(Cell &cell, QString *why) const;
    Outcome store(Cell &cell, Arena &arena, QString *why) const;
    Outcome storeNumeric(Cell &cell, QString *why) const;
    Outcome checkStrict(const Cell &cell, QString *why) const;

    Rule m_rule;
    LogicalType m_type;
    Affinity m_affinity;
    StrictType m_strict;
    bool m_isNullable;
    bool m_isLexical;
    bool m_isOfServer; ///< whose columns have a type
    bool m_isPadded; ///< char(n), filled with blanks that are not part of the value
    QString m_native;
};

Outcome SqliteConverter::byRule(Cell &cell, Arena &arena, QString *why) const
{
    switch (m_rule) {
    case Rule::Integer:
        return toInteger(cell, why);
    case Rule::Boolean:
        return toBoolean(cell, why);
    case Rule::Real:
        return toReal(cell, why);
    case Rule::Decimal:
        return toDecimal(cell, why);
    case Rule::Bytes:
        return toBytes(cell, arena, why);
    case Rule::Text:
        return toText(cell, arena);
    case Rule::Date:
        return toDate(cell, arena, why);
    case Rule::Uuid:
        return toUuid(cell, why);
    case Rule::Any:
    case Rule::AsStored:
        break;
    }
    return Outcome::Ok;
}

Outcome SqliteConverter::toInteger(Cell &cell, QString *why) const
{
    if (cell.kind() == CellKind::Integer)
        return Outcome::Ok;
    if (cell.kind() == CellKind::Real) {
        const auto whole = wholeOf(cell.asReal());
        if (!whole)
            return refuseType(cell, why, "an integer");
        cell = Cell::integer(*whole);
        return Outcome::Ok;
    }
    if (cell.kind() == CellKind::Bytes)
        return refuseType(cell, why, "an integer");
    const std::string_view text = cell.view();
    if (const auto value = parseInteger(text)) {
        cell = Cell::integer(*value);
        return Outcome::Ok;
    }
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    const bool isTooLarge = !digits.empty()
        && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    return refuseType(cell, why, isTooLarge ? "within the 64 bits of an integer" : "an integer");
}

Outcome SqliteConverter::toBoolean(Cell &cell, QString *why) const
{
    if (cell.kind() == CellKind::Integer && (cell.asInteger() == 0 || cell.asInteger() == 1))
        return Outcome::Ok;
    if (cell.kind() == CellKind::Text) {
        const std::string_view text = cell.view();
        const auto isWord = [&](std::string_view word) {
            return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                              [](char c, char w) { return c == w || (c >= 'A' && c <= 'Z' && c + 32 == w); });
        };
        const bool isTrue = isWord("true") || isWord("t") || isWord("1");
        if (isTrue || isWord("false") || isWord("f") || isWord("0")) {
            cell = Cell::integer(isTrue ? 1 : 0);
            return Outcome::Ok;
        }
    }
    return refuseType(cell, why, "true or false");
}

Outcome SqliteConverter::toReal(Cell &cell, QString *why) const
{
    if (cell.kind() == CellKind::Real) {
        if (std::isnan(cell.asReal()))
            return refuse(why, QStringLiteral("NaN cannot be stored: SQLite would make NULL of it"));
        if (cell.asReal() != 0 || !std::signbit(cell.asReal()))
            return Outcome::Ok;
        const QString from = shown(cell);
        cell = Cell::real(0);
        return changed(why, from, cell);
    }
    if (cell.kind() == CellKind::Integer)
        return Outcome::Ok; // store() makes a real of it
    if (cell.kind() == CellKind::Bytes)
        return refuseType(cell, why, "a number");
    const std::string_view text = cell.view();
    if (text.size() > kMaxNumber)
        return refuse(why, QStringLiteral("%1 is too long for a number").arg(shown(text)));
    if (text == "Infinity" || text == "-Infinity") {
        cell = Cell::real(text.front() == '-' ? -HUGE_VAL : HUGE_VAL);
        return Outcome::Ok;
    }
    const auto value = parseReal(text);
    if (!value)
        return refuseType(cell, why,
                          isDecimal(text) && text.front() != '+' ? "within the range of a real" : "a number");
    const bool isLost = *value == 0 && !isSameDecimal(text, "0");
    cell = Cell::real(*value);
    return isLost ? changed(why, shown(text), cell) : Outcome::Ok;
}

Outcome SqliteConverter::toDecimal(Cell &cell, QString *why) const
{
    if (cell.kind() == CellKind::Real && !std::isfinite(cell.asReal()))
        return refuseType(cell, why, "a decimal number");
    if (cell.kind() == CellKind::Integer || cell.kind() == CellKind::Real)
        return Outcome::Ok;
    const bool isKeptAsText = m_affinity == Affinity::Text || m_affinity == Affinity::Blob;
    if (cell.kind() == CellKind::Text && !isKeptAsText) {
        if (const auto value = parseShortDecimal(cell.view())) {
            cell = Cell::real(*value);
            return Outcome::Ok;
        }
    }
    if (cell.kind() == CellKind::Bytes || !isDecimal(cell.view()))
        return refuseType(cell, why, "a decimal number");
    const std::string_view text = cell.view();
    if (text.size() > kMaxNumber)
        return refuse(why, QStringLiteral("%1 is too long for a number").arg(shown(text)));
    if (isKeptAsText)
        return Outcome::Ok; // digit by digit
    const auto number = numberOf(text);
    if (!number)
        return refuseType(cell, why, "within the range of a number of SQLite");
    const bool isExact = isSameNumber(text, *number);
    cell = *number;
    return isExact ? Outcome::Ok : changed(why, shown(text), cell);
}

Outcome SqliteConverter::toBytes(Cell &cell, Arena &arena, QString *why) const
{
    if (cell.kind() == CellKind::Bytes)
        return Outcome::Ok;
    if (cell.kind() != CellKind::Text || !cell.view().starts_with("\\x"))
        return refuseType(cell, why, "bytes written as \\x and hexadecimal digits");
    const std::string_view digits = cell.view().substr(2);
    char *bytes = arena.allocate(digits.size() / 2 + 1);
    if (!parseHex(digits, bytes))
        return refuseType(cell, why, "bytes written as \\x and hexadecimal digits");
    cell = Cell::bytes({bytes, digits.size() / 2});
    return Outcome::Ok;
}

/// Numbers get all their digits, unlike SQLite's own 15.
Outcome SqliteConverter::toText(Cell &cell, Arena &arena) const
{
    if (m_isPadded && cell.kind() == CellKind::Text)
        cell = Cell::text(withoutPadding(cell.view()));
    if (cell.kind() != CellKind::Integer && cell.kind() != CellKind::Real)
        return Outcome::Ok;
    char *text = arena.allocate(kNumberRoom);
    const char *end = cell.kind() == CellKind::Integer ? writeInteger(text, cell.asInteger())
                                                       : writeReal(text, cell.asReal());
    cell = Cell::text({text, static_cast<size_t>(end - text)});
    return Outcome::Ok;
}

Outcome SqliteConverter::toDate(Cell &cell, Arena &arena, QString *why) const
{
    // SQLite has no dates: numbers in such a column are Unix times or Julian days.
    if (!m_isLexical && (cell.kind() == CellKind::Integer || cell.kind() == CellKind::Real))
        return Outcome::Ok;
    if (cell.kind() != CellKind::Text)
        return refuse(why, shown(cell) + QLatin1Char(' ') + dateFaultText(DateFault::NotIso, m_type));
    const DateFault fault = checkDateText(cell.view(), m_type);
    if (fault == DateFault::None) {
        if (m_isOfServer)
            shortenFraction(cell, arena);
        return Outcome::Ok;
    }
    return refuse(why, shown(cell) + QLatin1Char(' ') + dateFaultText(fault, m_type));
}

Outcome SqliteConverter::toUuid(Cell &cell, QString *why) const
{
    if (cell.kind() == CellKind::Bytes && cell.view().size() == 16)
        return Outcome::Ok;
    if (cell.kind() != CellKind::Text)
        return refuseType(cell, why, "a UUID");
    int digits = 0;
    for (const char c : cell.view()) {
        const bool isHex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        digits += isHex ? 1 : 0;
        if (!isHex && c != '-' && c != '{' && c != '}')
            return refuseType(cell, why, "a UUID");
    }
    return digits == 32 ? Outcome::Ok : refuseType(cell, why, "a UUID");
}

/// What the column's affinity does to the cell on its way into the table.
Outcome SqliteConverter::store(Cell &cell, Arena &arena, QString *why) const
{
    Outcome outcome = Outcome::Ok;
    if (cell.kind() == CellKind::Real && std::isnan(cell.asReal()))
        return refuse(why, QStringLiteral("NaN cannot be stored: SQLite would make NULL of it"));
    if (m_affinity == Affinity::Text) {
        if (cell.kind() == CellKind::Integer || cell.kind() == CellKind::Real) {
            const Cell number = cell;
            cell = Cell::text(sqliteText(number, arena));
            if (number.kind() == CellKind::Real && parseReal(cell.view()) != number.asReal())
                outcome = changed(why, shown(number), cell);
        }
    } else if (m_affinity != Affinity::Blob && cell.kind() != CellKind::Bytes) {
        outcome = storeNumeric(cell, why);
    }
    if (m_strict == StrictType::None || outcome == Outcome::Refused)
        return outcome;
    return std::max(outcome, checkStrict(cell, why));
}

Outcome SqliteConverter::storeNumeric(Cell &cell, QString *why) const
{
    Outcome outcome = Outcome::Ok;
    if (cell.kind() == CellKind::Text) {
        if (!looksNumeric(cell.view()))
            return Outcome::Ok;
        const std::string_view text = cell.view();
        const auto number = text.size() > kMaxNumber ? std::nullopt : numberOf(text);
        if (!number)
            return refuse(why, QStringLiteral("%1 is beyond the numbers of SQLite").arg(shown(text)));
        // Text that was meant as text loses its form here (007, 1.50); a number loses digits at most.
        const bool isMeantAsText = m_rule == Rule::Text || m_rule == Rule::Any;
        std::array<char, kNumberRoom> room{};
        const char *end = number->kind() == CellKind::Integer ? writeInteger(room.data(), number->asInteger())
                                                              : writeReal(room.data(), number->asReal());
        const std::string_view back(room.data(), static_cast<size_t>(end - room.data()));
        const bool isSame = isMeantAsText ? back == text : isSameNumber(text, *number);
        cell = *number;
        if (!isSame)
            outcome = changed(why, shown(text), cell);
    }
    if (cell.kind() == CellKind::Real && m_affinity != Affinity::Real) {
        if (const auto whole = wholeOf(cell.asReal()))
            cell = Cell::integer(*whole);
    } else if (cell.kind() == CellKind::Integer && m_affinity == Affinity::Real) {
        const qint64 integer = cell.asInteger();
        cell = Cell::real(static_cast<double>(integer));
        if (wholeOf(cell.asReal()) != integer)
            outcome = changed(why, QString::number(integer), cell);
    }
    return outcome;
}

Outcome SqliteConverter::checkStrict(const Cell &cell, QString *why) const
{
    bool isHeld = true;
    switch (m_strict) {
    case StrictType::Integer:
        isHeld = cell.kind() == CellKind::Integer;
        break;
    case StrictType::Real:
        isHeld = cell.kind() == CellKind::Real;
        break;
    case StrictType::Text:
        isHeld = cell.kind() == CellKind::Text;
        break;
    case StrictType::Blob:
        isHeld = cell.kind() == CellKind::Bytes;
        break;
    case StrictType::Any:
    case StrictType::None:
        break;
    }
    return isHeld
        ? Outcome::Ok
        : refuse(why,
                 QStringLiteral("%1 does not fit the type %2 of a STRICT table").arg(shown(cell), m_native));
}

int orderOf(CellKind kind)
{
    switch (kind) {
    case CellKind::Null:
        return 0;
    case CellKind::Integer:
    case CellKind::Real:
        return 1;
    case CellKind::Text:
        return 2;
    case CellKind::Bytes:
        return 3;
    }
    return 0;
}

template<typename T> int threeWay(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

/// Exactly, also where the integer has more digits than a double.
int compareMixed(qint64 integer, double real)
{
    if (real < -kTwo63)
        return 1;
    if (real >= kTwo63)
        return -1;
    const auto whole = static_cast<qint64>(real);
    if (integer != whole)
        return threeWay(integer, whole);
    return threeWay(0.0, real - static_cast<double>(whole));
}

int compareNumbers(const Cell &a, const Cell &b)
{
    const bool isIntegerA = a.kind() == CellKind::Integer;
    const bool isIntegerB = b.kind() == CellKind::Integer;
    if (isIntegerA && isIntegerB)
        return threeWay(a.asInteger(), b.asInteger());
    if (!isIntegerA && !isIntegerB)
        return threeWay(a.asReal(), b.asReal());
    return isIntegerA ? compareMixed(a.asInteger(), b.asReal()) : -compareMixed(b.asInteger(), a.asReal());
}

int compareText(const QString &collation, std::string_view a, std::string_view b)
{
    if (collation.isEmpty())
        return threeWay(a.compare(b), 0);
    if (collation.compare(QLatin1String("NOCASE"), Qt::CaseInsensitive) == 0) {
        const int common =
            sqlite3_strnicmp(a.data(), b.data(), static_cast<int>(std::min(a.size(), b.size())));
        return common != 0 ? threeWay(common, 0) : threeWay(a.size(), b.size());
    }
    if (collation.compare(QLatin1String("RTRIM"), Qt::CaseInsensitive) == 0) {
        a = a.substr(0, a.find_last_not_of(' ') + 1);
        b = b.substr(0, b.find_last_not_of(' ') + 1);
    }
    return threeWay(a.compare(b), 0);
}

} // namespace

std::unique_ptr<CellConverter> makeSqliteConverter(const TableShape &sourceShape, const Column *source,
                                                   const Column &target)
{
    return std::make_unique<SqliteConverter>(sourceShape, source, target);
}

int compareSqliteKeys(const Column &column, const Cell &a, const Cell &b)
{
    const int orderA = orderOf(a.kind());
    const int orderB = orderOf(b.kind());
    if (orderA != orderB || orderA == 0)
        return threeWay(orderA, orderB);
    if (orderA == 1)
        return compareNumbers(a, b);
    return orderA == 2 ? compareText(column.collation, a.view(), b.view())
                       : threeWay(a.view().compare(b.view()), 0);
}

} // namespace galley
