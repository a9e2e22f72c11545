// SPDX-License-Identifier: MIT
//
// What a session was asked and has not answered yet, the most urgent first.
//
// Threads: any; all under one mutex.
#pragma once

#include "workers/engines/engine.h"
#include "workers/session/rowpage.h"

#include <QMutex>

namespace galley {

struct SessionRequest
{
    /// In order of urgency.
    enum class Kind : quint8
    {
        Open,
        Rows,
        Count,
        IdleCount, ///< nobody waits for it: gives way to the others
        IdleIndex
    };

    quint64 number = 0;
    Kind kind = Kind::Open;
    RowsRequest rows; ///< the table alone for counts
    int interruptions = 0;

    bool isIdle() const { return kind == Kind::IdleCount || kind == Kind::IdleIndex; }
};

class SessionQueue
{
public:
    /// Interrupts an idle request that runs when this one is urgent.
    void push(SessionRequest request);
    /// The most urgent one, which is running from now on; of rows the last asked for. Nothing where empty.
    std::optional<SessionRequest> take();
    /// The running request is done. Returns whether its answer is still wanted.
    bool finish();
    void cancel(quint64 number);
    /// Drops everything and interrupts what runs; take() gives nothing any more.
    void close();
    /// What can be interrupted; null before it is destroyed.
    void setConnection(Connection *connection);

private:
    void interrupt();

    QMutex m_mutex;
    std::vector<SessionRequest> m_waiting;
    std::optional<SessionRequest> m_running;
    bool m_isRunningUnwanted = false;
    bool m_isClosed = false;
    Connection *m_connection = nullptr;
};

} // namespace galley
