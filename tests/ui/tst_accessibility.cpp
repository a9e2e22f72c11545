// SPDX-License-Identifier: MIT
//
// Every view and dialog, asked as a screen reader asks and walked through with the Tab key.
#include "tests/ui/reachchecks.h"
#include "tests/ui/tour.h"
#include "tests/ui/windowtest.h"
#include "ui/shortcutssheet.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QMenu>
#include <QMenuBar>

using namespace galley;
using namespace galley::test;

namespace {

/// All faults of a tour, each with its stop.
QString faultsOf(const std::function<QStringList(QWidget &)> &check)
{
    QStringList all;
    tour([&](const QString &stop, QWidget &shown) {
        for (const QString &fault : check(shown)) {
            all += stop + QStringLiteral(": ") + fault;
            qWarning("%s", qPrintable(all.constLast())); // the message of a failure is cut
        }
    });
    return all.join(QLatin1Char('\n'));
}

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QAccessible::setActive(true);
        QApplication::setCursorFlashTime(0);
        applyTheme(*qApp, Appearance::Light);
    }
    void cleanup()
    {
        QApplication::setFont(m_font);
        applyTheme(*qApp, Appearance::Light);
    }

    void everythingHasANameAndIsReachedByTheKeyboard()
    {
        const QString faults = faultsOf([](QWidget &shown) {
            return namelessControls(shown) + muteGrids(shown) + sharedMnemonics(shown) + tabFaults(shown);
        });
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults));
    }
    void theFocusIsSeen_data()
    {
        QTest::addColumn<Appearance>("appearance");
        QTest::newRow("light") << Appearance::Light;
        QTest::newRow("dark") << Appearance::Dark;
    }
    void theFocusIsSeen()
    {
        QFETCH(const Appearance, appearance);
        applyTheme(*qApp, appearance);
        const QString faults = faultsOf([](QWidget &shown) { return unseenFocus(shown); });
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults));
    }
    void largeAndSmallLettersHaveRoom_data()
    {
        QTest::addColumn<int>("points");
        QTest::newRow("8 points") << 8;
        QTest::newRow("20 points") << 20;
    }
    void largeAndSmallLettersHaveRoom()
    {
        QFETCH(const int, points);
        QFont font = m_font;
        font.setPointSize(points);
        QApplication::setFont(font);
        applyTheme(*qApp, Appearance::Light);
        const QString faults = faultsOf([](QWidget &shown) {
            return shown.inherits("QDialog") ? clippedTexts(shown) + brokenLayout(shown) : QStringList();
        });
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults));
    }
    void theArrowKeysReachEveryEntryOfTheMenus()
    {
        QTemporaryDir home;
        qputenv("GALLEY_HOME", home.path().toUtf8());
        MainWindow window;
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QList<QAction *> menus = window.menuBar()->actions();
        QVERIFY(menus.size() >= 3);
        for (const QAction *title : menus) {
            QMenu &menu = *title->menu();
            QVERIFY2(!QKeySequence::mnemonic(title->text()).isEmpty(), qPrintable(title->text()));
            menu.popup(QPoint(10, 10));
            QSet<const QAction *> reached;
            for (qsizetype i = 0; i <= 2 * menu.actions().size(); ++i) {
                QTest::keyClick(&menu, Qt::Key_Down);
                reached.insert(menu.activeAction());
            }
            menu.close();
            for (const QAction *each : menu.actions()) {
                if (!each->isSeparator() && each->isEnabled())
                    QVERIFY2(reached.contains(each), qPrintable(each->text()));
            }
        }
    }
    void theSheetListsEveryShortcutOfTheMenus()
    {
        QTemporaryDir home;
        qputenv("GALLEY_HOME", home.path().toUtf8());
        MainWindow window;
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_Slash, Qt::ControlModifier);
        auto *sheet = awaitDialog<ShortcutsSheet>(window);
        QVERIFY(sheet != nullptr);
        const auto *table = sheet->findChild<QTableView *>();
        QStringList keys;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            keys += table->model()->index(row, 1).data().toString().split(QStringLiteral("  ·  "));
        int expected = 0;
        for (const QAction *each : window.findChildren<QAction *>()) {
            if (each->shortcut().isEmpty() || each->text().isEmpty())
                continue;
            ++expected;
            QVERIFY2(keys.contains(each->shortcut().toString(QKeySequence::NativeText)),
                     qPrintable(each->text()));
        }
        QVERIFY(expected > 10);
        sheet->findChild<QLineEdit *>()->setText(QStringLiteral("ctrl+q"));
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("Quit"));
        sheet->findChild<QLineEdit *>()->setText(QStringLiteral("history"));
        QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("Ctrl+H"));
        QTest::keyClick(sheet, Qt::Key_Escape);
    }

private:
    QFont m_font = QApplication::font();
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
