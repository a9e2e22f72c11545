// SPDX-License-Identifier: MIT
//
// Stands between the program and a server, and cuts the line where a test wants it cut.
//
// Threads: made and used on one; what it passes on it passes on a thread of its own.
#pragma once

#include <QString>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace galley::test {

class CuttingProxy
{
public:
    enum class Cut
    {
        Nowhere,
        AfterBytes, ///< of what the server said, on all lines together: they and all new ones are cut
        BeforeCommit, ///< COMMIT does not reach the server
        AfterCommit, ///< COMMIT does, and its answer does not come back
    };

    /// Listens on a port of 127.0.0.1 for what goes to `port` there.
    explicit CuttingProxy(int port);
    ~CuttingProxy();
    Q_DISABLE_COPY_MOVE(CuttingProxy)

    int port() const { return m_port; }
    /// For the lines from now on; counts anew. `isForGood`: after a cut no new line is taken.
    void set(Cut cut, qint64 bytes = 0, bool isForGood = true);
    /// Said by the server since set().
    qint64 passed() const { return m_passed; }
    bool hasCut() const { return m_hasCut; }

private:
    struct Line
    {
        int client = -1;
        int server = -1;
        std::string toClient; ///< read from the other side, and not sent yet
        std::string toServer;
        bool isEnding = false; ///< the answer to a COMMIT is awaited, and kept
    };
    void run();
    void accept();
    /// False where the line is to be closed.
    bool passOn(Line &line, bool isFromServer);
    static void close(Line &line);

    int m_target;
    int m_port = 0;
    int m_listener = -1;
    std::atomic<Cut> m_cut = Cut::Nowhere;
    std::atomic<qint64> m_most = 0;
    std::atomic<bool> m_isForGood = true;
    std::atomic<qint64> m_passed = 0;
    std::atomic<bool> m_hasCut = false;
    std::atomic<bool> m_isStopped = false;
    std::vector<Line> m_lines;
    std::thread m_thread;
};

} // namespace galley::test
