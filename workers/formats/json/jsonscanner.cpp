// SPDX-License-Identifier: MIT
#include "workers/formats/json/jsonscanner.h"

#include "workers/base/scan.h"

#include <bitset>
#include <cstring>

namespace galley {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The padding after a window holds no digits.
const char *skipDigits(const char *p)
{
    while (isDigit(*p))
        ++p;
    return p;
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Four hexadecimal digits; -1 where they are none.
int unitAt(const char *p)
{
    int unit = 0;
    for (int i = 0; i < 4; ++i) {
        const int digit = hexValue(p[i]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

char *putUtf8(char *out, int code)
{
    const auto put = [&](int bits) { *out++ = static_cast<char>(bits); };
    if (code < 0x80) {
        put(code);
        return out;
    }
    if (code < 0x800) {
        put(0xc0 | (code >> 6));
    } else {
        if (code < 0x10000) {
            put(0xe0 | (code >> 12));
        } else {
            put(0xf0 | (code >> 18));
            put(0x80 | ((code >> 12) & 0x3f));
        }
        put(0x80 | ((code >> 6) & 0x3f));
    }
    put(0x80 | (code & 0x3f));
    return out;
}

char simpleEscape(char c)
{
    constexpr std::string_view kNames = "bfnrt";
    const size_t at = kNames.find(c);
    return at == std::string_view::npos ? c : "\b\f\n\r\t"[at];
}

} // namespace

const char *findInString(const char *p, const char *end)
{
#if defined(__SSE2__)
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i backslash = _mm_set1_epi8('\\');
    const __m128i control = _mm_set1_epi8(0x1f);
    for (; p < end; p += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(p));
        const __m128i special = _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash));
        const __m128i all = _mm_or_si128(special, _mm_cmpeq_epi8(_mm_min_epu8(bytes, control), bytes));
        const auto mask = static_cast<unsigned>(_mm_movemask_epi8(all));
        if (mask != 0) {
            const char *found = p + std::countr_zero(mask);
            return found < end ? found : end;
        }
    }
    return end;
#else
    while (p < end && *p != '"' && *p != '\\' && static_cast<unsigned char>(*p) >= 0x20)
        ++p;
    return p;
#endif
}

std::optional<std::string_view> plainText(const JsonValue &value, Arena &arena)
{
    if (!value.hasEscapes)
        return value.text;
    char *start = arena.allocate(value.text.size());
    char *out = start;
    const char *end = value.text.data() + value.text.size();
    for (const char *p = value.text.data(); p < end;) {
        if (*p != '\\') {
            *out++ = *p++;
            continue;
        }
        if (p[1] != 'u') {
            *out++ = simpleEscape(p[1]);
            p += 2;
            continue;
        }
        int code = unitAt(p + 2);
        p += 6;
        if (code >= 0xd800 && code < 0xe000) {
            const int low = end - p >= 6 && p[0] == '\\' && p[1] == 'u' ? unitAt(p + 2) : -1;
            if (code >= 0xdc00 || low < 0xdc00 || low > 0xdfff)
                return {};
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            p += 6;
        }
        out = putUtf8(out, code);
    }
    return std::string_view(start, static_cast<size_t>(out - start));
}

void JsonScanner::setWindow(const char *at, const char *end, bool isAtEnd, bool isLine)
{
    m_at = at;
    m_end = end;
    m_isAtEnd = isAtEnd;
    m_isLine = isLine;
    m_problem = Problem::None;
}

bool JsonScanner::fail(Problem problem, const char *at, const QString &message)
{
    m_problem = problem;
    m_problemAt = at;
    m_message = message;
    return false;
}

bool JsonScanner::failCut(const char *what)
{
    if (!m_isAtEnd)
        return fail(Problem::NeedMore, m_end, {});
    return fail(Problem::Truncated, m_end,
                QStringLiteral("the file ends within %1").arg(QLatin1String(what)));
}

void JsonScanner::skipBlanks()
{
    while (m_at < m_end && (*m_at == ' ' || *m_at == '\t' || *m_at == '\r' || (*m_at == '\n' && !m_isLine)))
        ++m_at;
}

bool JsonScanner::take(char c, const char *what)
{
    skipBlanks();
    if (m_at == m_end)
        return failCut("a record");
    if (*m_at != c) {
        const bool isCutLine = m_isLine && *m_at == '\n';
        return fail(Problem::Malformed, m_at,
                    isCutLine ? QStringLiteral("the line ends within the record")
                              : QStringLiteral("%1 is expected here").arg(QLatin1String(what)));
    }
    ++m_at;
    return true;
}

/// `p` stands on the backslash and is moved behind the escape.
bool JsonScanner::takeEscape(const char *&p)
{
    if (m_end - p < 2 || (p[1] == 'u' && m_end - p < 6))
        return failCut("a string");
    if (p[1] == 'u') {
        if (unitAt(p + 2) < 0)
            return fail(Problem::Malformed, p, QStringLiteral("\\u needs four hexadecimal digits"));
        p += 6;
        return true;
    }
    if (p[1] == 0 || std::strchr("\"\\/bfnrt", p[1]) == nullptr)
        return fail(Problem::Malformed, p, QStringLiteral("an escape that JSON does not know"));
    p += 2;
    return true;
}

bool JsonScanner::takeString(JsonValue &value)
{
    const char *start = m_at + 1;
    const char *p = start;
    bool hasEscapes = false;
    for (;;) {
        p = findInString(p, m_end);
        if (p == m_end)
            return failCut("a string");
        if (*p == '"')
            break;
        if (*p != '\\')
            return fail(Problem::Malformed, p, QStringLiteral("a control character within a string"));
        hasEscapes = true;
        if (!takeEscape(p))
            return false;
    }
    value = {JsonValue::Kind::String, hasEscapes, false, {start, static_cast<size_t>(p - start)}};
    m_at = p + 1;
    return true;
}

bool JsonScanner::takeNumber(JsonValue &value)
{
    const char *digits = m_at + (*m_at == '-' ? 1 : 0);
    const char *p = skipDigits(digits);
    bool isInteger = true;
    bool isBroken = p == digits || (p - digits > 1 && *digits == '0');
    const auto takePart = [&](const char *from) {
        isInteger = false;
        p = skipDigits(from);
        isBroken = isBroken || p == from;
    };
    if (*p == '.')
        takePart(p + 1);
    if (*p == 'e' || *p == 'E')
        takePart(p[1] == '+' || p[1] == '-' ? p + 2 : p + 1);
    if (static_cast<size_t>(p - m_at) > kMaxNumber)
        return fail(Problem::Limit, m_at,
                    QStringLiteral("a number of more than %1 characters").arg(kMaxNumber));
    if (p >= m_end && (!m_isAtEnd || isBroken))
        return failCut("a number");
    if (isBroken)
        return fail(Problem::Malformed, m_at, QStringLiteral("this is no JSON number"));
    value = {JsonValue::Kind::Number, false, isInteger, {m_at, static_cast<size_t>(p - m_at)}};
    m_at = p;
    return true;
}

bool JsonScanner::takeWord(JsonValue &value)
{
    struct Word
    {
        std::string_view text;
        JsonValue::Kind kind;
    };
    constexpr Word kWords[] = {
        {"null", JsonValue::Kind::Null}, {"true", JsonValue::Kind::True}, {"false", JsonValue::Kind::False}};
    const std::string_view rest(m_at, static_cast<size_t>(m_end - m_at));
    for (const Word &word : kWords) {
        if (rest.starts_with(word.text)) {
            value = {word.kind, false, false, rest.substr(0, word.text.size())};
            m_at += word.text.size();
            return true;
        }
        if (word.text.starts_with(rest))
            return failCut("a word");
    }
    return fail(Problem::Malformed, m_at,
                m_isLine && *m_at == '\n' ? QStringLiteral("the line ends within the record")
                                          : QStringLiteral("a value is expected here"));
}

bool JsonScanner::takeValue(JsonValue &value)
{
    skipBlanks();
    if (m_at == m_end)
        return failCut("a record");
    const char c = *m_at;
    if (c == '"')
        return takeString(value);
    if (c == '-' || isDigit(c))
        return takeNumber(value);
    if (c == '{' || c == '[')
        return takeNested(value);
    return takeWord(value);
}

bool JsonScanner::takeNestedKey()
{
    JsonValue key;
    skipBlanks();
    if (m_at == m_end)
        return failCut("a nested value");
    if (*m_at != '"')
        return fail(Problem::Malformed, m_at, QStringLiteral("a key is expected here"));
    return takeString(key) && take(':', "a colon");
}

bool JsonScanner::takeNested(JsonValue &value)
{
    const char *start = m_at;
    std::bitset<kMaxDepth> isObject;
    size_t depth = 0;
    bool needsValue = true; // where a value stands, not after one
    do {
        skipBlanks();
        if (m_at == m_end)
            return failCut("a nested value");
        if (needsValue && *m_at != '{' && *m_at != '[') {
            JsonValue inner;
            if (!takeValue(inner))
                return false;
            needsValue = false;
            continue;
        }
        if (needsValue) {
            if (depth == kMaxDepth)
                return fail(Problem::Limit, m_at,
                            QStringLiteral("values nested deeper than %1").arg(kMaxDepth));
            isObject[depth++] = *m_at++ == '{';
            skipBlanks();
            if (m_at == m_end)
                return failCut("a nested value");
            needsValue = *m_at != (isObject[depth - 1] ? '}' : ']');
        } else if (*m_at == (isObject[depth - 1] ? '}' : ']')) {
            ++m_at;
            --depth;
            continue;
        } else if (take(',', "a comma or the end of the nested value")) {
            needsValue = true;
        } else {
            return false;
        }
        if (needsValue && isObject[depth - 1] && !takeNestedKey())
            return false;
    } while (depth > 0);
    value = {JsonValue::Kind::Nested, false, false, {start, static_cast<size_t>(m_at - start)}};
    return true;
}

} // namespace galley
