// SPDX-License-Identifier: MIT
#include "workers/base/arena.h"

namespace galley {

namespace {
constexpr size_t kChunkSize = 128 * 1024;
} // namespace

char *Arena::allocateSlow(size_t size)
{
    m_used += size;
    if (size > kChunkSize / 4) {
        m_large.push_back(std::make_unique_for_overwrite<char[]>(size));
        // A later shrinkLast() must find the piece at the end of the current chunk's free space, which a
        // large piece is not: from here on the rest of the current chunk is left alone.
        m_next = m_large.back().get() + size;
        m_left = 0;
        return m_large.back().get();
    }
    if (m_currentChunk == m_chunks.size())
        m_chunks.push_back(std::make_unique_for_overwrite<char[]>(kChunkSize));
    char *piece = m_chunks[m_currentChunk++].get();
    m_next = piece + size;
    m_left = kChunkSize - size;
    return piece;
}

void Arena::clear()
{
    m_large.clear();
    m_currentChunk = 0;
    m_next = nullptr;
    m_left = 0;
    m_used = 0;
}

} // namespace galley
