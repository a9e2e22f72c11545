// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/delta.h"

#include "workers/formats/parquet/metadata.h"
#include "workers/formats/parquet/runlength.h"

#include <algorithm>
#include <array>

namespace galley::parquet {

namespace {

constexpr quint64 kLargestBlock = 1 << 20;

Error broken()
{
    return malformed(QStringLiteral("a page of DELTA_BINARY_PACKED numbers is damaged"));
}

quint64 fromZigZag(quint64 value)
{
    return (value >> 1) ^ (~(value & 1) + 1);
}

} // namespace

Result<void> DeltaDecoder::open(std::string_view bytes, quint64 most)
{
    *this = {};
    m_at = bytes.data();
    m_end = bytes.data() + bytes.size();
    quint64 blockSize = 0;
    quint64 first = 0;
    if (!takeVarint(m_at, m_end, blockSize) || !takeVarint(m_at, m_end, m_miniblocks)
        || !takeVarint(m_at, m_end, m_left) || !takeVarint(m_at, m_end, first))
        return broken();
    if (blockSize == 0 || blockSize > kLargestBlock || m_miniblocks == 0 || blockSize % m_miniblocks != 0
        || blockSize / m_miniblocks % 8 != 0 || m_left > most)
        return broken();
    m_perMiniblock = blockSize / m_miniblocks;
    m_value = fromZigZag(first);
    return {};
}

Result<void> DeltaDecoder::nextBlock()
{
    quint64 minimum = 0;
    if (!takeVarint(m_at, m_end, minimum) || static_cast<quint64>(m_end - m_at) < m_miniblocks)
        return broken();
    m_minimum = fromZigZag(minimum);
    m_widths = m_at;
    m_widthsLeft = m_miniblocks;
    m_at += m_miniblocks;
    return {};
}

Result<void> DeltaDecoder::nextMiniblock()
{
    if (m_widthsLeft == 0)
        RETURN_IF_ERROR(nextBlock());
    m_width = static_cast<unsigned char>(*m_widths++);
    --m_widthsLeft;
    if (m_width > 64)
        return broken();
    const quint64 size = m_perMiniblock * m_width / 8;
    const auto there = static_cast<quint64>(m_end - m_at);
    // The very last may lack what only fills it up.
    const quint64 needed = (std::min(m_perMiniblock, m_left) * m_width + 7) / 8;
    if (there < needed)
        return broken();
    m_packed = m_at;
    m_packedBit = 0;
    m_at += std::min(size, there);
    m_packedEnd = m_at;
    m_inMiniblock = m_perMiniblock;
    return {};
}

Result<void> DeltaDecoder::read(std::span<qint64> out)
{
    if (out.size() > m_left)
        return malformed(QStringLiteral("a page holds fewer numbers than it says"));
    for (qint64 &value : out) {
        value = static_cast<qint64>(m_value);
        if (--m_left == 0)
            break;
        if (m_inMiniblock == 0)
            RETURN_IF_ERROR(nextMiniblock());
        m_value += m_minimum + bitsAt(m_packed, m_packedEnd, m_packedBit, m_width);
        m_packedBit += m_width;
        --m_inMiniblock;
    }
    return {};
}

Result<std::string_view> DeltaDecoder::skipToEnd()
{
    std::array<qint64, 256> ignored{};
    while (m_left > 0)
        RETURN_IF_ERROR(read(std::span(ignored).first(std::min<quint64>(ignored.size(), m_left))));
    return std::string_view(m_at, static_cast<size_t>(m_end - m_at));
}

} // namespace galley::parquet
