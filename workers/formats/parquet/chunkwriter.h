// SPDX-License-Identifier: MIT
//
// The values of one column of a row group as pages: a dictionary where it pays, packed, with checksums.
#pragma once

#include "workers/formats/parquet/codec.h"
#include "workers/formats/parquet/columnvalues.h"
#include "workers/formats/parquet/dictionary.h"

namespace galley::parquet {

struct ChunkOptions
{
    Codec codec = Codec::Snappy;
    bool usesDictionary = true;
    bool hasChecksums = true;
    size_t pageBytes = 256UL * 1024; ///< of a page's values, about
};

/// Memory is kept from chunk to chunk.
///
/// Threads: one at a time.
class ChunkWriter
{
public:
    explicit ChunkWriter(const ChunkOptions &options)
        : m_options(options)
    {
    }
    /// Appends the chunk to `out`; offsets of the result count from the beginning of `out`.
    /// `path`: names from the column down to the value.
    Result<wire::ColumnChunk> write(const ColumnValues &values, const ValueType &type,
                                    const QStringList &path, ByteBuffer &out);

private:
    bool makeIndexes(const ColumnValues &values, const ValueType &type);
    Result<void> writeDictionary(const ValueType &type, wire::ChunkMeta &meta, ByteBuffer &out);
    Result<void> writeData(const ColumnValues &values, const ValueType &type, bool isIndexed,
                           wire::ChunkMeta &meta, ByteBuffer &out);
    Result<void> writePage(wire::PageHeader header, wire::ChunkMeta &meta, ByteBuffer &out);
    bool isNotWorthPacking();
    size_t rowsOfPage(const ColumnValues &values, size_t row, size_t value) const;

    ChunkOptions m_options;
    Dictionary m_dictionary;
    std::vector<quint32> m_indexes;
    ByteBuffer m_page;
    ByteBuffer m_packed;
    Codec m_codec = Codec::None; ///< of the chunk
};

} // namespace galley::parquet
