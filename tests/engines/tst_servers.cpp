// SPDX-License-Identifier: MIT
#include "tests/support/servers.h"

#include <QTest>

using namespace galley::test;

/// The servers themselves: when these fail, no other test of a server says anything.
class TestServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgresAnswers()
    {
        const TestServer server(QStringLiteral("postgres"));
        if (!server.isThere())
            QSKIP(qPrintable(server.problem()));
        server.makeDatabase(QStringLiteral("sérvers"));
        QCOMPARE(server.sql(QStringLiteral("sérvers"), "SELECT 1 + 1, current_setting('server_encoding')"),
                 QByteArray("2|UTF8\n"));
        QVERIFY(server.sql(QStringLiteral("sérvers"), "SELECT nothing").startsWith("ERROR"));
    }

    void mariadbAnswers()
    {
        const TestServer server(QStringLiteral("mysql"));
        if (!server.isThere())
            QSKIP(qPrintable(server.problem()));
        server.makeDatabase(QStringLiteral("sérvers"));
        QCOMPARE(server.sql(QStringLiteral("sérvers"), "SELECT 1 + 1, @@character_set_server"),
                 QByteArray("2\tutf8mb4\n"));
        QVERIFY(server.sql(QStringLiteral("sérvers"), "SELECT nothing").startsWith("ERROR"));
    }
};

QTEST_GUILESS_MAIN(TestServers)
#include "tst_servers.moc"
