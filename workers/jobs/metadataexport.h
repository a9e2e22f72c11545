// SPDX-License-Identifier: MIT
//
// What is known about a database, out of its metadata catalogue in the state folder, as OpenMetadata's CSV.
//
// Threads: plain functions of their plans; any thread.
#pragma once

#include "workers/jobs/job.h"
#include "workers/jobs/plans.h"

namespace galley {

/// The catalogue of a database as a database of its own, brought up to date with the structure and the
/// comments that the database has now. Errors: those of opening and listing it; CannotCreate, Io.
/// `secrets`: for a database on a server; may be nullptr.
Result<DatabaseRef> refreshMetadata(const DatabaseRef &database, SecretSource *secrets = nullptr);

/// plan.bundle is "openmetadata": one file with everything where the destination ends in .csv, else a file
/// for each schema list, table list and column list in a folder or zip.
std::unique_ptr<Job> makeMetadataExportJob(const ExportPlan &plan);

} // namespace galley
