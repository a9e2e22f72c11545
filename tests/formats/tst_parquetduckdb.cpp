// SPDX-License-Identifier: MIT
//
// DuckDB as an independent reader and writer of Parquet: what one writes the other reads, value for value.
// packaging/install-clients.sh installs it (npm).
#include "tests/formats/formattest.h"
#include "workers/formats/parquet/parquetencoder.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace galley;
using namespace galley::test;

namespace {

const QString kPackage = QStringLiteral("@duckdb/node-api");

/// Rows of `query` after `sql`, as text; what went wrong where something did.
QByteArray duckDb(const QString &sql, const QString &query = {})
{
    QProcess node;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("NODE_PATH"), nodeModules(kPackage));
    node.setProcessEnvironment(environment);
    node.start(QStringLiteral("node"),
               {QStringLiteral(GALLEY_SOURCE_DIR "/tests/support/duckdb.js"), sql, query});
    if (!node.waitForFinished(60'000))
        return "DuckDB does not answer";
    const QByteArray errors = node.readAllStandardError();
    return node.readAllStandardOutput() + errors;
}

/// A cell as DuckDB shows it as text.
QByteArray duckText(const Cell &cell)
{
    return cell.kind() == CellKind::Bytes ? plain(cell).toUpper() : plain(cell);
}

QByteArray readPlain(const QString &path)
{
    auto source = openFile(path);
    if (!source)
        return source.error().toString().toUtf8();
    const auto reader = findFormat(QStringLiteral("parquet"))->openReader(*std::move(source), {});
    if (!reader)
        return reader.error().toString().toUtf8();
    QByteArray text;
    RowBatch batch;
    for (;;) {
        const auto more = (*reader)->read(batch);
        if (!more)
            return text + more.error().toString().toUtf8();
        if (!*more)
            return text;
        for (qsizetype r = 0; r < batch.rowCount(); ++r) {
            QByteArrayList row;
            for (const Cell &cell : std::as_const(batch).row(r))
                row += duckText(cell);
            text += row.join('|') + '\n';
        }
    }
}

/// `i % 11 = 0` makes NULLs, large counts several pages and dictionaries.
const char *const kTypes =
    "CREATE TABLE t AS SELECT i AS id, CASE WHEN i % 11 <> 0 THEN i % 2 = 0 END AS flag,"
    " CAST(i % 100 - 50 AS TINYINT) AS i8, CAST(i % 1000 - 500 AS SMALLINT) AS i16,"
    " CAST(i * 7919 % 100000 - 50000 AS INTEGER) AS i32, CAST(i AS BIGINT) * 9223372036854 - 1000 AS i64,"
    " CAST(i % 255 AS UTINYINT) AS u8, CAST(i % 65535 AS USMALLINT) AS u16, CAST(i * 4000 AS UINTEGER) AS "
    "u32,"
    " CAST(18446744073709551615 - i AS UBIGINT) AS u64,"
    " CAST(i / 4.0 AS FLOAT) AS f32, CAST(i / 7.0 AS DOUBLE) AS f64,"
    " CAST(i / 8.0 AS DECIMAL(9,3)) AS d9, CAST(i - 500.25 AS DECIMAL(18,2)) AS d18,"
    " CAST(i AS DECIMAL(38,10)) * -12345678.9 AS d38,"
    " CASE WHEN i % 11 <> 0 THEN 'text ' || i END AS name, 'kind ' || i % 5 AS kind,"
    " repeat('prefix', 5) || i AS shared, encode('bytes' || i) AS raw,"
    " DATE '2024-02-29' + CAST(i % 20000 - 10000 AS INTEGER) AS day, TIME '10:00:00.5' AS at,"
    " TIMESTAMP '1969-12-31 23:59:59.25' + INTERVAL (i) SECOND AS wall,"
    " CAST(TIMESTAMP '2024-02-29 10:00:00' + INTERVAL (i) MINUTE AS TIMESTAMPTZ) AS moment,"
    " CAST(TIMESTAMP '2024-02-29 10:00:00.123' AS TIMESTAMP_MS) AS milli,"
    " CAST('2024-02-29 10:00:00.123456789' AS TIMESTAMP_NS) AS nano,"
    " CAST('00112233-4455-6677-8899-aabbccddeeff' AS UUID) AS uid"
    " FROM range(%1) r(i);";

} // namespace

class TestParquetDuckDb : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (nodeModules(kPackage).isEmpty())
            QSKIP("DuckDB (npm @duckdb/node-api, packaging/install-clients.sh) is not there: Parquet was NOT "
                  "proved "
                  "against it");
    }

    void whatDuckDbWritesIsReadAsItIs_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<int>("rows");
        for (const char *codec : {"snappy", "zstd", "gzip", "uncompressed", "lz4_raw"})
            QTest::newRow(codec) << QStringLiteral("COMPRESSION %1").arg(QLatin1String(codec)) << 3000;
        QTest::newRow("v2 encodings") << QStringLiteral("PARQUET_VERSION v2") << 3000;
        QTest::newRow("v2, no dictionary")
            << QStringLiteral("PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 1") << 3000;
        QTest::newRow("several row groups") << QStringLiteral("ROW_GROUP_SIZE 2048") << 10'000;
    }
    void whatDuckDbWritesIsReadAsItIs()
    {
        QFETCH(const QString, options);
        QFETCH(const int, rows);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("t.parquet"));
        // What the two show differently has a test of its own.
        const QString columns = QStringLiteral("* EXCLUDE (moment)");
        const QByteArray said =
            duckDb(QString::fromLatin1(kTypes).arg(rows)
                       + QStringLiteral("COPY (SELECT %1 FROM t) TO '%2' (FORMAT parquet, %3)")
                             .arg(columns, path, options),
                   QStringLiteral(
                       "SELECT COLUMNS(* EXCLUDE (flag, raw, f32, moment))::VARCHAR FROM t ORDER BY t.id"));
        QByteArray ours;
        {
            auto reader = findFormat(QStringLiteral("parquet"))->openReader(*openFile(path), {});
            QVERIFY2(reader.isOk(), said.left(500).constData());
            const TableShape &shape = (*reader)->shape();
            const QSet<QString> left = {QStringLiteral("flag"), QStringLiteral("raw"), QStringLiteral("f32")};
            RowBatch batch;
            for (;;) {
                const auto more = (*reader)->read(batch);
                QVERIFY2(more.isOk(), qPrintable(more ? QString() : more.error().toString()));
                if (!*more)
                    break;
                for (qsizetype r = 0; r < batch.rowCount(); ++r) {
                    QByteArrayList row;
                    for (size_t c = 0; c < shape.columns.size(); ++c) {
                        if (!left.contains(shape.columns[c].name))
                            row += duckText(std::as_const(batch).row(r)[c]);
                    }
                    ours += row.join('|') + '\n';
                }
            }
        }
        const QByteArrayList expected = said.split('\n');
        const QByteArrayList got = ours.split('\n');
        for (qsizetype i = 0; i < std::min(expected.size(), got.size()); ++i)
            QCOMPARE(got[i], expected[i]);
        QCOMPARE(got.size(), expected.size());
    }

    void booleansBytesFloatsAndMomentsToo()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("t.parquet"));
        const QByteArray said = duckDb(
            QString::fromLatin1(kTypes).arg(500)
                + QStringLiteral(
                      "COPY (SELECT flag, raw, f32, moment FROM t ORDER BY id) TO '%1' (FORMAT parquet)")
                      .arg(path),
            QStringLiteral("SELECT flag::INT, hex(raw), f32::DOUBLE::VARCHAR, "
                           "strftime(moment, '%Y-%m-%d %H:%M:%S+00:00') FROM t ORDER BY id"));
        QCOMPARE(readPlain(path), said);
    }

    void nestedValuesAreJson()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("t.parquet"));
        const QByteArray said =
            duckDb(QStringLiteral(
                       "CREATE TABLE t AS SELECT * FROM (VALUES"
                       " ([1, NULL, 3], {'a': 1, 'b': 'x\"y'}, MAP {'k': [1.5]}, [[{'z': true}], NULL, []]),"
                       " ([], {'a': NULL, 'b': NULL}, MAP {}, []),"
                       " (NULL, NULL, NULL, NULL)) v(l, s, m, d);"
                       "COPY t TO '%1' (FORMAT parquet)")
                       .arg(path));
        QCOMPARE(said, QByteArray());
        QCOMPARE(readPlain(path),
                 QByteArray("[1,null,3]|{\"a\":1,\"b\":\"x\\\"y\"}|{\"k\":[1.5]}|[[{\"z\":true}],null,[]]\n"
                            "[]|{\"a\":null,\"b\":null}|{}|[]\n"
                            "NULL|NULL|NULL|NULL\n"));
    }

    void nestedValuesOfManyPagesAreTheSame()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("t.parquet"));
        const QByteArray said = duckDb(
            QStringLiteral(
                "CREATE TABLE t AS SELECT i, CASE WHEN i % 7 <> 0 THEN range(i % 5) END AS l,"
                " CASE WHEN i % 3 <> 0 THEN {'a': i, 'b': ['x' || i, NULL]} END AS s FROM range(20000) r(i);"
                "COPY t TO '%1' (FORMAT parquet, ROW_GROUP_SIZE 4096)")
                .arg(path),
            QStringLiteral("SELECT i, to_json(l), to_json(s) FROM t ORDER BY i"));
        QCOMPARE(readPlain(path), said);
    }

    void duckDbReadsWhatIsWritten_data()
    {
        QTest::addColumn<QString>("options");
        for (const char *options : {"compression=snappy", "compression=zstd", "compression=gzip",
                                    "compression=none", "dictionary=false"})
            QTest::newRow(options) << QString::fromLatin1(options);
    }
    void duckDbReadsWhatIsWritten()
    {
        QFETCH(const QString, options);
        TableShape shape;
        shape.engine = QStringLiteral("postgresql");
        shape.columns = {makeColumn("flag", "boolean", LogicalType::Boolean),
                         makeColumn("small", "smallint", LogicalType::Integer),
                         makeColumn("big", "bigint", LogicalType::Integer),
                         makeColumn("huge", "", LogicalType::Unsigned),
                         makeColumn("approx", "", LogicalType::Real),
                         makeColumn("price", "", LogicalType::Decimal),
                         makeColumn("vast", "", LogicalType::Decimal),
                         makeColumn("name", "", LogicalType::Text),
                         makeColumn("raw", "", LogicalType::Bytes),
                         makeColumn("day", "", LogicalType::Date),
                         makeColumn("clock", "", LogicalType::Time),
                         makeColumn("wall", "", LogicalType::DateTime),
                         makeColumn("moment", "", LogicalType::DateTimeTz),
                         makeColumn("id", "", LogicalType::Uuid),
                         makeColumn("doc", "", LogicalType::Json)};
        shape.columns[5].precision = 12;
        shape.columns[5].scale = 2;
        shape.columns[6].precision = 38;
        shape.columns[6].scale = 10;
        RowBatch rows;
        rows.clear(shape.columnCount());
        for (int i = 0; i < 3000; ++i) {
            if (i % 13 == 5) {
                rows.appendRow();
                continue;
            }
            const QByteArray price = QByteArray::number(i - 1500) + ".25";
            const QByteArray name = "na\xc3\xafve " + QByteArray::number(i % 9);
            const auto kept = [&](const QByteArray &text) {
                return Cell::text(rows.arena().store({text.constData(), static_cast<size_t>(text.size())}));
            };
            addRow(rows,
                   {Cell::integer(i % 2), Cell::integer(i % 100 - 50), Cell::integer(i * 9000000000000LL),
                    Cell::text("18446744073709551615"), Cell::real(i / 7.0), kept(price),
                    Cell::text("-9999999999999999999999999999.0000000001"), kept(name),
                    Cell::bytes({"\0\xff", 2}), Cell::text("2024-02-29"), Cell::text("10:00:00.5"),
                    Cell::text("0044-03-15 10:00:00 BC"), Cell::text("1969-12-31 23:59:59.5+00:00"),
                    Cell::text("00112233-4455-6677-8899-aabbccddeeff"), Cell::text("{\"a\":1}")});
        }
        const Format &format = *findFormat(QStringLiteral("parquet"));
        const auto encoder = format.makeEncoder(shape, optionsFrom(format, {options}));
        ByteBuffer file;
        QVERIFY((*encoder)->begin(file).isOk());
        EncodedBlock block;
        QVERIFY((*encoder)->encode(rows, true, block).isOk());
        const BlockPlace place{4, static_cast<qint64>(block.bytes.size()), block.rows, block.detail};
        file.append(block.bytes.view());
        QVERIFY((*encoder)->end({place}, file).isOk());
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("t.parquet"));
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(file.view().data(), static_cast<qint64>(file.size()));
        out.close();

        QCOMPARE(
            duckDb({},
                   QStringLiteral("SELECT string_agg(column_type, ' ') FROM (DESCRIBE FROM '%1')").arg(path)),
            QByteArray("BOOLEAN SMALLINT BIGINT UBIGINT DOUBLE DECIMAL(12,2) DECIMAL(38,10) VARCHAR BLOB "
                       "DATE TIME TIMESTAMP TIMESTAMP WITH TIME ZONE UUID JSON\n"));
        const QByteArray said = duckDb(
            {},
            QStringLiteral(
                "SELECT flag::INT, small, big, huge, approx::VARCHAR, price::VARCHAR, vast::VARCHAR, name,"
                " hex(raw), day::VARCHAR, clock::VARCHAR,"
                " replace(wall::VARCHAR, ' (BC) 10:00:00', ' 10:00:00 BC'),"
                " rtrim(strftime(moment, '%Y-%m-%d %H:%M:%S.%f'), '0') || '+00:00', id::VARCHAR, doc"
                " FROM '%1'")
                .arg(path));
        QByteArray expected;
        for (qsizetype r = 0; r < rows.rowCount(); ++r) {
            QByteArrayList row;
            for (const Cell &cell : std::as_const(rows).row(r))
                row += duckText(cell);
            expected += row.join('|') + '\n';
        }
        QCOMPARE(said.left(400), expected.left(400));
        QCOMPARE(said, expected);
        // Its reader skips row groups by their statistics: they must not hide anything.
        QCOMPARE(
            duckDb({},
                   QStringLiteral("SELECT count(*) FROM '%1' WHERE price = -1500.25 OR vast < 0").arg(path)),
            "2769\n");
    }

    void listsMapsAndStructuresAreReadByDuckDb()
    {
        using Kind = parquet::Node::Kind;
        const auto value = [](LogicalType type) {
            parquet::NestedType nested;
            nested.value.type = type;
            return nested;
        };
        parquet::NestedType days{Kind::List, {}, {value(LogicalType::Date)}, {}};
        parquet::NestedType item{Kind::Struct,
                                 {},
                                 {value(LogicalType::Integer), value(LogicalType::Text), days},
                                 {QStringLiteral("no"), QStringLiteral("name"), QStringLiteral("days")}};
        parquet::NestedType map{Kind::Map, {}, {value(LogicalType::Text), value(LogicalType::Real)}, {}};
        TableShape shape;
        shape.columns = {makeColumn("id", "", LogicalType::Integer),
                         makeColumn("items", "", LogicalType::Json),
                         makeColumn("marks", "", LogicalType::Json)};
        const auto encoder = parquet::makeParquetEncoder(
            shape, {}, {{1, parquet::NestedType{Kind::List, {}, {item}, {}}}, {2, map}});
        QVERIFY(encoder.isOk());
        ByteBuffer file;
        QVERIFY((*encoder)->begin(file).isOk());
        QByteArray expected;
        std::vector<BlockPlace> places;
        for (int group = 0; group < 2; ++group) {
            RowBatch rows;
            rows.clear(3);
            for (int i = 0; i < 6000; ++i) {
                const QByteArray no = QByteArray::number(group * 6000 + i);
                QByteArrayList items;
                for (int k = 0; k < i % 5; ++k)
                    items += k == 3 ? QByteArray("null")
                                    : "{\"no\":" + (k == 1 ? QByteArray("null") : no) + ",\"name\":\"a,{" + no
                            + "}\",\"days\":"
                            + (k == 2       ? "[\"2024-02-29\",null]"
                                   : k == 1 ? "null"
                                            : "[]")
                            + '}';
                const QByteArray list = i % 7 == 6 ? QByteArray("null") : '[' + items.join(',') + ']';
                const QByteArray marks = i % 3 == 0 ? QByteArray("null")
                    : i % 3 == 1                    ? QByteArray("{}")
                                                    : "{\"k=" + no + "\":" + no + ".5,\"x\":null}";
                expected += no + '|' + (list == "null" ? QByteArray("NULL") : list) + '|'
                    + (marks == "null" ? QByteArray("NULL") : marks) + '\n';
                const auto cell = [&](const QByteArray &text) {
                    return text == "null" ? Cell()
                                          : Cell::text(rows.arena().store(
                                              {text.constData(), static_cast<size_t>(text.size())}));
                };
                addRow(rows, {Cell::integer(no.toLongLong()), cell(list), cell(marks)});
            }
            EncodedBlock block;
            QVERIFY((*encoder)->encode(rows, group == 0, block).isOk());
            places.push_back({static_cast<qint64>(file.size()), static_cast<qint64>(block.bytes.size()),
                              block.rows, block.detail});
            file.append(block.bytes.view());
        }
        QVERIFY((*encoder)->end(places, file).isOk());
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("t.parquet"));
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(file.view().data(), static_cast<qint64>(file.size()));
        out.close();
        QCOMPARE(
            duckDb({},
                   QStringLiteral("SELECT string_agg(column_type, ' ') FROM (DESCRIBE FROM '%1')").arg(path)),
            QByteArray(
                "BIGINT STRUCT(\"no\" BIGINT, \"name\" VARCHAR, \"days\" DATE[])[] MAP(VARCHAR, DOUBLE)\n"));
        const QByteArray said =
            duckDb({}, QStringLiteral("SELECT id, to_json(items), to_json(marks) FROM '%1'").arg(path));
        QCOMPARE(said.left(400), expected.left(400));
        QVERIFY(said == expected);
        QVERIFY(readPlain(path) == expected);
    }
};

QTEST_GUILESS_MAIN(TestParquetDuckDb)
#include "tst_parquetduckdb.moc"
