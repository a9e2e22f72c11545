// SPDX-License-Identifier: MIT
//
// A walk through every view and dialog of the window, upon the sample database and real jobs.
//
// Threads: UI thread.
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace galley::test {

/// What is shown at a stop: the window with a view in it, or a dialog.
using Visit = std::function<void(const QString &stop, QWidget &shown)>;

/// Ends the program where a view does not come; the state folder (GALLEY_HOME) is one of its own.
void tour(const Visit &visit);

} // namespace galley::test
