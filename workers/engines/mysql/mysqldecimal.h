// SPDX-License-Identifier: MIT
//
// Decimal numbers of a given number of digits, as text. A plain function of its input.
#pragma once

#include "workers/base/arena.h"

#include <optional>
#include <string_view>

namespace galley {

/// `text` (REQUIRES: isDecimal()) with exactly `scale` digits behind the point, rounded half away from zero
/// where it has more (`*isRounded`). Nothing where it has more than `precision - scale` before it.
std::optional<std::string_view> mysqlDecimal(std::string_view text, int precision, int scale, Arena &arena,
                                             bool *isRounded);

} // namespace galley
