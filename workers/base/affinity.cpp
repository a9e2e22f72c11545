// SPDX-License-Identifier: MIT
#include "workers/base/affinity.h"

namespace galley {

namespace {

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

size_t digitsAt(std::string_view text, size_t from)
{
    size_t end = from;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end - from;
}

/// SQLite stores such a real as an integer where the affinity is Integer or Numeric.
bool becomesInteger(double value)
{
    constexpr double kLimit = 9223372036854775808.0;
    return value > -kLimit && value < kLimit && std::trunc(value) == value;
}

} // namespace

Affinity sqliteAffinity(const QString &nativeType)
{
    const auto has = [&](QLatin1String word) { return nativeType.contains(word, Qt::CaseInsensitive); };
    if (has(QLatin1String("INT")))
        return Affinity::Integer;
    if (has(QLatin1String("CHAR")) || has(QLatin1String("CLOB")) || has(QLatin1String("TEXT")))
        return Affinity::Text;
    if (nativeType.isEmpty() || has(QLatin1String("BLOB")))
        return Affinity::Blob;
    if (has(QLatin1String("REAL")) || has(QLatin1String("FLOA")) || has(QLatin1String("DOUB")))
        return Affinity::Real;
    return Affinity::Numeric;
}

bool looksNumeric(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    if (text.empty())
        return false;
    size_t at = text.front() == '-' || text.front() == '+' ? 1 : 0;
    const size_t whole = digitsAt(text, at);
    at += whole;
    size_t fraction = 0;
    if (at < text.size() && text[at] == '.') {
        fraction = digitsAt(text, at + 1);
        at += 1 + fraction;
    }
    if (whole + fraction == 0)
        return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        const size_t exponent = digitsAt(text, at);
        if (exponent == 0)
            return false;
        at += exponent;
    }
    return at == text.size();
}

bool isNatural(const Cell &cell, Affinity affinity, bool isDeclared)
{
    const CellKind kind = cell.kind();
    if (kind == CellKind::Null)
        return true;
    switch (affinity) {
    case Affinity::Text:
        return kind == CellKind::Text;
    case Affinity::Numeric:
    case Affinity::Integer:
        if (kind == CellKind::Real)
            return std::isfinite(cell.asReal()) && !becomesInteger(cell.asReal());
        return kind == CellKind::Integer || (kind == CellKind::Text && !looksNumeric(cell.view()));
    case Affinity::Real:
        if (kind == CellKind::Real)
            return std::isfinite(cell.asReal());
        return kind == CellKind::Text && !looksNumeric(cell.view());
    case Affinity::Blob:
        return kind == (isDeclared ? CellKind::Bytes : CellKind::Text);
    }
    return false;
}

ColumnAffinity columnAffinity(const QString &nativeType)
{
    return {sqliteAffinity(nativeType), !nativeType.isEmpty()};
}

} // namespace galley
