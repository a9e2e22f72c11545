// SPDX-License-Identifier: MIT
//
// What the user moved stays where he put it, from one start of the window to the next.
//
// Threads: UI thread.
#pragma once

#include <QString>

class QSplitter;
class QWidget;

namespace galley {

/// Puts it as it was left, and remembers how it is left. After its parts were added. `name`: of the splitter,
/// unlike all others.
void rememberSplitter(QSplitter *splitter, const QString &name);
/// The size of a dialog. Before it is shown.
void rememberSize(QWidget *dialog, const QString &name);

} // namespace galley
