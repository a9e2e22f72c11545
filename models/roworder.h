// SPDX-License-Identifier: MIT
//
// Which of a table's row changes are shown and in which order: between rows of a view and changes.
#pragma once

#include "models/kindfilter.h"

#include <memory>

namespace galley {

class RowOrder
{
public:
    using Sorted = std::shared_ptr<const std::vector<quint32>>;

    RowOrder() = default;
    /// In the order of the changes.
    explicit RowOrder(KindFilter filter)
        : m_filter(std::move(filter))
    {
    }
    /// `sorted`: the indexes of all changes in ascending order. `kinds`: as for KindFilter.
    RowOrder(const Sorted &sorted, const QByteArray &kinds, KindMask mask, bool isDescending);

    qint64 count() const;
    /// REQUIRES: 0 <= row < count(). Returns the index of the change, from 0.
    qint64 indexAt(qint64 row) const;
    /// The row that shows the change; -1 where it is not shown.
    qint64 rowOf(qint64 index) const;
    /// The next row behind `row` (`step` 1, else before it) whose change is marked, beginning anew at the
    /// end; -1 where there is none. REQUIRES: a mark for each change, 0 <= row < count().
    qint64 nextMarked(qint64 row, int step, const std::vector<bool> &marks) const;
    /// For a map of `buckets` stripes over all rows: the kinds in each. Large tables are sampled.
    std::vector<KindMask> stripes(int buckets) const;

private:
    KindFilter m_filter;
    QByteArray m_kinds; ///< where it is sorted
    Sorted m_sorted; ///< only what is shown
    bool m_isDescending = false;
};

} // namespace galley
