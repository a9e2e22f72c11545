// SPDX-License-Identifier: MIT
//
// The real keyring of GNOME on a bus of its own.
#include "workers/connections/keyring.h"

#include "tests/support/keyringservice.h"
#include "tests/support/support.h"
#include "workers/connections/savedconnections.h"

#include <QDirIterator>
#include <QEventLoop>
#include <QTest>

using namespace galley;

namespace {

DatabaseRef server(const char *host)
{
    DatabaseRef ref{
        QStringLiteral("postgres"), QStringLiteral("postgresql://ann@%1/shop").arg(QLatin1String(host)), {}};
    ref.parameters = {{QStringLiteral("user"), QStringLiteral("ann")},
                      {QStringLiteral("host"), QLatin1String(host)},
                      {QStringLiteral("database"), QStringLiteral("shop")}};
    return ref;
}

template<typename Answer, typename Ask> Answer waited(const Ask &ask)
{
    Keyring keyring;
    std::optional<Answer> answer;
    ask(keyring, [&](Answer given) { answer = std::move(given); });
    const bool isThere = QTest::qWaitFor([&] { return answer.has_value(); }, 30'000);
    return isThere ? *std::move(answer) : Answer(Error{ErrorKind::Io, QStringLiteral("no answer"), {}, {}});
}

Result<Secret> read(const DatabaseRef &ref)
{
    return waited<Result<Secret>>([&](Keyring &keyring, auto done) { keyring.read(ref, done); });
}

Result<void> write(const DatabaseRef &ref, std::string_view text)
{
    const Secret secret(text);
    return waited<Result<void>>([&](Keyring &keyring, auto done) { keyring.write(ref, secret, done); });
}

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestKeyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!m_service.problem().isEmpty())
            QSKIP(qPrintable(m_service.problem()));
    }

    void whatIsKeptComesBack()
    {
        QVERIFY(read(server("a"))->isEmpty());
        const QByteArray odd("pä55 ;'\"\\\n=🔑");
        QVERIFY(write(server("a"), std::string_view(odd.constData(), static_cast<size_t>(odd.size()))));
        QCOMPARE(QByteArray(read(server("a"))->c_str()), odd);
        QVERIFY(write(server("a"), "second"));
        QCOMPARE(QByteArray(read(server("a"))->c_str()), QByteArray("second"));
    }
    void anotherServerGetsNoPassword()
    {
        QVERIFY(write(server("a"), "of a"));
        QVERIFY(read(server("evil"))->isEmpty());
        DatabaseRef otherUser = server("a");
        otherUser.parameters.insert(QStringLiteral("user"), QStringLiteral("bob"));
        QVERIFY(read(otherUser)->isEmpty());
        DatabaseRef encrypted = server("a");
        encrypted.parameters.insert(QStringLiteral("sslmode"), QStringLiteral("require"));
        QCOMPARE(QByteArray(read(encrypted)->c_str()), QByteArray("of a"));
    }
    void whatIsRemovedIsGone()
    {
        QVERIFY(write(server("b"), "x"));
        for (int i = 0; i < 2; ++i) {
            QVERIFY(waited<Result<void>>(
                [&](Keyring &keyring, auto done) { keyring.remove(server("b"), done); }));
        }
        QVERIFY(read(server("b"))->isEmpty());
    }
    void aCrashLeavesNoMemoryBehind()
    {
        QVERIFY(read(server("a")));
        QCOMPARE(fileBytes(QStringLiteral("/proc/self/coredump_filter")).trimmed(), QByteArray("00000000"));
    }
    void theCommandLineKeepsAndForgetsIt()
    {
        const QTemporaryDir folder;
        // An SQLite file wants no password, but keeps one just as well.
        qputenv("GALLEY_PASSWORD", "hunter2-in-the-ring");
        const auto run = [&](const QStringList &arguments) {
            return test::runGalley(arguments, folder.path());
        };
        const QString database = folder.filePath(QStringLiteral("shop.db"));
        QCOMPARE(run({QStringLiteral("sample"), database}).exitCode, 0);
        const test::RunResult added =
            run({QStringLiteral("connections"), QStringLiteral("add"), QStringLiteral("shop"), database,
                 QStringLiteral("--keep-password")});
        QVERIFY2(added.exitCode == 0, added.errors);
        qunsetenv("GALLEY_PASSWORD");
        const DatabaseRef ref{QStringLiteral("sqlite"), database, {}};
        QCOMPARE(QByteArray(read(ref)->c_str()), QByteArray("hunter2-in-the-ring"));
        QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int count = 0;
        for (; files.hasNext(); ++count)
            QVERIFY2(!fileBytes(files.next()).contains("hunter2"), qPrintable(files.filePath()));
        QVERIFY(count > 1);
        QCOMPARE(
            run({QStringLiteral("connections"), QStringLiteral("remove"), QStringLiteral("shop")}).exitCode,
            0);
        QVERIFY(read(ref)->isEmpty());
    }
    void withoutAKeyringItIsSaid()
    {
        const QTemporaryDir folder;
        const QString database = folder.filePath(QStringLiteral("shop.db"));
        const QByteArray bus = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qputenv("GALLEY_PASSWORD", "secret-word");
        QCOMPARE(test::runGalley({QStringLiteral("sample"), database}, folder.path()).exitCode, 0);
        const test::RunResult added =
            test::runGalley({QStringLiteral("connections"), QStringLiteral("add"), QStringLiteral("shop"),
                             database, QStringLiteral("--keep-password")},
                            folder.path());
        qputenv("DBUS_SESSION_BUS_ADDRESS", bus);
        qunsetenv("GALLEY_PASSWORD");
        QVERIFY2(added.exitCode != 0 && added.errors.contains("keyring")
                     && added.errors.contains("asked for each time"),
                 added.errors);
        QVERIFY(!added.errors.contains("secret-word"));
        QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext())
            QVERIFY2(!fileBytes(files.next()).contains("secret-word"), qPrintable(files.filePath()));
    }

private:
    test::KeyringService m_service;
};

QTEST_GUILESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
