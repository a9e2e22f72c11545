// SPDX-License-Identifier: MIT
//
// DELTA_BINARY_PACKED: numbers as differences, in blocks of bit-packed miniblocks.
#pragma once

#include "workers/base/result.h"

#include <span>
#include <string_view>

namespace galley::parquet {

/// Decodes as it is asked to: what a header claims costs no memory.
class DeltaDecoder
{
public:
    /// Errors: Malformed, also where there are more than `most` numbers.
    Result<void> open(std::string_view bytes, quint64 most);
    /// Values that are left.
    quint64 left() const { return m_left; }
    /// Fills `out`. Differences wrap around at 64 bits. Errors: Malformed, where there are not that many.
    Result<void> read(std::span<qint64> out);
    /// Reads over the rest; then what follows the numbers. Errors: Malformed.
    Result<std::string_view> skipToEnd();

private:
    Result<void> nextMiniblock();
    Result<void> nextBlock();

    const char *m_at = nullptr;
    const char *m_end = nullptr;
    quint64 m_perMiniblock = 0;
    quint64 m_miniblocks = 0;
    quint64 m_left = 0;
    quint64 m_value = 0; ///< the next one, as long as any is left
    quint64 m_minimum = 0;
    const char *m_widths = nullptr; ///< of the miniblocks of this block that are left
    quint64 m_widthsLeft = 0;
    unsigned m_width = 0;
    const char *m_packed = nullptr;
    const char *m_packedEnd = nullptr;
    quint64 m_packedBit = 0;
    quint64 m_inMiniblock = 0; ///< left
};

} // namespace galley::parquet
