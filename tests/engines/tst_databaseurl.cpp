// SPDX-License-Identifier: MIT
#include "workers/engines/databaseurl.h"

#include <QTest>

using namespace galley;

class TestDatabaseUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urlsAreTakenApart_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("location");
        const auto row = [](const char *url, const char *engine, const char *parameters,
                            const char *location) {
            QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(engine)
                               << QString::fromUtf8(parameters) << QString::fromUtf8(location);
        };
        row("postgresql://me@db.example:5433/shop", "postgres",
            "database=shop host=db.example port=5433 user=me", "postgresql://me@db.example:5433/shop");
        row("postgres://DB.Example/shop", "postgres", "database=shop host=DB.Example",
            "postgresql://db.example/shop");
        row("postgresql:///shop", "postgres", "database=shop", "postgresql:///shop");
        row("postgresql://", "postgres", "", "postgresql:///");
        row("postgresql://me@/shop?host=/run/pg&port=5433", "postgres",
            "database=shop host=/run/pg port=5433 user=me", "postgresql://me@/shop?host=/run/pg&port=5433");
        row("postgresql://%2Frun%2Fpg/shop", "postgres", "database=shop host=/run/pg",
            "postgresql:///shop?host=/run/pg");
        row("postgresql://[::1]:5432/shop", "postgres", "database=shop host=::1 port=5432",
            "postgresql://[::1]:5432/shop");
        row("postgresql://m%40x@h/sh%2Fop%C3%A4?sslmode=verify-full", "postgres",
            "database=sh/opä host=h sslmode=verify-full user=m@x",
            "postgresql://m%40x@h/sh%2Fop%C3%A4?sslmode=verify-full");
        row("postgresql://h?dbname=shop", "postgres", "database=shop host=h", "postgresql://h/shop");
        row("mariadb://root@localhost/shop?socket=/run/my.sock", "mysql",
            "database=shop host=localhost socket=/run/my.sock user=root",
            "mariadb://root@localhost/shop?socket=/run/my.sock");
        row("MySQL://h:3306/shop", "mysql", "database=shop host=h port=3306", "mysql://h:3306/shop");
        row("odbc:DSN=shop;UID=me", "odbc", "connection=DSN=shop;UID=me", "odbc:DSN=shop;UID=me");
    }
    void urlsAreTakenApart()
    {
        QFETCH(QString, url);
        QVERIFY(isServerForm(url));
        const auto ref = parseServerForm(url);
        QVERIFY2(ref.isOk(), ref ? "" : qPrintable(ref.error().toString()));
        QTEST(ref->engine, "engine");
        QStringList parameters;
        for (auto it = ref->parameters.cbegin(); it != ref->parameters.cend(); ++it)
            parameters += it.key() + QLatin1Char('=') + it.value();
        QTEST(parameters.join(QLatin1Char(' ')), "parameters");
        QTEST(ref->location, "location");
        const auto again = parseServerForm(ref->location);
        QVERIFY(again.isOk());
        QCOMPARE(again->location, ref->location);
        QCOMPARE(again->engine, ref->engine);
    }

    void whatIsWrongIsToldWithTheReason_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *url, const char *part) {
            QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(part);
        };
        row("postgresql://me:secret@host/db", "password");
        row("postgresql://host/db?password=secret", "password");
        row("postgresql://host/db?sslmode=require&sslpassword=x", "password");
        row("mysql://host/db?PASSWORD=secret", "password");
        row("odbc:DSN=x;PWD=secret", "password");
        row("odbc:DSN=x; Password=secret", "password");
        row("postgresql://host/db?sslmod=require", "Did you mean \"sslmode\"?");
        row("postgresql://host/db?passfile=/x", "unknown");
        row("postgresql://host:0/db", "no port");
        row("postgresql://host:99999/db", "no port");
        row("postgresql://host:x/db", "no port");
        row("postgresql://::1/db", "brackets");
        row("postgresql://[::1/db", "not closed");
        row("postgresql://[::1]x/db", "not closed");
        row("postgresql://a,b/db", "several hosts");
        row("postgresql://host/%zz", "percent code");
        row("postgresql://host/%4", "percent code");
        row("postgresql://host/%ff", "UTF-8");
        row("postgresql://host/a%00b", "UTF-8");
        row("odbc:", "odbc:DSN=name");
    }
    void whatIsWrongIsToldWithTheReason()
    {
        QFETCH(QString, url);
        QFETCH(QString, part);
        const auto ref = parseServerForm(url);
        QVERIFY(!ref.isOk());
        QCOMPARE(ref.error().kind, ErrorKind::Usage);
        QVERIFY2(ref.error().toString().contains(part), qPrintable(ref.error().toString()));
        QVERIFY(!ref.error().toString().contains(QStringLiteral("secret")));
    }

    void pathsAreNoServers()
    {
        QVERIFY(!isServerForm(QStringLiteral("shop.sqlite")));
        QVERIFY(!isServerForm(QStringLiteral("sqlite:postgresql")));
        QVERIFY(!isServerForm(QStringLiteral("/odbc:x")));
    }
};

QTEST_GUILESS_MAIN(TestDatabaseUrl)
#include "tst_databaseurl.moc"
