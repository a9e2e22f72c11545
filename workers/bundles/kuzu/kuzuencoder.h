// SPDX-License-Identifier: MIT
//
// Rows of a database as a data file that IMPORT DATABASE reads.
#pragma once

#include "workers/bundles/bundle.h"
#include "workers/formats/format.h"

namespace galley {

/// `table` is an entry that planKuzu() made. Errors: Unsupported.
Result<std::unique_ptr<RowEncoder>> makeKuzuEncoder(const BundleTable &table, const OptionValues &options);

} // namespace galley
