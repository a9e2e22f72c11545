// SPDX-License-Identifier: MIT
//
// Rows of a Parquet file as a stream.
#pragma once

#include "workers/formats/format.h"

namespace galley::parquet {

Result<std::unique_ptr<RowReader>> openParquetReader(std::unique_ptr<ByteSource> source,
                                                     const FormatReadRequest &request);

/// What the footer says. Errors: those of opening.
Result<Detection> surveyParquet(std::unique_ptr<ByteSource> source, const OptionValues &options);

} // namespace galley::parquet
