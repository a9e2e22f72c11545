// SPDX-License-Identifier: MIT
//
// Between a source in key order and a table on a server: keeps back rows that the server's checksums show to
// be the same on both sides, so that only the others are read and compared
// (docs/decisions/0101-checksums-of-key-ranges.md).
//
// Threads: one; the readers are used on it, too.
#pragma once

#include "workers/base/scratchfile.h"
#include "workers/changes/cellorder.h"
#include "workers/engines/rangesums.h"

#include <deque>

namespace galley {

struct RangeFilterPlan
{
    RangeSums *target = nullptr; ///< canWriteRows(); outlives the filter
    const KeyOrder *order = nullptr;
    std::vector<int> key; ///< columns of the source
    QStringList targetColumns; ///< what target() gives
    QString scratchFolder;
};

class RangeFilter
{
public:
    explicit RangeFilter(RangeFilterPlan plan);
    ~RangeFilter();

    /// The rows of `rows`, whose columns are those of the sums, but for those that are the same. From the
    /// first row that is not in key order on it gives all of them. Once only, and before target().
    std::unique_ptr<RowReader> source(std::unique_ptr<RowReader> rows);
    /// The target's rows in the same ranges.
    std::unique_ptr<RowReader> target(TableShape shape);
    qint64 equalRows() const { return m_equalRows; }

private:
    class Source;
    class Target;
    struct Part
    {
        size_t batch;
        qsizetype first;
        qsizetype count;
        KeyRange range;
    };

    Result<void> loadChunk();
    Result<void> fill();
    bool isInOrder(const RowBatch &batch);
    void passAll();
    Result<std::vector<Part>> differing(std::vector<Part> parts);
    std::vector<Part> cut(const std::vector<Part> &parts);
    RangeSum sumOf(const Part &part);
    std::span<const Cell> keyOf(size_t batch, qsizetype row);
    Result<void> handOn(const std::vector<Part> &parts);

    RangeFilterPlan m_plan;
    std::unique_ptr<RowReader> m_rows;
    std::deque<RowBatch> m_batches; ///< of the source, not yet looked at
    std::deque<RowBatch> m_out; ///< of the source, to be given
    bool m_isAtEnd = false; ///< of m_rows
    bool m_isDisordered = false; ///< the last of m_batches has a row that is not in key order
    bool m_isPassing = false; ///< all that is left differs, or may
    bool m_isDone = false; ///< nothing more will differ
    std::deque<std::vector<Cell>> m_keys; ///< of the chunk
    std::vector<Cell> m_from; ///< where the next chunk begins
    Arena m_fromBytes;
    std::vector<Cell> m_lastKey; ///< of the rows that were filled in
    Arena m_lastKeyBytes;
    ScratchFile m_found; ///< rows of the target
    qint64 m_foundRead = 0; ///< of m_found, by target()
    std::unique_ptr<RowReader> m_rest; ///< of the target, while passing
    ByteBuffer m_text;
    qint64 m_equalRows = 0;
    int m_inVain = 0; ///< chunks, one after the other, that differ nearly everywhere
};

} // namespace galley
