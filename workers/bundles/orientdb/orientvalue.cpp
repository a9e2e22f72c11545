// SPDX-License-Identifier: MIT
#include "workers/bundles/orientdb/orientvalue.h"

#include "workers/base/calendar.h"
#include "workers/base/datetime.h"
#include "workers/base/numbers.h"
#include "workers/base/shape.h"

#include <QDateTime>

#include <array>

namespace galley {

namespace {

constexpr qint64 kDayMs = 86'400'000;
constexpr qint64 kMsNs = 1'000'000;

QString shown(std::string_view text)
{
    return QLatin1Char('"')
        + QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<size_t>(text.size(), 60)))
        + QLatin1Char('"');
}

qint64 floorDiv(qint64 value, qint64 by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

} // namespace

LogicalType logicalTypeOf(OrientType type)
{
    switch (type) {
    case OrientType::Boolean:
        return LogicalType::Boolean;
    case OrientType::Integer:
    case OrientType::Byte:
        return LogicalType::Integer;
    case OrientType::Real:
        return LogicalType::Real;
    case OrientType::Decimal:
        return LogicalType::Decimal;
    case OrientType::Bytes:
        return LogicalType::Bytes;
    case OrientType::Date:
        return LogicalType::Date;
    case OrientType::DateTime:
        return LogicalType::DateTimeTz;
    case OrientType::Json:
        return LogicalType::Json;
    default:
        return LogicalType::Text;
    }
}

OrientValue::OrientValue(const OrientColumn &column, const QTimeZone &zone)
    : m_type(column.type)
    , m_isMixed(column.isMixed)
    , m_zone(zone)
    , m_isUtc(zone == QTimeZone::utc())
{
}

OrientValue::Trouble OrientValue::refused(const QString &value) const
{
    static constexpr const char *kNames[] = {
        "a value",  "true or false",   "a whole number", "a byte",
        "a number", "a decimal",       "text",           "Base64 of bytes",
        "a date",   "a date and time", "a record id",    "a list or document",
        "a value"};
    return {ErrorKind::Value,
            QStringLiteral("%1 is not %2").arg(value, QLatin1String(kNames[static_cast<size_t>(m_type)]))};
}

std::optional<OrientValue::Trouble> OrientValue::convert(const JsonValue &value, Arena &arena,
                                                         Cell &cell) const
{
    switch (value.kind) {
    case JsonValue::Kind::Null:
        cell = Cell::null();
        return {};
    case JsonValue::Kind::True:
    case JsonValue::Kind::False:
        if (m_type == OrientType::Boolean)
            cell = Cell::integer(value.kind == JsonValue::Kind::True ? 1 : 0);
        else if (m_isMixed)
            cell = Cell::text(value.text);
        else
            return refused(shown(value.text));
        return {};
    case JsonValue::Kind::Number:
        if (m_type == OrientType::Date || m_type == OrientType::DateTime) {
            const auto ms = value.isInteger ? parseInteger(value.text) : std::nullopt;
            return ms ? convertDate(*ms, arena, cell) : refused(shown(value.text));
        }
        return convertNumber(value, cell);
    case JsonValue::Kind::String: {
        const auto text = plainText(value, arena);
        if (!text)
            return Trouble{ErrorKind::Encoding,
                           QStringLiteral("%1 holds half a surrogate pair").arg(shown(value.text))};
        return convertText(*text, arena, cell);
    }
    case JsonValue::Kind::Nested:
        if (m_type != OrientType::Json && !m_isMixed)
            return refused(shown(value.text));
        cell = Cell::text(value.text);
        return {};
    }
    return {};
}

std::optional<OrientValue::Trouble> OrientValue::convertNumber(const JsonValue &value, Cell &cell) const
{
    switch (m_type) {
    case OrientType::Integer:
    case OrientType::Byte: {
        const auto integer = value.isInteger ? parseInteger(value.text) : std::nullopt;
        if (!integer)
            return refused(shown(value.text));
        cell = Cell::integer(*integer);
        return {};
    }
    case OrientType::Real: {
        const auto real = parseReal(value.text);
        std::array<char, kNumberRoom> room{};
        const bool isExact = real
            && (!value.isInteger || value.text.size() <= 15
                || isSameDecimal(
                    value.text,
                    {room.data(), static_cast<size_t>(writeReal(room.data(), *real) - room.data())}));
        if (!isExact)
            return refused(shown(value.text));
        cell = Cell::real(*real);
        return {};
    }
    case OrientType::Decimal:
        cell = Cell::text(value.text);
        return {};
    default:
        if (!m_isMixed)
            return refused(shown(value.text));
        cell = Cell::text(value.text);
        return {};
    }
}

std::optional<OrientValue::Trouble> OrientValue::convertText(std::string_view text, Arena &arena,
                                                             Cell &cell) const
{
    cell = Cell::text(text);
    switch (m_type) {
    case OrientType::String:
        return {};
    case OrientType::Decimal:
        if (isDecimal(text))
            return {};
        break;
    case OrientType::Link:
        if (parseRid(text))
            return {};
        break;
    case OrientType::Byte: // 2.x writes some as text
        if (const auto integer = parseInteger(text); integer && *integer >= -128 && *integer <= 255) {
            cell = Cell::integer(*integer);
            return {};
        }
        break;
    case OrientType::Bytes: {
        const auto bytes = QByteArray::fromBase64Encoding(
            QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())),
            QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
        if (!bytes)
            break;
        cell =
            Cell::bytes(arena.store({bytes.decoded.constData(), static_cast<size_t>(bytes.decoded.size())}));
        return {};
    }
    case OrientType::Date:
    case OrientType::DateTime: {
        const bool isDate = m_type == OrientType::Date;
        if (checkDateText(text, isDate ? LogicalType::Date : LogicalType::DateTimeTz) != DateFault::None)
            break;
        if (!isDate && m_isUtc && checkDateText(text, LogicalType::DateTime) == DateFault::None)
            cell = Cell::text(arena.store(std::string(text) + "+00:00"));
        else if (!isDate && checkDateText(text, LogicalType::DateTime) == DateFault::None)
            break;
        return {};
    }
    default:
        break;
    }
    return refused(shown(text));
}

std::optional<OrientValue::Trouble> OrientValue::convertDate(qint64 ms, Arena &arena, Cell &cell) const
{
    char *out = arena.allocate(kDateTimeRoom);
    const auto taken = [&](const char *end) {
        const auto size = static_cast<size_t>(end - out);
        arena.shrinkLast(kDateTimeRoom, size);
        cell = Cell::text({out, size});
    };
    if (m_type == OrientType::DateTime) {
        const qint64 days = floorDiv(ms, kDayMs);
        taken(writeDateTime(out, days, (ms - days * kDayMs) * kMsNs, true));
        return {};
    }
    if (!m_isUtc) {
        ms += m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC)) * qint64{1000};
        if (ms % kDayMs != 0) {
            arena.shrinkLast(kDateTimeRoom, 0);
            return refused(
                QStringLiteral("a time that is not midnight in %1").arg(QString::fromLatin1(m_zone.id())));
        }
    }
    taken(writeDate(out, floorDiv(ms, kDayMs)));
    return {};
}

} // namespace galley
