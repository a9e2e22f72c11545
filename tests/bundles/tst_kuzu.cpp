// SPDX-License-Identifier: MIT
//
// Exports of Kùzu and Ladybug: their scripts, their values, their files. tests/cli/tst_kuzuengines.cpp has
// the real engines.
#include "tests/support/support.h"

#include "workers/bundles/kuzu/kuzureader.h"
#include "workers/bundles/kuzu/kuzutext.h"
#include "workers/bundles/kuzu/kuzuvalue.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;
using namespace galley::test;

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

const Bundle *kuzu()
{
    return findBundle(QStringLiteral("kuzu"));
}

} // namespace

class TestKuzu : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    void write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(QString::fromUtf8(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    Result<std::unique_ptr<BundleReader>> open() const { return kuzu()->open(m_folder->path(), {}); }
    QByteArray rowsOf(const char *table) const
    {
        const auto reader = open();
        if (!reader)
            return reader.error().toString().toUtf8();
        const auto &tables = (*reader)->listing().tables;
        for (size_t i = 0; i < tables.size(); ++i) {
            if (tables[i].table.shape.name.name != QString::fromUtf8(table))
                continue;
            const auto rows = (*reader)->openTable(i, nullptr);
            return rows ? readAllRows(**rows) : rows.error().toString().toUtf8();
        }
        return "no such table";
    }
    /// `class: message` of opening the folder.
    QString problem() const
    {
        const auto reader = open();
        return reader ? QString()
                      : errorClass(reader.error().kind) + QStringLiteral(": ") + reader.error().message;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void valuesAreReadByTheirType_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cell"); // "" where it is refused
        const auto row = [](const char *type, const char *text, const char *cell) {
            QTest::addRow("%s %s", type, text)
                << QString::fromUtf8(type) << QByteArray(text) << QByteArray(cell);
        };
        row("BOOL", "True", "1");
        row("BOOL", "f", "0");
        row("BOOL", "yes", "");
        row("INT8", "-128", "-128");
        row("INT8", "128", "");
        row("UINT8", "255", "255");
        row("UINT8", "-1", "");
        row("INT64", "9223372036854775808", "");
        row("UINT64", "18446744073709551615", "'18446744073709551615'");
        row("UINT64", "18446744073709551616", "");
        row("INT128", "-170141183460469231731687303715884105728",
            "'-170141183460469231731687303715884105728'");
        row("INT128", "1.5", "");
        row("DOUBLE", "5e-324", "5e-324");
        row("DOUBLE", "-inf", "-Infinity");
        row("DOUBLE", "-nan", "NaN");
        row("DOUBLE", "1,5", "");
        row("DECIMAL(12, 2)", "-3.99", "'-3.99'");
        row("DECIMAL(12, 2)", "0.-1", "'-0.01'"); // what Kùzu makes of -0.01
        row("DECIMAL(12, 4)", "0.0-12", "'-0.0012'");
        row("DECIMAL(12, 2)", "0.-123", "");
        row("DECIMAL(12, 2)", "1e5", "");
        row("STRING", "NULL", "'NULL'");
        row("STRING", "", "''");
        row("INT64", "null", "NULL");
        row("BLOB", "\\xDE\\xADplain", "x'deadparty'");
        row("BLOB", "\\xG0", "");
        row("UUID", "{A0EEBC999C0B4EF8BB6D6BB9BD380A11}", "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'");
        row("UUID", "a0eebc99", "");
        row("DATE", "2024-2-9", "'2024-02-09'");
        row("DATE", "0446-11-20 (BC)", "'0446-11-20 BC'");
        row("DATE", "2023-02-29", "");
        row("TIMESTAMP", "2024-02-29 23:59:59.123456", "'2024-02-29 23:59:59.123456'");
        row("TIMESTAMP", "2024-02-29 23:59:59+02:00", ""); // the engines disagree
        row("TIMESTAMP_TZ", "2020-01-01 08:00:00.5+00", "'2020-01-01 08:00:00.5+00:00'");
        row("INTERVAL", "1 year 2 months 3 days 04:05:06.789", "'P1Y2M3DT4H5M6.789S'");
        row("INTERVAL", "-2 days -01:02:03.5", "'P-2DT-1H-2M-3.5S'");
        row("INTERVAL", "00:00:00", "'PT0S'");
        row("INTERVAL", "soon", "");
        row("INT64[]", "[1,,3]", "'[1,null,3]'");
        row("INT64[]", "[]", "'[]'");
        row("INT64[]", "[1,x]", "");
        row("INT64[2][]", "[[1,2],[3,4]]", "'[[1,2],[3,4]]'");
        row("STRUCT(a INT64, b STRING)", "{a: 1, b: x, y}", "'{\"a\":1,\"b\":\"x, y\"}'");
        row("STRUCT(a INT64, b STRING)", "{a: , b: }", "'{\"a\":null,\"b\":null}'");
        row("STRUCT(a INT64, b STRING)", "{b: x, a: 1}", "");
        row("MAP(STRING, DOUBLE)", "{k=1.5, m=2}", "'{\"k\":1.5,\"m\":2.0}'");
        row("MAP(STRING, INT64)", "{}", "'{}'");
        row("UNION(n INT64, m STRING)", "7", "'\"7\"'");
    }
    void valuesAreReadByTheirType()
    {
        QFETCH(const QString, type);
        QFETCH(const QByteArray, text);
        QFETCH(QByteArray, cell);
        cell.replace("party", QByteArray("plain").toHex());
        const auto parsed = kuzuTypeFromText(type);
        QVERIFY2(parsed, type.toUtf8().constData());
        Arena arena;
        Cell decoded;
        const bool isTaken = KuzuValue(*parsed).decode(view(text), arena, decoded);
        QCOMPARE(isTaken ? show(decoded) : QByteArray(), cell);
    }

    void whatIsWrittenReadsBackAsTheSame_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("canonical");
        for (const auto &[type, text] : std::initializer_list<std::pair<const char *, const char *>>{
                 {"DATE", "2024-02-29"},
                 {"TIMESTAMP", "2024-02-29 23:59:59.123456"},
                 {"TIMESTAMP_NS", "2024-02-29 23:59:59.123456789"},
                 {"TIMESTAMP_TZ", "2020-01-01 08:00:00.5+02:00"},
                 {"INTERVAL", "P1Y2M3DT4H5M6S"},
                 {"DECIMAL(12, 2)", "-0.01"},
                 {"UUID", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"},
                 {"INT128", "-9223372036854775809"},
                 {"INT64[]", "[1,null,3]"},
                 {"STRING[]", "[\"a b\",\"c\"]"},
                 {"MAP(STRING, INT64)", "{\"k\":1}"}})
            QTest::addRow("%s", type) << QString::fromLatin1(type) << QByteArray(text);
    }
    void whatIsWrittenReadsBackAsTheSame()
    {
        QFETCH(const QString, type);
        QFETCH(const QByteArray, canonical);
        const auto parsed = kuzuTypeFromText(type);
        QVERIFY(parsed);
        ByteBuffer out;
        QCOMPARE(KuzuText(*parsed).append(Cell::text(view(canonical)), out), QString());
        // Our intervals are in the words that the engines read, which they do not write.
        if (parsed->kind == KuzuType::Kind::Interval) {
            QCOMPARE(QByteArray(out.view().data(), qsizetype(out.size())),
                     QByteArray("1 years 2 months 3 days 4 hours 5 minutes 6 seconds"));
            return;
        }
        Arena arena;
        Cell cell;
        QVERIFY(KuzuValue(*parsed).decode(out.view(), arena, cell));
        QCOMPARE(QByteArray(cell.view().data(), qsizetype(cell.view().size())), canonical);
    }

    void whatTheEnginesWouldReadAsSomethingElseIsRefused_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("text");
        for (const auto &[type, text] : std::initializer_list<std::pair<const char *, const char *>>{
                 {"DATE", "0044-03-15 BC"},
                 {"DATE", "infinity"},
                 {"TIMESTAMP", "2024-02-29 23:59:59.1234567"},
                 {"TIMESTAMP_TZ", "2024-02-29 23:59:59"},
                 {"INTERVAL", "P-2D"},
                 {"DECIMAL(4, 2)", "100.00"},
                 {"DECIMAL(4, 2)", "0.001"},
                 {"STRING[]", "[\"a,b\"]"},
                 {"STRING[]", "[\"\"]"},
                 {"MAP(STRING, INT64)", "{\"a=b\":1}"},
                 {"STRUCT(a STRING)", "{\"a\":\"it's\"}"},
                 {"STRUCT(a STRING)", "{\"b\":\"x\"}"},
                 {"INT64[]", "[1,2"}})
            QTest::addRow("%s %s", type, text) << QString::fromLatin1(type) << QByteArray(text);
    }
    void whatTheEnginesWouldReadAsSomethingElseIsRefused()
    {
        QFETCH(const QString, type);
        QFETCH(const QByteArray, text);
        const auto parsed = kuzuTypeFromText(type);
        QVERIFY(parsed);
        ByteBuffer out;
        QVERIFY(!KuzuText(*parsed).append(Cell::text(view(text)), out).isEmpty());
    }

    void scriptsOfAllVersionsAreRead()
    {
        write(
            "schema.cypher",
            "// a comment; with a semicolon\n"
            "CREATE NODE TABLE IF NOT EXISTS N(id INT64 DEFAULT (1+2), `a b` STRING[][3], PRIMARY KEY(id));\n"
            "CREATE REL TABLE GROUP `R` (FROM `N` TO `N`, `p` STRUCT(x INT8, y MAP(STRING, DECIMAL(5, "
            "1))),MANY_MANY);\n"
            "CREATE MACRO `M` (a,b:='x') AS concat(a, ';\n\\'', b);\n"
            "CREATE SEQUENCE IF NOT EXISTS `s` START 2 INCREMENT 1 MINVALUE 0 MAXVALUE 9 NO CYCLE;\n");
        write("macro.cypher", "CREATE MACRO `OLD` (a) AS a;\n");
        write("copy.cypher",
              "COPY `N` (`id`,`a b`) FROM \"N.csv\" (delim=delim='|', quote=quote='\\'', "
              "escape=escape='\\\\');\n"
              "COPY R (p) FROM ['R_N_N.csv'] (to='N', from='N', header=true, parallel=false)");
        write("N.csv", "1|'[[a,b,c]]'\n2|\n");
        write("R_N_N.csv", "a.id,b.id,r.p\r\n1,2,\"{x: 1, y: {k=2.5}}\"\r\n");
        QVERIFY2(problem().isEmpty(), qPrintable(problem()));
        QCOMPARE(rowsOf("N"), QByteArray("1|'[[\"a\",\"b\",\"c\"]]'\n2|NULL\n"));
        QCOMPARE(rowsOf("R"), QByteArray("1|2|'{\"x\":1,\"y\":{\"k\":2.5}}'\n"));
        const auto from = openKuzuExport(m_folder->path());
        QVERIFY(from);
        QCOMPARE(from->schema.macros,
                 (QStringList{QStringLiteral("CREATE MACRO `M` (a,b:='x') AS concat(a, ';\n\\'', b);"),
                              QStringLiteral("CREATE MACRO `OLD` (a) AS a;")}));
    }

    void linkTablesReferToTheirNodes()
    {
        write("schema.cypher",
              "CREATE NODE TABLE `A` (`id` SERIAL,`x` STRING, PRIMARY KEY(`id`));\n"
              "CREATE NODE TABLE `B` (`k` STRING, PRIMARY KEY(`k`));\n"
              "CREATE REL TABLE `R` (FROM `A` TO `B`, FROM `A` TO `A`, `from_id` INT8,MANY_ONE);\n");
        const auto reader = open();
        QVERIFY2(reader, qPrintable(problem()));
        const auto &tables = (*reader)->listing().tables;
        QCOMPARE(tables.size(), size_t(4));
        const TableInfo &link = tables[2].table;
        QCOMPARE(link.shape.name.name, QStringLiteral("R_A_B"));
        QCOMPARE(
            link.shape.columnNames(),
            (QStringList{QStringLiteral("from_id_"), QStringLiteral("to_k"), QStringLiteral("from_id")}));
        QCOMPARE(link.shape.key, std::vector<int>{0}); // MANY_ONE: each A has one
        QCOMPARE(link.foreignKeys.size(), size_t(2));
        QCOMPARE(link.foreignKeys[0].target.name, QStringLiteral("A"));
        QCOMPARE(link.foreignKeys[1].targetColumns, QStringList{QStringLiteral("k")});
        QCOMPARE(rowsOf("A"), QByteArray()); // the schema alone
    }

    void aFileThatTwoTablesShareIsRefused()
    {
        write("schema.cypher",
              "CREATE NODE TABLE `B` (`k` STRING, PRIMARY KEY(`k`));\n"
              "CREATE NODE TABLE `A_B_B` (`k` STRING, PRIMARY KEY(`k`));\n"
              "CREATE REL TABLE `A` (FROM `B` TO `B`, MANY_MANY);\n");
        write("copy.cypher",
              "COPY `B` (`k`) FROM \"B.csv\" (parallel=true);\nCOPY `A_B_B` (`k`) FROM \"A_B_B.csv\" "
              "(parallel=true);\n"
              "COPY `A` FROM \"A_B_B.csv\" (to='B', from='B', parallel=true);\n");
        write("B.csv", "x\n");
        write("A_B_B.csv", "x,x\n");
        QVERIFY2(problem().startsWith(QStringLiteral("duplicate: two tables are filled from \"A_B_B.csv\"")),
                 qPrintable(problem()));
    }

    void anEmptyTextIsNoNull()
    {
        write("schema.cypher",
              "CREATE NODE TABLE `N` (`id` INT64,`s` STRING,`b` BLOB,`d` DATE, PRIMARY KEY(`id`));\n");
        write("copy.cypher", "COPY `N` (`id`,`s`,`b`,`d`) FROM \"N.csv\" (header=true, parallel=true);\n");
        write("N.csv", "a.id,a.s,a.b,a.d\n1,\"\",\"\",\"\"\n2,,,\n");
        QCOMPARE(rowsOf("N"), QByteArray("1|''|x''|NULL\n2|NULL|NULL|NULL\n"));
    }

    void samplesOfTheEnginesAgree_data()
    {
        QTest::addColumn<QString>("other");
        for (const char *other :
             {"kuzu-0.11.3-csv-noheader", "kuzu-0.11.3-parquet", "ladybug-0.19.1-parquet"})
            QTest::newRow(other) << QString::fromLatin1(other);
    }
    void samplesOfTheEnginesAgree()
    {
        QFETCH(const QString, other);
        const QString csv = samplePath(QStringLiteral("kuzu/kuzu-0.11.3-csv-header"));
        const QString path = samplePath(QStringLiteral("kuzu/") + other);
        if (csv.isEmpty() || path.isEmpty())
            QSKIP("../shared/samples is not there: exports of the real engines were NOT read");
        if (other.endsWith(QLatin1String("parquet"))
            && !kuzu()->formats().contains(QStringLiteral("parquet")))
            QSKIP("this program has no Parquet");
        const auto sorted = [](BundleReader &reader, const QString &table) {
            QByteArrayList lines;
            const auto &tables = reader.listing().tables;
            for (size_t i = 0; i < tables.size(); ++i) {
                if (tables[i].table.shape.name.name == table) {
                    const auto rows = reader.openTable(i, nullptr);
                    lines = rows ? readAllRows(**rows).split('\n') : QByteArrayList{"error"};
                }
            }
            std::sort(lines.begin(), lines.end());
            return lines;
        };
        const auto a = kuzu()->open(csv, {});
        const auto b = kuzu()->open(path, {});
        QVERIFY(a && b);
        QCOMPARE((*b)->listing().tables.size(), size_t(8));
        for (const char *table :
             {"City", "Nothing", "About_Ticket_City", "About_Ticket_Person", "Knows", "LivesIn"})
            QCOMPARE(sorted(**b, QString::fromLatin1(table)), sorted(**a, QString::fromLatin1(table)));
        // Parquet spells intervals in months and seconds.
        QCOMPARE(sorted(**b, QStringLiteral("Ticket")).size(), sorted(**a, QStringLiteral("Ticket")).size());
        QCOMPARE(sorted(**b, QStringLiteral("Person")).size(), sorted(**a, QStringLiteral("Person")).size());
        QCOMPARE(detectBundle(path), kuzu());
        QVERIFY((*b)->verify(VerifyDepth::Rows, {}, {}));
    }

    void everyCutOfAScriptIsAnErrorOrAScript()
    {
        const QByteArray schema = "CREATE NODE TABLE `N` (`id` INT64,`s` STRUCT(a STRING[], b MAP(STRING, "
                                  "DECIMAL(5, 1))), PRIMARY KEY(`id`));\n"
                                  "CREATE REL TABLE `R` (FROM `N` TO `N`, `p` INT8,MANY_MANY);\n/* end */ "
                                  "CREATE MACRO `M` (a) AS a + '\\'';\n";
        for (qsizetype size = 0; size < schema.size(); ++size) {
            KuzuSchema read;
            const auto done = readKuzuSchema(schema.left(size), {}, read);
            if (!done)
                QVERIFY(done.error().kind == ErrorKind::Malformed || done.error().kind == ErrorKind::Truncated
                        || done.error().kind == ErrorKind::UnsafeStatement
                        || done.error().kind == ErrorKind::Schema
                        || done.error().kind == ErrorKind::Unsupported);
        }
    }
};

QTEST_GUILESS_MAIN(TestKuzu)
#include "tst_kuzu.moc"
