// SPDX-License-Identifier: MIT
//
// The window on PostgreSQL and MariaDB: connect, browse, export, preview, apply, undo, with and without the
// triggers of the target. The servers' own clients look at what came out.
#include "tests/support/servers.h"
#include "tests/ui/windowtest.h"
#include "ui/browse/structurepage.h"
#include "ui/jobs/historypage.h"
#include "ui/transfers.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QRadioButton>

using namespace galley;
using namespace galley::test;

namespace {

/// A table, another one of that name in another schema where there are schemas, and a trigger that keeps a
/// log.
const char *const kPostgres =
    "CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, credit numeric(14,2), born date, note "
    "text);"
    "CREATE TABLE log (at serial PRIMARY KEY, what text);"
    "INSERT INTO customers (id, name, credit, born) VALUES (1, 'Zoë Ångström', 99999999999.99, "
    "'1968-02-29'), (2, '', NULL, NULL),"
    " (3, 'Li \"Wei\"', -0.10, '0044-03-15 BC');"
    "CREATE SCHEMA archive; CREATE TABLE archive.customers (id int PRIMARY KEY, name text);"
    "INSERT INTO archive.customers VALUES (7, 'kept');"
    "CREATE FUNCTION keep_log() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " INSERT INTO public.log (what) VALUES (NEW.name); RETURN NEW; END $$;"
    "CREATE TRIGGER customers_log AFTER UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION keep_log();";
const char *const kMysql =
    "CREATE TABLE customers (id int PRIMARY KEY, name varchar(80) NOT NULL, credit decimal(14,2), born date, "
    "note text);"
    "CREATE TABLE log (at int AUTO_INCREMENT PRIMARY KEY, what text);"
    "INSERT INTO customers (id, name, credit, born) VALUES (1, 'Zoë Ångström', 99999999999.99, "
    "'1968-02-29'), (2, '', NULL, NULL),"
    " (3, 'Li \"Wei\"', -0.10, '1600-03-15');"
    "CREATE TRIGGER customers_log AFTER UPDATE ON customers FOR EACH ROW INSERT INTO log (what) VALUES "
    "(NEW.name);";

constexpr auto kBefore = "SELECT id, name, coalesce(credit, 0), born FROM customers ORDER BY id";
constexpr auto kLog = "SELECT count(*) FROM log";

} // namespace

class TestWindowOnServers : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<MainWindow> m_window;
    Session *m_session = nullptr;
    TableName m_customers;

    QString path(const char *name) const { return m_home->filePath(QString::fromLatin1(name)); }
    QByteArray ask(const char *sql) const { return m_server->sql(QStringLiteral("window"), sql); }
    static bool isPostgres() { return QByteArray(QTest::currentDataTag()) == "postgres"; }

    void connectInDialog(const char *color, bool isReadOnly)
    {
        m_window->newConnection();
        auto *dialog = awaitDialog<ConnectionDialog>(*m_window);
        QVERIFY(dialog);
        choose(childNamed<QComboBox>(*dialog, QStringLiteral("Engine")),
               QString::fromLatin1(QTest::currentDataTag()));
        type(childNamed<QLineEdit>(*dialog, QStringLiteral("Name")), QStringLiteral("live"));
        type(field(*dialog, "host"), m_server->host());
        type(field(*dialog, "port"), QString::number(m_server->port()));
        type(field(*dialog, "database"), QStringLiteral("window"));
        type(field(*dialog, "user"), QStringLiteral("galley"));
        QVERIFY2(testResult(*dialog).startsWith(QStringLiteral("It works")), qPrintable(resultOf(*dialog)));
        choose(childNamed<QComboBox>(*dialog, QStringLiteral("Colour")), QString::fromLatin1(color));
        for (QCheckBox *box : dialog->findChildren<QCheckBox *>()) {
            if (isReadOnly && box->text().startsWith(QStringLiteral("&Read-only")))
                box->click();
        }
        QTest::mouseClick(button(*dialog, QStringLiteral("Save")), Qt::LeftButton);
        QCOMPARE(m_window->catalog().sessions().size(), size_t(1));
        m_session = m_window->catalog().sessions().front();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), Session::State::Open, kPatienceMs);
        m_customers = {isPostgres() ? QStringLiteral("public") : QString(), QStringLiteral("customers")};
    }
    /// As by hand: to the table in the tree, and Enter.
    TablePage *openInTree(const TableName &table)
    {
        m_window->tree().select(m_session, table);
        QTest::keyClick(&m_window->tree(), Qt::Key_Return);
        return qobject_cast<TablePage *>(m_window->tabs().currentWidget());
    }
    void exportPlainly(TablePage &page, const QString &to)
    {
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("exportButton")), Qt::LeftButton);
        auto *wizard = awaitDialog<ExportWizard>(*m_window);
        QVERIFY(wizard && goToStep(*wizard, 2));
        QTest::mouseClick(wizard->findChildren<QRadioButton *>().at(2), Qt::LeftButton, {}, QPoint(8, 8));
        auto *destination = wizard->findChild<QLineEdit *>(QStringLiteral("path"));
        destination->selectAll();
        QTest::keyClicks(destination, to);
        QVERIFY(finish(*wizard));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(to), kPatienceMs);
    }
    PreviewPage *previewByDrop(const QString &file)
    {
        const int tabs = m_window->tabs().count();
        if (!dropOnTable(*m_window, m_session, m_customers, {file}))
            return nullptr;
        auto *wizard = awaitDialog<ImportWizard>(*m_window);
        return wizard != nullptr && finish(*wizard) ? awaitPreview(*m_window, tabs) : nullptr;
    }
    static QCheckBox *quiet(const PreviewPage &page)
    {
        return page.findChild<QCheckBox *>(QStringLiteral("quietTriggers"));
    }
    void apply(const PreviewPage &page, const char *said)
    {
        QTRY_VERIFY_WITH_TIMEOUT(applyButton(page)->isEnabled(), kPatienceMs);
        m_window->findChild<MessageBar *>()->hide();
        QTest::mouseClick(applyButton(page), Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(messageOf(*m_window).contains(QLatin1String(said)),
                                  qPrintable(messageOf(*m_window)), kPatienceMs);
    }
    HistoryPage *history()
    {
        m_window->showHistory();
        auto *page = m_window->findChild<HistoryPage *>();
        const auto undo = [&] { return page->findChild<QPushButton *>(QStringLiteral("undo")); };
        return QTest::qWaitFor([&] { return undo() != nullptr && undo()->isEnabled(); }, kPatienceMs)
            ? page
            : nullptr;
    }

private Q_SLOTS:
    void init()
    {
        if (QTest::currentDataTag() == nullptr)
            return;
        const QString kind = QString::fromLatin1(QTest::currentDataTag());
        if (findEngine(kind) == nullptr || findEngine(kind)->connectionFields().empty())
            QSKIP("this build has no such engine");
        m_server = std::make_unique<TestServer>(kind);
        if (!m_server->isThere())
            QSKIP(qPrintable(m_server->problem()));
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("GALLEY_HOME", m_home->filePath(QStringLiteral("home")).toUtf8());
        m_server->makeDatabase(QStringLiteral("window"));
        const QByteArray made = ask(isPostgres() ? kPostgres : kMysql);
        QVERIFY2(!made.startsWith("ERROR"), made.constData());
        m_window = std::make_unique<MainWindow>();
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_server.reset();
    }

    void aTableGoesOutAndComesBackAndIsUndone_data() { engineRows(); }
    void aTableGoesOutAndComesBackAndIsUndone()
    {
        const QByteArray before = ask(kBefore);
        connectInDialog("red", false);
        if (QTest::currentTestFailed())
            return;
        TablePage *page = openInTree(m_customers);
        QVERIFY(page && page->table() == m_customers);
        QVERIFY(isShown(*page, QStringLiteral("PRODUCTION")));
        QTRY_COMPARE_WITH_TIMEOUT(page->model().rowCount(), 3, kPatienceMs);
        QTRY_COMPARE(page->model().index(0, 1).data().toString(), QStringLiteral("Zoë Ångström"));
        QCOMPARE(page->model().index(0, 2).data().toString(), QStringLiteral("99999999999.99"));
        page->showStructure();
        auto *triggers = childNamed<QTableView>(*page, QStringLiteral("Triggers"));
        QVERIFY(triggers && triggers->model()->rowCount() == 1);
        QCOMPARE(triggers->model()->index(0, 0).data().toString(), QStringLiteral("customers_log"));
        if (isPostgres()) { // that of the other schema is another page, and both say which they are
            TablePage *other = openInTree({QStringLiteral("archive"), QStringLiteral("customers")});
            QVERIFY(other && other != page);
            QCOMPARE(other->title(), QStringLiteral("archive.customers"));
            QTRY_COMPARE_WITH_TIMEOUT(other->model().rowCount(), 1, kPatienceMs);
            QVERIFY(childNamed<QTableView>(*other, QStringLiteral("Triggers")) == nullptr);
        }

        exportPlainly(*page, path("customers.csv"));
        if (QTest::currentTestFailed())
            return;
        const QByteArray old = isPostgres() ? "-0044-03-15" : "1600-03-15";
        QByteArray csv = bytesOf(path("customers.csv"));
        QVERIFY2(csv.contains("1,Zoë Ångström,99999999999.99,1968-02-29,\n")
                     && csv.contains("3,\"Li \"\"Wei\"\"\",-0.10," + (isPostgres() ? QByteArray() : old)),
                 csv.constData());
        // What the file lacks stays as it is, and is found again by the undo.
        csv.replace(",note\n", "\n").replace(",\n", "\n");
        csv.replace("1,Zoë Ångström,99999999999.99", "1,Zoë Ångström,-99999999999.99");
        csv += "4,новый,0.00,2001-01-01\n";
        QVERIFY(writeFile(path("customers.csv"), csv));

        PreviewPage *preview = previewByDrop(path("customers.csv"));
        QVERIFY2(preview, qPrintable(messageOf(*m_window)));
        QVERIFY(isShown(*preview, QStringLiteral("PRODUCTION")));
        QTRY_COMPARE_WITH_TIMEOUT(applyButton(*preview)->text(),
                                  QStringLiteral("&Apply 2 changes to PRODUCTION"), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(quiet(*preview)->isVisibleTo(preview), kPatienceMs);
        QVERIFY(!quiet(*preview)->isChecked());
        QCOMPARE(ask(kBefore), before);
        QCOMPARE(ask(kLog), QByteArray("0\n"));
        apply(*preview, "Applied to");
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(ask("SELECT credit FROM customers WHERE id IN (1, 4) ORDER BY id"),
                 QByteArray("-99999999999.99\n0.00\n"));
        QCOMPARE(ask("SELECT name FROM customers WHERE id = 4"), QByteArray("новый\n"));
        QCOMPARE(ask(kLog), QByteArray("1\n")); // it ran

        HistoryPage *list = history();
        QVERIFY(list);
        const int tabs = m_window->tabs().count();
        QTest::mouseClick(list->findChild<QPushButton *>(QStringLiteral("undo")), Qt::LeftButton);
        PreviewPage *undo = awaitPreview(*m_window, tabs);
        QVERIFY2(undo, qPrintable(messageOf(*m_window)));
        QTRY_VERIFY_WITH_TIMEOUT(quiet(*undo)->isVisibleTo(undo), kPatienceMs);
        quiet(*undo)->click();
        if (isPostgres()) {
            apply(*undo, "Undone on");
            QCOMPARE(ask(kLog), QByteArray("1\n")); // it did not run again
        } else { // a trigger of MariaDB cannot be switched off inside a transaction
            apply(*undo, "trigger");
            QVERIFY(ask(kBefore) != before);
            QVERIFY(undo->isEnabled());
            quiet(*undo)->click();
            apply(*undo, "Undone on");
            QCOMPARE(ask(kLog), QByteArray("2\n"));
        }
        QCOMPARE(ask(kBefore), before);
        QCOMPARE(ask("SELECT count(*) FROM customers"), QByteArray("3\n"));
    }

    void anOpenedChangeSetAsksForTheTriggersToo_data() { engineRows(); }
    void anOpenedChangeSetAsksForTheTriggersToo()
    {
        connectInDialog("", false);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(writeFile(path("customers.csv"), "id,name\n1,changed\n"));
        ImportPlan plan;
        plan.source.path = path("customers.csv");
        plan.target = m_session->database();
        plan.table = isPostgres() ? QStringLiteral("public.customers") : QStringLiteral("customers");
        plan.changesetPath = path("sent.galleychanges");
        JobContext context;
        const Result<JobReport> made = makePreviewJob(plan)->run(context);
        QVERIFY2(made.isOk(), made.isOk() ? "" : qPrintable(made.error().toString()));
        const int tabs = m_window->tabs().count();
        m_window->openPaths({plan.changesetPath});
        PreviewPage *page = awaitPreview(*m_window, tabs);
        QVERIFY(page);
        QTRY_VERIFY_WITH_TIMEOUT(quiet(*page)->isVisibleTo(page), kPatienceMs);
        if (isPostgres())
            quiet(*page)->click();
        apply(*page, "Applied to");
        QCOMPARE(ask("SELECT name FROM customers WHERE id = 1"), QByteArray("changed\n"));
        QCOMPARE(ask(kLog), isPostgres() ? QByteArray("0\n") : QByteArray("1\n"));
    }

    void aReadOnlyConnectionRefusesInWords_data() { engineRows(); }
    void aReadOnlyConnectionRefusesInWords()
    {
        const QByteArray before = ask(kBefore);
        connectInDialog("grey", true);
        if (QTest::currentTestFailed())
            return;
        TablePage *page = openInTree(m_customers);
        QVERIFY(page && isShown(*page, QStringLiteral("read-only")));
        QVERIFY(!page->findChild<QPushButton *>(QStringLiteral("importButton"))->isEnabled());
        QVERIFY(writeFile(path("customers.csv"), "id,name\n1,changed\n"));
        PreviewPage *preview = previewByDrop(path("customers.csv"));
        QVERIFY2(preview, qPrintable(messageOf(*m_window)));
        QTRY_VERIFY_WITH_TIMEOUT(preview->changedTables().size() == 1, kPatienceMs);
        QVERIFY(!applyButton(*preview)->isEnabled());
        QVERIFY(applyButton(*preview)->toolTip().contains(QStringLiteral("read-only")));
        // Even a plan that comes from elsewhere is stopped where the database would be opened.
        Q_EMIT preview->applyRequested(preview->plan());
        QTRY_VERIFY_WITH_TIMEOUT(messageOf(*m_window).contains(QStringLiteral("read-only")), kPatienceMs);
        QCOMPARE(ask(kBefore), before);
    }

private:
    static void engineRows()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("postgres") << true;
        QTest::newRow("mysql") << true;
    }
};

QTEST_MAIN(TestWindowOnServers)
#include "tst_windowservers.moc"
