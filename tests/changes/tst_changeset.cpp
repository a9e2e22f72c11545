// SPDX-License-Identifier: MIT
#include "workers/changes/changeset.h"
#include "workers/changes/report.h"
#include "workers/changes/rowcodec.h"
#include "workers/engines/sqlite/sqlitehandle.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <limits>

using namespace galley;

namespace {

ChangeShape shapeOf(const QString &table)
{
    ChangeShape change;
    change.shape.name = {QStringLiteral("main"), table};
    change.shape.engine = QStringLiteral("sqlite");
    for (const char *name : {"id", "title", "size"})
        change.shape.columns.emplace_back().name = QLatin1String(name);
    change.shape.key = {0};
    change.isSet = {true, true, true};
    return change;
}

Result<void> writeSample(const QString &path, qint64 inserts = 1)
{
    ASSIGN_OR_RETURN(const auto writer, ChangeSetWriter::create(path));
    ChangeSetTable table;
    table.change = shapeOf(QStringLiteral("t<1>"));
    RETURN_IF_ERROR(writer->beginTable(table.change));
    const std::vector<Cell> before = {Cell::integer(1), Cell::text("a & b"), Cell::null()};
    const std::vector<Cell> after = {Cell::integer(1), Cell::text("it's"), Cell::bytes({"\0\xff", 2})};
    RETURN_IF_ERROR(writer->add({0, ChangeKind::Update, 2, before, after}));
    RETURN_IF_ERROR(writer->add({0, ChangeKind::Delete, 0, before, {}}));
    for (qint64 i = 0; i < inserts; ++i)
        RETURN_IF_ERROR(writer->add({0, ChangeKind::Insert, 3 + i, {}, after}));
    RETURN_IF_ERROR(writer->addReject({table.change.shape.name,
                                       {QStringLiteral("t.csv"), {}, 7, 2},
                                       QStringLiteral("size"),
                                       QStringLiteral("x"),
                                       ErrorKind::Value,
                                       QStringLiteral("not a number"),
                                       "1,a,x"}));
    table.counts.inserted = inserts;
    RETURN_IF_ERROR(writer->endTable(table));
    ChangeSetHeader header;
    header.id = QStringLiteral("the-id");
    header.created = QDateTime::fromString(QStringLiteral("2024-02-29T10:00:00.000Z"), Qt::ISODateWithMs);
    header.sourceName = QStringLiteral("t.csv");
    header.target.engine = QStringLiteral("sqlite");
    return writer->seal(header);
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestChangeSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("a.galleychanges"));
    }
    void rowsOfEveryKindComeBack();
    void brokenRowsAreRefused();
    void whatWasWrittenIsRead();
    void pagesBeginAnywhere();
    void unsealedLeavesNothingBehind();
    void anAlteredRowIsRefused_data();
    void anAlteredRowIsRefused();
    void anotherSchemaIsRefused();
    void otherFilesAreRefused();
    void theSqlReportDoesWhatItSays();
    void theHtmlReportEscapes();
    void theCsvReportNamesEachCell();
    void anUnknownSuffixIsRefused();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestChangeSet::rowsOfEveryKindComeBack()
{
    using Limits = std::numeric_limits<qint64>;
    const std::vector<Cell> row = {Cell::null(),
                                   Cell::integer(0),
                                   Cell::integer(Limits::min()),
                                   Cell::integer(Limits::max()),
                                   Cell::integer(-1).pinned(),
                                   Cell::real(-0.0),
                                   Cell::real(std::numeric_limits<double>::infinity()),
                                   Cell::text(""),
                                   Cell::text("\xf0\x9f\x9a\xa2").pinned(),
                                   Cell::bytes({"\0", 1})};
    ByteBuffer bytes;
    encodeRow(bytes, row);
    std::vector<Cell> decoded(row.size());
    QVERIFY(decodeRow(bytes.view(), decoded));
    for (size_t i = 0; i < row.size(); ++i) {
        QVERIFY2(decoded[i] == row[i], QByteArray::number(qint64(i)).constData());
        QCOMPARE(decoded[i].isPinned(), row[i].isPinned());
    }
}

void TestChangeSet::brokenRowsAreRefused()
{
    const std::vector<Cell> row = {Cell::integer(300), Cell::text("abc"), Cell::real(1.5)};
    ByteBuffer bytes;
    encodeRow(bytes, row);
    std::vector<Cell> decoded(row.size());
    for (size_t size = 0; size < bytes.size(); ++size)
        QVERIFY(!decodeRow(bytes.view().substr(0, size), decoded));
    QVERIFY(!decodeRow(std::string(bytes.view()) + 'x', decoded));
    QVERIFY(!decodeRow({"\x07", 1}, std::span(decoded).first(1))); // no such kind
    QVERIFY(!decodeRow({"\x03\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 11}, std::span(decoded).first(1)));
    QVERIFY(!decodeChangedRow({"\x01\x09\x00", 3}, decoded)); // no such column
}

void TestChangeSet::whatWasWrittenIsRead()
{
    QVERIFY(writeSample(m_path));
    const auto changes = ChangeSet::open(m_path);
    QVERIFY2(changes.isOk(), changes.isOk() ? "" : qPrintable(changes.error().toString()));
    QVERIFY((*changes)->verify({}));
    QCOMPARE((*changes)->header().id, QStringLiteral("the-id"));
    QCOMPARE((*changes)->tables().size(), size_t(1));
    QCOMPARE((*changes)->tables()[0].changeCount, 3);
    QCOMPARE((*changes)->tables()[0].change.shape.columnNames(), shapeOf({}).shape.columnNames());
    QCOMPARE(*(*changes)->kinds(0), QByteArray("\x01\x02\x00", 3));
    const auto reader = (*changes)->changes(0, 1, -1);
    RowChange change;
    QVERIFY(*(*reader)->next(change));
    QCOMPARE(change.kind, ChangeKind::Update);
    QCOMPARE(change.line, 2);
    QVERIFY(change.before[1] == Cell::text("a & b"));
    QVERIFY(change.after[1] == Cell::text("it's"));
    QVERIFY(change.after[2] == Cell::bytes({"\0\xff", 2}));
    QVERIFY(*(*reader)->next(change));
    QVERIFY(change.after.empty());
    QVERIFY(*(*reader)->next(change));
    QVERIFY(change.before.empty());
    QVERIFY(!*(*reader)->next(change));
    const auto rejects = (*changes)->rejects(0, 10);
    QCOMPARE(rejects->size(), size_t(1));
    QCOMPARE(rejects->front().raw, QByteArray("1,a,x"));
    QCOMPARE(rejects->front().where.line, 7);
}

void TestChangeSet::pagesBeginAnywhere()
{
    QVERIFY(writeSample(m_path, 70'000));
    const auto changes = ChangeSet::open(m_path);
    QCOMPARE((*changes)->kinds(0)->size(), 70'002);
    const auto reader = (*changes)->changes(0, 65'536, 3);
    RowChange change;
    QList<qint64> numbers;
    while (*(*reader)->next(change))
        numbers.append(change.number);
    QCOMPARE(numbers, (QList<qint64>{65'536, 65'537, 65'538}));
}

void TestChangeSet::unsealedLeavesNothingBehind()
{
    {
        const auto writer = ChangeSetWriter::create(m_path);
        QVERIFY(writer.isOk());
        QVERIFY((*writer)->beginTable(shapeOf(QStringLiteral("t"))));
    }
    QVERIFY(QDir(m_folder->path()).isEmpty());
    const auto failed = ChangeSetWriter::create(m_folder->filePath(QStringLiteral("no/such/folder")));
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::CannotCreate);
}

void TestChangeSet::anAlteredRowIsRefused_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("value") << QByteArray("UPDATE changes SET after=x'0100010c' WHERE number=1");
    QTest::newRow("kind") << QByteArray("UPDATE changes SET kind=2 WHERE number=3");
    QTest::newRow("line") << QByteArray("UPDATE changes SET line=9 WHERE number=1");
    QTest::newRow("table") << QByteArray("UPDATE changes SET table_no=1 WHERE number=1");
    QTest::newRow("row lost") << QByteArray("DELETE FROM changes WHERE number=2");
    QTest::newRow("row added") << QByteArray(
        "INSERT INTO changes SELECT 4,0,kind,line,before,after FROM changes "
        "WHERE number=3");
    QTest::newRow("kinds") << QByteArray("UPDATE kinds SET kinds=x'010202'");
    QTest::newRow("reject") << QByteArray("UPDATE rejects SET reason='fine'");
    QTest::newRow("document") << QByteArray("UPDATE meta SET value=replace(value,'the-id','an-id')");
    QTest::newRow("seal") << QByteArray("DELETE FROM meta WHERE key='seal'");
}

void TestChangeSet::anAlteredRowIsRefused()
{
    QFETCH(QByteArray, sql);
    QVERIFY(writeSample(m_path));
    sqlite3 *db = nullptr;
    QCOMPARE(sqlite3_open(m_path.toUtf8().constData(), &db), SQLITE_OK);
    const SqliteHandle handle(db);
    QVERIFY(sqliteExec(db, sql));
    const auto changes = ChangeSet::open(m_path);
    const Result<void> verified = changes ? (*changes)->verify({}) : Result<void>(changes.error());
    QVERIFY(!verified);
    QVERIFY(verified.error().kind == ErrorKind::Checksum || verified.error().kind == ErrorKind::Malformed);
}

void TestChangeSet::anotherSchemaIsRefused()
{
    QVERIFY(writeSample(m_path));
    sqlite3 *db = nullptr;
    QCOMPARE(sqlite3_open(m_path.toUtf8().constData(), &db), SQLITE_OK);
    const SqliteHandle handle(db);
    QVERIFY(sqliteExec(db, "CREATE VIEW v AS SELECT 1"));
    const auto changes = ChangeSet::open(m_path);
    QVERIFY(!changes);
    QCOMPARE(changes.error().kind, ErrorKind::Checksum);
}

void TestChangeSet::otherFilesAreRefused()
{
    QCOMPARE(ChangeSet::open(m_path).error().kind, ErrorKind::NotFound);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    QCOMPARE(ChangeSet::open(m_path).error().kind, ErrorKind::Malformed);
}

void TestChangeSet::theSqlReportDoesWhatItSays()
{
    QVERIFY(writeSample(m_path));
    const auto changes = ChangeSet::open(m_path);
    const QString path = m_folder->filePath(QStringLiteral("r.sql"));
    QVERIFY(writeReport(**changes, {path}));
    sqlite3 *db = nullptr;
    QCOMPARE(sqlite3_open(":memory:", &db), SQLITE_OK);
    const SqliteHandle handle(db);
    QVERIFY(sqliteExec(db,
                       "CREATE TABLE \"t<1>\"(id, title, size);"
                       "INSERT INTO \"t<1>\" VALUES(1,'a & b',NULL),(1,'other',NULL)"));
    QVERIFY(sqliteExec(db, readFile(path)));
    auto query = SqliteStatement::prepare(db, "SELECT group_concat(title || quote(size), '|') FROM \"t<1>\"");
    QVERIFY(*query->step());
    QCOMPARE(query->text(0), QStringLiteral("it'sX'00FF'|otherNULL|it'sX'00FF'"));
}

void TestChangeSet::theHtmlReportEscapes()
{
    QVERIFY(writeSample(m_path, 6000));
    const auto changes = ChangeSet::open(m_path);
    const QString path = m_folder->filePath(QStringLiteral("r.html"));
    QVERIFY(writeReport(**changes, {path}));
    const QByteArray html = readFile(path);
    QVERIFY(html.contains("t&lt;1&gt;"));
    QVERIFY(!html.contains("t<1>"));
    QVERIFY(html.contains("<del>a &amp; b</del>"));
    QVERIFY(html.contains("The first 5000 of 6002 changes."));
    QVERIFY(html.contains("prefers-color-scheme:dark"));
    QCOMPARE(html.count("<tr class=i>"), 4998);
}

void TestChangeSet::theCsvReportNamesEachCell()
{
    QVERIFY(writeSample(m_path));
    const auto changes = ChangeSet::open(m_path);
    const QString path = m_folder->filePath(QStringLiteral("r.csv"));
    QVERIFY(writeReport(**changes, {path}));
    const QList<QByteArray> lines = readFile(path).split('\n');
    QCOMPARE(lines[0], QByteArray("table,number,kind,key,column,before,after"));
    QCOMPARE(lines[1], QByteArray("\"main.t<1>\",1,update,\"id=1\",\"title\",\"a & b\",\"it's\""));
    QCOMPARE(lines[2], QByteArray("\"main.t<1>\",1,update,\"id=1\",\"size\",,\\x00ff"));
    QCOMPARE(lines.size(), 1 + 2 + 3 + 3 + 1);
}

void TestChangeSet::anUnknownSuffixIsRefused()
{
    QVERIFY(writeSample(m_path));
    const auto changes = ChangeSet::open(m_path);
    QCOMPARE(writeReport(**changes, {m_folder->filePath(QStringLiteral("r.doc"))}).error().kind,
             ErrorKind::Unsupported);
}

QTEST_GUILESS_MAIN(TestChangeSet)
#include "tst_changeset.moc"
