// SPDX-License-Identifier: MIT
#include "workers/formats/json/jsoncell.h"

#include "workers/base/numbers.h"
#include "workers/base/text.h"
#include "workers/formats/nativecell.h"

#include <algorithm>
#include <array>

namespace galley {

namespace {

Error refused(ErrorKind kind, const QString &message)
{
    return {kind, message, {}, {}};
}

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<size_t>(text.size(), 60)));
}

/// Whether the double reads back as the same decimal: always so with up to 15 digits.
bool isExact(std::string_view text, double value)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (std::count_if(text.begin(), text.end(), isDigit) <= 15 && value != 0)
        return true;
    std::array<char, kNumberRoom> room;
    const char *end = writeReal(room.data(), value);
    return isSameDecimal(text, {room.data(), static_cast<size_t>(end - room.data())});
}

bool hasHugeExponent(std::string_view text)
{
    const size_t e = text.find_first_of("eE");
    return e != std::string_view::npos && text.size() - e > 7;
}

} // namespace

JsonColumn::JsonColumn(const Column &column, bool isNative, bool isSqlite)
    : m_affinity(columnAffinity(column.nativeType))
    , m_type(column.type)
    , m_isNative(isNative)
    , m_isSqlite(isSqlite)
    , m_takesBytes(isNative
                   && (isSqlite ? m_affinity.affinity == Affinity::Blob && m_affinity.isDeclared
                                : column.type == LogicalType::Bytes))
{
}

std::optional<Error> JsonColumn::convert(const JsonValue &value, Arena &arena, Cell &cell) const
{
    switch (value.kind) {
    case JsonValue::Kind::Null:
        cell = Cell::null();
        return {};
    case JsonValue::Kind::True:
    case JsonValue::Kind::False:
        // Only the target knows whether it has a place for true; a number would be a silent cast.
        if (m_isNative && !m_isSqlite && m_type == LogicalType::Boolean)
            cell = Cell::integer(value.kind == JsonValue::Kind::True ? 1 : 0);
        else
            cell = Cell::text(value.text);
        return {};
    case JsonValue::Kind::Number:
        return convertNumber(value, cell);
    case JsonValue::Kind::String:
        return convertString(value, arena, cell);
    case JsonValue::Kind::Nested:
        if (!takeTagged(value, arena, cell))
            cell = Cell::text(value.text);
        return {};
    }
    return {};
}

std::optional<Error> JsonColumn::convertNumber(const JsonValue &value, Cell &cell) const
{
    if (value.isInteger) {
        const auto integer = parseInteger(value.text);
        cell = integer ? Cell::integer(*integer) : Cell::text(value.text);
        return {};
    }
    if (hasHugeExponent(value.text))
        return refused(ErrorKind::Limit,
                       QStringLiteral("the exponent of %1 is out of every range").arg(shown(value.text)));
    const bool keepsDigits = !m_isNative
        && (m_type == LogicalType::Decimal || m_type == LogicalType::Unsigned || m_type == LogicalType::Text);
    if (keepsDigits) {
        cell = Cell::text(value.text);
        return {};
    }
    const auto real = parseReal(value.text);
    if (!real)
        return refused(ErrorKind::Value,
                       QStringLiteral("%1 is larger than a double can be").arg(shown(value.text)));
    cell = m_isNative || isExact(value.text, *real) ? Cell::real(*real) : Cell::text(value.text);
    return {};
}

std::optional<Error> JsonColumn::convertString(const JsonValue &value, Arena &arena, Cell &cell) const
{
    const auto text = plainText(value, arena);
    if (!text)
        return refused(ErrorKind::Encoding,
                       QStringLiteral("\"%1\" holds half a surrogate pair").arg(shown(value.text)));
    cell = Cell::text(*text);
    if (m_takesBytes && !decodeBytes(*text, arena, cell))
        return refused(
            ErrorKind::Value,
            QStringLiteral("\"%1\" is not bytes, as \\x and hexadecimal digits").arg(shown(*text)));
    return {};
}

bool JsonColumn::takeTagged(const JsonValue &value, Arena &arena, Cell &cell) const
{
    if (!value.text.starts_with("{\"$") || !value.text.ends_with("\"}"))
        return false;
    const size_t nameEnd = value.text.find('"', 3);
    if (nameEnd == std::string_view::npos || value.text.substr(nameEnd, 3) != "\":\"")
        return false;
    const std::string_view name = value.text.substr(3, nameEnd - 3);
    JsonValue inner{JsonValue::Kind::String, true, false,
                    value.text.substr(nameEnd + 3, value.text.size() - nameEnd - 5)};
    for (size_t i = 0; i < inner.text.size(); ++i) {
        if (inner.text[i] == '"')
            return false; // another key follows
        i += inner.text[i] == '\\' ? 1 : 0;
    }
    const auto text = plainText(inner, arena);
    if (!text)
        return false;
    if (name == "integer") {
        const auto number = parseInteger(*text);
        if (!number)
            return false;
        cell = Cell::integer(*number).pinned();
        return true;
    }
    if (name == "text") {
        cell = Cell::text(*text).pinned();
        return true;
    }
    if (name == "bytes" && text->size() % 2 == 0) {
        char *bytes = arena.allocate(text->size() / 2 + 1);
        cell = Cell::bytes({bytes, text->size() / 2}).pinned();
        return parseHex(*text, bytes);
    }
    if (name != "real" || !decodeReal(*text, cell))
        return false;
    cell = cell.pinned();
    return true;
}

LogicalType typeOf(const JsonValue &value)
{
    switch (value.kind) {
    case JsonValue::Kind::Null:
        return LogicalType::Other;
    case JsonValue::Kind::True:
    case JsonValue::Kind::False:
        return LogicalType::Boolean;
    case JsonValue::Kind::String:
        return LogicalType::Text;
    case JsonValue::Kind::Nested:
        return LogicalType::Json;
    case JsonValue::Kind::Number:
        break;
    }
    if (value.isInteger)
        return parseInteger(value.text) ? LogicalType::Integer : LogicalType::Decimal;
    const auto real = parseReal(value.text);
    return real && isExact(value.text, *real) ? LogicalType::Real : LogicalType::Decimal;
}

LogicalType commonType(LogicalType a, LogicalType b)
{
    if (a == b || b == LogicalType::Other)
        return a;
    if (a == LogicalType::Other)
        return b;
    const auto isNumber = [](LogicalType type) {
        return type == LogicalType::Integer || type == LogicalType::Real || type == LogicalType::Decimal;
    };
    if (!isNumber(a) || !isNumber(b))
        return LogicalType::Text;
    return a == LogicalType::Decimal || b == LogicalType::Decimal ? LogicalType::Decimal : LogicalType::Real;
}

} // namespace galley
