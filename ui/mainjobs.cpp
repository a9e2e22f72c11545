// SPDX-License-Identifier: MIT
//
// What the main window does about its jobs: it says how they failed, tells the desktop when a long one ends,
// shows those that a killed window left behind, and asks before it closes on running ones.
#include "models/interruptedjobs.h"
#include "models/wording.h"
#include "ui/jobs/closequestion.h"
#include "ui/jobs/desktopnotice.h"
#include "ui/jobs/errordialog.h"
#include "ui/jobs/interruptedcards.h"
#include "ui/jobs/jobspanel.h"
#include "ui/mainwindow.h"
#include "ui/transfers.h"
#include "ui/widgets/messagebar.h"

#include <QDockWidget>
#include <QPointer>
#include <QTabWidget>

namespace galley {

void MainWindow::showJobError(int row)
{
    auto *dialog = findChild<ErrorDialog *>(QString(), Qt::FindDirectChildrenOnly);
    if (dialog == nullptr)
        dialog = new ErrorDialog(this);
    dialog->setJob(m_jobs.index(row));
    dialog->show();
    dialog->raise();
}

void MainWindow::connectJobs(JobsPanel *panel)
{
    connect(panel, &JobsPanel::errorRequested, this, &MainWindow::showJobError);
    connect(&m_jobs, &JobsModel::ended, this, [this](JobRunner *runner) {
        const int row = m_jobs.rowOf(runner);
        if (m_jobs.index(row).data(JobsModel::StateRole).value<JobsModel::State>()
            == JobsModel::State::Failed)
            showJobError(row);
        if (m_closesWhenDone && m_jobs.runningCount() == 0) {
            m_closesWhenDone = false;
            if (*runner->result())
                close();
        }
    });
    auto *notice = new DesktopNotice(m_jobs, this);
    // The user may have set it meanwhile.
    connect(&m_jobs, &JobsModel::runningCountChanged, notice,
            [this, notice] { notice->setAfterMs(m_settings.notifyAfterSeconds() * 1000LL); });
    connect(notice, &DesktopNotice::activated, this, [this] {
        setWindowState(windowState() & ~Qt::WindowMinimized);
        raise();
        activateWindow();
        m_jobsDock->show();
    });
    auto *interrupted = new InterruptedJobs(this);
    auto *cards = new InterruptedCards(*interrupted);
    panel->addAbove(cards);
    connect(interrupted, &InterruptedJobs::failed, this, [this](const Error &error) {
        m_messages->showMessage({Message::Tone::Danger, errorText(error), {}, {}});
    });
    connect(interrupted, &InterruptedJobs::changed, this, [this, interrupted, isFirst = true]() mutable {
        const auto count = static_cast<qint64>(interrupted->jobs().size());
        if (std::exchange(isFirst, false) && count > 0) {
            m_jobsDock->show();
            m_messages->showMessage({Message::Tone::Warning,
                                     counted(count, tr("Galley ended while a job was running: see Jobs."),
                                             tr("Galley ended while %1 jobs were running: see Jobs.")),
                                     {},
                                     {}});
        }
    });
    connect(cards, &InterruptedCards::historyRequested, this, &MainWindow::showHistory);
    connect(cards, &InterruptedCards::showRequested, m_transfers, &Transfers::showChangeSet);
    connect(cards, &InterruptedCards::resumeRequested, m_transfers, &Transfers::resume);
    interrupted->refresh();
}

void MainWindow::askToCloseWithJobs()
{
    askToClose(m_jobs, this, [this](CloseAnswer answer) {
        m_isClosing = answer == CloseAnswer::CancelAndQuit;
        m_closesWhenDone = answer == CloseAnswer::QuitWhenDone && m_jobs.runningCount() > 0;
        const bool isNothingLeft = answer == CloseAnswer::QuitWhenDone && m_jobs.runningCount() == 0;
        if (m_isClosing || isNothingLeft)
            close();
    });
}

} // namespace galley
