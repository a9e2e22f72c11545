// SPDX-License-Identifier: MIT
#include "tests/support/servers.h"
#include "tests/support/support.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;
using namespace galley::test;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

/// The whole job on a real server, by the real program, looked at with the server's own tools.
class TestPostgresCli : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char *name) const { return m_folder->filePath(text(name)); }
    RunResult galley(const QStringList &arguments) const { return runGalley(arguments, m_folder->path()); }
    bool loadChinook(const char *database) const
    {
        QFile file(samplePath(text("databases")) + text("/chinook-postgresql.sql"));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        QByteArray script = file.readAll();
        script = script.mid(script.indexOf("\\c chinook;") + 11);
        const QByteArray said =
            m_server->sql(text(database), "SET synchronous_commit=off; BEGIN;" + script + "COMMIT;");
        if (said.startsWith("ERROR"))
            qWarning("%s", said.constData());
        return !said.startsWith("ERROR");
    }
    bool load(const char *database, const QString &name) const
    {
        if (name == text("chinook"))
            return loadChinook(database);
        const QByteArray said =
            m_server->sqlFile(text(database), text(GALLEY_SOURCE_DIR "/tests/data/nasty-postgres.sql"));
        if (said.startsWith("ERROR"))
            qWarning("%s", said.constData());
        return !said.startsWith("ERROR");
    }
    /// Schema and rows, as pg_dump tells them.
    QList<QByteArray> dump(const char *database) const
    {
        QProcess process;
        process.start(text("pg_dump"),
                      {text("-h"), m_server->socket(), text("-p"), QString::number(m_server->port()),
                       text("-U"), text("galley"), text("--no-owner"), text("--inserts"),
                       text("--rows-per-insert=1"), text(database)});
        process.waitForFinished(60'000);
        if (process.exitCode() != 0)
            qWarning("%s", process.readAllStandardError().constData());
        QList<QByteArray> lines;
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            if (!line.startsWith("--") && !line.startsWith("\\") && !line.trimmed().isEmpty())
                lines += line;
        }
        return lines;
    }
    void compareDumps(const char *a, const char *b) const
    {
        const QList<QByteArray> was = dump(a);
        const QList<QByteArray> is = dump(b);
        QVERIFY(was.size() > 10);
        for (qsizetype i = 0; i < std::min(was.size(), is.size()); ++i)
            QCOMPARE(is[i], was[i]);
        QCOMPARE(is.size(), was.size());
    }
    void mustWork(const QStringList &arguments) const
    {
        const RunResult result = galley(arguments);
        QVERIFY2(
            result.exitCode == 0,
            (arguments.join(QLatin1Char(' ')).toUtf8() + '\n' + result.output + result.errors).constData());
    }
    void mustBeEqual(const QString &a, const QString &b) const
    {
        const RunResult result = galley({text("diff"), a, b, text("--exit-code"), text("--json")});
        QVERIFY2(result.exitCode == 0, (result.output + result.errors).constData());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>(text("postgres"));
        if (!m_server->isThere())
            QSKIP(qPrintable(m_server->problem()));
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aDatabaseComesBackAsItWas_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("format");
        for (const char *name : {"chinook", "nasty"}) {
            for (const char *format : {"csv", "jsonl"})
                QTest::addRow("%s %s", name, format) << text(name) << text(format);
        }
    }
    void aDatabaseComesBackAsItWas()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, format);
        if (name == text("chinook") && samplePath(text("databases")).isEmpty())
            QSKIP("no sample databases");
        const QString a = m_server->makeDatabase(text("cli_a"));
        const QString b = m_server->makeDatabase(text("cli_b"));
        QVERIFY(load("cli_a", name));
        mustWork({text("export"), a, text("--to"), text("a.zip"), text("--format"), format});
        mustWork({text("import"), text("a.zip"), text("--into"), b, text("--apply")});
        mustBeEqual(a, b);
        mustBeEqual(text("a.zip"), b);
        compareDumps("cli_a", "cli_b");
    }

    void aDryRunChangesNothing()
    {
        const QString a = m_server->makeDatabase(text("cli_a"));
        const QString b = m_server->makeDatabase(text("cli_b"));
        QVERIFY(load("cli_a", text("nasty")));
        const QList<QByteArray> before = dump("cli_b");
        mustWork({text("import"), a, text("--into"), b});
        QCOMPARE(dump("cli_b"), before);
    }

    void chinookGoesFromSqliteToPostgresAndBack()
    {
        const QString sample = samplePath(text("databases/chinook.sqlite"));
        if (sample.isEmpty())
            QSKIP("no sample databases");
        QVERIFY(QFile::copy(sample, path("c.sqlite")));
        const QString b = m_server->makeDatabase(text("cli_b"));
        mustWork({text("import"), text("c.sqlite"), text("--into"), b, text("--apply")});
        mustBeEqual(text("c.sqlite"), b);
        mustWork({text("import"), b, text("--into"), text("d.sqlite"), text("--apply")});
        mustBeEqual(b, text("d.sqlite"));
        mustBeEqual(text("c.sqlite"), text("d.sqlite"));
        // Keys and references came along.
        QCOMPARE(m_server->sql(text("cli_b"),
                               "SELECT count(*) FROM pg_constraint WHERE contype IN ('p','f') AND "
                               "connamespace='public'::regnamespace"),
                 QByteArray("22\n"));
    }

    void chinookGoesFromPostgresThroughSqlite()
    {
        if (samplePath(text("databases")).isEmpty())
            QSKIP("no sample databases");
        const QString a = m_server->makeDatabase(text("cli_a"));
        const QString b = m_server->makeDatabase(text("cli_b"));
        QVERIFY(loadChinook("cli_a"));
        mustWork({text("export"), a, text("--to"), text("a.zip")});
        mustWork({text("import"), text("a.zip"), text("--into"), text("c.sqlite"), text("--apply")});
        mustWork({text("import"), text("c.sqlite"), text("--into"), b, text("--apply")});
        mustBeEqual(a, b);
    }

    void changesAreAppliedAndUndone()
    {
        const QString b = m_server->makeDatabase(text("cli_b"));
        QCOMPARE(m_server->sql(text("cli_b"),
                               "CREATE TABLE t (id int PRIMARY KEY, name text, price numeric(8,2));"
                               "INSERT INTO t VALUES (1,'a',1.5),(2,'b',2.5),(3,'c',3.5)"),
                 QByteArray());
        const QList<QByteArray> before = dump("cli_b");
        QFile file(path("t.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("id,name,price\n1,a,1.50\n2,B,2.5\n4,d,4\n");
        file.close();
        mustWork({text("import"), text("t.csv"), text("--into"), b, text("--mode"), text("mirror"),
                  text("--save"), text("c.galleychanges")});
        QCOMPARE(dump("cli_b"), before);
        mustWork({text("apply"), text("c.galleychanges"), text("--to"), b});
        QCOMPARE(m_server->sql(text("cli_b"), "SELECT * FROM t ORDER BY id"),
                 QByteArray("1|a|1.50\n2|B|2.50\n4|d|4.00\n"));
        const RunResult again = galley({text("apply"), text("c.galleychanges"), text("--to"), b});
        QCOMPARE(again.exitCode, 75);
        mustWork({text("undo"), text("c.galleychanges"), text("--on"), b, text("--apply")});
        QCOMPARE(m_server->sql(text("cli_b"), "SELECT * FROM t ORDER BY id"),
                 QByteArray("1|a|1.50\n2|b|2.50\n3|c|3.50\n"));
        QVERIFY(galley({text("history")}).output.contains("cli_b"));
    }

    void otherSpellingsOfAValueAreThatValue()
    {
        const QString b = m_server->makeDatabase(text("cli_b"));
        QCOMPARE(m_server->sql(
                     text("cli_b"),
                     "CREATE TYPE pair AS (a int, b text);"
                     "CREATE TABLE t (id int PRIMARY KEY, r int4range, d daterange, n nummultirange, c cidr,"
                     " m macaddr, b bit(5), v bit varying, p point, x box, o money, w tsvector, z timetz,"
                     " y pair, q int4range[], e tstzrange)"),
                 QByteArray());
        const QByteArray row =
            "\"[1,4]\",\"[2024-01-01,2024-01-31]\",\"{[1,2],[2,3)}\",10.1/"
            "16,08002B-010203,B00101,X1F,\"1.50,-2\",\"(0,0),(1,1)\","
            "\"$1,234.5\",\"b a\",10:00+2,\"(1, x)\",\"{\"\"[1,2]\"\",empty}\",\"[2024-01-01 01:00+01,)\"\n";
        const QByteArray head = "id,r,d,n,c,m,b,v,p,x,o,w,z,y,q,e\n";
        const auto write = [&](const QByteArray &rows) {
            QFile file(path("t.csv"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(head + rows);
        };
        const QByteArray stored =
            "|[1,5)|[2024-01-01,2024-02-01)|{[1,3)}|10.1.0.0/16|08:00:2b:01:02:03|00101|00011111"
            "|(1.5,-2)|(1,1),(0,0)|$1,234.50|'a' 'b'|10:00:00+02|(1,\" x\")|{\"[1,3)\",empty}"
            "|[\"2024-01-01 00:00:00+00\",)\n";
        const QByteArray asked = "SET timezone = 'UTC'; SELECT * FROM t ORDER BY id";
        const QStringList import = {text("import"),  text("t.csv"), text("--into"), b,
                                    text("--apply"), text("--json")};
        write("1," + row); // a load
        mustWork(import);
        QCOMPARE(m_server->sql(text("cli_b"), asked), "1" + stored);
        const RunResult again = galley(import);
        QVERIFY2(again.exitCode == 0 && again.output.contains("\"unchanged\": 1"), again.output.constData());
        QVERIFY2(!again.output.contains("\"updated\": 1"), again.output.constData());
        write("1," + row + "2," + row); // changes
        mustWork(import + QStringList{text("--save"), text("c.galleychanges")});
        QCOMPARE(m_server->sql(text("cli_b"), asked), "1" + stored + "2" + stored);
        mustWork({text("undo"), text("c.galleychanges"), text("--on"), b, text("--apply")});
        QCOMPARE(m_server->sql(text("cli_b"), asked), "1" + stored);
        // What is no value of its type is a reject with its place.
        write("1," + row + "3," + QByteArray(row).replace("[1,4]", "[4,1]") + "4,"
              + QByteArray(row).replace("B00101", "B0010"));
        const RunResult bad = galley(import);
        QCOMPARE(bad.exitCode, 65);
        QVERIFY2(bad.output.contains("\"line\": 3") && bad.output.contains("\"line\": 4"),
                 bad.output.constData());
        QCOMPARE(m_server->sql(text("cli_b"), asked), "1" + stored);
        QCOMPARE(m_server->sql(text("cli_b"), "TRUNCATE t"), QByteArray());
        QCOMPARE(galley(import).exitCode, 65); // a load, too
        QCOMPARE(m_server->sql(text("cli_b"), "SELECT count(*) FROM t"), QByteArray("0\n"));
    }

    void theEndOfADayComesBackFromMariaDb()
    {
        const TestServer mysql(text("mysql"));
        if (!mysql.isThere())
            QSKIP(qPrintable(mysql.problem()));
        const QString a = m_server->makeDatabase(text("cli_a"));
        const QString b = m_server->makeDatabase(text("cli_b"));
        const QString between = mysql.makeDatabase(text("cli_b"));
        QCOMPARE(m_server->sql(text("cli_a"),
                               "CREATE TABLE t (id int PRIMARY KEY, at time); INSERT INTO t VALUES "
                               "(1, '24:00'), (2, '00:00'), (3, '23:59:59.999999')"),
                 QByteArray());
        mustWork({text("import"), a, text("--into"), between, text("--apply")});
        mustWork({text("import"), between, text("--into"), b, text("--apply")});
        mustBeEqual(a, b);
        QCOMPARE(m_server->sql(text("cli_b"), "SELECT at FROM t ORDER BY id"),
                 QByteArray("24:00:00\n00:00:00\n23:59:59.999999\n"));
    }

    void aPasswordComesFromTheEnvironmentOrAFile()
    {
        m_server->makeDatabase(text("cli_b"));
        const QString url =
            text("postgresql://galley_password@%1:%2/cli_b").arg(m_server->host()).arg(m_server->port());
        QCOMPARE(galley({text("inspect"), url}).exitCode, 77);
        QFile file(path("secret"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(testPassword() + '\n');
        file.close();
        QCOMPARE(galley({text("inspect"), url, text("--password-file"), text("secret")}).exitCode, 77);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        mustWork({text("inspect"), url, text("--password-file"), text("secret")});
        qputenv("GALLEY_PASSWORD", testPassword());
        mustWork({text("inspect"), url});
        qputenv("GALLEY_PASSWORD", "wrong");
        const RunResult wrong = galley({text("inspect"), url});
        QCOMPARE(wrong.exitCode, 77);
        QVERIFY(!wrong.errors.contains("wrong\""));
        qunsetenv("GALLEY_PASSWORD");
    }

    void aServerThatIsNotThereIsTold()
    {
        const RunResult result = galley({text("inspect"), text("postgresql://galley@127.0.0.1:1/x")});
        QCOMPARE(result.exitCode, 69);
        QCOMPARE(galley({text("inspect"), m_server->url(text("no such database"))}).exitCode, 66);
    }
};

QTEST_GUILESS_MAIN(TestPostgresCli)
#include "tst_postgrescli.moc"
