// SPDX-License-Identifier: MIT
//
// What the main window does with saved connections: it keeps the tree as the file has them, shows on every
// page where one is, and asks before one is forgotten.
#include "ui/browse/browsetree.h"
#include "ui/browse/tablepage.h"
#include "ui/connections/connectiondialog.h"
#include "ui/connections/windowsecrets.h"
#include "ui/mainwindow.h"
#include "ui/servers/servertransfers.h"
#include "ui/widgets/messagebar.h"

#include "models/wording.h"
#include "workers/engines/comments/commentsengine.h"

#include <QMessageBox>
#include <QTabWidget>

namespace galley {

void MainWindow::makeConnections()
{
    m_jobs.setSecrets(m_secrets);
    connect(&m_book, &ConnectionBook::changed, this, &MainWindow::syncConnections);
    connect(m_secrets, &WindowSecrets::keepingFailed, this, [this](const Error &error) {
        m_messages->showMessage({Message::Tone::Warning, errorText(error), {}, {}});
    });
    connect(m_tree, &BrowseTree::editRequested, this, [this](Session *session) {
        const SavedConnection *saved = m_book.find(session->database().connection);
        if (saved != nullptr)
            return editConnection(saved);
        SavedConnection made;
        made.database = session->database();
        editConnection(&made);
    });
    connect(m_tree, &BrowseTree::commentsRequested, this, &MainWindow::openComments);
    connect(m_tree, &BrowseTree::metadataRequested, this, &MainWindow::openMetadata);
    connect(m_tree, &BrowseTree::removeRequested, this, &MainWindow::askRemoveConnection);
    syncConnections();
}

OpenRequest MainWindow::requestFor(const DatabaseRef &database) const
{
    OpenRequest request;
    request.database = m_book.guarded(database);
    request.secrets = m_secrets;
    return request;
}

/// Also where a saved connection leads to the same place by another path.
Session *MainWindow::findSession(const DatabaseRef &database) const
{
    if (Session *same = m_catalog.find(database))
        return same;
    const SavedConnection *saved = m_book.connectionFor(database);
    return saved != nullptr ? m_catalog.find(saved->database) : nullptr;
}

void MainWindow::syncConnections()
{
    if (m_book.error())
        m_messages->showMessage({Message::Tone::Danger, errorText(*m_book.error()), {}, {}});
    for (Session *session : m_catalog.sessions()) {
        const QString name = session->database().connection;
        const SavedConnection *saved = m_book.find(name);
        const bool isSame = saved != nullptr && saved->database == session->database()
            && saved->isReadOnly == session->database().isReadOnly;
        // The comments of a database come and go by themselves.
        const bool isSaved = !name.isEmpty() && session->database().engine != comments::kEngine;
        if (isSaved && !isSame && !m_book.error())
            forget(session);
    }
    for (const SavedConnection &saved : m_book.all()) {
        const std::vector<Session *> open = m_catalog.sessions();
        const bool isThere = std::any_of(open.begin(), open.end(), [&](Session *session) {
            return session->database().connection == saved.name
                && session->database().engine != comments::kEngine;
        });
        if (!isThere)
            watch(m_catalog.addClosed(requestFor(saved.reference())));
    }
    m_catalog.setSaved(m_book.all());
    for (int i = 0; i < m_tabs->count(); ++i)
        showConnection(qobject_cast<TablePage *>(m_tabs->widget(i)));
    updateStatus();
}

void MainWindow::showConnection(TablePage *page)
{
    if (page != nullptr && page->session() != nullptr)
        page->setConnection(m_book.connectionFor(page->session()->database()));
}

/// Says when it cannot be opened; a refused password is asked for again.
void MainWindow::watch(Session *session)
{
    connect(session, &Session::opened, this, [this, session] {
        if (!m_tree->currentIndex().isValid())
            m_tree->select(session, {});
        updateStatus();
    });
    connect(session, &Session::failed, this, [this, session] {
        const Error &error = *session->error();
        if (error.kind == ErrorKind::Permission)
            m_secrets->distrust(session->database());
        if (error.kind != ErrorKind::Cancelled)
            m_messages->showMessage({Message::Tone::Danger, errorText(error), {}, {}});
    });
}

void MainWindow::openSession(Session *session)
{
    if (ServerTransfers::isServer(session->database()))
        m_servers->open(session->database());
    else
        session->open();
}

void MainWindow::connectServers()
{
    connect(m_servers, &ServerTransfers::pageMade, this, &MainWindow::addPage);
    connect(m_servers, &ServerTransfers::pageWanted, m_tabs, &QTabWidget::setCurrentWidget);
    connect(m_servers, &ServerTransfers::told, this,
            [this](const Message &message) { m_messages->showMessage(message); });
}

/// The comments of a database stand beside it in the tree, as a table that is exported and imported as any
/// other.
void MainWindow::openComments(Session *session)
{
    const Result<DatabaseRef> comments = commentsOf(session->database());
    if (!comments) {
        m_messages->showMessage({Message::Tone::Danger, errorText(comments.error()), {}, {}});
        return;
    }
    if (Session *known = m_catalog.find(*comments)) {
        m_tree->select(known, {});
        return;
    }
    OpenRequest request;
    request.database = *comments;
    request.database.isReadOnly = session->database().isReadOnly;
    request.secrets = m_secrets;
    Session *opened = m_catalog.addConnection(request);
    watch(opened);
    m_tree->select(opened, {});
}

void MainWindow::newConnection()
{
    editConnection(nullptr);
}

void MainWindow::editConnection(const SavedConnection *known)
{
    auto *dialog = new ConnectionDialog(m_book, *m_secrets, known, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        for (Session *session : m_catalog.sessions()) {
            if (session->database().connection == dialog->savedName()) {
                if (session->state() == Session::State::Closed)
                    openSession(session);
                m_tree->select(session, {});
            }
        }
    });
    dialog->open();
}

void MainWindow::askRemoveConnection(Session *session)
{
    const QString name = session->database().connection;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove connection"), QString(),
                                QMessageBox::Yes | QMessageBox::Cancel, this);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Remove the saved connection “%1”?").arg(name));
    box->setInformativeText(tr("The database itself stays as it is. A password in the keyring is removed."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QDialog::finished, this, [this, name](int answer) {
        const SavedConnection *found = m_book.find(name);
        if (answer != QMessageBox::Yes || found == nullptr)
            return;
        const SavedConnection removed = *found;
        if (const Result<void> done = m_book.remove(name); !done) {
            m_messages->showMessage({Message::Tone::Danger, errorText(done.error()), {}, {}});
            return;
        }
        m_secrets->forgetKept(removed);
    });
    box->open();
}

} // namespace galley
