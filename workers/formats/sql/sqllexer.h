// SPDX-License-Identifier: MIT
//
// Cuts an SQL script into tokens, streaming. Knows what the dialects disagree about, and refuses that by
// name.
//
// Threads: one.
#pragma once

#include "workers/base/arena.h"
#include "workers/base/io.h"

#include <optional>
#include <string>
#include <vector>

namespace galley {

/// First line of a script of ours: it says that a backslash is a plain character.
constexpr std::string_view kSqlHeader = "-- galley sql 1, dialect=standard\n";

enum class SqlDialect : quint8
{
    Unknown, ///< a backslash in front of a quote is refused as ambiguous
    Standard, ///< a backslash is a character like any other
    MySql, ///< a backslash escapes
};

struct SqlToken
{
    enum class Kind : quint8
    {
        Word,
        QuotedName,
        String,
        Blob,
        Number,
        Symbol,
        End
    };

    Kind kind = Kind::End;
    std::string_view text; ///< unescaped; in the arena given to next(), or good until the next call
    qint64 line = 0; ///< where it begins
    bool isSymbol(char c) const { return kind == Kind::Symbol && text[0] == c; }
    bool isWord(std::string_view upperCase) const;
};

class SqlLexer
{
public:
    SqlLexer(std::unique_ptr<ByteSource> source, SqlDialect dialect);

    /// The next token; text of strings and blobs goes to `arena`. Comments and a byte order mark are passed
    /// over. Errors: UnsafeStatement (client commands, comments that servers run), Ambiguous, Unsupported
    /// (dollar quotes), Truncated (an open string or comment), Encoding, Value, Limit, and the source's.
    Result<SqlToken> next(Arena &arena);
    /// A line up to its line feed, as it is, without it; no value at the end. For COPY data.
    Result<std::optional<std::string_view>> readLine();

    qint64 line() const { return m_line; }
    qint64 bytesRead() const { return m_bytesRead; }
    qint64 bytesTotal() const { return m_source->size(); }
    Error error(ErrorKind kind, const QString &message, const QString &hint = {}, qint64 line = 0) const;

private:
    int peek(size_t ahead = 0);
    int take();
    bool fill();
    Result<void> skipBlanksAndComments();
    Result<void> skipBlockComment();
    Result<SqlToken> readString(Arena &arena, bool isEscaped);
    Result<SqlToken> readQuotedName(int quote);
    Result<SqlToken> readBlob(Arena &arena);
    Result<SqlToken> readHexNumber(Arena &arena);
    Result<SqlToken> readWord();
    Result<SqlToken> readNumber();
    Result<void> appendEscape();
    Result<SqlToken> finished(SqlToken::Kind kind, qint64 line, Arena *arena);

    std::unique_ptr<ByteSource> m_source;
    SqlDialect m_dialect;
    std::string m_buffer;
    std::vector<char> m_block; ///< what one read of the source gives
    size_t m_next = 0;
    bool m_isAtEnd = false;
    std::optional<Error> m_error; ///< of the source, kept until somebody can be told
    bool m_isLineStart = true; ///< nothing but blanks on this line so far
    bool m_isStatementStart = true;
    qint64 m_line = 1;
    qint64 m_bytesRead = 0;
    std::string m_text;
};

} // namespace galley
