// SPDX-License-Identifier: MIT
//
// The job behind "Test": connects, looks what is there, and leaves again.
#pragma once

#include "workers/jobs/job.h"

namespace galley {

/// What a test that went well found.
struct ConnectionFacts
{
    QString engineVersion;
    qsizetype tables = 0; ///< of an OpenMetadata server: its services
    qint64 durationMs = 0;
};

/// Fills `facts`, which may be read once the job is done.
std::unique_ptr<Job> makeConnectionTestJob(const DatabaseRef &database,
                                           std::shared_ptr<ConnectionFacts> facts);

} // namespace galley
