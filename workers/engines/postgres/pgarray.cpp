// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgforeign.h"

#include <algorithm>

namespace galley {

namespace {

constexpr int kMostDimensions = 6;

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isNull(std::string_view element)
{
    constexpr std::string_view kNull = "null";
    return std::equal(element.begin(), element.end(), kNull.begin(), kNull.end(),
                      [](char c, char n) { return c == n || c + 32 == n; });
}

class ArrayWriter
{
public:
    explicit ArrayWriter(std::string_view text)
        : m_text(text)
    {
    }
    std::optional<std::string> run()
    {
        std::string out;
        skipBlanks();
        if (!level(out, 0))
            return {};
        skipBlanks();
        return m_at == m_text.size() ? std::optional(std::move(out)) : std::nullopt;
    }

private:
    bool level(std::string &out, int depth);
    bool element(std::string &out);
    bool quoted(std::string &plain);
    bool is(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
    }

    std::string_view m_text;
    size_t m_at = 0;
};

bool ArrayWriter::quoted(std::string &plain)
{
    for (++m_at; m_at < m_text.size(); ++m_at) {
        if (m_text[m_at] == '"') {
            ++m_at;
            return true;
        }
        if (m_text[m_at] == '\\' && ++m_at == m_text.size())
            return false;
        plain += m_text[m_at];
    }
    return false;
}

void appendElement(std::string &out, std::string_view plain)
{
    const bool isSimple =
        !plain.empty() && !isNull(plain) && std::none_of(plain.begin(), plain.end(), [](char c) {
            return isBlank(c) || c == '"' || c == '\\' || c == '{' || c == '}' || c == ',';
        });
    if (isSimple) {
        out += plain;
        return;
    }
    out += '"';
    for (const char c : plain) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    out += '"';
}

bool ArrayWriter::element(std::string &out)
{
    std::string plain;
    if (is('"')) {
        if (!quoted(plain))
            return false;
        appendElement(out, plain);
        return true;
    }
    const size_t first = m_at;
    while (m_at < m_text.size() && m_text[m_at] != ',' && m_text[m_at] != '}') {
        if (m_text[m_at] == '"' || m_text[m_at] == '{' || m_text[m_at] == '\\')
            return false; // the server has rules for these; nobody writes them
        ++m_at;
    }
    std::string_view word = m_text.substr(first, m_at - first);
    while (!word.empty() && isBlank(word.back()))
        word.remove_suffix(1);
    if (word.empty())
        return false;
    if (isNull(word))
        out += "NULL";
    else
        appendElement(out, word);
    return true;
}

bool ArrayWriter::level(std::string &out, int depth)
{
    if (!is('{') || depth == kMostDimensions)
        return false;
    ++m_at;
    out += '{';
    skipBlanks();
    for (bool isFirst = true; !is('}'); isFirst = false) {
        if (!isFirst) {
            if (!is(','))
                return false;
            ++m_at;
            out += ',';
            skipBlanks();
        }
        if (is('{') ? !level(out, depth + 1) : !element(out))
            return false;
        skipBlanks();
    }
    ++m_at;
    out += '}';
    return true;
}

} // namespace

std::optional<std::string> pgArray(std::string_view text)
{
    return ArrayWriter(text).run();
}

} // namespace galley
