// SPDX-License-Identifier: MIT
#include "workers/base/datetime.h"

#include <algorithm>
#include <array>

namespace galley {

namespace {

/// Reads on from the front of a text.
class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {
    }
    bool isAtEnd() const { return m_text.empty(); }
    bool take(char c)
    {
        if (m_text.empty() || m_text.front() != c)
            return false;
        m_text.remove_prefix(1);
        return true;
    }
    bool take(std::string_view word)
    {
        if (!m_text.starts_with(word))
            return false;
        m_text.remove_prefix(word.size());
        return true;
    }
    /// Between `least` and `most` digits, as many as there are; -1 where there are fewer or more.
    int digits(int least, int most)
    {
        int count = 0;
        int value = 0;
        while (!m_text.empty() && m_text.front() >= '0' && m_text.front() <= '9') {
            if (++count > most)
                return -1;
            value = value * 10 + (m_text.front() - '0');
            m_text.remove_prefix(1);
        }
        return count < least ? -1 : value;
    }

private:
    std::string_view m_text;
};

int daysIn(int year, int month)
{
    static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && isLeap ? 29 : kDays[static_cast<size_t>(month - 1)];
}

DateFault date(Scanner &scanner)
{
    const int year = scanner.digits(4, 6);
    if (year < 0 || !scanner.take('-'))
        return DateFault::NotIso;
    const int month = scanner.digits(2, 2);
    if (month < 0 || !scanner.take('-'))
        return DateFault::NotIso;
    const int day = scanner.digits(2, 2);
    if (day < 0)
        return DateFault::NotIso;
    if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
        return DateFault::Range;
    return DateFault::None;
}

DateFault time(Scanner &scanner)
{
    const int hour = scanner.digits(2, 2);
    if (hour < 0 || !scanner.take(':'))
        return DateFault::NotIso;
    const int minute = scanner.digits(2, 2);
    if (minute < 0)
        return DateFault::NotIso;
    int second = 0;
    bool isWhole = true; // no fraction of a second
    if (scanner.take(':')) {
        second = scanner.digits(2, 2);
        if (second < 0)
            return DateFault::NotIso;
        if (scanner.take('.')) {
            isWhole = false;
            if (scanner.digits(1, 9) < 0)
                return DateFault::NotIso;
        }
    }
    const bool isMidnight = hour == 24 && minute == 0 && second == 0 && isWhole;
    const bool isLeapSecond = second == 60 && hour == 23 && minute == 59;
    if ((hour > 23 && !isMidnight) || minute > 59 || (second > 59 && !isLeapSecond))
        return DateFault::Range;
    return DateFault::None;
}

/// `Z`, `+01`, `+01:00`, `+0100`, `+00:19:32`, with or without a blank before; nothing is fine, too.
DateFault zone(Scanner &scanner)
{
    Scanner after = scanner;
    after.take(' ');
    if (after.take('Z')) {
        scanner = after;
        return DateFault::None;
    }
    if (!after.take('+') && !after.take('-'))
        return DateFault::None;
    scanner = after;
    const auto part = [&] { return scanner.digits(2, 2); };
    Scanner compact = scanner;
    const int four = compact.digits(4, 4);
    if (four >= 0) {
        scanner = compact;
        return four / 100 > 15 || four % 100 > 59 ? DateFault::Range : DateFault::None;
    }
    const int hour = part();
    if (hour < 0)
        return DateFault::NotIso;
    int minute = 0;
    int second = 0;
    if (scanner.take(':')) {
        minute = part();
        if (minute >= 0 && scanner.take(':'))
            second = part();
    }
    if (minute < 0 || second < 0)
        return DateFault::NotIso;
    return hour > 15 || minute > 59 || second > 59 ? DateFault::Range : DateFault::None;
}

DateFault dateTime(Scanner &scanner, bool withZone)
{
    const DateFault day = date(scanner);
    if (day == DateFault::NotIso)
        return day;
    DateFault clock = DateFault::None;
    if (scanner.take('T') || (!scanner.isAtEnd() && !Scanner(scanner).take(" BC") && scanner.take(' '))) {
        clock = time(scanner);
        if (clock == DateFault::NotIso)
            return clock;
        if (withZone)
            clock = std::max(clock, zone(scanner));
    }
    return std::max(day, clock);
}

bool isInfinity(std::string_view text)
{
    return text == "infinity" || text == "-infinity";
}

/// `01/02/2024`, `1.2.2024`, `01-02-2024`: numbers whose order depends on the country.
bool isOtherOrder(std::string_view text)
{
    Scanner scanner(text);
    for (int i = 0; i < 2; ++i) {
        if (scanner.digits(1, 2) < 0)
            return false;
        if (!scanner.take('/') && !scanner.take('.') && !scanner.take('-'))
            return false;
    }
    return scanner.digits(2, 4) >= 0;
}

} // namespace

DateFault checkDateText(std::string_view text, LogicalType type)
{
    Scanner scanner(text);
    DateFault fault = DateFault::None;
    switch (type) {
    case LogicalType::Date:
        fault = date(scanner);
        break;
    case LogicalType::Time:
        fault = time(scanner);
        break;
    case LogicalType::DateTime:
        fault = dateTime(scanner, false);
        break;
    case LogicalType::DateTimeTz:
        fault = dateTime(scanner, true);
        break;
    default:
        return DateFault::None;
    }
    if (type != LogicalType::Time) {
        if (isInfinity(text))
            return DateFault::None;
        scanner.take(" BC");
    }
    if (fault != DateFault::NotIso && scanner.isAtEnd())
        return fault;
    return type != LogicalType::Time && isOtherOrder(text) ? DateFault::Ambiguous : DateFault::NotIso;
}

QString dateFaultText(DateFault fault, LogicalType type)
{
    QString form = QStringLiteral("a date and time as YYYY-MM-DD hh:mm:ss");
    if (type == LogicalType::Date)
        form = QStringLiteral("a date as YYYY-MM-DD");
    else if (type == LogicalType::Time)
        form = QStringLiteral("a time as hh:mm:ss");
    switch (fault) {
    case DateFault::None:
        break;
    case DateFault::NotIso:
        return QStringLiteral("is not %1").arg(form);
    case DateFault::Ambiguous:
        return QStringLiteral("is ambiguous: day and month cannot be told apart; write %1").arg(form);
    case DateFault::Range:
        return type == LogicalType::Time ? QStringLiteral("is a time that does not exist")
                                         : QStringLiteral("is a date or time that does not exist");
    }
    return {};
}

} // namespace galley
