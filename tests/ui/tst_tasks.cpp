// SPDX-License-Identifier: MIT
//
// What people come with, from beginning to end through real widgets: a table to a colleague and back, a file
// to a server, another program's export into a database, two databases compared, yesterday's import undone.
// sqlite3 and psql say what came out.
#include "tests/support/servers.h"
#include "tests/support/support.h"
#include "tests/ui/dragtest.h"
#include "ui/jobs/historypage.h"
#include "ui/wizards/transferdialog.h"
#include "workers/jobs/sampledatabase.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRadioButton>

using namespace galley;
using namespace galley::test;

class TestTasks : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<TestServer> m_server;

    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    QByteArray psql(const char *sql) const { return m_server->sql(QStringLiteral("tasks"), sql); }
    static TableName name(const char *table) { return {QStringLiteral("main"), QString::fromUtf8(table)}; }
    QString shop() const
    {
        const QString file = path("shop.sqlite");
        return makeSampleDatabase(file).isOk() ? file : QString();
    }
    void newWindow()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->show();
    }
    /// Skips where there is no server.
    void startServer()
    {
        if (findEngine(QStringLiteral("postgres")) == nullptr)
            QSKIP("this build has no PostgreSQL");
        m_server = std::make_unique<TestServer>(QStringLiteral("postgres"));
        if (!m_server->isThere())
            QSKIP(qPrintable(m_server->problem()));
        m_server->makeDatabase(QStringLiteral("tasks"));
    }
    /// As a saved connection, and open.
    Session *connectServer(const char *color)
    {
        SavedConnection saved;
        saved.name = QStringLiteral("live");
        saved.color = QString::fromUtf8(color);
        const Result<DatabaseRef> database = parseDatabaseRef(m_server->url(QStringLiteral("tasks")));
        if (!database)
            return nullptr;
        saved.database = *database;
        if (!m_window->book().save(saved, {}))
            return nullptr;
        for (Session *session : m_window->catalog().sessions()) {
            if (session->database().connection != saved.name)
                continue;
            session->open();
            const auto isOpen = [session] { return session->state() == Session::State::Open; };
            return QTest::qWaitFor(isOpen, kPatienceMs) ? session : nullptr;
        }
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("GALLEY_HOME", m_folder->filePath(QStringLiteral("home")).toUtf8());
        newWindow();
    }
    void cleanup()
    {
        m_window.reset();
        m_server.reset();
        m_folder.reset();
    }

    void aTableIsSentAsASpreadsheetByKeysAlone()
    {
        const QString file = shop();
        Session *session = openAndCount(*m_window, file);
        QVERIFY(session);
        m_window->tree().select(session, name("products"));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->tree().setFocus();
        QTest::keySequence(m_window.get(), QKeySequence(Qt::CTRL | Qt::Key_E));
        auto *wizard = awaitDialog<ExportWizard>(*m_window);
        QVERIFY(wizard && goToStep(*wizard, 2));
        auto *single = wizard->findChildren<QRadioButton *>().at(2);
        single->setFocus();
        QTest::keyClick(single, Qt::Key_Space);
        auto *destination = wizard->findChild<QLineEdit *>(QStringLiteral("path"));
        destination->setFocus();
        destination->selectAll();
        QTest::keyClicks(destination, path("products.csv"));
        while (wizard->currentStep() + 1 < wizard->stepCount()) {
            QTRY_VERIFY_WITH_TIMEOUT(wizard->nextButton()->isEnabled(), kPatienceMs);
            QTest::keyClick(wizard, Qt::Key_Return);
        }
        QTRY_VERIFY_WITH_TIMEOUT(wizard->nextButton()->isEnabled(), kPatienceMs);
        QTest::keyClick(wizard, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(messageOf(*m_window).startsWith(QStringLiteral("Exported")), kPatienceMs);
        // Another program reads the same out of it.
        const QString read = QStringLiteral(".import --csv %1 sent").arg(path("products.csv"));
        QCOMPARE(run(QStringLiteral("sqlite3"),
                     {QStringLiteral(":memory:"), QStringLiteral("-cmd"), read,
                      QStringLiteral("SELECT count(*), sum(length(name)) FROM sent")}),
                 sqlite(file, QStringLiteral("SELECT count(*), sum(length(name)) FROM products")));
    }

    void aColleaguesEditedCsvComesBackIntoProduction()
    {
        startServer();
        QVERIFY(!psql("CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, credit numeric(10,2), "
                      "born date); INSERT INTO customers VALUES (1, 'Zoë', 10.50, '1968-02-29'), (2, 'Li', "
                      "NULL, NULL), (3, 'Ann; B.', 0.10, '2001-12-31');")
                     .startsWith("ERROR"));
        const QByteArray before = psql("SELECT * FROM customers ORDER BY id");
        Session *session = connectServer("red");
        QVERIFY(session);
        // As a spreadsheet program saves it where the comma is in the numbers.
        QVERIFY(writeFile(path("customers.csv"),
                          "\xef\xbb\xbfid;name;credit;born\r\n1;Zoë;11,75;1968-02-29\r\n2;Li;;\r\n"
                          "3;\"Ann; B.\";0,10;2001-12-31\r\n4;Új;1,00;2020-01-01\r\n"));
        Dragging drag(*m_window, filesData({path("customers.csv")}));
        const TableName table{QStringLiteral("public"), QStringLiteral("customers")};
        m_window->tree().select(session, table);
        QVERIFY(drag.toRow(m_window->tree().currentIndex()));
        QCOMPARE(drag.said(), QStringLiteral("Import customers.csv into table customers of live"));
        const int tabs = m_window->tabs().count();
        QVERIFY(drag.drop());
        auto *wizard = awaitDialog<ImportWizard>(*m_window);
        QVERIFY(wizard && finish(*wizard));
        PreviewPage *page = awaitPreview(*m_window, tabs);
        QVERIFY2(page, qPrintable(messageOf(*m_window)));
        QVERIFY(isShown(*page, QStringLiteral("PRODUCTION")));
        QTRY_COMPARE_WITH_TIMEOUT(applyButton(*page)->text(),
                                  QStringLiteral("&Apply 2 changes to PRODUCTION"), kPatienceMs);
        QCOMPARE(psql("SELECT * FROM customers ORDER BY id"), before);
        apply(*m_window, *page, "Applied to");
        QCOMPARE(
            psql("SELECT * FROM customers ORDER BY id"),
            QByteArray("1|Zoë|11.75|1968-02-29\n2|Li||\n3|Ann; B.|0.10|2001-12-31\n4|Új|1.00|2020-01-01\n"));
        undoBesideTheMessage(*m_window);
        QCOMPARE(psql("SELECT * FROM customers ORDER BY id"), before);
    }

    void aSqliteFileMovesToPostgres()
    {
        startServer();
        const QString file = path("shop.sqlite");
        sqlite(
            file,
            QStringLiteral(
                "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, born DATE, credit "
                "DECIMAL(10,2)); CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL "
                "REFERENCES customers (id), note TEXT); CREATE INDEX orders_customer ON orders (customer);"
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40) "
                "INSERT INTO customers SELECT i, 'Zoë ' || i, '2001-02-03', i * 1.25 FROM n;"
                "INSERT INTO orders SELECT id, id, CASE id % 3 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'x' END "
                "FROM customers;"));
        Session *from = openAndCount(*m_window, file);
        Session *live = connectServer("green");
        QVERIFY(from && live);
        BrowseTree &tree = m_window->tree();
        tree.select(from, {});
        const auto tables = tree.selectedTables();
        QVERIFY(tables && tables->isWhole);
        Dragging drag(*m_window, tablesData(*tables));
        QVERIFY(drag.toRow(m_window->catalog().indexOf(live)));
        QCOMPARE(drag.said(),
                 QStringLiteral("Copy all %1 tables of shop.sqlite to live (preview first)")
                     .arg(tables->tables.size()));
        QVERIFY(drag.drop());
        auto *dialog = awaitDialog<TransferDialog>(*m_window);
        QVERIFY(dialog);
        PreviewPage *page = accept(*m_window, *dialog);
        QVERIFY2(page, qPrintable(messageOf(*m_window)));
        const char *const there = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'";
        QCOMPARE(psql(there), QByteArray("0\n"));
        apply(*m_window, *page, "Applied to");
        QCOMPARE(psql(there), QByteArray::number(tables->tables.size()) + '\n');
        for (const QString &table : tables->tables) {
            const QString count = QStringLiteral("SELECT count(*) FROM \"%1\"").arg(table);
            QCOMPARE(psql(count.toUtf8().constData()), sqlite(file, count));
        }
        const char *const rows = "SELECT id, name, born FROM customers ORDER BY id";
        QCOMPARE(psql(rows), sqlite(file, QString::fromUtf8(rows)));
        // The foreign keys came along.
        QVERIFY(psql("SELECT count(*) FROM pg_constraint WHERE contype = 'f'").toInt() > 0);
        // The tree knows the new tables by itself, and the undo takes them away.
        const TableName made{QStringLiteral("public"), QStringLiteral("customers")};
        QTRY_VERIFY_WITH_TIMEOUT(m_window->catalog().indexOf(live, made).isValid(), kPatienceMs);
        undoBesideTheMessage(*m_window);
        for (const QString &table : tables->tables) {
            const QString count = QStringLiteral("SELECT count(*) FROM \"%1\"").arg(table);
            const QByteArray left = psql(count.toUtf8().constData());
            QVERIFY2(left == "0\n" || left.startsWith("ERROR"), left.constData());
        }
    }

    void tablesGoIntoTheSchemaThatTheyAreDroppedOn()
    {
        startServer();
        QVERIFY(
            !psql("CREATE TABLE notes (id int PRIMARY KEY, t text); CREATE SCHEMA archive; CREATE TABLE "
                  "archive.notes (id int PRIMARY KEY, t text); INSERT INTO archive.notes VALUES (1, 'old')")
                 .startsWith("ERROR"));
        sqlite(
            path("from.sqlite"),
            QStringLiteral("CREATE TABLE notes (id INTEGER PRIMARY KEY, t TEXT); INSERT INTO notes VALUES "
                           "(1,'new'),(2,'more'); CREATE TABLE tags (note INT REFERENCES notes, tag TEXT); "
                           "INSERT INTO tags VALUES (2,'x')"));
        Session *from = openAndCount(*m_window, path("from.sqlite"));
        Session *live = connectServer("");
        QVERIFY(from && live);
        const TableName known{QStringLiteral("archive"), QStringLiteral("notes")};
        const QModelIndex schema = m_window->catalog().indexOf(live, known).parent().parent();
        QCOMPARE(schema.data().toString(), QStringLiteral("archive"));
        m_window->tree().select(from, {});
        const DraggedTables tables = *m_window->tree().selectedTables();
        m_window->tree().expand(schema.parent());
        Dragging drag(*m_window, tablesData(tables));
        QVERIFY(drag.toRow(schema));
        QCOMPARE(
            drag.said(),
            QStringLiteral("Copy all 2 tables of from.sqlite to schema archive of live (preview first)"));
        QVERIFY(drag.drop());
        auto *dialog = awaitDialog<TransferDialog>(*m_window);
        QVERIFY(dialog);
        PreviewPage *page = accept(*m_window, *dialog);
        QVERIFY2(page, qPrintable(messageOf(*m_window)));
        apply(*m_window, *page, "Applied to");
        QCOMPARE(psql("SELECT * FROM archive.notes ORDER BY id; SELECT * FROM archive.tags; SELECT count(*) "
                      "FROM public.notes"),
                 QByteArray("1|new\n2|more\n2|x\n0\n"));
        QCOMPARE(psql("SELECT confrelid::regclass FROM pg_constraint WHERE contype = 'f'"),
                 QByteArray("archive.notes\n"));
    }

    void aKuzuExportComesIntoSqlite()
    {
        const QString folder = samplePath(QStringLiteral("kuzu/kuzu-0.11.3-csv-header"));
        if (folder.isEmpty())
            QSKIP("no sample of Kùzu beside the source tree");
        QFile truthFile(samplePath(QStringLiteral("kuzu/truth-csv-header.json")));
        QVERIFY(truthFile.open(QIODevice::ReadOnly));
        const QJsonObject truth =
            QJsonDocument::fromJson(truthFile.readAll()).object().value(QStringLiteral("tables")).toObject();
        // Nothing is open: the drop zone of the first page.
        Dragging drag(*m_window, filesData({folder}));
        QVERIFY(drag.to(m_window.get(), m_window->rect().center()));
        QCOMPARE(drag.said(), QStringLiteral("Import kuzu-0.11.3-csv-header"));
        const int tabs = m_window->tabs().count();
        QVERIFY(drag.drop());
        auto *wizard = awaitDialog<ImportWizard>(*m_window);
        QVERIFY(wizard && goToStep(*wizard, 1));
        auto *target = wizard->findChild<QLineEdit *>(QStringLiteral("target"));
        target->setFocus();
        QTest::keyClicks(target, path("graph.sqlite"));
        QVERIFY(finish(*wizard));
        PreviewPage *page = awaitPreview(*m_window, tabs);
        QVERIFY2(page, qPrintable(messageOf(*m_window)));
        QVERIFY(!QFile::exists(path("graph.sqlite")));
        apply(*m_window, *page, "Applied to");
        QByteArray cities;
        const QJsonArray rows =
            truth.value(QStringLiteral("City")).toObject().value(QStringLiteral("rows")).toArray();
        for (const auto &row : rows)
            cities += row.toArray().at(0).toString().toUtf8() + '|' + row.toArray().at(1).toString().toUtf8()
                + '\n';
        QVERIFY(cities.contains("Köln|"));
        QCOMPARE(
            sqlite(path("graph.sqlite"), QStringLiteral("SELECT name, population FROM City ORDER BY name")),
            cities);
        const auto count = [&](const char *table) {
            return QByteArray::number(truth.value(QString::fromUtf8(table))
                                          .toObject()
                                          .value(QStringLiteral("rows"))
                                          .toArray()
                                          .size())
                + '\n';
        };
        for (const char *table : {"Person", "Ticket", "Nothing"})
            QCOMPARE(sqlite(path("graph.sqlite"),
                            QStringLiteral("SELECT count(*) FROM \"%1\"").arg(QString::fromUtf8(table))),
                     count(table));
    }

    void twoDatabasesAreComparedAndNothingIsWritten()
    {
        startServer();
        const QString file = path("left.sqlite");
        sqlite(file,
               QStringLiteral("CREATE TABLE stock (id INTEGER PRIMARY KEY, n INT); INSERT INTO stock "
                              "VALUES (1,10),(2,20),(3,30)"));
        QVERIFY(!psql("CREATE TABLE stock (id bigint PRIMARY KEY, n bigint); INSERT INTO stock VALUES "
                      "(1,10),(2,21),(4,40)")
                     .startsWith("ERROR"));
        Session *left = openAndCount(*m_window, file);
        Session *live = connectServer("red");
        QVERIFY(left && live);
        const QByteArray before = psql("SELECT * FROM stock ORDER BY id");
        Q_EMIT m_window->tree().compareRequested(left);
        auto *dialog = awaitDialog<TransferDialog>(*m_window);
        QVERIFY(dialog);
        PreviewPage *page = accept(*m_window, *dialog);
        QVERIFY2(page, qPrintable(messageOf(*m_window)));
        auto *sentence = childNamed<QLabel>(*page, QStringLiteral("What will happen"));
        QTRY_COMPARE(sentence->text(),
                     QStringLiteral("Rows only in left.sqlite: 1, different: 1, only in live: 1."));
        QVERIFY(!applyButton(*page)->isVisible());
        QCOMPARE(psql("SELECT * FROM stock ORDER BY id"), before);
    }

    void yesterdaysImportIsUndoneInAnotherSession()
    {
        const QString file = shop();
        const QByteArray before = dumpOf(file);
        Session *session = openAndCount(*m_window, file);
        QVERIFY(session);
        QByteArray csv = run(QStringLiteral("sqlite3"),
                             {QStringLiteral("-csv"), QStringLiteral("-header"), file,
                              QStringLiteral("SELECT id, upper(name) AS name, parent_id FROM categories")});
        QVERIFY(writeFile(path("categories.csv"), csv));
        Dragging drag(*m_window, filesData({path("categories.csv")}));
        m_window->tree().select(session, name("categories"));
        QVERIFY(drag.toRow(m_window->tree().currentIndex()));
        const int tabs = m_window->tabs().count();
        QVERIFY(drag.drop());
        auto *wizard = awaitDialog<ImportWizard>(*m_window);
        QVERIFY(wizard && finish(*wizard));
        PreviewPage *page = awaitPreview(*m_window, tabs);
        QVERIFY2(page, qPrintable(messageOf(*m_window)));
        apply(*m_window, *page, "Applied to");
        QVERIFY(dumpOf(file) != before);

        newWindow(); // the next day
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keySequence(m_window.get(), QKeySequence(Qt::CTRL | Qt::Key_H));
        auto *history = m_window->findChild<HistoryPage *>();
        QVERIFY(history);
        const auto button = [&] { return history->findChild<QPushButton *>(QStringLiteral("undo")); };
        QTRY_VERIFY_WITH_TIMEOUT(button() != nullptr && button()->isEnabled(), kPatienceMs);
        const int withHistory = m_window->tabs().count();
        QTest::mouseClick(button(), Qt::LeftButton);
        PreviewPage *taken = awaitPreview(*m_window, withHistory);
        QVERIFY2(taken, qPrintable(messageOf(*m_window)));
        apply(*m_window, *taken, "Undone on");
        QCOMPARE(dumpOf(file), before);
    }
};

QTEST_MAIN(TestTasks)
#include "tst_tasks.moc"
