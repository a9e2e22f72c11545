// SPDX-License-Identifier: MIT
#include "workers/engines/odbc/odbchandle.h"

#include "workers/base/numbers.h"

#include <QSqlError>
#include <QUuid>
#include <QVariant>

namespace galley {

namespace {

const QLatin1String kPrefix("odbc:");

/// A value of a connection string, in braces where it needs them.
QString braced(const QString &value)
{
    const bool isPlain = std::none_of(value.begin(), value.end(),
                                      [](QChar c) { return QStringLiteral("[]{}(),;?*=!@ ").contains(c); });
    if (isPlain)
        return value;
    QString doubled = value;
    return QLatin1Char('{') + doubled.replace(QLatin1Char('}'), QStringLiteral("}}")) + QLatin1Char('}');
}

/// Qt puts "DSN=" before what names no driver.
QString forQt(const QString &connection)
{
    const bool isWhole = connection.contains(QLatin1String("DRIVER="), Qt::CaseInsensitive)
        || connection.contains(QLatin1String("SERVER="), Qt::CaseInsensitive);
    return !isWhole && connection.startsWith(QLatin1String("DSN="), Qt::CaseInsensitive) ? connection.mid(4)
                                                                                         : connection;
}

bool wantsPassword(const QSqlError &error)
{
    const QString text = error.databaseText() + error.nativeErrorCode();
    return text.contains(QLatin1String("password"), Qt::CaseInsensitive)
        || text.contains(QLatin1String("28000"))
        || text.contains(QLatin1String("login failed"), Qt::CaseInsensitive);
}

Error cannotOpen(const QSqlError &error)
{
    const QString said = error.databaseText().simplified();
    if (wantsPassword(error))
        return {ErrorKind::Permission,
                QStringLiteral("the data source refused the user or the password: %1").arg(said),
                QStringLiteral("Give the password in GALLEY_PASSWORD or with --password-file FILE."),
                {}};
    const bool isUnknown = said.contains(QLatin1String("Data source name not found"), Qt::CaseInsensitive)
        || said.contains(QLatin1String("Can't open lib"), Qt::CaseInsensitive);
    return {ErrorKind::Connection,
            QStringLiteral("cannot connect through ODBC: %1").arg(said),
            isUnknown
                ? QStringLiteral("\"odbcinst -q -d\" lists the drivers, \"odbcinst -q -s\" the data sources "
                                 "of this machine.")
                : QStringLiteral("Check the connection string, and whether the server runs."),
            {}};
}

} // namespace

Result<std::unique_ptr<OdbcHandle>> OdbcHandle::open(const OpenRequest &request)
{
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QODBC")))
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("Qt's ODBC driver is not installed"),
                     QStringLiteral("Install the package libqt6sql6-odbc."),
                     {}};
    std::unique_ptr<OdbcHandle> handle(new OdbcHandle);
    handle->m_name = QStringLiteral("galley-odbc-") + QUuid::createUuid().toString(QUuid::Id128);
    handle->m_database = QSqlDatabase::addDatabase(QStringLiteral("QODBC"), handle->m_name);
    QString connection = request.database.location;
    if (connection.startsWith(kPrefix, Qt::CaseInsensitive))
        connection = connection.mid(kPrefix.size());
    handle->m_database.setDatabaseName(forQt(connection));
    QString options = QStringLiteral("SQL_ATTR_LOGIN_TIMEOUT=15;SQL_ATTR_CONNECTION_TIMEOUT=60");
    if (request.access == OpenRequest::Access::Read)
        options += QStringLiteral(";SQL_ATTR_ACCESS_MODE=SQL_MODE_READ_ONLY");
    handle->m_database.setConnectOptions(options);
    for (const SecretSource::Asking asking : {SecretSource::Asking::No, SecretSource::Asking::Allowed}) {
        bool hasPassword = false;
        if (request.secrets != nullptr) {
            ASSIGN_OR_RETURN(const Secret secret, request.secrets->password(request.database, asking));
            hasPassword = !secret.isEmpty();
            if (hasPassword)
                keepMemoryOutOfCoreDumps(); // Qt and the driver keep copies
            if (hasPassword)
                handle->m_database.setPassword(braced(QString::fromUtf8(secret.c_str())));
        }
        const bool isLast = asking == SecretSource::Asking::Allowed;
        const bool isOpen = (!isLast || hasPassword) && handle->m_database.open();
        handle->m_database.setPassword(QString());
        if (isOpen) {
            handle->probe();
            return handle;
        }
        if (isLast || !wantsPassword(handle->m_database.lastError()) || hasPassword
            || request.secrets == nullptr)
            break;
    }
    return cannotOpen(handle->m_database.lastError());
}

OdbcHandle::~OdbcHandle()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

void OdbcHandle::probe()
{
    const auto real = firstText(QStringLiteral("SELECT CAST(0.30000000000000004 AS DOUBLE PRECISION)"));
    const std::optional<double> got = real ? parseReal(real->toStdString()) : std::nullopt;
    m_isExactReal = got && *got == 0.30000000000000004;
    m_hasInformationSchema =
        firstText(QStringLiteral("SELECT COUNT(*) FROM information_schema.tables WHERE 1 = 0")).isOk();
}

QString OdbcHandle::quoted(const QString &name) const
{
    const QString letter = m_database.driver()->escapeIdentifier(QStringLiteral("a"), QSqlDriver::FieldName);
    if (letter.size() != 3)
        return name;
    const QString mark = letter.left(1);
    QString inner = name;
    return mark + inner.replace(mark, mark + mark) + mark;
}

QString OdbcHandle::quoted(const TableName &table) const
{
    return table.schema.isEmpty() ? quoted(table.name)
                                  : quoted(table.schema) + QLatin1Char('.') + quoted(table.name);
}

QSqlQuery OdbcHandle::query()
{
    QSqlQuery made(m_database);
    made.setForwardOnly(true);
    made.setNumericalPrecisionPolicy(QSql::HighPrecision);
    return made;
}

Result<void> OdbcHandle::run(const QString &sql)
{
    QSqlQuery made = query();
    if (made.exec(sql))
        return {};
    return odbcError(made.lastError(), QStringLiteral("run a statement"));
}

Result<QString> OdbcHandle::firstText(const QString &sql)
{
    QSqlQuery made = query();
    if (!made.exec(sql))
        return odbcError(made.lastError(), QStringLiteral("run a query"));
    return made.next() ? made.value(0).toString() : QString();
}

bool isRowRefused(const QSqlError &error)
{
    // The driver gives its own numbers; the classes of SQLSTATE stand in the text where they stand at all.
    const QString text = error.databaseText();
    for (const char *word : {"constraint", "duplicate", "unique", "violat", "out of range", "too long",
                             "invalid input", "not null", "overflow", "mismatch"}) {
        if (text.contains(QLatin1String(word), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

Error odbcError(const QSqlError &error, const QString &what)
{
    const QString said = error.databaseText().simplified();
    ErrorKind kind = ErrorKind::Io;
    if (said.contains(QLatin1String("permission"), Qt::CaseInsensitive)
        || said.contains(QLatin1String("read-only"), Qt::CaseInsensitive))
        kind = ErrorKind::Permission;
    else if (said.contains(QLatin1String("connection"), Qt::CaseInsensitive))
        kind = ErrorKind::Connection;
    return {
        kind, QStringLiteral("cannot %1: %2").arg(what, said.isEmpty() ? error.driverText() : said), {}, {}};
}

} // namespace galley
