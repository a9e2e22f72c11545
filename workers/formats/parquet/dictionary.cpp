// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/dictionary.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bit>

namespace galley::parquet {

namespace {

constexpr size_t kMostEntries = 16 * 1024;
constexpr size_t kMostBytes = 512UL * 1024;
/// After so many values it is first asked whether they repeat.
constexpr size_t kSample = 512;

size_t hashOf(std::string_view value)
{
    return static_cast<size_t>(XXH3_64bits(value.data(), value.size()));
}

size_t hashOf(qint64 value)
{
    auto bits = static_cast<quint64>(value) * 0x9e3779b97f4a7c15ULL;
    return static_cast<size_t>(bits ^ (bits >> 32));
}

} // namespace

void Dictionary::begin(size_t count)
{
    m_count = count;
    m_seen = 0;
    m_bytes = 0;
    m_texts.clear();
    m_numbers.clear();
    const size_t room = std::bit_ceil(std::clamp<size_t>(count, 16, kMostEntries) * 2);
    m_mask = room - 1;
    m_slots.assign(room, 0);
}

/// A new entry of `size` bytes.
bool Dictionary::isWorthIt(size_t size)
{
    const size_t entries = m_texts.size() + m_numbers.size() + 1;
    m_bytes += size;
    if (entries > kMostEntries || m_bytes > kMostBytes)
        return false;
    return m_seen < std::min(kSample, m_count) || entries * 2 <= m_seen;
}

bool Dictionary::add(std::string_view value, quint32 &index)
{
    ++m_seen;
    size_t slot = hashOf(value) & m_mask;
    for (; m_slots[slot] != 0; slot = (slot + 1) & m_mask) {
        if (m_texts[m_slots[slot] - 1] == value) {
            index = m_slots[slot] - 1;
            return true;
        }
    }
    if (!isWorthIt(value.size()))
        return false;
    m_texts.push_back(value);
    m_slots[slot] = static_cast<quint32>(m_texts.size());
    index = m_slots[slot] - 1;
    return true;
}

bool Dictionary::add(qint64 value, quint32 &index)
{
    ++m_seen;
    size_t slot = hashOf(value) & m_mask;
    for (; m_slots[slot] != 0; slot = (slot + 1) & m_mask) {
        if (m_numbers[m_slots[slot] - 1] == value) {
            index = m_slots[slot] - 1;
            return true;
        }
    }
    if (!isWorthIt(sizeof(value)))
        return false;
    m_numbers.push_back(value);
    m_slots[slot] = static_cast<quint32>(m_numbers.size());
    index = m_slots[slot] - 1;
    return true;
}

} // namespace galley::parquet
