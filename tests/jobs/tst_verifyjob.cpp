// SPDX-License-Identifier: MIT
#include "tests/support/support.h"

#include "workers/bundles/bundle.h"
#include "workers/bundles/gzip.h"
#include "workers/jobs/job.h"
#include "workers/jobs/plans.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;

namespace {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

Result<void> writeBundle(const QString &path)
{
    BundleListing listing;
    listing.engine = QStringLiteral("sqlite");
    BundleTable table;
    table.table.shape.name = {QStringLiteral("main"), QStringLiteral("t")};
    table.table.shape.engine = QStringLiteral("sqlite");
    Column column;
    column.name = QStringLiteral("a");
    table.table.shape.columns = {column};
    table.formatId = QStringLiteral("csv");
    listing.tables = {table};
    ASSIGN_OR_RETURN(auto writer, findBundle(QStringLiteral("galley"))->create(path, listing, {}, false));
    ASSIGN_OR_RETURN(auto sink, writer->openTable(0));
    RETURN_IF_ERROR(sink->write("a\nx\ny\n"));
    RETURN_IF_ERROR(sink->finish());
    writer->setRows(0, 2);
    RETURN_IF_ERROR(writer->finish());
    return writer->place();
}

Result<JobReport> verify(const QString &path, std::stop_token stop = {})
{
    JobContext context(std::move(stop));
    VerifyPlan plan;
    plan.path = path;
    return makeVerifyJob(plan)->run(context);
}

} // namespace

class TestVerifyJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.emplace().isValid()); }
    void aSoundBundleIsReportedByTable();
    void aChangedBundleIsFound();
    void aSingleFileIsReadToItsEnd();
    void aFolderOfFilesIsReadFileByFile();
    void hostileFilesAreFound_data();
    void hostileFilesAreFound();
    void whatIsNotThereIsNotFound();
    void aCancelledJobSaysSo();

private:
    QString at(const QString &name) const { return m_folder->filePath(name); }
    std::optional<QTemporaryDir> m_folder;
};

void TestVerifyJob::aSoundBundleIsReportedByTable()
{
    QVERIFY(writeBundle(at(QStringLiteral("b.zip"))));
    const auto report = verify(at(QStringLiteral("b.zip")));
    QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
    QCOMPARE(report->verb, QStringLiteral("verify"));
    QCOMPARE(report->tables.size(), size_t{1});
    QCOMPARE(report->tables.front().table.toString(), QStringLiteral("main.t"));
    QCOMPARE(report->tables.front().counts.rows, 2);
    QCOMPARE(report->tables.front().bytes, 6);
    QCOMPARE(report->totals.rows, 2);
    QVERIFY(report->warnings.empty());
}

void TestVerifyJob::aChangedBundleIsFound()
{
    QVERIFY(writeBundle(at(QStringLiteral("b"))));
    writeFile(at(QStringLiteral("b/data/t.csv")), "a\nx\nz\n");
    const auto report = verify(at(QStringLiteral("b")));
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Checksum);
    QCOMPARE(report.error().where.member, QStringLiteral("data/t.csv"));
}

void TestVerifyJob::aSingleFileIsReadToItsEnd()
{
    QByteArray packed;
    auto sink = makeGzipSink(createMemory(&packed));
    QVERIFY(sink->write("a,b\n1,2\n3,4\n5,6\n") && sink->finish());
    writeFile(at(QStringLiteral("t.csv.gz")), packed);
    const auto report = verify(at(QStringLiteral("t.csv.gz")));
    QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
    QCOMPARE(report->tables.front().table.name, QStringLiteral("t"));
    QCOMPARE(report->totals.rows, 3);
    packed[packed.size() - 1] = 1;
    writeFile(at(QStringLiteral("t.csv.gz")), packed);
    const auto broken = verify(at(QStringLiteral("t.csv.gz")));
    QVERIFY(!broken);
    QCOMPARE(broken.error().kind, ErrorKind::Checksum);
}

void TestVerifyJob::aFolderOfFilesIsReadFileByFile()
{
    writeFile(at(QStringLiteral("a.csv")), "a,b\n1,2\n");
    writeFile(at(QStringLiteral("b.csv")), "a,b\n1,2\n3,4\n");
    writeFile(at(QStringLiteral("readme.xyz")), "hello");
    const auto report = verify(m_folder->path());
    QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
    QCOMPARE(report->tables.size(), size_t{2});
    QCOMPARE(report->totals.rows, 3);
    QCOMPARE(report->warnings.size(), size_t{1});
}

void TestVerifyJob::hostileFilesAreFound_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("good zip") << "good/good.zip" << QString();
    QTest::newRow("good gzip") << "good/good.csv.gz" << QString();
    QTest::newRow("crc in zip") << "zip/bad_crc.zip"
                                << "checksum";
    QTest::newRow("crc in gzip") << "gzip/bad_crc.csv.gz"
                                 << "checksum";
    QTest::newRow("cut gzip") << "gzip/truncated.csv.gz"
                              << "truncated";
    QTest::newRow("bomb") << "zip/bomb_flat.zip"
                          << "limit";
    QTest::newRow("slip") << "zip/slip_dotdot.zip"
                          << "unsafe-path";
}

void TestVerifyJob::hostileFilesAreFound()
{
    QFETCH(QString, file);
    QFETCH(QString, outcome);
    const QString path = test::samplePath(QStringLiteral("hostile/") + file);
    if (path.isEmpty())
        QSKIP("the samples are not here");
    const auto report = verify(path);
    if (outcome.isEmpty()) {
        QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
        QCOMPARE(report->totals.rows, 3);
    } else {
        QVERIFY(!report);
        QCOMPARE(errorClass(report.error().kind), outcome);
    }
}

void TestVerifyJob::whatIsNotThereIsNotFound()
{
    const auto report = verify(at(QStringLiteral("none.zip")));
    QVERIFY(!report);
    QCOMPARE(exitCode(report.error().kind), 66);
}

void TestVerifyJob::aCancelledJobSaysSo()
{
    QVERIFY(writeBundle(at(QStringLiteral("b"))));
    std::stop_source stop;
    stop.request_stop();
    const auto report = verify(at(QStringLiteral("b")), stop.get_token());
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestVerifyJob)
#include "tst_verifyjob.moc"
