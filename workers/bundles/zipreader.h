// SPDX-License-Identifier: MIT
//
// A zip as an archive. QuaZip finds the members; that they are what they claim was checked before
// (zipdirectory.h), and they are unpacked and checked here.
#pragma once

#include "workers/bundles/archive.h"

namespace galley {

/// Errors: as openArchive().
Result<std::unique_ptr<ArchiveReader>> openZipArchive(const QString &path);

} // namespace galley
