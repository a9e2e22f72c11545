// SPDX-License-Identifier: MIT
//
// Files and tables dragged over the window: what is said before they are dropped, and what then happens. The
// databases are looked at by sqlite3.
#include "tests/ui/dragtest.h"

#include "ui/dragout.h"
#include "ui/wizards/transferdialog.h"
#include "workers/jobs/sampledatabase.h"
#include "workers/jobs/savedjobsjson.h"

#include <QClipboard>
#include <QComboBox>
#include <QProcess>

using namespace galley;
using namespace galley::test;

class TestDrops : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;

    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    QString made(const char *name, const QByteArray &bytes) const
    {
        return writeFile(path(name), bytes) ? path(name) : QString();
    }
    Session *open(const char *name, const char *sql)
    {
        sqlite(path(name), QString::fromUtf8(sql));
        return openAndCount(*m_window, path(name));
    }
    QModelIndex row(const Session *session, const char *table = nullptr)
    {
        CatalogModel &catalog = m_window->catalog();
        const QModelIndex index = table == nullptr
            ? catalog.indexOf(session)
            : catalog.indexOf(session, {QStringLiteral("main"), QString::fromUtf8(table)});
        for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
            m_window->tree().expand(above);
        return index;
    }
    void saveReadOnly(const char *name, const Session *session)
    {
        SavedConnection saved;
        saved.name = QString::fromUtf8(name);
        saved.database = session->database();
        saved.isReadOnly = true;
        QVERIFY(m_window->book().save(saved, {}).isOk());
    }
    static QTableView &tablesOf(const TransferDialog &dialog)
    {
        return *childNamed<QTableView>(dialog, QStringLiteral("Tables"));
    }
    static QString cell(const TransferDialog &dialog, int row, int column)
    {
        return tablesOf(dialog).model()->index(row, column).data().toString();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("GALLEY_HOME", m_folder->filePath(QStringLiteral("home")).toUtf8());
        m_window = std::make_unique<MainWindow>();
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_folder.reset();
    }

    void whatADropDoesIsSaidBefore_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *tag, const QStringList &names, const char *where, const char *said) {
            QTest::newRow(tag) << names << QString::fromUtf8(where) << QString::fromUtf8(said);
        };
        const QStringList one{QStringLiteral("a.csv")};
        const QStringList two{QStringLiteral("a.csv"), QStringLiteral("b.csv")};
        row("a file on a table", one, "table", "Import a.csv into table items of shop.sqlite");
        row("a file on a database", one, "database", "Import a.csv into shop.sqlite");
        row("a file on a view", one, "view", "Cannot import into the view cheap");
        row("files on a table", two, "table",
            "Import 2 files into table items of shop.sqlite, one after the other");
        row("files on a database", two, "database", "Import 2 files into shop.sqlite, a table each");
        row("files on the window", two, "window", "Import 2 files into shop.sqlite, a table each");
        row("a database on the window", {QStringLiteral("other.sqlite")}, "window", "Open other.sqlite");
        row("a database on a database", {QStringLiteral("other.sqlite")}, "database",
            "Copy the tables of other.sqlite to shop.sqlite (preview first)");
        row("a database on a table", {QStringLiteral("other.sqlite")}, "table",
            "Import other.sqlite into table items of shop.sqlite");
        row("a folder", {QStringLiteral("folder")}, "database",
            "Import the files in folder into shop.sqlite");
        row("a zip", {QStringLiteral("files.zip")}, "database",
            "Import the files in files.zip into shop.sqlite");
        row("a picture", {QStringLiteral("p.png")}, "database", "p.png cannot be opened: ");
        row("a spreadsheet", {QStringLiteral("s.xlsx")}, "database",
            "s.xlsx cannot be opened: it is a spreadsheet. Save it there as CSV (UTF-8), and import that");
        row("an empty folder", {QStringLiteral("empty")}, "window",
            "empty cannot be opened: the folder holds nothing that Galley can read");
    }
    void whatADropDoesIsSaidBefore()
    {
        QFETCH(const QStringList, names);
        QFETCH(const QString, where);
        QFETCH(const QString, said);
        Session *session =
            open("shop.sqlite",
                 "CREATE TABLE items (id INTEGER PRIMARY KEY, price INT); CREATE VIEW cheap AS SELECT * FROM "
                 "items WHERE price < 5; INSERT INTO items VALUES (1, 2);");
        QVERIFY(session);
        made("a.csv", "id,price\n1,3\n");
        made("b.csv", "id,price\n1,3\n");
        QImage picture(64, 64, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QVERIFY(picture.save(path("p.png")));
        sqlite(path("other.sqlite"), QStringLiteral("CREATE TABLE t (a)"));
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("folder"))
                && QDir(m_folder->path()).mkpath(QStringLiteral("empty")));
        made("folder/c.csv", "x\n1\n");
        run(QStringLiteral("zip"), {QStringLiteral("-qj"), path("files.zip"), path("a.csv"), path("b.csv")});
        run(QStringLiteral("zip"), {QStringLiteral("-qj"), path("s.xlsx"), path("p.png")});
        QStringList paths;
        for (const QString &name : names)
            paths += m_folder->filePath(name);

        Dragging drag(*m_window, filesData(paths));
        if (where == QLatin1String("window"))
            drag.to(m_window.get(), m_window->rect().center());
        else
            drag.toRow(where == QLatin1String("database")
                           ? row(session)
                           : row(session, where == QLatin1String("view") ? "cheap" : "items"));
        const QString text = drag.said();
        QVERIFY2(text.startsWith(said), qPrintable(text));
        const bool isRefused = text.contains(QLatin1String("annot"));
        QCOMPARE(drag.drop(), !isRefused);
    }

    void severalFilesAreOneImportAndOneUndo()
    {
        Session *session = open(
            "shop.sqlite",
            "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);"
            "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INT NOT NULL REFERENCES customers, total "
            "NUMERIC);"
            "INSERT INTO customers VALUES (1, 'Ada'), (2, 'Grace'); INSERT INTO orders VALUES (10, 1, 5.5);");
        QVERIFY(session);
        const QByteArray before = dumpOf(path("shop.sqlite"));
        // As they come back from people; the order refers to the customer of the other file.
        made("orders (1).csv", "id,customer,total\n10,1,5.50\n11,3,7.25\n");
        made("customers-edited.csv", "id,name\n1,Ada Lovelace\n2,Grace\n3,Alan\n");
        made("notes.csv", "about,text\n1,\"first, of many\"\n");

        Dragging drag(*m_window,
                      filesData({path("orders (1).csv"), path("customers-edited.csv"), path("notes.csv")}));
        drag.toRow(row(session));
        QCOMPARE(drag.said(), QStringLiteral("Import 3 files into shop.sqlite, a table each"));
        QVERIFY(drag.drop());
        auto *dialog = awaitDialog<TransferDialog>(*m_window);
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->goButton()->isEnabled(), kPatienceMs);
        QCOMPARE(cell(*dialog, 0, TransferModel::TargetColumn), QStringLiteral("orders"));
        QCOMPARE(cell(*dialog, 1, TransferModel::TargetColumn), QStringLiteral("customers"));
        QCOMPARE(cell(*dialog, 2, TransferModel::TargetColumn), QStringLiteral("notes"));
        QCOMPARE(cell(*dialog, 2, TransferModel::OutcomeColumn), QStringLiteral("new table"));
        // Two into one are refused, with the reason, until that is mended.
        QAbstractItemModel *model = tablesOf(*dialog).model();
        const QModelIndex third = model->index(2, TransferModel::TargetColumn);
        QVERIFY(model->setData(third, QStringLiteral("orders")));
        QVERIFY(!dialog->goButton()->isEnabled());
        QCOMPARE(cell(*dialog, 2, TransferModel::OutcomeColumn),
                 QStringLiteral("orders (1).csv goes into orders, too"));
        QVERIFY(model->setData(third, QStringLiteral("notes")));
        PreviewPage *page = accept(*m_window, *dialog);
        QVERIFY2(page, qPrintable(messageOf(*m_window)));
        QTRY_VERIFY(applyButton(*page)->text().contains(QStringLiteral("Apply 4 changes")));
        QCOMPARE(dumpOf(path("shop.sqlite")), before);
        apply(*m_window, *page, "Applied to");
        QCOMPARE(sqlite(path("shop.sqlite"),
                        QStringLiteral("SELECT * FROM customers; SELECT * FROM orders; SELECT * FROM notes")),
                 QByteArray("1|Ada Lovelace\n2|Grace\n3|Alan\n10|1|5.5\n11|3|7.25\n1|first, of many\n"));
        undoBesideTheMessage(*m_window);
        QCOMPARE(dumpOf(path("shop.sqlite")), before);
    }

    void filesOfAFolderAndAZipGoIntoTheirTables_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("folder") << QStringLiteral("folder");
        QTest::newRow("zip") << QStringLiteral("files.zip");
    }
    void filesOfAFolderAndAZipGoIntoTheirTables()
    {
        QFETCH(const QString, name);
        Session *session = open("shop.sqlite", "CREATE TABLE a (id INTEGER PRIMARY KEY, v TEXT)");
        QVERIFY(session && QDir(m_folder->path()).mkpath(QStringLiteral("folder")));
        made("folder/a.csv", "id,v\n1,x\n");
        made("folder/b.csv", "id,v\n2,y\n");
        run(QStringLiteral("zip"),
            {QStringLiteral("-qj"), path("files.zip"), path("folder/a.csv"), path("folder/b.csv")});
        Dragging drag(*m_window, filesData({m_folder->filePath(name)}));
        drag.toRow(row(session));
        drag.said();
        QVERIFY(drag.drop());
        auto *dialog = awaitDialog<TransferDialog>(*m_window);
        QVERIFY(dialog);
        PreviewPage *page = accept(*m_window, *dialog);
        QVERIFY2(page, qPrintable(messageOf(*m_window)));
        apply(*m_window, *page, "Applied to");
        QCOMPARE(sqlite(path("shop.sqlite"), QStringLiteral("SELECT * FROM a; SELECT * FROM b")),
                 QByteArray("1|x\n2|y\n"));
    }

    void filesForOneTableComeOneAfterAnotherAndCancelEndsThem()
    {
        Session *session = open("shop.sqlite", "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT)");
        QVERIFY(session);
        const QStringList files{made("one.csv", "id,v\n1,a\n"), made("two.csv", "id,v\n2,b\n"),
                                made("three.csv", "id,v\n3,c\n")};
        Dragging drag(*m_window, filesData(files));
        drag.toRow(row(session, "t"));
        QCOMPARE(drag.said(),
                 QStringLiteral("Import 3 files into table t of shop.sqlite, one after the other"));
        QVERIFY(drag.drop());
        for (int i = 0; i < 2; ++i) {
            ImportWizard *wizard = nullptr;
            QTRY_VERIFY_WITH_TIMEOUT((wizard = awaitDialog<ImportWizard>(*m_window)) != nullptr
                                         && wizard->plan().source.path == files[i],
                                     kPatienceMs);
            QCOMPARE(wizard->plan().table, QStringLiteral("t"));
            QCOMPARE(m_window->findChildren<ImportWizard *>().size() <= 2, true);
            if (i == 0)
                QVERIFY(finish(*wizard));
            else
                wizard->reject();
        }
        QTRY_COMPARE(messageOf(*m_window),
                     QStringLiteral("One more was dropped; it was left alone, because you cancelled."));
        QCOMPARE(sqlite(path("shop.sqlite"), QStringLiteral("SELECT count(*) FROM t")), QByteArray("0\n"));
    }

    void tablesGoFromOneDatabaseToAnotherAndBack()
    {
        Session *from = open(
            "from.sqlite",
            "CREATE TABLE a (id INTEGER PRIMARY KEY, v TEXT); CREATE TABLE b (id INTEGER PRIMARY KEY, a INT "
            "REFERENCES a, price DECIMAL(10,2)); CREATE TABLE c (x);"
            "INSERT INTO a VALUES (1,'one'),(2,'two'); INSERT INTO b VALUES (5,1,'12.30'); INSERT INTO c "
            "VALUES (9);");
        Session *to = open("to.sqlite",
                           "CREATE TABLE a (id INTEGER PRIMARY KEY, v TEXT); INSERT INTO a VALUES (1,'old'),"
                           "(7,'own');");
        QVERIFY(from && to);
        const QByteArray before = dumpOf(path("to.sqlite"));
        BrowseTree &tree = m_window->tree();
        tree.select(from, {QStringLiteral("main"), QStringLiteral("a")});
        tree.selectionModel()->select(row(from, "b"), QItemSelectionModel::Select);
        const auto tables = tree.selectedTables();
        QVERIFY(tables && tables->tables == QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        Dragging drag(*m_window, tablesData(*tables));
        QVERIFY(!drag.toRow(row(from)));
        QCOMPARE(drag.said(), QStringLiteral("Cannot: the tables are in from.sqlite already"));
        QVERIFY(drag.toRow(row(to)));
        QCOMPARE(drag.said(), QStringLiteral("Copy 2 tables to to.sqlite (preview first)"));
        QVERIFY(drag.drop());
        auto *dialog = awaitDialog<TransferDialog>(*m_window);
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->goButton()->isEnabled(), kPatienceMs);
        QCOMPARE(cell(*dialog, 2, TransferModel::OutcomeColumn), QStringLiteral("left out"));
        PreviewPage *page = accept(*m_window, *dialog);
        QVERIFY2(page, qPrintable(messageOf(*m_window)));
        QCOMPARE(dumpOf(path("to.sqlite")), before);
        apply(*m_window, *page, "Applied to");
        QCOMPARE(sqlite(path("to.sqlite"),
                        QStringLiteral("SELECT * FROM a; SELECT id, a, price FROM b; SELECT count(*) FROM "
                                       "sqlite_master WHERE name = 'c'")),
                 QByteArray("1|one\n2|two\n7|own\n5|1|12.3\n0\n"));
        undoBesideTheMessage(*m_window);
        QCOMPARE(dumpOf(path("to.sqlite")), before);
    }

    void aTableOnATableGoesIntoThatOne()
    {
        Session *from = open("from.sqlite",
                             "CREATE TABLE a (id INTEGER PRIMARY KEY, v TEXT); INSERT INTO a VALUES (1,'x')");
        Session *to = open("to.sqlite", "CREATE TABLE kept (id INTEGER PRIMARY KEY, v TEXT)");
        QVERIFY(from && to);
        m_window->tree().select(from, {QStringLiteral("main"), QStringLiteral("a")});
        Dragging drag(*m_window, tablesData(*m_window->tree().selectedTables()));
        QVERIFY(drag.toRow(row(to, "kept")));
        QCOMPARE(drag.said(),
                 QStringLiteral("Copy the rows of table a into table kept of to.sqlite (preview first)"));
        QVERIFY(drag.drop());
        auto *dialog = awaitDialog<TransferDialog>(*m_window);
        QVERIFY(dialog);
        PreviewPage *page = accept(*m_window, *dialog);
        QVERIFY2(page, qPrintable(messageOf(*m_window)));
        apply(*m_window, *page, "Applied to");
        QCOMPARE(sqlite(path("to.sqlite"), QStringLiteral("SELECT * FROM kept")), QByteArray("1|x\n"));
    }

    void copyAndPasteInTheTreeAreTheSameAsADrop()
    {
        Session *from = open("from.sqlite",
                             "CREATE TABLE a (id INTEGER PRIMARY KEY, v TEXT); INSERT INTO a VALUES (1,'x')");
        Session *to = open("to.sqlite", "CREATE TABLE other (x)");
        QVERIFY(from && to);
        BrowseTree &tree = m_window->tree();
        tree.setFocus();
        tree.select(from, {QStringLiteral("main"), QStringLiteral("a")});
        QTest::keySequence(&tree, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a"));
        tree.select(to, {});
        QTest::keySequence(&tree, QKeySequence::Paste);
        auto *dialog = awaitDialog<TransferDialog>(*m_window);
        QVERIFY(dialog);
        PreviewPage *page = accept(*m_window, *dialog);
        QVERIFY2(page, qPrintable(messageOf(*m_window)));
        apply(*m_window, *page, "Applied to");
        QCOMPARE(sqlite(path("to.sqlite"), QStringLiteral("SELECT * FROM a")), QByteArray("1|x\n"));
        // Files that were copied in a file manager, too.
        made("more.csv", "id,v\n2,y\n");
        QGuiApplication::clipboard()->setMimeData(filesData({path("more.csv")}).release());
        QTRY_VERIFY_WITH_TIMEOUT(row(to, "a").isValid(), kPatienceMs);
        tree.select(to, {QStringLiteral("main"), QStringLiteral("a")});
        QTest::keySequence(&tree, QKeySequence::Paste);
        auto *wizard = awaitDialog<ImportWizard>(*m_window);
        QVERIFY(wizard);
        QCOMPARE(wizard->plan().table, QStringLiteral("a"));
    }

    void anInterruptedImportOfSeveralFilesIsWrittenDownWhole()
    {
        ImportPlan plan;
        plan.source.files = QStringList{path("a.csv"), path("b.csv")};
        plan.source.path = m_folder->path();
        plan.target = {QStringLiteral("sqlite"), path("shop.sqlite"), {}};
        plan.schema = QStringLiteral("archive");
        const Result<SavedJob> read =
            savedJobFromJson(savedJobToJson(SavedJob{QStringLiteral("interrupted"), plan}));
        QVERIFY2(read.isOk(), read.isOk() ? "" : qPrintable(read.error().toString()));
        QCOMPARE(read->importPlan()->source.files, plan.source.files);
        QCOMPARE(read->importPlan()->schema, plan.schema);
    }

    void tablesDraggedOutAreAFileForOtherPrograms()
    {
        Session *session = open(
            "shop.sqlite",
            "CREATE TABLE a (id INTEGER PRIMARY KEY, v TEXT); INSERT INTO a VALUES (1,'x,y'),(2,NULL);"
            "CREATE TABLE \"b/c\" (n INT); INSERT INTO \"b/c\" VALUES (7); CREATE TABLE large (n INT);"
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100001) INSERT INTO "
            "large SELECT i FROM n;");
        QVERIFY(session);
        const auto dragged = [&](const QStringList &tables) {
            return m_window->dragOut().dataFor({session->database(), tables, false});
        };
        auto one = dragged({QStringLiteral("a")});
        QVERIFY(one->hasUrls() && galley::localPaths(*one).isEmpty()); // no file for this window itself
        m_window->dragOut().prepare();
        QTRY_VERIFY_WITH_TIMEOUT(one->urls().size() == 1, kPatienceMs);
        const QString csv = one->urls().front().toLocalFile();
        QCOMPARE(QFileInfo(csv).fileName(), QStringLiteral("a.csv"));
        QCOMPARE(bytesOf(csv), QByteArray("id,v\n1,\"x,y\"\n2,\n"));
        const auto odd = dragged({QStringLiteral("b/c")});
        QTRY_COMPARE_WITH_TIMEOUT(odd->urls().size(), 1, kPatienceMs);
        QCOMPARE(odd->urls().front().fileName(), QStringLiteral("b_c.csv"));
        auto both = dragged({QStringLiteral("a"), QStringLiteral("b/c")});
        QTRY_COMPARE_WITH_TIMEOUT(both->urls().size(), 1, kPatienceMs);
        const QString zip = both->urls().front().toLocalFile();
        QCOMPARE(QFileInfo(zip).fileName(), QStringLiteral("shop.zip"));
        QCOMPARE(QProcess::execute(QStringLiteral("unzip"), {QStringLiteral("-tqq"), zip}), 0);
        // Too large for a file at once: names only.
        QVERIFY(!dragged({QStringLiteral("a"), QStringLiteral("large")})->hasUrls());
        one.reset(); // the drag has ended
        both.reset();
        QVERIFY(QFile::exists(csv) && QFile::exists(zip));
        m_window.reset();
        QVERIFY(!QFile::exists(csv) && !QFile::exists(zip));
    }

    void nothingIsCopiedIntoAReadOnlyConnection()
    {
        Session *from = open("from.sqlite", "CREATE TABLE a (x)");
        Session *to = open("to.sqlite", "CREATE TABLE b (x)");
        QVERIFY(from && to);
        saveReadOnly("live", to);
        to = nullptr;
        for (Session *session : m_window->catalog().sessions()) {
            if (session->database().connection == QLatin1String("live"))
                to = session;
        }
        QVERIFY(to);
        m_window->tree().select(from, {QStringLiteral("main"), QStringLiteral("a")});
        Dragging drag(*m_window, tablesData(*m_window->tree().selectedTables()));
        QVERIFY(!drag.toRow(row(to)));
        QCOMPARE(drag.said(), QStringLiteral("Cannot copy to live: the connection is read-only"));
        QVERIFY(!drag.drop());
        // Pasting is refused in the bar: there is no pointer to stand beside.
        QGuiApplication::clipboard()->setMimeData(tablesData(*m_window->tree().selectedTables()).release());
        m_window->tree().select(to, {});
        QTest::keySequence(&m_window->tree(), QKeySequence::Paste);
        QTRY_COMPARE(messageOf(*m_window),
                     QStringLiteral("Cannot copy to live: the connection is read-only"));
        // A file is compared, and it is said that no more comes of it.
        Dragging file(*m_window, filesData({made("b.csv", "x\n1\n")}));
        file.toRow(row(to));
        QCOMPARE(file.said(),
                 QStringLiteral("Import b.csv into live\nlive is read-only: the files are only compared"));
    }

    void tablesOfADatabaseThatIsNotOpenAreRefused()
    {
        sqlite(path("hidden.sqlite"), QStringLiteral("CREATE TABLE secret (x)"));
        Session *to = open("to.sqlite", "CREATE TABLE b (x)");
        QVERIFY(to);
        DraggedTables tables{
            {QStringLiteral("sqlite"), path("hidden.sqlite"), {}}, {QStringLiteral("secret")}, false};
        Dragging drag(*m_window, tablesData(tables));
        QVERIFY(!drag.toRow(row(to)));
        QCOMPARE(drag.said(), QStringLiteral("Open hidden.sqlite in this window first"));
    }

    void whatIsFoldedUnfoldsUnderAHeldPointerAndTheSelectionStays()
    {
        Session *from = open("from.sqlite", "CREATE TABLE a (x)");
        Session *to = open("to.sqlite", "CREATE TABLE b (x)");
        QVERIFY(from && to);
        BrowseTree &tree = m_window->tree();
        tree.select(from, {QStringLiteral("main"), QStringLiteral("a")});
        const QModelIndex current = tree.currentIndex();
        tree.collapse(m_window->catalog().indexOf(to));
        Dragging drag(*m_window, tablesData(*tree.selectedTables()));
        QVERIFY(drag.toRow(m_window->catalog().indexOf(to)));
        QTRY_VERIFY(tree.isExpanded(m_window->catalog().indexOf(to)));
        QCOMPARE(tree.currentIndex(), current);
    }

    void aWholeDatabaseIsComparedWithAnother()
    {
        Session *left = open("left.sqlite",
                             "CREATE TABLE a (id INTEGER PRIMARY KEY, v TEXT); INSERT INTO a VALUES (1,'x'),"
                             "(2,'same'),(3,'only left')");
        Session *right = open("right.sqlite",
                              "CREATE TABLE a (id INTEGER PRIMARY KEY, v TEXT); INSERT INTO a VALUES (1,'y'),"
                              "(2,'same'),(4,'only right')");
        QVERIFY(left && right);
        const QByteArray before = dumpOf(path("right.sqlite"));
        Q_EMIT m_window->tree().compareRequested(left);
        auto *dialog = awaitDialog<TransferDialog>(*m_window);
        QVERIFY(dialog);
        PreviewPage *page = accept(*m_window, *dialog);
        QVERIFY2(page, qPrintable(messageOf(*m_window)));
        auto *sentence = childNamed<QLabel>(*page, QStringLiteral("What will happen"));
        QTRY_COMPARE(sentence->text(),
                     QStringLiteral("Rows only in left.sqlite: 1, different: 1, only in right.sqlite: 1."));
        QVERIFY(!applyButton(*page)->isVisible());
        QCOMPARE(dumpOf(path("right.sqlite")), before);
    }
};

QTEST_MAIN(TestDrops)
#include "tst_drops.moc"
