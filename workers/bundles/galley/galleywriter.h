// SPDX-License-Identifier: MIT
//
// Writes our bundle into a directory or a zip.
#pragma once

#include "workers/bundles/bundle.h"

namespace galley {

/// Errors: CannotCreate, Permission, Io, Unsupported (a table's format).
Result<std::unique_ptr<BundleWriter>> createGalleyBundle(const QString &path, const BundleListing &listing,
                                                         bool overwrite);

/// File names for tables: lower-case ASCII, at most 80 characters, no device of Windows, all different.
QStringList bundleStems(const std::vector<BundleTable> &tables);

} // namespace galley
