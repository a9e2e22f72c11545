// SPDX-License-Identifier: MIT
//
// A set of whole numbers as closed intervals in order: which of millions of changes were declined.
#pragma once

#include <QtGlobal>

#include <utility>
#include <vector>

namespace galley {

/// Intervals neither overlap nor touch.
class IntervalSet
{
public:
    using Interval = std::pair<qint64, qint64>;

    bool isEmpty() const { return m_intervals.empty(); }
    bool contains(qint64 number) const;
    qint64 count() const;
    /// How many of the set lie in [first, last].
    qint64 countIn(qint64 first, qint64 last) const;
    const std::vector<Interval> &intervals() const { return m_intervals; }

    /// REQUIRES: first <= last, here and below.
    void add(qint64 first, qint64 last);
    void remove(qint64 first, qint64 last);
    /// Adds intervals that are in order; one pass over both, whatever their number.
    void add(const std::vector<Interval> &others);
    void remove(const std::vector<Interval> &others);

private:
    std::vector<Interval> m_intervals;
};

} // namespace galley
