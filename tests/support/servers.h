// SPDX-License-Identifier: MIT
//
// The private servers that tests talk to. ctest starts and ends them (galley_test(… SERVERS postgres mysql));
// a test that is run by hand starts the one it needs, which ends with it.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace galley::test {

class TestServer
{
public:
    /// `kind`: "postgres" or "mysql"; "postgres-tls" and "mysql-tls" have a certificate for "localhost".
    explicit TestServer(const QString &kind);

    bool isThere() const { return m_problem.isEmpty(); }
    /// For QSKIP: what is missing. A server that is installed and does not start is a failure, not a reason
    /// to skip: isThere() is then true and every use fails.
    const QString &problem() const { return m_problem; }

    QString host() const { return m_host; }
    int port() const { return m_port; }
    /// PostgreSQL: the folder of its socket; MariaDB: the socket.
    QString socket() const { return m_socket; }
    /// Those with TLS: "ca.pem" is the authority of their certificate, "other.pem" is not.
    QString file(const QString &name) const { return m_folder + QLatin1Char('/') + name; }

    /// A new, empty database, in place of one of that name. Returns its URL for the command line.
    QString makeDatabase(const QString &name) const;
    /// Of a database, over TCP; over the socket.
    QString url(const QString &database) const;
    QString socketUrl(const QString &database) const;
    /// Runs SQL in the server's own client, as its administrator. Returns the standard output, columns
    /// separated by `|` (PostgreSQL) or tabs (MariaDB); what went wrong begins with "ERROR".
    QByteArray sql(const QString &database, const QByteArray &statements) const;
    /// The same with the content of a file.
    QByteArray sqlFile(const QString &database, const QString &path) const;

private:
    QByteArray client(const QStringList &arguments, const QByteArray &input) const;

    bool m_isMysql;
    QString m_problem;
    QString m_host;
    int m_port = 0;
    QString m_socket;
    QString m_client;
    QString m_folder;
};

/// The password of the user `galley_password` of both servers. `galley_plain` has none, and no rights.
QByteArray testPassword();

} // namespace galley::test
