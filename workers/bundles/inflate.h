// SPDX-License-Identifier: MIT
//
// Raw deflate data of a byte source, unpacked step by step (ISA-L). What gzip and zip members share.
//
// Threads: one at a time.
#pragma once

#include "workers/base/io.h"

struct inflate_state;

namespace galley {

/// Packed bytes of a source, looked at before they are taken.
class PackedInput
{
public:
    explicit PackedInput(std::unique_ptr<ByteSource> source);

    ByteSource &source() { return *m_source; }
    const ByteSource &source() const { return *m_source; }
    /// What is there now; empty only after fill() found the end.
    std::string_view bytes() const { return {m_buffer.get() + m_begin, m_end - m_begin}; }
    /// Makes at least `wanted` bytes (at most 1024) available; fewer only at the end of the source.
    Result<void> fill(size_t wanted);
    void take(size_t count)
    {
        m_begin += count;
        m_taken += static_cast<qint64>(count);
    }
    /// Gives back bytes taken last. REQUIRES: count <= 8, nothing filled in between.
    void giveBack(size_t count)
    {
        m_begin -= count;
        m_taken -= static_cast<qint64>(count);
    }
    qint64 taken() const { return m_taken; }
    qint64 size() const { return m_source->size(); }
    Place place() const { return m_source->place(); }

private:
    std::unique_ptr<ByteSource> m_source;
    std::unique_ptr<char[]> m_buffer;
    size_t m_begin = 0;
    size_t m_end = 0;
    qint64 m_taken = 0;
    bool m_isAtEnd = false;
};

class Inflater
{
public:
    Inflater();
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;
    ~Inflater();

    /// Begins another deflate stream.
    void reset();
    /// Unpacks into the front of `out`, returns how many bytes; 0 only when isDone(), and then `input` stands
    /// just behind the stream. Errors: Malformed, Truncated, and those of the source.
    Result<size_t> read(PackedInput &input, std::span<char> out);
    bool isDone() const { return m_isDone; }
    /// Of all bytes unpacked since reset().
    quint32 crc() const { return m_crc; }
    qint64 unpacked() const { return m_unpacked; }

private:
    /// One call of the library. True where it came to the stream's end.
    Result<bool> step(PackedInput &input);

    std::unique_ptr<inflate_state> m_state;
    quint32 m_crc = 0;
    qint64 m_unpacked = 0;
    bool m_isDone = false;
};

} // namespace galley
