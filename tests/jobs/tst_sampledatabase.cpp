// SPDX-License-Identifier: MIT
//
// The sample database: sound, and the same bytes each time.
#include "workers/jobs/sampledatabase.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;

class TestSampleDatabase : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    static QByteArray sqlite(const QString &database, const char *sql)
    {
        QProcess process;
        process.start(QStringLiteral("sqlite3"), {database, QString::fromUtf8(sql)});
        process.waitForFinished();
        return process.readAllStandardOutput() + process.readAllStandardError();
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(makeSampleDatabase(path("a.sqlite")).isOk()); }

    void isSound()
    {
        QCOMPARE(sqlite(path("a.sqlite"), "PRAGMA integrity_check; PRAGMA foreign_key_check"),
                 QByteArray("ok\n"));
        QCOMPARE(sqlite(path("a.sqlite"),
                        "SELECT (SELECT count(*) FROM customers), (SELECT count(*) FROM orders)"),
                 QByteArray("800|3000\n"));
    }
    void hasAProductThatCanBeDeleted()
    {
        QCOMPARE(sqlite(path("a.sqlite"),
                        "SELECT id FROM products WHERE id NOT IN (SELECT product_id FROM order_items)"),
                 QByteArray("160\n"));
    }
    void isTheSameEachTime()
    {
        QVERIFY(makeSampleDatabase(path("b.sqlite")).isOk());
        const QByteArray bytes = bytesOf(path("a.sqlite"));
        QVERIFY(bytes.size() > 100'000);
        QVERIFY(bytesOf(path("b.sqlite")) == bytes);
    }
    void refusesToReplaceUnlessAskedTo()
    {
        JobContext context;
        QVERIFY(!makeSampleDatabase(path("a.sqlite")).isOk());
        QVERIFY(!makeSampleJob(path("a.sqlite"), IfExists::Refuse)->run(context).isOk());
        sqlite(path("a.sqlite"), "DELETE FROM products WHERE id = 160");
        QVERIFY(makeSampleJob(path("a.sqlite"))->run(context).isOk());
        QCOMPARE(sqlite(path("a.sqlite"), "SELECT count(*) FROM products"), QByteArray("159\n"));
        QVERIFY(makeSampleJob(path("a.sqlite"), IfExists::Replace)->run(context).isOk());
        QCOMPARE(sqlite(path("a.sqlite"), "SELECT count(*) FROM products"), QByteArray("160\n"));
    }
};

QTEST_GUILESS_MAIN(TestSampleDatabase)
#include "tst_sampledatabase.moc"
