// SPDX-License-Identifier: MIT
//
// Apache Parquet: typed columns, packed, in row groups.
#pragma once

#include "workers/formats/format.h"

namespace galley {

std::unique_ptr<Format> makeParquetFormat();

} // namespace galley
