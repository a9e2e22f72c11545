// SPDX-License-Identifier: MIT
#include "tests/support/memoryrows.h"
#include "workers/formats/infer.h"

#include <QTest>

using namespace galley;
using namespace galley::test;

namespace {

InferredTypes inferred(const QStringList &values, CellOrigin origin = CellOrigin::Lexical)
{
    TableShape shape = shapeOf({QStringLiteral("v")}, {});
    shape.origin = origin;
    Rows rows;
    for (const QString &value : values) {
        Value cell;
        if (value != QLatin1String("NULL"))
            cell.text = value.toStdString();
        rows.push_back({cell});
    }
    const auto reader = readerOf(shape, rows);
    return *inferTypes(*reader, {});
}

class TstInfer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueHasItsSay_data()
    {
        QTest::addColumn<QString>("values");
        QTest::addColumn<QString>("type");
        QTest::newRow("integers") << "1 0 -5 9223372036854775807"
                                  << "integer";
        QTest::newRow("beyond 64 bits") << "1 9223372036854775808"
                                        << "text";
        QTest::newRow("leading zero") << "1 007"
                                      << "text";
        QTest::newRow("a plus") << "1 +1"
                                << "text";
        QTest::newRow("minus zero") << "0.5 -0.5"
                                    << "decimal";
        QTest::newRow("decimals") << "1.50 2 -0.25"
                                  << "decimal";
        QTest::newRow("point at an end") << "1. 2.5"
                                         << "text";
        QTest::newRow("exponents") << "1e10 2.5"
                                   << "real";
        QTest::newRow("shortest doubles") << "0.30000000000000004 0.1"
                                          << "real";
        QTest::newRow("more digits than a double") << "0.12345678901234567890123 1.5"
                                                   << "decimal";
        QTest::newRow("overflow") << "1e400 1.5"
                                  << "text";
        QTest::newRow("booleans") << "true FALSE NULL"
                                  << "boolean";
        QTest::newRow("ones are no booleans") << "true 1"
                                              << "text";
        QTest::newRow("dates") << "2024-02-29 1999-12-31"
                               << "date";
        QTest::newRow("no such day") << "2023-02-29 1999-12-31"
                                     << "text";
        QTest::newRow("day first") << "31/12/1999"
                                   << "text";
        QTest::newRow("times") << "10:00 23:59:59.123"
                               << "time";
        QTest::newRow("no such hour") << "24:00"
                                      << "text";
        QTest::newRow("T between") << "2024-01-02T10:00:00 2024-01-02T10:00"
                                   << "datetime";
        QTest::newRow("zones") << "2024-01-02T10:00:00Z 2024-01-02T10:00:00+01:00"
                               << "datetimetz";
        QTest::newRow("with and without zone") << "2024-01-02T10:00:00Z 2024-01-02T10:00:00"
                                               << "text";
        QTest::newRow("uuids") << "123e4567-e89b-12d3-a456-426614174000"
                               << "uuid";
        QTest::newRow("upper-case uuid") << "123E4567-e89b-12d3-a456-426614174000"
                                         << "text";
        QTest::newRow("nothing") << "NULL NULL"
                                 << "text";
        QTest::newRow("date and number") << "2024-02-29 5"
                                         << "text";
    }
    void everyValueHasItsSay()
    {
        QFETCH(QString, values);
        QFETCH(QString, type);
        const InferredTypes types = inferred(values.split(QLatin1Char(' ')));
        QCOMPARE(logicalTypeName(types.shape.columns[0].type), type);
    }

    void blanksAndEmptyTextAreText()
    {
        QCOMPARE(inferred({QStringLiteral(" 1"), QStringLiteral("2")}).shape.columns[0].type,
                 LogicalType::Text);
        QCOMPARE(inferred({QStringLiteral(""), QStringLiteral("2")}).shape.columns[0].type,
                 LogicalType::Text);
    }

    void theLastRowCounts()
    {
        QStringList values;
        for (int i = 0; i < 5000; ++i)
            values.append(QString::number(i));
        QCOMPARE(inferred(values).shape.columns[0].type, LogicalType::Integer);
        QVERIFY(inferred(values).facts[0].isUniqueCandidate);
        values.append(QStringLiteral("x"));
        QCOMPARE(inferred(values).shape.columns[0].type, LogicalType::Text);
        QCOMPARE(inferred(values).facts[0].values, 5001);
    }

    void decimalsKeepTheirWidth()
    {
        const Column column = inferred({QStringLiteral("-123.5"), QStringLiteral("0.125")}).shape.columns[0];
        QCOMPARE(column.precision, 6);
        QCOMPARE(column.scale, 3);
    }

    void textOfATypedSourceIsNoNumber()
    {
        QCOMPARE(inferred({QStringLiteral("12")}, CellOrigin::Typed).shape.columns[0].type,
                 LogicalType::Text);
        QCOMPARE(inferred({QStringLiteral("2024-01-01")}, CellOrigin::Typed).shape.columns[0].type,
                 LogicalType::Date);
    }
};

} // namespace

QTEST_GUILESS_MAIN(TstInfer)
#include "tst_infer.moc"
