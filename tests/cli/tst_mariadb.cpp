// SPDX-License-Identifier: MIT
//
// Every verb on MariaDB through the command line: out, in, compared, applied and undone; to SQLite and back.
#include "tests/support/servers.h"
#include "tests/support/support.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace galley::test;

class TestMariaDb : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aDatabaseComesBackAsItWas_data();
    void aDatabaseComesBackAsItWas();
    void everyObjectComesBack();
    void toSqliteAndBack();
    void fromSqlite();
    void aDryRunChangesNothing();
    void anImportIsAppliedAndUndone();
    void aLoadIsUndone();
    void aChangeOfOthersIsAConflict();
    void rejectsAreNamed();
    void historyAndInspectKnowTheDatabase();

private:
    QString url(const char *name) const { return m_server->url(QString::fromLatin1(name)); }
    QByteArray sql(const char *database, const QByteArray &statements) const
    {
        return m_server->sql(QString::fromLatin1(database), statements);
    }
    RunResult run(const QStringList &arguments) const { return runGalley(arguments, m_folder->path()); }
    bool succeeds(const QStringList &arguments) const;
    bool makeChinook(const char *name) const;
    void write(const char *name, const QByteArray &bytes) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMariaDb::initTestCase()
{
    m_server = std::make_unique<TestServer>(QStringLiteral("mysql"));
    if (!m_server->isThere())
        QSKIP(qPrintable(m_server->problem()));
}

bool TestMariaDb::succeeds(const QStringList &arguments) const
{
    const RunResult result = run(arguments);
    if (result.exitCode != 0)
        qWarning("%s: %d\n%s%s", qPrintable(arguments.join(QLatin1Char(' '))), result.exitCode,
                 result.output.constData(), result.errors.constData());
    return result.exitCode == 0;
}

bool TestMariaDb::makeChinook(const char *name) const
{
    const QString sample = samplePath(QStringLiteral("databases/chinook-mysql.sql"));
    QFile file(sample);
    if (sample.isEmpty() || !file.open(QIODevice::ReadOnly))
        return false;
    m_server->makeDatabase(QString::fromLatin1(name));
    const QByteArray script = file.readAll().replace("`Chinook`", '`' + QByteArray(name) + '`');
    const QByteArray made = m_server->sql({}, script);
    if (!made.isEmpty())
        qWarning("%s", made.left(500).constData());
    return made.isEmpty();
}

void TestMariaDb::write(const char *name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(QString::fromLatin1(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void TestMariaDb::aDatabaseComesBackAsItWas_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"csv", "jsonl", "sql"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void TestMariaDb::aDatabaseComesBackAsItWas()
{
    QFETCH(const QString, format);
    if (!makeChinook("chinook_a"))
        QSKIP("no sample databases");
    m_server->makeDatabase(QStringLiteral("chinook_b"));
    QVERIFY(succeeds({QStringLiteral("export"), url("chinook_a"), QStringLiteral("--to"),
                      QStringLiteral("a.zip"), QStringLiteral("--format"), format}));
    QVERIFY(succeeds({QStringLiteral("verify"), QStringLiteral("a.zip")}));
    QVERIFY(succeeds({QStringLiteral("import"), QStringLiteral("a.zip"), QStringLiteral("--into"),
                      url("chinook_b"), QStringLiteral("--apply")}));
    QVERIFY(succeeds(
        {QStringLiteral("diff"), url("chinook_a"), url("chinook_b"), QStringLiteral("--exit-code")}));
    QVERIFY(succeeds(
        {QStringLiteral("diff"), QStringLiteral("a.zip"), url("chinook_b"), QStringLiteral("--exit-code")}));
    const QByteArray tables = sql("chinook_a", "SHOW TABLES");
    QCOMPARE(tables.count('\n'), 11);
    for (const QByteArray &table : tables.trimmed().split('\n')) {
        QCOMPARE(sql("chinook_b", "SHOW CREATE TABLE `" + table + '`'),
                 sql("chinook_a", "SHOW CREATE TABLE `" + table + '`'));
        QCOMPARE(sql("chinook_b", "CHECKSUM TABLE `" + table + '`').split('\t').last(),
                 sql("chinook_a", "CHECKSUM TABLE `" + table + '`').split('\t').last());
    }
}

void TestMariaDb::everyObjectComesBack()
{
    m_server->makeDatabase(QStringLiteral("objects_a"));
    m_server->makeDatabase(QStringLiteral("objects_b"));
    const QByteArray made =
        sql("objects_a",
            "CREATE TABLE p(id int unsigned auto_increment primary key, name varchar(20) not null default "
            "'it''s', j json, e enum('a','b') default 'a',"
            "n int generated always as (length(name) * 2) stored, d decimal(10,3) default 1.5, changed "
            "timestamp(3) "
            "not null default current_timestamp(3) on update "
            "current_timestamp(3), key pre(name(5)), fulltext key ft(name), check (name <> 'x')) comment "
            "'parents' collate utf8mb4_swedish_ci;"
            "INSERT INTO p(name, j, d) VALUES('one', '[1]', 2.25),('two', NULL, 0); DELETE FROM p WHERE id = "
            "2;"
            "CREATE TABLE c(a int unsigned, k varchar(9) character set latin1, b blob, primary key(k), "
            "constraint fk foreign key(a) references p(id) on delete set null);"
            "INSERT INTO c VALUES(1, 'k\xc3\xa9y', x'00ff'),(NULL, 'z', NULL);"
            "CREATE VIEW w AS SELECT name FROM p WHERE id > 0; CREATE SEQUENCE s START WITH 5; DO nextval(s);"
            "CREATE TRIGGER tr BEFORE INSERT ON p FOR EACH ROW SET NEW.name = upper(NEW.name);"
            "CREATE FUNCTION f() RETURNS int DETERMINISTIC RETURN 1; CREATE PROCEDURE pr() SELECT 1;"
            // Under these modes other characters quote and escape, or the text means something else.
            "SET sql_mode='ANSI_QUOTES,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES', collation_connection = "
            "'utf8mb4_bin';"
            "CREATE FUNCTION \"an`si\"() RETURNS text DETERMINISTIC RETURN 'a\\' || 'b';"
            "CREATE PROCEDURE \"q\"\"q\"() SELECT 'LOAD_FILE(''x'')' AS \"c\";"
            "CREATE TRIGGER tq BEFORE UPDATE ON p FOR EACH ROW SET NEW.name = NEW.name || '\\';"
            "SET sql_mode='';"
            "CREATE PROCEDURE lax() SELECT 'a\\'b';"
            "SET sql_mode='ORACLE', NAMES latin1;"
            "\nDELIMITER //\nCREATE PROCEDURE ora AS BEGIN NULL; END//\nDELIMITER ;\n"
            "CREATE VIEW vl AS SELECT 'x' = name AS c FROM p;"
            "SET sql_mode=DEFAULT, NAMES utf8mb4, time_zone='+05:00';"
            "CREATE EVENT ev ON SCHEDULE EVERY 1 DAY STARTS '2037-01-01 00:00:00' DISABLE DO DELETE FROM c;");
    QCOMPARE(made, QByteArray());
    QVERIFY(succeeds(
        {QStringLiteral("export"), url("objects_a"), QStringLiteral("--to"), QStringLiteral("a.zip")}));
    QVERIFY(succeeds(
        {QStringLiteral("import"), QStringLiteral("a.zip"), QStringLiteral("--into"), url("objects_b")}));
    QCOMPARE(sql("objects_b", "SHOW TABLES"), QByteArray());
    QVERIFY(succeeds({QStringLiteral("import"), QStringLiteral("a.zip"), QStringLiteral("--into"),
                      url("objects_b"), QStringLiteral("--apply")}));
    QVERIFY(succeeds(
        {QStringLiteral("diff"), url("objects_a"), url("objects_b"), QStringLiteral("--exit-code")}));
    // Who imports a view or a routine is its definer.
    const auto told = [&](const QByteArray &show) {
        const QByteArray shown = sql("objects_b", show);
        return QByteArray(shown)
            .replace("objects_b", "objects_a")
            .replace("@`127.0.0.1`", "@`localhost`")
            .replace("@\"127.0.0.1\"", "@\"localhost\"");
    };
    for (const char *what :
         {"TABLE p", "TABLE c", "VIEW w", "VIEW vl", "FUNCTION f", "PROCEDURE pr", "FUNCTION `an``si`",
          "PROCEDURE `q\"q`", "PROCEDURE lax", "PROCEDURE ora", "EVENT ev"}) {
        const QByteArray show = QByteArray("SHOW CREATE ") + what;
        QVERIFY2(!sql("objects_a", show).startsWith("ERROR"), what);
        QCOMPARE(told(show), sql("objects_a", show));
    }
    const QByteArray triggers = "SELECT TRIGGER_NAME, ACTION_TIMING, EVENT_MANIPULATION, EVENT_OBJECT_TABLE, "
                                "ACTION_STATEMENT, SQL_MODE, CHARACTER_SET_CLIENT, COLLATION_CONNECTION FROM "
                                "information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE() ORDER BY 1";
    QCOMPARE(sql("objects_a", triggers).count('\n'), 2);
    QCOMPARE(told(triggers), sql("objects_a", triggers));
    QCOMPARE(sql("objects_b", "SELECT `an``si`()"), QByteArray("a\\b\n"));
    QCOMPARE(sql("objects_b", "INSERT INTO p(id, name) VALUES(NULL, 'new') RETURNING id, name"),
             QByteArray("3\tNEW\n"));
    QCOMPARE(sql("objects_b", "SELECT nextval(s)").toInt() > 5, true);
}

void TestMariaDb::toSqliteAndBack()
{
    if (!makeChinook("chinook_a"))
        QSKIP("no sample databases");
    m_server->makeDatabase(QStringLiteral("chinook_c"));
    QVERIFY(succeeds(
        {QStringLiteral("export"), url("chinook_a"), QStringLiteral("--to"), QStringLiteral("a.zip")}));
    QVERIFY(succeeds({QStringLiteral("import"), QStringLiteral("a.zip"), QStringLiteral("--into"),
                      QStringLiteral("a.sqlite"), QStringLiteral("--apply")}));
    QVERIFY(succeeds({QStringLiteral("diff"), QStringLiteral("a.zip"), QStringLiteral("a.sqlite"),
                      QStringLiteral("--exit-code")}));
    QVERIFY(succeeds({QStringLiteral("export"), QStringLiteral("a.sqlite"), QStringLiteral("--to"),
                      QStringLiteral("b.zip")}));
    QVERIFY(succeeds({QStringLiteral("import"), QStringLiteral("b.zip"), QStringLiteral("--into"),
                      url("chinook_c"), QStringLiteral("--apply")}));
    QVERIFY(succeeds(
        {QStringLiteral("diff"), url("chinook_a"), url("chinook_c"), QStringLiteral("--exit-code")}));
    QCOMPARE(sql("chinook_c", "SELECT sum(Milliseconds), sum(UnitPrice) FROM Track"),
             sql("chinook_a", "SELECT sum(Milliseconds), sum(UnitPrice) FROM Track"));
}

void TestMariaDb::fromSqlite()
{
    const QString sample = samplePath(QStringLiteral("databases/chinook.sqlite"));
    if (sample.isEmpty())
        QSKIP("no sample databases");
    m_server->makeDatabase(QStringLiteral("chinook_d"));
    QVERIFY(QFile::copy(sample, m_folder->filePath(QStringLiteral("a.sqlite"))));
    QVERIFY(succeeds({QStringLiteral("export"), QStringLiteral("a.sqlite"), QStringLiteral("--to"),
                      QStringLiteral("a.zip")}));
    QVERIFY(succeeds({QStringLiteral("import"), QStringLiteral("a.zip"), QStringLiteral("--into"),
                      url("chinook_d"), QStringLiteral("--apply")}));
    QVERIFY(succeeds({QStringLiteral("diff"), QStringLiteral("a.sqlite"), url("chinook_d"),
                      QStringLiteral("--exit-code")}));
    QCOMPARE(sql("chinook_d", "SELECT count(*) FROM Track"), QByteArray("3503\n"));
}

void TestMariaDb::aDryRunChangesNothing()
{
    if (!makeChinook("chinook_a"))
        QSKIP("no sample databases");
    const QByteArray before = sql("chinook_a", "CHECKSUM TABLE Artist; SHOW TABLES");
    write("Artist.csv", "ArtistId,Name\n1,AC/DC!\n999,New\n");
    write("fresh.csv", "id,v\n1,x\n");
    const RunResult dry = run({QStringLiteral("import"), QStringLiteral("Artist.csv"),
                               QStringLiteral("--into"), url("chinook_a"), QStringLiteral("--json")});
    QVERIFY2(dry.exitCode == 0, dry.errors.constData());
    const QJsonObject totals =
        QJsonDocument::fromJson(dry.output).object()[QStringLiteral("totals")].toObject();
    QCOMPARE(totals[QStringLiteral("inserted")].toInt(), 1);
    QCOMPARE(totals[QStringLiteral("updated")].toInt(), 1);
    QVERIFY(succeeds(
        {QStringLiteral("import"), QStringLiteral("fresh.csv"), QStringLiteral("--into"), url("chinook_a")}));
    QCOMPARE(sql("chinook_a", "CHECKSUM TABLE Artist; SHOW TABLES"), before);
}

void TestMariaDb::anImportIsAppliedAndUndone()
{
    if (!makeChinook("chinook_a"))
        QSKIP("no sample databases");
    const QByteArray before = sql("chinook_a", "SELECT * FROM Artist ORDER BY 1");
    write("Artist.csv", "ArtistId,Name\n1,AC/DC!\n999,New\n");
    QVERIFY(succeeds({QStringLiteral("import"), QStringLiteral("Artist.csv"), QStringLiteral("--into"),
                      url("chinook_a"), QStringLiteral("--save"), QStringLiteral("c.galleychanges")}));
    QCOMPARE(sql("chinook_a", "SELECT * FROM Artist ORDER BY 1"), before);
    QVERIFY(succeeds({QStringLiteral("apply"), QStringLiteral("c.galleychanges"), QStringLiteral("--to"),
                      url("chinook_a")}));
    QCOMPARE(sql("chinook_a", "SELECT Name FROM Artist WHERE ArtistId IN (1, 999) ORDER BY 1"),
             QByteArray("AC/DC!\nNew\n"));
    QVERIFY(succeeds({QStringLiteral("undo"), QStringLiteral("c.galleychanges"), QStringLiteral("--on"),
                      url("chinook_a"), QStringLiteral("--apply")}));
    QCOMPARE(sql("chinook_a", "SELECT * FROM Artist ORDER BY 1"), before);
}

void TestMariaDb::aLoadIsUndone()
{
    m_server->makeDatabase(QStringLiteral("undo"));
    sql("undo", "CREATE TABLE empty_one(id int primary key, v varchar(9))");
    write("empty_one.csv", "id,v\n1,x\n2,y\n");
    write("made.csv", "id,v\n1,x\n");
    QVERIFY(succeeds({QStringLiteral("import"), QStringLiteral("empty_one.csv"), QStringLiteral("--into"),
                      url("undo"), QStringLiteral("--apply"), QStringLiteral("--save"),
                      QStringLiteral("a.galleychanges")}));
    QVERIFY(
        succeeds({QStringLiteral("import"), QStringLiteral("made.csv"), QStringLiteral("--into"), url("undo"),
                  QStringLiteral("--apply"), QStringLiteral("--save"), QStringLiteral("b.galleychanges")}));
    QCOMPARE(sql("undo", "SELECT count(*) FROM empty_one, made"), QByteArray("2\n"));
    QVERIFY(succeeds(
        {QStringLiteral("undo"), QStringLiteral("b.galleychanges"), QStringLiteral("--on"), url("undo")}));
    QVERIFY(succeeds({QStringLiteral("undo"), QStringLiteral("b.galleychanges"), QStringLiteral("--on"),
                      url("undo"), QStringLiteral("--apply")}));
    QVERIFY(succeeds({QStringLiteral("undo"), QStringLiteral("a.galleychanges"), QStringLiteral("--on"),
                      url("undo"), QStringLiteral("--apply")}));
    QCOMPARE(sql("undo", "SHOW TABLES; SELECT count(*) FROM empty_one"), QByteArray("empty_one\n0\n"));
}

void TestMariaDb::aChangeOfOthersIsAConflict()
{
    if (!makeChinook("chinook_a"))
        QSKIP("no sample databases");
    write("Artist.csv", "ArtistId,Name\n1,AC/DC!\n2,Accept!\n");
    QVERIFY(succeeds({QStringLiteral("import"), QStringLiteral("Artist.csv"), QStringLiteral("--into"),
                      url("chinook_a"), QStringLiteral("--save"), QStringLiteral("c.galleychanges")}));
    sql("chinook_a", "UPDATE Artist SET Name = 'Other' WHERE ArtistId = 2");
    const RunResult result = run({QStringLiteral("apply"), QStringLiteral("c.galleychanges"),
                                  QStringLiteral("--to"), url("chinook_a")});
    QCOMPARE(result.exitCode, 75);
    QVERIFY2(result.errors.contains("ArtistId = 2"), result.errors.constData());
    QCOMPARE(sql("chinook_a", "SELECT Name FROM Artist WHERE ArtistId = 1"), QByteArray("AC/DC\n"));
}

void TestMariaDb::rejectsAreNamed()
{
    if (!makeChinook("chinook_a"))
        QSKIP("no sample databases");
    write("Album.csv", "AlbumId,Title,ArtistId\n1,New title,1\n900,Lost,77777\nx,Bad,1\n");
    const RunResult result = run({QStringLiteral("import"), QStringLiteral("Album.csv"),
                                  QStringLiteral("--into"), url("chinook_a"), QStringLiteral("--json")});
    QCOMPARE(result.exitCode, 65);
    QVERIFY2(result.output.contains("\"line\": 4") || result.output.contains("\"line\":4"),
             result.output.constData());
    QVERIFY2(result.output.contains("77777"), result.output.constData());
}

void TestMariaDb::historyAndInspectKnowTheDatabase()
{
    m_server->makeDatabase(QStringLiteral("shown"));
    sql("shown", "CREATE TABLE t(id int primary key, v decimal(5,2) not null); INSERT INTO t VALUES(1, 1)");
    const RunResult inspected = run({QStringLiteral("inspect"), url("shown"), QStringLiteral("--json")});
    QVERIFY2(inspected.exitCode == 0, inspected.errors.constData());
    QVERIFY2(inspected.output.contains("decimal(5,2)"), inspected.output.constData());
    write("t.csv", "id,v\n1,2.5\n");
    QVERIFY(succeeds({QStringLiteral("import"), QStringLiteral("t.csv"), QStringLiteral("--into"),
                      url("shown"), QStringLiteral("--apply")}));
    const RunResult history = run({QStringLiteral("history")});
    QVERIFY2(history.output.contains("shown"), history.output.constData());
}

QTEST_GUILESS_MAIN(TestMariaDb)
#include "tst_mariadb.moc"
