// SPDX-License-Identifier: MIT
#include "workers/bundles/kuzu/kuzutext.h"

#include "workers/base/datetime.h"
#include "workers/base/numbers.h"
#include "workers/base/text.h"
#include "workers/bundles/kuzu/kuzuvalue.h"

#include <array>
#include <cmath>

namespace galley {

namespace {

using Kind = KuzuType::Kind;

} // namespace

void appendPlain(const Cell &cell, ByteBuffer &out)
{
    std::array<char, kNumberRoom> room = {};
    switch (cell.kind()) {
    case CellKind::Null:
        return;
    case CellKind::Integer:
        out.append(
            {room.data(), static_cast<size_t>(writeInteger(room.data(), cell.asInteger()) - room.data())});
        return;
    case CellKind::Real:
        out.append({room.data(), static_cast<size_t>(writeReal(room.data(), cell.asReal()) - room.data())});
        return;
    case CellKind::Text:
        out.append(cell.view());
        return;
    case CellKind::Bytes:
        appendHex(out, cell.view());
        return;
    }
}

QString KuzuText::mismatch() const
{
    return QStringLiteral("is not a value of %1").arg(m_type.text.left(60));
}

QString KuzuText::appendInteger(const Cell &cell, ByteBuffer &out) const
{
    ByteBuffer text;
    appendPlain(cell, text);
    Arena arena;
    Cell read;
    if (cell.kind() == CellKind::Real || cell.kind() == CellKind::Bytes
        || !KuzuValue(m_type).decode(text.view(), arena, read) || read.isNull())
        return mismatch();
    out.append(text.view());
    return {};
}

QString KuzuText::appendReal(const Cell &cell, ByteBuffer &out) const
{
    if (cell.kind() == CellKind::Integer) {
        constexpr qint64 kExact = qint64(1) << 53;
        if (cell.asInteger() > kExact || cell.asInteger() < -kExact)
            return QStringLiteral("is not exactly a DOUBLE");
        appendPlain(cell, out);
        return {};
    }
    if (cell.kind() != CellKind::Real)
        return mismatch();
    const double value = cell.asReal();
    if (m_type.bits == 32 && std::isfinite(value)
        && static_cast<double>(static_cast<float>(value)) != value) {
        // Six digits of a FLOAT that came from text are the same FLOAT again.
        std::array<char, 64> room = {};
        std::snprintf(room.data(), room.size(), "%.9g", static_cast<double>(static_cast<float>(value)));
        const auto again = parseReal(room.data());
        if (!again || static_cast<float>(*again) != static_cast<float>(value)
            || std::fabs(*again - value) > std::fabs(value) * 1e-6)
            return QStringLiteral("is not exactly a FLOAT");
    }
    if (std::isnan(value))
        out.append("nan");
    else if (std::isinf(value))
        out.append(value < 0 ? std::string_view("-inf") : std::string_view("inf"));
    else
        appendPlain(cell, out);
    return {};
}

QString KuzuText::appendDecimal(const Cell &cell, ByteBuffer &out) const
{
    ByteBuffer text;
    appendPlain(cell, text);
    std::string_view digits = text.view();
    if (cell.kind() == CellKind::Bytes || !isDecimal(digits)
        || digits.find_first_of("eE+") != std::string_view::npos)
        return mismatch();
    std::string_view plain = digits.starts_with('-') ? digits.substr(1) : digits;
    const size_t point = plain.find('.');
    std::string_view whole = plain.substr(0, point);
    std::string_view fraction =
        point == std::string_view::npos ? std::string_view() : plain.substr(point + 1);
    while (!whole.empty() && whole.front() == '0')
        whole.remove_prefix(1);
    while (!fraction.empty() && fraction.back() == '0')
        fraction.remove_suffix(1);
    if (static_cast<qsizetype>(fraction.size()) > m_type.scale
        || static_cast<qsizetype>(whole.size()) > m_type.precision - m_type.scale)
        return QStringLiteral("has more digits than %1").arg(m_type.text);
    if (digits.starts_with('-'))
        out.append('-');
    out.append(whole.empty() ? std::string_view("0") : whole);
    if (!fraction.empty())
        out.append('.');
    out.append(fraction);
    return {};
}

QString KuzuText::appendTime(const Cell &cell, ByteBuffer &out) const
{
    if (cell.kind() != CellKind::Text)
        return mismatch();
    std::string_view text = cell.view();
    const LogicalType type = m_type.kind == Kind::Date ? LogicalType::Date
        : m_type.kind == Kind::Timestamp               ? LogicalType::DateTime
                                                       : LogicalType::DateTimeTz;
    if (checkDateText(text, type) != DateFault::None)
        return mismatch();
    if (text.ends_with("BC") || text.ends_with("infinity"))
        return QStringLiteral("is a date that Kùzu does not read");
    if (type == LogicalType::Date) {
        out.append(text);
        return {};
    }
    const size_t blank = text.find_first_of(" T");
    if (blank == std::string_view::npos) {
        if (type == LogicalType::DateTimeTz)
            return QStringLiteral("has no time zone");
        out.append(text);
        out.append(" 00:00:00");
        return {};
    }
    out.append(text.substr(0, blank));
    out.append(' ');
    std::string_view time = text.substr(blank + 1);
    const size_t zone = time.find_first_of("+-Z");
    if ((zone == std::string_view::npos) == (type == LogicalType::DateTimeTz))
        return zone == std::string_view::npos ? QStringLiteral("has no time zone") : mismatch();
    const std::string_view offset = zone == std::string_view::npos ? std::string_view() : time.substr(zone);
    time = time.substr(0, zone);
    const size_t point = time.find('.');
    std::string_view fraction = point == std::string_view::npos ? std::string_view() : time.substr(point + 1);
    while (!fraction.empty() && fraction.back() == '0')
        fraction.remove_suffix(1);
    if (static_cast<int>(fraction.size()) > m_type.digits)
        return QStringLiteral("has more digits of a second than %1").arg(m_type.text);
    out.append(time.substr(0, point));
    if (std::count(time.begin(), time.end(), ':') == 1)
        out.append(":00");
    if (!fraction.empty()) {
        out.append('.');
        out.append(fraction);
    }
    out.append(offset == "Z" ? std::string_view("+00:00") : offset);
    return {};
}

QString KuzuText::appendBlob(const Cell &cell, ByteBuffer &out) const
{
    if (cell.kind() != CellKind::Bytes)
        return mismatch();
    static constexpr char kDigits[] = "0123456789ABCDEF";
    const std::string_view bytes = cell.view();
    char *start = out.room(bytes.size() * 4 + 1);
    char *p = start;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7f && c != '"' && c != '\'' && c != '\\') {
            *p++ = c;
            continue;
        }
        for (const char escaped : {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 15]})
            *p++ = escaped;
    }
    out.commit(static_cast<size_t>(p - start));
    return {};
}

QString KuzuText::append(const Cell &cell, ByteBuffer &out) const
{
    switch (m_type.kind) {
    case Kind::Bool:
        if (cell.kind() != CellKind::Integer || (cell.asInteger() != 0 && cell.asInteger() != 1))
            return mismatch();
        out.append(cell.asInteger() != 0 ? std::string_view("True") : std::string_view("False"));
        return {};
    case Kind::Integer:
    case Kind::Serial:
        return appendInteger(cell, out);
    case Kind::Real:
        return appendReal(cell, out);
    case Kind::Decimal:
        return appendDecimal(cell, out);
    case Kind::Date:
    case Kind::Timestamp:
    case Kind::TimestampTz:
        return appendTime(cell, out);
    case Kind::Blob:
        return appendBlob(cell, out);
    case Kind::Text:
        if (cell.kind() == CellKind::Bytes)
            return mismatch();
        appendPlain(cell, out);
        return {};
    default:
        break;
    }
    if (cell.kind() != CellKind::Text)
        return mismatch();
    if (m_type.kind == Kind::Interval)
        return appendKuzuInterval(cell.view(), out) ? QString()
                                                    : QStringLiteral("is no interval that Kùzu reads");
    if (m_type.kind == Kind::Uuid) {
        Arena arena;
        Cell read;
        if (!KuzuValue(m_type).decode(cell.view(), arena, read) || read.isNull())
            return mismatch();
        out.append(read.view());
        return {};
    }
    if (m_type.kind == Kind::Json) {
        out.append(cell.view());
        return {};
    }
    return appendNested(m_type, cell.view(), out);
}

} // namespace galley
