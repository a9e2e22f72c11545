// SPDX-License-Identifier: MIT
//
// Descriptions of a data dictionary as comments in a database on a server: shown, applied in a transaction,
// undone, and looked at with the server's own client.
#include "tests/support/servers.h"
#include "tests/support/support.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace galley::test;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray said(const RunResult &result)
{
    return QByteArray::number(result.exitCode) + '\n' + result.output + result.errors;
}

QJsonObject jsonOf(const RunResult &result)
{
    return QJsonDocument::fromJson(result.output).object();
}

int total(const RunResult &result, const char *name)
{
    return jsonOf(result).value(QStringLiteral("totals")).toObject().value(QLatin1String(name)).toInt(-1);
}

} // namespace

class TestComments : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_url;

    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    RunResult galley(const QStringList &arguments) const { return runGalley(arguments, m_folder->path()); }
    QByteArray sql(const char *statements) const
    {
        return m_server->sql(QStringLiteral("dictionary"), statements).trimmed();
    }
    QByteArray comments() const
    {
        return sql(
            "SELECT coalesce(n.nspname,'')||'.'||c.relname||coalesce('.'||a.attname,''), d.description"
            " FROM pg_description d JOIN pg_class c ON c.oid=d.objoid AND d.classoid='pg_class'::regclass"
            " JOIN pg_namespace n ON n.oid=c.relnamespace AND n.nspname IN ('public','we.ird')"
            " LEFT JOIN pg_attribute a ON a.attrelid=c.oid AND a.attnum=d.objsubid AND d.objsubid>0"
            " ORDER BY 1");
    }
    /// The dictionary of the database, with `from` replaced.
    void edit(const char *from, const char *to) const
    {
        const RunResult exported = galley({QStringLiteral("export"), m_url, QStringLiteral("--bundle"),
                                           QStringLiteral("openmetadata"), QStringLiteral("--to"),
                                           QStringLiteral("d.csv"), QStringLiteral("--overwrite")});
        QVERIFY2(exported.exitCode == 0, said(exported).constData());
        QByteArray text = bytesOf(path("d.csv"));
        QVERIFY2(text.contains(from), text.constData());
        text.replace(from, to);
        QFile file(path("d.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    RunResult import(const char *file, const QStringList &more = {}) const
    {
        return galley(QStringList{QStringLiteral("import"), QString::fromUtf8(file), QStringLiteral("--into"),
                                  QStringLiteral("comments:") + m_url}
                      + more);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>(QStringLiteral("postgres"));
        if (!m_server->isThere())
            QSKIP(qPrintable(m_server->problem()));
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_url = m_server->makeDatabase(QStringLiteral("dictionary"));
        const QByteArray made =
            sql("CREATE TABLE album(id int PRIMARY KEY, title text); COMMENT ON TABLE album IS 'Records';"
                "COMMENT ON COLUMN album.title IS 'Name'; CREATE SCHEMA \"we.ird\";"
                "CREATE TABLE \"we.ird\".\"Ta\"\"ble\"(\"co.l\" int); INSERT INTO album VALUES (1, 'x')");
        QVERIFY2(!made.startsWith("ERROR"), made.constData());
    }

    void aDescriptionIsShownAppliedAndUndone()
    {
        edit("\r\nalbum,,Records,", "\r\nalbum,,\"It's \"\"all\"\" \\ of\n it; --\",");
        const QByteArray before = comments();
        const RunResult preview = import("d.csv");
        QVERIFY2(preview.exitCode == 0, said(preview).constData());
        QVERIFY2(preview.output.contains("comment 'Records' -> 'It's \"all\" \\ of"),
                 said(preview).constData());
        QCOMPARE(comments(), before);
        const RunResult applied = import("d.csv", {QStringLiteral("--apply"), QStringLiteral("--json")});
        QVERIFY2(applied.exitCode == 0, said(applied).constData());
        QCOMPARE(total(applied, "updated"), 1);
        QCOMPARE(total(applied, "unchanged"), 4);
        QCOMPARE(sql("SELECT obj_description('album'::regclass)"), QByteArray("It's \"all\" \\ of\n it; --"));
        QCOMPARE(sql("SELECT col_description('album'::regclass, 2)"), QByteArray("Name"));
        const QString id = jsonOf(applied).value(QStringLiteral("history")).toString();
        const RunResult undone = galley({QStringLiteral("undo"), id, QStringLiteral("--on"),
                                         QStringLiteral("comments:") + m_url, QStringLiteral("--apply")});
        QVERIFY2(undone.exitCode == 0, said(undone).constData());
        QCOMPARE(comments(), before);
        QCOMPARE(sql("SELECT * FROM album"), QByteArray("1|x"));
    }

    void namesAreQuotedAndEmptyCellsClear()
    {
        edit("\r\ntitle,,Name,", "\r\ntitle,,,");
        QByteArray text = bytesOf(path("d.csv"));
        const qsizetype at = text.indexOf("\"\"\"co.l\"\"\",,,");
        QVERIFY2(at > 0, text.constData());
        text.replace(at, 13, "\"\"\"co.l\"\"\",,odd,");
        QFile file(path("d.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        const RunResult applied = import("d.csv", {QStringLiteral("--apply"), QStringLiteral("--json")});
        QVERIFY2(applied.exitCode == 0 && total(applied, "updated") == 2, said(applied).constData());
        QCOMPARE(comments(), QByteArray("public.album|Records\nwe.ird.Ta\"ble.co.l|odd"));
    }

    void whatTheDatabaseLacksIsRejectedAndNothingIsWritten()
    {
        edit("\r\ntitle,,Name,", "\r\ntitle,,Other,");
        QByteArray text = bytesOf(path("d.csv"));
        text.replace(".album.title", ".album.gone");
        QFile file(path("d.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        const QByteArray before = comments();
        const RunResult preview = import("d.csv", {QStringLiteral("--json")});
        QVERIFY2(preview.exitCode == 65
                     && preview.output.contains("the database has no table or column public.album.gone"),
                 said(preview).constData());
        const RunResult applied = import("d.csv", {QStringLiteral("--apply")});
        QVERIFY2(applied.exitCode == 65, said(applied).constData());
        QCOMPARE(comments(), before);
    }

    void aCommentThatChangedSinceThePreviewIsAConflict()
    {
        edit("\r\nalbum,,Records,", "\r\nalbum,,Ours,");
        const RunResult saved =
            import("d.csv", {QStringLiteral("--save"), QStringLiteral("d.galleychanges")});
        QVERIFY2(saved.exitCode == 0, said(saved).constData());
        sql("COMMENT ON TABLE album IS 'Theirs'");
        const RunResult applied = galley({QStringLiteral("apply"), QStringLiteral("d.galleychanges"),
                                          QStringLiteral("--to"), QStringLiteral("comments:") + m_url});
        QVERIFY2(applied.exitCode == 75 && said(applied).contains("it is now 'Theirs'"),
                 said(applied).constData());
        QCOMPARE(sql("SELECT obj_description('album'::regclass)"), QByteArray("Theirs"));
    }

    void commentsAreATableThatAnyFormatCarries()
    {
        const RunResult out = galley({QStringLiteral("export"), QStringLiteral("comments:") + m_url,
                                      QStringLiteral("--to"), QStringLiteral("c.csv")});
        QVERIFY2(out.exitCode == 0, said(out).constData());
        QByteArray text = bytesOf(path("c.csv"));
        QVERIFY2(text.contains("public,album,\"\",Records") && text.contains("public,album,id,\n"),
                 text.constData());
        // As a spreadsheet leaves it: without the quotes of what is empty.
        text.replace("public,album,\"\",Records", "public,album,,All records");
        QFile file(path("c.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        const RunResult applied = import("c.csv", {QStringLiteral("--apply"), QStringLiteral("--json")});
        QVERIFY2(applied.exitCode == 0 && total(applied, "updated") == 1, said(applied).constData());
        QCOMPARE(sql("SELECT obj_description('album'::regclass)"), QByteArray("All records"));
        const RunResult mirrored = import("c.csv", {QStringLiteral("--mode"), QStringLiteral("mirror")});
        QVERIFY2(mirrored.exitCode == 0, said(mirrored).constData());
    }

    void whereNoCommentsAreWrittenThatIsSaid()
    {
        edit("\r\nalbum,,Records,", "\r\nalbum,,Ours,");
        const RunResult made = galley({QStringLiteral("sample"), QStringLiteral("shop.sqlite")});
        QVERIFY2(made.exitCode == 0, said(made).constData());
        const RunResult run = galley({QStringLiteral("import"), QStringLiteral("d.csv"),
                                      QStringLiteral("--into"), QStringLiteral("comments:shop.sqlite")});
        QVERIFY2(run.exitCode != 0 && run.errors.contains("SQLite") && run.errors.contains("metadata:DB"),
                 said(run).constData());
    }
};

QTEST_GUILESS_MAIN(TestComments)
#include "tst_comments.moc"
