// SPDX-License-Identifier: MIT
#include "tests/support/servers.h"
#include "tests/support/support.h"
#include "workers/engines/engine.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <thread>

using namespace galley;
using galley::test::TestServer;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// Rows of integers 1, 2, …, as a reader.
class Numbers final : public RowReader
{
public:
    Numbers(TableShape shape, std::vector<qint64> values)
        : m_shape(std::move(shape))
        , m_values(std::move(values))
    {
    }
    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override
    {
        batch.clear(1);
        for (; m_at < m_values.size() && !batch.isFull(); ++m_at)
            batch.appendRow(static_cast<qint64>(m_at) + 1)[0] = Cell::integer(m_values[m_at]);
        return !batch.isEmpty();
    }

private:
    TableShape m_shape;
    std::vector<qint64> m_values;
    size_t m_at = 0;
};

class Rejects final : public RejectSink
{
public:
    void reject(Reject reject) override { all.push_back(std::move(reject)); }
    std::vector<Reject> all;
};

struct Change
{
    ChangeKind kind;
    std::vector<Cell> before;
    std::vector<Cell> after;
};

class Changes final : public ChangeReader
{
public:
    explicit Changes(std::vector<Change> changes)
        : m_changes(std::move(changes))
    {
    }
    Result<bool> next(RowChange &change) override
    {
        if (m_at == m_changes.size())
            return false;
        const Change &now = m_changes[m_at++];
        change = {static_cast<qint64>(m_at), now.kind, static_cast<qint64>(m_at) + 1, now.before, now.after};
        return true;
    }

private:
    std::vector<Change> m_changes;
    size_t m_at = 0;
};

/// Lets `bytes` of what the server says through, then cuts the line.
class CuttingProxy
{
public:
    CuttingProxy(const QString &host, int port, qint64 bytes)
        : m_thread([this, host, port, bytes](const std::stop_token &stop) { run(stop, host, port, bytes); })
    {
        while (m_port == 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    int port() const { return m_port; }

private:
    void run(const std::stop_token &stop, const QString &host, int port, qint64 bytes)
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_port = server.serverPort();
        while (!stop.stop_requested()) {
            if (!server.waitForNewConnection(20))
                continue;
            const std::unique_ptr<QTcpSocket> client(server.nextPendingConnection());
            QTcpSocket upstream;
            upstream.connectToHost(host, static_cast<quint16>(port));
            upstream.waitForConnected(2000);
            qint64 left = bytes;
            while (!stop.stop_requested() && left > 0 && client->state() == QTcpSocket::ConnectedState
                   && upstream.state() == QTcpSocket::ConnectedState) {
                if (client->waitForReadyRead(1)) {
                    upstream.write(client->readAll());
                    upstream.waitForBytesWritten(1000);
                }
                if (upstream.waitForReadyRead(1) || upstream.bytesAvailable() > 0) {
                    const QByteArray piece = upstream.read(left);
                    left -= piece.size();
                    client->write(piece);
                    client->waitForBytesWritten(1000);
                }
            }
            upstream.abort();
            client->abort();
        }
    }

    std::atomic<int> m_port = 0;
    std::jthread m_thread;
};

} // namespace

class TestPostgresSink : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    QString m_url;

    Result<std::unique_ptr<Connection>> tryOpen(const QString &url,
                                                OpenRequest::Access access = OpenRequest::Access::Write)
    {
        OpenRequest request;
        request.database = *parseDatabaseRef(url);
        request.access = access;
        return openDatabase(request);
    }
    std::unique_ptr<Connection> open(OpenRequest::Access access = OpenRequest::Access::Write)
    {
        auto opened = tryOpen(m_url, access);
        return opened ? *std::move(opened) : nullptr;
    }
    QByteArray sql(const QByteArray &statements) { return m_server->sql(text("sink"), statements); }
    static TableShape shapeOf(Connection &connection, const char *table)
    {
        const auto catalog = connection.catalog();
        const TableInfo *info = catalog ? catalog->table({{}, text(table)}) : nullptr;
        return info == nullptr ? TableShape() : info->shape;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>(text("postgres"));
        if (!m_server->isThere())
            QSKIP(qPrintable(m_server->problem()));
    }
    void init() { m_url = m_server->makeDatabase(text("sink")); }

    void rowsThatAreRefusedAreSetApart()
    {
        QCOMPARE(sql("CREATE TABLE t (a int PRIMARY KEY CHECK (a <> 13))"), QByteArray());
        const auto connection = open();
        QVERIFY(connection);
        auto sink = connection->beginChanges();
        QVERIFY2(sink, sink ? "" : qPrintable(sink.error().toString()));
        std::vector<qint64> values;
        for (qint64 i = 1; i <= 100'000; ++i)
            values.push_back(i % 10'000 == 0 ? 1 : i);
        Rejects rejects;
        Numbers rows(shapeOf(*connection, "t"), values);
        const auto stored = (*sink)->load({{}, text("t")}, rows, rejects);
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().toString()));
        QCOMPARE(*stored, 100'000 - 11);
        QCOMPARE(rejects.all.size(), size_t{11});
        QCOMPARE(rejects.all.front().where.line, 13);
        QCOMPARE(rejects.all.front().kind, ErrorKind::Value);
        QCOMPARE(rejects.all.back().where.line, 100'000);
        QCOMPARE(rejects.all.back().kind, ErrorKind::Duplicate);
        QCOMPARE((*sink)->loaded().rowCount(), *stored);
        QVERIFY((*sink)->commit());
        QCOMPARE(sql("SELECT count(*) FROM t"), QByteArray("99989\n"));
    }

    void changesAreMadeOnlyWhereTheRowIsWhatItWas()
    {
        QCOMPARE(sql("CREATE TABLE t (id int PRIMARY KEY, j json, v text);"
                     "INSERT INTO t VALUES (1,'{\"a\":1}','x'),(2,NULL,NULL),(3,'[]','z'),(4,'1','w')"),
                 QByteArray());
        const auto connection = open();
        const TableShape shape = shapeOf(*connection, "t");
        auto sink = connection->beginChanges();
        QVERIFY(sink);
        const auto row = [](qint64 id, const char *j, const char *v) {
            return std::vector<Cell>{Cell::integer(id), j == nullptr ? Cell() : Cell::text(j),
                                     v == nullptr ? Cell() : Cell::text(v)};
        };
        Changes changes({{ChangeKind::Update, row(1, "{\"a\":1}", "x"), row(1, "{\"a\":1}", "X")},
                         {ChangeKind::Delete, row(2, nullptr, nullptr), {}},
                         {ChangeKind::Update, row(3, "[]", "other"), row(3, "[]", "Z")},
                         {ChangeKind::Insert, {}, row(4, "2", "taken")},
                         {ChangeKind::Insert, {}, row(5, "not json", "bad")},
                         {ChangeKind::Insert, {}, row(6, nullptr, "new")},
                         {ChangeKind::Delete, row(7, nullptr, "gone"), {}}});
        Rejects rejects;
        std::vector<ChangeConflict> conflicts;
        const auto made = (*sink)->change({shape, {true, true, true}}, changes, rejects, conflicts);
        QVERIFY2(made, made ? "" : qPrintable(made.error().toString()));
        QCOMPARE(*made, 3);
        QCOMPARE(rejects.all.size(), size_t{1});
        QCOMPARE(rejects.all.front().where.line, 6);
        QCOMPARE(conflicts.size(), size_t{3});
        QStringList reasons;
        for (const ChangeConflict &conflict : conflicts)
            reasons += conflict.key + text(": ") + conflict.reason;
        reasons.sort();
        QCOMPARE(reasons[0],
                 text("id = '3': the row was changed since the preview: v is now 'z', was 'other'"));
        QCOMPARE(reasons[1], text("id = '4': a row with this key was inserted since the preview"));
        QCOMPARE(reasons[2], text("id = '7': the row was deleted since the preview"));
        QVERIFY((*sink)->commit());
        QCOMPARE(sql("SELECT id, v FROM t ORDER BY 1"), QByteArray("1|X\n3|z\n4|w\n6|new\n"));
    }

    void nothingCascadesAndTheOrderDoesNotMatter()
    {
        QCOMPARE(sql("CREATE TABLE p (id int PRIMARY KEY);"
                     "CREATE TABLE c (id int PRIMARY KEY, p int REFERENCES p ON DELETE CASCADE);"
                     "INSERT INTO p VALUES (1),(2); INSERT INTO c VALUES (1,1),(2,2)"),
                 QByteArray());
        const auto connection = open();
        const TableShape parent = shapeOf(*connection, "p");
        const TableShape child = shapeOf(*connection, "c");
        {
            auto sink = connection->beginChanges();
            QVERIFY(sink);
            Rejects rejects;
            std::vector<ChangeConflict> conflicts;
            Changes gone({{ChangeKind::Delete, {Cell::integer(1)}, {}}});
            QVERIFY((*sink)->change({parent, {true}}, gone, rejects, conflicts));
            QCOMPARE(*connection->countRows({{}, text("c")}, {}), 2); // no cascade
            const auto dangling = (*sink)->checkReferences(rejects);
            QVERIFY2(dangling, dangling ? "" : qPrintable(dangling.error().toString()));
            QCOMPARE(*dangling, 1);
            QCOMPARE(rejects.all.front().value, text("1"));
        }
        auto sink = connection->beginChanges();
        Rejects rejects;
        std::vector<ChangeConflict> conflicts;
        Changes gone({{ChangeKind::Delete, {Cell::integer(1)}, {}}});
        QVERIFY((*sink)->change({parent, {true}}, gone, rejects, conflicts));
        Changes children({{ChangeKind::Delete, {Cell::integer(1), Cell::integer(1)}, {}}});
        QCOMPARE(*(*sink)->change({child, {true, true}}, children, rejects, conflicts), 1);
        QCOMPARE(*(*sink)->checkReferences(rejects), 0);
        QVERIFY((*sink)->commit());
        QVERIFY(sql("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype='f'")
                    .contains("ON DELETE CASCADE"));
    }

    void theSequenceGoesOnAfterTheRows()
    {
        QCOMPARE(sql("CREATE TABLE t (a int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY)"), QByteArray());
        const auto connection = open();
        for (const bool isKept : {false, true}) {
            auto sink = connection->beginChanges();
            Rejects rejects;
            Numbers rows(shapeOf(*connection, "t"), {5, 41});
            QCOMPARE(*(*sink)->load({{}, text("t")}, rows, rejects), 2);
            QCOMPARE(*(*sink)->checkReferences(rejects), 0);
            if (isKept)
                QVERIFY((*sink)->commit());
            sink->reset();
            QCOMPARE(sql("SELECT last_value, is_called FROM t_a_seq"),
                     isKept ? QByteArray("42|f\n") : QByteArray("1|f\n"));
        }
    }

    void allConnectionsOfASnapshotSeeTheSame()
    {
        QCOMPARE(sql("CREATE TABLE a (id int PRIMARY KEY, v int8); INSERT INTO a SELECT g, 100 FROM "
                     "generate_series(1,20000) g"),
                 QByteArray());
        std::atomic<bool> isEnding = false;
        std::thread writer([&] { // moves amounts about: the sum stays
            while (!isEnding)
                sql("UPDATE a SET v = v + CASE id % 2 WHEN 0 THEN 1 ELSE -1 END WHERE id <= 20000; INSERT "
                    "INTO a SELECT "
                    "max(id)+1, 0 FROM a");
        });
        const Engine *engine = findEngine(text("postgres"));
        OpenRequest request;
        request.database = *parseDatabaseRef(m_url);
        for (int round = 0; round < 10; ++round) {
            auto connections = engine->openSnapshot(request, 3);
            if (!connections || connections->size() != 3) {
                isEnding = true;
                writer.join();
                QFAIL("no snapshot");
            }
            qint64 sum = 0;
            qint64 rows = 0;
            const auto ranges = connections->front()->ranges({{}, text("a")}, 3000);
            for (size_t part = 0; part < ranges->size(); ++part) {
                ReadRequest read;
                read.table.name = text("a");
                read.columns = QStringList{text("v")};
                read.range = (*ranges)[part];
                auto reader = (*connections)[part % 3]->read(read);
                RowBatch batch;
                while (reader && *(*reader)->read(batch)) {
                    for (qsizetype i = 0; i < batch.rowCount(); ++i)
                        sum += batch.row(i)[0].asInteger();
                    rows += batch.rowCount();
                }
            }
            if (sum != 2'000'000 || rows < 20'000)
                isEnding = true;
            if (isEnding)
                break;
        }
        const bool wasGood = !isEnding;
        isEnding = true;
        writer.join();
        QVERIFY(wasGood);
    }

    void aReadThatIsCancelledEndsAtOnce()
    {
        const auto connection = open(OpenRequest::Access::Read);
        std::thread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            connection->interrupt();
        });
        QElapsedTimer timer;
        timer.start();
        auto reader = connection->readQuery(text("SELECT pg_sleep(20)"), text("q"));
        RowBatch batch;
        const auto got = (*reader)->read(batch);
        canceller.join();
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::Cancelled);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        reader->reset();
        auto next = connection->readQuery(text("SELECT 1"), text("q"));
        QVERIFY2(next, next ? "" : qPrintable(next.error().toString()));
        QCOMPARE(test::readAllRows(**next), QByteArray("1\n"));
    }

    void aReadThatIsGivenUpDoesNotCancelWhatFollows_data()
    {
        QTest::addColumn<bool>("isInTransaction");
        QTest::newRow("reading") << false;
        QTest::newRow("in a transaction") << true;
    }
    void aReadThatIsGivenUpDoesNotCancelWhatFollows()
    {
        QFETCH(bool, isInTransaction);
        auto connection = open(isInTransaction ? OpenRequest::Access::Write : OpenRequest::Access::Read);
        const auto sink = isInTransaction ? *connection->beginChanges() : nullptr;
        Connection &reading = isInTransaction ? sink->connection() : *connection;
        for (int i = 0; i < 200; ++i) {
            // Of a length that may end just when the cancel arrives.
            auto given =
                reading.readQuery(text("SELECT generate_series(1, %1)").arg(2000 + i * 20), text("q"));
            QVERIFY2(given, given ? "" : qPrintable(given.error().toString()));
            given->reset();
            auto next = reading.readQuery(text("SELECT pg_sleep(0.003), 1"), text("q"));
            QVERIFY2(next, next ? "" : qPrintable(next.error().toString()));
            QCOMPARE(test::readAllRows(**next), QByteArray("''|1\n"));
        }
    }

    void onlyOneQueryIsRunAndNothingIsWritten()
    {
        QCOMPARE(sql("CREATE TABLE t (a int); INSERT INTO t VALUES (1)"), QByteArray());
        const auto connection = open(OpenRequest::Access::Read);
        for (const char *query :
             {"DELETE FROM t", "SELECT 1; DELETE FROM t", "SELECT 1) AS x; DELETE FROM t; --",
              "WITH d AS (DELETE FROM t RETURNING a) SELECT * FROM d"}) {
            auto reader = connection->readQuery(text(query), text("q"));
            QVERIFY2(!reader, query);
        }
        ReadRequest read;
        read.table.name = text("t");
        read.where = text("true) TO STDOUT; DELETE FROM t; --");
        QVERIFY(!connection->read(read));
        read.where = text("a = 1 -- a comment");
        auto reader = connection->read(read);
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().toString()));
        QCOMPARE(test::readAllRows(**reader), QByteArray("1\n"));
        QCOMPARE(sql("SELECT * FROM t"), QByteArray("1\n"));
        reader->reset();
        QVERIFY(!connection->beginChanges());
    }

    void aLockThatSomebodyHoldsIsAConflict()
    {
        QCOMPARE(sql("CREATE TABLE t (a int PRIMARY KEY); INSERT INTO t VALUES (1)"), QByteArray());
        std::thread holder([&] { sql("BEGIN; LOCK TABLE t; SELECT pg_sleep(3); COMMIT"); });
        std::this_thread::sleep_for(std::chrono::milliseconds(700));
        m_url += text("?lock_timeout=200");
        const auto connection = open();
        Result<std::unique_ptr<ChangeSink>> sink = connection->beginChanges();
        TableShape shape = shapeOf(*connection, "t");
        Rejects rejects;
        Numbers rows(shape, {2});
        const auto stored = (*sink)->load({{}, text("t")}, rows, rejects);
        holder.join();
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, ErrorKind::Conflict);
        QVERIFY(rejects.all.empty());
    }

    void aLostServerIsAnErrorAndLeavesTheStateBefore_data()
    {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {1, 300, 800, 1200, 2000, 4000, 9000, 16'000, 30'000, 60'000})
            QTest::addRow("%d", bytes) << bytes;
    }
    void aLostServerIsAnErrorAndLeavesTheStateBefore()
    {
        QFETCH(const int, bytes);
        QCOMPARE(sql("CREATE TABLE t (a int PRIMARY KEY)"), QByteArray());
        const CuttingProxy proxy(m_server->host(), m_server->port(), bytes);
        auto connection =
            tryOpen(text("postgresql://galley@127.0.0.1:%1/sink?gssencmode=disable&sslmode=disable")
                        .arg(proxy.port()));
        bool isCommitted = false;
        if (connection) {
            Rejects rejects;
            const TableShape shape = shapeOf(**connection, "t");
            auto sink = (*connection)->beginChanges();
            if (sink && shape.columnCount() > 0) {
                std::vector<qint64> values;
                for (qint64 i = 0; i < 50'000; ++i)
                    values.push_back(i);
                Numbers rows(shape, values);
                const auto stored = (*sink)->load({{}, text("t")}, rows, rejects);
                if (!stored)
                    QCOMPARE(stored.error().kind, ErrorKind::Connection);
                isCommitted = stored && (*sink)->commit();
            } else if (!sink) {
                QCOMPARE(sink.error().kind, ErrorKind::Connection);
            }
            QVERIFY(rejects.all.empty());
        } else {
            QCOMPARE(connection.error().kind, ErrorKind::Connection);
        }
        QCOMPARE(sql("SELECT count(*) FROM t"), isCommitted ? QByteArray("50000\n") : QByteArray("0\n"));
    }

    void rowSecurityAndMissingRightsAreTold()
    {
        QCOMPARE(sql("CREATE TABLE hidden (a int); CREATE TABLE secret (a int); CREATE POLICY p ON hidden "
                     "USING (a > 1);"
                     "ALTER TABLE hidden ENABLE ROW LEVEL SECURITY; GRANT SELECT ON hidden TO galley_plain;"
                     "GRANT USAGE ON SCHEMA public TO galley_plain"),
                 QByteArray());
        auto connection = tryOpen(QString(m_url).replace(text("galley@"), text("galley_plain@")));
        QVERIFY(connection);
        const auto catalog = (*connection)->catalog();
        QVERIFY(std::any_of(catalog->warnings.begin(), catalog->warnings.end(),
                            [](const Error &e) { return e.message.contains(text("row security")); }));
        for (const char *table : {"hidden", "secret"}) {
            ReadRequest read;
            read.table.name = text(table);
            auto reader = (*connection)->read(read);
            QVERIFY2(!reader, table);
            QCOMPARE(reader.error().kind, ErrorKind::Permission);
        }
    }
};

QTEST_GUILESS_MAIN(TestPostgresSink)
#include "tst_postgressink.moc"
