// SPDX-License-Identifier: MIT
#include "workers/formats/recordbuffer.h"

#include "workers/base/scan.h"
#include "workers/base/text.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <cstring>

namespace galley {

struct RecordBuffer::Block
{
    explicit Block(size_t size)
        : data(static_cast<char *>(std::malloc(size + kScanPadding)))
        , capacity(size)
    {
    }
    ~Block() { std::free(data); }
    Q_DISABLE_COPY_MOVE(Block)

    char *data;
    size_t capacity;
};

namespace {

/// What is known to be small takes no large block, and gets all into one.
size_t blockFor(const ByteSource &source, size_t usual)
{
    constexpr qint64 kLeast = 4096;
    const qint64 size = source.size();
    return size < 0 ? usual : std::min(usual, static_cast<size_t>(std::max(size + 1, kLeast)));
}

} // namespace

RecordBuffer::RecordBuffer(std::unique_ptr<ByteSource> source, size_t blockSize)
    : m_source(std::move(source))
    , m_blockSize(blockFor(*m_source, blockSize))
{
    m_block = freshBlock(m_blockSize);
    m_begin = m_checkedTo = m_invalid = m_end = m_block->data;
    std::memset(m_end, 0, kScanPadding);
}

std::shared_ptr<RecordBuffer::Block> RecordBuffer::freshBlock(size_t capacity)
{
    if (capacity > m_blockSize)
        return std::make_shared<Block>(capacity);
    for (const std::shared_ptr<Block> &block : m_pool) {
        if (block.use_count() == 1 && block != m_block) {
            // The last reader of the block let go of it on another thread.
            std::atomic_thread_fence(std::memory_order_acquire);
            return block;
        }
    }
    auto block = std::make_shared<Block>(m_blockSize);
    constexpr size_t kPoolSize = 8;
    if (m_pool.size() < kPoolSize)
        m_pool.push_back(block);
    return block;
}

Result<void> RecordBuffer::more()
{
    const auto left = static_cast<size_t>(m_end - m_begin);
    if (left >= kMaxRecord)
        return Error{ErrorKind::Limit,
                     QStringLiteral("a record of more than %1 MiB").arg(kMaxRecord / 1024 / 1024),
                     QStringLiteral("Check the delimiter, the quotes and the line ends."), placeOf(m_begin)};
    const ptrdiff_t checked = m_checkedTo - m_begin;
    const ptrdiff_t invalid = m_invalid - m_begin;
    const auto pooled = std::find(m_pool.begin(), m_pool.end(), m_block);
    const bool isOurs = m_block.use_count() == (pooled == m_pool.end() ? 1 : 2);
    if (isOurs && m_begin == m_block->data) {
        // A record that fills its block: the block grows where it stands, and is not kept for later.
        if (pooled != m_pool.end())
            m_pool.erase(pooled);
        const size_t capacity = std::min(std::max(m_block->capacity * 2, left + 1), kMaxRecord + m_blockSize);
        m_block->data = static_cast<char *>(std::realloc(m_block->data, capacity + kScanPadding));
        m_block->capacity = capacity;
    } else {
        std::shared_ptr<Block> next =
            freshBlock(left * 2 <= m_blockSize ? m_blockSize : left * 2 + m_blockSize);
        std::memcpy(next->data, m_begin, left);
        m_block = std::move(next);
    }
    m_begin = m_block->data;
    m_end = m_block->data + left;
    m_checkedTo = m_begin + std::min<ptrdiff_t>(checked, static_cast<ptrdiff_t>(left));
    m_invalid = m_begin + invalid;
    return fill();
}

Result<void> RecordBuffer::fill()
{
    const char *full = m_block->data + m_block->capacity;
    while (m_end < full && !m_isAtEnd) {
        ASSIGN_OR_RETURN(const size_t size, m_source->read({m_end, static_cast<size_t>(full - m_end)}));
        m_isAtEnd = size == 0;
        m_end += size;
    }
    std::memset(m_end, 0, kScanPadding);
    checkUtf8();
    return {};
}

void RecordBuffer::checkUtf8()
{
    if (m_isInvalid)
        return;
    const qsizetype at = firstInvalidUtf8({m_checkedTo, static_cast<size_t>(m_end - m_checkedTo)});
    // Up to three bytes at the end can be the beginning of a character.
    const auto isTail = [](char c) { return (c & 0xc0) == 0x80; };
    const char *bad = m_checkedTo + at;
    const bool isCut = at >= 0 && !m_isAtEnd && m_end - bad <= 3 && static_cast<unsigned char>(*bad) >= 0xc2
        && std::all_of(bad + 1, static_cast<const char *>(m_end), isTail);
    m_checkedTo = at < 0 ? m_end : m_checkedTo + at;
    m_isInvalid = at >= 0 && !isCut;
    m_invalid = m_isInvalid ? m_checkedTo : m_end;
}

void RecordBuffer::consumeTo(const char *p)
{
    consumeTo(p, countLines(m_begin, p));
}

Place RecordBuffer::placeOf(const char *p) const
{
    Place place = m_source->place();
    place.line = m_line + countLines(m_begin, p);
    const char *lineStart = p;
    while (lineStart > m_block->data && lineStart[-1] != '\n' && lineStart[-1] != '\r')
        --lineStart;
    if (lineStart == m_block->data && m_consumed > m_begin - m_block->data)
        return place;
    place.column = 1;
    for (const char *c = lineStart; c < p; ++c)
        place.column += (*c & 0xc0) != 0x80 ? 1 : 0;
    return place;
}

Error RecordBuffer::invalidUtf8Error() const
{
    return {
        ErrorKind::Encoding,
        QStringLiteral("byte %1 is no UTF-8")
            .arg(static_cast<unsigned char>(*m_invalid), 2, 16, QLatin1Char('0')),
        QStringLiteral("Say the encoding, for example --option encoding=windows-1252, or repair the line."),
        placeOf(m_invalid)};
}

qint64 countLines(const char *from, const char *to)
{
    qint64 lines = 0;
    for (const char *p = from; p < to; ++p) {
        if (*p == '\n' || (*p == '\r' && (p + 1 == to || p[1] != '\n')))
            ++lines;
    }
    return lines;
}

} // namespace galley
