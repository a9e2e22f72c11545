// SPDX-License-Identifier: MIT
#include "workers/base/text.h"
#include "workers/engines/postgres/pgdecimal.h"
#include "workers/engines/postgres/pgforeign.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <vector>

#include <arpa/inet.h>

namespace galley {

namespace {

constexpr int kMostLevels = 1000;

class JsonbWriter
{
public:
    explicit JsonbWriter(std::string_view text)
        : m_text(text)
    {
    }
    std::optional<std::string> run()
    {
        std::string out;
        if (!value(out, 0))
            return {};
        skipBlanks();
        return m_at == m_text.size() ? std::optional(std::move(out)) : std::nullopt;
    }

private:
    bool value(std::string &out, int level);
    bool object(std::string &out, int level);
    bool array(std::string &out, int level);
    bool string(std::string &plain);
    bool escape(std::string &plain);
    std::optional<unsigned> hexUnit();
    bool number(std::string &out);
    bool word(std::string_view name, std::string &out);
    void skipBlanks()
    {
        while (
            m_at < m_text.size()
            && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\n' || m_text[m_at] == '\r'))
            ++m_at;
    }
    bool take(char c)
    {
        skipBlanks();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    std::string_view m_text;
    size_t m_at = 0;
    PgDecimal m_decimal;
};

void appendUtf8(std::string &out, unsigned code)
{
    const auto add = [&](unsigned byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xc0U | (code >> 6U));
        add(0x80U | (code & 0x3fU));
    } else if (code < 0x10000) {
        add(0xe0U | (code >> 12U));
        add(0x80U | ((code >> 6U) & 0x3fU));
        add(0x80U | (code & 0x3fU));
    } else {
        add(0xf0U | (code >> 18U));
        add(0x80U | ((code >> 12U) & 0x3fU));
        add(0x80U | ((code >> 6U) & 0x3fU));
        add(0x80U | (code & 0x3fU));
    }
}

void appendQuoted(std::string &out, std::string_view plain)
{
    constexpr std::string_view kNamed = "\b\f\n\r\t\"\\";
    constexpr std::string_view kLetters = "bfnrt\"\\";
    out += '"';
    for (const char c : plain) {
        if (const size_t named = kNamed.find(c); named != std::string_view::npos) {
            out += '\\';
            out += kLetters[named];
        } else if (static_cast<unsigned char>(c) < 0x20) {
            constexpr std::string_view kDigits = "0123456789abcdef";
            out += "\\u00";
            out += kDigits[static_cast<unsigned char>(c) >> 4U];
            out += kDigits[static_cast<unsigned char>(c) & 0xfU];
        } else {
            out += c;
        }
    }
    out += '"';
}

std::optional<unsigned> JsonbWriter::hexUnit()
{
    std::array<char, 2> bytes{};
    if (m_at + 4 > m_text.size() || !parseHex(m_text.substr(m_at, 4), bytes.data()))
        return {};
    m_at += 4;
    return (static_cast<unsigned char>(bytes[0]) * 256U) + static_cast<unsigned char>(bytes[1]);
}

bool JsonbWriter::escape(std::string &plain)
{
    if (m_at >= m_text.size())
        return false;
    const char c = m_text[m_at++];
    constexpr std::string_view kLetters = "bfnrt\"\\/";
    constexpr std::string_view kPlain = "\b\f\n\r\t\"\\/";
    if (const size_t at = kLetters.find(c); at != std::string_view::npos) {
        plain += kPlain[at];
        return true;
    }
    if (c != 'u')
        return false;
    auto code = hexUnit();
    if (!code || *code == 0 || (*code >= 0xdc00 && *code < 0xe000))
        return false;
    if (*code >= 0xd800 && *code < 0xdc00) {
        if (m_text.substr(m_at, 2) != "\\u")
            return false;
        m_at += 2;
        const auto low = hexUnit();
        if (!low || *low < 0xdc00 || *low >= 0xe000)
            return false;
        *code = 0x10000 + ((*code - 0xd800) << 10U) + (*low - 0xdc00);
    }
    appendUtf8(plain, *code);
    return true;
}

bool JsonbWriter::string(std::string &plain)
{
    if (!take('"'))
        return false;
    while (m_at < m_text.size()) {
        const char c = m_text[m_at++];
        if (c == '"')
            return true;
        if (static_cast<unsigned char>(c) < 0x20 || (c == '\\' && !escape(plain)))
            return false;
        if (c != '\\')
            plain += c;
    }
    return false;
}

bool JsonbWriter::number(std::string &out)
{
    const size_t begin = m_at;
    const auto digits = [this] {
        const size_t first = m_at;
        while (m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9')
            ++m_at;
        return m_at > first;
    };
    const auto next = [this](char c) { return m_at < m_text.size() && m_text[m_at] == c && ++m_at > 0; };
    next('-');
    const size_t first = m_at;
    if (!digits() || (m_text[first] == '0' && m_at - first > 1) || (next('.') && !digits()))
        return false;
    if (next('e') || next('E')) {
        if (!next('-'))
            next('+');
        if (!digits())
            return false;
    }
    if (m_decimal.read(m_text.substr(begin, m_at - begin), -1, -1) != PgDecimal::Reading::Exact)
        return false;
    out += m_decimal.text();
    return true;
}

bool JsonbWriter::word(std::string_view name, std::string &out)
{
    if (!m_text.substr(m_at).starts_with(name))
        return false;
    m_at += name.size();
    out += name;
    return true;
}

bool JsonbWriter::array(std::string &out, int level)
{
    ++m_at;
    out += '[';
    for (bool isFirst = true; !take(']'); isFirst = false) {
        if (!isFirst && !take(','))
            return false;
        out += isFirst ? "" : ", ";
        if (!value(out, level + 1))
            return false;
    }
    out += ']';
    return true;
}

bool JsonbWriter::object(std::string &out, int level)
{
    ++m_at;
    std::vector<std::pair<std::string, std::string>> members;
    for (bool isFirst = true; !take('}'); isFirst = false) {
        auto &[key, held] = members.emplace_back();
        if ((!isFirst && !take(',')) || !string(key) || !take(':') || !value(held, level + 1))
            return false;
    }
    // Shorter keys first.
    std::stable_sort(members.begin(), members.end(), [](const auto &a, const auto &b) {
        return a.first.size() != b.first.size() ? a.first.size() < b.first.size() : a.first < b.first;
    });
    out += '{';
    bool isFirst = true;
    for (size_t i = 0; i < members.size(); ++i) {
        if (i + 1 < members.size() && members[i].first == members[i + 1].first)
            continue; // the last one counts
        out += isFirst ? "" : ", ";
        isFirst = false;
        appendQuoted(out, members[i].first);
        out += ": " + members[i].second;
    }
    out += '}';
    return true;
}

bool JsonbWriter::value(std::string &out, int level)
{
    skipBlanks();
    if (m_at >= m_text.size() || level > kMostLevels)
        return false;
    std::string plain;
    switch (m_text[m_at]) {
    case '{':
        return object(out, level);
    case '[':
        return array(out, level);
    case '"':
        if (!string(plain))
            return false;
        appendQuoted(out, plain);
        return true;
    case 't':
        return word("true", out);
    case 'f':
        return word("false", out);
    case 'n':
        return word("null", out);
    default:
        return number(out);
    }
}

} // namespace

std::optional<std::string> pgJsonb(std::string_view text)
{
    return JsonbWriter(text).run();
}

std::optional<std::string> pgInet(std::string_view text)
{
    const size_t slash = text.find('/');
    const std::string host(text.substr(0, slash));
    const int family = host.find(':') == std::string::npos ? AF_INET : AF_INET6;
    const int most = family == AF_INET ? 32 : 128;
    int bits = most;
    if (slash != std::string_view::npos) {
        const std::string_view digits = text.substr(slash + 1);
        if (digits.empty() || digits.size() > 3
            || digits.find_first_not_of("0123456789") != std::string_view::npos)
            return {};
        bits = std::stoi(std::string(digits));
    }
    std::array<unsigned char, 16> address{};
    std::array<char, INET6_ADDRSTRLEN> shown{};
    if (bits > most || ::inet_pton(family, host.c_str(), address.data()) != 1
        || ::inet_ntop(family, address.data(), shown.data(), shown.size()) == nullptr)
        return {};
    return shown.data() + (bits == most ? std::string() : '/' + std::to_string(bits));
}

} // namespace galley
