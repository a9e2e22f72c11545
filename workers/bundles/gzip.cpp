// SPDX-License-Identifier: MIT
#include "workers/bundles/gzip.h"

#include "workers/bundles/expansion.h"
#include "workers/bundles/inflate.h"

#include <algorithm>
#include <cstring>

#include <isa-l/crc.h>

namespace galley {

namespace {

// RFC 1952, 2.3.1
constexpr unsigned char kFlagHeaderCrc = 2;
constexpr unsigned char kFlagExtra = 4;
constexpr unsigned char kFlagName = 8;
constexpr unsigned char kFlagComment = 16;
constexpr unsigned char kFlagsReserved = 0xe0;
constexpr size_t kHeaderSize = 10;
constexpr size_t kTrailerSize = 8;
constexpr qint64 kLongestText = 64 * 1024; ///< a name or comment in the header

unsigned char byteAt(std::string_view bytes, size_t index)
{
    return static_cast<unsigned char>(bytes[index]);
}

quint32 littleEndian32(std::string_view bytes)
{
    quint32 value = 0;
    for (size_t i = 4; i-- > 0;)
        value = value << 8 | byteAt(bytes, i);
    return value;
}

bool isGzip(std::string_view head)
{
    return head.size() >= 2 && byteAt(head, 0) == 0x1f && byteAt(head, 1) == 0x8b;
}

class GzipSource final : public ByteSource
{
public:
    explicit GzipSource(PackedInput input)
        : m_input(std::move(input))
    {
    }

    Result<size_t> read(std::span<char> buffer) override
    {
        while (!buffer.empty()) {
            if (!m_isInMember) {
                ASSIGN_OR_RETURN(m_isInMember, beginMember());
                if (!m_isInMember)
                    return size_t{0};
            }
            ASSIGN_OR_RETURN(const size_t got, m_inflater.read(m_input, buffer));
            m_unpackedBefore += static_cast<qint64>(got);
            if (isTooFarExpanded(m_input.taken(), m_unpackedBefore))
                return fail(
                    ErrorKind::Limit,
                    QStringLiteral("this unpacks to more than %1 times its size").arg(kExpansionRatio),
                    QStringLiteral("If you trust it, unpack it yourself and give the unpacked file."));
            if (m_inflater.isDone())
                RETURN_IF_ERROR(endMember());
            if (got > 0)
                return got;
        }
        return size_t{0};
    }
    Place place() const override { return m_input.place(); }

private:
    Error fail(ErrorKind kind, const QString &message, const QString &hint)
    {
        return Error{kind, message, hint, place()};
    }
    Error truncated()
    {
        return fail(ErrorKind::Truncated, QStringLiteral("the gzip data end too early"),
                    QStringLiteral("Get the file again: it was cut off."));
    }
    /// False at the end of the file.
    Result<bool> beginMember()
    {
        RETURN_IF_ERROR(m_input.fill(kHeaderSize));
        const std::string_view head = m_input.bytes();
        if (head.empty() && !m_isFirst)
            return false;
        if (!m_isFirst && !isGzip(head))
            return fail(ErrorKind::Malformed, QStringLiteral("bytes that are not gzip follow the gzip data"),
                        QStringLiteral("Get the file again, or cut off what does not belong to it."));
        m_isFirst = false;
        if (head.size() < kHeaderSize)
            return truncated();
        RETURN_IF_ERROR(readHeader());
        m_inflater.reset();
        return true;
    }
    Result<void> readHeader()
    {
        const std::string_view head = m_input.bytes();
        const unsigned method = byteAt(head, 2);
        const unsigned flags = byteAt(head, 3);
        if (method != 8)
            return fail(ErrorKind::Unsupported, QStringLiteral("unknown gzip method %1").arg(method), {});
        if ((flags & kFlagsReserved) != 0)
            return fail(ErrorKind::Malformed, QStringLiteral("reserved flags are set in the gzip header"),
                        QStringLiteral("Get the file again."));
        m_headerCrc = 0;
        takeOfHeader(kHeaderSize);
        if ((flags & kFlagExtra) != 0)
            RETURN_IF_ERROR(skipExtra());
        if ((flags & kFlagName) != 0)
            RETURN_IF_ERROR(skipText());
        if ((flags & kFlagComment) != 0)
            RETURN_IF_ERROR(skipText());
        return (flags & kFlagHeaderCrc) != 0 ? checkHeaderCrc() : Result<void>();
    }
    void takeOfHeader(size_t count)
    {
        const std::string_view bytes = m_input.bytes().substr(0, count);
        m_headerCrc =
            crc32_gzip_refl(m_headerCrc, reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size());
        m_input.take(count);
    }
    Result<void> skipExtra()
    {
        RETURN_IF_ERROR(m_input.fill(2));
        if (m_input.bytes().size() < 2)
            return truncated();
        size_t left = byteAt(m_input.bytes(), 0) | static_cast<size_t>(byteAt(m_input.bytes(), 1)) << 8;
        takeOfHeader(2);
        while (left > 0) {
            RETURN_IF_ERROR(m_input.fill(1));
            const size_t count = std::min(left, m_input.bytes().size());
            if (count == 0)
                return truncated();
            takeOfHeader(count);
            left -= count;
        }
        return {};
    }
    Result<void> skipText()
    {
        const qint64 start = m_input.taken();
        for (;;) {
            RETURN_IF_ERROR(m_input.fill(1));
            const std::string_view bytes = m_input.bytes();
            if (bytes.empty())
                return truncated();
            const size_t end = bytes.find('\0');
            takeOfHeader(end == std::string_view::npos ? bytes.size() : end + 1);
            if (end != std::string_view::npos)
                return {};
            if (m_input.taken() - start > kLongestText)
                return fail(ErrorKind::Malformed, QStringLiteral("the gzip header never ends"), {});
        }
    }
    Result<void> checkHeaderCrc()
    {
        RETURN_IF_ERROR(m_input.fill(2));
        const std::string_view bytes = m_input.bytes();
        if (bytes.size() < 2)
            return truncated();
        if ((byteAt(bytes, 0) | byteAt(bytes, 1) << 8) != static_cast<int>(m_headerCrc & 0xffff))
            return fail(ErrorKind::Checksum, QStringLiteral("the checksum of the gzip header is wrong"),
                        QStringLiteral("Get the file again."));
        m_input.take(2);
        return {};
    }
    Result<void> endMember()
    {
        RETURN_IF_ERROR(m_input.fill(kTrailerSize));
        const std::string_view trailer = m_input.bytes();
        if (trailer.size() < kTrailerSize)
            return truncated();
        if (littleEndian32(trailer) != m_inflater.crc())
            return fail(ErrorKind::Checksum,
                        QStringLiteral("the checksum (CRC-32) of the gzip data is wrong"),
                        QStringLiteral("Get the file again."));
        if (littleEndian32(trailer.substr(4)) != static_cast<quint32>(m_inflater.unpacked() & 0xffffffff))
            return fail(ErrorKind::Checksum, QStringLiteral("the length in the gzip data is wrong"),
                        QStringLiteral("Get the file again."));
        m_input.take(kTrailerSize);
        m_isInMember = false;
        return {};
    }

    PackedInput m_input;
    Inflater m_inflater;
    quint32 m_headerCrc = 0;
    qint64 m_unpackedBefore = 0;
    bool m_isFirst = true;
    bool m_isInMember = false;
};

/// What was looked at to see that it is not packed, and then the rest.
class PlainSource final : public ByteSource
{
public:
    explicit PlainSource(PackedInput input)
        : m_input(std::move(input))
    {
    }
    Result<size_t> read(std::span<char> buffer) override
    {
        const std::string_view ready = m_input.bytes();
        if (ready.empty())
            return m_input.source().read(buffer);
        const size_t count = std::min(ready.size(), buffer.size());
        std::memcpy(buffer.data(), ready.data(), count);
        m_input.take(count);
        return count;
    }
    qint64 size() const override { return m_input.size(); }
    const RandomAccess *randomAccess() const override { return m_input.source().randomAccess(); }
    Place place() const override { return m_input.place(); }

private:
    PackedInput m_input;
};

/// RFC 1952: no time, no name, "unknown" system: the same bytes everywhere.
constexpr std::string_view kHeader("\x1f\x8b\x08\0\0\0\0\0\0\xff", kHeaderSize);

class GzipSink final : public ByteSink
{
public:
    GzipSink(std::unique_ptr<ByteSink> sink, int level)
        : m_sink(std::move(sink))
        , m_stage(m_sink.get(), level)
    {
    }
    Result<void> write(std::string_view bytes) override
    {
        RETURN_IF_ERROR(writeHeader());
        return m_stage.write(bytes);
    }
    Result<void> finish() override
    {
        RETURN_IF_ERROR(writeHeader());
        RETURN_IF_ERROR(m_stage.finish());
        char trailer[kTrailerSize];
        for (unsigned i = 0; i < 4; ++i) {
            trailer[i] = static_cast<char>(m_stage.crc() >> (8 * i) & 0xff);
            trailer[4 + i] = static_cast<char>(m_stage.unpacked() >> (8 * i) & 0xff);
        }
        RETURN_IF_ERROR(m_sink->write({trailer, kTrailerSize}));
        return m_sink->finish();
    }

private:
    Result<void> writeHeader()
    {
        if (m_hasHeader)
            return {};
        m_hasHeader = true;
        return m_sink->write(kHeader);
    }

    std::unique_ptr<ByteSink> m_sink;
    DeflateStage m_stage;
    bool m_hasHeader = false;
};

} // namespace

Result<std::unique_ptr<ByteSource>> openMaybeGzip(std::unique_ptr<ByteSource> source)
{
    PackedInput input(std::move(source));
    RETURN_IF_ERROR(input.fill(2));
    if (isGzip(input.bytes()))
        return std::unique_ptr<ByteSource>(std::make_unique<GzipSource>(std::move(input)));
    return std::unique_ptr<ByteSource>(std::make_unique<PlainSource>(std::move(input)));
}

Result<std::unique_ptr<ByteSource>> openMaybeGzip(const QString &path)
{
    ASSIGN_OR_RETURN(auto source, openFile(path));
    return openMaybeGzip(std::move(source));
}

std::unique_ptr<ByteSink> makeGzipSink(std::unique_ptr<ByteSink> sink, int level)
{
    return std::make_unique<GzipSink>(std::move(sink), level);
}

} // namespace galley
