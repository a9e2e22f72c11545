// SPDX-License-Identifier: MIT
//
// Marks of what differs between two texts: what is removed struck through, what is added underlined, each
// with its sign where both stand in one text.
//
// Threads: UI thread.
#pragma once

#include "models/textdiff.h"

class QPlainTextEdit;

namespace galley {

/// Both texts in one: `−removed` and `+added`.
void markInline(QPlainTextEdit &edit, const std::vector<DiffPiece> &pieces);
/// The edits show the texts whose differences the pieces are; none: nothing is marked.
void markSides(QPlainTextEdit &before, QPlainTextEdit &after, const std::vector<DiffPiece> &pieces);

} // namespace galley
