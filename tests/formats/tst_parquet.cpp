// SPDX-License-Identifier: MIT
#include "tests/formats/formattest.h"
#include "workers/formats/parquet/parquetencoder.h"

#include <cmath>

using namespace galley;
using namespace galley::test;

namespace {

Column sized(const char *name, const char *nativeType, LogicalType type, int precision, int scale)
{
    Column column = makeColumn(name, nativeType, type);
    column.precision = precision;
    column.scale = scale;
    return column;
}

/// Every logical type, as a server has it.
TableShape serverShape()
{
    TableShape shape;
    shape.name.name = QStringLiteral("t");
    shape.engine = QStringLiteral("postgresql");
    shape.columns = {makeColumn("flag", "boolean", LogicalType::Boolean),
                     makeColumn("small", "smallint", LogicalType::Integer),
                     makeColumn("whole", "integer", LogicalType::Integer),
                     makeColumn("big", "bigint", LogicalType::Integer),
                     makeColumn("huge", "bigint unsigned", LogicalType::Unsigned),
                     makeColumn("approx", "double precision", LogicalType::Real),
                     sized("price", "numeric(9,2)", LogicalType::Decimal, 9, 2),
                     sized("total", "numeric(18,4)", LogicalType::Decimal, 18, 4),
                     sized("vast", "numeric(38,10)", LogicalType::Decimal, 38, 10),
                     makeColumn("any", "numeric", LogicalType::Decimal),
                     makeColumn("name", "text", LogicalType::Text),
                     makeColumn("raw", "bytea", LogicalType::Bytes),
                     makeColumn("day", "date", LogicalType::Date),
                     makeColumn("at", "time", LogicalType::Time),
                     makeColumn("wall", "timestamp", LogicalType::DateTime),
                     makeColumn("moment", "timestamp with time zone", LogicalType::DateTimeTz),
                     makeColumn("span", "interval", LogicalType::Interval),
                     makeColumn("id", "uuid", LogicalType::Uuid),
                     makeColumn("doc", "jsonb", LogicalType::Json),
                     makeColumn("odd", "point", LogicalType::Other)};
    return shape;
}

RowBatch serverRows()
{
    using L = std::numeric_limits<qint64>;
    RowBatch rows;
    rows.clear(20);
    addRow(rows,
           {Cell::integer(1),
            Cell::integer(-32768),
            Cell::integer(2147483647),
            Cell::integer(L::min()),
            Cell::text("18446744073709551615"),
            Cell::real(0.1),
            Cell::text("-9999999.99"),
            Cell::text("99999999999999.9999"),
            Cell::text("-9999999999999999999999999999.0000000001"),
            Cell::text("123456789012345678901234567890123456789012.5"),
            Cell::text("\xf0\x9f\x98\x80"),
            Cell::bytes({"\0\xff", 2}),
            Cell::text("2024-02-29"),
            Cell::text("23:59:59.999999"),
            Cell::text("2024-02-29 10:00:00.123456"),
            Cell::text("1969-12-31 23:59:59.5+00:00"),
            Cell::text("P1M2DT3S"),
            Cell::text("00112233-4455-6677-8899-aabbccddeeff"),
            Cell::text("{\"a\": [1]}"),
            Cell::text("(1,2)")});
    addRow(rows, {{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}});
    addRow(rows,
           {Cell::integer(0),
            Cell::integer(0),
            Cell::integer(-1),
            Cell::integer(L::max()),
            Cell::integer(0),
            Cell::real(-HUGE_VAL),
            Cell::text("0.00"),
            Cell::text("-0.0001"),
            Cell::text("0.0000000000"),
            Cell::text("NaN"),
            Cell::text(""),
            Cell::bytes(""),
            Cell::text("0044-03-15 BC"),
            Cell::text("00:00:00"),
            Cell::text("12000-01-01 00:00:00"),
            Cell::text("0001-01-01 00:00:00+00:00"),
            Cell::text(""),
            Cell::text("ffffffff-ffff-ffff-ffff-ffffffffffff"),
            Cell::text("null"),
            Cell::text("\\N")});
    return rows;
}

/// The rows as a file, each `groups` times as a row group.
QByteArray encoded(const Format &format, const TableShape &shape, const RowBatch &rows,
                   const OptionValues &options, int groups = 1, qint64 *inexact = nullptr)
{
    auto encoder = format.makeEncoder(shape, options);
    if (!encoder)
        return "error: " + encoder.error().toString().toUtf8();
    ByteBuffer file;
    if (!(*encoder)->begin(file))
        return "error: begin";
    std::vector<BlockPlace> places;
    for (int i = 0; i < groups; ++i) {
        EncodedBlock block;
        if (const auto done = (*encoder)->encode(rows, i == 0, block); !done)
            return "error: " + done.error().toString().toUtf8();
        places.push_back({static_cast<qint64>(file.size()), static_cast<qint64>(block.bytes.size()),
                          block.rows, block.detail});
        file.append(block.bytes.view());
        if (inexact != nullptr)
            *inexact += block.inexactCells;
    }
    if (!(*encoder)->end(places, file))
        return "error: end";
    return {file.view().data(), static_cast<qsizetype>(file.size())};
}

TableShape oneColumn(const char *nativeType, LogicalType type, const char *engine = "sqlite")
{
    TableShape shape;
    shape.engine = QString::fromLatin1(engine);
    shape.columns = {makeColumn("v", nativeType, type)};
    return shape;
}

parquet::NestedType value(LogicalType type)
{
    parquet::NestedType nested;
    nested.value.type = type;
    return nested;
}

parquet::NestedType nestedType(parquet::Node::Kind kind, std::vector<parquet::NestedType> children,
                               const QStringList &names = {})
{
    parquet::NestedType nested;
    nested.kind = kind;
    nested.children = std::move(children);
    nested.names = names;
    return nested;
}

/// A list of structures with a number, a text, a list of dates and a map of reals.
parquet::NestedType people()
{
    using Kind = parquet::Node::Kind;
    return nestedType(
        Kind::List,
        {nestedType(Kind::Struct,
                    {value(LogicalType::Integer), value(LogicalType::Text),
                     nestedType(Kind::List, {value(LogicalType::Date)}),
                     nestedType(Kind::Map, {value(LogicalType::Integer), value(LogicalType::Real)})},
                    {QStringLiteral("no"), QStringLiteral("name"), QStringLiteral("days"),
                     QStringLiteral("marks")})});
}

/// One nested column; the error's text where there is one.
QByteArray nestedFile(const parquet::NestedType &type, const RowBatch &rows, Error *error = nullptr)
{
    const auto encoder =
        parquet::makeParquetEncoder(oneColumn("NESTED", LogicalType::Json, ""), {}, {{0, type}});
    if (!encoder)
        return encoder.error().toString().toUtf8();
    ByteBuffer file;
    EncodedBlock block;
    if (!(*encoder)->begin(file))
        return "begin";
    if (const auto done = (*encoder)->encode(rows, true, block); !done) {
        if (error != nullptr)
            *error = done.error();
        return done.error().toString().toUtf8();
    }
    const BlockPlace place{4, static_cast<qint64>(block.bytes.size()), block.rows, block.detail};
    file.append(block.bytes.view());
    if (!(*encoder)->end({place}, file))
        return "end";
    return {file.view().data(), static_cast<qsizetype>(file.size())};
}

RowBatch oneRow(const Cell &cell)
{
    RowBatch rows;
    rows.clear(1);
    addRow(rows, {cell});
    return rows;
}

} // namespace

class TestParquet : public QObject
{
    Q_OBJECT

private:
    const Format &m_parquet = *findFormat(QStringLiteral("parquet"));
    QByteArray back(const QByteArray &bytes, const TableShape *expected = nullptr) const
    {
        FormatReadRequest request;
        request.expected = expected;
        return decodeAll(m_parquet, bytes, request);
    }

private Q_SLOTS:
    void hostileFilesGetTheirOutcome_data() { addHostileCases(QStringLiteral("parquet")); }
    void hostileFilesGetTheirOutcome()
    {
        QFETCH(const HostileCase, hostile);
        checkHostileCase(m_parquet, hostile, {});
    }

    void everyTypeOfAServerComesBack_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("as it is") << QStringList();
        for (const char *codec : {"zstd", "gzip", "none"})
            QTest::newRow(codec) << QStringList{QStringLiteral("compression=%1").arg(QLatin1String(codec))};
        QTest::newRow("no dictionary") << QStringList{QStringLiteral("dictionary=false")};
        QTest::newRow("no checksums") << QStringList{QStringLiteral("checksums=false")};
        QTest::newRow("plain types") << QStringList{QStringLiteral("types=plain")};
        QTest::newRow("all text") << QStringList{QStringLiteral("types=text")};
    }
    void everyTypeOfAServerComesBack()
    {
        QFETCH(const QStringList, options);
        const RowBatch rows = serverRows();
        qint64 inexact = 0;
        const QByteArray file =
            encoded(m_parquet, serverShape(), rows, optionsFrom(m_parquet, options), 3, &inexact);
        QCOMPARE(inexact, 0);
        QCOMPARE(back(file), show(rows) + show(rows) + show(rows));
    }

    void theFileAloneTellsTypesAndKey()
    {
        TableShape shape = serverShape();
        shape.key = {17};
        const QByteArray file = encoded(m_parquet, shape, serverRows(), {});
        const auto reader = m_parquet.openReader(openMemory(file, QStringLiteral("t.parquet")), {});
        QVERIFY(reader.isOk());
        QCOMPARE((*reader)->shape().engine, shape.engine);
        QCOMPARE((*reader)->shape().key, shape.key);
        QVERIFY((*reader)->shape().columns == shape.columns);
    }

    void kindsOfSqliteComeBackWhenTagged()
    {
        const TableShape shape = sqliteShape();
        RowBatch rows;
        rows.clear(shape.columnCount());
        addNaturalRows(rows);
        const QByteArray natural = show(rows);
        const OptionValues tagged = optionsFrom(m_parquet, {QStringLiteral("cells=tagged")});
        QCOMPARE(back(encoded(m_parquet, shape, rows, tagged), &shape), natural);
        addExceptionRows(rows);
        for (const int groups : {1, 2}) {
            const QByteArray file = encoded(m_parquet, shape, rows, tagged, groups);
            QCOMPARE(back(file, &shape), show(rows).repeated(groups));
            QCOMPARE(back(file), show(rows).repeated(groups)); // the file says it itself
        }
    }

    void severalBatchesMakeOneRowGroup()
    {
        const TableShape shape = sqliteShape();
        std::vector<RowBatch> batches(3);
        for (RowBatch &rows : batches)
            rows.clear(shape.columnCount());
        addNaturalRows(batches[0]);
        addExceptionRows(batches[2]); // the one between stays empty
        const QByteArray shown = show(batches[0]) + show(batches[2]);
        const OptionValues tagged = optionsFrom(m_parquet, {QStringLiteral("cells=tagged")});
        const auto encoder = m_parquet.makeEncoder(shape, tagged);
        ByteBuffer file;
        QVERIFY((*encoder)->begin(file).isOk());
        EncodedBlock block;
        QVERIFY((*encoder)->encodeBlock(batches, true, block).isOk());
        QCOMPARE(block.rows, batches[0].rowCount() + batches[2].rowCount());
        const auto offset = static_cast<qint64>(file.size());
        file.append(block.bytes.view());
        QVERIFY((*encoder)
                    ->end({{offset, static_cast<qint64>(block.bytes.size()), block.rows, block.detail}}, file)
                    .isOk());
        QCOMPARE(back({file.view().data(), static_cast<qsizetype>(file.size())}, &shape), shown);
    }

    void theRowOfARefusalCountsThroughAllBatches()
    {
        const auto encoder = m_parquet.makeEncoder(oneColumn("INTEGER", LogicalType::Integer), {});
        std::vector<RowBatch> batches;
        batches.push_back(oneRow(Cell::integer(1)));
        batches.push_back(oneRow(Cell()));
        batches.push_back(oneRow(Cell::text("x")));
        EncodedBlock block;
        const auto done = (*encoder)->encodeBlock(batches, true, block);
        QVERIFY(!done.isOk());
        QCOMPARE(done.error().where.line, 3);
    }

    void whatDoesNotShrinkIsNotPacked()
    {
        const TableShape shape = oneColumn("BLOB", LogicalType::Bytes);
        for (const bool isRandom : {true, false}) {
            RowBatch rows;
            rows.clear(1);
            quint64 state = 1;
            for (int i = 0; i < 500; ++i) {
                QByteArray bytes(128, 'x');
                for (char &byte : bytes) {
                    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
                    byte = isRandom ? static_cast<char>(state >> 56) : byte;
                }
                bytes.replace(0, 4, QByteArray::number(1000 + i)); // else it were a dictionary
                rows.appendRow()[0] =
                    Cell::bytes(rows.arena().store({bytes.constData(), static_cast<size_t>(bytes.size())}));
            }
            const QByteArray plain =
                encoded(m_parquet, shape, rows, optionsFrom(m_parquet, {QStringLiteral("compression=none")}));
            const QByteArray file = encoded(m_parquet, shape, rows, {});
            QVERIFY(isRandom ? file.size() == plain.size() : file.size() * 4 < plain.size());
            QCOMPARE(back(file), show(rows));
        }
    }

    void nestedValuesComeBackAsTheyWere()
    {
        RowBatch rows;
        rows.clear(1);
        const char *const texts[] = {
            "[]",
            "[null]",
            "[{\"no\":1,\"name\":\"a,b\",\"days\":[\"2024-02-29\",null],\"marks\":{\"7\":0.5,\"8\":null}}]",
            "[{\"no\":null,\"name\":null,\"days\":null,\"marks\":null},{\"no\":-2,\"name\":\"\",\"days\":[],"
            "\"marks\":{}}]",
        };
        for (int i = 0; i < 40'000; ++i) {
            if (i % 5 == 4)
                rows.appendRow();
            else
                rows.appendRow()[0] = Cell::text(texts[i % 5]);
        }
        QCOMPARE(back(nestedFile(people(), rows)), show(rows));
    }

    void fieldsStandInAnyOrderAndMayBeMissing()
    {
        const QByteArray file =
            nestedFile(people(), oneRow(Cell::text(" [ {\"name\" : \"\\u00e4\", \"no\":1}] ")));
        QCOMPARE(back(file),
                 QByteArray("'[{\"no\":1,\"name\":\"\xc3\xa4\",\"days\":null,\"marks\":null}]'\n"));
    }

    void whatIsNotOfTheNestedTypeIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {"",
                                 "[",
                                 "[{}",
                                 "[{}]]",
                                 "[{},]",
                                 "{}",
                                 "1",
                                 "\"\"",
                                 "[1]",
                                 "[{\"no\":\"x\"}]",
                                 "[{\"no\":1.5}]",
                                 "[{\"no\":1,\"no\":1}]",
                                 "[{\"other\":1}]",
                                 "[{\"name\":5}]",
                                 "[{\"name\":\"\\ud800\"}]",
                                 "[{\"days\":[\"2023-02-29\"]}]",
                                 "[{\"marks\":{\"x\":1}}]",
                                 "[{\"marks\":{\"1\":\"x\"}}]",
                                 "[{\"marks\":{1:1}}]",
                                 "[{\"marks\":[]}]"})
            QTest::newRow(json) << QByteArray(json);
    }
    void whatIsNotOfTheNestedTypeIsRefusedWithItsPlace()
    {
        QFETCH(const QByteArray, json);
        RowBatch rows;
        rows.clear(1);
        rows.appendRow();
        rows.appendRow()[0] = Cell::text({json.constData(), static_cast<size_t>(json.size())});
        Error error;
        const QByteArray said = nestedFile(people(), rows, &error);
        QVERIFY2(error.kind == ErrorKind::Value && error.where.line == 2, said.constData());
    }

    void oneRowGroupWithExceptionsGivesAllTheColumn()
    {
        const TableShape shape = oneColumn("INTEGER", LogicalType::Integer);
        const auto encoder =
            m_parquet.makeEncoder(shape, optionsFrom(m_parquet, {QStringLiteral("cells=tagged")}));
        ByteBuffer file;
        QVERIFY((*encoder)->begin(file).isOk());
        std::vector<BlockPlace> places;
        for (const Cell &cell : {Cell::integer(1), Cell::text("x"), Cell::integer(2)}) {
            EncodedBlock block;
            QVERIFY((*encoder)->encode(oneRow(cell), places.empty(), block).isOk());
            places.push_back(
                {static_cast<qint64>(file.size()), static_cast<qint64>(block.bytes.size()), 1, block.detail});
            file.append(block.bytes.view());
        }
        QVERIFY((*encoder)->end(places, file).isOk());
        QCOMPARE(back({file.view().data(), static_cast<qsizetype>(file.size())}), QByteArray("1\n'x'\n2\n"));
    }

    void whatATypeCannotHoldIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QString>("native");
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("value");
        const auto add = [](const char *native, LogicalType type, const char *value) {
            QTest::newRow(value) << QString::fromLatin1(native) << static_cast<int>(type)
                                 << QByteArray(value);
        };
        add("INTEGER", LogicalType::Integer, "abc");
        add("DATE", LogicalType::Date, "infinity");
        add("DATE", LogicalType::Date, "2023-02-29");
        add("DATE", LogicalType::Date, "0000-00-00");
        add("TIME", LogicalType::Time, "24:00:00");
        add("TIME", LogicalType::Time, "10:00:00.1234567");
        add("TIMESTAMP", LogicalType::DateTime, "2024-01-01 00:00:00+01:00");
        add("TIMESTAMPTZ", LogicalType::DateTimeTz, "2024-01-01 00:00:00");
        add("UUID", LogicalType::Uuid, "00112233445566778899aabbccddeeff");
        add("REAL", LogicalType::Real, "much");
    }
    void whatATypeCannotHoldIsRefusedWithItsPlace()
    {
        QFETCH(const QString, native);
        QFETCH(const int, type);
        QFETCH(const QByteArray, value);
        const TableShape shape = oneColumn(qPrintable(native), static_cast<LogicalType>(type));
        RowBatch rows;
        rows.clear(1);
        addRow(rows, {Cell()});
        addRow(rows, {Cell::text({value.constData(), static_cast<size_t>(value.size())})});
        const auto encoder = m_parquet.makeEncoder(shape, {});
        EncodedBlock block;
        const auto done = (*encoder)->encode(rows, true, block);
        QVERIFY(!done.isOk());
        QCOMPARE(done.error().kind, ErrorKind::Value);
        QCOMPARE(done.error().where.line, 2);
        QVERIFY(done.error().message.contains(
            QStringLiteral("\"%1\" of column v").arg(QString::fromUtf8(value))));
        const QByteArray text =
            encoded(m_parquet, shape, rows, optionsFrom(m_parquet, {QStringLiteral("types=text")}));
        QVERIFY2(back(text).endsWith("'" + value + "'\n"), back(text).constData());
    }

    void anotherSpellingIsCountedOrKept_data()
    {
        QTest::addColumn<QString>("native");
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("read");
        const auto add = [](const char *native, LogicalType type, const char *value, const char *read) {
            QTest::newRow(value) << QString::fromLatin1(native) << static_cast<int>(type) << QByteArray(value)
                                 << QByteArray(read);
        };
        add("TIMESTAMP", LogicalType::DateTime, "2024-01-01T10:00:00", "'2024-01-01 10:00:00'\n");
        add("TIMESTAMP", LogicalType::DateTime, "2024-01-01 10:00:00.500", "'2024-01-01 10:00:00.5'\n");
        add("TIMESTAMPTZ", LogicalType::DateTimeTz, "2024-01-01 10:00:00+02:00",
            "'2024-01-01 08:00:00+00:00'\n");
        add("UUID", LogicalType::Uuid, "00112233-4455-6677-8899-AABBCCDDEEFF",
            "'00112233-4455-6677-8899-aabbccddeeff'\n");
    }
    void anotherSpellingIsCountedOrKept()
    {
        QFETCH(const QString, native);
        QFETCH(const int, type);
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, read);
        const TableShape shape = oneColumn(qPrintable(native), static_cast<LogicalType>(type));
        const RowBatch rows = oneRow(Cell::text({value.constData(), static_cast<size_t>(value.size())}));
        qint64 inexact = 0;
        QCOMPARE(back(encoded(m_parquet, shape, rows, {}, 1, &inexact)), read);
        QCOMPARE(inexact, 1);
        inexact = 0;
        const OptionValues tagged = optionsFrom(m_parquet, {QStringLiteral("cells=tagged")});
        QCOMPARE(back(encoded(m_parquet, shape, rows, tagged, 1, &inexact)), show(rows));
        QCOMPARE(inexact, 0);
    }

    void decimalsOfSqliteAreItsNumbers()
    {
        TableShape shape = oneColumn("DECIMAL(10,2)", LogicalType::Decimal);
        shape.columns[0].precision = 10;
        shape.columns[0].scale = 2;
        RowBatch rows;
        rows.clear(1);
        addRow(rows, {Cell::real(12.34)});
        addRow(rows, {Cell::integer(-7)});
        addRow(rows, {Cell::real(0.1)});
        QCOMPARE(back(encoded(m_parquet, shape, rows, {})), show(rows));
        const QByteArray refused = encoded(m_parquet, shape, oneRow(Cell::real(12.345)), {});
        QVERIFY2(refused.contains("DECIMAL(10,2)"), refused.constData());
    }

    void manyRowsComeBackFromManyPages()
    {
        TableShape shape;
        shape.engine = QStringLiteral("sqlite");
        shape.columns = {makeColumn("i", "INTEGER", LogicalType::Integer),
                         makeColumn("few", "TEXT", LogicalType::Text),
                         makeColumn("long", "TEXT", LogicalType::Text)};
        RowBatch rows;
        rows.clear(3);
        const QByteArray tail(300, 'x');
        for (int i = 0; i < 20'000; ++i) {
            const QByteArray few = QByteArray::number(i % 7);
            const QByteArray text = QByteArray::number(i) + tail;
            const auto row = rows.appendRow();
            row[0] = i % 5 == 0 ? Cell() : Cell::integer(i / 100);
            row[1] = Cell::text(rows.arena().store({few.constData(), static_cast<size_t>(few.size())}));
            row[2] = Cell::text(rows.arena().store({text.constData(), static_cast<size_t>(text.size())}));
        }
        QCOMPARE(back(encoded(m_parquet, shape, rows, {}, 2)), show(rows).repeated(2));
    }

    void aFlippedByteOfAPageIsFoundByItsChecksum()
    {
        const std::string text(2000, 'x');
        RowBatch rows;
        rows.clear(1);
        addRow(rows, {Cell::text(text)});
        const OptionValues options = optionsFrom(m_parquet, {QStringLiteral("compression=none")});
        const QByteArray file = encoded(m_parquet, oneColumn("TEXT", LogicalType::Text), rows, options);
        const qsizetype start = file.indexOf("xxxxxxxx");
        for (qsizetype at = start; at < start + 2000; at += 97) {
            QByteArray changed = file;
            changed[at] = 'y';
            QVERIFY2(back(changed).contains("checksum: column v: the checksum (CRC-32) of a page is wrong"),
                     back(changed).constData());
        }
    }

    void badOptionsAreRefused()
    {
        OptionValues options;
        options.set(QStringLiteral("rowgroup"), 0);
        QVERIFY(!m_parquet.makeEncoder(serverShape(), options).isOk());
    }
};

QTEST_GUILESS_MAIN(TestParquet)
#include "tst_parquet.moc"
