// SPDX-License-Identifier: MIT
//
// Writes an export directory of Kùzu: data files and the scripts that IMPORT DATABASE reads.
#pragma once

#include "workers/bundles/bundle.h"

namespace galley {

/// `listing` is what planKuzu() made. Errors: CannotCreate (also for a folder that holds anything but an
/// export of Kùzu), Permission, Io.
Result<std::unique_ptr<BundleWriter>> createKuzuBundle(const QString &path, const BundleListing &listing,
                                                       const OptionValues &options, bool overwrite);

} // namespace galley
