// SPDX-License-Identifier: MIT
//
// A directory as an archive: the regular files below it, by their relative names.
#pragma once

#include "workers/bundles/archive.h"

namespace galley {

/// Links and special files are left out, wherever they point. Errors: as openArchive().
Result<std::unique_ptr<ArchiveReader>> openDirectoryArchive(const QString &path);
Result<std::unique_ptr<ArchiveWriter>> createDirectoryArchive(const QString &path,
                                                              const ArchiveOptions &options);

/// Whether it is one of ours that was not finished, or is no longer needed, and may be removed.
bool isUnfinishedDirectory(const QString &path);

} // namespace galley
