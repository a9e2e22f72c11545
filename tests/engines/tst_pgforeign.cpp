// SPDX-License-Identifier: MIT
//
// What we make of intervals, JSON and addresses from elsewhere is what the server makes of them.
#include "tests/support/servers.h"
#include "workers/engines/postgres/pgforeign.h"

#include <QTest>

using namespace galley;
using namespace galley::test;

class TestPgForeign : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>(QStringLiteral("postgres"));
        if (!m_server->isThere())
            QSKIP(qPrintable(m_server->problem()));
    }

    void theServerSaysTheSame_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QList<QByteArray>>("values");
        QTest::newRow("interval") << QByteArray("interval")
                                  << QList<QByteArray>{"P1Y2M3DT4H5M6.789S",
                                                       "1 year 2 mons 3 days 04:05:06.789",
                                                       "-1 day +01:00",
                                                       "-1 days +01:00:00",
                                                       "PT0S",
                                                       "P0D",
                                                       "P1W",
                                                       "1 mon -1 day",
                                                       "PT-0.000001S",
                                                       "-00:00:00.000001",
                                                       "P-1DT1H",
                                                       "PT36H",
                                                       "PT90S",
                                                       "25 hours",
                                                       "P14M",
                                                       "178000000 years",
                                                       "1 day 2 hours",
                                                       "04:05",
                                                       "-04:05:06.5",
                                                       "PT1H-30M",
                                                       "x",
                                                       "",
                                                       "P",
                                                       "1 parsec",
                                                       "P999999999999Y",
                                                       "3 weeks"};
        QTest::newRow("jsonb")
            << QByteArray("jsonb")
            << QList<QByteArray>{"{}",
                                 "[]",
                                 " { \"b\" : 1.50 , \"a\":\"x\",\"a\":2 } ",
                                 "{\"bb\":1,\"a\":2,\"\":3,\"\xc3\xa9\":4}",
                                 "[1, 1e2, 1E400, 1e-5, -0, -0.0, 0.10, 123456789012345678901234567890.5]",
                                 "\"\\u00e9 \\ud83e\\udd89 \\n\\t\\b\\f\\r\\/\\\\\\\"\\u0001\"",
                                 "\"\x7f\xf0\x9f\xa6\x89\"",
                                 "true",
                                 "false",
                                 "null",
                                 "[[[[{\"a\":[{}]}]]]]",
                                 "\"\\u0000\"",
                                 "\"\\ud83e\"",
                                 "01",
                                 "1.",
                                 ".5",
                                 "+1",
                                 "{\"a\":1,}",
                                 "[1,]",
                                 "nul",
                                 "truex",
                                 "",
                                 "'a'",
                                 "{a:1}",
                                 "\"\t\"",
                                 "[1] 2"};
        const QList<QByteArray> arrays = {"{}",
                                          "{1,2,3}",
                                          " { 1 , 2,NULL , null } ",
                                          "{{1,2},{3,4}}",
                                          "{ {1} , {2} }",
                                          "{",
                                          "{1,}",
                                          "{1} 2",
                                          "1",
                                          "{1,2}}"};
        QTest::newRow("integer[]") << QByteArray("integer[]") << arrays;
        QTest::newRow("text[]") << QByteArray("text[]")
                                << arrays
                + QList<QByteArray>{"{a, \"b\" ,\"\",\"NULL\",\"a b\",x y, \"c,d\",\"{\",\"q\\\"\\\\\"}",
                                    "{\xc3\xa9,\"\t\"}"};
        QTest::newRow("inet") << QByteArray("inet")
                              << QList<QByteArray>{"10.0.0.1",      "10.0.0.1/8",       "10.0.0.1/32",
                                                   "::1",           "2001:DB8::0:1/64", "::ffff:1.2.3.4",
                                                   "1.2.3.4.5",     "10.0.0.1/33",      "x",
                                                   "2001:db8::/32", "::1/128",          "300.1.1.1"};
    }

    void theServerSaysTheSame()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const QList<QByteArray>, values);
        for (const QByteArray &value : values) {
            const std::string_view view(value.constData(), static_cast<size_t>(value.size()));
            const auto made = type == "interval" ? pgInterval(view)
                : type == "jsonb"                ? pgJsonb(view)
                : type.endsWith("[]")            ? pgArray(view)
                                                 : pgInet(view);
            // inet as a client sees it, not as it is cast to text.
            const QByteArray told = m_server->sql(QStringLiteral("postgres"),
                                                  "SET intervalstyle = 'iso_8601'; SELECT $galley$" + value
                                                      + "$galley$::" + type + ";\n");
            if (told.startsWith("ERROR"))
                QVERIFY2(!made, value.constData());
            else
                QCOMPARE(made ? QByteArray::fromStdString(*made) + '\n' : "nothing for " + value, told);
        }
    }
};

QTEST_GUILESS_MAIN(TestPgForeign)
#include "tst_pgforeign.moc"
