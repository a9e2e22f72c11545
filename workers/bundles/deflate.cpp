// SPDX-License-Identifier: MIT
#include "workers/bundles/deflate.h"

#include "workers/bundles/expansion.h"

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <zlib.h>

namespace galley {

namespace {

constexpr size_t kBlockSize = 512 * 1024;
/// Incompressible data grow by 5 bytes each 64 KiB, and a flush adds a few.
constexpr size_t kPackedRoom = kBlockSize + kBlockSize / 64 + 4096;
constexpr size_t kBlocksInWork = 6;
/// Honest data may pack better than what readers take for a bomb (expansion.h): empty stored blocks keep them
/// apart.
constexpr size_t kBestRatio = static_cast<size_t>(kExpansionRatio) * 4 / 5;
constexpr std::string_view kEmptyBlock("\0\0\0\xff\xff", 5);
/// The head of a stored block of one byte, which follows.
constexpr std::string_view kOneStoredByte("\0\1\0\376\377", 5);
/// An empty last block: ends a deflate stream.
constexpr std::string_view kStreamEnd("\x03\x00", 2);

/// Packs one block after the other, one for each thread.
class Packer
{
public:
    explicit Packer(int level)
        : m_level(level)
    {
    }
    Packer(const Packer &) = delete;
    Packer &operator=(const Packer &) = delete;
    ~Packer()
    {
        if (m_zlib)
            deflateEnd(&*m_zlib);
    }

    /// Returns the packed size. REQUIRES: inSize > 0, kPackedRoom bytes at `out`.
    size_t pack(const char *in, size_t inSize, char *out)
    {
        return m_level == DeflateStage::kUsualLevel ? packFast(in, inSize, out) : packWell(in, inSize, out);
    }

private:
    /// With ISA-L. The first byte is stored and given to ISA-L as a dictionary: without history,
    /// ISA-L 2.30 hashes the second byte with what a register happens to hold, and the packed bytes then
    /// depend on the address of the stream.
    size_t packFast(const char *in, size_t inSize, char *out)
    {
        std::memcpy(out, kOneStoredByte.data(), kOneStoredByte.size());
        out[kOneStoredByte.size()] = in[0];
        constexpr size_t stored = kOneStoredByte.size() + 1;
        auto *bytes = reinterpret_cast<uint8_t *>(const_cast<char *>(in));
        isal_deflate_init(&m_isal);
        m_isal.level = 1;
        m_isal.level_buf = m_memory.get();
        m_isal.level_buf_size = ISAL_DEF_LVL1_DEFAULT;
        isal_deflate_set_dict(&m_isal, bytes, 1);
        m_isal.flush = FULL_FLUSH;
        m_isal.end_of_stream = 0;
        m_isal.next_in = bytes + 1;
        m_isal.avail_in = static_cast<uint32_t>(inSize - 1);
        m_isal.next_out = reinterpret_cast<uint8_t *>(out + stored);
        m_isal.avail_out = static_cast<uint32_t>(kPackedRoom - stored);
        isal_deflate(&m_isal);
        Q_ASSERT(m_isal.avail_in == 0 && m_isal.avail_out > 0);
        return kPackedRoom - m_isal.avail_out;
    }
    size_t packWell(const char *in, size_t inSize, char *out)
    {
        constexpr int kRawDeflate = -15;
        constexpr int kUsualMemory = 8;
        if (!m_zlib) {
            m_zlib.emplace();
            if (deflateInit2(&*m_zlib, m_level, Z_DEFLATED, kRawDeflate, kUsualMemory, Z_DEFAULT_STRATEGY)
                != Z_OK)
                throw std::bad_alloc(); // it has no other reason
        }
        deflateReset(&*m_zlib);
        m_zlib->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(in));
        m_zlib->avail_in = static_cast<uInt>(inSize);
        m_zlib->next_out = reinterpret_cast<Bytef *>(out);
        m_zlib->avail_out = static_cast<uInt>(kPackedRoom);
        deflate(&*m_zlib, Z_FULL_FLUSH);
        Q_ASSERT(m_zlib->avail_in == 0 && m_zlib->avail_out > 0);
        return kPackedRoom - m_zlib->avail_out;
    }

    int m_level;
    isal_zstream m_isal = {};
    std::unique_ptr<uint8_t[]> m_memory = std::make_unique_for_overwrite<uint8_t[]>(ISAL_DEF_LVL1_DEFAULT);
    std::optional<z_stream> m_zlib;
};

} // namespace

struct DeflateStage::Block
{
    std::unique_ptr<char[]> raw = std::make_unique_for_overwrite<char[]>(kBlockSize);
    std::unique_ptr<char[]> packed = std::make_unique_for_overwrite<char[]>(kPackedRoom);
    size_t rawSize = 0;
    size_t packedSize = 0;
    quint32 crc = 0;
    bool isTaken = false; ///< by a worker
    bool isPacked = false;

    void pack(Packer &packer)
    {
        packedSize = packer.pack(raw.get(), rawSize, packed.get());
        while (packedSize * kBestRatio < rawSize) {
            std::memcpy(packed.get() + packedSize, kEmptyBlock.data(), kEmptyBlock.size());
            packedSize += kEmptyBlock.size();
        }
        crc = crc32_gzip_refl(0, reinterpret_cast<const unsigned char *>(raw.get()), rawSize);
    }
};

/// Blocks in the order of the stream, and the threads that pack them.
class DeflateStage::Workers
{
public:
    explicit Workers(int level)
        : m_level(level)
    {
        const unsigned count = std::clamp(std::thread::hardware_concurrency(), 1U, 2U);
        for (unsigned i = 0; i < count; ++i)
            m_threads.emplace_back([this] { work(); });
    }
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;
    ~Workers()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isEnding = true;
        }
        m_changed.notify_all();
        for (std::thread &thread : m_threads)
            thread.join();
    }

    size_t count() const { return m_blocks.size(); }
    void add(std::unique_ptr<Block> block)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_blocks.push_back(std::move(block));
        }
        m_changed.notify_all();
    }
    /// Waits until the oldest block is packed. REQUIRES: count() > 0.
    std::unique_ptr<Block> takeOldest()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_blocks.front()->isPacked; });
        std::unique_ptr<Block> oldest = std::move(m_blocks.front());
        m_blocks.pop_front();
        return oldest;
    }

private:
    Block *nextToPack()
    {
        for (const auto &block : m_blocks) {
            if (!block->isTaken)
                return block.get();
        }
        return nullptr;
    }
    void work()
    {
        Packer packer(m_level);
        std::unique_lock lock(m_mutex);
        while (!m_isEnding) {
            Block *block = nextToPack();
            if (block == nullptr) {
                m_changed.wait(lock);
                continue;
            }
            block->isTaken = true;
            lock.unlock();
            block->pack(packer);
            lock.lock();
            block->isPacked = true;
            m_changed.notify_all();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::unique_ptr<Block>> m_blocks; ///< only the stage's thread adds and removes
    std::vector<std::thread> m_threads;
    bool m_isEnding = false;
    int m_level;
};

DeflateStage::DeflateStage(ByteSink *out, int level)
    : m_out(out)
    , m_level(level)
    , m_filling(std::make_unique<Block>())
{
}

DeflateStage::~DeflateStage() = default;

Result<void> DeflateStage::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        if (m_filling->rawSize == kBlockSize)
            RETURN_IF_ERROR(submit());
        const size_t count = std::min(bytes.size(), kBlockSize - m_filling->rawSize);
        std::memcpy(m_filling->raw.get() + m_filling->rawSize, bytes.data(), count);
        m_filling->rawSize += count;
        bytes.remove_prefix(count);
    }
    return {};
}

Result<void> DeflateStage::submit()
{
    if (!m_workers)
        m_workers = std::make_unique<Workers>(m_level);
    m_workers->add(std::move(m_filling));
    if (m_workers->count() < kBlocksInWork) {
        m_filling = std::make_unique<Block>();
        return {};
    }
    m_filling = m_workers->takeOldest();
    RETURN_IF_ERROR(writeOut(*m_filling));
    m_filling->rawSize = 0;
    m_filling->isTaken = false;
    m_filling->isPacked = false;
    return {};
}

Result<void> DeflateStage::writeOut(Block &block)
{
    m_crc = static_cast<quint32>(crc32_combine(m_crc, block.crc, static_cast<z_off_t>(block.rawSize)));
    m_unpacked += static_cast<qint64>(block.rawSize);
    m_packed += static_cast<qint64>(block.packedSize);
    return m_out->write({block.packed.get(), block.packedSize});
}

Result<void> DeflateStage::finish()
{
    if (m_workers) {
        if (m_filling->rawSize > 0)
            m_workers->add(std::move(m_filling));
        while (m_workers->count() > 0)
            RETURN_IF_ERROR(writeOut(*m_workers->takeOldest()));
        m_workers.reset();
    } else if (m_filling->rawSize > 0) {
        Packer packer(m_level);
        m_filling->pack(packer);
        RETURN_IF_ERROR(writeOut(*m_filling));
    }
    m_packed += static_cast<qint64>(kStreamEnd.size());
    return m_out->write(kStreamEnd);
}

} // namespace galley
