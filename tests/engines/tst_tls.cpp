// SPDX-License-Identifier: MIT
//
// Connections that are encrypted, and to whom: certificates of the right and of a wrong authority, for the
// right and for another host.
#include "tests/support/servers.h"
#include "tests/support/support.h"
#include "workers/engines/engine.h"

#include <QTest>

using namespace galley;
using namespace galley::test;

class TestTls : public QObject
{
    Q_OBJECT

    std::map<QString, std::unique_ptr<TestServer>> m_servers;

    QString url(const QString &kind, const QString &host, const QString &settings) const
    {
        const TestServer &server = *m_servers.at(kind);
        return QStringLiteral("%1://galley@%2:%3/encrypted?%4")
            .arg(kind.startsWith(QLatin1String("mysql")) ? QStringLiteral("mariadb")
                                                         : QStringLiteral("postgresql"),
                 host)
            .arg(server.port())
            .arg(QString(settings)
                     .replace(QLatin1String("CA"), server.file(QStringLiteral("ca.pem")))
                     .replace(QLatin1String("OTHER"), server.file(QStringLiteral("other.pem"))));
    }
    static Result<std::unique_ptr<Connection>> open(const QString &url)
    {
        OpenRequest request;
        ASSIGN_OR_RETURN(request.database, parseDatabaseRef(url));
        return openDatabase(request);
    }
    /// As the server sees it.
    static QByteArray cipher(Connection &connection, const QString &kind)
    {
        const auto reader = connection.readQuery(
            kind.startsWith(QLatin1String("mysql"))
                ? QStringLiteral(
                    "SELECT VARIABLE_VALUE <> '' AS c FROM information_schema.SESSION_STATUS WHERE "
                    "VARIABLE_NAME = 'Ssl_cipher'")
                : QStringLiteral("SELECT ssl::int FROM pg_catalog.pg_stat_ssl WHERE pid = "
                                 "pg_catalog.pg_backend_pid()"),
            QStringLiteral("q"));
        return reader ? readAllRows(**reader) : reader.error().toString().toUtf8();
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *kind : {"postgres-tls", "mysql-tls"}) {
            auto server = std::make_unique<TestServer>(QString::fromLatin1(kind));
            if (!server->isThere())
                QSKIP(qPrintable(server->problem()));
            server->makeDatabase(QStringLiteral("encrypted"));
            m_servers.emplace(QString::fromLatin1(kind), std::move(server));
        }
    }

    void aCertificateIsCheckedAsAsked_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("settings");
        QTest::addColumn<QByteArray>("isEncrypted"); // "": no connection
        const struct
        {
            const char *host;
            const char *settings;
            const char *isEncrypted;
        } cases[] = {
            {"localhost", "sslmode=disable", "0\n"},
            {"localhost", "sslmode=prefer", "1\n"},
            {"localhost", "sslmode=require", "1\n"},
            {"localhost", "sslmode=verify-ca&sslrootcert=CA", "1\n"},
            {"localhost", "sslmode=verify-full&sslrootcert=CA", "1\n"},
            {"localhost", "sslmode=verify-ca&sslrootcert=OTHER", ""},
            {"localhost", "sslmode=verify-full&sslrootcert=OTHER", ""},
            {"localhost", "sslmode=verify-full&sslrootcert=/no/such/file", ""},
            {"127.0.0.1", "sslmode=verify-full&sslrootcert=CA", ""}, // the certificate is for another name
            {"127.0.0.1", "sslmode=require", "1\n"},
        };
        for (const char *kind : {"postgres-tls", "mysql-tls"}) {
            for (const auto &each : cases)
                QTest::addRow("%s %s %s", kind, each.host, each.settings)
                    << QString::fromLatin1(kind) << QString::fromLatin1(each.host)
                    << QString::fromLatin1(each.settings) << QByteArray(each.isEncrypted);
        }
    }

    void aCertificateIsCheckedAsAsked()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, host);
        QFETCH(const QString, settings);
        QFETCH(const QByteArray, isEncrypted);
        const auto connection = open(url(kind, host, settings));
        if (isEncrypted.isEmpty()) {
            QVERIFY(!connection.isOk());
            QCOMPARE(connection.error().kind, ErrorKind::Connection);
            QVERIFY2(connection.error().hint.contains(QLatin1String("certificate")),
                     qPrintable(connection.error().toString()));
            return;
        }
        QVERIFY2(connection.isOk(), connection ? "" : qPrintable(connection.error().toString()));
        QCOMPARE(cipher(**connection, kind), isEncrypted);
    }

    void aServerWithoutTlsIsRefusedWhereItIsWanted_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("postgres") << QStringLiteral("postgres");
        QTest::newRow("mysql") << QStringLiteral("mysql");
    }
    void aServerWithoutTlsIsRefusedWhereItIsWanted()
    {
        QFETCH(const QString, kind);
        TestServer plain(kind);
        if (!plain.isThere())
            QSKIP(qPrintable(plain.problem()));
        const QString database = plain.makeDatabase(QStringLiteral("encrypted"));
        QVERIFY(open(database + QStringLiteral("?sslmode=prefer")).isOk());
        for (const char *mode : {"require", "verify-ca", "verify-full"}) {
            const auto connection =
                open(database + QStringLiteral("?sslmode=") + QString::fromLatin1(mode)
                     + QStringLiteral("&sslrootcert=")
                     + m_servers.at(kind + QStringLiteral("-tls"))->file(QStringLiteral("ca.pem")));
            QVERIFY(!connection.isOk());
            QCOMPARE(connection.error().kind, ErrorKind::Connection);
        }
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
