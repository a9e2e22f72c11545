// SPDX-License-Identifier: MIT
//
// The CSV files of OpenMetadata: what is known about schemas, tables and columns, not their rows. Read as one
// table `metadata`, keyed by fully qualified names; written by an export of metadata (metadataexport.h).
#pragma once

#include "workers/bundles/bundle.h"

namespace galley {

std::unique_ptr<Bundle> makeOpenmetadataBundle();

} // namespace galley
