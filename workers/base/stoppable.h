// SPDX-License-Identifier: MIT
//
// Bytes that stop coming when a job is asked to stop: for what reads a whole source at once, as a format that
// begins at its end copies a packed one to the disk.
#pragma once

#include "workers/base/io.h"

#include <stop_token>

namespace galley {

/// `source`, whose read() gives Cancelled once stop was requested; `source` itself where that cannot be.
std::unique_ptr<ByteSource> stoppable(std::unique_ptr<ByteSource> source, const std::stop_token &stop);

} // namespace galley
