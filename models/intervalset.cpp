// SPDX-License-Identifier: MIT
#include "models/intervalset.h"

#include <algorithm>

namespace galley {

namespace {

using Intervals = std::vector<IntervalSet::Interval>;

/// The first interval that ends at or after `number`.
Intervals::const_iterator endingFrom(const Intervals &intervals, qint64 number)
{
    return std::lower_bound(intervals.begin(), intervals.end(), number,
                            [](const auto &one, qint64 value) { return one.second < value; });
}

void append(Intervals &out, const IntervalSet::Interval &next)
{
    if (!out.empty() && next.first <= out.back().second + 1)
        out.back().second = std::max(out.back().second, next.second);
    else
        out.push_back(next);
}

} // namespace

bool IntervalSet::contains(qint64 number) const
{
    const auto found = endingFrom(m_intervals, number);
    return found != m_intervals.end() && found->first <= number;
}

qint64 IntervalSet::count() const
{
    qint64 sum = 0;
    for (const auto &[first, last] : m_intervals)
        sum += last - first + 1;
    return sum;
}

qint64 IntervalSet::countIn(qint64 first, qint64 last) const
{
    qint64 sum = 0;
    for (auto it = endingFrom(m_intervals, first); it != m_intervals.end() && it->first <= last; ++it)
        sum += std::min(last, it->second) - std::max(first, it->first) + 1;
    return sum;
}

void IntervalSet::add(qint64 first, qint64 last)
{
    const auto from = m_intervals.begin() + (endingFrom(m_intervals, first - 1) - m_intervals.cbegin());
    auto to = from;
    while (to != m_intervals.end() && to->first <= last + 1) {
        first = std::min(first, to->first);
        last = std::max(last, to->second);
        ++to;
    }
    m_intervals.insert(m_intervals.erase(from, to), {first, last});
}

void IntervalSet::remove(qint64 first, qint64 last)
{
    const auto from = m_intervals.begin() + (endingFrom(m_intervals, first) - m_intervals.cbegin());
    auto to = from;
    Intervals left;
    while (to != m_intervals.end() && to->first <= last) {
        if (to->first < first)
            left.emplace_back(to->first, first - 1);
        if (to->second > last)
            left.emplace_back(last + 1, to->second);
        ++to;
    }
    m_intervals.insert(m_intervals.erase(from, to), left.begin(), left.end());
}

void IntervalSet::add(const std::vector<Interval> &others)
{
    Intervals both;
    both.reserve(m_intervals.size() + others.size());
    std::merge(m_intervals.begin(), m_intervals.end(), others.begin(), others.end(),
               std::back_inserter(both));
    Intervals out;
    for (const Interval &one : both)
        append(out, one);
    m_intervals = std::move(out);
}

void IntervalSet::remove(const std::vector<Interval> &others)
{
    Intervals out;
    auto hole = others.begin();
    for (Interval rest : m_intervals) {
        while (hole != others.end() && hole->second < rest.first)
            ++hole;
        // A hole may reach into the next interval: it is not passed until it ends.
        auto inside = hole;
        while (inside != others.end() && inside->first <= rest.second && rest.first <= rest.second) {
            if (inside->first > rest.first)
                out.emplace_back(rest.first, inside->first - 1);
            rest.first = std::max(rest.first, inside->second + 1);
            hole = inside;
            ++inside;
        }
        if (rest.first <= rest.second)
            out.push_back(rest);
    }
    m_intervals = std::move(out);
}

} // namespace galley
