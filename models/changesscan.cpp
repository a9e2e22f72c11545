// SPDX-License-Identifier: MIT
#include "models/changesscan.h"

#include "models/decimals.h"
#include "workers/changes/cellorder.h"
#include "workers/changes/rowsorter.h"

#include <QDir>

#include <algorithm>
#include <cmath>

namespace galley {

namespace {

constexpr size_t kSortBudget = 24 * 1024 * 1024;

bool isWanted(const std::vector<bool> &fields, size_t field)
{
    return field >= fields.size() || fields[field];
}

} // namespace

SearchScan::SearchScan(int table, CellNeedle needle, std::vector<bool> fields)
    : ChangesScan(table)
    , m_needle(std::move(needle))
    , m_fields(std::move(fields))
{
}

Result<bool> SearchScan::step(const ChangeSet &changes)
{
    return walk(changes, table(), [this](qint64 index, const RowChange &change) -> Result<void> {
        const auto isIn = [this](std::span<const Cell> row) {
            for (size_t i = 0; i < row.size(); ++i) {
                if (isWanted(m_fields, i) && m_needle.isIn(row[i]))
                    return true;
            }
            return false;
        };
        const bool hasBefore = change.kind != ChangeKind::Insert;
        if ((hasBefore && isIn(change.before)) || (change.kind != ChangeKind::Delete && isIn(change.after)))
            m_found.push_back(static_cast<quint32>(index));
        return {};
    });
}

CellsScan::CellsScan(int table, qint64 index, CellNeedle needle, std::vector<bool> fields)
    : ChangesScan(table)
    , m_index(index)
    , m_needle(std::move(needle))
    , m_fields(std::move(fields))
{
}

Result<bool> CellsScan::step(const ChangeSet &changes)
{
    const ChangeSetTable &info = changes.tables()[static_cast<size_t>(table())];
    ASSIGN_OR_RETURN(const auto reader,
                     changes.changes(static_cast<size_t>(table()), info.firstChange + m_index, 1));
    RowChange change;
    ASSIGN_OR_RETURN(const bool hasNext, reader->next(change));
    if (!hasNext)
        return false;
    for (const bool isAfter : {false, true}) {
        if (change.kind == (isAfter ? ChangeKind::Delete : ChangeKind::Insert))
            continue;
        const std::span<const Cell> row = isAfter ? change.after : change.before;
        for (size_t i = 0; i < row.size(); ++i) {
            if (isWanted(m_fields, i) && m_needle.isIn(row[i]))
                m_found.push_back({isAfter, static_cast<int>(i)});
        }
    }
    return false;
}

WholeCellScan::WholeCellScan(int table, qint64 index, int field)
    : ChangesScan(table)
    , m_index(index)
    , m_field(field)
{
}

Result<bool> WholeCellScan::step(const ChangeSet &changes)
{
    const ChangeSetTable &info = changes.tables()[static_cast<size_t>(table())];
    ASSIGN_OR_RETURN(const auto reader,
                     changes.changes(static_cast<size_t>(table()), info.firstChange + m_index, 1));
    RowChange change;
    ASSIGN_OR_RETURN(const bool hasNext, reader->next(change));
    if (!hasNext)
        return false;
    const auto bytesOf = [this](std::span<const Cell> row) {
        const Cell cell = row.empty() ? Cell::null() : row[static_cast<size_t>(m_field)];
        if (cell.kind() != CellKind::Bytes || cell.view().size() > kMost)
            return QByteArray();
        return QByteArray(cell.view().data(), static_cast<qsizetype>(cell.view().size()));
    };
    if (change.kind != ChangeKind::Insert)
        m_before = bytesOf(change.before);
    if (change.kind != ChangeKind::Delete)
        m_after = bytesOf(change.after);
    return false;
}

namespace {

bool isNumeric(LogicalType type)
{
    return type == LogicalType::Integer || type == LogicalType::Unsigned || type == LogicalType::Real
        || type == LogicalType::Decimal;
}

int compareNumbers(const Cell &a, const Cell &b)
{
    if (a.kind() == CellKind::Integer && b.kind() == CellKind::Integer)
        return compareCells(a, b);
    if (a.kind() == CellKind::Real && b.kind() == CellKind::Real && std::isfinite(a.asReal())
        && std::isfinite(b.asReal()))
        return compareCells(a, b);
    const std::optional<Decimal> left = decimalOf(a);
    const std::optional<Decimal> right = decimalOf(b);
    if (left && right)
        return Decimal::compare(*left, *right);
    if (left || right) // what is no number comes behind those that are
        return left ? -1 : 1;
    return compareCells(a, b);
}

int compareFolded(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c); };
    const size_t shorter = std::min(a.size(), b.size());
    for (size_t i = 0; i < shorter; ++i) {
        if (lower(a[i]) != lower(b[i]))
            return lower(a[i]) < lower(b[i]) ? -1 : 1;
    }
    return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

int compareShown(bool areNumbers, const Cell &a, const Cell &b)
{
    if (a.isNull() || b.isNull())
        return a.isNull() == b.isNull() ? 0 : a.isNull() ? -1 : 1;
    if (areNumbers || (a.kind() != CellKind::Text && b.kind() != CellKind::Text))
        return compareNumbers(a, b);
    if (a.kind() == CellKind::Text && b.kind() == CellKind::Text)
        return compareFolded(a.view(), b.view());
    return compareCells(a, b);
}

using Order = std::vector<quint32>;

class SortScan final : public ChangesScan
{
public:
    SortScan(int table, int field)
        : ChangesScan(table)
        , m_field(field)
    {
    }
    Result<bool> step(const ChangeSet &changes) override
    {
        if (!m_order)
            m_order = std::make_shared<Order>();
        if (m_field == ChangesSort::kByKind)
            return sortByKind(changes);
        if (m_sorted)
            return readSorted();
        if (!m_sorter)
            makeSorter(changes.tables()[static_cast<size_t>(table())]);
        ASSIGN_OR_RETURN(
            const bool hasMore,
            walk(changes, table(), [this](qint64 index, const RowChange &change) -> Result<void> {
                const auto at = static_cast<size_t>(m_field);
                const Cell cell = change.kind == ChangeKind::Delete ? change.before[at] : change.after[at];
                return m_sorter->add({&cell, 1}, index);
            }));
        if (hasMore)
            return true;
        m_order->reserve(static_cast<size_t>(m_total));
        TableShape shape;
        shape.columns.resize(1);
        ASSIGN_OR_RETURN(m_sorted, m_sorter->finish(shape));
        return true;
    }
    std::shared_ptr<const Order> order() const { return m_order; }

private:
    void makeSorter(const ChangeSetTable &info)
    {
        const bool areNumbers = isNumeric(info.change.shape.columns[static_cast<size_t>(m_field)].type);
        m_sorter = std::make_unique<RowSorter>(
            QDir::tempPath(),
            [areNumbers](std::span<const Cell> a, std::span<const Cell> b) {
                return compareShown(areNumbers, a[0], b[0]);
            },
            kSortBudget);
    }
    Result<bool> readSorted()
    {
        ASSIGN_OR_RETURN(const bool hasRows, m_sorted->read(m_batch));
        for (qsizetype row = 0; hasRows && row < m_batch.rowCount(); ++row)
            m_order->push_back(static_cast<quint32>(m_batch.line(row)));
        if (hasRows)
            return true;
        m_sorted.reset();
        m_sorter.reset();
        return false;
    }
    Result<bool> sortByKind(const ChangeSet &changes)
    {
        ASSIGN_OR_RETURN(const QByteArray kinds, changes.kinds(static_cast<size_t>(table())));
        m_total = m_done = kinds.size();
        m_order->reserve(static_cast<size_t>(kinds.size()));
        for (char kind = 0; kind < 3; ++kind) {
            for (qsizetype i = 0; i < kinds.size(); ++i) {
                if (kinds.at(i) == kind)
                    m_order->push_back(static_cast<quint32>(i));
            }
        }
        return false;
    }

    int m_field;
    std::unique_ptr<RowSorter> m_sorter;
    std::unique_ptr<RowReader> m_sorted; ///< before the sorter goes
    RowBatch m_batch;
    std::shared_ptr<Order> m_order;
};

} // namespace

std::shared_ptr<ChangesScan> makeSortScan(int table, int field)
{
    return std::make_shared<SortScan>(table, field);
}

std::shared_ptr<const std::vector<quint32>> sortedBy(const ChangesScan &scan)
{
    const auto *const sort = dynamic_cast<const SortScan *>(&scan);
    return sort != nullptr ? sort->order() : nullptr;
}

} // namespace galley
