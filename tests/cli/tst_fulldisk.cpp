// SPDX-License-Identifier: MIT
//
// A server whose disk is full: told as that, and the state is the one before. The disk is a small file system
// in memory, which only root may mount.
#include "tests/support/servers.h"
#include "tests/support/support.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace galley::test;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// In the server's folder, and its own.
class SmallDisk
{
public:
    explicit SmallDisk(const TestServer &server)
        : m_path(server.file(text("small")))
    {
        const QString options = text("size=6m,mode=0700,uid=%1,gid=%2")
                                    .arg(QFileInfo(server.file({})).ownerId())
                                    .arg(QFileInfo(server.file({})).groupId());
        m_isMounted = QDir().mkpath(m_path)
            && run({text("mount"), text("-t"), text("tmpfs"), text("-o"), options, text("tmpfs"), m_path});
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            run({text("umount"), text("-l"), m_path});
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)
    bool isMounted() const { return m_isMounted; }
    QByteArray path() const { return m_path.toUtf8(); }

private:
    static bool run(const QStringList &command)
    {
        QProcess process;
        process.start(command.front(), command.mid(1));
        return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit
            && process.exitCode() == 0;
    }
    QString m_path;
    bool m_isMounted = false;
};

} // namespace

class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullDiskIsToldAndNothingIsChanged_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("PostgreSQL") << text("postgres");
        QTest::newRow("MariaDB") << text("mysql");
    }
    void aFullDiskIsToldAndNothingIsChanged()
    {
        QFETCH(const QString, engine);
        const TestServer server(engine);
        if (!server.isThere())
            QSKIP(qPrintable(server.problem()));
        const SmallDisk disk(server);
        if (!disk.isMounted())
            QSKIP("a small file system cannot be mounted here: what a full disk does is not tested");
        const QTemporaryDir folder;
        const QString url = server.makeDatabase(text("full"));
        const bool isPostgres = engine == QLatin1String("postgres");
        const auto sql = [&](const QByteArray &statements) {
            return server.sql(isPostgres && statements.contains("TABLESPACE s") ? text("postgres")
                                                                                : text("full"),
                              statements);
        };
        if (isPostgres)
            QCOMPARE(sql("CREATE TABLESPACE small LOCATION '" + disk.path() + "'"), QByteArray());
        QCOMPARE(server.sql(text("full"),
                            "CREATE TABLE other (id int PRIMARY KEY); INSERT INTO other VALUES (1);"
                            "CREATE TABLE t (id int, v varchar(200)) "
                                + (isPostgres ? QByteArray("TABLESPACE small")
                                              : "DATA DIRECTORY='" + disk.path() + "'")
                                + "; INSERT INTO t VALUES (1, 'a')"),
                 QByteArray());
        QFile file(folder.filePath(text("t.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("id,v\n1,a\n");
        for (int i = 2; i < 60'000; ++i)
            file.write(QByteArray::number(i) + ',' + QByteArray(150, 'x') + '\n');
        file.close();
        QFile other(folder.filePath(text("other.csv")));
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write("id\n1\n2\n");
        other.close();
        const RunResult result =
            runGalley({text("import"), folder.path(), text("--into"), url, text("--mode"), text("insert"),
                       text("--on-reject"), text("skip"), text("--no-rehearsal"), text("--apply")},
                      folder.path());
        QVERIFY2(result.exitCode == 74, (QByteArray::number(result.exitCode) + result.errors).constData());
        QVERIFY2(result.errors.contains("full") || result.errors.contains("No space left"),
                 result.errors.constData());
        QCOMPARE(server.sql(text("full"), "SELECT count(*) FROM t; SELECT count(*) FROM other"),
                 QByteArray("1\n1\n"));
        const RunResult history = runGalley({text("history"), text("--json")}, folder.path());
        QVERIFY2(history.output.contains("\"entries\": []"), history.output.constData());
        QCOMPARE(server.sql(text("full"), "DROP TABLE t"), QByteArray());
        if (isPostgres)
            QCOMPARE(sql("CHECKPOINT; DROP TABLESPACE small"), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"
