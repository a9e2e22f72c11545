// SPDX-License-Identifier: MIT
//
// The job that brings the metadata catalogue of a database up to date, for the window to open it.
#pragma once

#include "workers/jobs/job.h"

namespace galley {

/// Fills `catalogue`, which may be read once the job is done: the catalogue as a database.
std::unique_ptr<Job> makeMetadataCatalogueJob(const DatabaseRef &database,
                                              std::shared_ptr<DatabaseRef> catalogue);

} // namespace galley
