// SPDX-License-Identifier: MIT
//
// The menus and the toolbar of the main window.
#include "ui/browse/browsetree.h"
#include "ui/browse/tablepage.h"
#include "ui/mainwindow.h"
#include "ui/shortcutssheet.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QTabWidget>
#include <QToolBar>

namespace galley {

QAction *MainWindow::action(const QString &iconName, const QString &text, const QKeySequence &keys)
{
    auto *made = new QAction(iconName.isEmpty() ? QIcon() : icon(iconName), text, this);
    made->setShortcut(keys);
    addAction(made);
    return made;
}

void MainWindow::makeActions()
{
    makeFileMenu();
    makeViewMenu();
    makeHelpMenu();
}

void MainWindow::makeFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    QAction *open = action(QStringLiteral("database-open"), tr("&Open database…"), QKeySequence::Open);
    connect(open, &QAction::triggered, this, &MainWindow::chooseDatabase);
    QAction *connection = action(QStringLiteral("database"), tr("&New connection…"),
                                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    connect(connection, &QAction::triggered, this, &MainWindow::newConnection);
    QAction *sample = action(QStringLiteral("sample"), tr("Open &sample database"), {});
    connect(sample, &QAction::triggered, this, &MainWindow::openSample);
    QAction *import = action(QStringLiteral("import"), tr("&Import…"), QKeySequence(Qt::CTRL | Qt::Key_I));
    connect(import, &QAction::triggered, this,
            [this] { askImport({}, m_tree->currentSession(), m_tree->currentTable()); });
    QAction *exportAll = action(QStringLiteral("export"), tr("&Export…"), QKeySequence(Qt::CTRL | Qt::Key_E));
    connect(exportAll, &QAction::triggered, this,
            [this] { askExport(m_tree->currentSession(), m_tree->currentTable()); });
    QAction *copyTables = action(QStringLiteral("next"), tr("Copy to another &database…"),
                                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    connect(copyTables, &QAction::triggered, this, &MainWindow::copySelectedTables);
    QAction *refresh = action(QStringLiteral("refresh"), tr("Re&fresh"), QKeySequence::Refresh);
    connect(refresh, &QAction::triggered, this, [this] {
        if (Session *session = m_tree->currentSession())
            openSession(session);
    });
    QAction *metadata = action(QStringLiteral("info"), tr("Its &metadata catalogue"), {});
    connect(metadata, &QAction::triggered, this, [this] { openMetadata(m_tree->currentSession()); });
    QAction *history = action(QStringLiteral("history"), tr("&History"), QKeySequence(Qt::CTRL | Qt::Key_H));
    connect(history, &QAction::triggered, this, &MainWindow::showHistory);
    QAction *closeTab = action(QStringLiteral("close"), tr("Close &tab"), QKeySequence::Close);
    connect(closeTab, &QAction::triggered, this, [this] { closePage(m_tabs->currentIndex()); });
    QAction *closeBase = action({}, tr("&Close database"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W));
    connect(closeBase, &QAction::triggered, this, [this] { closeDatabase(m_tree->currentSession()); });
    QAction *settings =
        action(QStringLiteral("settings"), tr("Settin&gs…"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    settings->setObjectName(QStringLiteral("settings"));
    settings->setMenuRole(QAction::PreferencesRole);
    connect(settings, &QAction::triggered, this, &MainWindow::showSettings);
    QAction *quit = action(QStringLiteral("quit"), tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, this, &QWidget::close);
    m_needDatabase = {exportAll, copyTables, metadata, refresh, closeBase};

    menu->addActions({open, connection, sample});
    m_recentMenu = menu->addMenu(tr("Open &recent"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    menu->addSeparator();
    menu->addActions({import, exportAll, copyTables});
    menu->addSeparator();
    menu->addActions({metadata, refresh, history});
    addSavedJobsMenu(menu);
    menu->addSeparator();
    menu->addActions({closeTab, closeBase});
    menu->addSeparator();
    menu->addActions({settings, quit});

    auto *bar = new QToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setIconSize({kIconSize, kIconSize});
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addActions({open, sample});
    bar->addSeparator();
    bar->addActions({import, exportAll});
    bar->addSeparator();
    bar->addActions({refresh, history});
    // The style leaves no room between sign and word.
    for (QAction *each : bar->actions()) {
        if (!each->isSeparator())
            each->setIconText(QLatin1Char(' ') + each->text().remove(QLatin1Char('&')));
    }
    addToolBar(bar);
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    const QStringList recent = m_settings.recentDatabases();
    for (const QString &path : recent) {
        const QString text = QFileInfo(path).fileName().replace(QLatin1Char('&'), QStringLiteral("&&"));
        QAction *each = m_recentMenu->addAction(icon(QStringLiteral("database")), text, this,
                                                [this, path] { openDatabase(path); });
        each->setStatusTip(path);
    }
    if (recent.isEmpty())
        m_recentMenu->addAction(tr("Nothing yet"))->setEnabled(false);
    m_recentMenu->addSeparator();
    m_recentMenu->addAction(tr("&Clear this list"), this, [this] { m_settings.clearRecentDatabases(); })
        ->setEnabled(!recent.isEmpty());
}

void MainWindow::makeViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    QAction *tree = m_treeDock->toggleViewAction();
    tree->setShortcut(QKeySequence(Qt::Key_F9));
    QAction *jobs = m_jobsDock->toggleViewAction();
    jobs->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_J));
    menu->addActions({tree, jobs});
    QAction *inspector = action(QStringLiteral("inspector"), tr("&Value pane"), QKeySequence(Qt::Key_F4));
    connect(inspector, &QAction::triggered, this, [this] {
        if (TablePage *page = currentTablePage())
            page->setInspectorShown(!page->isInspectorShown());
    });
    QAction *rows = action(QStringLiteral("table"), tr("&Data"), QKeySequence(Qt::ALT | Qt::Key_1));
    connect(rows, &QAction::triggered, this, [this] {
        if (TablePage *page = currentTablePage())
            page->showData();
    });
    QAction *structure =
        action(QStringLiteral("structure"), tr("&Structure"), QKeySequence(Qt::ALT | Qt::Key_2));
    connect(structure, &QAction::triggered, this, [this] {
        if (TablePage *page = currentTablePage())
            page->showStructure();
    });
    QAction *toTree = action(QStringLiteral("tree"), tr("Go to &tree"), QKeySequence(Qt::CTRL | Qt::Key_T));
    connect(toTree, &QAction::triggered, this, [this] {
        m_treeDock->show();
        m_tree->setFocus();
    });
    menu->addSeparator();
    menu->addActions({rows, structure, inspector, toTree});
    menu->addSeparator();
    QMenu *looks = menu->addMenu(icon(QStringLiteral("appearance")), tr("&Appearance"));
    auto *group = new QActionGroup(this);
    const std::initializer_list<std::pair<Appearance, QString>> choices = {
        {Appearance::System, tr("As the &system")},
        {Appearance::Light, tr("&Light")},
        {Appearance::Dark, tr("&Dark")}};
    for (const auto &[appearance, text] : choices) {
        QAction *each = looks->addAction(text, this, [this, which = appearance] { setAppearance(which); });
        each->setCheckable(true);
        each->setData(appearanceName(appearance));
        group->addAction(each);
    }
    // It can be chosen elsewhere, too.
    connect(looks, &QMenu::aboutToShow, this, [this, looks] {
        for (QAction *each : looks->actions())
            each->setChecked(each->data().toString() == appearanceName(m_settings.appearance()));
    });
}

void MainWindow::makeHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    QAction *shortcuts =
        action(QStringLiteral("keyboard"), tr("&Keyboard shortcuts"), QKeySequence::HelpContents);
    shortcuts->setObjectName(QStringLiteral("shortcuts"));
    shortcuts->setShortcuts(
        {QKeySequence(QKeySequence::HelpContents), QKeySequence(Qt::CTRL | Qt::Key_Slash)});
    connect(shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    QAction *about = action(QStringLiteral("info"), tr("&About Galley"), {});
    about->setObjectName(QStringLiteral("about"));
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
    menu->addActions({shortcuts, about});
}

void MainWindow::showShortcuts()
{
    (new ShortcutsSheet(this))->open();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Galley"));
    box->setIconPixmap(appIcon().pixmap(64, 64));
    box->setText(QStringLiteral("<b>Galley %1</b>").arg(QStringLiteral(GALLEY_VERSION)));
    box->setInformativeText(
        tr("Moves data out of a database and back in, and shows every change before it is "
           "made. Free software under the MIT licence. Qt %1.")
            .arg(QLatin1String(qVersion())));
    box->open();
}

} // namespace galley
