// SPDX-License-Identifier: MIT
#include "workers/bundles/kuzu/kuzucsv.h"

#include "workers/formats/csv/csvparser.h"
#include "workers/formats/recordbuffer.h"
#include "workers/formats/textsource.h"

namespace galley {

namespace {

class KuzuCsvReader final : public RowReader
{
public:
    KuzuCsvReader(std::unique_ptr<ByteSource> source, KuzuFile file, RejectSink *rejects)
        : m_file(std::move(file))
        , m_rejects(rejects)
        , m_buffer(std::move(source))
        , m_parser(m_file.dialect)
    {
    }

    Result<void> open();
    const TableShape &shape() const override { return m_file.shape; }
    Result<bool> read(RowBatch &batch) override;
    qint64 bytesRead() const override { return m_buffer.consumed(); }
    qint64 bytesTotal() const override { return m_buffer.size(); }

private:
    Result<bool> nextRow();
    Result<void> checkHeader() const;
    Result<void> addRow(RowBatch &batch);
    bool decode(size_t column, Arena &arena, Cell &cell) const;
    Result<void> refuse(ErrorKind kind, const QString &reason, int column);
    Error problem(CsvParser::Outcome outcome) const;
    QString fieldText(int field) const;

    KuzuFile m_file;
    RejectSink *m_rejects;
    RecordBuffer m_buffer;
    CsvParser m_parser;
    qint64 m_serial = 0; ///< of the next row, where the file leaves a SERIAL to the database
};

Error KuzuCsvReader::problem(CsvParser::Outcome outcome) const
{
    const QString what = outcome == CsvParser::Outcome::Unterminated
        ? QStringLiteral("the quote that opens here is never closed")
        : outcome == CsvParser::Outcome::QuoteInside
        ? QStringLiteral("a quote inside a value that is not quoted")
        : QStringLiteral("text after the closing quote");
    return {ErrorKind::Malformed, what, QStringLiteral("Quote the value and double the quotes in it."),
            m_buffer.placeOf(m_parser.problem())};
}

/// False at the end.
Result<bool> KuzuCsvReader::nextRow()
{
    for (;;) {
        const CsvParser::Outcome outcome = m_parser.parseRow();
        const bool isRow = outcome == CsvParser::Outcome::Row;
        if (m_buffer.invalidUtf8() < (isRow ? m_parser.next() : m_buffer.end()))
            return m_buffer.invalidUtf8Error();
        if (isRow || outcome == CsvParser::Outcome::End)
            return isRow;
        if (outcome != CsvParser::Outcome::NeedMore)
            return problem(outcome);
        RETURN_IF_ERROR(m_buffer.more());
        m_parser.setWindow(m_buffer.begin(), m_buffer.end(), m_buffer.isAtEnd());
    }
}

QString KuzuCsvReader::fieldText(int field) const
{
    const CsvField &found = m_parser.fields()[static_cast<size_t>(field)];
    std::string text(found.view());
    if (found.hasEscapes)
        text.resize(static_cast<size_t>(m_parser.unescape(found, text.data()) - text.data()));
    return QString::fromStdString(text);
}

/// The engines go by the place and do not look at the header: one that says otherwise would swap columns.
Result<void> KuzuCsvReader::checkHeader() const
{
    Place place = m_buffer.place();
    place.line = 1;
    if (m_parser.fieldCount() != static_cast<size_t>(m_file.header.size()))
        return Error{ErrorKind::Schema,
                     QStringLiteral("the header has %1 columns, and copy.cypher names %2")
                         .arg(m_parser.fieldCount())
                         .arg(m_file.header.size()),
                     {},
                     place};
    for (int i = 0; i < m_file.header.size(); ++i) {
        QString name = fieldText(i);
        if (name.size() > 2 && name[1] == QLatin1Char('.'))
            name = name.mid(2);
        if (name == m_file.header.at(i))
            continue;
        const qsizetype elsewhere = m_file.header.indexOf(name);
        if (elsewhere >= 0 && m_file.header.at(i) != m_file.header.at(elsewhere))
            return Error{ErrorKind::Schema,
                         QStringLiteral("the header has \"%1\" where copy.cypher has \"%2\"")
                             .arg(name.left(60), m_file.header.at(i).left(60)),
                         QStringLiteral("Put the columns of copy.cypher in the order of the file."), place};
    }
    return {};
}

Result<void> KuzuCsvReader::open()
{
    RETURN_IF_ERROR(m_buffer.more());
    const std::string_view head(m_buffer.begin(), static_cast<size_t>(m_buffer.end() - m_buffer.begin()));
    const QString binary = binaryContent(head);
    if (!binary.isEmpty())
        return Error{ErrorKind::Malformed, QStringLiteral("this is no CSV but %1").arg(binary),
                     QStringLiteral("Name the file in copy.cypher by what it holds."), m_buffer.place()};
    if (head.starts_with("\xEF\xBB\xBF"))
        m_buffer.consumeTo(m_buffer.begin() + 3);
    m_parser.setWindow(m_buffer.begin(), m_buffer.end(), m_buffer.isAtEnd());
    m_parser.setFieldLimit(static_cast<size_t>(m_file.header.size()) + 1);
    if (!m_file.dialect.hasHeader)
        return {};
    ASSIGN_OR_RETURN(const bool hasHeader, nextRow());
    if (!hasHeader)
        return {};
    RETURN_IF_ERROR(checkHeader());
    m_buffer.consumeTo(m_parser.next(), m_parser.lines());
    return {};
}

bool KuzuCsvReader::decode(size_t column, Arena &arena, Cell &cell) const
{
    const int field = m_file.fields[column];
    if (field < 0) {
        if (m_file.values[column].type().kind == KuzuType::Kind::Serial)
            cell = Cell::integer(m_serial);
        return true;
    }
    const CsvField &found = m_parser.fields()[static_cast<size_t>(field)];
    if (found.size == 0 && !found.isQuoted)
        return true;
    std::string_view text = found.view();
    if (found.hasEscapes) {
        char *plain = arena.allocate(found.size);
        text = {plain, static_cast<size_t>(m_parser.unescape(found, plain) - plain)};
    }
    return m_file.values[column].decode(text, arena, cell);
}

Result<void> KuzuCsvReader::refuse(ErrorKind kind, const QString &reason, int column)
{
    Place place = m_buffer.place();
    place.line = m_buffer.line();
    if (m_rejects == nullptr)
        return Error{kind, reason, QStringLiteral("Repair the line."), place};
    Reject reject;
    reject.table = m_file.shape.name;
    reject.where = place;
    reject.kind = kind;
    reject.reason = reason;
    if (column >= 0) {
        reject.column = m_file.shape.columns[static_cast<size_t>(column)].name;
        reject.value = fieldText(m_file.fields[static_cast<size_t>(column)]).left(200);
    }
    reject.raw = QByteArray(m_parser.rowStart(), m_parser.rowEnd() - m_parser.rowStart());
    m_rejects->reject(std::move(reject));
    return {};
}

Result<void> KuzuCsvReader::addRow(RowBatch &batch)
{
    if (m_parser.fieldCount() != static_cast<size_t>(m_file.header.size()))
        return refuse(ErrorKind::Schema,
                      QStringLiteral("the line has %1 values, and copy.cypher names %2 columns")
                          .arg(m_parser.fieldCount())
                          .arg(m_file.header.size()),
                      -1);
    const std::span<Cell> row = batch.appendRow(m_buffer.line());
    for (size_t column = 0; column < row.size(); ++column) {
        if (decode(column, batch.arena(), row[column]))
            continue;
        batch.removeLastRow();
        const QString value = fieldText(m_file.fields[column]);
        return refuse(ErrorKind::Value,
                      QStringLiteral("\"%1\" in column %2 is not %3")
                          .arg(value.left(60), m_file.shape.columns[column].name.left(60),
                               m_file.values[column].expectation()),
                      static_cast<int>(column));
    }
    ++m_serial;
    return {};
}

Result<bool> KuzuCsvReader::read(RowBatch &batch)
{
    batch.clear(m_file.shape.columnCount());
    const void *kept = nullptr;
    const qint64 start = m_buffer.consumed();
    while (!batch.isFull() && m_buffer.consumed() - start < static_cast<qint64>(RowBatch::kFullBytes)) {
        ASSIGN_OR_RETURN(const bool hasRow, nextRow());
        if (!hasRow)
            break;
        if (!m_parser.isBlank())
            RETURN_IF_ERROR(addRow(batch));
        if (m_buffer.block().get() != kept) {
            kept = m_buffer.block().get();
            batch.keepAlive(m_buffer.block());
        }
        m_buffer.consumeTo(m_parser.next(), m_parser.lines());
    }
    if (batch.isEmpty() && m_buffer.consumed() > start) // nothing but rejects
        return read(batch);
    return !batch.isEmpty();
}

class NoRows final : public RowReader
{
public:
    explicit NoRows(TableShape shape)
        : m_shape(std::move(shape))
    {
    }
    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override
    {
        batch.clear(m_shape.columnCount());
        return false;
    }

private:
    TableShape m_shape;
};

} // namespace

Result<std::unique_ptr<RowReader>> openKuzuCsv(std::unique_ptr<ByteSource> source, const KuzuFile &file,
                                               RejectSink *rejects)
{
    auto reader = std::make_unique<KuzuCsvReader>(std::move(source), file, rejects);
    RETURN_IF_ERROR(reader->open());
    return std::unique_ptr<RowReader>(std::move(reader));
}

std::unique_ptr<RowReader> openNoRows(const TableShape &shape)
{
    return std::make_unique<NoRows>(shape);
}

} // namespace galley
