// SPDX-License-Identifier: MIT
//
// Closing the window while jobs run: cancel them, wait for them, or stay.
//
// Threads: UI thread.
#pragma once

#include <functional>

class QWidget;

namespace galley {

class JobsModel;

enum class CloseAnswer
{
    CancelAndQuit,
    QuitWhenDone,
    Stay
};

/// Opens the question above `window` and returns at once.
void askToClose(JobsModel &jobs, QWidget *window, std::function<void(CloseAnswer)> answered);

} // namespace galley
