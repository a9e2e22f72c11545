// SPDX-License-Identifier: MIT
//
// Where a job stands still while it is paused: at the places where it asks whether it is cancelled. What it
// reads stays open meanwhile, so that it goes on with the same snapshot
// (docs/decisions/0121-pausing-a-job.md).
//
// Threads: any.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>

namespace galley {

class PauseGate
{
public:
    struct State
    {
        bool isAsked = false; ///< somebody wants it to stand still
        bool isWaiting = false; ///< it does
        bool isHeldOpen = false; ///< it must not: a transaction is open
    };
    /// Called on the thread that changed the state, in the order of the changes; must not call back.
    explicit PauseGate(std::function<void(const State &)> onChange = {});

    void pause();
    void resume();
    State state() const;
    /// Returns at once unless paused; else when resumed or stopped.
    void pass(const std::stop_token &stop);
    /// Between both nothing waits; a pause that was asked for comes after.
    void holdOpen();
    void letGo();

private:
    void change(const std::function<void()> &what);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    State m_state;
    int m_waiting = 0; ///< threads
    int m_holding = 0;
    std::function<void(const State &)> m_onChange;
};

} // namespace galley
