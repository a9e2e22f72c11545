// SPDX-License-Identifier: MIT
//
// How long the window's thread works at one event, at the most. While it does, nothing is painted and no key
// is taken.
//
// What is measured is the processor time of that thread (CLOCK_THREAD_CPUTIME_ID) within one dispatch from
// the event loop, not the time on the wall: it does not depend on what else the machine does. What the
// thread waits for (a lock, a disk) does not count as work; it is kept apart, to be looked at, since it does
// depend on that.
//
// Threads: UI thread.
#pragma once

#include <QApplication>

namespace galley::test {

/// What a dispatch may take: 50 ms where the compiler optimises. Without that, and under the sanitizers, the
/// same work takes several times as long; the limit grows by how much was seen, and a stall by a whole table
/// still shows.
#if defined(__SANITIZE_ADDRESS__)
constexpr double kStallLimitMs = 500;
#elif defined(__OPTIMIZE__)
constexpr double kStallLimitMs = 50;
#else
constexpr double kStallLimitMs = 200;
#endif

struct Stall
{
    double workMs = 0; ///< processor time
    double wallMs = 0;
    QString what; ///< who got which event
};

class WatchedApplication : public QApplication
{
    Q_OBJECT

public:
    WatchedApplication(int &argc, char **argv);

    void restart() { m_longest = {}; }
    /// By processor time, since restart().
    const Stall &longest() const { return m_longest; }
    bool notify(QObject *receiver, QEvent *event) override;

private:
    Stall m_longest;
    int m_depth = 0;
};

} // namespace galley::test
