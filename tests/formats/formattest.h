// SPDX-License-Identifier: MIT
//
// What the tests of the formats share: sources that give a few bytes at a time, a table with everything that
// is hard to carry, and the hostile inputs' manifest.
#pragma once

#include "tests/support/support.h"
#include "workers/formats/format.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <cstring>
#include <initializer_list>
#include <limits>

namespace galley::test {

/// Gives at most `step` bytes a read.
class ChoppySource final : public ByteSource
{
public:
    ChoppySource(QByteArray bytes, size_t step, QString name = QStringLiteral("t"))
        : m_bytes(std::move(bytes))
        , m_step(step)
        , m_name(std::move(name))
    {
    }
    Result<size_t> read(std::span<char> buffer) override
    {
        const size_t size = std::min({buffer.size(), m_step, static_cast<size_t>(m_bytes.size() - m_at)});
        std::memcpy(buffer.data(), m_bytes.constData() + m_at, size);
        m_at += static_cast<qsizetype>(size);
        return size;
    }
    Place place() const override { return {m_name, {}, 0, 0}; }

private:
    QByteArray m_bytes;
    size_t m_step;
    QString m_name;
    qsizetype m_at = 0;
};

class KeptRejects final : public RejectSink
{
public:
    void reject(Reject reject) override { all.push_back(std::move(reject)); }
    std::vector<Reject> all;
};

inline OptionValues optionsFrom(const Format &format, const QStringList &texts)
{
    OptionValues values;
    for (const QString &text : texts) {
        if (!values.setFromText(format.options(), text))
            qFatal("bad option");
    }
    return values;
}

inline Column makeColumn(const char *name, const char *nativeType, LogicalType type)
{
    Column column;
    column.name = QString::fromUtf8(name);
    column.nativeType = QString::fromLatin1(nativeType);
    column.type = type;
    return column;
}

inline void addRow(RowBatch &rows, std::initializer_list<Cell> cells)
{
    const auto row = rows.appendRow();
    std::copy(cells.begin(), cells.end(), row.begin());
}

inline TableShape sqliteShape()
{
    TableShape shape;
    shape.engine = QStringLiteral("sqlite");
    shape.columns = {makeColumn("i", "INTEGER", LogicalType::Integer),
                     makeColumn("t", "TEXT", LogicalType::Text),
                     makeColumn("r", "REAL", LogicalType::Real),
                     makeColumn("b", "BLOB", LogicalType::Bytes),
                     makeColumn("u", "", LogicalType::Other),
                     makeColumn("n \"x\",\n", "NUMERIC", LogicalType::Decimal)};
    return shape;
}

/// Natural cells only: what a plain file carries.
inline void addNaturalRows(RowBatch &rows)
{
    using L = std::numeric_limits<qint64>;
    using D = std::numeric_limits<double>;
    const Cell null;
    addRow(rows,
           {Cell::integer(L::min()), Cell::text(""), Cell::real(0.1), Cell::bytes({"\0\xff", 2}), null,
            Cell::integer(L::max())});
    addRow(rows, {null, null, null, null, null, null});
    addRow(rows,
           {Cell::integer(0), Cell::text("a,b;\t|c"), Cell::real(-0.0), Cell::bytes(""), Cell::text(""),
            Cell::text("2024-02-30")});
    addRow(rows,
           {Cell::integer(-1), Cell::text("say \"x\""), Cell::real(1), Cell::bytes("\\x41"),
            Cell::text("line\nfeed\r\nand\rreturn"), Cell::real(0.5)});
    addRow(rows,
           {Cell::real(1e300), Cell::text("\"quoted\""), Cell::real(D::denorm_min()), Cell::bytes("\"\n"),
            Cell::text("\xf0\x9f\x98\x80 \xc3\xa9 \xe2\x80\xae"), Cell::real(-2.5e-7)});
    addRow(rows,
           {Cell::text("abc"), Cell::text({"nul\0in it", 9}), Cell::real(D::max()), null,
            Cell::text(" blanks "), Cell::text("NULL")});
    addRow(rows,
           {Cell::integer(7), Cell::text("\\."), Cell::real(5e-5), null, Cell::text("007"), Cell::text("'")});
    addRow(rows,
           {Cell::integer(7), Cell::text("\x01\x1f\x7f\b\f/ <>&"), Cell::real(123456.789), null,
            Cell::text("=1+1"), Cell::text("{\"a\":[1]}")});
}

/// Cells that are not of their column's kind, and text that looks like their marks.
inline void addExceptionRows(RowBatch &rows)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    addRow(rows,
           {Cell::text("12"), Cell::integer(12), Cell::text("1.5"), Cell::text("x"), Cell::integer(-1),
            Cell::bytes({"\0", 1})});
    addRow(rows,
           {Cell::real(1), Cell::real(1), Cell::real(kInfinity), Cell::integer(5), Cell::real(0.1),
            Cell::real(-kInfinity)});
    addRow(rows,
           {Cell::bytes("b"), Cell::bytes(""), Cell::bytes("x"), Cell::text(""), Cell::bytes("\xff"),
            Cell::text(" 7 ")});
    addRow(rows,
           {Cell::text("\\I12"), Cell::text("\\x00"), Cell::text("Infinity"), Cell::text("\\x00"),
            Cell::text("\\"), Cell::text("\\N")});
    addRow(rows,
           {Cell::text("{\"$integer\":\"1\"}"), Cell::text("{\"$text\":\"a\"}"), Cell::text("NaN"),
            Cell::real(0.25), Cell::text("\\T"), Cell::text("1e999")});
}

inline QByteArray encodeAll(const Format &format, const TableShape &shape, const RowBatch &rows,
                            const OptionValues &options, qint64 *inexact = nullptr)
{
    auto encoder = format.makeEncoder(shape, options);
    if (!encoder)
        return encoder.error().toString().toUtf8();
    EncodedBlock block;
    if (const auto begun = (*encoder)->begin(block.bytes); !begun)
        return begun.error().toString().toUtf8();
    if (const auto done = (*encoder)->encode(rows, true, block); !done)
        return done.error().toString().toUtf8();
    if (const auto ended = (*encoder)->end({}, block.bytes); !ended)
        return ended.error().toString().toUtf8();
    if (inexact != nullptr)
        *inexact = block.inexactCells;
    return {block.bytes.view().data(), static_cast<qsizetype>(block.bytes.size())};
}

/// Everything a file gives, or the error, as readAllRows() shows it.
inline QByteArray decodeAll(const Format &format, const QByteArray &bytes,
                            const FormatReadRequest &request = {}, size_t step = 65536,
                            const QString &name = QStringLiteral("t"))
{
    auto reader = format.openReader(std::make_unique<ChoppySource>(bytes, step, name), request);
    if (!reader)
        return "error: " + reader.error().toString().toUtf8();
    return readAllRows(**reader);
}

/// One line of hostile/manifest.csv.
struct HostileCase
{
    QString file;
    QString format;
    QString outcome;
    QStringList classes;
    QStringList mentions;
    qint64 rows = -1;
    QString target;
};

/// The manifest, read by our own CSV reader; empty where there are no samples.
inline std::vector<HostileCase> hostileCases()
{
    const Format &csv = *findFormat(QStringLiteral("csv"));
    std::vector<HostileCase> cases;
    auto source = openFile(samplePath(QStringLiteral("hostile/manifest.csv")));
    if (!source)
        return cases;
    auto reader = csv.openReader(std::move(*source), {});
    if (!reader)
        qFatal("the manifest cannot be read");
    RowBatch batch;
    const auto at = [&](std::span<const Cell> row, const char *name) {
        const Cell &cell = row[static_cast<size_t>((*reader)->shape().indexOf(QString::fromLatin1(name)))];
        return cell.isNull()
            ? QString()
            : QString::fromUtf8(cell.view().data(), static_cast<qsizetype>(cell.view().size()));
    };
    while (*(*reader)->read(batch)) {
        for (qsizetype r = 0; r < batch.rowCount(); ++r) {
            const auto row = batch.row(r);
            const QString rows = at(row, "rows");
            cases.push_back({at(row, "file"), at(row, "format"), at(row, "outcome"),
                             at(row, "error_class").split(QLatin1Char('|'), Qt::SkipEmptyParts),
                             at(row, "message_mentions").split(QLatin1Char(';'), Qt::SkipEmptyParts),
                             rows.isEmpty() ? -1 : rows.toLongLong(), at(row, "target")});
        }
    }
    return cases;
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Rows of a _data() slot: the unpacked files of a format.
inline void addHostileCases(const QString &format)
{
    QTest::addColumn<HostileCase>("hostile");
    for (const HostileCase &hostile : hostileCases()) {
        if (hostile.format == format && !hostile.file.endsWith(QLatin1String(".gz")))
            QTest::newRow(qPrintable(hostile.file)) << hostile;
    }
    if (samplePath(QStringLiteral("hostile")).isEmpty())
        QTest::newRow("no samples") << HostileCase();
}

/// `later`: files (parts of their names) that only the target can refuse.
inline void checkHostileCase(const Format &format, const HostileCase &hostile, const QStringList &later)
{
    if (hostile.file.isEmpty())
        QSKIP("the hostile samples are not here");
    const QByteArray bytes = contentOf(samplePath(QStringLiteral("hostile/") + hostile.file));
    const QByteArray result = decodeAll(format, bytes, {}, 65536, hostile.file);
    const bool isLater = std::any_of(later.begin(), later.end(),
                                     [&](const QString &name) { return hostile.file.contains(name); });
    const qsizetype error = result.indexOf("error: ");
    if (error < 0) {
        QVERIFY2(hostile.outcome != QLatin1String("reject") || isLater, result.left(500).constData());
        for (const size_t step : {1UL, 7UL, 4096UL})
            QCOMPARE(decodeAll(format, bytes, {}, step, hostile.file), result);
        return;
    }
    QVERIFY2(!hostile.outcome.startsWith(QLatin1String("accept")), result.left(500).constData());
    const QString message = QString::fromUtf8(result.mid(error));
    const bool isOfClass =
        std::any_of(hostile.classes.begin(), hostile.classes.end(), [&](const QString &name) {
            return message.contains(QLatin1String(": ") + name + QLatin1String(": "));
        });
    QVERIFY2(isOfClass, qPrintable(message));
    for (const QString &mention : hostile.mentions)
        QVERIFY2(message.contains(mention), qPrintable(message));
}

} // namespace galley::test

Q_DECLARE_METATYPE(galley::test::HostileCase)
