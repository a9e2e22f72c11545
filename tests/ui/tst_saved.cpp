// SPDX-License-Identifier: MIT
//
// Saved jobs in the real window: saved on a wizard's last page, run with one click, edited, renamed and
// deleted; and the command lines that are offered, run by the real program.
#include "tests/support/support.h"
#include "tests/ui/windowtest.h"
#include "ui/savedjobs/savedjobs.h"
#include "ui/savedjobs/savedjobspage.h"
#include "ui/savedjobs/savejobdialog.h"
#include "ui/startpage.h"
#include "ui/transfers.h"
#include "ui/wizards/wizardparts.h"
#include "workers/formats/format.h"
#include "workers/jobs/exportjob.h"
#include "workers/jobs/sampledatabase.h"

#include <QCheckBox>
#include <QDir>
#include <QDirIterator>
#include <QMessageBox>
#include <QRadioButton>

using namespace galley;
using namespace galley::test;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// What lies there, file or folder, as one value.
QByteArray contentOf(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return bytesOf(path);
    QStringList files;
    for (QDirIterator it(path, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        files += it.next();
    files.sort();
    QByteArray all;
    for (const QString &file : files)
        all += file.mid(path.size()).toUtf8() + '\n' + bytesOf(file) + '\n';
    return all;
}

void removeAll(const QString &path)
{
    if (QFileInfo(path).isDir())
        QDir(path).removeRecursively();
    else
        QFile::remove(path);
}

/// As pasted into a shell that stands somewhere else.
QByteArray inShell(QString command, const QString &more = {})
{
    QTemporaryDir elsewhere;
    command.replace(0, 6, QStringLiteral(GALLEY_PROGRAM));
    const QString there = QStringLiteral("cd '%1' && ").arg(elsewhere.path());
    return run(text("sh"), {text("-c"), there + command + more + text(" && echo well-done")});
}

Result<JobReport> runJob(std::unique_ptr<Job> job)
{
    JobContext context;
    return job->run(context);
}

} // namespace

Q_DECLARE_METATYPE(galley::ImportPlan)

class TestSaved : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char *name) const { return m_folder->filePath(text(name)); }
    DatabaseRef shop() const { return {text("sqlite"), path("shop.sqlite"), {}}; }
    ExportPlan exportPlan(const char *destination) const
    {
        ExportPlan plan;
        plan.source = shop();
        plan.destination = path(destination);
        return plan;
    }
    ImportPlan importPlan(const char *source, const char *table) const
    {
        ImportPlan plan;
        plan.source.path = path(source);
        plan.target = shop();
        plan.table = text(table);
        return plan;
    }
    /// On the wizard's last page, under that name.
    static bool saveFrom(StepDialog &wizard, const QString &name)
    {
        if (!goToStep(wizard, wizard.stepCount() - 1))
            return false;
        QTest::mouseClick(wizard.findChild<QPushButton *>(text("saveJob")), Qt::LeftButton);
        auto *dialog = awaitDialog<SaveJobDialog>(wizard);
        if (dialog == nullptr)
            return false;
        type(dialog->findChild<QLineEdit *>(), name);
        QPointer<SaveJobDialog> shown = dialog;
        QTest::keyClick(dialog, Qt::Key_Return);
        return QTest::qWaitFor([&] { return !shown || !shown->isVisible(); }, kPatienceMs);
    }
    static QPushButton *startButton(MainWindow &window, const QString &name)
    {
        return childNamed<QPushButton>(*window.findChild<StartPage *>(), text("Run %1").arg(name));
    }
    static SavedJobsPage *jobsPage(MainWindow &window)
    {
        window.savedJobs().showPage();
        return qobject_cast<SavedJobsPage *>(window.tabs().currentWidget());
    }
    static bool isTold(const MainWindow &window, const QString &words)
    {
        return QTest::qWaitFor([&] { return messageOf(window).contains(words); }, kPatienceMs);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("GALLEY_HOME", m_folder->filePath(text("home")).toUtf8());
        QVERIFY(makeSampleDatabase(path("shop.sqlite")).isOk());
        QVERIFY(writeFile(path("categories.csv"), "id;name\n1;New name\n99;Äußerst neu\n"));
    }

    void anExportIsSavedAndRunWithOneClick()
    {
        MainWindow window;
        window.show();
        window.transfers().askExport(exportPlan("nightly.zip"));
        auto *wizard = awaitDialog<ExportWizard>(window);
        QVERIFY(wizard != nullptr);
        QVERIFY(saveFrom(*wizard, text("Nightly export")));
        QVERIFY(wizard->isVisible()); // whoever set out to export still can
        wizard->reject();
        QVERIFY(!QFileInfo::exists(path("nightly.zip")));

        QPushButton *start = startButton(window, text("Nightly export"));
        QVERIFY(start != nullptr && start->isVisible());
        QTest::mouseClick(start, Qt::LeftButton);
        QVERIFY(isTold(window, text("Exported")));
        const QByteArray bytes = bytesOf(path("nightly.zip"));
        QVERIFY(!bytes.isEmpty());

        // What is there is asked about first.
        QVERIFY(writeFile(path("nightly.zip"), "precious"));
        QTest::mouseClick(startButton(window, text("Nightly export")), Qt::LeftButton);
        auto *box = awaitDialog<QMessageBox>(window);
        QVERIFY(box != nullptr && box->text().contains(text("nightly.zip")));
        QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
        QTRY_VERIFY(!box->isVisible());
        QCOMPARE(window.jobs().runningCount(), 0);
        QCOMPARE(bytesOf(path("nightly.zip")), QByteArray("precious"));
        QTest::mouseClick(startButton(window, text("Nightly export")), Qt::LeftButton);
        box = awaitDialog<QMessageBox>(window);
        QVERIFY(box != nullptr);
        QTest::mouseClick(button(*box, text("Replace")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(bytesOf(path("nightly.zip")), bytes, kPatienceMs);
        QTRY_COMPARE(window.jobs().runningCount(), 0);

        // The same without a window.
        QVERIFY(QFile::remove(path("nightly.zip")));
        const RunResult listed = runGalley({text("jobs")}, m_folder->path());
        QVERIFY2(listed.exitCode == 0 && listed.output.contains("Nightly export"), listed.errors.constData());
        const RunResult ran = runGalley({text("run"), text("Nightly export")}, m_folder->path());
        QVERIFY2(ran.exitCode == 0, ran.errors.constData());
        QCOMPARE(bytesOf(path("nightly.zip")), bytes);
        QCOMPARE(runGalley({text("run"), text("Nightly export")}, m_folder->path()).exitCode, 73);
        QCOMPARE(
            runGalley({text("run"), text("Nightly export"), text("--overwrite")}, m_folder->path()).exitCode,
            0);
    }

    void anImportRunAgainShowsItsPreviewFirst()
    {
        MainWindow window;
        window.show();
        window.transfers().askImport(importPlan("categories.csv", "categories"));
        auto *wizard = awaitDialog<ImportWizard>(window);
        QVERIFY(wizard != nullptr);
        QVERIFY(saveFrom(*wizard, text("New categories")));
        wizard->reject();
        const QByteArray before = dumpOf(path("shop.sqlite"));

        const int tabs = window.tabs().count();
        window.tabs().setCurrentIndex(0);
        QTest::mouseClick(startButton(window, text("New categories")), Qt::LeftButton);
        PreviewPage *page = awaitPreview(window, tabs);
        QVERIFY(page != nullptr);
        QCOMPARE(dumpOf(path("shop.sqlite")), before);
        QTRY_VERIFY_WITH_TIMEOUT(applyButton(*page)->isEnabled(), kPatienceMs);
        QTest::mouseClick(applyButton(*page), Qt::LeftButton);
        QVERIFY(isTold(window, text("Applied")));
        QCOMPARE(sqlite(path("shop.sqlite"), text("SELECT name FROM categories WHERE id IN (1, 99)")),
                 QByteArray("New name\nÄußerst neu\n"));

        // On the command line a dry run, too, until it is said otherwise.
        QVERIFY(writeFile(path("categories.csv"), "id;name\n1;Newer name\n"));
        const RunResult dry = runGalley({text("run"), text("New categories")}, m_folder->path());
        QVERIFY2(dry.exitCode == 0 && dry.output.contains("dry run"), dry.errors.constData());
        QVERIFY(!dumpOf(path("shop.sqlite")).contains("Newer name"));
        QCOMPARE(
            runGalley({text("run"), text("New categories"), text("--exit-code")}, m_folder->path()).exitCode,
            1);
        QCOMPARE(runGalley({text("run"), text("New categories"), text("--apply")}, m_folder->path()).exitCode,
                 0);
        QVERIFY(dumpOf(path("shop.sqlite")).contains("Newer name"));
        QCOMPARE(
            runGalley({text("run"), text("New categories"), text("--overwrite")}, m_folder->path()).exitCode,
            64);
    }

    void editingShowsWhatWasSavedAndReplacesIt()
    {
        ExportPlan plan = exportPlan("people.txt");
        plan.bundle.clear();
        plan.tables = QStringList{text("main.customers")};
        plan.options.set(text("delimiter"), text("|"));
        plan.withSchema = false;
        plan.verify = false;
        plan.overwrite = true;
        QVERIFY(saveJob({text("People"), plan}).isOk());
        MainWindow window;
        window.show();
        SavedJobsPage *page = jobsPage(window);
        QVERIFY(page != nullptr);
        QTest::mouseClick(button(*page, text("Edit…")), Qt::LeftButton);
        auto *wizard = awaitDialog<ExportWizard>(window);
        QVERIFY(wizard != nullptr);
        QVERIFY(goToStep(*wizard, wizard->stepCount() - 1));
        const ExportPlan shown = wizard->plan();
        QCOMPARE(shown.tables, plan.tables);
        QCOMPARE(shown.destination, plan.destination);
        QVERIFY(shown.bundle.isEmpty() && shown.overwrite && !shown.verify && !shown.withSchema);
        QVERIFY(shown.options.all() == plan.options.all());
        wizard->showStep(2);
        auto *to = wizard->findChild<QLineEdit *>(text("path"));
        to->selectAll();
        QTest::keyClicks(to, path("humans.txt"));
        QVERIFY(goToStep(*wizard, wizard->stepCount() - 1));
        QTest::mouseClick(wizard->findChild<QPushButton *>(text("saveJob")), Qt::LeftButton);
        auto *dialog = awaitDialog<SaveJobDialog>(*wizard);
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->name(), text("People"));
        QPointer<ExportWizard> open = wizard;
        QTest::mouseClick(button(*dialog, text("Replace")), Qt::LeftButton);
        QTRY_VERIFY(!open || !open->isVisible()); // nothing is exported
        QCOMPARE(findSavedJob(text("People"))->exportPlan()->destination, path("humans.txt"));
        QVERIFY(!QFileInfo::exists(path("humans.txt")));
        QCOMPARE(readSavedJobs()->size(), 1);
    }

    void anImportIsEditedWithAllThatWasSaid()
    {
        ImportPlan plan = importPlan("categories.csv", "categories");
        plan.mode = ImportMode::Update;
        plan.key = QStringList{text("id")};
        plan.map = {{text("name"), text("name")}};
        plan.set = {{text("parent_id"), text("1")}};
        plan.onReject = ImportPlan::OnReject::Skip;
        plan.rehearse = false;
        plan.source.options.set(text("delimiter"), text(";"));
        QVERIFY(saveJob({text("Update"), plan}).isOk());
        MainWindow window;
        window.show();
        window.savedJobs().edit(text("Update"));
        auto *wizard = awaitDialog<ImportWizard>(window);
        QVERIFY(wizard != nullptr);
        QVERIFY(goToStep(*wizard, wizard->stepCount() - 1));
        const ImportPlan shown = wizard->plan();
        QCOMPARE(shown.table, plan.table);
        QCOMPARE(shown.mode, plan.mode);
        QCOMPARE(shown.key, plan.key);
        QCOMPARE(shown.set, plan.set);
        QCOMPARE(shown.onReject, plan.onReject);
        QVERIFY(!shown.rehearse && shown.source.options.all() == plan.source.options.all());
    }

    void jobsAreRenamedAndDeletedByKeyboard()
    {
        QVERIFY(saveJob({text("A"), exportPlan("a.zip")}).isOk());
        QVERIFY(saveJob({text("B & C"), exportPlan("b.zip")}).isOk());
        MainWindow window;
        window.show();
        SavedJobsPage *page = jobsPage(window);
        QVERIFY(page != nullptr);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *view = page->findChild<QTableView *>();
        page->select(text("A"));
        view->setFocus();
        QTest::keyClick(view, Qt::Key_F2);
        auto *dialog = awaitDialog<SaveJobDialog>(window);
        QVERIFY(dialog != nullptr);
        type(dialog->findChild<QLineEdit *>(), text("B & C"));
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(dialog->isVisible()); // taken
        QCOMPARE(readSavedJobs()->size(), 2);
        type(dialog->findChild<QLineEdit *>(), text("Z"));
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(page->currentName(), text("Z"));
        QVERIFY(startButton(window, text("Z")) != nullptr && startButton(window, text("A")) == nullptr);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Delete);
        auto *box = awaitDialog<QMessageBox>(window);
        QVERIFY(box != nullptr);
        QTest::mouseClick(box->button(QMessageBox::Yes), Qt::LeftButton);
        QTRY_COMPARE(readSavedJobs()->size(), 1);
        QCOMPARE(page->currentName(), text("B & C"));
    }

    void aDamagedFileIsToldAboutAndStays()
    {
        QVERIFY(saveJob({text("A"), exportPlan("a.zip")}).isOk());
        MainWindow window;
        window.show();
        QVERIFY(writeFile(savedJobsPath(), "{\"version\": 1, \"jobs\": [{"));
        SavedJobsPage *page = jobsPage(window);
        bool isSaid = false;
        for (const QLabel *label : page->findChildren<QLabel *>())
            isSaid = isSaid || label->text().contains(text("cannot be read"));
        QVERIFY(isSaid);
        window.transfers().askExport(exportPlan("b.zip"));
        auto *wizard = awaitDialog<ExportWizard>(window);
        QVERIFY(goToStep(*wizard, 3));
        QTest::mouseClick(wizard->findChild<QPushButton *>(text("saveJob")), Qt::LeftButton);
        auto *dialog = awaitDialog<SaveJobDialog>(*wizard);
        QVERIFY(dialog != nullptr);
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QVERIFY(childNamed<QLabel>(*dialog, text("What is wrong"))->text().contains(text("cannot be read")));
        QCOMPARE(bytesOf(savedJobsPath()), QByteArray("{\"version\": 1, \"jobs\": [{"));
        const RunResult ran = runGalley({text("run"), text("A")}, m_folder->path());
        QVERIFY2(ran.exitCode == 65 && ran.errors.contains("jobs.json"), ran.errors.constData());
    }

    void theHintGoesAwayAndNeverComesBack()
    {
        const auto isShown = [](MainWindow &window) {
            return window.findChild<QWidget *>(text("hint"))->isVisible();
        };
        {
            MainWindow window;
            window.show();
            QVERIFY(isShown(window));
            QTest::mouseClick(button(*window.findChild<StartPage *>(), text("Got it")), Qt::LeftButton);
            QVERIFY(!isShown(window));
        }
        MainWindow again;
        again.show();
        QVERIFY(!isShown(again));
    }

    void whoOpensADatabaseNeedsTheHintNoMore()
    {
        {
            MainWindow window;
            window.show();
            QVERIFY(openAndCount(window, path("shop.sqlite")) != nullptr);
        }
        MainWindow again;
        again.show();
        QVERIFY(!again.findChild<QWidget *>(text("hint"))->isVisible());
    }

    void theCommandOfAnExportGivesTheSameBytes_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<QString>("bundle");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("options");
        QTest::addColumn<QStringList>("tables");
        const QStringList all;
        const QStringList one{text("main.customers")};
        const QStringList odd{text("main.--odd \"name\" it's, a=b")};
        QTest::newRow("zip") << text("a b.zip") << text("galley") << text("csv") << QString() << all;
        QTest::newRow("folder") << text("out") << text("galley") << text("jsonl") << QString() << one;
        QTest::newRow("a folder like a file")
            << text("out.csv") << text("galley") << text("csv") << QString() << one;
        QTest::newRow("one file") << text("c.csv") << QString() << text("csv") << QString() << one;
        QTest::newRow("an unknown suffix")
            << text("c.txt") << QString() << text("csv") << text("delimiter=\t") << one;
        QTest::newRow("no suffix") << text("c") << QString() << text("jsonl") << QString() << one;
        QTest::newRow("the suffix of another format")
            << text("c.jsonl") << QString() << text("csv") << QString() << one;
        QTest::newRow("packed") << text("c.csv.gz") << QString() << text("csv") << QString() << one;
        QTest::newRow("SQL") << text("c.sql") << QString() << text("sql") << QString() << one;
        QTest::newRow("an odd table")
            << text("-odd $HOME.csv") << QString() << text("csv") << text("null='$x' `y`") << odd;
        QTest::newRow("Kùzu") << text("k") << text("kuzu") << text("csv") << QString()
                              << QStringList{text("main.categories")};
    }
    void theCommandOfAnExportGivesTheSameBytes()
    {
        QFETCH(const QString, destination);
        QFETCH(const QString, bundle);
        QFETCH(const QString, format);
        QFETCH(const QString, options);
        QFETCH(const QStringList, tables);
        sqlite(path("shop.sqlite"),
               text("CREATE TABLE \"--odd \"\"name\"\" it's, a=b\" (a, b); INSERT INTO "
                    "\"--odd \"\"name\"\" it's, a=b\" VALUES (1, NULL)"));
        ExportPlan plan = exportPlan(destination.toUtf8().constData());
        plan.bundle = bundle;
        plan.format = format;
        plan.tables = tables;
        if (!options.isEmpty())
            QVERIFY(plan.options.setFromText(findFormat(format)->options(), options).isOk());
        QVERIFY(saveJob({text("Job"), plan}).isOk());

        MainWindow window;
        window.show();
        window.savedJobs().edit(text("Job"));
        auto *wizard = awaitDialog<ExportWizard>(window);
        QVERIFY(wizard != nullptr);
        QVERIFY(goToStep(*wizard, 3));
        const QString command = wizard->findChild<CommandLine *>()->command();
        const auto exported = runJob(makeExportJob(wizard->plan()));
        QVERIFY2(exported.isOk(), exported ? "" : qPrintable(exported.error().toString()));
        wizard->reject();
        const QByteArray wanted = contentOf(plan.destination);
        QVERIFY(wanted.size() > 10);

        removeAll(plan.destination);
        QByteArray said = inShell(command);
        QVERIFY2(said.contains("well-done"), (command.toUtf8() + said).constData());
        QVERIFY2(contentOf(plan.destination) == wanted, command.toUtf8().constData());

        removeAll(plan.destination);
        SavedJobsPage *page = jobsPage(window);
        const QString ofPage = page->findChild<CommandLine *>()->command();
        said = inShell(ofPage);
        QVERIFY2(said.contains("well-done"), (ofPage.toUtf8() + said).constData());
        QVERIFY2(contentOf(plan.destination) == wanted, ofPage.toUtf8().constData());

        removeAll(plan.destination);
        const RunResult ran = runGalley({text("run"), text("Job")}, m_folder->path());
        QVERIFY2(ran.exitCode == 0, ran.errors.constData());
        QCOMPARE(contentOf(plan.destination), wanted);
    }

    void theCommandOfAnImportGivesTheSameRows_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<ImportPlan>("part");
        ImportPlan plain;
        plain.source.path = text("x.csv");
        plain.table = text("t");
        const QByteArray simple = "id,name\n1,new\n3,three\n";
        QTest::newRow("as it comes") << simple << plain;
        ImportPlan mirror = plain;
        mirror.mode = ImportMode::Mirror;
        mirror.rehearse = false;
        QTest::newRow("mirrored") << simple << mirror;
        ImportPlan update = plain;
        update.mode = ImportMode::Update;
        update.key = QStringList{text("id")};
        QTest::newRow("only updates") << simple << update;
        ImportPlan skip = plain;
        skip.onReject = ImportPlan::OnReject::Skip;
        QTest::newRow("rejects skipped") << QByteArray("id,name\n1,new\nx,y\n") << skip;
        ImportPlan odd = plain;
        odd.table = text("o'dd, t=x");
        odd.key = QStringList{text("k,1"), text("k=\\2")};
        odd.map = {{text("a=b"), text("k,1")}, {text("c"), text("k=\\2")}, {text("left out"), QString()}};
        odd.set = {{text("v=w"), text("--it's\n$HOME")}};
        QTest::newRow("odd names") << QByteArray("a=b,c,left out\n1,2,z\n5,6,z\n") << odd;
        ImportPlan options = plain;
        options.source.options.set(text("delimiter"), text("\t"));
        options.source.options.set(text("null"), text("\\N"));
        QTest::newRow("options") << QByteArray("id\tname\n1\t\\N\n2\t\"a,b\"\n") << options;
        ImportPlan made = plain;
        made.table = text("brand new");
        QTest::newRow("a new table") << simple << made;
        ImportPlan lines = plain;
        lines.source.path = text("x.jsonl");
        QTest::newRow("JSON lines") << QByteArray("{\"id\": 2, \"name\": null}\n{\"id\": 7, \"name\": "
                                                  "\"x\"}\n")
                                    << lines;
    }
    void theCommandOfAnImportGivesTheSameRows()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const ImportPlan, part);
        QVERIFY(writeFile(path("new folder.sql"),
                          "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT);"
                          "INSERT INTO t VALUES (1, 'one'), (2, 'two');"
                          "CREATE TABLE \"o'dd, t=x\" (\"k,1\" INTEGER NOT NULL, \"k=\\2\" INTEGER NOT NULL, "
                          "\"v=w\" TEXT, UNIQUE (\"k,1\", \"k=\\2\"));"
                          "INSERT INTO \"o'dd, t=x\" VALUES (1, 2, 'old');"));
        const QString target = path("it's a target.sqlite");
        const auto begin = [&] {
            QFile::remove(target);
            return sqlite(target, text(".read '%1'").arg(path("new folder.sql"))).isEmpty();
        };
        QVERIFY(begin());
        ImportPlan plan = part;
        plan.source.path = path(part.source.path.toUtf8().constData());
        plan.target = {text("sqlite"), target, {}};
        QVERIFY(writeFile(plan.source.path, file));
        QVERIFY(saveJob({text("Job"), plan}).isOk());

        MainWindow window;
        window.show();
        window.savedJobs().edit(text("Job"));
        auto *wizard = awaitDialog<ImportWizard>(window);
        QVERIFY(wizard != nullptr);
        QVERIFY(goToStep(*wizard, wizard->stepCount() - 1));
        const QString command = wizard->findChild<CommandLine *>()->command();
        const auto preview = runJob(makePreviewJob(wizard->plan()));
        QVERIFY2(preview.isOk(), preview ? "" : qPrintable(preview.error().toString()));
        ApplyPlan apply;
        apply.changesetPath = preview->changesetPath;
        apply.target = plan.target;
        apply.onReject = plan.onReject;
        const auto applied = runJob(makeApplyJob(apply));
        QVERIFY2(applied.isOk() && applied->isApplied, applied ? "" : qPrintable(applied.error().toString()));
        wizard->reject();
        const QByteArray wanted = dumpOf(target);

        SavedJobsPage *page = jobsPage(window);
        for (const QString &line : {command, page->findChild<CommandLine *>()->command()}) {
            QVERIFY(begin());
            const QByteArray before = dumpOf(target);
            QVERIFY(before != wanted);
            const QByteArray dry = inShell(line);
            QVERIFY2(dry.contains("well-done") || plan.onReject == ImportPlan::OnReject::Skip,
                     (line.toUtf8() + dry).constData());
            QCOMPARE(dumpOf(target), before);
            const QByteArray said = inShell(line, text(" --apply"));
            QVERIFY2(dumpOf(target) == wanted, (line.toUtf8() + said + dumpOf(target)).constData());
        }
        QVERIFY(begin());
        const RunResult ran = runGalley({text("run"), text("Job"), text("--apply")}, m_folder->path());
        QVERIFY2(dumpOf(target) == wanted, (ran.output + ran.errors).constData());
    }
};

QTEST_MAIN(TestSaved)
#include "tst_saved.moc"
