// SPDX-License-Identifier: MIT
#include "workers/engines/connectionfields.h"

#include "workers/engines/webservers/webservers.h"

#include <QUrl>

namespace galley {

namespace {

using Type = OptionSpec::Type;

const QLatin1String kOdbc("odbc:");

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, "/"));
}

Error missing(const QString &what)
{
    return {ErrorKind::Usage, QStringLiteral("%1 is missing").arg(what), {}, {}};
}

OptionSpec field(const char *id, const char *label, Type type, const char *help,
                 const QVariant &usual = QString())
{
    return {QLatin1String(id), QString::fromUtf8(label), type, usual, QString::fromUtf8(help), {}};
}

Result<DatabaseRef> fromUrlFields(const QString &engineId, const OptionValues &fields)
{
    if (fields.text(QStringLiteral("database")).isEmpty())
        return missing(QStringLiteral("the name of the database"));
    const bool isPostgres = engineId == QLatin1String("postgres");
    QStringList options;
    for (auto it = fields.all().begin(); it != fields.all().end(); ++it) {
        // A folder as host is how PostgreSQL says socket.
        const QString name =
            isPostgres && it.key() == QLatin1String("socket") ? QStringLiteral("host") : it.key();
        const bool isHidden = isPostgres && it.key() == QLatin1String("host")
            && !fields.text(QStringLiteral("socket")).isEmpty();
        if (!it.value().toString().isEmpty() && !isHidden)
            options += (name == QLatin1String("database") ? QStringLiteral("dbname") : name)
                + QLatin1Char('=') + encoded(it.value().toString().trimmed());
    }
    const QString scheme = isPostgres ? QStringLiteral("postgresql") : QStringLiteral("mariadb");
    return parseDatabaseRef(scheme + QStringLiteral("://?") + options.join(QLatin1Char('&')));
}

Result<DatabaseRef> fromOdbcFields(const OptionValues &fields)
{
    QStringList parts;
    const auto add = [&](const char *id, const char *keyword) {
        const QString value = fields.text(QLatin1String(id)).trimmed();
        if (value.isEmpty())
            return;
        const bool isPlain = !value.contains(QLatin1Char(';')) && !value.contains(QLatin1Char('}'));
        parts += QLatin1String(keyword) + (isPlain ? value : QLatin1Char('{') + value + QLatin1Char('}'));
    };
    add("dsn", "DSN=");
    add("driver", "Driver=");
    add("user", "UID=");
    const QString more = fields.text(QStringLiteral("more")).trimmed();
    if (!more.isEmpty())
        parts += more;
    if (parts.isEmpty())
        return missing(QStringLiteral("the data source"));
    return parseDatabaseRef(kOdbc + parts.join(QLatin1Char(';')));
}

OptionValues odbcFields(const QString &connection)
{
    OptionValues values;
    QStringList more;
    for (const QString &part : connection.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const QString keyword = part.section(QLatin1Char('='), 0, 0).trimmed().toLower();
        const QString value = part.section(QLatin1Char('='), 1);
        if (keyword == QLatin1String("dsn") || keyword == QLatin1String("driver"))
            values.set(keyword, value);
        else if (keyword == QLatin1String("uid"))
            values.set(QStringLiteral("user"), value);
        else
            more += part;
    }
    if (!more.isEmpty())
        values.set(QStringLiteral("more"), more.join(QLatin1Char(';')));
    return values;
}

} // namespace

std::vector<OptionSpec> Engine::connectionFields() const
{
    std::vector<OptionSpec> fields = {
        field("host", "Host", Type::Text, "Name or address of the server."),
        field("port", "Port", Type::Integer, "The port that the server listens on; empty for the usual one."),
        field("socket", "Socket", Type::File,
              "Instead of a host: a server on this machine is reached through this socket or folder."),
        field("database", "Database", Type::Text, "The name of the database on the server."),
        field("user", "User", Type::Text, "The name that you have on the server."),
        field("sslmode", "Encryption (TLS)", Type::Choice,
              "verify-full is the only mode that nobody on the way can read or pretend to be the server.",
              QStringLiteral("prefer")),
        field("sslrootcert", "CA certificate", Type::File,
              "The certificate of the authority that vouches for the server."),
        field("sslcert", "Client certificate", Type::File,
              "Your own certificate, where the server wants one."),
        field("sslkey", "Client key", Type::File, "The key of your certificate."),
        field("connect_timeout", "Timeout (seconds)", Type::Integer,
              "How long to wait for the server when connecting."),
    };
    fields[5].choices = {QStringLiteral("disable"), QStringLiteral("prefer"), QStringLiteral("require"),
                         QStringLiteral("verify-ca"), QStringLiteral("verify-full")};
    return fields;
}

OptionValues fieldsOf(const DatabaseRef &database)
{
    OptionValues values;
    if (database.engine == QLatin1String("sqlite")) {
        values.set(QStringLiteral("path"), database.location);
        return values;
    }
    if (findWebServer(database.engine) != nullptr) {
        values.set(webserver::kAddressField, database.location);
        return values;
    }
    if (database.engine == QLatin1String("odbc"))
        return odbcFields(database.location.mid(kOdbc.size()));
    for (auto it = database.parameters.begin(); it != database.parameters.end(); ++it) {
        const bool isFolder = it.key() == QLatin1String("host") && it.value().startsWith(QLatin1Char('/'));
        values.set(isFolder ? QStringLiteral("socket") : it.key(), it.value());
    }
    return values;
}

Result<DatabaseRef> databaseFromFields(const QString &engineId, const OptionValues &fields)
{
    if (engineId == QLatin1String("sqlite")) {
        const QString path = fields.text(QStringLiteral("path"));
        if (path.isEmpty())
            return missing(QStringLiteral("the file"));
        return DatabaseRef{engineId, path, {}};
    }
    return engineId == QLatin1String("odbc") ? fromOdbcFields(fields) : fromUrlFields(engineId, fields);
}

} // namespace galley
