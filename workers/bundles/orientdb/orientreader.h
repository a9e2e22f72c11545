// SPDX-License-Identifier: MIT
//
// An opened OrientDB export.
#pragma once

#include "workers/bundles/orientdb/orientoptions.h"

namespace galley {

/// Errors: those of listOrient().
Result<std::unique_ptr<BundleReader>> openOrientBundle(std::shared_ptr<const OrientSurvey> survey,
                                                       const OrientReadOptions &options);

} // namespace galley
