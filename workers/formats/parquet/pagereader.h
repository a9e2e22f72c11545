// SPDX-License-Identifier: MIT
//
// The pages of one column in one row group, unpacked one after the other.
#pragma once

#include "workers/formats/parquet/codec.h"
#include "workers/formats/parquet/metadata.h"
#include "workers/formats/parquet/parquetinput.h"

namespace galley::parquet {

/// A data page, taken apart. The views point into `memory`.
struct DataPage
{
    PageMemory memory;
    qint64 valueCount = 0; ///< NULLs included
    qint32 encoding = 0;
    std::string_view repetitions; ///< run lengths, without their size
    std::string_view definitions;
    std::string_view values;
};

struct DictionaryPage
{
    PageMemory memory;
    qint64 valueCount = 0;
    std::string_view values;
};

class PageReader
{
public:
    /// `hasRepetitions`, `hasDefinitions`: the column's levels go above 0. `input` outlives the reader.
    PageReader(const ParquetInput &input, const wire::ChunkMeta &chunk, bool hasRepetitions,
               bool hasDefinitions);

    /// Whether the chunk lies within the file. Errors: Malformed, Unsupported.
    Result<void> check() const;
    /// The next data page; false at the end of the chunk. A dictionary page is put into `dictionary`.
    /// Errors: Malformed, Checksum, Unsupported, Limit, Io.
    Result<bool> next(DataPage &page, DictionaryPage &dictionary);

private:
    Result<size_t> readHeader(wire::PageHeader &header);
    Result<std::string_view> readBody(const wire::PageHeader &header);
    Result<void> takeDictionary(const wire::PageHeader &header, std::string_view body, DictionaryPage &out);
    Result<void> takeData(const wire::PageHeader &header, std::string_view body, DataPage &page) const;
    Result<void> takeDataV2(const wire::PageHeader &header, std::string_view body, DataPage &page) const;

    const ParquetInput &m_input;
    Codec m_codec;
    qint32 m_codecNumber;
    bool m_hasRepetitions;
    bool m_hasDefinitions;
    qint64 m_at;
    qint64 m_end;
    bool m_isFirst = true;
    std::vector<char> m_buffer;
};

} // namespace galley::parquet
