// SPDX-License-Identifier: MIT
//
// Bytes being put together by a format's encoder: grows without clearing, is used again.
#pragma once

#include <QtGlobal>

#include <cstring>
#include <memory>
#include <string_view>

namespace galley {

class ByteBuffer
{
public:
    std::string_view view() const { return {m_data.get(), m_size}; }
    size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    void clear() { m_size = 0; }

    void append(char c)
    {
        if (m_size == m_capacity)
            grow(1);
        m_data[m_size++] = c;
    }
    void append(std::string_view bytes)
    {
        if (bytes.empty())
            return;
        std::memcpy(room(bytes.size()), bytes.data(), bytes.size());
        m_size += bytes.size();
    }
    /// Room for at least `size` bytes at the end, to be written to and then taken with commit().
    char *room(size_t size)
    {
        if (m_capacity - m_size < size)
            grow(size);
        return m_data.get() + m_size;
    }
    void commit(size_t size) { m_size += size; }
    /// Drops the end. REQUIRES: size <= this->size().
    void truncate(size_t size) { m_size = size; }

private:
    void grow(size_t more)
    {
        size_t capacity = m_capacity < 4096 ? 4096 : m_capacity * 2;
        while (capacity - m_size < more)
            capacity *= 2;
        auto data = std::make_unique_for_overwrite<char[]>(capacity);
        if (m_size > 0)
            std::memcpy(data.get(), m_data.get(), m_size);
        m_data = std::move(data);
        m_capacity = capacity;
    }

    std::unique_ptr<char[]> m_data;
    size_t m_size = 0;
    size_t m_capacity = 0;
};

} // namespace galley
