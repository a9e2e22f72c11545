// SPDX-License-Identifier: MIT
//
// What the main window does with what is dropped, pasted or given as an argument.
#include "ui/mainwindow.h"

#include "models/wording.h"
#include "ui/browse/browsetree.h"
#include "ui/browse/tablepage.h"
#include "ui/connections/windowsecrets.h"
#include "ui/dragout.h"
#include "ui/dropguide.h"
#include "ui/servers/servertransfers.h"
#include "ui/transfers.h"
#include "ui/widgets/dialogqueue.h"
#include "ui/widgets/messagebar.h"
#include "workers/engines/comments/commentsengine.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QStatusBar>
#include <QTabWidget>

namespace galley {

void MainWindow::makeDrops()
{
    m_guide = new DropGuide(m_catalog, m_book, *m_transfers, this);
    m_tree->setGuide(m_guide);
    m_dialogs = new DialogQueue(this);
    m_dragOut = new DragOut(m_catalog, *m_secrets, this);
    connect(m_guide, &DropGuide::left, m_dragOut, &DragOut::prepare);
    connect(m_tree, &BrowseTree::tablesDragged, m_dragOut, &DragOut::drag);
    connect(m_dragOut, &DragOut::exportWanted, this,
            [this](const ExportPlan &plan) { m_transfers->askExport(plan); });
    connect(m_guide, &DropGuide::dropped, this, &MainWindow::perform);
    connect(m_dialogs, &DialogQueue::givenUp, this, [this](int count) {
        m_messages->showMessage(
            {Message::Tone::Info,
             counted(count, tr("One more was dropped; it was left alone, because you cancelled."),
                     tr("%1 more were dropped; they were left alone, because you cancelled.")),
             {},
             {}});
    });
    connect(m_tree, &BrowseTree::copyRequested, this, [this](const DraggedTables &tables) {
        ImportPlan plan;
        plan.source.path = tables.database.location;
        plan.source.database = tables.database;
        if (!tables.isWhole)
            plan.only = tables.tables;
        m_transfers->askTransfer(plan, databasesBeside(tables.database));
    });
    connect(m_tree, &BrowseTree::compareRequested, this, [this](Session *session) {
        m_transfers->askCompare(session->database(), databasesBeside(session->database()));
    });
    connect(m_tree, &BrowseTree::exportTablesRequested, this, [this](const DraggedTables &tables) {
        ExportPlan plan;
        plan.source = tables.database;
        plan.tables = tables.tables;
        m_transfers->askExport(plan);
    });
}

void MainWindow::copySelectedTables()
{
    if (const std::optional<DraggedTables> tables = m_tree->selectedTables())
        Q_EMIT m_tree->copyRequested(*tables);
    else
        statusBar()->showMessage(tr("Select tables or a database in the tree first"), 4000);
}

/// Files that are still being made ask for passwords.
void MainWindow::endDragOut()
{
    delete m_dragOut;
}

/// Open and saved ones that tables can be copied to.
std::vector<DatabaseRef> MainWindow::databasesBeside(const DatabaseRef &source) const
{
    std::vector<DatabaseRef> all;
    for (const Session *session : m_catalog.sessions()) {
        const DatabaseRef &database = session->database();
        if (!ServerTransfers::isServer(database) && database.engine != comments::kEngine
            && !isSameDatabase(database, source))
            all.push_back(m_book.guarded(database));
    }
    return all;
}

void MainWindow::openPaths(const QStringList &paths, Session *session, const TableName &table)
{
    DropTarget target = m_guide->targetOf(session != nullptr ? session : m_tree->currentSession(), table);
    target.isBeside = session == nullptr;
    m_transfers->sniff(paths, [this, target](const std::vector<SniffedFile> &files) {
        perform(planFiles(files, target), target);
    });
}

/// What is in the middle is a table, or the window as a whole.
DropTarget MainWindow::targetAt(const QPoint &at) const
{
    const TablePage *page = currentTablePage();
    const bool isOnPage =
        page != nullptr && page->session() != nullptr && page->rect().contains(page->mapFrom(this, at));
    const Session *session = isOnPage ? page->session() : m_tree->currentSession();
    DropTarget target = m_guide->targetOf(session, isOnPage ? page->table() : TableName());
    target.isBeside = true;
    return target;
}

void MainWindow::perform(const DropPlan &plan, const DropTarget &target)
{
    for (const QString &path : plan.databases)
        openDatabase(path, true);
    for (const QString &path : plan.changeSets)
        m_transfers->showChangeSet(path);
    for (const ImportPlan &transfer : plan.transfers)
        m_dialogs->add([this, transfer] {
            return m_transfers->askTransfer(
                transfer, databasesBeside(transfer.source.database.value_or(DatabaseRef())));
        });
    for (const QString &path : plan.imports)
        m_dialogs->add([this, path, target] { return askDropped(path, target); });
    const QStringList told =
        plan.isAllowed || !plan.refused.isEmpty() ? plan.refused : QStringList{plan.text};
    if (!told.isEmpty())
        m_messages->showMessage({Message::Tone::Warning, told.join(QLatin1Char('\n')), {}, {}});
}

QDialog *MainWindow::askDropped(const QString &path, const DropTarget &target)
{
    if (target.isWebServer) {
        askImport(path, m_catalog.find(*target.database), {});
        return nullptr;
    }
    ImportPlan plan;
    plan.source.path = path;
    if (target.database)
        plan.target = *target.database;
    plan.table = target.table;
    return m_transfers->askImport(plan);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_guide->enter(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dragMoveEvent(QDragMoveEvent *event)
{
    const QPoint at = event->position().toPoint();
    event->ignore();
    if (!m_guide->move(targetAt(at), mapToGlobal(at)))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_guide->leave();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_guide->drop(*event->mimeData(), targetAt(event->position().toPoint()));
}

} // namespace galley
