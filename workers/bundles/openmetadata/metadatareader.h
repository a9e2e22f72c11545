// SPDX-License-Identifier: MIT
//
// The rows of OpenMetadata's CSV files as rows of one table, keyed by their fully qualified names and checked
// by the server's rules.
//
// Threads: one.
#pragma once

#include "workers/base/rows.h"
#include "workers/bundles/openmetadata/metadatafile.h"

namespace galley {

/// `rejects` nullptr: the first row that is wrong is an error. Errors: those of reading; Limit (more rows
/// than can be looked through for doubles).
Result<std::unique_ptr<RowReader>> openMetadataRows(std::shared_ptr<const MetadataFiles> files,
                                                    const MetadataReading &reading, RejectSink *rejects);

/// What a first look at the rows says.
struct MetadataSurvey
{
    qint64 rows = 0; ///< that are right
    std::vector<Error> warnings;
};
Result<MetadataSurvey> surveyMetadata(const std::shared_ptr<const MetadataFiles> &files,
                                      const MetadataReading &reading);

} // namespace galley
