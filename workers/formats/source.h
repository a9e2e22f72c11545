// SPDX-License-Identifier: MIT
//
// A file of rows whose format is not known yet: which format it is, and with what options it is read.
#pragma once

#include "workers/formats/format.h"

#include <functional>

namespace galley {

/// Opens the same bytes (unpacked) from their beginning each time it is called.
using OpenBytes = std::function<Result<std::unique_ptr<ByteSource>>()>;

/// The format `formatId`, or where it is "" the one that content and name speak for. Reads the first 64 KiB.
/// Errors: Usage (no such format), Unsupported, and those of opening and reading.
Result<const Format *> chooseFormat(const OpenBytes &open, const QString &fileName, const QString &formatId);

/// Bytes from memory, then those of `rest`: puts back what was read to look at it.
std::unique_ptr<ByteSource> withHead(QByteArray head, std::unique_ptr<ByteSource> rest);

/// The same source, owned by somebody else who outlives it.
std::unique_ptr<ByteSource> borrowed(ByteSource &source);

/// `orders.2024.csv.gz` as a table: the name without folders and without the suffixes of formats and of gzip.
QString tableNameOf(const QString &fileName);

} // namespace galley
