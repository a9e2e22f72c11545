// SPDX-License-Identifier: MIT
#include "workers/formats/csv/csvparser.h"

namespace galley {

CsvParser::CsvParser(const CsvDialect &dialect)
    : m_delimiter(dialect.delimiter)
    , m_quote(dialect.quote)
    , m_escape(dialect.escape)
    , m_set(dialect.delimiter, dialect.quote == 0 ? '\n' : dialect.quote, '\r', '\n',
            dialect.escape == 0 ? '\n' : dialect.escape)
    , m_walk(m_set, nullptr, nullptr)
{
}

void CsvParser::setWindow(const char *begin, const char *end, bool isAtEnd)
{
    m_walk = CharacterWalk(m_set, begin, end);
    m_next = begin;
    m_end = end;
    m_isAtEnd = isAtEnd;
}

inline void CsvParser::push(const char *from, const char *to, bool isQuoted, bool hasEscapes)
{
    if (m_fieldCount++ < m_fieldLimit)
        m_fields.push_back({from, static_cast<size_t>(to - from), isQuoted, hasEscapes});
}

CsvParser::Outcome CsvParser::needMore(const char *openField)
{
    m_openField = openField;
    return Outcome::NeedMore;
}

CsvParser::Outcome CsvParser::endRow(const char *lineEnd)
{
    m_rowEnd = lineEnd;
    m_next = lineEnd;
    if (lineEnd == m_end)
        return Outcome::Row;
    ++m_lines;
    m_next = lineEnd + 1;
    if (*lineEnd == '\r') {
        if (m_next == m_end && !m_isAtEnd)
            return needMore(lineEnd);
        if (m_next != m_end && *m_next == '\n') {
            m_walk.next();
            ++m_next;
        }
    }
    return Outcome::Row;
}

CsvParser::Outcome CsvParser::parseRow()
{
    m_fields.clear();
    m_fieldCount = 0;
    m_lines = 0;
    m_rowStart = m_next;
    const char *field = m_next;
    bool hasEscapes = false;
    for (;;) {
        const char *found = m_walk.next();
        if (found == m_end) {
            if (!m_isAtEnd)
                return needMore(field);
            if (m_rowStart == m_end)
                return Outcome::End;
            push(field, found, false, hasEscapes);
            return endRow(found);
        }
        if (*found == m_delimiter) {
            push(field, found, false, hasEscapes);
            field = found + 1;
            hasEscapes = false;
        } else if (*found == '\n' || *found == '\r') {
            push(field, found, false, hasEscapes);
            return endRow(found);
        } else if (*found == m_escape) {
            if (found + 1 == m_end && !m_isAtEnd)
                return needMore(field);
            hasEscapes = true;
            if (found + 1 != m_end && m_set.has(found[1]))
                m_lines += *m_walk.next() == '\n' ? 1 : 0;
        } else if (found != field) {
            m_problem = found;
            return Outcome::QuoteInside;
        } else {
            const Outcome outcome = parseQuoted(found, &field);
            if (outcome != Outcome::Row)
                return outcome;
            if (field == m_end || *field != m_delimiter)
                return endRow(field);
            ++field;
        }
    }
}

/// `*after`: the delimiter, line end or end that follows, taken from the walk.
CsvParser::Outcome CsvParser::parseQuoted(const char *open, const char **after)
{
    bool hasEscapes = false;
    for (;;) {
        const char *found = m_walk.next();
        if (found == m_end) {
            m_problem = open;
            return m_isAtEnd ? Outcome::Unterminated : needMore(open);
        }
        const char *following = found + 1;
        if (*found == m_escape && m_escape != 0) {
            hasEscapes = true;
            if (following != m_end && m_set.has(*following))
                m_lines += *m_walk.next() == '\n' ? 1 : 0;
        } else if (*found == m_quote) {
            if (following == m_end && !m_isAtEnd)
                return needMore(open);
            if (m_escape == 0 && following != m_end && *following == m_quote) {
                hasEscapes = true;
                m_walk.next();
                continue;
            }
            push(open + 1, found, true, hasEscapes);
            *after = following;
            if (following == m_end)
                return Outcome::Row;
            if (*following != m_delimiter && *following != '\n' && *following != '\r') {
                m_problem = following;
                return Outcome::TextAfter;
            }
            m_walk.next();
            return Outcome::Row;
        } else if (*found == '\n' || (*found == '\r' && *following != '\n')) {
            ++m_lines;
        }
    }
}

char *CsvParser::unescape(const CsvField &field, char *out) const
{
    const char mark = m_escape == 0 ? m_quote : m_escape;
    const char *end = field.data + field.size;
    for (const char *p = field.data; p < end; ++p) {
        if (*p == mark && p + 1 < end)
            ++p;
        *out++ = *p;
    }
    return out;
}

} // namespace galley
