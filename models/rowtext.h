// SPDX-License-Identifier: MIT
//
// A cell as text for people's eyes: what views show and copy. Not a format: files are written by formats.
#pragma once

#include "workers/base/cell.h"

#include <QString>

namespace galley {

/// One line at most some hundred characters long. Control characters stay (views draw signs for them). Bytes:
/// the first ones in hexadecimal. NULL: "". `size`: bytes of the whole value where the cell has less, or -1.
QString shortText(const Cell &cell, qint64 size = -1);
/// The whole cell. Bytes as lower-case hexadecimal.
QString fullText(const Cell &cell);

} // namespace galley
