// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgbinary.h"

#include "workers/base/calendar.h"
#include "workers/base/numbers.h"
#include "workers/base/text.h"

#include <QHash>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <limits>

namespace galley {

using namespace std::literals;

const std::string_view kPgBinaryHead = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0"sv;
const std::string_view kPgBinaryTail = "\377\377"sv;

namespace {

constexpr qint64 kDaysTo2000 = 10957; ///< from 1970-01-01
constexpr qint64 kMicrosADay = kSecondsADay * 1'000'000;
constexpr int kDigitsAGroup = 4;

template<typename Number> void appendNumber(ByteBuffer &out, Number number)
{
    qToBigEndian(number, out.room(sizeof(Number)));
    out.commit(sizeof(Number));
}

/// A field: its length and its bytes.
template<typename Number> bool appendField(ByteBuffer &out, Number number)
{
    appendNumber(out, static_cast<qint32>(sizeof(Number)));
    appendNumber(out, number);
    return true;
}

bool appendField(ByteBuffer &out, std::string_view bytes)
{
    if (bytes.size() > static_cast<size_t>(std::numeric_limits<qint32>::max()))
        return false;
    appendNumber(out, static_cast<qint32>(bytes.size()));
    out.append(bytes);
    return true;
}

template<typename Number> bool appendInteger(ByteBuffer &out, const Cell &cell)
{
    if (cell.kind() != CellKind::Integer || cell.asInteger() < std::numeric_limits<Number>::min()
        || cell.asInteger() > std::numeric_limits<Number>::max())
        return false;
    return appendField(out, static_cast<Number>(cell.asInteger()));
}

bool appendReal(ByteBuffer &out, const Cell &cell, bool isDouble)
{
    if (cell.kind() != CellKind::Real)
        return false;
    if (isDouble)
        return appendField(out, std::bit_cast<quint64>(cell.asReal()));
    const auto single = static_cast<float>(cell.asReal());
    return static_cast<double>(single) == cell.asReal() && appendField(out, std::bit_cast<quint32>(single));
}

/// Groups of four digits; `weight` is the power of 10,000 of the first.
bool appendNumeric(ByteBuffer &out, std::string_view text)
{
    const bool isNegative = text.starts_with('-');
    text.remove_prefix(isNegative ? 1 : 0);
    const size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction = point < text.size() ? text.substr(point + 1) : std::string_view();
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    constexpr size_t kMostDigits = 1000;
    if (whole.empty() || text.size() > kMostDigits || (fraction.empty() && point < text.size())
        || !std::all_of(whole.begin(), whole.end(), isDigit)
        || !std::all_of(fraction.begin(), fraction.end(), isDigit))
        return false;
    std::array<quint16, kMostDigits / kDigitsAGroup + 2> groups{};
    size_t count = 0;
    const size_t lead = (kDigitsAGroup - whole.size() % kDigitsAGroup) % kDigitsAGroup;
    size_t place = lead; // of the digit within its group
    const auto take = [&](char digit) {
        groups[count] = static_cast<quint16>(groups[count] * 10 + (digit - '0'));
        if (++place == kDigitsAGroup) {
            place = 0;
            ++count;
        }
    };
    std::for_each(whole.begin(), whole.end(), take);
    auto weight = static_cast<int>(count) - 1;
    std::for_each(fraction.begin(), fraction.end(), take);
    while (place != 0)
        take('0');
    size_t first = 0;
    while (first < count && groups[first] == 0) {
        ++first;
        --weight;
    }
    while (count > first && groups[count - 1] == 0)
        --count;
    if (first == count)
        weight = 0;
    appendNumber(out, static_cast<qint32>(8 + 2 * (count - first)));
    appendNumber(out, static_cast<qint16>(count - first));
    appendNumber(out, static_cast<qint16>(weight));
    appendNumber(out, static_cast<quint16>(isNegative && first < count ? 0x4000 : 0));
    appendNumber(out, static_cast<quint16>(fraction.size()));
    for (size_t i = first; i < count; ++i)
        appendNumber(out, groups[i]);
    return true;
}

bool appendText(ByteBuffer &out, const Cell &cell)
{
    std::array<char, kNumberRoom> room{};
    char *end = room.data();
    switch (cell.kind()) {
    case CellKind::Integer:
        end = writeInteger(room.data(), cell.asInteger());
        break;
    case CellKind::Real:
        end = writeReal(room.data(), cell.asReal());
        break;
    case CellKind::Text:
        return appendField(out, cell.view());
    default:
        return false;
    }
    return appendField(out, std::string_view(room.data(), static_cast<size_t>(end - room.data())));
}

bool appendDate(ByteBuffer &out, std::string_view text)
{
    const std::optional<qint64> days = parseDate(text);
    return days && appendField(out, static_cast<qint32>(*days - kDaysTo2000));
}

/// The server keeps microseconds: what is finer is left to it.
bool appendMoment(ByteBuffer &out, const std::optional<DateTimeParts> &moment, bool mayHaveOffset)
{
    constexpr qint64 kMostDays = 106'000'000; ///< some 290,000 years, which 64 bits hold
    if (!moment || moment->fractionDigits > 6 || (moment->hasOffset && !mayHaveOffset)
        || std::abs(moment->days - kDaysTo2000) > kMostDays)
        return false;
    return appendField(out, (moment->days - kDaysTo2000) * kMicrosADay + moment->nanoseconds / 1000);
}

bool appendTime(ByteBuffer &out, std::string_view text)
{
    const std::optional<DateTimeParts> time = parseTimeOfDay(text);
    return time && time->fractionDigits <= 6 && appendField(out, time->nanoseconds / 1000);
}

bool appendUuid(ByteBuffer &out, std::string_view text)
{
    std::array<char, 32> digits{};
    size_t count = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool isDash = i == 8 || i == 13 || i == 18 || i == 23;
        if (isDash && text[i] == '-')
            continue;
        if (isDash || count == digits.size())
            return false;
        digits[count++] = text[i];
    }
    std::array<char, 16> bytes{};
    if (count != digits.size() || !parseHex({digits.data(), digits.size()}, bytes.data()))
        return false;
    return appendField(out, std::string_view(bytes.data(), bytes.size()));
}

/// `character varying(20)`, `timestamp(3) with time zone`: without what stands in brackets.
QString typeName(const QString &native)
{
    const qsizetype open = native.indexOf(QLatin1Char('('));
    const qsizetype close = native.indexOf(QLatin1Char(')'), open + 1);
    return open < 0 || close < 0 ? native : native.left(open) + native.mid(close + 1);
}

} // namespace

PgBinaryRows::PgBinaryRows(std::span<const Column> columns)
{
    static const QHash<QString, Form> forms = {
        {QStringLiteral("boolean"), Form::Boolean},
        {QStringLiteral("smallint"), Form::Int2},
        {QStringLiteral("integer"), Form::Int4},
        {QStringLiteral("bigint"), Form::Int8},
        {QStringLiteral("real"), Form::Float4},
        {QStringLiteral("double precision"), Form::Float8},
        {QStringLiteral("numeric"), Form::Numeric},
        {QStringLiteral("text"), Form::Text},
        {QStringLiteral("character varying"), Form::Text},
        {QStringLiteral("character"), Form::Text},
        {QStringLiteral("json"), Form::Text},
        {QStringLiteral("jsonb"), Form::Jsonb},
        {QStringLiteral("bytea"), Form::Bytes},
        {QStringLiteral("date"), Form::Date},
        {QStringLiteral("time without time zone"), Form::Time},
        {QStringLiteral("timestamp without time zone"), Form::Timestamp},
        {QStringLiteral("timestamp with time zone"), Form::TimestampTz},
        {QStringLiteral("uuid"), Form::Uuid},
    };
    for (const Column &column : columns) {
        const auto form = forms.constFind(typeName(column.nativeType));
        m_isPossible = m_isPossible && form != forms.constEnd();
        if (m_isPossible)
            m_forms.push_back(*form);
    }
}

bool PgBinaryRows::append(ByteBuffer &out, std::span<const Cell> row) const
{
    appendNumber(out, static_cast<qint16>(row.size()));
    for (size_t i = 0; i < row.size(); ++i) {
        if (row[i].isNull())
            appendNumber(out, qint32(-1));
        else if (!appendCell(out, m_forms[i], row[i]))
            return false;
    }
    return true;
}

bool PgBinaryRows::appendCell(ByteBuffer &out, Form form, const Cell &cell)
{
    const bool isText = cell.kind() == CellKind::Text;
    switch (form) {
    case Form::Boolean:
        return cell.kind() == CellKind::Integer && (cell.asInteger() == 0 || cell.asInteger() == 1)
            && appendField(out, static_cast<quint8>(cell.asInteger()));
    case Form::Int2:
        return appendInteger<qint16>(out, cell);
    case Form::Int4:
        return appendInteger<qint32>(out, cell);
    case Form::Int8:
        return appendInteger<qint64>(out, cell);
    case Form::Float4:
    case Form::Float8:
        return appendReal(out, cell, form == Form::Float8);
    case Form::Numeric:
        return isText && appendNumeric(out, cell.view());
    case Form::Text:
        return appendText(out, cell);
    case Form::Jsonb:
        if (!isText)
            return false;
        appendNumber(out, static_cast<qint32>(cell.view().size() + 1));
        out.append('\1'); // the version of the form
        out.append(cell.view());
        return true;
    case Form::Bytes:
        return cell.kind() == CellKind::Bytes && appendField(out, cell.view());
    case Form::Date:
        return isText && appendDate(out, cell.view());
    case Form::Time:
        return isText && appendTime(out, cell.view());
    case Form::Timestamp:
    case Form::TimestampTz:
        return isText && appendMoment(out, parseDateTime(cell.view()), form == Form::TimestampTz);
    case Form::Uuid:
        return isText && appendUuid(out, cell.view());
    }
    return false;
}

} // namespace galley
