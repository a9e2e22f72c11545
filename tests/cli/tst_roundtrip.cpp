// SPDX-License-Identifier: MIT
//
// Whole databases out and back in through the command line: what `.dump` says is the same afterwards.
#include "tests/support/support.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace galley::test;

namespace {

QByteArray sqlite(const QString &database, const QByteArray &input)
{
    QProcess shell;
    shell.start(QStringLiteral("sqlite3"), {database});
    shell.write("PRAGMA synchronous=OFF;\n" + input);
    shell.closeWriteChannel();
    shell.waitForFinished(60'000);
    return shell.readAllStandardOutput() + shell.readAllStandardError();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Tables are made parents first, so the order of the statements says nothing; that of the rows of a table
/// does, and is in each table's own dump.
QList<QByteArray> statements(const QString &database)
{
    QList<QByteArray> lines;
    const QList<QByteArray> all = sqlite(database, ".dump --nosys\n").split('\n');
    for (const QByteArray &line : all) {
        // What a full-text index keeps inside depends on how its rows came in.
        if (!line.startsWith("INSERT INTO docs_") && !line.startsWith("INSERT INTO ext_"))
            lines.append(line);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

QByteArray rowsOf(const QString &database)
{
    const QList<QByteArray> tables =
        sqlite(database,
               "SELECT name FROM pragma_table_list WHERE schema='main' AND type IN ('table','virtual') AND "
               "name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name;\n")
            .split('\n');
    QByteArray commands = ".mode quote\n.nullvalue NULL\n";
    for (const QByteArray &table : tables) {
        if (!table.isEmpty())
            commands += ".print " + table.toHex() + "\nSELECT * FROM \"" + table + "\";\n";
    }
    return sqlite(database, commands + "SELECT name, seq FROM sqlite_sequence ORDER BY name;\n");
}

const char *const kSchema =
    ".mode quote\nSELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2;\n";

} // namespace

class TestRoundtrip : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    bool make(const QString &database, const QString &name) const
    {
        const QString samples = samplePath(QStringLiteral("databases"));
        if (name == QLatin1String("nasty"))
            return sqlite(database, bytesOf(QStringLiteral(GALLEY_SOURCE_DIR "/tests/data/nasty.sql")))
                .isEmpty();
        if (samples.isEmpty())
            return false;
        if (name == QLatin1String("chinook"))
            return QFile::copy(samples + QStringLiteral("/chinook.sqlite"), database);
        sqlite(database, bytesOf(samples + QStringLiteral("/northwind-sqlite.sql")));
        return true;
    }
    void compare(const QString &a, const QString &b) const
    {
        const QList<QByteArray> rowsWere = rowsOf(a).split('\n');
        const QList<QByteArray> rowsAre = rowsOf(b).split('\n');
        for (qsizetype i = 0; i < std::min(rowsWere.size(), rowsAre.size()); ++i)
            QCOMPARE(rowsAre[i], rowsWere[i]);
        QCOMPARE(rowsAre.size(), rowsWere.size());
        QCOMPARE(sqlite(b, kSchema), sqlite(a, kSchema));
        const QList<QByteArray> was = statements(a);
        const QList<QByteArray> is = statements(b);
        for (qsizetype i = 0; i < std::min(was.size(), is.size()); ++i)
            QCOMPARE(is[i], was[i]);
        QCOMPARE(is.size(), was.size());
        QCOMPARE(sqlite(b, "PRAGMA integrity_check;"), QByteArray("ok\n"));
        QCOMPARE(sqlite(b, "PRAGMA foreign_key_check;"), sqlite(a, "PRAGMA foreign_key_check;"));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aDatabaseComesBackAsItWas_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("to");
        for (const char *name : {"nasty", "northwind", "chinook"}) {
            for (const char *format : {"csv", "jsonl", "json", "sql"}) {
                const char *to =
                    qstrcmp(format, "jsonl") == 0 || qstrcmp(format, "json") == 0 ? "out" : "out.zip";
                QTest::addRow("%s %s %s", name, format, to)
                    << QString::fromLatin1(name) << QString::fromLatin1(format) << QString::fromLatin1(to);
            }
        }
        QTest::newRow("nasty csv out")
            << QStringLiteral("nasty") << QStringLiteral("csv") << QStringLiteral("out");
    }
    void aDatabaseComesBackAsItWas()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, format);
        QFETCH(const QString, to);
        if (!make(path("a.db"), name))
            QSKIP("no sample databases");
        const RunResult out = runGalley({QStringLiteral("export"), QStringLiteral("a.db"),
                                         QStringLiteral("--to"), to, QStringLiteral("--format"), format},
                                        m_folder->path());
        QVERIFY2(out.exitCode == 0, out.errors.constData());
        const RunResult in = runGalley({QStringLiteral("import"), to, QStringLiteral("--into"),
                                        QStringLiteral("b.db"), QStringLiteral("--apply")},
                                       m_folder->path());
        QVERIFY2(in.exitCode == 0, in.errors.constData());
        compare(path("a.db"), path("b.db"));
    }

    void fullTextTablesFindWhatTheyFound()
    {
        QVERIFY(make(path("a.db"), QStringLiteral("nasty")));
        runGalley({QStringLiteral("export"), QStringLiteral("a.db"), QStringLiteral("--to"),
                   QStringLiteral("out.zip")},
                  m_folder->path());
        runGalley({QStringLiteral("import"), QStringLiteral("out.zip"), QStringLiteral("--into"),
                   QStringLiteral("b.db"), QStringLiteral("--apply")},
                  m_folder->path());
        QCOMPARE(sqlite(path("b.db"), "SELECT rowid, title FROM docs('run OR cargo') ORDER BY rowid;"),
                 QByteArray("1|One\n77|Three\n"));
        QCOMPARE(sqlite(path("b.db"), "SELECT rowid FROM ext('bob');"), QByteArray("1\n"));
        QCOMPARE(sqlite(path("b.db"), "SELECT id FROM box WHERE x0 > 0.2;"), QByteArray("4\n"));
        QCOMPARE(sqlite(path("b.db"),
                        "INSERT INTO docs(docs) VALUES('integrity-check');"
                        "INSERT INTO ext(ext, rank) VALUES('integrity-check', 1);"),
                 QByteArray());
    }

    void aNumberThatWasGivenIsNotGivenAgain()
    {
        QVERIFY(make(path("a.db"), QStringLiteral("nasty")));
        runGalley({QStringLiteral("export"), QStringLiteral("a.db"), QStringLiteral("--to"),
                   QStringLiteral("out.zip")},
                  m_folder->path());
        runGalley({QStringLiteral("import"), QStringLiteral("out.zip"), QStringLiteral("--into"),
                   QStringLiteral("b.db"), QStringLiteral("--apply"), QStringLiteral("--rename"),
                   QStringLiteral("emptied=other")},
                  m_folder->path());
        QCOMPARE(sqlite(path("b.db"), "INSERT INTO person(name) VALUES('new') RETURNING id;"),
                 QByteArray("51\n"));
        QCOMPARE(sqlite(path("b.db"), "INSERT INTO other(v) VALUES(1) RETURNING id;"), QByteArray("10\n"));
    }

    void aContentlessIndexIsNamedInAWarning()
    {
        sqlite(path("a.db"),
               "CREATE VIRTUAL TABLE bare USING fts5(t, content=''); "
               "INSERT INTO bare(rowid, t) VALUES(1, 'x');");
        const RunResult out = runGalley({QStringLiteral("export"), QStringLiteral("a.db"),
                                         QStringLiteral("--to"), QStringLiteral("out.zip")},
                                        m_folder->path());
        QVERIFY2(out.output.contains("bare keeps no texts"), out.output.constData());
    }
};

QTEST_GUILESS_MAIN(TestRoundtrip)
#include "tst_roundtrip.moc"
