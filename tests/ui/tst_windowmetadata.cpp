// SPDX-License-Identifier: MIT
//
// What is known about tables, in the window: the metadata catalogue of a database, and OpenMetadata's data
// dictionary into the comments of a server. And how rows are counted before an export.
#include "models/tablecounts.h"
#include "tests/support/servers.h"
#include "tests/ui/windowtest.h"
#include "ui/transfers.h"
#include "workers/jobs/sampledatabase.h"

#include <QAction>
#include <QMenuBar>
#include <QTableWidget>

using namespace galley;
using namespace galley::test;

class TestWindowMetadata : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<MainWindow> m_window;

    QString path(const char *name) const { return m_home->filePath(QString::fromLatin1(name)); }
    QAction *menuAction(const QString &text) const
    {
        for (QAction *action : m_window->findChildren<QAction *>()) {
            if (action->text().remove(QLatin1Char('&')) == text)
                return action;
        }
        return nullptr;
    }
    /// The dictionary as OpenMetadata's CSV, with one text in place of another.
    bool exportDictionary(const DatabaseRef &database, const QByteArray &was, const QByteArray &is) const
    {
        ExportPlan plan;
        plan.source = database;
        plan.bundle = QStringLiteral("openmetadata");
        plan.destination = path("dictionary.csv");
        plan.overwrite = true;
        JobContext context;
        if (const auto done = makeExportJob(plan)->run(context); !done) {
            qWarning("%s", qPrintable(done.error().toString()));
            return false;
        }
        QByteArray text = bytesOf(plan.destination);
        if (!text.contains(was)) {
            qWarning("%s", text.constData());
            return false;
        }
        return writeFile(plan.destination, text.replace(text.indexOf(was), was.size(), is));
    }
    PreviewPage *previewByDrop(const Session *session, const TableName &table)
    {
        const int tabs = m_window->tabs().count();
        if (!dropOnTable(*m_window, session, table, {path("dictionary.csv")}))
            return nullptr;
        auto *wizard = awaitDialog<ImportWizard>(*m_window);
        return wizard != nullptr && finish(*wizard) ? awaitPreview(*m_window, tabs) : nullptr;
    }
    void applyOne(const PreviewPage &page)
    {
        QTRY_COMPARE_WITH_TIMEOUT(applyButton(page)->text(), QStringLiteral("&Apply 1 change"), kPatienceMs);
        QTest::mouseClick(applyButton(page), Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(messageOf(*m_window).startsWith(QStringLiteral("Applied to")),
                                  qPrintable(messageOf(*m_window)), kPatienceMs);
    }
    Session *openServer(const TestServer &server, const char *database)
    {
        Result<DatabaseRef> found = parseDatabaseRef(server.url(QString::fromLatin1(database)));
        if (!found)
            return nullptr;
        SavedConnection saved;
        saved.name = QStringLiteral("shop");
        saved.database = *found;
        if (!m_window->book().save(saved, {}))
            return nullptr;
        Session *session = m_window->catalog().sessions().front();
        session->open();
        return QTest::qWaitFor([&] { return session->state() == Session::State::Open; }, kPatienceMs)
            ? session
            : nullptr;
    }
    QStringList shownRows(const ExportWizard &wizard) const
    {
        const auto *tables = childNamed<QTableWidget>(wizard, QStringLiteral("Tables to export"));
        QStringList out;
        for (int row = 0; row < tables->rowCount(); ++row)
            out += tables->item(row, 0)->text() + QLatin1Char(' ') + tables->item(row, 1)->text();
        return out;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("GALLEY_HOME", m_home->filePath(QStringLiteral("home")).toUtf8());
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1200, 800);
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_home.reset();
    }

    void theMetadataCatalogueOpensFromTheMenuAndTakesADictionary()
    {
        QVERIFY(makeSampleDatabase(path("shop.sqlite")).isOk());
        const QByteArray before = dumpOf(path("shop.sqlite"));
        QAction *action = menuAction(QStringLiteral("Its metadata catalogue"));
        QVERIFY(action && !action->isEnabled());
        Session *shop = openAndCount(*m_window, path("shop.sqlite"));
        QVERIFY(shop && action->isEnabled());
        m_window->tree().select(shop, {});
        action->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->catalog().sessions().size(), size_t(2), kPatienceMs);
        Session *metadata = m_window->catalog().sessions().back();
        QTRY_COMPARE_WITH_TIMEOUT(metadata->state(), Session::State::Open, kPatienceMs);
        QCOMPARE(m_window->catalog().indexOf(metadata).data().toString(),
                 QStringLiteral("Metadata of shop.sqlite"));

        QVERIFY(exportDictionary(shop->database(), "\r\ncategories,,,", "\r\ncategories,,What we sell,"));
        PreviewPage *preview = previewByDrop(metadata, {QStringLiteral("main"), QStringLiteral("metadata")});
        QVERIFY2(preview, qPrintable(messageOf(*m_window)));
        applyOne(*preview);
        QCOMPARE(sqlite(metadata->database().location,
                        QStringLiteral("SELECT name FROM metadata WHERE description = 'What we sell'")),
                 QByteArray("categories\n"));
        QCOMPARE(dumpOf(path("shop.sqlite")), before);
        // Asked for again it is the same one.
        m_window->tree().select(shop, {});
        action->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->tree().currentSession(), metadata, kPatienceMs);
        QCOMPARE(m_window->catalog().sessions().size(), size_t(2));
    }

    void aDictionaryGoesIntoTheCommentsOfAServer()
    {
        const TestServer server(QStringLiteral("postgres"));
        if (!server.isThere())
            QSKIP(qPrintable(server.problem()));
        server.makeDatabase(QStringLiteral("dictionary"));
        const auto ask = [&](const char *sql) { return server.sql(QStringLiteral("dictionary"), sql); };
        ask("CREATE TABLE album(id int PRIMARY KEY, title text); COMMENT ON TABLE album IS 'Records';"
            "COMMENT ON COLUMN album.title IS 'Name'");
        Session *session = openServer(server, "dictionary");
        QVERIFY(session);
        QVERIFY(exportDictionary(session->database(), "\r\nalbum,,Records,", "\r\nalbum,,All of them,"));
        Q_EMIT m_window->tree().commentsRequested(session);
        QCOMPARE(m_window->catalog().sessions().size(), size_t(2));
        Session *comments = m_window->catalog().sessions().back();
        QTRY_COMPARE_WITH_TIMEOUT(comments->state(), Session::State::Open, kPatienceMs);
        PreviewPage *preview = previewByDrop(comments, comments->catalog()->tables.front().shape.name);
        QVERIFY2(preview, qPrintable(messageOf(*m_window)));
        applyOne(*preview);
        QCOMPARE(ask("SELECT obj_description('album'::regclass), col_description('album'::regclass, 2)"),
                 QByteArray("All of them|Name\n"));
    }

    void everyTableOfAFileIsCountedInTheBackground()
    {
        QVERIFY(makeSampleDatabase(path("shop.sqlite")).isOk());
        ExportPlan plan;
        plan.source = {QStringLiteral("sqlite"), path("shop.sqlite"), {}};
        ExportWizard wizard(plan);
        wizard.show();
        const QByteArray count = sqlite(path("shop.sqlite"), QStringLiteral("SELECT count(*) FROM orders"));
        const QString wanted = QStringLiteral("orders ") + QLocale().toString(count.trimmed().toLongLong());
        QTRY_VERIFY2_WITH_TIMEOUT(shownRows(wizard).contains(wanted),
                                  qPrintable(shownRows(wizard).join(QLatin1Char('|'))), kPatienceMs);
        QVERIFY(goToStep(wizard, 1)); // counted or not, one can go on
    }

    void aServerIsNotMadeToReadALargeTableForACount()
    {
        const TestServer server(QStringLiteral("postgres"));
        if (!server.isThere())
            QSKIP(qPrintable(server.problem()));
        server.makeDatabase(QStringLiteral("counting"));
        server.sql(QStringLiteral("counting"),
                   "CREATE TABLE large(id int); INSERT INTO large SELECT generate_series(1, 25000);"
                   "CREATE TABLE small(id int); INSERT INTO small SELECT generate_series(1, 12);"
                   "CREATE TABLE fresh(id int); INSERT INTO fresh SELECT generate_series(1, 20000);");
        server.sql(QStringLiteral("counting"), "ANALYZE large");
        Result<DatabaseRef> database = parseDatabaseRef(server.url(QStringLiteral("counting")));
        QVERIFY(database);
        ExportPlan plan;
        plan.source = *database;
        ExportWizard wizard(plan);
        wizard.show();
        QTRY_VERIFY2_WITH_TIMEOUT(
            shownRows(wizard).contains(QStringLiteral("public.small 12"))
                && shownRows(wizard).contains(QStringLiteral("public.fresh not counted")),
            qPrintable(shownRows(wizard).join(QLatin1Char('|'))), kPatienceMs);
        QVERIFY2(
            shownRows(wizard).contains(QStringLiteral("public.large about ") + QLocale().toString(25000)),
            qPrintable(shownRows(wizard).join(QLatin1Char('|'))));
    }

    void whatIsNotCountedIsSaidSo()
    {
        TableInfo table;
        table.shape.name = {QStringLiteral("s"), QStringLiteral("t")};
        TableCounts counts;
        QCOMPARE(rowsText(knownRows(table, counts), true), QStringLiteral("…"));
        QCOMPARE(rowsText(knownRows(table, counts), false), QStringLiteral("not counted"));
        table.approximateRows = 7;
        QCOMPARE(rowsText(knownRows(table, counts), false), QStringLiteral("about 7"));
        counts.set(table.shape.name, 9);
        QCOMPARE(rowsText(knownRows(table, counts), false), QStringLiteral("9"));
    }
};

QTEST_MAIN(TestWindowMetadata)
#include "tst_windowmetadata.moc"
