// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlopen.h"

#include <errmsg.h>
#include <mysqld_error.h>

#include <mutex>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace galley {

namespace {

constexpr unsigned kConnectSeconds = 15;
constexpr unsigned kWriteSeconds = 50;
const QString kLockSeconds = QStringLiteral("20");

/// Zero dates and dates that do not exist are read from old tables and must go back as they are; all else is
/// strict. 0 in an AUTO_INCREMENT column is 0.
constexpr const char *kSession =
    "SET SESSION "
    "sql_mode='STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES,ERROR_FOR_DIVISION_BY_ZERO,"
    "NO_ENGINE_SUBSTITUTION',time_zone='+00:00',"
    "max_sort_length=8192,sql_quote_show_create=1,net_write_timeout=28800,net_read_timeout=600";

void startLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] { mysql_library_init(0, nullptr, nullptr); });
}

/// A host that vanished is noticed within a minute, while a statement may take as long as it needs.
void watchPeer(MYSQL *mysql)
{
    const int socket = static_cast<int>(mysql_get_socket(mysql));
    const auto set = [socket](int level, int option, int value) {
        setsockopt(socket, level, option, &value, sizeof value);
    };
    set(SOL_SOCKET, SO_KEEPALIVE, 1);
    set(IPPROTO_TCP, TCP_KEEPIDLE, 15);
    set(IPPROTO_TCP, TCP_KEEPINTVL, 5);
    set(IPPROTO_TCP, TCP_KEEPCNT, 5);
    set(IPPROTO_TCP, TCP_USER_TIMEOUT, 40'000);
}

class Connector
{
public:
    Connector(const MysqlServer &server, unsigned seconds)
        : m_server(server)
        , m_seconds(seconds)
    {
    }
    Result<MysqlHandle> connect();

private:
    QByteArray parameter(const char *name) const
    {
        return m_server.database.parameters.value(QLatin1String(name)).toUtf8();
    }
    Result<void> setTls(MYSQL *mysql) const;
    Error located(Error error) const;

    const MysqlServer &m_server;
    unsigned m_seconds;
};

Error Connector::located(Error error) const
{
    error.where.file = m_server.database.location;
    return error;
}

/// As libpq names them: disable, prefer (default), require, verify-ca, verify-full.
Result<void> Connector::setTls(MYSQL *mysql) const
{
    const QByteArray mode = parameter("sslmode");
    const auto set = [&](mysql_option option, const char *name) {
        if (const QByteArray value = parameter(name); !value.isEmpty())
            mysql_options(mysql, option, value.constData());
    };
    if (mode != "disable") // TLS where the server has it
        mysql_ssl_set(mysql, nullptr, nullptr, nullptr, nullptr, nullptr);
    set(MYSQL_OPT_SSL_CA, "sslrootcert");
    set(MYSQL_OPT_SSL_CERT, "sslcert");
    set(MYSQL_OPT_SSL_KEY, "sslkey");
    const bool isVerified = mode == "verify-ca" || mode == "verify-full";
    const my_bool enforce = isVerified || mode == "require" ? 1 : 0;
    const my_bool verify = isVerified ? 1 : 0;
    mysql_options(mysql, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &verify);
    if (enforce != 0)
        mysql_options(mysql, MYSQL_OPT_SSL_ENFORCE, &enforce);
    if (mode.isEmpty() || mode == "prefer" || mode == "allow" || mode == "disable" || enforce != 0)
        return {};
    return Error{ErrorKind::Usage,
                 QStringLiteral("sslmode=%1 is not known").arg(QString::fromUtf8(mode)),
                 QStringLiteral("Use disable, prefer, require, verify-ca or verify-full."),
                 {}};
}

Result<MysqlHandle> Connector::connect()
{
    startLibrary();
    MysqlHandle mysql(mysql_init(nullptr));
    // Before anything is said: a server may ask for any file that the user can read.
    const unsigned off = 0;
    mysql_options(mysql.get(), MYSQL_OPT_LOCAL_INFILE, &off);
    const my_bool no = 0;
    mysql_options(mysql.get(), MYSQL_OPT_RECONNECT, &no);
    mysql_options(mysql.get(), MYSQL_SET_CHARSET_NAME, "utf8mb4");
    mysql_options(mysql.get(), MYSQL_OPT_CONNECT_TIMEOUT, &m_seconds);
    const unsigned writeSeconds = std::max(m_seconds, kWriteSeconds);
    mysql_options(mysql.get(), MYSQL_OPT_WRITE_TIMEOUT, &writeSeconds);
    // Only plain ways to say the password: no plugin of the server's choice is loaded, none sends it in
    // clear.
    mysql_options(
        mysql.get(), MARIADB_OPT_RESTRICTED_AUTH,
        "mysql_native_password,client_ed25519,caching_sha2_password,sha256_password,auth_gssapi_client");
    RETURN_IF_ERROR(setTls(mysql.get()));

    QByteArray host = parameter("host");
    QByteArray socket = parameter("socket");
    if (socket.isEmpty() && host.startsWith('/'))
        socket = std::exchange(host, {});
    const QByteArray user = parameter("user");
    const QByteArray name = parameter("database");
    if (name.isEmpty())
        return located({ErrorKind::Usage,
                        QStringLiteral("the URL names no database"),
                        QStringLiteral("Write mariadb://user@host/database."),
                        {}});
    const unsigned protocol =
        socket.isEmpty() && !host.isEmpty() ? MYSQL_PROTOCOL_TCP : MYSQL_PROTOCOL_SOCKET;
    mysql_options(mysql.get(), MYSQL_OPT_PROTOCOL, &protocol);
    const auto port = parameter("port").toUInt();
    if (mysql_real_connect(mysql.get(), host.isEmpty() ? nullptr : host.constData(),
                           user.isEmpty() ? nullptr : user.constData(),
                           m_server.password.isEmpty() ? "" : m_server.password.c_str(), name.constData(),
                           port, socket.isEmpty() ? nullptr : socket.constData(), CLIENT_FOUND_ROWS)
        == nullptr)
        return located(mysqlError(mysql.get()));
    const bool isTlsWanted = !parameter("sslmode").isEmpty() && parameter("sslmode") != "disable"
        && parameter("sslmode") != "prefer" && parameter("sslmode") != "allow";
    if (isTlsWanted && mysql_get_ssl_cipher(mysql.get()) == nullptr)
        return located({ErrorKind::Connection, QStringLiteral("the server does not speak TLS"), {}, {}});
    if (protocol == MYSQL_PROTOCOL_TCP)
        watchPeer(mysql.get());
    return mysql;
}

Result<void> setUp(MYSQL *mysql, const MysqlServer &server)
{
    RETURN_IF_ERROR(mysqlExec(mysql, kSession));
    const QByteArray patience = QByteArray::number(
        server.database.parameters.value(QStringLiteral("lock_timeout"), kLockSeconds).toUInt());
    RETURN_IF_ERROR(mysqlExec(
        mysql, "SET SESSION lock_wait_timeout=" + patience + ",innodb_lock_wait_timeout=" + patience));
    if (server.isReadOnly)
        RETURN_IF_ERROR(mysqlExec(mysql, "SET SESSION TRANSACTION READ ONLY"));
    return mysqlExec(mysql, "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
}

Result<void> readFacts(MYSQL *mysql, MysqlServer &server)
{
    server.version = QString::fromUtf8(mysql_get_server_info(mysql));
    server.isMariaDb = mariadb_connection(mysql) != 0;
    const unsigned long least = server.isMariaDb ? 100'500 : 80'000;
    if (mysql_get_server_version(mysql) < least)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("the server is %1").arg(server.version),
                     QStringLiteral("Galley speaks to MariaDB from 10.5 and MySQL from 8.0 on."),
                     {server.database.location, {}, 0, 0}};
    ASSIGN_OR_RETURN(const QByteArray packet, mysqlValue(mysql, "SELECT @@max_allowed_packet"));
    server.largestPacket = packet.toULongLong();
    return {};
}

} // namespace

MysqlDeadline::MysqlDeadline(MYSQL *mysql, unsigned seconds)
    : m_socket(static_cast<int>(mysql_get_socket(mysql)))
    , m_thread([this, seconds] {
        std::unique_lock lock(m_mutex);
        if (!m_over.wait_for(lock, std::chrono::seconds(seconds), [this] { return m_isOver; }))
            ::shutdown(m_socket, SHUT_RDWR);
    })
{
}

MysqlDeadline::~MysqlDeadline()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
    }
    m_over.notify_all();
    m_thread.join();
}

Result<MysqlHandle> openMysqlAgain(const MysqlServer &server)
{
    const unsigned wanted = server.database.parameters.value(QStringLiteral("connect_timeout")).toUInt();
    const unsigned seconds = wanted > 0 ? wanted : kConnectSeconds;
    ASSIGN_OR_RETURN(MysqlHandle mysql, Connector(server, seconds).connect());
    const MysqlDeadline deadline(mysql.get(), seconds);
    RETURN_IF_ERROR(setUp(mysql.get(), server));
    return mysql;
}

Result<MysqlHandle> openMysqlBriefly(const MysqlServer &server, unsigned seconds)
{
    return Connector(server, seconds).connect();
}

Result<MysqlHandle> openMysql(const OpenRequest &request, MysqlServer &server)
{
    server.database = request.database;
    server.isReadOnly = request.access == OpenRequest::Access::Read;
    server.isRehearsal = request.isRehearsal;
    if (request.secrets != nullptr) {
        ASSIGN_OR_RETURN(server.password,
                         request.secrets->password(request.database, SecretSource::Asking::No));
    }
    Result<MysqlHandle> opened = openMysqlAgain(server);
    const bool isRefused =
        !opened && opened.error().kind == ErrorKind::Permission && server.password.isEmpty();
    if (isRefused && request.secrets != nullptr) {
        ASSIGN_OR_RETURN(server.password,
                         request.secrets->password(request.database, SecretSource::Asking::Allowed));
        if (!server.password.isEmpty())
            opened = openMysqlAgain(server);
    }
    if (!opened)
        return std::move(opened).error();
    const MysqlDeadline deadline(opened->get(), kConnectSeconds);
    RETURN_IF_ERROR(readFacts(opened->get(), server));
    return opened;
}

} // namespace galley
