// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqlitetokens.h"

#include <algorithm>
#include <array>

namespace galley {

namespace {

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWordStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
        || static_cast<unsigned char>(c) >= 0x80;
}

bool isWordPart(char c)
{
    return isWordStart(c) || isDigit(c) || c == '$';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool isSame(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Past blanks and comments.
size_t skipBlank(std::string_view sql, size_t at)
{
    for (;;) {
        while (at < sql.size() && isSpace(sql[at]))
            ++at;
        if (sql.substr(at, 2) == "--")
            at = std::min(sql.find('\n', at), sql.size());
        else if (sql.substr(at, 2) == "/*")
            at = std::min(sql.find("*/", at + 2), sql.size() - 2) + 2;
        else
            return at;
    }
}

/// End of a quoted piece that begins at `at`; npos where it is never closed.
size_t quotedEnd(std::string_view sql, size_t at)
{
    const char close = sql[at] == '[' ? ']' : sql[at];
    for (size_t i = at + 1; i < sql.size(); ++i) {
        if (sql[i] != close)
            continue;
        if (close == ']' || i + 1 == sql.size() || sql[i + 1] != close)
            return i + 1;
        ++i;
    }
    return std::string_view::npos;
}

SqlToken tokenAt(std::string_view sql, size_t at)
{
    const char c = sql[at];
    size_t end = at + 1;
    SqlToken token;
    token.offset = at;
    if (c == '\'' || c == '"' || c == '`' || c == '[') {
        end = quotedEnd(sql, at);
        token.kind = c == '\'' ? SqlToken::Kind::String : SqlToken::Kind::Quoted;
        if (end == std::string_view::npos) {
            end = sql.size();
            token.kind = SqlToken::Kind::Broken;
        }
    } else if (isWordStart(c)) {
        while (end < sql.size() && isWordPart(sql[end]))
            ++end;
        token.kind = SqlToken::Kind::Word;
    } else if (isDigit(c)) {
        while (end < sql.size() && (isWordPart(sql[end]) || sql[end] == '.'))
            ++end;
        token.kind = SqlToken::Kind::Number;
    }
    token.text = sql.substr(at, end - at);
    return token;
}

using Tokens = std::vector<SqlToken>;

/// Index of the `)` that closes the `(` at `open`; tokens.size() where there is none.
size_t closing(const Tokens &tokens, size_t open)
{
    int depth = 0;
    for (size_t i = open; i < tokens.size(); ++i) {
        if (tokens[i].is('('))
            ++depth;
        else if (tokens[i].is(')') && --depth == 0)
            return i;
    }
    return tokens.size();
}

QString between(std::string_view sql, const Tokens &tokens, size_t open, size_t close)
{
    if (close <= open + 1)
        return {};
    const size_t from = tokens[open + 1].offset;
    const size_t to = tokens[close - 1].offset + tokens[close - 1].text.size();
    return fromUtf8(sql.substr(from, to - from));
}

constexpr std::array<std::string_view, 20> kForbidden = {
    "load_extension", "writefile",
    "readfile",       "edit",
    "fts3_tokenizer", "fsdir",
    "lsdir",          "zipfile",
    "sqlar_compress", "sqlar_uncompress",
    "eval",           "shell_add_schema",
    "shell_putsnl",   "shell_module_schema",
    "system",         "exec",
    "sqlite_dbpage",  "sqlite_log",
    "vtabloop",       "sqlite_rename_table",
};

} // namespace

bool SqlToken::is(const char *keyword) const
{
    return kind == Kind::Word && isSame(text, keyword);
}

QString SqlToken::name() const
{
    if (kind != Kind::Quoted && kind != Kind::String)
        return fromUtf8(text);
    const QString inner = fromUtf8(text.substr(1, text.size() - 2));
    if (text[0] == '[')
        return inner;
    const QChar quote = QLatin1Char(text[0]);
    return QString(inner).replace(QString(2, quote), QString(quote));
}

std::vector<SqlToken> sqlTokens(std::string_view sql)
{
    Tokens tokens;
    for (size_t at = skipBlank(sql, 0); at < sql.size();) {
        tokens.push_back(tokenAt(sql, at));
        at = skipBlank(sql, at + tokens.back().text.size());
    }
    return tokens;
}

TableDdl parseTableDdl(std::string_view sql)
{
    TableDdl ddl;
    const Tokens tokens = sqlTokens(sql);
    const auto open = std::find_if(tokens.begin(), tokens.end(), [](const SqlToken &t) { return t.is('('); });
    if (open == tokens.end())
        return ddl;
    const auto first = static_cast<size_t>(open - tokens.begin());
    const size_t end = closing(tokens, first);
    QString name; // of the constraint that the next words are about
    for (size_t i = first + 1; i < end; ++i) {
        if (tokens[i].is("CONSTRAINT") && i + 1 < end) {
            name = tokens[++i].name();
        } else if (tokens[i].is("CHECK") && i + 1 < end && tokens[i + 1].is('(')) {
            const size_t close = closing(tokens, i + 1);
            ddl.checks.push_back({name, between(sql, tokens, i + 1, close)});
            name.clear();
            i = close;
        } else if (tokens[i].is("REFERENCES")) {
            ddl.references.push_back({name, false});
            name.clear();
        } else if (tokens[i].is("DEFERRED") && !ddl.references.empty()) {
            ddl.references.back().isDeferred = true;
        } else if (tokens[i].is('(')) {
            i = closing(tokens, i);
        } else if (tokens[i].is(',')) {
            name.clear();
        }
    }
    return ddl;
}

std::vector<QString> parseIndexTerms(std::string_view sql)
{
    const Tokens tokens = sqlTokens(sql);
    std::vector<QString> terms;
    size_t at = 0;
    while (at < tokens.size() && !tokens[at].is('('))
        ++at;
    const size_t end = closing(tokens, at);
    size_t from = at + 1;
    for (size_t i = at + 1; i <= end && end < tokens.size(); ++i) {
        if (i != end && tokens[i].is('(')) {
            i = closing(tokens, i);
            continue;
        }
        if (i != end && !tokens[i].is(','))
            continue;
        size_t to = i;
        if (to > from && (tokens[to - 1].is("ASC") || tokens[to - 1].is("DESC")))
            --to;
        if (to >= from + 2 && tokens[to - 2].is("COLLATE"))
            to -= 2;
        terms.push_back(between(sql, tokens, from - 1, to));
        from = i + 1;
    }
    return terms;
}

QString parseModule(std::string_view sql)
{
    const Tokens tokens = sqlTokens(sql);
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i].is("USING"))
            return tokens[i + 1].name();
    }
    return {};
}

bool isForbiddenFunction(std::string_view name)
{
    return std::any_of(kForbidden.begin(), kForbidden.end(),
                       [&](std::string_view forbidden) { return isSame(forbidden, name); });
}

QString forbiddenFunctionIn(std::string_view sql)
{
    const Tokens tokens = sqlTokens(sql);
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
        const SqlToken &token = tokens[i];
        if (token.kind != SqlToken::Kind::Word && token.kind != SqlToken::Kind::Quoted)
            continue;
        if (tokens[i + 1].is('(') && isForbiddenFunction(token.name().toUtf8().toStdString()))
            return token.name();
    }
    return {};
}

bool isOneExpression(std::string_view sql)
{
    const Tokens tokens = sqlTokens(sql);
    int depth = 0;
    for (const SqlToken &token : tokens) {
        if (token.kind == SqlToken::Kind::Broken || token.is(';'))
            return false;
        depth += token.is('(') ? 1 : token.is(')') ? -1 : 0;
        if (depth < 0)
            return false;
    }
    return depth == 0 && !tokens.empty();
}

} // namespace galley
