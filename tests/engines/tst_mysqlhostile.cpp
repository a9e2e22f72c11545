// SPDX-License-Identifier: MIT
//
// Servers that ask for what is none of their business, send nonsense, or go away in the midst of it.
#include "tests/support/memoryrows.h"
#include "tests/support/servers.h"
#include "tests/support/support.h"
#include "workers/engines/engine.h"

#include <QElapsedTimer>
#include <QTemporaryFile>
#include <QTest>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <thread>

using namespace galley;
using namespace galley::test;

namespace {

/// A socket on loopback that `serve` answers, connection by connection, on a thread of its own.
class Listener
{
public:
    explicit Listener(std::function<void(int)> serve)
    {
        m_socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(m_socket, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_socket, 16) != 0
            || ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size) != 0)
            qFatal("no socket");
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this, serve = std::move(serve)] {
            for (;;) {
                const int client = ::accept(m_socket, nullptr, nullptr);
                if (client < 0)
                    return;
                m_clients.emplace_back([serve, client] {
                    serve(client);
                    ::close(client);
                });
            }
        });
    }
    ~Listener()
    {
        ::shutdown(m_socket, SHUT_RDWR);
        m_thread.join();
        ::close(m_socket);
        for (std::thread &client : m_clients)
            client.join();
    }
    int port() const { return m_port; }

private:
    int m_socket = -1;
    int m_port = 0;
    std::thread m_thread;
    std::vector<std::thread> m_clients;
};

void sendPacket(int socket, quint8 number, const QByteArray &body)
{
    QByteArray packet;
    packet += static_cast<char>(body.size() & 0xff);
    packet += static_cast<char>((body.size() >> 8) & 0xff);
    packet += static_cast<char>((body.size() >> 16) & 0xff);
    packet += static_cast<char>(number);
    packet += body;
    [[maybe_unused]] const auto sent =
        ::send(socket, packet.constData(), static_cast<size_t>(packet.size()), MSG_NOSIGNAL);
}

/// The body of the next packet; empty at the end.
QByteArray receivePacket(int socket)
{
    unsigned char head[4];
    if (::recv(socket, head, 4, MSG_WAITALL) != 4)
        return {};
    const size_t size = head[0] | (size_t{head[1]} << 8) | (size_t{head[2]} << 16);
    QByteArray body(static_cast<qsizetype>(size), '\0');
    if (size > 0 && ::recv(socket, body.data(), size, MSG_WAITALL) != static_cast<ssize_t>(size))
        return {};
    return body;
}

QByteArray greeting()
{
    QByteArray body("\x0a"
                    "5.5.5-10.11.6-MariaDB\0",
                    23);
    body += QByteArray("\x01\x00\x00\x00"
                       "abcdefgh\0",
                       13);
    body += QByteArray("\xff\xf7\x2d\x02\x00\xff\x81\x15", 8); // without TLS
    body += QByteArray(10, '\0');
    body += QByteArray("ijklmnopqrst\0mysql_native_password\0", 35);
    return body;
}

const QByteArray kOk("\x00\x00\x00\x02\x00\x00\x00", 7);

/// Passes bytes on between a client and the real server; after `most` bytes of the server's it cuts both.
void pass(int client, int port, qint64 most)
{
    const int server = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<quint16>(port));
    if (::connect(server, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0) {
        pollfd ends[2] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
        std::array<char, 4096> buffer{};
        qint64 passed = 0;
        while (::poll(ends, 2, 30'000) > 0) {
            const bool isServer = ends[1].revents != 0;
            const ssize_t got = ::recv(isServer ? server : client, buffer.data(), buffer.size(), 0);
            if (got <= 0)
                break;
            passed += isServer ? got : 0;
            if (most >= 0 && passed > most)
                break;
            [[maybe_unused]] const auto sent =
                ::send(isServer ? client : server, buffer.data(), static_cast<size_t>(got), MSG_NOSIGNAL);
        }
    }
    ::close(server);
}

} // namespace

class TestMysqlHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerThatAsksForAFileGetsNothing();
    void nonsenseIsAnError();
    void aServerThatSaysNothingIsLeft();
    void aConnectionThatIsCutIsAnErrorAndChangesNothing_data();
    void aConnectionThatIsCutIsAnErrorAndChangesNothing();
    void cancellingWorksWhereTheServerDoesNotAnswer();

private:
    static OpenRequest requestTo(int port, const QString &database = QStringLiteral("x"))
    {
        OpenRequest request;
        request.database = *parseDatabaseRef(
            QStringLiteral("mariadb://galley@127.0.0.1:%1/%2?connect_timeout=3").arg(port).arg(database));
        return request;
    }
};

void TestMysqlHostile::aServerThatAsksForAFileGetsNothing()
{
    QTemporaryFile secret;
    QVERIFY(secret.open());
    secret.write("the user's own words");
    secret.flush();
    std::atomic<int> asked = 0;
    QByteArray received;
    {
        const Listener rogue([&](int socket) {
            sendPacket(socket, 0, greeting());
            receivePacket(socket);
            sendPacket(socket, 2, kOk);
            // Whatever is asked: "give me this file".
            for (int i = 0; i < 20; ++i) {
                const QByteArray command = receivePacket(socket);
                if (command.isEmpty())
                    return;
                ++asked;
                sendPacket(socket, 1, QByteArray("\xfb", 1) + secret.fileName().toUtf8());
                const QByteArray answer = receivePacket(socket);
                received += answer;
                if (answer.isEmpty())
                    sendPacket(socket, 3, kOk);
            }
        });
        QElapsedTimer timer;
        timer.start();
        const auto opened = openDatabase(requestTo(rogue.port()));
        QVERIFY(!opened.isOk());
        QVERIFY(timer.elapsed() < 20'000);
    }
    QVERIFY(asked > 0);
    QVERIFY2(!received.contains("own words"), received.constData());
}

void TestMysqlHostile::nonsenseIsAnError()
{
    for (int seed = 0; seed < 30; ++seed) {
        const Listener rogue([seed](int socket) {
            quint32 state = static_cast<quint32>(seed) * 2654435761U + 1;
            const auto noise = [&state](int size) {
                QByteArray bytes;
                for (int i = 0; i < size; ++i) {
                    state = state * 1664525U + 1013904223U;
                    bytes += static_cast<char>(state >> 24);
                }
                return bytes;
            };
            if (seed % 3 == 0) {
                const QByteArray bytes = noise(200);
                [[maybe_unused]] const auto sent = ::send(socket, bytes.constData(), 200, MSG_NOSIGNAL);
                return;
            }
            sendPacket(socket, 0, greeting());
            receivePacket(socket);
            sendPacket(socket, 2, seed % 3 == 1 ? noise(40) : kOk);
            if (!receivePacket(socket).isEmpty())
                sendPacket(socket, 1, noise(1 + seed));
        });
        const auto opened = openDatabase(requestTo(rogue.port()));
        QVERIFY(!opened.isOk());
    }
}

void TestMysqlHostile::aServerThatSaysNothingIsLeft()
{
    const Listener silent([](int socket) {
        char byte = 0;
        [[maybe_unused]] const auto got = ::recv(socket, &byte, 1, 0);
    });
    QElapsedTimer timer;
    timer.start();
    const auto opened = openDatabase(requestTo(silent.port()));
    QVERIFY(!opened.isOk());
    QCOMPARE(opened.error().kind, ErrorKind::Connection);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

void TestMysqlHostile::aConnectionThatIsCutIsAnErrorAndChangesNothing_data()
{
    QTest::addColumn<int>("bytes");
    for (const int bytes :
         {10, 100, 200, 400, 800, 1600, 3200, 4800, 6400, 8000, 9600, 12'000, 16'000, 24'000, 48'000})
        QTest::newRow(QByteArray::number(bytes).constData()) << bytes;
}

void TestMysqlHostile::aConnectionThatIsCutIsAnErrorAndChangesNothing()
{
    QFETCH(const int, bytes);
    const TestServer server(QStringLiteral("mysql"));
    if (!server.isThere())
        QSKIP(qPrintable(server.problem()));
    const QString name = QStringLiteral("galley_cut");
    server.makeDatabase(name);
    server.sql(name,
               "CREATE TABLE t(id int primary key, v varchar(100)); INSERT INTO t SELECT seq, repeat('x', "
               "50) FROM seq_1_to_1000; CREATE TABLE u LIKE t;");
    std::atomic<qint64> most = -1;
    const Listener proxy([&](int socket) { pass(socket, server.port(), most.exchange(-1)); });
    most = bytes;
    QElapsedTimer timer;
    timer.start();
    bool isWhole = false;
    bool isCommitted = false;
    [&] {
        OpenRequest request = requestTo(proxy.port(), name);
        request.access = OpenRequest::Access::Write;
        auto connection = openDatabase(request);
        if (!connection)
            return;
        ReadRequest read;
        read.table = {QString(), QStringLiteral("t")};
        auto rows = (*connection)->read(read);
        if (!rows)
            return;
        isWhole = readAllRows(**rows).count('\n') == 1000;
        rows->reset();
        auto sink = (*connection)->beginChanges();
        if (!sink)
            return;
        KeptRejects rejects;
        Rows list;
        for (int i = 1; i <= 500; ++i)
            list.push_back({i, "y"});
        const auto reader = readerOf(shapeOf({QStringLiteral("id"), QStringLiteral("v")}, {0}), list, 50);
        if ((*sink)->load({QString(), QStringLiteral("u")}, *reader, rejects) && rejects.all.empty())
            isCommitted = (*sink)->commit().isOk();
    }();
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(bytes > 12'000 || !isCommitted);
    QVERIFY(isCommitted ? isWhole : true);
    // The server rolls back what it had when it notices.
    const QByteArray expected = isCommitted ? "500\n" : "0\n";
    QTRY_COMPARE_WITH_TIMEOUT(server.sql(name, "SELECT count(*) FROM u"), expected, 10'000);
}

void TestMysqlHostile::cancellingWorksWhereTheServerDoesNotAnswer()
{
    const TestServer server(QStringLiteral("mysql"));
    if (!server.isThere())
        QSKIP(qPrintable(server.problem()));
    server.makeDatabase(QStringLiteral("galley_cut"));
    std::atomic<bool> isDeaf = false;
    const Listener proxy([&](int socket) {
        if (isDeaf) {
            char byte = 0;
            [[maybe_unused]] const auto got = ::recv(socket, &byte, 1, 0);
            return;
        }
        pass(socket, server.port(), -1);
    });
    auto connection = openDatabase(requestTo(proxy.port(), QStringLiteral("galley_cut")));
    QVERIFY(connection.isOk());
    isDeaf = true; // no second connection comes through
    std::thread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        (*connection)->interrupt();
    });
    QElapsedTimer timer;
    timer.start();
    auto reader = (*connection)->readQuery(QStringLiteral("SELECT SLEEP(20)"), QStringLiteral("q"));
    RowBatch batch;
    const Result<bool> read = reader ? (*reader)->read(batch) : Result<bool>(reader.error());
    other.join();
    QVERIFY(!read.isOk());
    QCOMPARE(read.error().kind, ErrorKind::Cancelled);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    connection->reset();
}

QTEST_GUILESS_MAIN(TestMysqlHostile)
#include "tst_mysqlhostile.moc"
