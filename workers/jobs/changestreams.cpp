// SPDX-License-Identifier: MIT
#include "workers/jobs/changestreams.h"

namespace galley {

ChosenChanges::ChosenChanges(std::unique_ptr<ChangeReader> changes, Intervals declined, Step step)
    : m_changes(std::move(changes))
    , m_declined(std::move(declined))
    , m_step(std::move(step))
{
    std::sort(m_declined.begin(), m_declined.end());
}

Result<bool> ChosenChanges::next(RowChange &change)
{
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasChange, m_changes->next(change));
        if (!hasChange)
            return false;
        while (m_at < m_declined.size() && m_declined[m_at].second < change.number)
            ++m_at;
        if (m_at < m_declined.size() && m_declined[m_at].first <= change.number)
            continue;
        if (m_step)
            RETURN_IF_ERROR(m_step(change));
        return true;
    }
}

InverseChanges::InverseChanges(std::unique_ptr<ChangeReader> changes, const ChangeShape &shape,
                               std::unique_ptr<RowLookup> lookup)
    : m_changes(std::move(changes))
    , m_shape(shape)
    , m_lookup(std::move(lookup))
    , m_isWhole(std::find(shape.isSet.begin(), shape.isSet.end(), false) == shape.isSet.end())
    , m_key(shape.shape.key.size())
{
}

Result<bool> InverseChanges::next(RowChange &change)
{
    ASSIGN_OR_RETURN(const bool hasChange, m_changes->next(change));
    if (!hasChange)
        return false;
    std::swap(change.before, change.after);
    if (change.kind == ChangeKind::Insert)
        change.kind = ChangeKind::Delete;
    else if (change.kind == ChangeKind::Delete)
        change.kind = ChangeKind::Insert;
    if (change.kind == ChangeKind::Delete && !m_isWhole && m_lookup)
        RETURN_IF_ERROR(complete(change));
    return true;
}

Result<void> InverseChanges::complete(RowChange &change)
{
    for (size_t i = 0; i < m_key.size(); ++i)
        m_key[i] = change.before[static_cast<size_t>(m_shape.shape.key[i])];
    m_row.clear(m_shape.shape.columnCount());
    ASSIGN_OR_RETURN(const bool isThere, m_lookup->find(m_key, m_row));
    if (!isThere)
        return {};
    for (size_t i = 0; i < change.before.size(); ++i) {
        if (m_shape.isSet[i] && !(m_row.row(0)[i] == change.before[i]))
            return {}; // changed since: the sink says so
    }
    change.before = std::as_const(m_row).row(0);
    return {};
}

} // namespace galley
