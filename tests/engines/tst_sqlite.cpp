// SPDX-License-Identifier: MIT
//
// The read side of the SQLite engine on real files. The oracle is SQLite itself wherever it can be.
#include "tests/support/support.h"
#include "workers/engines/engine.h"
#include "workers/engines/sqlite/sqlitehandle.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

namespace galley {

namespace {

const Engine &sqlite()
{
    return *findEngine(QStringLiteral("sqlite"));
}

/// Runs `sql` on the file, which is made where it is missing.
void make(const QString &path, const QByteArray &sql)
{
    sqlite3 *raw = nullptr;
    QCOMPARE(sqlite3_open(path.toUtf8().constData(), &raw), SQLITE_OK);
    const SqliteHandle db(raw);
    char *message = nullptr;
    sqlite3_exec(raw, sql.constData(), nullptr, nullptr, &message);
    QVERIFY2(message == nullptr, message);
}

OpenRequest request(const QString &path)
{
    OpenRequest r;
    r.database = {QStringLiteral("sqlite"), path, {}};
    return r;
}

class Database
{
public:
    explicit Database(const QByteArray &sql)
    {
        make(path(), sql);
        auto opened = sqlite().open(request(path()));
        if (opened)
            m_connection = std::move(opened).value();
    }
    QString path() const { return m_folder.filePath(QStringLiteral("test.db")); }
    Connection &operator*() { return *m_connection; }
    Connection *operator->() { return m_connection.get(); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Connection> m_connection;
};

QByteArray rowsOf(Result<std::unique_ptr<RowReader>> reader)
{
    return reader ? test::readAllRows(**reader) : "error: " + reader.error().toString().toUtf8();
}

ReadRequest all(const QString &table)
{
    ReadRequest r;
    r.table = {QString(), table};
    return r;
}

ReadRequest allOfT()
{
    return all(QStringLiteral("t"));
}

TableInfo tableOf(Connection &connection, const QString &name)
{
    auto catalog = connection.catalog();
    const TableInfo *table = catalog ? catalog->table({QString(), name}) : nullptr;
    return table == nullptr ? TableInfo() : *table;
}

QString names(const TableShape &shape, const std::vector<int> &columns)
{
    QStringList list;
    for (const int i : columns)
        list += shape.columns[static_cast<size_t>(i)].name;
    return list.join(QLatin1Char(','));
}

Column columnOf(const QString &declared)
{
    Database db("CREATE TABLE t(c " + declared.toUtf8() + ")");
    return tableOf(*db, QStringLiteral("t")).shape.columns.at(0);
}

/// `OUTCOME value` or `refused: why`.
QByteArray converted(const TableShape &source, const Column &target, Cell cell)
{
    const Column any = {};
    const auto converter = sqlite().converter(source, &any, target);
    Arena arena;
    QString why;
    switch (converter->convert(cell, arena, &why)) {
    case CellConverter::Outcome::Ok:
        return test::show(cell);
    case CellConverter::Outcome::Inexact:
        return "inexact " + test::show(cell) + ": " + why.toUtf8();
    case CellConverter::Outcome::Refused:
        return "refused: " + why.toUtf8();
    }
    return {};
}

TableShape shapeOf(CellOrigin origin, const QString &engine = {})
{
    TableShape shape;
    shape.origin = origin;
    shape.engine = engine;
    return shape;
}

} // namespace

class TestSqlite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreQuoted();
    void catalogKnowsColumns();
    void catalogKnowsKeysAndIndexes();
    void catalogKnowsForeignKeysAndChecks();
    void catalogKnowsKinds();
    void catalogFollowsChanges();
    void chinookIsListed();
    void declaredTypesHaveMeanings_data();
    void declaredTypesHaveMeanings();
    void cellsKeepTheirKinds();
    void rowsComeInRowidOrder();
    void whereOrderAndLimitWork();
    void conditionsCannotEscape_data();
    void conditionsCannotEscape();
    void viewsAreReadFromOwnDatabases();
    void onlyOneQueryRuns_data();
    void onlyOneQueryRuns();
    void queryColumnsHaveTypes();
    void invalidTextIsNamed();
    void utf16IsReadAndOrderedAsUtf8();
    void rangesCoverEveryRowOnce_data();
    void rangesCoverEveryRowOnce();
    void lookupFindsByKey();
    void interruptStopsALongQuery();
    void snapshotConnectionsSeeTheSame();
    void whatIsNoDatabaseIsRefused_data();
    void whatIsNoDatabaseIsRefused();
    void readingNeverWrites();
    void aFileThatWasFoundGoodIsCheckedAgainWhenItChanged();
    void affinityIsThatOfSqlite_data();
    void affinityIsThatOfSqlite();
    void foreignValuesAreChecked_data();
    void foreignValuesAreChecked();
    void nullAndStrictAreChecked();
    void keysAreOrderedAsSqliteOrders();
    void tablesForForeignRows();
    void impossibleTablesAreRefused();
};

void TestSqlite::namesAreQuoted()
{
    QCOMPARE(sqlite().quoted(QStringLiteral("a\"b")), QStringLiteral("\"a\"\"b\""));
}

void TestSqlite::catalogKnowsColumns()
{
    Database db(
        "CREATE TABLE \"a \"\"b\"(id INTEGER PRIMARY KEY AUTOINCREMENT, n VARCHAR(20) NOT NULL DEFAULT "
        "'x,(y' COLLATE NOCASE, p DECIMAL(10, 2), v INT AS (p*2), s TEXT GENERATED ALWAYS AS (n||'!') "
        "STORED, untyped);");
    const TableInfo table = tableOf(*db, QStringLiteral("a \"b"));
    QCOMPARE(table.shape.columnCount(), 6);
    QVERIFY(table.hasAutoincrement);
    const auto &columns = table.shape.columns;
    QVERIFY(!columns[0].nullable);
    QCOMPARE(columns[1].nativeType, QStringLiteral("VARCHAR(20)"));
    QCOMPARE(columns[1].precision, 20);
    QCOMPARE(columns[1].collation, QStringLiteral("NOCASE"));
    QCOMPARE(columns[1].defaultExpression, QStringLiteral("'x,(y'"));
    QVERIFY(!columns[1].nullable);
    QCOMPARE(columns[2].precision, 10);
    QCOMPARE(columns[2].scale, 2);
    QVERIFY(columns[3].generated && columns[4].generated && !columns[2].generated);
    QCOMPARE(columns[5].nativeType, QString());
    QCOMPARE(columns[5].type, LogicalType::Other);
    QCOMPARE(table.approximateRows, -1);
}

void TestSqlite::catalogKnowsKeysAndIndexes()
{
    Database db("CREATE TABLE pk(a, b, PRIMARY KEY(b, a)) WITHOUT ROWID;"
                "CREATE TABLE u(a NOT NULL, b NOT NULL, c, UNIQUE(c), UNIQUE(b, a));"
                "CREATE TABLE none(a UNIQUE);"
                "CREATE TABLE part(a NOT NULL, b);"
                "CREATE UNIQUE INDEX pi ON part(a) WHERE b > 0;"
                "CREATE INDEX e ON part(lower(a), b COLLATE NOCASE DESC, a || ',' || b);"
                "CREATE TABLE s(k TEXT PRIMARY KEY, v ANY) STRICT;");
    const TableInfo pk = tableOf(*db, QStringLiteral("pk"));
    QVERIFY(pk.isWithoutRowid && pk.hasPrimaryKey);
    QCOMPARE(names(pk.shape, pk.shape.key), QStringLiteral("b,a"));
    QVERIFY(!pk.shape.columns[0].nullable);
    const TableInfo u = tableOf(*db, QStringLiteral("u"));
    QVERIFY(!u.hasPrimaryKey);
    QCOMPARE(names(u.shape, u.shape.key), QStringLiteral("b,a"));
    QVERIFY(tableOf(*db, QStringLiteral("none")).shape.key.empty());
    const TableInfo part = tableOf(*db, QStringLiteral("part"));
    QVERIFY(part.shape.key.empty());
    QCOMPARE(part.indexes.size(), size_t(2));
    QVERIFY(part.indexes[0].isPartial && part.indexes[0].isUnique && !part.indexes[0].isAutomatic);
    QCOMPARE(part.indexes[1].columns,
             QStringList({QStringLiteral("lower(a)"), QStringLiteral("b"), QStringLiteral("a || ',' || b")}));
    QVERIFY(part.indexes[1].sql.startsWith(QLatin1String("CREATE INDEX e")));
    const TableInfo strict = tableOf(*db, QStringLiteral("s"));
    QVERIFY(strict.isStrict && strict.shape.columns[0].strict && !strict.shape.columns[0].nullable);
}

void TestSqlite::catalogKnowsForeignKeysAndChecks()
{
    Database db(
        "CREATE TABLE p(x, y, PRIMARY KEY(x, y));"
        "CREATE TABLE c(a INTEGER CONSTRAINT pos CHECK (a > 0 AND a <> ')'), b /* CHECK (no) */, "
        "d TEXT DEFAULT ('CHECK (x)') CHECK(length(d) < 9), \"check\" INT,"
        "CONSTRAINT fk FOREIGN KEY(a, b) REFERENCES p ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,"
        "FOREIGN KEY(d) REFERENCES missing(z) ON UPDATE SET NULL);");
    const TableInfo c = tableOf(*db, QStringLiteral("c"));
    QCOMPARE(c.checks.size(), size_t(2));
    QCOMPARE(c.checks[0].name, QStringLiteral("pos"));
    QCOMPARE(c.checks[0].expression, QStringLiteral("a > 0 AND a <> ')'"));
    QCOMPARE(c.checks[1].expression, QStringLiteral("length(d) < 9"));
    QCOMPARE(c.foreignKeys.size(), size_t(2));
    QCOMPARE(c.foreignKeys[0].name, QStringLiteral("fk"));
    QVERIFY(c.foreignKeys[0].isDeferrable);
    QCOMPARE(c.foreignKeys[0].targetColumns, QStringList({QStringLiteral("x"), QStringLiteral("y")}));
    QCOMPARE(c.foreignKeys[0].onDelete, QStringLiteral("CASCADE"));
    QCOMPARE(c.foreignKeys[1].targetColumns, QStringList(QStringLiteral("z")));
    QCOMPARE(c.foreignKeys[1].onUpdate, QStringLiteral("SET NULL"));
}

void TestSqlite::catalogKnowsKinds()
{
    Database db(
        "CREATE TABLE t(a); INSERT INTO t VALUES(1),(2); CREATE VIRTUAL TABLE f USING fts5(body);"
        "INSERT INTO f VALUES('hello'); CREATE VIEW v AS SELECT * FROM t; CREATE VIEW broken AS SELECT * "
        "FROM nowhere; CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END; CREATE INDEX i ON t(a);"
        "ANALYZE; PRAGMA writable_schema=ON; INSERT INTO sqlite_master VALUES('table','u','u',0,"
        "'CREATE VIRTUAL TABLE u USING nosuchmodule(a)')");
    const Result<Catalog> catalog = db->catalog();
    QVERIFY2(catalog.isOk(), qPrintable(catalog ? QString() : catalog.error().toString()));
    QCOMPARE(catalog->table({QString(), QStringLiteral("t")})->approximateRows, 2);
    QCOMPARE(catalog->table({QString(), QStringLiteral("f")})->kind, TableInfo::Kind::Virtual);
    QCOMPARE(catalog->table({QString(), QStringLiteral("f_data")})->kind, TableInfo::Kind::Shadow);
    QCOMPARE(catalog->views.size(), size_t(2));
    QCOMPARE(catalog->triggers.size(), size_t(1));
    QCOMPARE(catalog->triggers[0].table.name, QStringLiteral("t"));
    QCOMPARE(catalog->warnings.size(), size_t(1));
    QCOMPARE(catalog->warnings[0].kind, ErrorKind::Unsupported);
    QVERIFY(catalog->warnings[0].message.contains(QLatin1String("nosuchmodule")));
    QVERIFY(catalog->table({QString(), QStringLiteral("sqlite_stat1")}) == nullptr);
    QCOMPARE(rowsOf(db->read(all(QStringLiteral("f")))), QByteArray("1|'hello'\n"));
    QVERIFY(rowsOf(db->read(all(QStringLiteral("u")))).contains("unsupported"));
}

void TestSqlite::catalogFollowsChanges()
{
    Database db("CREATE TABLE t(a)");
    QVERIFY(rowsOf(db->read(all(QStringLiteral("later")))).contains("schema: there is no table \"later\""));
    make(db.path(), "CREATE TABLE later(b); INSERT INTO later VALUES(5)");
    QCOMPARE(rowsOf(db->read(all(QStringLiteral("later")))), QByteArray("5\n"));
}

void TestSqlite::chinookIsListed()
{
    const QString path = test::samplePath(QStringLiteral("databases/chinook.sqlite"));
    if (path.isEmpty())
        QSKIP("the sample databases are not there");
    auto connection = sqlite().open(request(path));
    QVERIFY2(connection.isOk(), qPrintable(connection ? QString() : connection.error().toString()));
    const Result<Catalog> catalog = (*connection)->catalog();
    QVERIFY(catalog.isOk());
    QCOMPARE(catalog->tables.size(), size_t(11));
    qint64 rows = 0;
    for (const TableInfo &table : catalog->tables) {
        QVERIFY(!table.shape.key.empty());
        const Result<qint64> count = (*connection)->countRows(table.shape.name, {});
        QVERIFY(count.isOk());
        rows += *count;
        ReadRequest read;
        read.table = table.shape.name;
        QCOMPARE(rowsOf((*connection)->read(read)).isEmpty(), *count == 0);
    }
    QCOMPARE(rows, 15607);
    const TableInfo *track = catalog->table({QString(), QStringLiteral("Track")});
    QCOMPARE(track->foreignKeys.size(), size_t(3));
    QCOMPARE(track->shape.columns[8].type, LogicalType::Decimal);
}

void TestSqlite::declaredTypesHaveMeanings_data()
{
    QTest::addColumn<QString>("declared");
    QTest::addColumn<QString>("meaning");
    const std::pair<const char *, const char *> cases[] = {
        {"INTEGER", "integer"},
        {"bigint", "integer"},
        {"TINYINT(1)", "integer"},
        {"INT UNSIGNED", "unsigned"},
        {"UNSIGNED BIG INT", "unsigned"},
        {"BOOLEAN", "boolean"},
        {"TEXT", "text"},
        {"nvarchar(160)", "text"},
        {"STRING", "text"},
        {"CLOB", "text"},
        {"BLOB", "bytes"},
        {"VARBINARY(16)", "bytes"},
        {"", "other"},
        {"ANY", "other"},
        {"DOUBLE PRECISION", "real"},
        {"FLOAT(24)", "real"},
        {"DECIMAL(10,2)", "decimal"},
        {"NUMERIC", "decimal"},
        {"DECIMAL TEXT(38,18)", "decimal"},
        {"DATE", "date"},
        {"TIME", "time"},
        {"DATETIME", "datetime"},
        {"TIMESTAMP(6)", "datetime"},
        {"TIMESTAMP WITH TIME ZONE", "datetimetz"},
        {"timestamptz", "datetimetz"},
        {"UUID TEXT", "uuid"},
        {"JSON", "json"},
        {"POINT", "other"},
        {"NATIONAL VARYING CHARACTER(24)", "text"},
        {"whatever", "other"},
    };
    for (const auto &[declared, meaning] : cases)
        QTest::newRow(*declared == '\0' ? "(none)" : declared)
            << QString::fromLatin1(declared) << QString::fromLatin1(meaning);
}

void TestSqlite::declaredTypesHaveMeanings()
{
    QFETCH(const QString, declared);
    QFETCH(const QString, meaning);
    QCOMPARE(logicalTypeName(columnOf(declared).type), meaning);
}

void TestSqlite::cellsKeepTheirKinds()
{
    Database db(
        "CREATE TABLE t(a); INSERT INTO t VALUES(NULL),(1),(9223372036854775807),(-9223372036854775808),"
        "(1.0),(0.1),(9e999),('x'),(''),('a'||char(0)||'b'),(x'00ff'),(x''),('\xF0\x9F\x98\x80');");
    QCOMPARE(
        rowsOf(db->read(allOfT())),
        QByteArrayLiteral("NULL\n1\n9223372036854775807\n-9223372036854775808\n1.0\n0.1\nInfinity\n'x'\n''\n"
                          "'a\0b'\nx'00ff'\nx''\n'\xF0\x9F\x98\x80'\n"));
}

void TestSqlite::rowsComeInRowidOrder()
{
    // The covering index would give them by name.
    Database db("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT); CREATE INDEX i ON t(name);"
                "INSERT INTO t VALUES(1,'z'),(2,'y'),(3,'a');"
                "CREATE TABLE w(k TEXT PRIMARY KEY) WITHOUT ROWID; INSERT INTO w VALUES('b'),('a');");
    ReadRequest read = allOfT();
    read.columns = {QStringLiteral("name")};
    QCOMPARE(rowsOf(db->read(read)), QByteArray("'z'\n'y'\n'a'\n"));
    read.where = QStringLiteral("name >= 'a'");
    QCOMPARE(rowsOf(db->read(read)), QByteArray("'z'\n'y'\n'a'\n"));
    QCOMPARE(rowsOf(db->read(all(QStringLiteral("w")))), QByteArray("'a'\n'b'\n"));
}

void TestSqlite::whereOrderAndLimitWork()
{
    Database db(
        "CREATE TABLE t(a INTEGER, \"b \"\"q\" TEXT); INSERT INTO t VALUES(1,'x'),(2,'y'),(3,'x'),(4,NULL)");
    ReadRequest read = allOfT();
    read.orderBy = {QStringLiteral("b \"q"), QStringLiteral("a")};
    QCOMPARE(rowsOf(db->read(read)), QByteArray("4|NULL\n1|'x'\n3|'x'\n2|'y'\n"));
    read.where = QStringLiteral("a < 4 -- a comment");
    read.offset = 1;
    read.limit = 1;
    QCOMPARE(rowsOf(db->read(read)), QByteArray("3|'x'\n"));
    QCOMPARE(*db->countRows({QString(), QStringLiteral("t")}, QStringLiteral("a > 1")), 3);
    read.columns = {QStringLiteral("nope")};
    QVERIFY(rowsOf(db->read(read)).contains("has no column \"nope\""));
}

void TestSqlite::conditionsCannotEscape_data()
{
    QTest::addColumn<QString>("where");
    for (const char *where :
         {"1) UNION SELECT 1,2 --", "1; DROP TABLE t", "'open", "load_extension('x')", "((1)", "a = 1 /*"})
        QTest::newRow(where) << QString::fromLatin1(where);
}

void TestSqlite::conditionsCannotEscape()
{
    QFETCH(const QString, where);
    Database db("CREATE TABLE t(a); INSERT INTO t VALUES(1)");
    ReadRequest read = allOfT();
    read.where = where;
    QVERIFY(rowsOf(db->read(read)).startsWith("error: "));
    QVERIFY(!db->countRows({QString(), QStringLiteral("t")}, where).isOk());
}

void TestSqlite::viewsAreReadFromOwnDatabases()
{
    Database db(
        "CREATE TABLE t(a INTEGER); INSERT INTO t VALUES(1),(2); CREATE VIEW v AS SELECT a, a*2 AS b FROM t");
    ReadRequest read = all(QStringLiteral("v"));
    read.where = QStringLiteral("b > 2");
    QCOMPARE(rowsOf(db->read(read)), QByteArray("2|4\n"));
    OpenRequest untrusted = request(db.path());
    untrusted.isUntrusted = true;
    auto connection = sqlite().open(untrusted);
    QVERIFY(connection.isOk());
    QVERIFY(rowsOf((*connection)->read(read)).contains("untrusted-schema"));
    QCOMPARE(rowsOf((*connection)->read(allOfT())), QByteArray("1\n2\n"));
}

void TestSqlite::onlyOneQueryRuns_data()
{
    QTest::addColumn<QString>("sql");
    for (const char *sql :
         {"", "-- nothing", "DELETE FROM t", "INSERT INTO t VALUES(9) RETURNING a", "SELECT 1; SELECT 2",
          "SELECT 1; DROP TABLE t", "ATTACH ':memory:' AS x", "PRAGMA journal_mode=DELETE",
          "PRAGMA user_version", "BEGIN", "SELECT load_extension('x')", "SELECT writefile('x','y')",
          "EXPLAIN SELECT 1", "VACUUM", "WITH x AS (SELECT 1) DELETE FROM t", "SAVEPOINT s",
          "CREATE TEMP TABLE x(a)"})
        QTest::newRow(sql) << QString::fromLatin1(sql);
}

void TestSqlite::onlyOneQueryRuns()
{
    QFETCH(const QString, sql);
    Database db("CREATE TABLE t(a); INSERT INTO t VALUES(1)");
    const auto reader = db->readQuery(sql, QStringLiteral("q"));
    QVERIFY(!reader.isOk());
    if (!sql.contains(QLatin1String("writefile"))) // not even a function of this build
        QCOMPARE(errorClass(reader.error().kind), QStringLiteral("unsafe-statement"));
    QCOMPARE(rowsOf(db->read(allOfT())), QByteArray("1\n"));
}

void TestSqlite::queryColumnsHaveTypes()
{
    Database db("CREATE TABLE t(a INTEGER, d DATE); INSERT INTO t VALUES(1,'2024-01-02')");
    auto reader =
        db->readQuery(QStringLiteral("SELECT d, a AS x, a+1 FROM t ; -- the end"), QStringLiteral("q"));
    QVERIFY2(reader.isOk(), qPrintable(reader ? QString() : reader.error().toString()));
    const TableShape &shape = (*reader)->shape();
    QCOMPARE(shape.name.name, QStringLiteral("q"));
    QCOMPARE(shape.columns[0].type, LogicalType::Date);
    QCOMPARE(shape.columns[1].name, QStringLiteral("x"));
    QCOMPARE(shape.columns[1].type, LogicalType::Integer);
    QCOMPARE(shape.columns[2].type, LogicalType::Other);
    QCOMPARE(test::readAllRows(**reader), QByteArray("'2024-01-02'|1|2\n"));
    // A parameter is nothing special in somebody's query, and the function that copies rows is not theirs.
    reader = db->readQuery(QStringLiteral("SELECT ?1 IS NULL, a FROM t"), QStringLiteral("q"));
    QCOMPARE(test::readAllRows(**reader), QByteArray("1|1\n"));
    reader = db->readQuery(QStringLiteral("SELECT galley_take(?1, a) FROM t"), QStringLiteral("q"));
    const QByteArray refused = reader ? test::readAllRows(**reader) : reader.error().toString().toUtf8();
    QVERIFY2(refused.contains("galley_take is not for queries"), refused.constData());
}

void TestSqlite::invalidTextIsNamed()
{
    Database db("CREATE TABLE t(id INTEGER PRIMARY KEY, n TEXT); INSERT INTO t VALUES(10,'ok'),(20,"
                "CAST(x'61FFFE62' AS TEXT))");
    QByteArray rows = rowsOf(db->read(allOfT()));
    QVERIFY2(rows.contains("encoding: row 2, column n of table t"), rows.constData());
    ReadRequest read = allOfT();
    read.range = RowRange{"15,20", -1};
    rows = rowsOf(db->read(read));
    QVERIFY2(rows.contains("encoding: row 2, column n of table t"), rows.constData());
}

void TestSqlite::utf16IsReadAndOrderedAsUtf8()
{
    Database db(
        "PRAGMA encoding='UTF-16le'; CREATE TABLE t(k TEXT PRIMARY KEY); INSERT INTO t VALUES('\u0100'),"
        "('b'),('\u00e9'),('a'||char(0)),('\U0001F600'),('\uFFFD')");
    ReadRequest read = allOfT();
    read.orderBy = {QStringLiteral("k")};
    QCOMPARE(rowsOf(db->read(read)),
             QByteArrayLiteral("'a\0'\n'b'\n'\u00e9'\n'\u0100'\n'\uFFFD'\n'\U0001F600'\n"));
    make(db.path(), "INSERT INTO t VALUES(CAST(x'3dd84100' AS TEXT))"); // a lone surrogate
    QVERIFY(rowsOf(db->read(allOfT())).contains("encoding: row 7, column k"));
}

void TestSqlite::rangesCoverEveryRowOnce_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("parts");
    const QByteArray series =
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x<1000) INSERT INTO t ";
    QTest::newRow("empty") << QByteArray("CREATE TABLE t(id INTEGER PRIMARY KEY)") << 1;
    QTest::newRow("dense") << "CREATE TABLE t(id INTEGER PRIMARY KEY, v);" + series + "SELECT x, x FROM c"
                           << 10;
    QTest::newRow("sparse") << "CREATE TABLE t(id INTEGER PRIMARY KEY, v);" + series
            + "SELECT x * 9000000000000000, x FROM c"
                            << 10;
    QTest::newRow("extremes") << QByteArray(
        "CREATE TABLE t(id INTEGER PRIMARY KEY);"
        "INSERT INTO t VALUES(-9223372036854775808),(0),(9223372036854775807)")
                              << 1;
    QTest::newRow("top") << QByteArray("CREATE TABLE t(id INTEGER PRIMARY KEY);"
                                       "INSERT INTO t VALUES(9223372036854775807),(9223372036854775500)")
                         << 4;
    QTest::newRow("without rowid") << "CREATE TABLE t(id INTEGER PRIMARY KEY) WITHOUT ROWID;" + series
            + "SELECT x FROM c" << 1;
    QTest::newRow("names taken") << "CREATE TABLE t(rowid TEXT, oid, _rowid_);" + series
            + "SELECT x,x,x FROM c"
                                 << 1;
    QTest::newRow("one name taken") << "CREATE TABLE t(rowid TEXT);" + series + "SELECT 'same' FROM c" << 10;
}

void TestSqlite::rangesCoverEveryRowOnce()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const int, parts);
    Database db(sql);
    const auto ranges = db->ranges({QString(), QStringLiteral("t")}, 100);
    QVERIFY2(ranges.isOk(), qPrintable(ranges ? QString() : ranges.error().toString()));
    QCOMPARE(static_cast<int>(ranges->size()), parts);
    QByteArray together;
    for (const RowRange &range : *ranges) {
        ReadRequest read = allOfT();
        read.range = range;
        together += rowsOf(db->read(read));
    }
    QCOMPARE(together, rowsOf(db->read(allOfT())));
}

void TestSqlite::lookupFindsByKey()
{
    Database db("CREATE TABLE t(a INTEGER, b TEXT COLLATE NOCASE, c, PRIMARY KEY(a,b));"
                "INSERT INTO t VALUES(1,'x',10),(1,'y',20),(2,NULL,30)");
    auto lookup = db->lookup({QString(), QStringLiteral("t")}, {QStringLiteral("c"), QStringLiteral("a")},
                             {QStringLiteral("b"), QStringLiteral("a")});
    QVERIFY(lookup.isOk());
    RowBatch rows;
    rows.clear(2);
    QVERIFY(*(*lookup)->find(std::array{Cell::text("Y"), Cell::integer(1)}, rows));
    QVERIFY(!*(*lookup)->find(std::array{Cell::text("y"), Cell::integer(2)}, rows));
    QVERIFY(*(*lookup)->find(std::array{Cell::null(), Cell::integer(2)}, rows));
    QCOMPARE(test::show(rows), QByteArray("20|1\n30|2\n"));
}

void TestSqlite::interruptStopsALongQuery()
{
    Database db("CREATE TABLE t(a)");
    auto reader =
        db->readQuery(QStringLiteral("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) "
                                     "SELECT x FROM c WHERE x < 0"),
                      QStringLiteral("q"));
    QVERIFY(reader.isOk());
    std::thread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        db->interrupt();
    });
    RowBatch rows;
    const Result<bool> more = (*reader)->read(rows);
    other.join();
    QVERIFY(!more.isOk());
    QCOMPARE(more.error().kind, ErrorKind::Cancelled);
}

void TestSqlite::snapshotConnectionsSeeTheSame()
{
    Database db("PRAGMA journal_mode=WAL; CREATE TABLE t(a); INSERT INTO t VALUES(1)");
    auto connections = sqlite().openSnapshot(request(db.path()), 3);
    QVERIFY2(connections.isOk(), qPrintable(connections ? QString() : connections.error().toString()));
    QCOMPARE(connections->size(), size_t(3));
    make(db.path(), "INSERT INTO t VALUES(2)");
    for (auto &connection : *connections)
        QCOMPARE(rowsOf(connection->read(allOfT())), QByteArray("1\n"));
    QCOMPARE(rowsOf(db->read(allOfT())), QByteArray("1\n2\n"));
}

void TestSqlite::whatIsNoDatabaseIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("text") << QByteArray(2000, 'x')
                          << QStringLiteral("malformed: this is not an SQLite database");
    QTest::newRow("one byte") << QByteArray("S") << QStringLiteral("malformed");
}

void TestSqlite::whatIsNoDatabaseIsRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, reason);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("f.db"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    for (const bool isUntrusted : {false, true}) {
        OpenRequest open = request(path);
        open.isUntrusted = isUntrusted;
        const auto opened = sqlite().open(open);
        QVERIFY(!opened.isOk());
        QVERIFY2(opened.error().toString().contains(reason), qPrintable(opened.error().toString()));
    }
    const auto missing = sqlite().open(request(folder.filePath(QStringLiteral("none.db"))));
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    QVERIFY(!sqlite().open(request(folder.path())).isOk());
    OpenRequest create = request(folder.filePath(QStringLiteral("new.db")));
    create.access = OpenRequest::Access::Write;
    QCOMPARE(sqlite().open(create).error().kind, ErrorKind::NotFound);
    create.createIfMissing = true;
    QVERIFY(sqlite().open(create).isOk());
}

void TestSqlite::readingNeverWrites()
{
    // Committed rows that stand only in the -wal file are seen, from a copy; nothing appears beside the file.
    QTemporaryDir folder;
    const QString live = folder.filePath(QStringLiteral("live.db"));
    sqlite3 *raw = nullptr;
    QCOMPARE(sqlite3_open(live.toUtf8().constData(), &raw), SQLITE_OK);
    const SqliteHandle db(raw);
    QVERIFY(sqliteExec(raw, "PRAGMA journal_mode=WAL; CREATE TABLE t(a); INSERT INTO t VALUES(7)").isOk());
    QDir(folder.path()).mkdir(QStringLiteral("in"));
    const QString copy = folder.filePath(QStringLiteral("in/x.db"));
    QVERIFY(QFile::copy(live, copy)
            && QFile::copy(live + QStringLiteral("-wal"), copy + QStringLiteral("-wal")));
    OpenRequest open = request(copy);
    open.isUntrusted = true;
    {
        auto connections = sqlite().openSnapshot(open, 2);
        QVERIFY2(connections.isOk(), qPrintable(connections ? QString() : connections.error().toString()));
        for (auto &connection : *connections)
            QCOMPARE(rowsOf(connection->read(allOfT())), QByteArray("7\n"));
    }
    QCOMPARE(QDir(folder.filePath(QStringLiteral("in"))).entryList(QDir::Files),
             QStringList({QStringLiteral("x.db"), QStringLiteral("x.db-wal")}));
}

void TestSqlite::aFileThatWasFoundGoodIsCheckedAgainWhenItChanged()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.db"));
    make(path,
         "CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE t(a REFERENCES p); INSERT INTO p VALUES(1);"
         "INSERT INTO t VALUES(1)");
    OpenRequest open = request(path);
    open.isUntrusted = true;
    QVERIFY(sqlite().open(open).isOk());
    QVERIFY(sqlite().open(open).isOk());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QDateTime then = file.fileTime(QFileDevice::FileModificationTime);
    file.close();
    make(path, "UPDATE t SET a=2");
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(then, QFileDevice::FileModificationTime)); // as if nothing had been written
    file.close();
    const auto again = sqlite().open(open);
    QVERIFY(!again.isOk());
    QCOMPARE(again.error().kind, ErrorKind::Reference);
}

void TestSqlite::affinityIsThatOfSqlite_data()
{
    QTest::addColumn<QString>("declared");
    for (const char *declared :
         {"TEXT", "INTEGER", "NUMERIC", "REAL", "BLOB", "", "ANY", "DATE", "BOOLEAN", "STRING"})
        QTest::newRow(*declared == '\0' ? "(none)" : declared) << QString::fromLatin1(declared);
}

void TestSqlite::affinityIsThatOfSqlite()
{
    QFETCH(const QString, declared);
    const Column target = columnOf(declared);
    const QByteArrayList literals = {"1",
                                     "-5",
                                     "9223372036854775807",
                                     "1.0",
                                     "1.5",
                                     "-0.0",
                                     "1e18",
                                     "1e19",
                                     "1e300",
                                     "9e999",
                                     "''",
                                     "'x'",
                                     "'12'",
                                     "' 12 '",
                                     "'+12'",
                                     "'1.0'",
                                     "'1.5'",
                                     "'1e3'",
                                     "'.5'",
                                     "'5.'",
                                     "'0x10'",
                                     "'12x'",
                                     "'1e'",
                                     "'9223372036854775807'",
                                     "'9223372036854775808'",
                                     "'-9223372036854775808'",
                                     "'007'",
                                     "'inf'",
                                     "x'3132'",
                                     "x''",
                                     "0.1",
                                     "123456789012345680",
                                     "-9223372036854775808.0",
                                     "9007199254740993",
                                     "'1_000'",
                                     "'1' || char(0)",
                                     "'2024-01-02'",
                                     "'-'",
                                     "'.'",
                                     "100.0"};
    Database db("CREATE TABLE source(c); CREATE TABLE t(c " + declared.toUtf8()
                + "); INSERT INTO source VALUES (" + literals.join("),(")
                + "); INSERT INTO t SELECT c FROM source");
    auto source = db->read(all(QStringLiteral("source")));
    auto stored = db->read(allOfT());
    QVERIFY(source.isOk() && stored.isOk());
    RowBatch before;
    RowBatch after;
    QVERIFY(*(*source)->read(before) && *(*stored)->read(after));
    const Column any = {};
    const auto converter =
        sqlite().converter(shapeOf(CellOrigin::Native, QStringLiteral("sqlite")), &any, target);
    Arena arena;
    QString why;
    for (qsizetype i = 0; i < before.rowCount(); ++i) {
        Cell cell = before.row(i)[0];
        QVERIFY2(converter->convert(cell, arena, &why) != CellConverter::Outcome::Refused, qPrintable(why));
        QVERIFY2(cell == after.row(i)[0],
                 literals[i] + ": got " + test::show(cell) + ", SQLite " + test::show(after.row(i)[0]));
    }
}

void TestSqlite::foreignValuesAreChecked_data()
{
    QTest::addColumn<QString>("declared");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *declared, const char *text, const char *expected) {
        QTest::addRow("%s %s", declared, QByteArray(text).left(30).constData())
            << QString::fromLatin1(declared) << QByteArray(text) << QByteArray(expected);
    };
    row("INTEGER", "12", "12");
    row("INTEGER", "-9223372036854775808", "-9223372036854775808");
    row("INTEGER", "007", "7");
    row("INTEGER", "12x", "refused: \"12x\" is not an integer");
    row("INTEGER", "1.0", "refused: \"1.0\" is not an integer");
    row("INTEGER", " 1", "refused: \" 1\" is not an integer");
    row("INTEGER", "", "refused: \"\" is not an integer");
    row("INTEGER", "9223372036854775808",
        "refused: \"9223372036854775808\" is not within the 64 bits of an integer");
    row("BOOLEAN", "true", "1");
    row("BOOLEAN", "F", "0");
    row("BOOLEAN", "0", "0");
    row("BOOLEAN", "yes", "refused: \"yes\" is not true or false");
    row("BOOLEAN", "2", "refused: \"2\" is not true or false");
    row("REAL", "1", "1.0");
    row("REAL", "0.1", "0.1");
    row("REAL", "1e400", "refused: \"1e400\" is not within the range of a real");
    row("REAL", "1e-400", "inexact 0.0: \"1e-400\" is stored as 0.0");
    row("REAL", "1,5", "refused: \"1,5\" is not a number");
    row("REAL", "-Infinity", "-Infinity");
    row("REAL", "NaN", "refused: \"NaN\" is not a number");
    row("DECIMAL(10,2)", "1.50", "1.5");
    row("DECIMAL(10,2)", "5.00", "5");
    row("NUMERIC", "12345678901234567890.5",
        "inexact 12345678901234567168.0: \"12345678901234567890.5\" is stored as 12345678901234567168.0");
    row("NUMERIC", "0.1", "0.1");
    row("NUMERIC", "1e1000000000", "refused: \"1e1000000000\" is not within the range of a number of SQLite");
    row("NUMERIC", "abc", "refused: \"abc\" is not a decimal number");
    row("DECIMAL TEXT(38,18)", "12345678901234567890.1234567890", "'12345678901234567890.1234567890'");
    row("DECIMAL TEXT(38,18)", "x", "refused: \"x\" is not a decimal number");
    row("TEXT", "007", "'007'");
    row("TEXT", " 1 ", "' 1 '");
    row("", "007", "'007'");
    row("STRING", "007", "inexact 7: \"007\" is stored as 7");
    row("STRING", "7a", "'7a'");
    row("BLOB", "\\x00fF", "x'00ff'");
    row("BLOB", "\\x0", "refused: \"\\x0\" is not bytes written as \\x and hexadecimal digits");
    row("BLOB", "abc", "refused: \"abc\" is not bytes written as \\x and hexadecimal digits");
    row("DATE", "2024-02-29", "'2024-02-29'");
    row("DATE", "2023-02-29", "refused: \"2023-02-29\" is a date or time that does not exist");
    row("DATE", "01/02/2024",
        "refused: \"01/02/2024\" is ambiguous: day and month cannot be told apart; write a date as "
        "YYYY-MM-DD");
    row("DATE", "1700000000", "refused: \"1700000000\" is not a date as YYYY-MM-DD");
    row("TIMESTAMP", "0000-00-00", "refused: \"0000-00-00\" is a date or time that does not exist");
    row("TIMESTAMP", "2024-01-01 24:61",
        "refused: \"2024-01-01 24:61\" is a date or time that does not exist");
    row("TIMESTAMP(6)", "1883-11-18 12:03:58", "'1883-11-18 12:03:58'");
    row("TIME", "24:61", "refused: \"24:61\" is a time that does not exist");
    row("UUID TEXT", "123e4567-e89b-12d3-a456-426614174000", "'123e4567-e89b-12d3-a456-426614174000'");
    row("UUID TEXT", "123e", "refused: \"123e\" is not a UUID");
}

void TestSqlite::foreignValuesAreChecked()
{
    QFETCH(const QString, declared);
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    const Cell cell = Cell::text({text.constData(), static_cast<size_t>(text.size())});
    QCOMPARE(converted(shapeOf(CellOrigin::Lexical), columnOf(declared), cell), expected);
}

void TestSqlite::nullAndStrictAreChecked()
{
    const TableShape native = shapeOf(CellOrigin::Native, QStringLiteral("sqlite"));
    const TableShape typed = shapeOf(CellOrigin::Typed);
    QVERIFY(converted(native, columnOf(QStringLiteral("INT NOT NULL")), Cell::null()).startsWith("refused"));
    QCOMPARE(converted(native, columnOf(QStringLiteral("INT")), Cell::null()), QByteArray("NULL"));
    Column strict = columnOf(QStringLiteral("INTEGER"));
    strict.strict = true;
    QCOMPARE(converted(native, strict, Cell::text("x")),
             QByteArray("refused: \"x\" does not fit the type INTEGER of a STRICT table"));
    QCOMPARE(converted(native, strict, Cell::text("12")), QByteArray("12"));
    QCOMPARE(converted(native, columnOf(QStringLiteral("INTEGER")), Cell::text("x")), QByteArray("'x'"));
    QCOMPARE(converted(typed, columnOf(QStringLiteral("INTEGER")), Cell::real(3.0)), QByteArray("3"));
    QCOMPARE(converted(typed, columnOf(QStringLiteral("INTEGER")), Cell::real(3.5)),
             QByteArray("refused: 3.5 is not an integer"));
    QCOMPARE(converted(typed, columnOf(QStringLiteral("TEXT")), Cell::real(0.1)), QByteArray("'0.1'"));
    QCOMPARE(converted(typed, columnOf(QStringLiteral("DATETIME")), Cell::integer(1700000000)),
             QByteArray("1700000000"));
    QCOMPARE(converted(typed, columnOf(QStringLiteral("REAL")), Cell::integer(9007199254740993)),
             QByteArray("inexact 9007199254740992.0: 9007199254740993 is stored as 9007199254740992.0"));
    // Pinned: the file named the kind, so the column's type is not asked.
    QCOMPARE(converted(shapeOf(CellOrigin::Lexical), columnOf(QStringLiteral("INTEGER")),
                       Cell::text("x").pinned()),
             QByteArray("'x'"));
    // A constant is text to be read as the column's type.
    Cell constant = Cell::text("12");
    Arena arena;
    QString why;
    const auto converter = sqlite().converter(native, nullptr, columnOf(QStringLiteral("INTEGER")));
    QCOMPARE(converter->convert(constant, arena, &why), CellConverter::Outcome::Ok);
    QCOMPARE(test::show(constant), QByteArray("12"));
}

void TestSqlite::keysAreOrderedAsSqliteOrders()
{
    const QByteArrayList literals = {"NULL",
                                     "1",
                                     "1.0",
                                     "2",
                                     "1.5",
                                     "9007199254740993",
                                     "9007199254740992.0",
                                     "9223372036854775807",
                                     "9223372036854775808.0",
                                     "-9223372036854775808",
                                     "9e999",
                                     "-9e999",
                                     "''",
                                     "'a'",
                                     "'A'",
                                     "'a '",
                                     "'ab'",
                                     "'Ab'",
                                     "'é'",
                                     "x''",
                                     "x'00'",
                                     "x'ff'",
                                     "'z'",
                                     "'a'||char(0)||'b'",
                                     "'['",
                                     "'_'"};
    for (const char *collation : {"BINARY", "NOCASE", "RTRIM"}) {
        Database db("CREATE TABLE t(c COLLATE " + QByteArray(collation) + "); INSERT INTO t VALUES ("
                    + literals.join("),(") + ")");
        const Column column = tableOf(*db, QStringLiteral("t")).shape.columns[0];
        // SQLite compares every pair.
        auto pairs =
            db->readQuery(QStringLiteral("SELECT x.c, y.c, CASE WHEN x.c IS y.c THEN 0 WHEN x.c IS NULL "
                                         "THEN -1 WHEN y.c IS NULL THEN 1 WHEN x.c < y.c THEN -1 "
                                         "ELSE 1 END FROM t x, t y"),
                          QStringLiteral("q"));
        QVERIFY(pairs.isOk());
        RowBatch rows;
        QVERIFY(*(*pairs)->read(rows));
        QCOMPARE(rows.rowCount(), literals.size() * literals.size());
        for (qsizetype i = 0; i < rows.rowCount(); ++i) {
            const auto row = rows.row(i);
            QVERIFY2(sqlite().compareKeys(column, row[0], row[1]) == row[2].asInteger(),
                     collation + (' ' + test::show(row[0])) + " and " + test::show(row[1]));
        }
    }
}

void TestSqlite::tablesForForeignRows()
{
    TableShape source;
    source.name = {QStringLiteral("public"), QStringLiteral("a \"b")};
    for (int i = 0; i <= static_cast<int>(LogicalType::Other); ++i) {
        Column column;
        column.name = QStringLiteral("c%1").arg(i);
        column.type = static_cast<LogicalType>(i);
        source.columns.push_back(column);
    }
    source.columns[4].precision = 10;
    source.columns[4].scale = 2;
    source.key = {1};
    const Result<TableInfo> table = sqlite().tableFor(source);
    QVERIFY2(table.isOk(), qPrintable(table ? QString() : table.error().toString()));
    Database db(table->sql.toUtf8());
    const TableInfo made = tableOf(*db, QStringLiteral("a \"b"));
    QCOMPARE(made.shape.columnCount(), source.columnCount());
    QCOMPARE(names(made.shape, made.shape.key), QStringLiteral("c1"));
    for (size_t i = 0; i < source.columns.size(); ++i) {
        const LogicalType type = source.columns[i].type;
        const bool isText = type == LogicalType::Interval || type == LogicalType::Other;
        QCOMPARE(made.shape.columns[i].type, isText ? LogicalType::Text : type);
        QCOMPARE(made.shape.columns[i].nativeType, table->shape.columns[i].nativeType);
    }
}

void TestSqlite::impossibleTablesAreRefused()
{
    const auto refusal = [](const QStringList &columns, const QString &table = QStringLiteral("t")) {
        TableShape shape;
        shape.name.name = table;
        for (const QString &name : columns) {
            Column column;
            column.name = name;
            shape.columns.push_back(column);
        }
        const Result<TableInfo> made = sqlite().tableFor(shape);
        return made ? QString() : made.error().toString();
    };
    QStringList many;
    for (int i = 0; i < 20'000; ++i)
        many += QStringLiteral("c%1").arg(i);
    QVERIFY(refusal(many).startsWith(QLatin1String("limit: 20000 columns")));
    QVERIFY(refusal(many.mid(0, 2000)).isEmpty());
    QVERIFY(refusal({QStringLiteral("Id"), QStringLiteral("x"), QStringLiteral("ID")})
                .startsWith(QLatin1String("duplicate: the columns \"Id\" and \"ID\"")));
    QVERIFY(refusal({QStringLiteral("É"), QStringLiteral("é")}).isEmpty());
    QVERIFY(
        refusal({QStringLiteral("a"), QString()}).startsWith(QLatin1String("schema: column 2 has no name")));
    QVERIFY(refusal({QString(10'001, QLatin1Char('x'))}).startsWith(QLatin1String("limit:")));
    QVERIFY(refusal({}).startsWith(QLatin1String("schema:")));
    QVERIFY(refusal({QStringLiteral("a")}, QStringLiteral("sqlite_x")).startsWith(QLatin1String("schema:")));
}

} // namespace galley

QTEST_GUILESS_MAIN(galley::TestSqlite)
#include "tst_sqlite.moc"
