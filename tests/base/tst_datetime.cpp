// SPDX-License-Identifier: MIT
#include "workers/base/datetime.h"

#include <QTest>

Q_DECLARE_METATYPE(galley::LogicalType)
Q_DECLARE_METATYPE(galley::DateFault)

namespace galley {

class TestDateTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreJudged_data();
    void textsAreJudged();
    void faultsAreSentences();
};

void TestDateTime::textsAreJudged_data()
{
    QTest::addColumn<LogicalType>("type");
    QTest::addColumn<DateFault>("fault");
    const auto rows = [](LogicalType type, DateFault fault, std::initializer_list<const char *> texts) {
        for (const char *text : texts)
            QTest::addRow("%s|%d", text, static_cast<int>(type)) << type << fault;
    };
    rows(LogicalType::Date, DateFault::None,
         {"2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "12024-01-01", "0044-03-15 BC", "infinity",
          "-infinity"});
    rows(LogicalType::Date, DateFault::Range,
         {"2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "2024-04-31", "0000-00-00"});
    rows(LogicalType::Date, DateFault::NotIso,
         {"", "x", "2024", "20240101", "2024-1-1", "2024-01-01x", " 2024-01-01", "2024-01-01 10:00",
          "Infinity", "2024-01-01-01", "1700000000"});
    rows(LogicalType::Date, DateFault::Ambiguous,
         {"01/02/2024", "1.2.2024", "01-02-2024", "1/2/24", "24-01-01"});
    rows(LogicalType::Time, DateFault::None,
         {"10:00", "10:00:00", "00:00:00.123456789", "24:00:00", "23:59:60", "23:59:59.9"});
    rows(LogicalType::Time, DateFault::Range,
         {"24:61", "24:00:01", "12:60", "12:00:60", "99:00", "24:00:00.0"});
    rows(LogicalType::Time, DateFault::NotIso,
         {"", "10", "1:00", "10:0", "10:00:", "10:00:00.", "10:00 PM", "infinity"});
    rows(LogicalType::DateTime, DateFault::None,
         {"2024-02-29 10:00:00", "2024-02-29T10:00", "2024-02-29", "1883-11-18 12:03:58",
          "0044-03-15 10:00:00 BC", "2024-02-29 10:00:00.123456"});
    rows(LogicalType::DateTime, DateFault::Range, {"2024-02-30", "2024-01-01 24:61", "2023-02-29 10:00"});
    rows(LogicalType::DateTime, DateFault::NotIso,
         {"2024-02-29 ", "2024-02-29T", "2024-02-29  10:00", "2024-02-29 10:00:00+01",
          "2024-02-29 10:00:00Z"});
    rows(LogicalType::DateTime, DateFault::Ambiguous, {"01/02/2024 10:00"});
    rows(LogicalType::DateTimeTz, DateFault::None,
         {"2024-02-29 10:00:00+00:00", "2024-02-29T10:00:00Z", "2024-02-29 10:00:00-0330",
          "2024-02-29 10:00:00+01", "2024-02-29 10:00:00", "1883-11-18 12:03:58-04:56:02",
          "2024-02-29 10:00:00 +01:00"});
    rows(LogicalType::DateTimeTz, DateFault::Range,
         {"2024-02-29 10:00:00+25:00", "2024-02-29 10:00:00+01:75"});
    rows(LogicalType::DateTimeTz, DateFault::NotIso, {"2024-02-29 10:00:00+1", "2024-02-29 10:00:00 CET"});
    rows(LogicalType::Text, DateFault::None, {"anything"});
}

void TestDateTime::textsAreJudged()
{
    QFETCH(const LogicalType, type);
    QFETCH(const DateFault, fault);
    const QByteArray tag = QTest::currentDataTag();
    const QByteArray text = tag.left(tag.lastIndexOf('|'));
    QCOMPARE(static_cast<int>(checkDateText({text.constData(), static_cast<size_t>(text.size())}, type)),
             static_cast<int>(fault));
}

void TestDateTime::faultsAreSentences()
{
    QCOMPARE(dateFaultText(DateFault::NotIso, LogicalType::Time),
             QStringLiteral("is not a time as hh:mm:ss"));
    QVERIFY(dateFaultText(DateFault::Ambiguous, LogicalType::Date).contains(QLatin1String("ambiguous")));
}

} // namespace galley

QTEST_GUILESS_MAIN(galley::TestDateTime)
#include "tst_datetime.moc"
