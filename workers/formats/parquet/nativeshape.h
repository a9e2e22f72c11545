// SPDX-License-Identifier: MIT
//
// What a Parquet file of Galley's says about the table it was made from, beside what Parquet itself can say:
// native types and the key, as JSON in the footer's key-value metadata; and the column of exceptions.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/base/result.h"
#include "workers/base/rowbatch.h"
#include "workers/base/shape.h"

#include <optional>

namespace galley::parquet {

constexpr const char *kShapeKey = "galley:columns";
/// A column of text in which stands, row by row, what the typed columns cannot hold (option cells=tagged).
constexpr const char *kExceptionsColumn = "galley:cells";

QByteArray shapeToJson(const TableShape &shape);
/// Nothing where the text is none of ours.
std::optional<TableShape> shapeFromJson(const std::string &json);

/// Appends one exception: `<column number>:<bytes>:<tagged text>`; the tagged text is that of CSV's
/// cells=tagged. False for NULL.
bool appendException(ByteBuffer &out, size_t column, const Cell &cell);
/// Puts the exceptions of one row into its cells. Errors: Malformed.
Result<void> applyExceptions(std::string_view text, const TableShape &shape, std::span<Cell> row,
                             Arena &arena);

} // namespace galley::parquet
