// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqldates.h"

#include <array>
#include <cstdio>

namespace galley {

namespace {

constexpr int kMostHours = 838;
constexpr qint64 kDaySeconds = 86'400;

class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {
    }
    bool isAtEnd() const { return m_text.empty(); }
    bool isAt(char c) const { return !m_text.empty() && m_text.front() == c; }
    bool take(char c)
    {
        if (!isAt(c))
            return false;
        m_text.remove_prefix(1);
        return true;
    }
    /// -1 where there are fewer or more digits.
    int digits(int least, int most, int *count = nullptr)
    {
        int taken = 0;
        int value = 0;
        while (!m_text.empty() && m_text.front() >= '0' && m_text.front() <= '9') {
            if (++taken > most)
                return -1;
            value = value * 10 + (m_text.front() - '0');
            m_text.remove_prefix(1);
        }
        if (count != nullptr)
            *count = taken;
        return taken < least ? -1 : value;
    }

private:
    std::string_view m_text;
};

bool takeDate(Scanner &scanner, MysqlMoment &moment)
{
    moment.year = scanner.digits(4, 4);
    if (moment.year < 0 || !scanner.take('-'))
        return false;
    moment.month = scanner.digits(2, 2);
    if (moment.month < 0 || !scanner.take('-'))
        return false;
    moment.day = scanner.digits(2, 2);
    return moment.day >= 0;
}

bool takeClock(Scanner &scanner, MysqlMoment &moment, int mostHourDigits)
{
    moment.hasClock = true;
    moment.hour = scanner.digits(2, mostHourDigits);
    if (moment.hour < 0 || !scanner.take(':'))
        return false;
    moment.minute = scanner.digits(2, 2);
    if (moment.minute < 0 || !scanner.take(':'))
        return moment.minute >= 0;
    moment.second = scanner.digits(2, 2);
    if (moment.second < 0 || !scanner.take('.'))
        return moment.second >= 0;
    int count = 0;
    moment.nanos = scanner.digits(1, 9, &count);
    for (; moment.nanos >= 0 && count < 9; ++count)
        moment.nanos *= 10;
    return moment.nanos >= 0;
}

/// `Z`, `+01`, `+01:00`, `+01:00:30`.
bool takeZone(Scanner &scanner, MysqlMoment &moment)
{
    scanner.take(' ');
    moment.hasZone = true;
    if (scanner.take('Z'))
        return true;
    const bool isWest = scanner.isAt('-');
    if (!scanner.take('+') && !scanner.take('-'))
        return false;
    const int hour = scanner.digits(2, 2);
    int minute = 0;
    int second = 0;
    if (scanner.take(':'))
        minute = scanner.digits(2, 2);
    if (minute >= 0 && scanner.take(':'))
        second = scanner.digits(2, 2);
    if (hour < 0 || hour > 15 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return false;
    moment.zoneSeconds = (hour * 60 + minute) * 60 + second;
    if (isWest)
        moment.zoneSeconds = -moment.zoneSeconds;
    return true;
}

int daysIn(int year, int month)
{
    static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && isLeap ? 29 : kDays[static_cast<size_t>(month - 1)];
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
qint64 dayNumber(int year, int month, int day)
{
    const qint64 y = month <= 2 ? year - 1 : year;
    const qint64 era = (y >= 0 ? y : y - 399) / 400;
    const qint64 ofEra = y - era * 400;
    const qint64 ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146'097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719'468;
}

void setDay(MysqlMoment &moment, qint64 number)
{
    const qint64 shifted = number + 719'468;
    const qint64 era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
    const qint64 ofEra = shifted - era * 146'097;
    const qint64 yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36'524 - ofEra / 146'096) / 365;
    const qint64 ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 part = (5 * ofYear + 2) / 153;
    moment.day = static_cast<int>(ofYear - (153 * part + 2) / 5 + 1);
    moment.month = static_cast<int>(part < 10 ? part + 3 : part - 9);
    moment.year = static_cast<int>(yearOfEra + era * 400 + (moment.month <= 2 ? 1 : 0));
}

qint64 secondsOf(const MysqlMoment &moment)
{
    return dayNumber(moment.year, moment.month, moment.day) * kDaySeconds
        + (moment.hour * 60 + moment.minute) * 60 + moment.second;
}

} // namespace

std::optional<MysqlMoment> parseMysqlMoment(std::string_view text, MysqlKind kind)
{
    Scanner scanner(text);
    MysqlMoment moment;
    if (kind == MysqlKind::Time) {
        moment.isNegative = scanner.take('-');
        if (!takeClock(scanner, moment, 3) || !scanner.isAtEnd())
            return {};
        return moment;
    }
    if (!takeDate(scanner, moment))
        return {};
    if (scanner.isAtEnd())
        return moment;
    if ((!scanner.take(' ') && !scanner.take('T')) || !takeClock(scanner, moment, 2))
        return {};
    if (!scanner.isAtEnd() && (!takeZone(scanner, moment) || !scanner.isAtEnd()))
        return {};
    return moment;
}

bool isMysqlMoment(const MysqlMoment &moment, MysqlKind kind, bool allowsAnyDay)
{
    if (moment.minute > 59 || moment.second > 59)
        return false;
    if (kind == MysqlKind::Time)
        return moment.hour <= kMostHours;
    const bool isZero = moment.year == 0 && moment.month == 0 && moment.day == 0;
    const bool isZeroTime = moment.hour == 0 && moment.minute == 0 && moment.second == 0 && moment.nanos == 0;
    if (moment.hour > 23 || moment.month > 12 || moment.day > 31)
        return false;
    if (kind == MysqlKind::Timestamp) {
        // Seconds 1 to 2^31-1: MariaDB before 11.5, MySQL.
        if (isZero)
            return isZeroTime;
        if (moment.month == 0 || moment.day == 0 || moment.day > daysIn(moment.year, moment.month))
            return false;
        const qint64 seconds = secondsOf(moment);
        return seconds >= 1 && seconds <= 2'147'483'647;
    }
    if (isZero)
        return isZeroTime; // MySQL holds no clock beside the zero date
    if (moment.month == 0 || moment.day == 0 || allowsAnyDay)
        return true; // 2024-00-00
    return moment.day <= daysIn(moment.year, moment.month);
}

MysqlMoment mysqlUtc(const MysqlMoment &moment)
{
    MysqlMoment utc = moment;
    utc.zoneSeconds = 0;
    if (moment.zoneSeconds == 0 || moment.month == 0 || moment.day == 0 || moment.month > 12)
        return utc;
    const qint64 seconds = secondsOf(moment) - moment.zoneSeconds;
    const qint64 day = seconds >= 0 ? seconds / kDaySeconds : -((-seconds + kDaySeconds - 1) / kDaySeconds);
    const auto rest = static_cast<int>(seconds - day * kDaySeconds);
    setDay(utc, day);
    utc.hour = rest / 3600;
    utc.minute = rest / 60 % 60;
    utc.second = rest % 60;
    return utc;
}

std::string_view mysqlMomentText(const MysqlMoment &moment, MysqlKind kind, int fraction, Arena &arena)
{
    std::array<char, 80> room{};
    int used = 0;
    const auto add = [&](const char *format, auto... values) {
        used += std::snprintf(room.data() + used, room.size() - static_cast<size_t>(used), format, values...);
    };
    if (kind != MysqlKind::Time)
        add("%04d-%02d-%02d", moment.year, moment.month, moment.day);
    if (kind == MysqlKind::DateTime || kind == MysqlKind::Timestamp)
        add("%c", ' ');
    if (kind == MysqlKind::Time && moment.isNegative)
        add("%c", '-');
    if (kind != MysqlKind::Date)
        add("%02d:%02d:%02d", moment.hour, moment.minute, moment.second);
    if (kind != MysqlKind::Date && fraction > 0) {
        add(".%09d", moment.nanos);
        used -= 9 - std::min(fraction, 6);
    }
    if (kind == MysqlKind::Timestamp)
        add("%s", "+00:00");
    return arena.store({room.data(), static_cast<size_t>(used)});
}

} // namespace galley
