// SPDX-License-Identifier: MIT
//
// The preview page over a real ChangeSet: what is shown, declined by keyboard, filtered and asked to be
// applied.
#include "models/changesmodel.h"
#include "models/rejectsmodel.h"
#include "models/schemamodel.h"
#include "tests/support/timescale.h"
#include "ui/preview/comparegrid.h"
#include "ui/preview/filterbar.h"
#include "ui/preview/previewpage.h"
#include "ui/settings.h"
#include "workers/jobs/repairjob.h"
#include "workers/jobs/reportjob.h"

#include <QElapsedTimer>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace galley;

namespace {

Result<void> writeTable(ChangeSetWriter &writer, const QString &name, qint64 count, int rejects)
{
    ChangeSetTable table;
    table.change.shape.name = {QStringLiteral("main"), name};
    table.change.shape.columns.resize(3);
    table.change.shape.columns[0].name = QStringLiteral("AlbumId");
    table.change.shape.columns[1].name = QStringLiteral("Title");
    table.change.shape.columns[2].name = QStringLiteral("Note");
    table.change.shape.key = {0};
    table.change.isSet = {true, true, true};
    table.target.shape = table.change.shape;
    RETURN_IF_ERROR(writer.beginTable(table.change));
    for (qint64 i = 0; i < count; ++i) {
        const std::string title = "<b>title</b> " + std::to_string(i) + "\nsecond line";
        const Cell before[] = {Cell::integer(i), Cell::text("old"), Cell::null()};
        const Cell after[] = {Cell::integer(i), Cell::text(title), Cell::null()};
        RowChange change;
        change.kind = static_cast<ChangeKind>(i % 3);
        if (change.kind != ChangeKind::Insert)
            change.before = before;
        if (change.kind != ChangeKind::Delete)
            change.after = after;
        RETURN_IF_ERROR(writer.add(change));
        ++(i % 3 == 0 ? table.counts.inserted : i % 3 == 1 ? table.counts.updated : table.counts.deleted);
    }
    for (int i = 0; i < rejects; ++i) {
        Reject reject;
        reject.table = table.change.shape.name;
        reject.where.line = 10 + i;
        reject.column = QStringLiteral("AlbumId");
        reject.value = QStringLiteral("x");
        reject.reason = QStringLiteral("not an integer");
        RETURN_IF_ERROR(writer.addReject(reject));
    }
    table.counts.rejected = rejects;
    table.load.formatId = QStringLiteral("csv");
    if (rejects > 0)
        table.schema = {{QStringLiteral("column"), QStringLiteral("Note"), {}, QStringLiteral("TEXT")}};
    return writer.endTable(table);
}

Result<void> writeChanges(const QString &path, qint64 count, int rejects, int tables = 1)
{
    ASSIGN_OR_RETURN(const auto writer, ChangeSetWriter::create(path));
    for (int i = 0; i < tables; ++i)
        RETURN_IF_ERROR(
            writeTable(*writer, i == 0 ? QStringLiteral("Album") : QStringLiteral("Artist"), count, rejects));
    ChangeSetHeader header;
    header.id = QStringLiteral("test");
    header.created = QDateTime::currentDateTimeUtc();
    header.target.engine = QStringLiteral("sqlite");
    header.target.location = QStringLiteral("/tmp/target.sqlite");
    return writer->seal(header);
}

template<typename T> T *named(QWidget &page, const QString &accessibleName)
{
    for (T *const child : page.findChildren<T *>()) {
        if (child->accessibleName() == accessibleName)
            return child;
    }
    return nullptr;
}

QPushButton *applyButton(QWidget &page)
{
    for (QPushButton *const button : page.findChildren<QPushButton *>()) {
        if (button->property("primary").toBool())
            return button;
    }
    return nullptr;
}

} // namespace

class TestPreviewPage : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString write(qint64 count, int rejects = 0)
    {
        const QString path = m_folder.filePath(QStringLiteral("%1-%2.galleychanges").arg(count).arg(rejects));
        if (!QFile::exists(path) && !writeChanges(path, count, rejects))
            return {};
        return path;
    }
    static void open(PreviewPage &page)
    {
        QSignalSpy loaded(&page, &PreviewPage::loaded);
        page.resize(1200, 760);
        page.show();
        QVERIFY(loaded.wait());
        QVERIFY(loaded.at(0).at(0).toBool());
        // Shortcuts work in the active window only.
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
    }

private Q_SLOTS:
    void initTestCase() { qputenv("GALLEY_HOME", m_folder.filePath(QStringLiteral("home")).toUtf8()); }

    void spaceDeclinesAndApplySaysSo()
    {
        PreviewPage page(write(6));
        open(page);
        auto *const view = named<QTableView>(page, QStringLiteral("Rows as they will be"));
        QVERIFY(view);
        QTRY_VERIFY(view->model()->index(0, 0).data(ChangesModel::KindRole).isValid());
        QPushButton *const apply = applyButton(page);
        QVERIFY(apply && apply->isEnabled());
        QCOMPARE(apply->text(), QStringLiteral("&Apply 6 changes"));
        QTest::keyClick(view, Qt::Key_N);
        QTest::keyClick(view, Qt::Key_Space);
        QCOMPARE(apply->text(), QStringLiteral("&Apply 5 changes"));
        QCOMPARE(named<QLabel>(page, QStringLiteral("What will happen"))->text(),
                 QStringLiteral("2 rows will be inserted, 1 changed and 2 deleted in Album of target.sqlite; "
                                "1 row declined."));
        QList<ApplyPlan> plans;
        connect(&page, &PreviewPage::applyRequested, &page,
                [&plans](const ApplyPlan &plan) { plans += plan; });
        QTest::mouseClick(apply, Qt::LeftButton);
        QCOMPARE(plans.size(), 1);
        QCOMPARE(plans[0].declined, (std::vector<std::pair<qint64, qint64>>{{2, 2}}));
        QCOMPARE(plans[0].changesetPath, page.changesetPath());
        QCOMPARE(plans[0].target.location, QStringLiteral("/tmp/target.sqlite"));
        page.setApplied(QStringLiteral("applied"));
        QVERIFY(!apply->isEnabled());
        QTest::keyClick(view, Qt::Key_Space);
        QCOMPARE(page.plan().declined.size(), size_t(1));
    }

    void keyColumnsStayWhenTheRestIsScrolledSideways()
    {
        PreviewPage page(write(6));
        open(page);
        page.resize(560, 600);
        auto *const grid = page.findChild<CompareGrid *>();
        const auto *const model = page.findChild<CompareGrid *>()->current().model();
        const auto *const changes = qobject_cast<const ChangesModel *>(model);
        QVERIFY(changes);
        for (const auto &[side, keysName, rowsName] :
             {std::tuple(ChangesModel::Side::Now, "Keys of the rows as they are now", "Rows as they are now"),
              std::tuple(ChangesModel::Side::After, "Keys of the rows as they will be",
                         "Rows as they will be")}) {
            auto *const keys = named<QTableView>(page, QString::fromLatin1(keysName));
            auto *const rows = named<QTableView>(page, QString::fromLatin1(rowsName));
            QVERIFY(keys && rows && keys->isVisible());
            const int key = changes->columnFor(side, 0);
            const int title = changes->columnFor(side, 1);
            QVERIFY(!keys->isColumnHidden(key) && rows->isColumnHidden(key));
            QVERIFY(keys->isColumnHidden(title) && !rows->isColumnHidden(title));
            for (const int column : {title, title + 1})
                rows->setColumnWidth(column, 400);
            QTRY_VERIFY(rows->horizontalScrollBar()->maximum() > 0);
            rows->horizontalScrollBar()->setValue(rows->horizontalScrollBar()->maximum());
            QVERIFY(rows->columnViewportPosition(title) < 0);
            QCOMPARE(keys->columnViewportPosition(key), 0);
            QVERIFY(keys->width() >= keys->columnWidth(key));
            QCOMPARE(keys->x() + keys->width(), rows->x());

            grid->setCurrent(changes->index(2, title));
            QTest::keyClick(rows, Qt::Key_Left);
            QCOMPARE(grid->current(), changes->index(2, key));
            QTest::keyClick(keys, Qt::Key_Right);
            QCOMPARE(grid->current(), changes->index(2, title));
        }
    }

    void aNarrowWindowShowsCountsWithoutWords()
    {
        PreviewPage page(write(6));
        open(page);
        const auto *const bar = page.findChild<FilterBar *>();
        auto *const inserted = named<QToolButton>(page, QStringLiteral("Show Inserted: 2"));
        QVERIFY(bar && inserted);
        page.resize(1200, 600);
        QTRY_COMPARE(inserted->text(), QStringLiteral("+ Inserted 2"));
        const int least = bar->minimumSizeHint().width();
        QVERIFY(least < bar->layout()->sizeHint().width());
        page.resize(1200 - bar->width() + least, 600);
        QTRY_COMPARE(inserted->text(), QStringLiteral("+ 2"));
        page.resize(1200, 600);
        QTRY_COMPARE(inserted->text(), QStringLiteral("+ Inserted 2"));
    }

    void bothSidesScrollTogetherAndShowFullText()
    {
        PreviewPage page(write(3000));
        open(page);
        auto *const after = named<QTableView>(page, QStringLiteral("Rows as they will be"));
        auto *const now = named<QTableView>(page, QStringLiteral("Rows as they are now"));
        auto *const gutter = named<QTableView>(page, QStringLiteral("Changes to take"));
        QTRY_VERIFY(after->verticalScrollBar()->maximum() > 0);
        after->verticalScrollBar()->setValue(12345);
        QCOMPARE(now->verticalScrollBar()->value(), 12345);
        QCOMPARE(gutter->verticalScrollBar()->value(), 12345);
        // Row 1 is an update whose Title changes from "old": F7 goes to that very cell.
        after->setFocus();
        QTRY_VERIFY(after->model()->index(1, 0).data(ChangesModel::KindRole).isValid());
        after->setCurrentIndex(after->model()->index(0, 4));
        QTest::keyClick(after, Qt::Key_F7);
        QCOMPARE(after->currentIndex(), after->model()->index(1, 5));
        auto *const newText = named<QPlainTextEdit>(page, QStringLiteral("Value after"));
        QTRY_COMPARE(newText->toPlainText(), QStringLiteral("<b>title</b> 1\nsecond line"));
        QCOMPARE(named<QPlainTextEdit>(page, QStringLiteral("Value now"))->toPlainText(),
                 QStringLiteral("old"));
        QTest::keyClick(after, Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(after->currentIndex().row(), 0);
    }

    void filtersShowAndDeclineTheirKind()
    {
        PreviewPage page(write(3000));
        open(page);
        auto *const view = named<QTableView>(page, QStringLiteral("Rows as they will be"));
        auto *const filters = page.findChild<FilterBar *>();
        auto *const inserted = named<QToolButton>(page, QStringLiteral("Show Inserted: 1,000"));
        auto *const changed = named<QToolButton>(page, QStringLiteral("Show Changed: 1,000"));
        QVERIFY(filters && inserted && changed);
        QTRY_VERIFY(inserted->isEnabled());
        inserted->click();
        changed->click();
        QCOMPARE(view->model()->rowCount(), 1000);
        named<QToolButton>(page, QStringLiteral("Decline all"))->click();
        QCOMPARE(applyButton(page)->text(), QStringLiteral("&Apply 2,000 changes"));
        QCOMPARE(page.plan().declined.size(), size_t(1000));
    }

    void ctrlFFindsAndF3GoesOn()
    {
        PreviewPage page(write(3000));
        open(page);
        auto *const view = named<QTableView>(page, QStringLiteral("Rows as they will be"));
        view->setFocus();
        QTest::keyClick(view, Qt::Key_F, Qt::ControlModifier);
        auto *const text = named<QLineEdit>(page, QStringLiteral("Text to find"));
        QVERIFY(text && text->isVisible());
        QTest::keyClicks(text, QStringLiteral("</B> 291"));
        QTest::keyClick(text, Qt::Key_Return);
        const auto *const grid = page.findChild<CompareGrid *>();
        QTRY_COMPARE(grid->current(), view->model()->index(291, 5));
        auto *const state = named<QLabel>(page, QStringLiteral("Found"));
        QTRY_COMPARE(state->text(), QStringLiteral("In 8 rows"));
        QTest::keyClick(text, Qt::Key_F3);
        QTRY_COMPARE(grid->current().row(), 2910);
        QTest::keyClick(text, Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE(grid->current().row(), 291);
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!text->isVisible());
    }

    void keysSortAndColumnsAreChosen()
    {
        PreviewPage page(write(3000));
        open(page);
        auto *const view = named<QTableView>(page, QStringLiteral("Rows as they will be"));
        auto *const keys = named<QTableView>(page, QStringLiteral("Keys of the rows as they will be"));
        auto *const model = qobject_cast<ChangesModel *>(view->model());
        QVERIFY(model && keys);
        view->setFocus();
        view->setCurrentIndex(model->index(0, model->columnFor(ChangesModel::Side::After, 1)));
        QTest::keyClick(view, Qt::Key_S);
        QTRY_COMPARE(model->order().sort(), (ChangesSort{1, false}));
        QVERIFY(view->horizontalHeader()->isSortIndicatorShown());
        QCOMPARE(view->horizontalHeader()->sortIndicatorSection(), 5);
        view->setCurrentIndex(model->index(0, 5));
        QTest::keyClick(view, Qt::Key_S);
        QCOMPARE(model->order().sort(), (ChangesSort{1, true}));
        // A click on the header of the gutter: by kind.
        auto *const gutter = named<QTableView>(page, QStringLiteral("Changes to take"));
        QTest::mouseClick(gutter->horizontalHeader()->viewport(), Qt::LeftButton, {}, QPoint(20, 10));
        QTRY_COMPARE(model->order().sort().field, int(ChangesSort::kByKind));

        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        auto *const list = named<QListWidget>(page, QStringLiteral("Columns to show"));
        QVERIFY(list && list->isVisible());
        QCOMPARE(list->count(), 3);
        QTest::keyClick(list, Qt::Key_End);
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(view->isColumnHidden(model->columnFor(ChangesModel::Side::After, 2)));
        QVERIFY(!view->isColumnHidden(model->columnFor(ChangesModel::Side::After, 1)));
        QVERIFY(named<QToolButton>(page, QStringLiteral("Columns, 1 hidden")));
        list->item(0)->setCheckState(Qt::Unchecked);
        list->item(1)->setCheckState(Qt::Unchecked); // the last one stays
        QCOMPARE(list->item(1)->checkState(), Qt::Checked);
    }

    void searchSortAndColumnsStayWhenTheTableIsSwitched()
    {
        const QString path = m_folder.filePath(QStringLiteral("two.galleychanges"));
        QVERIFY(writeChanges(path, 60, 0, 2).isOk());
        PreviewPage page(path);
        open(page);
        auto *const list = named<QListView>(page, QStringLiteral("Tables"));
        auto *const view = named<QTableView>(page, QStringLiteral("Rows as they will be"));
        auto *const model = qobject_cast<ChangesModel *>(view->model());
        QTRY_VERIFY(named<QToolButton>(page, QStringLiteral("Show Inserted: 20"))->isEnabled());
        named<QToolButton>(page, QStringLiteral("Show Inserted: 20"))->click();
        QCOMPARE(model->rowCount(), 40);
        view->setFocus();
        view->setCurrentIndex(model->index(0, 5));
        QTest::keyClick(view, Qt::Key_S);
        QTRY_COMPARE(model->order().sort(), (ChangesSort{1, false}));
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        named<QListWidget>(page, QStringLiteral("Columns to show"))->item(2)->setCheckState(Qt::Unchecked);
        QTest::keyClick(named<QListWidget>(page, QStringLiteral("Columns to show")), Qt::Key_Escape);
        QTest::keyClick(view, Qt::Key_F, Qt::ControlModifier);
        auto *const text = named<QLineEdit>(page, QStringLiteral("Text to find"));
        text->setText(QStringLiteral("</b> 4"));
        auto *const state = named<QLabel>(page, QStringLiteral("Found"));
        QTRY_COMPARE(state->text(), QStringLiteral("In 8 rows"));

        list->setCurrentIndex(list->model()->index(1, 0));
        QCOMPARE(model->table(), 1);
        QCOMPARE(model->rowCount(), 60);
        QCOMPARE(model->order().sort(), ChangesSort());
        QVERIFY(!view->isColumnHidden(6));
        QCOMPARE(text->text(), QStringLiteral("</b> 4"));
        QTRY_COMPARE(state->text(), QStringLiteral("In 8 rows"));

        list->setCurrentIndex(list->model()->index(0, 0));
        QCOMPARE(model->table(), 0);
        QCOMPARE(model->rowCount(), 40);
        QCOMPARE(model->order().sort(), (ChangesSort{1, false}));
        QVERIFY(view->isColumnHidden(6));
        QVERIFY(!named<QToolButton>(page, QStringLiteral("Show Inserted: 20"))->isChecked());
    }

    void deletingManyRowsNeedsTheirNumber()
    {
        PreviewPage page(write(600));
        open(page);
        QSignalSpy asked(&page, &PreviewPage::applyRequested);
        applyButton(page)->click();
        QCOMPARE(asked.size(), 0);
        auto *const number = named<QLineEdit>(page, QStringLiteral("Number of rows to delete"));
        QVERIFY(number);
        QWidget *const dialog = number->window();
        QPushButton *go = nullptr;
        for (QPushButton *const button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("&Delete and apply"))
                go = button;
        }
        QVERIFY(go && !go->isEnabled());
        QTest::keyClicks(number, QStringLiteral("20"));
        QVERIFY(!go->isEnabled());
        QTest::keyClick(number, Qt::Key_Return);
        QCOMPARE(asked.size(), 0);
        QTest::keyClicks(number, QStringLiteral("0"));
        QVERIFY(go->isEnabled());
        QTest::keyClick(number, Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        // The limit is the user's; what is declined does not count.
        Settings().setDeleteLimit(200);
        applyButton(page)->click();
        QCOMPARE(asked.size(), 2);
        Settings().setDeleteLimit(100);
    }

    void whatIsShownIsExportedWithoutWhatWasDeclined()
    {
        PreviewPage page(write(6));
        open(page);
        auto *const view = named<QTableView>(page, QStringLiteral("Rows as they will be"));
        QTRY_VERIFY(view->model()->index(0, 0).data(ChangesModel::KindRole).isValid());
        QTest::keyClick(view, Qt::Key_N);
        QTest::keyClick(view, Qt::Key_Space);
        QList<ReportPlan> plans;
        connect(&page, &PreviewPage::reportRequested, this,
                [&plans](const ReportPlan &plan) { plans += plan; });
        QMenu *menu = nullptr;
        for (QPushButton *const button : page.findChildren<QPushButton *>())
            menu = button->menu() != nullptr ? button->menu() : menu;
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 3);
        for (QAction *const action : menu->actions()) {
            action->trigger();
            auto *const dialog = page.findChild<QFileDialog *>();
            QVERIFY(dialog);
            dialog->selectFile(m_folder.filePath(QStringLiteral("out.") + dialog->defaultSuffix()));
            static_cast<QDialog *>(dialog)->accept();
            QTRY_VERIFY(!page.findChild<QFileDialog *>());
        }
        QCOMPARE(plans.size(), 3);
        for (const ReportPlan &plan : plans) {
            JobContext context;
            const Result<JobReport> report = makeReportJob(plan)->run(context);
            QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().toString()));
        }
        const auto read = [this](const char *name) {
            QFile file(m_folder.filePath(QString::fromLatin1(name)));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QCOMPARE(read("out.html").count("<tr class=i>"), 2);
        QVERIFY(read("out.html").contains("Declined and left out: 1."));
        QVERIFY(!read("out.csv").contains(",2,update,"));
        QVERIFY(read("out.csv").contains(",5,update,"));
        // The script does it to the target as it was: SQLite's own program says so.
        QProcess sqlite;
        sqlite.start(QStringLiteral("sqlite3"), {QStringLiteral(":memory:")});
        if (!sqlite.waitForStarted())
            QSKIP("no sqlite3");
        sqlite.write("CREATE TABLE Album(AlbumId INTEGER PRIMARY KEY, Title TEXT, Note TEXT);"
                     "INSERT INTO Album VALUES(1,'old',NULL),(2,'old',NULL),(4,'old',NULL),(5,'old',NULL);\n"
                     + read("out.sql") + "SELECT AlbumId, substr(Title, 1, 3) FROM Album ORDER BY 1;\n");
        sqlite.closeWriteChannel();
        QVERIFY(sqlite.waitForFinished());
        QCOMPARE(sqlite.readAllStandardError(), QByteArray());
        QCOMPARE(sqlite.readAllStandardOutput(), QByteArray("0|<b>\n1|old\n3|<b>\n4|<b>\n"));
    }

    void differencesOfTheTablesStandBesideTheRows()
    {
        PreviewPage page(write(3, 1));
        open(page);
        auto *const view = named<QTableView>(page, QStringLiteral("Differences of the tables themselves"));
        QVERIFY(view);
        QCOMPARE(view->model()->rowCount(), 1);
        QCOMPARE(view->model()->index(0, SchemaModel::HowColumn).data().toString(),
                 QStringLiteral("− only in the database"));
        QCOMPARE(view->model()->index(0, SchemaModel::NameColumn).data().toString(), QStringLiteral("Note"));
        const auto *const tabs = page.findChild<QTabWidget *>();
        QVERIFY(tabs->isTabVisible(3));
        QCOMPARE(tabs->tabText(3), QStringLiteral("Schema (1)"));
    }

    void rejectedValuesAreRepairedInTheGrid()
    {
        PreviewPage page(write(3, 2));
        open(page);
        auto *const rejects = named<QTableView>(page, QStringLiteral("Rejected rows"));
        QTRY_COMPARE(rejects->model()->rowCount(), 2);
        const auto value = [&](int row) { return rejects->model()->index(row, RejectsModel::ValueColumn); };
        // Only where the preview was made here: what it would be repeated with is known.
        QVERIFY(!(value(0).flags() & Qt::ItemIsEditable));
        page.setRepairable();
        QTRY_COMPARE(rejects->model()->rowCount(), 2);
        QVERIFY(value(0).flags() & Qt::ItemIsEditable);
        page.findChild<QTabWidget *>()->setCurrentIndex(1);
        QPushButton *retry = nullptr;
        for (QPushButton *const button : page.findChildren<QPushButton *>()) {
            if (button->text().startsWith(QStringLiteral("&Preview again")))
                retry = button;
        }
        QVERIFY(retry && retry->isVisible() && !retry->isEnabled());
        rejects->setFocus();
        rejects->setCurrentIndex(value(1));
        QTest::keyClick(rejects, Qt::Key_F2);
        auto *const editor = rejects->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QCOMPARE(editor->text(), QStringLiteral("x"));
        editor->setText(QStringLiteral("42"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(value(1).data().toString(), QStringLiteral("✎ 42")); // the editor commits a moment later
        QTRY_VERIFY(retry->isEnabled());
        QCOMPARE(retry->text(), QStringLiteral("&Preview again with 1 repaired row"));
        QList<RepairPlan> plans;
        connect(&page, &PreviewPage::retryRequested, this,
                [&plans](const RepairPlan &plan) { plans += plan; });
        retry->click();
        QCOMPARE(plans.size(), 1);
        QCOMPARE(plans[0].repairs.size(), size_t(1));
        QCOMPARE(plans[0].repairs.at(11).at(QStringLiteral("AlbumId")), std::optional(QStringLiteral("42")));
    }

    void theSentenceHasItsRoom()
    {
        PreviewPage page(write(600));
        open(page);
        const auto *const sentence = named<QLabel>(page, QStringLiteral("What will happen"));
        QTRY_VERIFY(sentence->width() > page.width() / 2);
        QVERIFY(sentence->height() < 3 * sentence->fontMetrics().lineSpacing());
    }

    void rejectsThatStopForbidApplying()
    {
        PreviewPage page(write(3, 2));
        open(page);
        QPushButton *const apply = applyButton(page);
        QVERIFY(!apply->isEnabled());
        QVERIFY(apply->toolTip().contains(QStringLiteral("2 rows were rejected")));
        auto *const rejects = named<QTableView>(page, QStringLiteral("Rejected rows"));
        QTRY_COMPARE(rejects->model()->rowCount(), 2);
        page.setOnReject(ImportPlan::OnReject::Skip);
        QVERIFY(apply->isEnabled());
    }

    void whatIsNoChangeSetIsSaid()
    {
        PreviewPage page(QStringLiteral("/nowhere/x.galleychanges"));
        QSignalSpy loaded(&page, &PreviewPage::loaded);
        QVERIFY(loaded.wait());
        QVERIFY(!loaded.at(0).at(0).toBool());
        QVERIFY(!applyButton(page)->isEnabled() || !applyButton(page)->isVisible());
    }

    void aMillionChangesScrollWithinAFrame()
    {
        PreviewPage page(write(1'000'000));
        open(page);
        auto *const view = named<QTableView>(page, QStringLiteral("Rows as they will be"));
        QTRY_VERIFY(view->verticalScrollBar()->maximum() > 1'000'000);
        QElapsedTimer timer;
        qint64 worst = 0;
        qint64 sum = 0;
        for (int i = 0; i < 60; ++i) {
            timer.start();
            view->verticalScrollBar()->setValue(i * 400'000);
            page.grab();
            worst = std::max(worst, timer.nsecsElapsed());
            sum += timer.nsecsElapsed();
            QTest::qWait(2);
        }
        // grab() paints the whole page; a frame on screen paints the grids only.
        qInfo("frame: %.1f ms on average, %.1f ms at worst", double(sum) / 60e6, double(worst) / 1e6);
        QVERIFY(sum / 60 < 200'000'000LL * test::kTimeScale);

        // Sorted by a column and searched, still the same; what is kept is four bytes and a bit a row.
        auto *const model = qobject_cast<ChangesModel *>(view->model());
        named<QToolButton>(page, QStringLiteral("Changed columns only"))->click();
        timer.start();
        model->order().setSort({1, true});
        QTRY_COMPARE_WITH_TIMEOUT(model->order().sort().field, 1, 120'000);
        qInfo("sorted in %lld ms", timer.elapsed());
        QCOMPARE(model->rowCount(), 1'000'000);
        named<QToolButton>(page, QStringLiteral("Search"))->click();
        named<QLineEdit>(page, QStringLiteral("Text to find"))->setText(QStringLiteral("</b> 999999"));
        timer.start();
        const auto *const state = named<QLabel>(page, QStringLiteral("Found"));
        QTRY_COMPARE_WITH_TIMEOUT(state->text(), QStringLiteral("In 1 row"), 120'000);
        qInfo("searched in %lld ms", timer.elapsed());
        auto *const grid = page.findChild<CompareGrid *>();
        QTRY_COMPARE(model->changeIndex(grid->current().row()), 999'999);
        worst = sum = 0;
        for (int i = 0; i < 60; ++i) {
            timer.start();
            view->verticalScrollBar()->setValue(i * 400'000);
            grid->grab();
            worst = std::max(worst, timer.nsecsElapsed());
            sum += timer.nsecsElapsed();
            QTest::qWait(2);
        }
        qInfo("frame of the sorted grids: %.1f ms on average, %.1f ms at worst", double(sum) / 60e6,
              double(worst) / 1e6);
        QFile status(QStringLiteral("/proc/self/status"));
        if (status.open(QIODevice::ReadOnly)) {
            for (const QByteArray &line : status.readAll().split('\n')) {
                if (line.startsWith("VmHWM"))
                    qInfo("%s", line.constData());
            }
        }
    }
};

QTEST_MAIN(TestPreviewPage)
#include "tst_previewpage.moc"
