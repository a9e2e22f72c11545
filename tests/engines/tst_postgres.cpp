// SPDX-License-Identifier: MIT
#include "tests/support/servers.h"
#include "tests/support/support.h"
#include "workers/engines/engine.h"

#include <QTest>

using namespace galley;
using galley::test::TestServer;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class TestPostgres : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestServer> m_server;
    QString m_url;

    std::unique_ptr<Connection> open(OpenRequest::Access access = OpenRequest::Access::Read)
    {
        OpenRequest request;
        request.database = *parseDatabaseRef(m_url);
        request.access = access;
        auto opened = openDatabase(request);
        if (!opened)
            qWarning("%s", qPrintable(opened.error().toString()));
        return opened ? *std::move(opened) : nullptr;
    }
    QByteArray sql(const QByteArray &statements) { return m_server->sql(text("engine"), statements); }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>(text("postgres"));
        if (!m_server->isThere())
            QSKIP(qPrintable(m_server->problem()));
    }
    void init() { m_url = m_server->makeDatabase(text("engine")); }

    void rowsOfEveryTypeAreRead()
    {
        QCOMPARE(
            sql("CREATE TYPE mood AS ENUM ('sad','ok'); CREATE TABLE t (a int2, b int8, c numeric(10,2), d "
                "float8,"
                " e text, f bytea, g bool, h timestamptz, i uuid, j json, k mood, l int[]);"
                "INSERT INTO t VALUES (-32768, 9223372036854775807, 1.5, 0.1, E'tab\\tline\\nback\\\\', "
                "'\\x00ff',"
                " true, '2024-02-29 12:00+02', 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11', '{\"a\": 1}', 'ok',"
                " '{1,NULL,3}'), (NULL,NULL,'NaN','-Infinity','',NULL,false,'infinity',NULL,NULL,NULL,NULL)"),
            QByteArray());
        const auto connection = open();
        QVERIFY(connection);
        ReadRequest request;
        request.table.name = text("t");
        auto reader = connection->read(request);
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().toString()));
        QCOMPARE(
            test::readAllRows(**reader),
            QByteArray("-32768|9223372036854775807|'1.50'|0.1|'tab\tline\nback\\'|x'00ff'|1|"
                       "'2024-02-29 10:00:00+00:00'|'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'|'{\"a\": 1}'|'ok'|"
                       "'{1,NULL,3}'\n"
                       "NULL|NULL|'NaN'|-Infinity|''|NULL|0|'infinity'|NULL|NULL|NULL|NULL\n"));
    }
};

QTEST_GUILESS_MAIN(TestPostgres)
#include "tst_postgres.moc"
