// SPDX-License-Identifier: MIT
#include "ui/mainwindow.h"

#include "models/wording.h"
#include "ui/browse/browsetree.h"
#include "ui/browse/tablepage.h"
#include "ui/connections/windowsecrets.h"
#include "ui/jobs/historypage.h"
#include "ui/jobs/jobspanel.h"
#include "ui/startpage.h"
#include "ui/transfers.h"
#include "ui/widgets/dropoverlay.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

namespace galley {

void MainWindow::openPaths(const QStringList &paths, Session *session, const TableName &table)
{
    m_transfers->sniff(paths, [this, table, target = QPointer<Session>(session)](const auto &files) {
        takeSniffed(files, target, table);
    });
}

void MainWindow::takeSniffed(const std::vector<SniffedFile> &files, const QPointer<Session> &session,
                             const TableName &table)
{
    for (const SniffedFile &file : files) {
        switch (file.kind) {
        case SniffedFile::Kind::Database:
            // On a table it is a source of rows, anywhere else something to look at.
            if (session && !table.name.isEmpty())
                askImport(file.path, session, table);
            else
                openDatabase(file.path, true);
            break;
        case SniffedFile::Kind::ChangeSet:
            m_transfers->showChangeSet(file.path);
            break;
        case SniffedFile::Kind::Bundle:
        case SniffedFile::Kind::Rows:
            askImport(file.path, session ? session.data() : m_tree->currentSession(), table);
            break;
        case SniffedFile::Kind::Unknown:
            m_messages->showMessage(
                {Message::Tone::Warning,
                 tr("%1 cannot be opened: %2").arg(QFileInfo(file.path).fileName(), file.why),
                 {},
                 {}});
            break;
        }
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasUrls())
        return;
    event->acceptProposedAction();
    m_overlay->setHint(tr("Drop to open a database or to import"));
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_overlay->setHint({});
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_overlay->setHint({});
    QStringList paths;
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    openPaths(paths);
}

} // namespace galley
