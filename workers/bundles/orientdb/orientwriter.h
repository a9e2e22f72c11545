// SPDX-License-Identifier: MIT
//
// Writes the smallest export that OrientDB 2.2 and 3.2 both import with -merge=true.
#pragma once

#include "workers/bundles/bundle.h"

namespace galley {

/// Errors: CannotCreate, Permission, Io.
Result<std::unique_ptr<BundleWriter>> createOrientBundle(const QString &path, const BundleListing &listing,
                                                         const OptionValues &options, bool overwrite);

} // namespace galley
