// SPDX-License-Identifier: MIT
//
// Which of the jobs in a queue may run beside each other. Plain functions.
#pragma once

#include "workers/jobs/job.h"

namespace galley {

/// Whether one of them would wait for the other's locks, or write over its file: then they take turns.
bool mustTakeTurns(const JobUse &a, const JobUse &b);

} // namespace galley
