// SPDX-License-Identifier: MIT
//
// Comparing by checksums of key ranges finds what comparing row by row finds, and fewer bytes travel.
#include "tests/support/cuttingproxy.h"
#include "tests/support/servers.h"
#include "tests/support/support.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;
using namespace galley::test;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// Found by `galley diff` or a preview.
struct Found
{
    QByteArray report; ///< every changed cell
    QJsonObject totals;
    qint64 received = 0; ///< bytes that the server sent
};

} // namespace

class TestComparedRanges : public QObject
{
    Q_OBJECT

    std::map<QString, std::unique_ptr<TestServer>> m_servers;
    std::unique_ptr<QTemporaryDir> m_folder;

    TestServer &server(const QString &kind)
    {
        auto &server = m_servers[kind];
        if (server == nullptr)
            server = std::make_unique<TestServer>(kind);
        return *server;
    }
    void run(const QString &kind, const char *database, const QByteArray &statements)
    {
        const QByteArray said = server(kind).sql(text(database), statements);
        QVERIFY2(!said.contains("ERROR"), said.constData());
    }
    QString through(const QString &url, int port, const QString &kind)
    {
        QString other = url;
        return other.replace(QStringLiteral(":%1/").arg(server(kind).port()),
                             QStringLiteral(":%1/").arg(port));
    }
    void find(const QString &kind, QStringList arguments, const QString &how, Found &found)
    {
        CuttingProxy proxy(server(kind).port());
        proxy.set(CuttingProxy::Cut::Nowhere);
        for (QString &argument : arguments)
            argument = through(argument, proxy.port(), kind);
        const QString report = m_folder->filePath(how + text(".csv"));
        QFile::remove(report);
        const RunResult result = runGalley(
            arguments + QStringList{text("--compare"), how, text("--report"), report, text("--json")},
            m_folder->path());
        QVERIFY2(result.exitCode == 0 || result.exitCode == 65, (result.errors + result.output).constData());
        QFile file(report);
        QVERIFY(file.open(QIODevice::ReadOnly));
        found.report = file.readAll();
        found.totals = QJsonDocument::fromJson(result.output).object().value(text("totals")).toObject();
        found.received = proxy.passed();
    }
    /// Both ways; what checksums received, and what rows did.
    void compareBothWays(const QString &kind, const QStringList &arguments, Found &sums, Found &rows)
    {
        find(kind, arguments, text("checksums"), sums);
        find(kind, arguments, text("rows"), rows);
        QCOMPARE(sums.totals, rows.totals);
        QCOMPARE(sums.report, rows.report);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void allTypesAndTheEdgesOfRanges_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("rows");
        QTest::newRow("postgres") << text("postgres") << QByteArray(R"(
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TYPE pair AS (a int, b text);
            CREATE TABLE t (id int PRIMARY KEY, b bool, i2 smallint, i8 bigint, f4 real, f8 double precision,
                n numeric, n2 numeric(12,3), t text, v varchar(40), c char(8), y bytea, d date, ti time,
                ts timestamp, tz timestamptz, u uuid, j json, jb jsonb, iv interval, ar int[], ip inet,
                m mood, p point, pr pair);)")
                                  << QByteArray(R"(
            INSERT INTO t SELECT i, i % 2 = 0, i % 30000, i * 10000000000, i / 7.0::real, i / 7.0::float8,
                i / 3.0, i / 8.0, CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN ',:~' ELSE repeat('é', i % 50) END,
                'v' || i, 'c ' || i % 10, decode(md5(i::text), 'hex'), date '2000-01-01' + i % 9000,
                time '00:00' + i * interval '1 second', timestamp '2000-01-01' + i * interval '1.5 second',
                timestamptz '2000-01-01' + i * interval '1 minute', md5(i::text)::uuid,
                ('{"a":' || i || '}')::json, ('{"a":' || i || '}')::jsonb, i * interval '1 hour',
                ARRAY[i, NULL, 2], ('10.0.0.' || i % 256)::inet, 'ok'::mood, point(i, 1),
                CASE i % 3 WHEN 0 THEN NULL WHEN 1 THEN ROW(NULL, NULL)::pair ELSE ROW(i, 'x')::pair END
            FROM generate_series(1, 20000) i;)");
        QTest::newRow("mysql") << text("mysql") << QByteArray(R"(
            CREATE TABLE t (id int PRIMARY KEY, b boolean, i8 bigint unsigned, f4 float, f8 double,
                n2 decimal(12,3), t text, v varchar(40) CHARACTER SET latin1, c char(8), y varbinary(40), d date, ti time(3),
                ts datetime(6), tz timestamp NULL, bi bit(7), m enum('sad','ok','happy'), s set('x','y'), yr year,
                j json);)") << QByteArray(R"(
            INSERT INTO t SELECT seq, seq % 2, seq * 10000000000, seq / 7, seq / 7e0, seq / 8,
                CASE seq % 5 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN ',:~' ELSE repeat('é', seq % 50) END,
                concat('v', seq), concat('c ', seq % 10), unhex(md5(seq)), date '2000-01-01' + interval seq % 9000 day,
                sec_to_time(seq), timestamp '2000-01-01 00:00:00' + interval seq * 1.5 second,
                timestamp '2000-01-02 00:00:00' + interval seq minute, seq % 128, 'ok', 'x,y', 1950 + seq % 100,
                concat('{"a":', seq, '}')
            FROM seq_1_to_20000;)");
    }
    void allTypesAndTheEdgesOfRanges()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, rows);
        if (!server(kind).isThere())
            QSKIP(qPrintable(server(kind).problem()));
        const QString left = server(kind).makeDatabase(text("left"));
        const QString right = server(kind).makeDatabase(text("right"));
        for (const char *database : {"left", "right"})
            run(kind, database, table + rows);
        const QStringList diff = {text("diff"), left, right};
        Found sums;
        Found plain;
        compareBothWays(kind, diff, sums, plain);
        QCOMPARE(sums.totals.value(text("unchanged")).toInt(), 20000);
        QVERIFY2(sums.received * 10 < plain.received,
                 qPrintable(QStringLiteral("%1 of %2 bytes").arg(sums.received).arg(plain.received)));

        run(kind, "left", R"(
            UPDATE t SET t = NULL WHERE id = 1; UPDATE t SET t = '' WHERE id IN (5, 8195, 20000);
            UPDATE t SET f8 = f8 + 1e-10 WHERE id IN (8192, 8193, 8194); UPDATE t SET n2 = n2 + 0.001 WHERE id = 16384;
            UPDATE t SET c = 'c' WHERE id = 513; UPDATE t SET y = NULL WHERE id = 16385;
            DELETE FROM t WHERE id IN (2, 8191, 19999) OR id BETWEEN 12000 AND 12020;)");
        run(kind, "right",
            "DELETE FROM t WHERE id IN (3, 8190, 16386, 19998); DELETE FROM t WHERE id > 19990 AND id < "
            "19996;"
            "UPDATE t SET f4 = f4 * 2 WHERE id = 7777; UPDATE t SET d = NULL WHERE id = 10000;");
        compareBothWays(kind, diff, sums, plain);
        QCOMPARE(sums.totals.value(text("inserted")).toInt(), 9);
        QCOMPARE(sums.totals.value(text("deleted")).toInt(), 24);
        QCOMPARE(sums.totals.value(text("updated")).toInt(), 12);
        QVERIFY2(sums.received * 5 < plain.received,
                 qPrintable(QStringLiteral("%1 of %2 bytes").arg(sums.received).arg(plain.received)));

        // Nearly all rows differ, one side is empty: another way, the same result.
        run(kind, "left", "UPDATE t SET i8 = i8 + 1 WHERE id > 100;");
        compareBothWays(kind, diff, sums, plain);
        run(kind, "right", "DELETE FROM t;");
        compareBothWays(kind, diff, sums, plain);
        compareBothWays(kind, {text("diff"), right, left}, sums, plain);
    }

    void keysOfTextAndSeveralColumns_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("rows");
        QTest::newRow("postgres") << text("postgres") << QByteArray(R"(
            CREATE TABLE words (w text COLLATE "en-x-icu" PRIMARY KEY, v int);
            INSERT INTO words SELECT CASE i % 4 WHEN 0 THEN 'Ab' WHEN 1 THEN 'äb' WHEN 2 THEN 'a''b' ELSE '_a\' END || i, i
                FROM generate_series(1, 12000) i;
            CREATE TABLE parts (a bigint, b char(6), c timestamptz, v numeric, PRIMARY KEY (a, b, c));
            INSERT INTO parts SELECT i / 100, 'b' || i % 10, timestamptz '2020-01-01' + i * interval '1 hour', i / 3.0
                FROM generate_series(1, 12000) i;)");
        QTest::newRow("mysql") << text("mysql") << QByteArray(R"(
            CREATE TABLE words (w varchar(40) COLLATE utf8mb4_unicode_ci PRIMARY KEY, v int);
            INSERT INTO words SELECT concat(CASE seq % 4 WHEN 0 THEN 'Ab' WHEN 1 THEN 'ñb' WHEN 2 THEN 'a''b' ELSE '_a\\' END, seq), seq
                FROM seq_1_to_12000;
            CREATE TABLE parts (a bigint, b char(6), c timestamp, v decimal(20,4), PRIMARY KEY (a, b, c));
            INSERT INTO parts SELECT seq DIV 100, concat('b', seq % 10), timestamp '2020-01-02 00:00:00' + interval seq hour, seq / 3
                FROM seq_1_to_12000;)");
    }
    void keysOfTextAndSeveralColumns()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, rows);
        if (!server(kind).isThere())
            QSKIP(qPrintable(server(kind).problem()));
        const QString left = server(kind).makeDatabase(text("left"));
        const QString right = server(kind).makeDatabase(text("right"));
        for (const char *database : {"left", "right"})
            run(kind, database, rows);
        run(kind, "left",
            "UPDATE words SET v = -v WHERE v IN (1, 4000, 12000); DELETE FROM words WHERE v = 4001;"
            "INSERT INTO words VALUES ('', 1), ('zzzz', 2), ('Ab', 3);"
            "UPDATE parts SET v = NULL WHERE a = 60 AND b = 'b5'; DELETE FROM parts WHERE a = 81;");
        run(kind, "right", "DELETE FROM words WHERE v IN (2, 5, 11999); DELETE FROM parts WHERE a = 0;");
        Found sums;
        Found plain;
        compareBothWays(kind, {text("diff"), left, right}, sums, plain);
        QVERIFY2(sums.received * 2 < plain.received,
                 qPrintable(QStringLiteral("%1 of %2 bytes").arg(sums.received).arg(plain.received)));
        QVERIFY(sums.totals.value(text("inserted")).toInt() > 100);
        compareBothWays(kind,
                        {text("import"), left, text("--into"), right, text("--mode"), text("upsert"),
                         text("--no-rehearsal")},
                        sums, plain);
    }

    /// A file beside a table on a server: the rows of the table that are the same do not travel.
    void filesBesideATable_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QByteArray>("tail");
        QTest::addColumn<int>("share");
        QTest::newRow("nothing") << QByteArray() << QByteArray() << 10;
        QTest::newRow("edges") << QByteArray(
            "UPDATE t SET t = NULL WHERE id IN (1, 64, 65, 2048, 2049, 30000);"
            "UPDATE t SET f = -0.0 WHERE id = 100; UPDATE t SET n = n + 1 WHERE id = 29999;"
            "DELETE FROM t WHERE id IN (2, 63, 66, 2047, 2050, 20480) OR id BETWEEN 9000 AND 9100;")
                               << QByteArray() << 4;
        QTest::newRow("rows at the end that are out of order")
            << QByteArray("UPDATE t SET t = 'x' WHERE id = 5; DELETE FROM t WHERE id IN (10, 70);")
            << QByteArray(
                   "40000,1,new,1,1,1.00,2020-01-01,2020-01-01 00:00:00,2020-01-01 00:00:00+00:00,ab,\\x00\n"
                   "-7,0,new,1,1,1.00,2020-01-01,2020-01-01 00:00:00,2020-01-01 00:00:00+00:00,ab,\\x00\n"
                   "-5,0,new,1,1,1.00,2020-01-01,2020-01-01 00:00:00,2020-01-01 00:00:00+00:00,ab,\\x00\n")
            << 3;
        QTest::newRow("a duplicate and a row that cannot be taken")
            << QByteArray("UPDATE t SET t = 'x' WHERE id = 5;")
            << QByteArray(
                   "40000,1,new,1,1,1.00,2020-13-01,2020-01-01 00:00:00,2020-01-01 00:00:00+00:00,ab,\\x00\n"
                   "7,0,again,1,1,1.00,2020-01-01,2020-01-01 00:00:00,2020-01-01 00:00:00+00:00,ab,\\x00\n")
            << 0;
        QTest::newRow("all") << QByteArray("UPDATE t SET n = n + 1;") << QByteArray() << 0;
        QTest::newRow("an empty table") << QByteArray("DELETE FROM t;") << QByteArray() << 0;
    }
    void filesBesideATable()
    {
        QFETCH(QByteArray, change);
        QFETCH(QByteArray, tail);
        QFETCH(int, share);
        const QString kind = text("postgres");
        if (!server(kind).isThere())
            QSKIP(qPrintable(server(kind).problem()));
        const QString url = server(kind).makeDatabase(text("right"));
        run(kind, "right", R"(
            CREATE TABLE t (id int PRIMARY KEY, b bool, t text, f real, g double precision, n numeric(12,2), d date,
                ts timestamp, tz timestamptz, c char(5), y bytea);
            INSERT INTO t SELECT i, i % 2 = 0, CASE i % 3 WHEN 0 THEN NULL WHEN 1 THEN 'tëxt, ' || i ELSE '' END, i / 7.0,
                CASE i % 4 WHEN 0 THEN i * 1e15 WHEN 1 THEN i * 1e-7 WHEN 2 THEN i / 3.0 ELSE i END, i / 4.0,
                date '2000-01-01' + i % 5000, timestamp '2000-01-01' + i * interval '0.5 second',
                timestamptz '2000-01-01' + i * interval '1 hour', 'c' || i % 100, decode(md5(i::text), 'hex')
            FROM generate_series(1, 30000) i;)");
        const QString folder = m_folder->filePath(text("csv"));
        const RunResult exported =
            runGalley({text("export"), url, text("--to"), folder, text("--no-verify")}, m_folder->path());
        QVERIFY2(exported.exitCode == 0, exported.errors.constData());
        QDir().mkpath(m_folder->filePath(text("plain")));
        const QString path = m_folder->filePath(text("plain/t.csv"));
        QVERIFY(QFile::copy(folder + text("/data/public.t.csv"), path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write(tail);
        file.close();
        run(kind, "right", change);
        for (const char *mode : {"mirror", "upsert"}) {
            if (share != 4 && text(mode) == text("upsert"))
                continue;
            Found sums;
            Found plain;
            compareBothWays(kind,
                            {text("import"), path, text("--into"), url, text("--mode"), text(mode),
                             text("--no-rehearsal"), text("--on-reject"), text("skip")},
                            sums, plain);
            QVERIFY2(sums.received * share < plain.received,
                     qPrintable(QStringLiteral("%1 of %2 bytes").arg(sums.received).arg(plain.received)));
        }
    }
};

QTEST_GUILESS_MAIN(TestComparedRanges)
#include "tst_comparedranges.moc"
