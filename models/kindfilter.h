// SPDX-License-Identifier: MIT
//
// Which of a table's row changes are shown, as a mapping between rows of a view and changes: for millions of
// changes one byte each and a count every thousand.
#pragma once

#include "models/intervalset.h"
#include "workers/engines/engine.h"

#include <QByteArray>

namespace galley {

/// A set of ChangeKind, one bit each.
using KindMask = quint8;
constexpr KindMask kindBit(ChangeKind kind)
{
    return static_cast<KindMask>(1U << static_cast<unsigned>(kind));
}
constexpr KindMask kAllKinds =
    kindBit(ChangeKind::Insert) | kindBit(ChangeKind::Update) | kindBit(ChangeKind::Delete);

class KindFilter
{
public:
    KindFilter() = default;
    /// Everything is shown; kinds need not be known yet.
    explicit KindFilter(qint64 count);
    /// `kinds`: one ChangeKind byte for each change (ChangeSet::kinds()).
    KindFilter(const QByteArray &kinds, KindMask mask);

    qint64 count() const { return m_count; }
    /// REQUIRES: 0 <= row < count(). Returns the index of the change, from 0.
    qint64 indexAt(qint64 row) const;
    /// The row of the first shown change at or after `index`; count() where there is none.
    qint64 rowFrom(qint64 index) const;
    /// What is shown as intervals of indexes.
    std::vector<IntervalSet::Interval> intervals() const;
    /// For a map of `buckets` stripes over all rows: the kinds in each. Large tables are sampled.
    std::vector<KindMask> stripes(int buckets) const;

    /// Changes, whether shown or not.
    qint64 size() const { return m_kinds.isEmpty() ? m_count : m_kinds.size(); }
    bool isShown(qint64 index) const;

private:
    QByteArray m_kinds;
    KindMask m_mask = kAllKinds;
    qint64 m_count = 0;
    std::vector<qint64> m_before; ///< shown before index i * kStep
};

} // namespace galley
