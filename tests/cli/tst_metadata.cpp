// SPDX-License-Identifier: MIT
//
// A data dictionary in a spreadsheet: metadata out of a database, edited, and back, with the real program.
#include "tests/support/support.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace galley::test;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QJsonObject jsonOf(const RunResult &result)
{
    return QJsonDocument::fromJson(result.output).object();
}

QByteArray said(const RunResult &result)
{
    return QByteArray::number(result.exitCode) + '\n' + result.output + result.errors;
}

} // namespace

class TestMetadata : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    RunResult galley(const char *arguments) const
    {
        return runGalley(QString::fromUtf8(arguments).split(QLatin1Char(' ')), m_folder->path());
    }
    void sqlite(const char *sql) const
    {
        QCOMPARE(QProcess::execute(QStringLiteral("sqlite3"), {path("shop.db"), QString::fromUtf8(sql)}), 0);
    }
    /// Exports, changes the text, and gives the changed file.
    QByteArray edited(const char *from, const char *to) const
    {
        const RunResult exported =
            galley("export shop.db --bundle openmetadata --to edited.csv --overwrite --json");
        if (exported.exitCode != 0)
            qWarning("%s", said(exported).constData());
        QByteArray text = bytesOf(path("edited.csv"));
        text.replace(from, to);
        writeFile(path("edited.csv"), text);
        return text;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        sqlite("CREATE TABLE artist(id INTEGER PRIMARY KEY, name VARCHAR(120));"
               "CREATE TABLE album(id INTEGER PRIMARY KEY, \"t.x\" TEXT, artist REFERENCES artist)");
    }

    void everythingComesInOneFileParentsFirst()
    {
        edited("", "");
        QCOMPARE(
            bytesOf(path("edited.csv")),
            QByteArray(
                "name*,displayName,description,owner,tags,glossaryTerms,tiers,certification,"
                "retentionPeriod,sourceUrl,domains,extension,entityType*,fullyQualifiedName,"
                "column.dataTypeDisplay,column.dataType,column.arrayDataType,column.dataLength,"
                "storedProcedure.code,storedProcedure.language\r\n"
                "shop,,,,,,,,,,,,database,sqlite.shop,,,,,,\r\n"
                "main,,,,,,,,,,,,databaseSchema,sqlite.shop.main,,,,,,\r\n"
                "album,,,,,,,,,,,,table,sqlite.shop.main.album,,,,,,\r\n"
                "id,,,,,,,,,,,,column,sqlite.shop.main.album.id,INTEGER,BIGINT,,,,\r\n"
                "\"\"\"t.x\"\"\",,,,,,,,,,,,column,\"sqlite.shop.main.album.\"\"t.x\"\"\",TEXT,TEXT,,,,\r\n"
                "artist,,,,,,,,,,,,column,sqlite.shop.main.album.artist,,UNKNOWN,,,,\r\n"
                "artist,,,,,,,,,,,,table,sqlite.shop.main.artist,,,,,,\r\n"
                "id,,,,,,,,,,,,column,sqlite.shop.main.artist.id,INTEGER,BIGINT,,,,\r\n"
                "name,,,,,,,,,,,,column,sqlite.shop.main.artist.name,VARCHAR(120),VARCHAR,,120,,\r\n"));
    }

    void anEditedFileIsShownAppliedKeptAndUndone()
    {
        const QByteArray text =
            edited("\r\nalbum,,,,", "\r\nalbum,Albums,\"All,\r\n\"\"ours\"\" #1 \",user:ada,");
        const QByteArray before = bytesOf(path("shop.db"));
        const RunResult preview = galley("import edited.csv --into metadata:shop.db");
        QVERIFY2(preview.exitCode == 0 && preview.output.contains("displayName NULL -> 'Albums'")
                     && preview.output.contains("owner NULL -> 'user:ada'"),
                 said(preview).constData());
        const RunResult applied = galley("import edited.csv --into metadata:shop.db --apply --json");
        QVERIFY2(applied.exitCode == 0, said(applied).constData());
        const QJsonObject totals = jsonOf(applied).value(QStringLiteral("totals")).toObject();
        QCOMPARE(totals.value(QStringLiteral("updated")).toInt(), 1);
        QCOMPARE(totals.value(QStringLiteral("unchanged")).toInt(), 8);
        QCOMPARE(bytesOf(path("shop.db")), before); // SQLite has no comments: nothing to write there
        QCOMPARE(edited("", ""), text); // byte for byte
        const QString id = jsonOf(applied).value(QStringLiteral("history")).toString();
        const RunResult undone =
            galley(qPrintable(QStringLiteral("undo %1 --on metadata:shop.db --apply").arg(id)));
        QVERIFY2(undone.exitCode == 0, said(undone).constData());
        QVERIFY(edited("", "").contains("\r\nalbum,,,,"));
    }

    void newTablesJoinAndOldOnesAreKeptButNotExported()
    {
        edited("artist,,,,,,,,,,,,table", "artist,Artists,,,,,,,,,,,table");
        QCOMPARE(galley("import edited.csv --into metadata:shop.db --apply").exitCode, 0);
        sqlite("ALTER TABLE artist RENAME TO person; CREATE TABLE extra(a JSON)");
        const QByteArray text = edited("", "");
        QVERIFY(!text.contains("Artists"));
        QVERIFY(text.contains("sqlite.shop.main.person.name") && text.contains("extra.a,JSON,JSON,"));
        sqlite("ALTER TABLE person RENAME TO artist");
        QVERIFY(edited("", "").contains("artist,Artists,"));
    }

    void aFolderHasAFileForEachLevelAndGoesBack()
    {
        edited("\r\nalbum,,,,", "\r\nalbum,Albums,,user:ada,");
        QCOMPARE(galley("import edited.csv --into metadata:shop.db --apply").exitCode, 0);
        QCOMPARE(galley("export shop.db --bundle openmetadata --to dir --option database=svc.prod").exitCode,
                 0);
        QCOMPARE(QDir(path("dir")).entryList(QDir::Files),
                 QStringList(
                     {QStringLiteral("svc.databases.csv"), QStringLiteral("svc.prod.main.album.columns.csv"),
                      QStringLiteral("svc.prod.main.artist.columns.csv"),
                      QStringLiteral("svc.prod.main.tables.csv"), QStringLiteral("svc.prod.schemas.csv")}));
        QVERIFY(bytesOf(path("dir/svc.prod.main.tables.csv")).contains("\r\nalbum,Albums,,user:ada,"));
        const RunResult back =
            galley("import dir --into metadata:shop.db --option database=sqlite.shop --json");
        const QJsonObject totals = jsonOf(back).value(QStringLiteral("totals")).toObject();
        QVERIFY2(totals.value(QStringLiteral("rows")).toInt() == 9
                     && totals.value(QStringLiteral("inserted")).toInt() == 0
                     && totals.value(QStringLiteral("updated")).toInt() == 0,
                 said(back).constData());
    }

    void olderVersionsGetTheirColumnsAndSayWhatIsLost()
    {
        edited("\r\nalbum,,,,,,,", "\r\nalbum,,,,,,,Cert.Gold");
        QCOMPARE(galley("import edited.csv --into metadata:shop.db --apply").exitCode, 0);
        const RunResult old =
            galley("export shop.db --bundle openmetadata --to old.zip --option headers=1.3 --json");
        QVERIFY2(old.exitCode == 0 && old.output.contains("1 values of certification"),
                 said(old).constData());
        QCOMPARE(galley("export shop.db --bundle openmetadata --to old.csv --option headers=1.3").exitCode,
                 64);
    }

    void chosenTablesOnly()
    {
        QCOMPARE(galley("export shop.db --bundle openmetadata --to a.csv --table artist").exitCode, 0);
        const QByteArray text = bytesOf(path("a.csv"));
        QVERIFY(text.contains("main.artist.name") && !text.contains("album"));
    }
};

QTEST_GUILESS_MAIN(TestMetadata)
#include "tst_metadata.moc"
