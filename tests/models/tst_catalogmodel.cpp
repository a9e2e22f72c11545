// SPDX-License-Identifier: MIT
//
// The tree of open databases: filled where somebody looks, and right by the rules of item models.
#include "models/catalogmodel.h"
#include "workers/jobs/sampledatabase.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;

class TestCatalogModel : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    OpenRequest sample() const
    {
        OpenRequest request;
        request.database = {QStringLiteral("sqlite"), m_folder.filePath(QStringLiteral("shop.sqlite")), {}};
        return request;
    }
    static int fetchAll(CatalogModel &model, const QModelIndex &parent)
    {
        if (model.canFetchMore(parent))
            model.fetchMore(parent);
        int count = model.rowCount(parent);
        for (int row = 0, rows = count; row < rows; ++row)
            count += fetchAll(model, model.index(row, 0, parent));
        return count;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(makeSampleDatabase(sample().database.location).isOk()); }

    void theWholeTreeKeepsTheRules()
    {
        CatalogModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false);
        Session *session = model.addConnection(sample());
        QTRY_COMPARE_WITH_TIMEOUT(session->state(), Session::State::Open, 10'000);
        QVERIFY(fetchAll(model, {}) > 60);
        session->open(); // anew, as after an import
        QTRY_COMPARE_WITH_TIMEOUT(session->state(), Session::State::Open, 10'000);
        QVERIFY(model.indexOf(session, {QStringLiteral("main"), QStringLiteral("products")}).isValid());
        model.removeConnection(session);
        QCOMPARE(model.rowCount(), 0);
    }

    void factsComeThroughRoles()
    {
        CatalogModel model;
        Session *session = model.addConnection(sample());
        QCOMPARE(model.find(sample().database), session);
        QTRY_COMPARE_WITH_TIMEOUT(session->state(), Session::State::Open, 10'000);
        const TableName products{QStringLiteral("main"), QStringLiteral("products")};
        const QModelIndex table = model.indexOf(session, products);
        QCOMPARE(model.tableName(table), products);
        QCOMPARE(model.session(table), session);
        QTRY_COMPARE_WITH_TIMEOUT(table.data(CatalogModel::RowCountRole).toLongLong(), 160, 10'000);
        QCOMPARE(table.data(CatalogModel::KindRole).value<CatalogModel::Kind>(), CatalogModel::Kind::Table);
        const QModelIndex view =
            model.indexOf(session, {QStringLiteral("main"), QStringLiteral("best_sellers")});
        QCOMPARE(view.data(CatalogModel::KindRole).value<CatalogModel::Kind>(), CatalogModel::Kind::View);
        QVERIFY(!model.indexOf(session, {QStringLiteral("main"), QStringLiteral("nothing")}).isValid());
    }

    void whatIsNoDatabaseSaysWhy()
    {
        CatalogModel model;
        OpenRequest request = sample();
        request.database.location = m_folder.filePath(QStringLiteral("missing.sqlite"));
        Session *session = model.addConnection(request);
        QTRY_COMPARE_WITH_TIMEOUT(session->state(), Session::State::Failed, 10'000);
        QVERIFY(!model.indexOf(session).data(CatalogModel::ErrorRole).toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCatalogModel)
#include "tst_catalogmodel.moc"
