// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/runlength.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace galley::parquet {

quint64 bitsAt(const char *bytes, const char *end, quint64 bit, unsigned width)
{
    if (width == 0)
        return 0;
    const char *at = bytes + bit / 8;
    const auto shift = static_cast<unsigned>(bit % 8);
    const auto left = static_cast<size_t>(end - at);
    quint64 low = 0;
    if (at < end)
        std::memcpy(&low, at, std::min(left, sizeof(low)));
    quint64 value = low >> shift;
    if (shift + width > 64 && left > 8 && at < end)
        value |= static_cast<quint64>(static_cast<unsigned char>(at[8])) << (64 - shift);
    return width == 64 ? value : value & ((quint64{1} << width) - 1);
}

bool takeVarint(const char *&at, const char *end, quint64 &value)
{
    value = 0;
    for (unsigned shift = 0; shift < 64 && at < end; shift += 7) {
        const auto byte = static_cast<unsigned char>(*at++);
        if (shift == 63 && byte > 1)
            return false;
        value |= static_cast<quint64>(byte & 0x7f) << shift;
        if ((byte & 0x80) == 0)
            return true;
    }
    return false;
}

void appendVarint(ByteBuffer &out, quint64 value)
{
    for (; value >= 0x80; value >>= 7)
        out.append(static_cast<char>((value & 0x7f) | 0x80));
    out.append(static_cast<char>(value));
}

unsigned bitWidthFor(quint32 largest)
{
    return static_cast<unsigned>(std::bit_width(largest));
}

bool RunLengthDecoder::nextRun()
{
    quint64 header = 0;
    if (!takeVarint(m_at, m_end, header) || header > 0xffffffffULL)
        return false;
    const auto left = static_cast<quint64>(m_end - m_at);
    const quint64 count = header >> 1;
    if ((header & 1) == 0) {
        const unsigned bytes = (m_bitWidth + 7) / 8;
        if (left < bytes)
            return false;
        m_runValue = 0;
        std::memcpy(&m_runValue, m_at, bytes);
        if (m_bitWidth < 32 && m_runValue >> m_bitWidth != 0)
            return false;
        m_at += bytes;
        m_runLeft = count;
        return true;
    }
    // The last group may be cut: only the values that are there count.
    const quint64 size = std::min(count * m_bitWidth, left);
    m_packed = m_at;
    m_packedEnd = m_at + size;
    m_packedBit = 0;
    m_packedLeft = m_bitWidth == 0 ? count * 8 : std::min(count * 8, size * 8 / m_bitWidth);
    m_at += size;
    return true;
}

size_t RunLengthDecoder::read(std::span<quint32> out)
{
    size_t done = 0;
    while (done < out.size()) {
        if (m_runLeft > 0) {
            const size_t count = std::min<quint64>(m_runLeft, out.size() - done);
            std::fill_n(out.data() + done, count, m_runValue);
            m_runLeft -= count;
            done += count;
        } else if (m_packedLeft > 0) {
            const size_t count = std::min<quint64>(m_packedLeft, out.size() - done);
            for (size_t i = 0; i < count; ++i, m_packedBit += m_bitWidth)
                out[done + i] = static_cast<quint32>(bitsAt(m_packed, m_packedEnd, m_packedBit, m_bitWidth));
            m_packedLeft -= count;
            done += count;
        } else if (m_at == m_end || !nextRun()) {
            break;
        }
    }
    return done;
}

namespace {

/// `count` values, filled up with zeros to a multiple of eight.
void appendPacked(ByteBuffer &out, std::span<const quint32> values, unsigned bitWidth)
{
    const size_t groups = (values.size() + 7) / 8;
    appendVarint(out, groups << 1 | 1);
    const size_t size = groups * bitWidth;
    char *p = out.room(size + sizeof(quint64));
    quint64 bits = 0;
    unsigned filled = 0;
    for (size_t i = 0; i < groups * 8; ++i) {
        const quint64 value = i < values.size() ? values[i] : 0;
        bits |= value << filled;
        filled += bitWidth;
        if (filled >= 32) {
            std::memcpy(p, &bits, 4);
            p += 4;
            bits >>= 32;
            filled -= 32;
        }
    }
    std::memcpy(p, &bits, sizeof(bits));
    out.commit(size);
}

size_t runLength(std::span<const quint32> values, size_t from)
{
    size_t end = from + 1;
    while (end < values.size() && values[end] == values[from])
        ++end;
    return end - from;
}

} // namespace

void appendRun(ByteBuffer &out, quint32 value, size_t count, unsigned bitWidth)
{
    appendVarint(out, count << 1);
    char bytes[sizeof(value)];
    std::memcpy(bytes, &value, sizeof(value));
    out.append({bytes, (bitWidth + 7) / 8});
}

void appendRunLength(ByteBuffer &out, std::span<const quint32> values, unsigned bitWidth)
{
    constexpr size_t kWorthwhile = 16; // a shorter run costs more than it saves
    size_t packedFrom = 0;
    size_t at = 0;
    while (at < values.size()) {
        const size_t length = runLength(values, at);
        // A group of eight must be full before a run can follow it.
        const size_t missing = (8 - (at - packedFrom) % 8) % 8;
        if (length < kWorthwhile + missing) {
            at += length;
            continue;
        }
        at += missing;
        if (at > packedFrom)
            appendPacked(out, values.subspan(packedFrom, at - packedFrom), bitWidth);
        appendRun(out, values[at], length - missing, bitWidth);
        at += length - missing;
        packedFrom = at;
    }
    if (packedFrom < values.size())
        appendPacked(out, values.subspan(packedFrom), bitWidth);
}

} // namespace galley::parquet
