// SPDX-License-Identifier: MIT
//
// What the main window has of saved jobs: their menu, their page, and their place on the start page.
#include "ui/browse/browsetree.h"
#include "ui/browse/databasepage.h"
#include "ui/browse/tablepage.h"
#include "ui/connections/windowsecrets.h"
#include "ui/mainwindow.h"
#include "ui/savedjobs/savedjobs.h"
#include "ui/settingsdialog.h"
#include "ui/startpage.h"
#include "ui/widgets/messagebar.h"

#include <QMenu>
#include <QTabWidget>

namespace galley {

void MainWindow::makeSavedJobs()
{
    connect(m_savedJobs, &SavedJobs::pageMade, this, &MainWindow::addPage);
    connect(m_savedJobs, &SavedJobs::pageWanted, m_tabs, &QTabWidget::setCurrentWidget);
    connect(m_savedJobs, &SavedJobs::told, this,
            [this](const Message &message) { m_messages->showMessage(message); });
    connect(m_tree, &BrowseTree::databaseActivated, this, &MainWindow::openDatabasePage);
    connect(m_start, &StartPage::jobRequested, m_savedJobs, &SavedJobs::run);
    connect(m_start, &StartPage::jobsRequested, m_savedJobs, &SavedJobs::showPage);
    connect(m_start, &StartPage::fileRequested, this,
            [this](const QString &path) { openPaths(QStringList{path}); });
    connect(m_tabs, &QTabWidget::currentChanged, m_start, [this] {
        if (m_tabs->currentWidget() == m_start)
            fillRecent();
    });
    fillRecent();
    connect(m_start, &StartPage::hintDismissed, this, &MainWindow::endHint);
    const auto fill = [this] {
        QList<std::pair<QString, QString>> jobs;
        for (const SavedJob &each : m_savedJobs->model().all())
            jobs.append({each.name,
                         (each.importPlan() != nullptr ? tr("Preview of importing %1 into %2")
                                                       : tr("Export of %1 to %2"))
                             .arg(each.from(), each.to())});
        m_start->setJobs(jobs);
    };
    connect(&m_savedJobs->model(), &QAbstractItemModel::modelReset, m_start, fill);
    fill();
    m_start->setHintShown(m_settings.isHintWanted());
}

void MainWindow::showSettings()
{
    if (auto *open = findChild<SettingsDialog *>())
        return open->raise();
    auto *dialog = new SettingsDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::appearanceChosen, this, &MainWindow::setAppearance);
    connect(dialog, &SettingsDialog::sketchesChosen, this, [this](bool areWanted) {
        for (TablePage *page : m_tabs->findChildren<TablePage *>())
            page->setSketchesShown(areWanted);
    });
    dialog->open();
}

void MainWindow::openDatabasePage(Session *session)
{
    for (DatabasePage *known : m_tabs->findChildren<DatabasePage *>()) {
        if (known->session() == session)
            return m_tabs->setCurrentWidget(known);
    }
    auto *page = new DatabasePage(session, m_secrets);
    page->setConnection(m_book.connectionFor(session->database()));
    connect(page, &DatabasePage::tableActivated, this, &MainWindow::openTable);
    connect(page, &DatabasePage::exportRequested, this, &MainWindow::askExport);
    connect(session, &QObject::destroyed, page, [this, page] { closePage(m_tabs->indexOf(page)); });
    addPage(page, session->database().displayName(), QStringLiteral("database"));
}

void MainWindow::fillRecent()
{
    m_start->setRecent(m_settings.recentDatabases(), m_settings.recentFiles());
}

void MainWindow::endHint()
{
    m_settings.endHint();
    m_start->setHintShown(false);
}

void MainWindow::addSavedJobsMenu(QMenu *menu)
{
    QMenu *saved = menu->addMenu(icon(QStringLiteral("play")), tr("Saved &jobs"));
    QAction *page = action({}, tr("&All saved jobs…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J));
    connect(page, &QAction::triggered, m_savedJobs, &SavedJobs::showPage);
    connect(saved, &QMenu::aboutToShow, this, [this, saved, page] {
        saved->clear();
        for (const SavedJob &each : m_savedJobs->model().all()) {
            const QString text = QString(each.name).replace(QLatin1Char('&'), QStringLiteral("&&"));
            saved->addAction(icon(QStringLiteral("play")), tr("Run “%1”").arg(text), m_savedJobs,
                             [this, name = each.name] { m_savedJobs->run(name); });
        }
        saved->addSeparator();
        saved->addAction(page);
    });
    saved->addAction(page);
}

} // namespace galley
