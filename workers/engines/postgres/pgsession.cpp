// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgsession.h"

#include "workers/base/numbers.h"

#include <QDeadlineTimer>
#include <QRegularExpression>

#include <array>
#include <cerrno>
#include <thread>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace galley {

namespace {

constexpr int kCancelPatienceMs = 700; ///< for a server to say that it was cancelled

struct StateKind
{
    std::string_view prefix;
    ErrorKind kind;
};

/// The longest prefix counts. PostgreSQL documentation, appendix A.
constexpr std::array<StateKind, 30> kStates = {{
    {"08", ErrorKind::Connection},   {"57P", ErrorKind::Connection},   {"57014", ErrorKind::Cancelled},
    {"28", ErrorKind::Permission},   {"42501", ErrorKind::Permission}, {"25006", ErrorKind::Permission},
    {"3D000", ErrorKind::NotFound},  {"40", ErrorKind::Conflict},      {"55P03", ErrorKind::Conflict},
    {"55006", ErrorKind::Conflict},  {"23505", ErrorKind::Duplicate},  {"23503", ErrorKind::Reference},
    {"23P01", ErrorKind::Duplicate}, {"23", ErrorKind::Value},         {"22", ErrorKind::Value},
    {"22021", ErrorKind::Encoding},  {"42P06", ErrorKind::Schema},     {"42", ErrorKind::Schema},
    {"3F", ErrorKind::Schema},       {"0A", ErrorKind::Unsupported},   {"54", ErrorKind::Limit},
    {"53", ErrorKind::Io},           {"53300", ErrorKind::Connection}, {"58", ErrorKind::Io},
    {"2BP01", ErrorKind::Reference}, {"2B", ErrorKind::Reference},     {"44", ErrorKind::Value},
    {"P0001", ErrorKind::Value},     {"21", ErrorKind::Value},         {"XX", ErrorKind::Io},
}};

QString hintFor(ErrorKind kind, std::string_view state)
{
    if (state == "40001" || state == "40P01")
        return QStringLiteral("Another program changed the same rows. Nothing was changed; try again.");
    if (state == "55P03")
        return QStringLiteral("Another program holds a lock. Nothing was changed; try again later.");
    if (state == "53100")
        return QStringLiteral("The server's disk is full.");
    if (kind == ErrorKind::Permission && state == "25006")
        return QStringLiteral("The connection or the server is read-only.");
    if (kind == ErrorKind::Connection)
        return QStringLiteral("Check that the server runs and can be reached.");
    return {};
}

QString fieldOf(const PGresult *result, int field)
{
    const char *text = PQresultErrorField(result, field);
    return text == nullptr ? QString() : QString::fromUtf8(text).trimmed();
}

/// Of `COPY t, line 5, column a: "x, line 7"`.
void setCopyPlace(PgFailure &failure, const QString &context)
{
    static const QRegularExpression place(
        QStringLiteral("^COPY .*?, line (\\d+)(?:, column (.+?))?(?::|,|$)"),
        QRegularExpression::MultilineOption);
    const auto match = place.match(context);
    if (!match.hasMatch())
        return;
    failure.copyLine = match.capturedView(1).toLongLong();
    if (failure.column.isEmpty())
        failure.column = match.captured(2);
}

} // namespace

ErrorKind pgErrorKind(std::string_view sqlState)
{
    const StateKind *best = nullptr;
    for (const StateKind &state : kStates) {
        if (sqlState.starts_with(state.prefix)
            && (best == nullptr || best->prefix.size() < state.prefix.size()))
            best = &state;
    }
    return best == nullptr ? ErrorKind::Io : best->kind;
}

qint64 PgResult::number(int row, int column, qint64 fallback) const
{
    return parseInteger(view(row, column)).value_or(fallback);
}

qint64 PgResult::affected() const
{
    return m_result ? parseInteger(PQcmdTuples(m_result.get())).value_or(0) : 0;
}

PgSession::~PgSession()
{
    if (m_copyRow != nullptr)
        PQfreemem(m_copyRow);
    if (m_conn != nullptr)
        PQfinish(m_conn);
    if (m_wake >= 0)
        ::close(m_wake);
}

void PgSession::interrupt()
{
    m_isInterrupted = true;
    const quint64 one = 1;
    if (::write(m_wake, &one, sizeof one) < 0)
        return; // it is full of earlier ones
}

/// A cancel says no statement's name: one that is still on its way when the statement has ended would hit
/// the next one. So no call begins before the server has taken it; an idle server then drops it.
Result<void> PgSession::beginCall()
{
    if (m_cancelling.valid()) {
        if (m_cancelling.wait_for(std::chrono::milliseconds(kCancelPatienceMs)) != std::future_status::ready)
            m_isGivenUp = true;
        m_cancelling = {};
    }
    if (!isAlive())
        return lost();
    quint64 count = 0;
    m_isInterrupted = false;
    m_isCancelSent = false;
    if (::read(m_wake, &count, sizeof count) < 0)
        return {}; // nothing stood in it
    return {};
}

/// Asking a server to cancel opens a connection, which can hang: a thread of its own does it.
void PgSession::sendCancel()
{
    m_isCancelSent = true;
    PGcancel *cancel = PQgetCancel(m_conn);
    if (cancel == nullptr)
        return;
    std::packaged_task<void()> task([cancel] {
        std::array<char, 256> ignored{};
        PQcancel(cancel, ignored.data(), static_cast<int>(ignored.size()));
        PQfreeCancel(cancel);
    });
    m_cancelling = task.get_future();
    std::thread(std::move(task)).detach();
}

Result<void> PgSession::awaitSocket(bool forWriting)
{
    QDeadlineTimer patience(QDeadlineTimer::Forever);
    for (;;) {
        if (m_isInterrupted && !m_isCancelSent) {
            sendCancel();
            patience.setRemainingTime(kCancelPatienceMs);
        } else if (m_isCancelSent && patience.isForever()) {
            patience.setRemainingTime(kCancelPatienceMs);
        }
        if (m_isCancelSent && patience.hasExpired()) {
            m_isGivenUp = true;
            return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
        }
        const auto events = static_cast<short>(forWriting ? POLLIN | POLLOUT : POLLIN);
        std::array<pollfd, 2> polled = {{{PQsocket(m_conn), events, 0}, {m_wake, POLLIN, 0}}};
        const nfds_t count = m_isCancelSent ? 1 : 2;
        const int ready = ::poll(polled.data(), count, m_isCancelSent ? 50 : -1);
        if (ready < 0 && errno != EINTR)
            return lost();
        if (ready > 0 && polled[0].revents != 0)
            return {};
    }
}

Result<void> PgSession::flush()
{
    for (;;) {
        const int left = PQflush(m_conn);
        if (left == 0)
            return {};
        if (left < 0)
            return lost();
        RETURN_IF_ERROR(awaitSocket(true));
        if (PQconsumeInput(m_conn) == 0)
            return lost();
    }
}

Error PgSession::lost()
{
    QString said = QString::fromUtf8(PQerrorMessage(m_conn)).simplified();
    m_failure = {};
    if (PQstatus(m_conn) == CONNECTION_OK) {
        m_failure.error = {ErrorKind::Io, said, {}, {m_where, {}, 0, 0}};
        return m_failure.error;
    }
    m_failure.error = {ErrorKind::Connection,
                       QStringLiteral("the connection to the server was lost: %1").arg(said),
                       QStringLiteral("What was not committed is rolled back by the server."),
                       {m_where, {}, 0, 0}};
    return m_failure.error;
}

Error PgSession::failed(const PGresult *result)
{
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (state == nullptr)
        return lost();
    m_failure = {};
    m_failure.sqlState = state;
    m_failure.column = fieldOf(result, PG_DIAG_COLUMN_NAME);
    m_failure.constraint = fieldOf(result, PG_DIAG_CONSTRAINT_NAME);
    setCopyPlace(m_failure, fieldOf(result, PG_DIAG_CONTEXT));
    ErrorKind kind = pgErrorKind(state);
    if (kind == ErrorKind::Cancelled && !m_isCancelSent)
        kind = ErrorKind::Io; // a time limit of the server, or its administrator
    QString message = fieldOf(result, PG_DIAG_MESSAGE_PRIMARY);
    if (const QString detail = fieldOf(result, PG_DIAG_MESSAGE_DETAIL); !detail.isEmpty())
        message +=
            QStringLiteral(" (%1)").arg(detail.endsWith(QLatin1Char('.')) ? detail.chopped(1) : detail);
    QString hint = hintFor(kind, state);
    if (hint.isEmpty())
        hint = fieldOf(result, PG_DIAG_MESSAGE_HINT);
    if (const QString holders = m_failure.sqlState == "55P03" ? lockHolders() : QString(); !holders.isEmpty())
        hint += QStringLiteral(" Locks are held by: %1.").arg(holders);
    m_failure.error = {kind, message, hint, {m_where, {}, 0, 0}};
    if (kind == ErrorKind::Cancelled)
        m_failure.error = {kind, QStringLiteral("cancelled"), {}, {}};
    return m_failure.error;
}

Result<void> PgSession::sent(int isSent)
{
    if (isSent == 0)
        return lost();
    return flush();
}

/// The last result of what was sent; an error is that of the first statement that failed.
Result<PgResult> PgSession::collect()
{
    PgResult last;
    std::optional<Error> error;
    for (;;) {
        while (PQisBusy(m_conn) != 0) {
            RETURN_IF_ERROR(awaitSocket(false));
            if (PQconsumeInput(m_conn) == 0)
                return lost();
        }
        PgResult result(PQgetResult(m_conn));
        if (result.get() == nullptr)
            break;
        const ExecStatusType status = PQresultStatus(result.get());
        if (status == PGRES_COPY_OUT || status == PGRES_COPY_IN || status == PGRES_COPY_BOTH)
            return result;
        if ((status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE) && !error)
            error = failed(result.get());
        last = std::move(result);
        if (PQstatus(m_conn) != CONNECTION_OK)
            break;
    }
    if (error)
        return *error;
    return last;
}

Result<PgResult> PgSession::run(const QByteArray &sql)
{
    RETURN_IF_ERROR(beginCall());
    RETURN_IF_ERROR(sent(PQsendQuery(m_conn, sql.constData())));
    return collect();
}

Result<PgResult> PgSession::runOne(const QByteArray &sql,
                                   std::span<const std::optional<QByteArray>> parameters)
{
    RETURN_IF_ERROR(beginCall());
    std::vector<const char *> values;
    for (const auto &parameter : parameters)
        values.push_back(parameter ? parameter->constData() : nullptr);
    RETURN_IF_ERROR(sent(PQsendQueryParams(m_conn, sql.constData(), static_cast<int>(values.size()), nullptr,
                                           values.data(), nullptr, nullptr, 0)));
    return collect();
}

Result<void> PgSession::prepare(const QByteArray &name, const QByteArray &sql)
{
    RETURN_IF_ERROR(beginCall());
    RETURN_IF_ERROR(sent(PQsendPrepare(m_conn, name.constData(), sql.constData(), 0, nullptr)));
    RETURN_IF_ERROR(collect());
    return {};
}

Result<PgResult> PgSession::runPrepared(const QByteArray &name,
                                        std::span<const std::optional<QByteArray>> parameters)
{
    RETURN_IF_ERROR(beginCall());
    std::vector<const char *> values;
    for (const auto &parameter : parameters)
        values.push_back(parameter ? parameter->constData() : nullptr);
    RETURN_IF_ERROR(sent(PQsendQueryPrepared(m_conn, name.constData(), static_cast<int>(values.size()),
                                             values.data(), nullptr, nullptr, 0)));
    return collect();
}

Result<void> PgSession::beginCopyOut(const QByteArray &sql)
{
    // A read that fails or is given up must not take the transaction around it along.
    m_hasReadPoint = isAlive() && isInTransaction();
    auto begun = run(m_hasReadPoint ? "SAVEPOINT galley_read;" + sql : sql);
    if (!begun) {
        leaveReadPoint(true);
        return std::move(begun).error();
    }
    if (PQresultStatus(begun->get()) != PGRES_COPY_OUT)
        return Error{ErrorKind::Io, QStringLiteral("the server did not begin to send rows"), {}, {}};
    m_isCopying = true;
    return {};
}

Result<std::optional<std::string_view>> PgSession::copyRow()
{
    if (m_copyRow != nullptr) {
        PQfreemem(m_copyRow);
        m_copyRow = nullptr;
    }
    for (bool hasLooked = false;;) {
        const int size = PQgetCopyData(m_conn, &m_copyRow, 1);
        if (size > 0)
            return std::optional(std::string_view(m_copyRow, static_cast<size_t>(size)));
        if (size == -2) {
            m_isCopying = false;
            return lost();
        }
        if (size == -1) {
            m_isCopying = false;
            auto ended = collect();
            const bool wasCancelSent = m_isCancelSent;
            leaveReadPoint(!ended);
            m_isCancelSent = wasCancelSent;
            if (!ended)
                return std::move(ended).error();
            return std::optional<std::string_view>();
        }
        if (hasLooked || m_isInterrupted) // mostly there is more already
            RETURN_IF_ERROR(awaitSocket(false));
        if (PQconsumeInput(m_conn) == 0)
            return lost();
        hasLooked = true;
    }
}

void PgSession::leaveReadPoint(bool isFailed)
{
    if (!m_hasReadPoint || !isAlive())
        return;
    m_hasReadPoint = false;
    const PgFailure failure = m_failure;
    const auto left = run(isFailed ? "ROLLBACK TO SAVEPOINT galley_read;RELEASE SAVEPOINT galley_read"
                                   : "RELEASE SAVEPOINT galley_read");
    Q_UNUSED(left)
    m_failure = failure;
}

void PgSession::abandonCopy()
{
    if (!m_isCopying || !isAlive())
        return;
    interrupt();
    for (;;) { // what is under way is read and dropped; the cancel ends it soon
        const auto row = copyRow();
        if (!row || !*row)
            break;
    }
    m_isCopying = false;
    m_isInterrupted = false;
}

Result<void> PgSession::beginCopyIn(const QByteArray &sql)
{
    ASSIGN_OR_RETURN(const PgResult result, run(sql));
    if (PQresultStatus(result.get()) != PGRES_COPY_IN)
        return Error{ErrorKind::Io, QStringLiteral("the server does not take rows"), {}, {}};
    return {};
}

Result<void> PgSession::copyData(std::string_view bytes)
{
    constexpr size_t kPiece = 1 << 20;
    while (!bytes.empty()) {
        const std::string_view piece = bytes.substr(0, kPiece);
        const int put = PQputCopyData(m_conn, piece.data(), static_cast<int>(piece.size()));
        if (put < 0)
            return lost();
        if (put == 0) {
            RETURN_IF_ERROR(awaitSocket(true));
            continue;
        }
        bytes.remove_prefix(piece.size());
        RETURN_IF_ERROR(flush());
    }
    return {};
}

Result<qint64> PgSession::endCopyIn()
{
    for (;;) {
        const int put = PQputCopyEnd(m_conn, nullptr);
        if (put < 0)
            return lost();
        if (put > 0)
            break;
        RETURN_IF_ERROR(awaitSocket(true));
    }
    RETURN_IF_ERROR(flush());
    ASSIGN_OR_RETURN(const PgResult result, collect());
    return result.affected();
}

} // namespace galley
