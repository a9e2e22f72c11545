// SPDX-License-Identifier: MIT
#include "tests/support/memoryrows.h"

#include "workers/changes/cellorder.h"

namespace galley::test {

namespace {

class MemoryReader final : public RowReader
{
public:
    MemoryReader(TableShape shape, Rows rows, qsizetype batchRows)
        : m_shape(std::move(shape))
        , m_rows(std::move(rows))
        , m_batchRows(batchRows)
    {
    }
    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override
    {
        batch.clear(m_shape.columnCount());
        for (; m_next < m_rows.size() && batch.rowCount() < m_batchRows; ++m_next) {
            std::span<Cell> row = batch.appendRow(static_cast<qint64>(m_next) + 2);
            for (size_t i = 0; i < row.size(); ++i) {
                const Cell cell = m_rows[m_next][i].cell();
                // Copied, so that using a cell after its batch is seen by the sanitizers.
                row[i] = cell.kind() == CellKind::Text ? Cell::text(batch.arena().store(cell.view())) : cell;
            }
        }
        return !batch.isEmpty();
    }

private:
    TableShape m_shape;
    Rows m_rows;
    qsizetype m_batchRows;
    size_t m_next = 0;
};

Row rowOf(std::span<const Cell> cells)
{
    Row row;
    for (const Cell &cell : cells)
        row.push_back(Value::of(cell));
    return row;
}

} // namespace

Value Value::of(const Cell &cell)
{
    Value value;
    if (cell.kind() == CellKind::Integer)
        value.integer = cell.asInteger();
    else if (cell.kind() == CellKind::Text)
        value.text = std::string(cell.view());
    return value;
}

TableShape shapeOf(const QStringList &columns, const std::vector<int> &key)
{
    TableShape shape;
    shape.name = {{}, QStringLiteral("t")};
    for (const QString &name : columns) {
        Column column;
        column.name = name;
        shape.columns.push_back(column);
    }
    shape.key = key;
    return shape;
}

std::unique_ptr<RowReader> readerOf(const TableShape &shape, const Rows &rows, qsizetype batchRows)
{
    return std::make_unique<MemoryReader>(shape, rows, batchRows);
}

Result<void> KeptChanges::add(const RowChange &change)
{
    all.push_back({change.kind, change.line, rowOf(change.before), rowOf(change.after)});
    return {};
}

Result<Rows> KeptChanges::appliedTo(Rows rows) const
{
    for (const KeptChange &change : all) {
        if (change.kind != ChangeKind::Insert) {
            const auto at = std::find(rows.begin(), rows.end(), change.before);
            if (at == rows.end())
                return Error{ErrorKind::Conflict, QStringLiteral("a row to be changed is not there"), {}, {}};
            rows.erase(at);
        }
        if (change.kind != ChangeKind::Delete)
            rows.push_back(change.after);
    }
    return rows;
}

int PlainEngine::compareKeys(const Column &column, const Cell &a, const Cell &b) const
{
    if (column.collation != QLatin1String("NOCASE") || a.kind() != CellKind::Text
        || b.kind() != CellKind::Text)
        return compareCells(a, b);
    const auto folded = [](const Cell &cell) {
        return QByteArray(cell.view().data(), static_cast<qsizetype>(cell.view().size())).toLower();
    };
    return folded(a).compare(folded(b));
}

} // namespace galley::test
