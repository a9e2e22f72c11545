// SPDX-License-Identifier: MIT
//
// What somebody without a mouse, without sight or with another font needs, asked of a window or dialog that
// is shown. Each answers with what is wrong, one line a fault.
//
// Threads: UI thread.
#pragma once

#include <QStringList>

class QWidget;

namespace galley::test {

/// Controls, tabs and views that say no name or no role through QAccessible.
QStringList namelessControls(const QWidget &shown);
/// Grids whose cells and headers QAccessibleTableInterface tells otherwise than their model.
QStringList muteGrids(const QWidget &shown);
/// Mnemonics that two controls (or two menus, two entries of one menu) share.
QStringList sharedMnemonics(const QWidget &shown);
/// Controls that Tab does not reach, a focus that does not come round, jumps up the page.
QStringList tabFaults(QWidget &shown);
/// Controls that look the same with the focus and without it.
QStringList unseenFocus(QWidget &shown);
/// Labels, buttons and boxes whose text has no room.
QStringList clippedTexts(const QWidget &shown);
/// Controls of a dialog that stand over one another, or outside of it.
QStringList brokenLayout(const QWidget &shown);

} // namespace galley::test
