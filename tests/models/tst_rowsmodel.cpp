// SPDX-License-Identifier: MIT
//
// The rows of a table as a model: pages come when they are looked at, kinds of cells are told apart.
#include "models/rowsmodel.h"
#include "workers/jobs/sampledatabase.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace galley;

class TestRowsModel : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;

    static TableName name(const char *table) { return {QStringLiteral("main"), QString::fromUtf8(table)}; }

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_folder.filePath(QStringLiteral("shop.sqlite"));
        QVERIFY(makeSampleDatabase(path).isOk());
        sqlite3 *db = nullptr;
        QCOMPARE(sqlite3_open(path.toUtf8().constData(), &db), SQLITE_OK);
        QCOMPARE(sqlite3_exec(db,
                              "CREATE TABLE kinds (id INTEGER PRIMARY KEY, v);"
                              "INSERT INTO kinds VALUES (1, NULL), (2, ''), (3, x'00ff'), (4, 7), (5, 0.5);"
                              "CREATE TABLE many (id INTEGER PRIMARY KEY);"
                              "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                              "50000) INSERT INTO many SELECT i FROM n",
                              nullptr, nullptr, nullptr),
                 SQLITE_OK);
        sqlite3_close(db);
        OpenRequest request;
        request.database = {QStringLiteral("sqlite"), path, {}};
        m_session = std::make_unique<Session>(request);
        m_session->open();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), Session::State::Open, 10'000);
    }
    void cleanupTestCase() { m_session.reset(); }

    void pagesComeWhereSomebodyLooksAndTheRulesAreKept()
    {
        RowsModel model(m_session.get(), name("many"));
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false);
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 50'000, 10'000);
        for (const int row : {0, 1000, 49'999, 20'000}) {
            QTRY_VERIFY(model.index(row, 0).data(RowsModel::IsLoadedRole).toBool());
            QCOMPARE(model.index(row, 0).data().toString().remove(QLatin1Char(',')),
                     QString::number(row + 1));
        }
        model.sort(0, Qt::DescendingOrder);
        QTRY_COMPARE(model.index(0, 0).data().toString().remove(QLatin1Char(',')), QStringLiteral("50000"));
    }

    void kindsOfCellsAreToldApart()
    {
        RowsModel model(m_session.get(), name("kinds"));
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 5, 10'000);
        QTRY_VERIFY(model.index(0, 1).data(RowsModel::IsLoadedRole).toBool());
        const CellKind kinds[] = {CellKind::Null, CellKind::Text, CellKind::Bytes, CellKind::Integer,
                                  CellKind::Real};
        for (int row = 0; row < 5; ++row)
            QCOMPARE(model.index(row, 1).data(RowsModel::CellKindRole).toInt(), static_cast<int>(kinds[row]));
        QCOMPARE(model.index(2, 1).data(RowsModel::BytesRole).toByteArray(), QByteArray("\x00\xff", 2));
        QVERIFY(model.headerData(0, Qt::Horizontal, RowsModel::IsKeyRole).toBool());
    }

    void aTableThatIsGoneHasNoRows()
    {
        RowsModel model(m_session.get(), name("nothing"));
        (void)model.index(0, 0).data();
        model.refresh();
        QTest::qWait(100);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRowsModel)
#include "tst_rowsmodel.moc"
