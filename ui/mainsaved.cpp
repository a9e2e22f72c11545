// SPDX-License-Identifier: MIT
//
// What the main window has of saved jobs: their menu, their page, and their place on the start page.
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
    connect(m_start, &StartPage::jobRequested, m_savedJobs, &SavedJobs::run);
    connect(m_start, &StartPage::jobsRequested, m_savedJobs, &SavedJobs::showPage);
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
    dialog->open();
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
