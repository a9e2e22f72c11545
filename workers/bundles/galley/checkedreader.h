// SPDX-License-Identifier: MIT
//
// Rows of a bundle's member, its length, SHA-256 and row count held against the listing at the end.
#pragma once

#include "workers/bundles/bundle.h"

namespace galley {

/// `table` must outlive the reader. Errors: Unsupported, and those of the format's header; at the end of the
/// rows Checksum, Truncated.
Result<std::unique_ptr<RowReader>> openCheckedReader(std::unique_ptr<ByteSource> source,
                                                     const BundleTable &table, RejectSink *rejects);

} // namespace galley
