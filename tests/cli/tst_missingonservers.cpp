// SPDX-License-Identifier: MIT
//
// Rows that point nowhere, left out on every kind of server.
#include "tests/support/servers.h"
#include "tests/support/support.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace galley::test;

class TestMissingOnServers : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    void write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

private Q_SLOTS:
    void whatHangsOnAMissingRowIsLeftOutToo_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("hasRows");
        for (const char *kind : {"postgres", "mysql"}) {
            QTest::addRow("%s, load", kind) << QString::fromLatin1(kind) << false;
            QTest::addRow("%s, changes", kind) << QString::fromLatin1(kind) << true;
        }
    }
    void whatHangsOnAMissingRowIsLeftOutToo()
    {
        QFETCH(const QString, kind);
        QFETCH(const bool, hasRows);
        const TestServer server(kind);
        if (!server.isThere())
            QSKIP(qPrintable(server.problem()));
        const QString name = QStringLiteral("missing_rows");
        const QString url = server.makeDatabase(name);
        const QByteArray made = server.sql(
            name,
            "CREATE TABLE maker(id int PRIMARY KEY, name varchar(9));"
            "CREATE TABLE item(id int PRIMARY KEY, maker int, FOREIGN KEY(maker) REFERENCES maker(id));"
            "CREATE TABLE part(id int PRIMARY KEY, item int, FOREIGN KEY(item) REFERENCES item(id) ON DELETE "
            "CASCADE);"
                + QByteArray(hasRows
                                 ? "INSERT INTO maker VALUES(7,'x'),(8,'y'); INSERT INTO item VALUES(7,7);"
                                   "INSERT INTO part VALUES(7,7);"
                                 : ""));
        QVERIFY2(!made.startsWith("ERROR"), made.constData());
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("in")));
        write("in/maker.csv", "id,name\n1,Acme\n");
        write("in/item.csv", "id,maker\n1,1\n2,9\n");
        write("in/part.csv", "id,item\n1,1\n2,2\n");
        const auto content = [&] {
            return server
                .sql(name,
                     "SELECT id FROM maker ORDER BY id; SELECT id FROM item ORDER BY id;"
                     "SELECT id FROM part ORDER BY id")
                .simplified();
        };
        const QByteArray before = content();
        QStringList import = {
            QStringLiteral("import"), QStringLiteral("in"),     QStringLiteral("--into"), url,
            QStringLiteral("--mode"), QStringLiteral("mirror"), QStringLiteral("--apply")};
        const RunResult stopped = runGalley(import, m_folder.path());
        QVERIFY2(stopped.exitCode == 65, (stopped.output + stopped.errors).constData());
        QCOMPARE(content(), before);
        import << QStringLiteral("--on-reject") << QStringLiteral("skip") << QStringLiteral("--json");
        const RunResult applied = runGalley(import, m_folder.path());
        QVERIFY2(applied.exitCode == 0, (applied.output + applied.errors).constData());
        QCOMPARE(content(), QByteArray("1 1 1"));
        QVERIFY2(applied.output.contains("\"line\": 3") && applied.output.contains("has no row with id 9"),
                 applied.output.constData());
    }
};

QTEST_GUILESS_MAIN(TestMissingOnServers)
#include "tst_missingonservers.moc"
