// SPDX-License-Identifier: MIT
//
// The window goes on answering while jobs work: no event keeps its thread busy for long, whatever is
// exported, compared, searched, scrolled or applied.
#include "tests/ui/stallwatch.h"
#include "tests/ui/windowtest.h"
#include "ui/transfers.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>

using namespace galley;
using namespace galley::test;

namespace {

constexpr int kRows = 300'000;
constexpr int kChanges = 100'000;

} // namespace

class TestStalls : public QObject
{
    Q_OBJECT

private:
    static WatchedApplication &watch() { return *static_cast<WatchedApplication *>(qApp); }
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    static void verifyNoStall(const char *during)
    {
        const Stall &longest = watch().longest();
        const QString said = QStringLiteral("%1: %2 ms of work (%3 ms on the wall): %4")
                                 .arg(QLatin1String(during))
                                 .arg(longest.workMs, 0, 'f', 1)
                                 .arg(longest.wallMs, 0, 'f', 1)
                                 .arg(longest.what);
        qInfo("%s", qPrintable(said));
        QVERIFY2(longest.workMs < kStallLimitMs, qPrintable(said));
        watch().restart();
    }
    void awaitJobs()
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_window->jobs().runningCount(), 0, 4 * kPatienceMs);
        const auto state = m_window->jobs().index(0).data(JobsModel::StateRole).value<JobsModel::State>();
        QVERIFY2(state == JobsModel::State::Done,
                 qPrintable(m_window->jobs().index(0).data(JobsModel::DetailsRole).toString()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("GALLEY_HOME", m_folder.path().toUtf8());
        const QByteArray made =
            sqlite(path("shop.sqlite"),
                   QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT, price DECIMAL(10,2), "
                                  "note TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n "
                                  "WHERE i<%1) INSERT INTO t SELECT i, 'name ' || i, i * 0.25, "
                                  "hex(i * 7919) || ' some more text' FROM n;"
                                  "CREATE TABLE few(id INTEGER PRIMARY KEY, v TEXT);"
                                  "INSERT INTO few SELECT id, name FROM t WHERE id <= 5")
                       .arg(kRows));
        QVERIFY2(made.isEmpty(), made.constData());
        QVERIFY(QFile::copy(path("shop.sqlite"), path("edited.sqlite")));
        sqlite(path("edited.sqlite"), QStringLiteral("UPDATE t SET note = 'edited ' || id WHERE id % 3 = 0"));
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(openAndCount(*m_window, path("shop.sqlite")));
        watch().restart();
    }
    void cleanupTestCase() { m_window.reset(); }

    void anExport()
    {
        for (const char *const name : {"shop", "edited"}) {
            ExportPlan plan;
            plan.source = {QStringLiteral("sqlite"), path(name) + QStringLiteral(".sqlite"), {}};
            plan.destination = path(name) + QStringLiteral(".zip");
            m_window->transfers().runExport(plan);
        }
        for (QToolButton *button : m_window->jobsDock().findChildren<QToolButton *>()) {
            if (button->accessibleName() == QLatin1String("Details"))
                button->click();
        }
        awaitJobs();
        verifyNoStall("export");
    }

    void aPreview()
    {
        ImportPlan plan;
        plan.source.path = path("edited.zip");
        plan.target = {QStringLiteral("sqlite"), path("shop.sqlite"), {}};
        plan.only = QStringList{QStringLiteral("t")};
        const int tabs = m_window->tabs().count();
        m_window->transfers().runPreview(plan);
        awaitJobs();
        m_page = awaitPreview(*m_window, tabs);
        QVERIFY(m_page);
        m_view = childNamed<QTableView>(*m_page, QStringLiteral("Rows as they will be"));
        QTRY_COMPARE_WITH_TIMEOUT(m_view->model()->rowCount(), kChanges, kPatienceMs);
        verifyNoStall("preview");
    }

    void scrolling()
    {
        QVERIFY(m_view);
        QScrollBar *bar = m_view->verticalScrollBar();
        for (int step = 0; step < 200; ++step) {
            // Near and far, up and down.
            bar->setValue(step % 3 == 0 ? (step * 7919) % bar->maximum() : bar->value() + 3);
            QTest::qWait(1);
        }
        verifyNoStall("scrolling");
    }

    void aSearch()
    {
        QVERIFY(m_page);
        childNamed<QToolButton>(*m_page, QStringLiteral("Search"))->click();
        auto *text = childNamed<QLineEdit>(*m_page, QStringLiteral("Text to find"));
        QVERIFY(text);
        type(text, QStringLiteral("edited 299997"));
        QTRY_COMPARE_WITH_TIMEOUT(m_view->currentIndex().row(), kChanges - 2, kPatienceMs);
        verifyNoStall("search");
    }

    void sorting()
    {
        QVERIFY(m_view);
        m_view->setFocus();
        m_view->setCurrentIndex(m_view->model()->index(5, 2));
        QTest::keyClick(m_view, Qt::Key_S);
        QTest::qWait(200);
        QTRY_COMPARE_WITH_TIMEOUT(m_view->model()->rowCount(), kChanges, kPatienceMs);
        verifyNoStall("sorting");
    }

    void anApply()
    {
        QVERIFY(m_page);
        QPushButton *apply = applyButton(*m_page);
        QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), kPatienceMs);
        QTest::mouseClick(apply, Qt::LeftButton);
        awaitJobs();
        verifyNoStall("apply");
        QCOMPARE(
            sqlite(path("shop.sqlite"), QStringLiteral("SELECT count(*) FROM t WHERE note LIKE 'edited %'"))
                .trimmed(),
            QByteArray::number(kChanges));
    }

    /// The watch itself: an event that works is seen, and its waiting is not work.
    void theWatchSeesWork()
    {
        watch().restart();
        bool isDone = false;
        QTimer::singleShot(0, &watch(), [&isDone] {
            const clock_t until = std::clock() + CLOCKS_PER_SEC / 10; // of this process
            volatile quint64 work = 0;
            while (std::clock() < until)
                work = work + 1;
            isDone = true;
        });
        QTRY_VERIFY(isDone);
        QVERIFY(watch().longest().workMs > 10);
        watch().restart();
        isDone = false;
        QTimer::singleShot(0, &watch(), [&isDone] {
            QThread::msleep(300);
            isDone = true;
        });
        QTRY_VERIFY(isDone);
        QVERIFY(watch().longest().workMs < kStallLimitMs);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    PreviewPage *m_page = nullptr;
    QTableView *m_view = nullptr;
};

int main(int argc, char **argv)
{
    WatchedApplication app(argc, argv);
    TestStalls test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_stalls.moc"
