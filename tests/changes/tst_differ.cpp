// SPDX-License-Identifier: MIT
#include "tests/support/memoryrows.h"
#include "workers/changes/differ.h"
#include "workers/changes/readahead.h"
#include "workers/changes/rowsorter.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace galley;
using namespace galley::test;

namespace {

struct Outcome
{
    std::optional<Error> error;
    RowCounts counts;
    KeptChanges changes;
    KeptRejects rejects;
    int sourceOpened = 0;
    int lookedUp = 0;
};

/// Finds rows in a list, by keys that PlainEngine calls equal.
class ListLookup final : public RowLookup
{
public:
    ListLookup(const TableShape &shape, const Rows &rows, int &count)
        : m_shape(shape)
        , m_rows(rows)
        , m_count(count)
    {
    }
    Result<bool> find(std::span<const Cell> key, RowBatch &rows) override
    {
        static const PlainEngine engine;
        ++m_count;
        if (rows.columnCount() != m_shape.columnCount())
            rows.clear(m_shape.columnCount());
        for (const Row &row : m_rows) {
            bool isSame = true;
            for (size_t i = 0; i < key.size(); ++i) {
                const auto at = static_cast<size_t>(m_shape.key[i]);
                isSame = isSame && engine.compareKeys(m_shape.columns[at], row[at].cell(), key[i]) == 0;
            }
            if (!isSame)
                continue;
            const std::span<Cell> cells = rows.appendRow();
            for (size_t i = 0; i < row.size(); ++i)
                cells[i] = copyCell(row[i].cell(), rows.arena());
            return true;
        }
        return false;
    }

private:
    const TableShape &m_shape;
    const Rows &m_rows;
    int &m_count;
};

struct Case
{
    QStringList columns = {QStringLiteral("id"), QStringLiteral("name")};
    std::vector<int> key = {0};
    std::vector<bool> isSet; ///< empty: all
    QString collation;
    ImportMode mode = ImportMode::Mirror;
    size_t budget = 1 << 20;
    bool ahead = false;
    bool looksUp = false;
};

class TstDiffer : public QObject
{
    Q_OBJECT

private:
    void compare(const Case &given, const Rows &source, Rows target, Outcome &out)
    {
        static const PlainEngine engine;
        DiffSettings settings;
        settings.engine = &engine;
        settings.change.shape = shapeOf(given.columns, given.key);
        for (Column &column : settings.change.shape.columns)
            column.collation = given.collation;
        settings.change.isSet =
            given.isSet.empty() ? std::vector<bool>(settings.change.shape.columns.size(), true) : given.isSet;
        settings.mode = given.mode;
        settings.scratchFolder = m_folder.path();
        settings.budget = given.budget;
        TableShape sourceShape = settings.change.shape;
        sourceShape.columns.clear();
        for (size_t i = 0; i < settings.change.isSet.size(); ++i) {
            if (settings.change.isSet[i])
                sourceShape.columns.push_back(settings.change.shape.columns[i]);
        }
        std::stable_sort(target.begin(), target.end(), [&](const Row &a, const Row &b) {
            for (const int key : given.key) {
                const auto at = static_cast<size_t>(key);
                const int order =
                    engine.compareKeys(settings.change.shape.columns[at], a[at].cell(), b[at].cell());
                if (order != 0)
                    return order < 0;
            }
            return false;
        });
        DiffInput input;
        input.openSource = [&](RejectSink &rejects) -> Result<std::unique_ptr<RowReader>> {
            ++out.sourceOpened;
            if (!given.ahead)
                return readerOf(sourceShape, source);
            return ReadAhead::start(
                [&](RejectSink &) -> Result<std::unique_ptr<RowReader>> {
                    return readerOf(sourceShape, source);
                },
                rejects);
        };
        input.openTarget = [&](bool) -> Result<std::unique_ptr<RowReader>> {
            return readerOf(settings.change.shape, target, 2);
        };
        if (given.looksUp)
            input.lookUpTarget = [&]() -> Result<std::unique_ptr<RowLookup>> {
                return std::unique_ptr<RowLookup>(
                    std::make_unique<ListLookup>(settings.change.shape, target, out.lookedUp));
            };
        const auto result = diffTable(settings, input, out.changes, out.rejects);
        if (result)
            out.counts = result->counts;
        else
            out.error = result.error();
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void mirrorInsertsUpdatesAndDeletes()
    {
        Outcome out;
        compare({}, {{1, "a"}, {2, "changed"}, {4, "new"}}, {{1, "a"}, {2, "b"}, {3, "c"}}, out);
        QVERIFY(!out.error);
        QCOMPARE(out.counts, (RowCounts{3, 1, 1, 1, 1, 0, 0}));
        QCOMPARE(out.changes.all.size(), size_t{3});
        QCOMPARE(out.changes.all[0].kind, ChangeKind::Update);
        QCOMPARE(out.changes.all[0].line, 3);
        QVERIFY(out.changes.all[0].before == Row({2, "b"}));
        QCOMPARE(out.changes.all[1].kind, ChangeKind::Delete);
        QCOMPARE(out.changes.all[2].kind, ChangeKind::Insert);
        QCOMPARE(out.sourceOpened, 1);
    }

    void eachModeTakesWhatItShould_data()
    {
        QTest::addColumn<ImportMode>("mode");
        QTest::addColumn<RowCounts>("counts");
        // rows, inserted, updated, deleted, unchanged, skipped, rejected
        QTest::newRow("insert") << ImportMode::Insert << RowCounts{3, 1, 0, 0, 0, 0, 2};
        QTest::newRow("skip") << ImportMode::Skip << RowCounts{3, 1, 0, 0, 0, 2, 0};
        QTest::newRow("update") << ImportMode::Update << RowCounts{3, 0, 1, 0, 1, 1, 0};
        QTest::newRow("upsert") << ImportMode::Upsert << RowCounts{3, 1, 1, 0, 1, 0, 0};
        QTest::newRow("mirror") << ImportMode::Mirror << RowCounts{3, 1, 1, 1, 1, 0, 0};
        QTest::newRow("replace") << ImportMode::Replace << RowCounts{3, 3, 0, 3, 0, 0, 0};
    }
    void eachModeTakesWhatItShould()
    {
        QFETCH(ImportMode, mode);
        QFETCH(RowCounts, counts);
        Case given;
        given.mode = mode;
        Outcome out;
        compare(given, {{1, "a"}, {2, "changed"}, {4, "new"}}, {{1, "a"}, {2, "b"}, {3, "c"}}, out);
        QVERIFY(!out.error);
        QCOMPARE(out.counts, counts);
        QCOMPARE(static_cast<qint64>(out.rejects.all.size()), counts.rejected);
    }

    void aStragglerIsFoundAndNotDeleted()
    {
        Outcome out;
        compare({}, {{2, "b"}, {3, "c"}, {1, "a"}}, {{1, "a"}, {2, "b"}, {3, "c"}}, out);
        QVERIFY(!out.error);
        QCOMPARE(out.counts, (RowCounts{3, 0, 0, 0, 3, 0, 0}));
        QVERIFY(out.changes.all.empty());
        QCOMPARE(out.sourceOpened, 2);
    }

    void stragglersThatAreLookedUpTakeOneReading()
    {
        Case given;
        given.looksUp = true;
        Outcome out;
        compare(given,
                {{20, "b"}, {40, "new"}, {60, "f"}, {10, "a"}, {30, "changed"}, {50, "new"}, {70, "g"}},
                {{10, "a"}, {20, "b"}, {25, "gone"}, {30, "c"}, {60, "f"}, {70, "g"}, {80, "gone"}}, out);
        QVERIFY(!out.error);
        QCOMPARE(out.counts, (RowCounts{7, 2, 1, 2, 4, 0, 0}));
        QCOMPARE(out.sourceOpened, 1);
        QCOMPARE(out.lookedUp, 3);
        std::vector<qint64> keys;
        for (const KeptChange &change : out.changes.all)
            keys.push_back(*(change.after.empty() ? change.before : change.after)[0].integer);
        QCOMPARE(keys, (std::vector<qint64>{25, 30, 40, 50, 80}));
        QCOMPARE(out.changes.all[1].line, 6);
    }

    void aStragglerThatIsADuplicateIsReadAgainForItsFirstLine_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("of a row that is the same") << 20;
        QTest::newRow("of a changed one") << 30;
        QTest::newRow("of a new one") << 40;
        QTest::newRow("of the last one") << 60;
    }
    void aStragglerThatIsADuplicateIsReadAgainForItsFirstLine()
    {
        QFETCH(int, key);
        for (const ImportMode mode : {ImportMode::Mirror, ImportMode::Upsert}) {
            Case given;
            given.looksUp = true;
            given.mode = mode;
            Outcome out;
            compare(given, {{20, "b"}, {30, "changed"}, {40, "new"}, {60, "f"}, {10, "a"}, {key, "again"}},
                    {{10, "a"}, {20, "b"}, {25, "other"}, {30, "c"}, {60, "f"}}, out);
            QVERIFY(!out.error);
            QCOMPARE(out.counts.rejected, 1);
            QCOMPARE(out.sourceOpened, 2);
            QVERIFY2(out.rejects.all[0].reason.contains(QStringLiteral("id = %1 stands on line").arg(key)),
                     qPrintable(out.rejects.all[0].reason));
        }
    }

    void lookingUpFindsWhatReadingAgainFinds_data()
    {
        QTest::addColumn<ImportMode>("mode");
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 60; ++seed) {
            static constexpr std::array kModes = {ImportMode::Mirror, ImportMode::Upsert, ImportMode::Update,
                                                  ImportMode::Insert, ImportMode::Skip};
            QTest::addRow("seed %u", seed) << kModes[seed % kModes.size()] << seed;
        }
    }
    void lookingUpFindsWhatReadingAgainFinds()
    {
        QFETCH(ImportMode, mode);
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const auto isOneOf = [&](unsigned limit) { return random() % limit == 0; };
        Rows target;
        Rows source;
        Rows late;
        for (int i = 0; i < 300; ++i) {
            const Row row = {i, isOneOf(2) ? "x" : "y"};
            if (!isOneOf(5))
                target.push_back(row);
            if (isOneOf(8))
                continue;
            Rows &side = i > 0 && isOneOf(9) ? late : source;
            side.push_back(row);
            if (isOneOf(6))
                side.back()[1] = "z";
            if (seed % 4 == 0 && isOneOf(40))
                late.push_back({i, "twice"});
        }
        std::shuffle(late.begin(), late.end(), random);
        source.insert(source.end(), late.begin(), late.end());
        Case given;
        given.mode = mode;
        Outcome twice;
        compare(given, source, target, twice);
        given.looksUp = true;
        Outcome once;
        compare(given, source, target, once);
        QVERIFY(!once.error && !twice.error);
        QVERIFY(once.lookedUp > 0);
        QVERIFY(seed % 4 == 0 || once.sourceOpened == 1);
        QCOMPARE(once.counts, twice.counts);
        QCOMPARE(once.changes.all.size(), twice.changes.all.size());
        for (size_t i = 0; i < once.changes.all.size(); ++i) {
            const KeptChange &a = once.changes.all[i];
            const KeptChange &b = twice.changes.all[i];
            QVERIFY(a.kind == b.kind && a.line == b.line && a.before == b.before && a.after == b.after);
        }
        QStringList reasons;
        for (const Reject &reject : once.rejects.all)
            reasons.append(QString::number(reject.where.line) + reject.reason);
        for (const Reject &reject : twice.rejects.all)
            reasons.removeOne(QString::number(reject.where.line) + reject.reason);
        QVERIFY2(reasons.isEmpty(), qPrintable(reasons.join(QLatin1Char('\n'))));
        QCOMPARE(once.rejects.all.size(), twice.rejects.all.size());
    }

    void changesComeInKeyOrderWhateverTheFile()
    {
        Outcome out;
        compare({}, {{9, "x"}, {5, "x"}, {7, "x"}}, {{6, "y"}, {8, "y"}}, out);
        std::vector<qint64> keys;
        for (const KeptChange &change : out.changes.all)
            keys.push_back(*(change.after.empty() ? change.before : change.after)[0].integer);
        QCOMPARE(keys, (std::vector<qint64>{5, 6, 7, 8, 9}));
    }

    void duplicatesNameBothLines_data()
    {
        QTest::addColumn<int>("between");
        QTest::newRow("near") << 0;
        QTest::newRow("in another batch") << 10;
        QTest::newRow("in another run") << 500;
    }
    void duplicatesNameBothLines()
    {
        QFETCH(int, between);
        Rows source = {{1, "first"}};
        for (int i = 0; i < between; ++i)
            source.push_back({10 + i, "between"});
        source.push_back({1, "second"});
        source.push_back({1, "third"});
        Case given;
        given.budget = 8 * 1024;
        Outcome out;
        compare(given, source, {}, out);
        QVERIFY(!out.error);
        QCOMPARE(out.counts.rejected, 2);
        QCOMPARE(out.counts.inserted, between + 1);
        QCOMPARE(out.rejects.all[0].where.line, between + 3);
        QCOMPARE(out.rejects.all[1].where.line, between + 4);
        for (const Reject &reject : out.rejects.all) {
            QCOMPARE(reject.kind, ErrorKind::Duplicate);
            QVERIFY2(reject.reason.contains(QStringLiteral("id = 1 stands on line 2 already")),
                     qPrintable(reject.reason));
        }
        QVERIFY(out.changes.all[0].after == Row({1, "first"}));
    }

    void keysThatDifferInCaseOnlyAreOneKeyWhereTheColumnSaysSo()
    {
        Case given;
        given.key = {1};
        given.collation = QStringLiteral("NOCASE");
        Outcome out;
        compare(given, {{1, "ANNA"}, {2, "bert"}, {3, "Bert"}}, {{1, "anna"}}, out);
        QCOMPARE(out.counts, (RowCounts{3, 1, 1, 0, 0, 0, 1}));
    }

    void columnsThatTheSourceLacksKeepTheirValues()
    {
        Case given;
        given.columns = {QStringLiteral("id"), QStringLiteral("kept"), QStringLiteral("name")};
        given.isSet = {true, false, true};
        Outcome out;
        compare(given, {{1, "new"}, {2, "added"}}, {{1, "k", "old"}}, out);
        QCOMPARE(out.counts, (RowCounts{2, 1, 1, 0, 0, 0, 0}));
        QVERIFY(out.changes.all[0].after == Row({1, "k", "new"}));
        QVERIFY(out.changes.all[1].after == Row({2, Value(), "added"}));
    }

    void withoutKeyRowsAreCountedAsAMultiset()
    {
        Case given;
        given.key = {};
        Outcome out;
        compare(given, {{2, "b"}, {1, "a"}, {1, "a"}, {Value(), "n"}},
                {{1, "a"}, {3, "c"}, {Value(), "n"}, {3, "c"}}, out);
        QCOMPARE(out.counts, (RowCounts{4, 2, 0, 2, 2, 0, 0}));
        QVERIFY(out.changes.all[0].after == Row({1, "a"}));
    }

    void aChosenKeyThatIsNotUniqueInTheTargetIsAmbiguous()
    {
        Case given;
        given.key = {1};
        Outcome out;
        compare(given, {{1, "a"}}, {{1, "a"}, {2, "a"}}, out);
        QVERIFY(out.error);
        QCOMPARE(out.error->kind, ErrorKind::Ambiguous);
    }

    void targetRowsWithoutKeyAreLeftAlone()
    {
        Outcome out;
        compare({}, {{1, "a"}}, {{Value(), "x"}, {Value(), "y"}, {1, "a"}}, out);
        QVERIFY(!out.error);
        QCOMPARE(out.counts, (RowCounts{1, 0, 0, 0, 1, 0, 0}));
    }

    void emptySidesAreFine()
    {
        Outcome out;
        compare({}, {}, {{1, "a"}, {2, "b"}}, out);
        QCOMPARE(out.counts.deleted, 2);
        Outcome other;
        compare({}, {}, {}, other);
        QVERIFY(!other.error);
        QCOMPARE(other.counts, RowCounts());
    }

    void anyTableBecomesAnyOther_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 40; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void anyTableBecomesAnyOther()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const auto upTo = [&](int limit) {
            return static_cast<int>(random() % static_cast<unsigned>(limit));
        };
        Case given;
        given.columns = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        given.key = seed % 4 == 0 ? std::vector<int>{}
            : seed % 3 == 0       ? std::vector<int>{1, 0}
                                  : std::vector<int>{0};
        given.budget = seed % 2 == 0 ? 4 * 1024 : 1 << 20;
        given.ahead = seed % 5 == 0;
        static const std::vector<const char *> kWords = {"", "x", "Xylem",
                                                         "longer text that needs some bytes", "\xc3\xa9"};
        const auto word = [&] { return Value(kWords[static_cast<size_t>(upTo(5))]); };
        Rows target;
        Rows source;
        const int rows = 1 + upTo(400);
        for (int i = 0; i < rows; ++i) {
            const Row row = {i * 3 - 200, given.key.size() == 2 ? word() : Value(upTo(3)),
                             upTo(4) == 0 ? Value() : word()};
            const int fate = upTo(10);
            if (fate != 0)
                target.push_back(row);
            if (fate == 1)
                continue;
            source.push_back(row);
            if (fate == 2)
                source.back()[2] = word();
        }
        if (seed % 2 == 1)
            std::shuffle(source.begin(), source.end(), random);
        else if (source.size() > 2)
            std::swap(source.front(), source.back());
        Outcome out;
        compare(given, source, target, out);
        QVERIFY(!out.error);
        auto made = out.changes.appliedTo(target);
        QVERIFY(made.isOk());
        std::sort(made->begin(), made->end());
        std::sort(source.begin(), source.end());
        QVERIFY(*made == source);
        QVERIFY(out.rejects.all.empty());
        QCOMPARE(out.counts.rows, static_cast<qint64>(source.size()));
    }

    void theSorterSpillsAndStaysStable()
    {
        const auto compareFirst = [](std::span<const Cell> a, std::span<const Cell> b) {
            return a[0].asInteger() < b[0].asInteger() ? -1 : a[0].asInteger() > b[0].asInteger();
        };
        RowSorter sorter(m_folder.path(), compareFirst, 16 * 1024);
        const std::string large(50000, 'x');
        for (qint64 i = 0; i < 3000; ++i) {
            const std::array row = {Cell::integer((i * 7919) % 50),
                                    i == 1500 ? Cell::text(large) : Cell::real(0.5)};
            QVERIFY(sorter.add(row, i).isOk());
        }
        auto rows = sorter.finish(shapeOf({QStringLiteral("a"), QStringLiteral("b")}, {}));
        QVERIFY(rows.isOk());
        QVERIFY(sorter.hasSpilled());
        RowBatch batch;
        qint64 count = 0;
        std::pair<qint64, qint64> last{-1, -1};
        bool hasLarge = false;
        while (*(*rows)->read(batch)) {
            for (qsizetype i = 0; i < batch.rowCount(); ++i, ++count) {
                const std::pair<qint64, qint64> now{batch.row(i)[0].asInteger(), batch.line(i)};
                QVERIFY(last < now);
                last = now;
                hasLarge =
                    hasLarge || (batch.row(i)[1].kind() == CellKind::Text && batch.row(i)[1].view() == large);
            }
        }
        QCOMPARE(count, 3000);
        QVERIFY(hasLarge);
    }

    void aReaderAheadCanBeLeftAtAnyTime()
    {
        KeptRejects rejects;
        Rows many(1000, Row{1, "x"});
        auto rows = ReadAhead::start(
            [&](RejectSink &) -> Result<std::unique_ptr<RowReader>> {
                return readerOf(shapeOf({QStringLiteral("a"), QStringLiteral("b")}, {}), many, 1);
            },
            rejects);
        RowBatch batch;
        QVERIFY(*(*rows)->read(batch));
        QCOMPARE(batch.rowCount(), 1);
    }
};

} // namespace

QTEST_GUILESS_MAIN(TstDiffer)
#include "tst_differ.moc"
