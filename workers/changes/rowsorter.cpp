// SPDX-License-Identifier: MIT
#include "workers/changes/rowsorter.h"

namespace galley {

namespace {

/// Cells need their alignment, which the arena does not promise.
Cell *allocateCells(Arena &arena, size_t count)
{
    const size_t bytes = count * sizeof(Cell) + alignof(Cell);
    const auto address = reinterpret_cast<quintptr>(arena.allocate(bytes));
    return reinterpret_cast<Cell *>((address + alignof(Cell) - 1) / alignof(Cell) * alignof(Cell));
}

} // namespace

/// Merges the runs, or walks the memory where there are none.
class SortedRows final : public RowReader
{
public:
    SortedRows(const RowSorter &sorter, TableShape shape)
        : m_sorter(sorter)
        , m_shape(std::move(shape))
    {
    }

    Result<void> open()
    {
        for (const RowSorter::Run &run : m_sorter.m_runs)
            m_heads.push_back({ScratchRowReader(m_sorter.m_file, run.begin, run.end), {}});
        for (size_t i = 0; i < m_heads.size(); ++i) {
            ASSIGN_OR_RETURN(const bool hasRow, m_heads[i].rows.next(m_heads[i].row));
            if (hasRow)
                m_heap.push_back(i);
        }
        std::make_heap(m_heap.begin(), m_heap.end(), later());
        return {};
    }
    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override
    {
        batch.clear(m_shape.columnCount());
        if (m_sorter.m_runs.empty()) {
            for (; m_next < m_sorter.m_entries.size() && !batch.isFull(); ++m_next) {
                const RowSorter::Entry &entry = m_sorter.m_entries[m_next];
                std::span<Cell> row = batch.appendRow(entry.line);
                std::copy_n(entry.cells, row.size(), row.begin());
            }
            return !batch.isEmpty();
        }
        while (!m_heap.empty() && !batch.isFull())
            RETURN_IF_ERROR(takeFirst(batch));
        return !batch.isEmpty();
    }

private:
    struct Head
    {
        ScratchRowReader rows;
        ScratchRow row;
    };

    std::function<bool(size_t, size_t)> later() const
    {
        return [this](size_t a, size_t b) {
            const int order = m_sorter.m_compare(m_heads[a].row.cells, m_heads[b].row.cells);
            return order != 0 ? order > 0 : a > b;
        };
    }
    Result<void> takeFirst(RowBatch &batch)
    {
        std::pop_heap(m_heap.begin(), m_heap.end(), later());
        Head &head = m_heads[m_heap.back()];
        batch.appendCopy(head.row.cells, head.row.line);
        ASSIGN_OR_RETURN(const bool hasRow, head.rows.next(head.row));
        if (hasRow)
            std::push_heap(m_heap.begin(), m_heap.end(), later());
        else
            m_heap.pop_back();
        return {};
    }

    const RowSorter &m_sorter;
    TableShape m_shape;
    std::vector<Head> m_heads;
    std::vector<size_t> m_heap;
    size_t m_next = 0;
};

RowSorter::RowSorter(QString folder, CompareRows compare, size_t budget)
    : m_compare(std::move(compare))
    , m_budget(budget)
    , m_file(std::move(folder))
{
}

Result<void> RowSorter::add(std::span<const Cell> row, qint64 line)
{
    m_columnCount = row.size();
    Cell *cells = allocateCells(m_arena, row.size());
    for (size_t i = 0; i < row.size(); ++i)
        cells[i] = copyCell(row[i], m_arena);
    m_entries.push_back({cells, line});
    if (m_arena.used() + m_entries.capacity() * sizeof(Entry) < m_budget)
        return {};
    return spill();
}

void RowSorter::sort()
{
    std::stable_sort(m_entries.begin(), m_entries.end(), [this](const Entry &a, const Entry &b) {
        return m_compare({a.cells, m_columnCount}, {b.cells, m_columnCount}) < 0;
    });
}

Result<void> RowSorter::spill()
{
    sort();
    ScratchRowWriter writer(m_file);
    const qint64 begin = m_file.size();
    for (const Entry &entry : m_entries)
        RETURN_IF_ERROR(writer.add(0, entry.line, {entry.cells, m_columnCount}));
    m_runs.push_back({begin, m_file.size()});
    m_entries.clear();
    m_arena.clear();
    return {};
}

Result<std::unique_ptr<RowReader>> RowSorter::finish(const TableShape &shape)
{
    if (m_runs.empty())
        sort();
    else if (!m_entries.empty())
        RETURN_IF_ERROR(spill());
    if (!m_runs.empty())
        m_arena = Arena();
    auto rows = std::make_unique<SortedRows>(*this, shape);
    RETURN_IF_ERROR(rows->open());
    return std::unique_ptr<RowReader>(std::move(rows));
}

} // namespace galley
