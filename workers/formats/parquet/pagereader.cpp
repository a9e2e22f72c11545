// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/pagereader.h"

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <limits>

namespace galley::parquet {

namespace {

constexpr qint64 kHeaderGuess = 16 * 1024;
constexpr qint64 kLargestHeader = 16 * 1024 * 1024; ///< statistics hold values

/// Where the first page is. Some writers give 0 for no dictionary.
qint64 startOf(const wire::ChunkMeta &chunk)
{
    const bool hasDictionary = chunk.__isset.dictionaryOffset && chunk.dictionaryOffset > 0
        && chunk.dictionaryOffset < chunk.dataOffset;
    return hasDictionary ? chunk.dictionaryOffset : chunk.dataOffset;
}

Error shortPage()
{
    return malformed(QStringLiteral("a page is shorter than what it holds"));
}

/// Levels with their size in front.
bool takeLevels(std::string_view &left, std::string_view &levels)
{
    quint32 size = 0;
    if (left.size() < sizeof(size))
        return false;
    std::memcpy(&size, left.data(), sizeof(size));
    left.remove_prefix(sizeof(size));
    if (size > left.size())
        return false;
    levels = left.substr(0, size);
    left.remove_prefix(size);
    return true;
}

Result<void> checkLevelEncoding(qint32 encoding)
{
    if (encoding == static_cast<qint32>(Encoding::Rle))
        return {};
    return unsupported(QStringLiteral("levels in %1 are not known").arg(encodingName(encoding)));
}

} // namespace

PageReader::PageReader(const ParquetInput &input, const wire::ChunkMeta &chunk, bool hasRepetitions,
                       bool hasDefinitions)
    : m_input(input)
    , m_codec(static_cast<Codec>(chunk.codec))
    , m_codecNumber(chunk.codec)
    , m_hasRepetitions(hasRepetitions)
    , m_hasDefinitions(hasDefinitions)
    , m_at(startOf(chunk))
    , m_end(chunk.packedSize >= 0 && m_at >= 0
                    && chunk.packedSize <= std::numeric_limits<qint64>::max() - m_at
                ? m_at + chunk.packedSize
                : -1)
{
}

Result<void> PageReader::check() const
{
    if (m_at < 4 || m_end < m_at || m_end > m_input.footerStart())
        return malformed(QStringLiteral("its pages are said to stand where the file has none"));
    if (!canUnpack(m_codecNumber))
        return unsupported(QStringLiteral("pages are packed with %1").arg(codecName(m_codecNumber)),
                           QStringLiteral("Write the file with SNAPPY, ZSTD, GZIP or LZ4_RAW."));
    return {};
}

Result<size_t> PageReader::readHeader(wire::PageHeader &header)
{
    for (qint64 guess = kHeaderGuess;; guess *= 16) {
        const qint64 wanted = std::min(guess, m_end - m_at);
        m_buffer.resize(static_cast<size_t>(wanted));
        RETURN_IF_ERROR(m_input.read(m_at, m_buffer));
        ASSIGN_OR_RETURN(const size_t size, parsePageHeader({m_buffer.data(), m_buffer.size()}, header));
        if (size > 0)
            return size;
        if (wanted == m_end - m_at || wanted >= kLargestHeader)
            return malformed(QStringLiteral("the header of a page is cut"));
    }
}

Result<std::string_view> PageReader::readBody(const wire::PageHeader &header)
{
    if (header.packedSize < 0 || header.unpackedSize < 0 || header.packedSize > m_end - m_at)
        return malformed(QStringLiteral("a page of %1 bytes, %2 unpacked, cannot be here")
                             .arg(header.packedSize)
                             .arg(header.unpackedSize));
    m_buffer.resize(static_cast<size_t>(header.packedSize));
    RETURN_IF_ERROR(m_input.read(m_at, m_buffer));
    m_at += header.packedSize;
    const std::string_view body(m_buffer.data(), m_buffer.size());
    if (header.__isset.crc) {
        const auto crc = static_cast<quint32>(
            ::crc32(0, reinterpret_cast<const Bytef *>(body.data()), static_cast<uInt>(body.size())));
        if (crc != static_cast<quint32>(header.crc))
            return Error{ErrorKind::Checksum,
                         QStringLiteral("the checksum (CRC-32) of a page is wrong"),
                         QStringLiteral("Get the file again: it was damaged or changed."),
                         {}};
    }
    return body;
}

Result<bool> PageReader::next(DataPage &page, DictionaryPage &dictionary)
{
    while (m_at < m_end) {
        wire::PageHeader header;
        ASSIGN_OR_RETURN(const size_t size, readHeader(header));
        m_at += static_cast<qint64>(size);
        ASSIGN_OR_RETURN(const std::string_view body, readBody(header));
        const bool isFirst = std::exchange(m_isFirst, false);
        switch (static_cast<PageType>(header.type)) {
        case PageType::Dictionary:
            if (!isFirst)
                return malformed(QStringLiteral("a dictionary stands behind data"));
            RETURN_IF_ERROR(takeDictionary(header, body, dictionary));
            break;
        case PageType::Data:
            RETURN_IF_ERROR(takeData(header, body, page));
            return true;
        case PageType::DataV2:
            RETURN_IF_ERROR(takeDataV2(header, body, page));
            return true;
        case PageType::Index:
            break;
        default:
            return unsupported(QStringLiteral("pages of type %1 are not known").arg(header.type));
        }
    }
    return false;
}

Result<void> PageReader::takeDictionary(const wire::PageHeader &header, std::string_view body,
                                        DictionaryPage &out)
{
    const qint32 encoding = header.dictionary.encoding;
    if (!header.__isset.dictionary || header.dictionary.valueCount < 0)
        return malformed(QStringLiteral("a dictionary does not say what it holds"));
    if (encoding != static_cast<qint32>(Encoding::Plain)
        && encoding != static_cast<qint32>(Encoding::PlainDictionary))
        return unsupported(QStringLiteral("a dictionary in %1 is not known").arg(encodingName(encoding)));
    ASSIGN_OR_RETURN(out.memory, unpack(m_codec, body, static_cast<size_t>(header.unpackedSize)));
    out.values = {out.memory.get(), static_cast<size_t>(header.unpackedSize)};
    out.valueCount = header.dictionary.valueCount;
    return {};
}

Result<void> PageReader::takeData(const wire::PageHeader &header, std::string_view body, DataPage &page) const
{
    if (!header.__isset.data || header.data.valueCount < 0)
        return malformed(QStringLiteral("a page does not say how many values it holds"));
    ASSIGN_OR_RETURN(page.memory, unpack(m_codec, body, static_cast<size_t>(header.unpackedSize)));
    std::string_view left(page.memory.get(), static_cast<size_t>(header.unpackedSize));
    page.valueCount = header.data.valueCount;
    page.encoding = header.data.encoding;
    page.repetitions = {};
    page.definitions = {};
    if (m_hasRepetitions) {
        RETURN_IF_ERROR(checkLevelEncoding(header.data.repetitionEncoding));
        if (!takeLevels(left, page.repetitions))
            return shortPage();
    }
    if (m_hasDefinitions) {
        RETURN_IF_ERROR(checkLevelEncoding(header.data.definitionEncoding));
        if (!takeLevels(left, page.definitions))
            return shortPage();
    }
    page.values = left;
    return {};
}

Result<void> PageReader::takeDataV2(const wire::PageHeader &header, std::string_view body,
                                    DataPage &page) const
{
    const wire::DataPageV2 &info = header.dataV2;
    if (!header.__isset.dataV2 || info.valueCount < 0)
        return malformed(QStringLiteral("a page does not say how many values it holds"));
    if (info.repetitionBytes < 0 || info.definitionBytes < 0)
        return shortPage();
    const size_t levels =
        static_cast<size_t>(info.repetitionBytes) + static_cast<size_t>(info.definitionBytes);
    const auto unpackedSize = static_cast<size_t>(header.unpackedSize);
    if (levels > body.size() || levels > unpackedSize)
        return shortPage();
    const bool isPacked = !info.__isset.isCompressed || info.isCompressed;
    const std::string_view packed = body.substr(levels);
    // Levels are never packed. An empty body is legal where every value is NULL, whatever packs the others.
    PageMemory values = std::make_shared<char[]>(1);
    if (unpackedSize > levels) {
        ASSIGN_OR_RETURN(values, unpack(isPacked ? m_codec : Codec::None, packed, unpackedSize - levels));
    }
    auto memory = std::make_shared_for_overwrite<char[]>(levels + 1);
    std::memcpy(memory.get(), body.data(), levels);
    page.repetitions = {memory.get(), static_cast<size_t>(info.repetitionBytes)};
    page.definitions = {memory.get() + info.repetitionBytes, static_cast<size_t>(info.definitionBytes)};
    page.values = {values.get(), unpackedSize - levels};
    struct Both
    {
        PageMemory levels;
        PageMemory values;
    };
    const auto both = std::make_shared<Both>(Both{std::move(memory), values});
    page.memory = PageMemory(both, values.get());
    page.valueCount = info.valueCount;
    page.encoding = info.encoding;
    return {};
}

} // namespace galley::parquet
