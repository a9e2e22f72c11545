// SPDX-License-Identifier: MIT
//
// Many rows in few statements. A statement that the server refuses, or that it warns about, is taken back and
// cut in halves until the rows are found that it does not like.
//
// Threads: those of the connection.
#pragma once

#include "workers/base/rows.h"
#include "workers/engines/mysql/mysqlhandle.h"

#include <functional>
#include <map>

namespace galley {

/// What the failed statement says about its row: NOT NULL, CHECK, UNIQUE, a value beyond its type, a
/// trigger's SIGNAL. Nothing where the failure is none of the row's.
std::optional<Reject> mysqlReject(unsigned code, const char *state, const char *message);
/// Of a statement that went through with warnings: the first of them. Nothing where there are none.
Result<std::optional<Reject>> mysqlWarning(MYSQL *mysql);

class MysqlInserter
{
public:
    using Stored = std::function<void(std::span<const Cell> row)>;
    using Refused = std::function<void(Reject reject, qsizetype row)>;

    /// `into`: "INSERT INTO t (a,b)".
    MysqlInserter(MYSQL *mysql, QByteArray into, std::vector<MysqlBinding> bindings, quint64 largestPacket);
    /// Errors: none of a row's (Connection, Cancelled, Conflict, Io, …); the transaction may be gone then.
    Result<void> insert(const RowBatch &rows, const Stored &stored, const Refused &refused);

private:
    Result<MysqlStatement *> statementFor(qsizetype rows);
    Result<void> insertPart(const RowBatch &rows, qsizetype begin, qsizetype count, const Stored &stored,
                            const Refused &refused);
    Result<std::optional<Reject>> tryPart(const RowBatch &rows, qsizetype begin, qsizetype count);

    MYSQL *m_mysql;
    QByteArray m_into;
    std::vector<MysqlBinding> m_bindings;
    quint64 m_largestBytes;
    qsizetype m_mostRows;
    std::map<qsizetype, MysqlStatement> m_statements; ///< by rows, which are powers of two
};

} // namespace galley
