// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgsession.h"

#include <QDeadlineTimer>

#include <array>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>

namespace galley {

namespace {

constexpr int kConnectSeconds = 15;

/// What decides how values and names are written. Nothing else of the server's or user's settings does.
constexpr const char *kSettings =
    "SET client_encoding='UTF8';SET standard_conforming_strings=on;SET DateStyle='ISO, YMD';SET "
    "TimeZone='UTC';"
    "SET IntervalStyle='iso_8601';SET bytea_output='hex';SET extra_float_digits=3;SET search_path='';"
    "SET client_min_messages=warning;SET statement_timeout=0";
/// Not known to every server that speaks the protocol.
constexpr std::array kMoreSettings = {"lock_timeout='10s'",
                                      "idle_in_transaction_session_timeout=0",
                                      "row_security=off",
                                      "synchronize_seqscans=off",
                                      "lc_monetary='C'",
                                      "xmloption=content",
                                      "jit=off",
                                      "quote_all_identifiers=off"};

/// Names and values for PQconnectStartParams; the password only while it connects.
class Keywords
{
public:
    explicit Keywords(const DatabaseRef &database)
    {
        add("application_name", "galley");
        add("fallback_application_name", "galley");
        add("connect_timeout", QByteArray::number(kConnectSeconds));
        add("keepalives", "1");
        add("keepalives_idle", "10");
        add("keepalives_interval", "5");
        add("keepalives_count", "4");
        add("tcp_user_timeout", "30000");
        for (auto it = database.parameters.cbegin(); it != database.parameters.cend(); ++it) {
            if (it.key() == QLatin1String("lock_timeout"))
                continue;
            const QByteArray name =
                it.key() == QLatin1String("database") ? QByteArray("dbname") : it.key().toUtf8();
            add(name, it.value().toUtf8());
        }
    }
    PGconn *start(const Secret &password) const
    {
        std::vector<const char *> names;
        std::vector<const char *> values;
        for (const auto &[name, value] : m_all) {
            names.push_back(name.constData());
            values.push_back(value.constData());
        }
        if (!password.isEmpty()) {
            names.push_back("password");
            values.push_back(password.c_str());
        }
        names.push_back(nullptr);
        values.push_back(nullptr);
        return PQconnectStartParams(names.data(), values.data(), 0); // expand_dbname off: a name is a name
    }

private:
    void add(const QByteArray &name, const QByteArray &value)
    {
        for (auto &[known, old] : m_all) {
            if (known == name) {
                old = value;
                return;
            }
        }
        m_all.emplace_back(name, value);
    }
    std::vector<std::pair<QByteArray, QByteArray>> m_all;
};

/// Runs the connection's steps until it stands or fails, or its time is over.
bool finishConnecting(PGconn *conn)
{
    QDeadlineTimer deadline(kConnectSeconds * 1000);
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    while (PQstatus(conn) != CONNECTION_BAD && !deadline.hasExpired()) {
        if (state == PGRES_POLLING_OK)
            return true;
        if (state == PGRES_POLLING_FAILED)
            return false;
        pollfd polled = {PQsocket(conn),
                         static_cast<short>(state == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (::poll(&polled, 1, static_cast<int>(deadline.remainingTime())) > 0)
            state = PQconnectPoll(conn);
    }
    return false;
}

/// A line for each address that was tried; libpq's own advice, behind a tab, is left to our hints.
QString saidBy(PGconn *conn)
{
    QStringList lines = QString::fromUtf8(PQerrorMessage(conn)).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) { return line.startsWith(QLatin1Char('\t')); });
    return lines.join(QStringLiteral("; ")).simplified();
}

Error connectError(PGconn *conn, const DatabaseRef &database)
{
    QString said = saidBy(conn);
    if (said.isEmpty())
        said = QStringLiteral("no answer within %1 seconds").arg(kConnectSeconds);
    const auto contains = [&](const char *part) { return said.contains(QLatin1String(part)); };
    const Place where{database.displayName(), {}, 0, 0};
    if (PQconnectionNeedsPassword(conn) != 0)
        return {ErrorKind::Permission, QStringLiteral("the server wants a password"),
                QStringLiteral("Give it in GALLEY_PASSWORD or with --password-file FILE."), where};
    if (contains("password authentication failed") || contains("no pg_hba.conf entry")
        || contains("authentication failed"))
        return {ErrorKind::Permission, said,
                QStringLiteral("Check user, password and the server's pg_hba.conf."), where};
    if (contains("does not exist") && contains("database"))
        return {ErrorKind::NotFound, said, QStringLiteral("Check the name, or create the database first."),
                where};
    if (contains("certificate") || contains("SSL"))
        return {ErrorKind::Connection, said, QStringLiteral("Check sslmode and the certificates."), where};
    if (PQconnectionUsedPassword(conn) != 0) // whatever language the server says it in
        return {ErrorKind::Permission, said, QStringLiteral("Check user, password and database."), where};
    return {ErrorKind::Connection, said,
            QStringLiteral("Check host and port, and that the server runs and accepts connections."), where};
}

} // namespace

Result<std::unique_ptr<PgSession>> PgSession::connect(const OpenRequest &request)
{
    std::unique_ptr<PgSession> session(new PgSession);
    session->m_request = request;
    session->m_where = request.database.displayName();
    session->m_isReadOnly = request.access == OpenRequest::Access::Read;
    session->m_wake = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    const Keywords keywords(request.database);
    Secret password;
    if (request.secrets != nullptr) {
        ASSIGN_OR_RETURN(password, request.secrets->password(request.database, SecretSource::Asking::No));
    }
    session->m_conn = keywords.start(password);
    bool isConnected = session->m_conn != nullptr && finishConnecting(session->m_conn);
    if (!isConnected && session->m_conn != nullptr && PQconnectionNeedsPassword(session->m_conn) != 0
        && request.secrets != nullptr) {
        ASSIGN_OR_RETURN(password,
                         request.secrets->password(request.database, SecretSource::Asking::Allowed));
        if (!password.isEmpty()) {
            PQfinish(session->m_conn);
            session->m_conn = keywords.start(password);
            isConnected = session->m_conn != nullptr && finishConnecting(session->m_conn);
        }
    }
    if (!isConnected)
        return connectError(session->m_conn, request.database);
    PQsetnonblocking(session->m_conn, 1);
    PQsetNoticeProcessor(
        session->m_conn, [](void *, const char *) {}, nullptr);
    RETURN_IF_ERROR(session->setUp());
    if (const QString timeout = request.database.parameters.value(QStringLiteral("lock_timeout"));
        !timeout.isEmpty())
        RETURN_IF_ERROR(session->run("SET lock_timeout=" + pgLiteral(timeout)));
    return session;
}

Result<void> PgSession::setUp()
{
    ASSIGN_OR_RETURN(const PgResult about,
                     run("SELECT version(), current_setting('search_path'), "
                         "current_setting('server_encoding')"));
    m_versionText = about.text(0, 0);
    m_userSearchPath = QByteArray(about.view(0, 1).data(), static_cast<qsizetype>(about.view(0, 1).size()));
    m_isTextUnchecked = about.view(0, 2) == "SQL_ASCII";
    RETURN_IF_ERROR(run(kSettings));
    QByteArray more;
    for (const char *setting : kMoreSettings)
        more += QByteArray("SET ") + setting + ';';
    if (!run(more)) {
        for (const char *setting : kMoreSettings) {
            const auto ignored = run(QByteArray("SET ") + setting);
            Q_UNUSED(ignored)
        }
        if (!isAlive())
            return lost();
    }
    if (m_isReadOnly)
        RETURN_IF_ERROR(run("SET default_transaction_read_only=on"));
    ASSIGN_OR_RETURN(const PgResult extensions,
                     run("SELECT count(*) FROM pg_catalog.pg_extension WHERE extname IN "
                         "('citus','timescaledb','columnar')"));
    m_isPlain = m_versionText.startsWith(QLatin1String("PostgreSQL "))
        && !m_versionText.contains(QLatin1String("YB")) && !m_versionText.contains(QLatin1String("Cockroach"))
        && extensions.number(0, 0) == 0;
    return {};
}

Result<void> PgSession::findOutcome(const QByteArray &transaction) const
{
    Error unknown{
        ErrorKind::Connection,
        QStringLiteral("the connection was lost during COMMIT, and whether it was carried out is not known"),
        QStringLiteral("Preview again: what is left to do is what was not applied."),
        {m_where, {}, 0, 0}};
    if (transaction.isEmpty())
        return unknown;
    auto again = connect(m_request);
    if (!again)
        return unknown;
    const auto status = (*again)->run("SELECT pg_catalog.pg_xact_status('" + transaction + "'::xid8)");
    if (!status || status->isNull(0, 0) || status->view(0, 0) == "in progress")
        return unknown;
    if (status->view(0, 0) == "committed")
        return {};
    return Error{ErrorKind::Connection,
                 QStringLiteral("the connection was lost during COMMIT, and all was rolled back"),
                 QStringLiteral("Nothing was changed; try again."),
                 {m_where, {}, 0, 0}};
}

QString PgSession::lockHolders() const
{
    OpenRequest request = m_request;
    request.access = OpenRequest::Access::Read;
    auto other = connect(request);
    if (!other)
        return {};
    const auto rows = (*other)->run(
        "SELECT a.pid, a.usename, a.application_name, extract(epoch FROM "
        "clock_timestamp()-a.xact_start)::int8,"
        " string_agg(DISTINCT l.relation::regclass::text, ', ') FROM pg_locks l JOIN pg_stat_activity a "
        "USING (pid)"
        " WHERE l.locktype='relation' AND l.granted AND l.relation>=16384 AND a.datname=current_database()"
        " AND a.pid NOT IN (pg_backend_pid(), "
        + QByteArray::number(PQbackendPID(m_conn))
        + ") GROUP BY 1, 2, 3, 4 ORDER BY bool_and(l.mode='AccessShareLock'), 4 DESC LIMIT 3");
    QStringList holders;
    for (int i = 0; rows && i < rows->rowCount(); ++i)
        holders += QStringLiteral("process %1 of %2 (%3), for %4 s on %5")
                       .arg(rows->text(i, 0), rows->text(i, 1), rows->text(i, 2), rows->text(i, 3),
                            rows->text(i, 4));
    return holders.join(QStringLiteral("; "));
}

QByteArray pgQuoted(const QString &name)
{
    return '"' + name.toUtf8().replace('"', "\"\"") + '"';
}

QByteArray pgQuoted(const TableName &name)
{
    return name.schema.isEmpty() ? pgQuoted(name.name) : pgQuoted(name.schema) + '.' + pgQuoted(name.name);
}

QByteArray pgLiteral(const QString &text)
{
    return '\'' + text.toUtf8().replace('\'', "''") + '\'';
}

QByteArray pgQuotedList(const QStringList &names, const char *prefix)
{
    QByteArray list;
    for (const QString &name : names)
        list += (list.isEmpty() ? QByteArray() : QByteArray(", ")) + prefix + pgQuoted(name);
    return list;
}

} // namespace galley
