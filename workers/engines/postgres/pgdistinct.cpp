// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgdistinct.h"

namespace galley {

namespace {
constexpr size_t kMostRuns = 100'000; ///< some 6 MiB
}

bool PgDistinct::add(std::span<const Cell> row)
{
    if (m_cells.empty())
        return false;
    for (const size_t index : m_cells) {
        if (row[index].kind() != CellKind::Integer)
            return false;
    }
    return m_cells.size() == 1 ? addNumber(row[m_cells.front()].asInteger()) : isBehind(row);
}

bool PgDistinct::addNumber(qint64 number)
{
    if (m_run == m_runs.end() || number <= m_run->first || number - 1 > m_run->second) {
        m_run = m_runs.upper_bound(number); // of the runs that begin before or at the number, the last
        if (m_run != m_runs.begin())
            --m_run;
    }
    const bool isAfter = m_run != m_runs.end() && m_run->first <= number;
    if (isAfter && number <= m_run->second)
        return false;
    if (isAfter && number - 1 == m_run->second)
        m_run->second = number;
    else
        m_run = m_runs.emplace(number, number).first;
    if (const auto next = std::next(m_run); next != m_runs.end() && next->first - 1 == number) {
        m_run->second = next->second;
        m_runs.erase(next);
    }
    return m_runs.size() <= kMostRuns;
}

bool PgDistinct::isBehind(std::span<const Cell> row)
{
    bool isGreater = m_last.empty();
    m_last.resize(m_cells.size());
    for (size_t i = 0; i < m_cells.size(); ++i) {
        const qint64 number = row[m_cells[i]].asInteger();
        if (!isGreater && number < m_last[i])
            return false;
        isGreater = isGreater || number > m_last[i];
        m_last[i] = number;
    }
    return isGreater;
}

} // namespace galley
