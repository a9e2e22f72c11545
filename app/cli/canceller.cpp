// SPDX-License-Identifier: MIT
#include "app/cli/canceller.h"

#include <array>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace galley::cli {

namespace {

constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};
constexpr char kSignalled = 's';
constexpr char kEnd = 'e';

/// Written by the handler: it may use nothing but plain descriptors.
std::array<int, 2> g_pipe = {-1, -1};

void onSignal(int number)
{
    const int before = errno;
    const char byte = kSignalled;
    [[maybe_unused]] const ssize_t written = ::write(g_pipe[1], &byte, 1);
    // The next one ends the program at once, should the job not stop.
    struct sigaction byDefault = {};
    byDefault.sa_handler = SIG_DFL;
    ::sigaction(number, &byDefault, nullptr);
    errno = before;
}

} // namespace

Canceller::Canceller(std::optional<int> timeoutMs)
{
    if (::pipe2(g_pipe.data(), O_CLOEXEC) != 0)
        g_pipe = {-1, -1};
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < kSignals.size(); ++i)
        ::sigaction(kSignals[i], &action, &m_before[i]);
    m_watcher = std::thread([this, timeoutMs] { watch(timeoutMs); });
}

Canceller::~Canceller()
{
    for (size_t i = 0; i < kSignals.size(); ++i)
        ::sigaction(kSignals[i], &m_before[i], nullptr);
    [[maybe_unused]] const ssize_t written = ::write(g_pipe[1], &kEnd, 1);
    m_watcher.join();
    for (int &end : g_pipe)
        ::close(std::exchange(end, -1));
}

void Canceller::watch(std::optional<int> timeoutMs)
{
    for (;;) {
        pollfd poll = {g_pipe[0], POLLIN, 0};
        const int ready = ::poll(&poll, 1, timeoutMs.value_or(-1));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready == 0) {
            m_hasTimedOut = true;
            m_stop.request_stop();
            timeoutMs.reset();
            continue;
        }
        char byte = kEnd;
        if (ready < 0 || ::read(g_pipe[0], &byte, 1) != 1 || byte == kEnd)
            return;
        m_stop.request_stop();
    }
}

} // namespace galley::cli
