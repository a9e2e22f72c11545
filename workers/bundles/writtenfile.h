// SPDX-License-Identifier: MIT
//
// A bundle of one file, read back after it was written.
#pragma once

#include "workers/base/sha256.h"
#include "workers/bundles/bundle.h"

namespace galley {

/// A file for a bundle, packed where its name ends in .gz; `*digest` becomes that of what is written.
/// Errors: CannotCreate, Permission, Io.
Result<std::unique_ptr<ByteSink>> createBundleFile(const QString &path, bool overwrite, SinkDigest *digest);
/// Whether createBundleFile() could make it, told before anything is read for it.
Result<void> checkBundleFile(const QString &path, bool overwrite);
/// Errors: Checksum, Truncated, Io, Cancelled.
Result<void> checkWrittenFile(const QString &path, const SinkDigest &digest, const ByteProgress &progress,
                              const std::stop_token &stop);
/// Whether the file still has the bytes that it had. Errors: Checksum, Io, Cancelled.
Result<void> checkUnchangedFile(const QString &path, const QByteArray &sha256, const ByteProgress &progress,
                                const std::stop_token &stop);

} // namespace galley
