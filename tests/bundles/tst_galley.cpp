// SPDX-License-Identifier: MIT
#include "tests/support/support.h"

#include "workers/bundles/archive.h"
#include "workers/bundles/galley/galleybundle.h"
#include "workers/bundles/galley/galleylisting.h"
#include "workers/bundles/galley/galleywriter.h"
#include "workers/formats/format.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;

namespace {

QByteArray bytesOfFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

Column column(const char *name, LogicalType type, const char *nativeType, bool nullable = true)
{
    Column made;
    made.name = QString::fromUtf8(name);
    made.type = type;
    made.nativeType = QString::fromUtf8(nativeType);
    made.nullable = nullable;
    return made;
}

BundleTable csvTable(const char *name, std::vector<Column> columns, const char *sql)
{
    BundleTable table;
    table.table.shape.name = {QStringLiteral("main"), QString::fromUtf8(name)};
    table.table.shape.columns = std::move(columns);
    table.table.shape.engine = QStringLiteral("sqlite");
    table.table.sql = QString::fromUtf8(sql);
    table.formatId = QStringLiteral("csv");
    table.options.set(QStringLiteral("cells"), QStringLiteral("tagged"));
    return table;
}

/// Two tables with rows, one without data, a view and a trigger; and everything that a table can have.
BundleListing someListing()
{
    BundleListing listing;
    listing.bundleId = QStringLiteral("galley");
    listing.generator = QStringLiteral("Galley 0.1.0");
    listing.engine = QStringLiteral("sqlite");
    listing.engineVersion = QStringLiteral("3.40.1");
    listing.sourceName = QStringLiteral("My Shop.sqlite");

    BundleTable artist =
        csvTable("Artist",
                 {column("Id", LogicalType::Integer, "INTEGER", false),
                  column("Name", LogicalType::Text, "NVARCHAR(120)")},
                 "CREATE TABLE Artist(Id INTEGER PRIMARY KEY AUTOINCREMENT, Name NVARCHAR(120))");
    artist.table.shape.columns[1].precision = 120;
    artist.table.shape.columns[1].collation = QStringLiteral("NOCASE");
    artist.table.shape.columns[1].defaultExpression = QStringLiteral("'?'");
    artist.table.shape.key = {0};
    artist.table.hasPrimaryKey = true;
    artist.table.hasAutoincrement = true;
    artist.table.sequence = 9'007'199'254'740'993;

    BundleTable album = csvTable("Album \"x\"",
                                 {column("Id", LogicalType::Integer, "INTEGER"),
                                  column("ArtistId", LogicalType::Integer, "INTEGER"),
                                  column("Cents", LogicalType::Integer, "INTEGER")},
                                 "CREATE TABLE \"Album \"\"x\"\"\"(Id INTEGER PRIMARY KEY, ArtistId INTEGER "
                                 "REFERENCES Artist, Cents INTEGER AS (Id * 100) STORED) -- odd");
    album.table.shape.columns[2].generated = true;
    album.table.shape.columns[2].generatedExpression = QStringLiteral("Id * 100");
    album.table.shape.columns[0].identity = Identity::Always;
    album.table.owner = QStringLiteral("shopkeeper");
    album.table.shape.key = {0};
    album.table.hasPrimaryKey = true;
    album.table.foreignKeys.push_back(
        {{},
         {QStringLiteral("ArtistId")},
         {QStringLiteral("main"), QStringLiteral("Artist")},
         {QStringLiteral("Id")},
         QStringLiteral("NO ACTION"),
         QStringLiteral("CASCADE"),
         true,
         QStringLiteral("FOREIGN KEY (ArtistId) REFERENCES Artist MATCH FULL")});
    album.table.checks.push_back({QStringLiteral("c"), QStringLiteral("Id > 0")});
    album.table.indexes.push_back(
        {QStringLiteral("byArtist"),
         {QStringLiteral("ArtistId")},
         true,
         false,
         false,
         true,
         QStringLiteral("CREATE UNIQUE INDEX byArtist ON \"Album \"\"x\"\"\"(ArtistId) "
                        "WHERE ArtistId > 1")});

    BundleTable search =
        csvTable("Search", {column("t", LogicalType::Text, "")}, "CREATE VIRTUAL TABLE Search USING fts5(t)");
    search.table.kind = TableInfo::Kind::Virtual;
    search.formatId.clear();
    search.options = {};

    listing.tables = {artist, search, album};
    listing.views.push_back({{QStringLiteral("main"), QStringLiteral("Names")},
                             QStringLiteral("CREATE VIEW Names AS SELECT Name FROM Artist"),
                             false,
                             QStringLiteral("all of them")});
    listing.triggers.push_back(
        {QStringLiteral("noDelete"),
         {QStringLiteral("main"), QStringLiteral("Artist")},
         QStringLiteral(
             "CREATE TRIGGER noDelete BEFORE DELETE ON Artist BEGIN SELECT RAISE(ABORT, 'no'); END")});
    listing.objects.push_back({QStringLiteral("enum"),
                               {QStringLiteral("public"), QStringLiteral("mood")},
                               {},
                               ObjectInfo::Stage::BeforeTables,
                               QStringLiteral("CREATE TEMP VIEW mood AS SELECT 1"),
                               QStringLiteral("how it goes")});
    listing.objects.push_back({QStringLiteral("rule"),
                               {{}, QStringLiteral("r")},
                               {QStringLiteral("main"), QStringLiteral("Artist")},
                               ObjectInfo::Stage::AfterTables,
                               QStringLiteral("CREATE TEMP VIEW r AS SELECT 2"),
                               {}});
    return listing;
}

const QByteArray kArtists = QByteArrayLiteral("Id,Name\n1,AC/DC\n2,\n3,\"\"\n4,\"a,\n\"\"b\"\"\"\n");
const QByteArray kAlbums = QByteArrayLiteral("Id,ArtistId,Cents\n7,1,700\n8,2,800\n");

Result<void> writeTable(BundleWriter &writer, size_t index, const QByteArray &bytes, qint64 rows)
{
    ASSIGN_OR_RETURN(auto sink, writer.openTable(index));
    RETURN_IF_ERROR(sink->write({bytes.constData(), static_cast<size_t>(bytes.size())}));
    RETURN_IF_ERROR(sink->finish());
    writer.setRows(index, rows);
    return {};
}

Result<void> writeBundle(const QString &path, bool overwrite = false)
{
    ASSIGN_OR_RETURN(auto writer, createGalleyBundle(path, someListing(), overwrite));
    RETURN_IF_ERROR(writeTable(*writer, 0, kArtists, 4));
    RETURN_IF_ERROR(writeTable(*writer, 2, kAlbums, 2));
    RETURN_IF_ERROR(writer->finish());
    return writer->place();
}

/// Opens and reads everything; "" where all is well.
QByteArray whatIsWrong(const QString &path)
{
    auto reader = findBundle(QStringLiteral("galley"))->open(path, {});
    if (!reader)
        return reader.error().toString().toUtf8();
    const auto verified = (*reader)->verify(VerifyDepth::Rows, {}, {});
    return verified ? QByteArray() : verified.error().toString().toUtf8();
}

QStringList filesIn(const QString &folder)
{
    QStringList names;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        names += QDir(folder).relativeFilePath(files.next());
    names.sort();
    return names;
}

QByteArray run(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60000))
        return "did not run";
    return process.exitCode() == 0 ? process.readAll() : "failed: " + process.readAll();
}

} // namespace

class TestGalley : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.emplace().isValid()); }
    void theListingSurvives_data() { kinds(); }
    void theListingSurvives();
    void rowsSurvive_data() { kinds(); }
    void rowsSurvive();
    void sameInputGivesTheSameBytes();
    void everyFlippedBitOfASealedZipIsFound();
    void everyCutOfASealedZipIsFound();
    void everyFlippedBitOfASealedFolderIsFound();
    void aMissingFileIsNamed_data();
    void aMissingFileIsNamed();
    void anExtraFileIsAWarning();
    void anUnpackedZipIsStillSealed();
    void sha256sumChecksTheFolder();
    void sqlite3LoadsTheFolder();
    void fewerRowsThanListedAreFound();
    void listingsThatLieAreRefused_data();
    void listingsThatLieAreRefused();
    void foreignPackagesAreReadAsPlainFiles_data();
    void foreignPackagesAreReadAsPlainFiles();
    void otherFoldersAndZipsAreNotOurs();
    void fileNamesArePortable();
    void anAbandonedExportLeavesNothing_data() { kinds(); }
    void anAbandonedExportLeavesNothing();
    void somebodysFolderIsNeverReplaced();
    void anOldExportIsReplaced_data() { kinds(); }
    void anOldExportIsReplaced();

private:
    static void kinds()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("zip") << QStringLiteral("shop.zip");
        QTest::newRow("folder") << QStringLiteral("shop");
    }
    QString at(const QString &name) const { return m_folder->filePath(name); }
    std::optional<QTemporaryDir> m_folder;
};

void TestGalley::theListingSurvives()
{
    QFETCH(QString, name);
    const auto written = writeBundle(at(name));
    QVERIFY2(written, written ? "" : qPrintable(written.error().toString()));
    QCOMPARE(detectBundle(at(name)), findBundle(QStringLiteral("galley")));
    const auto reader = findBundle(QStringLiteral("galley"))->open(at(name), {});
    QVERIFY2(reader, reader ? "" : qPrintable(reader.error().toString()));
    const BundleListing &listing = (*reader)->listing();
    QVERIFY(listing.isSealed);
    QVERIFY(listing.warnings.empty());
    QCOMPARE(listing.generator, QStringLiteral("Galley 0.1.0"));
    QCOMPARE(listing.tables.size(), size_t{3});
    QCOMPARE(listing.tables[0].member, QStringLiteral("data/artist.csv"));
    QCOMPARE(listing.tables[1].member, QString());
    QCOMPARE(listing.tables[2].member, QStringLiteral("data/album__x_.csv"));
    QCOMPARE(listing.tables[0].rows, 4);
    QCOMPARE(listing.tables[0].bytes, kArtists.size());
    // Everything else: what was asked for, with members, counts and hashes, is what was read.
    BundleListing expected = someListing();
    for (size_t i = 0; i < 3; ++i) {
        const TableInfo &wanted = expected.tables[i].table;
        const TableInfo &got = listing.tables[i].table;
        QCOMPARE(got.shape.name, wanted.shape.name);
        QVERIFY(got.shape.columns == wanted.shape.columns);
        QCOMPARE(got.shape.key, wanted.shape.key);
        QCOMPARE(got.shape.origin, CellOrigin::Native);
        QCOMPARE(got.shape.engine, QStringLiteral("sqlite"));
        QCOMPARE(got.sql, wanted.sql);
        QCOMPARE(got.sequence, wanted.sequence);
        QCOMPARE(got.hasAutoincrement, wanted.hasAutoincrement);
        QCOMPARE(got.hasPrimaryKey, wanted.hasPrimaryKey);
        QCOMPARE(got.kind, wanted.kind);
        expected.tables[i].member = listing.tables[i].member;
        expected.tables[i].rows = listing.tables[i].rows;
        expected.tables[i].bytes = listing.tables[i].bytes;
        expected.tables[i].sha256 = listing.tables[i].sha256;
    }
    QCOMPARE(writeBundleListing(listing), writeBundleListing(expected));
    QCOMPARE(listing.views.front().sql, expected.views.front().sql);
    QCOMPARE(listing.triggers.front().sql, expected.triggers.front().sql);
    QCOMPARE(listing.tables[2].table.owner, QStringLiteral("shopkeeper"));
    QCOMPARE(listing.tables[2].table.foreignKeys.front().sql,
             expected.tables[2].table.foreignKeys.front().sql);
    QCOMPARE(listing.objects.size(), size_t{2});
    QCOMPARE(listing.objects.front().kind, QStringLiteral("enum"));
    QCOMPARE(listing.objects.front().comment, QStringLiteral("how it goes"));
    QCOMPARE(listing.objects.back().table.name, QStringLiteral("Artist"));
    QCOMPARE(listing.objects.back().stage, ObjectInfo::Stage::AfterTables);
    QCOMPARE(listing.objects.back().sql, expected.objects.back().sql);
}

void TestGalley::rowsSurvive()
{
    QFETCH(QString, name);
    QVERIFY(writeBundle(at(name)));
    const auto reader = findBundle(QStringLiteral("galley"))->open(at(name), {});
    QVERIFY(reader);
    auto rows = (*reader)->openTable(0, nullptr);
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().toString()));
    QCOMPARE(test::readAllRows(**rows), QByteArray("1|'AC/DC'\n2|NULL\n3|''\n4|'a,\n\"b\"'\n"));
    QVERIFY(!(*reader)->openTable(1, nullptr));
    qint64 last = 0;
    QVERIFY((*reader)->verify(VerifyDepth::Rows,
                              [&](qint64 done, qint64 total) { last = done == total ? done : 0; }, {}));
    QVERIFY(last > kArtists.size());
    std::stop_source stop;
    stop.request_stop();
    const auto cancelled = (*reader)->verify(VerifyDepth::Rows, {}, stop.get_token());
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
}

void TestGalley::sameInputGivesTheSameBytes()
{
    QVERIFY(writeBundle(at(QStringLiteral("a.zip"))));
    QVERIFY(writeBundle(at(QStringLiteral("b.zip"))));
    QVERIFY(bytesOfFile(at(QStringLiteral("a.zip"))) == bytesOfFile(at(QStringLiteral("b.zip"))));
    QVERIFY(writeBundle(at(QStringLiteral("a"))));
    QVERIFY(writeBundle(at(QStringLiteral("b"))));
    for (const QString &name : filesIn(at(QStringLiteral("a"))))
        QCOMPARE(bytesOfFile(at(QStringLiteral("a/") + name)), bytesOfFile(at(QStringLiteral("b/") + name)));
    QCOMPARE(filesIn(at(QStringLiteral("a"))).size(), 8);
}

void TestGalley::everyFlippedBitOfASealedZipIsFound()
{
    QVERIFY(writeBundle(at(QStringLiteral("shop.zip"))));
    QCOMPARE(whatIsWrong(at(QStringLiteral("shop.zip"))), QByteArray());
    QByteArray bytes = bytesOfFile(at(QStringLiteral("shop.zip")));
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char flip = static_cast<char>(1 << (i % 8));
        bytes[i] = static_cast<char>(bytes.at(i) ^ flip);
        writeFile(at(QStringLiteral("bad.zip")), bytes);
        bytes[i] = static_cast<char>(bytes.at(i) ^ flip);
        QVERIFY2(!whatIsWrong(at(QStringLiteral("bad.zip"))).isEmpty(), QByteArray::number(i));
    }
}

void TestGalley::everyCutOfASealedZipIsFound()
{
    QVERIFY(writeBundle(at(QStringLiteral("shop.zip"))));
    const QByteArray bytes = bytesOfFile(at(QStringLiteral("shop.zip")));
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        writeFile(at(QStringLiteral("bad.zip")), bytes.left(size));
        const QByteArray wrong = whatIsWrong(at(QStringLiteral("bad.zip")));
        QVERIFY2(wrong.contains("truncated") || wrong.contains("malformed"),
                 QByteArray::number(size) + wrong);
    }
}

void TestGalley::everyFlippedBitOfASealedFolderIsFound()
{
    const QString shop = at(QStringLiteral("shop"));
    QVERIFY(writeBundle(shop));
    QCOMPARE(whatIsWrong(shop), QByteArray());
    for (const QString &name : filesIn(shop)) {
        const QString path = shop + QLatin1Char('/') + name;
        const QByteArray good = bytesOfFile(path);
        for (qsizetype i = 0; i < good.size(); i += 7) {
            QByteArray bytes = good;
            bytes[i] = static_cast<char>(bytes.at(i) ^ 1 << (i % 8));
            writeFile(path, bytes);
            QVERIFY2(!whatIsWrong(shop).isEmpty(), qPrintable(name + QString::number(i)));
        }
        writeFile(path, good.chopped(1));
        QVERIFY2(!whatIsWrong(shop).isEmpty(), qPrintable(name));
        writeFile(path, good);
    }
    QCOMPARE(whatIsWrong(shop), QByteArray());
}

void TestGalley::aMissingFileIsNamed_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"data/artist.csv", "schema.sql", "views.sql", "triggers.sql", "load.sql", "SHA256SUMS"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestGalley::aMissingFileIsNamed()
{
    QFETCH(QString, name);
    QVERIFY(writeBundle(at(QStringLiteral("shop"))));
    QVERIFY(QFile::remove(at(QStringLiteral("shop/") + name)));
    const auto reader = findBundle(QStringLiteral("galley"))->open(at(QStringLiteral("shop")), {});
    QVERIFY(!reader);
    const bool isSeal = name == QStringLiteral("SHA256SUMS");
    QCOMPARE(reader.error().kind, isSeal ? ErrorKind::Checksum : ErrorKind::Truncated);
    QVERIFY(isSeal || reader.error().message.contains(name));
}

void TestGalley::anExtraFileIsAWarning()
{
    QVERIFY(writeBundle(at(QStringLiteral("shop"))));
    writeFile(at(QStringLiteral("shop/notes.txt")), "hello");
    const auto reader = findBundle(QStringLiteral("galley"))->open(at(QStringLiteral("shop")), {});
    QVERIFY(reader);
    QCOMPARE((*reader)->listing().warnings.size(), size_t{1});
    QVERIFY((*reader)->listing().warnings.front().message.contains(QStringLiteral("notes.txt")));
}

void TestGalley::anUnpackedZipIsStillSealed()
{
    QVERIFY(writeBundle(at(QStringLiteral("shop.zip"))));
    run(QStringLiteral("unzip"),
        {QStringLiteral("-q"), at(QStringLiteral("shop.zip")), QStringLiteral("-d"),
         at(QStringLiteral("out"))},
        m_folder->path());
    QCOMPARE(whatIsWrong(at(QStringLiteral("out"))), QByteArray());
    QCOMPARE(whatIsWrong(at(QStringLiteral("out/datapackage.json"))), QByteArray());
    QCOMPARE(run(QStringLiteral("zip"),
                 {QStringLiteral("-qr"), at(QStringLiteral("again.zip")), QStringLiteral(".")},
                 at(QStringLiteral("out"))),
             QByteArray());
    QCOMPARE(whatIsWrong(at(QStringLiteral("again.zip"))), QByteArray());
    QVERIFY(QFile::remove(at(QStringLiteral("out/SHA256SUMS"))));
    QVERIFY(whatIsWrong(at(QStringLiteral("out"))).contains("the seal is missing"));
}

void TestGalley::sha256sumChecksTheFolder()
{
    QVERIFY(writeBundle(at(QStringLiteral("shop"))));
    const QByteArray said =
        run(QStringLiteral("sha256sum"),
            {QStringLiteral("--strict"), QStringLiteral("-c"), QStringLiteral("SHA256SUMS")},
            at(QStringLiteral("shop")));
    QVERIFY2(!said.startsWith("failed"), said);
    QCOMPARE(said.count(": OK"), 7);
}

void TestGalley::sqlite3LoadsTheFolder()
{
    QVERIFY(writeBundle(at(QStringLiteral("shop"))));
    const QByteArray said =
        run(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("sqlite3 ../new.sqlite < load.sql")},
            at(QStringLiteral("shop")));
    QCOMPARE(said, QByteArray());
    QCOMPARE(
        run(QStringLiteral("sqlite3"),
            {at(QStringLiteral("new.sqlite")),
             QStringLiteral("SELECT count(*), sum(Id), quote(max(Name)) FROM Artist; SELECT sum(Cents) FROM "
                            "\"Album \"\"x\"\"\"; SELECT seq FROM sqlite_sequence; SELECT name FROM "
                            "sqlite_schema WHERE type IN ('view', 'trigger', 'index')")},
            m_folder->path()),
        QByteArray("4|10|'a,\n\"b\"'\n1500\n9007199254740993\nbyArtist\nNames\nnoDelete\n"));
}

void TestGalley::fewerRowsThanListedAreFound()
{
    auto writer = createGalleyBundle(at(QStringLiteral("shop.zip")), someListing(), false);
    QVERIFY(writer);
    QVERIFY(writeTable(**writer, 0, kArtists, 5));
    QVERIFY(writeTable(**writer, 2, kAlbums, 2));
    QVERIFY((*writer)->finish() && (*writer)->place());
    QVERIFY(whatIsWrong(at(QStringLiteral("shop.zip")))
                .contains("truncated: this has 4 rows, and the listing says 5"));
}

void TestGalley::listingsThatLieAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("outcome");
    const QByteArray t = R"("name":"t","schema":{"fields":[{"name":"a"}]},"format":"csv")";
    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("malformed");
    QTest::newRow("an array") << QByteArray("[]") << QByteArray("malformed");
    QTest::newRow("no resources") << QByteArray("{}") << QByteArray("malformed");
    QTest::newRow("newer") << QByteArray(R"({"galley":{"formatVersion":2},"resources":[]})")
                           << QByteArray("unsupported");
    QTest::newRow("no version") << QByteArray(R"({"galley":{},"resources":[]})") << QByteArray("malformed");
    for (const char *path : {"../x.csv", "/etc/passwd", "C:x.csv", "a\\\\b.csv", "http://x/y.csv", "nul"})
        QTest::newRow(path) << QByteArray("{\"resources\":[{" + t + ",\"path\":\"" + path + "\"}]}")
                            << QByteArray("unsafe-path");
    QTest::newRow("parts") << QByteArray("{\"resources\":[{" + t + R"(,"path":["a.csv","b.csv"]}]})")
                           << QByteArray("unsupported");
    QTest::newRow("inline") << QByteArray("{\"resources\":[{" + t + R"(,"data":[]}]})")
                            << QByteArray("unsupported");
    QTest::newRow("same file") << QByteArray("{\"resources\":[{" + t
                                             + R"(,"path":"t.csv"},{"name":"u","path":"T.csv"}]})")
                               << QByteArray("duplicate");
    QTest::newRow("same table") << QByteArray("{\"resources\":[{" + t
                                              + R"(,"path":"t.csv"},{"name":"T","path":"u.csv"}]})")
                                << QByteArray("duplicate");
    QTest::newRow("no file") << QByteArray("{\"resources\":[{" + t + R"(,"path":"gone.csv"}]})")
                             << QByteArray("truncated");
    QTest::newRow("short") << QByteArray("{\"resources\":[{" + t + R"(,"path":"t.csv","bytes":99}]})")
                           << QByteArray("truncated");
    QTest::newRow("long") << QByteArray("{\"resources\":[{" + t + R"(,"path":"t.csv","bytes":1}]})")
                          << QByteArray("checksum");
    QTest::newRow("no hash") << QByteArray("{\"resources\":[{" + t
                                           + R"(,"path":"t.csv","hash":"sha256:zz"}]})")
                             << QByteArray("malformed");
    QTest::newRow("wrong hash") << QByteArray(
        "{\"resources\":[{" + t + ",\"path\":\"t.csv\",\"hash\":\"sha256:" + QByteArray(64, '0') + "\"}]}")
                                << QByteArray("checksum");
    QTest::newRow("key without column") << QByteArray(
        R"({"resources":[{"name":"t","path":"t.csv","schema":{"primaryKey":"b","fields":[{"name":"a"}]}}]})")
                                        << QByteArray("malformed");
    QTest::newRow("unknown format") << QByteArray(
        R"({"resources":[{"name":"t","path":"t.xyz","format":"xyz"}]})")
                                    << QByteArray("unsupported");
}

void TestGalley::listingsThatLieAreRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, outcome);
    writeFile(at(QStringLiteral("p/datapackage.json")), json);
    writeFile(at(QStringLiteral("p/t.csv")), "a\n1\n");
    const QByteArray wrong = whatIsWrong(at(QStringLiteral("p")));
    QVERIFY2(wrong.contains(": " + outcome + ": "), wrong);
}

void TestGalley::foreignPackagesAreReadAsPlainFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("version 2") << QByteArray(
        R"({"$schema":"https://datapackage.org/profiles/2.0/datapackage.json","name":"p","resources":[{"name":"t","type":"table",
           "path":"d/t.csv","dialect":{"delimiter":";"},"schema":{"fields":[{"name":"id","type":"integer"},{"name":"n"}],"primaryKey":["id"]}}]})");
    QTest::newRow("version 1") << QByteArray(
        R"({"profile":"tabular-data-package","resources":[{"name":"t","path":"d/t.csv","profile":"tabular-data-resource",
           "dialect":{"delimiter":";"},"schema":{"fields":[{"name":"id","type":"integer"},{"name":"n","type":"string"}],"primaryKey":"id"}}]})");
}

void TestGalley::foreignPackagesAreReadAsPlainFiles()
{
    QFETCH(QByteArray, json);
    writeFile(at(QStringLiteral("p/datapackage.json")), json);
    writeFile(at(QStringLiteral("p/d/t.csv")), "id;n\n1;x\n2;y,z\n");
    QVERIFY(detectBundle(at(QStringLiteral("p"))) != nullptr);
    const auto reader = findBundle(QStringLiteral("galley"))->open(at(QStringLiteral("p")), {});
    QVERIFY2(reader, reader ? "" : qPrintable(reader.error().toString()));
    const BundleListing &listing = (*reader)->listing();
    QCOMPARE(listing.warnings.size(), size_t{1});
    QVERIFY(!listing.isSealed);
    QCOMPARE(listing.tables.front().table.shape.origin, CellOrigin::Lexical);
    QCOMPARE(listing.tables.front().table.shape.key, std::vector<int>{0});
    auto rows = (*reader)->openTable(0, nullptr);
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().toString()));
    QCOMPARE((*rows)->shape().origin, CellOrigin::Lexical);
    QCOMPARE(test::readAllRows(**rows), QByteArray("'1'|'x'\n'2'|'y,z'\n"));
}

void TestGalley::otherFoldersAndZipsAreNotOurs()
{
    writeFile(at(QStringLiteral("p/t.csv")), "a\n1\n");
    const Bundle *bundle = findBundle(QStringLiteral("galley"));
    QVERIFY(!bundle->recognises(at(QStringLiteral("p"))));
    QVERIFY(!bundle->recognises(at(QStringLiteral("p/t.csv"))));
    QVERIFY(!bundle->recognises(at(QStringLiteral("none"))));
    const QString zip = test::samplePath(QStringLiteral("hostile/good/good.zip"));
    QVERIFY(zip.isEmpty() || !bundle->recognises(zip));
}

void TestGalley::fileNamesArePortable()
{
    std::vector<BundleTable> tables;
    const auto add = [&](const QString &schema, const QString &name) {
        tables.emplace_back();
        tables.back().table.shape.name = {schema, name};
    };
    add(QStringLiteral("main"), QStringLiteral("Order Details"));
    add(QStringLiteral("main"), QStringLiteral("order_details"));
    add(QStringLiteral("main"), QStringLiteral("con"));
    add(QStringLiteral("main"), QString());
    add(QStringLiteral("s2"), QStringLiteral("A.b"));
    add(QStringLiteral("main"), QStringLiteral("../../etc"));
    add(QStringLiteral("main"), QString(300, QLatin1Char('x')));
    add(QStringLiteral("main"), QString(300, QLatin1Char('X')));
    add(QStringLiteral("main"), QString::fromUtf8("\xc3\xa9t\xc3\xa9"));
    const QStringList stems = bundleStems(tables);
    QCOMPARE(stems.mid(0, 6),
             (QStringList{QStringLiteral("order_details"), QStringLiteral("order_details-2"),
                          QStringLiteral("con_table"), QStringLiteral("_table"), QStringLiteral("s2.a_b"),
                          QStringLiteral("______etc")}));
    QCOMPARE(stems.at(6).size(), 80);
    QCOMPARE(stems.at(7).size(), 80);
    QCOMPARE(stems.at(8), QStringLiteral("_t_"));
    for (const QString &stem : stems)
        QVERIFY(checkMemberName(stem));
    QCOMPARE(QSet<QString>(stems.begin(), stems.end()).size(), stems.size());
}

void TestGalley::anAbandonedExportLeavesNothing()
{
    QFETCH(QString, name);
    {
        auto writer = createGalleyBundle(at(name), someListing(), false);
        QVERIFY(writer);
        QVERIFY(writeTable(**writer, 0, kArtists, 4));
    }
    QCOMPARE(filesIn(m_folder->path()), QStringList());
    auto unfinished = createGalleyBundle(at(name), someListing(), false);
    QVERIFY(unfinished);
    QVERIFY2(!(*unfinished)->finish(), "a table without its data is no export");
}

void TestGalley::somebodysFolderIsNeverReplaced()
{
    QVERIFY(writeBundle(at(QStringLiteral("shop"))));
    writeFile(at(QStringLiteral("shop/thesis.txt")), "years");
    const auto written = writeBundle(at(QStringLiteral("shop")), true);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::CannotCreate);
    QVERIFY(written.error().message.contains(QStringLiteral("thesis.txt")));
    QCOMPARE(bytesOfFile(at(QStringLiteral("shop/thesis.txt"))), QByteArray("years"));
}

void TestGalley::anOldExportIsReplaced()
{
    QFETCH(QString, name);
    QVERIFY(writeBundle(at(name)));
    const auto refused = writeBundle(at(name));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::CannotCreate);
    {
        auto abandoned = createGalleyBundle(at(name), someListing(), true);
        QVERIFY(abandoned);
        QVERIFY(writeTable(**abandoned, 0, "Id,Name\n", 0));
    }
    QCOMPARE(whatIsWrong(at(name)), QByteArray());
    auto writer = createGalleyBundle(at(name), someListing(), true);
    QVERIFY(writer);
    QVERIFY(writeTable(**writer, 0, "Id,Name\n9,new\n", 1));
    QVERIFY(writeTable(**writer, 2, kAlbums, 2));
    QVERIFY((*writer)->finish() && (*writer)->place());
    QCOMPARE((*writer)->members().front(),
             (std::pair<QString, qint64>{QStringLiteral("data/artist.csv"), 14}));
    const auto reader = findBundle(QStringLiteral("galley"))->open(at(name), {});
    QVERIFY(reader);
    QCOMPARE((*reader)->listing().tables.front().rows, 1);
    QVERIFY(!QFileInfo::exists(at(name + QStringLiteral(".part"))));
}

QTEST_GUILESS_MAIN(TestGalley)
#include "tst_galley.moc"
