// SPDX-License-Identifier: MIT
#include "workers/bundles/orientdb/orientrid.h"

#include <algorithm>

namespace galley {

namespace {

constexpr size_t kFewPositions = 64;

/// Digits up to `end` or another character; -1 where there are none or too many.
qint64 takeDigits(const char *&p, const char *end)
{
    const char *start = p;
    qint64 value = 0;
    while (p < end && *p >= '0' && *p <= '9') {
        if (p - start >= 18)
            return -1;
        value = value * 10 + (*p++ - '0');
    }
    return p == start ? -1 : value;
}

} // namespace

std::optional<OrientRid> parseRid(std::string_view text)
{
    const char *p = text.data();
    const char *end = p + text.size();
    if (p == end || *p++ != '#')
        return {};
    const qint64 cluster = takeDigits(p, end);
    if (cluster < 0 || cluster > OrientRid::kLastCluster || p == end || *p++ != ':')
        return {};
    const qint64 position = takeDigits(p, end);
    if (position < 0 || p != end)
        return {};
    return OrientRid{static_cast<int>(cluster), position};
}

bool RidSet::addTo(Chunk &chunk, unsigned at)
{
    if (chunk.bits == nullptr) {
        const auto place = std::lower_bound(chunk.few.begin(), chunk.few.end(), at);
        if (place != chunk.few.end() && *place == at)
            return false;
        chunk.few.insert(place, static_cast<quint16>(at));
        if (chunk.few.size() <= kFewPositions)
            return true;
        chunk.bits = std::make_unique<quint64[]>((size_t{1} << kChunkBits) / 64);
        for (const quint16 known : chunk.few)
            chunk.bits[known / 64U] |= quint64{1} << (known % 64U);
        chunk.few = {};
        return true;
    }
    quint64 &word = chunk.bits[at / 64];
    const quint64 bit = quint64{1} << (at % 64);
    const bool isNew = (word & bit) == 0;
    word |= bit;
    return isNew;
}

bool RidSet::add(OrientRid rid)
{
    const qint64 number = rid.position >> kChunkBits;
    if (m_last == nullptr || rid.cluster != m_lastCluster || number != m_lastChunk) {
        const auto cluster = static_cast<size_t>(rid.cluster);
        if (m_clusters.size() <= cluster)
            m_clusters.resize(cluster + 1);
        m_last = &m_clusters[cluster][number];
        m_lastCluster = rid.cluster;
        m_lastChunk = number;
    }
    return addTo(*m_last, static_cast<unsigned>(rid.position & ((1 << kChunkBits) - 1)));
}

bool RidSet::has(OrientRid rid) const
{
    const auto cluster = static_cast<size_t>(rid.cluster);
    if (cluster >= m_clusters.size())
        return false;
    const auto found = m_clusters[cluster].find(rid.position >> kChunkBits);
    if (found == m_clusters[cluster].end())
        return false;
    const Chunk &chunk = found->second;
    const auto at = static_cast<unsigned>(rid.position & ((1 << kChunkBits) - 1));
    if (chunk.bits != nullptr)
        return (chunk.bits[at / 64] >> (at % 64) & 1) != 0;
    return std::binary_search(chunk.few.begin(), chunk.few.end(), at);
}

} // namespace galley
