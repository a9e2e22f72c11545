// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/codec.h"

#include "workers/formats/parquet/metadata.h"

#include <lz4.h>
#include <snappy.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>

namespace galley::parquet {

namespace {

/// No page of a sane writer is larger; one value can be.
constexpr size_t kLargestPage = 512UL * 1024 * 1024;
constexpr size_t kFirstRoom = 1024 * 1024;

Error damaged(Codec codec)
{
    return malformed(
        QStringLiteral("a page does not unpack as %1").arg(codecName(static_cast<qint32>(codec))));
}

/// What one packed byte can give at most; 0: no useful limit.
size_t largestRatio(Codec codec)
{
    switch (codec) {
    case Codec::Snappy:
        return 64;
    case Codec::Gzip:
        return 1040;
    case Codec::Lz4Raw:
        return 256;
    default:
        return 0;
    }
}

Result<PageMemory> unpackSnappy(std::string_view packed, size_t size)
{
    size_t told = 0;
    if (!snappy::GetUncompressedLength(packed.data(), packed.size(), &told) || told != size)
        return damaged(Codec::Snappy);
    auto memory = std::make_shared_for_overwrite<char[]>(size + 1);
    if (!snappy::RawUncompress(packed.data(), packed.size(), memory.get()))
        return damaged(Codec::Snappy);
    return PageMemory(std::move(memory));
}

Result<PageMemory> unpackLz4(std::string_view packed, size_t size)
{
    auto memory = std::make_shared_for_overwrite<char[]>(size + 1);
    const int got = LZ4_decompress_safe(packed.data(), memory.get(), static_cast<int>(packed.size()),
                                        static_cast<int>(size));
    if (got < 0 || static_cast<size_t>(got) != size)
        return damaged(Codec::Lz4Raw);
    return PageMemory(std::move(memory));
}

/// One or several gzip members, one behind the other.
Result<PageMemory> unpackGzip(std::string_view packed, size_t size)
{
    auto memory = std::make_shared_for_overwrite<char[]>(size + 1);
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 32) != Z_OK)
        return Error{ErrorKind::Io, QStringLiteral("zlib does not start"), {}, {}};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(memory.get());
    stream.avail_out = static_cast<uInt>(size + 1); // one more than there may be
    int outcome = Z_OK;
    do {
        outcome = ::inflate(&stream, Z_FINISH);
        if (outcome == Z_STREAM_END && stream.avail_in > 0)
            outcome = inflateReset(&stream);
    } while (outcome == Z_OK && stream.avail_out > 0);
    const size_t got = size + 1 - stream.avail_out;
    inflateEnd(&stream);
    if (outcome != Z_STREAM_END || got != size)
        return damaged(Codec::Gzip);
    return PageMemory(std::move(memory));
}

/// Room grows with what really comes: few packed bytes can claim any size.
Result<PageMemory> unpackZstd(std::string_view packed, size_t size)
{
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    size_t room = std::min(size, std::max(kFirstRoom, packed.size() * 8));
    auto memory = std::make_shared_for_overwrite<char[]>(room + 1);
    ZSTD_outBuffer out{memory.get(), room, 0};
    for (;;) {
        const size_t before = in.pos + out.pos;
        const size_t left = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(left) != 0U)
            return damaged(Codec::Zstd);
        if (left == 0 && in.pos == in.size)
            break;
        if (out.pos == out.size && room < size) {
            room = std::min(size, room * 2);
            auto larger = std::make_shared_for_overwrite<char[]>(room + 1);
            std::memcpy(larger.get(), memory.get(), out.pos);
            memory = std::move(larger);
            out = {memory.get(), room, out.pos};
        } else if (in.pos + out.pos == before) {
            return damaged(Codec::Zstd);
        }
    }
    if (out.pos != size)
        return damaged(Codec::Zstd);
    return PageMemory(std::move(memory));
}

Result<void> packGzip(std::string_view bytes, ByteBuffer &out)
{
    z_stream stream{};
    if (deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return Error{ErrorKind::Io, QStringLiteral("zlib does not start"), {}, {}};
    const size_t room = deflateBound(&stream, static_cast<uLong>(bytes.size()));
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.room(room));
    stream.avail_out = static_cast<uInt>(room);
    const int outcome = ::deflate(&stream, Z_FINISH);
    deflateEnd(&stream);
    if (outcome != Z_STREAM_END)
        return Error{ErrorKind::Io, QStringLiteral("zlib cannot pack a page"), {}, {}};
    out.commit(room - stream.avail_out);
    return {};
}

} // namespace

QString codecName(qint32 codec)
{
    static const char *const kNames[] = {"UNCOMPRESSED", "SNAPPY", "GZIP", "LZO",
                                         "BROTLI",       "LZ4",    "ZSTD", "LZ4_RAW"};
    if (codec >= 0 && codec < static_cast<qint32>(std::size(kNames)))
        return QString::fromLatin1(kNames[codec]);
    return QStringLiteral("codec %1").arg(codec);
}

bool canUnpack(qint32 codec)
{
    switch (static_cast<Codec>(codec)) {
    case Codec::None:
    case Codec::Snappy:
    case Codec::Gzip:
    case Codec::Zstd:
    case Codec::Lz4Raw:
        return true;
    default:
        return false;
    }
}

Result<PageMemory> unpack(Codec codec, std::string_view packed, size_t unpackedSize)
{
    const size_t ratio = largestRatio(codec);
    if (ratio > 0 && unpackedSize / ratio > packed.size())
        return malformed(QStringLiteral("a page claims %1 bytes, which its %2 packed bytes cannot hold")
                             .arg(unpackedSize)
                             .arg(packed.size()));
    if (unpackedSize > kLargestPage)
        return Error{ErrorKind::Limit,
                     QStringLiteral("a page of %1 bytes is larger than %2 MiB")
                         .arg(unpackedSize)
                         .arg(kLargestPage / 1024 / 1024),
                     QStringLiteral("Write the file with smaller pages."),
                     {}};
    switch (codec) {
    case Codec::Snappy:
        return unpackSnappy(packed, unpackedSize);
    case Codec::Gzip:
        return unpackGzip(packed, unpackedSize);
    case Codec::Zstd:
        return unpackZstd(packed, unpackedSize);
    case Codec::Lz4Raw:
        return unpackLz4(packed, unpackedSize);
    default:
        break;
    }
    if (packed.size() != unpackedSize)
        return malformed(QStringLiteral("a page that is not packed has two sizes"));
    auto memory = std::make_shared_for_overwrite<char[]>(unpackedSize + 1);
    std::memcpy(memory.get(), packed.data(), unpackedSize);
    return PageMemory(std::move(memory));
}

Result<void> pack(Codec codec, std::string_view bytes, ByteBuffer &out)
{
    size_t size = 0;
    switch (codec) {
    case Codec::Snappy:
        snappy::RawCompress(bytes.data(), bytes.size(), out.room(snappy::MaxCompressedLength(bytes.size())),
                            &size);
        break;
    case Codec::Zstd: {
        const size_t room = ZSTD_compressBound(bytes.size());
        size = ZSTD_compress(out.room(room), room, bytes.data(), bytes.size(), 1);
        if (ZSTD_isError(size) != 0U)
            return Error{ErrorKind::Io, QStringLiteral("zstd cannot pack a page"), {}, {}};
        break;
    }
    case Codec::Gzip:
        return packGzip(bytes, out);
    default:
        out.append(bytes);
        return {};
    }
    out.commit(size);
    return {};
}

} // namespace galley::parquet
