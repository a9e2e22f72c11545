// SPDX-License-Identifier: MIT
//
// A text file as a window that always begins at a record and can be widened until the record is whole. Parsed
// cells point into its blocks, which batches keep alive.
#pragma once

#include "workers/base/io.h"

#include <memory>
#include <vector>

namespace galley {

/// Threads: one.
class RecordBuffer
{
public:
    static constexpr size_t kBlockSize = 256 * 1024;
    /// A record that does not end within these is refused.
    static constexpr size_t kMaxRecord = 128 * 1024 * 1024;

    explicit RecordBuffer(std::unique_ptr<ByteSource> source, size_t blockSize = kBlockSize);

    /// What was read and not consumed. Padded by kScanPadding readable bytes. Good until more().
    const char *begin() const { return m_begin; }
    const char *end() const { return m_end; }
    /// end() is the end of the input.
    bool isAtEnd() const { return m_isAtEnd; }
    /// Reads on; begin() then stands elsewhere in memory. REQUIRES: !isAtEnd(). Errors: those of the source,
    /// Limit.
    Result<void> more();
    /// Goes on at `p`, which stands in the window; lines up to there are counted.
    void consumeTo(const char *p);
    /// The same where the caller counted the line ends.
    void consumeTo(const char *p, qint64 lines)
    {
        m_consumed += p - m_begin;
        m_line += lines;
        m_begin = p;
    }

    /// Where the first byte stands that is no UTF-8; end() or beyond where all is well.
    const char *invalidUtf8() const { return m_invalid; }
    /// Keeps the bytes of the window where they are.
    std::shared_ptr<const void> block() const { return m_block; }

    qint64 line() const { return m_line; } ///< of begin(), from 1
    qint64 consumed() const { return m_consumed; }
    /// Where `p`, in the window, stands in the file. The column counts characters; it is 0 where the line
    /// begins before the block.
    Place placeOf(const char *p) const;
    Place place() const { return m_source->place(); }
    qint64 size() const { return m_source->size(); }
    /// Encoding error for invalidUtf8().
    Error invalidUtf8Error() const;

private:
    struct Block;

    std::shared_ptr<Block> freshBlock(size_t capacity);
    Result<void> fill();
    void checkUtf8();

    std::unique_ptr<ByteSource> m_source;
    size_t m_blockSize;
    std::shared_ptr<Block> m_block;
    std::vector<std::shared_ptr<Block>> m_pool; ///< used again once no batch holds them
    const char *m_begin = nullptr;
    char *m_end = nullptr;
    const char *m_checkedTo = nullptr;
    const char *m_invalid = nullptr;
    bool m_isAtEnd = false;
    bool m_isInvalid = false;
    qint64 m_line = 1;
    qint64 m_consumed = 0;
};

/// Line ends in a piece of text: LF, CR LF and single CR each count once. A CR at the very end counts.
qint64 countLines(const char *from, const char *to);

} // namespace galley
