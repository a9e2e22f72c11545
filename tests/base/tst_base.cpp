// SPDX-License-Identifier: MIT
#include "workers/base/numbers.h"
#include "workers/base/result.h"
#include "workers/base/rowbatch.h"
#include "workers/base/schema.h"
#include "workers/base/text.h"

#include <QTest>

#include <array>
#include <bit>
#include <charconv>
#include <limits>
#include <random>

using namespace galley;

class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsKeepWhatTheyAreGiven()
    {
        QVERIFY(Cell().isNull());
        QCOMPARE(Cell::integer(std::numeric_limits<qint64>::min()).asInteger(),
                 std::numeric_limits<qint64>::min());
        QCOMPARE(Cell::real(0.1).asReal(), 0.1);
        QVERIFY(Cell::text("a") == Cell::text("a"));
        QVERIFY(!(Cell::text("a") == Cell::bytes("a")));
        QVERIFY(!(Cell::integer(1) == Cell::real(1)));
        QVERIFY(Cell::text("") != Cell::null());
        QVERIFY(Cell::integer(1).pinned().isPinned() && Cell::integer(1).pinned() == Cell::integer(1));
    }

    void batchesKeepTheirBytesWhenMoved()
    {
        RowBatch batch;
        batch.clear(2);
        for (int i = 0; i < 3000; ++i) {
            const std::string text(static_cast<size_t>(i) * 7 % 50'000, 'x');
            auto row = batch.appendRow(i + 1);
            row[0] = Cell::integer(i);
            row[1] = Cell::text(batch.arena().store(text));
        }
        const RowBatch moved = std::move(batch);
        for (int i = 0; i < 3000; ++i) {
            QCOMPARE(moved.row(i)[0].asInteger(), i);
            QCOMPARE(moved.row(i)[1].view().size(), static_cast<size_t>(i) * 7 % 50'000);
            QCOMPARE(moved.line(i), i + 1);
        }
    }

    void realsReadBackAsTheyWere_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("tenth") << 0.1 << QByteArray("0.1");
        QTest::newRow("one") << 1.0 << QByteArray("1.0");
        QTest::newRow("large") << 1e300 << QByteArray("1e+300");
        QTest::newRow("smallest") << 5e-324 << QByteArray("5e-324");
        QTest::newRow("largest") << std::numeric_limits<double>::max()
                                 << QByteArray("1.7976931348623157e+308");
        QTest::newRow("minus zero") << -0.0 << QByteArray("-0.0");
        QTest::newRow("infinity") << std::numeric_limits<double>::infinity() << QByteArray("Infinity");
    }
    void realsReadBackAsTheyWere()
    {
        QFETCH(const double, value);
        QFETCH(const QByteArray, text);
        std::array<char, kNumberRoom> room{};
        QCOMPARE(QByteArray(room.data(), writeReal(room.data(), value) - room.data()), text);
        if (std::isfinite(value))
            QCOMPARE(parseReal(std::string_view(text.constData(), static_cast<size_t>(text.size()))).value(),
                     value);
    }

    void numbersThatDoNotFitAreRefused()
    {
        QCOMPARE(parseInteger("9223372036854775807").value(), std::numeric_limits<qint64>::max());
        QVERIFY(!parseInteger("9223372036854775808"));
        QVERIFY(!parseInteger("+1") && !parseInteger("1 ") && !parseInteger("") && !parseInteger("1.0"));
        QVERIFY(!parseReal("1e309") && !parseReal("nan") && !parseReal("0x10") && !parseReal("")
                && !parseReal("."));
        QVERIFY(!parseReal("1" + std::string(400, '0')));
        QCOMPARE(parseReal("1e-400").value(), 0.0);
        QCOMPARE(parseReal("0." + std::string(400, '0') + "1").value(), 0.0);
    }
    void shortDecimalsAreTheNearestDouble()
    {
        std::mt19937_64 random(7);
        for (int i = 0; i < 200'000; ++i) {
            const auto places = 1 + random() % 14;
            std::string text = std::to_string(random() % 1'000'000'000'000'000 >> random() % 50);
            if (text.size() <= places)
                text.insert(0, places + 1 - text.size(), '0');
            text.insert(text.size() - places, 1, '.');
            if (random() % 2 == 0)
                text.insert(0, 1, '-');
            double nearest = 0;
            std::from_chars(text.data(), text.data() + text.size(), nearest);
            const auto value = parseShortDecimal(text);
            QVERIFY2(value && std::bit_cast<quint64>(*value) == std::bit_cast<quint64>(nearest),
                     text.c_str());
            std::array<char, kNumberRoom> room{};
            const char *end = writeReal(room.data(), *value);
            QVERIFY2(isSameDecimal(text, {room.data(), static_cast<size_t>(end - room.data())}),
                     text.c_str());
        }
        for (const char *text : {"",
                                 "-",
                                 ".",
                                 "1",
                                 "12",
                                 "123",
                                 "1.",
                                 ".5",
                                 ".5.5",
                                 "1..5",
                                 "1.5.5",
                                 "-.5",
                                 "--1.5",
                                 "+1.5",
                                 "1.5e3",
                                 " 1.5",
                                 "1.5 ",
                                 "1,5",
                                 "1.000000000000000",
                                 "123456789.1234567"})
            QVERIFY2(!parseShortDecimal(text), text);
    }

    void decimalsAreComparedAsNumbers()
    {
        QVERIFY(isSameDecimal("1.50", "1.5") && isSameDecimal("15e-1", "1.5") && isSameDecimal("-0", "0.00"));
        QVERIFY(isSameDecimal("100", "1e2") && isSameDecimal("+007", "7"));
        QVERIFY(!isSameDecimal("1.5", "-1.5") && !isSameDecimal("1.5", "15")
                && !isSameDecimal("1", "1e1000000000"));
        QVERIFY(isSameDecimal("12345678901234567890.123456789", "12345678901234567890.1234567890"));
        QVERIFY(!isSameDecimal("12345678901234567890.123456789", "12345678901234567890.123456788"));
    }

    void invalidUtf8IsFound()
    {
        QCOMPARE(firstInvalidUtf8("plain ASCII that is longer than eight bytes"), -1);
        QCOMPARE(firstInvalidUtf8("\xf0\x9f\x98\x80 four bytes \xc3\xa4"), -1);
        QCOMPARE(firstInvalidUtf8("12345678\xff"), 8);
        QCOMPARE(firstInvalidUtf8("\xc0\xaf"), 0); // overlong
        QCOMPARE(firstInvalidUtf8("\xed\xa0\xbd\xed\xb8\x80"), 0); // surrogates
        QCOMPARE(firstInvalidUtf8("a\xc3"), 1); // cut
        QCOMPARE(firstInvalidUtf8("\xf4\x90\x80\x80"), 0); // above U+10FFFF
    }

    void invalidUtf8IsFoundWhereverItStands()
    {
        const auto isWellFormed = [](std::string_view text) { // the definition, byte by byte
            for (size_t i = 0; i < text.size();) {
                const auto head = static_cast<unsigned char>(text[i]);
                const size_t length = head < 0x80 ? 1 : head < 0xe0 ? 2 : head < 0xf0 ? 3 : 4;
                if ((head >= 0x80 && head < 0xc2) || head > 0xf4 || i + length > text.size())
                    return false;
                unsigned point = length == 1 ? head : head & (0xffU >> (length + 1));
                for (size_t k = 1; k < length; ++k) {
                    const auto tail = static_cast<unsigned char>(text[i + k]);
                    if ((tail & 0xc0) != 0x80)
                        return false;
                    point = point << 6 | (tail & 0x3f);
                }
                if ((length == 3 && point < 0x800) || (length == 4 && point < 0x10000) || point > 0x10ffff
                    || (point >= 0xd800 && point <= 0xdfff))
                    return false;
                i += length;
            }
            return true;
        };
        const std::string bytes(
            "\0\x41\x7f\x80\x8f\x90\x9f\xa0\xbf\xc1\xc2\xdf\xe0\xe1\xec\xed\xee\xef\xf0\xf1"
            "\xf3\xf4\xf5\xff",
            24);
        qsizetype wrong = 0;
        for (const char a : bytes) {
            for (const char b : bytes) {
                for (const char c : bytes) {
                    for (const char d : bytes) {
                        for (const size_t before : {0, 13, 15, 30}) {
                            const std::string text =
                                std::string(before, 'x') + a + b + c + d + std::string(before, 'y');
                            wrong += (firstInvalidUtf8(text) < 0) != isWellFormed(text) ? 1 : 0;
                            wrong += isShortAscii(text) && firstInvalidUtf8(text) >= 0 ? 1 : 0;
                        }
                    }
                }
            }
        }
        QCOMPARE(wrong, 0);
    }

    void errorsNameThePlaceAndHideControls()
    {
        const Error error{ErrorKind::Value,
                          QStringLiteral("bad \x1b[31m value"),
                          QStringLiteral("Mend it."),
                          {QStringLiteral("a.zip"), QStringLiteral("t\n.csv"), 3, 5}};
        QCOMPARE(error.toString(),
                 QStringLiteral("a.zip:t\\n.csv:3:5: value: bad \\x1b[31m value. Mend it."));
        const Error asked{
            ErrorKind::Connection, QStringLiteral("is it running?"), QStringLiteral("Look."), {}};
        QCOMPARE(asked.toString(), QStringLiteral("connection: is it running? Look."));
    }

    void parentsComeBeforeChildren()
    {
        const auto table = [](const QString &name, const QString &parent) {
            TableInfo info;
            info.shape.name = {{}, name};
            if (!parent.isEmpty())
                info.foreignKeys.push_back(
                    {{}, {QStringLiteral("x")}, {{}, parent}, {QStringLiteral("x")}, {}, {}, false});
            return info;
        };
        const std::vector<TableInfo> tables = {table(QStringLiteral("c"), QStringLiteral("b")),
                                               table(QStringLiteral("b"), QStringLiteral("a")),
                                               table(QStringLiteral("a"), {}),
                                               table(QStringLiteral("self"), QStringLiteral("self")),
                                               table(QStringLiteral("x"), QStringLiteral("y")),
                                               table(QStringLiteral("y"), QStringLiteral("x"))};
        QCOMPARE(dependencyOrder(tables), (std::vector<size_t>{2, 3, 1, 0, 4, 5}));
    }
};

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
