// SPDX-License-Identifier: MIT
#include "workers/base/calendar.h"

#include "workers/base/numbers.h"

#include <cstring>

namespace galley {

namespace {

constexpr qint64 kNanosecond = 1'000'000'000;

struct Civil
{
    qint64 year = 0; ///< astronomical: 0 is 1 BC
    unsigned month = 1;
    unsigned day = 1;
};

/// Years begin in March, so that the leap day is the last; eras have 400 years (146097 days).
qint64 daysOf(Civil date)
{
    const qint64 year = date.month <= 2 ? date.year - 1 : date.year;
    const qint64 era = (year >= 0 ? year : year - 399) / 400;
    const auto yearOfEra = static_cast<unsigned>(year - era * 400);
    const unsigned monthOfYear = date.month > 2 ? date.month - 3 : date.month + 9;
    const unsigned dayOfYear = (153 * monthOfYear + 2) / 5 + date.day - 1;
    const unsigned dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + static_cast<qint64>(dayOfEra) - 719468;
}

Civil civilOf(qint64 days)
{
    days += 719468;
    const qint64 era = (days >= 0 ? days : days - 146096) / 146097;
    const auto dayOfEra = static_cast<unsigned>(days - era * 146097);
    const unsigned yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const unsigned dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const unsigned monthOfYear = (5 * dayOfYear + 2) / 153;
    const unsigned month = monthOfYear < 10 ? monthOfYear + 3 : monthOfYear - 9;
    const qint64 year = static_cast<qint64>(yearOfEra) + era * 400 + (month <= 2 ? 1 : 0);
    return {year, month, dayOfYear - (153 * monthOfYear + 2) / 5 + 1};
}

bool isLeap(qint64 year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

unsigned daysIn(qint64 year, unsigned month)
{
    static constexpr unsigned kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : kDays[month - 1];
}

/// Two digits at `p`; above 99 where they are none.
unsigned pair(const char *p)
{
    const auto tens = static_cast<unsigned>(static_cast<unsigned char>(p[0])) - '0';
    const auto ones = static_cast<unsigned>(static_cast<unsigned char>(p[1])) - '0';
    return tens > 9 || ones > 9 ? 1000 : tens * 10 + ones;
}

char *putPair(char *out, unsigned value)
{
    *out++ = static_cast<char>('0' + value / 10);
    *out++ = static_cast<char>('0' + value % 10);
    return out;
}

/// A fraction's digits from `text`, which begins behind the point.
bool takeFraction(std::string_view &text, DateTimeParts &parts)
{
    qint64 value = 0;
    int digits = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        if (++digits > 9)
            return false;
        value = value * 10 + (text.front() - '0');
        text.remove_prefix(1);
    }
    for (int i = digits; i < 9; ++i)
        value *= 10;
    parts.nanoseconds += value;
    parts.fractionDigits = digits;
    return digits > 0;
}

bool takeTime(std::string_view &text, DateTimeParts &parts)
{
    if (text.size() < 8 || text[2] != ':' || text[5] != ':')
        return false;
    const unsigned hour = pair(text.data());
    const unsigned minute = pair(text.data() + 3);
    const unsigned second = pair(text.data() + 6);
    if (hour > 23 || minute > 59 || second > 59)
        return false;
    parts.nanoseconds = static_cast<qint64>(hour * 3600 + minute * 60 + second) * kNanosecond;
    text.remove_prefix(8);
    if (text.empty() || text.front() != '.')
        return true;
    text.remove_prefix(1);
    return takeFraction(text, parts);
}

bool takeOffset(std::string_view &text, DateTimeParts &parts)
{
    if (text.empty() || text.front() == ' ')
        return true;
    parts.hasOffset = true;
    if (text.front() == 'Z') {
        text.remove_prefix(1);
        return true;
    }
    const bool isWest = text.front() == '-';
    if ((!isWest && text.front() != '+') || text.size() < 3)
        return false;
    const unsigned hours = pair(text.data() + 1);
    const bool hasMinutes = text.size() >= 6 && text[3] == ':';
    const unsigned minutes = hasMinutes ? pair(text.data() + 4) : 0;
    if (hours > 15 || minutes > 59)
        return false;
    text.remove_prefix(hasMinutes ? 6 : 3);
    parts.offsetSeconds = static_cast<int>(hours * 3600 + minutes * 60) * (isWest ? -1 : 1);
    return true;
}

/// Takes a year of four to six digits, month and day off the front.
bool takeDate(std::string_view &text, Civil &date)
{
    size_t digits = 0;
    qint64 year = 0;
    while (digits < text.size() && digits < 7 && text[digits] >= '0' && text[digits] <= '9')
        year = year * 10 + (text[digits++] - '0');
    if (digits < 4 || digits > 6 || (digits > 4 && text.front() == '0') || text.size() < digits + 6
        || text[digits] != '-' || text[digits + 3] != '-')
        return false;
    const unsigned month = pair(text.data() + digits + 1);
    const unsigned day = pair(text.data() + digits + 4);
    text.remove_prefix(digits + 6);
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    date = {year, month, day};
    return true;
}

bool settleYear(std::string_view rest, Civil &date)
{
    if (rest == " BC")
        date.year = 1 - date.year;
    else if (!rest.empty() || date.year == 0)
        return false;
    return (rest.empty() || date.year <= 0) && date.day <= daysIn(date.year, date.month);
}

/// Without ` BC`: true where it belongs behind.
char *putCivil(char *out, qint64 days, bool &isBc)
{
    const Civil date = civilOf(days);
    isBc = date.year <= 0;
    const qint64 year = isBc ? 1 - date.year : date.year;
    if (year < 10000) {
        out = putPair(out, static_cast<unsigned>(year / 100));
        out = putPair(out, static_cast<unsigned>(year % 100));
    } else {
        out = writeInteger(out, year);
    }
    *out++ = '-';
    out = putPair(out, date.month);
    *out++ = '-';
    return putPair(out, date.day);
}

char *putBc(char *out, bool isBc)
{
    if (!isBc)
        return out;
    std::memcpy(out, " BC", 3);
    return out + 3;
}

} // namespace

std::optional<qint64> parseDate(std::string_view text)
{
    Civil date;
    if (!takeDate(text, date) || !settleYear(text, date))
        return {};
    return daysOf(date);
}

std::optional<DateTimeParts> parseTimeOfDay(std::string_view text)
{
    DateTimeParts parts;
    if (!takeTime(text, parts) || !text.empty())
        return {};
    return parts;
}

std::optional<DateTimeParts> parseDateTime(std::string_view text)
{
    Civil date;
    DateTimeParts parts;
    if (!takeDate(text, date) || text.empty() || (text.front() != ' ' && text.front() != 'T'))
        return {};
    text.remove_prefix(1);
    if (!takeTime(text, parts) || !takeOffset(text, parts) || !settleYear(text, date))
        return {};
    parts.days = daysOf(date);
    parts.nanoseconds -= parts.offsetSeconds * kNanosecond;
    if (parts.nanoseconds < 0) {
        parts.nanoseconds += kSecondsADay * kNanosecond;
        --parts.days;
    } else if (parts.nanoseconds >= kSecondsADay * kNanosecond) {
        parts.nanoseconds -= kSecondsADay * kNanosecond;
        ++parts.days;
    }
    return parts;
}

char *writeDate(char *out, qint64 days)
{
    bool isBc = false;
    out = putCivil(out, days, isBc);
    return putBc(out, isBc);
}

char *writeTimeOfDay(char *out, qint64 nanoseconds)
{
    const auto seconds = static_cast<unsigned>(nanoseconds / kNanosecond);
    out = putPair(out, seconds / 3600);
    *out++ = ':';
    out = putPair(out, seconds / 60 % 60);
    *out++ = ':';
    out = putPair(out, seconds % 60);
    auto fraction = static_cast<unsigned>(nanoseconds % kNanosecond);
    if (fraction == 0)
        return out;
    *out++ = '.';
    int digits = 9;
    for (; fraction % 10 == 0; fraction /= 10)
        --digits;
    for (int i = digits - 1; i >= 0; --i, fraction /= 10)
        out[i] = static_cast<char>('0' + fraction % 10);
    return out + digits;
}

char *writeDateTime(char *out, qint64 days, qint64 nanoseconds, bool withOffset)
{
    bool isBc = false;
    out = putCivil(out, days, isBc);
    *out++ = ' ';
    out = writeTimeOfDay(out, nanoseconds);
    if (withOffset) {
        std::memcpy(out, "+00:00", 6);
        out += 6;
    }
    return putBc(out, isBc);
}

} // namespace galley
