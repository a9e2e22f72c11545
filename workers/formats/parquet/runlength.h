// SPDX-License-Identifier: MIT
//
// Runs and bit-packed groups of small numbers (the format's RLE hybrid): levels, dictionary indexes,
// booleans.
#pragma once

#include "workers/base/bytebuffer.h"

#include <QtGlobal>

#include <span>
#include <string_view>

namespace galley::parquet {

/// Reads what bytes there are; never beyond.
class RunLengthDecoder
{
public:
    RunLengthDecoder() = default;
    /// REQUIRES: bitWidth <= 32.
    RunLengthDecoder(std::string_view bytes, unsigned bitWidth)
        : m_at(bytes.data())
        , m_end(bytes.data() + bytes.size())
        , m_bitWidth(bitWidth)
    {
    }
    /// Fills the front of `out`; fewer than asked for only where the bytes end or make no sense.
    size_t read(std::span<quint32> out);

private:
    bool nextRun();

    const char *m_at = nullptr;
    const char *m_end = nullptr;
    unsigned m_bitWidth = 0;
    quint64 m_runLeft = 0;
    quint32 m_runValue = 0;
    quint64 m_packedLeft = 0;
    quint64 m_packedBit = 0; ///< of the next value, from m_packed
    const char *m_packed = nullptr;
    const char *m_packedEnd = nullptr;
};

/// Appends `values` in runs and groups. REQUIRES: each fits into bitWidth bits, bitWidth <= 32.
void appendRunLength(ByteBuffer &out, std::span<const quint32> values, unsigned bitWidth);

/// Appends `count` times `value`. REQUIRES: it fits into bitWidth bits.
void appendRun(ByteBuffer &out, quint32 value, size_t count, unsigned bitWidth);

/// Bits that hold every number up to `largest`.
unsigned bitWidthFor(quint32 largest);

/// The `width` bits from bit `bit` of the bytes up to `end`; missing bytes are 0. REQUIRES: width <= 64.
quint64 bitsAt(const char *bytes, const char *end, quint64 bit, unsigned width);

/// A number of seven bits a byte, low ones first. False where there is none of 64 bits.
bool takeVarint(const char *&at, const char *end, quint64 &value);
void appendVarint(ByteBuffer &out, quint64 value);

} // namespace galley::parquet
