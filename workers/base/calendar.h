// SPDX-License-Identifier: MIT
//
// Days, times and moments as numbers, and their canonical text (cell.h). The calendar is the proleptic
// Gregorian one; there is no local time and no leap second in it.
#pragma once

#include <QtGlobal>

#include <optional>
#include <string_view>

namespace galley {

/// Room that the write functions need at most.
constexpr size_t kDateTimeRoom = 64;
constexpr qint64 kSecondsADay = 86400;

/// A moment or a time of day as text has it.
struct DateTimeParts
{
    qint64 days = 0; ///< since 1970-01-01
    qint64 nanoseconds = 0; ///< of the day
    int fractionDigits = 0; ///< that the text has
    bool hasOffset = false;
    int offsetSeconds = 0; ///< east of Greenwich; already taken off days and nanoseconds
};

/// `2024-02-29`, years of four to six digits, ` BC` behind. Nothing else.
std::optional<qint64> parseDate(std::string_view text);
/// `10:00:00`, with up to nine digits of a fraction. Seconds go to 59.
std::optional<DateTimeParts> parseTimeOfDay(std::string_view text);
/// A date, a blank or `T`, a time; then `Z` or `+01:00` or nothing.
std::optional<DateTimeParts> parseDateTime(std::string_view text);

/// All return the end of what they wrote. A fraction is as short as it can be.
char *writeDate(char *out, qint64 days);
char *writeTimeOfDay(char *out, qint64 nanoseconds);
/// `nanoseconds`: of the day. `withOffset`: adds `+00:00`.
char *writeDateTime(char *out, qint64 days, qint64 nanoseconds, bool withOffset);

} // namespace galley
