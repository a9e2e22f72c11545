// SPDX-License-Identifier: MIT
//
// The preview's models over a real ChangeSet file: intervals, filters, pages, decisions.
#include "models/changesmodel.h"
#include "models/changetablesmodel.h"
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
                 QStringLiteral("5 of 6 changes will be made in Album: 2 inserted, "
                                "1 changed, 2 deleted. 1 is declined."));
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
    }
};

QTEST_GUILESS_MAIN(TestChangesModel)
#include "tst_changesmodel.moc"
