// SPDX-License-Identifier: MIT
//
// Reads our bundle, and foreign Data Packages, from a directory or a zip.
#pragma once

#include "workers/bundles/bundle.h"

namespace galley {

/// Errors: as openArchive(); Checksum (seal, sums), Truncated (a member is missing or short), Malformed,
/// Duplicate, UnsafePath, Unsupported (a newer format).
Result<std::unique_ptr<BundleReader>> openGalleyBundle(const QString &path, const std::stop_token &stop = {});

/// Reads a bundle that was just made back. `written`: the QuickHash of each member with rows, as it was sent:
/// what counts is that these bytes are on the disk. Errors: as openGalleyBundle(), Cancelled.
Result<void> readBackGalleyBundle(const QString &path, const QMap<QString, QByteArray> &written,
                                  const ByteProgress &progress, std::stop_token stop);

} // namespace galley
