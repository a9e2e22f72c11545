// SPDX-License-Identifier: MIT
//
// Makes the pictures of docs/images from the real window, the sample database and real jobs:
//   QT_QPA_PLATFORM=offscreen galley_screenshots FOLDER [WIDTHxHEIGHT
//   [jobs|connections|drops|servers|wizard]]
// Not a test: run it when the window looks different, and look at what comes out.
#include "models/jobsmodel.h"
#include "tests/ui/droppictures.h"
#include "tests/ui/savedpictures.h"
#include "tests/ui/scenes.h"
#include "tests/ui/serverpictures.h"
#include "tests/ui/wizardpictures.h"
#include "ui/browse/browsetree.h"
#include "ui/browse/tablepage.h"
#include "ui/connections/connectiondialog.h"
#include "ui/jobs/errordialog.h"
#include "ui/jobs/historypage.h"
#include "ui/mainwindow.h"
#include "ui/preview/previewpage.h"
#include "ui/transfers.h"
#include "ui/wizards/exportwizard.h"
#include "ui/wizards/importwizard.h"
#include "workers/jobs/jobrunner.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QtTest/QTest>

#include <cstdio>

using namespace galley;

namespace {

constexpr int kWaitMs = 30'000;

template<class Condition> void waitFor(const char *what, Condition isTrue)
{
    if (!QTest::qWaitFor(isTrue, kWaitMs))
        qFatal("waited in vain for %s", what);
}

class Camera
{
public:
    Camera(QString folder, QString home, const QSize &size, Appearance appearance)
        : m_folder(std::move(folder))
        , m_home(std::move(home))
        , m_suffix(appearanceName(appearance))
    {
        m_window.resize(size);
        m_window.show();
    }

    void takeAll()
    {
        take(QStringLiteral("start"));
        openSample();
        takeBrowsing();
        m_files = test::makeEditedFiles(m_sample, m_home);
        takeExportWizard();
        takeImportWizard();
        takeJobs();
        takePreview();
        takeRejects();
        takeLoad();
        takeHistory();
        takeError();
        takeDrops();
        takeConnections();
    }
    void takeOnlyJobs()
    {
        openSample();
        takeBrowsing();
        takeJobs();
    }
    void takeOnlyDrops()
    {
        openSample();
        takeDrops();
    }
    void takeOnlyConnections()
    {
        openSample();
        takeConnections();
    }

private:
    void takeDrops()
    {
        test::takeDropPictures(m_window, m_session, m_home,
                               [this](QWidget &what, const QString &name) { shoot(what, name); });
    }
    void openSample()
    {
        m_window.openSample();
        waitFor("the sample", [this] { return !m_window.catalog().sessions().empty(); });
        m_session = m_window.catalog().sessions().front();
        waitFor("the session", [this] { return m_session->state() != Session::State::Opening; });
        if (m_session->error())
            qFatal("%s", qPrintable(m_session->error()->toString()));
        m_sample = m_session->database();
        waitFor("the counts", [this] { return m_session->rowCount(name("stock_changes")) >= 0; });
    }

    static TableName name(const char *table) { return {QStringLiteral("main"), QString::fromLatin1(table)}; }

    void takeBrowsing()
    {
        TablePage *page = m_window.openTable(m_session, name("customers"));
        settle(page);
        page->grid()->setCurrentIndex(page->model().index(4, 1));
        take(QStringLiteral("table"));
        page->showStructure();
        take(QStringLiteral("structure"));
        page->showData();
        TablePage *products = m_window.openTable(m_session, name("products"));
        settle(products);
        products->grid()->setCurrentIndex(products->model().index(2, 10));
        products->grid()->scrollTo(products->model().index(0, 10));
        take(QStringLiteral("picture"));
    }
    void settle(TablePage *page)
    {
        waitFor("rows", [page] { return page->model().totalRows() > 0; });
        waitFor("cells", [page] { return page->model().index(0, 0).data(RowsModel::IsLoadedRole).toBool(); });
    }

    void takeExportWizard()
    {
        ExportPlan plan;
        plan.source = m_sample;
        m_window.transfers().askExport(plan);
        auto *wizard = m_window.findChild<ExportWizard *>();
        takeSteps(*wizard, QStringLiteral("export"));
    }
    void takeImportWizard()
    {
        ImportPlan plan;
        plan.target = m_sample;
        plan.source.path = m_files.rejects;
        plan.table = QStringLiteral("customers");
        m_window.transfers().askImport(plan);
        auto *wizard = m_window.findChild<ImportWizard *>();
        takeSteps(*wizard, QStringLiteral("import"));
    }
    void takeSteps(StepDialog &wizard, const QString &prefix)
    {
        waitFor("the wizard", [&wizard] { return wizard.nextButton()->isEnabled(); });
        for (int step = 0; step < wizard.stepCount(); ++step) {
            wizard.showStep(step);
            waitFor("a step",
                    [&] { return wizard.currentStep() == step && wizard.nextButton()->isEnabled(); });
            shoot(wizard, QStringLiteral("%1-%2").arg(prefix).arg(step + 1));
        }
        wizard.reject();
        QTest::qWait(20);
    }

    PreviewPage *preview(const QString &path, const char *table)
    {
        ImportPlan plan;
        plan.source.path = path;
        plan.target = m_sample;
        plan.table = QString::fromLatin1(table);
        if (plan.table.isEmpty())
            plan.mode = ImportMode::Mirror;
        const int before = m_window.tabs().count();
        m_window.transfers().runPreview(plan);
        return awaitPage(before);
    }
    /// The preview page that comes beside the `before` ones.
    PreviewPage *awaitPage(int before)
    {
        waitFor("the preview", [&] { return m_window.tabs().count() > before; });
        auto *page = qobject_cast<PreviewPage *>(m_window.tabs().currentWidget());
        waitFor("its tables", [page] {
            const auto *list = child<QListView>(*page, "Tables");
            return list->model()->rowCount() > 0 && list->currentIndex().isValid();
        });
        m_window.jobsDock().hide();
        QTest::qWait(400);
        return page;
    }
    template<class Widget> static Widget *child(const QWidget &parent, const char *accessibleName)
    {
        for (Widget *each : parent.findChildren<Widget *>()) {
            if (each->accessibleName() == QLatin1String(accessibleName))
                return each;
        }
        qFatal("no %s", accessibleName);
    }
    /// The `index`th of those that are visible.
    static QToolButton *childButton(const QWidget &parent, const char *accessibleName, int index)
    {
        for (QToolButton *each : parent.findChildren<QToolButton *>()) {
            const bool isMeant = each->accessibleName() == QLatin1String(accessibleName);
            if (isMeant && each->isVisibleTo(&parent) && index-- == 0)
                return each;
        }
        qFatal("no %s", accessibleName);
    }
    static void chooseTable(PreviewPage &page, const QString &name)
    {
        auto *list = child<QListView>(page, "Tables");
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, 0).data().toString().endsWith(name))
                list->setCurrentIndex(list->model()->index(row, 0));
        }
        QTest::qWait(400);
    }
    static void chooseCell(PreviewPage &page, int row, const QString &column)
    {
        auto *view = child<QTableView>(page, "Rows as they will be");
        for (int at = 1; at < view->model()->columnCount(); ++at) {
            if (!view->isColumnHidden(at)
                && view->model()->headerData(at, Qt::Horizontal).toString().endsWith(column)) {
                view->setFocus();
                view->setCurrentIndex(view->model()->index(row, at));
            }
        }
        QTest::qWait(300);
    }

    void takePreview()
    {
        m_main = preview(m_files.bundle, "");
        chooseTable(*m_main, QStringLiteral("customers"));
        // With the tree closed (F9), as one reads a comparison.
        auto *tree = m_window.findChild<QDockWidget *>(QStringLiteral("databases"));
        tree->hide();
        QTest::qWait(150);
        chooseCell(*m_main, 1, QStringLiteral("email"));
        take(QStringLiteral("preview"));
        takeSearch();
        auto *rows = child<QTableView>(*m_main, "Rows that stay as they are");
        auto *unchanged = child<QToolButton>(*m_main, "Show unchanged: 783");
        unchanged->click();
        waitFor("the unchanged rows", [rows] { return rows->model()->rowCount() > 0; });
        rows->setCurrentIndex(rows->model()->index(3, 2));
        take(QStringLiteral("preview-unchanged"));
        unchanged->click();
        tree->show();
        chooseTable(*m_main, QStringLiteral("products"));
        chooseCell(*m_main, 1, QStringLiteral("description"));
        take(QStringLiteral("preview-value"));
        auto *forms = child<QTabBar>(*m_main, "How the value is shown");
        forms->setCurrentIndex(1);
        take(QStringLiteral("preview-differences"));
        forms->setCurrentIndex(0);
        chooseTable(*m_main, QStringLiteral("suppliers"));
        take(QStringLiteral("preview-new-table"));
        chooseTable(*m_main, QStringLiteral("customers"));
        chooseCell(*m_main, 0, QStringLiteral("name"));
    }
    void takeSearch()
    {
        auto *view = child<QTableView>(*m_main, "Rows as they will be");
        QTest::keyClick(view, Qt::Key_S);
        child<QToolButton>(*m_main, "Search")->click();
        auto *text = child<QLineEdit>(*m_main, "Text to find");
        text->setText(QStringLiteral("example.eu"));
        QTest::qWait(600);
        take(QStringLiteral("preview-search"));
        child<QToolButton>(*m_main, "Close the search")->click();
        child<QToolButton>(*m_main, "Columns")->click();
        shoot(*child<QListWidget>(*m_main, "Columns to show")->parentWidget(),
              QStringLiteral("preview-columns"));
        child<QListWidget>(*m_main, "Columns to show")->parentWidget()->hide();
        QTest::keyClick(view, Qt::Key_S);
        QTest::keyClick(view, Qt::Key_S);
    }
    void takeRejects()
    {
        PreviewPage *page = preview(m_files.rejects, "customers");
        take(QStringLiteral("preview-blocked"));
        for (QTabWidget *tabs : page->findChildren<QTabWidget *>())
            tabs->setCurrentIndex(1);
        take(QStringLiteral("preview-rejects"));
        m_window.tabs().removeTab(m_window.tabs().indexOf(page));
        delete page;
    }
    void takeLoad()
    {
        PreviewPage *page = preview(m_files.suppliers, "suppliers");
        take(QStringLiteral("preview-load"));
        m_window.tabs().removeTab(m_window.tabs().indexOf(page));
        delete page;
    }
    void takeJobs()
    {
        ExportPlan plan;
        plan.source = m_sample;
        plan.destination = m_home + QStringLiteral("/sample-shop.zip");
        plan.overwrite = true;
        finish(m_window.jobs().start(makeExportJob(plan)));
        plan.destination = QStringLiteral("/proc/sample-shop.zip");
        finish(m_window.jobs().start(makeExportJob(plan)));
        JobRunner *running = m_window.jobs().start(test::makeLongJob());
        JobRunner *waiting = m_window.jobs().start(test::makeLongJob());
        while (m_window.jobs().rowCount() > 4)
            m_window.jobs().remove(m_window.jobs().rowCount() - 1);
        m_window.tabs().setCurrentIndex(1);
        m_window.resizeDocks({&m_window.jobsDock()}, {520}, Qt::Vertical);
        QTest::qWait(50); // new rows are shown by the event loop
        childButton(m_window.jobsDock(), "Details", 2)->click();
        waitFor("some progress", [running] { return running->progress().rows > 400'000; });
        take(QStringLiteral("jobs"));
        m_window.jobs().pause(1);
        QTest::qWait(200);
        take(QStringLiteral("jobs-paused"));
        childButton(m_window.jobsDock(), "What to do", 0)->click();
        auto *dialog = m_window.findChild<ErrorDialog *>();
        shoot(*dialog, QStringLiteral("job-error"));
        dialog->hide();
        waiting->cancel();
        running->cancel();
        waitFor("the end", [this] { return m_window.jobs().runningCount() == 0; });
        m_window.jobsDock().hide();
    }
    static void finish(JobRunner *runner)
    {
        waitFor("a job", [runner] { return runner->result().has_value(); });
    }
    void takeHistory()
    {
        for (QPushButton *button : m_main->findChildren<QPushButton *>()) {
            if (button->property("primary").toBool())
                button->click();
        }
        waitFor("the apply", [this] { return m_window.jobs().runningCount() == 0; });
        m_window.jobsDock().hide();
        m_window.tabs().setCurrentWidget(m_main);
        take(QStringLiteral("applied"));
        m_window.showHistory();
        take(QStringLiteral("history"));
        takeUndo();
    }
    void takeUndo()
    {
        const int before = m_window.tabs().count();
        QPushButton *undo = nullptr;
        waitFor("the history", [&] {
            undo = m_window.findChild<QPushButton *>(QStringLiteral("undo"));
            return undo != nullptr;
        });
        undo->click();
        PreviewPage *page = awaitPage(before);
        take(QStringLiteral("undo"));
        m_window.tabs().removeTab(m_window.tabs().indexOf(page));
    }
    void takeError()
    {
        m_window.tabs().setCurrentIndex(1);
        m_window.openDatabase(m_files.damaged);
        take(QStringLiteral("error"));
    }

    void saveConnection(const char *shown, const char *color, bool isReadOnly)
    {
        SavedConnection saved;
        saved.name = QString::fromUtf8(shown);
        saved.database = {QStringLiteral("sqlite"), m_home + QLatin1Char('/') + saved.name, {}};
        saved.color = QString::fromLatin1(color);
        saved.isReadOnly = isReadOnly;
        QFile::copy(m_sample.location, saved.database.location);
        if (!m_window.book().save(saved, {}))
            qFatal("cannot save %s", shown);
    }
    Session *openSaved(const char *shown)
    {
        for (Session *session : m_window.catalog().sessions()) {
            if (session->database().connection != QString::fromUtf8(shown))
                continue;
            session->open();
            waitFor("the session", [session] { return session->state() != Session::State::Opening; });
            waitFor("the counts", [session] { return session->rowCount(name("stock_changes")) >= 0; });
            return session;
        }
        qFatal("no %s", shown);
    }
    void takeConnections()
    {
        saveConnection("web shop", "red", false);
        saveConnection("archive 2022", "grey", true);
        saveConnection("staging", "amber", false);
        Session *live = openSaved("web shop");
        settle(m_window.openTable(live, name("orders")));
        take(QStringLiteral("connection-production"));
        settle(m_window.openTable(openSaved("archive 2022"), name("orders")));
        take(QStringLiteral("connection-read-only"));
        m_window.editConnection(m_window.book().find(QStringLiteral("web shop")));
        auto *dialog = m_window.findChild<ConnectionDialog *>();
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text().contains(QStringLiteral("Test")))
                button->click();
        }
        QTest::qWait(600);
        shoot(*dialog, QStringLiteral("connection-file"));
        auto *engine = child<QComboBox>(*dialog, "Engine");
        engine->setCurrentIndex(engine->count() - 1);
        for (int i = 0; i < engine->count(); ++i) {
            if (engine->itemData(i).toString() == QLatin1String("postgres"))
                engine->setCurrentIndex(i);
        }
        shoot(*dialog, QStringLiteral("connection-server"));
        dialog->reject();
        m_sample = live->database();
        takeProductionPreview();
    }
    void takeProductionPreview()
    {
        const QString csv = m_home + QStringLiteral("/categories.csv");
        ExportPlan out;
        out.source = m_sample;
        out.tables = QStringList(QStringLiteral("categories"));
        out.bundle.clear();
        out.destination = csv;
        finish(m_window.jobs().start(makeExportJob(out)));
        QFile file(csv);
        if (!file.open(QIODevice::ReadWrite))
            qFatal("no %s", qPrintable(csv));
        const QByteArray bytes = file.readAll().replace("\n2,", "\n2,New ");
        file.seek(0);
        file.write(bytes);
        file.close();
        preview(csv, "categories");
        take(QStringLiteral("connection-preview"));
    }

    void take(const QString &name) { shoot(m_window, name); }
    void shoot(QWidget &what, const QString &name)
    {
        QTest::qWait(250);
        const QString path = QDir(m_folder).filePath(QStringLiteral("%1-%2.png").arg(name, m_suffix));
        if (!test::writeSmallPng(what.grab().toImage(), path))
            std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
        std::printf("%s\n", qPrintable(path));
    }

    QString m_folder;
    QString m_home;
    QString m_suffix;
    MainWindow m_window;
    Session *m_session = nullptr;
    DatabaseRef m_sample;
    test::EditedFiles m_files;
    PreviewPage *m_main = nullptr;
};

QSize sizeFrom(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize(1280, 800);
}

} // namespace

int main(int argc, char **argv)
{
    // A fixed place, since it is seen in the pictures.
    const QString home = QDir::tempPath() + QStringLiteral("/galley");
    qputenv("GALLEY_HOME", home.toUtf8());
    QApplication app(argc, argv);
    QApplication::setFont(QFont(QStringLiteral("Noto Sans"), 10));
    const QStringList arguments = QApplication::arguments();
    const QString folder = arguments.value(1, QStringLiteral("."));
    QDir().mkpath(folder);
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        QDir(home).removeRecursively();
        QDir().mkpath(home);
        applyTheme(app, appearance);
        const QSize size = sizeFrom(arguments.value(2));
        if (arguments.value(3) == QLatin1String("saved")) {
            test::takeSavedPictures(folder, size, appearance);
            continue;
        }
        if (arguments.value(3) == QLatin1String("servers")) {
            test::takeServerPictures(folder, size, appearance);
            continue;
        }
        if (arguments.value(3) == QLatin1String("wizard")) {
            test::takeWizardPictures(folder, home, appearance);
            continue;
        }
        Camera camera(folder, home, size, appearance);
        if (arguments.value(3) == QLatin1String("jobs"))
            camera.takeOnlyJobs();
        else if (arguments.value(3) == QLatin1String("drops"))
            camera.takeOnlyDrops();
        else if (arguments.value(3) == QLatin1String("connections"))
            camera.takeOnlyConnections();
        else
            camera.takeAll();
    }
    QDir(home).removeRecursively();
    return 0;
}
