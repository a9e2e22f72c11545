// SPDX-License-Identifier: MIT
//
// Rows of a ChangeSet as bytes. A row: its cells, one after the other. A changed row: the number of changed
// columns, then for each its index and the new cell. A cell: a byte with the kind (bits 0-2) and whether it
// is pinned (bit 3); then an integer as zigzag varint, a real as 8 bytes (little endian), text and bytes as
// varint length and the bytes themselves. Varints are LEB128.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/base/cell.h"

#include <span>

namespace galley {

void encodeRow(ByteBuffer &out, std::span<const Cell> row);
/// Only the cells of `after` that differ from `before`. REQUIRES: the same number of cells.
void encodeChangedRow(ByteBuffer &out, std::span<const Cell> before, std::span<const Cell> after);

/// Fills `row`; text and bytes point into `bytes`. False where these are not the bytes of a row of as many
/// cells: whatever the bytes are, nothing beyond them is read.
bool decodeRow(std::string_view bytes, std::span<Cell> row);
/// `row` holds the cells before and gets those after.
bool decodeChangedRow(std::string_view bytes, std::span<Cell> row);

} // namespace galley
