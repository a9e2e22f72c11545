// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/leafreader.h"

#include <algorithm>

namespace galley::parquet {

LeafReader::LeafReader(const Leaf &leaf, const CellMaker &maker, const ParquetInput &input,
                       const wire::ChunkMeta &chunk)
    : m_leaf(leaf)
    , m_maker(maker)
    , m_pages(input, chunk, leaf.maxRepetition > 0, leaf.maxDefinition > 0)
    , m_entriesLeft(chunk.valueCount)
    , m_cells(kSlice)
    , m_definitions(kSlice)
    , m_repetitions(leaf.maxRepetition > 0 ? kSlice : 0)
    , m_numbers(kSlice)
{
}

Error LeafReader::placed(Error error, size_t inSlice) const
{
    if (error.where.line == 0)
        error.where.line = m_entriesDone + static_cast<qint64>(inSlice) + 1;
    return error;
}

Result<bool> LeafReader::nextPage()
{
    while (m_pageLeft == 0) {
        const bool hadDictionary = m_dictionaryArena != nullptr;
        ASSIGN_OR_RETURN(const bool hasPage, m_pages.next(m_page, m_dictionaryPage));
        if (!hadDictionary && m_dictionaryPage.memory != nullptr)
            RETURN_IF_ERROR(takeDictionary());
        if (!hasPage) {
            if (m_entriesLeft > 0)
                return malformed(QStringLiteral("%1 values are missing").arg(m_entriesLeft));
            return false;
        }
        if (m_page.valueCount > m_entriesLeft)
            return malformed(QStringLiteral("pages hold more values than the file says"));
        m_entriesLeft -= m_page.valueCount;
        m_pageLeft = m_page.valueCount;
    }
    m_repetitionRuns = {m_page.repetitions, bitWidthFor(static_cast<quint32>(m_leaf.maxRepetition))};
    m_definitionRuns = {m_page.definitions, bitWidthFor(static_cast<quint32>(m_leaf.maxDefinition))};
    const auto encoding = static_cast<Encoding>(m_page.encoding);
    m_decoder.reset();
    if (encoding != Encoding::PlainDictionary && encoding != Encoding::RleDictionary) {
        ASSIGN_OR_RETURN(m_decoder,
                         makeValueDecoder(m_leaf.type, m_page.encoding, m_page.values,
                                          static_cast<quint64>(m_page.valueCount)));
        return true;
    }
    if (m_dictionaryArena == nullptr)
        return malformed(QStringLiteral("there is no dictionary for a page that needs one"));
    const unsigned width = m_page.values.empty() ? 0 : static_cast<unsigned char>(m_page.values.front());
    if (width > 32)
        return malformed(QStringLiteral("indexes of %1 bits cannot be").arg(width));
    m_indexes = {m_page.values.substr(m_page.values.empty() ? 0 : 1), width};
    return true;
}

/// Each value is made into a cell once.
Result<void> LeafReader::takeDictionary()
{
    m_dictionaryArena = std::make_shared<Arena>();
    const auto count = static_cast<size_t>(m_dictionaryPage.valueCount);
    // A value takes a bit at least.
    if (count / 8 > m_dictionaryPage.values.size())
        return malformed(QStringLiteral("a dictionary holds fewer values than it says"));
    ASSIGN_OR_RETURN(
        const auto decoder,
        makeValueDecoder(m_leaf.type, static_cast<qint32>(Encoding::Plain), m_dictionaryPage.values, count));
    m_dictionary.clear();
    for (size_t done = 0; done < count;) {
        const size_t step = std::min(count - done, kSlice);
        RETURN_IF_ERROR(decoder->read(step, m_raw, *m_dictionaryArena));
        m_dictionary.resize(done + step);
        size_t bad = 0;
        RETURN_IF_ERROR(m_maker.make(m_raw, step, m_dictionary.data() + done, *m_dictionaryArena, bad));
        done += step;
    }
    return {};
}

Result<void> LeafReader::readLevels(size_t count, size_t &present)
{
    present = count;
    const auto highest = static_cast<quint32>(m_leaf.maxDefinition);
    if (m_leaf.maxRepetition > 0) {
        if (m_repetitionRuns.read(std::span(m_repetitions).first(count)) != count)
            return malformed(QStringLiteral("a page holds fewer levels than values"));
        const auto most = static_cast<quint32>(m_leaf.maxRepetition);
        if (std::any_of(m_repetitions.begin(), m_repetitions.begin() + static_cast<ptrdiff_t>(count),
                        [&](quint32 level) { return level > most; }))
            return malformed(QStringLiteral("a level is higher than it can be"));
    }
    if (highest == 0)
        return {};
    if (m_definitionRuns.read(std::span(m_definitions).first(count)) != count)
        return malformed(QStringLiteral("a page holds fewer levels than values"));
    present = 0;
    quint32 most = 0;
    for (size_t i = 0; i < count; ++i) {
        present += m_definitions[i] == highest ? 1 : 0;
        most = std::max(most, m_definitions[i]);
    }
    if (most > highest)
        return malformed(QStringLiteral("a level is higher than it can be"));
    return {};
}

Result<void> LeafReader::readIndexed(size_t count)
{
    if (m_indexes.read(std::span(m_numbers).first(count)) != count)
        return malformed(QStringLiteral("a page holds fewer values than it says"));
    for (size_t i = 0; i < count; ++i) {
        if (m_numbers[i] >= m_dictionary.size())
            return malformed(QStringLiteral("an index is beyond the dictionary"));
        m_cells[i] = m_dictionary[m_numbers[i]];
    }
    return {};
}

Result<void> LeafReader::readValues(size_t count, Arena &arena)
{
    if (m_decoder == nullptr)
        return readIndexed(count);
    RETURN_IF_ERROR(m_decoder->read(count, m_raw, arena));
    size_t bad = 0;
    Result<void> made = m_maker.make(m_raw, count, m_cells.data(), arena, bad);
    if (made)
        return {};
    size_t entry = 0; // of the value that is bad
    for (size_t seen = 0; m_leaf.maxDefinition > 0 && entry < m_sliceSize; ++entry) {
        if (m_definitions[entry] == static_cast<quint32>(m_leaf.maxDefinition) && seen++ == bad)
            break;
    }
    return placed(std::move(made).error(), m_leaf.maxDefinition > 0 ? entry : bad);
}

/// Up to `most` entries of one page; each has its cell, NULL where it has no value.
Result<void> LeafReader::nextSlice(size_t most, Arena &arena)
{
    m_entriesDone += static_cast<qint64>(m_sliceSize);
    m_inSlice = 0;
    m_sliceSize =
        static_cast<size_t>(std::min({static_cast<qint64>(most), m_pageLeft, static_cast<qint64>(kSlice)}));
    m_pageLeft -= static_cast<qint64>(m_sliceSize);
    size_t present = 0;
    RETURN_IF_ERROR(readLevels(m_sliceSize, present));
    RETURN_IF_ERROR(readValues(present, arena));
    if (present == m_sliceSize)
        return {};
    const auto highest = static_cast<quint32>(m_leaf.maxDefinition);
    for (size_t i = m_sliceSize; i-- > 0;)
        m_cells[i] = m_definitions[i] == highest ? m_cells[--present] : Cell();
    return {};
}

Result<void> LeafReader::fill(Cell *cells, size_t stride, size_t count, RowBatch &batch)
{
    while (count > 0) {
        if (m_pageLeft == 0) {
            ASSIGN_OR_RETURN(const bool hasPage, nextPage());
            if (!hasPage)
                return malformed(QStringLiteral("values are missing"));
        }
        RETURN_IF_ERROR(nextSlice(count, batch.arena()));
        batch.keepAlive(m_page.memory);
        if (m_dictionaryArena != nullptr) {
            batch.keepAlive(m_dictionaryArena);
            batch.keepAlive(m_dictionaryPage.memory);
        }
        for (size_t i = 0; i < m_sliceSize; ++i, cells += stride)
            *cells = m_cells[i];
        count -= m_sliceSize;
        m_inSlice = m_sliceSize;
    }
    return {};
}

Result<bool> LeafReader::peek()
{
    while (m_inSlice == m_sliceSize) {
        if (m_pageLeft == 0) {
            ASSIGN_OR_RETURN(const bool hasPage, nextPage());
            if (!hasPage)
                return false;
        }
        m_arena.clear();
        RETURN_IF_ERROR(nextSlice(kSlice, m_arena));
    }
    return true;
}

Result<void> LeafReader::checkEnd()
{
    ASSIGN_OR_RETURN(const bool hasMore, peek());
    if (hasMore)
        return malformed(QStringLiteral("pages hold more rows than the file says"));
    return {};
}

} // namespace galley::parquet
