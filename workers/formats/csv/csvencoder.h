// SPDX-License-Identifier: MIT
//
// Rows as CSV: shortest numbers, quotes only where they are needed, NULL apart from empty text.
#pragma once

#include "workers/formats/csv/csvdialect.h"
#include "workers/formats/format.h"

namespace galley {

/// Errors: Unsupported (an encoding that cannot be written).
Result<std::unique_ptr<RowEncoder>> makeCsvEncoder(const TableShape &shape, const CsvDialect &dialect);

} // namespace galley
