// SPDX-License-Identifier: MIT
#include "tests/support/cuttingproxy.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace galley::test {

namespace {

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<quint16>(port));
    return address;
}

/// As much as goes without waiting: whoever does not read on one line must not hold up the others. What is
/// left stays in `waiting`. False where the line is broken.
bool sendOn(int socket, std::string &waiting)
{
    while (!waiting.empty()) {
        const ssize_t sent = ::send(socket, waiting.data(), waiting.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0)
            return errno == EAGAIN || errno == EWOULDBLOCK;
        waiting.erase(0, static_cast<size_t>(sent));
    }
    return true;
}

} // namespace

CuttingProxy::CuttingProxy(int port)
    : m_target(port)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) == 0 && ::listen(m_listener, 50) == 0
        && ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

CuttingProxy::~CuttingProxy()
{
    m_isStopped = true;
    m_thread.join();
    ::close(m_listener);
}

void CuttingProxy::set(Cut cut, qint64 bytes, bool isForGood)
{
    m_cut = Cut::Nowhere;
    m_passed = 0;
    m_hasCut = false;
    m_most = bytes;
    m_isForGood = isForGood;
    m_cut = cut;
}

void CuttingProxy::close(Line &line)
{
    for (int *socket : {&line.client, &line.server}) {
        if (*socket >= 0)
            ::close(*socket);
        *socket = -1;
    }
}

void CuttingProxy::accept()
{
    Line line;
    line.client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    line.server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(m_target);
    const bool isRefused = m_hasCut && m_isForGood;
    if (isRefused || ::connect(line.server, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        close(line);
    else
        m_lines.push_back(line);
}

/// Of a socket: nothing is read while what was read last waits to be sent on.
static short eventsOf(const std::string &waitsForOther, const std::string &waitsForThis)
{
    return static_cast<short>((waitsForOther.empty() ? POLLIN : 0) | (waitsForThis.empty() ? 0 : POLLOUT));
}

bool CuttingProxy::passOn(Line &line, bool isFromServer)
{
    std::array<char, 16384> buffer{};
    const ssize_t got = ::recv(isFromServer ? line.server : line.client, buffer.data(), buffer.size(), 0);
    if (got <= 0)
        return false;
    std::string_view bytes(buffer.data(), static_cast<size_t>(got));
    const Cut cut = m_cut;
    if (!isFromServer) {
        // The statement stands in one piece: it is sent alone, and is short.
        const bool isCommit = bytes.size() < 64 && bytes.find("COMMIT") != std::string_view::npos
            && bytes.find("PREPARED") == std::string_view::npos;
        if (isCommit && (cut == Cut::BeforeCommit || cut == Cut::AfterCommit)) {
            m_hasCut = true;
            m_cut = Cut::Nowhere;
            line.isEnding = true;
            if (cut == Cut::BeforeCommit)
                return false;
        }
        line.toServer = bytes;
        return sendOn(line.server, line.toServer);
    }
    if (line.isEnding)
        return false;
    if (cut == Cut::AfterBytes && m_passed + got >= m_most) {
        bytes = bytes.substr(0, static_cast<size_t>(std::max<qint64>(0, m_most - m_passed)));
        m_hasCut = true;
        line.toClient = bytes;
        sendOn(line.client, line.toClient);
        return false;
    }
    m_passed += got;
    line.toClient = bytes;
    return sendOn(line.client, line.toClient);
}

void CuttingProxy::run()
{
    while (!m_isStopped) {
        std::vector<pollfd> polled = {{m_listener, POLLIN, 0}};
        for (const Line &line : m_lines) {
            polled.push_back({line.client, eventsOf(line.toServer, line.toClient), 0});
            polled.push_back({line.server, eventsOf(line.toClient, line.toServer), 0});
        }
        if (::poll(polled.data(), polled.size(), 50) <= 0)
            continue;
        for (size_t i = 0; i < m_lines.size(); ++i) {
            Line &line = m_lines[i];
            for (const bool isFromServer : {false, true}) {
                if (line.client < 0)
                    continue;
                const short ready = polled[2 * i + (isFromServer ? 2 : 1)].revents;
                std::string &waiting = isFromServer ? line.toServer : line.toClient;
                const bool isSent =
                    (ready & POLLOUT) == 0 || sendOn(isFromServer ? line.server : line.client, waiting);
                const bool isBroken = (ready & (POLLERR | POLLHUP | POLLNVAL)) != 0 && (ready & POLLIN) == 0
                    && (isFromServer ? line.toClient : line.toServer).empty();
                if (!isSent || isBroken || ((ready & POLLIN) != 0 && !passOn(line, isFromServer)))
                    close(line);
            }
        }
        if (m_hasCut && m_cut == Cut::AfterBytes)
            std::for_each(m_lines.begin(), m_lines.end(), close);
        std::erase_if(m_lines, [](const Line &line) { return line.client < 0; });
        if (polled[0].revents != 0)
            accept();
    }
    std::for_each(m_lines.begin(), m_lines.end(), close);
}

} // namespace galley::test
