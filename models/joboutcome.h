// SPDX-License-Identifier: MIT
//
// What came of a job, in words and places.
//
// Threads: UI thread.
#pragma once

#include "workers/jobs/jobrunner.h"

namespace galley {

/// "1,204 rows, 3 changed, 2 files written"; "Done".
QString doneText(const JobReport &report);
/// Where the files lie that it wrote; "" where there are none.
QString folderOf(const JobRunner &runner);
/// Which database or file is as it is now, in one or two sentences.
QString dataStateText(DataState state, const JobUse &use);
/// What the user can do about it.
QString remedyText(const Error &error, DataState state);
/// All that is known of it, to be copied: title, error or result, state of the data, warnings, files, `log`.
QString detailsText(const JobRunner &runner, const QStringList &log);

} // namespace galley
