// SPDX-License-Identifier: MIT
#include "workers/bundles/kuzu/cyphertokens.h"

#include "workers/base/text.h"

namespace galley {

namespace {

bool beginsWord(QChar c)
{
    return c.isLetter() || c == QLatin1Char('_') || c.isSurrogate();
}

} // namespace

/// Cuts the text of a script into its tokens.
class CypherLexer
{
public:
    explicit CypherLexer(CypherScript &script)
        : m_script(script)
        , m_text(script.m_text)
    {
    }

    Result<void> run()
    {
        for (;;) {
            RETURN_IF_ERROR(skipBlanks());
            CypherToken token;
            token.line = m_line;
            token.column = m_at - m_lineStart + 1;
            token.begin = m_at;
            if (m_at < m_text.size())
                RETURN_IF_ERROR(readToken(token));
            token.end = m_at;
            m_script.m_tokens.push_back(token);
            if (token.kind == CypherToken::Kind::End)
                return {};
        }
    }

private:
    QChar at(qsizetype index) const { return index < m_text.size() ? m_text[index] : QChar(); }
    void step()
    {
        if (m_text[m_at] == QLatin1Char('\n')) {
            ++m_line;
            m_lineStart = m_at + 1;
        }
        ++m_at;
    }
    Error neverClosed(const QString &what, const CypherToken &open) const
    {
        return {ErrorKind::Malformed, QStringLiteral("the %1 that opens here is never closed").arg(what),
                QStringLiteral("Get the export again, or repair the script."), m_script.placeOf(open)};
    }

    Result<void> skipBlanks()
    {
        while (m_at < m_text.size()) {
            if (m_text[m_at].isSpace()) {
                step();
            } else if (at(m_at) == QLatin1Char('/') && at(m_at + 1) == QLatin1Char('/')) {
                while (m_at < m_text.size() && m_text[m_at] != QLatin1Char('\n'))
                    step();
            } else if (at(m_at) == QLatin1Char('/') && at(m_at + 1) == QLatin1Char('*')) {
                RETURN_IF_ERROR(skipComment());
            } else {
                break;
            }
        }
        return {};
    }
    Result<void> skipComment()
    {
        CypherToken open;
        open.line = m_line;
        open.column = m_at - m_lineStart + 1;
        const qsizetype end = m_text.indexOf(QLatin1String("*/"), m_at + 2);
        if (end < 0)
            return neverClosed(QStringLiteral("comment"), open);
        while (m_at < end + 2)
            step();
        return {};
    }

    Result<void> readToken(CypherToken &token)
    {
        const QChar first = m_text[m_at];
        if (first == QLatin1Char('`'))
            return readName(token);
        if (first == QLatin1Char('\'') || first == QLatin1Char('"'))
            return readText(token, first);
        if (beginsWord(first)) {
            token.kind = CypherToken::Kind::Word;
            while (m_at < m_text.size() && (beginsWord(m_text[m_at]) || m_text[m_at].isDigit()))
                token.text += m_text[m_at++];
        } else if (first.isDigit()) {
            token.kind = CypherToken::Kind::Number;
            while (m_at < m_text.size()
                   && (m_text[m_at].isLetterOrNumber() || m_text[m_at] == QLatin1Char('.')))
                token.text += m_text[m_at++];
        } else {
            token.kind = CypherToken::Kind::Symbol;
            token.text = first;
            ++m_at;
        }
        return {};
    }
    Result<void> readName(CypherToken &token)
    {
        token.kind = CypherToken::Kind::Name;
        step();
        for (;;) {
            if (m_at >= m_text.size())
                return neverClosed(QStringLiteral("backtick"), token);
            const QChar c = m_text[m_at];
            const bool isDoubled = c == QLatin1Char('`') && at(m_at + 1) == QLatin1Char('`');
            step();
            if (c == QLatin1Char('`') && !isDoubled)
                return {};
            token.text += c;
            if (isDoubled) {
                token.text += c;
                step();
            }
        }
    }
    Result<void> readText(CypherToken &token, QChar quote)
    {
        token.kind = CypherToken::Kind::Text;
        step();
        for (;;) {
            if (m_at >= m_text.size())
                return neverClosed(QStringLiteral("quote"), token);
            const QChar c = m_text[m_at];
            step();
            if (c == quote)
                return {};
            if (c == QLatin1Char('\\') && m_at < m_text.size()) {
                const QChar escaped = m_text[m_at];
                if (escaped != QLatin1Char('\\') && escaped != QLatin1Char('\'')
                    && escaped != QLatin1Char('"'))
                    token.text += c;
                token.text += escaped;
                step();
            } else {
                token.text += c;
            }
        }
    }

    CypherScript &m_script;
    const QString &m_text;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    qsizetype m_lineStart = 0;
};

Result<CypherScript> CypherScript::read(const QByteArray &utf8, const Place &place)
{
    CypherScript script;
    script.m_place = place;
    const qsizetype bad = firstInvalidUtf8({utf8.constData(), static_cast<size_t>(utf8.size())});
    if (bad >= 0) {
        Place at = place;
        at.line = utf8.left(bad).count('\n') + 1;
        return Error{ErrorKind::Encoding, QStringLiteral("the script is not UTF-8"),
                     QStringLiteral("Get the export again."), at};
    }
    script.m_text = QString::fromUtf8(utf8);
    if (script.m_text.startsWith(QChar(0xFEFF)))
        script.m_text.remove(0, 1);
    RETURN_IF_ERROR(CypherLexer(script).run());
    return script;
}

CypherToken CypherScript::take()
{
    CypherToken taken = token();
    if (!isAtEnd())
        ++m_at;
    return taken;
}

bool CypherScript::takeWord(const char *word)
{
    const bool isHere = token().isWord(word);
    if (isHere)
        ++m_at;
    return isHere;
}

bool CypherScript::takeSymbol(char symbol)
{
    const bool isHere = token().isSymbol(symbol);
    if (isHere)
        ++m_at;
    return isHere;
}

Result<void> CypherScript::expectWord(const char *word)
{
    if (takeWord(word))
        return {};
    return unexpected(QStringLiteral("%1 was expected").arg(QLatin1String(word)));
}

Result<void> CypherScript::expectSymbol(char symbol)
{
    if (takeSymbol(symbol))
        return {};
    return unexpected(QStringLiteral("\"%1\" was expected").arg(QLatin1Char(symbol)));
}

Result<QString> CypherScript::expectName(const QString &what)
{
    if (token().isName())
        return take().text;
    return unexpected(QStringLiteral("%1 was expected").arg(what));
}

Result<QString> CypherScript::expectText(const QString &what)
{
    if (token().kind == CypherToken::Kind::Text)
        return take().text;
    return unexpected(QStringLiteral("%1 was expected").arg(what));
}

void CypherScript::skipStatement()
{
    while (!isAtEnd()) {
        if (take().isSymbol(';'))
            return;
    }
}

Place CypherScript::placeOf(const CypherToken &token) const
{
    Place place = m_place;
    place.line = token.line;
    place.column = token.column;
    return place;
}

Error CypherScript::unexpected(const QString &what) const
{
    const QString found = isAtEnd() ? QStringLiteral("and this is the end of the script")
                                    : QStringLiteral("and this is \"%1\"").arg(token().text.left(40));
    return {isAtEnd() ? ErrorKind::Truncated : ErrorKind::Malformed,
            QStringLiteral("%1, %2").arg(what, found),
            QStringLiteral("Get the export again, or repair the script."), placeOf(token())};
}

} // namespace galley
