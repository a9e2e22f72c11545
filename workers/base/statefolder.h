// SPDX-License-Identifier: MIT
//
// Where Galley keeps what it remembers: saved connections, the history, the settings of the window.
//
// Threads: any.
#pragma once

#include <QString>

namespace galley {

/// GALLEY_HOME, or the platform's folder for application data; made when missing.
QString stateFolder();

} // namespace galley
