// SPDX-License-Identifier: MIT
//
// A decimal number in the form in which numeric shows it: no exponent, no `+`, no leading zeros, as many
// digits behind the point as the column has.
#pragma once

#include <string>
#include <string_view>

namespace galley {

class PgDecimal
{
public:
    enum class Reading : unsigned char
    {
        Exact,
        Rounded, ///< half away from zero, as the server does
        None, ///< no decimal number
        OutOfRange,
        TooLong
    };
    /// `precision` and `scale` -1: any number of digits, kept as written. `NaN` and infinities are numbers,
    /// too (infinities only without a precision).
    Reading read(std::string_view text, int precision, int scale);
    /// After Exact and Rounded; good until the next read().
    std::string_view text() const { return m_text; }

private:
    Reading fit(int precision, int scale);

    std::string m_digits; ///< without point
    int m_point = 0; ///< digits before it
    bool m_isNegative = false;
    std::string m_text;
};

/// The digits that have to be appended (zeros, after a point where there is none yet) for the server's form;
/// -1: it takes a PgDecimal to tell. Quick.
int zerosForPgDecimal(std::string_view text, int precision, int scale);

} // namespace galley
