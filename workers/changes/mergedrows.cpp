// SPDX-License-Identifier: MIT
#include "workers/changes/mergedrows.h"

#include "workers/changes/rowcursor.h"

namespace galley {

namespace {

class MergedRows final : public RowReader
{
public:
    MergedRows(OrderedHead head, std::unique_ptr<RowReader> tail, CompareRows compare)
        : m_head(std::move(head.rows), {})
        , m_headLeft(head.count)
        , m_projection(std::move(head.projection))
        , m_projected(m_projection.size())
        , m_tail(std::move(tail), {})
        , m_compare(std::move(compare))
    {
    }

    const TableShape &shape() const override { return m_tail.reader().shape(); }
    Result<bool> read(RowBatch &batch) override
    {
        batch.clear(shape().columnCount());
        if (!m_hasBegun) {
            m_hasBegun = true;
            RETURN_IF_ERROR(nextOfHead());
            RETURN_IF_ERROR(m_tail.advance());
        }
        while (!batch.isFull() && (m_hasHead || m_tail.hasRow())) {
            if (m_hasHead && (!m_tail.hasRow() || m_compare(headRow(), m_tail.row()) <= 0)) {
                batch.appendCopy(headRow(), m_head.line());
                RETURN_IF_ERROR(nextOfHead());
            } else {
                batch.appendCopy(m_tail.row(), m_tail.line());
                RETURN_IF_ERROR(m_tail.advance());
            }
        }
        return !batch.isEmpty();
    }

private:
    Result<void> nextOfHead()
    {
        m_hasHead = m_headLeft > 0;
        if (!m_hasHead)
            return {};
        --m_headLeft;
        ASSIGN_OR_RETURN(const bool hasRow, m_head.advance());
        if (hasRow)
            return {};
        return Error{ErrorKind::Conflict, QStringLiteral("the source changed while it was read"),
                     QStringLiteral("Import it again when nobody writes to it."), Place()};
    }
    std::span<const Cell> headRow()
    {
        const std::span<const Cell> row = m_head.row();
        if (m_projection.empty())
            return row;
        for (size_t i = 0; i < m_projection.size(); ++i)
            m_projected[i] = row[static_cast<size_t>(m_projection[i])];
        return m_projected;
    }

    RowCursor m_head;
    qint64 m_headLeft;
    std::vector<int> m_projection;
    std::vector<Cell> m_projected;
    RowCursor m_tail;
    CompareRows m_compare;
    bool m_hasBegun = false;
    bool m_hasHead = false;
};

} // namespace

std::unique_ptr<RowReader> mergeRows(OrderedHead head, std::unique_ptr<RowReader> tail, CompareRows compare)
{
    return std::make_unique<MergedRows>(std::move(head), std::move(tail), std::move(compare));
}

} // namespace galley
