// SPDX-License-Identifier: MIT
//
// The ODBC engine with the drivers of Debian: SQLite files, and the PostgreSQL server of the fixtures. Each
// is looked at by its own client besides.
#include "tests/support/servers.h"
#include "tests/support/support.h"
#include "workers/engines/engine.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;
using namespace galley::test;

namespace {

QString driverPath(const char *name)
{
    for (const QString &folder :
         QDir(QStringLiteral("/usr/lib")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString path = QStringLiteral("/usr/lib/%1/odbc/%2").arg(folder, QLatin1String(name));
        if (QFile::exists(path))
            return path;
    }
    return {};
}

class TypedSecret final : public SecretSource
{
public:
    explicit TypedSecret(QByteArray text)
        : m_text(std::move(text))
    {
    }
    Result<Secret> password(const DatabaseRef &, Asking asking) override
    {
        ++asked;
        if (asking == Asking::No)
            return Secret();
        return Secret(std::string_view(m_text.constData(), static_cast<size_t>(m_text.size())));
    }
    int asked = 0;

private:
    QByteArray m_text;
};

} // namespace

class TestOdbc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sqliteDriver = driverPath("libsqlite3odbc.so");
        m_postgresDriver = driverPath("psqlodbcw.so");
        if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QODBC")))
            QSKIP("libqt6sql6-odbc is not installed");
        QFile file(m_odbc.filePath(QStringLiteral("odbcinst.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[SQLite3]\nDriver=" + m_sqliteDriver.toUtf8()
                   + "\n[PostgreSQL]\nDriver=" + m_postgresDriver.toUtf8() + "\n");
        qputenv("ODBCSYSINI", m_odbc.path().toUtf8());
        qputenv("ODBCINI", m_odbc.filePath(QStringLiteral("odbc.ini")).toUtf8());
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aWrongSourceIsExplained()
    {
        const auto opened = openDatabase({parseDatabaseRef(QStringLiteral("odbc:DSN=nothing")).value()});
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Connection);
        QVERIFY2(opened.error().hint.contains(QStringLiteral("odbcinst")),
                 qPrintable(opened.error().toString()));
        QCOMPARE(parseDatabaseRef(QStringLiteral("odbc:DSN=x;PWD=secret")).error().kind, ErrorKind::Usage);
    }

    void sqliteIsReadAsItIs()
    {
        const QString odbc =
            sqliteSource("CREATE TABLE t (id INTEGER PRIMARY KEY, n VARCHAR(20) NOT NULL, b BLOB, "
                         "d DATE, s TIMESTAMP, big BIGINT, x TEXT);"
                         "INSERT INTO t VALUES (1, 'hé''llo😀', x'00ff', '2024-02-29', '2024-01-02 "
                         "03:04:05.123456', 9223372036854775807, ''), (2, 'b', NULL, NULL, NULL, "
                         "-9223372036854775808, NULL); CREATE VIEW v AS SELECT 1 AS one;"
                         "CREATE TABLE ab (p INT); CREATE TABLE a_ (q INT);");
        const auto connection = open(odbc);
        QVERIFY2(connection, qPrintable(m_problem));
        const Result<Catalog> catalog = connection->catalog();
        QVERIFY(catalog);
        QCOMPARE(catalog->tables.size(), size_t(3));
        QCOMPARE(catalog->views.size(), size_t(1));
        const TableInfo *table = catalog->table({QString(), QStringLiteral("t")});
        QVERIFY(table);
        QCOMPARE(table->shape.key, std::vector<int>{0});
        QVERIFY(!table->shape.columns[1].nullable);
        // `_` is no wildcard.
        QCOMPARE(catalog->table({QString(), QStringLiteral("a_")})->shape.columnNames(),
                 QStringList(QStringLiteral("q")));
        ReadRequest read;
        read.table = table->shape.name;
        read.orderBy = QStringList(QStringLiteral("id"));
        const auto reader = connection->read(read);
        QVERIFY(reader);
        QCOMPARE(readAllRows(**reader),
                 QByteArray("1|'hé'llo😀'|x'00ff'|'2024-02-29'|'2024-01-02 "
                            "03:04:05.123456'|9223372036854775807|''\n"
                            "2|'b'|NULL|NULL|NULL|-9223372036854775808|NULL\n"));
        QCOMPARE(connection->countRows(table->shape.name, QStringLiteral("id > 1")).value(), 1);
    }
    void whatTheDriverRoundsIsTold()
    {
        const auto connection = open(sqliteSource("CREATE TABLE t (r DOUBLE); INSERT INTO t VALUES (0.1)"));
        QVERIFY2(connection, qPrintable(m_problem));
        QStringList told;
        const Result<Catalog> catalog = connection->catalog();
        QVERIFY(catalog);
        for (const Error &warning : catalog->warnings)
            told += warning.message;
        QVERIFY2(told.join(QLatin1Char('\n')).contains(QStringLiteral("fewer digits")), "no warning");
    }
    void aReadConnectionCannotWrite()
    {
        const QString odbc = sqliteSource("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        const auto connection = open(odbc);
        QVERIFY2(connection, qPrintable(m_problem));
        QVERIFY(!connection->readQuery(QStringLiteral("INSERT INTO t VALUES (1)"), QStringLiteral("x")));
        QVERIFY(!connection->readQuery(QStringLiteral("SELECT 1; DELETE FROM t"), QStringLiteral("x")));
        // A change that looks like a query is stopped by the source itself.
        const auto sly = connection->readQuery(
            QStringLiteral("WITH a AS (SELECT 7) INSERT INTO t SELECT * FROM a"), QStringLiteral("x"));
        Q_UNUSED(sly)
        QCOMPARE(sql("SELECT count(*) FROM t"), QByteArray("0\n"));
    }

    void aFileIsPreviewedAppliedAndUndone()
    {
        const QString odbc =
            sqliteSource("CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR(20), day DATE);"
                         "INSERT INTO t VALUES (1, 'a', '2024-01-01'), (2, 'b', NULL), (3, 'c', "
                         "NULL)");
        write("t.csv", "id,name,day\n1,a,2024-01-01\n2,B,2024-02-02\n4,d,\n");
        const QByteArray before = sql("SELECT * FROM t");
        const RunResult seen =
            galley({QStringLiteral("import"), QStringLiteral("t.csv"), QStringLiteral("--into"), odbc,
                    QStringLiteral("--table"), QStringLiteral("t"), QStringLiteral("--mode"),
                    QStringLiteral("mirror"), QStringLiteral("--json"), QStringLiteral("--save"),
                    QStringLiteral("t.galleychanges")});
        QVERIFY2(seen.exitCode == 0, seen.errors + seen.output);
        const QJsonObject totals = QJsonDocument::fromJson(seen.output)[QStringLiteral("totals")].toObject();
        QCOMPARE(totals[QStringLiteral("inserted")].toInt(), 1);
        QCOMPARE(totals[QStringLiteral("updated")].toInt(), 1);
        QCOMPARE(totals[QStringLiteral("deleted")].toInt(), 1);
        QCOMPARE(sql("SELECT * FROM t"), before); // the rehearsal was rolled back
        const RunResult applied = galley(
            {QStringLiteral("apply"), QStringLiteral("t.galleychanges"), QStringLiteral("--to"), odbc});
        QVERIFY2(applied.exitCode == 0, applied.errors + applied.output);
        QCOMPARE(sql("SELECT * FROM t"), QByteArray("1|a|2024-01-01\n2|B|2024-02-02\n4|d|\n"));
        const RunResult undone = galley({QStringLiteral("undo"), QStringLiteral("t.galleychanges"),
                                         QStringLiteral("--on"), odbc, QStringLiteral("--apply")});
        QVERIFY2(undone.exitCode == 0, undone.errors + undone.output);
        QCOMPARE(sql("SELECT * FROM t"), before);
    }
    void aRowThatChangedMeanwhileIsAConflict()
    {
        const QString odbc = sqliteSource("CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR(20)); INSERT "
                                          "INTO t VALUES (1, 'a'), (2, 'b')");
        write("t.csv", "id,name\n1,A\n2,B\n");
        QCOMPARE(galley({QStringLiteral("import"), QStringLiteral("t.csv"), QStringLiteral("--into"), odbc,
                         QStringLiteral("--table"), QStringLiteral("t"), QStringLiteral("--save"),
                         QStringLiteral("t.galleychanges")})
                     .exitCode,
                 0);
        sql("UPDATE t SET name = 'x' WHERE id = 2");
        const RunResult applied = galley(
            {QStringLiteral("apply"), QStringLiteral("t.galleychanges"), QStringLiteral("--to"), odbc});
        QVERIFY2(applied.exitCode == 75, applied.errors + applied.output);
        QCOMPARE(sql("SELECT * FROM t"), QByteArray("1|a\n2|x\n")); // all of it was taken back
    }
    void aTableThatIsNotThereIsNotMade()
    {
        const QString odbc = sqliteSource("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        write("new.csv", "id\n1\n");
        const RunResult result =
            galley({QStringLiteral("import"), QStringLiteral("new.csv"), QStringLiteral("--into"), odbc});
        QVERIFY2(result.exitCode != 0 && result.errors.contains("cannot be made through ODBC"),
                 result.errors);
    }

    void postgresIsReadExactlyAndWritten()
    {
        const TestServer server(QStringLiteral("postgres"));
        if (!server.isThere())
            QSKIP(qPrintable(server.problem()));
        if (m_postgresDriver.isEmpty())
            QSKIP("odbc-postgresql is not installed");
        server.makeDatabase(QStringLiteral("odbc"));
        server.sql(
            QStringLiteral("odbc"),
            "CREATE TABLE t (id int PRIMARY KEY, d numeric(38,5), f float8, ts timestamp, tm time, tx text, "
            "u uuid, n varchar(10) UNIQUE);"
            "INSERT INTO t VALUES (1, 123456789012345678901234567890123.12345, 0.30000000000000004, "
            "'2024-01-02 03:04:05.123456', '03:04:05.123456', repeat('x', 20000), "
            "'11111111-2222-3333-4444-555555555555', 'Zoë'), (2, NULL, NULL, NULL, NULL, '', NULL, NULL);"
            "CREATE SCHEMA other; CREATE TABLE other.t (x int);"
            "GRANT SELECT, INSERT, UPDATE, DELETE ON t TO galley_password;");
        const QString odbc =
            QStringLiteral("odbc:DRIVER=PostgreSQL;Server=%1;Port=%2;Database=odbc;UID=galley_password")
                .arg(server.host())
                .arg(server.port());
        TypedSecret secret(testPassword());
        OpenRequest request{parseDatabaseRef(odbc).value()};
        QCOMPARE(openDatabase(request).error().kind, ErrorKind::Permission);
        request.secrets = &secret;
        auto connection = openDatabase(request);
        QVERIFY2(connection, qPrintable(connection ? QString() : connection.error().toString()));
        QCOMPARE(secret.asked, 2);
        QVERIFY((*connection)->catalog()->warnings.empty());
        ReadRequest read;
        read.table = {QStringLiteral("public"), QStringLiteral("t")};
        read.columns =
            QStringList{QStringLiteral("id"), QStringLiteral("d"), QStringLiteral("f"), QStringLiteral("ts"),
                        QStringLiteral("tm"), QStringLiteral("u"), QStringLiteral("n")};
        read.orderBy = QStringList(QStringLiteral("id"));
        QCOMPARE(
            readAllRows(**(*connection)->read(read)),
            QByteArray("1|'123456789012345678901234567890123.12345'|0.30000000000000004|'2024-01-02 "
                       "03:04:05.123456'|'03:04:05.123456'|'11111111-2222-3333-4444-555555555555'|'Zoë'\n"
                       "2|NULL|NULL|NULL|NULL|NULL|NULL\n"));
        read.columns = QStringList(QStringLiteral("tx"));
        read.limit = 1;
        QCOMPARE(readAllRows(**(*connection)->read(read)).size(), qsizetype(20003));
        connection = Result<std::unique_ptr<Connection>>(std::unique_ptr<Connection>());

        qputenv("GALLEY_PASSWORD", testPassword());
        write("t.csv",
              "id,d,ts,n\n1,1.50,2025-05-05 05:05:05.5,Zoë\n3,99999999999999999999999999999999.99999,,new\n");
        const RunResult applied =
            galley({QStringLiteral("import"), QStringLiteral("t.csv"), QStringLiteral("--into"), odbc,
                    QStringLiteral("--table"), QStringLiteral("public.t"), QStringLiteral("--apply")});
        QVERIFY2(applied.exitCode == 0, applied.errors + applied.output);
        QCOMPARE(server.sql(QStringLiteral("odbc"), "SELECT id, d, ts, n FROM t ORDER BY id"),
                 QByteArray("1|1.50000|2025-05-05 "
                            "05:05:05.5|Zoë\n2|||\n3|99999999999999999999999999999999.99999||new\n"));
        // What the server refuses is a reject with its line, and stops all of it.
        write("bad.csv", "id,n\n4,ok\n5,far too long for it\n");
        const RunResult refused =
            galley({QStringLiteral("import"), QStringLiteral("bad.csv"), QStringLiteral("--into"), odbc,
                    QStringLiteral("--table"), QStringLiteral("public.t"), QStringLiteral("--apply")});
        QVERIFY2(refused.exitCode == 65, refused.errors + refused.output);
        QCOMPARE(server.sql(QStringLiteral("odbc"), "SELECT count(*) FROM t"), QByteArray("3\n"));
        qunsetenv("GALLEY_PASSWORD");
    }

private:
    QString sqliteSource(const char *statements)
    {
        sql(statements);
        return QStringLiteral("odbc:DRIVER=SQLite3;Database=") + m_folder->filePath(QStringLiteral("t.db"));
    }
    QByteArray sql(const char *statements) const
    {
        QProcess process;
        process.start(QStringLiteral("sqlite3"),
                      {m_folder->filePath(QStringLiteral("t.db")), QString::fromUtf8(statements)});
        process.waitForFinished();
        return process.readAllStandardOutput();
    }
    std::unique_ptr<Connection> open(const QString &odbc)
    {
        if (m_sqliteDriver.isEmpty()) {
            m_problem = QStringLiteral("libsqliteodbc is not installed");
            return nullptr;
        }
        auto opened = openDatabase({parseDatabaseRef(odbc).value()});
        if (!opened)
            m_problem = opened.error().toString();
        return opened ? *std::move(opened) : nullptr;
    }
    RunResult galley(const QStringList &arguments) const { return runGalley(arguments, m_folder->path()); }
    void write(const char *name, const char *text) const
    {
        QFile file(m_folder->filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) > 0);
    }

    QTemporaryDir m_odbc;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_sqliteDriver;
    QString m_postgresDriver;
    QString m_problem;
};

QTEST_GUILESS_MAIN(TestOdbc)
#include "tst_odbc.moc"
