// SPDX-License-Identifier: MIT
//
// SIGINT, SIGTERM, SIGHUP and a timeout as a stop token. The handler only writes a byte into a pipe; a thread
// reads it and asks for the stop.
//
// Threads: one object at a time in the process, on the main thread.
#pragma once

#include <atomic>
#include <optional>
#include <stop_token>
#include <thread>

#include <csignal>

namespace galley::cli {

class Canceller
{
public:
    explicit Canceller(std::optional<int> timeoutMs);
    Canceller(const Canceller &) = delete;
    Canceller &operator=(const Canceller &) = delete;
    /// Puts the former handlers back.
    ~Canceller();

    std::stop_token token() const { return m_stop.get_token(); }
    bool hasTimedOut() const { return m_hasTimedOut; }

private:
    void watch(std::optional<int> timeoutMs);

    std::stop_source m_stop;
    std::atomic<bool> m_hasTimedOut = false;
    struct sigaction m_before[3] = {};
    std::thread m_watcher;
};

} // namespace galley::cli
