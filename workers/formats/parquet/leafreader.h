// SPDX-License-Identifier: MIT
//
// One stored column of one row group as a stream of entries: a value or none, with its levels.
#pragma once

#include "workers/base/rowbatch.h"
#include "workers/formats/parquet/cellmaker.h"
#include "workers/formats/parquet/pagereader.h"
#include "workers/formats/parquet/runlength.h"
#include "workers/formats/parquet/schematree.h"

namespace galley::parquet {

class LeafReader
{
public:
    /// `leaf` and `maker` outlive the reader, and so does `input`.
    LeafReader(const Leaf &leaf, const CellMaker &maker, const ParquetInput &input,
               const wire::ChunkMeta &chunk);

    /// Errors: as PageReader::check().
    Result<void> open() { return m_pages.check(); }

    /// Puts the next `count` entries into `cells` and every `stride`-th cell after it. REQUIRES: the column
    /// is not repeated. The batch keeps alive what they point to. Errors: with where.line as the entry's
    /// number in the row group, from 1; also where there are fewer.
    Result<void> fill(Cell *cells, size_t stride, size_t count, RowBatch &batch);

    /// The entry that comes next, for nested columns. False at the end of the chunk.
    Result<bool> peek();
    int definition() const { return static_cast<int>(m_definitions[m_inSlice]); }
    int repetition() const
    {
        return m_leaf.maxRepetition == 0 ? 0 : static_cast<int>(m_repetitions[m_inSlice]);
    }
    /// Of the entry that comes next; good until the next peek(). REQUIRES: definition() is the highest.
    const Cell &value() const { return m_cells[m_inSlice]; }
    void skip() { ++m_inSlice; }

    /// That there are no more entries than the file says. Errors: Malformed.
    Result<void> checkEnd();

private:
    Result<bool> nextPage();
    Result<void> takeDictionary();
    Result<void> nextSlice(size_t most, Arena &arena);
    Result<void> readLevels(size_t count, size_t &present);
    Result<void> readValues(size_t count, Arena &arena);
    Result<void> readIndexed(size_t count);
    Error placed(Error error, size_t inSlice) const;

    const Leaf &m_leaf;
    const CellMaker &m_maker;
    PageReader m_pages;
    qint64 m_entriesLeft; ///< of the chunk, in pages to come
    qint64 m_entriesDone = 0; ///< before the slice
    DataPage m_page;
    qint64 m_pageLeft = 0;
    DictionaryPage m_dictionaryPage;
    std::vector<Cell> m_dictionary;
    std::shared_ptr<Arena> m_dictionaryArena; ///< once there is a dictionary
    std::unique_ptr<ValueDecoder> m_decoder; ///< nullptr: indexes of the dictionary
    RunLengthDecoder m_indexes;
    RunLengthDecoder m_repetitionRuns;
    RunLengthDecoder m_definitionRuns;
    RawValues m_raw;
    Arena m_arena; ///< of a slice that is peeked at
    std::vector<Cell> m_cells; ///< of the slice, by entry; at first the values alone
    std::vector<quint32> m_definitions;
    std::vector<quint32> m_repetitions;
    std::vector<quint32> m_numbers;
    size_t m_sliceSize = 0;
    size_t m_inSlice = 0;
};

} // namespace galley::parquet
