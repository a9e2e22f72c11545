// SPDX-License-Identifier: MIT
#include "workers/bundles/kuzu/kuzuvalue.h"

#include "workers/base/datetime.h"
#include "workers/base/numbers.h"
#include "workers/base/text.h"

#include <array>
#include <limits>

namespace galley {

namespace {

using Kind = KuzuType::Kind;

bool isSame(std::string_view text, std::string_view lowerCase)
{
    return text.size() == lowerCase.size()
        && std::equal(text.begin(), text.end(), lowerCase.begin(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
           });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

bool isDigits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool decodeBool(std::string_view text, Cell &cell)
{
    const bool isTrue = isSame(text, "true") || isSame(text, "t") || text == "1";
    if (!isTrue && !isSame(text, "false") && !isSame(text, "f") && text != "0")
        return false;
    cell = Cell::integer(isTrue ? 1 : 0);
    return true;
}

/// Printable ASCII as it is, the rest as `\xHH`.
bool decodeBlob(std::string_view text, Arena &arena, Cell &cell)
{
    char *bytes = arena.allocate(text.size() + 1);
    size_t size = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            if (static_cast<unsigned char>(text[i]) >= 0x80)
                return false;
            bytes[size++] = text[i];
            continue;
        }
        if (i + 3 >= text.size() || text[i + 1] != 'x' || !parseHex(text.substr(i + 2, 2), bytes + size))
            return false;
        ++size;
        i += 3;
    }
    cell = Cell::bytes({bytes, size});
    return true;
}

/// Lower case, hyphens; in braces or without hyphens, too.
bool decodeUuid(std::string_view text, Arena &arena, Cell &cell)
{
    if (text.size() > 2 && text.front() == '{' && text.back() == '}')
        text = text.substr(1, text.size() - 2);
    std::array<char, 36> out = {};
    size_t digits = 0;
    size_t size = 0;
    for (const char c : text) {
        if (c == '-')
            continue;
        const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c;
        const bool isHex = (lower >= '0' && lower <= '9') || (lower >= 'a' && lower <= 'f');
        if (!isHex || digits == 32)
            return false;
        if (digits == 8 || digits == 12 || digits == 16 || digits == 20)
            out[size++] = '-';
        out[size++] = lower;
        ++digits;
    }
    if (digits != 32)
        return false;
    cell = Cell::text(arena.store({out.data(), out.size()}));
    return true;
}

void appendPadded(ByteBuffer &out, std::string_view digits, size_t width)
{
    for (size_t size = digits.size(); size < width; ++size)
        out.append('0');
    out.append(digits);
}

/// `2020-1-2` and `2020/01/02` as `2020-01-02`; false where it is no date at its beginning.
bool appendDate(std::string_view &text, ByteBuffer &out)
{
    for (size_t part = 0; part < 3; ++part) {
        const size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
        if (end == 0)
            return false;
        appendPadded(out, text.substr(0, end), part == 0 ? 4 : 2);
        text.remove_prefix(end);
        if (part == 2)
            break;
        if (text.empty() || (text.front() != '-' && text.front() != '/'))
            return false;
        out.append('-');
        text.remove_prefix(1);
    }
    return true;
}

/// `+00` and `Z` as `+00:00`.
bool appendZone(std::string_view zone, ByteBuffer &out)
{
    if (zone == "Z" || zone.empty()) {
        out.append("+00:00");
        return true;
    }
    std::string_view digits = zone.substr(1);
    const std::string_view hours = digits.substr(0, 2);
    digits.remove_prefix(std::min<size_t>(2, digits.size()));
    if (!digits.empty() && digits.front() == ':')
        digits.remove_prefix(1);
    if (hours.size() != 2 || !isDigits(hours)
        || (!digits.empty() && (digits.size() != 2 || !isDigits(digits))))
        return false;
    out.append(zone.front());
    out.append(hours);
    out.append(':');
    out.append(digits.empty() ? std::string_view("00") : digits);
    return true;
}

} // namespace

bool KuzuValue::decodeInteger(std::string_view text, Cell &cell) const
{
    text = trimmed(text);
    if (m_type.kind == Kind::Integer && m_type.bits == 128) {
        const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
        if (!isDigits(digits) || digits.size() > 39 || (!m_type.isSigned && text.starts_with('-')))
            return false;
        cell = Cell::text(text);
        return true;
    }
    const auto value = parseInteger(text);
    if (!m_type.isSigned && m_type.bits == 64) {
        static constexpr std::string_view kLargest = "18446744073709551615";
        if (!isDigits(text) || text.size() > kLargest.size()
            || (text.size() == kLargest.size() && text > kLargest))
            return false;
        cell = value ? Cell::integer(*value) : Cell::text(text);
        return true;
    }
    if (!value)
        return false;
    if (m_type.bits < 64) {
        const qint64 limit = qint64(1) << (m_type.isSigned ? m_type.bits - 1 : m_type.bits);
        if (*value >= limit || *value < (m_type.isSigned ? -limit : 0))
            return false;
    }
    cell = Cell::integer(*value);
    return true;
}

bool KuzuValue::decodeReal(std::string_view text, Cell &cell) const
{
    text = trimmed(text);
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const bool isNegative = text.starts_with('-');
    const std::string_view word = isNegative ? text.substr(1) : text;
    if (isSame(word, "inf") || isSame(word, "infinity")) {
        cell = Cell::real(isNegative ? -kInfinity : kInfinity);
        return true;
    }
    if (isSame(word, "nan")) {
        cell = Cell::real(std::numeric_limits<double>::quiet_NaN());
        return true;
    }
    const auto value = parseReal(text);
    if (!value)
        return false;
    cell = Cell::real(*value);
    return true;
}

/// Kùzu writes -0.01 as `0.-1` and -0.0012 as `0.0-12`: what follows the sign is the unscaled value.
bool KuzuValue::decodeDecimal(std::string_view text, Arena &arena, Cell &cell) const
{
    text = trimmed(text);
    if (const size_t sign = text.find('-');
        sign != 0 && sign != std::string_view::npos && text.starts_with("0.")) {
        const std::string_view unscaled = text.substr(sign + 1);
        const auto scale = static_cast<size_t>(std::max(0, m_type.scale));
        const std::string_view zeros = text.substr(2, sign - 2);
        if (!isDigits(unscaled) || unscaled.size() > scale
            || zeros.find_first_not_of('0') != std::string_view::npos)
            return false;
        ByteBuffer repaired;
        repaired.append("-0.");
        for (size_t i = unscaled.size(); i < scale; ++i)
            repaired.append('0');
        repaired.append(unscaled);
        cell = Cell::text(arena.store(repaired.view()));
        return true;
    }
    std::string_view plain = text.starts_with('-') ? text.substr(1) : text;
    const size_t point = plain.find('.');
    const std::string_view whole = plain.substr(0, point);
    const std::string_view fraction =
        point == std::string_view::npos ? std::string_view() : plain.substr(point + 1);
    if (!isDigits(whole) || (point != std::string_view::npos && !isDigits(fraction)))
        return false;
    cell = Cell::text(text);
    return true;
}

bool KuzuValue::decodeTime(std::string_view text, Arena &arena, Cell &cell) const
{
    text = trimmed(text);
    const bool isBeforeChrist = text.ends_with("(BC)");
    if (isBeforeChrist)
        text = trimmed(text.substr(0, text.size() - 4));
    ByteBuffer out;
    if (!appendDate(text, out))
        return false;
    LogicalType type = LogicalType::Date;
    if (m_type.kind != Kind::Date) {
        type = LogicalType::DateTime;
        if (text.size() < 2 || (text.front() != ' ' && text.front() != 'T'))
            return false;
        text.remove_prefix(1);
        const size_t zone = text.find_first_of("+-Z");
        out.append(' ');
        out.append(trimmed(text.substr(0, zone)));
        const std::string_view offset =
            zone == std::string_view::npos ? std::string_view() : text.substr(zone);
        if (m_type.kind == Kind::TimestampTz) {
            type = LogicalType::DateTimeTz;
            if (!appendZone(offset, out))
                return false;
        } else if (!offset.empty() && offset != "Z") {
            return false; // the engines read it differently
        }
    } else if (!text.empty()) {
        return false;
    }
    if (isBeforeChrist)
        out.append(" BC");
    if (checkDateText(out.view(), type) != DateFault::None)
        return false;
    cell = Cell::text(arena.store(out.view()));
    return true;
}

bool KuzuValue::decode(std::string_view text, Arena &arena, Cell &cell) const
{
    if (m_type.kind == Kind::Text) {
        cell = Cell::text(text);
        return true;
    }
    if (m_type.kind == Kind::Blob)
        return decodeBlob(text, arena, cell);
    if (text.empty() || isSame(text, "null")) {
        cell = Cell::null();
        return true;
    }
    switch (m_type.kind) {
    case Kind::Bool:
        return decodeBool(trimmed(text), cell);
    case Kind::Integer:
    case Kind::Serial:
        return decodeInteger(text, cell);
    case Kind::Real:
        return decodeReal(text, cell);
    case Kind::Decimal:
        return decodeDecimal(text, arena, cell);
    case Kind::Uuid:
        return decodeUuid(trimmed(text), arena, cell);
    case Kind::Date:
    case Kind::Timestamp:
    case Kind::TimestampTz:
        return decodeTime(text, arena, cell);
    case Kind::Json:
        cell = Cell::text(text);
        return true;
    default:
        break;
    }
    ByteBuffer out;
    if (!(m_type.kind == Kind::Interval ? appendIsoInterval(text, out) : appendKuzuJson(m_type, text, out)))
        return false;
    cell = Cell::text(arena.store(out.view()));
    return true;
}

QString KuzuValue::expectation() const
{
    return QStringLiteral("a value of %1").arg(m_type.text.left(60));
}

} // namespace galley
