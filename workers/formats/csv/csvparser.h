// SPDX-License-Identifier: MIT
//
// Finds the fields of one row of CSV in memory. Strict: what other programs read in different ways is an
// error.
#pragma once

#include "workers/base/scan.h"
#include "workers/formats/csv/csvdialect.h"

#include <string_view>
#include <vector>

namespace galley {

struct CsvField
{
    const char *data = nullptr;
    size_t size = 0;
    bool isQuoted = false;
    bool hasEscapes = false; ///< doubled quotes or escapes are still in it

    std::string_view view() const { return {data, size}; }
};

/// Threads: one.
class CsvParser
{
public:
    enum class Outcome : quint8
    {
        Row,
        NeedMore, ///< the row does not end in the window
        End,
        Unterminated, ///< problem(): the quote that opens
        QuoteInside, ///< problem(): the quote in a bare field
        TextAfter, ///< problem(): what follows the closing quote
    };

    explicit CsvParser(const CsvDialect &dialect);
    Q_DISABLE_COPY_MOVE(CsvParser)

    /// Rows are taken from `begin` on. `isAtEnd`: there is nothing after `end`. REQUIRES: kScanPadding.
    void setWindow(const char *begin, const char *end, bool isAtEnd);
    /// Parses the next row. After NeedMore a new window, beginning at rowStart(), must be set.
    Outcome parseRow();

    /// Fields beyond `limit` are counted, not kept.
    void setFieldLimit(size_t limit) { m_fieldLimit = limit; }
    const std::vector<CsvField> &fields() const { return m_fields; }
    size_t fieldCount() const { return m_fieldCount; }
    const char *rowStart() const { return m_rowStart; }
    const char *rowEnd() const { return m_rowEnd; } ///< without the line end
    const char *next() const { return m_next; }
    qint64 lines() const { return m_lines; } ///< line ends in the row, its own included
    const char *problem() const { return m_problem; }
    /// Where the field begins that the window cuts. REQUIRES: the outcome was NeedMore.
    const char *openField() const { return m_openField; }
    /// No field at all: not even a delimiter or quotes.
    bool isBlank() const
    {
        return m_fieldCount == 1 && m_fields.front().size == 0 && !m_fields.front().isQuoted;
    }
    /// Writes the field without its escapes to `out` (field.size bytes are enough); returns the end.
    char *unescape(const CsvField &field, char *out) const;

private:
    Outcome needMore(const char *openField);
    Outcome endRow(const char *lineEnd);
    Outcome parseQuoted(const char *open, const char **after);
    void push(const char *from, const char *to, bool isQuoted, bool hasEscapes);

    char m_delimiter;
    char m_quote;
    char m_escape;
    CharacterSet m_set;
    CharacterWalk m_walk;
    std::vector<CsvField> m_fields;
    size_t m_fieldCount = 0;
    size_t m_fieldLimit = 0;
    const char *m_end = nullptr;
    bool m_isAtEnd = false;
    const char *m_rowStart = nullptr;
    const char *m_rowEnd = nullptr;
    const char *m_next = nullptr;
    const char *m_problem = nullptr;
    const char *m_openField = nullptr;
    qint64 m_lines = 0;
};

} // namespace galley
