// SPDX-License-Identifier: MIT
#include "ui/mainwindow.h"

#include "models/wording.h"
#include "ui/browse/browsetree.h"
#include "ui/browse/tablepage.h"
#include "ui/connections/windowsecrets.h"
#include "ui/jobs/historypage.h"
#include "ui/jobs/jobspanel.h"
#include "ui/savedjobs/savedjobs.h"
#include "ui/servers/serverpage.h"
#include "ui/servers/servertransfers.h"
#include "ui/startpage.h"
#include "ui/transfers.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

namespace galley {

namespace {

const auto kGeometry = QStringLiteral("geometry");
const auto kState = QStringLiteral("state");

DatabaseRef sqliteRef(const QString &path)
{
    return {QStringLiteral("sqlite"), path, {}};
}

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_secrets(new WindowSecrets(m_book, this))
    , m_transfers(new Transfers(m_jobs, m_book, *m_secrets, this))
    , m_servers(new ServerTransfers(m_jobs, m_book, *m_secrets, this))
    , m_savedJobs(new SavedJobs(*m_transfers, this))
{
    setWindowTitle(QStringLiteral("Galley"));
    setWindowIcon(appIcon());
    setAcceptDrops(true);
    resize(1280, 800);
    makeCentre();
    makeDocks();
    makeActions();
    connectTree();
    connectTransfers();
    connectServers();
    m_status = new QLabel;
    m_status->setContentsMargins(kSpace, 2, kSpace, 2);
    m_status->setTextFormat(Qt::PlainText);
    statusBar()->addWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);
    makeDrops();
    restoreGeometry(m_settings.bytes(kGeometry));
    restoreState(m_settings.bytes(kState));
    makeConnections();
    makeSavedJobs();
    updateStatus();
}

MainWindow::~MainWindow()
{
    endDragOut();
    // Pages look at sessions; they go first.
    while (m_tabs->count() > 0)
        delete m_tabs->widget(0);
    // Dialogs have jobs of their own, which may wait for a password.
    qDeleteAll(findChildren<QDialog *>(Qt::FindDirectChildrenOnly));
}

void MainWindow::makeCentre()
{
    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_messages = new MessageBar;
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->setFocusPolicy(Qt::NoFocus); // its bar takes it
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    m_tabs->setElideMode(Qt::ElideMiddle);
    m_tabs->setIconSize({16, 16});
    m_tabs->setAccessibleName(tr("Pages"));
    layout->addWidget(m_messages);
    layout->addWidget(m_tabs, 1);
    setCentralWidget(centre);
    m_start = new StartPage;
    addPage(m_start, tr("Start"), QStringLiteral("database"));
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, &MainWindow::closePage);
    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::updateStatus);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::chooseDatabase);
    connect(m_start, &StartPage::connectRequested, this, &MainWindow::newConnection);
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_start, &StartPage::importRequested, this, [this] { askImport({}, nullptr, {}); });
    connect(m_start, &StartPage::recentRequested, this, [this](const QString &path) { openDatabase(path); });
}

void MainWindow::makeDocks()
{
    auto *side = new QWidget;
    side->setMinimumWidth(230);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, kSpace, 0, 0);
    layout->setSpacing(kSpace);
    auto *filter = new QLineEdit;
    filter->setPlaceholderText(tr("Find a table"));
    filter->setAccessibleName(tr("Find a table"));
    filter->setClearButtonEnabled(true);
    filter->setAcceptDrops(false); // the name of a file is nothing to look for
    filter->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_tree = new BrowseTree(m_catalog);
    connect(filter, &QLineEdit::textChanged, m_tree, &BrowseTree::setFilter);
    auto *padded = new QHBoxLayout;
    padded->setContentsMargins(kSpace, 0, kSpace, 0);
    padded->addWidget(filter);
    layout->addLayout(padded);
    layout->addWidget(m_tree, 1);
    m_treeDock = new QDockWidget(tr("Databases"));
    m_treeDock->setObjectName(QStringLiteral("databases"));
    m_treeDock->setWidget(side);
    m_treeDock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
    const bool isMirrored = isRightToLeft();
    addDockWidget(isMirrored ? Qt::RightDockWidgetArea : Qt::LeftDockWidgetArea, m_treeDock);
    auto *jobs = new JobsPanel(m_jobs);
    connect(jobs, &JobsPanel::folderRequested, this,
            [](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    m_jobsDock = new QDockWidget(tr("Jobs"));
    m_jobsDock->setObjectName(QStringLiteral("jobs"));
    m_jobsDock->setWidget(jobs);
    m_jobsDock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
    addDockWidget(Qt::BottomDockWidgetArea, m_jobsDock);
    m_jobsDock->hide();
    connectJobs(jobs);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    resizeDocks({m_treeDock}, {260}, Qt::Horizontal);
    resizeDocks({m_jobsDock}, {170}, Qt::Vertical);
    connect(&m_jobs, &JobsModel::runningCountChanged, this, [this](int count) {
        if (count > 0)
            m_jobsDock->show();
        updateStatus();
    });
}

void MainWindow::connectTree()
{
    connect(m_tree, &BrowseTree::tableActivated, this, &MainWindow::openTable);
    connect(m_tree, &BrowseTree::exportRequested, this, &MainWindow::askExport);
    connect(m_tree, &BrowseTree::importRequested, this,
            [this](Session *session, const TableName &table) { askImport({}, session, table); });
    connect(m_tree, &BrowseTree::refreshRequested, this, &MainWindow::openSession);
    connect(m_tree, &BrowseTree::closeRequested, this, &MainWindow::closeDatabase);
    connect(m_tree, &BrowseTree::currentTableChanged, this, &MainWindow::updateStatus);
    connect(&m_catalog, &QAbstractItemModel::rowsInserted, this, &MainWindow::updateStatus);
    connect(&m_catalog, &QAbstractItemModel::rowsRemoved, this, &MainWindow::updateStatus);
}

void MainWindow::connectTransfers()
{
    connect(m_transfers, &Transfers::pageMade, this, &MainWindow::addPage);
    connect(m_transfers, &Transfers::told, this,
            [this](const Message &message) { m_messages->showMessage(message); });
    connect(m_transfers, &Transfers::databaseChanged, this, [this](const DatabaseRef &database) {
        if (Session *session = m_catalog.find(database))
            session->open();
    });
    connect(m_transfers, &Transfers::historyChanged, this, [this] {
        if (auto *page = m_tabs->findChild<HistoryPage *>())
            page->refresh();
    });
}

Session *MainWindow::openDatabase(const QString &path, bool isUntrusted)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (Session *known = findSession(sqliteRef(absolute))) {
        if (known->state() == Session::State::Failed || known->state() == Session::State::Closed)
            known->open();
        m_tree->select(known, {});
        return known;
    }
    OpenRequest request = requestFor(sqliteRef(absolute));
    request.isUntrusted = isUntrusted;
    Session *session = m_catalog.addConnection(request);
    m_tree->select(session, {});
    connect(session, &Session::opened, this, [this, absolute, isUntrusted] {
        // What is picked from the recent ones is opened as one's own.
        if (!isUntrusted)
            m_settings.addRecentDatabase(absolute);
        fillRecent();
        endHint();
    });
    watch(session);
    return session;
}

void MainWindow::openSample()
{
    m_transfers->makeSample([this](const QString &path) { openDatabase(path); });
}

TablePage *MainWindow::openTable(Session *session, const TableName &table)
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        auto *page = qobject_cast<TablePage *>(m_tabs->widget(i));
        if (page != nullptr && page->session() == session && page->table() == table) {
            m_tabs->setCurrentIndex(i);
            return page;
        }
    }
    auto *page = new TablePage(session, table);
    connect(page, &TablePage::exportRequested, this, &MainWindow::askExport);
    connect(page, &TablePage::importRequested, this,
            [this](Session *target, const TableName &name) { askImport({}, target, name); });
    connect(page, &TablePage::messageRequested, this,
            [this](const QString &text) { statusBar()->showMessage(text, 4000); });
    connect(&page->model(), &RowsModel::counted, this, &MainWindow::updateStatus);
    showConnection(page);
    addPage(page, page->title(), page->model().isView() ? QStringLiteral("view") : QStringLiteral("table"));
    page->grid()->setFocus();
    return page;
}

void MainWindow::addPage(QWidget *page, const QString &title, const QString &iconName)
{
    const int index =
        m_tabs->addTab(page, icon(iconName), QString(title).replace(QLatin1Char('&'), QStringLiteral("&&")));
    m_tabs->setTabToolTip(index, title.toHtmlEscaped());
    m_tabs->setCurrentIndex(index);
}

void MainWindow::closePage(int index)
{
    QWidget *page = m_tabs->widget(index);
    if (page == nullptr)
        return;
    m_tabs->removeTab(index);
    if (page != m_start)
        page->deleteLater();
    if (m_tabs->count() == 0)
        addPage(m_start, tr("Start"), QStringLiteral("database"));
}

/// One that is saved stays in the tree, closed.
void MainWindow::closeDatabase(Session *session)
{
    if (session == nullptr)
        return;
    forget(session);
    syncConnections();
}

void MainWindow::forget(Session *session)
{
    for (int i = m_tabs->count() - 1; i >= 0; --i) {
        auto *page = qobject_cast<TablePage *>(m_tabs->widget(i));
        if (page != nullptr && page->session() == session)
            closePage(i);
    }
    m_catalog.removeConnection(session);
}

void MainWindow::chooseDatabase()
{
    auto *dialog = new QFileDialog(this, tr("Open database"), {},
                                   tr("SQLite databases (*.sqlite *.sqlite3 *.db *.db3);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { openDatabase(path); });
    dialog->open();
}

void MainWindow::askExport(Session *session, const TableName &table)
{
    if (session == nullptr)
        return;
    if (ServerTransfers::isServer(session->database()))
        return openSession(session);
    ExportPlan plan;
    plan.source = session->database();
    if (!table.name.isEmpty())
        plan.tables = QStringList{table.toString()};
    m_transfers->askExport(plan);
}

void MainWindow::askImport(const QString &path, Session *session, const TableName &table)
{
    if (session != nullptr && ServerTransfers::isServer(session->database())) {
        const ServerPage *page = m_servers->open(session->database());
        if (!path.isEmpty())
            m_servers->askImport(page->server(), page->address(), path);
        return;
    }
    ImportPlan plan;
    plan.source.path = path;
    if (session != nullptr)
        plan.target = session->database();
    plan.table =
        session != nullptr && session->catalog() ? plainName(*session->catalog(), table) : table.name;
    m_transfers->askImport(plan);
}

void MainWindow::showHistory()
{
    auto *page = m_tabs->findChild<HistoryPage *>();
    if (page == nullptr) {
        page = new HistoryPage;
        connect(page, &HistoryPage::undoRequested, m_transfers, &Transfers::previewUndo);
        connect(page, &HistoryPage::showRequested, m_transfers, &Transfers::showChangeSet);
        addPage(page, tr("History"), QStringLiteral("history"));
    }
    m_tabs->setCurrentWidget(page);
    page->refresh();
}

TablePage *MainWindow::currentTablePage() const
{
    return qobject_cast<TablePage *>(m_tabs->currentWidget());
}

void MainWindow::updateStatus()
{
    if (m_status == nullptr)
        return;
    const TablePage *page = currentTablePage();
    Session *session =
        page != nullptr && page->session() != nullptr ? page->session() : m_tree->currentSession();
    QString text = session != nullptr ? session->database().location : tr("No database is open");
    if (m_jobs.runningCount() > 0)
        text += QStringLiteral("   ·   ")
            + counted(m_jobs.runningCount(), tr("1 job running"), tr("%1 jobs running"));
    m_status->setText(text);
    for (QAction *each : std::as_const(m_needDatabase))
        each->setEnabled(session != nullptr);
    setWindowTitle(session != nullptr ? tr("%1 — Galley").arg(session->database().displayName())
                                      : QStringLiteral("Galley"));
}

void MainWindow::setAppearance(Appearance appearance)
{
    m_settings.setAppearance(appearance);
    applyTheme(*qApp, appearance);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_jobs.runningCount() > 0 && !m_isClosing) {
        event->ignore();
        askToCloseWithJobs();
        return;
    }
    m_settings.setBytes(kGeometry, saveGeometry());
    m_settings.setBytes(kState, saveState());
    QMainWindow::closeEvent(event);
}

} // namespace galley
