// SPDX-License-Identifier: MIT
//
// The program with a window.
#pragma once

namespace galley {

/// Runs the window until it is closed; files among the arguments are opened as if dropped on it. Returns the
/// exit code.
int runWindow(int argc, char **argv);

} // namespace galley
