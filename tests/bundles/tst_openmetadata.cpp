// SPDX-License-Identifier: MIT
#include "tests/support/memoryrows.h"
#include "tests/support/support.h"

#include "workers/bundles/openmetadata/metadatachecks.h"
#include "workers/bundles/openmetadata/metadatafields.h"
#include "workers/bundles/openmetadata/openmetadatabundle.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;
using namespace galley::test;

namespace {

const std::unique_ptr<Bundle> kBundle = makeOpenmetadataBundle();

void writeFile(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

OptionValues optionsOf(const QStringList &texts)
{
    OptionValues values;
    for (const QString &text : texts) {
        if (!values.setFromText(kBundle->options(), text))
            qFatal("bad option");
    }
    return values;
}

struct Read
{
    QByteArray columns;
    QByteArray rows;
    std::vector<Reject> rejects;
    std::vector<Error> warnings;
    QByteArray error;
};

Read readMetadata(const QString &path, const QStringList &options = {})
{
    Read result;
    const auto reader = kBundle->open(path, optionsOf(options));
    if (!reader) {
        result.error = reader.error().toString().toUtf8();
        return result;
    }
    result.warnings = (*reader)->listing().warnings;
    KeptRejects rejects;
    const auto rows = (*reader)->openTable(0, &rejects);
    if (!rows) {
        result.error = rows.error().toString().toUtf8();
        return result;
    }
    result.columns = (*rows)->shape().columnNames().join(QLatin1Char(',')).toUtf8();
    result.rows = readAllRows(**rows);
    result.rejects = rejects.all;
    return result;
}

} // namespace

class TestOpenmetadata : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    Read readBytes(const QByteArray &bytes, const QStringList &options = {},
                   const QString &name = QStringLiteral("t.csv"))
    {
        const QString path = m_folder.filePath(name);
        writeFile(path, bytes);
        return readMetadata(path, options);
    }

private Q_SLOTS:
    void namesWithDotsStandInQuotes_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("plain") << QByteArray("orders") << QByteArray("orders");
        QTest::newRow("dot") << QByteArray("v1.orders") << QByteArray("\"v1.orders\"");
        QTest::newRow("quote") << QByteArray("a\"b") << QByteArray("\"a\"\"b\"");
        QTest::newRow("in quotes already") << QByteArray("\"a.b\"") << QByteArray("\"a.b\"");
        QTest::newRow("one quote") << QByteArray("\"") << QByteArray("\"\"\"\"");
        QTest::newRow("two quotes") << QByteArray("\"\"") << QByteArray("\"\"\"\"\"\"");
    }

    void namesWithDotsStandInQuotes()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, part);
        const std::string quoted = quotedNamePart(name.toStdString());
        QCOMPARE(QByteArray::fromStdString(quoted), part);
        const std::string full = "svc." + quoted + ".t";
        QCOMPARE(nameParts(full).size(), size_t(3));
        QCOMPARE(std::string(nameParts(full)[1]), quoted);
    }

    void namesThatAreNoneHaveNoParts()
    {
        for (const char *name : {"", ".", "a.", ".a", "a..b", "\"a", "a\"b", "\"a\"b", "\"\""})
            QVERIFY2(nameParts(name).empty(), name);
    }

    void cellsAreCheckedAsTheServerDoes_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isFine");
        const auto row = [](MetadataField field, const char *text, bool isFine) {
            QTest::addRow("%d %s", field, text) << int(field) << QByteArray(text) << isFine;
        };
        row(Owner, "user:ada;team:data-engineering", true);
        row(Owner, "admin", false);
        row(Owner, "user:", false);
        row(Owner, "robot:r2", false);
        row(Owner, "user:a;", false);
        row(Tags, "PII.Sensitive;PersonalData.Personal", true);
        row(Tags, "Sensitive", false);
        row(Tags, "PII.", false);
        row(Tags, "A.b;;C.d", false);
        row(Tags, "\"a;b.c\".d", true);
        row(RetentionPeriod, "P23DT23H", true);
        row(RetentionPeriod, "PT0.5S", true);
        row(RetentionPeriod, "P4W", true);
        row(RetentionPeriod, "P1Y2M3DT4H5M6S", true);
        for (const char *bad : {"30 DAYS", "P", "PT", "P1", "P1H", "PT1D", "P1DT", "P1M1Y", "P1.5D", "p1d"})
            row(RetentionPeriod, bad, false);
        row(Extension, "priority:High;\"notes:a;b,c\"", true);
        row(Extension, "priority", false);
        row(Extension, ":x", false);
        row(Extension, "x:", false);
        row(EntityType, "table", true);
        row(EntityType, "dashboard", false);
        row(DataLength, "50", true);
        row(DataLength, "-1", false);
        row(DataLength, "99999999999", false);
        row(FullyQualifiedName, "\"local.mysql\".default", true);
        row(FullyQualifiedName, "a..b", false);
        row(Domains, "Marketing;Sales", true);
        row(Description, "<script>", true);
    }

    void cellsAreCheckedAsTheServerDoes()
    {
        QFETCH(const int, field);
        QFETCH(const QByteArray, text);
        QFETCH(const bool, isFine);
        QCOMPARE(!checkMetadataCell(static_cast<MetadataField>(field), text.toStdString(), {}).has_value(),
                 isFine);
    }

    void aPlainFileBelongsToWhatItsNameSays()
    {
        const Read read = readBytes("name*,displayName,description,owner\r\npublic,,\"a\nb\",user:ada\r\n"
                                    "v1.x,X,,\r\n",
                                    {}, QStringLiteral("svc.shop.schemas.csv"));
        QCOMPARE(read.error, QByteArray());
        QCOMPARE(read.columns,
                 QByteArray("fullyQualifiedName,entityType,name,displayName,description,owner"));
        QCOMPARE(read.rows,
                 QByteArray("'svc.shop.public'|'databaseSchema'|'public'|NULL|'a\nb'|'user:ada'\n"
                            "'svc.shop.\"v1.x\"'|'databaseSchema'|'v1.x'|'X'|NULL|NULL\n"));
        const Read named = readBytes("name,displayName\nt,T\n",
                                     {QStringLiteral("parent=a.b.c"), QStringLiteral("database=x.y")});
        QCOMPARE(named.rows, QByteArray("'x.y.c.t'|'table'|'t'|'T'\n"));
        QVERIFY(readBytes("column.name*,column.displayName\nt,T\n", {QStringLiteral("parent=a.b")})
                    .error.contains("usage"));
    }

    void columnsOfATableKeepTheirNestedNames()
    {
        const Read read =
            readBytes("column.name*,column.displayName,column.description,column.dataType,column.tags\n"
                      "addr,,,STRUCT,\naddr.city,,City,STRING,PII.None\n",
                      {}, QStringLiteral("s.d.p.t.columns.csv"));
        QCOMPARE(read.columns,
                 QByteArray("fullyQualifiedName,entityType,name,displayName,description,tags,"
                            "column.dataType"));
        QCOMPARE(read.rows,
                 QByteArray("'s.d.p.t.addr'|'column'|'addr'|NULL|NULL|NULL|'STRUCT'\n"
                            "'s.d.p.t.addr.city'|'column'|'addr.city'|NULL|'City'|'PII.None'|"
                            "'STRING'\n"));
    }

    void spreadsheetsMayWriteSemicolons()
    {
        const Read read = readBytes("\xef\xbb\xbfname*;displayName;tags\r\na;A, b;\"A.b;C.d\"\r\n");
        QCOMPARE(read.rows, QByteArray("'a'|'a'|'A, b'|'A.b;C.d'\n"));
    }

    void samplesAreRead()
    {
        const QString folder = samplePath(QStringLiteral("openmetadata"));
        if (folder.isEmpty())
            QSKIP("../shared/samples is not there: NOT tested");
        const Read recursive = readMetadata(folder + QStringLiteral("/synthetic-database-recursive.csv"));
        QCOMPARE(recursive.error, QByteArray());
        QCOMPARE(recursive.rejects.size(), size_t(0));
        QCOMPARE(recursive.rows.count("'svc.ecommerce."), 7);
        QVERIFY(recursive.rows.contains("'svc.ecommerce.shopify.\"v1.orders\"'|'table'|'v1.orders'"));
        QVERIFY(recursive.rows.contains("'priority:High;\"notes:a;b,c\"'"));
        const Read padded = readMetadata(folder + QStringLiteral("/test-recursive-quoted-fqn.csv"));
        QCOMPARE(padded.rows.count("'\"local.mysql\".default"), 2);
        QCOMPARE(padded.warnings.size(), size_t(1));
        QCOMPARE(readMetadata(folder + QStringLiteral("/docs-tables-export.csv")).rows.count('\n'), 2);
        QCOMPARE(readMetadata(folder + QStringLiteral("/synthetic-table-columns.csv")).rows.count('\n'), 4);
        const Read bare = readMetadata(folder + QStringLiteral("/sdk-schema-import.csv"));
        QCOMPARE(bare.rejects.size(), size_t(1));
        QVERIFY(bare.rejects.front().reason.contains(QStringLiteral("admin")));
    }

    void doublesAreFoundAcrossFilesAndCase()
    {
        const Read read = readBytes("name,displayName\nÄb,1\näB,2\nÄb,3\n");
        QCOMPARE(read.rows.count('\n'), 1);
        QCOMPARE(read.rejects.size(), size_t(2));
        QCOMPARE(read.rejects[0].kind, ErrorKind::Ambiguous);
        QCOMPARE(read.rejects[1].kind, ErrorKind::Duplicate);
        QVERIFY(read.rejects[1].reason.contains(QStringLiteral("lines 2 and 4")));
        QCOMPARE(
            readBytes("name,displayName\na,1\nA,2\n", {QStringLiteral("names=distinct")}).rows.count('\n'),
            2);
    }

    void aFolderOfFilesIsOneTable()
    {
        const QString folder = m_folder.filePath(QStringLiteral("many"));
        writeFile(folder + QStringLiteral("/s.d.main.tables.csv"), "name*,displayName,owner\nt,T,team:x\n");
        writeFile(folder + QStringLiteral("/s.d.main.t.columns.csv"),
                  "column.name*,column.displayName,column.dataType\nc,C,INT\n");
        QVERIFY(kBundle->recognises(folder));
        QCOMPARE(readMetadata(folder).rows,
                 QByteArray("'s.d.main.t'|'table'|'t'|'T'|'team:x'|NULL\n"
                            "'s.d.main.t.c'|'column'|'c'|'C'|NULL|'INT'\n"));
        writeFile(folder + QStringLiteral("/other.csv"), "name,displayName,owner\nt,T,\n");
        writeFile(folder + QStringLiteral("/other2.csv"), "name,displayName,owner\nt,T,\n");
        QVERIFY(readMetadata(folder).error.contains("ambiguous"));
    }

    void rejectedRowsCanBeRepairedAndReadAgain()
    {
        const Read read =
            readBytes("name,displayName,owner\na,\"x, y\",bob\n", {}, QStringLiteral("s.d.schemas.csv"));
        QCOMPARE(read.rejects.size(), size_t(1));
        const QByteArray repaired = QByteArray(read.rejects.front().raw).replace("bob", "user:bob");
        const Read again = readBytes(read.columns + '\n' + repaired + '\n');
        QCOMPARE(again.rows, QByteArray("'s.d.a'|'databaseSchema'|'a'|'x, y'|'user:bob'\n"));
    }

    void otherFilesAreLeftToOtherReaders()
    {
        for (const char *other : {"name,description\na,b\n", "id,displayName,email,phone\n1,a,b,c\n", "",
                                  "name,displayName\n", "{\"displayName\":1}\n"}) {
            const QString path = m_folder.filePath(QStringLiteral("o.csv"));
            writeFile(path, other);
            QCOMPARE(kBundle->recognises(path), QByteArray(other).startsWith("name,displayName"));
        }
        QVERIFY(!kBundle->recognises(m_folder.filePath(QStringLiteral("not there"))));
    }
};

QTEST_GUILESS_MAIN(TestOpenmetadata)
#include "tst_openmetadata.moc"
