// SPDX-License-Identifier: MIT
//
// What MariaDB holds, read over the wire: each type at its edges, the order of keys, one snapshot under
// writers.
#include "tests/support/servers.h"
#include "tests/support/support.h"
#include "workers/engines/engine.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace galley;
using namespace galley::test;

namespace {

const QString kName = QStringLiteral("galley_types");

class Kept final : public RejectSink
{
public:
    void reject(Reject reject) override { all.push_back(std::move(reject)); }
    std::vector<Reject> all;
};

/// Rows of another reader, each cell converted to the target's columns.
class Converted final : public RowReader
{
public:
    Converted(std::unique_ptr<RowReader> source, const Engine &engine, const TableShape &target)
        : m_source(std::move(source))
        , m_shape(target)
    {
        for (size_t i = 0; i < target.columns.size(); ++i)
            m_converters.push_back(
                engine.converter(m_source->shape(), &m_source->shape().columns[i], target.columns[i]));
    }
    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override
    {
        ASSIGN_OR_RETURN(const bool hasRows, m_source->read(batch));
        for (qsizetype r = 0; r < batch.rowCount(); ++r) {
            for (size_t c = 0; c < m_converters.size(); ++c) {
                QString why;
                Cell &cell = batch.row(r)[c];
                const auto outcome = cell.isNull() ? CellConverter::Outcome::Ok
                                                   : m_converters[c]->convert(cell, batch.arena(), &why);
                if (outcome != CellConverter::Outcome::Ok)
                    return Error{
                        ErrorKind::Value, m_shape.columns[c].name + QStringLiteral(": ") + why, {}, {}};
            }
        }
        return hasRows;
    }

private:
    std::unique_ptr<RowReader> m_source;
    TableShape m_shape;
    std::vector<std::unique_ptr<CellConverter>> m_converters;
};

} // namespace

class TestMysql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void valuesComeOverExactly_data();
    void valuesComeOverExactly();
    void longValuesDoNotDisturbTheirNeighbours();
    void whatWasReadGoesBackExactly();
    void aColumnTakesOnlyWhatItHolds_data();
    void aColumnTakesOnlyWhatItHolds();
    void charactersThatUnicodeDoesNotHaveAreRefused();
    void keysComeInTheOrderOfTheEngine_data();
    void keysComeInTheOrderOfTheEngine();
    void allConnectionsOfASnapshotSeeTheSame();
    void partsOfATableGiveAllRows();
    void aQueryThatWritesIsRefused_data();
    void aQueryThatWritesIsRefused();
    void cancellingEndsAStatementWithinASecond();
    void aReadingThatIsNotFinishedMakesRoom();
    void theCatalogNamesEverything();
    void errorsSayWhatToDo();

private:
    QByteArray sql(const QByteArray &statements) { return m_server->sql(kName, statements); }
    std::unique_ptr<Connection> open(OpenRequest::Access access = OpenRequest::Access::Read);
    QByteArray rows(const QString &table, const QStringList &orderBy = {});

    std::unique_ptr<TestServer> m_server;
    DatabaseRef m_database;
};

void TestMysql::initTestCase()
{
    m_server = std::make_unique<TestServer>(QStringLiteral("mysql"));
    if (!m_server->isThere())
        QSKIP(qPrintable(m_server->problem()));
    const auto parsed = parseDatabaseRef(m_server->makeDatabase(kName));
    QVERIFY(parsed.isOk());
    m_database = *parsed;
}

std::unique_ptr<Connection> TestMysql::open(OpenRequest::Access access)
{
    OpenRequest request;
    request.database = m_database;
    request.access = access;
    auto connection = openDatabase(request);
    if (!connection)
        qWarning("%s", qPrintable(connection.error().toString()));
    return connection ? std::move(*connection) : nullptr;
}

QByteArray TestMysql::rows(const QString &table, const QStringList &orderBy)
{
    const auto connection = open();
    ReadRequest request;
    request.table = {QString(), table};
    request.orderBy = orderBy;
    auto reader = connection->read(request);
    return reader ? readAllRows(**reader) : reader.error().toString().toUtf8();
}

void TestMysql::valuesComeOverExactly_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("values"); ///< SQL, as rows
    QTest::addColumn<QByteArray>("cells");
    const auto row = [](const char *type, const char *values, const char *cells) {
        QTest::newRow(type) << QByteArray(type) << QByteArray(values) << QByteArray(cells);
    };
    row("tinyint", "(-128),(127),(NULL)", "-128\n127\nNULL\n");
    row("tinyint(1)", "(0),(1),(-7)", "0\n1\n-7\n");
    row("smallint unsigned", "(0),(65535)", "0\n65535\n");
    row("mediumint", "(-8388608),(8388607)", "-8388608\n8388607\n");
    row("int(5) unsigned zerofill", "(7),(4294967295)", "7\n4294967295\n");
    row("bigint", "(-9223372036854775808),(9223372036854775807)",
        "-9223372036854775808\n9223372036854775807\n");
    row("bigint unsigned", "(9223372036854775807),(9223372036854775808),(18446744073709551615)",
        "9223372036854775807\n'9223372036854775808'\n'18446744073709551615'\n");
    row("float", "(0.1),(16777217),(3.4028234e38),(1e-45),(-1.5)",
        "0.1\n16777216.0\n3.4028235e+38\n1e-45\n-1.5\n");
    row("double", "(0.1),(1.7976931348623157e308),(5e-324),(-1e15)",
        "0.1\n1.7976931348623157e+308\n5e-324\n-1e+15\n");
    row("decimal(65,30)", "(12345678901234567890123456789012345.123456789012345678901234567890),(-0.5)",
        "'12345678901234567890123456789012345.123456789012345678901234567890'\n'-0."
        "500000000000000000000000000000'\n");
    row("decimal(6,2) zerofill", "(12.5),(0)", "'12.50'\n'0.00'\n");
    row("date", "('0000-00-00'),('2024-00-00'),('1000-01-01'),('9999-12-31')",
        "'0000-00-00'\n'2024-00-00'\n'1000-01-01'\n'9999-12-31'\n");
    row("time", "('-838:59:59'),('838:59:59'),('00:00:00')", "'-838:59:59'\n'838:59:59'\n'00:00:00'\n");
    row("time(6)", "('-00:00:00.000001'),('100:00:00.5')", "'-00:00:00.000001'\n'100:00:00.500000'\n");
    row("datetime", "('0000-00-00 00:00:00'),('9999-12-31 23:59:59')",
        "'0000-00-00 00:00:00'\n'9999-12-31 23:59:59'\n");
    row("datetime(3)", "('2024-02-29 10:00:00.123')", "'2024-02-29 10:00:00.123'\n");
    row("datetime(6)", "('2024-02-29 10:00:00.000001')", "'2024-02-29 10:00:00.000001'\n");
    row("timestamp(6) null", "('2024-07-01 12:00:00.5'),('0000-00-00 00:00:00')",
        "'2024-07-01 12:00:00.500000+00:00'\n'0000-00-00 00:00:00.000000+00:00'\n");
    row("year", "(1901),(2155),(0)", "1901\n2155\n0\n");
    row("char(5)", "('ab '),('')", "'ab'\n''\n");
    row("varchar(5)", "('ab '),('\xf0\x9f\x98\x80')", "'ab '\n'\xf0\x9f\x98\x80'\n");
    row("varchar(9) character set latin1", "(_utf8mb4'\xe2\x82\xac\xc3\xa9')", "'\xe2\x82\xac\xc3\xa9'\n");
    row("varchar(9) character set utf16", "(_utf8mb4'\xf0\x9f\x98\x80x')", "'\xf0\x9f\x98\x80x'\n");
    row("longtext", "(repeat('x', 70000))", ("'" + std::string(70000, 'x') + "'\n").c_str());
    row("enum('a','A','b''c') collate utf8mb4_bin", "('A'),('b''c'),(NULL)", "'A'\n'b'c'\nNULL\n");
    row("set('x','y','z')", "('z,x'),('')", "'x,z'\n''\n");
    row("json", "('{\"b\": 1, \"b\": 18446744073709551616}')", "'{\"b\": 1, \"b\": 18446744073709551616}'\n");
    row("binary(3)", "('a'),(x'00ff00')", "x'610000'\nx'00ff00'\n");
    row("varbinary(9)", "(x''),(x'00')", "x''\nx'00'\n");
    row("bit(1)", "(b'1'),(b'0')", "'1'\n'0'\n");
    row("bit(10)", "(b'1000000001')", "'1000000001'\n");
    row("bit(64)", "(18446744073709551615)", ("'" + std::string(64, '1') + "'\n").c_str());
    row("uuid", "('123E4567-e89b-12d3-a456-426614174000')", "'123e4567-e89b-12d3-a456-426614174000'\n");
    row("inet6", "('::FFFF:1.2.3.4'),('2001:DB8::1')", "'::ffff:1.2.3.4'\n'2001:db8::1'\n");
    row("point", "(point(1,2))", "x'000000000101000000000000000000f03f0000000000000040'\n");
}

void TestMysql::longValuesDoNotDisturbTheirNeighbours()
{
    QCOMPARE(
        sql("CREATE OR REPLACE TABLE l(i INT PRIMARY KEY, a LONGTEXT, s VARCHAR(20), b LONGTEXT, n INT, c "
            "LONGTEXT, t VARCHAR(20)); INSERT INTO l VALUES "
            "(1, repeat('a', 70000), 'short', repeat('b', 200000), 7, 'c', 'end'),"
            "(2, 'a', 's', 'b', NULL, repeat('c', 100000), 'end'),"
            "(3, repeat('a', 71000), '', '', 9, NULL, 'end');"),
        QByteArray());
    const auto connection = open();
    QVERIFY(connection != nullptr);
    ReadRequest request;
    request.table = {QString(), QStringLiteral("l")};
    auto reader = connection->read(request);
    QVERIFY2(reader.isOk(), reader ? "" : qPrintable(reader.error().toString()));
    const QByteArray expected = "1|'" + QByteArray(70000, 'a') + "'|'short'|'" + QByteArray(200000, 'b')
        + "'|7|'c'|'end'\n2|'a'|'s'|'b'|NULL|'" + QByteArray(100000, 'c') + "'|'end'\n3|'"
        + QByteArray(71000, 'a') + "'|''|''|9|NULL|'end'\n";
    const QByteArray got = readAllRows(**reader);
    QVERIFY2(got == expected, qPrintable(QString::fromUtf8(got.left(300))));
}

void TestMysql::valuesComeOverExactly()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, values);
    QFETCH(const QByteArray, cells);
    QCOMPARE(sql("SET sql_mode='ALLOW_INVALID_DATES'; SET time_zone='+00:00'; CREATE OR REPLACE TABLE v(i "
                 "INT AUTO_INCREMENT PRIMARY KEY, c "
                 + type + "); INSERT INTO v(c) VALUES " + values + ";"),
             QByteArray());
    const auto connection = open();
    QVERIFY(connection != nullptr);
    ReadRequest request;
    request.table = {QString(), QStringLiteral("v")};
    request.columns = {QStringLiteral("c")};
    auto reader = connection->read(request);
    QVERIFY2(reader.isOk(), reader ? "" : qPrintable(reader.error().toString()));
    QCOMPARE(readAllRows(**reader), cells);
    // The same through a query, whose types come from the answer.
    reader->reset();
    auto query = connection->readQuery(QStringLiteral("SELECT c FROM v ORDER BY i"), QStringLiteral("q"));
    QVERIFY2(query.isOk(), query ? "" : qPrintable(query.error().toString()));
    QCOMPARE(readAllRows(**query), cells);

    // And back: converted to the type it came from it is unchanged, and the table is the same.
    QCOMPARE(sql("CREATE OR REPLACE TABLE w LIKE v;"), QByteArray());
    const auto writing = open(OpenRequest::Access::Write);
    const auto catalog = writing->catalog();
    QVERIFY(catalog.isOk());
    request.columns.clear();
    query->reset();
    reader = connection->read(request);
    QVERIFY(reader.isOk());
    auto sink = writing->beginChanges();
    QVERIFY(sink.isOk());
    const TableName target{QString(), QStringLiteral("w")};
    Converted converted(std::move(*reader), *findEngine(QStringLiteral("mysql")),
                        catalog->table(target)->shape);
    Kept kept;
    const auto stored = (*sink)->load(target, converted, kept);
    QVERIFY2(stored.isOk(), stored ? "" : qPrintable(stored.error().toString()));
    QVERIFY2(kept.all.empty(), kept.all.empty() ? "" : qPrintable(kept.all.front().reason));
    QVERIFY((*sink)->commit().isOk());
    QCOMPARE(sql("CHECKSUM TABLE w").split('\t').last(), sql("CHECKSUM TABLE v").split('\t').last());
    QCOMPARE(rows(QStringLiteral("w")), rows(QStringLiteral("v")));
}

void TestMysql::aColumnTakesOnlyWhatItHolds_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("stored"); ///< "": refused
    const auto row = [](const char *type, const char *value, const char *stored) {
        QTest::addRow("%s %s", type, value)
            << QString::fromUtf8(type) << QByteArray(value) << QByteArray(stored);
    };
    row("tinyint(4)", "128", "");
    row("tinyint(1)", "true", "1");
    row("tinyint(3) unsigned", "-1", "");
    row("tinyint(3) unsigned", "255", "255");
    row("bigint(20) unsigned", "18446744073709551616", "");
    row("bigint(20) unsigned", "18446744073709551615", "'18446744073709551615'");
    row("int(11)", "12.0", "");
    row("year(4)", "1900", "");
    row("year(4)", "99", "");
    row("float", "0.1", "0.1");
    row("float", "1e39", "");
    row("double", "1e309", "");
    row("double", "NaN", "");
    row("decimal(5,2)", "1.5", "'1.50'");
    row("decimal(5,2)", "-0.004", "~'0.00'");
    row("decimal(5,2)", "999.995", "");
    row("decimal(5,2)", "1e2", "'100.00'");
    row("decimal(5,2)", "999.994", "~'999.99'");
    row("decimal(65,0)", "99999999999999999999999999999999999999999999999999999999999999999",
        "'99999999999999999999999999999999999999999999999999999999999999999'");
    row("decimal(5,2) unsigned", "-1", "");
    row("varchar(3)", "\xc3\xa9\xc3\xa9\xc3\xa9", "'\xc3\xa9\xc3\xa9\xc3\xa9'");
    row("varchar(3)", "abcd", "");
    row("char(3)", "ab ", "~'ab'");
    row("tinytext", "x", "'x'");
    row("enum('a','b')", "A", "");
    row("enum('a','b')", "b", "'b'");
    row("set('a','b')", "b,a", "~'a,b'");
    row("set('a','b')", "c", "");
    row("date", "2024-02-30", "");
    row("date", "0000-00-00", "'0000-00-00'");
    row("date", "01/02/2024", "");
    row("date", "2024-02-29T00:00:00", "'2024-02-29'");
    row("date", "2024-02-29 10:00:00", "");
    row("date", "0044-03-15 BC", "");
    row("date", "infinity", "");
    row("datetime", "2024-02-29T10:00", "'2024-02-29 10:00:00'");
    row("datetime", "2024-02-29 10:00:00.5", "~'2024-02-29 10:00:00'");
    row("datetime(3)", "2024-02-29 10:00:00.5", "'2024-02-29 10:00:00.500'");
    row("datetime", "2024-03-01 00:30:00+01:00", "~'2024-02-29 23:30:00'");
    row("datetime", "2024-02-29 10:00:00+00:00", "'2024-02-29 10:00:00'");
    row("datetime", "2024-02-29 24:00:00", "");
    row("timestamp", "2038-01-19 03:14:08", "");
    row("timestamp", "2038-01-19 03:14:07", "'2038-01-19 03:14:07+00:00'");
    row("timestamp", "1970-01-01 00:00:00", "");
    row("time", "-1:00:00", "");
    row("time", "839:00:00", "");
    row("time", "10:00", "'10:00:00'");
    row("bit(4)", "101", "'0101'");
    row("bit(4)", "10101", "");
    row("bit(4)", "9", "");
    row("uuid", "{123E4567-E89B-12D3-A456-426614174000}", "'123e4567-e89b-12d3-a456-426614174000'");
    row("uuid", "123", "");
    row("inet6", "2001:DB8:0::1", "'2001:db8::1'");
    row("inet4", "256.1.1.1", "");
    row("varbinary(2)", "\\x00ff", "x'00ff'");
    row("varbinary(2)", "\\x00ff00", "");
    row("binary(3)", "\\x01", "~x'010000'");
    row("blob", "text", "");
}

void TestMysql::aColumnTakesOnlyWhatItHolds()
{
    QFETCH(const QString, type);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, stored);
    sql("CREATE OR REPLACE TABLE one(c " + type.toUtf8() + " NULL)");
    const auto connection = open();
    const auto catalog = connection->catalog();
    QVERIFY(catalog.isOk());
    const Column &target = catalog->table({QString(), QStringLiteral("one")})->shape.columns.front();
    TableShape source;
    source.origin = CellOrigin::Lexical;
    source.columns.emplace_back().name = QStringLiteral("c");
    const auto converter =
        findEngine(QStringLiteral("mysql"))->converter(source, source.columns.data(), target);
    Cell cell = Cell::text({value.constData(), static_cast<size_t>(value.size())});
    Arena arena;
    QString why;
    const auto outcome = converter->convert(cell, arena, &why);
    const QByteArray got = outcome == CellConverter::Outcome::Refused
        ? QByteArray()
        : (outcome == CellConverter::Outcome::Inexact ? "~" : "") + show(cell);
    QCOMPARE(got, stored);
    QCOMPARE(why.isEmpty(), outcome == CellConverter::Outcome::Ok);
}

void TestMysql::whatWasReadGoesBackExactly()
{
    // A day that does not exist is MariaDB's own: it is carried between its tables, and no other source gives
    // it.
    QCOMPARE(sql("SET sql_mode='ALLOW_INVALID_DATES'; CREATE OR REPLACE TABLE odd(c date); INSERT INTO odd "
                 "VALUES('2024-02-31')"),
             QByteArray());
    QCOMPARE(rows(QStringLiteral("odd")), QByteArray("'2024-02-31'\n"));
    const auto connection = open();
    const auto catalog = connection->catalog();
    const Column &target = catalog->table({QString(), QStringLiteral("odd")})->shape.columns.front();
    TableShape ours = catalog->table({QString(), QStringLiteral("odd")})->shape;
    const Engine &engine = *findEngine(QStringLiteral("mysql"));
    Arena arena;
    QString why;
    Cell cell = Cell::text("2024-02-31");
    QVERIFY(engine.converter(ours, &ours.columns.front(), target)->convert(cell, arena, &why)
            == CellConverter::Outcome::Ok);
    ours.engine = QStringLiteral("sqlite");
    QVERIFY(engine.converter(ours, &ours.columns.front(), target)->convert(cell, arena, &why)
            == CellConverter::Outcome::Refused);
}

void TestMysql::charactersThatUnicodeDoesNotHaveAreRefused()
{
    QCOMPARE(sql("SET sql_mode=''; CREATE OR REPLACE TABLE bad(i int primary key, c varchar(9) character set "
                 "utf16); "
                 "INSERT INTO bad VALUES(1, _utf16 x'0041')"),
             QByteArray());
    QCOMPARE(rows(QStringLiteral("bad")), QByteArray("1|'A'\n"));
    // cp932 has bytes that come back as others: what was read would not be what was there.
    QCOMPARE(sql("SET sql_mode=''; CREATE OR REPLACE TABLE bad(i int primary key, c varchar(9) character set "
                 "cp932); "
                 "INSERT INTO bad VALUES(1, _cp932 x'fa4a')"),
             QByteArray());
    const QByteArray read = rows(QStringLiteral("bad"));
    const QByteArray same = sql(
        "SELECT CAST(CONVERT(CONVERT(c USING utf8mb4) USING cp932) AS BINARY)<=>CAST(c AS BINARY) FROM bad");
    QVERIFY2(same == "1\n" || read.contains("encoding"), read.constData());
}

void TestMysql::keysComeInTheOrderOfTheEngine_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("values");
    const QByteArray texts =
        "(''),('a'),('A'),('b'),('a "
        "'),('a\\t'),('\xc3\xa4'),('z'),('\xf0\x9f\x98\x80'),('\xef\xbf\xbd'),('0'),('_'),(' ')";
    QTest::newRow("ci") << QByteArray("varchar(9) collate utf8mb4_general_ci") << texts;
    QTest::newRow("bin") << QByteArray("varchar(9) collate utf8mb4_bin") << texts;
    QTest::newRow("nopad") << QByteArray("varchar(9) collate utf8mb4_nopad_bin") << texts;
    QTest::newRow("latin1") << QByteArray("varchar(9) character set latin1")
                            << QByteArray("('a'),('A'),('\xc3\xa4'),('\xe2\x82\xac'),('z')");
    QTest::newRow("enum") << QByteArray("enum('z','a','B')") << QByteArray("('z'),('a'),('B')");
    QTest::newRow("decimal") << QByteArray("decimal(20,5)")
                             << QByteArray("(-10),(-9.5),(-9),(0),(0.00001),(2),(10),(9999999999)");
    QTest::newRow("unsigned")
        << QByteArray("bigint unsigned")
        << QByteArray("(18446744073709551615),(9223372036854775808),(9223372036854775807),(0),(10),(9)");
    QTest::newRow("time")
        << QByteArray("time(1)")
        << QByteArray(
               "('-838:59:59'),('-09:00:00'),('-100:00:00'),('00:00:00.1'),('100:00:00'),('09:00:00')");
    QTest::newRow("date") << QByteArray("date")
                          << QByteArray("('0000-00-00'),('9999-12-31'),('2024-00-00'),('2024-01-01')");
    QTest::newRow("bytes") << QByteArray("varbinary(9)")
                           << QByteArray("(x''),(x'00'),(x'0000'),(x'ff'),(x'7f80')");
    QTest::newRow("uuid") << QByteArray("uuid")
                          << QByteArray("('123e4567-e89b-12d3-a456-426614174000'),('023e4567-e89b-12d3-a456-"
                                        "526614174000'),('f23e4567-e89b-12d3-a456-026614174000')");
    QTest::newRow("bit") << QByteArray("bit(9)") << QByteArray("(0),(1),(256),(511)");
    QTest::newRow("float") << QByteArray("float") << QByteArray("(0.1),(-1),(1e10),(0.3)");
}

void TestMysql::keysComeInTheOrderOfTheEngine()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, values);
    QCOMPARE(
        sql("SET sql_mode=''; CREATE OR REPLACE TABLE k(c " + type + "); INSERT INTO k VALUES " + values),
        QByteArray());
    const auto connection = open();
    ReadRequest request;
    request.table = {QString(), QStringLiteral("k")};
    request.orderBy = {QStringLiteral("c")};
    auto reader = connection->read(request);
    QVERIFY2(reader.isOk(), reader ? "" : qPrintable(reader.error().toString()));
    RowBatch batch;
    QVERIFY((*reader)->read(batch).isOk());
    QVERIFY(batch.rowCount() > 2);
    const Engine &engine = *findEngine(QStringLiteral("mysql"));
    for (qsizetype i = 1; i < batch.rowCount(); ++i) {
        const Cell &a = batch.row(i - 1)[0];
        const Cell &b = batch.row(i)[0];
        const Column &column = (*reader)->shape().columns[0];
        QVERIFY2(engine.compareKeys(column, a, b) <= 0, (show(a) + " before " + show(b)).constData());
        QVERIFY(engine.compareKeys(column, b, a) >= 0);
        QCOMPARE(engine.compareKeys(column, a, a), 0);
    }
}

void TestMysql::allConnectionsOfASnapshotSeeTheSame()
{
    QCOMPARE(sql("CREATE OR REPLACE TABLE account(id int primary key, money int); INSERT INTO account SELECT "
                 "seq, 100 FROM seq_1_to_100;"),
             QByteArray());
    std::atomic<bool> isDone = false;
    std::thread writer([&] {
        for (int i = 0; !isDone; ++i) {
            QByteArray script;
            for (int n = 0; n < 50; ++n)
                script += "START TRANSACTION; UPDATE account SET money=money-1 WHERE id="
                    + QByteArray::number(1 + (i * 50 + n) % 100)
                    + "; UPDATE account SET money=money+1 WHERE id="
                    + QByteArray::number(1 + (i * 31 + n * 7) % 100) + "; COMMIT;";
            sql(script);
        }
    });
    bool isSame = true;
    size_t connections = 0;
    for (int round = 0; round < 5; ++round) {
        OpenRequest request;
        request.database = m_database;
        auto snapshot = findEngine(QStringLiteral("mysql"))->openSnapshot(request, 3);
        if (!snapshot)
            qWarning("%s", qPrintable(snapshot.error().toString()));
        connections = std::max(connections, snapshot ? snapshot->size() : 0);
        QByteArray first;
        for (size_t i = 0; snapshot && i < snapshot->size(); ++i) {
            ReadRequest read;
            read.table = {QString(), QStringLiteral("account")};
            auto reader = (*snapshot)[i]->read(read);
            const QByteArray all = reader ? readAllRows(**reader) : QByteArray("failed");
            first = i == 0 ? all : first;
            isSame = isSame && all == first && all.contains('\n');
            auto sum = (*snapshot)[i]->readQuery(
                QStringLiteral("SELECT CAST(sum(money) AS SIGNED) FROM account"), QStringLiteral("s"));
            isSame = isSame && sum.isOk() && readAllRows(**sum) == "10000\n";
        }
    }
    isDone = true;
    writer.join();
    QVERIFY(isSame);
    QCOMPARE(connections, size_t{3});
}

void TestMysql::partsOfATableGiveAllRows()
{
    sql("CREATE OR REPLACE TABLE wide(id bigint primary key, v int); INSERT INTO wide SELECT seq, seq FROM "
        "seq_1_to_5000; "
        "INSERT INTO wide SELECT -1000000000000 + CAST(seq AS SIGNED) * 1000000, seq FROM seq_1_to_5000; "
        "ANALYZE TABLE "
        "wide;");
    const auto connection = open();
    const TableName name{QString(), QStringLiteral("wide")};
    const auto ranges = connection->ranges(name, 1000);
    QVERIFY(ranges.isOk());
    QVERIFY2(ranges->size() > 4, qPrintable(QString::number(ranges->size())));
    QByteArray all;
    for (const RowRange &range : *ranges) {
        ReadRequest request;
        request.table = name;
        request.range = range;
        auto reader = connection->read(request);
        QVERIFY(reader.isOk());
        all += readAllRows(**reader);
    }
    QCOMPARE(all, rows(QStringLiteral("wide")));
    QCOMPARE(all.count('\n'), 10'000);
}

void TestMysql::aQueryThatWritesIsRefused_data()
{
    QTest::addColumn<QString>("query");
    for (const char *query :
         {"DELETE FROM v", "SELECT 1; DELETE FROM v", "SELECT 1 INTO OUTFILE '/tmp/galley-never'", "CALL p()",
          "INSERT INTO v VALUES(1) RETURNING 1", "SELECT LOAD_FILE('/etc/passwd')", "/*! DELETE FROM v */",
          "SHOW TABLES", "", "SELECT ?"})
        QTest::newRow(query) << QString::fromLatin1(query);
}

void TestMysql::aQueryThatWritesIsRefused()
{
    QFETCH(const QString, query);
    const auto connection = open();
    auto reader = connection->readQuery(query, QStringLiteral("q"));
    QVERIFY(!reader.isOk());
    QVERIFY2(reader.error().kind == ErrorKind::UnsafeStatement || reader.error().kind == ErrorKind::Schema,
             qPrintable(reader.error().toString()));
}

void TestMysql::cancellingEndsAStatementWithinASecond()
{
    const auto connection = open();
    std::thread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        connection->interrupt();
    });
    QElapsedTimer timer;
    timer.start();
    auto reader = connection->readQuery(
        QStringLiteral("SELECT count(*) FROM seq_1_to_1000000000 a, seq_1_to_1000000000 b"),
        QStringLiteral("q"));
    RowBatch batch;
    const Result<bool> read = reader ? (*reader)->read(batch) : Result<bool>(reader.error());
    other.join();
    QVERIFY(!read.isOk());
    QVERIFY2(read.error().kind == ErrorKind::Cancelled, qPrintable(read.error().toString()));
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    // The connection is good for more.
    const auto count = connection->countRows({QString(), QStringLiteral("account")}, {});
    QVERIFY2(count.isOk(), count ? "" : qPrintable(count.error().toString()));
}

void TestMysql::aReadingThatIsNotFinishedMakesRoom()
{
    const auto connection = open();
    auto reader =
        connection->readQuery(QStringLiteral("SELECT seq FROM seq_1_to_50000000"), QStringLiteral("q"));
    RowBatch batch;
    QVERIFY((*reader)->read(batch).isOk());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(*connection->countRows({QString(), QStringLiteral("account")}, {}), 100);
    QVERIFY(timer.elapsed() < 2000);
    QVERIFY(!(*reader)->read(batch).isOk());
}

void TestMysql::theCatalogNamesEverything()
{
    m_server->makeDatabase(QStringLiteral("galley_catalog"));
    const QByteArray made = m_server->sql(
        QStringLiteral("galley_catalog"),
        "CREATE TABLE p(id int unsigned auto_increment primary key, name varchar(20) not null "
        "default 'it''s' comment 'the \"name\"', "
        "u varchar(10) unique, twice int generated always as (length(name) * 2) stored, changed timestamp "
        "not null default current_timestamp() on update "
        "current_timestamp(), key(name(5)), fulltext key ft(name), check (name <> 'x')) comment "
        "'parents' auto_increment=40;"
        "CREATE TABLE c(a int unsigned not null, b int not null, primary key(a,b), constraint "
        "fk foreign key(a) references p(id) on delete cascade);"
        "CREATE TABLE old(x int) engine=MyISAM; CREATE VIEW w AS SELECT name FROM p WHERE id > "
        "1; CREATE SEQUENCE s START WITH 5;"
        "CREATE TRIGGER tr BEFORE INSERT ON p FOR EACH ROW SET NEW.name = upper(NEW.name);"
        "CREATE FUNCTION f() RETURNS int DETERMINISTIC RETURN 1; CREATE PROCEDURE pr() SELECT "
        "1; CREATE EVENT ev ON SCHEDULE EVERY 1 DAY DO SELECT 1;");
    QCOMPARE(made, QByteArray());
    OpenRequest request;
    request.database = *parseDatabaseRef(m_server->url(QStringLiteral("galley_catalog")));
    const auto connection = openDatabase(request);
    QVERIFY(connection.isOk());
    const auto catalog = (*connection)->catalog();
    QVERIFY2(catalog.isOk(), catalog ? "" : qPrintable(catalog.error().toString()));
    QCOMPARE(catalog->tables.size(), size_t{3});
    const TableInfo &p = *catalog->table({QString(), QStringLiteral("p")});
    QVERIFY(p.hasPrimaryKey && p.hasAutoincrement);
    QCOMPARE(p.sequence, 39);
    QCOMPARE(p.comment, QStringLiteral("parents"));
    QCOMPARE(p.shape.columns[1].defaultExpression, QStringLiteral("'it''s'"));
    QCOMPARE(p.shape.columns[1].comment, QStringLiteral("the \"name\""));
    QVERIFY(p.shape.columns[3].generated);
    QCOMPARE(p.shape.columns[0].identity, Identity::ByDefault);
    QCOMPARE(p.indexes.size(), size_t{4});
    QCOMPARE(p.checks.size(), size_t{1});
    const TableInfo &c = *catalog->table({QString(), QStringLiteral("c")});
    QCOMPARE(c.foreignKeys.front().onDelete, QStringLiteral("CASCADE"));
    QCOMPARE(c.foreignKeys.front().targetColumns, QStringList{QStringLiteral("id")});
    QCOMPARE(catalog->views.size(), size_t{1});
    QVERIFY2(!catalog->views.front().sql.contains(QLatin1String("DEFINER=")),
             qPrintable(catalog->views.front().sql));
    QCOMPARE(catalog->triggers.size(), size_t{1});
    QStringList kinds;
    for (const ObjectInfo &object : catalog->objects)
        kinds += object.kind;
    kinds.sort();
    QCOMPARE(kinds,
             (QStringList{QStringLiteral("event"), QStringLiteral("function"), QStringLiteral("procedure"),
                          QStringLiteral("sequence")}));
    QVERIFY(std::any_of(catalog->warnings.begin(), catalog->warnings.end(), [](const Error &warning) {
        return warning.message.contains(QLatin1String("MyISAM"));
    }));
}

void TestMysql::errorsSayWhatToDo()
{
    OpenRequest request;
    request.database = *parseDatabaseRef(m_server->url(QStringLiteral("nosuch")));
    auto missing = openDatabase(request);
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    request.database.parameters[QStringLiteral("port")] = QStringLiteral("1");
    auto refused = openDatabase(request);
    QCOMPARE(refused.error().kind, ErrorKind::Connection);
    QVERIFY(!refused.error().hint.isEmpty());
    request.database = m_database;
    request.database.parameters[QStringLiteral("user")] = QStringLiteral("galley_password");
    auto denied = openDatabase(request);
    QCOMPARE(denied.error().kind, ErrorKind::Permission);
}

QTEST_GUILESS_MAIN(TestMysql)
#include "tst_mysql.moc"
