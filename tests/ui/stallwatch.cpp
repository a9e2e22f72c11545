// SPDX-License-Identifier: MIT
#include "tests/ui/stallwatch.h"

#include <QEvent>
#include <QThread>

#include <ctime>

namespace galley::test {

namespace {

double msOf(clockid_t clock)
{
    timespec now = {};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

WatchedApplication::WatchedApplication(int &argc, char **argv)
    : QApplication(argc, argv)
{
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread() || m_depth > 0)
        return QApplication::notify(receiver, event);
    // Both may be gone afterwards.
    const char *const name = receiver->metaObject()->className();
    const int type = event->type();
    const double workBefore = msOf(CLOCK_THREAD_CPUTIME_ID);
    const double wallBefore = msOf(CLOCK_MONOTONIC);
    ++m_depth;
    const bool isTaken = QApplication::notify(receiver, event);
    --m_depth;
    const double work = msOf(CLOCK_THREAD_CPUTIME_ID) - workBefore;
    if (work > m_longest.workMs)
        m_longest = {work, msOf(CLOCK_MONOTONIC) - wallBefore,
                     QStringLiteral("%1, event %2").arg(QLatin1String(name)).arg(type)};
    return isTaken;
}

} // namespace galley::test
