// SPDX-License-Identifier: MIT
//
// Values of types that other databases do not have, as the server would write them: what comes from elsewhere
// must compare equal to what is stored of it. Plain functions of their input.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace galley {

/// `P1Y2M3DT4H5M6.5S`, `1 year 2 mons -3 days 04:05:06.5`: as ISO 8601, the way the server writes it. Nothing
/// where it is no interval, or beyond what the server holds.
std::optional<std::string> pgInterval(std::string_view text);

/// As jsonb writes it: keys in its order, the last of equal ones, numbers and blanks its way. Nothing where
/// it is no JSON, or holds what jsonb cannot (NUL, half of a surrogate pair, more than 1000 levels).
std::optional<std::string> pgJsonb(std::string_view text);

/// `{1, "a"}` as an array of texts or numbers is written: `{1,a}`; the elements stay as they are. Nothing
/// where it is none, or has bounds of its own.
std::optional<std::string> pgArray(std::string_view text);

/// An address with or without `/bits`, as inet writes it. Nothing where it is none.
std::optional<std::string> pgInet(std::string_view text);

} // namespace galley
