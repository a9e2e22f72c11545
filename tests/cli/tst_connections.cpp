// SPDX-License-Identifier: MIT
//
// Saved connections from the command line, with the real program and SQLite files.
#include "tests/support/support.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace galley::test;

class TestConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("home")));
        write("rows.csv", "id,name\n1,Ann\n2,Bob\n");
        QCOMPARE(run({"import", "rows.csv", "--into", "shop.db", "--table", "people", "--apply"}).exitCode,
                 0);
        write("more.csv", "id,name\n1,Anna\n2,Bob\n");
    }

    void aNameStandsForADatabase()
    {
        QCOMPARE(run({"connections", "add", "shop", "shop.db", "--color", "red"}).exitCode, 0);
        const RunResult inspected = run({"inspect", "shop"});
        QVERIFY2(inspected.exitCode == 0 && inspected.output.contains("people"), inspected.errors);
        QCOMPARE(run({"export", "shop", "--to", "out.csv"}).exitCode, 0);
        QCOMPARE(bytes("out.csv"), QByteArray("id,name\n1,Ann\n2,Bob\n"));
        const RunResult listed = run({"connections", "--json"});
        const QJsonObject first =
            QJsonDocument::fromJson(listed.output)[QStringLiteral("connections")][0].toObject();
        QCOMPARE(first[QStringLiteral("name")].toString(), QStringLiteral("shop"));
        QCOMPARE(first[QStringLiteral("mark")].toString(), QStringLiteral("PRODUCTION"));
        QVERIFY(QDir::isAbsolutePath(first[QStringLiteral("location")].toString()));
        const RunResult tested = run({"connections", "test", "shop"});
        QVERIFY2(tested.exitCode == 0 && tested.output.contains("SQLite"), tested.errors);
        QCOMPARE(run({"connections", "remove", "shop"}).exitCode, 0);
        QVERIFY(run({"inspect", "shop"}).exitCode != 0);
    }
    void throughAReadOnlyConnectionNothingIsWritten()
    {
        QCOMPARE(run({"connections", "add", "live", "shop.db", "--read-only"}).exitCode, 0);
        const QByteArray before = bytes("shop.db");
        // By its name, by its path, and through a link.
        QVERIFY(QFile::link(path("shop.db"), path("link.db")));
        for (const char *target : {"live", "shop.db", "./shop.db", "sqlite:shop.db", "link.db"}) {
            const RunResult applied =
                run({"import", "more.csv", "--into", target, "--table", "people", "--apply"});
            QVERIFY2(applied.exitCode == 77, applied.output + applied.errors);
            QVERIFY2(applied.errors.contains("read-only"), applied.errors);
            QCOMPARE(bytes("shop.db"), before);
        }
        // A preview compares, says that it did not rehearse, and cannot be applied either.
        const RunResult seen = run(
            {"import", "more.csv", "--into", "live", "--table", "people", "--save", "live.galleychanges"});
        QVERIFY2(seen.exitCode == 0, seen.errors);
        QVERIFY2((seen.output + seen.errors).contains("not rehearsed"), seen.output + seen.errors);
        QVERIFY2(seen.output.contains("people"), seen.output);
        QCOMPARE(run({"apply", "live.galleychanges", "--to", "live"}).exitCode, 77);
        QCOMPARE(run({"apply", "live.galleychanges", "--to", "shop.db"}).exitCode, 77);
        QCOMPARE(bytes("shop.db"), before);
        QCOMPARE(run({"connections", "remove", "live"}).exitCode, 0);
        QCOMPARE(run({"apply", "live.galleychanges", "--to", "shop.db"}).exitCode, 0);
        QVERIFY(bytes("shop.db") != before);
    }
    void anUndoIsAWriteToo()
    {
        QCOMPARE(run({"import", "more.csv", "--into", "shop.db", "--table", "people", "--apply", "--save",
                      "done.galleychanges"})
                     .exitCode,
                 0);
        QCOMPARE(run({"connections", "add", "live", "shop.db", "--read-only"}).exitCode, 0);
        const QByteArray before = bytes("shop.db");
        QCOMPARE(run({"undo", "done.galleychanges", "--on", "live", "--apply"}).exitCode, 77);
        QCOMPARE(bytes("shop.db"), before);
        QCOMPARE(run({"connections", "add", "live", "shop.db", "--replace"}).exitCode, 0);
        const RunResult undone = run({"undo", "done.galleychanges", "--on", "live", "--apply"});
        QVERIFY2(undone.exitCode == 0, undone.errors);
    }
    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, std::initializer_list<const char *> words, int code,
                            const char *says) {
            QStringList arguments;
            for (const char *word : words)
                arguments += QString::fromUtf8(word);
            QTest::newRow(name) << arguments << code << QByteArray(says);
        };
        row("no action", {"connections", "ad", "x", "y"}, 64, "Did you mean \"add\"");
        row("no name", {"connections", "add"}, 64, "NAME is missing");
        row("no database", {"connections", "add", "x"}, 64, "DB is missing");
        row("a path for a name", {"connections", "add", "a/b", "shop.db"}, 64, "cannot be the name");
        row("no colour", {"connections", "add", "x", "shop.db", "--color", "pink"}, 64, "Known colours");
        row("not there", {"connections", "remove", "x"}, 66, "no saved connection");
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, code);
        QFETCH(const QByteArray, says);
        const RunResult result = runGalley(arguments, m_folder->path());
        QVERIFY2(result.exitCode == code && result.errors.contains(says), result.errors);
    }
    void aNameThatIsAlsoAFileIsAmbiguous()
    {
        QCOMPARE(run({"connections", "add", "shop", "shop.db"}).exitCode, 0);
        QVERIFY(QFile::copy(path("shop.db"), path("shop")));
        const RunResult result = run({"inspect", "shop"});
        QVERIFY2(result.exitCode != 0 && result.errors.contains("sqlite:shop"), result.errors);
        QCOMPARE(run({"inspect", "sqlite:shop"}).exitCode, 0);
    }

private:
    RunResult run(std::initializer_list<const char *> arguments) const
    {
        QStringList list;
        for (const char *argument : arguments)
            list += QString::fromUtf8(argument);
        return runGalley(list, m_folder->path());
    }
    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    QByteArray bytes(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const char *name, const char *text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) > 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
