// SPDX-License-Identifier: MIT
//
// Decimal numbers of any length, exactly: their order and their difference.
#pragma once

#include "workers/base/cell.h"

#include <optional>
#include <string>

namespace galley {

/// `digits` * 10^`exponent`; zero has no digits.
struct Decimal
{
    bool isNegative = false;
    std::string digits; ///< neither begin nor end with 0
    qint64 exponent = 0;
    qint64 scale = 0; ///< digits behind the point as it was written

    bool operator==(const Decimal &other) const { return compare(*this, other) == 0; }
    static int compare(const Decimal &a, const Decimal &b);
};

/// Nothing for what is no decimal number (isDecimal()), and for exponents beyond all use.
std::optional<Decimal> decimalFrom(std::string_view text);
/// Of an integer, a finite real (by its shortest form) or a text.
std::optional<Decimal> decimalOf(const Cell &cell);
/// `after` - `before`, with its sign (`+1.50`, `-3`, `0`) and as many digits behind the point as the longer
/// of both has. Nothing where it would have more than a thousand digits.
std::optional<std::string> decimalDifference(const Decimal &before, const Decimal &after);

} // namespace galley
