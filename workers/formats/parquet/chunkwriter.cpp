// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/chunkwriter.h"

#include "workers/formats/parquet/runlength.h"

#include <isa-l/crc.h>

#include <algorithm>
#include <cstring>

namespace galley::parquet {

namespace {

/// The largest row group that is looked through page by page stays far below what a header can say.
constexpr size_t kMostPageRows = 1024UL * 1024;
/// So much of a page says whether its chunk is packed; one that is smaller always is.
constexpr size_t kSampleBytes = 32UL * 1024;
constexpr size_t kSmallPage = 4096;

/// Levels with their size in front. `areAllMost`: each is the largest.
void appendLevels(ByteBuffer &out, std::span<const quint32> levels, quint32 most, bool areAllMost)
{
    const size_t at = out.size();
    out.append(std::string_view("\0\0\0\0", 4));
    if (areAllMost)
        appendRun(out, most, levels.size(), bitWidthFor(most));
    else
        appendRunLength(out, levels, bitWidthFor(most));
    const auto size = static_cast<quint32>(out.size() - at - 4);
    std::memcpy(const_cast<char *>(out.view().data()) + at, &size, sizeof(size));
}

} // namespace

bool ChunkWriter::makeIndexes(const ColumnValues &values, const ValueType &type)
{
    const size_t count = values.count();
    if (!m_options.usesDictionary || type.physical == Physical::Boolean || count == 0)
        return false;
    m_dictionary.begin(count);
    m_indexes.resize(count);
    for (size_t i = 0; i < values.integers.size(); ++i) {
        if (!m_dictionary.add(values.integers[i], m_indexes[i]))
            return false;
    }
    for (size_t i = 0; i < values.bytes.size(); ++i) {
        if (!m_dictionary.add(values.bytes[i], m_indexes[i]))
            return false;
    }
    return true;
}

Result<void> ChunkWriter::writePage(wire::PageHeader header, wire::ChunkMeta &meta, ByteBuffer &out)
{
    m_packed.clear();
    if (m_codec != Codec::None)
        RETURN_IF_ERROR(pack(m_codec, m_page.view(), m_packed));
    const std::string_view packed = m_codec == Codec::None ? m_page.view() : m_packed.view();
    header.unpackedSize = static_cast<qint32>(m_page.size());
    header.packedSize = static_cast<qint32>(packed.size());
    if (m_options.hasChecksums)
        header.__set_crc(static_cast<qint32>(
            crc32_gzip_refl(0, reinterpret_cast<const unsigned char *>(packed.data()), packed.size())));
    const size_t before = out.size();
    appendPageHeader(out, header);
    meta.unpackedSize += static_cast<qint64>(out.size() - before + m_page.size());
    out.append(packed);
    meta.packedSize += static_cast<qint64>(out.size() - before);
    return {};
}

/// Whether the page, the first of its chunk, hardly gets smaller by a codec that is for speed.
bool ChunkWriter::isNotWorthPacking()
{
    if (m_codec != Codec::Snappy || m_page.size() < kSmallPage)
        return false;
    m_packed.clear();
    const size_t sample = std::min(m_page.size(), kSampleBytes);
    const Result<void> packed = pack(m_codec, m_page.view().substr(m_page.size() - sample), m_packed);
    return packed && m_packed.size() > sample - sample / 8;
}

Result<void> ChunkWriter::writeDictionary(const ValueType &type, wire::ChunkMeta &meta, ByteBuffer &out)
{
    m_page.clear();
    for (const qint64 value : m_dictionary.numbers())
        appendPlainNumber(m_page, value, type);
    for (const std::string_view value : m_dictionary.texts()) {
        const auto size = static_cast<quint32>(value.size());
        if (type.physical == Physical::ByteArray)
            m_page.append({reinterpret_cast<const char *>(&size), sizeof(size)});
        m_page.append(value);
    }
    wire::PageHeader header;
    header.type = static_cast<qint32>(PageType::Dictionary);
    wire::DictionaryPage page;
    page.valueCount = static_cast<qint32>(m_dictionary.numbers().size() + m_dictionary.texts().size());
    page.encoding = static_cast<qint32>(Encoding::Plain);
    header.__set_dictionary(page);
    meta.__set_dictionaryOffset(static_cast<qint64>(out.size()));
    return writePage(header, meta, out);
}

/// Rows from `row` on whose values fill a page; `value`: the first of them.
size_t ChunkWriter::rowsOfPage(const ColumnValues &values, size_t row, size_t value) const
{
    size_t bytes = 0;
    size_t end = row;
    const size_t most = std::min(values.present.size(), row + kMostPageRows);
    const bool isFlat = values.repetition.empty();
    if (isFlat && values.bytes.empty() && values.nullCount() == 0)
        return std::min(most - row, std::max<size_t>(m_options.pageBytes / sizeof(qint64), 1));
    // Where values repeat, a page ends with a row.
    const size_t last = isFlat ? most : values.present.size();
    for (; end < last; ++end) {
        const bool isFull = end > row && (bytes >= m_options.pageBytes || end >= most);
        if (isFull && (isFlat || values.repetition[end] == 0))
            break;
        if (values.present[end] != values.maxDefinition)
            continue;
        bytes += values.bytes.empty() ? sizeof(qint64) : values.bytes[value].size() + sizeof(quint32);
        ++value;
    }
    return end - row;
}

Result<void> ChunkWriter::writeData(const ColumnValues &values, const ValueType &type, bool isIndexed,
                                    wire::ChunkMeta &meta, ByteBuffer &out)
{
    const size_t entries = m_dictionary.numbers().size() + m_dictionary.texts().size();
    const unsigned width = isIndexed ? bitWidthFor(static_cast<quint32>(entries - 1)) : 0;
    meta.dataOffset = static_cast<qint64>(out.size());
    size_t value = 0;
    const bool areAllPresent = values.nullCount() == 0;
    for (size_t row = 0; row < values.present.size();) {
        const size_t rows = isIndexed ? values.present.size() - row : rowsOfPage(values, row, value);
        const std::span<const quint32> levels = std::span(values.present).subspan(row, rows);
        const auto count = areAllPresent
            ? rows
            : static_cast<size_t>(std::count(levels.begin(), levels.end(), values.maxDefinition));
        m_page.clear();
        if (values.maxRepetition > 0)
            appendLevels(m_page, std::span(values.repetition).subspan(row, rows), values.maxRepetition,
                         false);
        appendLevels(m_page, levels, values.maxDefinition, areAllPresent);
        if (isIndexed) {
            m_page.append(static_cast<char>(width));
            appendRunLength(m_page, std::span<const quint32>(m_indexes).subspan(value, count), width);
        } else {
            appendPlain(m_page, values, type, value, count);
            if (row == 0 && isNotWorthPacking())
                m_codec = Codec::None;
        }
        wire::PageHeader header;
        header.type = static_cast<qint32>(PageType::Data);
        wire::DataPage page;
        page.valueCount = static_cast<qint32>(rows);
        page.encoding = static_cast<qint32>(isIndexed ? Encoding::RleDictionary : Encoding::Plain);
        page.definitionEncoding = static_cast<qint32>(Encoding::Rle);
        page.repetitionEncoding = static_cast<qint32>(Encoding::Rle);
        header.__set_data(page);
        RETURN_IF_ERROR(writePage(header, meta, out));
        row += rows;
        value += count;
    }
    return {};
}

Result<wire::ColumnChunk> ChunkWriter::write(const ColumnValues &values, const ValueType &type,
                                             const QStringList &path, ByteBuffer &out)
{
    wire::ColumnChunk chunk;
    wire::ChunkMeta &meta = chunk.meta;
    meta.type = static_cast<qint32>(type.physical);
    for (const QString &name : path)
        meta.path.push_back(name.toStdString());
    m_codec = m_options.codec;
    meta.valueCount = static_cast<qint64>(values.present.size());
    meta.encodings = {static_cast<qint32>(Encoding::Rle), static_cast<qint32>(Encoding::Plain)};
    const bool isIndexed = makeIndexes(values, type);
    if (isIndexed) {
        meta.encodings.push_back(static_cast<qint32>(Encoding::RleDictionary));
        RETURN_IF_ERROR(writeDictionary(type, meta, out));
    }
    RETURN_IF_ERROR(writeData(values, type, isIndexed, meta, out));
    meta.codec = static_cast<qint32>(m_codec);
    meta.__set_statistics(
        isIndexed ? statisticsOf(m_dictionary.numbers(), m_dictionary.texts(), values.nullCount(), type)
                  : statisticsOf(values.integers, values.bytes, values.nullCount(), type));
    return chunk;
}

} // namespace galley::parquet
