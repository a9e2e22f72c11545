// SPDX-License-Identifier: MIT
//
// Writes a payload: what entries there are, in one array.
#pragma once

#include "workers/bundles/bundle.h"

namespace galley {

/// Errors: CannotCreate, Permission, Io.
Result<std::unique_ptr<BundleWriter>> createPayload(const QString &path, bool overwrite);

} // namespace galley
