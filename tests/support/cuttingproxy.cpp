// SPDX-License-Identifier: MIT
#include "tests/support/cuttingproxy.h"

#include <algorithm>
#include <array>
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

bool sendAll(int socket, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<size_t>(sent));
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
        return sendAll(line.server, bytes);
    }
    if (line.isEnding)
        return false;
    if (cut == Cut::AfterBytes && m_passed + got >= m_most) {
        bytes = bytes.substr(0, static_cast<size_t>(std::max<qint64>(0, m_most - m_passed)));
        m_hasCut = true;
        sendAll(line.client, bytes);
        return false;
    }
    m_passed += got;
    return sendAll(line.client, bytes);
}

void CuttingProxy::run()
{
    while (!m_isStopped) {
        std::vector<pollfd> polled = {{m_listener, POLLIN, 0}};
        for (const Line &line : m_lines) {
            polled.push_back({line.client, POLLIN, 0});
            polled.push_back({line.server, POLLIN, 0});
        }
        if (::poll(polled.data(), polled.size(), 50) <= 0)
            continue;
        for (size_t i = 0; i < m_lines.size(); ++i) {
            Line &line = m_lines[i];
            for (const bool isFromServer : {false, true}) {
                const bool isReady = polled[2 * i + (isFromServer ? 2 : 1)].revents != 0;
                if (isReady && line.client >= 0 && !passOn(line, isFromServer))
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
