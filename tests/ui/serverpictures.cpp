// SPDX-License-Identifier: MIT
#include "tests/ui/serverpictures.h"

#include "tests/support/servers.h"
#include "tests/ui/scenes.h"
#include "tests/ui/windowtest.h"
#include "ui/jobs/historypage.h"
#include "ui/transfers.h"

#include <QComboBox>
#include <QDir>
#include <QDockWidget>

#include <cstdio>

namespace galley::test {

namespace {

const char *const kPostgres =
    "CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, credit numeric(14,2), born date,"
    " seen timestamptz, tags text[], about jsonb);"
    "COMMENT ON TABLE customers IS 'Who buys from us';"
    "INSERT INTO customers SELECT i, (ARRAY['Zoë Ångström','Ada Lovelace','Li Wei','Søren Østergård'])[i % 4"
    " + 1] || ' ' || i, i * 17.5, date '1950-01-01' + i * 41, timestamptz '2023-05-01 10:00+00' + i * "
    "interval"
    " '7 hours', ARRAY['new', 'b2b'], jsonb_build_object('vip', i % 3 = 0) FROM generate_series(1, 240) i;"
    "CREATE SCHEMA sales;"
    "CREATE TABLE sales.orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id int NOT NULL"
    " REFERENCES public.customers, placed timestamptz NOT NULL DEFAULT now(), total numeric(12,2) CHECK "
    "(total"
    " >= 0));"
    "INSERT INTO sales.orders (customer_id, placed, total) SELECT i % 240 + 1, timestamptz '2023-05-01"
    " 10:00+00' + i * interval '3 hours', i * 1.25 FROM generate_series(1, 900) i;"
    "CREATE VIEW sales.best AS SELECT customer_id, sum(total) AS total FROM sales.orders GROUP BY 1;"
    "CREATE TABLE log (at serial PRIMARY KEY, what text);"
    "CREATE FUNCTION keep_log() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " INSERT INTO public.log (what) VALUES (NEW.name); RETURN NEW; END $$;"
    "CREATE TRIGGER customers_log AFTER UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION keep_log();";
const char *const kMysql =
    "CREATE TABLE customers (id int PRIMARY KEY, name varchar(80) NOT NULL, credit decimal(14,2), born date,"
    " seen datetime(6), level enum('new','regular','vip') NOT NULL DEFAULT 'new', about json)"
    " COMMENT='Who buys from us';"
    "INSERT INTO customers SELECT seq, concat(elt(seq % 4 + 1, 'Zoë Ångström', 'Ada Lovelace', 'Li Wei',"
    " 'Søren Østergård'), ' ', seq), seq * 17.5, date_add('1950-01-01', interval seq * 41 day),"
    " date_add('2023-05-01 10:00:00', interval seq * 7 hour), elt(seq % 3 + 1, 'new', 'regular', 'vip'),"
    " json_object('vip', seq % 3 = 0) FROM seq_1_to_240;"
    "CREATE TABLE orders (id bigint AUTO_INCREMENT PRIMARY KEY, customer_id int NOT NULL, placed datetime NOT"
    " NULL, total decimal(12,2), FOREIGN KEY (customer_id) REFERENCES customers (id));"
    "INSERT INTO orders (customer_id, placed, total) SELECT seq % 240 + 1, date_add('2023-05-01 10:00:00',"
    " interval seq * 3 hour), seq * 1.25 FROM seq_1_to_900;"
    "CREATE VIEW best AS SELECT customer_id, sum(total) AS total FROM orders GROUP BY 1;"
    "CREATE TABLE log (at int AUTO_INCREMENT PRIMARY KEY, what text);"
    "CREATE TRIGGER customers_log AFTER UPDATE ON customers FOR EACH ROW INSERT INTO log (what) VALUES "
    "(NEW.name);";

class ServerCamera
{
public:
    ServerCamera(const TestServer &server, QString engine, QString folder, Appearance appearance)
        : m_server(server)
        , m_engine(std::move(engine))
        , m_folder(std::move(folder))
        , m_suffix(appearanceName(appearance))
    {
    }

    void takeAll(const QSize &size)
    {
        m_window.resize(size);
        m_window.show();
        m_server.makeDatabase(QStringLiteral("shop"));
        const bool isPostgres = m_engine == QLatin1String("postgres");
        const QByteArray made = m_server.sql(QStringLiteral("shop"), isPostgres ? kPostgres : kMysql);
        if (made.startsWith("ERROR"))
            qFatal("%s", made.constData());
        m_customers = {isPostgres ? QStringLiteral("public") : QString(), QStringLiteral("customers")};
        const TableName orders{isPostgres ? QStringLiteral("sales") : QString(), QStringLiteral("orders")};
        connectInDialog();
        m_window.tree().select(m_session, orders);
        m_window.tree().expand(m_window.tree().currentIndex());
        openTable(m_customers);
        take("table");
        openTable(orders)->showStructure();
        take("structure");
        takePreviewAndUndo();
    }

private:
    void wait(const char *what, const std::function<bool()> &isTrue)
    {
        if (!QTest::qWaitFor(isTrue, kPatienceMs))
            qFatal("waited in vain for %s: %s", what, qPrintable(messageOf(m_window)));
    }
    void connectInDialog()
    {
        m_window.newConnection();
        auto *dialog = awaitDialog<ConnectionDialog>(m_window);
        choose(childNamed<QComboBox>(*dialog, QStringLiteral("Engine")), m_engine);
        type(childNamed<QLineEdit>(*dialog, QStringLiteral("Name")), QStringLiteral("web shop"));
        type(field(*dialog, "host"), m_server.host());
        type(field(*dialog, "port"), QString::number(m_server.port()));
        type(field(*dialog, "database"), QStringLiteral("shop"));
        type(field(*dialog, "user"), QStringLiteral("galley"));
        choose(childNamed<QComboBox>(*dialog, QStringLiteral("Colour")), QStringLiteral("red"));
        testResult(*dialog);
        shoot(*dialog, "dialog");
        QTest::mouseClick(button(*dialog, QStringLiteral("Save")), Qt::LeftButton);
        wait("the connection", [this] { return !m_window.catalog().sessions().empty(); });
        m_session = m_window.catalog().sessions().front();
        wait("the session", [this] { return m_session->state() == Session::State::Open; });
    }
    TablePage *openTable(const TableName &table)
    {
        TablePage *page = m_window.openTable(m_session, table);
        wait("rows", [page] {
            return page->model().rowCount() > 0
                && page->model().index(0, 0).data(RowsModel::IsLoadedRole).toBool();
        });
        page->grid()->setCurrentIndex(page->model().index(3, 1));
        return page;
    }
    PreviewPage *awaitPage(int before)
    {
        PreviewPage *page = awaitPreview(m_window, before);
        if (page == nullptr)
            qFatal("no preview: %s %s", qPrintable(messageOf(m_window)),
                   qPrintable(m_window.jobs().index(0).data(JobsModel::DetailsRole).toString()));
        wait("the preview", [page] { return !page->changedTables().empty(); });
        m_window.jobsDock().hide();
        QTest::qWait(600);
        return page;
    }
    void takePreviewAndUndo()
    {
        QTemporaryDir folder;
        const QString csv = folder.filePath(QStringLiteral("customers.csv"));
        writeFile(csv,
                  "id,name,credit,born\n1,Ada Lovelace 1,17.50,1950-02-11\n2,Li Wei-Hansen,40.00,1950-03-24\n"
                  "5,Ada King,-12.00,1950-07-25\n241,Ελένη Παπαδοπούλου,0.00,1991-04-02\n");
        ImportPlan plan;
        plan.source.path = csv;
        plan.target = m_session->database();
        plan.table = m_customers.toString();
        m_window.transfers().askImport(plan);
        auto *wizard = awaitDialog<ImportWizard>(m_window);
        goToStep(*wizard, 1);
        QTest::qWait(500);
        shoot(*wizard, "target");
        const int before = m_window.tabs().count();
        if (!finish(*wizard))
            qFatal("the wizard stays at step %d", wizard->currentStep());
        PreviewPage *page = awaitPage(before);
        take("preview");
        QTest::mouseClick(applyButton(*page), Qt::LeftButton);
        wait("the apply", [this] { return messageOf(m_window).startsWith(QStringLiteral("Applied")); });
        m_window.jobsDock().hide();
        m_window.showHistory();
        wait("the history",
             [this] { return m_window.findChild<QPushButton *>(QStringLiteral("undo")) != nullptr; });
        take("history");
        const int withHistory = m_window.tabs().count();
        m_window.findChild<QPushButton *>(QStringLiteral("undo"))->click();
        awaitPage(withHistory);
        take("undo");
    }
    void take(const char *name) { shoot(m_window, name); }
    void shoot(QWidget &what, const char *name)
    {
        QTest::qWait(250);
        const QString path = QDir(m_folder).filePath(
            QStringLiteral("%1-%2-%3.png").arg(m_engine, QString::fromLatin1(name), m_suffix));
        if (!writeSmallPng(what.grab().toImage(), path))
            std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
        std::printf("%s\n", qPrintable(path));
    }

    const TestServer &m_server;
    QString m_engine;
    QString m_folder;
    QString m_suffix;
    MainWindow m_window;
    Session *m_session = nullptr;
    TableName m_customers;
};

} // namespace

void takeServerPictures(const QString &folder, const QSize &size, Appearance appearance)
{
    for (const char *engine : {"postgres", "mysql"}) {
        const TestServer server(QString::fromLatin1(engine));
        if (!server.isThere()) {
            std::fprintf(stderr, "%s\n", qPrintable(server.problem()));
            continue;
        }
        QDir(qEnvironmentVariable("GALLEY_HOME")).removeRecursively();
        QDir().mkpath(qEnvironmentVariable("GALLEY_HOME"));
        ServerCamera(server, QString::fromLatin1(engine), folder, appearance).takeAll(size);
    }
}

} // namespace galley::test
