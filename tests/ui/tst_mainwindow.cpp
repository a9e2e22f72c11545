// SPDX-License-Identifier: MIT
//
// The window at work on real databases: browse, send a table out, take it back edited, apply, undo; what it
// says when a job fails, and that it never stalls. SQLite's own shell looks at what came out.
#include "models/changesmodel.h"
#include "models/jobsmodel.h"
#include "tests/support/support.h"
#include "tests/support/timescale.h"
#include "tests/ui/windowtest.h"
#include "ui/jobs/historypage.h"
#include "ui/transfers.h"
#include "workers/jobs/history.h"
#include "workers/jobs/jobrunner.h"
#include "workers/jobs/sampledatabase.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLocale>
#include <QMessageBox>
#include <QRadioButton>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace galley;
using namespace galley::test;

class TestMainWindow : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;

    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    static TableName name(const char *table) { return {QStringLiteral("main"), QString::fromUtf8(table)}; }
    QString shop() const
    {
        const QString file = path("shop.sqlite");
        return makeSampleDatabase(file).isOk() ? file : QString();
    }
    /// A copy of a sample database, or "" where there is none.
    QString chinook(const char *as) const
    {
        const QString from = samplePath(QStringLiteral("databases/chinook.sqlite"));
        return !from.isEmpty() && QFile::copy(from, path(as)) ? path(as) : QString();
    }
    void exportPlain(const QString &database, const char *table, const QString &to) const
    {
        ExportPlan plan;
        plan.source = {QStringLiteral("sqlite"), database, {}};
        plan.tables = QStringList{QString::fromUtf8(table)};
        plan.bundle.clear();
        plan.destination = to;
        JobContext context;
        const auto done = makeExportJob(plan)->run(context);
        QVERIFY2(done.isOk(), done.isOk() ? "" : qPrintable(done.error().toString()));
    }
    ImportPlan importPlan(const QString &source, const QString &target, const char *table = "") const
    {
        ImportPlan plan;
        plan.source.path = source;
        plan.target = {QStringLiteral("sqlite"), target, {}};
        plan.table = QString::fromUtf8(table);
        return plan;
    }
    void verifyExportFails(const ExportPlan &plan)
    {
        m_window->transfers().runExport(plan);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->jobs().runningCount(), 0, kPatienceMs);
        const QModelIndex job = m_window->jobs().index(0, 0);
        QCOMPARE(job.data(JobsModel::StateRole).value<JobsModel::State>(), JobsModel::State::Failed);
        QVERIFY(!job.data(JobsModel::ErrorRole).toString().isEmpty());
        QVERIFY(!job.data(JobsModel::HintRole).toString().isEmpty());
    }
    /// Runs the preview and gives its page.
    PreviewPage *preview(const ImportPlan &plan)
    {
        const int tabs = m_window->tabs().count();
        m_window->transfers().runPreview(plan);
        return awaitPreview(*m_window, tabs);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("GALLEY_HOME", m_folder->filePath(QStringLiteral("home")).toUtf8());
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1200, 800);
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_folder.reset();
    }

    void sampleOpensWithItsTables()
    {
        m_window->openSample();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->catalog().sessions().empty(), kPatienceMs);
        Session *session = m_window->catalog().sessions().front();
        QTRY_COMPARE_WITH_TIMEOUT(session->state(), Session::State::Open, kPatienceMs);
        QVERIFY(m_window->catalog().indexOf(session, name("products")).isValid());
        QVERIFY(m_window->tree().isExpanded(m_window->catalog().indexOf(session)));
    }

    void treeIsFilledOnlyWhereSomebodyLooks()
    {
        Session *session = openAndCount(*m_window, shop());
        QVERIFY(session);
        CatalogModel &model = m_window->catalog();
        const QModelIndex table = model.indexOf(session, name("orders"));
        QVERIFY(model.hasChildren(table));
        QCOMPARE(model.rowCount(table), 0);
        m_window->tree().expand(table);
        QVERIFY(model.rowCount(table) > 0);
    }

    void rowsOfABigTableAreShownWhereOneScrolls()
    {
        const QString file = path("big.sqlite");
        sqlite(file,
               QStringLiteral("CREATE TABLE \"big & <b>bold</b>\"(id INTEGER PRIMARY KEY, v TEXT);"
                              "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<300000)"
                              " INSERT INTO \"big & <b>bold</b>\" SELECT i, 'row ' || i FROM n"));
        Session *session = openAndCount(*m_window, file);
        QVERIFY(session);
        TablePage *page = m_window->openTable(session, name("big & <b>bold</b>"));
        QTRY_COMPARE_WITH_TIMEOUT(page->model().rowCount(), 300'000, kPatienceMs);
        for (const int row : {1000, 299'999}) {
            page->grid()->scrollTo(page->model().index(row, 0));
            QTRY_COMPARE(page->model().index(row, 1).data().toString(),
                         QStringLiteral("row %1").arg(row + 1));
            QVERIFY(page->grid()->rowAt(page->grid()->visualRect(page->model().index(row, 0)).center().y())
                    == row);
        }
        page->showStructure();
        QVERIFY(!page->grid()->isVisible());
        page->showData();
        QVERIFY(page->grid()->isVisible());
    }

    void tabsOpenOnceAndCloseAndTheStartPageComesBack()
    {
        Session *session = openAndCount(*m_window, shop());
        QVERIFY(session);
        TablePage *page = m_window->openTable(session, name("products"));
        QCOMPARE(m_window->openTable(session, name("products")), page);
        const int count = m_window->tabs().count();
        Q_EMIT m_window->tabs().tabCloseRequested(m_window->tabs().indexOf(page));
        QCOMPARE(m_window->tabs().count(), count - 1);
        while (m_window->tabs().count() > 1)
            Q_EMIT m_window->tabs().tabCloseRequested(0);
        Q_EMIT m_window->tabs().tabCloseRequested(0);
        QCOMPARE(m_window->tabs().count(), 1);
        QCOMPARE(m_window->tabs().tabText(0), QStringLiteral("Start"));
    }

    void ownDatabasesAreRememberedAndDroppedOnesAreNot()
    {
        const QString own = shop();
        const QString dropped = path("dropped.sqlite");
        QVERIFY(QFile::copy(own, dropped));
        QVERIFY(openAndCount(*m_window, own));
        m_window->openPaths({dropped});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->catalog().sessions().size(), size_t(2), kPatienceMs);
        Session *session = m_window->catalog().sessions().back();
        QTRY_COMPARE_WITH_TIMEOUT(session->state(), Session::State::Open, kPatienceMs);
        QCOMPARE(Settings().recentDatabases(), QStringList{own});
    }

    void aDatabaseThatFailedIsTriedAgain()
    {
        const QString file = path("late.sqlite");
        QVERIFY(writeFile(file, "no database at all, but long enough to be looked at"));
        Session *session = m_window->openDatabase(file);
        QTRY_COMPARE_WITH_TIMEOUT(session->state(), Session::State::Failed, kPatienceMs);
        QVERIFY(!messageOf(*m_window).isEmpty());
        QVERIFY(QFile::remove(file) && makeSampleDatabase(file).isOk());
        QVERIFY(openAndCount(*m_window, file));
    }

    void namesWithSpacesViewsAndBlobsAreShown()
    {
        const QString script = samplePath(QStringLiteral("databases/northwind-sqlite.sql"));
        if (script.isEmpty())
            QSKIP("no sample databases beside the source tree");
        const QString file = path("north wind.sqlite");
        // Without waiting for the disk after each of its thousands of statements.
        QVERIFY(writeFile(path("load.sql"), "PRAGMA synchronous=OFF;\n.read '" + script.toUtf8() + "'\n"));
        sqlite(file, QStringLiteral(".read '%1'").arg(path("load.sql")));
        Session *session = openAndCount(*m_window, file);
        QVERIFY(session);
        int pages = 0;
        for (const TableInfo &table : session->catalog()->tables) {
            if (table.kind != TableInfo::Kind::Table)
                continue;
            TablePage *page = m_window->openTable(session, table.shape.name);
            QTRY_COMPARE_WITH_TIMEOUT(page->model().totalRows(), session->rowCount(table.shape.name),
                                      kPatienceMs);
            QVERIFY(!page->model().error());
            ++pages;
        }
        QVERIFY(pages > 5);
        for (const ViewInfo &view : session->catalog()->views) {
            TablePage *page = m_window->openTable(session, view.name);
            QTRY_VERIFY_WITH_TIMEOUT(page->model().columnCount() > 0 || page->model().error(), kPatienceMs);
            QVERIFY2(!page->model().error(), qPrintable(view.name.name));
        }
    }

    void aTableGoesOutAndComesBackEdited()
    {
        const QString file = shop();
        Session *session = openAndCount(*m_window, file);
        QVERIFY(session);
        const QByteArray before = dumpOf(file);

        Q_EMIT m_window->tree().exportRequested(session, name("customers"));
        auto *out = awaitDialog<ExportWizard>(*m_window);
        QVERIFY(out && goToStep(*out, 2));
        QTest::mouseClick(out->findChildren<QRadioButton *>().at(2), Qt::LeftButton, {}, QPoint(8, 8));
        auto *to = out->findChild<QLineEdit *>(QStringLiteral("path"));
        to->setText(path("customers.csv"));
        QVERIFY(finish(*out));
        QTRY_VERIFY_WITH_TIMEOUT(messageOf(*m_window).startsWith(QStringLiteral("Exported 800 rows")),
                                 kPatienceMs);

        QByteArrayList lines = bytesOf(path("customers.csv")).split('\n');
        QVERIFY(lines.size() > 800);
        QVERIFY(lines[1].startsWith("1,") && lines[2].startsWith("2,"));
        const QString first = QString::fromUtf8(lines[1].split(',').value(1));
        lines[1] = "1,Ada Lovelace,ada@example.org,,London,United Kingdom,,2023-01-01 10:00:00,";
        lines[2] = "2,Grace Hopper,grace@example.org,,New York,USA,,2023-01-02 10:00:00,";
        lines.insert(lines.size() - 1, "9001,Alan Turing,alan@example.org,,London,UK,,2023-01-03 10:00:00,");
        QVERIFY(writeFile(path("customers.csv"), lines.join('\n')));

        const int tabs = m_window->tabs().count();
        QVERIFY(dropOnTable(*m_window, session, QStringLiteral("customers"), {path("customers.csv")}));
        auto *in = awaitDialog<ImportWizard>(*m_window);
        QVERIFY(in);
        QCOMPARE(in->findChild<QLineEdit *>(QStringLiteral("source"))->text(), path("customers.csv"));
        QCOMPARE(in->plan().target.location, file);
        QCOMPARE(in->plan().table, QStringLiteral("customers"));
        QVERIFY(finish(*in));
        PreviewPage *page = awaitPreview(*m_window, tabs);
        QVERIFY(page);
        QPushButton *apply = applyButton(*page);
        QTRY_COMPARE_WITH_TIMEOUT(apply->text(), QStringLiteral("&Apply 3 changes"), kPatienceMs);
        QCOMPARE(dumpOf(file), before);

        auto *unchanged = childNamed<QToolButton>(*page, QStringLiteral("Show unchanged: 798"));
        QVERIFY(unchanged && unchanged->isVisible() && !unchanged->isChecked());
        auto *staying = childNamed<QTableView>(*page, QStringLiteral("Rows that stay as they are"));
        QVERIFY(staying && !staying->isVisible());
        unchanged->click();
        QVERIFY(staying->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(staying->model()->rowCount(), 798, kPatienceMs);
        QCOMPARE(staying->model()->index(0, 0).data().toString(), QStringLiteral("3"));
        QCOMPARE(staying->model()->index(797, 0).data().toString(), QStringLiteral("800"));
        unchanged->click();
        QVERIFY(!staying->isVisible());

        auto *rows = childNamed<QTableView>(*page, QStringLiteral("Rows as they will be"));
        QVERIFY(rows && rows->isVisible());
        QTRY_VERIFY(rows->model()->rowCount() == 3);
        rows->setCurrentIndex(rows->model()->index(1, 0));
        QTRY_VERIFY(rows->currentIndex().data(ChangesModel::KindRole).isValid());
        QTest::keyClick(rows, Qt::Key_Space);
        QTRY_COMPARE(apply->text(), QStringLiteral("&Apply 2 changes"));
        QTest::mouseClick(apply, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(messageOf(*m_window).startsWith(QStringLiteral("Applied to")), kPatienceMs);
        QCOMPARE(sqlite(file,
                        QStringLiteral("SELECT id, name = 'Grace Hopper' FROM customers WHERE name IN"
                                       " ('Ada Lovelace','Grace Hopper','Alan Turing') ORDER BY id")),
                 QByteArray("1|0\n9001|0\n"));
        QCOMPARE(sqlite(file, QStringLiteral("SELECT count(*) FROM customers")), QByteArray("801\n"));

        m_window->showHistory();
        auto *history = m_window->findChild<HistoryPage *>();
        QVERIFY(history);
        QTRY_VERIFY_WITH_TIMEOUT(history->findChild<QPushButton *>(QStringLiteral("undo")), kPatienceMs);
        const int withHistory = m_window->tabs().count();
        QTest::mouseClick(history->findChild<QPushButton *>(QStringLiteral("undo")), Qt::LeftButton);
        PreviewPage *taken = awaitPreview(*m_window, withHistory);
        QVERIFY(taken);
        QPushButton *undo = applyButton(*taken);
        QTRY_COMPARE_WITH_TIMEOUT(undo->text(), QStringLiteral("&Undo 2 changes"), kPatienceMs);
        QCOMPARE(sqlite(file, QStringLiteral("SELECT count(*) FROM customers")), QByteArray("801\n"));
        auto *now = childNamed<QTableView>(*taken, QStringLiteral("Rows as they are now"));
        auto *then = childNamed<QTableView>(*taken, QStringLiteral("Rows as they will be"));
        QVERIFY(now && then);
        QTRY_COMPARE(then->model()->rowCount(), 2);
        const auto *model = qobject_cast<const ChangesModel *>(then->model());
        QVERIFY(model);
        const auto cell = [&](int row, ChangesModel::Side side) {
            return model->index(row, model->columnFor(side, 1)).data().toString();
        };
        QTRY_COMPARE(cell(0, ChangesModel::Side::Now), QStringLiteral("Ada Lovelace"));
        QCOMPARE(cell(0, ChangesModel::Side::After), first);
        QCOMPARE(cell(1, ChangesModel::Side::Now), QStringLiteral("Alan Turing"));
        QCOMPARE(model->index(1, 0).data(ChangesModel::KindRole).toInt(),
                 static_cast<int>(ChangeKind::Delete));
        then->setCurrentIndex(model->index(0, model->columnFor(ChangesModel::Side::After, 1)));
        QTest::keyClick(then, Qt::Key_Space); // all or nothing
        QCOMPARE(undo->text(), QStringLiteral("&Undo 2 changes"));
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(messageOf(*m_window).startsWith(QStringLiteral("Undone on")), kPatienceMs);
        QCOMPARE(dumpOf(file), before);
        QTRY_VERIFY(!undo->isEnabled());
    }

    void mirrorOfABundleShowsExactlyTheSixChanges()
    {
        const QString copy = chinook("copy.sqlite");
        if (copy.isEmpty())
            QSKIP("no sample databases beside the source tree");
        const QString original = chinook("chinook.sqlite");
        Session *session = openAndCount(*m_window, original);
        QVERIFY(session);
        Q_EMIT m_window->tree().exportRequested(session, {});
        auto *out = awaitDialog<ExportWizard>(*m_window);
        QVERIFY(out && finish(*out));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path("chinook.zip")), kPatienceMs);
        QVERIFY2(runGalley({QStringLiteral("verify"), path("chinook.zip")}, m_folder->path()).exitCode == 0,
                 "the zip is not sound");
        sqlite(copy,
               QStringLiteral(
                   "UPDATE Artist SET Name='x' WHERE ArtistId IN (1,2,3);"
                   "INSERT INTO Genre VALUES(99,'Noise');"
                   "DELETE FROM PlaylistTrack WHERE rowid IN (SELECT rowid FROM PlaylistTrack LIMIT 2)"));
        const QByteArray changed = dumpOf(copy);
        ImportPlan plan = importPlan(path("chinook.zip"), copy);
        plan.mode = ImportMode::Mirror;
        const int tabs = m_window->tabs().count();
        m_window->transfers().askImport(plan);
        auto *in = awaitDialog<ImportWizard>(*m_window);
        QVERIFY(in && finish(*in));
        PreviewPage *page = awaitPreview(*m_window, tabs);
        QVERIFY(page);
        QTRY_COMPARE_WITH_TIMEOUT(applyButton(*page)->text(), QStringLiteral("&Apply 6 changes"),
                                  kPatienceMs);
        QCOMPARE(dumpOf(copy), changed);
        QTest::mouseClick(applyButton(*page), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(messageOf(*m_window).startsWith(QStringLiteral("Applied to")), kPatienceMs);
        QCOMPARE(run(QStringLiteral("sqldiff"), {QStringLiteral("--primarykey"), copy, original}),
                 QByteArray());
    }

    void aBundleBecomesANewDatabase()
    {
        const QString from = shop();
        ExportPlan out;
        out.source = {QStringLiteral("sqlite"), from, {}};
        out.destination = path("shop.zip");
        m_window->transfers().runExport(out);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path("shop.zip")), kPatienceMs);
        const int tabs = m_window->tabs().count();
        m_window->transfers().askImport(importPlan(path("shop.zip"), path("new.sqlite")));
        auto *in = awaitDialog<ImportWizard>(*m_window);
        QVERIFY(in && finish(*in));
        PreviewPage *page = awaitPreview(*m_window, tabs);
        QVERIFY2(page, qPrintable(messageOf(*m_window)));
        QTRY_VERIFY_WITH_TIMEOUT(applyButton(*page)->isEnabled(), kPatienceMs);
        QVERIFY(!QFile::exists(path("new.sqlite")));
        QTest::mouseClick(applyButton(*page), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(messageOf(*m_window).startsWith(QStringLiteral("Applied to")), kPatienceMs);
        QCOMPARE(run(QStringLiteral("sqldiff"), {path("new.sqlite"), from}), QByteArray());
    }

    void aMissingSourceIsToldAndChangesNothing()
    {
        const QString file = shop();
        const QByteArray before = bytesOf(file);
        m_window->transfers().runPreview(importPlan(path("none.csv"), file, "customers"));
        QTRY_VERIFY_WITH_TIMEOUT(!messageOf(*m_window).isEmpty(), kPatienceMs);
        QVERIFY2(messageOf(*m_window).contains(QStringLiteral("none.csv")), qPrintable(messageOf(*m_window)));
        QCOMPARE(bytesOf(file), before);
    }

    void aFailedExportTellsWhyAndLeavesTheOldFile()
    {
        const QString file = shop();
        QVERIFY(writeFile(path("there.zip"), "mine"));
        ExportPlan plan;
        plan.source = {QStringLiteral("sqlite"), file, {}};
        plan.destination = path("there.zip");
        m_window->transfers().runExport(plan);
        QTRY_VERIFY_WITH_TIMEOUT(messageOf(*m_window).contains(QStringLiteral("there.zip")), kPatienceMs);
        QCOMPARE(bytesOf(path("there.zip")), QByteArray("mine"));
        // A pipe is no file that could be replaced.
        QCOMPARE(::mkfifo(QFile::encodeName(path("pipe.csv")).constData(), 0600), 0);
        plan.destination = path("pipe.csv");
        plan.tables = QStringList{QStringLiteral("customers")};
        plan.bundle.clear();
        plan.overwrite = true;
        verifyExportFails(plan);
        QVERIFY(!QFileInfo(path("pipe.csv")).isFile());
    }

    void aFullDiskLeavesTheOldFile()
    {
        ExportPlan plan;
        plan.source = {QStringLiteral("sqlite"), shop(), {}};
        plan.destination = path("there.zip");
        plan.overwrite = true;
        QVERIFY(writeFile(path("there.zip"), "mine"));
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &old), 0);
        const rlimit small{10'000, old.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto restore = qScopeGuard([old] { ::setrlimit(RLIMIT_FSIZE, &old); });
        verifyExportFails(plan);
        QCOMPARE(bytesOf(path("there.zip")), QByteArray("mine"));
        QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("there*")}).size(), 1);
    }

    void aRowChangedSinceThePreviewStopsTheApply()
    {
        const QString file = shop();
        exportPlain(file, "categories", path("categories.csv"));
        QByteArray text = bytesOf(path("categories.csv"));
        QVERIFY(
            writeFile(path("categories.csv"), text.replace("\n1,", "\n1,New ").replace("\n2,", "\n2,New ")));
        PreviewPage *page = preview(importPlan(path("categories.csv"), file, "categories"));
        QVERIFY(page);
        QTRY_VERIFY_WITH_TIMEOUT(applyButton(*page)->isEnabled(), kPatienceMs);
        sqlite(file, QStringLiteral("UPDATE categories SET name = 'meanwhile' WHERE id = 2"));
        const QByteArray meanwhile = dumpOf(file);
        QTest::mouseClick(applyButton(*page), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!messageOf(*m_window).isEmpty(), kPatienceMs);
        QVERIFY2(messageOf(*m_window).contains(QStringLiteral("changed since the preview"))
                     && messageOf(*m_window).contains(QStringLiteral("categories")),
                 qPrintable(messageOf(*m_window)));
        QCOMPARE(dumpOf(file), meanwhile);
        QVERIFY(page->isEnabled());
    }

    void anInterruptedImportIsToldAndForgotten()
    {
        const QString file = shop();
        QVERIFY(writeFile(path("categories.csv"), "id,name\n1,New\n"));
        JobContext context;
        const auto made =
            makePreviewJob(importPlan(path("categories.csv"), file, "categories"))->run(context);
        QVERIFY2(made.isOk(), made.isOk() ? "" : qPrintable(made.error().toString()));
        HistoryEntry entry; // as it stands where the program ended before the database's answer
        entry.applied = QDateTime::currentDateTimeUtc();
        entry.target = {QStringLiteral("sqlite"), file, {}};
        entry.sourceName = QStringLiteral("categories.csv");
        entry.changesetPath = made->changesetPath;
        entry.counts.updated = 1;
        QVERIFY(addToHistory(entry).isOk());
        const QByteArray before = bytesOf(file);
        m_window->showHistory();
        auto *history = m_window->findChild<HistoryPage *>();
        const auto forget = [&] { return history->findChild<QPushButton *>(QStringLiteral("forget")); };
        QTRY_VERIFY_WITH_TIMEOUT(forget() != nullptr, kPatienceMs);
        QVERIFY(history->findChild<QLabel *>(QStringLiteral("interrupted"))
                    ->text()
                    .startsWith(QStringLiteral("Interrupted")));
        QTest::mouseClick(forget(), Qt::LeftButton);
        auto *box = awaitDialog<QMessageBox>(*m_window);
        QVERIFY(box);
        QTest::mouseClick(box->button(QMessageBox::Yes), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(forget() == nullptr, kPatienceMs);
        QVERIFY(readHistory().empty());
        QCOMPARE(bytesOf(file), before);
    }

    void closingWithARunningJobAsksAndCancelIsQuick()
    {
        const QString file = path("big.sqlite");
        sqlite(file,
               QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT);"
                              "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE"
                              " i<600000) INSERT INTO t SELECT i, hex(randomblob(60)) FROM n"));
        ExportPlan plan;
        plan.source = {QStringLiteral("sqlite"), file, {}};
        plan.destination = path("big.zip");
        m_window->transfers().runExport(plan);
        QCOMPARE(m_window->jobs().runningCount(), 1);
        QVERIFY(!m_window->close());
        auto *box = awaitDialog<QMessageBox>(*m_window);
        QVERIFY(box);
        QTest::mouseClick(box->button(QMessageBox::No), Qt::LeftButton);
        QTRY_VERIFY(m_window->isVisible());
        QCOMPARE(m_window->jobs().runningCount(), 1);
        QElapsedTimer clock;
        clock.start();
        m_window->jobs().cancel(0);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->jobs().runningCount(), 0, kPatienceMs);
        QVERIFY2(clock.elapsed() < 1000 * test::kTimeScale, qPrintable(QString::number(clock.elapsed())));
        const QStringList left = QDir(m_folder->path()).entryList({QStringLiteral("big.zip*")});
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char(' '))));
        QVERIFY(m_window->close());
    }

    void nothingStallsTheWindowWhileAPreviewRuns()
    {
        constexpr int kRows = 200'000;
        const QString file = path("big.sqlite");
        sqlite(file,
               QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT, w REAL);"
                              "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE"
                              " i<%1) INSERT INTO t SELECT i, 'value ' || i, i * 1.5 FROM n")
                   .arg(kRows));
        QByteArray csv = "id,v,w\n";
        for (int i = 1; i <= kRows; ++i)
            csv += QByteArray::number(i) + ",value " + QByteArray::number(i % 10 == 0 ? -i : i) + ','
                + QByteArray::number(i * 1.5, 'f', 1) + '\n';
        QVERIFY(writeFile(path("t.csv"), csv));
        QVERIFY(openAndCount(*m_window, file));
        // Other programs can stall us, too: what stalls three times is ours.
        qint64 longestMs = 0;
        for (int attempt = 0; attempt < 3; ++attempt) {
            longestMs = 0;
            QElapsedTimer sinceBeat;
            QTimer beat;
            beat.setTimerType(Qt::PreciseTimer);
            connect(&beat, &QTimer::timeout, this,
                    [&] { longestMs = std::max(longestMs, sinceBeat.restart() - beat.interval()); });
            sinceBeat.start();
            beat.start(10);
            PreviewPage *page = preview(importPlan(path("t.csv"), file, "t"));
            QVERIFY(page);
            QTRY_VERIFY_WITH_TIMEOUT(applyButton(*page)->isEnabled(), kPatienceMs);
            QTest::qWait(300);
            beat.stop();
            QVERIFY(applyButton(*page)->text().contains(QLocale().toString(kRows / 10)));
            qInfo("longest stall: %lld ms", static_cast<long long>(longestMs));
            if (longestMs <= 100 * test::kTimeScale)
                break;
        }
        QVERIFY2(longestMs <= 100 * test::kTimeScale, qPrintable(QString::number(longestMs)));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
