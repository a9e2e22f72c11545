// SPDX-License-Identifier: MIT
//
// Kùzu's texts of nested values and intervals.
#include "workers/bundles/kuzu/kuzuvalue.h"

#include "workers/base/numbers.h"
#include "workers/base/text.h"
#include "workers/formats/json/jsontext.h"

#include <array>
#include <cmath>

namespace galley {

namespace {

using Kind = KuzuType::Kind;

/// The parts of `text` between separators that stand in no bracket; false where brackets do not match.
bool split(std::string_view text, std::string_view separator, std::vector<std::string_view> &parts)
{
    int depth = 0;
    size_t start = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '[' || text[i] == '{')
            ++depth;
        else if (text[i] == ']' || text[i] == '}')
            --depth;
        if (depth < 0)
            return false;
        if (depth == 0 && text.substr(i, separator.size()) == separator) {
            parts.push_back(text.substr(start, i - start));
            start = i + separator.size();
            i = start - 1;
        }
    }
    parts.push_back(text.substr(start));
    return depth == 0;
}

bool takeBrackets(std::string_view &text, char open, char close)
{
    if (text.size() < 2 || text.front() != open || text.back() != close)
        return false;
    text = text.substr(1, text.size() - 2);
    return true;
}

bool appendScalar(const KuzuType &type, std::string_view text, ByteBuffer &out)
{
    if (text.empty()) {
        out.append("null");
        return true;
    }
    Arena arena;
    Cell cell;
    if (!KuzuValue(type).decode(text, arena, cell))
        return false;
    std::array<char, kNumberRoom> room = {};
    switch (cell.kind()) {
    case CellKind::Null:
        out.append("null");
        return true;
    case CellKind::Integer:
        if (type.kind == Kind::Bool)
            out.append(cell.asInteger() != 0 ? std::string_view("true") : std::string_view("false"));
        else
            out.append({room.data(),
                        static_cast<size_t>(writeInteger(room.data(), cell.asInteger()) - room.data())});
        return true;
    case CellKind::Real:
        if (!std::isfinite(cell.asReal())) {
            appendJsonString(out, text);
            return true;
        }
        out.append({room.data(), static_cast<size_t>(writeReal(room.data(), cell.asReal()) - room.data())});
        return true;
    case CellKind::Text:
        if (type.kind == Kind::Decimal || type.kind == Kind::Integer || type.kind == Kind::Json)
            out.append(cell.view());
        else
            appendJsonString(out, cell.view());
        return true;
    case CellKind::Bytes:
        out.append("\"\\\\x");
        appendHex(out, cell.view());
        out.append('"');
        return true;
    }
    return false;
}

bool appendList(const KuzuType &type, std::string_view text, ByteBuffer &out)
{
    std::vector<std::string_view> parts;
    if (!takeBrackets(text, '[', ']') || !split(text, ",", parts))
        return false;
    out.append('[');
    for (size_t i = 0; i < parts.size() && !text.empty(); ++i) {
        if (i > 0)
            out.append(',');
        if (!appendKuzuJson(type.children[0], parts[i], out))
            return false;
    }
    out.append(']');
    return true;
}

bool appendStruct(const KuzuType &type, std::string_view text, ByteBuffer &out)
{
    std::vector<std::string_view> parts;
    if (!takeBrackets(text, '{', '}') || !split(text, ", ", parts))
        return false;
    size_t next = 0;
    out.append('{');
    for (size_t field = 0; field < type.children.size(); ++field) {
        const QByteArray name = type.names.at(static_cast<qsizetype>(field)).toUtf8();
        const QByteArray begin = name + ": ";
        if (next >= parts.size()
            || !parts[next].starts_with({begin.constData(), static_cast<size_t>(begin.size())}))
            return false;
        const char *from = parts[next].data() + begin.size();
        const char *to = parts[next].data() + parts[next].size();
        ++next;
        // Up to the next field's name it is the value's own comma.
        const bool isLast = field + 1 == type.children.size();
        const QByteArray following =
            isLast ? QByteArray() : type.names.at(static_cast<qsizetype>(field) + 1).toUtf8() + ": ";
        while (next < parts.size()
               && (isLast
                   || !parts[next].starts_with(
                       {following.constData(), static_cast<size_t>(following.size())}))) {
            to = parts[next].data() + parts[next].size();
            ++next;
        }
        if (field > 0)
            out.append(',');
        appendJsonString(out, {name.constData(), static_cast<size_t>(name.size())});
        out.append(':');
        if (!appendKuzuJson(type.children[field], {from, static_cast<size_t>(to - from)}, out))
            return false;
    }
    out.append('}');
    return next == parts.size();
}

bool appendMap(const KuzuType &type, std::string_view text, ByteBuffer &out)
{
    std::vector<std::string_view> parts;
    if (!takeBrackets(text, '{', '}') || !split(text, ", ", parts))
        return false;
    out.append('{');
    for (size_t i = 0; i < parts.size() && !text.empty(); ++i) {
        const size_t equals = parts[i].find('=');
        if (equals == std::string_view::npos)
            return false;
        if (i > 0)
            out.append(',');
        appendJsonString(out, parts[i].substr(0, equals));
        out.append(':');
        if (!appendKuzuJson(type.children[1], parts[i].substr(equals + 1), out))
            return false;
    }
    out.append('}');
    return true;
}

struct IntervalPart
{
    std::string_view number;
    char unit = 0;
};

} // namespace

bool appendKuzuJson(const KuzuType &type, std::string_view text, ByteBuffer &out)
{
    if (text.empty()) {
        out.append("null");
        return true;
    }
    switch (type.kind) {
    case Kind::List:
    case Kind::Array:
        return appendList(type, text, out);
    case Kind::Struct:
        return appendStruct(type, text, out);
    case Kind::Map:
        return appendMap(type, text, out);
    case Kind::Union: // its text does not say which member it is
        appendJsonString(out, text);
        return true;
    default:
        return appendScalar(type, text, out);
    }
}

bool appendIsoInterval(std::string_view text, ByteBuffer &out)
{
    static constexpr std::array<std::pair<std::string_view, char>, 3> kUnits = {
        {{"year", 'Y'}, {"month", 'M'}, {"day", 'D'}}};
    const size_t start = out.size();
    out.append('P');
    size_t unit = 0;
    while (!text.empty() && text.find(':') != text.find_first_not_of("-0123456789")) {
        const size_t blank = text.find(' ');
        const std::string_view number = text.substr(0, blank);
        if (blank == std::string_view::npos || !parseInteger(number))
            return false;
        text.remove_prefix(blank + 1);
        while (unit < kUnits.size() && !text.starts_with(kUnits[unit].first))
            ++unit;
        if (unit == kUnits.size())
            return false;
        out.append(number);
        out.append(kUnits[unit].second);
        const size_t end = std::min(text.find(' '), text.size());
        text.remove_prefix(std::min(end + 1, text.size()));
        ++unit;
    }
    if (!text.empty()) {
        const bool isNegative = text.starts_with('-');
        if (isNegative)
            text.remove_prefix(1);
        const size_t first = text.find(':');
        const size_t second = text.find(':', first + 1);
        if (first == std::string_view::npos || second == std::string_view::npos)
            return false;
        const std::array<std::pair<std::string_view, char>, 3> parts = {
            {{text.substr(0, first), 'H'},
             {text.substr(first + 1, second - first - 1), 'M'},
             {text.substr(second + 1), 'S'}}};
        bool hasT = false;
        for (const auto &[digits, name] : parts) {
            std::string_view number = digits;
            if (number.empty() || number.find_first_not_of("0123456789.") != std::string_view::npos)
                return false;
            while (number.size() > 1 && number[0] == '0' && number[1] != '.')
                number.remove_prefix(1);
            if (number == "0")
                continue;
            if (!hasT)
                out.append('T');
            hasT = true;
            if (isNegative)
                out.append('-');
            out.append(number);
            out.append(name);
        }
    }
    if (out.size() == start + 1)
        out.append("T0S");
    return true;
}

bool appendKuzuInterval(std::string_view iso, ByteBuffer &out)
{
    if (iso.size() < 3 || iso.front() != 'P')
        return false;
    iso.remove_prefix(1);
    bool isTime = false;
    bool isFirst = true;
    while (!iso.empty()) {
        if (iso.front() == 'T' && !isTime) {
            isTime = true;
            iso.remove_prefix(1);
            continue;
        }
        const size_t end = iso.find_first_not_of("0123456789.");
        if (end == 0 || end == std::string_view::npos)
            return false;
        const std::string_view number = iso.substr(0, end);
        const char unit = iso[end];
        iso.remove_prefix(end + 1);
        std::string_view word;
        if (!isTime)
            word = unit == 'Y' ? "years"
                : unit == 'M'  ? "months"
                : unit == 'W'  ? "weeks"
                : unit == 'D'  ? "days"
                               : "";
        else
            word = unit == 'H' ? "hours" : unit == 'M' ? "minutes" : unit == 'S' ? "seconds" : "";
        if (word.empty())
            return false;
        const size_t point = number.find('.');
        if (!isFirst)
            out.append(' ');
        isFirst = false;
        if (point == std::string_view::npos) {
            out.append(number);
            out.append(' ');
            out.append(word);
            continue;
        }
        const std::string_view fraction = number.substr(point + 1);
        if (unit != 'S' || fraction.size() > 6 || fraction.empty())
            return false;
        out.append(number.substr(0, point));
        out.append(" seconds ");
        out.append(fraction);
        out.append(std::string_view("000000").substr(fraction.size()));
        out.append(" microseconds");
    }
    return !isFirst;
}

} // namespace galley
