// SPDX-License-Identifier: MIT
//
// Tables between MariaDB and PostgreSQL, both ways, by the real program; looked at with the servers' own
// tools.
#include "tests/support/servers.h"
#include "tests/support/support.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace galley::test;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// One line for each key, index, foreign key and numbered column: what is there must not depend on how an
/// engine names it.
constexpr const char *kPostgresKeys =
    "SELECT lower(c.conrelid::regclass::text), c.contype, (SELECT string_agg(lower(a.attname), ',' ORDER BY "
    "k.n) "
    "FROM unnest(c.conkey) WITH ORDINALITY k(num, n) JOIN pg_attribute a ON a.attrelid = c.conrelid AND "
    "a.attnum = k.num), coalesce(lower(nullif(c.confrelid, 0)::regclass::text), '') FROM pg_constraint c "
    "WHERE "
    "c.connamespace = 'public'::regnamespace AND c.contype IN ('p', 'f') ORDER BY 1, 2, 3, 4";
constexpr const char *kMysqlKeys =
    "SELECT concat_ws('|', lower(k.TABLE_NAME), if(k.REFERENCED_TABLE_NAME IS NULL, 'p', 'f'), "
    "group_concat(lower(k.COLUMN_NAME) ORDER BY k.ORDINAL_POSITION), ifnull(lower(k.REFERENCED_TABLE_NAME), "
    "'')) AS l "
    "FROM information_schema.KEY_COLUMN_USAGE k WHERE k.TABLE_SCHEMA = DATABASE() AND (k.CONSTRAINT_NAME = "
    "'PRIMARY' OR k.REFERENCED_TABLE_NAME IS NOT NULL) GROUP BY k.TABLE_NAME, k.CONSTRAINT_NAME, "
    "k.REFERENCED_TABLE_NAME ORDER BY l";
constexpr const char *kPostgresIndexes = "SELECT lower(i.indrelid::regclass::text), i.indisunique::int, "
                                         "(SELECT string_agg(lower(a.attname), ',' ORDER BY "
                                         "k.n) FROM unnest(i.indkey) WITH ORDINALITY k(num, n) JOIN "
                                         "pg_attribute a ON a.attrelid = i.indrelid AND a.attnum "
                                         "= k.num) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid "
                                         "WHERE c.relnamespace = 'public'::regnamespace AND "
                                         "NOT i.indisprimary ORDER BY 1, 2, 3";
constexpr const char *kMysqlIndexes =
    "SELECT concat_ws('|', lower(TABLE_NAME), 1 - NON_UNIQUE, group_concat(lower(COLUMN_NAME) ORDER BY "
    "SEQ_IN_INDEX)) AS l FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND INDEX_NAME "
    "<> "
    "'PRIMARY' GROUP BY TABLE_NAME, INDEX_NAME, NON_UNIQUE ORDER BY l";

QList<QByteArray> sortedLines(const QByteArray &told)
{
    QList<QByteArray> lines = told.trimmed().split('\n');
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace

class TestServerPairs : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_postgres;
    std::unique_ptr<TestServer> m_mysql;
    std::unique_ptr<QTemporaryDir> m_folder;

    QByteArray inPostgres(const char *database, const QByteArray &sql) const
    {
        return m_postgres->sql(text(database), sql);
    }
    QByteArray inMysql(const char *database, const QByteArray &sql) const
    {
        return m_mysql->sql(text(database), sql);
    }
    void mustWork(const QStringList &arguments) const
    {
        const RunResult result = runGalley(arguments, m_folder->path());
        QVERIFY2(
            result.exitCode == 0,
            (arguments.join(QLatin1Char(' ')).toUtf8() + '\n' + result.output + result.errors).constData());
    }
    void mustBeEqual(const QString &a, const QString &b) const
    {
        mustWork({text("diff"), a, b, text("--exit-code"), text("--json")});
        mustWork({text("diff"), b, a, text("--exit-code"), text("--json")});
    }
    void mustHaveTheSameKeys(const char *postgres, const char *mysql) const
    {
        const auto keys = sortedLines(inPostgres(postgres, kPostgresKeys));
        QVERIFY(keys.size() > 1);
        QCOMPARE(sortedLines(inMysql(mysql, kMysqlKeys)), keys);
        const auto indexes = sortedLines(inPostgres(postgres, kPostgresIndexes));
        QVERIFY(indexes.size() > 1);
        QCOMPARE(sortedLines(inMysql(mysql, kMysqlIndexes)), indexes);
    }
    QByteArray sample(const char *name) const
    {
        QFile file(samplePath(text("databases")) + QLatin1Char('/') + text(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_postgres = std::make_unique<TestServer>(text("postgres"));
        m_mysql = std::make_unique<TestServer>(text("mysql"));
        for (const TestServer *server : {m_postgres.get(), m_mysql.get()}) {
            if (!server->isThere())
                QSKIP(qPrintable(server->problem()));
        }
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void chinookGoesFromPostgresToMariaDbAndBack()
    {
        const QByteArray script = sample("chinook-postgresql.sql");
        if (script.isEmpty())
            QSKIP("no sample databases");
        const QString a = m_postgres->makeDatabase(text("pairs_a"));
        const QString b = m_mysql->makeDatabase(text("pairs_b"));
        const QString c = m_postgres->makeDatabase(text("pairs_c"));
        const QByteArray made =
            inPostgres("pairs_a", "BEGIN;" + script.mid(script.indexOf("\\c chinook;") + 11) + "COMMIT;");
        QVERIFY2(!made.startsWith("ERROR"), made.constData());
        mustWork({text("export"), a, text("--to"), text("a.zip")});
        mustWork({text("import"), text("a.zip"), text("--into"), b}); // a dry run
        QCOMPARE(inMysql("pairs_b", "SHOW TABLES"), QByteArray());
        mustWork({text("import"), text("a.zip"), text("--into"), b, text("--apply")});
        mustBeEqual(a, b);
        mustBeEqual(text("a.zip"), b);
        mustHaveTheSameKeys("pairs_a", "pairs_b");
        mustWork({text("import"), b, text("--into"), c, text("--apply")});
        mustBeEqual(b, c);
        mustBeEqual(a, c);
        mustHaveTheSameKeys("pairs_c", "pairs_b");
        QCOMPARE(sortedLines(inPostgres("pairs_c", kPostgresKeys)),
                 sortedLines(inPostgres("pairs_a", kPostgresKeys)));
        const QByteArray sums = "SELECT count(*), sum(milliseconds), sum(unit_price), max(name) FROM track";
        QCOMPARE(inPostgres("pairs_c", sums), inPostgres("pairs_a", sums));
        QCOMPARE(inMysql("pairs_b", sums).replace('\t', '|'), inPostgres("pairs_a", sums));
    }

    void chinookGoesFromMariaDbToPostgresAndBack()
    {
        const QByteArray script = sample("chinook-mysql.sql");
        if (script.isEmpty())
            QSKIP("no sample databases");
        const QString a = m_mysql->makeDatabase(text("pairs_a"));
        const QString b = m_postgres->makeDatabase(text("pairs_b"));
        const QString c = m_mysql->makeDatabase(text("pairs_c"));
        const QByteArray made = m_mysql->sql({}, QByteArray(script).replace("`Chinook`", "`pairs_a`"));
        QVERIFY2(made.isEmpty(), made.constData());
        mustWork({text("import"), a, text("--into"), b, text("--apply")});
        mustBeEqual(a, b);
        const QByteArray inUpper = QByteArray(kPostgresKeys);
        const auto unquoted = [](QByteArray lines) { return sortedLines(lines.replace('"', "")); };
        QCOMPARE(unquoted(inPostgres("pairs_b", inUpper)), sortedLines(inMysql("pairs_a", kMysqlKeys)));
        QCOMPARE(unquoted(inPostgres("pairs_b", kPostgresIndexes)),
                 sortedLines(inMysql("pairs_a", kMysqlIndexes)));
        mustWork({text("export"), b, text("--to"), text("b.zip"), text("--format"), text("jsonl")});
        mustWork({text("import"), text("b.zip"), text("--into"), c, text("--apply")});
        mustBeEqual(a, c);
        QCOMPARE(sortedLines(inMysql("pairs_c", kMysqlKeys)), sortedLines(inMysql("pairs_a", kMysqlKeys)));
        const QByteArray sums = "SELECT count(*), sum(Milliseconds), sum(UnitPrice) FROM Track";
        QCOMPARE(inMysql("pairs_c", sums), inMysql("pairs_a", sums));
    }

    void whatTablesAreMadeOfComesAlong_data()
    {
        QTest::addColumn<bool>("isFromPostgres");
        QTest::newRow("from PostgreSQL") << true;
        QTest::newRow("from MariaDB") << false;
    }
    void whatTablesAreMadeOfComesAlong()
    {
        QFETCH(const bool, isFromPostgres);
        const QString postgres = m_postgres->makeDatabase(text("pairs_d"));
        const QString mysql = m_mysql->makeDatabase(text("pairs_d"));
        if (isFromPostgres)
            QCOMPARE(
                inPostgres(
                    "pairs_d",
                    "CREATE TABLE parent (id int GENERATED BY DEFAULT AS IDENTITY (START WITH 40) PRIMARY "
                    "KEY, name "
                    "varchar(30) NOT NULL DEFAULT 'it''s \\', n numeric(8,2) DEFAULT 1.50, UNIQUE (name, n));"
                    "CREATE TABLE child (a int, b varchar(10), parent int REFERENCES parent ON DELETE "
                    "CASCADE ON "
                    "UPDATE SET NULL, up int, PRIMARY KEY (a, b));"
                    "ALTER TABLE child ADD UNIQUE (a); ALTER TABLE child ADD FOREIGN KEY (up) REFERENCES "
                    "child(a);"
                    "CREATE INDEX by_parent ON child (parent); CREATE INDEX by_up ON child (up);"
                    "COMMENT ON TABLE parent IS 'the ''old'' \\ ones'; COMMENT ON COLUMN child.b IS 'b''s';"
                    "INSERT INTO parent(name) VALUES ('x'), ('y'); INSERT INTO child VALUES "
                    "(1,'é',40,2),(2,'',41,1)"),
                QByteArray());
        else
            QCOMPARE(inMysql("pairs_d",
                             "CREATE TABLE parent (id int AUTO_INCREMENT PRIMARY KEY, name varchar(30) NOT "
                             "NULL DEFAULT "
                             "'it''s \\\\', n decimal(8,2) DEFAULT 1.50, UNIQUE (name, n)) AUTO_INCREMENT=40 "
                             "COMMENT='the "
                             "''old'' \\\\ ones';"
                             "CREATE TABLE child (a int UNIQUE, b varchar(10) COMMENT 'b''s', parent int, up "
                             "int, PRIMARY KEY "
                             "(a, b), KEY by_parent (parent), KEY by_up (up), FOREIGN KEY (parent) "
                             "REFERENCES parent(id) ON "
                             "DELETE CASCADE ON UPDATE SET NULL, FOREIGN KEY (up) REFERENCES child(a));"
                             "INSERT INTO parent(name) VALUES ('x'), ('y'); SET foreign_key_checks=0; INSERT "
                             "INTO child VALUES "
                             "(1,'é',40,2),(2,'',41,1)"),
                     QByteArray());
        const QString from = isFromPostgres ? postgres : mysql;
        const QString to = isFromPostgres ? mysql : postgres;
        mustWork({text("import"), from, text("--into"), to, text("--apply")});
        mustBeEqual(from, to);
        mustHaveTheSameKeys("pairs_d", "pairs_d");
        QCOMPARE(inPostgres("pairs_d",
                            "SELECT confdeltype, confupdtype FROM pg_constraint WHERE contype = 'f' AND "
                            "confrelid = 'parent'::regclass"),
                 QByteArray("c|n\n"));
        QCOMPARE(
            inMysql("pairs_d",
                    "SELECT DELETE_RULE, UPDATE_RULE FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE "
                    "CONSTRAINT_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME = 'parent'"),
            QByteArray("CASCADE\tSET NULL\n"));
        QCOMPARE(
            inPostgres("pairs_d",
                       "SELECT obj_description('parent'::regclass), col_description('child'::regclass, 2)"),
            QByteArray("the 'old' \\ ones|b's\n"));
        QCOMPARE(
            inMysql("pairs_d",
                    "SELECT TABLE_COMMENT, (SELECT COLUMN_COMMENT FROM information_schema.COLUMNS WHERE "
                    "TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'child' AND COLUMN_NAME = 'b') FROM "
                    "information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'parent'"),
            QByteArray("the 'old' \\ ones\tb's\n"));
        // Defaults and numbering work.
        const QByteArray added = "INSERT INTO parent(id) VALUES (DEFAULT) RETURNING id, name, n";
        QCOMPARE(inPostgres("pairs_d", added), QByteArray("42|it's \\|1.50\n"));
        QCOMPARE(inMysql("pairs_d", added), QByteArray("42\tit's \\\t1.50\n"));
    }
};

QTEST_GUILESS_MAIN(TestServerPairs)
#include "tst_serverpairs.moc"
