// SPDX-License-Identifier: MIT
#include "tests/formats/formattest.h"
#include "workers/formats/csv/csvformat.h"
#include "workers/formats/csv/csvreader.h"

#include <QTest>

using namespace galley;
using namespace galley::test;

namespace {

const std::unique_ptr<Format> kCsv = makeCsvFormat();

OptionValues optionsOf(const QStringList &texts)
{
    return optionsFrom(*kCsv, texts);
}

QByteArray read(const QByteArray &bytes, const QStringList &options = {},
                const TableShape *expected = nullptr)
{
    FormatReadRequest request;
    request.options = optionsOf(options);
    request.expected = expected;
    return decodeAll(*kCsv, bytes, request);
}

/// Outcomes that are decided by the target, not by the reader.
const QStringList kDecidedLater = {QStringLiteral("int_overflow"),     QStringLiteral("float_overflow"),
                                   QStringLiteral("impossible_dates"), QStringLiteral("ambiguous_dates"),
                                   QStringLiteral("duplicate_key"),    QStringLiteral("unknown_column"),
                                   QStringLiteral("columns_20000"),    QStringLiteral("length_100000")};

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreWrittenAsTheyAre()
    {
        RowBatch rows;
        rows.clear(6);
        addRow(rows,
               {Cell::integer(-5), Cell::text("a,b"), Cell::real(0.1), Cell::bytes({"\0\xff", 2}),
                Cell::null(), Cell::null()});
        addRow(rows,
               {Cell::null(), Cell::text(""), Cell::real(1), Cell::bytes(""), Cell::text("say \"x\"\n"),
                Cell::text("\\.")});
        qint64 inexact = -1;
        QCOMPARE(encodeAll(*kCsv, sqliteShape(), rows, {}, &inexact),
                 QByteArray("i,t,r,b,u,\"n \"\"x\"\",\n\"\n-5,\"a,b\",0.1,\\x00ff,,\n"
                            ",\"\",1.0,\\x,\"say \"\"x\"\"\n\",\"\\.\"\n"));
        QCOMPARE(inexact, 0);
    }

    void shortRowsAreFilledWhereAskedFor()
    {
        const QByteArray bytes = "a,b,c\n1\n2,x\n3,y,z\n";
        QCOMPARE(read(bytes, {QStringLiteral("shortrows=fill")}),
                 QByteArray("'1'|NULL|NULL\n'2'|'x'|NULL\n'3'|'y'|'z'\n"));
        QVERIFY(read(bytes).contains("schema"));
        QVERIFY(read("a,b\n1,2,3\n", {QStringLiteral("shortrows=fill")}).contains("schema"));
    }

    void plainFilesTellHowManyKindsTheyLose()
    {
        RowBatch rows;
        rows.clear(6);
        addRow(rows,
               {Cell::text("12"), Cell::integer(12), Cell::text("x"), Cell::text("a"), Cell::real(1.5),
                Cell::null()});
        qint64 inexact = -1;
        QVERIFY(encodeAll(*kCsv, sqliteShape(), rows, {}, &inexact).endsWith("\n12,12,x,a,1.5,\n"));
        QCOMPARE(inexact, 4);
        const QByteArray tagged =
            encodeAll(*kCsv, sqliteShape(), rows, optionsOf({QStringLiteral("cells=tagged")}), &inexact);
        QVERIFY(tagged.endsWith("\n\\T12,\\I12,x,\\Ta,\\R1.5,\n"));
        QCOMPARE(inexact, 0);
    }

    void everythingComesBack_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<bool>("isTagged");
        const auto row = [](const char *name, QStringList options) {
            QTest::addRow("plain %s", name) << options << false;
            QTest::addRow("tagged %s", name) << (options << QStringLiteral("cells=tagged")) << true;
        };
        row("default", {});
        row("tab", {QStringLiteral("delimiter=tab")});
        row("bar, apostrophe, CR LF",
            {QStringLiteral("delimiter=|"), QStringLiteral("quote='"), QStringLiteral("lineends=crlf")});
        row("null token", {QStringLiteral("null=\\N")});
        row("null word", {QStringLiteral("null=NULL")});
        row("escape", {QStringLiteral("escape=\\")});
        row("no header", {QStringLiteral("header=false")});
        row("decimal comma", {QStringLiteral("decimal=,"), QStringLiteral("delimiter=;")});
        row("decimal and delimiter comma", {QStringLiteral("decimal=,")});
        row("mark", {QStringLiteral("bom=true")});
        row("UTF-16LE", {QStringLiteral("encoding=utf-16le")});
        row("UTF-16BE", {QStringLiteral("encoding=utf-16be")});
        row("spreadsheet", {QStringLiteral("spreadsheet=true")});
    }
    void everythingComesBack()
    {
        QFETCH(const QStringList, options);
        QFETCH(const bool, isTagged);
        RowBatch rows;
        rows.clear(6);
        addNaturalRows(rows);
        if (isTagged)
            addExceptionRows(rows);
        const TableShape shape = sqliteShape();
        const QByteArray bytes = encodeAll(*kCsv, shape, rows, optionsOf(options));
        FormatReadRequest request;
        request.options = optionsOf(options);
        request.expected = &shape;
        for (const size_t step : {1UL, 7UL, 4096UL, 65536UL}) {
            for (const size_t block : {1UL, 7UL, 4096UL, 65536UL}) {
                auto reader = openCsvReader(std::make_unique<ChoppySource>(bytes, step), request, block);
                QVERIFY2(reader, reader ? "" : qPrintable(reader.error().toString()));
                QCOMPARE(readAllRows(**reader), show(rows));
            }
        }
    }

    void exceptionsComeBackPinned()
    {
        const TableShape shape = sqliteShape();
        FormatReadRequest request;
        request.expected = &shape;
        request.options = optionsOf({QStringLiteral("cells=tagged")});
        auto reader =
            kCsv->openReader(openMemory("i,t,r,b,u,\"n \"\"x\"\",\n\"\n\\T12,\\Tx,1.5,\\x00,\\Ty,\\x00\n",
                                        QStringLiteral("t")),
                             request);
        RowBatch batch;
        QVERIFY(reader && *(*reader)->read(batch));
        std::vector<bool> pinned;
        for (const Cell &cell : batch.row(0))
            pinned.push_back(cell.isPinned());
        QCOMPARE(pinned, (std::vector<bool>{true, false, false, false, false, true}));
        QCOMPARE(batch.line(0), 3);
    }

    void filesAreReadAsTheyStand_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("rows");
        const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &rows,
                            const QStringList &options = {}) {
            QTest::newRow(name) << bytes << options << rows;
        };
        row("line ends", "a,b\r\n1,x\n2,y\r3,z", "'1'|'x'\n'2'|'y'\n'3'|'z'\n");
        row("only CR", "a,b\r1,x\r", "'1'|'x'\n");
        row("null and empty", "a,b\n,\"\"\n", "NULL|''\n");
        row("null token", "a,b\n\\N,\"\\N\"\n,x\n", "NULL|'\\N'\n''|'x'\n", {QStringLiteral("null=\\N")});
        row("quotes", "a,b\n\"x\"\"y\",\"\"\"\"\n", "'x\"y'|'\"'\n");
        row("newline in quotes", "a,b\n\"x\r\ny\",2\n", "'x\r\ny'|'2'\n");
        row("blank lines", "\n\na,b\n\n1,2\n\n", "'1'|'2'\n");
        row("one column, NULL", "v\na\n\nb\n", "'a'\nNULL\n'b'\n");
        row("one column, doubled line ends", "v\n\na\n\nb\n\nc\n\n", "'a'\n'b'\n'c'\n");
        row("one column, doubled line ends said", "v\n\na\n\n", "NULL\n'a'\nNULL\n",
            {QStringLiteral("blanklines=null")});
        row("one column, empty text", "v\n\"\"\n", "''\n");
        row("tabs", "a\tb\n1,5\tx\n", "'1,5'|'x'\n");
        row("bars", "a|b\nx|y\n", "'x'|'y'\n");
        row("semicolon, decimal comma", "a;b\n1,5;x\n2,25;y\n", "'1,5'|'x'\n'2,25'|'y'\n");
        row("sep line", "sep=;\r\na;b\r\n1;2\r\n", "'1'|'2'\n");
        row("mark",
            "\xef\xbb\xbf"
            "a,b\n1,2\n",
            "'1'|'2'\n");
        row("UTF-16 without mark", QByteArray("a\0,\0b\0\n\0x\0,\0\xe9\0\n\0", 16), "'x'|'\xc3\xa9'\n");
        row("windows-1252", "a,b\n\x80,\xe9\n", "'\xe2\x82\xac'|'\xc3\xa9'\n",
            {QStringLiteral("encoding=windows-1252")});
        row("NUL", QByteArray("a,b\nx\0y,2\n", 10), QByteArray("'x\0y'|'2'\n", 10));
        row("escapes", "a,b\nx\\,y,\"\\\"\"\n", "'x,y'|'\"'\n", {QStringLiteral("escape=\\")});
        row("no quotes", "a\tb\n\"x\ty\"z\n", "'\"x'|'y\"z'\n",
            {QStringLiteral("quote="), QStringLiteral("delimiter=tab")});
        row("no header", "1,x\n2,y\n", "'1'|'x'\n'2'|'y'\n", {QStringLiteral("header=false")});
        row("header only", "a,b\n", "");
        row("blanks kept", "a,b\n x , y\n", "' x '|' y'\n");
    }
    void filesAreReadAsTheyStand()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, rows);
        QCOMPARE(read(bytes, options), rows);
    }

    void brokenFilesAreRefusedWithTheirLine_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("start");
        const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &start) {
            QTest::newRow(name) << bytes << start;
        };
        row("empty", "", "t:1:1: malformed: there is no header");
        row("only blank lines", "\n\n", "t:3:1: malformed: there is no header");
        row("quote inside", "a,b\nx,y\"z\n", "t:2:4: malformed");
        row("text after quote", "a,b\n\"x\"y,2\n", "t:2:4: malformed");
        row("unterminated after newlines", "a,b\n\"x\ny\",1\n\"z\n\n\n", "t:4:1: malformed");
        row("few fields after newlines", "a,b\n\"x\ny\",1\n2\n", "t:4: schema: line 4 has 1 fields");
        row("many fields", "a,b\n1,2,3\n", "t:2: schema");
        row("no name", "a,,c\n1,2,3\n", "t:1:1: schema: column 2");
        row("two names", "a,b,a\n", "t:1:1: duplicate: the column name \"a\"");
        row("no UTF-8", "a,b\nx,y\nx,\xff\n", "t:3:3: encoding: byte ff");
        row("cut UTF-8", "a,b\nx,\xe2\x82", "t:2:3: encoding");
        row("surrogate", "a,b\nx,\xed\xa0\x80\n", "t:2:3: encoding");
        row("UTF-16 surrogate",
            QByteArray("\xff\xfe"
                       "a\0\n\0\0\xd8x\0",
                       10),
            "t:2: encoding");
        row("headerless", "1,x\n2,y\n", "t:1: ambiguous: the first line looks like data (1)");
        row("two delimiters", "a,b;c\n1,2;3\n4,5;6\n", "t:1: ambiguous: ");
        row("zip", "PK\x03\x04....", "t: unsupported: the content is a zip archive");
    }
    void brokenFilesAreRefusedWithTheirLine()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, start);
        const QByteArray result = read(bytes);
        const qsizetype at = result.indexOf("error: ");
        QVERIFY2(at >= 0 && result.mid(at + 7).startsWith(start), result.constData());
    }

    void brokenRowsGoToTheRejects()
    {
        KeptRejects rejects;
        FormatReadRequest request;
        request.rejects = &rejects;
        QCOMPARE(decodeAll(*kCsv, "a,b\n1,2\n3\n\"4\n\",5,6\n7,8\n", request),
                 QByteArray("'1'|'2'\n'7'|'8'\n"));
        QCOMPARE(rejects.all.size(), 2U);
        QCOMPARE(rejects.all[0].where.line, 3);
        QCOMPARE(rejects.all[1].where.line, 4);
        QCOMPARE(rejects.all[1].raw, QByteArray("\"4\n\",5,6"));
        QVERIFY(rejects.all[1].kind == ErrorKind::Schema);
    }

    void decimalCommasBecomePointsInColumnsOfNumbers()
    {
        TableShape target;
        target.origin = CellOrigin::Lexical;
        target.columns = {makeColumn("n", "NUMERIC", LogicalType::Decimal),
                          makeColumn("t", "TEXT", LogicalType::Text)};
        QCOMPARE(read("n;t\n1,5;1,5\n-2;x\n", {}, &target), QByteArray("'1.5'|'1,5'\n'-2'|'x'\n"));
        const QByteArray thousands = read("n;t\n1.234,5;x\n1,5;y\n", {}, &target);
        QVERIFY2(thousands.contains("t:2: value: \"1.234,5\" in column n"), thousands.constData());
    }

    void whatIsGuessedIsSaidOnce()
    {
        std::vector<Error> warnings;
        FormatReadRequest request;
        request.warnings = &warnings;
        const auto open = [&](const QByteArray &bytes) {
            warnings.clear();
            return static_cast<bool>(kCsv->openReader(openMemory(bytes, QStringLiteral("t.csv")), request));
        };
        const QByteArray wide("i\0d\0\n\0001\0\n\0", 10);
        QVERIFY(open(wide));
        QCOMPARE(warnings.size(), size_t{1});
        QCOMPARE(warnings.front().kind, ErrorKind::Encoding);
        QVERIFY(open("\xff\xfe" + wide)); // the mark says it
        QCOMPARE(warnings.size(), size_t{0});
        request.options.set(QStringLiteral("encoding"), QStringLiteral("utf-16le"));
        QVERIFY(open(wide)); // the user says it
        QCOMPARE(warnings.size(), size_t{0});
    }

    void detectionReadsTheWholeFile()
    {
        const auto source =
            openMemory("id;price;d;e\n1;1,5;01/02/2024;13/02/2024\n2;2,25;03/04/2024;01/02/2024\n3\n",
                       QStringLiteral("t"));
        const auto detection = kCsv->detect(*source, {});
        QVERIFY(detection);
        const auto fact = [&](const char *id, const char *label = "") {
            for (const DetectedFact &each : detection->facts) {
                if (each.id == QLatin1String(id) && each.label.endsWith(QLatin1String(label)))
                    return each;
            }
            return DetectedFact{};
        };
        QCOMPARE(fact("delimiter").value, QStringLiteral("semicolon"));
        QCOMPARE(fact("decimal").value, QStringLiteral("comma"));
        QVERIFY(fact("dateorder", " d").confidence < 0.5);
        QCOMPARE(fact("dateorder", " e").value, QStringLiteral("day first"));
        QCOMPARE(fact("rows").value, QStringLiteral("2"));
        QCOMPARE(detection->options.text(QStringLiteral("delimiter")), QStringLiteral(";"));
        QCOMPARE(detection->warnings.size(), 1U);
        QVERIFY(detection->warnings.front().kind == ErrorKind::Schema);
        QVERIFY(detection->isCertain);
    }

    void everyFactHasItsReason()
    {
        QByteArray bytes = "id;name;when;d;m\n";
        for (int i = 1; i <= 40; ++i)
            bytes += QByteArray::number(i) + ";\"x;" + QByteArray::number(i % 7) + "\";"
                + QByteArray::number(i % 28 + 1).rightJustified(2, '0') + ".05.2024;0"
                + QByteArray::number(i % 9) + ";"
                + (i == 33 ? QByteArray("n/a") : QByteArray::number(i) + ".5") + "\n";
        const auto source = openMemory(bytes, QStringLiteral("t"));
        const auto detection = kCsv->detect(*source, {});
        QVERIFY(detection);
        const auto note = [&](const char *id) {
            for (const DetectedFact &each : detection->facts) {
                if (each.id == QLatin1String(id))
                    return each.note;
            }
            return QString();
        };
        QCOMPARE(note("delimiter"), QStringLiteral("5 fields in 100 % of 40 lines"));
        QCOMPARE(note("quote"), QStringLiteral("40 fields stand in quotes"));
        QCOMPARE(note("header"), QStringLiteral("words in the first line, numbers or dates below"));
        QCOMPARE(note("encoding"), QStringLiteral("every character is well-formed UTF-8"));
        QCOMPARE(note("decimal"), QStringLiteral("0 numbers with a comma, 39 with a point"));
        QCOMPARE(note("dateorder"), QStringLiteral("17 have a day (the first number) above 12, of 40"));
        QCOMPARE(detection->rows, 40);
        const std::vector<DetectedColumn> &columns = detection->columns;
        QCOMPARE(columns.size(), 5U);
        QVERIFY(columns[0].column.type == LogicalType::Integer && columns[0].isAscending);
        QCOMPARE(columns[0].note, QStringLiteral("all 40 values"));
        QCOMPARE(columns[2].note, QStringLiteral("dates, but not written YYYY-MM-DD"));
        QCOMPARE(columns[3].note, QStringLiteral("numbers with leading zeros, which stay"));
        QCOMPARE(columns[4].note,
                 QStringLiteral("97.5 % are numbers; the first that is not: \"n/a\" in line 34"));
        QVERIFY(columns[4].column.type == LogicalType::Text);
    }

    void anEncodingThatFailsFurtherDownIsNotSure()
    {
        const auto source =
            openMemory("a,b\n" + QByteArray("x,y\n").repeated(40000) + "x,\xff\n", QStringLiteral("t"));
        const auto detection = kCsv->detect(*source, {});
        QVERIFY(detection);
        const auto fact =
            std::find_if(detection->facts.begin(), detection->facts.end(),
                         [](const DetectedFact &each) { return each.id == QLatin1String("encoding"); });
        QVERIFY(fact->confidence < 0.5 && fact->note.contains(QStringLiteral("byte ff")));
        QVERIFY(detection->rows > 0 && detection->rows <= 40000);
    }

    void datesInAnOrderThatWasSaidBecomeIso()
    {
        TableShape target;
        target.origin = CellOrigin::Lexical;
        target.columns = {makeColumn("d", "DATE", LogicalType::Date),
                          makeColumn("z", "TIMESTAMP", LogicalType::DateTime),
                          makeColumn("t", "TEXT", LogicalType::Text)};
        const auto with = [&](const char *order, const QByteArray &bytes) {
            return read(bytes, {QStringLiteral("dateorder=") + QLatin1String(order)}, &target);
        };
        QCOMPARE(with("day-first", "d,z,t\n31/12/1999,1.2.2024 10:30,31/12/1999\n2024-02-29,,x\n"),
                 QByteArray("'1999-12-31'|'2024-02-01 10:30'|'31/12/1999'\n'2024-02-29'|NULL|'x'\n"));
        QCOMPARE(with("month-first", "d,z,t\n12-31-1999,01/02/2024T10:30,\n"),
                 QByteArray("'1999-12-31'|'2024-01-02T10:30'|NULL\n"));
        for (const char *wrong : {"30/02/2024", "12/31/1999", "1/2/24", "soon"}) {
            const QByteArray said = with("day-first", QByteArray("d,z,t\n") + wrong + ",,\n");
            QVERIFY2(said.contains("in column d is not a date in the order that was said"), said.constData());
        }
        // Nothing was said: they are what they are.
        QCOMPARE(read("d,z,t\n31/12/1999,,\n", {}, &target), QByteArray("'31/12/1999'|NULL|NULL\n"));
    }

    void hostileFilesGetTheirOutcome_data() { addHostileCases(QStringLiteral("csv")); }
    void hostileFilesGetTheirOutcome()
    {
        QFETCH(const HostileCase, hostile);
        checkHostileCase(*kCsv, hostile, kDecidedLater);
    }

    void quotedLinesCountAsRows()
    {
        const QString path = samplePath(QStringLiteral("hostile/csv/chunk_boundaries.csv"));
        if (path.isEmpty())
            QSKIP("the hostile samples are not here");
        const QByteArray bytes = contentOf(path);
        QByteArray whole;
        for (const size_t block : {64UL, 4096UL, 65536UL, 262144UL}) {
            auto reader = openCsvReader(openMemory(bytes, QStringLiteral("t")), {}, block);
            QVERIFY(reader);
            const QByteArray rows = readAllRows(**reader);
            QVERIFY(whole.isEmpty() || rows == whole);
            whole = rows;
        }
        QCOMPARE(read(contentOf(samplePath(QStringLiteral("hostile/csv/doubled_crlf_8193.csv")))).count('\n'),
                 8193);
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
