// SPDX-License-Identifier: MIT
//
// Saved connections in the window: the dialog with its real fields, the tree, the pages, and real servers.
#include "tests/support/keyringservice.h"
#include "tests/support/servers.h"
#include "tests/ui/windowtest.h"
#include "ui/connections/connectiondialog.h"
#include "ui/connections/connectionlook.h"
#include "ui/connections/passworddialog.h"
#include "ui/transfers.h"
#include "workers/jobs/sampledatabase.h"

#include <QCheckBox>
#include <QComboBox>

using namespace galley;
using namespace galley::test;

class TestConnectionsInWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("GALLEY_HOME", m_home->path().toUtf8());
        m_database = m_home->filePath(QStringLiteral("shop.sqlite"));
        JobContext context;
        QVERIFY(makeSampleJob(m_database)->run(context));
    }

    void aConnectionIsMadeTestedAndLooksLikeProduction()
    {
        MainWindow window;
        window.show();
        window.newConnection();
        auto *dialog = awaitDialog<ConnectionDialog>(window);
        QVERIFY(dialog);
        choose(childNamed<QComboBox>(*dialog, QStringLiteral("Engine")), QStringLiteral("sqlite"));
        type(field(*dialog, "path"), QStringLiteral("/nowhere/shop.sqlite"));
        QVERIFY2(testResult(*dialog).contains(QStringLiteral("no such file")), qPrintable(resultOf(*dialog)));
        type(field(*dialog, "path"), m_database);
        QVERIFY2(testResult(*dialog).startsWith(QStringLiteral("It works: SQLite")),
                 qPrintable(resultOf(*dialog)));
        QTest::mouseClick(button(*dialog, QStringLiteral("Save")), Qt::LeftButton);
        QVERIFY2(resultOf(*dialog).contains(QStringLiteral("needs a name")), qPrintable(resultOf(*dialog)));
        type(childNamed<QLineEdit>(*dialog, QStringLiteral("Name")), QStringLiteral("live shop"));
        choose(childNamed<QComboBox>(*dialog, QStringLiteral("Colour")), QStringLiteral("red"));
        QVERIFY(isShown(*dialog, QStringLiteral("PRODUCTION")));
        QTest::mouseClick(button(*dialog, QStringLiteral("Save")), Qt::LeftButton);

        QCOMPARE(window.catalog().sessions().size(), size_t(1));
        Session *session = window.catalog().sessions().front();
        QTRY_COMPARE_WITH_TIMEOUT(session->state(), Session::State::Open, kPatienceMs);
        const QModelIndex top = window.catalog().indexOf(session);
        QCOMPARE(top.data().toString(), QStringLiteral("live shop"));
        QCOMPARE(top.data(CatalogModel::ColorRole).toString(), QStringLiteral("red"));
        QCOMPARE(top.data(CatalogModel::MarkRole).toString(), QStringLiteral("PRODUCTION"));
        TablePage *page = window.openTable(session, {QStringLiteral("main"), QStringLiteral("customers")});
        QVERIFY(isShown(*page, QStringLiteral("PRODUCTION")));

        PreviewPage *preview = previewOf(window, session);
        QVERIFY(preview);
        QVERIFY(isShown(*preview, QStringLiteral("PRODUCTION")));
        QTRY_VERIFY(applyButton(*preview)->text().contains(QStringLiteral("PRODUCTION")));
        QVERIFY(applyButton(*preview)->isEnabled());
    }
    void aReadOnlyConnectionCannotBeAppliedTo()
    {
        save(true);
        MainWindow window;
        window.show();
        Session *session = window.catalog().sessions().front();
        QCOMPARE(session->state(), Session::State::Closed); // it waits until it is wanted
        session->open();
        QTRY_COMPARE_WITH_TIMEOUT(session->state(), Session::State::Open, kPatienceMs);
        TablePage *page = window.openTable(session, {QStringLiteral("main"), QStringLiteral("customers")});
        QVERIFY(!page->findChild<QPushButton *>(QStringLiteral("importButton"))->isEnabled());
        QVERIFY(isShown(*page, QStringLiteral("read-only")));
        const QByteArray before = bytesOf(m_database);
        PreviewPage *preview = previewOf(window, session);
        QVERIFY(preview);
        QTRY_VERIFY(!applyButton(*preview)->isEnabled());
        // Even a plan that comes from elsewhere is stopped where the database would be opened.
        Q_EMIT preview->applyRequested(preview->plan());
        QTRY_VERIFY_WITH_TIMEOUT(messageOf(window).contains(QStringLiteral("read-only")), kPatienceMs);
        QCOMPARE(bytesOf(m_database), before);
    }
    void aClosedConnectionStaysInTheTree()
    {
        save(false);
        MainWindow window;
        window.show();
        Session *session = window.openDatabase(m_database); // by its path: it is the saved one
        QCOMPARE(window.catalog().sessions().size(), size_t(1));
        QTRY_COMPARE_WITH_TIMEOUT(session->state(), Session::State::Open, kPatienceMs);
        Q_EMIT window.tree().closeRequested(session);
        QCOMPARE(window.catalog().sessions().size(), size_t(1));
        QCOMPARE(window.catalog().sessions().front()->state(), Session::State::Closed);
        QVERIFY(window.book().remove(QStringLiteral("shop")));
        QVERIFY(window.catalog().sessions().empty());
    }
    void aServerIsReachedWithAPasswordFromTheKeyring()
    {
        const Engine *engine = findEngine(QStringLiteral("postgres"));
        if (engine == nullptr || engine->connectionFields().empty())
            QSKIP("this build has no PostgreSQL");
        const TestServer server(QStringLiteral("postgres"));
        if (!server.isThere())
            QSKIP(qPrintable(server.problem()));
        if (!m_keyring.problem().isEmpty())
            QSKIP(qPrintable(m_keyring.problem()));
        server.makeDatabase(QStringLiteral("window"));
        server.sql(QStringLiteral("window"),
                   "CREATE TABLE public.t (id int PRIMARY KEY); INSERT INTO t VALUES (1), (2);"
                   "GRANT SELECT ON t TO galley_password; CREATE SCHEMA s; GRANT USAGE ON SCHEMA s TO "
                   "galley_password; CREATE TABLE s.u (id int PRIMARY KEY); GRANT SELECT ON s.u TO "
                   "galley_password");
        {
            MainWindow window;
            window.show();
            window.newConnection();
            auto *dialog = awaitDialog<ConnectionDialog>(window);
            QVERIFY(dialog);
            choose(childNamed<QComboBox>(*dialog, QStringLiteral("Engine")), QStringLiteral("postgres"));
            type(childNamed<QLineEdit>(*dialog, QStringLiteral("Name")), QStringLiteral("pg"));
            type(field(*dialog, "host"), server.host());
            type(field(*dialog, "port"), QString::number(server.port()));
            type(field(*dialog, "database"), QStringLiteral("window"));
            type(field(*dialog, "user"), QStringLiteral("galley_password"));
            auto *password = childNamed<QLineEdit>(*dialog, QStringLiteral("Password"));
            type(password, QStringLiteral("wrong"));
            QVERIFY2(!testResult(*dialog).startsWith(QStringLiteral("It works")),
                     qPrintable(resultOf(*dialog)));
            type(password, QString::fromUtf8(testPassword()));
            QVERIFY2(testResult(*dialog).startsWith(QStringLiteral("It works")),
                     qPrintable(resultOf(*dialog)));
            for (QCheckBox *box : dialog->findChildren<QCheckBox *>()) {
                if (box->text().contains(QStringLiteral("keyring")))
                    box->click();
            }
            QTest::mouseClick(button(*dialog, QStringLiteral("Save")), Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(window.book().find(QStringLiteral("pg")) != nullptr, kPatienceMs);
        }
        QVERIFY(!bytesOf(m_home->filePath(QStringLiteral("connections.json"))).contains(testPassword()));
        MainWindow again; // knows nothing but what the keyring has
        again.show();
        Session *session = again.catalog().sessions().front();
        session->open();
        QTRY_COMPARE_WITH_TIMEOUT(session->state(), Session::State::Open, kPatienceMs);
        QVERIFY(again.findChild<PasswordDialog *>() == nullptr);
        // Two schemas: a level of their own.
        const QModelIndex top = again.catalog().indexOf(session);
        QCOMPARE(again.catalog().rowCount(top), 2);
        TablePage *page = again.openTable(session, {QStringLiteral("public"), QStringLiteral("t")});
        QTRY_COMPARE_WITH_TIMEOUT(page->grid()->model()->rowCount(), 2, kPatienceMs);
    }

private:
    void save(bool isReadOnly) const
    {
        SavedConnection saved;
        saved.name = QStringLiteral("shop");
        saved.database = {QStringLiteral("sqlite"), m_database, {}};
        saved.color = QStringLiteral("amber");
        saved.isReadOnly = isReadOnly;
        QVERIFY(saveConnection(saved));
    }
    PreviewPage *previewOf(MainWindow &window, Session *session) const
    {
        const QString csv = m_home->filePath(QStringLiteral("categories.csv"));
        ExportPlan out;
        out.source = session->database();
        out.tables = QStringList{QStringLiteral("categories")};
        out.bundle.clear();
        out.overwrite = true;
        out.destination = csv;
        JobContext context;
        if (!makeExportJob(out)->run(context))
            return nullptr;
        QByteArray bytes = bytesOf(csv);
        bytes.replace("\n2,", "\n2,New ");
        writeFile(csv, bytes);
        ImportPlan plan;
        plan.source.path = csv;
        plan.target = session->database();
        plan.table = QStringLiteral("categories");
        const int before = window.tabs().count();
        window.transfers().runPreview(plan);
        return awaitPreview(window, before);
    }

    KeyringService m_keyring; // before anything asks for a bus
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_database;
};

int main(int argc, char **argv)
{
    TestConnectionsInWindow test;
    QApplication app(argc, argv);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowconnections.moc"
