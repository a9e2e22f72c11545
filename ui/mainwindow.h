// SPDX-License-Identifier: MIT
//
// The window: the tree at the left, pages in tabs, jobs below. It arranges and connects; what moves data is
// Transfers, what reads is a Session.
//
// Threads: UI thread.
#pragma once

#include "models/catalogmodel.h"
#include "models/connectionbook.h"
#include "models/dropplan.h"
#include "models/jobsmodel.h"
#include "ui/settings.h"

#include <QMainWindow>

class QDialog;
class QDockWidget;
class QLabel;
class QTabWidget;

namespace galley {

class BrowseTree;
class DialogQueue;
class DragOut;
class DropGuide;
class HistoryPage;
class JobsPanel;
class MessageBar;
class SavedJobs;
class ServerTransfers;
class StartPage;
class TablePage;
class Transfers;
class WindowSecrets;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    /// `isUntrusted`: a file that came from somewhere (dropped), not one that the user picked as his own.
    Session *openDatabase(const QString &path, bool isUntrusted = false);
    /// As if dropped on the window, or on that table: databases open, all else starts an import.
    void openPaths(const QStringList &paths, Session *session = nullptr, const TableName &table = {});
    void openSample();
    /// The dialog for a saved connection, a new one or `known`.
    void newConnection();
    void editConnection(const SavedConnection *known);
    TablePage *openTable(Session *session, const TableName &table);
    void showHistory();
    void showSettings();
    void setAppearance(Appearance appearance);

    DropGuide &guide() const { return *m_guide; }
    DragOut &dragOut() const { return *m_dragOut; }
    QTabWidget &tabs() const { return *m_tabs; }
    BrowseTree &tree() const { return *m_tree; }
    CatalogModel &catalog() { return m_catalog; }
    ConnectionBook &book() { return m_book; }
    JobsModel &jobs() { return m_jobs; }
    Transfers &transfers() const { return *m_transfers; }
    SavedJobs &savedJobs() const { return *m_savedJobs; }
    QDockWidget &jobsDock() const { return *m_jobsDock; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeCentre();
    void makeDocks();
    void makeActions();
    void makeFileMenu();
    void makeViewMenu();
    void makeHelpMenu();
    void connectTree();
    void connectTransfers();
    QAction *action(const QString &iconName, const QString &text, const QKeySequence &keys);
    void fillRecentMenu();
    void makeSavedJobs();
    void addSavedJobsMenu(QMenu *menu);
    void endHint();
    void fillRecent();
    void openDatabasePage(Session *session);

    void makeConnections();
    OpenRequest requestFor(const DatabaseRef &database) const;
    void syncConnections();
    Session *findSession(const DatabaseRef &database) const;
    void showConnection(TablePage *page);
    void watch(Session *session);
    /// A web server gets a page of its own.
    void openSession(Session *session);
    void connectServers();
    void openComments(Session *session);
    void openMetadata(Session *session);
    void forget(Session *session);
    void askRemoveConnection(Session *session);
    void chooseDatabase();
    void closeDatabase(Session *session);
    void askExport(Session *session, const TableName &table);
    void askImport(const QString &path, Session *session, const TableName &table);
    void makeDrops();
    void copySelectedTables();
    void endDragOut();
    void perform(const DropPlan &plan, const DropTarget &target);
    QDialog *askDropped(const QString &path, const DropTarget &target);
    DropTarget targetAt(const QPoint &at) const;
    std::vector<DatabaseRef> databasesBeside(const DatabaseRef &source) const;
    void addPage(QWidget *page, const QString &title, const QString &iconName);
    void closePage(int index);
    TablePage *currentTablePage() const;
    void connectJobs(JobsPanel *panel);
    void showJobError(int row);
    void askToCloseWithJobs();
    void updateStatus();
    void showShortcuts();
    void showAbout();

    Settings m_settings;
    ConnectionBook m_book;
    WindowSecrets *m_secrets;
    CatalogModel m_catalog;
    JobsModel m_jobs;
    Transfers *m_transfers;
    ServerTransfers *m_servers;
    SavedJobs *m_savedJobs;
    QTabWidget *m_tabs = nullptr;
    StartPage *m_start = nullptr;
    MessageBar *m_messages = nullptr;
    DropGuide *m_guide = nullptr;
    DragOut *m_dragOut = nullptr;
    DialogQueue *m_dialogs = nullptr;
    BrowseTree *m_tree = nullptr;
    QDockWidget *m_treeDock = nullptr;
    QDockWidget *m_jobsDock = nullptr;
    QLabel *m_status = nullptr;
    QMenu *m_recentMenu = nullptr;
    QList<QAction *> m_needDatabase; ///< enabled where one is current
    bool m_isClosing = false; ///< running jobs were agreed to be cancelled
    bool m_closesWhenDone = false;
};

} // namespace galley
