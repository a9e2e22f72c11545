// SPDX-License-Identifier: MIT
#include "tests/support/support.h"

#include "workers/bundles/orientdb/orientdbbundle.h"
#include "workers/bundles/orientdb/orientrid.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;

namespace {

const Bundle &orientdb()
{
    return *findBundle(QStringLiteral("orientdb"));
}

OptionValues options(const QStringList &pairs)
{
    OptionValues values;
    for (const QString &pair : pairs) {
        if (const auto set = values.setFromText(orientdb().options(), pair); !set)
            qFatal("%s", qPrintable(set.error().toString()));
    }
    return values;
}

class Rejects final : public RejectSink
{
public:
    void reject(Reject reject) override { all.push_back(std::move(reject)); }
    std::vector<Reject> all;
};

/// Rows of a table, or why there are none.
QByteArray rowsOf(BundleReader &reader, const char *table, RejectSink *rejects = nullptr)
{
    const auto &tables = reader.listing().tables;
    for (size_t i = 0; i < tables.size(); ++i) {
        if (tables[i].table.shape.name.name != QLatin1String(table))
            continue;
        auto rows = reader.openTable(i, rejects);
        return rows ? test::readAllRows(**rows) : rows.error().toString().toUtf8();
    }
    return "no such table";
}

const BundleTable *tableOf(const BundleReader &reader, const char *table)
{
    for (const BundleTable &entry : reader.listing().tables) {
        if (entry.table.shape.name.name == QLatin1String(table))
            return &entry;
    }
    return nullptr;
}

QString warningsOf(const BundleReader &reader)
{
    QStringList all;
    for (const Error &warning : reader.listing().warnings)
        all += warning.toString();
    return all.join(QLatin1Char('\n'));
}

/// An export of one class P (id LONG mandatory, to LINK) with these records.
QByteArray exportOf(const QByteArray &records, const QByteArray &rest = ",\"brokenRids\":[],\"indexes\":[]")
{
    return "{\"info\":{\"name\":\"t\",\"default-cluster-id\":3,\"exporter-version\":13,\"engine-version\":"
           "\"3.2.35\"},"
           "\"clusters\":[{\"name\":\"internal\",\"id\":0},{\"name\":\"p\",\"id\":20},{\"name\":\"q\",\"id\":"
           "21}],"
           "\"schema\":{\"version\":1,\"blob-clusters\":[],\"classes\":["
           "{\"name\":\"P\",\"default-cluster-id\":20,\"cluster-ids\":[20],\"properties\":["
           "{\"name\":\"id\",\"type\":\"LONG\",\"mandatory\":true},{\"name\":\"to\",\"type\":\"LINK\"}]},"
           "{\"name\":\"Q\",\"default-cluster-id\":21,\"cluster-ids\":[21]}]},\"records\":["
        + records + "]" + rest + "}";
}

Result<std::unique_ptr<BundleReader>> open(const QTemporaryDir &folder, const QByteArray &text,
                                           const QStringList &set = {})
{
    const QString path = folder.filePath(QStringLiteral("e.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write");
    file.close();
    return orientdb().open(path, options(set));
}

} // namespace

class TestOrientdb : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordIdsAreReadStrictly()
    {
        QCOMPARE(parseRid("#12:0"), (OrientRid{12, 0}));
        QCOMPARE(parseRid("#32767:999999999999999999"), (OrientRid{32767, 999999999999999999}));
        for (const char *bad : {"", "#", "12:0", "#12", "#12:", "#:1", "#12:x", "#-1:-2", "#12:0 ",
                                "#32768:0", "#1:9999999999999999999", "#1:1:1"})
            QVERIFY2(!parseRid(bad), bad);
    }
    void recordIdsAreRemembered()
    {
        RidSet set;
        for (qint64 i = 0; i < 20'000; i += 2)
            QVERIFY(set.add({7, i}));
        QVERIFY(!set.add({7, 0}) && !set.add({7, 19'998}));
        QVERIFY(set.has({7, 16'384}) && !set.has({7, 16'385}) && !set.has({8, 0})
                && !set.has({7, 1LL << 50}));
    }

    void aSampleOfThreeIsRead()
    {
        const QString path = test::samplePath(QStringLiteral("orientdb/social-3.2.35.json.gz"));
        if (path.isEmpty())
            QSKIP("../shared/samples is not there: a real export was NOT read");
        QCOMPARE(detectBundle(path), &orientdb());
        auto opened = orientdb().open(path, {});
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().toString()));
        BundleReader &reader = **opened;
        QCOMPARE(rowsOf(reader, "Employee"),
                 QByteArray("'#16:0'|NULL|NULL|NULL|'Eve'|NULL|1234.5|'[\"#20:0\"]'|'[\"#23:0\"]'\n"));
        QCOMPARE(rowsOf(reader, "Knows"), QByteArray("'#20:0'|'2010-10-10'|'#14:0'|'#16:0'\n"));
        QCOMPARE(rowsOf(reader, "blob"), QByteArray("'#3:0'|x'62696e617279200120626c6f62'\n"));
        const BundleTable *lives = tableOf(reader, "LivesIn");
        QVERIFY(lives != nullptr);
        QCOMPARE(lives->rows, 2);
        QCOMPARE(lives->table.foreignKeys.size(), size_t{1}); // `out` leads to Person and to Employee
        QCOMPARE(lives->table.foreignKeys[0].target.name, QStringLiteral("City"));
        QVERIFY(tableOf(reader, "OUser") == nullptr);
        QVERIFY(warningsOf(reader).contains(QLatin1String("OUser, with password hashes")));
        const QByteArray all = rowsOf(reader, "AllTypes");
        for (const char *value :
             {"9007199254740993", "'12345678901234567890.123456789'", "x'000102ff'",
              "'1997-05-19 00:00:00+00:00'", "'2020-01-01 10:00:00.123+00:00'", "'#12:3'", "1e+300",
              "'plain \"quoted\" back\\slash \n newline \t tab / slash "
              "\xc3\xbcn\xc3\xaf \xf0\x9f\x98\x80 "
              "\x01'"})
            QVERIFY2(all.contains(value), (QByteArray(value) + '\n' + all).constData());
        QVERIFY(reader.verify(VerifyDepth::Rows, {}, {}));

        auto secure = orientdb().open(path, options({QStringLiteral("includeSecurity=true")}));
        QVERIFY(rowsOf(**secure, "OUser").contains("PBKDF2"));
    }
    void aSampleOfTwoIsRead()
    {
        const QString path = test::samplePath(QStringLiteral("orientdb/ordercustomer-2.2.37.json"));
        if (path.isEmpty())
            QSKIP("../shared/samples is not there: a real export was NOT read");
        auto opened = orientdb().open(path, {});
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().toString()));
        QCOMPARE((*opened)->listing().engineVersion.left(6), QStringLiteral("2.2.37"));
        QVERIFY2((*opened)->verify(VerifyDepth::Rows, {}, {}), "");
    }

    void whatIsNoJsonIsRead()
    {
        QTemporaryDir folder;
        auto opened =
            open(folder,
                 exportOf("{\"@type\":\"d\",\"@rid\":\"#20:0\",\"@class\":\"P\",\"@fieldTypes\":\"id=l\","
                          "\"id\":1,\"to\":\"#20:1\",\"@fieldTypes\":\"id=l,to=x\"},,\n"
                          "{\"@rid\":\"#20:1\",\"id\":2,\"@class\":\"P\"},,",
                          ",\"brokenRids\":[#20:7,#20:8],\"indexes\":[]"));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().toString()));
        QCOMPARE(rowsOf(**opened, "P"), QByteArray("'#20:0'|1|'#20:1'\n'#20:1'|2|NULL\n"));
        QVERIFY(warningsOf(**opened).contains(QLatin1String("#20:7")));
    }
    void classesThatAlternateAreReadByTable()
    {
        QTemporaryDir folder;
        QByteArray records;
        QByteArray p;
        QByteArray q;
        for (int i = 0; i < 5000; ++i) { // more runs than are kept apart
            const QByteArray n = QByteArray::number(i);
            records += "{\"@rid\":\"#20:" + n + "\",\"@class\":\"P\",\"id\":" + n + "},{\"@rid\":\"#21:" + n
                + "\",\"@class\":\"Q\",\"n\":" + n + (i < 4999 ? "}," : "}");
            p += "'#20:" + n + "'|" + n + "|NULL\n";
            q += "'#21:" + n + "'|" + n + "\n";
        }
        auto opened = open(folder, exportOf(records));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().toString()));
        QCOMPARE(rowsOf(**opened, "P"), p);
        QCOMPARE(rowsOf(**opened, "Q"), q);
        QCOMPARE(tableOf(**opened, "Q")->rows, 5000);
    }
    void rejectsNameTheRecord_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QString>("told");
        QTest::newRow("link into nothing") << QByteArray("\"id\":1,\"to\":\"#20:9\"")
                                           << "reference|to|record #20:1: the link leads to #20:9";
        QTest::newRow("text for a number")
            << QByteArray("\"id\":\"one\"") << "value|id|record #20:1: id: \"one\" is not a whole number";
        QTest::newRow("too large") << QByteArray("\"id\":9223372036854775808")
                                   << "value|id|record #20:1: id:";
        QTest::newRow("mandatory") << QByteArray("\"x\":1") << "schema|id|record #20:1: id is mandatory";
        QTest::newRow("twice") << QByteArray("\"id\":1,\"id\":1") << "duplicate|id|record #20:1: it has";
        QTest::newRow("surrogate") << QByteArray("\"id\":1,\"s\":\"\\ud800\"")
                                   << "encoding|s|record #20:1: s:";
        QTest::newRow("base64") << QByteArray("\"id\":1,\"s\":\"!\",\"@fieldTypes\":\"s=b\"")
                                << "value|s|record #20:1: s: \"!\"";
    }
    void rejectsNameTheRecord()
    {
        QFETCH(const QByteArray, record);
        QFETCH(const QString, told);
        QTemporaryDir folder;
        auto opened = open(folder,
                           exportOf("{\"@rid\":\"#20:0\",\"@class\":\"P\",\"id\":0},{\"@rid\":\"#20:1\","
                                    "\"@class\":\"P\","
                                    + record + "}"));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().toString()));
        Rejects rejects;
        QCOMPARE(rowsOf(**opened, "P", &rejects).count('\n'), 1);
        QCOMPARE(rejects.all.size(), size_t{1});
        const Reject &first = rejects.all.front();
        const QString said =
            errorClass(first.kind) + QLatin1Char('|') + first.column + QLatin1Char('|') + first.reason;
        QVERIFY2(said.startsWith(told), qPrintable(said));
        QCOMPARE(first.where.line, 2);
        QCOMPARE(first.where.member, QStringLiteral("records"));
        QVERIFY(!(*opened)->verify(VerifyDepth::Rows, {}, {}));
    }
    void askedToStopItStops()
    {
        QTemporaryDir folder;
        QByteArray records;
        for (int i = 0; i < 3000; ++i)
            records += "{\"@rid\":\"#21:" + QByteArray::number(i) + "\",\"@class\":\"Q\"},";
        QVERIFY(open(folder, exportOf(records))); // now the file is there
        const QString path = folder.filePath(QStringLiteral("e2.json"));
        QVERIFY(QFile::copy(folder.filePath(QStringLiteral("e.json")), path));
        std::stop_source stop;
        stop.request_stop();
        const auto opened = orientdb().openUnlessStopped(path, {}, stop.get_token());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Cancelled);
    }
    void brokenLinksBecomeNullWhenAsked()
    {
        QTemporaryDir folder;
        const QByteArray text = exportOf("{\"@rid\":\"#20:0\",\"@class\":\"P\",\"id\":0,\"to\":\"#20:5\"}");
        QCOMPARE(rowsOf(**open(folder, text, {QStringLiteral("brokenLinks=null")}), "P"),
                 QByteArray("'#20:0'|0|NULL\n"));
        QCOMPARE(rowsOf(**open(folder, text, {QStringLiteral("migrateLinks=false")}), "P"),
                 QByteArray("'#20:0'|0|'#20:5'\n"));
    }
    void undeclaredFieldsFindTheirType()
    {
        QTemporaryDir folder;
        auto opened =
            open(folder,
                 exportOf("{\"@rid\":\"#21:0\",\"@class\":\"Q\",\"a\":1,\"b\":1,\"c\":1,\"a=b,c\":2,"
                          "\"Big\":1,\"big\":2,\"when\":-1,\"@fieldTypes\":\"a=l,a=b,c=l,when=t\"},"
                          "{\"@rid\":\"#21:1\",\"@class\":\"Q\",\"a\":null,\"b\":1.5,\"c\":\"x\","
                          "\"when\":-62167219200001,\"@fieldTypes\":\"b=d,when=t\"}"));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().toString()));
        QCOMPARE(rowsOf(**opened, "Q"),
                 QByteArray("'#21:0'|1|1.0|'1'|2|1|2|'1969-12-31 23:59:59.999+00:00'\n"
                            "'#21:1'|NULL|1.5|'x'|NULL|NULL|NULL|'0002-12-31 23:59:59.999+00:00 BC'\n"));
        QVERIFY(warningsOf(**opened).contains(QLatin1String("field c of Q are of several kinds")));
        QVERIFY(warningsOf(**opened).contains(QLatin1String("big (2)")));
    }
    void datesAreThoseOfTheZone()
    {
        QTemporaryDir folder;
        const QByteArray text = exportOf("{\"@rid\":\"#21:0\",\"@class\":\"Q\",\"d\":1577833200000,"
                                         "\"@fieldTypes\":\"d=a\"}"); // midnight of 2020-01-01 in Rome
        auto utc = open(folder, text);
        QCOMPARE(rowsOf(**utc, "Q"), QByteArray("'#21:0'|'2019-12-31'\n"));
        QVERIFY(warningsOf(**utc).contains(QLatin1String("timeZone")));
        QCOMPARE(rowsOf(**open(folder, text, {QStringLiteral("timeZone=Europe/Rome")}), "Q"),
                 QByteArray("'#21:0'|'2020-01-01'\n"));
    }
    void classesAreChosen()
    {
        QTemporaryDir folder;
        const QByteArray text = exportOf("{\"@rid\":\"#20:0\",\"@class\":\"P\",\"id\":0}");
        const auto names = [&](const QString &option) {
            QStringList all;
            const auto opened = open(folder, text, {option});
            for (const BundleTable &table : (*opened)->listing().tables)
                all += table.table.shape.name.name;
            return all;
        };
        QCOMPARE(names(QStringLiteral("includeClass=q")), QStringList{QStringLiteral("Q")});
        QCOMPARE(names(QStringLiteral("excludeClass=Q")), QStringList{QStringLiteral("P")});
        const auto missing = open(folder, text, {QStringLiteral("includeClass=Peter")});
        QCOMPARE(missing.error().kind, ErrorKind::Usage);
    }
    void whatCameFromOrientdbGoesBackUnchanged()
    {
        const QString path = test::samplePath(QStringLiteral("orientdb/social-3.2.35.json.gz"));
        if (path.isEmpty())
            QSKIP("../shared/samples is not there: a real export was NOT sent back");
        QTemporaryDir folder;
        const auto run = [&](const QStringList &arguments) {
            const test::RunResult result = test::runGalley(arguments, folder.path());
            if (result.exitCode != 0)
                qWarning("%s", (result.output + result.errors).constData());
            return result.exitCode == 0 ? result.output : QByteArray("failed");
        };
        const QString first = folder.filePath(QStringLiteral("first.db"));
        const QString second = folder.filePath(QStringLiteral("second.db"));
        const auto import = [&](const QString &from, const QString &into) {
            return run(
                {QStringLiteral("import"), from, QStringLiteral("--into"), into, QStringLiteral("--apply")});
        };
        QVERIFY(import(path, first) != "failed");
        for (const char *name : {"back.json", "back.json.gz"}) {
            QFile::remove(second);
            const QString back = folder.filePath(QLatin1String(name));
            QVERIFY(run({QStringLiteral("export"), first, QStringLiteral("--to"), back,
                         QStringLiteral("--bundle"), QStringLiteral("orientdb"), QStringLiteral("--option"),
                         QStringLiteral("preserveClusterIDs=true")})
                    != "failed");
            QVERIFY(import(back, second) != "failed");
            QVERIFY(run({QStringLiteral("diff"), first, second}).contains("No differences."));
        }
        const auto packed = [&](const char *level) {
            const QString to = folder.filePath(QStringLiteral("level.json.gz"));
            const QByteArray said =
                run({QStringLiteral("export"), first, QStringLiteral("--to"), to, QStringLiteral("--bundle"),
                     QStringLiteral("orientdb"), QStringLiteral("--overwrite"), QStringLiteral("--option"),
                     QStringLiteral("compressionLevel=") + QLatin1String(level)});
            return said == "failed" ? qint64(-1) : QFileInfo(to).size();
        };
        QVERIFY(packed("9") > 0 && packed("9") < packed("1") && packed("1") < packed("0"));
        QCOMPARE(packed("10"), qint64(-1));
        QVERIFY(run({QStringLiteral("export"), first, QStringLiteral("--to"),
                     folder.filePath(QStringLiteral("m.json")), QStringLiteral("--bundle"),
                     QStringLiteral("orientdb")})
                != "failed");
        QFile moved(folder.filePath(QStringLiteral("m.json")));
        QVERIFY(moved.open(QIODevice::ReadOnly));
        const QByteArray text = moved.readAll();
        QVERIFY(
            text.contains("\"@rid\":\"#120:0\",\"@version\":1,\"@class\":\"Knows\",\"since\":1286668800000,"
                          "\"out\":\"#114:0\",\"in\":\"#116:0\",\"@fieldTypes\":\"since=a,out=x,in=x\"}"));
        QVERIFY(text.contains("\"name\":\"Knows\",\"default-cluster-id\":120,\"cluster-ids\":[120],"
                              "\"super-classes\":[\"E\"]"));
        QVERIFY(text.contains("\"cluster-ids\":[114,115],\"super-classes\":[\"V\"]"));
        QVERIFY(text.endsWith("],\"brokenRids\":[],\"indexes\":[]}"));
    }
    void tablesBecomeClasses_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("all kinds")
            << "CREATE TABLE \"my t\"(id INTEGER PRIMARY KEY, \"a=b\" TEXT, r REAL, d DECIMAL TEXT, b BLOB, "
               "day DATE, "
               "at DATETIME, ok BOOLEAN, free, j JSON TEXT);"
               "INSERT INTO \"my t\" VALUES(1,'\xc3\xa4\n',0.5,'1.50',x'00ff','1815-12-10','2020-01-01 "
               "00:00:00.5',1,2,"
               "'[1]'),(7,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'t',NULL)"
            << QStringList()
            << QByteArray(
                   "{\"@type\":\"d\",\"@rid\":\"#100:0\",\"@version\":1,\"@class\":\"my_t\",\"id\":1,"
                   "\"a_b\":\"\\u00e4\\u000a\",\"r\":0.5,\"d\":1.50,\"b\":\"AP8=\",\"day\":-4861728000000,"
                   "\"at\":1577836800500,\"ok\":true,\"free\":2,\"j\":\"[1]\",\"@fieldTypes\":"
                   "\"id=l,r=d,d=c,b=b,day=a,at=t,free=l\"},"
                   "{\"@type\":\"d\",\"@rid\":\"#100:1\",\"@version\":1,\"@class\":\"my_t\",\"id\":7,"
                   "\"free\":\"t\",\"@fieldTypes\":\"id=l\"}],\"brokenRids\"");
        QTest::newRow("empty")
            << "CREATE TABLE t(a TEXT)" << QStringList()
            << QByteArray("\"cluster-ids\":[100],\"cluster-selection\":\"round-robin\",\"properties\":"
                          "[{\"name\":\"a\",\"type\":\"STRING\",\"collate\":\"default\"}]}]},"
                          "\"records\":[],\"brokenRids\":[],\"indexes\":[]}");
        QTest::newRow("like a record id")
            << "CREATE TABLE t(a TEXT);INSERT INTO t VALUES('#1:2')" << QStringList()
            << QByteArray("a: \"#1:2\" looks like a record id");
        QTest::newRow("microseconds")
            << "CREATE TABLE t(a DATETIME);INSERT INTO t VALUES('2020-01-01 00:00:00.0001')" << QStringList()
            << QByteArray("a: \"2020-01-01 00:00:00.0001\" is no date");
        QTest::newRow("microseconds as text")
            << "CREATE TABLE t(a DATETIME);INSERT INTO t VALUES('2020-01-01 00:00:00.0001')"
            << QStringList{QStringLiteral("--option"), QStringLiteral("dates=text")}
            << QByteArray("\"a\":\"2020-01-01 00:00:00.0001\"");
        QTest::newRow("text in a number") << "CREATE TABLE t(a INTEGER);INSERT INTO t VALUES('x')"
                                          << QStringList() << QByteArray("a: \"x\" is not a whole number");
        QTest::newRow("infinity") << "CREATE TABLE t(a REAL);INSERT INTO t VALUES(9e999)" << QStringList()
                                  << QByteArray("a: NaN and infinities cannot be written");
    }
    void tablesBecomeClasses()
    {
        QFETCH(const QString, sql);
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, expected);
        QTemporaryDir folder;
        const QString database = folder.filePath(QStringLiteral("s.db"));
        QCOMPARE(QProcess::execute(QStringLiteral("sqlite3"), {database, sql}), 0);
        const QString to = folder.filePath(QStringLiteral("o.json"));
        const test::RunResult run =
            test::runGalley(QStringList{QStringLiteral("export"), database, QStringLiteral("--to"), to,
                                        QStringLiteral("--bundle"), QStringLiteral("orientdb")}
                                + options,
                            folder.path());
        QFile file(to);
        if (run.exitCode != 0) {
            QCOMPARE(run.exitCode, 65);
            QVERIFY2(run.errors.contains(expected), run.errors.constData());
            QVERIFY(!file.exists());
            QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
                     QStringList{QStringLiteral("s.db")});
            return;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.contains(expected), text.constData());
    }
    void everyChangedByteGivesRowsOrAnError()
    {
        QTemporaryDir folder;
        const QByteArray text = exportOf("{\"@type\":\"d\",\"@rid\":\"#20:0\",\"@class\":\"P\",\"id\":0,"
                                         "\"to\":\"#20:0\",\"w\":1577836800000,"
                                         "\"b\":\"AA==\",\"@fieldTypes\":\"to=x,w=t,b=b\"},,{\"@type\":\"b\","
                                         "\"@rid\":\"#0:1\",\"value\":\"\"}");
        Rejects rejects;
        int readable = 0;
        for (qsizetype at = 0; at < text.size(); ++at) {
            for (const char c : {'"', '9', '\xff'}) {
                QByteArray changed = text;
                changed[at] = c;
                const auto opened = open(folder, changed);
                readable += opened ? 1 : 0;
                if (opened) {
                    for (const BundleTable &table : (*opened)->listing().tables)
                        rowsOf(**opened, table.table.shape.name.name.toUtf8(), &rejects);
                }
            }
        }
        QVERIFY(readable > 100);
    }
    void everyCutIsToldAsCut()
    {
        QTemporaryDir folder;
        const QByteArray text = exportOf("{\"@rid\":\"#20:0\",\"@class\":\"P\",\"id\":0,\"s\":\"\\u00e4\"}");
        for (qsizetype size = 0; size < text.size(); ++size) {
            const auto opened = open(folder, text.left(size));
            QVERIFY(!opened);
            QVERIFY2(opened.error().kind == ErrorKind::Truncated, qPrintable(opened.error().toString()));
        }
        QVERIFY(open(folder, text));
    }
};

QTEST_GUILESS_MAIN(TestOrientdb)
#include "tst_orientdb.moc"
