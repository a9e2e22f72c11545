// SPDX-License-Identifier: MIT
//
// A plan as the command line that does the same, to be copied into a script.
#pragma once

#include "workers/jobs/plans.h"

namespace galley {

/// Quoted for a POSIX shell where it has to be; never interpreted, whatever is in it.
QString shellQuoted(const QString &argument);
/// Paths in it are absolute: it does the same in any folder.
QString exportCommand(const ExportPlan &plan);
QString importCommand(const ImportPlan &plan);

} // namespace galley
