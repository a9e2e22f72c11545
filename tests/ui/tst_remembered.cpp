// SPDX-License-Identifier: MIT
//
// What the window remembers from one start to the next, the settings, and the pictures of databases and
// columns: each window here is made anew, as after a restart.
#include "models/tablesketches.h"
#include "tests/ui/windowtest.h"
#include "ui/browse/databasepage.h"
#include "ui/browse/treemap.h"
#include "ui/language.h"
#include "ui/settingsdialog.h"
#include "ui/transfers.h"
#include "workers/jobs/sampledatabase.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QHeaderView>
#include <QSpinBox>
#include <QSplitter>
#include <QToolTip>

using namespace galley;
using namespace galley::test;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

TableName table(const char *name)
{
    return {text("main"), text(name)};
}

} // namespace

class TestRemembered : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char *name) const { return m_folder->filePath(text(name)); }
    static SettingsDialog *openSettings(MainWindow &window)
    {
        window.showSettings();
        return awaitDialog<SettingsDialog>(window);
    }
    TablePage *openCustomers(MainWindow &window) const
    {
        Session *session = openAndCount(window, path("shop.sqlite"));
        TablePage *page = session != nullptr ? window.openTable(session, table("customers")) : nullptr;
        const bool isThere =
            page != nullptr
            && QTest::qWaitFor(
                [&] { return page->model().index(0, 0).data(RowsModel::IsLoadedRole).toBool(); },
                kPatienceMs);
        return isThere ? page : nullptr;
    }
    static int sectionOf(const TablePage &page, const char *column)
    {
        for (int i = 0; i < page.model().columnCount(); ++i) {
            if (page.model().headerData(i, Qt::Horizontal, Qt::DisplayRole).toString() == text(column))
                return i;
        }
        return -1;
    }
    static DatabasePage *openDatabasePage(MainWindow &window, Session *session)
    {
        window.tree().select(session, {});
        QTest::keyClick(&window.tree(), Qt::Key_Return);
        auto *page = qobject_cast<DatabasePage *>(window.tabs().currentWidget());
        const bool isMeasured =
            page != nullptr && QTest::qWaitFor([page] { return page->model().hasBytes(); }, kPatienceMs);
        return isMeasured ? page : nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("GALLEY_HOME", m_folder->filePath(text("home")).toUtf8());
        QVERIFY(makeSampleDatabase(path("shop.sqlite")).isOk());
    }

    void theWindowComesBackAsItWasLeft()
    {
        QSize size;
        {
            MainWindow window;
            window.show();
            QVERIFY(!window.jobsDock().isVisible());
            window.resize(1111, 777);
            window.jobsDock().show();
            size = window.size();
            window.close();
        }
        MainWindow again;
        again.show();
        QCOMPARE(again.size(), size);
        QVERIFY(again.jobsDock().isVisible());
    }

    void columnsComeBackAsTheyWereLeft()
    {
        {
            MainWindow window;
            window.show();
            TablePage *page = openCustomers(window);
            QVERIFY(page != nullptr);
            QHeaderView *header = page->grid()->horizontalHeader();
            header->resizeSection(sectionOf(*page, "email"), 277);
            header->moveSection(header->visualIndex(sectionOf(*page, "city")), 0);
        }
        MainWindow again;
        again.show();
        TablePage *page = openCustomers(again);
        QVERIFY(page != nullptr);
        QHeaderView *header = page->grid()->horizontalHeader();
        QCOMPARE(header->sectionSize(sectionOf(*page, "email")), 277);
        QCOMPARE(header->visualIndex(sectionOf(*page, "city")), 0);
        // Another table is another matter; so is a column that came later.
        sqlite(path("shop.sqlite"), text("ALTER TABLE customers ADD COLUMN later TEXT"));
        page->session()->open();
        QTRY_VERIFY_WITH_TIMEOUT(sectionOf(*page, "later") > 0, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(header->sectionSize(sectionOf(*page, "email")), 277, kPatienceMs);
        QVERIFY(header->sectionSize(sectionOf(*page, "later")) > 0);
    }

    void splittersComeBackAsTheyWereLeft()
    {
        QList<int> left;
        {
            MainWindow window;
            window.resize(1280, 800);
            window.show();
            TablePage *page = openCustomers(window);
            QVERIFY(page != nullptr);
            auto *splitter = page->findChild<QSplitter *>();
            const QPoint at = splitter->handle(1)->rect().center();
            QTest::mousePress(splitter->handle(1), Qt::LeftButton, {}, at);
            QTest::mouseMove(splitter->handle(1), at - QPoint(120, 0));
            QTest::mouseRelease(splitter->handle(1), Qt::LeftButton, {}, at - QPoint(120, 0));
            left = splitter->sizes();
            QVERIFY(left.at(1) > 300);
            window.close();
        }
        MainWindow again;
        again.show();
        TablePage *page = openCustomers(again);
        QVERIFY(page != nullptr);
        QTRY_COMPARE(page->findChild<QSplitter *>()->sizes(), left);
    }

    void whatWasImportedIsAmongTheRecentOnes()
    {
        QVERIFY(writeFile(path("A & B.csv"), "id,name\n1,x\n"));
        {
            MainWindow window;
            window.show();
            ImportPlan plan;
            plan.source.path = path("A & B.csv");
            plan.target = {text("sqlite"), path("shop.sqlite"), {}};
            plan.table = text("categories");
            const int tabs = window.tabs().count();
            window.transfers().runPreview(plan);
            QVERIFY(awaitPreview(window, tabs) != nullptr);
        }
        MainWindow again;
        again.show();
        auto *recent = childNamed<QPushButton>(again, text("A & B.csv"));
        QVERIFY(recent != nullptr && recent->isVisible());
        QTest::mouseClick(recent, Qt::LeftButton);
        auto *wizard = awaitDialog<ImportWizard>(again);
        QVERIFY(wizard != nullptr);
        QCOMPARE(wizard->plan().source.path, path("A & B.csv"));
    }

    void appearanceChangesAtOnce()
    {
        MainWindow window;
        window.show();
        SettingsDialog *dialog = openSettings(window);
        QVERIFY(dialog != nullptr);
        auto *box = childNamed<QComboBox>(*dialog, text("Appearance"));
        for (const Appearance appearance : {Appearance::Dark, Appearance::Light}) {
            choose(box, appearanceName(appearance));
            Q_EMIT box->activated(box->currentIndex());
            QCOMPARE(isDarkTheme(), appearance == Appearance::Dark);
            QCOMPARE(Settings().appearance(), appearance);
        }
    }

    void theLanguageIsKeptForTheNextStart()
    {
        MainWindow window;
        window.show();
        SettingsDialog *dialog = openSettings(window);
        auto *box = childNamed<QComboBox>(*dialog, text("Language"));
        QCOMPARE(box->count(), languages().size() + 1);
        choose(box, text("de"));
        Q_EMIT box->activated(box->currentIndex());
        QCOMPARE(Settings().language(), text("de"));
        bool isTold = false;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            isTold = isTold || (label->isVisible() && label->text().contains(text("started again")));
        QVERIFY(isTold);
    }

    void limitsAndNotificationsAreKeptAtOnce()
    {
        MainWindow window;
        window.show();
        SettingsDialog *dialog = openSettings(window);
        auto *deletes =
            childNamed<QSpinBox>(*dialog, text("Deleted rows that are confirmed by typing their number"));
        QCOMPARE(deletes->value(), 100);
        deletes->setValue(7);
        QCOMPARE(Settings().deleteLimit(), 7);
        auto *seconds =
            childNamed<QSpinBox>(*dialog, text("Seconds after which the end of a job is notified"));
        seconds->setValue(0);
        QCOMPARE(seconds->text(), text("never"));
        QCOMPARE(Settings().notifyAfterSeconds(), 0);
        dialog->reject();
        QTRY_VERIFY(window.findChild<SettingsDialog *>() == nullptr);
        dialog = openSettings(window);
        QCOMPARE(
            childNamed<QSpinBox>(*dialog, text("Seconds after which the end of a job is notified"))->value(),
            0);
    }

    void exportsAreProposedInTheChosenFolder()
    {
        MainWindow window;
        window.show();
        Session *session = openAndCount(window, path("shop.sqlite"));
        QVERIFY(session != nullptr);
        SettingsDialog *dialog = openSettings(window);
        auto *folder = childNamed<QLineEdit>(*dialog, text("Folder for exports"));
        folder->setText(path("no such folder"));
        bool isTold = false;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            isTold = isTold || (label->isVisible() && label->text().contains(text("no such folder")));
        QVERIFY(isTold);
        QVERIFY(QDir().mkpath(path("exports")));
        folder->setText(path("exports"));
        dialog->reject();
        ExportPlan plan;
        plan.source = session->database();
        window.transfers().askExport(plan);
        auto *wizard = awaitDialog<ExportWizard>(window);
        QVERIFY(wizard != nullptr);
        QVERIFY(goToStep(*wizard, 3));
        QCOMPARE(wizard->plan().destination, path("exports/shop.zip"));
    }

    void aDatabaseShowsItsTablesBySize()
    {
        MainWindow window;
        window.show();
        Session *session = openAndCount(window, path("shop.sqlite"));
        QVERIFY(session != nullptr);
        DatabasePage *page = openDatabasePage(window, session);
        QVERIFY(page != nullptr);
        auto *map = page->findChild<Treemap *>();
        // Twice as large is twice the room, whatever the shape.
        double shares = 0;
        double rooms = 0;
        for (int row = 0; row < page->model().rowCount(); ++row) {
            const double share = page->model().index(row, 0).data(TableSizesModel::ShareRole).toDouble();
            const QRect area = map->rectOf(row);
            shares += share;
            rooms += area.width() * area.height();
            for (int other = 0; other < row; ++other) {
                const QRect common = map->rectOf(other).intersected(area);
                QVERIFY(common.isEmpty() || std::min(common.width(), common.height()) <= 2);
            }
        }
        QVERIFY(std::abs(shares - 1) < 1e-9);
        QVERIFY(std::abs(rooms / (map->width() * map->height()) - 1) < 0.1);
        // A click opens the table.
        const int row = page->model().rowOf(table("orders"));
        QTest::mouseClick(map, Qt::LeftButton, {}, map->rectOf(row).center());
        auto *opened = qobject_cast<TablePage *>(window.tabs().currentWidget());
        QVERIFY(opened != nullptr && opened->table() == table("orders"));
        // The page is there again, not a second one, and goes with its database.
        const int tabs = window.tabs().count();
        openDatabasePage(window, session);
        QCOMPARE(window.tabs().count(), tabs);
    }

    void theMapIsReachedByKeysAndSaysWhatItShows()
    {
        MainWindow window;
        window.show();
        Session *session = openAndCount(window, path("shop.sqlite"));
        QVERIFY(session != nullptr);
        DatabasePage *page = openDatabasePage(window, session);
        QVERIFY(page != nullptr);
        auto *map = page->findChild<Treemap *>();
        QTest::keyClick(map, Qt::Key_Home);
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(map);
        QVERIFY(access->text(QAccessible::Name).contains(text("shop.sqlite")));
        const QString biggest = page->model().index(map->currentRow(), 0).data().toString();
        QVERIFY(access->text(QAccessible::Description).startsWith(biggest + text(" · ")));
        QTest::keyClick(map, Qt::Key_Right);
        QVERIFY(!access->text(QAccessible::Description).startsWith(biggest + text(" · ")));
        QCOMPARE(page->findChild<QTableView *>()->currentIndex().row(), map->currentRow());
        QTest::keyClick(map, Qt::Key_Return);
        QVERIFY(qobject_cast<TablePage *>(window.tabs().currentWidget()) != nullptr);
    }

    void anEmptyDatabaseSaysSo()
    {
        sqlite(path("empty.sqlite"), text("CREATE TABLE t (a); DROP TABLE t"));
        MainWindow window;
        window.show();
        Session *session = openAndCount(window, path("empty.sqlite"));
        QVERIFY(session != nullptr);
        window.tree().select(session, {});
        QTest::keyClick(&window.tree(), Qt::Key_Return);
        auto *page = qobject_cast<DatabasePage *>(window.tabs().currentWidget());
        QVERIFY(page != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(!page->isMeasuring(), kPatienceMs);
        bool isSaid = false;
        for (const QLabel *label : page->findChildren<QLabel *>())
            isSaid = isSaid || label->text().contains(text("no tables"));
        QVERIFY(isSaid);
        window.catalog().removeConnection(session);
        QTRY_VERIFY(window.findChild<DatabasePage *>() == nullptr);
    }

    void headersShowWhatTheFirstRowsSay()
    {
        sqlite(path("shop.sqlite"), text("UPDATE customers SET note = NULL WHERE id % 4 = 0"));
        MainWindow window;
        window.show();
        TablePage *page = openCustomers(window);
        QVERIFY(page != nullptr && page->sketches() != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(!page->sketches()->sampleText().isEmpty(), kPatienceMs);
        const qint64 rows =
            sqlite(path("shop.sqlite"), text("SELECT count(*) FROM customers")).trimmed().toLongLong();
        const qint64 nulls =
            sqlite(path("shop.sqlite"), text("SELECT count(*) FROM customers WHERE note IS NULL"))
                .trimmed()
                .toLongLong();
        QCOMPARE(page->sketches()->find(text("note"))->rows, rows);
        QCOMPARE(page->sketches()->find(text("note"))->nulls, nulls);
        const int note = sectionOf(*page, "note");
        const QString tip = page->model().headerData(note, Qt::Horizontal, Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(text("all %1 rows").arg(rows)) && tip.contains(text("NULL")), qPrintable(tip));
        QVERIFY(page->model()
                    .headerData(note, Qt::Horizontal, Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(text("note, all")));
        // Whoever does not want them has them gone at once.
        const int high = page->grid()->horizontalHeader()->height();
        SettingsDialog *dialog = openSettings(window);
        auto *wanted = dialog->findChild<QCheckBox *>();
        QVERIFY(wanted->isChecked());
        wanted->click();
        QVERIFY(page->sketches() == nullptr);
        QTRY_VERIFY(page->grid()->horizontalHeader()->height() < high);
        wanted->click();
        QVERIFY(page->sketches() != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(!page->sketches()->sampleText().isEmpty(), kPatienceMs);
    }

    void aViewIsNotSketched()
    {
        sqlite(path("shop.sqlite"), text("CREATE VIEW dear AS SELECT * FROM customers"));
        MainWindow window;
        window.show();
        Session *session = openAndCount(window, path("shop.sqlite"));
        TablePage *page = window.openTable(session, table("dear"));
        QVERIFY(page->sketches() == nullptr);
    }
};

QTEST_MAIN(TestRemembered)
#include "tst_remembered.moc"
