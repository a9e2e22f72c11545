// SPDX-License-Identifier: MIT
//
// The speed of a job over its whole length, in a bounded number of values. A plain value.
#pragma once

#include <QList>

namespace galley {

class SpeedCurve
{
public:
    static constexpr qsizetype kMostValues = 240;

    /// Counting begins anew at `rows`; what was drawn stays.
    void restart(qint64 ms, qint64 rows);
    /// `rows` were done after `ms`.
    void add(qint64 ms, qint64 rows);
    /// Rows per second, oldest first, at equal distances.
    const QList<double> &values() const { return m_values; }
    qint64 lastRows() const { return m_rows; }

private:
    QList<double> m_values;
    qint64 m_stepMs = 200; ///< how far one lies from the next
    qint64 m_ms = 0; ///< when the last was taken
    qint64 m_rows = 0;
};

} // namespace galley
