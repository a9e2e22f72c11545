// SPDX-License-Identifier: MIT
//
// load.sql of a bundle from a server, run by the server's own client into an empty database: the same as the
// one that was exported, without Galley.
#include "tests/support/servers.h"
#include "tests/support/support.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace galley::test;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class TestLoadScripts : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    void mustWork(const QStringList &arguments) const
    {
        const RunResult result = runGalley(arguments, m_folder->path());
        QVERIFY2(
            result.exitCode == 0,
            (arguments.join(QLatin1Char(' ')).toUtf8() + '\n' + result.output + result.errors).constData());
    }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QString sample(const char *name)
    {
        return samplePath(text("databases")) + QLatin1Char('/') + text(name);
    }
    /// load.sql in the folder of the bundle. Returns what the client said.
    QByteArray run(const QStringList &command) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder->filePath(text("out")));
        process.setStandardInputFile(m_folder->filePath(text("out/load.sql")));
        process.start(command.front(), command.mid(1));
        if (!process.waitForFinished(120'000))
            return "it did not end";
        const QByteArray said = process.readAllStandardOutput() + process.readAllStandardError();
        return process.exitCode() == 0 ? said : "ended with an error: " + said;
    }
    static QByteArray dumped(const TestServer &server, const char *database)
    {
        QProcess process;
        process.start(text("pg_dump"),
                      {text("-h"), server.socket(), text("-p"), QString::number(server.port()), text("-U"),
                       text("galley"), text("--no-owner"), text("--inserts"), text(database)});
        process.waitForFinished(60'000);
        QByteArray lines;
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            if (!line.startsWith('\\')) // \restrict has a word of its own each time
                lines += line + '\n';
        }
        return process.exitCode() == 0 ? lines : process.readAllStandardError();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void psqlLoadsWhatWasExported_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("of everything") << text(GALLEY_SOURCE_DIR "/tests/data/nasty-postgres.sql");
        QTest::newRow("chinook") << sample("chinook-postgresql.sql");
    }
    void psqlLoadsWhatWasExported()
    {
        QFETCH(const QString, script);
        const TestServer server(text("postgres"));
        if (!server.isThere())
            QSKIP(qPrintable(server.problem()));
        if (!QFile::exists(script))
            QSKIP("no sample databases");
        const QString a = server.makeDatabase(text("script_a"));
        const QString b = server.makeDatabase(text("script_b"));
        QByteArray statements = content(script);
        if (const qsizetype begin = statements.indexOf("\\c chinook;"); begin >= 0)
            statements = statements.mid(begin + 11);
        const QByteArray made = server.sql(text("script_a"), statements);
        QVERIFY2(!made.startsWith("ERROR"), made.constData());
        mustWork({text("export"), a, text("--to"), text("out")});
        QVERIFY(content(m_folder->filePath(text("out/schema.sql"))).contains("PRIMARY KEY"));
        QCOMPARE(
            run({text("psql"), text("-qX"), text("-h"), server.socket(), text("-p"),
                 QString::number(server.port()), text("-U"), text("galley"), text("-d"), text("script_b")}),
            QByteArray());
        mustWork({text("diff"), a, b, text("--exit-code")});
        mustWork({text("diff"), text("out"), b, text("--exit-code")});
        const QByteArray was = dumped(server, "script_a");
        QVERIFY(was.contains("CREATE TABLE") && was.contains("FOREIGN KEY"));
        const QList<QByteArray> is = dumped(server, "script_b").split('\n');
        const QList<QByteArray> wanted = was.split('\n');
        for (qsizetype i = 0; i < std::min(is.size(), wanted.size()); ++i)
            QCOMPARE(is[i], wanted[i]);
        QCOMPARE(is.size(), wanted.size());
        // A database that is not empty is left as it is.
        QVERIFY(
            run({text("psql"), text("-qX"), text("-h"), server.socket(), text("-p"),
                 QString::number(server.port()), text("-U"), text("galley"), text("-d"), text("script_b")})
                .startsWith("ended with an error"));
        mustWork({text("diff"), a, b, text("--exit-code")});
    }

    void mariaDbLoadsWhatWasExported_data()
    {
        QTest::addColumn<QString>("database");
        QTest::addColumn<QString>("format");
        for (const char *format : {"csv", "sql"}) {
            QTest::addRow("of everything, %s", format) << text("everything") << text(format);
            QTest::addRow("chinook, %s", format) << text("chinook") << text(format);
        }
    }
    void mariaDbLoadsWhatWasExported()
    {
        QFETCH(const QString, database);
        QFETCH(const QString, format);
        const TestServer server(text("mysql"));
        if (!server.isThere())
            QSKIP(qPrintable(server.problem()));
        const QString a = server.makeDatabase(text("script_a"));
        const QString b = server.makeDatabase(text("script_b"));
        if (database == QLatin1String("chinook")) {
            const QByteArray script = content(sample("chinook-mysql.sql"));
            if (script.isEmpty())
                QSKIP("no sample databases");
            QCOMPARE(server.sql({}, QByteArray(script).replace("`Chinook`", "`script_a`")), QByteArray());
        } else {
            // The words and marks that LOAD DATA would read as something else.
            const QByteArray more = format == QLatin1String("sql")
                ? QByteArray("INSERT INTO words VALUES (9, ''), (10, NULL);")
                : QByteArray(
                    "CREATE TABLE kinds (id int PRIMARY KEY, b bit(5), at timestamp(3) NULL, twice int AS (id"
                    " * 2) STORED, d date, f float, s set('x','y') NOT NULL, u bigint unsigned);"
                    "INSERT INTO kinds (id, b, at, d, f, s, u) VALUES (1, b'10110', '2024-02-29 "
                    "10:00:00.125',"
                    " '2024-02-29', 0.1, '', 18446744073709551615), (2, NULL, NULL, NULL, NULL, 'x,y', NULL);"
                    "INSERT INTO words VALUES (10, NULL);");
            const QByteArray made = server.sql(
                text("script_a"),
                "CREATE TABLE words (id int PRIMARY KEY, w text);"
                "INSERT INTO words VALUES (1, 'NULL'), (2, '\\\\N'), (3, 'a\\\\nb'), (4, 'say \"yes\", "
                "or\nno'), (5, ' '),"
                " (6, '\xf0\x9f\xa6\x89 ''x'''), (7, '\"'), (8, 'a,b');"
                "CREATE TABLE bytes (id int PRIMARY KEY, data blob, w int, FOREIGN KEY (w) REFERENCES words "
                "(id));"
                "INSERT INTO bytes VALUES (1, x'00ff0a5c2722', 1), (2, '', 2), (3, NULL, NULL);"
                "CREATE VIEW z_view AS SELECT id FROM words; CREATE VIEW a_view AS SELECT id FROM z_view;"
                    + more
                    + "CREATE FUNCTION f() RETURNS int DETERMINISTIC RETURN 1; CREATE PROCEDURE p() SELECT "
                      "'a;b';"
                      "CREATE TRIGGER tr BEFORE INSERT ON bytes FOR EACH ROW SET NEW.w = NULL;"
                      "CREATE SEQUENCE sq START WITH 5;");
            QVERIFY2(made.isEmpty(), made.constData());
        }
        mustWork({text("export"), a, text("--to"), text("out"), text("--format"), format});
        QCOMPARE(run({text("mariadb"), text("--no-defaults"), text("-S"), server.socket(), text("-u"),
                      text("galley"), text("--local-infile=1"), text("script_b")}),
                 QByteArray());
        mustWork({text("diff"), a, b, text("--exit-code")});
        mustWork({text("diff"), text("out"), b, text("--exit-code")});
        const QByteArray asked =
            "SELECT TABLE_TYPE, TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() "
            "ORDER BY 2;"
            "SELECT ROUTINE_TYPE, ROUTINE_NAME, ROUTINE_DEFINITION FROM information_schema.ROUTINES WHERE "
            "ROUTINE_SCHEMA = DATABASE() ORDER BY 2;"
            "SELECT TRIGGER_NAME, ACTION_STATEMENT FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = "
            "DATABASE();"
            "SELECT CONSTRAINT_NAME, TABLE_NAME FROM information_schema.TABLE_CONSTRAINTS WHERE "
            "CONSTRAINT_SCHEMA = "
            "DATABASE() ORDER BY 2, 1";
        QCOMPARE(server.sql(text("script_b"), asked), server.sql(text("script_a"), asked));
    }
};

QTEST_GUILESS_MAIN(TestLoadScripts)
#include "tst_loadscripts.moc"
