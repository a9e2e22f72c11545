// SPDX-License-Identifier: MIT
//
// What we make of intervals, JSON and addresses from elsewhere is what the server makes of them.
#include "tests/support/servers.h"
#include "workers/engines/postgres/pgdecimal.h"
#include "workers/engines/postgres/pgforeign.h"
#include "workers/engines/postgres/pgmoment.h"

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

    void theQuickWayOfMomentsSaysYesOnlyWhereTheOtherDoes()
    {
        static const QList<QByteArray> moments = {"2024-02-28",
                                                  "2024-02-29",
                                                  "0000-01-01",
                                                  "0001-01-01",
                                                  "2024-13-01",
                                                  "2024-00-10",
                                                  "2024-01-00",
                                                  "12024-01-01",
                                                  "2024-01-01 BC",
                                                  "2024-1-01",
                                                  "2024-01-01 00:00:00",
                                                  "2024-01-01 23:59:59.999999",
                                                  "2024-01-01 24:00:00",
                                                  "2024-01-01 23:59:60",
                                                  "2024-01-01T10:00:00",
                                                  "2024-01-01 10:00:00.1",
                                                  "2024-01-01 10:00:00.",
                                                  "2024-01-01 10:00:00.10",
                                                  "2024-01-01 10:00:00.1234567",
                                                  "2024-01-01 10:00",
                                                  "2024-01-01 10:00:00+00:00",
                                                  "2024-01-01 10:00:00.5+00:00",
                                                  "2024-01-01 10:00:00+01:00",
                                                  "2024-01-01 10:00:00Z",
                                                  "10:00:00",
                                                  "10:00:00.25",
                                                  "10:00:00 ",
                                                  "99:00:00",
                                                  "infinity",
                                                  "",
                                                  "2024-01-01 ",
                                                  "2024-01-01 10:00:00.a"};
        int yes = 0;
        for (const PgClass type : {PgClass::Date, PgClass::Time, PgClass::Timestamp, PgClass::TimestampTz}) {
            for (const int digits : {0, 3, 6}) {
                for (const QByteArray &text : moments) {
                    const std::string_view view(text.constData(), static_cast<size_t>(text.size()));
                    if (!isPgMoment(view, type, digits))
                        continue;
                    ++yes;
                    PgMoment moment;
                    QCOMPARE(moment.read(view, type, digits), PgMoment::Reading::Exact);
                    QCOMPARE(moment.text(), view);
                }
            }
        }
        QVERIFY(yes > 20);
        QVERIFY(isPgMoment("2024-01-01 23:59:59.999999", PgClass::Timestamp, 6));
        QVERIFY(isPgMoment("2024-02-28", PgClass::Date, 6));
    }

    void theQuickWayOfDecimalsWritesWhatTheOtherDoes()
    {
        int quick = 0;
        for (const QByteArray &text :
             QList<QByteArray>{"1",     "12",   "123",   "1234",   "0",      "0.5",   "00.5", "-1",   "-12.3",
                               "12.34", "12.3", "12.30", "12.345", "1.",     ".5",    "+1",   "1e1",  "1,5",
                               "-",     "",     "NaN",   "9.99",   "99.995", "-0.00", "1 ",   "999.9"}) {
            for (const auto &[precision, scale] :
                 {std::pair(4, 2), std::pair(4, 0), std::pair(4, 4), std::pair(-1, -1), std::pair(3, 1)}) {
                const std::string_view view(text.constData(), static_cast<size_t>(text.size()));
                const int zeros = zerosForPgDecimal(view, precision, scale);
                if (zeros < 0)
                    continue;
                ++quick;
                QByteArray made = text;
                if (zeros > 0)
                    made += (zeros == scale ? "." : "") + QByteArray(zeros, '0');
                PgDecimal decimal;
                QCOMPARE(decimal.read(view, precision, scale), PgDecimal::Reading::Exact);
                QCOMPARE(QByteArray::fromStdString(std::string(decimal.text())), made);
            }
        }
        QVERIFY(quick > 10);
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
