// SPDX-License-Identifier: MIT
#include "workers/formats/sql/sqllexer.h"

#include "workers/base/text.h"

#include <algorithm>
#include <cctype>

namespace galley {

namespace {

constexpr size_t kBlock = 256 * 1024;
constexpr size_t kLongestToken = 256U * 1024 * 1024;
constexpr size_t kLongestName = 1000;
constexpr size_t kLongestNumber = 1000;

/// Small sources are many.
size_t blockFor(const ByteSource &source)
{
    const qint64 size = source.size();
    return size < 0 ? kBlock : std::clamp(static_cast<size_t>(size) + 1, size_t{64}, kBlock);
}

bool isBlank(int c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool isWordStart(int c)
{
    return std::isalpha(c) != 0 || c == '_' || c >= 0x80;
}

bool isWordPart(int c)
{
    return isWordStart(c) || std::isdigit(c) != 0 || c == '$';
}

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<size_t>(text.size(), 60)));
}

} // namespace

bool SqlToken::isWord(std::string_view upperCase) const
{
    return kind == Kind::Word
        && std::equal(text.begin(), text.end(), upperCase.begin(), upperCase.end(),
                      [](char a, char b) { return std::toupper(static_cast<unsigned char>(a)) == b; });
}

SqlLexer::SqlLexer(std::unique_ptr<ByteSource> source, SqlDialect dialect)
    : m_source(std::move(source))
    , m_dialect(dialect)
    , m_block(blockFor(*m_source))
{
    if (peek(0) == 0xef && peek(1) == 0xbb && peek(2) == 0xbf)
        m_next += 3;
    for (size_t i = 0;
         m_dialect == SqlDialect::Unknown && peek(i) == static_cast<unsigned char>(kSqlHeader[i]); ++i) {
        if (i + 1 == kSqlHeader.size())
            m_dialect = SqlDialect::Standard;
    }
}

Error SqlLexer::error(ErrorKind kind, const QString &message, const QString &hint, qint64 line) const
{
    if (m_error) // what looks wrong is then only that the bytes end here
        return *m_error;
    Place place = m_source->place();
    place.line = line > 0 ? line : m_line;
    return {kind, message, hint, place};
}

bool SqlLexer::fill()
{
    if (m_isAtEnd)
        return false;
    if (m_next > 0 && m_next * 2 >= m_buffer.size()) {
        m_buffer.erase(0, m_next);
        m_next = 0;
    }
    Result<size_t> got = m_source->read(m_block);
    if (got)
        m_buffer.append(m_block.data(), *got);
    else
        m_error = std::move(got).error();
    m_isAtEnd = !got || *got == 0;
    m_bytesRead += got ? static_cast<qint64>(*got) : 0;
    return !m_isAtEnd;
}

int SqlLexer::peek(size_t ahead)
{
    while (m_next + ahead >= m_buffer.size()) {
        if (!fill())
            return -1;
    }
    return static_cast<unsigned char>(m_buffer[m_next + ahead]);
}

int SqlLexer::take()
{
    const int c = peek();
    if (c < 0)
        return c;
    ++m_next;
    if (c == '\n') {
        ++m_line;
        m_isLineStart = true;
    } else if (!isBlank(c)) {
        m_isLineStart = false;
    }
    return c;
}

Result<void> SqlLexer::skipBlockComment()
{
    const qint64 begin = m_line;
    std::string head;
    take();
    take();
    bool isNested = false;
    for (;;) {
        const int c = take();
        if (c < 0)
            return error(ErrorKind::Truncated, QStringLiteral("a comment is opened here and never closed"),
                         {}, begin);
        if (c == '*' && peek() == '/') {
            take();
            break;
        }
        isNested = isNested || (c == '/' && peek() == '*');
        if (head.size() < 80)
            head.push_back(static_cast<char>(c));
    }
    // MariaDB's dumps since 2024 begin with this one, which switches client commands off; servers do nothing
    // on it.
    const bool isSandboxMark =
        begin == 1 && (head.starts_with("!999999\\-") || head.starts_with("M!999999\\-"));
    if (!isSandboxMark && (head.starts_with('!') || head.starts_with("M!")))
        return error(ErrorKind::UnsafeStatement,
                     QStringLiteral("this comment would be run by MySQL or MariaDB: /*%1").arg(shown(head)),
                     QStringLiteral("Take it out of the script."), begin);
    if (isNested)
        return error(ErrorKind::Ambiguous,
                     QStringLiteral("a comment within a comment: databases disagree on where it ends"),
                     QStringLiteral("Take it out of the script."), begin);
    return {};
}

Result<void> SqlLexer::skipBlanksAndComments()
{
    for (;;) {
        const int c = peek();
        if (isBlank(c)) {
            take();
        } else if (c == '-' && peek(1) == '-') {
            while (peek() >= 0 && peek() != '\n')
                take();
        } else if (c == '/' && peek(1) == '*') {
            RETURN_IF_ERROR(skipBlockComment());
        } else {
            return {};
        }
    }
}

Result<SqlToken> SqlLexer::next(Arena &arena)
{
    RETURN_IF_ERROR(skipBlanksAndComments());
    m_text.clear();
    const int c = peek();
    if (c < 0) {
        if (m_error)
            return *m_error;
        return SqlToken{SqlToken::Kind::End, {}, m_line};
    }
    if (m_isLineStart && m_isStatementStart && (c == '\\' || c == '.'))
        return error(ErrorKind::UnsafeStatement,
                     QStringLiteral("this is a command to a client program, not SQL"),
                     QStringLiteral("Only INSERT statements and COPY … FROM stdin are read."));
    m_isStatementStart = c == ';';
    const int after = peek(1);
    if (c == '\'')
        return readString(arena, m_dialect == SqlDialect::MySql);
    if ((c == 'E' || c == 'e') && after == '\'') {
        take();
        return readString(arena, true);
    }
    if ((c == 'X' || c == 'x') && after == '\'')
        return readBlob(arena);
    if (c == '0' && (after == 'x' || after == 'X'))
        return readHexNumber(arena);
    if (c == '"' || c == '`' || c == '[')
        return readQuotedName(c);
    if (isWordStart(c))
        return readWord();
    if (std::isdigit(c) != 0 || (c == '.' && std::isdigit(after) != 0))
        return readNumber();
    if (c == '$')
        return error(ErrorKind::Unsupported, QStringLiteral("text in dollar quotes is not read"),
                     QStringLiteral("Write it in single quotes."));
    const qint64 begin = m_line;
    m_text.push_back(static_cast<char>(take()));
    return finished(SqlToken::Kind::Symbol, begin, nullptr);
}

Result<SqlToken> SqlLexer::finished(SqlToken::Kind kind, qint64 begin, Arena *arena)
{
    if (kind != SqlToken::Kind::Blob && firstInvalidUtf8(m_text) >= 0)
        return error(ErrorKind::Encoding, QStringLiteral("this is not valid UTF-8"),
                     QStringLiteral("Convert the script to UTF-8."), begin);
    return SqlToken{kind, arena != nullptr ? arena->store(m_text) : std::string_view(m_text), begin};
}

Result<SqlToken> SqlLexer::readString(Arena &arena, bool isEscaped)
{
    const qint64 begin = m_line;
    take();
    for (;;) {
        const int c = take();
        if (c < 0) {
            return error(ErrorKind::Truncated, QStringLiteral("a text is opened here and never closed"), {},
                         begin);
        }
        if (c == '\'') {
            if (peek() != '\'')
                break;
            take();
        } else if (c == '\\' && isEscaped) {
            RETURN_IF_ERROR(appendEscape());
            continue;
        } else if (c == '\\' && peek() == '\'' && m_dialect == SqlDialect::Unknown) {
            return error(
                ErrorKind::Ambiguous,
                QStringLiteral(
                    "a backslash in front of a quote: in MySQL the text goes on, elsewhere it ends here"),
                QStringLiteral("Say which it is: --option dialect=standard or dialect=mysql."));
        }
        if (m_text.size() >= kLongestToken)
            return error(ErrorKind::Limit, QStringLiteral("a text of more than 256 MiB"), {}, begin);
        m_text.push_back(static_cast<char>(c));
    }
    return finished(SqlToken::Kind::String, begin, &arena);
}

Result<void> SqlLexer::appendEscape()
{
    const int c = take();
    const auto takeDigits = [this](int most, int base) {
        int value = 0;
        for (int i = 0; i < most; ++i) {
            const int d = peek();
            const int digit = std::isdigit(d) != 0 ? d - '0'
                : std::isxdigit(d) != 0            ? (d | 0x20) - 'a' + 10
                                                   : 99;
            if (digit >= base)
                return i == 0 ? -1 : value;
            value = value * base + digit;
            take();
        }
        return value;
    };
    if (m_dialect == SqlDialect::MySql) {
        static constexpr std::string_view kFrom = "0nrtbZ";
        static constexpr std::string_view kTo("\0\n\r\t\b\x1a", 6);
        const size_t i = kFrom.find(static_cast<char>(c));
        m_text.push_back(i == std::string_view::npos ? static_cast<char>(c) : kTo[i]);
        return {};
    }
    static constexpr std::string_view kFrom = "nrtbf";
    static constexpr std::string_view kTo = "\n\r\t\b\f";
    if (const size_t i = kFrom.find(static_cast<char>(c)); i != std::string_view::npos) {
        m_text.push_back(kTo[i]);
        return {};
    }
    int code = c;
    if (c == 'u' || c == 'U') {
        const int value = takeDigits(c == 'u' ? 4 : 8, 16);
        const QByteArray utf8 = value > 0 && value < 0x110000 && (value < 0xd800 || value > 0xdfff)
            ? QString::fromUcs4(reinterpret_cast<const char32_t *>(&value), 1).toUtf8()
            : QByteArray();
        if (utf8.isEmpty())
            return error(ErrorKind::Value, QStringLiteral("a \\u escape that is no character"));
        m_text.append(utf8.constData(), static_cast<size_t>(utf8.size()));
        return {};
    }
    if (c == 'x') {
        code = takeDigits(2, 16);
    } else if (c >= '0' && c <= '7') {
        --m_next;
        code = takeDigits(3, 8);
    }
    if (code <= 0 || code > 255)
        return error(ErrorKind::Value,
                     QStringLiteral("an escape that is no character (\\000 is none in an E'…' text)"));
    m_text.push_back(static_cast<char>(code));
    return {};
}

Result<SqlToken> SqlLexer::readQuotedName(int quote)
{
    const qint64 begin = m_line;
    const int close = quote == '[' ? ']' : quote;
    take();
    for (;;) {
        const int c = take();
        if (c < 0)
            return error(ErrorKind::Truncated,
                         QStringLiteral("a quoted name is opened here and never closed"), {}, begin);
        if (c == close) {
            if (quote == '[' || peek() != close)
                break;
            take();
        }
        if (m_text.size() >= kLongestName * 100)
            return error(ErrorKind::Limit, QStringLiteral("a name of more than 100,000 bytes"), {}, begin);
        m_text.push_back(static_cast<char>(c));
    }
    return finished(SqlToken::Kind::QuotedName, begin, nullptr);
}

Result<SqlToken> SqlLexer::readBlob(Arena &arena)
{
    const qint64 begin = m_line;
    take();
    take();
    for (int c = take(); c != '\''; c = take()) {
        if (c < 0)
            return error(ErrorKind::Truncated, QStringLiteral("a blob is opened here and never closed"), {},
                         begin);
        if (m_text.size() >= kLongestToken)
            return error(ErrorKind::Limit, QStringLiteral("a blob of more than 128 MiB"), {}, begin);
        m_text.push_back(static_cast<char>(c));
    }
    char *bytes = arena.allocate(m_text.size() / 2 + 1);
    if (!parseHex(m_text, bytes))
        return error(ErrorKind::Value,
                     QStringLiteral("X'%1' is not an even number of hexadecimal digits").arg(shown(m_text)),
                     {}, begin);
    return SqlToken{SqlToken::Kind::Blob, {bytes, m_text.size() / 2}, begin};
}

Result<SqlToken> SqlLexer::readHexNumber(Arena &arena)
{
    const qint64 begin = m_line;
    take();
    take();
    while (std::isxdigit(peek()) != 0 && m_text.size() < kLongestToken)
        m_text.push_back(static_cast<char>(take()));
    char *bytes = arena.allocate(m_text.size() / 2 + 1);
    if (m_text.empty() || isWordPart(peek()) || !parseHex(m_text, bytes))
        return error(ErrorKind::Value,
                     QStringLiteral("0x%1 is not an even number of hexadecimal digits").arg(shown(m_text)),
                     {}, begin);
    return SqlToken{SqlToken::Kind::Blob, {bytes, m_text.size() / 2}, begin};
}

Result<SqlToken> SqlLexer::readWord()
{
    const qint64 begin = m_line;
    while (isWordPart(peek()) && m_text.size() < kLongestName)
        m_text.push_back(static_cast<char>(take()));
    return finished(SqlToken::Kind::Word, begin, nullptr);
}

Result<SqlToken> SqlLexer::readNumber()
{
    const qint64 begin = m_line;
    for (;;) {
        const int c = peek();
        const bool isSign = (c == '+' || c == '-') && !m_text.empty() && (m_text.back() | 0x20) == 'e';
        if (std::isalnum(c) == 0 && c != '.' && c != '_' && !isSign)
            break;
        if (m_text.size() >= kLongestNumber)
            return error(ErrorKind::Limit,
                         QStringLiteral("a number of more than %1 digits").arg(kLongestNumber), {}, begin);
        m_text.push_back(static_cast<char>(take()));
    }
    return finished(SqlToken::Kind::Number, begin, nullptr);
}

Result<std::optional<std::string_view>> SqlLexer::readLine()
{
    size_t end = 0;
    for (;;) {
        const size_t found = m_buffer.find('\n', m_next + end);
        if (found != std::string::npos) {
            const std::string_view text(m_buffer.data() + m_next, found - m_next);
            m_next = found + 1;
            ++m_line;
            m_isLineStart = true;
            m_isStatementStart = true;
            return std::optional(text);
        }
        end = m_buffer.size() - m_next;
        if (end > kLongestToken)
            return error(ErrorKind::Limit, QStringLiteral("a line of more than 256 MiB"));
        if (!fill()) {
            if (m_error)
                return *m_error;
            return std::optional<std::string_view>();
        }
    }
}

} // namespace galley
