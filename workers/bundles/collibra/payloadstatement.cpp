// SPDX-License-Identifier: MIT
#include "workers/bundles/collibra/payloadstatement.h"

#include "workers/base/numbers.h"
#include "workers/formats/sql/sqllexer.h"

namespace galley {

namespace {

const QString kOnlyInsert = QStringLiteral("Only one INSERT of literals may stand in an entry.");

class Parser
{
public:
    Parser(const PayloadEntry &entry, const Place &place, Arena &arena)
        : m_lexer(
            openMemory(QByteArray::fromRawData(entry.text.data(), static_cast<qsizetype>(entry.text.size())),
                       place.file),
            SqlDialect::Standard)
        , m_place(place)
        , m_arena(arena)
    {
    }
    Result<void> run(PayloadStatement &statement);

private:
    Result<SqlToken> token()
    {
        auto next = m_lexer.next(m_arena);
        if (next)
            return next;
        Error error = std::move(next).error();
        error.where = m_place;
        return error;
    }
    Error refused(const SqlToken &token, const QString &what) const
    {
        const QString found = token.kind == SqlToken::Kind::End ? QStringLiteral("its end")
                                                                : QLatin1Char('"')
                + QString::fromUtf8(token.text.data(),
                                    static_cast<qsizetype>(std::min<size_t>(token.text.size(), 60)))
                + QLatin1Char('"');
        return {token.kind == SqlToken::Kind::End ? ErrorKind::Truncated : ErrorKind::UnsafeStatement,
                QStringLiteral("entry %1: ").arg(m_place.line) + what.arg(found), kOnlyInsert, m_place};
    }
    Result<QString> name(const SqlToken &token, const QString &what) const
    {
        if (token.kind != SqlToken::Kind::Word && token.kind != SqlToken::Kind::QuotedName)
            return refused(token, QStringLiteral("%1 is no name of ") + what);
        return QString::fromUtf8(token.text.data(), static_cast<qsizetype>(token.text.size()));
    }
    Result<SqlToken> readTable(TableName &table);
    Result<void> readColumns(QStringList &columns);
    Result<Cell> readValue();
    Result<void> readValues(std::vector<Cell> &values);

    SqlLexer m_lexer;
    const Place &m_place;
    Arena &m_arena;
};

/// Returns what follows.
Result<SqlToken> Parser::readTable(TableName &table)
{
    ASSIGN_OR_RETURN(const SqlToken first, token());
    ASSIGN_OR_RETURN(table.name, name(first, QStringLiteral("a table")));
    ASSIGN_OR_RETURN(const SqlToken after, token());
    if (!after.isSymbol('.'))
        return after;
    table.schema = table.name;
    ASSIGN_OR_RETURN(const SqlToken second, token());
    ASSIGN_OR_RETURN(table.name, name(second, QStringLiteral("a table")));
    return token();
}

Result<void> Parser::readColumns(QStringList &columns)
{
    for (;;) {
        ASSIGN_OR_RETURN(const SqlToken word, token());
        ASSIGN_OR_RETURN(const QString column, name(word, QStringLiteral("a column")));
        if (columns.contains(column))
            return Error{
                ErrorKind::Duplicate,
                QStringLiteral("entry %1 names the column %2 twice").arg(m_place.line).arg(column.left(60)),
                {},
                m_place};
        columns += column;
        ASSIGN_OR_RETURN(const SqlToken next, token());
        if (next.isSymbol(')'))
            return {};
        if (!next.isSymbol(','))
            return refused(next, QStringLiteral("%1 in the list of columns"));
    }
}

Result<Cell> Parser::readValue()
{
    ASSIGN_OR_RETURN(SqlToken value, token());
    std::string sign;
    if (value.isSymbol('-') || value.isSymbol('+')) {
        sign = value.text == "-" ? "-" : "";
        ASSIGN_OR_RETURN(value, token());
        if (value.kind != SqlToken::Kind::Number)
            return refused(value, QStringLiteral("a sign is followed by %1"));
    }
    switch (value.kind) {
    case SqlToken::Kind::String:
        return Cell::text(value.text);
    case SqlToken::Kind::Number: {
        const std::string text = sign + std::string(value.text);
        if (!isDecimal(text))
            return refused(value, QStringLiteral("%1 is no number"));
        return Cell::text(m_arena.store(text));
    }
    case SqlToken::Kind::Word:
        if (value.isWord("NULL"))
            return Cell::null();
        if (value.isWord("TRUE") || value.isWord("FALSE"))
            return Cell::text(value.isWord("TRUE") ? std::string_view("true") : std::string_view("false"));
        break;
    default:
        break;
    }
    return refused(value, QStringLiteral("%1 is no literal"));
}

Result<void> Parser::readValues(std::vector<Cell> &values)
{
    for (;;) {
        ASSIGN_OR_RETURN(const Cell value, readValue());
        values.push_back(value);
        ASSIGN_OR_RETURN(const SqlToken next, token());
        if (next.isSymbol(')'))
            return {};
        if (!next.isSymbol(','))
            return refused(next, QStringLiteral("%1 after a value"));
    }
}

Result<void> Parser::run(PayloadStatement &statement)
{
    ASSIGN_OR_RETURN(const SqlToken insert, token());
    if (!insert.isWord("INSERT"))
        return refused(insert, QStringLiteral("it begins with %1, not with INSERT"));
    ASSIGN_OR_RETURN(const SqlToken into, token());
    if (!into.isWord("INTO"))
        return refused(into, QStringLiteral("INSERT is followed by %1, not by INTO"));
    ASSIGN_OR_RETURN(const SqlToken open, readTable(statement.table));
    if (!open.isSymbol('('))
        return refused(open, QStringLiteral("the table is followed by %1, not by its columns"));
    RETURN_IF_ERROR(readColumns(statement.columns));
    ASSIGN_OR_RETURN(const SqlToken values, token());
    if (!values.isWord("VALUES"))
        return refused(values, QStringLiteral("the columns are followed by %1, not by VALUES"));
    ASSIGN_OR_RETURN(const SqlToken brace, token());
    if (!brace.isSymbol('('))
        return refused(brace, QStringLiteral("VALUES is followed by %1"));
    RETURN_IF_ERROR(readValues(statement.values));
    ASSIGN_OR_RETURN(SqlToken end, token());
    if (end.isSymbol(';')) {
        ASSIGN_OR_RETURN(end, token());
    }
    if (end.kind != SqlToken::Kind::End)
        return refused(end, QStringLiteral("more follows the INSERT: %1"));
    if (statement.values.size() == static_cast<size_t>(statement.columns.size()))
        return {};
    return Error{ErrorKind::Schema,
                 QStringLiteral("entry %1 has %2 columns and %3 values")
                     .arg(m_place.line)
                     .arg(statement.columns.size())
                     .arg(statement.values.size()),
                 {},
                 m_place};
}

} // namespace

Result<void> PayloadParser::parse(const PayloadEntry &entry, const Place &place, Arena &arena)
{
    m_statement.table = {};
    m_statement.columns.clear();
    m_statement.values.clear();
    return Parser(entry, place, arena).run(m_statement);
}

} // namespace galley
