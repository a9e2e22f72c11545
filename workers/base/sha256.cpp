// SPDX-License-Identifier: MIT
#include "workers/base/sha256.h"

#include "workers/base/quickhash.h"

#include <array>

#include <openssl/evp.h>

namespace galley {

struct Sha256::Context
{
    EVP_MD_CTX *state = EVP_MD_CTX_new();
};

Sha256::Sha256()
    : m_context(std::make_unique<Context>())
{
    EVP_DigestInit_ex(m_context->state, EVP_sha256(), nullptr);
}

Sha256::~Sha256()
{
    EVP_MD_CTX_free(m_context->state);
}

void Sha256::add(std::string_view bytes)
{
    EVP_DigestUpdate(m_context->state, bytes.data(), bytes.size());
}

QByteArray Sha256::result() const
{
    EVP_MD_CTX *copy = EVP_MD_CTX_new();
    EVP_MD_CTX_copy_ex(copy, m_context->state);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest = {};
    unsigned int size = 0;
    EVP_DigestFinal_ex(copy, digest.data(), &size);
    EVP_MD_CTX_free(copy);
    return QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(size)).toHex();
}

QByteArray Sha256::of(std::string_view bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.result();
}

HashingSource::HashingSource(std::unique_ptr<ByteSource> source)
    : m_source(std::move(source))
{
}

Result<size_t> HashingSource::read(std::span<char> buffer)
{
    ASSIGN_OR_RETURN(const size_t got, m_source->read(buffer));
    m_hash.add({buffer.data(), got});
    m_byteCount += static_cast<qint64>(got);
    return got;
}

namespace {

class HashingSink final : public ByteSink
{
public:
    HashingSink(std::unique_ptr<ByteSink> sink, SinkDigest *digest)
        : m_sink(std::move(sink))
        , m_digest(digest)
    {
    }

    Result<void> write(std::string_view bytes) override
    {
        m_hash.add(bytes);
        m_quick.add(bytes);
        m_digest->bytes += static_cast<qint64>(bytes.size());
        return m_sink->write(bytes);
    }
    Result<void> finish() override
    {
        m_digest->sha256 = m_hash.result(); // first: what finishes below may compare it
        m_digest->quick = m_quick.result();
        return m_sink->finish();
    }

private:
    std::unique_ptr<ByteSink> m_sink;
    SinkDigest *m_digest;
    Sha256 m_hash;
    QuickHash m_quick;
};

} // namespace

std::unique_ptr<ByteSink> makeHashingSink(std::unique_ptr<ByteSink> sink, SinkDigest *digest)
{
    return std::make_unique<HashingSink>(std::move(sink), digest);
}

} // namespace galley
