// SPDX-License-Identifier: MIT
#include "workers/changes/stragglers.h"

namespace galley {

namespace {
constexpr qsizetype kMostRows = 65'536;
constexpr size_t kMostBytes = 8 * 1024 * 1024;
constexpr qsizetype kLookedUpAtOnce = 1024;
} // namespace

void Stragglers::addTargetOnly(std::span<const Cell> key)
{
    if (!m_knowsTargetOnly)
        return;
    m_targetOnly.appendCopy(key, 0);
    if (m_targetOnly.rowCount() <= 4 * kMostRows && m_targetOnly.arena().used() <= kMostBytes)
        return;
    m_knowsTargetOnly = false;
    m_targetOnly = RowBatch();
}

bool Stragglers::add(std::span<const Cell> row, qint64 line)
{
    if (m_rows.isEmpty())
        m_rows.clear(static_cast<qsizetype>(row.size()));
    m_rows.appendCopy(row, line);
    return m_knowsTargetOnly && m_rows.rowCount() <= kMostRows && m_rows.arena().used() <= kMostBytes;
}

bool Stragglers::isTargetOnly(std::span<const Cell> row) const
{
    qsizetype low = 0;
    qsizetype high = m_targetOnly.rowCount();
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        const int order = m_key.compareWithKey(m_targetOnly.row(middle), row, m_sourceKey);
        if (order == 0)
            return true;
        (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
    }
    return false;
}

/// Rejects stand between the changes and have no place in their order.
int Stragglers::orderOf(const ScratchRow &entry, std::span<const Cell> row) const
{
    if (!ChangeSpool::kindOf(entry))
        return -1;
    return m_key.compare(entry.cells, m_targetKey, row, m_sourceKey); // before, or an insert's only row
}

/// False where the target's equality is not that of the comparison.
Result<bool> Stragglers::lookUp(qsizetype first, RowLookup &target)
{
    m_keys.clear();
    const qsizetype end = std::min(first + kLookedUpAtOnce, m_rows.rowCount());
    for (qsizetype i = first; i < end; ++i) {
        for (const int column : m_sourceKey) {
            m_keys.push_back(m_rows.row(i)[static_cast<size_t>(column)]);
            if (m_keys.back().isNull())
                return false;
        }
    }
    m_found.clear(m_targetColumns); // what a lookup adds rows to must know their width
    RETURN_IF_ERROR(target.findAll(m_keys, m_sourceKey.size(), m_found, m_places));
    for (qsizetype i = first; i < end; ++i) {
        const qsizetype place = m_places[static_cast<size_t>(i - first)];
        if (place >= 0
            && m_key.compare(m_rows.row(i), m_sourceKey, std::as_const(m_found).row(place), m_targetKey) != 0)
            return false;
    }
    return true;
}

/// Of a straggler that no row of the spool has the key of.
Result<bool> Stragglers::place(qsizetype index, const Handler &handler)
{
    const std::span<const Cell> row = std::as_const(m_rows).row(index);
    const qsizetype found = m_places[static_cast<size_t>(index % kLookedUpAtOnce)];
    if (found < 0) {
        RETURN_IF_ERROR(handler.onSourceOnly(row, m_rows.line(index)));
        return true;
    }
    if (!isTargetOnly(row)) // it has met its row already
        return false;
    RETURN_IF_ERROR(handler.onBoth(row, m_rows.line(index), std::as_const(m_found).row(found), false));
    return true;
}

Result<bool> Stragglers::weave(const ChangeSpool &spool, RowLookup &target, const Handler &handler)
{
    ScratchRowReader spooled = spool.rows();
    ScratchRow entry;
    ASSIGN_OR_RETURN(bool hasEntry, spooled.next(entry));
    for (qsizetype i = 0; i < m_rows.rowCount(); ++i) {
        if (i % kLookedUpAtOnce == 0) {
            ASSIGN_OR_RETURN(const bool isClear, lookUp(i, target));
            if (!isClear)
                return false;
        }
        const std::span<const Cell> row = std::as_const(m_rows).row(i);
        int order = 1;
        while (hasEntry) {
            order = orderOf(entry, row);
            if (order >= 0)
                break;
            RETURN_IF_ERROR(handler.keep(entry));
            ASSIGN_OR_RETURN(hasEntry, spooled.next(entry));
        }
        if (hasEntry && order == 0) {
            if (ChangeSpool::kindOf(entry) != ChangeKind::Delete)
                return false;
            RETURN_IF_ERROR(handler.onBoth(row, m_rows.line(i), entry.cells, true));
            ASSIGN_OR_RETURN(hasEntry, spooled.next(entry));
            continue;
        }
        ASSIGN_OR_RETURN(const bool isPlaced, place(i, handler));
        if (!isPlaced)
            return false;
    }
    while (hasEntry) {
        RETURN_IF_ERROR(handler.keep(entry));
        ASSIGN_OR_RETURN(hasEntry, spooled.next(entry));
    }
    return true;
}

} // namespace galley
