// SPDX-License-Identifier: MIT
#include "workers/base/statefolder.h"
#include "workers/connections/savedconnections.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;

namespace {

SavedConnection shop(const QString &name)
{
    SavedConnection made;
    made.name = name;
    made.database = {QStringLiteral("sqlite"), QStringLiteral("/data/") + name, {}};
    made.color = QStringLiteral("red");
    return made;
}

QByteArray fileBytes()
{
    QFile file(stateFolder() + QStringLiteral("/connections.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList names()
{
    QStringList out;
    const Result<std::vector<SavedConnection>> all = readConnections();
    for (const SavedConnection &each : *all)
        out += each.name;
    return out;
}

} // namespace

class TestSavedConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("GALLEY_HOME", m_home->path().toUtf8());
    }

    void whatIsSavedComesBackWhole()
    {
        SavedConnection saved = shop(QStringLiteral("Überlandshop 🚢"));
        saved.database.parameters.insert(QStringLiteral("sslmode"), QStringLiteral("verify-full"));
        saved.mark = QStringLiteral("LIVE");
        saved.isReadOnly = true;
        saved.isPasswordKept = true;
        QVERIFY(saveConnection(saved));
        const Result<SavedConnection> found = findConnection(saved.name);
        QVERIFY(found);
        QCOMPARE(found->database, saved.database);
        QCOMPARE(found->color, saved.color);
        QCOMPARE(found->markText(), QStringLiteral("LIVE"));
        QVERIFY(found->isReadOnly && found->isPasswordKept);
        const DatabaseRef reference = found->reference();
        QCOMPARE(reference.connection, saved.name);
        QVERIFY(reference.isReadOnly);
        QCOMPARE(reference, saved.database); // by which name does not count
    }
    void aNameIsTakenOnce()
    {
        QVERIFY(saveConnection(shop(QStringLiteral("one"))));
        QCOMPARE(saveConnection(shop(QStringLiteral("one"))).error().kind, ErrorKind::Duplicate);
        QVERIFY(saveConnection(shop(QStringLiteral("two"))));
        QCOMPARE(saveConnection(shop(QStringLiteral("one")), QStringLiteral("two")).error().kind,
                 ErrorKind::Duplicate);
        QVERIFY(saveConnection(shop(QStringLiteral("three")), QStringLiteral("two")));
        QCOMPARE(names(), QStringList({QStringLiteral("one"), QStringLiteral("three")}));
        QVERIFY(removeConnection(QStringLiteral("one")));
        QCOMPARE(names(), QStringList(QStringLiteral("three")));
    }
    void aNameThatIsNotThereIsHelpedAlong()
    {
        QVERIFY(saveConnection(shop(QStringLiteral("production"))));
        const Error error = findConnection(QStringLiteral("prodution")).error();
        QCOMPARE(error.kind, ErrorKind::NotFound);
        QVERIFY2(error.hint.contains(QStringLiteral("production")), qPrintable(error.hint));
        QCOMPARE(removeConnection(QStringLiteral("x")).error().kind, ErrorKind::NotFound);
    }
    void aNameCannotBeAPathOrAnOption_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name :
             {"", " ", "a/b", "a\\b", "shop.db", "odbc:x", "-x", " x", "x ", "a\nb", "a\x1b[0m"})
            QTest::newRow(name) << QString::fromUtf8(name);
        QTest::newRow("long") << QString(81, QLatin1Char('x'));
    }
    void aNameCannotBeAPathOrAnOption()
    {
        QFETCH(const QString, name);
        SavedConnection bad = shop(QStringLiteral("x"));
        bad.name = name;
        QCOMPARE(saveConnection(bad).error().kind, ErrorKind::Usage);
        QVERIFY(fileBytes().isEmpty());
    }
    void noPasswordReachesTheFile_data()
    {
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("in the user") << "postgresql://ann:hunter2@db/shop"
                                     << ""
                                     << "";
        QTest::newRow("among the options") << "postgresql://ann@db/shop?password=hunter2"
                                           << ""
                                           << "";
        QTest::newRow("of a key") << "postgresql://ann@db/shop"
                                  << "sslpassword"
                                  << "hunter2";
        QTest::newRow("of ODBC") << "odbc:DSN=x;Pwd=hunter2"
                                 << ""
                                 << "";
        QTest::newRow("in a value") << "odbc:DSN=x"
                                    << "connection"
                                    << "DSN=x;PWD=hunter2";
    }
    void noPasswordReachesTheFile()
    {
        QFETCH(const QString, location);
        QFETCH(const QString, key);
        QFETCH(const QString, value);
        SavedConnection bad = shop(QStringLiteral("x"));
        bad.database.location = location;
        if (!key.isEmpty())
            bad.database.parameters.insert(key, value);
        // The engines themselves may be absent here; what counts is what the location looks like.
        for (const auto &engine : engines()) {
            bad.database.engine = engine->id();
            if (engine->id() == QLatin1String("sqlite") && key.isEmpty())
                continue; // a path may look like anything
            QCOMPARE(saveConnection(bad).error().kind, ErrorKind::Usage);
        }
        QVERIFY(!fileBytes().contains("hunter2"));
    }
    void aDamagedFileIsToldAndLeftAsItIs()
    {
        for (const QByteArray &bytes :
             {QByteArray("{\"version\": 1, \"conn"), QByteArray("[]"), QByteArray("{\"version\": 9}"),
              QByteArray("{\"version\": 1, \"connections\": [{}]}")}) {
            QFile file(stateFolder() + QStringLiteral("/connections.json"));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) > 0);
            file.close();
            QCOMPARE(readConnections().error().kind, ErrorKind::Malformed);
            QCOMPARE(saveConnection(shop(QStringLiteral("x"))).error().kind, ErrorKind::Malformed);
            QCOMPARE(fileBytes(), bytes);
        }
    }
    void aDamagedReadOnlyMarkStillProtects()
    {
        QFile file(stateFolder() + QStringLiteral("/connections.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"version\": 1, \"connections\": [{\"name\": \"x\", \"engine\": \"sqlite\", "
                   "\"readOnly\": \"yes\"}]}");
        file.close();
        QVERIFY(findConnection(QStringLiteral("x"))->isReadOnly);
    }
    void theMarkHoldsForTheSameDatabaseByAnyName()
    {
        QFile file(m_home->filePath(QStringLiteral("real.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.link(m_home->filePath(QStringLiteral("alias.db"))));
        SavedConnection saved = shop(QStringLiteral("live"));
        saved.database.location = file.fileName();
        saved.isReadOnly = true;
        const DatabaseRef alias{QStringLiteral("sqlite"), m_home->filePath(QStringLiteral("alias.db")), {}};
        QVERIFY(guarded(alias, {saved}).isReadOnly);
        QCOMPARE(checkWritable(guarded(alias, {saved})).error().kind, ErrorKind::Permission);
        SavedConnection writer = saved;
        writer.name = QStringLiteral("live to write");
        writer.isReadOnly = false;
        QVERIFY(!guarded(alias, {saved, writer}).isReadOnly); // the user made a way to write
        QCOMPARE(connectionFor({writer, saved}, saved.reference())->name, saved.name);
        QVERIFY(connectionFor({saved}, {QStringLiteral("sqlite"), QStringLiteral("/other"), {}}) == nullptr);
    }
    void serversAreTheSameWhereHostPortAndDatabaseAre()
    {
        const auto server = [](const char *user, const char *port) {
            DatabaseRef ref{QStringLiteral("postgres"), QLatin1String(user) + QLatin1String(port), {}};
            ref.parameters.insert(QStringLiteral("host"), QStringLiteral("db"));
            ref.parameters.insert(QStringLiteral("database"), QStringLiteral("shop"));
            ref.parameters.insert(QStringLiteral("user"), QLatin1String(user));
            if (*port != 0)
                ref.parameters.insert(QStringLiteral("port"), QLatin1String(port));
            return ref;
        };
        QVERIFY(isSameDatabase(server("ann", ""), server("bob", "5432")));
        QVERIFY(!isSameDatabase(server("ann", ""), server("ann", "5433")));
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(TestSavedConnections)
#include "tst_savedconnections.moc"
