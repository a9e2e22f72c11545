// SPDX-License-Identifier: MIT
//
// OrientDB's record ids, `#cluster:position`, and sets of them that take about a bit for each record.
#pragma once

#include <QtGlobal>

#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace galley {

struct OrientRid
{
    static constexpr int kLastCluster = 32767;

    int cluster = 0;
    qint64 position = 0;
    bool operator==(const OrientRid &) const = default;
};

/// `#12:0`; no value for other text, for temporary ids (`#-1:-2`) and for numbers out of range.
std::optional<OrientRid> parseRid(std::string_view text);

/// Threads: has() on several, as long as nothing is added.
class RidSet
{
public:
    /// False where it is there already.
    bool add(OrientRid rid);
    bool has(OrientRid rid) const;

private:
    static constexpr int kChunkBits = 13;
    /// Of 8192 positions: few of them as a list, many as bits.
    struct Chunk
    {
        std::vector<quint16> few;
        std::unique_ptr<quint64[]> bits;
    };
    using Chunks = std::unordered_map<qint64, Chunk>;

    static bool addTo(Chunk &chunk, unsigned at);

    std::vector<Chunks> m_clusters;
    Chunk *m_last = nullptr; ///< of the rid that was added last
    int m_lastCluster = -1;
    qint64 m_lastChunk = -1;
};

} // namespace galley
