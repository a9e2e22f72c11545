// SPDX-License-Identifier: MIT
//
// Walks the lines of the hostile manifest whose format is sqlite: opened as files of unknown origin, listed,
// every table read.
#include "tests/support/support.h"
#include "tests/support/timescale.h"
#include "workers/engines/engine.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace galley {

namespace {

/// One line of CSV, quoted fields included; no newlines in fields.
QStringList fields(const QString &line)
{
    QStringList list;
    QString field;
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (isQuoted && c == QLatin1Char('"') && line.mid(i + 1, 1) == QLatin1String("\"")) {
            field += c;
            ++i;
        } else if (c == QLatin1Char('"')) {
            isQuoted = !isQuoted;
        } else if (c == QLatin1Char(',') && !isQuoted) {
            list += field;
            field.clear();
        } else {
            field += c;
        }
    }
    list += field;
    return list;
}

struct Outcome
{
    std::optional<Error> error;
    std::vector<Error> warnings;
    qint64 rows = 0;
    QByteArray text;
};

/// What an import does before it looks at a target.
Outcome readAll(const QString &path)
{
    Outcome outcome;
    OpenRequest request;
    request.database = {QStringLiteral("sqlite"), path, {}};
    request.isUntrusted = true;
    const Result<bool> done = [&]() -> Result<bool> {
        ASSIGN_OR_RETURN(auto connections, findEngine(QStringLiteral("sqlite"))->openSnapshot(request, 2));
        ASSIGN_OR_RETURN(const Catalog catalog, connections.back()->catalog());
        outcome.warnings = catalog.warnings;
        RowBatch rows;
        for (const TableInfo &table : catalog.tables) {
            if (table.shape.columns.empty())
                continue;
            ReadRequest read;
            read.table = table.shape.name;
            ASSIGN_OR_RETURN(auto reader, connections.front()->read(read));
            for (;;) {
                ASSIGN_OR_RETURN(const bool more, reader->read(rows));
                if (!more)
                    break;
                outcome.rows += rows.rowCount();
                outcome.text += test::show(rows);
            }
        }
        return true;
    }();
    if (!done)
        outcome.error = done.error();
    return outcome;
}

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (file.open(QIODevice::ReadOnly))
        hash.addData(&file);
    return hash.result().toHex();
}

QMap<QString, QByteArray> hashesIn(const QString &folder)
{
    QMap<QString, QByteArray> hashes;
    for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::Hidden))
        hashes[name] = hashOf(folder + QLatin1Char('/') + name);
    return hashes;
}

} // namespace

class TestSqliteHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCaseGetsItsOutcome_data();
    void everyCaseGetsItsOutcome();
    void aHotJournalIsNotRolledIn();
};

void TestSqliteHostile::everyCaseGetsItsOutcome_data()
{
    QTest::addColumn<QStringList>("line");
    const QString manifest = test::samplePath(QStringLiteral("hostile/manifest.csv"));
    if (manifest.isEmpty())
        QSKIP("the hostile samples are not there");
    QFile file(manifest);
    QVERIFY(file.open(QIODevice::ReadOnly));
    int count = 0;
    for (const QString &text : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        const QStringList line = fields(text);
        if (line.size() < 9 || line[1] != QLatin1String("sqlite"))
            continue;
        QTest::newRow(qPrintable(line[0])) << line;
        ++count;
    }
    QVERIFY(count >= 30);
}

void TestSqliteHostile::everyCaseGetsItsOutcome()
{
    QFETCH(const QStringList, line);
    const QString &expected = line[4];
    const QStringList classes = line[5].split(QLatin1Char('|'), Qt::SkipEmptyParts);
    const QString sample = test::samplePath(QStringLiteral("hostile/") + line[0]);
    QTemporaryDir folder;
    const QString path = folder.filePath(QFileInfo(sample).fileName());
    for (const char *suffix : {"", "-journal", "-wal"}) {
        if (QFile::exists(sample + QLatin1String(suffix)))
            QVERIFY(QFile::copy(sample + QLatin1String(suffix), path + QLatin1String(suffix)));
        QFile::setPermissions(path + QLatin1String(suffix), QFile::ReadOwner | QFile::WriteOwner);
    }
    const auto before = hashesIn(folder.path());
    QElapsedTimer timer;
    timer.start();
    const Outcome outcome = readAll(path);
    QVERIFY2(timer.elapsed() < 2000 * galley::test::kTimeScale, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(hashesIn(folder.path()), before);

    const auto fits = [&](const Error &error) {
        bool isMentioned = true;
        for (const QString &word : line[6].split(QLatin1Char(';'), Qt::SkipEmptyParts))
            isMentioned = isMentioned && error.toString().contains(word);
        return classes.contains(errorClass(error.kind)) && isMentioned;
    };
    QString told = outcome.error ? outcome.error->toString() : QStringLiteral("read");
    for (const Error &warning : outcome.warnings)
        told += QStringLiteral("; ") + warning.toString();
    told += QStringLiteral("; %1 rows").arg(outcome.rows);
    const bool isRead = !outcome.error && (line[7].isEmpty() || outcome.rows == line[7].toInt());
    const bool isWarned = std::any_of(outcome.warnings.begin(), outcome.warnings.end(), fits);
    if (expected == QLatin1String("reject"))
        QVERIFY2(outcome.error && fits(*outcome.error), qPrintable(told));
    else if (expected == QLatin1String("accept"))
        QVERIFY2(isRead, qPrintable(told));
    else if (expected == QLatin1String("accept-warn"))
        QVERIFY2(isRead && isWarned, qPrintable(told));
    else
        QVERIFY2(isRead || (outcome.error && fits(*outcome.error)), qPrintable(told));
    if (QTest::currentTestFailed())
        qWarning("%s", qPrintable(told));
}

void TestSqliteHostile::aHotJournalIsNotRolledIn()
{
    const QString sample = test::samplePath(QStringLiteral("hostile/sqlite/hot_journal.db"));
    if (sample.isEmpty())
        QSKIP("the hostile samples are not there");
    const Outcome outcome = readAll(sample);
    QVERIFY(!outcome.error);
    QVERIFY(outcome.text.contains("anna") && !outcome.text.contains("EVIL"));
    QCOMPARE(outcome.warnings.size(), size_t(1));
}

} // namespace galley

QTEST_GUILESS_MAIN(galley::TestSqliteHostile)
#include "tst_sqlitehostile.moc"
