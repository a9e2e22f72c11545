// SPDX-License-Identifier: MIT
//
// Changes beside what else happens in a database: triggers that fire or do not, and transactions of others.
#include "tests/support/servers.h"
#include "tests/support/support.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace galley::test;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class TestTogether : public QObject
{
    Q_OBJECT

    std::map<QString, std::unique_ptr<TestServer>> m_servers;
    std::unique_ptr<QTemporaryDir> m_folder;

    RunResult galley(const QStringList &arguments) const { return runGalley(arguments, m_folder->path()); }
    void mustWork(const QStringList &arguments) const
    {
        const RunResult result = galley(arguments);
        QVERIFY2(
            result.exitCode == 0,
            (arguments.join(QLatin1Char(' ')).toUtf8() + '\n' + result.output + result.errors).constData());
    }
    QString make(const QString &engine)
    {
        if (engine != QLatin1String("sqlite"))
            return m_servers.at(engine)->makeDatabase(text("together"));
        QFile::remove(m_folder->filePath(text("t.sqlite")));
        return m_folder->filePath(text("t.sqlite"));
    }
    QByteArray sql(const QString &engine, const QByteArray &statements) const
    {
        if (engine != QLatin1String("sqlite"))
            return m_servers.at(engine)->sql(text("together"), statements).replace('\t', '|');
        QProcess process;
        process.start(text("sqlite3"), {m_folder->filePath(text("t.sqlite"))});
        process.write(statements);
        process.closeWriteChannel();
        process.waitForFinished();
        return process.readAllStandardOutput() + process.readAllStandardError();
    }
    void write(const QByteArray &csv) const
    {
        QFile file(m_folder->filePath(text("t.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(csv);
    }
    /// The statement in its client, which stays in its transaction.
    std::unique_ptr<QProcess> session(const QString &engine) const
    {
        const TestServer &server = *m_servers.at(engine);
        auto process = std::make_unique<QProcess>();
        if (engine == QLatin1String("postgres"))
            process->start(text("psql"),
                           {text("-h"), server.socket(), text("-p"), QString::number(server.port()),
                            text("-U"), text("galley"), text("-d"), text("together"), text("-qAtX")});
        else
            process->start(text("mariadb"),
                           {text("--no-defaults"), text("-S"), server.socket(), text("-u"), text("galley"),
                            text("-N"), text("-B"), text("--unbuffered"), text("together")});
        return process;
    }
    static void say(QProcess &session, const QByteArray &statements)
    {
        session.write(statements + "SELECT 'said';\n");
        while (!session.readAllStandardOutput().contains("said"))
            QVERIFY(session.waitForReadyRead(20'000));
    }
    /// Until somebody waits for a lock of ours.
    bool isAwaited(const QString &engine) const
    {
        const QByteArray asked = engine == QLatin1String("postgres")
            ? "SELECT count(*) FROM pg_stat_activity WHERE datname = 'together' AND wait_event_type = 'Lock'"
            : "SELECT count(*) FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'";
        for (int i = 0; i < 200; ++i) {
            if (sql(engine, asked).toInt() > 0)
                return true;
            QTest::qWait(250); // MariaDB looks for waiting ones ten times a second at most
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *kind : {"postgres", "mysql"}) {
            auto server = std::make_unique<TestServer>(text(kind));
            if (!server->isThere())
                QSKIP(qPrintable(server->problem()));
            m_servers.emplace(text(kind), std::move(server));
        }
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void triggersFireOrDoNot_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QByteArray>("triggers");
        QTest::newRow("sqlite")
            << text("sqlite")
            << QByteArray(
                   "CREATE TRIGGER a_first AFTER UPDATE ON t BEGIN INSERT INTO log VALUES('first'); END;"
                   "CREATE TRIGGER b_then AFTER INSERT ON t BEGIN INSERT INTO log VALUES('then'); END;");
        QTest::newRow("postgres")
            << text("postgres")
            << QByteArray(
                   "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN INSERT INTO public.log "
                   "VALUES (TG_ARGV[0]); RETURN NEW; END$$;"
                   "CREATE TRIGGER a_first AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f('first');"
                   "CREATE TRIGGER b_then AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f('then');"
                   "ALTER TABLE t ENABLE ALWAYS TRIGGER b_then;"
                   "CREATE TRIGGER c_never AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f('never');"
                   "ALTER TABLE t DISABLE TRIGGER c_never;");
    }

    void triggersFireOrDoNot()
    {
        QFETCH(const QString, engine);
        QFETCH(const QByteArray, triggers);
        const QString database = make(engine);
        QCOMPARE(sql(engine,
                     "CREATE TABLE t (id int PRIMARY KEY, v varchar(9)); CREATE TABLE log (what varchar(9));"
                     "CREATE TABLE child (id int PRIMARY KEY, t int REFERENCES t(id));"
                     "INSERT INTO t VALUES (1,'a'); INSERT INTO child VALUES (1,1);"
                         + triggers),
                 QByteArray());
        const QByteArray states = engine == QLatin1String("sqlite")
            ? "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid"
            : "SELECT tgname, tgenabled FROM pg_trigger WHERE tgrelid = 't'::regclass ORDER BY 1";
        const QByteArray before = sql(engine, states);
        write("id,v\n1,b\n2,c\n");
        const QStringList import = {text("import"), text("t.csv"),      text("--into"),
                                    database,       text("--triggers"), text("disable")};
        const RunResult dry = galley(import + QStringList{text("--json")});
        QCOMPARE(dry.exitCode, 0);
        QVERIFY2(dry.output.contains("do not fire its triggers: a_first, b_then\""), dry.output.constData());
        QCOMPARE(sql(engine, states), before);
        mustWork(import + QStringList{text("--apply"), text("--save"), text("c.galleychanges")});
        QCOMPARE(sql(engine, "SELECT * FROM t ORDER BY id"), QByteArray("1|b\n2|c\n"));
        QCOMPARE(sql(engine, "SELECT * FROM log"), QByteArray());
        QCOMPARE(sql(engine, states), before);
        mustWork({text("undo"), text("c.galleychanges"), text("--on"), database, text("--triggers"),
                  text("disable"), text("--apply")});
        QCOMPARE(sql(engine, "SELECT * FROM t ORDER BY id"), QByteArray("1|a\n"));
        QCOMPARE(sql(engine, "SELECT * FROM log"), QByteArray());
        // Without the option they fire, and are there.
        mustWork({text("import"), text("t.csv"), text("--into"), database, text("--apply")});
        QCOMPARE(sql(engine, "SELECT * FROM log ORDER BY 1"), QByteArray("first\nthen\n"));
        QCOMPARE(galley({text("import"), text("t.csv"), text("--into"), database, text("--triggers"),
                         text("never")})
                     .exitCode,
                 64);
    }

    void mariaDbSaysWhyItCannotDisableTriggers()
    {
        const QString engine = text("mysql");
        const QString database = make(engine);
        QCOMPARE(
            sql(engine,
                "CREATE TABLE t (id int PRIMARY KEY, v varchar(9)); CREATE TRIGGER tr BEFORE INSERT ON t FOR "
                "EACH ROW SET NEW.v = 'x'"),
            QByteArray());
        write("id,v\n1,b\n");
        const RunResult dry = galley(
            {text("import"), text("t.csv"), text("--into"), database, text("--triggers"), text("disable")});
        QVERIFY(dry.exitCode != 0);
        QVERIFY2(dry.errors.contains("MariaDB cannot disable the triggers of t"), dry.errors.constData());
        QCOMPARE(sql(engine, "SELECT count(*) FROM t"), QByteArray("0\n"));
    }

    void whatOthersChangeAtTheSameTimeIsWaitedForAndLookedAtAgain_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<bool>("isChanged");
        for (const char *engine : {"postgres", "mysql"}) {
            QTest::addRow("%s, as it was", engine) << text(engine) << false;
            QTest::addRow("%s, otherwise", engine) << text(engine) << true;
        }
    }

    void whatOthersChangeAtTheSameTimeIsWaitedForAndLookedAtAgain()
    {
        QFETCH(const QString, engine);
        QFETCH(const bool, isChanged);
        const QString database = make(engine);
        QCOMPARE(sql(engine,
                     "CREATE TABLE t (id int PRIMARY KEY, v varchar(9), note varchar(9));"
                     "CREATE TABLE heavy (n int PRIMARY KEY);"
                     "INSERT INTO t VALUES (1,'a','-'),(2,'b','-')"),
                 QByteArray());
        write("id,v\n1,A\n2,B\n");
        mustWork({text("import"), text("t.csv"), text("--into"), database, text("--save"),
                  text("c.galleychanges"), text("--no-rehearsal")});
        // In PostgreSQL the apply fails to serialize. In MariaDB it is the lighter one in a deadlock.
        const auto other = session(engine);
        QByteArray heavy = "BEGIN; INSERT INTO heavy VALUES (0)";
        for (int i = 1; i < 2000; ++i)
            heavy += ",(" + QByteArray::number(i) + ')';
        // Even what changes nothing is another version of the row.
        const QByteArray set = isChanged ? "UPDATE t SET note = 'other'" : "UPDATE t SET v = v";
        const bool isPostgres = engine == QLatin1String("postgres");
        say(*other, heavy + "; " + set + (isPostgres ? ";\n" : " WHERE id = 2;\n"));
        RunResult applied;
        std::thread apply([&] {
            applied = galley({text("apply"), text("c.galleychanges"), text("--to"), database});
        });
        const bool isWaiting = isAwaited(engine);
        say(*other, isPostgres ? QByteArray("COMMIT;\n") : set + " WHERE id = 1; COMMIT;\n");
        apply.join();
        other->closeWriteChannel();
        other->waitForFinished();
        QVERIFY2(isWaiting, (applied.output + applied.errors).constData());
        QCOMPARE(sql(engine, "SELECT count(*) FROM heavy"), QByteArray("2000\n"));
        if (isChanged) {
            QCOMPARE(applied.exitCode, 75);
            QVERIFY2(applied.errors.contains("note is now 'other'"), applied.errors.constData());
            QCOMPARE(sql(engine, "SELECT id, v FROM t ORDER BY id"), QByteArray("1|a\n2|b\n"));
        } else {
            QVERIFY2(applied.exitCode == 0, applied.errors.constData());
            QCOMPARE(sql(engine, "SELECT * FROM t ORDER BY id"), QByteArray("1|A|-\n2|B|-\n"));
        }
    }

    /// PostgreSQL ends whoever has waited for its patience in a circle. The other one has more patience, and
    /// waits before we do: a third one holds us up until then.
    void whoLosesADeadlockInPostgresTriesAgain()
    {
        const QString engine = text("postgres");
        const QString database = make(engine);
        QCOMPARE(sql(engine,
                     "CREATE TABLE a (id int PRIMARY KEY, v varchar(9)); INSERT INTO a VALUES (1,'x');"
                     "CREATE TABLE b (id int PRIMARY KEY, v varchar(9)); INSERT INTO b VALUES (1,'x');"
                     "CREATE TABLE c (id int PRIMARY KEY, v varchar(9)); INSERT INTO c VALUES (1,'x')"),
                 QByteArray());
        QVERIFY(QDir(m_folder->path()).mkpath(text("in")));
        for (const char *table : {"a", "b", "c"}) {
            QFile file(m_folder->filePath(text("in/%1.csv").arg(text(table))));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("id,v\n1,ours\n");
        }
        mustWork({text("import"), text("in"), text("--into"), database, text("--save"),
                  text("c.galleychanges"), text("--no-rehearsal")});
        const auto third = session(engine);
        say(*third, "BEGIN; UPDATE b SET v = 'third';\n");
        const auto other = session(engine);
        say(*other, "SET deadlock_timeout = '60s'; SET lock_timeout = 0; BEGIN; UPDATE c SET v = 'other';\n");
        RunResult applied;
        std::thread apply([&] {
            applied = galley({text("apply"), text("c.galleychanges"), text("--to"), database});
        });
        const auto waiting = [&](int count) {
            const QByteArray asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = 'together' AND "
                                     "wait_event_type = 'Lock'";
            for (int i = 0; i < 400 && sql(engine, asked).toInt() != count; ++i)
                QTest::qWait(50);
            return sql(engine, asked).toInt() == count;
        };
        const bool isHeldUp = waiting(1); // we have a, and wait for b
        other->write("UPDATE a SET v = 'other';\n");
        const bool isClosing = waiting(2); // the other one waits for a
        say(*third, "ROLLBACK;\n"); // we go on to c, and the circle is closed
        const bool isDone = QTest::qWaitFor(
            [&] {
                return sql(engine, "SELECT deadlocks > 0 FROM pg_stat_database WHERE datname = 'together'")
                    == "t\n";
            },
            30'000);
        say(*other, "ROLLBACK;\n");
        apply.join();
        for (QProcess *session : {third.get(), other.get()}) {
            session->closeWriteChannel();
            session->waitForFinished();
        }
        QVERIFY(isHeldUp && isClosing);
        QVERIFY(isDone);
        QVERIFY2(applied.exitCode == 0, (applied.output + applied.errors).constData());
        QCOMPARE(sql(engine, "SELECT v FROM a UNION ALL SELECT v FROM b UNION ALL SELECT v FROM c"),
                 QByteArray("ours\nours\nours\n"));
    }

    void whoHoldsALockIsTold_data()
    {
        QTest::addColumn<QString>("engine");
        for (const char *engine : {"postgres", "mysql"})
            QTest::newRow(engine) << text(engine);
    }

    void whoHoldsALockIsTold()
    {
        QFETCH(const QString, engine);
        const QString database = make(engine);
        QCOMPARE(
            sql(engine,
                "CREATE TABLE t (id int PRIMARY KEY, v varchar(9)); INSERT INTO t VALUES (1,'a'),(2,'b')"),
            QByteArray());
        write("id,v\n1,A\n2,B\n3,C\n");
        mustWork({text("import"), text("t.csv"), text("--into"), database, text("--save"),
                  text("c.galleychanges"), text("--no-rehearsal")});
        const auto other = session(engine);
        say(*other, "BEGIN; UPDATE t SET v = 'x' WHERE id = 2;\n");
        const bool isPostgres = engine == QLatin1String("postgres");
        const RunResult applied =
            galley({text("apply"), text("c.galleychanges"), text("--to"),
                    database + (isPostgres ? text("?lock_timeout=300") : text("?lock_timeout=1"))});
        QCOMPARE(applied.exitCode, 75);
        const QByteArray holder =
            sql(engine,
                isPostgres ? "SELECT 'process '||pid||' of galley (psql), for ' FROM "
                             "pg_stat_activity WHERE datname = 'together' AND state = 'idle in "
                             "transaction'"
                           : "SELECT CONCAT('connection ', ID, ' of galley@') FROM "
                             "information_schema.PROCESSLIST WHERE DB = 'together' ORDER BY ID LIMIT 1")
                .trimmed();
        QVERIFY(holder.size() > 12 && !holder.contains('\n'));
        QVERIFY2(applied.errors.contains(holder) && (!isPostgres || applied.errors.contains(" on public.t")),
                 (holder + '\n' + applied.errors).constData());
        QCOMPARE(sql(engine, "SELECT * FROM t ORDER BY id"), QByteArray("1|a\n2|b\n"));
        QVERIFY(galley({text("history"), text("--json")}).output.contains("\"entries\": []"));
        say(*other, "ROLLBACK;\n");
        other->closeWriteChannel();
        other->waitForFinished();
        mustWork({text("apply"), text("c.galleychanges"), text("--to"), database});
        QCOMPARE(sql(engine, "SELECT count(*) FROM t WHERE v IN ('A','B','C')"), QByteArray("3\n"));
    }
};

QTEST_GUILESS_MAIN(TestTogether)
#include "tst_together.moc"
