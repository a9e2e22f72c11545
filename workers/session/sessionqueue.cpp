// SPDX-License-Identifier: MIT
#include "workers/session/sessionqueue.h"

#include <algorithm>

namespace galley {

void SessionQueue::push(SessionRequest request)
{
    const QMutexLocker lock(&m_mutex);
    if (m_isClosed)
        return;
    if (m_running && m_running->isIdle() && !request.isIdle())
        interrupt();
    m_waiting.push_back(std::move(request));
}

std::optional<SessionRequest> SessionQueue::take()
{
    const QMutexLocker lock(&m_mutex);
    if (m_waiting.empty() || m_isClosed)
        return {};
    // Rows that were asked for last are what the user looks at now; all else is answered in turn.
    const auto next = std::ranges::min_element(m_waiting, [](const auto &a, const auto &b) {
        if (a.kind != b.kind)
            return a.kind < b.kind;
        return a.kind == SessionRequest::Kind::Rows ? a.number > b.number : a.number < b.number;
    });
    m_running = std::move(*next);
    m_waiting.erase(next);
    m_isRunningUnwanted = false;
    return m_running;
}

bool SessionQueue::finish()
{
    const QMutexLocker lock(&m_mutex);
    m_running.reset();
    return !m_isRunningUnwanted && !m_isClosed;
}

void SessionQueue::cancel(quint64 number)
{
    const QMutexLocker lock(&m_mutex);
    std::erase_if(m_waiting, [number](const SessionRequest &each) { return each.number == number; });
    if (!m_running || m_running->number != number)
        return;
    m_isRunningUnwanted = true;
    interrupt();
}

void SessionQueue::close()
{
    const QMutexLocker lock(&m_mutex);
    m_isClosed = true;
    m_waiting.clear();
    if (m_running)
        interrupt();
}

void SessionQueue::setConnection(Connection *connection)
{
    const QMutexLocker lock(&m_mutex);
    m_connection = connection;
}

void SessionQueue::interrupt()
{
    if (m_connection != nullptr)
        m_connection->interrupt();
}

} // namespace galley
