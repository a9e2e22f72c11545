// SPDX-License-Identifier: MIT
//
// Writes a zip: members are packed by a DeflateStage into a nameless file and put into the zip as they are.
#pragma once

#include "workers/bundles/archive.h"

namespace galley {

Result<std::unique_ptr<ArchiveWriter>> createZipArchive(const QString &path, const ArchiveOptions &options);

} // namespace galley
