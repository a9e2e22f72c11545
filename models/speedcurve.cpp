// SPDX-License-Identifier: MIT
#include "models/speedcurve.h"

#include <algorithm>

namespace galley {

void SpeedCurve::restart(qint64 ms, qint64 rows)
{
    m_ms = ms;
    m_rows = rows;
}

/// A job of any length has one curve: where it becomes too long, two neighbours become one.
void SpeedCurve::add(qint64 ms, qint64 rows)
{
    const qint64 steps = (ms - m_ms) / m_stepMs;
    if (steps < 1)
        return;
    const double speed = static_cast<double>(rows - m_rows) * 1000 / static_cast<double>(ms - m_ms);
    for (qint64 i = 0; i < std::min<qint64>(steps, kMostValues); ++i)
        m_values += speed;
    m_ms = ms;
    m_rows = rows;
    while (m_values.size() > kMostValues) {
        QList<double> half;
        for (qsizetype i = 0; i + 1 < m_values.size(); i += 2)
            half += (m_values[i] + m_values[i + 1]) / 2;
        m_values = half;
        m_stepMs *= 2;
    }
}

} // namespace galley
