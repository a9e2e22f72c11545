// SPDX-License-Identifier: MIT
//
// Database A to a bundle to database B, for every pair of engines, also of one kind, and three databases: the
// comparison of A and B is empty, and what an import does not carry is what is listed here.
#include "tests/support/servers.h"
#include "tests/support/support.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace galley::test;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

constexpr std::array kEngines{"sqlite", "postgres", "mysql"};

/// What a pair loses of a database, told by its import.
struct Loss
{
    const char *database;
    const char *from; ///< one engine
    const char *to; ///< several; all but `from` where it is ""
    const char *message; ///< a regular expression
};

constexpr Loss kLosses[] = {
    {"ours", "sqlite", "", "^not carried to another kind of database: view cheap$"},
    {"ours", "postgres", "", "^not carried to another kind of database: view cheap$"},
    {"ours", "mysql", "", "^not carried to another kind of database: view cheap$"},
    {"ours", "mysql", "sqlite postgres mysql", "^not carried: definer galley@localhost of view cheap$"},
    {"ours", "sqlite", "", "^table item: the check price >= 0 is not carried$"},
    {"ours", "postgres", "", "^table item: the check \\(price >= \\(0\\)::numeric\\) is not carried$"},
    {"ours", "mysql", "", "^table item: the check `price` >= 0 is not carried$"},
    {"northwind", "sqlite", "", "^OrderDate of (public.)?Orders: 830 values are stored changed: .*"},
    {"northwind", "sqlite", "", "^RequiredDate of (public.)?Orders: 830 values are stored changed: .*"},
    {"northwind", "sqlite", "",
     "^ShippedDate of (public.)?Orders: 809 values are stored changed: .1996-07-16 00:00:00.000. is stored "
     "as "
     ".1996-07-16 00:00:00(.000000)?.$"},
    {"northwind", "sqlite", "",
     "^not carried to another kind of database: view Alphabetical list of products, (.*, ){14}"
     "Summary of Sales by Year$"},
    {"northwind", "sqlite", "", "^table Products: the check .UnitPrice.>=.0. is not carried$"},
    {"northwind", "sqlite", "", "^table Products: the check .ReorderLevel.>=.0. is not carried$"},
    {"northwind", "sqlite", "", "^table Products: the check .UnitsInStock.>=.0. is not carried$"},
    {"northwind", "sqlite", "", "^table Products: the check .UnitsOnOrder.>=.0. is not carried$"},
    {"northwind", "sqlite", "",
     "^table Order Details: the check .Discount.>=.0. AND .Discount.<=.1. is not carried$"},
    {"northwind", "sqlite", "", "^table Order Details: the check .Quantity.>.0. is not carried$"},
    {"northwind", "sqlite", "", "^table Order Details: the check .UnitPrice.>=.0. is not carried$"},
};

QByteArray ourScript(const QString &engine)
{
    const bool isPostgres = engine == QLatin1String("postgres");
    const QByteArray moment = isPostgres ? "timestamp" : "datetime";
    const auto bytes = [&](const QByteArray &hex) {
        return isPostgres ? "'\\x" + hex + '\'' : "x'" + hex + '\'';
    };
    return "CREATE TABLE maker (id integer PRIMARY KEY, name varchar(40) NOT NULL, note text);"
           "CREATE TABLE item (id bigint PRIMARY KEY, maker integer, price decimal(10,2) DEFAULT 1.5, made "
           "date, at "
        + moment + ", data " + (isPostgres ? "bytea" : "blob")
        + ", CHECK (price >= 0), FOREIGN KEY (maker) REFERENCES maker (id) ON DELETE CASCADE);"
          "CREATE TABLE tag (item bigint, tag varchar(20)"
        + (engine == QLatin1String("mysql") ? " COLLATE utf8mb4_nopad_bin" : "")
        + ", PRIMARY KEY (item, tag), FOREIGN KEY (item) "
          "REFERENCES item"
          " (id));"
          "CREATE INDEX by_maker ON item (maker);"
          "CREATE VIEW cheap AS SELECT id FROM item WHERE price < 2;"
          "INSERT INTO maker VALUES (1, 'Acme', NULL), (2, '\xc3\xa9 \xf0\x9f\xa6\x89', ''), (-3, 'O''Neil, "
          "\"x\"', 'two\nlines');"
          "INSERT INTO item VALUES (1, 1, 1.50, '2024-02-29', '2024-02-29 12:00:00', "
        + bytes("00ff0a") + "), (9007199254740993, 2, 99999999.99, '1000-01-01', '1970-01-01 00:00:01', "
        + bytes("")
        + "), (3, NULL, NULL, NULL, NULL, NULL);"
          "INSERT INTO tag VALUES (1, 'a'), (1, 'A'), (3, ' ');";
}

/// One row as each client tells it: what is there, not how an engine writes it.
QByteArray ourQuestion(const QString &engine)
{
    const bool isPostgres = engine == QLatin1String("postgres");
    const bool isMysql = engine == QLatin1String("mysql");
    const QByteArray data = isPostgres ? "encode(data, 'hex')" : "lower(hex(data))";
    const QByteArray moment = isPostgres ? "to_char(at, 'YYYY-MM-DD HH24:MI:SS')"
        : isMysql                        ? "date_format(at, '%Y-%m-%d %H:%i:%s')"
                                         : "substr(at, 1, 19)";
    const QByteArray cents =
        isMysql ? "cast(round(price * 100) as signed)" : "cast(round(price * 100) as bigint)";
    return "SELECT id, maker, " + cents + ", made, " + moment + ", CASE WHEN data IS NULL THEN NULL ELSE "
        + data
        + " END FROM item ORDER BY id; SELECT id, name, CASE WHEN note IS NULL THEN 1 ELSE 0 END, "
          "replace(note, '\n', '/') FROM maker "
          "ORDER BY id;"
          "SELECT item, count(*), min(length(tag)) FROM tag GROUP BY item ORDER BY item";
}

const QByteArray kOurContent("1|1|150|2024-02-29|2024-02-29 12:00:00|00ff0a\n3|||||\n"
                             "9007199254740993|2|9999999999|1000-01-01|1970-01-01 00:00:01|\n"
                             "-3|O'Neil, \"x\"|0|two/lines\n1|Acme|1|\n2|\xc3\xa9 \xf0\x9f\xa6\x89|0|\n"
                             "1|2|1\n3|1|1\n");

} // namespace

class TestEveryPair : public QObject
{
    Q_OBJECT

    std::map<QString, std::unique_ptr<TestServer>> m_servers;
    std::unique_ptr<QTemporaryDir> m_folder;

    RunResult galley(const QStringList &arguments) const { return runGalley(arguments, m_folder->path()); }
    void mustWork(const QStringList &arguments) const
    {
        const RunResult result = galley(arguments);
        QVERIFY2(
            result.exitCode == 0,
            (arguments.join(QLatin1Char(' ')).toUtf8() + '\n' + result.output + result.errors).constData());
    }
    QString path(const QString &name) const { return m_folder->filePath(name + text(".sqlite")); }
    QByteArray sqlite(const QString &name, const QByteArray &statements) const
    {
        QProcess process;
        process.start(text("sqlite3"), {text("-bail"), path(name)});
        process.write(statements);
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        return process.readAllStandardOutput() + process.readAllStandardError();
    }
    QByteArray sql(const QString &engine, const QString &name, const QByteArray &statements) const
    {
        if (engine == QLatin1String("sqlite"))
            return sqlite(name, statements);
        // MariaDB's client has a word of its own for NULL.
        return m_servers.at(engine)->sql(name, statements).replace('\t', '|').replace("NULL", "");
    }
    QString empty(const QString &engine, const QString &name) const
    {
        return engine == QLatin1String("sqlite") ? path(name) : m_servers.at(engine)->makeDatabase(name);
    }
    static QByteArray sample(const char *name)
    {
        QFile file(samplePath(text("databases")) + QLatin1Char('/') + text(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Database A. Returns what went wrong.
    QByteArray fill(const QString &engine, const QString &database, const QString &name) const
    {
        if (database == QLatin1String("ours"))
            return sql(engine, name, ourScript(engine));
        if (database == QLatin1String("northwind")) {
            const QByteArray made = sqlite(
                text("northwind"), ".output /dev/null\nBEGIN;" + sample("northwind-sqlite.sql") + ";COMMIT;");
            if (engine == QLatin1String("sqlite"))
                return QFile::rename(path(text("northwind")), path(name)) ? made : QByteArray("no file");
            const RunResult copied = galley({text("import"), path(text("northwind")), text("--into"),
                                             m_servers.at(engine)->url(name), text("--apply")});
            return copied.exitCode == 0 ? made : made + copied.errors;
        }
        if (engine == QLatin1String("sqlite"))
            return QFile::copy(samplePath(text("databases/chinook.sqlite")), path(name)) ? "" : "no file";
        if (engine == QLatin1String("mysql"))
            return m_servers.at(engine)->sql(
                {}, sample("chinook-mysql.sql").replace("`Chinook`", '`' + name.toUtf8() + '`'));
        const QByteArray script = sample("chinook-postgresql.sql");
        const QByteArray said = m_servers.at(engine)->sql(
            name, "BEGIN;" + script.mid(script.indexOf("\\c chinook;") + 11) + "COMMIT;");
        return said.startsWith("ERROR") ? said : QByteArray();
    }
    /// What an import told is what is listed for its pair, no more and no less.
    static void compareLosses(const QString &database, const QString &from, const QString &to,
                              const QByteArray &output)
    {
        QStringList told;
        for (const QJsonValue &warning : QJsonDocument::fromJson(output).object()[text("warnings")].toArray())
            told += warning[text("message")].toString();
        for (const Loss &loss : kLosses) {
            const bool isToOther = loss.to[0] == '\0' ? from != to : text(loss.to).contains(to);
            if (text(loss.database) != database || text(loss.from) != from || !isToOther)
                continue;
            const QRegularExpression message(text(loss.message));
            const qsizetype at = told.indexOf(message);
            QVERIFY2(at >= 0,
                     qPrintable(text("not told: ") + text(loss.message) + text("; but:\n")
                                + told.join(QLatin1Char('\n'))));
            told.removeAt(at);
        }
        QVERIFY2(told.isEmpty(), qPrintable(told.join(QLatin1Char('\n'))));
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *kind : {"postgres", "mysql"}) {
            auto server = std::make_unique<TestServer>(text(kind));
            if (!server->isThere())
                QSKIP(qPrintable(server->problem()));
            m_servers.emplace(text(kind), std::move(server));
        }
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aBundleMakesTheSameDatabase_data()
    {
        QTest::addColumn<QString>("database");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        for (const char *database : {"ours", "chinook", "northwind"}) {
            for (const char *from : kEngines) {
                for (const char *to : kEngines)
                    QTest::addRow("%s, %s to %s", database, from, to)
                        << text(database) << text(from) << text(to);
            }
        }
    }
    void aBundleMakesTheSameDatabase()
    {
        QFETCH(const QString, database);
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        if (database != QLatin1String("ours") && samplePath(text("databases")).isEmpty())
            QSKIP("no sample databases");
        const QString a = empty(from, text("every_a"));
        QCOMPARE(fill(from, database, text("every_a")), QByteArray());
        const QString b = empty(to, text("every_b"));
        mustWork({text("export"), a, text("--to"), text("a.zip"), text("--format"),
                  database == QLatin1String("chinook") ? text("jsonl") : text("csv")});
        const RunResult imported =
            galley({text("import"), text("a.zip"), text("--into"), b, text("--apply"), text("--json")});
        QVERIFY2(imported.exitCode == 0, (imported.output + imported.errors).constData());
        compareLosses(database, from, to, imported.output);
        mustWork({text("diff"), a, b, text("--exit-code")});
        mustWork({text("diff"), text("a.zip"), b, text("--exit-code")});
        if (database == QLatin1String("ours")) {
            QCOMPARE(sql(from, text("every_a"), ourQuestion(from)), kOurContent);
            QCOMPARE(sql(to, text("every_b"), ourQuestion(to)), kOurContent);
        }
    }
};

QTEST_GUILESS_MAIN(TestEveryPair)
#include "tst_everypair.moc"
