// SPDX-License-Identifier: MIT
//
// Connecting to MariaDB and MySQL: what a server may not ask for, and how a session is set up
// (docs/decisions/0030-mariadb-sessions.md).
#pragma once

#include "workers/engines/engine.h"
#include "workers/engines/mysql/mysqlhandle.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace galley {

/// What a session is connected to; enough to connect to it once more.
struct MysqlServer
{
    DatabaseRef database;
    Secret password;
    bool isReadOnly = true;
    bool isRehearsal = false; ///< nothing will be committed
    QString version; ///< "10.11.6-MariaDB"
    bool isMariaDb = true;
    quint64 largestPacket = 0; ///< bytes that one statement may have
};

/// Errors: Connection, Permission (user, password), NotFound (no such database), Usage (no database named),
/// Unsupported (a server too old).
Result<MysqlHandle> openMysql(const OpenRequest &request, MysqlServer &server);
/// Another session of the same kind.
Result<MysqlHandle> openMysqlAgain(const MysqlServer &server);
/// A short one, to end what another session does. `seconds`: how long each step may take.
Result<MysqlHandle> openMysqlBriefly(const MysqlServer &server, unsigned seconds);

/// Cuts the connection where the server has not answered after `seconds`, as long as this lives: the library
/// has no limit for single statements.
class MysqlDeadline
{
public:
    MysqlDeadline(MYSQL *mysql, unsigned seconds);
    ~MysqlDeadline();
    Q_DISABLE_COPY_MOVE(MysqlDeadline)

private:
    int m_socket;
    bool m_isOver = false;
    std::mutex m_mutex;
    std::condition_variable m_over;
    std::thread m_thread;
};

} // namespace galley
