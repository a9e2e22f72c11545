// SPDX-License-Identifier: MIT
//
// Loads into PostgreSQL: rows in COPY's binary and in its text form are the same rows, and keys that are made
// after them hold as if they had been there before.
#include "tests/support/memoryrows.h"
#include "tests/support/servers.h"
#include "tests/support/support.h"
#include "workers/engines/engine.h"
#include "workers/engines/postgres/pgbinary.h"

#include <QFile>
#include <QTest>

using namespace galley;
using namespace galley::test;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// All rows in one batch.
class GivenRows final : public RowReader
{
public:
    GivenRows(TableShape shape, std::vector<std::vector<Cell>> rows)
        : m_shape(std::move(shape))
        , m_rows(std::move(rows))
    {
    }
    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override
    {
        batch.clear(m_shape.columnCount());
        for (; m_at < m_rows.size(); ++m_at)
            batch.appendCopy(m_rows[m_at], static_cast<qint64>(m_at) + 1);
        return !batch.isEmpty();
    }

private:
    TableShape m_shape;
    std::vector<std::vector<Cell>> m_rows;
    size_t m_at = 0;
};

std::vector<std::vector<Cell>> numbers(const std::vector<qint64> &values)
{
    std::vector<std::vector<Cell>> rows;
    for (const qint64 value : values)
        rows.push_back({Cell::integer(value)});
    return rows;
}

/// A key and nothing else.
TableInfo tableOfNumbers(const char *name)
{
    TableInfo table;
    table.shape.name = {text("public"), text(name)};
    Column id;
    id.name = text("id");
    id.type = LogicalType::Integer;
    id.nativeType = text("bigint");
    id.nullable = false;
    table.shape.columns = {id};
    table.shape.key = {0};
    table.hasPrimaryKey = true;
    return table;
}

} // namespace

class TestPgLoad : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    QString m_url;

    QByteArray sql(const QByteArray &statements) { return m_server->sql(text("load"), statements); }
    std::unique_ptr<Connection> open()
    {
        OpenRequest request;
        request.database = *parseDatabaseRef(m_url);
        request.access = OpenRequest::Access::Write;
        auto opened = openDatabase(request);
        return opened ? *std::move(opened) : nullptr;
    }
    static TableShape shapeOf(Connection &connection, const char *table)
    {
        const auto catalog = connection.catalog();
        const TableInfo *info = catalog ? catalog->table({{}, text(table)}) : nullptr;
        return info == nullptr ? TableShape() : info->shape;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>(text("postgres"));
        if (!m_server->isThere())
            QSKIP(qPrintable(m_server->problem()));
    }
    void init() { m_url = m_server->makeDatabase(text("load")); }

    void bothFormsOfCopyStoreTheSame()
    {
        QCOMPARE(
            sql("CREATE TABLE t (b boolean, s smallint, i integer, l bigint, r real, d double precision,"
                " n numeric, m numeric(12,3), x text, v varchar(20), c char(5), j json, k jsonb, y bytea,"
                " a date, h time, p timestamp, z timestamptz, u uuid);"
                "CREATE TABLE plain (LIKE t)"),
            QByteArray());
        const auto row = [](bool isLow, const char *n, const char *m, const char *x, const char *date,
                            const char *time, const char *moment, const char *zoned) {
            return std::vector<Cell>{Cell::integer(isLow ? 0 : 1),
                                     Cell::integer(isLow ? -32768 : 32767),
                                     Cell::integer(isLow ? -2147483648LL : 2147483647LL),
                                     Cell::integer(isLow ? std::numeric_limits<qint64>::min()
                                                         : std::numeric_limits<qint64>::max()),
                                     Cell::real(isLow ? -0.5 : 1.5e30F),
                                     Cell::real(isLow ? -1.7976931348623157e308 : 5e-324),
                                     Cell::text(n),
                                     Cell::text(m),
                                     Cell::text(x),
                                     Cell::text("čeština"),
                                     Cell::text("ab"),
                                     Cell::text("{\"a\": 1, \"a\":2}"),
                                     Cell::text("{\"b\": [1, null]}"),
                                     Cell::bytes(std::string_view("\0\1\xff\n\\", 5)),
                                     Cell::text(date),
                                     Cell::text(time),
                                     Cell::text(moment),
                                     Cell::text(zoned),
                                     Cell::text("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11")};
        };
        const std::vector<std::vector<Cell>> rows = {
            row(true, "0", "0.000", "", "0001-01-01", "00:00:00", "1970-01-01 00:00:00",
                "1999-12-31 23:59:59.999999+00:00"),
            row(false, "99999999999999999999999999999999999999", "-999999999.999", "tab\tback\\slash\r\n",
                "9999-12-31", "23:59:59.999999", "2000-01-01 00:00:00.000001", "2024-02-29 12:00:00+05:30"),
            row(true, "-0.00012340", "0.100", "𝄞", "2000-01-01", "12:34:56.5", "1582-10-15 01:02:03",
                "0044-03-15 00:00:00+00:00"),
            row(false, "10000.0001", "123456789.123", "\\N", "1999-12-31", "00:00:00.000001",
                "99999-12-31 23:59:59", "2024-01-01 00:00:00Z"),
            row(true, "100000000", "1.000", " ", "1970-01-01", "01:00:00", "0001-01-01 00:00:00",
                "1970-01-01 00:00:00-12:00"),
            std::vector<Cell>(19),
        };
        // A date of its own makes the server read the text of the whole piece.
        std::vector<std::vector<Cell>> withInfinity = rows;
        withInfinity.push_back(std::vector<Cell>(19));
        withInfinity.back()[14] = Cell::text("infinity");

        const auto connection = open();
        QVERIFY(connection);
        const TableShape shape = shapeOf(*connection, "t");
        const PgBinaryRows binary(shape.columns);
        QVERIFY(binary.isPossible());
        ByteBuffer bytes;
        for (const auto &cells : rows)
            QVERIFY(binary.append(bytes, cells));
        QVERIFY(!binary.append(bytes, withInfinity.back()));

        auto sink = connection->beginChanges();
        QVERIFY(sink);
        for (const char *name : {"t", "plain"}) {
            GivenRows reader(shape, qstrcmp(name, "t") == 0 ? rows : withInfinity);
            KeptRejects rejects;
            const auto stored = (*sink)->load({{}, text(name)}, reader, rejects);
            QVERIFY2(stored, stored ? "" : qPrintable(stored.error().toString()));
            QVERIFY2(rejects.all.empty(), rejects.all.empty() ? "" : qPrintable(rejects.all.front().reason));
        }
        QVERIFY((*sink)->commit());
        QCOMPARE(sql("SELECT count(*) FROM t"), QByteArray("6\n"));
        QCOMPARE(
            sql("SELECT x.t::text FROM (SELECT t::text FROM t EXCEPT ALL SELECT plain::text FROM plain) x"),
            QByteArray());
        QCOMPARE(
            sql("SELECT count(*) FROM (SELECT plain::text FROM plain EXCEPT ALL SELECT t::text FROM t) x"),
            QByteArray("1\n"));
    }

    void whatDoesNotFitIsRefusedRowByRowInBothForms()
    {
        QCOMPARE(sql("CREATE TABLE t (i integer, v varchar(3), m numeric(4,1))"), QByteArray());
        const auto connection = open();
        QVERIFY(connection);
        const auto row = [](qint64 i, const char *v, const char *m) {
            return std::vector<Cell>{Cell::integer(i), Cell::text(v), Cell::text(m)};
        };
        for (const qint64 biggest : {1LL, 3'000'000'000LL}) { // the second has no binary form
            auto sink = connection->beginChanges();
            QVERIFY(sink);
            GivenRows reader(shapeOf(*connection, "t"),
                             {row(1, "abc", "1.0"), row(2, "abcd", "1.0"), row(3, "abc", "1000.0"),
                              row(biggest, "abc", "2.5"), row(5, "", "-999.9")});
            KeptRejects rejects;
            const auto stored = (*sink)->load({{}, text("t")}, reader, rejects);
            QVERIFY2(stored, stored ? "" : qPrintable(stored.error().toString()));
            std::vector<qint64> lines;
            for (const Reject &reject : rejects.all)
                lines.push_back(reject.where.line);
            const std::vector<qint64> expected =
                biggest == 1 ? std::vector<qint64>{2, 3} : std::vector<qint64>{2, 3, 4};
            QCOMPARE(lines, expected);
            QCOMPARE(*stored, static_cast<qint64>(5 - expected.size()));
        }
    }

    void aKeyThatIsMadeAfterTheRowsFindsWhatIsThereTwice_data()
    {
        QTest::addColumn<QList<qint64>>("values");
        QTest::addColumn<QList<qint64>>("refused"); // lines
        QTest::newRow("in order") << QList<qint64>{1, 2, 3} << QList<qint64>{};
        QTest::newRow("not in order") << QList<qint64>{3, 1, 2, -9} << QList<qint64>{};
        QTest::newRow("one behind the other") << QList<qint64>{1, 2, 2, 3} << QList<qint64>{3};
        QTest::newRow("far apart") << QList<qint64>{5, 1, 9, 2, 5, 7, 1} << QList<qint64>{5, 7};
        QTest::newRow("the ends of the numbers")
            << QList<qint64>{std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min(),
                             std::numeric_limits<qint64>::max()}
            << QList<qint64>{3};
    }
    void aKeyThatIsMadeAfterTheRowsFindsWhatIsThereTwice()
    {
        QFETCH(const QList<qint64>, values);
        QFETCH(const QList<qint64>, refused);
        const auto connection = open();
        QVERIFY(connection);
        auto sink = connection->beginChanges();
        QVERIFY(sink);
        const TableInfo table = tableOfNumbers("t");
        QVERIFY((*sink)->createTable(table, {}));
        GivenRows reader(table.shape, numbers({values.begin(), values.end()}));
        KeptRejects rejects;
        const auto stored = (*sink)->load(table.shape.name, reader, rejects);
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().toString()));
        QList<qint64> lines;
        for (const Reject &reject : rejects.all)
            lines += reject.where.line;
        QCOMPARE(lines, refused);
        QVERIFY((*sink)->createObjects({}));
        QVERIFY((*sink)->commit());
        QCOMPARE(sql("SELECT count(*), (SELECT count(*) FROM pg_index WHERE indrelid = 't'::regclass AND "
                     "indisprimary) FROM t"),
                 QByteArray::number(values.size() - refused.size()) + "|1\n");
    }

    void theServerGetsRowsInTheBinaryFormAndTheKeyAfterThem()
    {
        QCOMPARE(sql("ALTER DATABASE load SET log_statement='all'"), QByteArray());
        const auto connection = open();
        QVERIFY(connection);
        auto sink = connection->beginChanges();
        QVERIFY(sink);
        const TableInfo table = tableOfNumbers("seen_in_the_log");
        QVERIFY((*sink)->createTable(table, {}));
        GivenRows reader(table.shape, numbers({1, 2, 3}));
        KeptRejects rejects;
        QVERIFY((*sink)->load(table.shape.name, reader, rejects));
        QVERIFY((*sink)->createObjects({}));
        QVERIFY((*sink)->commit());
        QFile log(m_server->file(text("log")));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray said = log.readAll();
        const qsizetype copied = said.lastIndexOf("COPY \"public\".\"seen_in_the_log\"");
        const qsizetype keyed = said.lastIndexOf("ALTER TABLE \"public\".\"seen_in_the_log\"");
        QVERIFY(copied > said.lastIndexOf("CREATE TABLE \"public\".\"seen_in_the_log\""));
        QVERIFY(said.mid(copied, said.indexOf('\n', copied) - copied).contains("binary"));
        QVERIFY2(keyed > copied, said.mid(copied).constData());
    }

    void aKeyOfSeveralColumnsIsMadeEvenForATableWithoutRows()
    {
        const auto connection = open();
        QVERIFY(connection);
        auto sink = connection->beginChanges();
        QVERIFY(sink);
        TableInfo table;
        table.shape.name = {text("public"), text("t")};
        for (const char *name : {"a", "b"}) {
            Column column;
            column.name = text(name);
            column.type = LogicalType::Integer;
            column.nativeType = text("integer");
            table.shape.columns.push_back(column);
        }
        table.shape.key = {0, 1};
        table.hasPrimaryKey = true;
        TableInfo empty = table;
        empty.shape.name.name = text("e");
        QVERIFY((*sink)->createTable(table, {}));
        QVERIFY((*sink)->createTable(empty, {}));
        const auto row = [](qint64 a, qint64 b) {
            return std::vector<Cell>{Cell::integer(a), Cell::integer(b)};
        };
        GivenRows reader(table.shape, {row(1, 1), row(1, 2), row(2, 1), row(1, 2), row(2, 2)});
        KeptRejects rejects;
        const auto stored = (*sink)->load(table.shape.name, reader, rejects);
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().toString()));
        QCOMPARE(rejects.all.size(), size_t{1});
        QCOMPARE(rejects.all.front().where.line, 4);
        QCOMPARE(rejects.all.front().kind, ErrorKind::Duplicate);
        QVERIFY((*sink)->createObjects({}));
        QVERIFY((*sink)->commit());
        QCOMPARE(sql("SELECT conrelid::regclass, pg_get_constraintdef(oid) FROM pg_constraint WHERE "
                     "contype='p' AND connamespace='public'::regnamespace "
                     "ORDER BY conrelid::regclass::text"),
                 QByteArray("e|PRIMARY KEY (a, b)\nt|PRIMARY KEY (a, b)\n"));
    }
};

QTEST_GUILESS_MAIN(TestPgLoad)
#include "tst_pgload.moc"
