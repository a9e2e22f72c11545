// SPDX-License-Identifier: MIT
#include "workers/base/rowdigest.h"

#include "workers/base/bytebuffer.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <QtEndian>

namespace galley {

namespace {

void append(ByteBuffer &out, const Cell &cell)
{
    char *place = out.room(9);
    place[0] = static_cast<char>(cell.kind());
    quint64 word = 0;
    switch (cell.kind()) {
    case CellKind::Null:
        break;
    case CellKind::Integer:
        word = static_cast<quint64>(cell.asInteger());
        break;
    case CellKind::Real: // equal cells, equal bits: one zero and one NaN
        word = std::isnan(cell.asReal()) ? ~quint64(0) : std::bit_cast<quint64>(cell.asReal() + 0.0);
        break;
    case CellKind::Text:
    case CellKind::Bytes:
        word = cell.view().size();
        break;
    }
    std::memcpy(place + 1, &word, sizeof word);
    out.commit(9);
    if (cell.kind() == CellKind::Text || cell.kind() == CellKind::Bytes)
        out.append(cell.view());
}

} // namespace

void RowsDigest::add(std::span<const Cell> row)
{
    thread_local ByteBuffer buffer;
    buffer.clear();
    for (const Cell &cell : row)
        append(buffer, cell);
    const XXH128_hash_t hash = XXH3_128bits(buffer.view().data(), buffer.size());
    const quint64 low = m_low;
    m_low += hash.low64;
    m_high += hash.high64 + (m_low < low ? 1 : 0);
    ++m_rows;
}

void RowsDigest::add(const RowsDigest &other)
{
    const quint64 low = m_low;
    m_low += other.m_low;
    m_high += other.m_high + (m_low < low ? 1 : 0);
    m_rows += other.m_rows;
}

QByteArray RowsDigest::bytes() const
{
    QByteArray out(16, '\0');
    qToBigEndian(m_high, out.data());
    qToBigEndian(m_low, out.data() + 8);
    return out;
}

} // namespace galley
