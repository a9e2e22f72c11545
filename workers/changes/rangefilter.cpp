// SPDX-License-Identifier: MIT
#include "workers/changes/rangefilter.h"

#include "workers/base/sha256.h"

namespace galley {

namespace {
constexpr size_t kBatches = 16; ///< looked at together; each is a range
constexpr qsizetype kFineRows = 64;
constexpr size_t kRangesAtOnce = 64;
constexpr size_t kManyParts = 128;
constexpr size_t kMostOut = 32; ///< batches that wait: beyond them, what follows is compared row by row

std::vector<Cell> copyOf(std::span<const Cell> cells, Arena &arena)
{
    std::vector<Cell> copy;
    for (const Cell &cell : cells)
        copy.push_back(copyCell(cell, arena));
    return copy;
}
} // namespace

class RangeFilter::Source final : public RowReader
{
public:
    explicit Source(RangeFilter &filter)
        : m_filter(filter)
    {
    }
    const TableShape &shape() const override { return m_filter.m_rows->shape(); }
    Result<bool> read(RowBatch &batch) override
    {
        std::deque<RowBatch> &out = m_filter.m_out;
        while (out.empty()) {
            if (m_filter.m_isPassing)
                return m_filter.m_rows->read(batch);
            if (m_filter.m_isDone) {
                batch.clear(shape().columnCount());
                return false;
            }
            RETURN_IF_ERROR(m_filter.loadChunk());
        }
        std::swap(batch, out.front());
        out.pop_front();
        return true;
    }
    qint64 bytesRead() const override { return m_filter.m_rows->bytesRead(); }
    qint64 bytesTotal() const override { return m_filter.m_rows->bytesTotal(); }

private:
    RangeFilter &m_filter;
};

class RangeFilter::Target final : public RowReader
{
public:
    Target(RangeFilter &filter, TableShape shape)
        : m_filter(filter)
        , m_shape(std::move(shape))
    {
    }
    ~Target() override { m_filter.m_rest.reset(); }
    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override
    {
        batch.clear(m_shape.columnCount());
        for (;;) {
            RETURN_IF_ERROR(readFound(batch));
            if (!batch.isEmpty())
                return true;
            if (m_filter.m_isPassing)
                return readRest(batch);
            if (m_filter.m_isDone)
                return false;
            RETURN_IF_ERROR(m_filter.loadChunk());
        }
    }

private:
    Result<void> readFound(RowBatch &batch)
    {
        ScratchFile &found = m_filter.m_found;
        if (m_filter.m_foundRead == found.size())
            return {};
        if (m_rows == nullptr)
            m_rows = std::make_unique<ScratchRowReader>(found, m_filter.m_foundRead, m_end = found.size());
        ScratchRow row;
        while (!batch.isFull()) {
            ASSIGN_OR_RETURN(const bool hasRow, m_rows->next(row));
            if (!hasRow) {
                m_rows.reset();
                m_filter.m_foundRead = m_end;
                return {};
            }
            batch.appendCopy(row.cells, 0);
        }
        return {};
    }
    Result<bool> readRest(RowBatch &batch)
    {
        if (m_filter.m_rest == nullptr) {
            const KeyRange rest{m_filter.m_from, {}};
            ASSIGN_OR_RETURN(m_filter.m_rest,
                             m_filter.m_plan.target->read({&rest, 1}, m_filter.m_plan.targetColumns));
        }
        return m_filter.m_rest->read(batch);
    }

    RangeFilter &m_filter;
    TableShape m_shape;
    std::unique_ptr<ScratchRowReader> m_rows;
    qint64 m_end = 0; ///< of what m_rows reads
};

RangeFilter::RangeFilter(RangeFilterPlan plan)
    : m_plan(std::move(plan))
    , m_found(m_plan.scratchFolder)
{
}

RangeFilter::~RangeFilter() = default;

std::unique_ptr<RowReader> RangeFilter::source(std::unique_ptr<RowReader> rows)
{
    m_rows = std::move(rows);
    return std::make_unique<Source>(*this);
}

std::unique_ptr<RowReader> RangeFilter::target(TableShape shape)
{
    return std::make_unique<Target>(*this, std::move(shape));
}

/// False where a row is not behind the one before.
bool RangeFilter::isInOrder(const RowBatch &batch)
{
    for (qsizetype row = 0; row < batch.rowCount(); ++row) {
        const std::span<const Cell> cells = batch.row(row);
        const int order = row > 0 ? m_plan.order->compare(batch.row(row - 1), m_plan.key, cells, m_plan.key)
            : m_lastKey.empty()   ? -1
                                  : m_plan.order->compareWithKey(m_lastKey, cells, m_plan.key);
        if (order >= 0)
            return false;
    }
    Arena kept;
    std::vector<Cell> last;
    for (const int column : m_plan.key)
        last.push_back(copyCell(batch.row(batch.rowCount() - 1)[static_cast<size_t>(column)], kept));
    m_lastKey = std::move(last);
    m_lastKeyBytes = std::move(kept);
    return true;
}

/// One batch more than will be looked at: where it begins is where the one before it ends.
Result<void> RangeFilter::fill()
{
    while (!m_isAtEnd && !m_isDisordered && m_batches.size() <= kBatches) {
        RowBatch batch;
        ASSIGN_OR_RETURN(const bool hasRows, m_rows->read(batch));
        m_isAtEnd = !hasRows;
        if (!hasRows)
            return {};
        m_isDisordered = !isInOrder(batch);
        m_batches.push_back(std::move(batch));
    }
    return {};
}

void RangeFilter::passAll()
{
    m_isPassing = true;
    for (RowBatch &batch : m_batches)
        m_out.push_back(std::move(batch));
    m_batches.clear();
}

std::span<const Cell> RangeFilter::keyOf(size_t batch, qsizetype row)
{
    std::vector<Cell> &key = m_keys.emplace_back();
    for (const int column : m_plan.key)
        key.push_back(std::as_const(m_batches[batch]).row(row)[static_cast<size_t>(column)]);
    return key;
}

RangeSum RangeFilter::sumOf(const Part &part)
{
    const RowBatch &rows = m_batches[part.batch];
    Sha256 sum;
    for (qsizetype row = part.first; row < part.first + part.count; ++row) {
        m_text.clear();
        m_plan.target->writeRow(rows.row(row), m_text);
        const QByteArray digest = QByteArray::fromHex(Sha256::of(m_text.view()));
        sum.add({digest.constData(), static_cast<size_t>(digest.size())});
    }
    return {part.count, sum.result()};
}

Result<std::vector<RangeFilter::Part>> RangeFilter::differing(std::vector<Part> parts)
{
    std::vector<Part> others;
    for (size_t first = 0; first < parts.size(); first += kRangesAtOnce) {
        const size_t count = std::min(kRangesAtOnce, parts.size() - first);
        std::vector<KeyRange> ranges;
        for (size_t i = first; i < first + count; ++i)
            ranges.push_back(parts[i].range);
        ASSIGN_OR_RETURN(const auto sums, m_plan.target->sums(ranges));
        for (size_t i = first; i < first + count; ++i) {
            if (sums[i - first].rows == parts[i].count && sums[i - first] == sumOf(parts[i]))
                m_equalRows += parts[i].count;
            else
                others.push_back(parts[i]);
        }
    }
    return others;
}

std::vector<RangeFilter::Part> RangeFilter::cut(const std::vector<Part> &parts)
{
    std::vector<Part> fine;
    for (const Part &part : parts) {
        KeyRange range = part.range;
        for (qsizetype first = 0; first < part.count; first += kFineRows) {
            const qsizetype count = std::min(kFineRows, part.count - first);
            const bool isLast = first + count == part.count;
            range.to = isLast ? part.range.to : keyOf(part.batch, first + count);
            fine.push_back({part.batch, first, count, range});
            range.from = range.to;
        }
    }
    return fine;
}

/// The rows of `parts` on both sides are to be compared.
Result<void> RangeFilter::handOn(const std::vector<Part> &parts)
{
    std::vector<KeyRange> ranges;
    for (const Part &part : parts) {
        if (!ranges.empty() && !ranges.back().to.empty() && ranges.back().to.data() == part.range.from.data())
            ranges.back().to = part.range.to;
        else
            ranges.push_back(part.range);
        const RowBatch &rows = m_batches[part.batch];
        for (qsizetype row = part.first; row < part.first + part.count; ++row) {
            if (m_out.empty() || m_out.back().isFull())
                m_out.emplace_back().clear(rows.columnCount());
            m_out.back().appendCopy(rows.row(row), rows.line(row));
        }
    }
    if (ranges.empty())
        return {};
    if (m_foundRead == m_found.size()) {
        RETURN_IF_ERROR(m_found.clear());
        m_foundRead = 0;
    }
    ASSIGN_OR_RETURN(const auto rows, m_plan.target->read(ranges, m_plan.targetColumns));
    ScratchRowWriter writer(m_found);
    RowBatch batch;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRows, rows->read(batch));
        if (!hasRows)
            return {};
        for (qsizetype row = 0; row < batch.rowCount(); ++row)
            RETURN_IF_ERROR(writer.add(0, 0, std::as_const(batch).row(row)));
    }
}

Result<void> RangeFilter::loadChunk()
{
    RETURN_IF_ERROR(fill());
    // The row before the first that is out of order is passed on with it: then it can be told.
    const size_t count = m_isDisordered ? m_batches.size() - std::min<size_t>(m_batches.size(), 2)
        : m_isAtEnd                     ? m_batches.size()
                                        : kBatches;
    const bool isEmpty = m_isAtEnd && m_batches.empty() && m_from.empty(); // no row at all
    if (isEmpty || (m_isDisordered && count == 0) || m_out.size() > kMostOut) {
        passAll();
        return {};
    }
    std::vector<Part> parts;
    KeyRange range{m_from, {}};
    for (size_t i = 0; i < count; ++i) {
        range.to = i + 1 < m_batches.size() ? keyOf(i + 1, 0) : std::span<const Cell>();
        parts.push_back({i, 0, m_batches[i].rowCount(), range});
        range.from = range.to;
    }
    ASSIGN_OR_RETURN(std::vector<Part> others, differing(std::move(parts)));
    const std::vector<Part> fine = cut(others);
    ASSIGN_OR_RETURN(others, differing(fine));
    const bool isMost = fine.size() > kManyParts && others.size() * 4 > fine.size() * 3;
    m_inVain = isMost ? m_inVain + 1 : 0;
    RETURN_IF_ERROR(handOn(others));
    Arena kept;
    std::vector<Cell> next = copyOf(range.to, kept);
    m_batches.erase(m_batches.begin(), m_batches.begin() + static_cast<qptrdiff>(count));
    m_keys.clear();
    m_from = std::move(next);
    m_fromBytes = std::move(kept);
    m_isDone = m_isAtEnd && m_batches.empty();
    if (m_isDisordered || m_inVain > 1)
        passAll();
    return {};
}

} // namespace galley
