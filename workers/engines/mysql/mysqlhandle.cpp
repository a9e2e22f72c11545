// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlhandle.h"

#include <errmsg.h>
#include <mysqld_error.h>

namespace galley {

namespace {

constexpr size_t kMostRows = 1'000'000;
ErrorKind kindOf(unsigned code)
{
    switch (code) {
    case ER_QUERY_INTERRUPTED:
    case ER_STATEMENT_TIMEOUT:
        return ErrorKind::Cancelled;
    case CR_SOCKET_CREATE_ERROR:
    case CR_CONNECTION_ERROR:
    case CR_CONN_HOST_ERROR:
    case CR_UNKNOWN_HOST:
    case CR_SERVER_GONE_ERROR:
    case CR_SERVER_LOST:
    case CR_SERVER_HANDSHAKE_ERR:
    case CR_SERVER_LOST_EXTENDED:
    case CR_MALFORMED_PACKET:
    case CR_SSL_CONNECTION_ERROR:
    case ER_CONNECTION_KILLED:
    case ER_CON_COUNT_ERROR:
    case ER_SERVER_SHUTDOWN:
    case ER_HOST_IS_BLOCKED:
    case ER_NET_READ_ERROR:
    case ER_NET_READ_INTERRUPTED:
    case ER_NET_ERROR_ON_WRITE:
        return ErrorKind::Connection;
    case ER_DBACCESS_DENIED_ERROR:
    case ER_ACCESS_DENIED_ERROR:
    case ER_ACCESS_DENIED_NO_PASSWORD_ERROR:
    case ER_TABLEACCESS_DENIED_ERROR:
    case ER_COLUMNACCESS_DENIED_ERROR:
    case ER_SPECIFIC_ACCESS_DENIED_ERROR:
    case ER_PROCACCESS_DENIED_ERROR:
    case ER_HOST_NOT_PRIVILEGED:
    case ER_OPTION_PREVENTS_STATEMENT:
    case ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION:
        return ErrorKind::Permission;
    case ER_LOCK_WAIT_TIMEOUT:
    case ER_LOCK_DEADLOCK:
    case ER_CHECKREAD:
        return ErrorKind::Conflict;
    case ER_BAD_DB_ERROR:
        return ErrorKind::NotFound;
    case ER_RECORD_FILE_FULL:
    case ER_DISK_FULL:
    case ER_ERROR_ON_WRITE:
    case ER_ERROR_ON_READ:
    case ER_OUT_OF_RESOURCES:
        return ErrorKind::Io;
    case ER_NET_PACKET_TOO_LARGE:
    case CR_NET_PACKET_TOO_LARGE:
    case ER_TOO_BIG_ROWSIZE:
        return ErrorKind::Limit;
    default:
        return ErrorKind::Schema;
    }
}

QString hintOf(unsigned code)
{
    switch (code) {
    case ER_ACCESS_DENIED_ERROR:
    case ER_ACCESS_DENIED_NO_PASSWORD_ERROR:
        return QStringLiteral("Check user and password: GALLEY_PASSWORD or --password-file FILE.");
    case ER_LOCK_WAIT_TIMEOUT:
        return QStringLiteral("Another program holds a lock; try again when it is done.");
    case ER_LOCK_DEADLOCK:
        return QStringLiteral("Another program changed the same rows; try again.");
    case CR_CONN_HOST_ERROR:
    case CR_CONNECTION_ERROR:
        return QStringLiteral("Check host and port, and that the server runs.");
    case CR_SSL_CONNECTION_ERROR:
        return QStringLiteral("Check sslmode and the certificates.");
    case ER_NET_PACKET_TOO_LARGE:
        return QStringLiteral("Raise max_allowed_packet on the server.");
    default:
        return {};
    }
}

} // namespace

Error mysqlError(unsigned code, const char *message, const QString &what)
{
    const QString text = QString::fromUtf8(message);
    const ErrorKind kind = kindOf(code);
    if (kind == ErrorKind::Cancelled)
        return {kind, QStringLiteral("cancelled"), {}, {}};
    return {kind, what.isEmpty() ? text : QStringLiteral("cannot %1: %2").arg(what, text), hintOf(code), {}};
}

Error mysqlError(MYSQL *mysql, const QString &what)
{
    return mysqlError(mysql_errno(mysql), mysql_error(mysql), what);
}

Error mysqlError(MYSQL_STMT *statement, const QString &what)
{
    const unsigned code = mysql_stmt_errno(statement);
    if (code != 0)
        return mysqlError(code, mysql_stmt_error(statement), what);
    if (statement->mysql != nullptr && mysql_errno(statement->mysql) != 0)
        return mysqlError(statement->mysql, what);
    return mysqlError(CR_SERVER_LOST, "the connection to the server was lost", what);
}

QByteArray mysqlQuoted(const QString &name)
{
    return '`' + name.toUtf8().replace('`', "``") + '`';
}

QByteArray mysqlQuoted(const TableName &name)
{
    return name.schema.isEmpty() ? mysqlQuoted(name.name)
                                 : mysqlQuoted(name.schema) + '.' + mysqlQuoted(name.name);
}

QByteArray mysqlLiteral(const QString &text)
{
    return '\'' + text.toUtf8().replace('\\', "\\\\").replace('\'', "''").replace('\0', "\\0") + '\'';
}

Result<void> mysqlExec(MYSQL *mysql, const QByteArray &sql)
{
    if (mysql_real_query(mysql, sql.constData(), static_cast<unsigned long>(sql.size())) != 0)
        return mysqlError(mysql);
    if (MYSQL_RES *unwanted = mysql_store_result(mysql))
        mysql_free_result(unwanted);
    return {};
}

Result<std::vector<MysqlTextRow>> mysqlRows(MYSQL *mysql, const QByteArray &sql)
{
    if (mysql_real_query(mysql, sql.constData(), static_cast<unsigned long>(sql.size())) != 0)
        return mysqlError(mysql);
    struct Freer
    {
        void operator()(MYSQL_RES *result) const { mysql_free_result(result); }
    };
    const std::unique_ptr<MYSQL_RES, Freer> result(mysql_use_result(mysql));
    std::vector<MysqlTextRow> rows;
    if (!result)
        return mysql_errno(mysql) == 0 ? Result<std::vector<MysqlTextRow>>(rows) : mysqlError(mysql);
    const unsigned columns = mysql_num_fields(result.get());
    while (MYSQL_ROW row = mysql_fetch_row(result.get())) {
        const unsigned long *lengths = mysql_fetch_lengths(result.get());
        if (rows.size() >= kMostRows)
            return Error{
                ErrorKind::Limit, QStringLiteral("the catalog of the database is too large"), {}, {}};
        MysqlTextRow &copy = rows.emplace_back(columns);
        for (unsigned i = 0; i < columns; ++i) {
            if (row[i] != nullptr)
                copy[i] = QByteArray(row[i], static_cast<qsizetype>(lengths[i]));
        }
    }
    if (mysql_errno(mysql) != 0)
        return mysqlError(mysql);
    return rows;
}

QString mysqlLockHolders(MYSQL *mysql)
{
    const auto rows = mysqlRows(
        mysql,
        "SELECT t.trx_mysql_thread_id, IFNULL(CONCAT(p.USER, '@', p.HOST), '?'), "
        "TIMESTAMPDIFF(SECOND, t.trx_started, NOW()) FROM information_schema.INNODB_TRX t LEFT JOIN "
        "information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id WHERE t.trx_mysql_thread_id NOT IN "
        "(0, "
        "CONNECTION_ID()) AND t.trx_tables_locked + t.trx_rows_locked > 0 ORDER BY p.DB <=> DATABASE() DESC, "
        "t.trx_started LIMIT 3");
    QStringList holders;
    for (const MysqlTextRow &row : rows ? *rows : std::vector<MysqlTextRow>())
        holders += QStringLiteral("connection %1 of %2, for %3 s")
                       .arg(QString::fromUtf8(row.at(0).value_or(QByteArray())),
                            QString::fromUtf8(row.at(1).value_or(QByteArray())),
                            QString::fromUtf8(row.at(2).value_or(QByteArray())));
    return holders.join(QStringLiteral("; "));
}

Result<QByteArray> mysqlValue(MYSQL *mysql, const QByteArray &sql)
{
    ASSIGN_OR_RETURN(const auto rows, mysqlRows(mysql, sql));
    return rows.empty() || rows[0].empty() ? QByteArray() : rows[0][0].value_or(QByteArray());
}

Result<MysqlStatement> MysqlStatement::prepare(MYSQL *mysql, const QByteArray &sql)
{
    MysqlStatement made;
    made.m_statement.reset(mysql_stmt_init(mysql));
    if (!made.m_statement)
        return mysqlError(mysql);
    if (mysql_stmt_prepare(made.get(), sql.constData(), static_cast<unsigned long>(sql.size())) != 0)
        return made.error();
    const size_t parameters = mysql_stmt_param_count(made.get());
    made.m_binds.resize(parameters);
    made.m_numbers.resize(parameters);
    return made;
}

Error MysqlStatement::error(const QString &what) const
{
    return mysqlError(get(), what);
}

void MysqlStatement::bind(const Cell &cell, MysqlBinding binding)
{
    MYSQL_BIND &bind = m_binds[m_bound];
    Number &number = m_numbers[m_bound];
    ++m_bound;
    bind = {};
    switch (cell.kind()) {
    case CellKind::Null:
        bind.buffer_type = MYSQL_TYPE_NULL;
        return;
    case CellKind::Integer:
        number.integer = cell.asInteger();
        bind.buffer_type = MYSQL_TYPE_LONGLONG;
        bind.buffer = &number.integer;
        return;
    case CellKind::Real:
        if (binding == MysqlBinding::Narrow) {
            number.narrow = static_cast<float>(cell.asReal());
            bind.buffer_type = MYSQL_TYPE_FLOAT;
            bind.buffer = &number.narrow;
            return;
        }
        number.real = cell.asReal();
        bind.buffer_type = MYSQL_TYPE_DOUBLE;
        bind.buffer = &number.real;
        return;
    case CellKind::Text:
    case CellKind::Bytes:
        break;
    }
    std::string_view view = cell.view();
    if (binding == MysqlBinding::Bits && cell.kind() == CellKind::Text) {
        quint64 bits = 0;
        for (const char digit : view)
            bits = (bits << 1U) | (digit == '1' ? 1U : 0U);
        number.integer = static_cast<qint64>(bits);
        bind.buffer_type = MYSQL_TYPE_LONGLONG;
        bind.is_unsigned = 1;
        bind.buffer = &number.integer;
        return;
    }
    if (binding == MysqlBinding::Utc && view.ends_with("+00:00"))
        view.remove_suffix(6);
    number.length = static_cast<unsigned long>(view.size());
    bind.buffer_type = cell.kind() == CellKind::Text ? MYSQL_TYPE_STRING : MYSQL_TYPE_BLOB;
    bind.buffer = const_cast<char *>(view.data() == nullptr ? "" : view.data());
    bind.buffer_length = number.length;
    bind.length = &number.length;
}

Result<void> MysqlStatement::execute()
{
    m_bound = 0;
    if (!m_binds.empty() && mysql_stmt_bind_param(get(), m_binds.data()) != 0)
        return error();
    if (mysql_stmt_execute(get()) != 0)
        return error();
    return {};
}

} // namespace galley
