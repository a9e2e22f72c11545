// SPDX-License-Identifier: MIT
//
// Many rows found by key at once are those that are found one by one.
#include "tests/support/servers.h"
#include "tests/support/support.h"
#include "workers/engines/engine.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace galley;
using namespace galley::test;

class TestLookup : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::map<QString, std::unique_ptr<TestServer>> m_servers;

    QString make(const QString &engine, const QByteArray &statements)
    {
        if (engine != QLatin1String("sqlite")) {
            TestServer &server = *m_servers.at(engine);
            const QString url = server.makeDatabase(QStringLiteral("lookup"));
            const QByteArray said = server.sql(QStringLiteral("lookup"), statements);
            return said.isEmpty() ? url : QString::fromUtf8(said);
        }
        const QString path = m_folder.filePath(QStringLiteral("lookup.sqlite"));
        QFile::remove(path);
        sqlite3 *db = nullptr;
        sqlite3_open(path.toUtf8().constData(), &db);
        sqlite3_exec(db, statements.constData(), nullptr, nullptr, nullptr);
        sqlite3_close(db);
        return path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *kind : {"postgres", "mysql"}) {
            auto server = std::make_unique<TestServer>(QString::fromLatin1(kind));
            if (!server->isThere())
                QSKIP(qPrintable(server->problem()));
            m_servers.emplace(QString::fromLatin1(kind), std::move(server));
        }
    }

    void manyAreFoundAsOneByOne_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QStringList>("key");
        for (const char *engine : {"sqlite", "postgres", "mysql"}) {
            for (const QStringList &key :
                 {QStringList{QStringLiteral("n")}, QStringList{QStringLiteral("s")},
                  QStringList{QStringLiteral("s"), QStringLiteral("n")}, QStringList{QStringLiteral("d")}})
                QTest::addRow("%s %s", engine, qPrintable(key.join(QLatin1Char(','))))
                    << QString::fromLatin1(engine) << key;
        }
    }

    void manyAreFoundAsOneByOne()
    {
        QFETCH(const QString, engine);
        QFETCH(const QStringList, key);
        QByteArray rows;
        for (int i = 0; i < 300; ++i) // texts that differ in case and blanks only, too
            rows += (i == 0 ? "(" : ",(") + QByteArray::number(i) + ",'"
                + (i % 3 == 0       ? "Key " + QByteArray::number(i)
                       : i % 3 == 1 ? "key " + QByteArray::number(i - 1)
                                    : "key " + QByteArray::number(i - 2) + " ")
                + "'," + QByteArray::number(i) + ".5,'v" + QByteArray(i * 20, 'x') + "')";
        const QString database =
            make(engine,
                 "CREATE TABLE t (n int PRIMARY KEY, s varchar(40) NOT NULL, d decimal(10,2), v text);"
                 "INSERT INTO t VALUES "
                     + rows + ';');
        OpenRequest request;
        const auto ref = parseDatabaseRef(database);
        QVERIFY2(ref.isOk(), qPrintable(database));
        request.database = *ref;
        const auto connection = openDatabase(request);
        QVERIFY2(connection.isOk(), connection ? "" : qPrintable(connection.error().toString()));
        const QStringList columns{QStringLiteral("n"), QStringLiteral("s"), QStringLiteral("d"),
                                  QStringLiteral("v")};
        ReadRequest all;
        all.table.name = QStringLiteral("t");
        all.columns = key;
        auto reader = (*connection)->read(all);
        QVERIFY(reader.isOk());
        RowBatch keyRows;
        std::vector<Cell> keys;
        std::vector<RowBatch> kept;
        while (*(*reader)->read(keyRows)) {
            for (qsizetype i = 0; i < keyRows.rowCount(); ++i) {
                const auto row = std::as_const(keyRows).row(i);
                keys.insert(keys.end(), row.begin(), row.end());
                if (i % 7 != 0)
                    continue;
                // One that is not there, and one twice.
                for (const Cell &cell : row)
                    keys.push_back(cell.kind() == CellKind::Text ? Cell::text("999999") : Cell::integer(-5));
                keys.insert(keys.end(), row.begin(), row.end());
            }
            kept.push_back(std::move(keyRows));
            keyRows = {};
        }
        reader->reset();
        const auto width = static_cast<size_t>(key.size());
        QVERIFY(keys.size() / width > 380);
        const auto lookup = (*connection)->lookup(all.table, columns, key);
        QVERIFY(lookup.isOk());
        RowBatch found;
        std::vector<qsizetype> places;
        const auto done = (*lookup)->findAll(keys, width, found, places);
        QVERIFY2(done.isOk(), done ? "" : qPrintable(done.error().toString()));
        QCOMPARE(places.size(), keys.size() / width);
        int missing = 0;
        for (size_t i = 0; i < places.size(); ++i) {
            RowBatch one;
            one.clear(4);
            const auto isThere = (*lookup)->find(std::span(keys).subspan(i * width, width), one);
            QVERIFY(isThere.isOk());
            QCOMPARE(places[i] >= 0, *isThere);
            missing += *isThere ? 0 : 1;
            for (size_t c = 0; c < 4 && *isThere; ++c)
                QCOMPARE(show(std::as_const(found).row(places[i])[c]), show(std::as_const(one).row(0)[c]));
        }
        QCOMPARE(missing, 43);
    }
};

QTEST_GUILESS_MAIN(TestLookup)
#include "tst_lookup.moc"
