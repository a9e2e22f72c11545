// SPDX-License-Identifier: MIT
//
// A value in a sentence for people.
#pragma once

#include "workers/base/cell.h"

#include <QString>

namespace galley {

/// Cut to 60 characters: `'text'`, `12`, `x'00ff'`, `NULL`.
QString shownCell(const Cell &cell);

} // namespace galley
