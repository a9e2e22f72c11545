// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlcomment.h"

#include "workers/engines/mysql/mysqlhandle.h"

#include <optional>
#include <string_view>

namespace galley {

namespace {

constexpr qsizetype kLongestOfTable = 2048; ///< characters
constexpr qsizetype kLongestOfColumn = 1024;

/// Walks over SQL as the server writes it: strings and names in quotes are one step, brackets are counted.
class Walker
{
public:
    explicit Walker(std::string_view sql)
        : m_sql(sql)
    {
    }
    size_t at() const { return m_at; }
    int depth() const { return m_depth; }
    bool isDone() const { return m_at >= m_sql.size(); }
    char peek() const { return m_sql[m_at]; }
    void step()
    {
        const char c = m_sql[m_at];
        if (c == '\'' || c == '"' || c == '`') {
            m_at = behindQuoted(m_at);
            return;
        }
        m_depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        ++m_at;
    }
    /// Past a word, which is returned; "" where none stands here.
    std::string_view takeWord()
    {
        const size_t start = m_at;
        while (!isDone() && isLetter(m_sql[m_at]))
            ++m_at;
        return m_sql.substr(start, m_at - start);
    }
    void skipBlanks()
    {
        while (!isDone() && (peek() == ' ' || peek() == '\n'))
            ++m_at;
    }

private:
    static bool isLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; }
    size_t behindQuoted(size_t at) const
    {
        const char quote = m_sql[at];
        for (size_t i = at + 1; i < m_sql.size(); ++i) {
            if (m_sql[i] == '\\' && quote != '`')
                ++i;
            else if (m_sql[i] == quote && i + 1 < m_sql.size() && m_sql[i + 1] == quote)
                ++i;
            else if (m_sql[i] == quote)
                return i + 1;
        }
        return m_sql.size();
    }

    std::string_view m_sql;
    size_t m_at = 0;
    int m_depth = 0;
};

/// `name` type … without the comma behind it.
std::optional<std::string_view> definitionOf(std::string_view createTable, std::string_view quotedName)
{
    Walker walker(createTable);
    while (!walker.isDone() && walker.depth() == 0)
        walker.step();
    while (!walker.isDone() && walker.depth() > 0) {
        walker.skipBlanks();
        const size_t start = walker.at();
        while (!walker.isDone() && !(walker.depth() == 1 && (walker.peek() == ',' || walker.peek() == ')')))
            walker.step();
        const std::string_view item = createTable.substr(start, walker.at() - start);
        if (item.starts_with(quotedName) && item.substr(quotedName.size()).starts_with(' '))
            return item.substr(0, item.find_last_not_of(" \n") + 1);
        if (walker.isDone() || walker.peek() == ')')
            return {};
        walker.step();
    }
    return {};
}

bool hasWord(std::string_view definition, std::string_view wanted)
{
    Walker walker(definition);
    while (!walker.isDone()) {
        const std::string_view word = walker.depth() == 0 ? walker.takeWord() : std::string_view();
        if (word == wanted)
            return true;
        if (word.empty())
            walker.step();
    }
    return false;
}

/// The definition with another COMMENT, which stands before a CHECK.
QByteArray withComment(std::string_view definition, const QByteArray &literal)
{
    size_t from = definition.size();
    size_t to = definition.size();
    Walker walker(definition);
    while (!walker.isDone()) {
        const size_t start = walker.at();
        const std::string_view word = walker.depth() == 0 ? walker.takeWord() : std::string_view();
        if (word.empty()) {
            walker.step();
        } else if (word == "COMMENT") {
            walker.skipBlanks();
            if (!walker.isDone())
                walker.step(); // the text
            from = start;
            to = walker.at();
            break;
        } else if (word == "CHECK") {
            from = to = start;
            break;
        }
    }
    const auto bytes = [](std::string_view text) {
        return QByteArray(text.data(), static_cast<qsizetype>(text.size())).trimmed();
    };
    QByteArray made = bytes(definition.substr(0, from)) + " COMMENT " + literal;
    const QByteArray rest = bytes(definition.substr(to));
    return rest.isEmpty() ? made : made + ' ' + rest;
}

/// The server keeps comments in UTF-8 of three bytes, and writes `?` for what needs four.
Result<void> checkText(const QString &comment, bool isOfColumn)
{
    for (const uint character : comment.toUcs4()) {
        if (character > 0xffff)
            return Error{ErrorKind::Value,
                         QStringLiteral("comments here cannot hold the character U+%1")
                             .arg(QString::number(character, 16).toUpper()),
                         QStringLiteral("Leave it out."),
                         {}};
    }
    const qsizetype longest = isOfColumn ? kLongestOfColumn : kLongestOfTable;
    const qsizetype size = comment.size(); // no surrogates are left
    if (size <= longest)
        return {};
    return Error{ErrorKind::Value,
                 QStringLiteral("a comment on a %1 has at most %2 characters, and this one has %3")
                     .arg(isOfColumn ? QStringLiteral("column") : QStringLiteral("table"))
                     .arg(longest)
                     .arg(size),
                 QStringLiteral("Make it shorter."),
                 {}};
}

} // namespace

Result<QByteArray> mysqlCommentStatement(const QByteArray &createTable, const TableName &table,
                                         const QString &column, const QString &comment)
{
    RETURN_IF_ERROR(checkText(comment, !column.isEmpty()));
    const QByteArray alter = "ALTER TABLE " + mysqlQuoted(table.name) + ' ';
    const QByteArray onlyNote = ", ALGORITHM=INSTANT";
    if (column.isEmpty())
        return alter + "COMMENT=" + mysqlLiteral(comment) + onlyNote;
    const QByteArray name = mysqlQuoted(column);
    const auto definition = definitionOf({createTable.constData(), static_cast<size_t>(createTable.size())},
                                         {name.constData(), static_cast<size_t>(name.size())});
    if (!definition)
        return Error{ErrorKind::NotFound,
                     QStringLiteral("the table %1 has no column %2").arg(table.name, column),
                     {},
                     {}};
    if (hasWord(*definition, "STORED") || hasWord(*definition, "PERSISTENT"))
        return Error{
            ErrorKind::Value,
            QStringLiteral("the server would rebuild the table for a comment on %1, which it computes "
                           "and stores")
                .arg(column),
            QStringLiteral("Set it with ALTER TABLE, if that is worth it."),
            {}};
    return alter + "MODIFY COLUMN " + withComment(*definition, mysqlLiteral(comment)) + onlyNote;
}

} // namespace galley
