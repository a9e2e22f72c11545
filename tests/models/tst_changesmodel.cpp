// SPDX-License-Identifier: MIT
//
// The preview's models over a real ChangeSet file: intervals, filters, pages, decisions.
#include "models/changesmodel.h"
#include "models/changessearch.h"
#include "models/changetablesmodel.h"
#include "models/childrenwatch.h"
#include "models/decimals.h"
#include "models/jsonpretty.h"
#include "models/textdiff.h"
#include "tests/support/timescale.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;

namespace {

ChangeShape albumShape()
{
    ChangeShape change;
    change.shape.name = {QStringLiteral("main"), QStringLiteral("Album")};
    change.shape.columns.resize(2);
    change.shape.columns[0].name = QStringLiteral("AlbumId");
    change.shape.columns[0].type = LogicalType::Integer;
    change.shape.columns[1].name = QStringLiteral("Title");
    change.shape.key = {0};
    change.isSet = {true, true};
    return change;
}

/// Change i (from 0): insert, update, delete in turn.
Result<void> writeChanges(const QString &path, qint64 count)
{
    ASSIGN_OR_RETURN(const auto writer, ChangeSetWriter::create(path));
    ChangeSetTable table;
    table.change = albumShape();
    table.target.shape = table.change.shape;
    RETURN_IF_ERROR(writer->beginTable(table.change));
    for (qint64 i = 0; i < count; ++i) {
        const std::string text = "title " + std::to_string(i);
        const Cell before[] = {Cell::integer(i), Cell::text("old")};
        const Cell after[] = {Cell::integer(i), Cell::text(text)};
        RowChange change;
        change.kind = static_cast<ChangeKind>(i % 3);
        if (change.kind != ChangeKind::Insert)
            change.before = before;
        if (change.kind != ChangeKind::Delete)
            change.after = after;
        RETURN_IF_ERROR(writer->add(change));
        ++(i % 3 == 0 ? table.counts.inserted : i % 3 == 1 ? table.counts.updated : table.counts.deleted);
    }
    table.counts.unchanged = 7;
    RETURN_IF_ERROR(writer->endTable(table));
    ChangeSetHeader header;
    header.id = QStringLiteral("test");
    header.created = QDateTime::currentDateTimeUtc();
    header.target.engine = QStringLiteral("sqlite");
    header.target.location = QStringLiteral("/tmp/target.sqlite");
    return writer->seal(header);
}

/// Albums 1 to 5 are new, and changed tracks of album 1, new ones of 2, and new comments that answer each
/// other on the tracks.
Result<void> writeFamily(const QString &path)
{
    ASSIGN_OR_RETURN(const auto writer, ChangeSetWriter::create(path));
    const auto tableOf = [](const char *name, const QStringList &columns) {
        ChangeSetTable table;
        table.change.shape.name = {QStringLiteral("main"), QString::fromLatin1(name)};
        for (const QString &column : columns)
            table.change.shape.columns.emplace_back().name = column;
        table.change.shape.key = {0};
        table.change.isSet.assign(static_cast<size_t>(columns.size()), true);
        table.target.shape = table.change.shape;
        return table;
    };
    const auto refers = [](ChangeSetTable &table, const QString &column, const char *parent) {
        ForeignKey key;
        key.columns = QStringList(column);
        key.target = {QStringLiteral("main"), QString::fromLatin1(parent)};
        key.targetColumns = QStringList(QStringLiteral("id"));
        table.target.foreignKeys.push_back(key);
    };
    const auto add = [&](ChangeSetTable &table, ChangeKind kind, std::vector<Cell> row) -> Result<void> {
        std::vector<Cell> before = row;
        before.back() = Cell::text("before");
        RowChange change;
        change.kind = kind;
        change.after = row;
        if (kind == ChangeKind::Update)
            change.before = before;
        ++(kind == ChangeKind::Update ? table.counts.updated : table.counts.inserted);
        return writer->add(change);
    };
    ChangeSetTable tracks = tableOf("track", {QStringLiteral("id"), QStringLiteral("album")});
    refers(tracks, QStringLiteral("album"), "album");
    RETURN_IF_ERROR(writer->beginTable(tracks.change));
    RETURN_IF_ERROR(add(tracks, ChangeKind::Update, {Cell::integer(10), Cell::integer(1)}));
    RETURN_IF_ERROR(add(tracks, ChangeKind::Insert, {Cell::integer(11), Cell::integer(2)}));
    RETURN_IF_ERROR(add(tracks, ChangeKind::Insert, {Cell::integer(12), Cell::integer(2)}));
    RETURN_IF_ERROR(add(tracks, ChangeKind::Insert, {Cell::integer(13), Cell::null()}));
    RETURN_IF_ERROR(writer->endTable(tracks));
    ChangeSetTable albums = tableOf("album", {QStringLiteral("id"), QStringLiteral("title")});
    RETURN_IF_ERROR(writer->beginTable(albums.change));
    for (qint64 id = 1; id <= 5; ++id)
        RETURN_IF_ERROR(add(albums, ChangeKind::Insert, {Cell::integer(id), Cell::text("t")}));
    RETURN_IF_ERROR(writer->endTable(albums));
    // 1 answers 2, 2 answers 3, 3 is on track 12: found one after the other against the order.
    ChangeSetTable comments =
        tableOf("comment", {QStringLiteral("id"), QStringLiteral("answers"), QStringLiteral("track")});
    refers(comments, QStringLiteral("answers"), "comment");
    refers(comments, QStringLiteral("track"), "track");
    RETURN_IF_ERROR(writer->beginTable(comments.change));
    RETURN_IF_ERROR(add(comments, ChangeKind::Insert, {Cell::integer(1), Cell::integer(2), Cell::null()}));
    RETURN_IF_ERROR(add(comments, ChangeKind::Insert, {Cell::integer(2), Cell::integer(3), Cell::null()}));
    RETURN_IF_ERROR(add(comments, ChangeKind::Insert, {Cell::integer(3), Cell::null(), Cell::integer(12)}));
    RETURN_IF_ERROR(add(comments, ChangeKind::Insert, {Cell::integer(4), Cell::null(), Cell::integer(10)}));
    RETURN_IF_ERROR(writer->endTable(comments));
    ChangeSetHeader header;
    header.id = QStringLiteral("test");
    header.created = QDateTime::currentDateTimeUtc();
    header.target.engine = QStringLiteral("sqlite");
    header.target.location = QStringLiteral("/tmp/target.sqlite");
    return writer->seal(header);
}

} // namespace

class TestChangesModel : public QObject
{
    Q_OBJECT

private:
    /// Opens `path` and shows its only table, kinds known.
    void show(ChangesLoader &loader, ChangesReview &review, ChangesModel &model, const QString &path)
    {
        connect(&loader, &ChangesLoader::opened, &review, &ChangesReview::setFile);
        connect(&loader, &ChangesLoader::kindsLoaded, &review, &ChangesReview::setKinds);
        loader.open(path);
        QTRY_VERIFY(review.hasFile());
        model.setTable(0);
        loader.loadKinds(0);
        QTRY_COMPARE(review.kinds(0).size(), review.table(0).changeCount);
    }

private Q_SLOTS:
    void intervalsMergeAndSplit()
    {
        IntervalSet set;
        set.add(5, 7);
        set.add(9, 9);
        set.add(8, 8);
        QCOMPARE(set.intervals(), (std::vector<IntervalSet::Interval>{{5, 9}}));
        set.remove(6, 7);
        QCOMPARE(set.intervals(), (std::vector<IntervalSet::Interval>{{5, 5}, {8, 9}}));
        QCOMPARE(set.count(), 3);
        QCOMPARE(set.countIn(6, 8), 1);
        QVERIFY(set.contains(8));
        QVERIFY(!set.contains(7));
        set.remove(1, 100);
        QVERIFY(set.isEmpty());
    }

    void intervalListsAgreeWithSingleNumbers()
    {
        // Against a plain array, over a few hundred random steps.
        std::vector<bool> truth(200, false);
        IntervalSet set;
        unsigned seed = 42;
        const auto next = [&seed](unsigned below) {
            seed = seed * 1664525U + 1013904223U;
            return static_cast<qint64>((seed >> 8) % below);
        };
        for (int step = 0; step < 400; ++step) {
            std::vector<IntervalSet::Interval> list;
            for (qint64 at = next(20); at < 200;) {
                const qint64 last = std::min<qint64>(199, at + next(15));
                list.emplace_back(at, last);
                at = last + 1 + next(30);
            }
            const bool isAdding = next(2) == 0;
            if (step % 2 == 0) {
                if (isAdding)
                    set.add(list);
                else
                    set.remove(list);
            } else {
                list.resize(1);
                if (isAdding)
                    set.add(list[0].first, list[0].second);
                else
                    set.remove(list[0].first, list[0].second);
            }
            for (const auto &[first, last] : list) {
                for (qint64 i = first; i <= last; ++i)
                    truth[static_cast<size_t>(i)] = isAdding;
            }
            for (qint64 i = 0; i < 200; ++i)
                QCOMPARE(set.contains(i), bool(truth[static_cast<size_t>(i)]));
            for (size_t i = 1; i < set.intervals().size(); ++i)
                QVERIFY(set.intervals()[i - 1].second + 1 < set.intervals()[i].first);
        }
    }

    void aFilterMapsRowsBothWays()
    {
        QByteArray kinds(5000, char(0));
        for (int i = 0; i < kinds.size(); ++i)
            kinds[i] = static_cast<char>(i % 7 == 0 ? ChangeKind::Delete : ChangeKind::Insert);
        const KindFilter filter(kinds, kindBit(ChangeKind::Delete));
        QCOMPARE(filter.count(), 715);
        for (qint64 row = 0; row < filter.count(); ++row) {
            QCOMPARE(filter.indexAt(row), row * 7);
            QCOMPARE(filter.rowFrom(row * 7), row);
        }
        QCOMPARE(filter.rowFrom(5000), 715);
        QCOMPARE(filter.intervals().size(), size_t(715));
        QCOMPARE(KindFilter(kinds, kindBit(ChangeKind::Update)).count(), 0);
        const std::vector<KindMask> stripes = KindFilter(kinds, kAllKinds).stripes(10);
        QCOMPARE(stripes.size(), size_t(10));
        for (const KindMask stripe : stripes)
            QCOMPARE(stripe, KindMask(kindBit(ChangeKind::Delete) | kindBit(ChangeKind::Insert)));
    }

    void aNeedleIsFoundWhateverItsCase()
    {
        const auto isIn = [](const char *needle, const Cell &cell) {
            return CellNeedle(QString::fromUtf8(needle)).isIn(cell);
        };
        QVERIFY(isIn("TITLE", Cell::text("my title")));
        QVERIFY(!isIn("titel", Cell::text("my title")));
        QVERIFY(isIn("ÄPFEL", Cell::text("zwei äpfel")));
        QVERIFY(!isIn("x", Cell::text("")));
        QVERIFY(isIn("23", Cell::integer(-1234)));
        QVERIFY(isIn(".5", Cell::real(0.5)));
        QVERIFY(isIn("null", Cell::text("nullable")));
        QVERIFY(!isIn("null", Cell::null()));
        QVERIFY(isIn("0xFF00", Cell::bytes(std::string_view("\x01\xff\x00", 3))));
        QVERIFY(isIn("ff00", Cell::bytes(std::string_view("\x01\xff\x00", 3))));
        // Whole bytes only: these digits stand across two.
        QVERIFY(!isIn("ff", Cell::bytes(std::string_view("\x0f\xf0", 2))));
        QVERIFY(!isIn("text", Cell::bytes("text")));
    }

    void decimalsAreComparedAndSubtractedExactly()
    {
        const auto difference = [](const char *before, const char *after) {
            const auto a = decimalFrom(before);
            const auto b = decimalFrom(after);
            const auto text = a && b ? decimalDifference(*a, *b) : std::nullopt;
            return QString::fromStdString(text.value_or("nothing"));
        };
        QCOMPARE(difference("0.1", "0.3"), QStringLiteral("+0.2"));
        QCOMPARE(difference("1.50", "1.5"), QStringLiteral("0.00"));
        QCOMPARE(difference("100", "99.99"), QStringLiteral("-0.01"));
        QCOMPARE(difference("-5", "5"), QStringLiteral("+10"));
        QCOMPARE(difference("5", "-5"), QStringLiteral("-10"));
        QCOMPARE(difference("-7", "-5"), QStringLiteral("+2"));
        QCOMPARE(difference("0", "1e3"), QStringLiteral("+1000"));
        QCOMPARE(difference("9007199254740993", "18014398509481987"), QStringLiteral("+9007199254740994"));
        QCOMPARE(difference("99999999999999999999.99", "100000000000000000000.00"), QStringLiteral("+0.01"));
        QCOMPARE(difference("0", "1e5000"), QStringLiteral("nothing"));
        QVERIFY(!decimalFrom("1e99999999999999999999"));
        QVERIFY(!decimalFrom("12 €"));
        const char *const ascending[] = {"-1e10", "-12.5", "-12.4999", "0",  "1e-300",
                                         "0.99",  "1",     "10",       "1e2"};
        for (size_t i = 1; i < std::size(ascending); ++i) {
            QVERIFY(Decimal::compare(*decimalFrom(ascending[i - 1]), *decimalFrom(ascending[i])) < 0);
            QVERIFY(Decimal::compare(*decimalFrom(ascending[i]), *decimalFrom(ascending[i - 1])) > 0);
        }
        QVERIFY(*decimalFrom("-0") == *decimalFrom("0.000"));
        QVERIFY(*decimalFrom("1.50") == *decimalFrom("15e-1"));
    }

    void differencesOfTextsJoinToBoth_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QStringList>("pieces");
        const auto row = [](const char *name, const char *before, const char *after, QStringList pieces) {
            QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after) << pieces;
        };
        row("same", "a b", "a b", {QStringLiteral("=a b")});
        row("word", "the red cat", "the blue cat",
            {QStringLiteral("=the "), QStringLiteral("-red"), QStringLiteral("+blue"),
             QStringLiteral("= cat")});
        row("whole words", "customer5@x.com", "customer57@x.com",
            {QStringLiteral("-customer5"), QStringLiteral("+customer57"), QStringLiteral("=@x.com")});
        row("added at the end", "one", "one two", {QStringLiteral("=one"), QStringLiteral("+ two")});
        row("from nothing", "", "x", {QStringLiteral("+x")});
        row("two places", "a, b, c, d", "a, B, c, D",
            {QStringLiteral("=a, "), QStringLiteral("-b"), QStringLiteral("+B"), QStringLiteral("=, c, "),
             QStringLiteral("-d"), QStringLiteral("+D")});
        row("lines", "one\ntwo\nthree\n", "one\nthree\n",
            {QStringLiteral("=one\n"), QStringLiteral("-two\n"), QStringLiteral("=three\n")});
        row("surrogates", "\xf0\x9f\x98\x80!", "\xf0\x9f\x98\x81!",
            {QStringLiteral("-\U0001F600"), QStringLiteral("+\U0001F601"), QStringLiteral("=!")});
    }
    void differencesOfTextsJoinToBoth()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QStringList told;
        for (const DiffPiece &piece : textDiff(before, after))
            told += QLatin1Char("=-+"[static_cast<int>(piece.kind)]) + piece.text;
        QTEST(told, "pieces");
    }

    void anyTwoTextsAreJoinedFromTheirDifferences()
    {
        unsigned seed = 7;
        const auto next = [&seed](unsigned below) {
            seed = seed * 1664525U + 1013904223U;
            return (seed >> 8) % below;
        };
        for (int round = 0; round < 200; ++round) {
            const auto made = [&] {
                QString text;
                for (unsigned i = next(round == 0 ? 20000U : 60U); i > 0; --i)
                    text += QLatin1String("ab \n,").at(static_cast<int>(next(5)));
                return text;
            };
            const QString before = made();
            const QString after = made();
            QString joinedBefore;
            QString joinedAfter;
            for (const DiffPiece &piece : textDiff(before, after)) {
                joinedBefore += piece.kind == DiffPiece::Kind::Added ? QString() : piece.text;
                joinedAfter += piece.kind == DiffPiece::Kind::Removed ? QString() : piece.text;
            }
            QCOMPARE(joinedBefore, before);
            QCOMPARE(joinedAfter, after);
        }
    }

    void jsonIsLaidOutWithoutChangingIt()
    {
        const PrettyJson json = prettyJson(
            QStringLiteral("{\"a\":1.50, \"a\":18446744073709551615,\"b\":[ ],\"c\":[1,{\"\\\"}\":null}]}"));
        QCOMPARE(json.problem, QString());
        QCOMPARE(
            json.text,
            QStringLiteral("{\n  \"a\": 1.50,\n  \"a\": 18446744073709551615,\n  \"b\": [],\n  \"c\": [\n"
                           "    1,\n    {\n      \"\\\"}\": null\n    }\n  ]\n}"));
        const PrettyJson broken = prettyJson(QStringLiteral("{\"ä\": 1,}"));
        QVERIFY(broken.text.isEmpty());
        QVERIFY2(broken.problem.startsWith(QStringLiteral("not valid JSON at character 9")),
                 qPrintable(broken.problem));
        QVERIFY(!prettyJson(QStringLiteral("[1] 2")).problem.isEmpty());
        QVERIFY(!prettyJson(QStringLiteral("[1")).problem.isEmpty());
        QVERIFY(looksLikeJson(QStringLiteral("  [1")) && !looksLikeJson(QStringLiteral("a [1]")));
    }

    void rowsAreSortedByAnyColumnAndByKind()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.galleychanges"));
        QVERIFY(writeChanges(path, 3000).isOk());
        ChangesLoader loader;
        ChangesReview review;
        ChangesModel model(loader, review);
        QAbstractItemModelTester tester(&model);
        tester.setUseFetchMore(false);
        show(loader, review, model, path);
        const auto number = [&](int row) { return review.table(0).firstChange + model.changeIndex(row); };
        model.order().setSort({1, false}); // titles: "old" of the deleted rows first, then as texts
        QTRY_COMPARE(model.order().sort().field, 1);
        QCOMPARE(model.rowCount(), 3000);
        QTRY_COMPARE(model.index(0, 2).data().toString(), QStringLiteral("old"));
        QCOMPARE(number(0), 3);
        QCOMPARE(number(999), 3000);
        QCOMPARE(number(1000), 1); // "title 0"
        QCOMPARE(number(1001), 2); // "title 1"
        QCOMPARE(number(1002), 11); // "title 10"
        QTRY_COMPARE(model.index(1002, 4).data().toString(), QStringLiteral("title 10"));
        model.order().setSort({1, true});
        QCOMPARE(number(2999), 3);
        QCOMPARE(number(0), 1000); // "title 999"
        QTRY_COMPARE(model.index(0, 4).data().toString(), QStringLiteral("title 999"));
        QVERIFY(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(review.plan().declined, (std::vector<std::pair<qint64, qint64>>{{1000, 1000}}));
        model.setShown(kindBit(ChangeKind::Insert));
        QCOMPARE(model.rowCount(), 1000);
        QCOMPARE(number(0), 1000);
        QCOMPARE(model.rows().rowOf(999), 0);
        QCOMPARE(model.rows().rowOf(1), -1);
        // Numbers by their value, not as texts.
        model.order().setSort({0, true});
        QTRY_COMPARE(model.order().sort().field, 0);
        QCOMPARE(number(0), 2998);
        model.setShown(kAllKinds);
        model.order().setSort({ChangesSort::kByKind, false});
        QTRY_COMPARE(model.order().sort().field, int(ChangesSort::kByKind));
        QCOMPARE(number(1000), 2);
        QCOMPARE(number(2999), 3000);
        // What is cancelled leaves the order as it is.
        model.order().setSort({1, false});
        QVERIFY(model.order().isSorting());
        model.order().cancelSorting();
        QVERIFY(!model.order().isSorting());
        QCOMPARE(number(1000), 2);
        model.setTable(-1);
        QCOMPARE(model.rowCount(), 0);
        model.setTable(0);
        QCOMPARE(number(1000), 2);
        model.order().setSort({});
        QCOMPARE(number(1), 2);
    }

    void aSearchGoesThroughAllRowsInTheOrderOfTheView()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.galleychanges"));
        QVERIFY(writeChanges(path, 3000).isOk());
        ChangesLoader loader;
        ChangesReview review;
        ChangesModel model(loader, review);
        show(loader, review, model, path);
        ChangesSearch search(loader, model);
        QModelIndex reached;
        connect(&search, &ChangesSearch::reached, this, [&](const QModelIndex &index) { reached = index; });
        const auto next = [&](int step) {
            const QModelIndex from = reached;
            reached = {};
            search.next(from, step);
            QTRY_VERIFY(reached.isValid());
        };
        search.start(QStringLiteral("TITLE 29"), {});
        next(1); // waits for what is not found yet
        QCOMPARE(reached.column(), model.columnFor(ChangesModel::Side::After, 1));
        QTRY_VERIFY(!search.isRunning());
        // 29 is deleted (its "title" is no more), 290..299 and 2900..2999 but the deleted ones.
        qint64 expected = 0;
        for (int i = 0; i < 3000; ++i)
            expected += i % 3 != 2 && QString::number(i).startsWith(QStringLiteral("29")) ? 1 : 0;
        QCOMPARE(search.found(), expected);
        QCOMPARE(reached.row(), 291);
        next(1);
        QCOMPARE(reached.row(), 292);
        next(-1);
        next(-1); // begins anew at the end
        QCOMPARE(reached.row(), 2998);
        next(1);
        QCOMPARE(reached.row(), 291);
        // In the order of the view, and only what it shows.
        model.order().setSort({0, true});
        QTRY_COMPARE(model.order().sort().field, 0);
        model.setShown(kindBit(ChangeKind::Insert));
        reached = {};
        search.next({}, 1);
        QTRY_VERIFY(reached.isValid());
        QCOMPARE(model.changeIndex(reached.row()), 2997);
        // Before and after, cell by cell; a column that is not looked at has nothing.
        model.setShown(kindBit(ChangeKind::Update));
        model.order().setSort({});
        search.start(QStringLiteral("7"), {});
        reached = {};
        search.next({}, 1);
        QTRY_VERIFY(reached.isValid());
        QCOMPARE(reached, model.index(2, model.columnFor(ChangesModel::Side::Now, 0)));
        next(1);
        QCOMPARE(reached, model.index(2, model.columnFor(ChangesModel::Side::After, 0)));
        next(1);
        QCOMPARE(reached, model.index(2, model.columnFor(ChangesModel::Side::After, 1)));
        search.start(QStringLiteral("old"), {true, false});
        QTRY_VERIFY(!search.isRunning());
        QCOMPARE(search.found(), 0);
        search.start(QString(), {});
        QCOMPARE(search.total(), 0);
    }

    void rowsShowBothSides()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.galleychanges"));
        const Result<void> written = writeChanges(path, 6);
        QVERIFY2(written.isOk(), written ? "" : qPrintable(written.error().toString()));
        ChangesLoader loader;
        ChangesReview review;
        ChangesModel model(loader, review);
        QAbstractItemModelTester tester(&model);
        tester.setUseFetchMore(false);
        show(loader, review, model, path);
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.columnCount(), 5);
        QTRY_VERIFY(model.index(0, 0).data(ChangesModel::KindRole).isValid());
        QCOMPARE(model.index(0, 1).data(ChangesModel::LookRole).value<CellLook>(), CellLook::Gap);
        QCOMPARE(model.index(0, 4).data().toString(), QStringLiteral("title 0"));
        QCOMPARE(model.index(1, 2).data().toString(), QStringLiteral("old"));
        QVERIFY(model.index(1, 4).data(ChangesModel::IsChangedRole).toBool());
        QVERIFY(!model.index(1, 3).data(ChangesModel::IsChangedRole).toBool());
        QCOMPARE(model.index(2, 4).data(ChangesModel::LookRole).value<CellLook>(), CellLook::Gap);
        // From change to change: the insert, the one changed cell of the update, the delete.
        QModelIndex at = model.nextChange({}, 1);
        QCOMPARE(at, model.index(0, 3));
        at = model.nextChange(at, 1);
        QCOMPARE(at, model.index(1, 4));
        at = model.nextChange(at, 1);
        QCOMPARE(at, model.index(2, 3));
        at = model.nextChange(at, -1);
        QCOMPARE(at, model.index(1, 4));
    }

    void decliningMakesThePlanAndTheSentence()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.galleychanges"));
        QVERIFY(writeChanges(path, 6).isOk());
        ChangesLoader loader;
        ChangesReview review;
        ChangesModel model(loader, review);
        show(loader, review, model, path);
        QTRY_VERIFY(model.index(0, 0).data(ChangesModel::KindRole).isValid());
        QVERIFY(model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(review.plan().declined, (std::vector<std::pair<qint64, qint64>>{{2, 2}}));
        QCOMPARE(review.sentence(),
                 QStringLiteral("2 rows will be inserted, 1 changed and 2 deleted in Album of target.sqlite; "
                                "1 row declined."));
        model.setShown(kindBit(ChangeKind::Delete));
        QCOMPARE(model.rowCount(), 2);
        review.setAllTaken(0, model.shown(), false);
        QCOMPARE(review.plan().declined, (std::vector<std::pair<qint64, qint64>>{{2, 3}, {6, 6}}));
        QCOMPARE(review.totals().made(), 3);
        QCOMPARE(review.tableState(0), Qt::PartiallyChecked);
        review.setTableTaken(0, false);
        QCOMPARE(review.obstacle(), QStringLiteral("Everything is declined."));
        review.setTableTaken(0, true);
        QVERIFY(review.obstacle().isEmpty());
        QVERIFY(review.plan().declined.empty());
        review.setLocked(true);
        review.setTableTaken(0, false);
        QVERIFY(review.plan().declined.empty());
    }

    void aDeclinedParentWarnsAboutItsChildrenAndTheirs()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.galleychanges"));
        const Result<void> written = writeFamily(path);
        QVERIFY2(written.isOk(), written ? "" : qPrintable(written.error().toString()));
        ChangesLoader loader;
        ChangesReview review;
        ChildrenWatch children(loader, review);
        connect(&loader, &ChangesLoader::opened, &review, &ChangesReview::setFile);
        loader.open(path);
        QTRY_VERIFY(review.hasFile());
        const qint64 firstAlbum = review.table(1).firstChange;
        review.setTaken(1, firstAlbum + 4, ChangeKind::Insert, false); // nothing refers to 5
        QSignalSpy changed(&children, &ChildrenWatch::changed);
        QTRY_COMPARE(changed.size(), 2); // began, and came to its end
        QCOMPARE(children.count(), 0);
        QVERIFY(children.warning().isEmpty());
        review.setTaken(1, firstAlbum + 1, ChangeKind::Insert, false); // album 2
        QTRY_COMPARE(children.count(), 5); // its tracks 11 and 12; comments 3, 2 and 1
        QVERIFY(children.warning().startsWith(QStringLiteral("5 rows refer")));
        children.declineToo();
        QTRY_COMPARE(children.count(), 0);
        QCOMPARE(review.plan().declined, (std::vector<std::pair<qint64, qint64>>{{2, 3}, {6, 6}, {9, 12}}));
        QCOMPARE(review.counts(0).inserted, 1);
        QCOMPARE(review.counts(2).inserted, 1);
        review.setTaken(1, firstAlbum, ChangeKind::Insert, false); // album 1: a track that is changed to it
        QTRY_COMPARE(children.count(), 1);
        review.setTaken(1, firstAlbum, ChangeKind::Insert, true);
        QTRY_COMPARE(children.count(), 0);
    }

    void aMissingFileIsAnError()
    {
        ChangesLoader loader;
        QSignalSpy failed(&loader, &ChangesLoader::openFailed);
        loader.open(QStringLiteral("/nowhere/x.galleychanges"));
        QVERIFY(failed.wait());
    }

    void aMillionChangesAreReadOnlyWhereSomebodyLooks()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.galleychanges"));
        QVERIFY(writeChanges(path, 1'000'000).isOk());
        ChangesLoader loader;
        ChangesReview review;
        ChangesModel model(loader, review);
        show(loader, review, model, path);
        QCOMPARE(model.rowCount(), 1'000'000);
        for (const int row : {0, 999'999, 500'000, 123'456}) {
            QTRY_VERIFY(model.index(row, 0).data(ChangesModel::KindRole).isValid());
            QCOMPARE(model.index(row, 0).data(ChangesModel::NumberRole).toLongLong(), row + 1);
            QCOMPARE(model.index(row, 0).data(ChangesModel::KindRole).toInt(), row % 3);
        }
        QElapsedTimer timer;
        timer.start();
        model.setShown(kindBit(ChangeKind::Update));
        review.setAllTaken(0, model.shown(), false);
        const qint64 ms = timer.elapsed();
        qInfo("filter and decline a third of a million: %lld ms", ms);
        QCOMPARE(review.counts(0).declined, 333'333);
        QCOMPARE(review.plan().declined.size(), size_t(333'333));
        QVERIFY(ms < 2000 * test::kTimeScale);
        model.setShown(kAllKinds);
        model.order().setSort({1, true});
        QTRY_COMPARE_WITH_TIMEOUT(model.order().sort().field, 1, 120'000);
        QCOMPARE(model.changeIndex(0), 999'999); // "title 999999", the last as a text
        ChangesSearch search(loader, model);
        search.start(QStringLiteral("title 999999"), {});
        QModelIndex reached;
        connect(&search, &ChangesSearch::reached, this, [&](const QModelIndex &index) { reached = index; });
        search.next({}, 1);
        QTRY_VERIFY_WITH_TIMEOUT(reached.isValid(), 120'000);
        QCOMPARE(reached, model.index(0, model.columnFor(ChangesModel::Side::After, 1)));
    }
};

QTEST_GUILESS_MAIN(TestChangesModel)
#include "tst_changesmodel.moc"
