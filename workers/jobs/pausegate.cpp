// SPDX-License-Identifier: MIT
#include "workers/jobs/pausegate.h"

namespace galley {

PauseGate::PauseGate(std::function<void(const State &)> onChange)
    : m_onChange(std::move(onChange))
{
}

/// Tells under the lock, so that what is told last is what is.
void PauseGate::change(const std::function<void()> &what)
{
    what();
    m_state.isWaiting = m_waiting > 0;
    m_state.isHeldOpen = m_holding > 0;
    if (m_onChange)
        m_onChange(m_state);
}

void PauseGate::pause()
{
    const std::lock_guard lock(m_mutex);
    change([this] { m_state.isAsked = true; });
}

void PauseGate::resume()
{
    {
        const std::lock_guard lock(m_mutex);
        change([this] { m_state.isAsked = false; });
    }
    m_changed.notify_all();
}

PauseGate::State PauseGate::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

void PauseGate::pass(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const auto isOpen = [this] { return !m_state.isAsked || m_holding > 0; };
    if (isOpen() || stop.stop_requested())
        return;
    change([this] { ++m_waiting; });
    m_changed.wait(lock, stop, isOpen);
    change([this] { --m_waiting; });
}

void PauseGate::holdOpen()
{
    {
        const std::lock_guard lock(m_mutex);
        change([this] { ++m_holding; });
    }
    m_changed.notify_all();
}

void PauseGate::letGo()
{
    const std::lock_guard lock(m_mutex);
    change([this] { --m_holding; });
}

} // namespace galley
