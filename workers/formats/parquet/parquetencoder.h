// SPDX-License-Identifier: MIT
//
// Rows as a Parquet file: each block is a row group, the footer comes at the end.
#pragma once

#include "workers/formats/format.h"
#include "workers/formats/parquet/nestedcolumn.h"

namespace galley::parquet {

/// Columns of the shape, by number, that hold JSON and are written as lists, maps and structures.
using NestedColumns = std::vector<std::pair<size_t, NestedType>>;

/// Errors: Usage, Duplicate (two columns of one name), those of NestedColumn::make().
Result<std::unique_ptr<RowEncoder>> makeParquetEncoder(const TableShape &shape, const OptionValues &options,
                                                       const NestedColumns &nested = {});

} // namespace galley::parquet
