// SPDX-License-Identifier: MIT
//
// Packs a stream into raw deflate data with ISA-L (other levels than the usual one: zlib): cut into blocks,
// each packed by itself on one of the stage's threads and ended at a byte, so that they stand one behind the
// other as one stream. Same bytes in, same bytes out, however many threads there are.
//
// Threads: one; the stage's own are hidden in it, and write nothing.
#pragma once

#include "workers/base/io.h"

namespace galley {

class DeflateStage
{
public:
    /// 0 (not packed) to 9 (smallest); 1 is by far the fastest that packs.
    static constexpr int kUsualLevel = 1;

    /// Packed bytes go to `out`, which must outlive the stage.
    explicit DeflateStage(ByteSink *out, int level = kUsualLevel);
    DeflateStage(const DeflateStage &) = delete;
    DeflateStage &operator=(const DeflateStage &) = delete;
    ~DeflateStage();

    Result<void> write(std::string_view bytes);
    /// Ends the deflate stream. Does not finish `out`.
    Result<void> finish();

    // After finish():
    quint32 crc() const { return m_crc; } ///< of what went in
    qint64 unpacked() const { return m_unpacked; }
    qint64 packed() const { return m_packed; }

private:
    struct Block;
    class Workers;

    Result<void> submit();
    Result<void> writeOut(Block &block);
    std::unique_ptr<Block> takeOldest();

    ByteSink *m_out;
    int m_level;
    std::unique_ptr<Workers> m_workers; ///< made with the second block
    std::unique_ptr<Block> m_filling;
    quint32 m_crc = 0;
    qint64 m_unpacked = 0;
    qint64 m_packed = 0;
};

} // namespace galley
