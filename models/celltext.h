// SPDX-License-Identifier: MIT
//
// Cells as text for people, on one line of a grid or in full; NULL, empty text and bytes stay apart by their
// look.
#pragma once

#include "workers/base/cell.h"

#include <QMetaType>
#include <QString>

namespace galley {

/// What kind of thing a view draws in a cell; colours and fonts are the view's.
enum class CellLook : quint8
{
    Loading,
    Gap, ///< no such row on this side
    Default, ///< the target fills it in
    Null,
    Empty,
    Text,
    Number,
    Bytes,
};

CellLook cellLook(const Cell &cell);
/// One line of at most about `limit` characters: line ends as `↵`, other controls escaped, bytes as
/// `0x00ff…`. NULL is "NULL", empty text is "".
QString cellLine(const Cell &cell, qsizetype limit);
/// In full, as it is; bytes as a hex dump of 16 a line with the printable characters beside.
QString cellFull(const Cell &cell);
/// "text, 12 characters", "12 bytes", "integer", "NULL"; for the pane below the grids.
QString cellKindText(const Cell &cell);

} // namespace galley

Q_DECLARE_METATYPE(galley::CellLook)
