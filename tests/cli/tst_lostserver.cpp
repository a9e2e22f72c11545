// SPDX-License-Identifier: MIT
//
// A server that goes away in the midst of an export, an apply or a COMMIT: the state before or the one after,
// no file that is half of one, and a history that says what is not known.
#include "tests/support/cuttingproxy.h"
#include "tests/support/servers.h"
#include "tests/support/support.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace galley::test;
using Cut = CuttingProxy::Cut;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

constexpr int kOffsets = 8;

} // namespace

class TestLostServer : public QObject
{
    Q_OBJECT

    std::map<QString, std::unique_ptr<TestServer>> m_servers;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CuttingProxy> m_proxy;
    QString m_engine;

    RunResult galley(const QStringList &arguments) const { return runGalley(arguments, m_folder->path()); }
    void mustWork(const QStringList &arguments) const
    {
        const RunResult result = galley(arguments);
        QVERIFY2(
            result.exitCode == 0,
            (arguments.join(QLatin1Char(' ')).toUtf8() + '\n' + result.output + result.errors).constData());
    }
    QByteArray sql(const QByteArray &statements) const
    {
        return m_servers.at(m_engine)->sql(text("lost"), statements).replace('\t', '|');
    }
    /// Through the proxy, in plain text: it looks for COMMIT.
    QString url() const
    {
        return (m_engine == QLatin1String("postgres")
                    ? text("postgresql://galley@127.0.0.1:%1/lost?sslmode=disable&gssencmode=disable")
                    : text("mariadb://galley@127.0.0.1:%1/lost?sslmode=disable"))
            .arg(m_proxy->port());
    }
    QJsonArray history() const
    {
        return QJsonDocument::fromJson(galley({text("history"), text("--json")}).output)
            .object()[text("entries")]
            .toArray();
    }
    /// What is there, once the server has noticed that a line is gone.
    QByteArray state() const
    {
        return sql(
            "SELECT id, v FROM t WHERE id < 4 ORDER BY id; SELECT count(*) FROM t; SELECT sum(n) FROM u");
    }
    QByteArray before() const { return "1|a\n2|b\n3|c\n600\n100\n"; }
    QByteArray after() const { return "1|A\n2|b\n601\n5050\n"; }

    static void engines()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("PostgreSQL") << text("postgres");
        QTest::newRow("MariaDB") << text("mysql");
    }
    void make()
    {
        QFETCH(const QString, engine);
        m_engine = engine;
        m_folder = std::make_unique<QTemporaryDir>();
        m_proxy = std::make_unique<CuttingProxy>(m_servers.at(engine)->port());
        m_servers.at(engine)->makeDatabase(text("lost"));
        QByteArray rows;
        for (int i = 1; i <= 600; ++i)
            rows += (i == 1 ? "(" : ",(") + QByteArray::number(i) + ",'"
                + (i < 4 ? QByteArray(1, static_cast<char>('a' + i - 1)) : QByteArray(60, 'x')) + "')";
        QCOMPARE(sql("CREATE TABLE t (id int PRIMARY KEY, v varchar(90)); INSERT INTO t VALUES " + rows
                     + "; CREATE TABLE u (n int PRIMARY KEY); INSERT INTO u VALUES (100)"),
                 QByteArray());
    }
    /// Updates, inserts, a delete, and a table of its own: c.galleychanges.
    void preview()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(text("in")));
        QByteArray t = "id,v\n1,A\n2,b\n";
        for (int i = 4; i <= 602; ++i)
            t += QByteArray::number(i) + ',' + (i > 600 ? QByteArray("new") : QByteArray(60, 'x')) + '\n';
        QByteArray u = "n\n";
        for (int i = 1; i <= 100; ++i)
            u += QByteArray::number(i) + '\n';
        for (const auto &[name, bytes] : {std::pair("in/t.csv", t), std::pair("in/u.csv", u)}) {
            QFile file(m_folder->filePath(text(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        }
        mustWork({text("import"), text("in"), text("--into"), url(), text("--mode"), text("mirror"),
                  text("--save"), text("c.galleychanges"), text("--no-rehearsal")});
    }
    RunResult apply() const { return galley({text("apply"), text("c.galleychanges"), text("--to"), url()}); }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *kind : {"postgres", "mysql"}) {
            auto server = std::make_unique<TestServer>(text(kind));
            if (!server->isThere())
                QSKIP(qPrintable(server->problem()));
            m_servers.emplace(text(kind), std::move(server));
        }
    }
    void cleanup() { m_proxy.reset(); }

    void anExportIsWholeOrNotThere_data() { engines(); }
    void anExportIsWholeOrNotThere()
    {
        make();
        const QStringList exported = {text("export"), url(), text("--to"), text("a.zip")};
        m_proxy->set(Cut::Nowhere);
        mustWork(exported);
        const qint64 whole = m_proxy->passed();
        QVERIFY(whole > 40'000);
        QFile::remove(m_folder->filePath(text("a.zip")));
        for (int i = 0; i < kOffsets; ++i) {
            m_proxy->set(Cut::AfterBytes, whole * i / kOffsets + i);
            const RunResult result = galley(exported);
            QVERIFY2(result.exitCode == 69,
                     (QByteArray::number(result.exitCode) + result.errors).constData());
            QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList());
        }
        m_proxy->set(Cut::Nowhere);
        mustWork(exported);
        mustWork({text("verify"), text("a.zip")});
    }

    void anApplyIsMadeWholeOrNotAtAll_data() { engines(); }
    void anApplyIsMadeWholeOrNotAtAll()
    {
        make();
        preview();
        m_proxy->set(Cut::Nowhere);
        QCOMPARE(apply().exitCode, 0);
        const qint64 whole = m_proxy->passed();
        QCOMPARE(state(), after());
        mustWork({text("undo"), text("c.galleychanges"), text("--on"), url(), text("--apply")});
        QCOMPARE(state(), before());
        int made = 0;
        for (int i = 0; i <= kOffsets; ++i) {
            // The last ones are about the COMMIT.
            m_proxy->set(Cut::AfterBytes, i < kOffsets ? whole * i / kOffsets + i : whole - 20);
            const RunResult result = apply();
            if (result.exitCode == 0) {
                ++made;
                QCOMPARE(state(), after());
            } else {
                QVERIFY2(result.exitCode == 69,
                         (QByteArray::number(result.exitCode) + result.errors).constData());
                QVERIFY2(!result.errors.contains("galleychanges"), result.errors.constData());
                // The server rolls back when it notices.
                const bool isUnknown = !history().isEmpty() && history()[0][text("uncertain")].toBool();
                QTRY_VERIFY_WITH_TIMEOUT(state() == before() || (isUnknown && state() == after()), 20'000);
            }
            m_proxy->set(Cut::Nowhere);
            if (state() == after())
                mustWork({text("undo"), text("c.galleychanges"), text("--on"), url(), text("--apply")});
            QCOMPARE(state(), before());
        }
        QVERIFY(made < kOffsets);
    }

    void aCommitWithoutAnAnswerIsUncertainAndCanBeUndone_data() { engines(); }
    void aCommitWithoutAnAnswerIsUncertainAndCanBeUndone()
    {
        make();
        preview();
        m_proxy->set(Cut::AfterCommit);
        const RunResult result = apply();
        QVERIFY(m_proxy->hasCut());
        QVERIFY2(result.exitCode == 69, result.errors.constData());
        QVERIFY2(result.errors.toLower().contains("commit"), result.errors.constData());
        QTRY_COMPARE_WITH_TIMEOUT(state(), after(), 20'000);
        QCOMPARE(history().size(), 1);
        QVERIFY(history()[0][text("uncertain")].toBool());
        QVERIFY(galley({text("history")}).output.contains("interrupted: perhaps not applied"));
        const QString id = history()[0][text("id")].toString();
        m_proxy->set(Cut::Nowhere);
        mustWork({text("undo"), id, text("--on"), url()});
        QCOMPARE(state(), after());
        mustWork({text("undo"), id, text("--on"), url(), text("--apply")});
        QCOMPARE(state(), before());
        QVERIFY(history()[0][text("undone")].toBool() && !history()[0][text("uncertain")].toBool());
    }

    void aCommitThatDidNotArriveIsUncertainAndCanBeForgotten_data() { engines(); }
    void aCommitThatDidNotArriveIsUncertainAndCanBeForgotten()
    {
        make();
        preview();
        m_proxy->set(Cut::BeforeCommit);
        const RunResult result = apply();
        QVERIFY(m_proxy->hasCut());
        QVERIFY2(result.exitCode == 69, result.errors.constData());
        QCOMPARE(state(), before());
        QVERIFY(history()[0][text("uncertain")].toBool());
        const QString id = history()[0][text("id")].toString();
        m_proxy->set(Cut::Nowhere);
        // What was not applied cannot be undone, and nothing is changed by trying.
        QTRY_COMPARE_WITH_TIMEOUT(galley({text("undo"), id, text("--on"), url(), text("--apply")}).exitCode,
                                  75, 20'000);
        QCOMPARE(state(), before());
        mustWork({text("history"), text("--forget"), id});
        QCOMPARE(history().size(), 0);
        QCOMPARE(galley({text("history"), text("--forget"), id}).exitCode, 66);
        QVERIFY(QFile::exists(m_folder->filePath(text("c.galleychanges"))));
        mustWork({text("apply"), text("c.galleychanges"), text("--to"), url()});
        QCOMPARE(state(), after());
    }

    void postgresIsAskedWhatBecameOfACommit()
    {
        m_engine = text("postgres");
        m_folder = std::make_unique<QTemporaryDir>();
        m_proxy = std::make_unique<CuttingProxy>(m_servers.at(m_engine)->port());
        const QString direct = m_servers.at(m_engine)->makeDatabase(text("lost"));
        QCOMPARE(sql("CREATE TABLE v (n int PRIMARY KEY)"), QByteArray());
        QFile file(m_folder->filePath(text("v.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("n\n1\n2\n");
        file.close();
        m_proxy->set(Cut::AfterCommit, 0, false); // only that line is cut
        mustWork(
            {text("import"), text("v.csv"), text("--into"), url(), text("--apply"), text("--no-rehearsal")});
        QVERIFY(m_proxy->hasCut());
        QCOMPARE(sql("SELECT count(*) FROM v"), QByteArray("2\n"));
        QVERIFY(!history()[0][text("uncertain")].toBool());
    }
};

QTEST_GUILESS_MAIN(TestLostServer)
#include "tst_lostserver.moc"
