// SPDX-License-Identifier: MIT
#include "workers/formats/csv/csvreader.h"

#include "workers/base/datetime.h"
#include "workers/formats/columnsurvey.h"
#include "workers/formats/csv/csvparser.h"
#include "workers/formats/nativecell.h"

#include <QSet>

#include <algorithm>
#include <cstring>

namespace galley {

namespace {

constexpr size_t kMaxField = 64 * 1024 * 1024;
constexpr size_t kMaxColumns = 100'000;

QString shown(std::string_view text, size_t limit = 60)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min(text.size(), limit)));
}

bool isNumeric(LogicalType type)
{
    return type == LogicalType::Integer || type == LogicalType::Unsigned || type == LogicalType::Real
        || type == LogicalType::Decimal;
}

bool isDated(LogicalType type)
{
    return type == LogicalType::Date || type == LogicalType::DateTime || type == LogicalType::DateTimeTz;
}

class CsvReader final : public RowReader
{
public:
    CsvReader(std::unique_ptr<ByteSource> source, const CsvDialect &dialect, const FormatReadRequest &request,
              size_t blockSize);

    Result<void> open(qsizetype skip);
    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override;
    qint64 bytesRead() const override { return m_buffer.consumed(); }
    qint64 bytesTotal() const override { return m_buffer.size(); }
    /// Columns of numbers with a fraction in which `1,5` is read as 1.5.
    QStringList columnsWithComma() const;

private:
    /// False at the end.
    Result<bool> nextRow();
    Result<void> readNames();
    Result<void> readHeader(const std::vector<QString> &names);
    Result<bool> appendRow(RowBatch &batch);
    qsizetype decodeRow(RowBatch &batch, std::span<Cell> row) const;
    Result<void> refuseCell(size_t column);
    bool setText(const CsvField &field, size_t column, Arena &arena, Cell &cell) const;
    bool takePoint(std::string_view text, Arena &arena, Cell &cell) const;
    bool takeDate(std::string_view text, Arena &arena, Cell &cell) const;
    bool isNull(const CsvField &field) const
    {
        return !field.isQuoted && field.size == m_dialect.nullToken.size()
            && field.view() == m_dialect.nullToken;
    }
    Result<void> refuse(Error error, const QString &column, std::string_view value);
    Error problem(CsvParser::Outcome outcome) const;
    Error errorAt(ErrorKind kind, const char *at, const QString &message, const QString &hint) const;

    CsvDialect m_dialect;
    const TableShape *m_expected; ///< good until open() has returned
    RejectSink *m_rejects;
    RecordBuffer m_buffer;
    CsvParser m_parser;
    TableShape m_shape;
    std::vector<NativeColumn> m_columns; ///< Native or tagged only
    std::vector<bool> m_takesPoint; ///< columns of numbers, where the comma is the decimal sign
    std::vector<bool> m_takesDate; ///< columns of dates, where day or month come first
    bool m_isPlainText = true; ///< fields are cells as they are
};

CsvReader::CsvReader(std::unique_ptr<ByteSource> source, const CsvDialect &dialect,
                     const FormatReadRequest &request, size_t blockSize)
    : m_dialect(dialect)
    , m_expected(request.expected)
    , m_rejects(request.rejects)
    , m_buffer(std::move(source), blockSize)
    , m_parser(dialect)
{
    m_shape.name = request.table;
    m_shape.origin = CellOrigin::Lexical;
}

Error CsvReader::errorAt(ErrorKind kind, const char *at, const QString &message, const QString &hint) const
{
    return {kind, message, hint, m_buffer.placeOf(at)};
}

Error CsvReader::problem(CsvParser::Outcome outcome) const
{
    const char *at = m_parser.problem();
    if (outcome == CsvParser::Outcome::Unterminated)
        return errorAt(ErrorKind::Malformed, at, QStringLiteral("the quote that opens here is never closed"),
                       QStringLiteral("Close it, or double it if it belongs to the value."));
    if (outcome == CsvParser::Outcome::QuoteInside)
        return errorAt(
            ErrorKind::Malformed, at, QStringLiteral("a quote inside a field that is not quoted"),
            QStringLiteral("Quote the field and double the quotes in it, or set quote to nothing."));
    return errorAt(ErrorKind::Malformed, at, QStringLiteral("text after the closing quote"),
                   QStringLiteral("Double the quotes that belong to the value."));
}

Result<bool> CsvReader::nextRow()
{
    for (;;) {
        const CsvParser::Outcome outcome = m_parser.parseRow();
        const bool isRow = outcome == CsvParser::Outcome::Row;
        if (m_buffer.invalidUtf8() < (isRow ? m_parser.next() : m_buffer.end()))
            return m_buffer.invalidUtf8Error();
        if (isRow) {
            const auto size = static_cast<size_t>(m_parser.next() - m_parser.rowStart());
            if (size > kMaxField
                && std::any_of(m_parser.fields().begin(), m_parser.fields().end(),
                               [](const CsvField &field) { return field.size > kMaxField; }))
                return errorAt(ErrorKind::Limit, m_parser.rowStart(),
                               QStringLiteral("a field of more than 64 MiB"), {});
            return true;
        }
        if (outcome == CsvParser::Outcome::End)
            return false;
        if (outcome != CsvParser::Outcome::NeedMore)
            return problem(outcome);
        if (static_cast<size_t>(m_buffer.end() - m_parser.openField()) > kMaxField)
            return errorAt(ErrorKind::Limit, m_parser.openField(),
                           QStringLiteral("a field of more than 64 MiB"),
                           QStringLiteral("Check the quotes and the line ends."));
        RETURN_IF_ERROR(m_buffer.more());
        m_parser.setWindow(m_buffer.begin(), m_buffer.end(), m_buffer.isAtEnd());
    }
}

Result<void> CsvReader::open(qsizetype skip)
{
    if (!m_buffer.isAtEnd())
        RETURN_IF_ERROR(m_buffer.more());
    while (m_buffer.end() - m_buffer.begin() < skip && !m_buffer.isAtEnd())
        RETURN_IF_ERROR(m_buffer.more());
    m_buffer.consumeTo(m_buffer.begin() + skip);
    m_parser.setWindow(m_buffer.begin(), m_buffer.end(), m_buffer.isAtEnd());
    m_parser.setFieldLimit(kMaxColumns + 1);
    RETURN_IF_ERROR(readNames());
    m_parser.setFieldLimit(m_shape.columns.size() + 1);
    m_expected = nullptr;
    return {};
}

Result<void> CsvReader::readNames()
{
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRow, nextRow());
        if (!hasRow)
            return errorAt(ErrorKind::Malformed, m_buffer.begin(),
                           QStringLiteral("there is no header: the file is empty"),
                           QStringLiteral("Give a file with at least a line of column names."));
        if (!m_parser.isBlank())
            break;
        m_buffer.consumeTo(m_parser.next(), m_parser.lines());
    }
    const size_t width = m_parser.fieldCount();
    if (width > kMaxColumns)
        return errorAt(ErrorKind::Limit, m_parser.rowStart(),
                       QStringLiteral("the first line has more than %1 fields").arg(kMaxColumns),
                       QStringLiteral("Check the delimiter and the line ends."));
    std::vector<QString> names;
    for (size_t i = 0; i < width; ++i) {
        const CsvField &field = m_parser.fields()[i];
        std::string name(field.view());
        if (field.hasEscapes)
            name.resize(static_cast<size_t>(m_parser.unescape(field, name.data()) - name.data()));
        names.push_back(QString::fromStdString(name));
    }
    if (m_dialect.hasHeader) {
        RETURN_IF_ERROR(readHeader(names));
        m_buffer.consumeTo(m_parser.next(), m_parser.lines());
        return {};
    }
    const bool isKnown = m_expected != nullptr && m_expected->columns.size() == width;
    for (size_t i = 0; i < width; ++i)
        names[i] = isKnown ? m_expected->columns[i].name : QStringLiteral("column%1").arg(i + 1);
    RETURN_IF_ERROR(readHeader(names));
    m_parser.setWindow(m_buffer.begin(), m_buffer.end(), m_buffer.isAtEnd());
    return {};
}

/// Makes the columns: those of what is expected where it knows the name.
Result<void> CsvReader::readHeader(const std::vector<QString> &names)
{
    QSet<QString> seen;
    const bool isNative = m_expected != nullptr && m_expected->origin == CellOrigin::Native;
    for (size_t i = 0; i < names.size(); ++i) {
        const QString &name = names[i];
        if (name.isEmpty())
            return errorAt(ErrorKind::Schema, m_parser.rowStart(),
                           QStringLiteral("column %1 has no name").arg(i + 1),
                           QStringLiteral("Give it a name in the first line."));
        if (seen.contains(name))
            return errorAt(ErrorKind::Duplicate, m_parser.rowStart(),
                           QStringLiteral("the column name \"%1\" appears twice").arg(name.left(60)),
                           QStringLiteral("Rename one of them."));
        seen.insert(name);
        Column column;
        column.name = name;
        const int index = m_expected == nullptr ? -1 : m_expected->indexOf(name);
        if (index >= 0) {
            column = m_expected->columns[static_cast<size_t>(index)];
            column.name = name;
        } else if (isNative) {
            return errorAt(ErrorKind::Schema, m_parser.rowStart(),
                           QStringLiteral("the column \"%1\" is not one of the table").arg(name.left(60)),
                           {});
        }
        m_shape.columns.push_back(std::move(column));
    }
    if (isNative) {
        m_shape.origin = CellOrigin::Native;
        m_shape.engine = m_expected->engine;
        if (m_shape.name.name.isEmpty())
            m_shape.name = m_expected->name;
        for (const int key : m_expected->key)
            m_shape.key.push_back(m_shape.indexOf(m_expected->columns[static_cast<size_t>(key)].name));
    }
    const bool isSqlite = m_shape.engine == QLatin1String("sqlite");
    for (const Column &column : m_shape.columns) {
        m_takesPoint.push_back(m_dialect.hasDecimalComma && isNumeric(column.type));
        m_takesDate.push_back(m_dialect.dates != CsvDialect::Dates::Iso && isDated(column.type));
        if (isNative)
            m_columns.emplace_back(column, isSqlite, m_dialect.isTagged);
    }
    const auto isAny = [](const std::vector<bool> &all) {
        return std::find(all.begin(), all.end(), true) != all.end();
    };
    const bool rewrites = isAny(m_takesPoint) || isAny(m_takesDate);
    m_isPlainText = !isNative && !rewrites && !m_dialect.isSpreadsheetSafe;
    return {};
}

QStringList CsvReader::columnsWithComma() const
{
    QStringList names;
    for (size_t i = 0; i < m_takesPoint.size(); ++i) {
        const LogicalType type = m_shape.columns[i].type;
        if (m_takesPoint[i] && (type == LogicalType::Real || type == LogicalType::Decimal))
            names.append(m_shape.columns[i].name);
    }
    return names;
}

Result<bool> CsvReader::read(RowBatch &batch)
{
    batch.clear(m_shape.columnCount());
    const void *kept = nullptr;
    const qint64 start = m_buffer.consumed();
    const bool isSingle = m_shape.columns.size() == 1;
    while (!batch.isFull() && m_buffer.consumed() - start < static_cast<qint64>(RowBatch::kFullBytes)) {
        ASSIGN_OR_RETURN(const bool hasRow, nextRow());
        if (!hasRow)
            break;
        const bool isSkipped = m_parser.isBlank() && (!isSingle || m_dialect.skipsBlankLines);
        if (!isSkipped) {
            ASSIGN_OR_RETURN(const bool isTaken, appendRow(batch));
            if (isTaken && m_buffer.block().get() != kept) {
                kept = m_buffer.block().get();
                batch.keepAlive(m_buffer.block());
            }
        }
        m_buffer.consumeTo(m_parser.next(), m_parser.lines());
    }
    return !batch.isEmpty();
}

/// False where the row went to the rejects.
Result<bool> CsvReader::appendRow(RowBatch &batch)
{
    const size_t width = m_shape.columns.size();
    const bool isFilled = m_dialect.fillsShortRows && m_parser.fieldCount() < width;
    if (m_parser.fieldCount() != width && !isFilled) {
        const QString message = QStringLiteral("line %1 has %2 fields, the table has %3 columns")
                                    .arg(m_buffer.line())
                                    .arg(m_parser.fieldCount())
                                    .arg(width);
        Error error{ErrorKind::Schema, message,
                    QStringLiteral("Repair the line: quote fields that hold the delimiter."),
                    m_buffer.place()};
        error.where.line = m_buffer.line();
        RETURN_IF_ERROR(refuse(std::move(error), {}, {}));
        return false;
    }
    const std::span<Cell> row = batch.appendRow(m_buffer.line());
    if (!m_isPlainText) {
        const qsizetype broken = decodeRow(batch, row);
        if (broken < 0)
            return true;
        batch.removeLastRow();
        RETURN_IF_ERROR(refuseCell(static_cast<size_t>(broken)));
        return false;
    }
    const CsvField *field = m_parser.fields().data();
    for (Cell &cell : row.first(m_parser.fieldCount())) {
        if (field->hasEscapes && !isNull(*field)) {
            char *text = batch.arena().allocate(field->size);
            cell = Cell::text({text, static_cast<size_t>(m_parser.unescape(*field, text) - text)});
        } else if (!isNull(*field)) {
            cell = Cell::text(field->view());
        }
        ++field;
    }
    return true;
}

/// Index of the column whose field is no value of it; -1 where all are.
qsizetype CsvReader::decodeRow(RowBatch &batch, std::span<Cell> row) const
{
    for (size_t c = 0; c < m_parser.fieldCount(); ++c) {
        const CsvField &field = m_parser.fields()[c];
        if (!isNull(field) && !setText(field, c, batch.arena(), row[c]))
            return static_cast<qsizetype>(c);
    }
    return -1;
}

Result<void> CsvReader::refuseCell(size_t column)
{
    const CsvField &field = m_parser.fields()[column];
    const QString expectation = !m_columns.empty() ? m_columns[column].expectation()
        : m_takesDate[column]                      ? QStringLiteral("a date in the order that was said")
                                                   : QStringLiteral("a number with a decimal comma");
    Error error{ErrorKind::Value,
                QStringLiteral("\"%1\" in column %2 is not %3")
                    .arg(shown(field.view()), m_shape.columns[column].name, expectation),
                QStringLiteral("Repair the value."), m_buffer.place()};
    error.where.line = m_buffer.line();
    return refuse(std::move(error), m_shape.columns[column].name, field.view());
}

bool CsvReader::setText(const CsvField &field, size_t column, Arena &arena, Cell &cell) const
{
    std::string_view text = field.view();
    if (field.hasEscapes) {
        char *plain = arena.allocate(field.size);
        text = {plain, static_cast<size_t>(m_parser.unescape(field, plain) - plain)};
    }
    if (m_dialect.isSpreadsheetSafe && text.size() > 1 && text.front() == '\''
        && std::string_view("=+-@\t\r'").find(text[1]) != std::string_view::npos)
        text.remove_prefix(1);
    cell = Cell::text(text);
    if (m_takesPoint[column] && !takePoint(text, arena, cell))
        return false;
    if (m_takesDate[column] && !takeDate(text, arena, cell))
        return false;
    return m_columns.empty() || m_columns[column].decode(cell.view(), arena, cell);
}

/// `31/12/1999 10:00` as `1999-12-31 10:00`; what is written in ISO's way already stays. Another form, or a
/// day that does not exist: false.
bool CsvReader::takeDate(std::string_view text, Arena &arena, Cell &cell) const
{
    const std::string iso = isoDate(text, m_dialect.dates == CsvDialect::Dates::DayFirst);
    if (iso.empty())
        return checkDateText(text, LogicalType::DateTime) == DateFault::None;
    const size_t end = std::min(text.find_first_of(" T"), text.size());
    char *copy = arena.allocate(iso.size() + text.size() - end);
    std::memcpy(copy, iso.data(), iso.size());
    std::memcpy(copy + iso.size(), text.data() + end, text.size() - end);
    cell = Cell::text({copy, iso.size() + text.size() - end});
    return checkDateText(iso, LogicalType::Date) == DateFault::None;
}

/// `1,5` as `1.5`. A point could mean thousands: false.
bool CsvReader::takePoint(std::string_view text, Arena &arena, Cell &cell) const
{
    if (text.find_first_not_of("0123456789,.-+eE") != std::string_view::npos)
        return true;
    if (text.find('.') != std::string_view::npos)
        return false;
    const size_t comma = text.find(',');
    if (comma == std::string_view::npos)
        return true;
    char *copy = arena.allocate(text.size());
    std::memcpy(copy, text.data(), text.size());
    copy[comma] = '.';
    cell = Cell::text({copy, text.size()});
    return true;
}

Result<void> CsvReader::refuse(Error error, const QString &column, std::string_view value)
{
    if (m_rejects == nullptr)
        return error;
    Reject reject;
    reject.table = m_shape.name;
    reject.where = error.where;
    reject.column = column;
    reject.value = shown(value, 200);
    reject.kind = error.kind;
    reject.reason = error.message;
    reject.raw = QByteArray(m_parser.rowStart(), m_parser.rowEnd() - m_parser.rowStart());
    m_rejects->reject(std::move(reject));
    return {};
}

void tellGuesses(const QString &encoding, const QStringList &commas, const Place &place,
                 std::vector<Error> &warnings)
{
    if (!encoding.isEmpty())
        warnings.push_back({ErrorKind::Encoding,
                            QStringLiteral("taken for %1, without a byte order mark").arg(encoding),
                            QStringLiteral("Say it with --option encoding=%1.").arg(encoding), place});
    if (!commas.isEmpty())
        warnings.push_back({ErrorKind::Ambiguous,
                            QStringLiteral("the comma is taken for the decimal sign: %1")
                                .arg(commas.join(QStringLiteral(", "))),
                            QStringLiteral("Say it with --option decimal=, or decimal=."), place});
}

} // namespace

Result<std::unique_ptr<RowReader>> openCsvReader(std::unique_ptr<ByteSource> source,
                                                 const FormatReadRequest &request, size_t blockSize)
{
    const bool isNative = request.expected != nullptr && request.expected->origin == CellOrigin::Native;
    const QString said = request.options.text(QStringLiteral("encoding"));
    ASSIGN_OR_RETURN(
        TextInput input,
        openText(std::move(source), isNative && said.isEmpty() ? QStringLiteral("utf-8") : said));
    CsvDialect dialect;
    qsizetype skip = 0;
    if (isNative) {
        RETURN_IF_ERROR(dialect.take(request.options));
    } else {
        ASSIGN_OR_RETURN(CsvGuess guess, guessCsv(input, request.options, request.expected));
        Place place = input.source->place();
        place.line = 1;
        if (!guess.doubt.isEmpty())
            return Error{ErrorKind::Ambiguous, guess.doubt, guess.hint, place};
        dialect = guess.dialect;
        skip = guess.skip;
    }
    const Place place = input.source->place();
    auto reader = std::make_unique<CsvReader>(std::move(input.source), dialect, request, blockSize);
    RETURN_IF_ERROR(reader->open(skip));
    if (request.detected != nullptr)
        request.detected->set(QStringLiteral("delimiter"), QString(QLatin1Char(dialect.delimiter)));
    if (request.warnings != nullptr && !isNative) {
        const bool isGuessed = said.isEmpty() && !input.hasBom && input.encoding != QLatin1String("utf-8");
        tellGuesses(isGuessed ? input.encoding : QString(),
                    request.options.has(QStringLiteral("decimal")) ? QStringList()
                                                                   : reader->columnsWithComma(),
                    place, *request.warnings);
    }
    return std::unique_ptr<RowReader>(std::move(reader));
}

} // namespace galley
