// SPDX-License-Identifier: MIT
//
// Web servers in the window, against servers on loopback that keep to what is known of theirs: saved,
// browsed, exported from, previewed with the server's dry run and sent to. And the comments of a database as
// a table.
#include "tests/support/httpserver.h"
#include "tests/support/servers.h"
#include "tests/ui/windowtest.h"
#include "ui/preview/previewpage.h"
#include "ui/servers/serverdialog.h"
#include "ui/servers/serverimportpage.h"
#include "ui/servers/serverpage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QTreeView>
#include <QUrlQuery>

using namespace galley;
using namespace galley::test;

namespace {

const QByteArray kHeader = "name*,displayName,description,owner,tags,glossaryTerms,tiers,certification,"
                           "retentionPeriod,sourceUrl,domains,extension";

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

HttpAnswer refused(int status, const char *message)
{
    return {status, json({{QStringLiteral("message"), QString::fromUtf8(message)}})};
}

/// A service "svc" with a database "shop", whose schemas are the rows.
class MetadataFake
{
public:
    HttpAnswer answer(const HttpCall &call)
    {
        const QMutexLocker lock(&m_mutex);
        if (call.headers.value("authorization") != "Bearer secret.jwt")
            return refused(401, "Not Authorized! Token not present");
        const QByteArray path = call.path;
        if (path == "/api/v1/services/databaseServices")
            return list({"svc"});
        if (path == "/api/v1/databases")
            return list({"svc.shop"});
        if (path == "/api/v1/databaseSchemas")
            return list({"svc.shop.public", "svc.shop.hr"});
        if (path == "/api/v1/tables")
            return list({"svc.shop.public.customers"});
        const QByteArray shop = "/api/v1/databases/name/svc.shop/";
        if (path == shop + "export")
            return {200, exported(), "text/plain; charset=UTF-8"};
        if (path == shop + "import")
            return imported(call);
        return refused(404, "instance not found");
    }
    QByteArray row(const QByteArray &name) const
    {
        const QMutexLocker lock(&m_mutex);
        return m_rows.value(name);
    }
    int imports() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_imports;
    }
    bool isRefusing = false; ///< of the rows of "hr"

private:
    static HttpAnswer list(const QByteArrayList &names)
    {
        QJsonArray data;
        for (const QByteArray &name : names)
            data.append(QJsonObject{
                {QStringLiteral("fullyQualifiedName"), QString::fromUtf8(name)},
                {QStringLiteral("description"), QStringLiteral("About ") + QString::fromUtf8(name)}});
        return {200, json({{QStringLiteral("data"), data}, {QStringLiteral("paging"), QJsonObject()}})};
    }
    QByteArray exported() const { return kHeader + "\r\n" + m_rows.values().join("\r\n") + "\r\n"; }
    HttpAnswer imported(const HttpCall &call)
    {
        const bool isDryRun =
            QUrlQuery(call.url).queryItemValue(QStringLiteral("dryRun")) != QLatin1String("false");
        m_imports += isDryRun ? 0 : 1;
        QByteArray csv = "status,details," + kHeader + "\r\n";
        int all = 1;
        int failed = 0;
        QByteArrayList lines = call.body.split('\n');
        lines.removeFirst();
        for (const QByteArray &each : lines) {
            const QByteArray line = each.trimmed();
            if (line.isEmpty())
                continue;
            ++all;
            if (isRefusing && line.startsWith("hr,")) {
                ++failed;
                csv += "failure,#INVALID_FIELD: Field 4 error," + line + "\r\n";
                continue;
            }
            csv += "success,Entity updated," + line + "\r\n";
            if (!isDryRun)
                m_rows.insert(line.split(',').first(), line);
        }
        return {200,
                json({{QStringLiteral("dryRun"), isDryRun},
                      {QStringLiteral("status"),
                       failed == 0 ? QStringLiteral("success") : QStringLiteral("partialSuccess")},
                      {QStringLiteral("numberOfRowsProcessed"), all},
                      {QStringLiteral("numberOfRowsPassed"), all - failed},
                      {QStringLiteral("numberOfRowsFailed"), failed},
                      {QStringLiteral("importResultsCsv"), QString::fromUtf8(csv)}})};
    }

    mutable QMutex m_mutex;
    QMap<QByteArray, QByteArray> m_rows = {{"hr", "hr,,People,,,,,,,,,"},
                                           {"public", "public,Public,All of it,,,,,,,,,"}};
    int m_imports = 0;
};

/// Has rules of one dataset; takes INSERTs as they come.
class PayloadFake
{
public:
    HttpAnswer answer(const HttpCall &call)
    {
        const QMutexLocker lock(&m_mutex);
        if (call.headers.value("authorization") != "Bearer secret.jwt")
            return refused(401, "Unauthorized");
        if (call.path == "/v2/db-export")
            return {200, QJsonDocument(m_entries).toJson(QJsonDocument::Compact)};
        if (call.path != "/v2/db-import" || call.method != "POST")
            return refused(404, "Not Found");
        for (const QJsonValue &entry : QJsonDocument::fromJson(call.body).array()) {
            if (m_takes-- == 0)
                return refused(500, "could not execute statement");
            m_entries.append(entry);
        }
        return {200, "{}"};
    }
    /// Fails behind that many statements, which it keeps.
    void failBehind(int statements)
    {
        const QMutexLocker lock(&m_mutex);
        m_takes = statements;
    }
    QByteArray entries() const
    {
        const QMutexLocker lock(&m_mutex);
        return QJsonDocument(m_entries).toJson(QJsonDocument::Compact);
    }

    static QString rule(const char *name)
    {
        return QStringLiteral("INSERT INTO public.owl_rule(dataset,rule_nm) VALUES ('sales','%1');")
            .arg(QString::fromLatin1(name));
    }

private:
    mutable QMutex m_mutex;
    QJsonArray m_entries = {rule("old")};
    int m_takes = -1;
};

} // namespace

class TestWindowWithWebServers : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<MainWindow> m_window;

    QString path(const char *name) const { return m_home->filePath(QString::fromLatin1(name)); }

    /// Saves it in the dialog, which opens its page.
    void save(const char *engine, const QString &address, bool isTested, bool isReadOnly = false)
    {
        m_window->newConnection();
        auto *dialog = awaitDialog<ConnectionDialog>(*m_window);
        QVERIFY(dialog);
        choose(childNamed<QComboBox>(*dialog, QStringLiteral("Engine")), QString::fromLatin1(engine));
        type(childNamed<QLineEdit>(*dialog, QStringLiteral("Name")), QStringLiteral("web"));
        type(field(*dialog, "address"), address);
        auto *token = childNamed<QLineEdit>(*dialog, QStringLiteral("Password"));
        QCOMPARE(button(*dialog, QStringLiteral("Test"))->isVisible(), isTested);
        if (isTested) {
            type(token, QStringLiteral("wrong"));
            QVERIFY2(testResult(*dialog).contains(QStringLiteral("does not accept the token")),
                     qPrintable(resultOf(*dialog)));
        }
        type(token, QStringLiteral("secret.jwt"));
        if (isTested)
            QVERIFY2(testResult(*dialog).startsWith(QStringLiteral("It works: OpenMetadata, 1 service")),
                     qPrintable(resultOf(*dialog)));
        for (QCheckBox *box : dialog->findChildren<QCheckBox *>()) {
            if (isReadOnly && box->text().startsWith(QStringLiteral("&Read-only")))
                box->click();
        }
        QTest::mouseClick(button(*dialog, QStringLiteral("Save")), Qt::LeftButton);
        QTRY_VERIFY(page());
    }
    ServerPage *page() const { return m_window->findChild<ServerPage *>(); }
    /// Down to the entity that is so called.
    bool openTo(const QStringList &names)
    {
        QAbstractItemModel *model = page()->tree()->model();
        QModelIndex at;
        for (const QString &name : names) {
            if (model->canFetchMore(at))
                model->fetchMore(at);
            QModelIndex found;
            const auto isFound = [&] {
                for (int row = 0; row < model->rowCount(at); ++row) {
                    if (model->index(row, 0, at).data().toString() == name)
                        found = model->index(row, 0, at);
                }
                return found.isValid();
            };
            if (!QTest::qWaitFor(isFound, kPatienceMs))
                return false;
            at = found;
            page()->tree()->setCurrentIndex(at);
            page()->tree()->expand(at);
        }
        return true;
    }
    ServerDialog *ask(const char *buttonName, const QString &file)
    {
        QTest::mouseClick(page()->findChild<QPushButton *>(QString::fromLatin1(buttonName)), Qt::LeftButton);
        auto *dialog = awaitDialog<ServerDialog>(*m_window);
        if (dialog != nullptr)
            dialog->setFile(file);
        return dialog;
    }
    ServerImportPage *previewOf(const QString &file)
    {
        ServerDialog *dialog = ask("importButton", file);
        if (dialog == nullptr || !dialog->goButton()->isEnabled())
            return nullptr;
        QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
        const auto made = [&] { return m_window->findChild<ServerImportPage *>(); };
        const bool isThere = QTest::qWaitFor(
            [&] { return made() != nullptr && !made()->preview().changedTables().empty(); }, kPatienceMs);
        return isThere ? made() : nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("GALLEY_HOME", m_home->filePath(QStringLiteral("home")).toUtf8());
        m_window = std::make_unique<MainWindow>();
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void openMetadataIsBrowsedExportedAndImported()
    {
        MetadataFake fake;
        const HttpServer http([&](const HttpCall &call) { return fake.answer(call); });
        save("openmetadata", QStringLiteral("http://127.0.0.1:%1/api").arg(http.port()), true);
        if (QTest::currentTestFailed())
            return;
        auto *out = page()->findChild<QPushButton *>(QStringLiteral("exportButton"));
        QVERIFY(!out->isEnabled()); // not the whole server
        QVERIFY(openTo({QStringLiteral("svc"), QStringLiteral("shop"), QStringLiteral("public"),
                        QStringLiteral("customers")}));
        QVERIFY(page()->address().endsWith(QStringLiteral("/v1/tables/name/svc.shop.public.customers")));
        QVERIFY(openTo({QStringLiteral("svc"), QStringLiteral("shop")}));

        const QString csv = path("shop.csv");
        ServerDialog *dialog = ask("exportButton", csv);
        QVERIFY(dialog);
        QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(csv), kPatienceMs);
        QVERIFY(bytesOf(csv).startsWith(kHeader));
        QVERIFY(writeFile(csv, bytesOf(csv).replace("People", "Our people").replace("All of it", "All")));

        fake.isRefusing = true;
        ServerImportPage *shown = previewOf(csv);
        QVERIFY2(shown, qPrintable(messageOf(*m_window)));
        QTRY_COMPARE(applyButton(shown->preview())->text(), QStringLiteral("&Apply 2 changes"));
        auto *answer = childNamed<QTableView>(*shown, QStringLiteral("Rows as the server answers them"));
        QVERIFY(answer && answer->isVisible()); // it comes first where rows are refused
        QCOMPARE(answer->model()->rowCount(), 2);
        QCOMPARE(answer->model()->index(0, 0).data().toString(), QStringLiteral("failure"));
        QVERIFY(answer->model()->index(0, 1).data().toString().contains(QStringLiteral("INVALID_FIELD")));
        QVERIFY(childNamed<QLabel>(*shown, QStringLiteral("What the server says"))
                    ->text()
                    .contains(QStringLiteral("1 failed")));
        applyButton(shown->preview())->click();
        QTRY_VERIFY2_WITH_TIMEOUT(messageOf(*m_window).startsWith(QStringLiteral("Nothing was sent")),
                                  qPrintable(messageOf(*m_window)), kPatienceMs);
        QCOMPARE(fake.imports(), 0);

        fake.isRefusing = false;
        applyButton(shown->preview())->click();
        QTRY_VERIFY2_WITH_TIMEOUT(messageOf(*m_window).startsWith(QStringLiteral("Sent")),
                                  qPrintable(messageOf(*m_window)), kPatienceMs);
        QCOMPARE(fake.imports(), 1);
        QVERIFY(fake.row("hr").contains("Our people"));
        QVERIFY(fake.row("public").contains(",All,"));
        QVERIFY(!applyButton(shown->preview())->isEnabled());
    }

    void aReadOnlyServerIsLookedAtOnly()
    {
        MetadataFake fake;
        const HttpServer http([&](const HttpCall &call) { return fake.answer(call); });
        save("openmetadata", QStringLiteral("http://127.0.0.1:%1/api").arg(http.port()), true, true);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(openTo({QStringLiteral("svc"), QStringLiteral("shop")}));
        QVERIFY(writeFile(path("shop.csv"), "name*,description\nhr,Our people\n"));
        ServerImportPage *shown = previewOf(path("shop.csv"));
        QVERIFY2(shown, qPrintable(messageOf(*m_window)));
        QTRY_VERIFY(applyButton(shown->preview())->toolTip().contains(QStringLiteral("read-only")));
        QVERIFY(!applyButton(shown->preview())->isEnabled());
        Q_EMIT shown->sendRequested();
        QTRY_VERIFY(messageOf(*m_window).contains(QStringLiteral("read-only")));
        QCOMPARE(fake.imports(), 0);
    }

    void collibraPayloadsComeAndGo()
    {
        PayloadFake fake;
        const HttpServer http([&](const HttpCall &call) { return fake.answer(call); });
        save("collibra", QStringLiteral("http://127.0.0.1:%1").arg(http.port()), false);
        if (QTest::currentTestFailed())
            return;
        ServerDialog *dialog = ask("exportButton", path("payload.json"));
        QVERIFY(dialog);
        QVERIFY(!dialog->goButton()->isEnabled()); // which datasets?
        type(field(*dialog, "dataset"), QStringLiteral("sales"));
        QVERIFY(dialog->goButton()->isEnabled());
        QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(QFile::exists(path("payload.json")), qPrintable(messageOf(*m_window)),
                                  kPatienceMs);
        QCOMPARE(bytesOf(path("payload.json")), fake.entries());

        const QJsonArray edited = {PayloadFake::rule("old"), PayloadFake::rule("new")};
        QVERIFY(writeFile(path("payload.json"), QJsonDocument(edited).toJson(QJsonDocument::Compact)));
        ServerImportPage *shown = previewOf(path("payload.json"));
        QVERIFY2(shown, qPrintable(messageOf(*m_window)));
        QTRY_COMPARE(applyButton(shown->preview())->text(), QStringLiteral("&Apply 1 change"));
        QVERIFY(!fake.entries().contains("'new'"));
        QTest::mouseClick(applyButton(shown->preview()), Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(messageOf(*m_window).startsWith(QStringLiteral("Sent")),
                                  qPrintable(messageOf(*m_window)), kPatienceMs);
        QCOMPARE(fake.entries(), QJsonDocument(edited).toJson(QJsonDocument::Compact));
    }

    void aSendThatFailsHalfwayIsNotSaidToHaveChangedNothing()
    {
        PayloadFake fake;
        const HttpServer http([&](const HttpCall &call) { return fake.answer(call); });
        save("collibra", QStringLiteral("http://127.0.0.1:%1").arg(http.port()), false);
        if (QTest::currentTestFailed())
            return;
        const QJsonArray edited = {PayloadFake::rule("first"), PayloadFake::rule("second")};
        QVERIFY(writeFile(path("payload.json"), QJsonDocument(edited).toJson(QJsonDocument::Compact)));
        ServerImportPage *shown = previewOf(path("payload.json"));
        QVERIFY2(shown, qPrintable(messageOf(*m_window)));
        QTRY_VERIFY(applyButton(shown->preview())->isEnabled());
        fake.failBehind(1);
        QTest::mouseClick(applyButton(shown->preview()), Qt::LeftButton);
        const JobsModel &jobs = m_window->jobs();
        const auto state = [&] { return jobs.index(0).data(JobsModel::StateRole).value<JobsModel::State>(); };
        QTRY_COMPARE_WITH_TIMEOUT(state(), JobsModel::State::Failed, kPatienceMs);
        QVERIFY(fake.entries().contains("'first'"));
        QVERIFY(!fake.entries().contains("'second'"));
        const QString said = jobs.index(0).data(JobsModel::DataStateRole).toString();
        QVERIFY2(said.contains(QStringLiteral("no transaction")), qPrintable(said));
    }

    void descriptionsBecomeCommentsOfADatabase()
    {
        const TestServer server(QStringLiteral("postgres"));
        if (!server.isThere())
            QSKIP(qPrintable(server.problem()));
        server.makeDatabase(QStringLiteral("comments"));
        const auto ask = [&](const char *sql) { return server.sql(QStringLiteral("comments"), sql); };
        ask("CREATE TABLE t (id int PRIMARY KEY, v text); COMMENT ON COLUMN t.v IS 'old'");
        Result<DatabaseRef> database = parseDatabaseRef(server.url(QStringLiteral("comments")));
        QVERIFY(database);
        SavedConnection saved;
        saved.name = QStringLiteral("shop");
        saved.database = *database;
        QVERIFY(m_window->book().save(saved, {}));
        Session *session = m_window->catalog().sessions().front();
        session->open();
        QTRY_COMPARE_WITH_TIMEOUT(session->state(), Session::State::Open, kPatienceMs);

        Q_EMIT m_window->tree().commentsRequested(session);
        QCOMPARE(m_window->catalog().sessions().size(), size_t(2));
        Session *comments = m_window->catalog().sessions().back();
        QTRY_COMPARE_WITH_TIMEOUT(comments->state(), Session::State::Open, kPatienceMs);
        QCOMPARE(m_window->catalog().indexOf(comments).data().toString(), QStringLiteral("Comments of shop"));
        QVERIFY(m_window->book().save(saved, saved.name)); // what is saved anew leaves it alone
        QCOMPARE(m_window->catalog().sessions().size(), size_t(2));
        const TableName name = comments->catalog()->tables.front().shape.name;
        TablePage *rows = m_window->openTable(comments, name);
        QTRY_COMPARE_WITH_TIMEOUT(rows->model().rowCount(), 3, kPatienceMs);

        QVERIFY(writeFile(path("words.csv"), "schema,table,column,comment\npublic,t,v,new\npublic,t,,All\n"));
        const int tabs = m_window->tabs().count();
        QVERIFY(dropOnTable(*m_window, comments, name, {path("words.csv")}));
        auto *wizard = awaitDialog<ImportWizard>(*m_window);
        QVERIFY(wizard && finish(*wizard));
        PreviewPage *preview = awaitPreview(*m_window, tabs);
        QVERIFY2(preview, qPrintable(messageOf(*m_window)));
        QTRY_COMPARE_WITH_TIMEOUT(applyButton(*preview)->text(), QStringLiteral("&Apply 2 changes"),
                                  kPatienceMs);
        QTest::mouseClick(applyButton(*preview), Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(messageOf(*m_window).startsWith(QStringLiteral("Applied to")),
                                  qPrintable(messageOf(*m_window)), kPatienceMs);
        QCOMPARE(ask("SELECT obj_description('t'::regclass), col_description('t'::regclass, 2)"),
                 QByteArray("All|new\n"));
    }
};

QTEST_MAIN(TestWindowWithWebServers)
#include "tst_windowwebservers.moc"
