// SPDX-License-Identifier: MIT
//
// Jobs in the window: they wait, pause and fail in the open, a closed window asks, the desktop is told, and
// what a killed window was doing is there again in the next one.
#include "tests/support/timescale.h"
#include "tests/ui/windowtest.h"
#include "ui/jobs/desktopnotice.h"
#include "ui/jobs/errordialog.h"
#include "ui/transfers.h"

#include <QClipboard>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDir>
#include <QDockWidget>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QToolButton>

#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace galley;
using namespace galley::test;

namespace {

constexpr int kRows = 100'000;

/// Listens where the desktop would.
class Desktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Told
    {
        QString title;
        QString text;
        QStringList actions;
    };
    QList<Told> told;

public Q_SLOTS:
    uint Notify(const QString &, uint, const QString &, const QString &title, const QString &text,
                const QStringList &actions, const QVariantMap &, int)
    {
        told += Told{title, text, actions};
        return 7;
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
};

/// Runs until it is told to end.
class HeldJob final : public Job
{
public:
    HeldJob(std::shared_ptr<std::atomic<bool>> isHeld, std::optional<Error> error)
        : m_isHeld(std::move(isHeld))
        , m_error(std::move(error))
    {
    }
    QString title() const override { return QStringLiteral("Export <b>shop</b>"); }
    Result<JobReport> run(JobContext &context) override
    {
        while (*m_isHeld) {
            RETURN_IF_ERROR(context.checkCancelled());
            QThread::msleep(2);
        }
        if (m_error)
            return *m_error;
        JobReport report;
        report.totals.rows = 12;
        return report;
    }

private:
    std::shared_ptr<std::atomic<bool>> m_isHeld;
    std::optional<Error> m_error;
};

QToolButton *buttonNamed(const QWidget &parent, const char *name)
{
    for (QToolButton *each : parent.findChildren<QToolButton *>()) {
        if (each->accessibleName() == QLatin1String(name) && each->isVisible())
            return each;
    }
    return nullptr;
}

QPushButton *cardButton(const QWidget &card, const QString &text)
{
    return button(card, text);
}

ExportPlan exportOf(const QString &database, const QString &destination)
{
    ExportPlan plan;
    plan.source = {QStringLiteral("sqlite"), database, {}};
    plan.destination = destination;
    return plan;
}

ImportPlan importOf(const QString &path, const QString &database)
{
    ImportPlan plan;
    plan.source.path = path;
    plan.target = {QStringLiteral("sqlite"), database, {}};
    plan.mode = ImportMode::Upsert;
    return plan;
}

/// The window of another process that is about to be killed: it says "ready" when it is in the midst of it.
int runVictim(const QStringList &arguments)
{
    MainWindow window;
    window.show();
    const QString verb = arguments.value(2);
    const auto sayReady = [] {
        std::puts("ready");
        std::fflush(stdout);
    };
    if (verb == QLatin1String("export"))
        window.transfers().runExport(exportOf(arguments.value(3), arguments.value(4)));
    else
        window.transfers().runPreview(importOf(arguments.value(4), arguments.value(3)));
    JobRunner *runner = window.jobs().runner(0);
    if (verb != QLatin1String("apply")) {
        QObject::connect(runner, &JobRunner::pauseChanged, runner, [runner, sayReady] {
            if (runner->pauseState().isWaiting)
                sayReady();
        });
        runner->pause(); // where it asks first, which is behind its first rows
        return QApplication::exec();
    }
    if (!QTest::qWaitFor([&] { return window.jobs().runningCount() == 0; }, kPatienceMs))
        return 1;
    PreviewPage *page = awaitPreview(window, 1);
    if (page == nullptr || !QTest::qWaitFor([page] { return applyButton(*page)->isEnabled(); }, kPatienceMs))
        return 1;
    applyButton(*page)->click();
    runner = window.jobs().runner(0);
    // It ends itself where rows were changed and most are still to come.
    QObject::connect(runner, &JobRunner::progressed, runner, [](const JobProgress &progress) {
        if (progress.rows > 0)
            ::kill(::getpid(), SIGKILL);
    });
    return QApplication::exec();
}

} // namespace

class TestJobWindow : public QObject
{
    Q_OBJECT

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QWidget &panel() const { return *m_window->jobsDock().widget(); }
    JobsModel::State state(int row) const
    {
        return m_window->jobs().index(row).data(JobsModel::StateRole).value<JobsModel::State>();
    }
    QWidget *card() const
    {
        for (QWidget *each : panel().findChildren<QWidget *>(QStringLiteral("interruptedJob"))) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    static QString textsOf(const QWidget &widget)
    {
        QStringList texts;
        for (const QLabel *label : widget.findChildren<QLabel *>())
            texts += label->text();
        return texts.join(QLatin1Char('\n'));
    }
    void makeBig(const QString &file) const
    {
        const QByteArray said =
            sqlite(file,
                   QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT);"
                                  "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<%1) "
                                  "INSERT INTO t SELECT i, 'value ' || i FROM n")
                       .arg(kRows));
        QVERIFY2(said.isEmpty(), said.constData());
    }
    void makeEdited() const
    {
        makeBig(path("shop.sqlite"));
        QVERIFY(QFile::copy(path("shop.sqlite"), path("edited.sqlite")));
        sqlite(path("edited.sqlite"), QStringLiteral("UPDATE t SET v = 'edited'"));
        JobContext context;
        QVERIFY(makeExportJob(exportOf(path("edited.sqlite"), path("edited.zip")))->run(context).isOk());
    }
    /// Another process with a window of its own, killed with SIGKILL in the midst of its job.
    void killInTheMidst(const QStringList &arguments)
    {
        QProcess victim;
        victim.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        victim.start(QCoreApplication::applicationFilePath(),
                     QStringList{QStringLiteral("--victim")} + arguments);
        QVERIFY(victim.waitForStarted());
        if (arguments.constFirst() != QLatin1String("apply")) {
            while (!victim.canReadLine() && victim.waitForReadyRead(2 * kPatienceMs)) { }
            QCOMPARE(victim.readLine().trimmed(), QByteArray("ready"));
            victim.kill(); // SIGKILL
        }
        QVERIFY(victim.waitForFinished(4 * kPatienceMs));
        QCOMPARE(victim.exitStatus(), QProcess::CrashExit);
    }
    void openWindow()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1280, 800);
        m_window->show();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("GALLEY_HOME", path("home").toUtf8());
        openWindow();
    }
    void cleanup() { m_window.reset(); }

    void aFailedJobSaysWhatHappenedToTheDataAndWhatToDo()
    {
        makeBig(path("shop.sqlite"));
        m_window->transfers().runExport(exportOf(path("shop.sqlite"), QStringLiteral("/proc/shop.zip")));
        auto *dialog = awaitDialog<ErrorDialog>(*m_window);
        QVERIFY(dialog);
        QVERIFY(!dialog->isModal());
        const auto *happened = childNamed<QLabel>(*dialog, QStringLiteral("What happened"));
        const auto *data = childNamed<QLabel>(*dialog, QStringLiteral("The data"));
        const auto *remedy = childNamed<QLabel>(*dialog, QStringLiteral("What to do"));
        QVERIFY(happened->text().contains(QStringLiteral("create")));
        QVERIFY(data->text().contains(QStringLiteral("No database was changed")));
        QVERIFY(!remedy->text().isEmpty());
        auto *details = childNamed<QPlainTextEdit>(*dialog, QStringLiteral("Details"));
        QVERIFY(!details->isVisible());
        QTest::mouseClick(button(*dialog, QStringLiteral("Details")), Qt::LeftButton);
        QVERIFY(details->isVisible());
        QTest::mouseClick(button(*dialog, QStringLiteral("Copy details")), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("/proc/shop.zip")));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
        // The row brings it back.
        QToolButton *help = buttonNamed(panel(), "What to do");
        QVERIFY(help);
        QTest::mouseClick(help, Qt::LeftButton);
        QVERIFY(dialog->isVisible());
    }

    void aConflictIsToldAsRolledBack()
    {
        sqlite(path("small.sqlite"),
               QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT);"
                              "INSERT INTO t VALUES (1,'a'),(2,'b')"));
        QVERIFY(writeFile(path("t.csv"), "id,v\n1,x\n2,y\n"));
        ImportPlan plan = importOf(path("t.csv"), path("small.sqlite"));
        plan.table = QStringLiteral("t");
        m_window->transfers().runPreview(plan);
        PreviewPage *page = awaitPreview(*m_window, 1);
        QVERIFY(page);
        sqlite(path("small.sqlite"), QStringLiteral("UPDATE t SET v = 'meanwhile' WHERE id = 2"));
        QTRY_VERIFY(applyButton(*page)->isEnabled());
        QTest::mouseClick(applyButton(*page), Qt::LeftButton);
        auto *dialog = awaitDialog<ErrorDialog>(*m_window);
        QVERIFY(dialog);
        QVERIFY2(childNamed<QLabel>(*dialog, QStringLiteral("The data"))
                     ->text()
                     .contains(QStringLiteral("rolled back")),
                 qPrintable(textsOf(*dialog)));
        QCOMPARE(sqlite(path("small.sqlite"), QStringLiteral("SELECT group_concat(v) FROM t")).trimmed(),
                 QByteArray("a,meanwhile"));
    }

    void theButtonPausesAnExportThatGoesOnToTheSameBytes()
    {
        makeBig(path("shop.sqlite"));
        JobContext context;
        QVERIFY(makeExportJob(exportOf(path("shop.sqlite"), path("plain.zip")))->run(context).isOk());
        m_window->transfers().runExport(exportOf(path("shop.sqlite"), path("paused.zip")));
        JobRunner *runner = m_window->jobs().runner(0);
        bool wasPaused = false;
        connect(runner, &JobRunner::progressed, this, [&] {
            if (!std::exchange(wasPaused, true))
                QTest::mouseClick(buttonNamed(panel(), "Pause"), Qt::LeftButton);
        });
        QTRY_COMPARE_WITH_TIMEOUT(state(0), JobsModel::State::Paused, kPatienceMs);
        QVERIFY(textsOf(panel()).contains(QStringLiteral("Paused")));
        // What others write meanwhile is not in it: it keeps its snapshot.
        QTest::qWait(30);
        QCOMPARE(state(0), JobsModel::State::Paused);
        QVERIFY(!QFile::exists(path("paused.zip")));
        QTest::mouseClick(buttonNamed(panel(), "Go on"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(state(0), JobsModel::State::Done, kPatienceMs);
        QCOMPARE(bytesOf(path("paused.zip")), bytesOf(path("plain.zip")));
        QTest::mouseClick(buttonNamed(panel(), "Details"), Qt::LeftButton);
        const auto *tables = childNamed<QListView>(panel(), QStringLiteral("Tables of this job"));
        QVERIFY(tables->isVisible());
        QCOMPARE(tables->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("main.t: done, 100,000 rows"));
        QTest::mouseClick(button(panel(), QStringLiteral("Copy log")), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("main.t: 100,000 rows")));
    }

    void closingMayWaitForTheJobs()
    {
        auto isHeld = std::make_shared<std::atomic<bool>>(true);
        m_window->jobs().start(std::make_unique<HeldJob>(isHeld, std::nullopt));
        QVERIFY(!m_window->close());
        auto *box = awaitDialog<QMessageBox>(*m_window);
        QVERIFY(box);
        QVERIFY(box->text().contains(QStringLiteral("Export <b>shop</b>")));
        QCOMPARE(box->textFormat(), Qt::PlainText);
        QTest::mouseClick(button(*box, QStringLiteral("Quit when done")), Qt::LeftButton);
        QTest::qWait(30);
        QVERIFY(m_window->isVisible());
        *isHeld = false;
        QTRY_VERIFY(!m_window->isVisible());
        QCOMPARE(state(0), JobsModel::State::Done);
    }

    void aJobThatFailsKeepsTheWindowOpen()
    {
        auto isHeld = std::make_shared<std::atomic<bool>>(true);
        m_window->jobs().start(std::make_unique<HeldJob>(
            isHeld, Error{ErrorKind::Io, QStringLiteral("the disk is full"), {}, {}}));
        QVERIFY(!m_window->close());
        auto *box = awaitDialog<QMessageBox>(*m_window);
        QVERIFY(box);
        QTest::mouseClick(button(*box, QStringLiteral("Quit when done")), Qt::LeftButton);
        *isHeld = false;
        QVERIFY(awaitDialog<ErrorDialog>(*m_window));
        QVERIFY(m_window->isVisible());
    }

    void theDesktopIsToldOfALongJobWhenNobodyLooks()
    {
        if (m_bus.state() != QProcess::Running)
            QSKIP("there is no dbus-daemon (package dbus)");
        Desktop desktop;
        QDBusConnection service =
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop"));
        QVERIFY(service.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &desktop,
                                       QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(service.registerService(QStringLiteral("org.freedesktop.Notifications")));
        QWidget elsewhere; // has the focus
        JobsModel jobs;
        QWidget window;
        DesktopNotice notice(jobs, &window);
        notice.setParent(nullptr);
        const QSignalSpy activated(&notice, &DesktopNotice::activated);
        const auto runOne = [&](std::optional<Error> error) {
            auto isHeld = std::make_shared<std::atomic<bool>>(true);
            JobRunner *runner = jobs.start(std::make_unique<HeldJob>(isHeld, std::move(error)));
            QTRY_VERIFY(runner->elapsedMs() > 40);
            *isHeld = false;
            QTRY_VERIFY(runner->result().has_value());
        };
        notice.setAfterMs(600'000);
        runOne({}); // short
        notice.setAfterMs(0);
        runOne({}); // nobody wants to know
        notice.setAfterMs(20);
        runOne({});
        QTRY_COMPARE(desktop.told.size(), 1);
        QCOMPARE(desktop.told[0].title, QStringLiteral("Done: Export <b>shop</b>"));
        QCOMPARE(desktop.told[0].text, QStringLiteral("12 rows"));
        QVERIFY(desktop.told[0].actions.contains(QStringLiteral("default")));
        runOne(Error{ErrorKind::Io, QStringLiteral("<disk> is full"), {}, {}});
        QTRY_COMPARE(desktop.told.size(), 2);
        QVERIFY(desktop.told[1].title.startsWith(QStringLiteral("Failed")));
        QVERIFY(desktop.told[1].text.contains(QStringLiteral("&lt;disk&gt; is full"))); // no markup
        QVERIFY(desktop.told[1].text.contains(QStringLiteral("Nothing was changed")));
        Q_EMIT desktop.ActionInvoked(7, QStringLiteral("default"));
        QTRY_COMPARE(activated.count(), 1);
        // Without anybody who listens it is silent, and nothing breaks.
        QVERIFY(service.unregisterService(QStringLiteral("org.freedesktop.Notifications")));
        runOne({});
        QTest::qWait(50);
        QCOMPARE(desktop.told.size(), 2);
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    }

    void aKilledExportIsResumed()
    {
        m_window.reset();
        makeBig(path("shop.sqlite"));
        killInTheMidst({QStringLiteral("export"), path("shop.sqlite"), path("out.zip")});
        QVERIFY(!QFile::exists(path("out.zip")));
        QVERIFY(QFile::exists(path("out.zip.part")));
        openWindow();
        QTRY_VERIFY_WITH_TIMEOUT(card() != nullptr, kPatienceMs);
        QVERIFY(textsOf(*card()).contains(path("out.zip.part")));
        QVERIFY(messageOf(*m_window).contains(QStringLiteral("see Jobs")));
        QTest::mouseClick(cardButton(*card(), QStringLiteral("Resume")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->jobs().rowCount() == 1 && state(0) == JobsModel::State::Done,
                                 kPatienceMs);
        QTRY_VERIFY(card() == nullptr);
        QVERIFY(!QFile::exists(path("out.zip.part")));
        JobContext context;
        QVERIFY(makeExportJob(exportOf(path("shop.sqlite"), path("plain.zip")))->run(context).isOk());
        QCOMPARE(bytesOf(path("out.zip")), bytesOf(path("plain.zip")));
    }

    void aKilledExportIsCleanedUp()
    {
        m_window.reset();
        makeBig(path("shop.sqlite"));
        killInTheMidst({QStringLiteral("export"), path("shop.sqlite"), path("out")});
        QVERIFY(QFile::exists(path("out.part")));
        openWindow();
        QTRY_VERIFY_WITH_TIMEOUT(card() != nullptr, kPatienceMs);
        QTest::mouseClick(cardButton(*card(), QStringLiteral("Clean up")), Qt::LeftButton);
        QTRY_VERIFY(card() == nullptr);
        QVERIFY(!QFile::exists(path("out.part")));
        QVERIFY(!QFile::exists(path("out")));
        QCOMPARE(m_window->jobs().rowCount(), 0);
        m_window.reset();
        openWindow(); // and it does not come back
        QTest::qWait(200);
        QVERIFY(card() == nullptr);
    }

    void aKilledPreviewIsMadeAgain()
    {
        m_window.reset();
        makeEdited();
        killInTheMidst({QStringLiteral("preview"), path("shop.sqlite"), path("edited.zip")});
        openWindow();
        QTRY_VERIFY_WITH_TIMEOUT(card() != nullptr, kPatienceMs);
        QVERIFY(textsOf(*card()).contains(QStringLiteral("changes nothing")));
        QTest::mouseClick(cardButton(*card(), QStringLiteral("Resume")), Qt::LeftButton);
        PreviewPage *page = awaitPreview(*m_window, 1);
        QVERIFY(page);
        QTRY_VERIFY(card() == nullptr);
        const QStringList left =
            QDir(path("home/tmp")).entryList({QStringLiteral("*.part"), QStringLiteral("*.galleychanges")});
        QCOMPARE(left.size(), 1); // that of the page
    }

    void aKilledApplyIsNotRepeated()
    {
        m_window.reset();
        makeEdited();
        killInTheMidst({QStringLiteral("apply"), path("shop.sqlite"), path("edited.zip")});
        const QByteArray edited =
            sqlite(path("shop.sqlite"), QStringLiteral("SELECT count(*) FROM t WHERE v = 'edited'"))
                .trimmed();
        QVERIFY(edited == "0" || edited == QByteArray::number(kRows)); // all or nothing
        openWindow();
        QTRY_VERIFY_WITH_TIMEOUT(card() != nullptr, kPatienceMs);
        QCOMPARE(m_window->jobs().rowCount(), 0);
        QVERIFY(cardButton(*card(), QStringLiteral("Resume")) == nullptr);
        if (edited != "0") { // it was quicker than the signal
            QVERIFY(cardButton(*card(), QStringLiteral("Show the history")) != nullptr);
            return;
        }
        QVERIFY(textsOf(*card()).contains(QStringLiteral("not committed")));
        QTest::mouseClick(cardButton(*card(), QStringLiteral("Show its changes")), Qt::LeftButton);
        PreviewPage *page = awaitPreview(*m_window, 1);
        QVERIFY(page);
        QCOMPARE(m_window->jobs().rowCount(), 0); // the user decides
        QTRY_VERIFY_WITH_TIMEOUT(applyButton(*page)->isEnabled(), kPatienceMs);
        QTest::mouseClick(applyButton(*page), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->jobs().rowCount() == 1 && state(0) == JobsModel::State::Done,
                                 2 * kPatienceMs);
        QCOMPARE(sqlite(path("shop.sqlite"), QStringLiteral("SELECT count(*) FROM t WHERE v = 'edited'"))
                     .trimmed(),
                 QByteArray::number(kRows));
    }

    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty())
            return;
        m_bus.start(
            QStringLiteral("dbus-daemon"),
            {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
        while (!m_bus.canReadLine() && m_bus.waitForReadyRead(kPatienceMs)) { }
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    }
    void cleanupTestCase()
    {
        m_bus.terminate();
        m_bus.waitForFinished();
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    QProcess m_bus;
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--victim"))
        return runVictim(arguments);
    TestJobWindow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_jobwindow.moc"
