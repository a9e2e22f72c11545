// SPDX-License-Identifier: MIT
//
// What a server's database holds beside tables: carried as it is, or named by the export. One of each, by the
// real program, looked at with the servers' own tools.
#include "tests/support/servers.h"
#include "tests/support/support.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace galley::test;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class TestNotCarried : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    /// What the program warned of.
    QStringList warned(const QStringList &arguments) const
    {
        const RunResult result = runGalley(arguments + QStringList{text("--json")}, m_folder->path());
        if (result.exitCode != 0)
            qWarning("%s%s", result.output.constData(), result.errors.constData());
        const QJsonObject told = QJsonDocument::fromJson(result.output).object();
        QStringList messages;
        for (const QJsonValue &warning : told[text("warnings")].toArray())
            messages += warning[text("message")].toString();
        return result.exitCode == 0 ? messages : QStringList{text("it failed")};
    }
    static QStringList onlyLosses(const QStringList &messages)
    {
        return messages.filter(QRegularExpression(text("^(not carried: |it failed)")));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void postgresNamesWhatItDoesNotCarry()
    {
        const TestServer server(text("postgres"));
        if (!server.isThere())
            QSKIP(qPrintable(server.problem()));
        const QString a = server.makeDatabase(text("left_a"));
        const QString b = server.makeDatabase(text("left_b"));
        const QByteArray made =
            server.sqlFile(text("left_a"), text(GALLEY_SOURCE_DIR "/tests/data/left-postgres.sql"));
        QVERIFY2(!made.startsWith("ERROR"), made.constData());
        const QStringList losses = onlyLosses(warned({text("export"), a, text("--to"), text("a.zip")}));
        const QStringList expected = {
            text("not carried: aggregate s.total(integer)"),
            text("not carried: cast (s.shape_of AS pg_catalog.text)"),
            text("not carried: check or foreign key of a partition alone log_1_what_check on s.log_1"),
            text("not carried: comment of table constraint t_pkey on s.t"),
            text("not carried: comment of the database"),
            text("not carried: conversion s.latin"),
            text("not carried: default of a partition alone s.log_1.what"),
            text("not carried: default privileges for role galley in schema s on tables"),
            text("not carried: event trigger on_ddl"),
            text("not carried: extended statistics s.t_stat"),
            text("not carried: foreign server far"),
            text("not carried: foreign table s.far_table"),
            text("not carried: foreign-data wrapper nowhere"),
            text("not carried: index of a partition alone s.log_1_what"),
            text("not carried: large objects 1"),
            text("not carried: operator s.===(integer,integer)"),
            text("not carried: operator class s.own_class USING btree"),
            text("not carried: operator family s.own_family USING btree"),
            text("not carried: owner galley_plain (objects: 1)"),
            text("not carried: policy none_too on s.t, only_some on s.t"),
            text("not carried: publication news"),
            text("not carried: replica identity of s.told"),
            text("not carried: rights of 10 objects, granted to everybody and galley_plain"),
            text("not carried: setting of the database work_mem"),
            text("not carried: state of the disabled rule silent on s.told"),
            text("not carried: storage parameters of s.told"),
            text("not carried: storage settings of column s.told.b"),
            text("not carried: text search configuration s.words"),
            text("not carried: text search dictionary s.plain"),
            text("not carried: text search parser s.parser"),
            text("not carried: text search template s.template"),
            text("not carried: trigger of a foreign table or a partition alone log_1_stamp on s.log_1"),
            text("not carried: typed form of the table s.shapes"),
        };
        for (qsizetype i = 0; i < std::min(losses.size(), expected.size()); ++i)
            QCOMPARE(losses[i], expected[i]);
        QCOMPARE(losses.size(), expected.size());
        // The bundle tells whoever imports it.
        QCOMPARE(onlyLosses(warned({text("import"), text("a.zip"), text("--into"), b, text("--apply")})),
                 losses);
        QCOMPARE(warned({text("diff"), a, b, text("--exit-code")}).filter(text("it failed")), QStringList());
        // The rest is as it was.
        const char *same[] = {
            "SELECT collname, collprovider, colliculocale, collisdeterministic, obj_description(oid, "
            "'pg_collation')"
            " FROM pg_collation WHERE collnamespace = 's'::regnamespace",
            "SELECT typname, typcollation::regcollation FROM pg_type WHERE typnamespace = 's'::regnamespace "
            "AND"
            " typtype = 'd'",
            "SELECT rngtypid::regtype, rngsubtype::regtype, rngsubdiff, rngmultitypid::regtype FROM pg_range "
            "WHERE"
            " rngtypid >= 16384",
            "SELECT seqrelid::regclass, seqstart, seqincrement, seqmin, seqmax, seqcycle,"
            " pg_sequence_last_value(seqrelid) FROM pg_sequence ORDER BY 1",
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = "
            "'s.kept'::regclass ORDER"
            " BY 1",
            "SELECT attname, attcollation::regcollation FROM pg_attribute WHERE attrelid = "
            "'s.kept'::regclass ORDER"
            " BY 1",
            "SELECT rulename, pg_get_ruledef(oid) FROM pg_rewrite WHERE ev_class = 's.seen'::regclass ORDER "
            "BY 1",
            "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = 's.seen'::regclass",
            "SELECT proname, obj_description(oid, 'pg_proc') FROM pg_proc WHERE pronamespace = "
            "'s'::regnamespace AND"
            " prokind = 'f' ORDER BY 1",
            "SELECT indexrelid::regclass, pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid ="
            " 's.counted'::regclass",
            "SELECT * FROM s.kept ORDER BY id; SELECT * FROM s.counted ORDER BY a",
            // And goes on as it would have.
            "INSERT INTO s.kept (name) VALUES ('next') RETURNING id, never",
        };
        for (const char *asked : same) {
            const QByteArray was = server.sql(text("left_a"), asked);
            QVERIFY2(!was.startsWith("ERROR") && !was.isEmpty(), (was + asked).constData());
            QCOMPARE(server.sql(text("left_b"), asked), was);
        }
    }

    void mariaDbNamesWhatItDoesNotCarry()
    {
        const TestServer server(text("mysql"));
        if (!server.isThere())
            QSKIP(qPrintable(server.problem()));
        const QString a = server.makeDatabase(text("left_a"));
        const QString b = server.makeDatabase(text("left_b"));
        const QByteArray before = "ALTER DATABASE left_a CHARACTER SET latin1";
        QCOMPARE(server.sql(text("left_a"), before), QByteArray());
        const QByteArray made =
            server.sqlFile(text("left_a"), text(GALLEY_SOURCE_DIR "/tests/data/left-mysql.sql"));
        QVERIFY2(!made.startsWith("ERROR"), made.constData());
        const QStringList losses = onlyLosses(warned({text("export"), a, text("--to"), text("a.zip")}));
        QCOMPARE(
            losses.join(QLatin1Char('\n')),
            text("not carried: rights granted to 'galley_password'@'localhost', 'galley_plain'@'localhost'\n"
                 "not carried: definer galley@localhost of function same, package body pack, package pack\n"
                 "not carried: definer galley_plain@localhost of view seen"));
        // What is declared without a character set takes the database's: told, and kept where that is the
        // same.
        const QStringList told = warned({text("import"), text("a.zip"), text("--into"), b, text("--apply")});
        for (const char *what : {"function same", "package pack", "package body pack"})
            QCOMPARE(told.filter(text(what) + text(" was made in a database of collation latin1_")).size(),
                     1);
        const auto shown = [&](const char *database, const char *what) {
            return server.sql(text(database), QByteArray("SHOW CREATE ") + what)
                .replace("localhost", "127.0.0.1");
        };
        QVERIFY(shown("left_b", "FUNCTION same").contains("utf8mb4"));
        const QString c = server.makeDatabase(text("left_c"));
        QCOMPARE(server.sql(text("left_c"), QByteArray(before).replace("left_a", "left_c")), QByteArray());
        for (const QString &message :
             warned({text("import"), text("a.zip"), text("--into"), c, text("--apply")}))
            QVERIFY2(message.contains(text("is computed by the database")) || losses.contains(message),
                     qPrintable(message));
        QCOMPARE(warned({text("diff"), a, c, text("--exit-code")}).filter(text("it failed")), QStringList());
        for (const char *what :
             {"TABLE made", "TABLE parts", "FUNCTION same", "PACKAGE pack", "PACKAGE BODY pack"}) {
            QVERIFY2(!shown("left_a", what).startsWith("ERROR"), what);
            QCOMPARE(shown("left_c", what), shown("left_a", what));
        }
        QCOMPARE(server.sql(text("left_c"),
                            "SELECT id, twice, later, v, s FROM made; SELECT count(*) FROM parts"
                            " PARTITION (a)"),
                 QByteArray("1\t2\t3\tx\t2024-01-01\n2\n"));
        // A table under another name is made of its parts, and that is said.
        server.makeDatabase(text("left_b"));
        QCOMPARE(warned({text("import"), text("a.zip"), text("--into"), b, text("--rename"),
                         text("parts=pieces"), text("--apply")})
                     .filter(text("table pieces is made of its columns, keys and checks only"))
                     .size(),
                 1);
    }
};

QTEST_GUILESS_MAIN(TestNotCarried)
#include "tst_notcarried.moc"
