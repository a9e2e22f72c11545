// SPDX-License-Identifier: MIT
//
// The words of a Cypher script, with their places. Nothing is ever executed: what an export says is parsed.
#pragma once

#include "workers/base/result.h"

#include <vector>

namespace galley {

struct CypherToken
{
    enum class Kind : quint8
    {
        End,
        Word,
        Name, ///< in backticks; a doubled backtick stays doubled, as in the stored name
        Text, ///< '…' or "…"; \' \" \\ have lost their backslash, other escapes keep it
        Number,
        Symbol ///< one character
    };

    Kind kind = Kind::End;
    QString text;
    qint64 line = 0;
    qint64 column = 0;
    qsizetype begin = 0; ///< in the script
    qsizetype end = 0;

    bool isWord(const char *word) const
    {
        return kind == Kind::Word && text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
    }
    bool isSymbol(char symbol) const { return kind == Kind::Symbol && text == QLatin1Char(symbol); }
    /// Tables and columns are named with or without backticks.
    bool isName() const { return kind == Kind::Word || kind == Kind::Name; }
};

/// A script being read token by token. Plain value.
class CypherScript
{
public:
    /// Errors: Encoding, Malformed (a quote, backtick or comment that is never closed).
    static Result<CypherScript> read(const QByteArray &utf8, const Place &place);

    const CypherToken &token() const { return m_tokens[m_at]; }
    bool isAtEnd() const { return token().kind == CypherToken::Kind::End; }
    CypherToken take();
    bool takeWord(const char *word); ///< goes on only where it stands here
    bool takeSymbol(char symbol);
    Result<void> expectWord(const char *word);
    Result<void> expectSymbol(char symbol);
    Result<QString> expectName(const QString &what);
    Result<QString> expectText(const QString &what);
    /// Goes on behind the `;` that ends the statement (the last may lack it).
    void skipStatement();
    /// What stands between two places of the script, as it is.
    QString slice(qsizetype begin, qsizetype end) const { return m_text.mid(begin, end - begin); }
    Place placeOf(const CypherToken &token) const;
    /// `what` begins the message: "a type was expected, and this is \"x\"".
    Error unexpected(const QString &what) const;

private:
    friend class CypherLexer;

    QString m_text;
    std::vector<CypherToken> m_tokens;
    size_t m_at = 0;
    Place m_place;
};

} // namespace galley
