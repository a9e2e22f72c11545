// SPDX-License-Identifier: MIT
#include "tests/support/servers.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QUrl>

namespace galley::test {

namespace {

QJsonObject readState(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

TestServer::TestServer(const QString &kind)
    : m_isMysql(kind.startsWith(QLatin1String("mysql")))
{
    const QString path = QStringLiteral(GALLEY_SERVERS "/%1.json").arg(kind);
    QJsonObject state = readState(path);
    const QString supervisor =
        QStringLiteral("/proc/%1").arg(state[QStringLiteral("supervisor")].toInteger());
    if (!QFile::exists(supervisor)) {
        QProcess::execute(QStringLiteral("python3"),
                          {QStringLiteral(GALLEY_SOURCE_DIR "/tests/support/servers.py"),
                           QStringLiteral("start"), kind, path, QStringLiteral("--owner"),
                           QString::number(QCoreApplication::applicationPid())});
        state = readState(path);
    }
    if (const QString missing = state[QStringLiteral("missing")].toString(); !missing.isEmpty())
        m_problem = QStringLiteral("%1 is not installed").arg(missing);
    m_host = state[QStringLiteral("host")].toString();
    m_port = state[QStringLiteral("port")].toInt();
    m_socket = state[QStringLiteral("socket")].toString();
    m_client = state[QStringLiteral("client")].toString();
    m_folder = state[QStringLiteral("folder")].toString();
}

QString TestServer::makeDatabase(const QString &name) const
{
    const QByteArray quoted = (m_isMysql ? '`' + name.toUtf8() + '`' : '"' + name.toUtf8() + '"');
    const QByteArray made = m_isMysql
        ? sql({}, "DROP DATABASE IF EXISTS " + quoted + "; CREATE DATABASE " + quoted)
        : sql(QStringLiteral("postgres"),
              "DROP DATABASE IF EXISTS " + quoted + " WITH (FORCE);\nCREATE DATABASE " + quoted + ";\n");
    if (!made.isEmpty())
        qWarning("%s", made.constData());
    return url(name);
}

QString TestServer::url(const QString &database) const
{
    return QStringLiteral("%1://galley@%2:%3/%4")
        .arg(m_isMysql ? QStringLiteral("mariadb") : QStringLiteral("postgresql"), m_host)
        .arg(m_port)
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(database)));
}

QString TestServer::socketUrl(const QString &database) const
{
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(database));
    if (m_isMysql)
        return QStringLiteral("mariadb://galley@/%1?socket=%2").arg(name, m_socket);
    return QStringLiteral("postgresql://galley@/%1?host=%2&port=%3").arg(name, m_socket).arg(m_port);
}

QByteArray TestServer::client(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.start(m_client, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        return "ERROR: the client did not end";
    }
    if (process.exitCode() != 0)
        return "ERROR: " + process.readAllStandardError();
    return process.readAllStandardOutput();
}

QByteArray TestServer::sql(const QString &database, const QByteArray &statements) const
{
    if (m_isMysql)
        return client({QStringLiteral("--no-defaults"), QStringLiteral("--default-character-set=utf8mb4"),
                       QStringLiteral("-S"), m_socket, QStringLiteral("-u"), QStringLiteral("galley"),
                       QStringLiteral("-N"), QStringLiteral("-B"), QStringLiteral("-r"), database},
                      statements);
    return client({QStringLiteral("-h"), m_socket, QStringLiteral("-p"), QString::number(m_port),
                   QStringLiteral("-U"), QStringLiteral("galley"), QStringLiteral("-d"), database,
                   QStringLiteral("-qAtX"), QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1")},
                  statements);
}

QByteArray TestServer::sqlFile(const QString &database, const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? sql(database, file.readAll()) : "ERROR: no file " + path.toUtf8();
}

QByteArray testPassword()
{
    return QByteArrayLiteral("s3cret p\xc3\xbcss'w\xc3\xb6rd");
}

} // namespace galley::test
