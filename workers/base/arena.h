// SPDX-License-Identifier: MIT
//
// Memory for the bytes of many cells: handed out in pieces, given back all at once, kept for the next batch.
#pragma once

#include <QtGlobal>

#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace galley {

/// Pieces never move; they are good until clear() or destruction.
class Arena
{
public:
    char *allocate(size_t size)
    {
        if (size > m_left)
            return allocateSlow(size);
        char *piece = m_next;
        m_next += size;
        m_left -= size;
        m_used += size;
        return piece;
    }
    std::string_view store(std::string_view bytes)
    {
        if (bytes.empty())
            return {"", 0};
        char *piece = allocate(bytes.size());
        std::memcpy(piece, bytes.data(), bytes.size());
        return {piece, bytes.size()};
    }
    /// Gives the unused end of the last piece back. REQUIRES: `piece` is the last one allocated, of `size`
    /// bytes.
    void shrinkLast(size_t size, size_t used)
    {
        m_next -= size - used;
        m_left += size - used;
        m_used -= size - used;
    }
    /// Bytes handed out since the last clear().
    size_t used() const { return m_used; }
    /// Forgets all pieces. Keeps the memory of ordinary chunks, frees that of oversized ones.
    void clear();

private:
    char *allocateSlow(size_t size);

    std::vector<std::unique_ptr<char[]>> m_chunks; ///< of kChunkSize each
    std::vector<std::unique_ptr<char[]>> m_large; ///< one piece each
    size_t m_currentChunk = 0; ///< chunks in use; the last of them is being filled
    char *m_next = nullptr;
    size_t m_left = 0;
    size_t m_used = 0;
};

} // namespace galley
