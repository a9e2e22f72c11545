// SPDX-License-Identifier: MIT
#include "models/kindfilter.h"

#include <algorithm>

namespace galley {

namespace {

constexpr qint64 kStep = 1024;
constexpr qint64 kSamplesEach = 2000;

KindMask bitOf(char kind)
{
    return static_cast<KindMask>(1U << static_cast<unsigned char>(kind));
}

} // namespace

KindFilter::KindFilter(qint64 count)
    : m_count(count)
{
}

KindFilter::KindFilter(const QByteArray &kinds, KindMask mask)
    : m_kinds(kinds)
    , m_mask(mask)
{
    if (mask == kAllKinds) {
        m_count = kinds.size();
        return;
    }
    m_before.reserve(static_cast<size_t>(kinds.size() / kStep + 1));
    const char *const data = kinds.constData();
    const qint64 size = kinds.size();
    for (qint64 i = 0; i < size; ++i) {
        if (i % kStep == 0)
            m_before.push_back(m_count);
        m_count += (bitOf(data[i]) & mask) != 0 ? 1 : 0;
    }
}

bool KindFilter::isShown(qint64 index) const
{
    return m_mask == kAllKinds || (bitOf(m_kinds.constData()[index]) & m_mask) != 0;
}

qint64 KindFilter::indexAt(qint64 row) const
{
    if (m_mask == kAllKinds)
        return row;
    const auto block = std::upper_bound(m_before.begin(), m_before.end(), row) - m_before.begin() - 1;
    qint64 left = row - m_before[static_cast<size_t>(block)];
    qint64 index = block * kStep;
    for (; index < m_kinds.size(); ++index) {
        if (isShown(index) && left-- == 0)
            break;
    }
    return index;
}

qint64 KindFilter::rowFrom(qint64 index) const
{
    if (m_mask == kAllKinds || m_before.empty())
        return std::min(index, m_count);
    index = std::clamp<qint64>(index, 0, m_kinds.size());
    const qint64 block = std::min(index / kStep, static_cast<qint64>(m_before.size()) - 1);
    qint64 row = m_before[static_cast<size_t>(block)];
    for (qint64 i = block * kStep; i < index; ++i)
        row += isShown(i) ? 1 : 0;
    return row;
}

std::vector<IntervalSet::Interval> KindFilter::intervals() const
{
    if (m_count == 0)
        return {};
    if (m_mask == kAllKinds)
        return {{0, m_count - 1}};
    std::vector<IntervalSet::Interval> out;
    for (qint64 i = 0; i < m_kinds.size(); ++i) {
        if (!isShown(i))
            continue;
        if (!out.empty() && out.back().second == i - 1)
            ++out.back().second;
        else
            out.emplace_back(i, i);
    }
    return out;
}

std::vector<KindMask> KindFilter::stripes(int buckets) const
{
    std::vector<KindMask> out(static_cast<size_t>(buckets), 0);
    if (m_count == 0 || m_kinds.isEmpty())
        return out;
    for (int bucket = 0; bucket < buckets; ++bucket) {
        const qint64 from = m_count * bucket / buckets;
        const qint64 to = std::max(from + 1, m_count * (bucket + 1) / buckets);
        const qint64 first = indexAt(std::min(from, m_count - 1));
        const qint64 end = to >= m_count ? m_kinds.size() : indexAt(to);
        const qint64 step = std::max<qint64>(1, (end - first) / kSamplesEach);
        for (qint64 i = first; i < end; i += step)
            out[static_cast<size_t>(bucket)] |= static_cast<KindMask>(bitOf(m_kinds.constData()[i]) & m_mask);
    }
    return out;
}

} // namespace galley
