// SPDX-License-Identifier: MIT
#include "workers/engines/databaseurl.h"

#include "workers/base/nearnames.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace galley {

namespace {

struct Scheme
{
    QLatin1String prefix;
    QLatin1String engine;
    QLatin1String spelled; ///< in locations
};

constexpr std::array<Scheme, 4> kSchemes = {{
    {QLatin1String("postgresql://"), QLatin1String("postgres"), QLatin1String("postgresql")},
    {QLatin1String("postgres://"), QLatin1String("postgres"), QLatin1String("postgresql")},
    {QLatin1String("mariadb://"), QLatin1String("mysql"), QLatin1String("mariadb")},
    {QLatin1String("mysql://"), QLatin1String("mysql"), QLatin1String("mysql")},
}};

const QLatin1String kOdbc("odbc:");

/// What may stand after `?`. `host`, `port`, `user` and `dbname` say the same as their places before it.
QStringList optionsOf(QLatin1String engine)
{
    const QStringList common = {
        QStringLiteral("host"),    QStringLiteral("port"),    QStringLiteral("user"),
        QStringLiteral("dbname"),  QStringLiteral("sslmode"), QStringLiteral("sslrootcert"),
        QStringLiteral("sslcert"), QStringLiteral("sslkey"),  QStringLiteral("connect_timeout")};
    if (engine == QLatin1String("mysql"))
        return common + QStringList{QStringLiteral("socket"), QStringLiteral("lock_timeout")};
    return common + QStringList{QStringLiteral("hostaddr"),         QStringLiteral("sslcrl"),
                                QStringLiteral("channel_binding"),  QStringLiteral("gssencmode"),
                                QStringLiteral("krbsrvname"),       QStringLiteral("target_session_attrs"),
                                QStringLiteral("application_name"), QStringLiteral("lock_timeout")};
}

Error usage(const QString &message, const QString &hint = {})
{
    return {ErrorKind::Usage, message, hint, {}};
}

Error passwordError()
{
    return usage(
        QStringLiteral("the URL holds a password, and arguments can be read by every user of this machine"),
        QStringLiteral("Leave it out, and give it in GALLEY_PASSWORD or with --password-file FILE."));
}

bool isPasswordName(const QString &name)
{
    static const QStringList names = {QStringLiteral("password"), QStringLiteral("passwd"),
                                      QStringLiteral("pwd"), QStringLiteral("pass"),
                                      QStringLiteral("sslpassword")};
    return names.contains(name.trimmed(), Qt::CaseInsensitive);
}

Result<QString> decoded(const QString &text, const QString &what)
{
    for (qsizetype at = text.indexOf(QLatin1Char('%')); at >= 0;
         at = text.indexOf(QLatin1Char('%'), at + 1)) {
        bool isHex = false;
        text.mid(at + 1, 2).toUInt(&isHex, 16);
        if (!isHex || text.size() < at + 3)
            return usage(QStringLiteral("the %1 in the URL has a \"%\" that is no percent code").arg(what),
                         QStringLiteral("Write a percent sign as %25."));
    }
    const QByteArray bytes = QByteArray::fromPercentEncoding(text.toUtf8());
    const QString plain = QString::fromUtf8(bytes);
    if (plain.toUtf8() != bytes || plain.contains(QChar(0)))
        return usage(QStringLiteral("the %1 in the URL is not UTF-8 text").arg(what));
    return plain;
}

QString encoded(const QString &text, const QByteArray &kept = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, kept));
}

class UrlParser
{
public:
    UrlParser(const QString &text, const Scheme &scheme)
        : m_text(text)
        , m_scheme(scheme)
    {
    }

    Result<DatabaseRef> parse()
    {
        const QString rest = m_text.mid(m_scheme.prefix.size());
        const qsizetype question = rest.indexOf(QLatin1Char('?'));
        const QString before = question < 0 ? rest : rest.left(question);
        const qsizetype slash = before.indexOf(QLatin1Char('/'));
        RETURN_IF_ERROR(readAuthority(slash < 0 ? before : before.left(slash)));
        if (slash >= 0)
            RETURN_IF_ERROR(put(QStringLiteral("database"), before.mid(slash + 1)));
        if (question >= 0)
            RETURN_IF_ERROR(readOptions(rest.mid(question + 1)));
        m_ref.engine = m_scheme.engine;
        m_ref.location = spelled();
        return m_ref;
    }

private:
    Result<void> put(const QString &name, const QString &value)
    {
        ASSIGN_OR_RETURN(const QString plain, decoded(value, name));
        if (plain.isEmpty())
            return {};
        if (name == QLatin1String("port")) {
            bool isNumber = false;
            const uint port = plain.toUInt(&isNumber);
            if (!isNumber || port < 1 || port > 65535)
                return usage(QStringLiteral("\"%1\" in the URL is no port").arg(plain),
                             QStringLiteral("A port is a number from 1 to 65535."));
        }
        m_ref.parameters.insert(name, plain);
        return {};
    }

    Result<void> readAuthority(const QString &authority)
    {
        const qsizetype at = authority.lastIndexOf(QLatin1Char('@'));
        const QString user = at < 0 ? QString() : authority.left(at);
        if (user.contains(QLatin1Char(':')))
            return passwordError();
        RETURN_IF_ERROR(put(QStringLiteral("user"), user));
        const QString host = authority.mid(at + 1);
        if (host.contains(QLatin1Char(',')))
            return usage(QStringLiteral("the URL names several hosts"),
                         QStringLiteral("Name the one to connect to."));
        if (host.startsWith(QLatin1Char('[')))
            return readAddress(host);
        const qsizetype colon = host.indexOf(QLatin1Char(':'));
        if (colon >= 0 && host.indexOf(QLatin1Char(':'), colon + 1) >= 0)
            return usage(QStringLiteral("the host in the URL has several colons"),
                         QStringLiteral("Put an IPv6 address into brackets: [::1]."));
        if (colon >= 0)
            RETURN_IF_ERROR(put(QStringLiteral("port"), host.mid(colon + 1)));
        return put(QStringLiteral("host"), colon < 0 ? host : host.left(colon));
    }

    /// `[::1]:5432`
    Result<void> readAddress(const QString &host)
    {
        const qsizetype end = host.indexOf(QLatin1Char(']'));
        const QString after = end < 0 ? QString() : host.mid(end + 1);
        if (end < 2 || (!after.isEmpty() && !after.startsWith(QLatin1Char(':'))))
            return usage(QStringLiteral("the IPv6 address in the URL is not closed"),
                         QStringLiteral("Write it as [::1] or [::1]:5432."));
        RETURN_IF_ERROR(put(QStringLiteral("port"), after.mid(1)));
        return put(QStringLiteral("host"), host.mid(1, end - 1));
    }

    Result<void> readOptions(const QString &options)
    {
        const QStringList known = optionsOf(m_scheme.engine);
        for (const QString &option : options.split(QLatin1Char('&'), Qt::SkipEmptyParts)) {
            const QString name = option.section(QLatin1Char('='), 0, 0);
            if (isPasswordName(name))
                return passwordError();
            if (!known.contains(name)) {
                const QString near = didYouMean(name, known);
                return usage(QStringLiteral("the URL has an option \"%1\", which is unknown").arg(name),
                             near.isEmpty()
                                 ? QStringLiteral("Known are: %1.").arg(known.join(QStringLiteral(", ")))
                                 : near);
            }
            const QString key = name == QLatin1String("dbname") ? QStringLiteral("database") : name;
            RETURN_IF_ERROR(put(key, option.section(QLatin1Char('='), 1)));
        }
        return {};
    }

    QString spelled() const
    {
        QMap<QString, QString> rest = m_ref.parameters;
        const QString host = rest.value(QStringLiteral("host"));
        const bool isFolder = host.startsWith(QLatin1Char('/'));
        QString url = m_scheme.spelled + QStringLiteral("://");
        if (rest.contains(QStringLiteral("user")))
            url += encoded(rest.take(QStringLiteral("user"))) + QLatin1Char('@');
        if (!isFolder) {
            rest.remove(QStringLiteral("host"));
            url += host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']')
                                                   : encoded(host.toLower());
            if (rest.contains(QStringLiteral("port")))
                url += QLatin1Char(':') + rest.take(QStringLiteral("port"));
        }
        url += QLatin1Char('/') + encoded(rest.take(QStringLiteral("database")));
        QStringList options;
        for (auto it = rest.cbegin(); it != rest.cend(); ++it)
            options += it.key() + QLatin1Char('=') + encoded(it.value(), "/:");
        return options.isEmpty() ? url : url + QLatin1Char('?') + options.join(QLatin1Char('&'));
    }

    const QString &m_text;
    const Scheme &m_scheme;
    DatabaseRef m_ref;
};

Result<DatabaseRef> parseOdbc(const QString &text)
{
    const QString connection = text.mid(kOdbc.size());
    if (connection.trimmed().isEmpty())
        return usage(QStringLiteral("nothing stands after \"odbc:\""),
                     QStringLiteral("Name a data source: odbc:DSN=name."));
    for (const QString &part : connection.split(QLatin1Char(';'))) {
        if (isPasswordName(part.section(QLatin1Char('='), 0, 0)))
            return passwordError();
    }
    return DatabaseRef{
        QStringLiteral("odbc"), kOdbc + connection, {{QStringLiteral("connection"), connection}}};
}

const Scheme *schemeOf(const QString &text)
{
    const auto *found = std::find_if(kSchemes.begin(), kSchemes.end(), [&](const Scheme &scheme) {
        return text.startsWith(scheme.prefix, Qt::CaseInsensitive);
    });
    return found == kSchemes.end() ? nullptr : found;
}

} // namespace

bool isServerForm(const QString &text)
{
    return schemeOf(text) != nullptr || text.startsWith(kOdbc, Qt::CaseInsensitive);
}

Result<DatabaseRef> parseServerForm(const QString &text)
{
    if (const Scheme *scheme = schemeOf(text))
        return UrlParser(text, *scheme).parse();
    return parseOdbc(text);
}

} // namespace galley
