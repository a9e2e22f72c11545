// SPDX-License-Identifier: MIT
#include "models/roworder.h"

#include <algorithm>

namespace galley {

namespace {

constexpr qint64 kSamplesEach = 2000;

KindMask bitOf(char kind)
{
    return static_cast<KindMask>(1U << static_cast<unsigned char>(kind));
}

} // namespace

RowOrder::RowOrder(const Sorted &sorted, const QByteArray &kinds, KindMask mask, bool isDescending)
    : m_kinds(kinds)
    , m_sorted(sorted)
    , m_isDescending(isDescending)
{
    if (mask == kAllKinds)
        return;
    auto shown = std::make_shared<std::vector<quint32>>();
    for (const quint32 index : *sorted) {
        if ((bitOf(kinds.constData()[index]) & mask) != 0)
            shown->push_back(index);
    }
    m_sorted = std::move(shown);
}

qint64 RowOrder::count() const
{
    return m_sorted ? static_cast<qint64>(m_sorted->size()) : m_filter.count();
}

qint64 RowOrder::indexAt(qint64 row) const
{
    if (!m_sorted)
        return m_filter.indexAt(row);
    const auto at = static_cast<size_t>(m_isDescending ? count() - 1 - row : row);
    return (*m_sorted)[at];
}

qint64 RowOrder::rowOf(qint64 index) const
{
    if (!m_sorted) {
        const qint64 row = m_filter.rowFrom(index);
        return row < m_filter.count() && m_filter.indexAt(row) == index ? row : -1;
    }
    const auto found = std::find(m_sorted->begin(), m_sorted->end(), static_cast<quint32>(index));
    if (found == m_sorted->end())
        return -1;
    const qint64 row = found - m_sorted->begin();
    return m_isDescending ? count() - 1 - row : row;
}

qint64 RowOrder::nextMarked(qint64 row, int step, const std::vector<bool> &marks) const
{
    // Unsorted rows are walked by their changes: a filter finds those of rows slowly.
    const qint64 all = m_sorted ? count() : m_filter.size();
    qint64 at = m_sorted ? row : indexAt(row);
    for (qint64 looked = 0; looked < all; ++looked) {
        at += step;
        if (at < 0 || at >= all)
            at = step > 0 ? 0 : all - 1;
        const qint64 index = m_sorted ? indexAt(at) : at;
        if (marks[static_cast<size_t>(index)] && (m_sorted || m_filter.isShown(index)))
            return m_sorted ? at : m_filter.rowFrom(index);
    }
    return -1;
}

std::vector<KindMask> RowOrder::stripes(int buckets) const
{
    if (!m_sorted)
        return m_filter.stripes(buckets);
    std::vector<KindMask> out(static_cast<size_t>(buckets), 0);
    const qint64 rows = count();
    for (int bucket = 0; rows > 0 && !m_kinds.isEmpty() && bucket < buckets; ++bucket) {
        const qint64 from = std::min(rows * bucket / buckets, rows - 1);
        const qint64 to = std::max(from + 1, rows * (bucket + 1) / buckets);
        const qint64 step = std::max<qint64>(1, (to - from) / kSamplesEach);
        for (qint64 row = from; row < to; row += step)
            out[static_cast<size_t>(bucket)] |= bitOf(m_kinds.constData()[indexAt(row)]);
    }
    return out;
}

} // namespace galley
