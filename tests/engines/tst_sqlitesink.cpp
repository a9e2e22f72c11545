// SPDX-License-Identifier: MIT
#include "tests/support/support.h"

#include "workers/engines/engine.h"
#include "workers/engines/sqlite/sqlitehandle.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace galley;

namespace {

/// `count` rows of (i, 'text i') with ids from 1, in batches of 1000; `odd` replaces the id of some row.
class Numbers final : public RowReader
{
public:
    Numbers(const QStringList &columns, qint64 count, std::map<qint64, Cell> odd = {})
        : m_count(count)
        , m_odd(std::move(odd))
    {
        for (const QString &name : columns)
            m_shape.columns.emplace_back().name = name;
    }
    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override
    {
        batch.clear(m_shape.columnCount());
        while (m_next <= m_count && batch.rowCount() < 1000) {
            const std::span<Cell> row = batch.appendRow(m_next + 1);
            row[0] = m_odd.contains(m_next) ? m_odd.at(m_next) : Cell::integer(m_next);
            const std::string text = "text " + std::to_string(m_next);
            row[1] = Cell::text(batch.arena().store(text));
            ++m_next;
        }
        return !batch.isEmpty();
    }

private:
    TableShape m_shape;
    qint64 m_count;
    std::map<qint64, Cell> m_odd;
    qint64 m_next = 1;
};

class Kept final : public RejectSink
{
public:
    void reject(Reject reject) override { rejects.push_back(std::move(reject)); }
    std::vector<Reject> rejects;
};

} // namespace

class TestSqliteSink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aLoadStoresEveryRow();
    void aRefusedRowLeavesTheOthers_data();
    void aRefusedRowLeavesTheOthers();
    void aReplaceConstraintDeletesNothing();
    void aTriggerThatLeavesOutIsSeen();
    void withoutCommitNothingStays();
    void danglingRowsAreNamedAndOldOnesAreNot();
    void danglingRowsAreFoundWhateverTheKeyIs_data();
    void danglingRowsAreFoundWhateverTheKeyIs();
    void aCycleOfTablesLoadsInAnyOrder();
    void aStatementThatDoesMoreIsRefused_data();
    void aStatementThatDoesMoreIsRefused();
    void aLockedDatabaseIsAConflict();

private:
    void exec(const char *sql);
    QString value(const char *sql);
    std::unique_ptr<Connection> open();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    SqliteHandle m_db;
};

void TestSqliteSink::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("t.sqlite"));
    sqlite3 *db = nullptr;
    QCOMPARE(sqlite3_open(m_path.toUtf8().constData(), &db), SQLITE_OK);
    m_db.reset(db);
}

void TestSqliteSink::cleanup()
{
    m_db.reset();
}

void TestSqliteSink::exec(const char *sql)
{
    const auto done = sqliteExec(m_db.get(), sql);
    QVERIFY2(done.isOk(), done ? "" : qPrintable(done.error().message));
}

QString TestSqliteSink::value(const char *sql)
{
    auto query = SqliteStatement::prepare(m_db.get(), sql);
    return query && query->step() ? query->text(0) : QStringLiteral("failed");
}

std::unique_ptr<Connection> TestSqliteSink::open()
{
    OpenRequest request;
    request.database = {QStringLiteral("sqlite"), m_path, {}};
    request.access = OpenRequest::Access::Write;
    auto connection = openDatabase(request);
    return connection ? std::move(*connection) : nullptr;
}

void TestSqliteSink::aLoadStoresEveryRow()
{
    exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT, other DEFAULT 7)");
    const auto connection = open();
    auto sink = connection->beginChanges();
    QVERIFY(sink.isOk());
    Numbers rows({QStringLiteral("id"), QStringLiteral("name")}, 12'345);
    Kept kept;
    const auto stored = (*sink)->load({QStringLiteral("main"), QStringLiteral("t")}, rows, kept);
    QVERIFY2(stored.isOk(), stored ? "" : qPrintable(stored.error().message));
    QCOMPARE(*stored, 12'345);
    QCOMPARE((*sink)->loaded().rowCount(), 12'345);
    QVERIFY((*sink)->commit());
    QCOMPARE(value("SELECT count(*) || ' ' || sum(id) || ' ' || min(other) || ' ' || max(name) FROM t"),
             QStringLiteral("12345 76205685 7 text 9999"));
}

void TestSqliteSink::aRefusedRowLeavesTheOthers_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isNull");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("reason");
    QTest::newRow("not null") << QByteArray("id NOT NULL, name") << QByteArray() << true << ErrorKind::Value
                              << QStringLiteral("must have a value");
    QTest::newRow("check") << QByteArray("id CHECK(id <> 'bad'), name") << QByteArray("bad") << false
                           << ErrorKind::Value << QStringLiteral("id <> 'bad'");
    QTest::newRow("rowid") << QByteArray("id INTEGER PRIMARY KEY, name") << QByteArray("bad") << false
                           << ErrorKind::Value << QStringLiteral("integers only");
    QTest::newRow("unique") << QByteArray("id INTEGER UNIQUE, name") << QByteArray("7") << false
                            << ErrorKind::Duplicate << QStringLiteral("id = ");
    QTest::newRow("strict") << QByteArray("id INTEGER, name TEXT) STRICT --") << QByteArray("bad") << false
                            << ErrorKind::Value << QStringLiteral("TEXT value in INTEGER");
}

void TestSqliteSink::aRefusedRowLeavesTheOthers()
{
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, text);
    QFETCH(bool, isNull);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, reason);
    exec("CREATE TABLE t(" + table + "\n" + (table.contains("STRICT") ? "" : ")"));
    const auto connection = open();
    auto sink = connection->beginChanges();
    const Cell bad = isNull ? Cell::null() : Cell::text({text.constData(), static_cast<size_t>(text.size())});
    Numbers rows({QStringLiteral("id"), QStringLiteral("name")}, 3000, {{1500, bad}});
    Kept kept;
    const auto stored = (*sink)->load({{}, QStringLiteral("t")}, rows, kept);
    QVERIFY2(stored.isOk(), stored ? "" : qPrintable(stored.error().message));
    QCOMPARE(*stored, 2999);
    QCOMPARE(kept.rejects.size(), size_t(1));
    QCOMPARE(kept.rejects[0].where.line, 1501);
    const bool isNamed =
        QByteArray(QTest::currentDataTag()) != "check" && QByteArray(QTest::currentDataTag()) != "rowid";
    QCOMPARE(kept.rejects[0].column, isNamed ? QStringLiteral("id") : QString());
    QCOMPARE(kept.rejects[0].kind, kind);
    QVERIFY2(kept.rejects[0].reason.contains(reason), qPrintable(kept.rejects[0].reason));
    QVERIFY((*sink)->commit());
    QCOMPARE(value("SELECT count(*) || ' ' || count(CASE WHEN name='text 1500' THEN 1 END) FROM t"),
             QStringLiteral("2999 0"));
}

void TestSqliteSink::aReplaceConstraintDeletesNothing()
{
    exec("CREATE TABLE t(id INTEGER UNIQUE ON CONFLICT REPLACE, name); INSERT INTO t VALUES(5,'kept')");
    const auto connection = open();
    auto sink = connection->beginChanges();
    Numbers rows({QStringLiteral("id"), QStringLiteral("name")}, 10);
    Kept kept;
    QCOMPARE(*(*sink)->load({{}, QStringLiteral("t")}, rows, kept), 9);
    QVERIFY((*sink)->commit());
    QCOMPARE(value("SELECT name FROM t WHERE id=5"), QStringLiteral("kept"));
}

void TestSqliteSink::aTriggerThatLeavesOutIsSeen()
{
    exec("CREATE TABLE t(id INTEGER, name); CREATE TABLE log(id);"
         "CREATE TRIGGER a BEFORE INSERT ON t WHEN new.id=3 BEGIN SELECT RAISE(IGNORE); END;"
         "CREATE TRIGGER b AFTER INSERT ON t BEGIN INSERT INTO log VALUES(new.id); END;");
    const auto connection = open();
    auto sink = connection->beginChanges();
    Numbers rows({QStringLiteral("id"), QStringLiteral("name")}, 10);
    Kept kept;
    QCOMPARE(*(*sink)->load({{}, QStringLiteral("t")}, rows, kept), 9);
    QCOMPARE(kept.rejects.size(), size_t(1));
    QCOMPARE((*sink)->warnings().size(), size_t(1));
    QVERIFY((*sink)->warnings()[0].message.contains(QStringLiteral(" 9 other rows")));
}

void TestSqliteSink::withoutCommitNothingStays()
{
    exec("CREATE TABLE t(id INTEGER, name); INSERT INTO t VALUES(1,'a')");
    {
        const auto connection = open();
        auto sink = connection->beginChanges();
        Numbers rows({QStringLiteral("id"), QStringLiteral("name")}, 50'000);
        Kept kept;
        QCOMPARE(*(*sink)->load({{}, QStringLiteral("t")}, rows, kept), 50'000);
    }
    QCOMPARE(value("SELECT count(*) FROM t"), QStringLiteral("1"));
}

void TestSqliteSink::danglingRowsAreNamedAndOldOnesAreNot()
{
    exec("CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE t(id INTEGER REFERENCES p ON DELETE CASCADE, "
         "name);"
         "INSERT INTO p VALUES(2),(3),(4); INSERT INTO t VALUES(99,'old')");
    const auto connection = open();
    auto sink = connection->beginChanges();
    Numbers rows({QStringLiteral("id"), QStringLiteral("name")}, 4);
    Kept kept;
    QCOMPARE(*(*sink)->load({{}, QStringLiteral("t")}, rows, kept), 4);
    QCOMPARE(*(*sink)->checkReferences(kept), 1);
    QCOMPARE(kept.rejects[0].kind, ErrorKind::Reference);
    QCOMPARE(kept.rejects[0].column, QStringLiteral("id"));
    QCOMPARE(kept.rejects[0].value, QStringLiteral("1"));
    QVERIFY(kept.rejects[0].reason.contains(QStringLiteral("points to p")));
}

void TestSqliteSink::danglingRowsAreFoundWhateverTheKeyIs_data()
{
    QTest::addColumn<QByteArray>("tables");
    QTest::addColumn<int>("dangling"); // of the rows 1 to 4
    const auto row = [](const char *name, const QByteArray &tables, int dangling) {
        QTest::newRow(name) << tables << dangling;
    };
    const QByteArray toP = "CREATE TABLE t(id INTEGER REFERENCES p(id), name);";
    row("integers", toP + "CREATE TABLE p(id INTEGER PRIMARY KEY); INSERT INTO p VALUES(-5),(1),(2),(3),(4)",
        0);
    row("gaps", toP + "CREATE TABLE p(id INTEGER PRIMARY KEY); INSERT INTO p VALUES(1),(2),(200)", 2);
    row("no rows", toP + "CREATE TABLE p(id INTEGER PRIMARY KEY)", 4);
    row("far apart",
        toP
            + "CREATE TABLE p(id INTEGER PRIMARY KEY); "
              "INSERT INTO p VALUES(-9223372036854775808),(1),(2),(3),(9223372036854775807)",
        1);
    row("a column that is called rowid",
        toP + "CREATE TABLE p(rowid, id INTEGER PRIMARY KEY); INSERT INTO p VALUES(4,1),(4,2)", 2);
    row("a key that is no rowid",
        toP + "CREATE TABLE p(id INTEGER PRIMARY KEY DESC); INSERT INTO p VALUES(1),(2),('x')", 2);
    row("without rowid",
        toP + "CREATE TABLE p(id INT PRIMARY KEY, x) WITHOUT ROWID; INSERT INTO p VALUES(1,0),(2,0)", 2);
    row("text in the parent", toP + "CREATE TABLE p(id TEXT PRIMARY KEY); INSERT INTO p VALUES(1),(2),(3)",
        1);
    row("text in the child",
        "CREATE TABLE t(id TEXT REFERENCES p, name); CREATE TABLE p(id INTEGER PRIMARY KEY);"
        "INSERT INTO p VALUES(1),(2),(3)",
        1);
    row("two columns",
        "CREATE TABLE t(id, name, FOREIGN KEY (id, name) REFERENCES p); "
        "CREATE TABLE p(a, b, PRIMARY KEY (a, b)); INSERT INTO p VALUES(1, 2)",
        4);
    row("another unique column",
        toP + "CREATE TABLE p(x INTEGER PRIMARY KEY, id UNIQUE); INSERT INTO p VALUES(2,1),(1,2)", 2);
    row("the second of two keys",
        "CREATE TABLE t(id INTEGER REFERENCES p REFERENCES q, name); CREATE TABLE p(id INTEGER PRIMARY KEY);"
        "CREATE TABLE q(id INTEGER PRIMARY KEY); INSERT INTO p VALUES(1),(2),(3),(4); INSERT INTO q "
        "VALUES(1)",
        3);
}

void TestSqliteSink::danglingRowsAreFoundWhateverTheKeyIs()
{
    QFETCH(QByteArray, tables);
    QFETCH(int, dangling);
    exec(tables.constData());
    const auto connection = open();
    auto sink = connection->beginChanges();
    Numbers rows({QStringLiteral("id"), QStringLiteral("name")}, 4);
    Kept kept;
    QCOMPARE(*(*sink)->load({{}, QStringLiteral("t")}, rows, kept), 4);
    const auto found = (*sink)->checkReferences(kept);
    QVERIFY2(found, found ? "" : qPrintable(found.error().toString()));
    QCOMPARE(*found, dangling);
}

void TestSqliteSink::aCycleOfTablesLoadsInAnyOrder()
{
    exec("CREATE TABLE a(id INTEGER PRIMARY KEY REFERENCES b, name); "
         "CREATE TABLE b(id INTEGER PRIMARY KEY REFERENCES a, name);");
    const auto connection = open();
    auto sink = connection->beginChanges();
    Kept kept;
    for (const QString &table : {QStringLiteral("a"), QStringLiteral("b")}) {
        Numbers rows({QStringLiteral("id"), QStringLiteral("name")}, 100);
        QCOMPARE(*(*sink)->load({{}, table}, rows, kept), 100);
    }
    QCOMPARE(*(*sink)->checkReferences(kept), 0);
    QVERIFY((*sink)->commit());
}

void TestSqliteSink::aStatementThatDoesMoreIsRefused_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("two statements") << QStringLiteral("CREATE VIEW v AS SELECT 1; DROP TABLE t");
    QTest::newRow("another object") << QStringLiteral("DROP TABLE t");
    QTest::newRow("another name") << QStringLiteral("CREATE VIEW w AS SELECT 1");
    QTest::newRow("attach") << QStringLiteral("ATTACH ':memory:' AS x");
    QTest::newRow("nothing") << QStringLiteral("-- nothing");
}

void TestSqliteSink::aStatementThatDoesMoreIsRefused()
{
    QFETCH(QString, sql);
    exec("CREATE TABLE t(id)");
    const auto connection = open();
    auto sink = connection->beginChanges();
    Catalog objects;
    objects.views.push_back({{QStringLiteral("main"), QStringLiteral("v")}, sql});
    const auto made = (*sink)->createObjects(objects);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::UnsafeStatement);
}

void TestSqliteSink::aLockedDatabaseIsAConflict()
{
    exec("CREATE TABLE t(id); BEGIN IMMEDIATE");
    const auto connection = open();
    QVERIFY(connection != nullptr);
    const auto sink = connection->beginChanges();
    QVERIFY(!sink);
    QCOMPARE(sink.error().kind, ErrorKind::Conflict);
}

QTEST_GUILESS_MAIN(TestSqliteSink)
#include "tst_sqlitesink.moc"
