// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgmoment.h"

#include "workers/base/datetime.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace galley {

namespace {

/// Takes digits from the front.
long long takeNumber(std::string_view &text)
{
    long long value = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9' && value < 100'000'000) {
        value = value * 10 + (text.front() - '0');
        text.remove_prefix(1);
    }
    return value;
}

bool take(std::string_view &text, char c)
{
    if (!text.starts_with(c))
        return false;
    text.remove_prefix(1);
    return true;
}

/// Days since 1970-01-01 in the Gregorian calendar carried backwards, and back. (Howard Hinnant's algorithm.)
long long daysOf(long long year, int month, int day)
{
    year -= month <= 2 ? 1 : 0;
    const long long era = (year >= 0 ? year : year - 399) / 400;
    const long long yearOfEra = year - era * 400;
    const long long dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146'097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719'468;
}

void dateOf(long long days, long long &year, int &month, int &day)
{
    days += 719'468;
    const long long era = (days >= 0 ? days : days - 146'096) / 146'097;
    const long long dayOfEra = days - era * 146'097;
    const long long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const long long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const long long shifted = (5 * dayOfYear + 2) / 153;
    day = static_cast<int>(dayOfYear - (153 * shifted + 2) / 5 + 1);
    month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
}

LogicalType logicalOf(PgClass type)
{
    switch (type) {
    case PgClass::Date:
        return LogicalType::Date;
    case PgClass::Time:
        return LogicalType::Time;
    default:
        return LogicalType::DateTimeTz; // with or without a zone
    }
}

/// The number of two digits at the front of `text`, which is taken off together with the sign behind it;
/// -1: none such.
int takePair(std::string_view &text, char sign)
{
    if (text.size() < 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
        return -1;
    const int value = (text[0] - '0') * 10 + (text[1] - '0');
    text.remove_prefix(2);
    if (sign == 0)
        return value;
    return take(text, sign) ? value : -1;
}

bool takeDay(std::string_view &text)
{
    const int century = takePair(text, 0);
    const int year = takePair(text, '-');
    const int month = takePair(text, '-');
    const int day = takePair(text, 0);
    // The last days of a month need a calendar.
    return century >= 0 && year >= 0 && century + year > 0 && month >= 1 && month <= 12 && day >= 1
        && day <= 28;
}

bool isTimeOfDay(std::string_view text, int digits)
{
    const int hour = takePair(text, ':');
    const int minute = takePair(text, ':');
    const int second = takePair(text, 0);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return false;
    if (text.empty())
        return true;
    return take(text, '.') && text.size() <= static_cast<size_t>(std::max(0, digits)) && !text.ends_with('0')
        && !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

bool isPgMoment(std::string_view text, PgClass type, int digits)
{
    if (type == PgClass::Time)
        return isTimeOfDay(text, digits);
    if (!takeDay(text))
        return false;
    if (type == PgClass::Date)
        return text.empty();
    if (!take(text, ' '))
        return false;
    if (type == PgClass::TimestampTz) {
        if (!text.ends_with("+00:00"))
            return false;
        text.remove_suffix(6);
    }
    return isTimeOfDay(text, digits);
}

PgMoment::Reading PgMoment::refuse(const QString &why)
{
    m_why = why;
    return Reading::Refused;
}

/// `text` was checked: the form is right.
bool PgMoment::parse(std::string_view text, Parts &parts) const
{
    const bool isBc = text.ends_with(" BC");
    if (isBc)
        text.remove_suffix(3);
    if (text.find('-') != std::string_view::npos && text.find('-') > 3) {
        const std::string_view before = text.substr(0, text.find('-'));
        if (before.find(':') == std::string_view::npos) {
            parts.hasDate = true;
            parts.year = takeNumber(text);
            if (isBc)
                parts.year = 1 - parts.year;
            take(text, '-');
            parts.month = static_cast<int>(takeNumber(text));
            take(text, '-');
            parts.day = static_cast<int>(takeNumber(text));
            if (!take(text, ' '))
                take(text, 'T');
        }
    }
    if (text.empty())
        return true;
    parts.hasTime = true;
    parts.seconds = static_cast<int>(takeNumber(text)) * 3600;
    if (take(text, ':'))
        parts.seconds += static_cast<int>(takeNumber(text)) * 60;
    if (take(text, ':'))
        parts.seconds += static_cast<int>(takeNumber(text));
    if (take(text, '.')) {
        size_t length = 0;
        while (length < text.size() && text[length] >= '0' && text[length] <= '9')
            ++length;
        parts.fraction = text.substr(0, length);
        while (parts.fraction.ends_with('0'))
            parts.fraction.remove_suffix(1);
        text.remove_prefix(length);
    }
    take(text, ' ');
    if (text.empty())
        return true;
    parts.hasZone = true;
    if (text == "Z" || text == "z")
        return true;
    const bool isWest = text.front() == '-';
    text.remove_prefix(1);
    int zone = static_cast<int>(takeNumber(text));
    if (zone > 24 && text.empty()) // +0130
        zone = zone / 100 * 3600 + zone % 100 * 60;
    else
        zone *= 3600;
    if (take(text, ':'))
        zone += static_cast<int>(takeNumber(text)) * 60;
    if (take(text, ':'))
        zone += static_cast<int>(takeNumber(text));
    parts.zoneSeconds = isWest ? -zone : zone;
    return text.empty();
}

void PgMoment::write(const Parts &parts, PgClass type)
{
    std::array<char, 64> room{};
    m_text.clear();
    const bool isBc = parts.year <= 0;
    if (type != PgClass::Time) {
        std::snprintf(room.data(), room.size(), "%04lld-%02d-%02d", isBc ? 1 - parts.year : parts.year,
                      parts.month, parts.day);
        m_text = room.data();
    }
    if (type != PgClass::Date) {
        std::snprintf(room.data(), room.size(), "%s%02d:%02d:%02d", m_text.empty() ? "" : " ",
                      parts.seconds / 3600, parts.seconds / 60 % 60, parts.seconds % 60);
        m_text += room.data();
        if (!parts.fraction.empty())
            m_text += '.' + std::string(parts.fraction);
        if (type == PgClass::TimestampTz)
            m_text += "+00:00";
    }
    if (isBc && type != PgClass::Time)
        m_text += " BC";
}

PgMoment::Reading PgMoment::read(std::string_view text, PgClass type, int digits)
{
    if ((text == "infinity" || text == "-infinity") && type != PgClass::Time) {
        m_text = text;
        return Reading::Exact;
    }
    // The end of the day, as one writes it who keeps six digits.
    if (type == PgClass::Time && text.starts_with("24:00:00.")
        && text.find_first_not_of('0', 9) == std::string_view::npos && text.size() > 9)
        text = text.substr(0, 8);
    if (const DateFault fault = checkDateText(text, logicalOf(type)); fault != DateFault::None) {
        // A date column takes a moment at midnight, and a time column nothing else.
        if (type != PgClass::Date || checkDateText(text, LogicalType::DateTimeTz) != DateFault::None)
            return refuse(dateFaultText(fault, logicalOf(type)));
    }
    Parts parts;
    if (!parse(text, parts))
        return refuse(QStringLiteral("is not a date or time that can be told"));
    if (type == PgClass::Date && (parts.seconds != 0 || !parts.fraction.empty()))
        return refuse(QStringLiteral("has a time, which a date does not hold"));
    if (static_cast<int>(parts.fraction.size()) > digits)
        return refuse(QStringLiteral("has more than %1 digits of a second").arg(digits));
    Reading reading = Reading::Exact;
    const bool keepsZone = type == PgClass::TimestampTz;
    if (parts.hasZone != keepsZone && (parts.hasZone || parts.hasTime || keepsZone))
        reading = Reading::Changed;
    if (parts.hasZone && !keepsZone && parts.zoneSeconds != 0)
        return refuse(QStringLiteral("has a time zone, which the column does not hold"));
    if (type != PgClass::Time && type != PgClass::Date) {
        long long days = daysOf(parts.year, parts.month, parts.day);
        long long seconds = parts.seconds - parts.zoneSeconds;
        days += seconds >= 0 ? seconds / 86'400 : -((86'399 - seconds) / 86'400);
        seconds = ((seconds % 86'400) + 86'400) % 86'400;
        dateOf(days, parts.year, parts.month, parts.day);
        parts.seconds = static_cast<int>(seconds);
    }
    write(parts, type);
    return reading;
}

} // namespace galley
