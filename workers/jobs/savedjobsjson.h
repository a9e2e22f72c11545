// SPDX-License-Identifier: MIT
//
// A saved job as JSON that people read, and back: nothing that stands there is passed over.
//
// Threads: plain functions.
#pragma once

#include "workers/jobs/savedjobs.h"

#include <QJsonObject>

namespace galley {

QJsonObject savedJobToJson(const SavedJob &job);
/// Errors: Malformed, naming the job and the key that is unknown or of the wrong kind.
Result<SavedJob> savedJobFromJson(const QJsonObject &json);

} // namespace galley
