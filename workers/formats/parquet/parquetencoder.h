// SPDX-License-Identifier: MIT
//
// Rows as a Parquet file: each block is a row group, the footer comes at the end.
#pragma once

#include "workers/formats/format.h"

namespace galley::parquet {

/// Errors: Usage, Duplicate (two columns of one name).
Result<std::unique_ptr<RowEncoder>> makeParquetEncoder(const TableShape &shape, const OptionValues &options);

} // namespace galley::parquet
