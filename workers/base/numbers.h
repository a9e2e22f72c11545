// SPDX-License-Identifier: MIT
//
// Numbers and their exact text forms. All of `text` must match; no blanks, no locale.
#pragma once

#include <QtGlobal>

#include <optional>
#include <string_view>

namespace galley {

/// Room that writeInteger() and writeReal() need at most.
constexpr size_t kNumberRoom = 32;

/// Returns the end of what was written.
char *writeInteger(char *out, qint64 value);
/// The fewest digits that read back as the same double: `0.1`, `1e+300`, `100000.0`, `-0.0`; always with a
/// `.` or an `e`, so that it never looks like an integer. NaN and infinities: `NaN`, `Infinity`, `-Infinity`.
char *writeReal(char *out, double value);

/// `-?[0-9]+` within 64 bits.
std::optional<qint64> parseInteger(std::string_view text);
/// A finite decimal number (`1`, `-1.5`, `1e300`) that does not overflow. Rounded to the nearest double.
std::optional<double> parseReal(std::string_view text);

/// `-?digits.digits` of fifteen digits at most, as most numbers of tables are: the nearest double, whose
/// shortest form is the same number. Nothing for any other text.
std::optional<double> parseShortDecimal(std::string_view text);

/// `[+-]?digits[.digits][e[+-]digits]`: a decimal number, of any length.
bool isDecimal(std::string_view text);
/// Whether two decimal numbers (isDecimal) are the same number: `1.50` and `15e-1`. Never expands exponents.
bool isSameDecimal(std::string_view a, std::string_view b);

} // namespace galley
