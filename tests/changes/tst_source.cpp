// SPDX-License-Identifier: MIT
//
// What is opened for an import obeys a stop, also where a format reads all of its bytes to open them.
#include "tests/support/support.h"

#include "workers/changes/source.h"
#include "workers/jobs/job.h"
#include "workers/jobs/plans.h"
#include "workers/jobs/sampledatabase.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;

class TestSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPackedParquetFileIsNotCopiedOnAfterAStop_data()
    {
        QTest::addColumn<QString>("bundle");
        QTest::addColumn<QString>("name");
        QTest::newRow("gzip") << QString() << QStringLiteral("products.parquet.gz");
        QTest::newRow("zip of files") << QString() << QStringLiteral("files.zip");
        QTest::newRow("bundle") << QStringLiteral("galley") << QStringLiteral("shop.zip");
        QTest::newRow("kuzu") << QStringLiteral("kuzu") << QStringLiteral("kuzu.zip");
    }
    void aPackedParquetFileIsNotCopiedOnAfterAStop()
    {
        QFETCH(const QString, bundle);
        QFETCH(const QString, name);
        QTemporaryDir folder;
        const QString shop = folder.filePath(QStringLiteral("shop.sqlite"));
        QVERIFY(makeSampleDatabase(shop).isOk());
        ExportPlan plan;
        plan.source = {QStringLiteral("sqlite"), shop, {}};
        plan.bundle = bundle;
        plan.format = QStringLiteral("parquet");
        plan.tables = QStringList{QStringLiteral("products")};
        const bool isZipOfFiles = name == QLatin1String("files.zip");
        plan.destination = folder.filePath(isZipOfFiles ? QStringLiteral("products.parquet") : name);
        JobContext context;
        QVERIFY(makeExportJob(plan)->run(context).isOk());
        const QString path = folder.filePath(name);
        if (isZipOfFiles)
            QCOMPARE(
                QProcess::execute(QStringLiteral("zip"), {QStringLiteral("-qj"), path, plan.destination}), 0);

        ImportSource from;
        from.path = path;
        std::stop_source stop;
        auto opened = openRowSource(from, true, nullptr, stop.get_token());
        QVERIFY2(opened.isOk(), opened ? "" : qPrintable(opened.error().toString()));
        const auto rows = (*opened)->openTable(0, {}); // nobody has stopped yet
        QVERIFY2(rows.isOk(), rows ? "" : qPrintable(rows.error().toString()));
        stop.request_stop();
        const auto stopped = (*opened)->openTable(0, {});
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestSource)
#include "tst_source.moc"
