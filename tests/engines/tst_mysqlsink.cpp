// SPDX-License-Identifier: MIT
//
// Changes of MariaDB: all or nothing, each on the row that the preview saw, with the refused ones named.
#include "tests/support/memoryrows.h"
#include "tests/support/servers.h"
#include "tests/support/support.h"
#include "workers/changes/mapping.h"
#include "workers/engines/engine.h"

#include <QTest>

#include <list>

using namespace galley;
using namespace galley::test;

namespace {

const QString kName = QStringLiteral("galley_sink");

struct ListedChange
{
    ChangeKind kind = ChangeKind::Insert;
    Row before;
    Row after;
};

class ListedChanges final : public ChangeReader
{
public:
    explicit ListedChanges(std::vector<ListedChange> list)
        : m_list(std::move(list))
    {
    }
    Result<bool> next(RowChange &change) override
    {
        if (m_at == m_list.size())
            return false;
        const ListedChange &from = m_list[m_at++];
        const auto cells = [](const Row &row) {
            std::vector<Cell> made;
            for (const Value &value : row)
                made.push_back(value.cell());
            return made;
        };
        m_before = cells(from.before);
        m_after = cells(from.after);
        change = {static_cast<qint64>(m_at), from.kind, static_cast<qint64>(m_at) + 1, m_before, m_after};
        return true;
    }

private:
    std::vector<ListedChange> m_list;
    size_t m_at = 0;
    std::vector<Cell> m_before;
    std::vector<Cell> m_after;
};

} // namespace

class TestMysqlSink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aRefusedRowLeavesTheOthers_data();
    void aRefusedRowLeavesTheOthers();
    void changesAreMade();
    void aRowThatIsNotAsItWasIsAConflict();
    void textsThatDifferInCaseOnlyAreDifferent();
    void rowsExchangeUniqueValues();
    void aRefusedChangeLeavesTheOthers();
    void withoutAKeyOneOfEqualRowsGoes();
    void aTimestampThatChangesByItselfDoesNot();
    void rowsThatPointNowhereAreRejectedAndOldOnesAreNot();
    void nothingCascades();
    void withoutCommitNothingStays();
    void aRehearsalMakesNoTables();
    void myIsamIsRefused();
    void numbersGoOnAfterTheImportedMaximum();
    void statementsThatDoMoreAreRefused_data();
    void statementsThatDoMoreAreRefused();
    void aLockedTableIsAConflict();
    void whatIsGivenUpDoesNotEndWhatFollows_data();
    void whatIsGivenUpDoesNotEndWhatFollows();

private:
    QByteArray sql(const QByteArray &statements) { return m_server->sql(kName, statements); }
    void open(bool isRehearsal = false);
    qint64 change(const QString &table, std::vector<ListedChange> list, std::vector<bool> isSet = {},
                  const QStringList &key = {});
    Result<qint64> load(const QString &table, const QStringList &columns, const Rows &rows);

    std::unique_ptr<TestServer> m_server;
    DatabaseRef m_database;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<ChangeSink> m_sink;
    KeptRejects m_rejects;
    std::vector<ChangeConflict> m_conflicts;
};

void TestMysqlSink::initTestCase()
{
    m_server = std::make_unique<TestServer>(QStringLiteral("mysql"));
    if (!m_server->isThere())
        QSKIP(qPrintable(m_server->problem()));
}

void TestMysqlSink::init()
{
    m_sink.reset();
    m_connection.reset();
    m_rejects.all.clear();
    m_conflicts.clear();
    m_database = *parseDatabaseRef(m_server->makeDatabase(kName));
}

void TestMysqlSink::open(bool isRehearsal)
{
    OpenRequest request;
    request.database = m_database;
    request.access = OpenRequest::Access::Write;
    request.isRehearsal = isRehearsal;
    auto connection = openDatabase(request);
    QVERIFY2(connection.isOk(), connection ? "" : qPrintable(connection.error().toString()));
    m_connection = std::move(*connection);
    auto sink = m_connection->beginChanges();
    QVERIFY(sink.isOk());
    m_sink = std::move(*sink);
}

Result<qint64> TestMysqlSink::load(const QString &table, const QStringList &columns, const Rows &rows)
{
    const auto reader = readerOf(shapeOf(columns, {0}), rows, 1000);
    return m_sink->load({QString(), table}, *reader, m_rejects);
}

/// -1: an error.
qint64 TestMysqlSink::change(const QString &table, std::vector<ListedChange> list, std::vector<bool> isSet,
                             const QStringList &key)
{
    const auto catalog = m_connection->catalog();
    const TableInfo &info = *catalog->table({QString(), table});
    std::vector<ColumnMapping> mapping;
    for (int i = 0; i < info.shape.columnCount(); ++i)
        mapping.push_back({i, i, {}});
    auto shape = changeShape(info, mapping, key);
    if (!isSet.empty())
        shape->isSet = std::move(isSet);
    ListedChanges changes(std::move(list));
    const auto made = m_sink->change(*shape, changes, m_rejects, m_conflicts);
    if (!made)
        qWarning("%s", qPrintable(made.error().toString()));
    return made ? *made : -1;
}

void TestMysqlSink::aRefusedRowLeavesTheOthers_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<int>("kind");
    QTest::newRow("duplicate") << QByteArray("v varchar(20) unique")
                               << static_cast<int>(ErrorKind::Duplicate);
    QTest::newRow("too long") << QByteArray("v varchar(6)") << static_cast<int>(ErrorKind::Value);
    QTest::newRow("check") << QByteArray("v varchar(20) check (v <> 'text 500x')")
                           << static_cast<int>(ErrorKind::Value);
    QTest::newRow("not in the set") << QByteArray("v varchar(20) character set latin1")
                                    << static_cast<int>(ErrorKind::Value);
    QTest::newRow("json") << QByteArray("v json") << static_cast<int>(ErrorKind::Value);
}

void TestMysqlSink::aRefusedRowLeavesTheOthers()
{
    QFETCH(const QByteArray, column);
    QFETCH(const int, kind);
    QCOMPARE(sql("CREATE TABLE t(id int primary key, " + column + ")"), QByteArray());
    open();
    Rows rows;
    const bool isJson = column == "v json";
    const std::string bad = column.contains("unique") ? "10"
        : column.contains("latin1")                   ? "\xe4\xb8\xad"
        : column.contains("check")                    ? "text 500x"
        : isJson                                      ? "{"
                                                      : "long text";
    std::list<std::string> texts;
    for (int i = 1; i <= 1000; ++i)
        rows.push_back({i, texts.emplace_back(i == 500 ? bad : std::to_string(i)).c_str()});
    const auto stored = load(QStringLiteral("t"), {QStringLiteral("id"), QStringLiteral("v")}, rows);
    QVERIFY2(stored.isOk(), stored ? "" : qPrintable(stored.error().toString()));
    QCOMPARE(*stored, 999);
    QCOMPARE(m_sink->loaded().rowCount(), 999);
    QCOMPARE(m_rejects.all.size(), size_t{1});
    QCOMPARE(m_rejects.all.front().where.line, 501);
    QCOMPARE(static_cast<int>(m_rejects.all.front().kind), kind);
    QVERIFY(!m_rejects.all.front().reason.isEmpty());
    QVERIFY(m_sink->commit().isOk());
    QCOMPARE(sql("SELECT count(*), sum(id) FROM t"), QByteArray("999\t500000\n"));
}

void TestMysqlSink::changesAreMade()
{
    sql("CREATE TABLE t(id int primary key, v varchar(20), w int); INSERT INTO t "
        "VALUES(1,'a',1),(2,'b',2),(3,NULL,3),(4,'d',4)");
    open();
    QCOMPARE(change(QStringLiteral("t"),
                    {{ChangeKind::Update, {1, "a", 1}, {1, "x", 1}},
                     {ChangeKind::Delete, {2, "b", 2}, {}},
                     {ChangeKind::Update, {3, Value(), 3}, {3, "c", Value()}},
                     {ChangeKind::Insert, {}, {5, "e", 5}}}),
             4);
    QVERIFY(m_rejects.all.empty() && m_conflicts.empty());
    QVERIFY(m_sink->commit().isOk());
    QCOMPARE(sql("SELECT * FROM t ORDER BY id"), QByteArray("1\tx\t1\n3\tc\tNULL\n4\td\t4\n5\te\t5\n"));
}

void TestMysqlSink::aRowThatIsNotAsItWasIsAConflict()
{
    sql("CREATE TABLE t(id int primary key, v varchar(20)); INSERT INTO t VALUES(1,'a'),(2,'b'),(3,'c')");
    open();
    QCOMPARE(change(QStringLiteral("t"),
                    {{ChangeKind::Update, {1, "before"}, {1, "x"}},
                     {ChangeKind::Delete, {9, "gone"}, {}},
                     {ChangeKind::Insert, {}, {2, "new"}},
                     {ChangeKind::Update, {3, "c"}, {3, "d"}}}),
             1);
    QCOMPARE(m_conflicts.size(), size_t{3});
    QCOMPARE(m_conflicts[0].key, QStringLiteral("id = 1"));
    QCOMPARE(m_conflicts[0].reason,
             QStringLiteral("the row was changed since the preview: v is now 'a', was 'before'"));
    QCOMPARE(m_conflicts[1].reason, QStringLiteral("the row is not there any more"));
    QCOMPARE(m_conflicts[2].reason, QStringLiteral("a row with this key is there now"));
    m_sink.reset();
    QCOMPARE(sql("SELECT group_concat(v ORDER BY id) FROM t"), QByteArray("a,b,c\n"));
}

void TestMysqlSink::textsThatDifferInCaseOnlyAreDifferent()
{
    sql("CREATE TABLE t(id int primary key, v varchar(20) collate utf8mb4_general_ci); INSERT INTO t "
        "VALUES(1,'a'),(2,'b ')");
    open();
    QCOMPARE(change(QStringLiteral("t"),
                    {{ChangeKind::Update, {1, "A"}, {1, "x"}}, {ChangeKind::Update, {2, "b"}, {2, "x"}}}),
             0);
    QCOMPARE(m_conflicts.size(), size_t{2});
    m_conflicts.clear();
    QCOMPARE(change(QStringLiteral("t"),
                    {{ChangeKind::Update, {1, "a"}, {1, "A"}}, {ChangeKind::Update, {2, "b "}, {2, "b"}}}),
             2);
    QVERIFY(m_sink->commit().isOk());
    QCOMPARE(sql("SELECT hex(v) FROM t ORDER BY id"), QByteArray("41\n62\n"));
}

void TestMysqlSink::rowsExchangeUniqueValues()
{
    sql("CREATE TABLE t(id int primary key, v varchar(20) unique); INSERT INTO t "
        "VALUES(1,'a'),(2,'b'),(3,'c'),(4,'d')");
    open();
    QCOMPARE(change(QStringLiteral("t"),
                    {{ChangeKind::Update, {1, "a"}, {1, "b"}},
                     {ChangeKind::Update, {2, "b"}, {2, "a"}},
                     {ChangeKind::Update, {3, "c"}, {3, "d"}},
                     {ChangeKind::Update, {4, "d"}, {4, "e"}}}),
             4);
    QVERIFY(m_rejects.all.empty());
    QVERIFY(m_sink->commit().isOk());
    QCOMPARE(sql("SELECT group_concat(v ORDER BY id) FROM t"), QByteArray("b,a,d,e\n"));
}

void TestMysqlSink::aRefusedChangeLeavesTheOthers()
{
    sql("CREATE TABLE t(id int primary key, v int check (v < 100)); INSERT INTO t SELECT seq, 1 FROM "
        "seq_1_to_100");
    open();
    std::vector<ListedChange> list;
    for (int i = 1; i <= 100; ++i)
        list.push_back({ChangeKind::Update, {i, 1}, {i, i == 37 ? 200 : 2}});
    list.push_back({ChangeKind::Insert, {}, {101, 300}});
    list.push_back({ChangeKind::Insert, {}, {102, 3}});
    QCOMPARE(change(QStringLiteral("t"), std::move(list)), 100);
    QCOMPARE(m_rejects.all.size(), size_t{2});
    QCOMPARE(m_rejects.all[0].where.line, 38);
    QCOMPARE(m_rejects.all[1].where.line, 102);
    QVERIFY(m_sink->commit().isOk());
    QCOMPARE(sql("SELECT sum(v), max(id) FROM t"), QByteArray("202\t102\n"));
}

void TestMysqlSink::withoutAKeyOneOfEqualRowsGoes()
{
    sql("CREATE TABLE t(a int, b varchar(9)); INSERT INTO t VALUES(1,'x'),(1,'x'),(1,'x'),(2,NULL),(2,'X')");
    open();
    QCOMPARE(change(QStringLiteral("t"),
                    {{ChangeKind::Delete, {1, "x"}, {}},
                     {ChangeKind::Delete, {2, Value()}, {}},
                     {ChangeKind::Delete, {2, "x"}, {}},
                     {ChangeKind::Insert, {}, {7, "y"}}}),
             3);
    QCOMPARE(m_conflicts.size(), size_t{1});
    QVERIFY(m_sink->commit().isOk());
    QCOMPARE(sql("SELECT * FROM t ORDER BY a, b"), QByteArray("1\tx\n1\tx\n2\tX\n7\ty\n"));
}

void TestMysqlSink::aTimestampThatChangesByItselfDoesNot()
{
    sql("CREATE TABLE t(id int primary key, v int, at timestamp not null default '2001-02-03 04:05:06' on "
        "update current_timestamp()); INSERT INTO t(id, v) VALUES(1, 1)");
    const QByteArray before = sql("SELECT at FROM t");
    open();
    const QByteArray at = sql("SET time_zone='+00:00'; SELECT concat(at, '+00:00') FROM t").trimmed();
    QCOMPARE(change(QStringLiteral("t"),
                    {{ChangeKind::Update, {1, 1, at.constData()}, {1, 2, at.constData()}}},
                    {true, true, false}),
             1);
    QVERIFY(m_sink->commit().isOk());
    QCOMPARE(sql("SELECT v, at FROM t"), "2\t" + before);
}

void TestMysqlSink::rowsThatPointNowhereAreRejectedAndOldOnesAreNot()
{
    sql("CREATE TABLE p(id int primary key); CREATE TABLE c(id int primary key, p int, foreign key (p) "
        "references p(id)); INSERT INTO p VALUES(1); "
        "SET foreign_key_checks=0; INSERT INTO c VALUES(1, 1),(2, 77);");
    open();
    QCOMPARE(
        change(QStringLiteral("c"), {{ChangeKind::Insert, {}, {3, 88}}, {ChangeKind::Insert, {}, {4, 1}}}),
        2);
    const auto dangling = m_sink->checkReferences(m_rejects);
    QVERIFY2(dangling.isOk(), dangling ? "" : qPrintable(dangling.error().toString()));
    QCOMPARE(*dangling, 1);
    QCOMPARE(m_rejects.all.size(), size_t{1});
    QCOMPARE(m_rejects.all.front().kind, ErrorKind::Reference);
    QVERIFY(m_rejects.all.front().reason.contains(QLatin1String("row 3 of c points to p")));
    QVERIFY(!m_sink->warnings().empty());
}

void TestMysqlSink::nothingCascades()
{
    sql("CREATE TABLE p(id int primary key); CREATE TABLE c(id int primary key, p int, foreign key (p) "
        "references p(id) on delete cascade); "
        "INSERT INTO p VALUES(1); INSERT INTO c VALUES(1, 1);");
    open();
    QCOMPARE(change(QStringLiteral("p"), {{ChangeKind::Delete, {1}, {}}}), 1);
    QCOMPARE(*m_sink->checkReferences(m_rejects), 1);
    QVERIFY(m_rejects.all.front().reason.contains(QLatin1String("CASCADE")));
    m_sink.reset();
    QCOMPARE(sql("SELECT count(*) FROM c, p"), QByteArray("1\n"));
}

void TestMysqlSink::withoutCommitNothingStays()
{
    sql("CREATE TABLE t(id int primary key, v varchar(9))");
    open();
    TableInfo made = *findEngine(QStringLiteral("mysql"))
                          ->tableFor(shapeOf({QStringLiteral("id"), QStringLiteral("v")}, {0}));
    made.shape.name.name = QStringLiteral("made");
    QVERIFY(m_sink->createTable(made, {}).isOk());
    QCOMPARE(*load(QStringLiteral("made"), {QStringLiteral("id"), QStringLiteral("v")}, {{1, "a"}}), 1);
    QCOMPARE(*load(QStringLiteral("t"), {QStringLiteral("id"), QStringLiteral("v")}, {{1, "a"}}), 1);
    QCOMPARE(sql("SELECT count(*) FROM made"), QByteArray("0\n"));
    m_sink.reset();
    QCOMPARE(sql("SHOW TABLES; SELECT count(*) FROM t"), QByteArray("t\n0\n"));
}

void TestMysqlSink::aRehearsalMakesNoTables()
{
    open(true);
    TableInfo made = *findEngine(QStringLiteral("mysql"))
                          ->tableFor(shapeOf({QStringLiteral("id"), QStringLiteral("v")}, {0}));
    made.shape.name.name = QStringLiteral("made");
    QVERIFY(m_sink->createTable(made, {}).isOk());
    QCOMPARE(*load(QStringLiteral("made"), {QStringLiteral("id"), QStringLiteral("v")}, {{1, "a"}, {1, "b"}}),
             1);
    QCOMPARE(m_rejects.all.size(), size_t{1});
    QCOMPARE(*m_connection->countRows({QString(), QStringLiteral("made")}, {}), 1);
    QCOMPARE(sql("SHOW TABLES"), QByteArray());
    QVERIFY(!m_sink->commit().isOk());
    m_sink.reset();
    QCOMPARE(sql("SHOW TABLES"), QByteArray());
}

void TestMysqlSink::myIsamIsRefused()
{
    sql("CREATE TABLE t(id int primary key) engine=MyISAM");
    open();
    const auto stored = load(QStringLiteral("t"), {QStringLiteral("id")}, {{1}});
    QVERIFY(!stored.isOk());
    QCOMPARE(stored.error().kind, ErrorKind::Unsupported);
    QVERIFY(stored.error().message.contains(QLatin1String("MyISAM")));
    QCOMPARE(sql("SELECT count(*) FROM t"), QByteArray("0\n"));
}

void TestMysqlSink::numbersGoOnAfterTheImportedMaximum()
{
    sql("CREATE TABLE t(id int auto_increment primary key, v varchar(9))");
    open();
    QCOMPARE(
        *load(QStringLiteral("t"), {QStringLiteral("id"), QStringLiteral("v")}, {{0, "zero"}, {41, "a"}}), 2);
    QVERIFY(m_sink->commit().isOk());
    sql("INSERT INTO t(v) VALUES('next')");
    QCOMPARE(sql("SELECT group_concat(id ORDER BY id) FROM t"), QByteArray("0,41,42\n"));
}

void TestMysqlSink::statementsThatDoMoreAreRefused_data()
{
    QTest::addColumn<QString>("view");
    for (const char *view :
         {"DROP TABLE t", "CREATE VIEW `other` AS SELECT 1",
          "CREATE DEFINER=`root`@`localhost` VIEW `w` AS SELECT 1",
          "CREATE VIEW `w` AS SELECT LOAD_FILE('/etc/passwd')", "CREATE TABLE `w` AS SELECT 1"})
        QTest::newRow(view) << QString::fromLatin1(view);
}

void TestMysqlSink::statementsThatDoMoreAreRefused()
{
    QFETCH(const QString, view);
    open();
    Catalog objects;
    ViewInfo info;
    info.name.name = QStringLiteral("w");
    info.sql = view;
    objects.views.push_back(info);
    const auto made = m_sink->createObjects(objects);
    QVERIFY(!made.isOk());
    QCOMPARE(made.error().kind, ErrorKind::UnsafeStatement);
    // A table's own statement that does more is not run: the table is made from its description.
    TableInfo table = *findEngine(QStringLiteral("mysql"))->tableFor(shapeOf({QStringLiteral("id")}, {0}));
    table.shape.name.name = QStringLiteral("w");
    table.sql = QStringLiteral("CREATE TABLE `w` (`id` int) ENGINE=InnoDB SELECT `x`.`y` FROM `x`");
    QVERIFY(m_sink->createTable(table, {}).isOk());
    QVERIFY(sql("SHOW CREATE TABLE w").contains("PRIMARY KEY"));
}

void TestMysqlSink::aLockedTableIsAConflict()
{
    sql("CREATE TABLE t(id int primary key, v int); INSERT INTO t VALUES(1,1); SET GLOBAL "
        "innodb_lock_wait_timeout=50");
    open();
    OpenRequest request;
    request.database = m_database;
    request.access = OpenRequest::Access::Write;
    request.database.parameters.insert(QStringLiteral("lock_timeout"), QStringLiteral("1"));
    auto other = openDatabase(request);
    auto sink = (*other)->beginChanges();
    QVERIFY(sink.isOk());
    QCOMPARE(change(QStringLiteral("t"), {{ChangeKind::Update, {1, 1}, {1, 2}}}), 1);
    std::swap(m_connection, *other);
    std::swap(m_sink, *sink);
    QCOMPARE(change(QStringLiteral("t"), {{ChangeKind::Update, {1, 1}, {1, 3}}}), -1);
    std::swap(m_sink, *sink);
    std::swap(m_connection, *other);
}

void TestMysqlSink::whatIsGivenUpDoesNotEndWhatFollows_data()
{
    QTest::addColumn<bool>("isInTransaction");
    QTest::addColumn<bool>("isInterrupted");
    for (const bool isInTransaction : {false, true}) {
        for (const bool isInterrupted : {false, true})
            QTest::addRow("%s, %s", isInTransaction ? "in a transaction" : "reading",
                          isInterrupted ? "cancelled" : "left")
                << isInTransaction << isInterrupted;
    }
}

void TestMysqlSink::whatIsGivenUpDoesNotEndWhatFollows()
{
    QFETCH(const bool, isInTransaction);
    QFETCH(const bool, isInterrupted);
    QCOMPARE(sql("CREATE TABLE t(id int primary key)"), QByteArray());
    open();
    if (isInTransaction)
        QCOMPARE(*load(QStringLiteral("t"), {QStringLiteral("id")}, {{1}}), 1);
    else
        m_sink.reset();
    Connection &reading = isInTransaction ? m_sink->connection() : *m_connection;
    for (int i = 0; i < 200; ++i) {
        // Of a length that may end just when the kill arrives.
        auto given = reading.readQuery(QStringLiteral("SELECT seq FROM seq_1_to_%1").arg(500 + i * 150),
                                       QStringLiteral("q"));
        QVERIFY2(given.isOk(), given ? "" : qPrintable(given.error().toString()));
        RowBatch batch;
        if (isInterrupted) {
            reading.interrupt();
            while (true) {
                const Result<bool> hasRows = (*given)->read(batch);
                if (!hasRows)
                    QCOMPARE(hasRows.error().kind, ErrorKind::Cancelled);
                if (!hasRows || !*hasRows)
                    break;
            }
        }
        given->reset();
        auto next = reading.readQuery(QStringLiteral("SELECT sleep(0.003), 1"), QStringLiteral("q"));
        QVERIFY2(next.isOk(), next ? "" : qPrintable(next.error().toString()));
        QCOMPARE(readAllRows(**next), QByteArray("0|1\n"));
    }
    if (isInTransaction) {
        QVERIFY(m_sink->commit().isOk());
        QCOMPARE(sql("SELECT id FROM t"), QByteArray("1\n"));
    }
}

QTEST_GUILESS_MAIN(TestMysqlSink)
#include "tst_mysqlsink.moc"
