// SPDX-License-Identifier: MIT
//
// JSON values in memory, strictly by RFC 8259: no comments, no NaN, no trailing commas. Numbers and nested
// values stay text. Not recursive.
#pragma once

#include "workers/base/arena.h"

#include <QString>

#include <optional>

namespace galley {

struct JsonValue
{
    enum class Kind : quint8
    {
        Null,
        True,
        False,
        Number,
        String,
        Nested
    };

    Kind kind = Kind::Null;
    bool hasEscapes = false; ///< String
    bool isInteger = false; ///< Number without fraction and exponent
    std::string_view text; ///< as it stands; of a string what is between the quotes
};

/// Threads: one.
class JsonScanner
{
public:
    enum class Problem : quint8
    {
        None,
        NeedMore, ///< cut by the window
        Truncated, ///< cut by the end of the input
        Malformed,
        Limit
    };

    static constexpr size_t kMaxDepth = 512;
    static constexpr size_t kMaxNumber = 4096; ///< characters

    /// REQUIRES: kScanPadding readable bytes after `end`. `isLine`: a line end is no blank.
    void setWindow(const char *at, const char *end, bool isAtEnd, bool isLine);

    const char *at() const { return m_at; }
    void skipBlanks();
    bool isDone() const { return m_at == m_end; }
    char peek() const { return *m_at; } ///< NUL at the end
    /// All of these are false where problem() then says why.
    bool take(char c, const char *what);
    bool takeString(JsonValue &value);
    bool takeValue(JsonValue &value);

    Problem problem() const { return m_problem; }
    const char *problemAt() const { return m_problemAt; }
    const QString &message() const { return m_message; }

private:
    bool fail(Problem problem, const char *at, const QString &message);
    bool failCut(const char *what);
    bool takeNumber(JsonValue &value);
    bool takeWord(JsonValue &value);
    bool takeNested(JsonValue &value);
    bool takeNestedKey();
    bool takeEscape(const char *&p);

    const char *m_at = nullptr;
    const char *m_end = nullptr;
    bool m_isAtEnd = false;
    bool m_isLine = false;
    Problem m_problem = Problem::None;
    const char *m_problemAt = nullptr;
    QString m_message;
};

/// The string without its escapes, in `arena` where it has some; no value: half a surrogate pair.
std::optional<std::string_view> plainText(const JsonValue &value, Arena &arena);

/// The first of `"`, `\` and control characters; `end` where there is none. REQUIRES: kScanPadding.
const char *findInString(const char *p, const char *end);

} // namespace galley
