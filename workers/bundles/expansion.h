// SPDX-License-Identifier: MIT
//
// How far packed data may grow when it is unpacked. Nothing that people store comes near to it; a bomb does.
#pragma once

#include <QtGlobal>

namespace galley {

/// Up to this size no ratio is refused: long equal fields are legal.
constexpr qint64 kExpansionFreeBytes = 48 * 1024 * 1024;
constexpr qint64 kExpansionRatio = 500;

constexpr bool isTooFarExpanded(qint64 packed, qint64 unpacked)
{
    return unpacked > kExpansionFreeBytes && unpacked / kExpansionRatio > packed;
}

} // namespace galley
