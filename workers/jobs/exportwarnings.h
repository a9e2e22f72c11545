// SPDX-License-Identifier: MIT
//
// What an export tells though it goes on. Plain functions.
#pragma once

#include "workers/formats/format.h"
#include "workers/jobs/plans.h"

namespace galley {

/// Whether the destination's disk may be too small.
std::optional<Error> spaceWarning(const ExportPlan &plan);
/// That so many `cells` are of another kind than their column, which the format does not show.
Error kindsWarning(const Format &format, qint64 cells);

} // namespace galley
