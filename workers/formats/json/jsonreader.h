// SPDX-License-Identifier: MIT
//
// Rows of JSON objects as a stream: one object a line, or one array of objects. Every record has the same
// keys; the first says which, or what is expected.
#pragma once

#include "workers/formats/format.h"
#include "workers/formats/recordbuffer.h"

namespace galley {

/// `blockSize`: for tests.
Result<std::unique_ptr<RowReader>> openJsonReader(std::unique_ptr<ByteSource> source,
                                                  const FormatReadRequest &request, bool isArray,
                                                  size_t blockSize = RecordBuffer::kBlockSize);

} // namespace galley
