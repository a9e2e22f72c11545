// SPDX-License-Identifier: MIT
//
// Rows of a CSV file as a stream. Cells point into the blocks that were read, except where quotes have to be
// taken out of them.
#pragma once

#include "workers/formats/csv/csvdetect.h"
#include "workers/formats/recordbuffer.h"

namespace galley {

/// `blockSize`: for tests.
Result<std::unique_ptr<RowReader>> openCsvReader(std::unique_ptr<ByteSource> source,
                                                 const FormatReadRequest &request,
                                                 size_t blockSize = RecordBuffer::kBlockSize);

} // namespace galley
