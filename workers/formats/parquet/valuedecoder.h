// SPDX-License-Identifier: MIT
//
// The encodings of values in a page: bytes as numbers and pieces of bytes, some hundred at a time.
#pragma once

#include "workers/base/arena.h"
#include "workers/formats/parquet/valuetype.h"

#include <memory>

namespace galley::parquet {

/// Values that are decoded at once. Small, as wide tables have a reader for each column.
constexpr size_t kSlice = 256;

/// Which of the three is filled goes by the physical type: Boolean, Int32 and Int64 are integers, Float and
/// Double reals, the others bytes (which stay in the page or go to an arena).
struct RawValues
{
    std::vector<qint64> integers = std::vector<qint64>(kSlice);
    std::vector<double> reals = std::vector<double>(kSlice);
    std::vector<std::string_view> bytes = std::vector<std::string_view>(kSlice);
};

class ValueDecoder
{
public:
    virtual ~ValueDecoder() = default;
    /// The next `count` values. REQUIRES: count <= kSlice. Errors: Malformed, where there are fewer; Limit.
    virtual Result<void> read(size_t count, RawValues &out, Arena &arena) = 0;
};

/// `most`: values in the page. `bytes` outlive the decoder. Errors: Unsupported, Malformed.
Result<std::unique_ptr<ValueDecoder>> makeValueDecoder(const ValueType &type, qint32 encoding,
                                                       std::string_view bytes, quint64 most);

} // namespace galley::parquet
