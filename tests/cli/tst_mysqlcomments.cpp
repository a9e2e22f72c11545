// SPDX-License-Identifier: MIT
//
// Comments in MariaDB, where setting one is an ALTER TABLE with the whole definition of the column, which
// commits: nothing but the comment changes, and what fails half way is taken back.
#include "tests/support/servers.h"
#include "tests/support/support.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace galley::test;

namespace {

QByteArray said(const RunResult &result)
{
    return QByteArray::number(result.exitCode) + '\n' + result.output + result.errors;
}

const char *const kTables =
    "CREATE TABLE parent(id INT PRIMARY KEY) ENGINE=InnoDB;"
    "CREATE TABLE everything("
    " id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'the key, it''s (good)',"
    " odd VARCHAR(30) CHARACTER SET latin1 COLLATE latin1_german1_ci NOT NULL DEFAULT 'a,b) COMMENT \\'x\\'',"
    " kind ENUM('a,b)','CHECK','c''d') DEFAULT 'CHECK' COMMENT 'old',"
    " amount DECIMAL(10,2) DEFAULT (1 + 2),"
    " twice DECIMAL(12,2) GENERATED ALWAYS AS (amount * 2) STORED,"
    " half DECIMAL(12,2) GENERATED ALWAYS AS (amount / 2) VIRTUAL,"
    " touched TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP() ON UPDATE CURRENT_TIMESTAMP(),"
    " checked INT CHECK (checked > 0),"
    " noted INT COMMENT 'n' CHECK (noted > 0),"
    " `we``i,r)d` INT NULL,"
    " parent INT, PRIMARY KEY (id), KEY k (odd), CONSTRAINT f FOREIGN KEY (parent) REFERENCES parent(id)"
    ") ENGINE=InnoDB COMMENT='All of it';"
    "INSERT INTO parent VALUES (1); INSERT INTO everything(checked, noted, parent) VALUES (1, 2, 1)";

} // namespace

class TestMysqlComments : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_url;

    QByteArray sql(const QByteArray &statements) const
    {
        return m_server->sql(QStringLiteral("dictionary"), statements).trimmed();
    }
    QByteArray definition() const { return sql("SHOW CREATE TABLE everything"); }
    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    bool write(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    }
    RunResult galley(const QStringList &arguments) const { return runGalley(arguments, m_folder->path()); }
    RunResult import(const QByteArray &rows, const QStringList &more = {}) const
    {
        if (!write("c.csv", "schema,table,column,comment\n" + rows))
            return {};
        return galley(QStringList{QStringLiteral("import"), QStringLiteral("c.csv"), QStringLiteral("--into"),
                                  QStringLiteral("comments:") + m_url}
                      + more);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>(QStringLiteral("mysql"));
        if (!m_server->isThere())
            QSKIP(qPrintable(m_server->problem()));
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_url = m_server->makeDatabase(QStringLiteral("dictionary"));
        const QByteArray made = sql(kTables);
        QVERIFY2(!made.startsWith("ERROR"), made.constData());
    }

    void nothingButTheCommentsChanges()
    {
        const QByteArray before = definition();
        QByteArray rows;
        QByteArray expected = before;
        const auto comment = [&](const char *column, const char *end, const char *literal) {
            rows += "default,everything,\"" + QByteArray(column) + "\",\"It's \"\"" + column
                + "\"\", \\ ü 山\"\n";
            QByteArray name = '`' + QByteArray(column).replace('`', "``") + "` ";
            const qsizetype at = expected.indexOf(name);
            QVERIFY2(at > 0, column);
            const QByteArray old = literal;
            const qsizetype stop = old.isEmpty() ? expected.indexOf(end, at) : expected.indexOf(old, at);
            QVERIFY2(stop > at, column);
            QByteArray text = "COMMENT 'It''s \"" + QByteArray(column) + "\", \\\\ ü 山'";
            expected.replace(stop, old.size(), old.isEmpty() ? ' ' + text : text);
        };
        comment("id", "", "COMMENT 'the key, it''s (good)'");
        comment("odd", ",\n", "");
        comment("kind", "", "COMMENT 'old'");
        comment("amount", ",\n", "");
        comment("half", ",\n", "");
        comment("touched", ",\n", "");
        comment("checked", " CHECK", "");
        comment("noted", "", "COMMENT 'n'");
        comment("we`i,r)d", ",\n", "");
        comment("parent", ",\n", "");
        rows += "default,everything,,\n"; // clears
        expected.replace(" COMMENT='All of it'", "");
        const RunResult preview = import(rows);
        QVERIFY2(preview.exitCode == 0 && said(preview).contains("not rehearsed"), said(preview).constData());
        QCOMPARE(definition(), before);
        const RunResult applied = import(rows, {QStringLiteral("--apply"), QStringLiteral("--json")});
        QVERIFY2(applied.exitCode == 0, said(applied).constData());
        QCOMPARE(definition(), expected);
        QCOMPARE(sql("SELECT COUNT(*), SUM(twice) FROM everything"), QByteArray("1\t6.00"));
        const QString id =
            QJsonDocument::fromJson(applied.output).object().value(QStringLiteral("history")).toString();
        const RunResult undone = galley({QStringLiteral("undo"), id, QStringLiteral("--on"),
                                         QStringLiteral("comments:") + m_url, QStringLiteral("--apply")});
        QVERIFY2(undone.exitCode == 0, said(undone).constData());
        QCOMPARE(definition(), before);
    }

    void whatFailsHalfWayIsTakenBack()
    {
        const RunResult saved = import("default,everything,amount,first\ndefault,parent,id,second\n",
                                       {QStringLiteral("--save"), QStringLiteral("c.galleychanges")});
        QVERIFY2(saved.exitCode == 0, said(saved).constData());
        sql("ALTER TABLE parent MODIFY COLUMN id INT NOT NULL COMMENT 'theirs'");
        const QByteArray before = definition();
        const RunResult applied = galley({QStringLiteral("apply"), QStringLiteral("c.galleychanges"),
                                          QStringLiteral("--to"), QStringLiteral("comments:") + m_url});
        QVERIFY2(applied.exitCode == 75 && said(applied).contains("it is now 'theirs'"),
                 said(applied).constData());
        QCOMPARE(definition(), before);
    }

    void whatTheServerWouldRebuildTheTableForIsRejected()
    {
        const QByteArray before = definition();
        const RunResult run = import("default,everything,amount,first\ndefault,everything,twice,second\n");
        QVERIFY2(run.exitCode == 65 && said(run).contains("rebuild the table"), said(run).constData());
        const RunResult applied = import("default,everything,amount,first\ndefault,everything,twice,second\n",
                                         {QStringLiteral("--apply")});
        QVERIFY2(applied.exitCode == 65, said(applied).constData());
        QCOMPARE(definition(), before);
    }

    void whatTheServerWouldAlterIsRejected()
    {
        const QByteArray before = definition();
        const RunResult run = import("default,everything,amount,a boat 🛶\n", {QStringLiteral("--apply")});
        QVERIFY2(run.exitCode == 65 && said(run).contains("U+1F6F6"), said(run).constData());
        QCOMPARE(definition(), before);
    }

    void aCommentThatIsTooLongIsRejectedBeforeAnythingIsWritten()
    {
        const QByteArray before = definition();
        const QByteArray most(1024, 'x');
        const RunResult tooLong = import("default,everything,amount,first\ndefault,everything,kind," + most
                                             + "x\ndefault,everything,odd," + most + "\n",
                                         {QStringLiteral("--apply"), QStringLiteral("--json")});
        QVERIFY2(tooLong.exitCode == 65 && tooLong.output.contains("at most 1024 characters"),
                 said(tooLong).constData());
        QCOMPARE(definition(), before);
        const RunResult fits = import("default,everything,odd," + most + '\n', {QStringLiteral("--apply")});
        QVERIFY2(fits.exitCode == 0, said(fits).constData());
        QVERIFY(definition().contains(most));
    }
};

QTEST_GUILESS_MAIN(TestMysqlComments)
#include "tst_mysqlcomments.moc"
