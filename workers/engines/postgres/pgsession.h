// SPDX-License-Identifier: MIT
//
// One connection to a PostgreSQL server, with pinned settings: statements, COPY out and in, and a way to stop
// them from any thread that never waits longer than a second for a server that does not answer.
//
// Threads: one at a time; interrupt() on any.
#pragma once

#include "workers/engines/engine.h"

#include <libpq-fe.h>

#include <atomic>
#include <future>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace galley {

/// Rows of a statement, as text.
class PgResult
{
public:
    PgResult() = default;
    explicit PgResult(PGresult *result)
        : m_result(result)
    {
    }
    PGresult *get() const { return m_result.get(); }
    int rowCount() const { return m_result ? PQntuples(m_result.get()) : 0; }
    int columnCount() const { return m_result ? PQnfields(m_result.get()) : 0; }
    bool isNull(int row, int column) const { return PQgetisnull(m_result.get(), row, column) != 0; }
    std::string_view view(int row, int column) const
    {
        return {PQgetvalue(m_result.get(), row, column),
                static_cast<size_t>(PQgetlength(m_result.get(), row, column))};
    }
    QString text(int row, int column) const
    {
        const std::string_view bytes = view(row, column);
        return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    }
    bool flag(int row, int column) const { return view(row, column) == "t"; }
    qint64 number(int row, int column, qint64 fallback = -1) const;
    /// Rows that an INSERT, UPDATE, DELETE or COPY touched.
    qint64 affected() const;

private:
    struct Clear
    {
        void operator()(PGresult *result) const { PQclear(result); }
    };
    std::unique_ptr<PGresult, Clear> m_result;
};

/// A failed statement: the error, and what only the sink asks for.
struct PgFailure
{
    Error error;
    QByteArray sqlState; ///< "23505"; "" where the server said nothing
    QString column;
    QString constraint;
    qint64 copyLine = 0; ///< of a COPY FROM: the line that was refused, from 1; 0 where not told

    /// A serialization failure, a deadlock.
    bool mayTryAgain() const { return sqlState == "40001" || sqlState == "40P01"; }
};

class PgSession
{
public:
    /// Errors: Connection, Permission, NotFound (no such database), Cancelled.
    static Result<std::unique_ptr<PgSession>> connect(const OpenRequest &request);
    PgSession(const PgSession &) = delete;
    PgSession &operator=(const PgSession &) = delete;
    ~PgSession();

    /// One statement or several, without parameters; the last one's result.
    Result<PgResult> run(const QByteArray &sql);
    /// Exactly one statement; whatever stands in it, the server runs no second one.
    Result<PgResult> runOne(const QByteArray &sql,
                            std::span<const std::optional<QByteArray>> parameters = {});
    Result<void> prepare(const QByteArray &name, const QByteArray &sql);
    Result<PgResult> runPrepared(const QByteArray &name,
                                 std::span<const std::optional<QByteArray>> parameters);

    Result<void> beginCopyOut(const QByteArray &sql);
    /// A row in COPY's text form with its line end; nothing at the end. Good until the next call.
    Result<std::optional<std::string_view>> copyRow();
    /// Gives up a COPY out before its end.
    void abandonCopy();
    Result<void> beginCopyIn(const QByteArray &sql);
    Result<void> copyData(std::string_view bytes);
    /// Rows stored. On an error lastFailure() tells more.
    Result<qint64> endCopyIn();

    /// Of the last call that failed.
    const PgFailure &lastFailure() const { return m_failure; }
    /// Makes the running call return Cancelled. Any thread; does not wait.
    void interrupt();

    bool isInTransaction() const
    {
        const PGTransactionStatusType status = PQtransactionStatus(m_conn);
        return status != PQTRANS_IDLE && status != PQTRANS_UNKNOWN;
    }
    /// False after the connection was lost or given up.
    bool isAlive() const { return m_conn != nullptr && PQstatus(m_conn) == CONNECTION_OK && !m_isGivenUp; }
    int serverVersion() const { return PQserverVersion(m_conn); }
    /// The server does not check that texts are UTF-8.
    bool isTextUnchecked() const { return m_isTextUnchecked; }
    /// What version() says.
    const QString &versionText() const { return m_versionText; }
    /// PostgreSQL itself, on one machine: rows have a place (ctid), snapshots can be exported.
    bool isPlainServer() const { return m_isPlain; }
    bool isReadOnly() const { return m_isReadOnly; }
    /// Asks over a new connection what became of a transaction whose COMMIT was not answered.
    /// Errors: Connection, where it was rolled back or nobody knows.
    Result<void> findOutcome(const QByteArray &transaction) const;
    /// Who else holds locks on tables of this database, the oldest three; "" where that cannot be told.
    QString lockHolders() const;
    const QByteArray &userSearchPath() const { return m_userSearchPath; }

private:
    PgSession() = default;
    Result<void> setUp();
    Result<void> awaitSocket(bool forWriting);
    Result<void> flush();
    Result<PgResult> collect();
    Result<void> sent(int isSent);
    Error failed(const PGresult *result);
    Error lost();
    void leaveReadPoint(bool isFailed);
    void sendCancel();
    Result<void> beginCall();

    PGconn *m_conn = nullptr;
    OpenRequest m_request;
    QString m_where; ///< the database, for messages
    int m_wake = -1; ///< eventfd
    std::atomic<bool> m_isInterrupted = false;
    bool m_isCancelSent = false;
    std::future<void> m_cancelling; ///< done when the server has taken the cancel; none: not sent
    bool m_isGivenUp = false;
    bool m_isReadOnly = true;
    bool m_isPlain = false;
    bool m_isCopying = false;
    bool m_hasReadPoint = false;
    bool m_isTextUnchecked = false;
    char *m_copyRow = nullptr;
    PgFailure m_failure;
    QString m_versionText;
    QByteArray m_userSearchPath;
};

/// `"name"`; for SQL of this engine.
QByteArray pgQuoted(const QString &name);
/// `"schema"."name"`, or the name alone.
QByteArray pgQuoted(const TableName &name);
/// `'text'`, whatever stands in it.
QByteArray pgLiteral(const QString &text);
/// Comma-separated quoted names.
QByteArray pgQuotedList(const QStringList &names, const char *prefix = "");

/// The kind that an SQLSTATE means to callers.
ErrorKind pgErrorKind(std::string_view sqlState);

} // namespace galley
