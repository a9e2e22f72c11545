// SPDX-License-Identifier: MIT
//
// Sketches of columns and the sizes of tables: what they say is what the rows are, and how many rows they
// were made of; nothing is counted that nobody asked for.
#include "models/columnsketch.h"
#include "models/tablesizesmodel.h"
#include "models/tablesketches.h"
#include "workers/base/rowbatch.h"
#include "workers/jobs/jobrunner.h"

#include <QAbstractItemModelTester>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace galley;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

ColumnSketch sketchOf(LogicalType type, const std::vector<Cell> &cells)
{
    Column column;
    column.type = type;
    ColumnSketcher sketcher(column);
    for (const Cell &cell : cells) {
        const bool hasBytes = cell.kind() == CellKind::Text || cell.kind() == CellKind::Bytes;
        sketcher.add(cell, hasBytes ? static_cast<qint64>(cell.view().size()) : 8);
    }
    return sketcher.sketch();
}

} // namespace

class TestTableSketches : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::unique_ptr<Session> openWith(const char *sql) const
    {
        QProcess sqlite;
        sqlite.start(text("sqlite3"), {m_folder->filePath(text("t.sqlite")), text(sql)});
        if (!sqlite.waitForFinished() || sqlite.exitCode() != 0)
            return nullptr;
        OpenRequest request;
        request.database = {text("sqlite"), m_folder->filePath(text("t.sqlite")), {}};
        auto session = std::make_unique<Session>(request);
        session->open();
        const bool isOpen = QTest::qWaitFor([&] { return session->state() == Session::State::Open; }, 20'000);
        return isOpen ? std::move(session) : nullptr;
    }
    static TableName table(const char *name) { return {text("main"), text(name)}; }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void numbersSpreadFromTheLeastToTheGreatest()
    {
        const ColumnSketch sketch = sketchOf(
            LogicalType::Integer,
            {Cell::integer(-10), Cell::null(), Cell::integer(90), Cell::integer(-9), Cell::integer(-8)});
        QCOMPARE(sketch.kind, ColumnSketch::Bars::Spread);
        QCOMPARE(sketch.low, text("-10"));
        QCOMPARE(sketch.high, text("90"));
        QCOMPARE(sketch.bars.size(), size_t(16));
        QCOMPARE(sketch.bars.front(), 1.0);
        QCOMPARE(sketch.bars.back(), 1.0 / 3);
        QCOMPARE(sketch.bars[7], 0.0);
        QCOMPARE(sketch.nullShare(), 0.2);
        QCOMPARE(sketchText(sketch), text("20 % NULL, from -10 to 90"));
    }

    void extremesDoNotBreakThePicture()
    {
        for (const std::vector<Cell> &cells :
             {std::vector<Cell>{Cell::integer(std::numeric_limits<qint64>::min()),
                                Cell::integer(std::numeric_limits<qint64>::max())},
              std::vector<Cell>{Cell::real(-1.7e308), Cell::real(1.7e308), Cell::real(0)},
              std::vector<Cell>{Cell::real(5e-324), Cell::real(0)},
              std::vector<Cell>{Cell::text("NaN"), Cell::text("1e400"), Cell::text("12.50"),
                                Cell::real(3)}}) {
            for (const LogicalType type : {LogicalType::Integer, LogicalType::Decimal, LogicalType::Real}) {
                const ColumnSketch sketch = sketchOf(type, cells);
                for (const double bar : sketch.bars)
                    QVERIFY(bar >= 0 && bar <= 1);
                QVERIFY(!sketchText(sketch).isEmpty());
            }
        }
        const ColumnSketch one = sketchOf(LogicalType::Decimal, {Cell::text("7.10"), Cell::text("7.10")});
        QCOMPARE(one.bars.size(), size_t(1));
        QCOMPARE(sketchText(one), text("no NULL, always 7.10"));
    }

    void datesSpreadOverTime()
    {
        const ColumnSketch sketch = sketchOf(
            LogicalType::DateTime,
            {Cell::text("2024-02-29 12:00:00"), Cell::text("2020-01-01 00:00:00"), Cell::text("infinity"),
             Cell::text("0000-00-00 00:00:00"), Cell::text("2021-02-30 00:00:00")});
        QCOMPARE(sketch.kind, ColumnSketch::Bars::Spread);
        QCOMPARE(sketch.low, text("2020-01-01 00:00:00"));
        QCOMPARE(sketch.high, text("2024-02-29 12:00:00"));
        QCOMPARE(sketch.rows, 5);
    }

    void fewDifferentTextsAreCategoriesManyAreLengths()
    {
        const ColumnSketch few =
            sketchOf(LogicalType::Text,
                     {Cell::text("paid"), Cell::text("open"), Cell::text("paid"), Cell::text("paid\nback")});
        QCOMPARE(few.kind, ColumnSketch::Bars::Values);
        QCOMPARE(few.mostFrequent, text("paid"));
        QCOMPARE(sketchText(few), text("no NULL, 3 different values, most often “paid” (50 %)"));
        std::vector<QByteArray> names;
        std::vector<Cell> cells;
        for (int i = 0; i < 100; ++i)
            names.push_back(QByteArray::number(i).repeated(1 + i % 5));
        for (const QByteArray &name : names)
            cells.push_back(Cell::text({name.constData(), static_cast<size_t>(name.size())}));
        const ColumnSketch many = sketchOf(LogicalType::Text, cells);
        QCOMPARE(many.kind, ColumnSketch::Bars::Lengths);
        QCOMPARE(many.low, text("1"));
        QCOMPARE(many.high, text("10"));
        // Lengths are those of all rows, also of the first, when they still looked like categories.
        QCOMPARE(sketchText(many), text("no NULL, 1 to 10 bytes long"));
    }

    void sharesNeverRoundToNothingOrToAll()
    {
        QCOMPARE(shareText(0), text("0 %"));
        QCOMPARE(shareText(0.0001), text("< 0.1 %"));
        QCOMPARE(shareText(0.004), text("0.4 %"));
        QCOMPARE(shareText(0.5), text("50 %"));
        QCOMPARE(shareText(0.996), text("99.6 %"));
        QCOMPARE(shareText(0.99999), text("> 99.9 %"));
        QCOMPARE(shareText(1), text("100 %"));
        const ColumnSketch none = sketchOf(LogicalType::Text, {Cell::null(), Cell::null()});
        QCOMPARE(sketchText(none), text("100 % NULL"));
        QVERIFY(none.bars.empty());
    }

    void aSmallTableIsSketchedAsAWhole()
    {
        const auto session = openWith("CREATE TABLE t (a INTEGER, b TEXT, c BLOB); WITH RECURSIVE n(i) AS "
                                      "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500) INSERT INTO t "
                                      "SELECT i, nullif('v' || (i % 3), 'v1'), zeroblob(i % 7) FROM n;");
        QVERIFY(session != nullptr);
        TableSketches sketches(session.get(), table("t"));
        QSignalSpy changed(&sketches, &TableSketches::changed);
        sketches.start();
        QVERIFY(changed.wait(20'000));
        QCOMPARE(sketches.sampleText(), text("all 2,500 rows"));
        QCOMPARE(sketches.find(text("a"))->high, text("2500"));
        QCOMPARE(sketches.find(text("b"))->nulls, 834);
        QCOMPARE(sketches.find(text("b"))->distinct, 2);
        QCOMPARE(sketches.find(text("c"))->kind, ColumnSketch::Bars::Lengths);
        QVERIFY(sketches.find(text("d")) == nullptr);
    }

    void aLargeTableIsSketchedFromItsFirstRowsAndSaysSo()
    {
        const auto session =
            openWith("CREATE TABLE t (a INTEGER); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                     "SELECT i + 1 FROM n WHERE i < 40000) INSERT INTO t SELECT i FROM n;");
        QVERIFY(session != nullptr);
        TableSketches sketches(session.get(), table("t"));
        QSignalSpy changed(&sketches, &TableSketches::changed);
        sketches.start();
        QVERIFY(changed.wait(20'000));
        QCOMPARE(sketches.sampleText(), text("the first 10,000 rows"));
        QCOMPARE(sketches.find(text("a"))->rows, 10'000);
        QVERIFY(sketches.text(text("a")).startsWith(text("the first 10,000 rows: no NULL, from 1 to")));
    }

    void aStoppedSketchLeavesNothing()
    {
        const auto session =
            openWith("CREATE TABLE t (a INTEGER); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                     "SELECT i + 1 FROM n WHERE i < 40000) INSERT INTO t SELECT i FROM n;");
        QVERIFY(session != nullptr);
        TableSketches sketches(session.get(), table("t"));
        QSignalSpy changed(&sketches, &TableSketches::changed);
        sketches.start();
        sketches.stop();
        QVERIFY(!sketches.isRunning());
        QSignalSpy counted(session.get(), &Session::counted);
        session->requestCount(table("t"));
        QVERIFY(counted.wait(20'000)); // whatever was asked before is answered by now
        QCOMPARE(changed.count(), 0);
        QVERIFY(sketches.sampleText().isEmpty());
    }

    void sizesAreThoseOfTheFile()
    {
        const auto session = openWith("CREATE TABLE big (a TEXT); CREATE INDEX i ON big (a); CREATE TABLE "
                                      "small (a); WITH RECURSIVE n(i) "
                                      "AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT "
                                      "INTO big SELECT printf('%050d', "
                                      "i) FROM n; INSERT INTO small VALUES (1); CREATE VIEW v AS SELECT 1;");
        QVERIFY(session != nullptr);
        TableSizesModel model(session.get());
        QAbstractItemModelTester tester(&model);
        QTRY_VERIFY_WITH_TIMEOUT(session->rowCount(table("big")) == 3000, 20'000);
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(!model.hasBytes());
        auto sizes = std::make_shared<TableSizes>();
        JobRunner runner(makeTableSizesJob(*session, sizes));
        QSignalSpy finished(&runner, &JobRunner::finished);
        runner.start();
        QVERIFY(finished.wait(20'000));
        QVERIFY2(runner.result()->isOk(),
                 runner.result()->isOk() ? "" : qPrintable(runner.result()->error().toString()));
        model.setSizes(*sizes);
        QVERIFY(model.hasBytes());
        // Independently: pages of the file but the first, which is the schema's.
        QProcess sqlite;
        sqlite.start(text("sqlite3"),
                     {m_folder->filePath(text("t.sqlite")),
                      text("SELECT (page_count - 1) * page_size FROM pragma_page_count, pragma_page_size")});
        QVERIFY(sqlite.waitForFinished());
        QCOMPARE(model.totalBytes(), sqlite.readAllStandardOutput().trimmed().toLongLong());
        QCOMPARE(model.index(0, TableSizesModel::NameColumn).data().toString(), text("big"));
        QVERIFY(model.index(0, 0).data(TableSizesModel::ShareRole).toDouble() > 0.9);
        QVERIFY(!model.index(0, TableSizesModel::RowsColumn).data(TableSizesModel::IsEstimateRole).toBool());
        model.sort(TableSizesModel::RowsColumn, Qt::AscendingOrder);
        QCOMPARE(model.table(0), table("small"));
        QCOMPARE(model.rowOf(table("big")), 1);
    }

    void measuringCanBeStopped()
    {
        const auto session = openWith("CREATE TABLE t (a);");
        QVERIFY(session != nullptr);
        auto sizes = std::make_shared<TableSizes>();
        JobContext context([] {
            std::stop_source stop;
            stop.request_stop();
            return stop.get_token();
        }());
        const auto result = makeTableSizesJob(*session, sizes)->run(context);
        QVERIFY(!result && result.error().kind == ErrorKind::Cancelled);
        QVERIFY(sizes->bytes.empty());
    }
};

QTEST_GUILESS_MAIN(TestTableSketches)
#include "tst_tablesketches.moc"
