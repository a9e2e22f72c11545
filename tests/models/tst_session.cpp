// SPDX-License-Identifier: MIT
#include "tests/support/support.h"
#include "workers/jobs/sampledatabase.h"
#include "workers/session/session.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace galley;

namespace {

const TableName kCustomers{QStringLiteral("main"), QStringLiteral("customers")};
const TableName kMany{QStringLiteral("main"), QStringLiteral("many")};

OpenRequest readOf(const QString &path)
{
    OpenRequest request;
    request.database = {QStringLiteral("sqlite"), path, {}};
    return request;
}

bool run(const QString &path, const char *sql)
{
    sqlite3 *db = nullptr;
    const bool isDone = sqlite3_open(path.toUtf8().constData(), &db) == SQLITE_OK
        && sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(db);
    return isDone;
}

/// 300,000 rows with a hole in the rowids, so that no row number follows from a rowid.
const char kManySql[] = "CREATE TABLE many (id INTEGER PRIMARY KEY, word TEXT);"
                        "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 299999)"
                        "INSERT INTO many SELECT CASE WHEN i < 1000 THEN i ELSE i * 7 + 12345 END,"
                        " 'w' || i FROM n;";

class Reader : public QObject
{
public:
    explicit Reader(Session &session)
        : m_session(session)
    {
    }
    RowPagePtr read(const RowsRequest &request)
    {
        RowPagePtr page;
        error.reset();
        const quint64 wanted = m_session.requestRows(request);
        const auto a =
            connect(&m_session, &Session::rowsLoaded, this, [&](quint64 number, const RowPagePtr &got) {
                if (number == wanted)
                    page = got;
            });
        const auto b = connect(&m_session, &Session::rowsFailed, this, [&](quint64 number, const Error &why) {
            if (number == wanted)
                error = why;
        });
        (void)QTest::qWaitFor([&] { return page || error; }, 20'000);
        disconnect(a);
        disconnect(b);
        return page;
    }
    std::optional<Error> error;

private:
    Session &m_session;
};

QString textAt(const RowPagePtr &page, qsizetype row, qsizetype column)
{
    const std::string_view text = page->cell(row, column).view();
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

class tst_Session : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_path = m_folder.filePath(QStringLiteral("shop.sqlite"));
        const auto made = makeSampleDatabase(m_path);
        QVERIFY2(made.isOk(), made ? "" : qPrintable(made.error().toString()));
        m_many = m_folder.filePath(QStringLiteral("many.sqlite"));
        QVERIFY(run(m_many, kManySql));
    }

    void opensAndListsAndCountsAllTables()
    {
        Session session(readOf(m_path));
        QSignalSpy opened(&session, &Session::opened);
        session.open();
        QTRY_VERIFY_WITH_TIMEOUT(opened.count() == 1 || session.error(), 20'000);
        QVERIFY2(!session.error(), session.error() ? qPrintable(session.error()->toString()) : "");
        QVERIFY(session.catalog()->table(kCustomers) != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(session.rowCount(kCustomers), 800, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(
            session.rowCount({QStringLiteral("main"), QStringLiteral("order_items")}) > 5000, true, 20'000);
    }

    void aMissingFileFails()
    {
        Session session(readOf(m_folder.filePath(QStringLiteral("none.sqlite"))));
        session.open();
        QTRY_VERIFY_WITH_TIMEOUT(session.error().has_value(), 20'000);
        QCOMPARE(session.error()->kind, ErrorKind::NotFound);
        QCOMPARE(session.state(), Session::State::Failed);
    }

    void readsAnyPlaceOfABigTableBeforeAndAfterItIsIndexed()
    {
        Session session(readOf(m_many));
        session.open();
        Reader reader(session);
        RowsRequest request;
        request.table = kMany;
        for (int pass = 0; pass < 2; ++pass) {
            for (const qint64 first : {0, 999, 49'990, 50'000, 149'900, 299'999, 299'744, 300'000}) {
                request.first = first;
                const RowPagePtr page = reader.read(request);
                QVERIFY(page);
                QCOMPARE(page->first(), first);
                QCOMPARE(page->rowCount(), std::min<qint64>(256, 300'000 - first));
                for (qsizetype i = 0; i < page->rowCount(); ++i)
                    QCOMPARE(textAt(page, i, 1), QStringLiteral("w%1").arg(first + i));
            }
            QTRY_COMPARE_WITH_TIMEOUT(session.rowCount(kMany), 300'000, 20'000);
            QTest::qWait(800);
        }
    }

    void sortsBothWays()
    {
        Session session(readOf(m_many));
        session.open();
        Reader reader(session);
        RowsRequest request;
        request.table = kMany;
        request.sortColumn = QStringLiteral("id");
        request.rowCount = 300'000;
        request.isDescending = true;
        RowPagePtr page = reader.read(request);
        QVERIFY(page);
        QCOMPARE(textAt(page, 0, 1), QStringLiteral("w299999"));
        QCOMPARE(textAt(page, 255, 1), QStringLiteral("w299744"));
        request.first = 299'900;
        page = reader.read(request);
        QVERIFY(page);
        QCOMPARE(page->rowCount(), 100);
        QCOMPARE(textAt(page, 99, 1), QStringLiteral("w0"));
    }

    void aCancelledRequestIsNotAnswered()
    {
        Session session(readOf(m_many));
        session.open();
        QSignalSpy answers(&session, &Session::rowsLoaded);
        RowsRequest request;
        request.table = kMany;
        request.sortColumn = QStringLiteral("word");
        const quint64 unwanted = session.requestRows(request);
        session.cancel(unwanted);
        request.sortColumn.clear();
        const quint64 wanted = session.requestRows(request);
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), 1, 20'000);
        QTest::qWait(100);
        QCOMPARE(answers.count(), 1);
        QCOMPARE(answers.first().first().toULongLong(), wanted);
    }

    void longValuesAreCutBetweenCharacters()
    {
        const QString path = m_folder.filePath(QStringLiteral("long.sqlite"));
        QVERIFY(run(path,
                    "CREATE TABLE t (a, b);"
                    "INSERT INTO t VALUES (replace(hex(zeroblob(50000)), '00', '€'), zeroblob(100000));"));
        Session session(readOf(path));
        session.open();
        Reader reader(session);
        RowsRequest request;
        request.table = {QStringLiteral("main"), QStringLiteral("t")};
        const RowPagePtr page = reader.read(request);
        QVERIFY(page);
        QCOMPARE(page->fullSize(0, 0), 150'000);
        QCOMPARE(page->fullSize(0, 1), 100'000);
        QCOMPARE(page->cell(0, 1).view().size(), RowPage::kLongestCell);
        const QString text = textAt(page, 0, 0);
        QCOMPARE(text, QString(text.size(), QChar(0x20ac)));
    }

    void anUnknownTableIsAnError()
    {
        Session session(readOf(m_path));
        session.open();
        Reader reader(session);
        RowsRequest request;
        request.table = {QStringLiteral("main"), QStringLiteral("no such table")};
        QVERIFY(!reader.read(request));
        QVERIFY(reader.error.has_value());
    }

    void readsAView()
    {
        Session session(readOf(m_path));
        session.open();
        Reader reader(session);
        RowsRequest request;
        request.table = {QStringLiteral("main"), QStringLiteral("best_sellers")};
        request.isView = true;
        request.first = 3;
        request.limit = 5;
        const RowPagePtr page = reader.read(request);
        QVERIFY2(page, reader.error ? qPrintable(reader.error->toString()) : "");
        QCOMPARE(page->rowCount(), 5);
        QCOMPARE(page->shape().columnNames().first(), QStringLiteral("id"));
    }

    void canBeDestroyedWhileItWorks()
    {
        for (int i = 0; i < 5; ++i) {
            Session session(readOf(m_many));
            session.open();
            RowsRequest request;
            request.table = kMany;
            request.sortColumn = QStringLiteral("word");
            session.requestRows(request);
            QTest::qWait(i * 10);
        }
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
    QString m_many;
};

QTEST_GUILESS_MAIN(tst_Session)
#include "tst_session.moc"
