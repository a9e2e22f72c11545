// SPDX-License-Identifier: MIT
//
// What every registered format promises, whatever it is.
#include "tests/support/support.h"
#include "workers/bundles/bundle.h"
#include "workers/formats/format.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <thread>

using namespace galley;
using namespace galley::test;

namespace {

/// Gives `step` bytes at a time, and fails in front of byte `failAt` (-1: never).
class SlowSource final : public ByteSource
{
public:
    SlowSource(QByteArray bytes, qsizetype step, qsizetype failAt)
        : m_bytes(std::move(bytes))
        , m_step(step)
        , m_failAt(failAt)
    {
    }
    Result<size_t> read(std::span<char> buffer) override
    {
        if (m_failAt >= 0 && m_next >= m_failAt)
            return Error{ErrorKind::Io, QStringLiteral("the disk went away"), {}, place()};
        qsizetype count = std::min({m_step, static_cast<qsizetype>(buffer.size()), m_bytes.size() - m_next});
        if (m_failAt >= 0)
            count = std::min(count, m_failAt - m_next);
        std::copy_n(m_bytes.constData() + m_next, count, buffer.data());
        m_next += count;
        return static_cast<size_t>(count);
    }
    Place place() const override { return {QStringLiteral("t"), {}, 0, 0}; }

private:
    QByteArray m_bytes;
    qsizetype m_step;
    qsizetype m_failAt;
    qsizetype m_next = 0;
};

TableShape shapeOf(const QString &type)
{
    TableShape shape;
    shape.name.name = QStringLiteral("t");
    shape.engine = QStringLiteral("sqlite");
    shape.origin = CellOrigin::Native;
    const QMap<QString, LogicalType> types = {{QStringLiteral("BLOB"), LogicalType::Bytes},
                                              {QStringLiteral("INTEGER"), LogicalType::Integer},
                                              {QStringLiteral("REAL"), LogicalType::Real},
                                              {QStringLiteral("NUMERIC"), LogicalType::Decimal}};
    for (const QString &name : {QStringLiteral("id"), QStringLiteral("b \"q\" ,"), QStringLiteral("c\nü")}) {
        Column column;
        column.name = name;
        column.nativeType = type;
        column.type = types.value(type, LogicalType::Text);
        shape.columns.push_back(column);
    }
    return shape;
}

RowBatch tortureRows()
{
    static const std::string large(300'000, 'x');
    RowBatch rows;
    rows.clear(3);
    const std::vector<Cell> cells = {
        Cell::integer(std::numeric_limits<qint64>::min()),
        Cell::integer(std::numeric_limits<qint64>::max()),
        Cell(),
        Cell(),
        Cell(),
        Cell(),
        Cell::integer(9007199254740993),
        Cell::integer(0),
        Cell::integer(-1),
        Cell::real(0.1),
        Cell::real(5e-324),
        Cell::real(-1.7976931348623157e308),
        Cell::real(HUGE_VAL),
        Cell::real(-HUGE_VAL),
        Cell::real(123456789012345680.0),
        Cell::real(1.0),
        Cell::real(1e21),
        Cell::real(0.30000000000000004),
        Cell::text(""),
        Cell::text("it's \"so\"; -- /* \\ \\N \\x41 \\T C:\\"),
        Cell::text("line\nbreak\r\n\ttab\rend"),
        Cell::text("\xf0\x9f\x98\x80 \xc3\xa4\xe2\x80\xa8"),
        Cell::text(std::string_view("a\0b", 3)),
        Cell::text("NULL"),
        Cell::text("null"),
        Cell::text("\\."),
        Cell::text("\\"),
        Cell::text("12"),
        Cell::text(" 1.5 "),
        Cell::text("1e5"),
        Cell::text("true"),
        Cell::text("{\"$bytes\":\"00\"}"),
        Cell::text("=1+1"),
        Cell::text(" leading"),
        Cell::text("a,b;c\td|e"),
        Cell::text("\""),
        Cell::text("\x01\x1f\x7f\xc2\x85"),
        Cell::text("\xef\xbb\xbf"
                   "bom"),
        Cell::text("NaN"),
        Cell::bytes(std::string_view("\0\xff'\"\\", 5)),
        Cell::bytes(""),
        Cell::bytes("\\x41"),
        Cell::text(large),
        Cell::integer(7),
        Cell::bytes(large),
    };
    for (size_t i = 0; i < cells.size(); i += 3) {
        auto row = rows.appendRow();
        std::copy_n(cells.begin() + static_cast<ptrdiff_t>(i), 3, row.begin());
    }
    return rows;
}

OptionValues bundleOptions(const Format &format)
{
    OptionValues options;
    for (const OptionSpec &spec : format.options()) {
        if (spec.id == QLatin1String("cells"))
            options.set(spec.id, QStringLiteral("tagged"));
    }
    return options;
}

QByteArray encode(const Format &format, const TableShape &shape, const RowBatch &rows)
{
    const auto encoder = format.makeEncoder(shape, bundleOptions(format));
    EncodedBlock block;
    if (!encoder || !(*encoder)->begin(block.bytes) || !(*encoder)->encode(rows, true, block))
        return "not encoded";
    if (!(*encoder)->end({{0, static_cast<qint64>(block.bytes.size()), rows.rowCount(), block.detail}},
                         block.bytes))
        return "not ended";
    return {block.bytes.view().data(), static_cast<qsizetype>(block.bytes.size())};
}

QByteArray decode(const Format &format, const TableShape &shape, const QByteArray &bytes,
                  qsizetype step = 1 << 20, qsizetype failAt = -1)
{
    FormatReadRequest request;
    request.options = bundleOptions(format);
    request.expected = &shape;
    request.table = shape.name;
    const auto reader = format.openReader(std::make_unique<SlowSource>(bytes, step, failAt), request);
    return reader ? readAllRows(**reader) : "error: " + reader.error().toString().toUtf8();
}

} // namespace

class TestFormats : public QObject
{
    Q_OBJECT

private:
    static void everyFormat()
    {
        QTest::addColumn<QString>("id");
        for (const auto &format : formats())
            QTest::newRow(qPrintable(format->id())) << format->id();
    }
    static const Format &current()
    {
        QFETCH(const QString, id);
        return *findFormat(id);
    }

private Q_SLOTS:
    /// `--option NAME=VALUE` goes to a bundle and to the format of its tables: one name, one meaning.
    void aBundlesOptionHasNoNameThatMeansSomethingElseInAFormat()
    {
        for (const auto &bundle : bundles()) {
            for (const OptionSpec &own : bundle->options()) {
                for (const auto &format : formats()) {
                    for (const OptionSpec &other : format->options()) {
                        const QByteArray name = (bundle->id() + QLatin1Char(' ') + own.id).toUtf8();
                        QVERIFY2(other.id != own.id || other.choices == own.choices, name.constData());
                    }
                }
            }
        }
    }

    void everyValueComesBackFromEveryColumnType_data() { everyFormat(); }
    void everyValueComesBackFromEveryColumnType()
    {
        const Format &format = current();
        const RowBatch rows = tortureRows();
        const QStringList expected = QString::fromUtf8(show(rows).left(4000)).split(QLatin1Char('\n'));
        for (const char *type : {"", "BLOB", "TEXT", "INTEGER", "REAL", "NUMERIC"}) {
            const TableShape shape = shapeOf(QString::fromLatin1(type));
            const QByteArray back = decode(format, shape, encode(format, shape, rows));
            if (back == show(rows))
                continue;
            QVERIFY2(!back.contains("error:"), back.constData());
            const QStringList got = QString::fromUtf8(back.left(4000)).split(QLatin1Char('\n'));
            for (qsizetype i = 0; i < std::min(got.size(), expected.size()); ++i)
                QVERIFY2(got[i] == expected[i],
                         qPrintable(QString::fromLatin1(type) + QStringLiteral(": ") + got[i]
                                    + QStringLiteral(" is not ") + expected[i]));
            QFAIL(type);
        }
    }

    void smallReadsGiveTheSameRows_data() { everyFormat(); }
    void smallReadsGiveTheSameRows()
    {
        const Format &format = current();
        const TableShape shape = shapeOf(QStringLiteral("TEXT"));
        const RowBatch rows = tortureRows();
        const QByteArray bytes = encode(format, shape, rows);
        for (const qsizetype step : {1, 7, 4096})
            QVERIFY2(decode(format, shape, bytes, step) == show(rows), qPrintable(QString::number(step)));
    }

    void noRowsComeBackAsNoRows_data() { everyFormat(); }
    void noRowsComeBackAsNoRows()
    {
        const Format &format = current();
        const TableShape shape = shapeOf(QStringLiteral("TEXT"));
        RowBatch none;
        none.clear(3);
        QCOMPARE(decode(format, shape, encode(format, shape, none)), QByteArray());
    }

    void aSourceThatFailsAnywhereIsAnError_data() { everyFormat(); }
    void aSourceThatFailsAnywhereIsAnError()
    {
        const Format &format = current();
        const TableShape shape = shapeOf(QStringLiteral("TEXT"));
        RowBatch rows;
        rows.clear(3);
        for (int i = 0; i < 5; ++i) {
            auto row = rows.appendRow();
            row[0] = Cell::integer(i);
            row[1] = Cell::text("it's \"quoted\",\nand long");
            row[2] = Cell::bytes("\x01\x02");
        }
        const QByteArray bytes = encode(format, shape, rows);
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            const QByteArray said = decode(format, shape, bytes, 64, at);
            QVERIFY2(said.contains("error:") && said.contains("the disk went away"),
                     (QByteArray::number(at) + ": " + said).constData());
        }
    }

    void aCutFileGivesNoRowThatWasNotThere_data() { everyFormat(); }
    void aCutFileGivesNoRowThatWasNotThere()
    {
        const Format &format = current();
        const TableShape shape = shapeOf(QStringLiteral("INTEGER"));
        RowBatch rows;
        rows.clear(3);
        for (int i = 0; i < 4; ++i) {
            auto row = rows.appendRow();
            row[0] = Cell::integer(i + 10);
            row[1] = Cell::text("text, \"quoted\"");
            row[2] = Cell::real(0.5);
        }
        const QByteArray bytes = encode(format, shape, rows);
        const QByteArray all = show(rows);
        int errors = 0;
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            const QByteArray said = decode(format, shape, bytes.left(size));
            const bool isError = said.contains("error:");
            errors += isError ? 1 : 0;
            // A line format cannot tell a file cut between two lines; a CSV cannot tell a last number that
            // lost digits.
            const qsizetype lastLine =
                said.lastIndexOf('\n', isError ? said.indexOf("error:") - 1 : said.size() - 2) + 1;
            QVERIFY2(isError || all.startsWith(said) || all.startsWith(said.left(lastLine)),
                     said.constData());
        }
        QVERIFY(errors > bytes.size() / 2);
    }

    void twoThreadsEncodeWhatOneDoes_data() { everyFormat(); }
    void twoThreadsEncodeWhatOneDoes()
    {
        const Format &format = current();
        const TableShape shape = shapeOf(QStringLiteral("TEXT"));
        const auto encoder = format.makeEncoder(shape, bundleOptions(format));
        QVERIFY(encoder.isOk());
        const RowBatch rows = tortureRows();
        std::array<EncodedBlock, 2> blocks;
        std::array<bool, 2> isOk{};
        {
            std::array<std::jthread, 2> threads;
            for (size_t i = 0; i < 2; ++i)
                threads[i] =
                    std::jthread([&, i] { isOk[i] = (*encoder)->encode(rows, false, blocks[i]).isOk(); });
        }
        QVERIFY(isOk[0] && isOk[1]);
        QVERIFY(blocks[0].bytes.view() == blocks[1].bytes.view() && !blocks[0].bytes.isEmpty());
    }

    void itsOwnFilesAreRecognised_data() { everyFormat(); }
    void itsOwnFilesAreRecognised()
    {
        const Format &format = current();
        RowBatch rows;
        rows.clear(3);
        for (int i = 0; i < 3; ++i) {
            auto row = rows.appendRow();
            row[0] = Cell::integer(i);
            row[1] = Cell::text("some text");
            row[2] = Cell::text("more");
        }
        const QByteArray bytes = encode(format, shapeOf(QStringLiteral("TEXT")), rows);
        const auto found =
            detectFormat({bytes.constData(), static_cast<size_t>(bytes.size())}, QStringLiteral("no-suffix"));
        QVERIFY(found.isOk());
        QCOMPARE((*found)->id(), format.id());
        QCOMPARE(formatForSuffix(QStringLiteral("x.") + format.suffixes().first() + QStringLiteral(".gz")),
                 &format);
    }

    void optionsExplainThemselves_data() { everyFormat(); }
    void optionsExplainThemselves()
    {
        const Format &format = current();
        QVERIFY(!format.name().isEmpty() && format.description().endsWith(QLatin1Char('.')));
        for (const OptionSpec &spec : format.options()) {
            QVERIFY2(!spec.id.isEmpty() && spec.id == spec.id.toLower() && !spec.label.isEmpty()
                         && spec.help.endsWith(QLatin1Char('.')),
                     qPrintable(spec.id));
            QVERIFY2(spec.type != OptionSpec::Type::Choice
                         || spec.choices.contains(spec.defaultValue.toString()),
                     qPrintable(spec.id));
        }
    }
};

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
