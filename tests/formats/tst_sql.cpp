// SPDX-License-Identifier: MIT
#include "tests/support/manifest.h"
#include "tests/support/support.h"
#include "workers/formats/format.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace galley;
using namespace galley::test;

namespace {

TableShape shapeOf(const QStringList &columns)
{
    TableShape shape;
    shape.name.name = QStringLiteral("t");
    shape.engine = QStringLiteral("sqlite");
    for (const QString &column : columns) {
        Column made;
        made.name = column.section(QLatin1Char(' '), 0, 0);
        made.nativeType = column.section(QLatin1Char(' '), 1);
        shape.columns.push_back(made);
    }
    return shape;
}

QByteArray readSql(const QByteArray &script, const OptionValues &options = {},
                   const TableShape *expected = nullptr)
{
    FormatReadRequest request;
    request.options = options;
    request.expected = expected;
    request.table.name = QStringLiteral("t");
    auto reader =
        findFormat(QStringLiteral("sql"))->openReader(openMemory(script, QStringLiteral("t.sql")), request);
    return reader ? readAllRows(**reader) : "error: " + reader.error().toString().toUtf8();
}

QByteArray writeSql(const TableShape &shape, const RowBatch &rows, int rowsEach = 500)
{
    OptionValues options;
    options.set(QStringLiteral("rows"), rowsEach);
    const auto encoder = findFormat(QStringLiteral("sql"))->makeEncoder(shape, options);
    EncodedBlock block;
    if (!(*encoder)->begin(block.bytes) || !(*encoder)->encode(rows, true, block)
        || !(*encoder)->end({}, block.bytes))
        return "error";
    return {block.bytes.view().data(), static_cast<qsizetype>(block.bytes.size())};
}

RowBatch tortureRows()
{
    RowBatch rows;
    rows.clear(3);
    const std::vector<Cell> cells = {
        Cell::integer(std::numeric_limits<qint64>::min()),
        Cell::integer(std::numeric_limits<qint64>::max()),
        Cell(),
        Cell::real(0.1),
        Cell::real(5e-324),
        Cell::real(-1.7976931348623157e308),
        Cell::real(HUGE_VAL),
        Cell::real(-HUGE_VAL),
        Cell::real(1e15),
        Cell::text(""),
        Cell::text("it's; -- /* \\ \" \\' C:\\"),
        Cell::text("line\nbreak\r\n\ttab"),
        Cell::text("\xf0\x9f\x98\x80 \xc3\xa4"),
        Cell::text(std::string_view("a\0b", 3)),
        Cell::text("NULL"),
        Cell::bytes(std::string_view("\0\xff'", 3)),
        Cell::bytes(""),
        Cell::text("12"),
    };
    for (size_t i = 0; i < cells.size(); i += 3) {
        auto row = rows.appendRow();
        std::copy_n(cells.begin() + static_cast<ptrdiff_t>(i), 3, row.begin());
    }
    return rows;
}

} // namespace

class TestSql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueComesBack_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : {"", "BLOB", "TEXT", "INTEGER", "REAL", "NUMERIC"})
            QTest::newRow(type) << QString::fromLatin1(type);
    }
    void everyValueComesBack()
    {
        QFETCH(const QString, type);
        const TableShape shape = shapeOf(
            {QStringLiteral("a\"b; ") + type, QStringLiteral("b ") + type, QStringLiteral("c ") + type});
        const RowBatch rows = tortureRows();
        for (const int rowsEach : {1, 2, 500})
            QCOMPARE(readSql(writeSql(shape, rows, rowsEach)), show(rows));
    }

    void theSqliteShellReadsWhatWeWrite()
    {
        QTemporaryDir folder;
        const RowBatch rows = tortureRows();
        QFile script(folder.filePath(QStringLiteral("t.sql")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(
            "CREATE TABLE t(a, b, c);\n"
            + writeSql(shapeOf({QStringLiteral("a "), QStringLiteral("b "), QStringLiteral("c ")}), rows));
        script.write("SELECT group_concat(typeof(a) || ' ' || quote(a), char(10)) FROM t;\n");
        script.close();
        QProcess shell;
        shell.setStandardInputFile(script.fileName());
        shell.start(QStringLiteral("sqlite3"), {QStringLiteral(":memory:")});
        if (!shell.waitForFinished())
            QSKIP("the sqlite3 shell is not there");
        QCOMPARE(shell.readAllStandardError(), QByteArray());
        QCOMPARE(shell.readAllStandardOutput().trimmed().split('\n').first(),
                 QByteArray("integer -9223372036854775808"));
    }

    void literalsAreRead_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("rows");
        QTest::newRow("numbers") << QByteArray("INSERT INTO t(a,b,c) VALUES (-1, 1.50, 1e3), (+2,.5,TRUE);")
                                 << QByteArray("-1|1.5|1000.0\n2|0.5|1\n");
        QTest::newRow("long decimal") << QByteArray("insert into t(a) values(12345678901234567890.12)")
                                      << QByteArray("'12345678901234567890.12'\n");
        QTest::newRow("beyond 64 bits") << QByteArray("INSERT INTO t(a) VALUES (9223372036854775808);")
                                        << QByteArray("'9223372036854775808'\n");
        QTest::newRow("text") << QByteArray("INSERT INTO t(a) VALUES ('it''s; -- /* no comment */');")
                              << QByteArray("'it's; -- /* no comment */'\n");
        QTest::newRow("escapes") << QByteArray("INSERT INTO t(a) VALUES (E'a\\nb\\\\c\\u00e4\\x41\\101');")
                                 << QByteArray("'a\nb\\c\xc3\xa4"
                                               "AA'\n");
        QTest::newRow("columns in another order")
            << QByteArray("INSERT INTO t(a,b) VALUES (1,2);INSERT INTO t(b,a) VALUES (3,4);")
            << QByteArray("1|2\n4|3\n");
        QTest::newRow("names quoted in all ways")
            << QByteArray("INSERT INTO main.[t](`a`,\"b\") VALUES (1,X'0aFF');") << QByteArray("1|x'0aff'\n");
        QTest::newRow("copy") << QByteArray(
            "COPY public.t (a, b) FROM stdin;\n1\tx\\ty\\\\\n2\t\\N\n3\t\n\\.\nINSERT INTO t(a,b) VALUES "
            "(4,'z');") << QByteArray("'1'|'x\ty\\'\n'2'|NULL\n'3'|''\n4|'z'\n");
        QTest::newRow("nothing after the last")
            << QByteArray("-- c\n/* d */ ;;\nINSERT INTO t(a) VALUES (1)") << QByteArray("1\n");
    }
    void literalsAreRead()
    {
        QFETCH(const QByteArray, script);
        QFETCH(const QByteArray, rows);
        QCOMPARE(readSql(script), rows);
    }

    void backslashesMeanWhatTheDialectSays()
    {
        const QByteArray script = "INSERT INTO t(a) VALUES ('a\\'b');\n";
        QVERIFY(readSql(script).startsWith("error: t.sql:1: ambiguous:"));
        OptionValues options;
        options.set(QStringLiteral("dialect"), QStringLiteral("mysql"));
        QCOMPARE(readSql(script, options), QByteArray("'a'b'\n"));
    }

    void aScriptWithoutColumnsTakesThoseOfTheTable()
    {
        const TableShape table = shapeOf({QStringLiteral("id INTEGER"), QStringLiteral("name TEXT")});
        QCOMPARE(readSql("INSERT INTO t VALUES (1,'a');", {}, &table), QByteArray("1|'a'\n"));
        QVERIFY(readSql("INSERT INTO t VALUES (1);", {}, &table).contains("schema"));
        QVERIFY(readSql("INSERT INTO t VALUES (1,'a');").contains("schema"));
    }

    void aCutScriptIsAnErrorWhereverItIsCut()
    {
        const QByteArray script = "INSERT INTO t(a,b) VALUES (1,'x'),(2,E'y'),(3,X'00');";
        for (qsizetype cut = 1; cut < script.size() - 1; ++cut) {
            const QByteArray rows = readSql(script.left(cut));
            const bool isWholeRow =
                script[cut - 1] == ')' && cut > 20; // a statement may end without its semicolon
            QVERIFY2(rows.contains("error:") != isWholeRow,
                     qPrintable(QString::number(cut) + QString::fromUtf8(rows)));
        }
    }

    void hostileScriptsAreRefused_data()
    {
        QTest::addColumn<int>("index");
        const auto cases = hostileCases(QStringLiteral("sql"));
        if (cases.empty())
            QTest::newRow("no samples") << -1;
        for (size_t i = 0; i < cases.size(); ++i)
            QTest::newRow(qPrintable(cases[i].file)) << static_cast<int>(i);
    }
    void hostileScriptsAreRefused()
    {
        QFETCH(const int, index);
        if (index < 0)
            QSKIP("../shared/samples is not there");
        const HostileCase hostile = hostileCases(QStringLiteral("sql"))[static_cast<size_t>(index)];
        QFile file(hostile.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const TableShape table =
            shapeOf({QStringLiteral("id INTEGER"), QStringLiteral("name TEXT"), QStringLiteral("qty INTEGER"),
                     QStringLiteral("price NUMERIC"), QStringLiteral("note TEXT")});
        const QByteArray rows = readSql(file.readAll(), {}, &table);
        const qsizetype error = rows.indexOf("error: t.sql:");
        if (hostile.outcome == QLatin1String("accept")) {
            QCOMPARE(error, -1);
            QCOMPARE(rows.count('\n'), hostile.rows);
            return;
        }
        QVERIFY2(error >= 0, rows.constData());
        const QString message = QString::fromUtf8(rows.mid(error));
        QVERIFY2(hostile.classes.contains(message.section(QLatin1Char(' '), 2, 2).chopped(1)),
                 qPrintable(message));
        for (const QString &mention : hostile.mentions)
            QVERIFY2(message.contains(mention), qPrintable(message));
    }
};

QTEST_GUILESS_MAIN(TestSql)
#include "tst_sql.moc"
