// SPDX-License-Identifier: MIT
#include "workers/formats/sql/sqlreader.h"

#include "workers/base/numbers.h"
#include "workers/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace galley {

namespace {

const QString kOnlyRows =
    QStringLiteral("Only INSERT statements of literals and COPY … FROM stdin are read.");

QString textOf(const SqlToken &token)
{
    if (token.kind == SqlToken::Kind::End)
        return QStringLiteral("the end of the file");
    return QLatin1Char('"')
        + QString::fromUtf8(token.text.data(),
                            static_cast<qsizetype>(std::min<size_t>(token.text.size(), 60)))
        + QLatin1Char('"');
}

QString nameOf(const SqlToken &token)
{
    return QString::fromUtf8(token.text.data(), static_cast<qsizetype>(token.text.size()));
}

bool isName(const SqlToken &token)
{
    return token.kind == SqlToken::Kind::Word || token.kind == SqlToken::Kind::QuotedName;
}

} // namespace

SqlReader::SqlReader(std::unique_ptr<ByteSource> source, SqlDialect dialect, const FormatReadRequest &request)
    : m_lexer(std::move(source), dialect)
    , m_wanted(request.table)
{
    if (request.expected != nullptr)
        m_expected = *request.expected;
    m_isNative = request.expected != nullptr && request.expected->origin == CellOrigin::Native;
    m_shape.name = request.table;
    m_shape.origin = m_isNative ? CellOrigin::Native : CellOrigin::Typed;
    m_shape.engine = m_expected.engine;
}

Error SqlReader::refused(const SqlToken &token, const QString &what) const
{
    const ErrorKind kind =
        token.kind == SqlToken::Kind::End ? ErrorKind::Truncated : ErrorKind::UnsafeStatement;
    return m_lexer.error(kind, what.arg(textOf(token)), kOnlyRows, token.line);
}

Result<void> SqlReader::open()
{
    while (m_state == State::BetweenStatements)
        RETURN_IF_ERROR(beginStatement());
    if (m_hasColumns)
        return {};
    if (m_expected.columns.empty())
        return m_lexer.error(ErrorKind::Schema,
                             QStringLiteral("there is no INSERT and no COPY in this script"), kOnlyRows);
    m_shape.columns = m_expected.columns;
    return {};
}

Result<void> SqlReader::beginStatement()
{
    m_ownArena.clear();
    ASSIGN_OR_RETURN(const SqlToken first, token());
    if (first.kind == SqlToken::Kind::End) {
        m_state = State::AtEnd;
        return {};
    }
    if (first.isSymbol(';'))
        return {};
    if (first.isWord("INSERT"))
        return beginInsert();
    if (first.isWord("COPY"))
        return beginCopy();
    return refused(first, QStringLiteral("a statement that begins with %1 is not read"));
}

Result<void> SqlReader::beginInsert()
{
    ASSIGN_OR_RETURN(const SqlToken into, token());
    if (!into.isWord("INTO"))
        return refused(into, QStringLiteral("INSERT is followed by %1, not by INTO"));
    SqlToken next;
    ASSIGN_OR_RETURN(const TableName table, readTableName(next));
    const qint64 line = next.line;
    QStringList columns;
    if (next.isSymbol('(')) {
        ASSIGN_OR_RETURN(columns, readColumns(next));
    }
    if (!next.isWord("VALUES"))
        return refused(next, QStringLiteral("the table is followed by %1, not by VALUES"));
    RETURN_IF_ERROR(takeTable(table, line));
    RETURN_IF_ERROR(takeColumns(columns, line));
    m_state = State::InValues;
    m_isAfterComma = true;
    return {};
}

Result<void> SqlReader::beginCopy()
{
    SqlToken next;
    ASSIGN_OR_RETURN(const TableName table, readTableName(next));
    const qint64 line = next.line;
    QStringList columns;
    if (next.isSymbol('(')) {
        ASSIGN_OR_RETURN(columns, readColumns(next));
    }
    if (!next.isWord("FROM"))
        return refused(next, QStringLiteral("COPY is followed by %1, not by FROM stdin"));
    ASSIGN_OR_RETURN(const SqlToken from, token());
    if (!from.isWord("STDIN"))
        return refused(from, QStringLiteral("COPY FROM %1 is not read"));
    ASSIGN_OR_RETURN(const SqlToken end, token());
    if (!end.isSymbol(';'))
        return refused(
            end, QStringLiteral("COPY … FROM stdin is followed by %1; only the plain text form is read"));
    RETURN_IF_ERROR(takeTable(table, line));
    RETURN_IF_ERROR(takeColumns(columns, line));
    ASSIGN_OR_RETURN(const auto rest, m_lexer.readLine());
    if (!rest || rest->find_first_not_of(" \t\r") != std::string_view::npos)
        return m_lexer.error(ErrorKind::Malformed, QStringLiteral("COPY … FROM stdin; must end its line"), {},
                             line);
    m_state = State::InCopy;
    return {};
}

Result<TableName> SqlReader::readTableName(SqlToken &after)
{
    TableName table;
    ASSIGN_OR_RETURN(const SqlToken name, token());
    if (!isName(name))
        return refused(name, QStringLiteral("%1 is not a table name"));
    table.name = nameOf(name);
    ASSIGN_OR_RETURN(after, token());
    if (after.isSymbol('.')) {
        ASSIGN_OR_RETURN(const SqlToken second, token());
        if (!isName(second))
            return refused(second, QStringLiteral("%1 is not a table name"));
        table.schema = std::exchange(table.name, nameOf(second));
        ASSIGN_OR_RETURN(after, token());
    }
    return table;
}

Result<void> SqlReader::takeTable(const TableName &table, qint64 line)
{
    if (m_wanted.name.isEmpty()) {
        m_wanted.name = table.name;
        m_shape.name = m_wanted;
        m_tableLine = line;
    }
    const bool isOtherSchema = !table.schema.isEmpty() && table.schema != m_wanted.schema
        && table.schema != QLatin1String("main") && table.schema != QLatin1String("public");
    if (isOtherSchema || table.name.compare(m_wanted.name, Qt::CaseInsensitive) != 0)
        return m_lexer.error(
            ErrorKind::Schema,
            QStringLiteral("rows for table %1 where only table %2 is imported")
                .arg(table.toString(), m_wanted.name),
            QStringLiteral("Import each table from a script of its own, or name the table with --table."),
            line);
    return {};
}

Result<QStringList> SqlReader::readColumns(SqlToken &after)
{
    QStringList columns;
    for (;;) {
        ASSIGN_OR_RETURN(const SqlToken name, token());
        if (!isName(name))
            return refused(name, QStringLiteral("%1 is not a column name"));
        const QString column = nameOf(name);
        if (columns.contains(column))
            return m_lexer.error(ErrorKind::Duplicate, QStringLiteral("column %1 is named twice").arg(column),
                                 {}, name.line);
        columns += column;
        ASSIGN_OR_RETURN(const SqlToken next, token());
        if (next.isSymbol(')'))
            break;
        if (!next.isSymbol(','))
            return refused(next, QStringLiteral("%1 in a list of columns"));
    }
    ASSIGN_OR_RETURN(after, token());
    return columns;
}

Result<void> SqlReader::takeColumns(const QStringList &columns, qint64 line)
{
    if (columns.isEmpty() && !m_hasColumns && m_expected.columns.empty())
        return m_lexer.error(ErrorKind::Schema,
                             QStringLiteral("the statement names no columns, and the table is not known"),
                             QStringLiteral("Import into an existing table, or add the column names."), line);
    if (!m_hasColumns) {
        m_hasColumns = true;
        if (columns.isEmpty()) {
            m_shape.columns = m_expected.columns;
        } else {
            for (const QString &column : columns) {
                const int known = m_isNative ? m_expected.indexOf(column) : -1;
                Column made;
                made.name = column;
                m_shape.columns.push_back(known < 0 ? made : m_expected.columns[static_cast<size_t>(known)]);
            }
        }
    }
    m_order.clear();
    if (columns.isEmpty()) {
        for (size_t i = 0; i < m_shape.columns.size(); ++i)
            m_order.push_back(i);
        return {};
    }
    for (const QString &column : columns) {
        const int at = m_shape.indexOf(column);
        if (at < 0)
            return m_lexer.error(
                ErrorKind::Schema,
                QStringLiteral("column %1 is not among those of the first statement").arg(column), {}, line);
        m_order.push_back(static_cast<size_t>(at));
    }
    if (m_order.size() != m_shape.columns.size())
        return m_lexer.error(ErrorKind::Schema,
                             QStringLiteral("%1 columns are named, %2 in the first statement")
                                 .arg(m_order.size())
                                 .arg(m_shape.columns.size()),
                             {}, line);
    return {};
}

Result<bool> SqlReader::read(RowBatch &batch)
{
    batch.clear(m_shape.columnCount());
    m_arena = &batch.arena();
    while (m_state != State::AtEnd && !batch.isFull()) {
        if (m_state == State::BetweenStatements) {
            m_arena = &m_ownArena;
            RETURN_IF_ERROR(beginStatement());
            m_arena = &batch.arena();
        } else if (m_state == State::InValues) {
            RETURN_IF_ERROR(readTuple(batch));
        } else {
            ASSIGN_OR_RETURN(const bool isRow, readCopyRow(batch));
            if (!isRow)
                m_state = State::BetweenStatements;
        }
    }
    return !batch.isEmpty();
}

Result<void> SqlReader::readTuple(RowBatch &batch)
{
    ASSIGN_OR_RETURN(const SqlToken open, token());
    if (!m_isAfterComma) {
        if (open.isSymbol(';') || open.kind == SqlToken::Kind::End) {
            m_state = State::BetweenStatements;
            return {};
        }
        if (!open.isSymbol(','))
            return refused(open, QStringLiteral("%1 after the values of a row"));
        m_isAfterComma = true;
        return {};
    }
    if (!open.isSymbol('('))
        return refused(open, QStringLiteral("%1 where a row of values should begin"));
    const std::span<Cell> row = batch.appendRow(open.line);
    for (size_t i = 0;; ++i) {
        ASSIGN_OR_RETURN(const SqlToken first, token());
        ASSIGN_OR_RETURN(const Cell cell, readLiteral(first));
        if (i < m_order.size())
            row[m_order[i]] = cell;
        ASSIGN_OR_RETURN(const SqlToken next, token());
        if (next.isSymbol(',') && i < 100'000)
            continue;
        if (!next.isSymbol(')'))
            return refused(next, QStringLiteral("%1 after a value: only literals are read"));
        if (i + 1 != m_order.size())
            return m_lexer.error(ErrorKind::Schema,
                                 QStringLiteral("%1 values for %2 columns").arg(i + 1).arg(m_order.size()),
                                 {}, open.line);
        break;
    }
    m_isAfterComma = false;
    return {};
}

Result<Cell> SqlReader::readLiteral(SqlToken first)
{
    switch (first.kind) {
    case SqlToken::Kind::String:
        return Cell::text(first.text);
    case SqlToken::Kind::Blob:
        return Cell::bytes(first.text).pinned();
    case SqlToken::Kind::Number:
        return readNumber(first, false);
    case SqlToken::Kind::Symbol:
        if (first.isSymbol('-') || first.isSymbol('+')) {
            const bool isNegative = first.isSymbol('-');
            ASSIGN_OR_RETURN(const SqlToken number, token());
            if (number.kind == SqlToken::Kind::Number)
                return readNumber(number, isNegative);
            return refused(number, QStringLiteral("a sign is followed by %1, not by a number"));
        }
        break;
    case SqlToken::Kind::Word:
        if (first.isWord("NULL"))
            return Cell();
        if (first.isWord("TRUE"))
            return Cell::integer(1);
        if (first.isWord("FALSE"))
            return Cell::integer(0);
        if (first.isWord("CAST"))
            return readCast();
        break;
    default:
        break;
    }
    return refused(first, QStringLiteral("%1 is not a literal"));
}

Result<Cell> SqlReader::readNumber(SqlToken number, bool isNegative)
{
    std::string text(isNegative ? "-" : "");
    text += number.text;
    if (const std::optional<qint64> integer = parseInteger(text))
        return Cell::integer(*integer);
    if (!isDecimal(text))
        return refused(number, QStringLiteral("%1 is not a number"));
    const std::optional<double> real = parseReal(text);
    // SQLite's own way to write the infinities, and ours.
    if (!real && number.text == "9e999")
        return Cell::real(isNegative ? -HUGE_VAL : HUGE_VAL).pinned();
    std::array<char, kNumberRoom> room{};
    const bool isWhole = text.find_first_of(".eE") == std::string::npos;
    if (real && !isWhole
        && isSameDecimal(text,
                         {room.data(), static_cast<size_t>(writeReal(room.data(), *real) - room.data())}))
        return Cell::real(*real);
    // A double prints more digits than it has: 17 of them still mean that double.
    const size_t digits = static_cast<size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
    if (real && !isWhole && m_isNative && digits <= 20)
        return Cell::real(*real);
    return Cell::text(m_arena->store(text));
}

Result<Cell> SqlReader::readCast()
{
    const std::array<char, 2> symbols = {'(', ')'};
    ASSIGN_OR_RETURN(const SqlToken open, token());
    if (!open.isSymbol(symbols[0]))
        return refused(open, QStringLiteral("CAST is followed by %1"));
    ASSIGN_OR_RETURN(const SqlToken value, token());
    Cell cell;
    if (value.isWord("NULL") || value.isWord("CAST"))
        return refused(value, QStringLiteral("CAST of %1 is not read"));
    ASSIGN_OR_RETURN(cell, readLiteral(value));
    ASSIGN_OR_RETURN(const SqlToken as, token());
    if (!as.isWord("AS"))
        return refused(as, QStringLiteral("%1 in a CAST"));
    ASSIGN_OR_RETURN(const SqlToken type, token());
    if (type.isWord("TEXT") && cell.kind() == CellKind::Bytes) {
        if (firstInvalidUtf8(cell.view()) >= 0)
            return m_lexer.error(ErrorKind::Encoding,
                                 QStringLiteral("a CAST AS TEXT of bytes that are not UTF-8"), {}, type.line);
        cell = Cell::text(cell.view());
    } else if (!(type.isWord("TEXT") && cell.kind() == CellKind::Text)
               && !(type.isWord("INTEGER") && cell.kind() == CellKind::Integer)
               && !(type.isWord("REAL") && cell.kind() == CellKind::Real)) {
        return refused(type, QStringLiteral("a CAST of this literal AS %1 is not read"));
    }
    ASSIGN_OR_RETURN(const SqlToken close, token());
    if (!close.isSymbol(symbols[1]))
        return refused(close, QStringLiteral("%1 at the end of a CAST"));
    return cell.pinned();
}

Result<bool> SqlReader::readCopyRow(RowBatch &batch)
{
    const qint64 line = m_lexer.line();
    ASSIGN_OR_RETURN(const auto text, m_lexer.readLine());
    if (!text)
        return m_lexer.error(ErrorKind::Truncated, QStringLiteral("the COPY data do not end in \\."), {},
                             line);
    std::string_view rest = *text;
    if (rest.ends_with('\r'))
        rest.remove_suffix(1);
    if (rest == "\\.")
        return false;
    if (firstInvalidUtf8(rest) >= 0)
        return m_lexer.error(ErrorKind::Encoding, QStringLiteral("this line is not valid UTF-8"), {}, line);
    const std::span<Cell> row = batch.appendRow(line);
    size_t count = 0;
    for (bool isLast = false; !isLast; ++count) {
        const size_t tab = rest.find('\t');
        isLast = tab == std::string_view::npos;
        if (count < m_order.size()) {
            ASSIGN_OR_RETURN(row[m_order[count]], copyCell(rest.substr(0, tab), batch));
        }
        rest.remove_prefix(isLast ? rest.size() : tab + 1);
    }
    if (count != m_order.size())
        return m_lexer.error(ErrorKind::Schema,
                             QStringLiteral("%1 values for %2 columns").arg(count).arg(m_order.size()), {},
                             line);
    return true;
}

Result<Cell> SqlReader::copyCell(std::string_view text, RowBatch &batch)
{
    if (text == "\\N")
        return Cell();
    if (text.find('\\') == std::string_view::npos)
        return Cell::text(batch.arena().store(text));
    char *out = batch.arena().allocate(text.size());
    size_t size = 0;
    static constexpr std::string_view kFrom = "bfnrtv";
    static constexpr std::string_view kTo = "\b\f\n\r\t\v";
    for (size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '\\' && i + 1 < text.size()) {
            c = text[++i];
            if (const size_t at = kFrom.find(c); at != std::string_view::npos)
                c = kTo[at];
            else if (c == 'x' || (c >= '0' && c <= '7'))
                return m_lexer.error(
                    ErrorKind::Unsupported,
                    QStringLiteral("octal and hexadecimal escapes in COPY data are not read"), {},
                    m_lexer.line() - 1);
        }
        out[size++] = c;
    }
    return Cell::text({out, size});
}

} // namespace galley
