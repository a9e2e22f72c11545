// SPDX-License-Identifier: MIT
//
// The real engines as witnesses: what Kùzu and Ladybug export comes back to them through a database as it
// was, and what Galley makes of a relational database they import as it is.
#include "tests/support/support.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace galley::test;

namespace {

struct ClientResult
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

ClientResult runClient(const QStringList &arguments)
{
    QProcess node;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("NODE_PATH"), nodeModules(arguments.first()));
    node.setProcessEnvironment(environment);
    node.start(QStringLiteral("node"),
               QStringList{QStringLiteral(GALLEY_SOURCE_DIR "/tests/cli/kuzuclient.js")} + arguments);
    if (!node.waitForFinished(120'000))
        return {};
    return {node.exitCode(), node.readAllStandardOutput(), node.readAllStandardError()};
}

QByteArray sqlite(const QString &database, const char *sql)
{
    QProcess shell;
    shell.start(QStringLiteral("sqlite3"), {database, QString::fromUtf8(sql)});
    shell.waitForFinished(60'000);
    return shell.readAllStandardOutput() + shell.readAllStandardError();
}

} // namespace

class TestKuzuEngines : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    RunResult galley(const QStringList &arguments) const { return runGalley(arguments, m_folder->path()); }
    static void addEngines(bool withFormats)
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("format");
        for (const char *engine : {"kuzu", "@ladybugdb/core"}) {
            for (const char *format : {"csv", "parquet"}) {
                if (withFormats || qstrcmp(format, "csv") == 0)
                    QTest::addRow("%s %s", engine, format)
                        << QString::fromLatin1(engine) << QString::fromLatin1(format);
            }
        }
    }
    bool hasParquet() const { return galley({QStringLiteral("formats")}).output.contains("parquet"); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void anExportComesBackAsItWas_data() { addEngines(true); }
    void anExportComesBackAsItWas()
    {
        QFETCH(const QString, engine);
        QFETCH(const QString, format);
        if (nodeModules(engine).isEmpty())
            QSKIP("packaging/install-clients.sh was not run or has no npm: NOT tested with the real engine");
        if (format == QLatin1String("parquet") && !hasParquet())
            QSKIP("this program has no Parquet");
        const ClientResult made =
            runClient({engine, QStringLiteral("make"), path(QStringLiteral("theirs")), format});
        QVERIFY2(made.exitCode == 0, made.errors.constData());
        const RunResult in =
            galley({QStringLiteral("import"), path(QStringLiteral("theirs")), QStringLiteral("--into"),
                    path(QStringLiteral("db.sqlite")), QStringLiteral("--apply")});
        QVERIFY2(in.exitCode == 0, in.errors.constData());
        const RunResult out =
            galley({QStringLiteral("export"), path(QStringLiteral("db.sqlite")), QStringLiteral("--to"),
                    path(QStringLiteral("ours")), QStringLiteral("--bundle"), QStringLiteral("kuzu"),
                    QStringLiteral("--format"), format, QStringLiteral("--option"),
                    QStringLiteral("like=") + path(QStringLiteral("theirs"))});
        QVERIFY2(out.exitCode == 0, out.errors.constData());
        const ClientResult before =
            runClient({engine, QStringLiteral("dump"), path(QStringLiteral("theirs"))});
        const ClientResult after = runClient({engine, QStringLiteral("dump"), path(QStringLiteral("ours"))});
        QVERIFY2(before.exitCode == 0 && before.output.contains("countess"), before.errors.constData());
        QVERIFY2(after.exitCode == 0, after.errors.constData());
        QCOMPARE(after.output, before.output);
    }

    void aRelationalDatabaseIsImportedWithoutAnEdit_data() { addEngines(true); }
    void aRelationalDatabaseIsImportedWithoutAnEdit()
    {
        QFETCH(const QString, engine);
        QFETCH(const QString, format);
        if (nodeModules(engine).isEmpty())
            QSKIP("packaging/install-clients.sh was not run or has no npm: NOT tested with the real engine");
        if (format == QLatin1String("parquet") && !hasParquet())
            QSKIP("this program has no Parquet");
        const QString db = path(QStringLiteral("shop.sqlite"));
        QCOMPARE(
            sqlite(
                db,
                "CREATE TABLE artist(id INTEGER PRIMARY KEY, name TEXT);"
                "CREATE TABLE track(disc INTEGER, no INTEGER, title TEXT, price DECIMAL(10,2), artist INTEGER"
                " REFERENCES artist(id), PRIMARY KEY(disc, no));"
                "CREATE TABLE list(name TEXT PRIMARY KEY);"
                "CREATE TABLE listed(list TEXT NOT NULL REFERENCES list(name), disc INTEGER NOT NULL,"
                " no INTEGER NOT NULL, at DATETIME, FOREIGN KEY(disc, no) REFERENCES track(disc, no));"
                "CREATE TABLE log(line TEXT, n REAL);"
                "CREATE TABLE listed_list_track(\"odd `name`\" TEXT PRIMARY KEY, _id INTEGER);"
                "INSERT INTO artist VALUES(1,'Ä \"q\", x'),(2,NULL);"
                "INSERT INTO track VALUES(1,1,'line one'||char(10)||'two',0.99,1),(1,2,' blank ',-0.01,NULL);"
                "INSERT INTO list VALUES('it''s \\ mine');"
                "INSERT INTO listed VALUES('it''s \\ mine',1,2,'2024-02-29 10:00:00.5'),('it''s \\ "
                "mine',1,2,NULL);"
                "INSERT INTO log VALUES('a',1e300),('a',5e-324),(NULL,NULL);"
                "INSERT INTO listed_list_track VALUES('k',7);"),
            QByteArray());
        const RunResult out =
            galley({QStringLiteral("export"), db, QStringLiteral("--to"), path(QStringLiteral("out")),
                    QStringLiteral("--bundle"), QStringLiteral("kuzu"), QStringLiteral("--format"), format,
                    QStringLiteral("--option"), QStringLiteral("references=relationships")});
        QVERIFY2(out.exitCode == 0, out.errors.constData());
        const ClientResult dump = runClient({engine, QStringLiteral("dump"), path(QStringLiteral("out"))});
        QVERIFY2(dump.exitCode == 0, dump.errors.constData());
        for (const char *line : {
                 "NODE artist (id INT64, name STRING)\n  {\"id\":\"1\",\"name\":\"Ä \\\"q\\\", x\"}\n",
                 "NODE track (_key STRING, disc INT64, no INT64, title STRING, price DECIMAL(10, 2), artist "
                 "INT64)\n",
                 "{\"_key\":\"[1,1]\",\"disc\":\"1\",\"no\":\"1\",\"title\":\"line "
                 "one\\ntwo\",\"price\":\"0.99\"",
                 "{\"_key\":\"[1,2]\",\"disc\":\"1\",\"no\":\"2\",\"title\":\" blank \"",
                 "REL listed (at TIMESTAMP)\n",
                 "\"at\":\"2024-02-29 10:00:00.5\"",
                 "REL track_artist ()\n",
                 "NODE log (_row SERIAL, line STRING, n DOUBLE)\n",
                 "\"n\":1e+300",
                 "\"n\":5e-324",
                 "NODE listed_list_track (odd _name_ STRING, _id_ INT64)\n",
             })
            QVERIFY2(dump.output.contains(line), (QByteArray(line) + '\n' + dump.output).constData());
    }

    void aFullDatabaseTakesAnExportAfterItsPreview()
    {
        const QString sample = samplePath(QStringLiteral("kuzu/kuzu-0.11.3-csv-header"));
        if (sample.isEmpty())
            QSKIP("../shared/samples is not there: an export of the real engine was NOT imported");
        const QString db = path(QStringLiteral("db.sqlite"));
        const QStringList import = {QStringLiteral("import"), sample, QStringLiteral("--into"), db,
                                    QStringLiteral("--json")};
        QCOMPARE(galley(import + QStringList{QStringLiteral("--apply")}).exitCode, 0);
        QCOMPARE(
            sqlite(db,
                   "DELETE FROM LivesIn WHERE from_id=1; UPDATE City SET population=1 WHERE name='Paris';"
                   "INSERT INTO City(name) VALUES('Ours');"),
            QByteArray());
        const RunResult preview = galley(import);
        QCOMPARE(preview.exitCode, 0);
        QVERIFY2(preview.output.contains(
                     "\"totals\": {\"rows\": 22, \"inserted\": 1, \"updated\": 1, \"deleted\": 0,"),
                 preview.output.constData());
        QCOMPARE(sqlite(db, "SELECT population FROM City WHERE name='Paris'"), QByteArray("1\n"));
        QCOMPARE(galley(import + QStringList{QStringLiteral("--apply")}).exitCode, 0);
        QCOMPARE(
            sqlite(db,
                   "SELECT population, (SELECT count(*) FROM City), (SELECT count(*) FROM LivesIn) FROM City"
                   " WHERE name='Paris'"),
            QByteArray("2102650|6|3\n"));
    }

    void csvRefusesWhatItCannotCarry_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("empty text") << QByteArray(
            "CREATE TABLE t(k INTEGER PRIMARY KEY, v TEXT);INSERT INTO t VALUES(1,'')")
                                    << QByteArray("is empty, which Kùzu's CSV reads as NULL");
        QTest::newRow("BC") << QByteArray(
            "CREATE TABLE t(k INTEGER PRIMARY KEY, v DATE);INSERT INTO t VALUES(1,'0044-03-15 BC')")
                            << QByteArray("is a date that Kùzu does not read");
        QTest::newRow("NULL in a key")
            << QByteArray("CREATE TABLE t(k TEXT PRIMARY KEY);INSERT INTO t VALUES(NULL)")
            << QByteArray("stands in a key");
        QTest::newRow("text in a number")
            << QByteArray("CREATE TABLE t(k INTEGER PRIMARY KEY, v INTEGER);INSERT INTO t VALUES(1,'x')")
            << QByteArray("is not a value of INT64");
    }
    void csvRefusesWhatItCannotCarry()
    {
        QFETCH(const QByteArray, sql);
        QFETCH(const QByteArray, said);
        const QString db = path(QStringLiteral("db.sqlite"));
        QCOMPARE(sqlite(db, sql.constData()), QByteArray());
        const RunResult out =
            galley({QStringLiteral("export"), db, QStringLiteral("--to"), path(QStringLiteral("out")),
                    QStringLiteral("--bundle"), QStringLiteral("kuzu"), QStringLiteral("--format"),
                    QStringLiteral("csv")});
        QCOMPARE(out.exitCode, 65);
        QVERIFY2(out.errors.contains(said) && out.errors.contains(":1: value:"), out.errors.constData());
        QVERIFY(!QFileInfo::exists(path(QStringLiteral("out"))));
    }
};

QTEST_GUILESS_MAIN(TestKuzuEngines)
#include "tst_kuzuengines.moc"
