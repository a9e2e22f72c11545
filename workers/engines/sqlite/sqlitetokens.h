// SPDX-License-Identifier: MIT
//
// The words of SQL as SQLite reads it, and the parts of a CREATE TABLE text that no pragma tells.
// Plain functions of their input.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace galley {

struct SqlToken
{
    enum class Kind : quint8
    {
        Word, ///< keyword or bare name
        Quoted, ///< a name in quotes, backticks or brackets
        String,
        Number,
        Symbol, ///< one character
        Broken, ///< never closed
    };
    Kind kind = Kind::Symbol;
    std::string_view text; ///< as written
    size_t offset = 0; ///< in the SQL

    bool is(const char *keyword) const; ///< a bare word, whatever its case
    bool is(char symbol) const { return kind == Kind::Symbol && text.size() == 1 && text[0] == symbol; }
    /// The name that a word or quoted name (also a string: SQLite takes 'a' as a name) stands for.
    QString name() const;
};

/// Without blanks and comments. Tokens point into `sql`.
std::vector<SqlToken> sqlTokens(std::string_view sql);

struct DdlCheck
{
    QString name;
    QString expression;
};

struct DdlReference
{
    QString name;
    bool isDeferred = false;
};

struct TableDdl
{
    std::vector<DdlCheck> checks; ///< in order of the text
    std::vector<DdlReference> references; ///< likewise
};

/// Reads CREATE TABLE text that SQLite has accepted; empty lists where it cannot be understood.
TableDdl parseTableDdl(std::string_view sql);
/// The terms of a CREATE INDEX text: columns or expressions, without COLLATE and ASC/DESC of plain columns.
std::vector<QString> parseIndexTerms(std::string_view sql);
/// The module of a CREATE VIRTUAL TABLE text.
QString parseModule(std::string_view sql);
/// A function that reaches outside of the database and is called in `sql`; "" where there is none.
QString forbiddenFunctionIn(std::string_view sql);
bool isForbiddenFunction(std::string_view name);
/// One expression: closed brackets and quotes, no `;`.
bool isOneExpression(std::string_view sql);

} // namespace galley
