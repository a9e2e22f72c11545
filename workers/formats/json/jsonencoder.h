// SPDX-License-Identifier: MIT
//
// Rows as JSON objects, one a line: as an array, or as JSON Lines.
#pragma once

#include "workers/formats/format.h"

namespace galley {

/// In quotes, escaped. REQUIRES: `text` is well-formed UTF-8.
void appendJsonString(ByteBuffer &out, std::string_view text);

std::unique_ptr<RowEncoder> makeJsonEncoder(const TableShape &shape, bool isArray);

} // namespace galley
