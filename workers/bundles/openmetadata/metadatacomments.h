// SPDX-License-Identifier: MIT
//
// The descriptions of tables and columns in OpenMetadata's CSV as rows of the table of comments that a
// database keeps (workers/engines/comments).
//
// Threads: one.
#pragma once

#include "workers/bundles/openmetadata/metadatareader.h"

namespace galley {

/// Service and database of the names do not count; databases, schemas and nested columns have no comments
/// here and are left out. Errors: Schema (no column description), and those of openMetadataRows().
Result<std::unique_ptr<RowReader>> openMetadataComments(std::shared_ptr<const MetadataFiles> files,
                                                        const MetadataReading &reading, RejectSink *rejects);
/// What is left out though somebody described it.
Result<std::vector<Error>> surveyMetadataComments(const std::shared_ptr<const MetadataFiles> &files,
                                                  const MetadataReading &reading);

} // namespace galley
