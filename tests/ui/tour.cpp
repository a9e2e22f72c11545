// SPDX-License-Identifier: MIT
#include "tests/ui/tour.h"

#include "models/jobsmodel.h"
#include "tests/ui/scenes.h"
#include "tests/ui/windowtest.h"
#include "ui/connections/passworddialog.h"
#include "ui/preview/deleteconfirm.h"
#include "ui/servers/serverdialog.h"
#include "ui/transfers.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"
#include "workers/jobs/jobrunner.h"

#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace galley::test {

namespace {

template<class Condition> void waitFor(const char *what, Condition isTrue)
{
    if (!QTest::qWaitFor(isTrue, kPatienceMs))
        qFatal("waited in vain for %s", what);
}

class Guide
{
public:
    explicit Guide(const Visit &visit)
        : m_visit(visit)
    {
        qputenv("GALLEY_HOME", m_home.path().toUtf8());
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1280, 800);
        m_window->show();
        m_window->activateWindow();
        waitFor("the window", [this] { return m_window->isActiveWindow(); });
    }
    ~Guide() { m_window.reset(); }

    void walk()
    {
        stop("start");
        openSample();
        visitTable();
        m_files = makeEditedFiles(m_sample, m_home.path());
        visitExportWizard();
        visitImportWizard();
        visitPreview();
        visitRejects();
        visitJobs();
        visitHistory();
        visitDialogs();
        visitMenus();
    }

private:
    void stop(const char *name) { stop(name, *m_window); }
    void stop(const char *name, QWidget &shown)
    {
        QCoreApplication::processEvents();
        QTest::qWait(30);
        m_visit(QString::fromLatin1(name), shown);
    }
    static TableName table(const char *name) { return {QStringLiteral("main"), QString::fromLatin1(name)}; }

    /// The platform of the tests activates nothing by itself when a dialog closes.
    void comeBack()
    {
        m_window->activateWindow();
        waitFor("the window", [this] { return m_window->isActiveWindow(); });
    }

    void openSample()
    {
        m_window->openSample();
        waitFor("the sample", [this] { return !m_window->catalog().sessions().empty(); });
        m_session = m_window->catalog().sessions().front();
        waitFor("the counts", [this] { return m_session->rowCount(table("stock_changes")) >= 0; });
        m_sample = m_session->database();
    }

    void visitTable()
    {
        TablePage *page = m_window->openTable(m_session, table("customers"));
        waitFor("cells", [page] { return page->model().index(0, 0).data(RowsModel::IsLoadedRole).toBool(); });
        page->setInspectorShown(true);
        page->grid()->setCurrentIndex(page->model().index(4, 1));
        stop("table");
        page->showStructure();
        stop("structure");
        page->showData();
    }

    void visitSteps(StepDialog &wizard, const char *name)
    {
        waitFor("the wizard", [&] { return wizard.nextButton()->isEnabled(); });
        for (int step = 0; step < wizard.stepCount(); ++step) {
            wizard.showStep(step);
            waitFor("a step",
                    [&] { return wizard.currentStep() == step && wizard.nextButton()->isEnabled(); });
            wizard.activateWindow();
            waitFor("the dialog", [&] { return wizard.isActiveWindow(); });
            stop(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(name)).arg(step + 1)), wizard);
        }
        wizard.reject();
        comeBack();
    }
    void visitExportWizard()
    {
        ExportPlan plan;
        plan.source = m_sample;
        m_window->transfers().askExport(plan);
        visitSteps(*awaitDialog<ExportWizard>(*m_window), "export");
    }
    void visitImportWizard()
    {
        ImportPlan plan;
        plan.target = m_sample;
        plan.source.path = m_files.rejects;
        plan.table = QStringLiteral("customers");
        m_window->transfers().askImport(plan);
        visitSteps(*awaitDialog<ImportWizard>(*m_window), "import");
    }

    PreviewPage *preview(const QString &path, const char *name)
    {
        ImportPlan plan;
        plan.source.path = path;
        plan.target = m_sample;
        plan.table = QString::fromLatin1(name);
        if (plan.table.isEmpty())
            plan.mode = ImportMode::Mirror;
        const int before = m_window->tabs().count();
        m_window->transfers().runPreview(plan);
        return awaitPage(before);
    }
    PreviewPage *awaitPage(int before)
    {
        PreviewPage *page = awaitPreview(*m_window, before);
        if (page == nullptr)
            qFatal("no preview");
        waitFor("its tables", [page] {
            const auto lists = page->findChildren<QListView *>();
            return std::any_of(lists.begin(), lists.end(), [](const QListView *list) {
                return !list->window()->inherits("QComboBoxPrivateContainer")
                    && list->currentIndex().isValid();
            });
        });
        m_window->jobsDock().hide();
        QTest::qWait(300);
        return page;
    }
    void visitPreview()
    {
        PreviewPage *page = preview(m_files.bundle, "");
        for (QTableView *grid : page->findChildren<QTableView *>()) {
            if (grid->isVisible() && grid->model() != nullptr && grid->model()->rowCount() > 1)
                grid->setCurrentIndex(grid->model()->index(1, grid->model()->columnCount() - 1));
        }
        stop("preview");
        for (QAction *action : page->findChildren<QAction *>()) {
            if (action->shortcut() == QKeySequence(QKeySequence::Find))
                action->trigger();
        }
        stop("preview with search");
        m_preview = page;
    }
    void visitRejects()
    {
        PreviewPage *page = preview(m_files.rejects, "customers");
        for (QTabWidget *tabs : page->findChildren<QTabWidget *>())
            tabs->setCurrentIndex(1);
        stop("rejects");
        delete page;
        page = preview(m_files.suppliers, "suppliers");
        stop("load");
        delete page;
    }

    static void finish(JobRunner *runner)
    {
        waitFor("a job", [runner] { return runner->result().has_value(); });
    }
    void visitJobs()
    {
        ExportPlan plan;
        plan.source = m_sample;
        plan.destination = m_home.filePath(QStringLiteral("shop.zip"));
        finish(m_window->jobs().start(makeExportJob(plan)));
        plan.destination = QStringLiteral("/proc/shop.zip");
        finish(m_window->jobs().start(makeExportJob(plan)));
        auto *failed = awaitDialog<QDialog>(*m_window);
        if (failed == nullptr)
            qFatal("no dialog about the failed job");
        waitFor("the dialog", [&] { return failed->isActiveWindow(); });
        stop("failed job", *failed);
        failed->close();
        comeBack();
        JobRunner *running = m_window->jobs().start(makeLongJob());
        m_window->jobsDock().show();
        waitFor("some progress", [running] { return running->progress().rows > 0; });
        stop("jobs");
        running->cancel();
        waitFor("the end", [running] { return !running->isRunning(); });
        m_window->jobsDock().hide();
    }
    void visitHistory()
    {
        applyButton(*m_preview)->click();
        waitFor("the apply", [this] { return m_window->jobs().runningCount() == 0; });
        m_window->jobsDock().hide();
        m_window->showHistory();
        waitFor("the history",
                [this] { return m_window->findChild<QPushButton *>(QStringLiteral("undo")) != nullptr; });
        stop("history");
        m_window->openDatabase(m_files.damaged);
        waitFor("the message", [this] { return !messageOf(*m_window).isEmpty(); });
        stop("message");
    }

    template<class Dialog> void visitDialog(const char *name, Dialog *dialog)
    {
        dialog->open();
        dialog->activateWindow();
        waitFor("the dialog", [&] { return dialog->isActiveWindow(); });
        stop(name, *dialog);
        delete dialog;
        comeBack();
    }
    void visitDialogs()
    {
        m_window->newConnection();
        auto *connection = awaitDialog<ConnectionDialog>(*m_window);
        waitFor("the dialog", [&] { return connection->isActiveWindow(); });
        auto *engine = connection->findChild<QComboBox *>();
        for (const char *id : {"sqlite", "postgres", "odbc", "openmetadata"}) {
            for (QComboBox *box : connection->findChildren<QComboBox *>()) {
                if (box->findData(QLatin1String(id)) >= 0)
                    engine = box;
            }
            engine->setCurrentIndex(engine->findData(QLatin1String(id)));
            stop(qPrintable(QStringLiteral("connection to %1").arg(QLatin1String(id))), *connection);
        }
        connection->reject();
        comeBack();
        const DatabaseRef server{QStringLiteral("postgres"), QStringLiteral("postgresql://eva@db/shop"), {}};
        visitDialog("password",
                    new PasswordDialog(server, QStringLiteral("It was refused."), true, //
                                       m_window.get()));
        visitDialog("deletes",
                    new DeleteConfirm(1234, QStringLiteral("1,234 rows will be deleted."), m_window.get()));
        const DatabaseRef web{QStringLiteral("openmetadata"), QStringLiteral("https://meta.example.net"), {}};
        visitDialog("server export",
                    new ServerDialog(web, QStringLiteral("shop.main"), ServerVerb::Export, m_window.get()));
        visitDialog("server import",
                    new ServerDialog(web, QStringLiteral("shop.main"), ServerVerb::Import, m_window.get()));
    }

    /// What the menus open that nothing above has shown.
    void visitMenus()
    {
        for (const char *name : {"settings", "shortcuts", "about"}) {
            auto *action = m_window->findChild<QAction *>(QLatin1String(name));
            if (action == nullptr)
                qFatal("no action %s", name);
            action->trigger();
            auto *dialog = awaitDialog<QDialog>(*m_window);
            if (dialog == nullptr)
                qFatal("nothing came of %s", name);
            waitFor("the dialog", [&] { return dialog->isActiveWindow(); });
            stop(name, *dialog);
            dialog->close();
            comeBack();
        }
    }

    const Visit &m_visit;
    QTemporaryDir m_home;
    std::unique_ptr<MainWindow> m_window;
    Session *m_session = nullptr;
    DatabaseRef m_sample;
    EditedFiles m_files;
    PreviewPage *m_preview = nullptr;
};

} // namespace

void tour(const Visit &visit)
{
    Guide(visit).walk();
}

} // namespace galley::test
