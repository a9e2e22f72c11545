// SPDX-License-Identifier: MIT
//
// kill -9 in front of every call that changes a file, during an export, an apply and an undo, and of every
// call that reads back an export: what was there before is there, or what should be there after, and the next
// run works.
#include "tests/support/support.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace galley::test;

namespace {

QByteArray sqlite(const QString &database, const QString &sql)
{
    QProcess shell;
    shell.start(QStringLiteral("sqlite3"), {database, sql});
    shell.waitForFinished();
    return shell.readAllStandardOutput() + shell.readAllStandardError();
}

enum class CrashOn
{
    Changing,
    ReadingBack
};

/// Runs galley with the shim; `crashAt` 0 counts the calls into `*calls`. True where it ended by itself.
bool runShimmed(const QStringList &arguments, const QString &folder, int crashAt, int *calls = nullptr,
                CrashOn on = CrashOn::Changing)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GALLEY_HOME"), folder + QStringLiteral("/home"));
    environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(GALLEY_CRASH_SHIM));
    environment.insert(QStringLiteral("ASAN_OPTIONS"),
                       QStringLiteral("verify_asan_link_order=0:detect_leaks=0"));
    if (on == CrashOn::ReadingBack)
        environment.insert(QStringLiteral("GALLEY_CRASH_ON"), QStringLiteral("reading"));
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

/// Of a file, or of all files of a folder.
QByteArray contentOf(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return bytesOf(path);
    QByteArray all;
    const QStringList entries = QDir(path).entryList(QDir::Files, QDir::Name);
    for (const QString &entry : entries)
        all += bytesOf(path + QLatin1Char('/') + entry);
    return all;
}

QByteArray dumpOf(const QString &database)
{
    return QFile::exists(database) ? sqlite(database, QStringLiteral(".dump")) : QByteArray();
}

/// With what an interrupted transaction leaves beside it.
void removeDatabase(const QString &path)
{
    for (const char *suffix : {"", "-journal", "-wal", "-shm", ".part", ".part-journal"})
        QFile::remove(path + QString::fromLatin1(suffix));
}

void copyFolder(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QVERIFY(QDir().mkpath(to));
    const QFileInfoList entries = QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        const QString path = to + QLatin1Char('/') + entry.fileName();
        if (entry.isDir())
            copyFolder(entry.filePath(), path);
        else
            QVERIFY(QFile::copy(entry.filePath(), path));
    }
}

/// The ID of the only entry.
QString idInHistory(const QString &home)
{
    return QDir(home + QStringLiteral("/history"))
        .entryList({QStringLiteral("*.json")})
        .value(0)
        .section(QLatin1Char('.'), 0, 0);
}

void exportDestinations()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("zip") << QStringLiteral("out.zip");
    QTest::newRow("directory") << QStringLiteral("out");
    QTest::newRow("one file") << QStringLiteral("out.csv.gz");
}

QStringList exportArguments(const QString &source, const QString &to)
{
    QStringList all = {QStringLiteral("export"), source, QStringLiteral("--to"), to,
                       QStringLiteral("--overwrite")};
    if (to.endsWith(QLatin1String("gz")))
        all << QStringLiteral("--table") << QStringLiteral("item");
    return all;
}

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '));
}

} // namespace

class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExportLeavesTheOldOrTheNewFile_data() { exportDestinations(); }
    void anExportLeavesTheOldOrTheNewFile()
    {
        QFETCH(const QString, name);
        QTemporaryDir folder;
        makeDatabase(folder.filePath(QStringLiteral("old.db")), 1);
        makeDatabase(folder.filePath(QStringLiteral("new.db")), 2);
        const QString out = folder.filePath(name);
        const auto content = [&] { return contentOf(out); };
        const auto arguments = [&](const QString &source) { return exportArguments(source, name); };
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

    void anExportKilledWhileItIsReadBackLeavesTheOldFile_data() { exportDestinations(); }
    void anExportKilledWhileItIsReadBackLeavesTheOldFile()
    {
        QFETCH(const QString, name);
        QTemporaryDir folder;
        makeDatabase(folder.filePath(QStringLiteral("old.db")), 1);
        makeDatabase(folder.filePath(QStringLiteral("new.db")), 2);
        const QString out = folder.filePath(name);
        const QStringList writeNew = exportArguments(QStringLiteral("new.db"), name);
        QVERIFY(runShimmed(exportArguments(QStringLiteral("old.db"), name), folder.path(), 0));
        const QByteArray oldBytes = contentOf(out);
        int calls = 0;
        QVERIFY(runShimmed(writeNew, folder.path(), 0, &calls, CrashOn::ReadingBack));
        const QByteArray newBytes = contentOf(out);
        QVERIFY(!oldBytes.isEmpty() && newBytes != oldBytes && calls > 0);
        QVERIFY(runShimmed(exportArguments(QStringLiteral("old.db"), name), folder.path(), 0));
        QCOMPARE(contentOf(out), oldBytes);
        // A zip is read in hundreds of small pieces: the first, the last and some between.
        const int tries = std::min(calls, 24);
        for (int i = 0; i < tries; ++i) {
            const int at = tries == 1 ? 1 : 1 + i * (calls - 1) / (tries - 1);
            QVERIFY(!runShimmed(writeNew, folder.path(), at, nullptr, CrashOn::ReadingBack));
            QVERIFY2(contentOf(out) == oldBytes,
                     qPrintable(QStringLiteral("read %1 of %2").arg(at).arg(calls)));
            QVERIFY(QFileInfo::exists(out + QStringLiteral(".part")));
        }
        QVERIFY(runShimmed(writeNew, folder.path(), 0)); // leftovers are no obstacle
        QCOMPARE(contentOf(out), newBytes);
        QVERIFY(!QFileInfo::exists(out + QStringLiteral(".part")));
    }

    void anApplyLeavesTheOldOrTheNewRows_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("changes") << words("import new.zip --into target.db --mode mirror --apply");
        QTest::newRow("changes file") << words("apply c.galleychanges --to target.db");
        QTest::newRow("new tables") << words("import new.zip --into fresh.db --apply");
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
            removeDatabase(target);
            QDir(path("home")).removeRecursively();
            if (!isFresh)
                QFile::copy(path("old.db"), target);
        };
        reset();
        if (arguments.contains(QStringLiteral("c.galleychanges")))
            QVERIFY(runShimmed(words("import new.zip --into target.db --mode mirror --save c.galleychanges"),
                               folder.path(), 0));
        const QByteArray before = dumpOf(target);
        int calls = 0;
        QVERIFY(runShimmed(arguments, folder.path(), 0, &calls));
        const QByteArray after = dumpOf(target);
        QVERIFY(before != after && calls > 5);
        sqlite(path("empty.db"), QStringLiteral("VACUUM"));
        int applied = 0;
        for (int at = 1; at <= calls; ++at) {
            reset();
            runShimmed(arguments, folder.path(), at);
            const QByteArray now = dumpOf(target); // the sqlite3 shell rolls a hot journal back
            QVERIFY2(now == before || now == after,
                     qPrintable(QStringLiteral("call %1 of %2").arg(at).arg(calls)));
            if (!isFresh)
                QCOMPARE(sqlite(target, QStringLiteral("PRAGMA integrity_check")), QByteArray("ok\n"));
            if (now != after)
                continue;
            // Applied, so it can be undone, wherever galley was killed after COMMIT.
            ++applied;
            const QStringList undo = {QStringLiteral("undo"), idInHistory(path("home")),
                                      QStringLiteral("--on"), QFileInfo(target).fileName(),
                                      QStringLiteral("--apply")};
            QVERIFY2(
                runShimmed(undo, folder.path(), 0),
                qPrintable(QStringLiteral("call %1 of %2, undo of \"%3\"").arg(at).arg(calls).arg(undo[1])));
            QCOMPARE(dumpOf(target), isFresh ? dumpOf(path("empty.db")) : before);
        }
        QVERIFY(applied > 0);
    }

    void anUndoLeavesTheAppliedOrTheEarlierRows_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("changes") << QStringLiteral("mirror");
        QTest::newRow("new tables") << QStringLiteral("create");
    }
    void anUndoLeavesTheAppliedOrTheEarlierRows()
    {
        QFETCH(const QString, mode);
        QTemporaryDir folder;
        const auto path = [&](const char *name) { return folder.filePath(QString::fromLatin1(name)); };
        makeDatabase(path("new.db"), 2);
        if (mode == QLatin1String("mirror"))
            makeDatabase(path("target.db"), 1);
        else
            sqlite(path("target.db"), QStringLiteral("CREATE TABLE other(x); INSERT INTO other VALUES(1)"));
        const QString target = path("target.db");
        const QByteArray before = dumpOf(target);
        QStringList import = words("import new.db --into target.db --save c.galleychanges --apply --mode");
        QVERIFY(runShimmed(import << mode, folder.path(), 0));
        const QByteArray applied = dumpOf(target);
        QVERIFY(QFile::copy(target, path("applied.db")));
        copyFolder(path("home"), path("applied-home"));
        const auto reset = [&] {
            removeDatabase(target);
            QVERIFY(QFile::copy(path("applied.db"), target));
            copyFolder(path("applied-home"), path("home"));
        };
        const QStringList undo = words("undo c.galleychanges --on target.db --apply");
        int calls = 0;
        QVERIFY(runShimmed(undo, folder.path(), 0, &calls));
        QVERIFY(before != applied && calls > 5);
        QCOMPARE(dumpOf(target), before);
        int asApplied = 0;
        for (int at = 1; at <= calls; ++at) {
            reset();
            runShimmed(undo, folder.path(), at);
            const QByteArray now = dumpOf(target); // the sqlite3 shell rolls a hot journal back
            const QByteArray where = QStringLiteral("call %1 of %2").arg(at).arg(calls).toLatin1();
            QVERIFY2(now == before || now == applied, where.constData());
            QCOMPARE(sqlite(target, QStringLiteral("PRAGMA integrity_check")), QByteArray("ok\n"));
            asApplied += now == applied ? 1 : 0;
            const bool isUndoneNow = runShimmed(undo, folder.path(), 0);
            QVERIFY2(isUndoneNow || now == before, where.constData()); // what was undone is not undone twice
            QCOMPARE(dumpOf(target), before);
        }
        QVERIFY(asApplied > 0 && asApplied < calls);
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
