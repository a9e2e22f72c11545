// SPDX-License-Identifier: MIT
#include "tests/formats/formattest.h"
#include "workers/formats/json/jsonreader.h"
#include "workers/formats/jsonl/jsonlformat.h"

#include <QTest>

using namespace galley;
using namespace galley::test;

namespace {

const std::unique_ptr<Format> kJsonl = makeJsonlFormat();

} // namespace

class TestJsonl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack()
    {
        RowBatch rows;
        rows.clear(6);
        addNaturalRows(rows);
        addExceptionRows(rows);
        const TableShape shape = sqliteShape();
        const QByteArray bytes = encodeAll(*kJsonl, shape, rows, {});
        FormatReadRequest request;
        request.expected = &shape;
        for (const size_t step : {1UL, 7UL, 4096UL, 65536UL}) {
            for (const size_t block : {1UL, 7UL, 64UL, 4096UL, 65536UL}) {
                auto reader =
                    openJsonReader(std::make_unique<ChoppySource>(bytes, step), request, false, block);
                QVERIFY2(reader, reader ? "" : qPrintable(reader.error().toString()));
                QCOMPARE(readAllRows(**reader), show(rows));
            }
        }
    }

    void filesAreReadAsTheyStand_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("rows");
        QTest::newRow("blank lines, CR LF, no last line end")
            << QByteArray("\r\n{\"a\":1}\r\n\r\n  \n{\"a\":2}") << QByteArray("1\n2\n");
        QTest::newRow("keys in another order")
            << QByteArray("{\"a\":1,\"b\":\"x\"}\n{\"b\":null,\"a\":2}\n") << QByteArray("1|'x'\n2|NULL\n");
        QTest::newRow("lines that lack a key")
            << QByteArray("{\"a\":1,\"b\":2}\n{\"a\":1}\n")
            << QByteArray("1|2\nerror: t:2: schema: record 2 lacks the key \"b\"");
        QTest::newRow("line cut") << QByteArray("{\"a\":1}\n{\"a\":\n2}\n")
                                  << QByteArray("error: t:2:6: malformed: the line ends within the record");
        QTest::newRow("last line cut")
            << QByteArray("{\"a\":1}\n{\"a\":") << QByteArray("error: t:2:6: truncated");
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("two on a line") << QByteArray("{\"a\":1} {\"a\":2}\n")
                                       << QByteArray("error: t:1:9: malformed: something follows");
    }
    void filesAreReadAsTheyStand()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(QByteArray, rows);
        const QByteArray result = decodeAll(*kJsonl, bytes);
        const qsizetype error = rows.indexOf("error: ");
        if (error < 0) {
            QCOMPARE(result, rows);
            return;
        }
        const QByteArray wanted = rows.mid(error);
        QVERIFY2(result.mid(result.indexOf("error: ")).startsWith(wanted), result.constData());
    }

    void brokenRowsGoToTheRejects()
    {
        KeptRejects rejects;
        FormatReadRequest request;
        request.rejects = &rejects;
        QCOMPARE(decodeAll(*kJsonl, "{\"a\":1}\n\n{\"b\":2}\n{\"a\":3}\n", request), QByteArray("1\n3\n"));
        QCOMPARE(rejects.all.size(), 1U);
        QCOMPARE(rejects.all[0].where.line, 3);
        QCOMPARE(rejects.all[0].raw, QByteArray("{\"b\":2}"));
    }

    void hostileFilesGetTheirOutcome_data() { addHostileCases(QStringLiteral("jsonl")); }
    void hostileFilesGetTheirOutcome()
    {
        QFETCH(const HostileCase, hostile);
        checkHostileCase(*kJsonl, hostile, {QStringLiteral("type_flip")});
    }
};

QTEST_GUILESS_MAIN(TestJsonl)
#include "tst_jsonl.moc"
