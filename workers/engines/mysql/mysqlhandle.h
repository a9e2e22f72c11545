// SPDX-License-Identifier: MIT
//
// Ownership of MYSQL and MYSQL_STMT of libmariadb, and their errors as ours.
//
// Threads: a handle and its statements are used on one thread at a time.
#pragma once

#include "workers/base/cell.h"
#include "workers/base/result.h"
#include "workers/base/shape.h"

#include <QByteArray>

#include <mysql.h>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace galley {

struct MysqlCloser
{
    void operator()(MYSQL *mysql) const { mysql_close(mysql); }
};
using MysqlHandle = std::unique_ptr<MYSQL, MysqlCloser>;

/// An error of server or library as ours: Cancelled (killed query), Connection, Permission, Conflict (lock
/// wait, deadlock), NotFound (no such database), Io (disk full), Limit, else Schema. `what`: what was being
/// done ("read table t"), or "".
Error mysqlError(unsigned code, const char *message, const QString &what);
/// The last error of the connection.
Error mysqlError(MYSQL *mysql, const QString &what = {});

/// The last error of a prepared statement: what ends an answer in its midst is told by the connection only.
Error mysqlError(MYSQL_STMT *statement, const QString &what = {});

/// `name` in backticks, in UTF-8.
QByteArray mysqlQuoted(const QString &name);
QByteArray mysqlQuoted(const TableName &name);
/// `'text'`, for values that stand in a statement of ours.
QByteArray mysqlLiteral(const QString &text);

/// Runs a statement that gives no rows.
Result<void> mysqlExec(MYSQL *mysql, const QByteArray &sql);

/// A row of a small answer (catalog, settings), as text.
using MysqlTextRow = std::vector<std::optional<QByteArray>>;
/// All rows of a small answer. Errors: also Limit, beyond a million rows.
Result<std::vector<MysqlTextRow>> mysqlRows(MYSQL *mysql, const QByteArray &sql);
/// The first cell of the first row; empty where there is none.
Result<QByteArray> mysqlValue(MYSQL *mysql, const QByteArray &sql);

/// Who else has open transactions with locks, the oldest three; "" where that cannot be told.
QString mysqlLockHolders(MYSQL *mysql);

/// What a cell is bound as.
enum class MysqlBinding : quint8
{
    Plain, ///< integer, real, text or bytes as the cell has it
    Bits, ///< text of binary digits goes as an unsigned number
    Narrow, ///< a real goes as a FLOAT: the greatest one is no double of the same range
    Twice, ///< plain, for two parameters
    Utc, ///< `2024-02-29 10:00:00+00:00` goes without its zone: that of the session is UTC
};

/// One prepared statement; binary protocol in both directions.
class MysqlStatement
{
public:
    MysqlStatement() = default;
    static Result<MysqlStatement> prepare(MYSQL *mysql, const QByteArray &sql);

    MYSQL_STMT *get() const { return m_statement.get(); }
    explicit operator bool() const { return m_statement != nullptr; }
    Error error(const QString &what = {}) const;

    /// Sets the next parameter, from the first one after execute() or reset(). Text and bytes must live until
    /// execute().
    void bind(const Cell &cell, MysqlBinding binding = MysqlBinding::Plain);
    /// REQUIRES: as many bind() as the statement has parameters.
    Result<void> execute();
    qint64 affectedRows() const { return static_cast<qint64>(mysql_stmt_affected_rows(get())); }
    /// Forgets bound parameters.
    void reset() { m_bound = 0; }

private:
    struct Closer
    {
        void operator()(MYSQL_STMT *statement) const { mysql_stmt_close(statement); }
    };
    struct Number
    {
        qint64 integer = 0;
        double real = 0;
        float narrow = 0;
        unsigned long length = 0;
    };

    std::unique_ptr<MYSQL_STMT, Closer> m_statement;
    std::vector<MYSQL_BIND> m_binds;
    std::vector<Number> m_numbers;
    size_t m_bound = 0;
};

} // namespace galley
