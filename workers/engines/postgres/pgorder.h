// SPDX-License-Identifier: MIT
//
// Order of values that travel as text and sort as numbers or times. Plain functions.
#pragma once

#include <string_view>

namespace galley {

/// Decimals of any length, `NaN` above all, `Infinity`, `-Infinity`. Three-way.
int comparePgNumerics(std::string_view a, std::string_view b);
/// Dates and timestamps in ISO form with `BC`, `infinity`, `-infinity` and years of any length. Three-way.
int comparePgTimes(std::string_view a, std::string_view b);

} // namespace galley
