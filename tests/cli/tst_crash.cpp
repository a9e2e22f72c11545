// SPDX-License-Identifier: MIT
//
// kill -9 in front of every call that changes a file, during an export and an apply: what was there
// before is there, or what should be there after, and the next run works.
#include "tests/support/support.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace galley::test;

namespace {

QByteArray sqlite(const QString &database, const QString &sql)
{
    QProcess shell;
    shell.start(QStringLiteral("sqlite3"), {database, sql});
    shell.waitForFinished();
    return shell.readAllStandardOutput() + shell.readAllStandardError();
}

/// Runs galley with the shim; `crashAt` 0 counts the calls into `*calls`. True where it ended by itself.
bool runShimmed(const QStringList &arguments, const QString &folder, int crashAt, int *calls = nullptr)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GALLEY_HOME"), folder + QStringLiteral("/home"));
    environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(GALLEY_CRASH_SHIM));
    environment.insert(QStringLiteral("ASAN_OPTIONS"),
                       QStringLiteral("verify_asan_link_order=0:detect_leaks=0"));
    const QString countFile = folder + QStringLiteral("/calls");
    if (crashAt > 0)
        environment.insert(QStringLiteral("GALLEY_CRASH_AT"), QString::number(crashAt));
    else
        environment.insert(QStringLiteral("GALLEY_CRASH_COUNT"), countFile);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral(GALLEY_BINARY), arguments);
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    if (calls != nullptr) {
        QFile file(countFile);
        *calls = file.open(QIODevice::ReadOnly) ? file.readAll().toInt() : 0;
    }
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void makeDatabase(const QString &path, int price)
{
    sqlite(path,
           QStringLiteral(
               "CREATE TABLE item(id INTEGER PRIMARY KEY, name TEXT UNIQUE, price REAL);"
               "CREATE TABLE part(item INTEGER REFERENCES item, n INTEGER, note TEXT, PRIMARY KEY(item, n));"
               "CREATE INDEX part_note ON part(note);"
               "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c WHERE i<400) INSERT INTO item "
               "SELECT i, 'item '||i, i*%1.25 FROM c;"
               "INSERT INTO part SELECT id, 1, hex(zeroblob(40)) FROM item;")
               .arg(price));
}

} // namespace

class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExportLeavesTheOldOrTheNewFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("zip") << QStringLiteral("out.zip");
        QTest::newRow("directory") << QStringLiteral("out");
        QTest::newRow("one file") << QStringLiteral("out.csv.gz");
    }
    void anExportLeavesTheOldOrTheNewFile()
    {
        QFETCH(const QString, name);
        QTemporaryDir folder;
        makeDatabase(folder.filePath(QStringLiteral("old.db")), 1);
        makeDatabase(folder.filePath(QStringLiteral("new.db")), 2);
        const auto arguments = [&](const QString &source) {
            QStringList all = {QStringLiteral("export"), source, QStringLiteral("--to"), name,
                               QStringLiteral("--overwrite")};
            if (name.endsWith(QLatin1String("gz")))
                all << QStringLiteral("--table") << QStringLiteral("item");
            return all;
        };
        const QString out = folder.filePath(name);
        const auto content = [&] {
            if (!QFileInfo(out).isDir())
                return bytesOf(out);
            QByteArray all;
            const QStringList entries = QDir(out).entryList(QDir::Files, QDir::Name);
            for (const QString &entry : entries)
                all += bytesOf(out + QLatin1Char('/') + entry);
            return all;
        };
        int calls = 0;
        QVERIFY(runShimmed(arguments(QStringLiteral("new.db")), folder.path(), 0, &calls));
        const QByteArray newBytes = content();
        QVERIFY(runShimmed(arguments(QStringLiteral("old.db")), folder.path(), 0));
        const QByteArray oldBytes = content();
        QVERIFY(!newBytes.isEmpty() && newBytes != oldBytes && calls > 3);
        int asBefore = 0;
        for (int at = 1; at <= calls; ++at) {
            QVERIFY(!runShimmed(arguments(QStringLiteral("new.db")), folder.path(), at) || at == calls);
            const QByteArray now = content();
            QVERIFY2(now == oldBytes || now == newBytes,
                     qPrintable(QStringLiteral("call %1 of %2").arg(at).arg(calls)));
            asBefore += now == oldBytes ? 1 : 0;
            QVERIFY(runShimmed(arguments(QStringLiteral("old.db")), folder.path(),
                               0)); // leftovers are no obstacle
            QCOMPARE(content(), oldBytes);
        }
        QVERIFY(asBefore > calls / 2);
    }

    void anApplyLeavesTheOldOrTheNewRows_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("changes") << QStringList{QStringLiteral("import"), QStringLiteral("new.zip"),
                                                QStringLiteral("--into"), QStringLiteral("target.db"),
                                                QStringLiteral("--mode"), QStringLiteral("mirror"),
                                                QStringLiteral("--apply")};
        QTest::newRow("new tables") << QStringList{QStringLiteral("import"), QStringLiteral("new.zip"),
                                                   QStringLiteral("--into"), QStringLiteral("fresh.db"),
                                                   QStringLiteral("--apply")};
    }
    void anApplyLeavesTheOldOrTheNewRows()
    {
        QFETCH(const QStringList, arguments);
        QTemporaryDir folder;
        const auto path = [&](const char *name) { return folder.filePath(QString::fromLatin1(name)); };
        makeDatabase(path("old.db"), 1);
        makeDatabase(path("new.db"), 2);
        QVERIFY(runShimmed({QStringLiteral("export"), QStringLiteral("new.db"), QStringLiteral("--to"),
                            QStringLiteral("new.zip")},
                           folder.path(), 0));
        const bool isFresh = arguments.contains(QStringLiteral("fresh.db"));
        const QString target = path(isFresh ? "fresh.db" : "target.db");
        const auto reset = [&] {
            for (const char *suffix : {"", "-journal", "-wal", "-shm", ".part", ".part-journal"})
                QFile::remove(target + QString::fromLatin1(suffix));
            if (!isFresh)
                QFile::copy(path("old.db"), target);
        };
        const auto dump = [&](const QString &database) {
            return QFile::exists(database) ? sqlite(database, QStringLiteral(".dump")) : QByteArray();
        };
        reset();
        const QByteArray before = dump(target);
        int calls = 0;
        QVERIFY(runShimmed(arguments, folder.path(), 0, &calls));
        const QByteArray after = dump(target);
        QVERIFY(before != after && calls > 5);
        for (int at = 1; at <= calls; ++at) {
            reset();
            runShimmed(arguments, folder.path(), at);
            const QByteArray now = dump(target); // the sqlite3 shell rolls a hot journal back
            QVERIFY2(now == before || now == after,
                     qPrintable(QStringLiteral("call %1 of %2").arg(at).arg(calls)));
            if (!isFresh)
                QCOMPARE(sqlite(target, QStringLiteral("PRAGMA integrity_check")), QByteArray("ok\n"));
        }
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
