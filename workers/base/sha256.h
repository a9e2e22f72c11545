// SPDX-License-Identifier: MIT
//
// SHA-256 (OpenSSL, with the processor's own instructions where it has them), and a source and a sink that
// hash what passes through them.
#pragma once

#include "workers/base/io.h"

namespace galley {

/// Threads: one at a time.
class Sha256
{
public:
    Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;
    ~Sha256();

    void add(std::string_view bytes);
    /// Lower-case hexadecimal of all that was added so far; more can be added after it.
    QByteArray result() const;

    /// Of bytes that are all there.
    static QByteArray of(std::string_view bytes);

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// Hashes and counts what it passes through.
class HashingSource final : public ByteSource
{
public:
    explicit HashingSource(std::unique_ptr<ByteSource> source);

    Result<size_t> read(std::span<char> buffer) override;
    qint64 size() const override { return m_source->size(); }
    /// What is read there is not hashed.
    const RandomAccess *randomAccess() const override { return m_source->randomAccess(); }
    Place place() const override { return m_source->place(); }

    QByteArray result() const { return m_hash.result(); }
    qint64 byteCount() const { return m_byteCount; }

private:
    std::unique_ptr<ByteSource> m_source;
    Sha256 m_hash;
    qint64 m_byteCount = 0;
};

/// What a HashingSink saw; outlives the sink.
struct SinkDigest
{
    QByteArray sha256; ///< "" until the sink was finished
    QByteArray quick; ///< QuickHash, likewise
    qint64 bytes = 0;
};

/// Hashes and counts what it passes through; fills `*digest`, which must outlive it.
std::unique_ptr<ByteSink> makeHashingSink(std::unique_ptr<ByteSink> sink, SinkDigest *digest);

} // namespace galley
