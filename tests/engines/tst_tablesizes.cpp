// SPDX-License-Identifier: MIT
//
// The sizes of tables on real servers are those that the server's own client tells, and no row is counted.
#include "tests/support/servers.h"
#include "workers/engines/engine.h"
#include "workers/engines/tablesizes.h"

#include <QtTest>

using namespace galley;
using namespace galley::test;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

Result<TableSizes> sizesOf(const QString &url)
{
    OpenRequest request;
    ASSIGN_OR_RETURN(request.database, parseDatabaseRef(url));
    ASSIGN_OR_RETURN(const auto connection, openDatabase(request));
    auto *measuring = dynamic_cast<MeasuresTables *>(connection.get());
    if (measuring == nullptr)
        return Error{ErrorKind::Unsupported, text("it does not measure"), {}, {}};
    return measuring->tableSizes();
}

} // namespace

class TestTableSizes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgresMeasuresWithIndexesAndLongValues()
    {
        const TestServer server(text("postgres"));
        if (!server.isThere())
            QSKIP(qPrintable(server.problem()));
        const QString url = server.makeDatabase(text("sizes"));
        server.sql(
            text("sizes"),
            "CREATE SCHEMA \"Odd schema\"; CREATE TABLE \"Odd schema\".big (id int PRIMARY KEY, t text);"
            "INSERT INTO \"Odd schema\".big SELECT i, repeat(md5(i::text), 200) FROM "
            "generate_series(1, 2000) i; CREATE TABLE small (a int); CREATE VIEW v AS SELECT 1;");
        const Result<TableSizes> sizes = sizesOf(url);
        QVERIFY2(sizes.isOk(), sizes ? "" : qPrintable(sizes.error().toString()));
        QVERIFY(!sizes->isEstimate);
        QCOMPARE(sizes->bytes.size(), size_t(2));
        const QByteArray told = server.sql(
            text("sizes"),
            "SELECT pg_total_relation_size('\"Odd schema\".big'), pg_total_relation_size('small')");
        const qint64 big = sizes->bytes.at({text("Odd schema"), text("big")});
        const qint64 small = sizes->bytes.at({text("public"), text("small")});
        QCOMPARE(told.trimmed(), QByteArray::number(big) + '|' + QByteArray::number(small));
        QVERIFY(big > 100'000 && small == 0);
    }

    void mariadbTellsItsStatistics()
    {
        const TestServer server(text("mysql"));
        if (!server.isThere())
            QSKIP(qPrintable(server.problem()));
        const QString url = server.makeDatabase(text("sizes"));
        server.sql(
            text("sizes"),
            "CREATE TABLE big (id int PRIMARY KEY, t varchar(900), KEY (t(100))); INSERT INTO big SELECT "
            "seq, repeat(md5(seq), 20) FROM seq_1_to_5000; CREATE TABLE small (a int); ANALYZE TABLE "
            "big, small; CREATE VIEW v AS SELECT 1;");
        const Result<TableSizes> sizes = sizesOf(url);
        QVERIFY2(sizes.isOk(), sizes ? "" : qPrintable(sizes.error().toString()));
        QVERIFY(sizes->isEstimate);
        QCOMPARE(sizes->bytes.size(), size_t(2));
        const qint64 big = sizes->bytes.at({QString(), text("big")});
        const qint64 small = sizes->bytes.at({QString(), text("small")});
        // The statistics are made anew meanwhile: a rough size is what they promise.
        QVERIFY(big > 1'000'000 && big < 100'000'000);
        QVERIFY(small < big / 10);
    }
};

QTEST_GUILESS_MAIN(TestTableSizes)
#include "tst_tablesizes.moc"
