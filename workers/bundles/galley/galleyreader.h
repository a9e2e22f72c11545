// SPDX-License-Identifier: MIT
//
// Reads our bundle, and foreign Data Packages, from a directory or a zip.
#pragma once

#include "workers/bundles/bundle.h"

namespace galley {

/// Errors: as openArchive(); Checksum (seal, sums), Truncated (a member is missing or short), Malformed,
/// Duplicate, UnsafePath, Unsupported (a newer format).
Result<std::unique_ptr<BundleReader>> openGalleyBundle(const QString &path);

} // namespace galley
