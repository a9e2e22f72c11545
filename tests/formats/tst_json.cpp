// SPDX-License-Identifier: MIT
#include "tests/formats/formattest.h"
#include "workers/formats/json/jsonformat.h"
#include "workers/formats/json/jsonreader.h"

#include <QTest>

using namespace galley;
using namespace galley::test;

namespace {

const std::unique_ptr<Format> kJson = makeJsonFormat();

} // namespace

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack()
    {
        RowBatch rows;
        rows.clear(6);
        addNaturalRows(rows);
        addExceptionRows(rows);
        const TableShape shape = sqliteShape();
        const QByteArray bytes = encodeAll(*kJson, shape, rows, {});
        FormatReadRequest request;
        request.expected = &shape;
        for (const size_t step : {1UL, 7UL, 65536UL}) {
            for (const size_t block : {1UL, 7UL, 64UL, 4096UL, 65536UL}) {
                auto reader =
                    openJsonReader(std::make_unique<ChoppySource>(bytes, step), request, true, block);
                QVERIFY2(reader, reader ? "" : qPrintable(reader.error().toString()));
                QCOMPARE(readAllRows(**reader), show(rows));
            }
        }
        RowBatch none;
        none.clear(6);
        QCOMPARE(decodeAll(*kJson, encodeAll(*kJson, shape, none, {}), request), QByteArray());
    }

    void valuesAreReadExactly_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("cell");
        const auto row = [](const char *value, const char *cell) {
            QTest::newRow(value) << QByteArray(value) << QByteArray(cell);
        };
        row("9223372036854775807", "9223372036854775807");
        row("-9223372036854775808", "-9223372036854775808");
        row("18446744073709551615", "'18446744073709551615'");
        row("0.1", "0.1");
        row("1.0", "1.0");
        row("12345678901234567890.123456789", "'12345678901234567890.123456789'");
        row("1e2", "100.0");
        row("true", "'true'");
        row("null", "NULL");
        row("{\"a\": [1, 2.50]}", "'{\"a\": [1, 2.50]}'");
        row("\"\\u00e9\\ud83d\\ude00\\n\\/\"", "'\xc3\xa9\xf0\x9f\x98\x80\n/'");
        row("{\"$integer\":\"12\"}", "12");
        row("{\"$real\":\"-Infinity\"}", "-Infinity");
        row("{\"$text\":\"a\\\"b\"}", "'a\"b'");
        row("{\"$bytes\":\"00ff\"}", "x'00ff'");
        row("{\"$bytes\":\"00ff\",\"b\":\"\"}", "'{\"$bytes\":\"00ff\",\"b\":\"\"}'");
    }
    void valuesAreReadExactly()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, cell);
        QCOMPARE(decodeAll(*kJson, "[{\"v\":" + value + "}]"), cell + '\n');
    }

    void brokenFilesAreRefusedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("start");
        const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &start) {
            QTest::newRow(name) << bytes << start;
        };
        row("empty", "", "t:1:1: truncated");
        row("trailing comma in object", "[{\"a\":1,}]", "t:1:9: malformed");
        row("trailing comma in array", "[{\"a\":1},]", "t:1:10: malformed");
        row("no comma", "[{\"a\":1}\n{\"a\":2}]", "t:2:1: malformed");
        row("leading zero", "[{\"a\":01}]", "t:1:7: malformed");
        row("plus", "[{\"a\":+1}]", "t:1:7: malformed");
        row("bare point", "[{\"a\":1.}]", "t:1:7: malformed");
        row("NaN", "[{\"a\":NaN}]", "t:1:7: malformed");
        row("comment", "[ // x\n]", "t:1:3: malformed");
        row("raw line end in string", "[{\"a\":\"x\ny\"}]", "t:1:9: malformed");
        row("unknown escape", "[{\"a\":\"\\x\"}]", "t:1:8: malformed");
        row("not closed", "[{\"a\":1}\n", "t:2:1: truncated");
        row("twice", "[{\"a\":1}]\n[]", "t:2:1: malformed");
        row("nested comma", "[{\"a\":[1,]}]", "t:1:10: malformed");
        row("nested key", "[{\"a\":{1:2}}]", "t:1:8: malformed");
        row("number element", "[1]", "t:1:2: schema");
        row("text element", "[\"a\"]", "t:1:2: schema");
        row("one statement", "[\"INSERT INTO t VALUES(1);\"]", "t:1:2: unsupported");
        row("two statements", "[\"INSERT INTO t VALUES(1); DROP TABLE t\"]", "t:1:2: unsafe-statement");
        row("low surrogate", "[{\"a\":\"\\udc00\"}]", "t:1: encoding");
        row("key twice", "[{\"a\":1},\n{\"a\":1,\"a\":2}]",
            "t:2: duplicate: the key \"a\" appears twice in record 2");
        row("keys by case", "[{\"a\":1,\"A\":2}]", "t:1: duplicate");
        row("exponent", "[{\"a\":1e1000000000}]", "t:1: limit");
    }
    void brokenFilesAreRefusedWithTheirPlace()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, start);
        for (const size_t step : {1UL, 65536UL}) {
            const QByteArray result = decodeAll(*kJson, bytes, {}, step);
            const qsizetype at = result.indexOf("error: ");
            QVERIFY2(at >= 0 && result.mid(at + 7).startsWith(start), result.constData());
        }
    }

    void numbersBeyondDoublesAreRefusedWhereTheColumnIsReal()
    {
        TableShape target;
        target.origin = CellOrigin::Typed;
        target.columns = {makeColumn("a", "DOUBLE", LogicalType::Real)};
        FormatReadRequest request;
        QCOMPARE(decodeAll(*kJson, "[{\"a\":1e400}]", request), QByteArray("'1e400'\n"));
        request.expected = &target;
        const QByteArray result = decodeAll(*kJson, "[{\"a\":1e400}]", request);
        QVERIFY2(result.startsWith("error: t:1: value: 1e400"), result.constData());
    }

    void columnsGetTypesFromTheirValues()
    {
        auto reader = kJson->openReader(
            openMemory("[{\"i\":1,\"r\":1,\"d\":1,\"t\":\"x\",\"b\":true,\"m\":1},"
                       "{\"i\":2,\"r\":0.5,\"d\":0.12345678901234567890,\"t\":null,\"b\":false,\"m\":\"x\"}]",
                       QStringLiteral("t")),
            {});
        QVERIFY(reader);
        std::vector<LogicalType> types;
        for (const Column &column : (*reader)->shape().columns)
            types.push_back(column.type);
        QVERIFY((types
                 == std::vector<LogicalType>{LogicalType::Integer, LogicalType::Real, LogicalType::Decimal,
                                             LogicalType::Text, LogicalType::Boolean, LogicalType::Text}));
    }

    void hostileFilesGetTheirOutcome_data() { addHostileCases(QStringLiteral("json")); }
    void hostileFilesGetTheirOutcome()
    {
        QFETCH(const HostileCase, hostile);
        checkHostileCase(*kJson, hostile,
                         {QStringLiteral("int_over_int64"), QStringLiteral("nested_value"),
                          QStringLiteral("number_overflow"), QStringLiteral("depth_objects")});
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
