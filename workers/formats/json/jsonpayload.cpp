// SPDX-License-Identifier: MIT
#include "workers/formats/json/jsonpayload.h"

#include <algorithm>

namespace galley {

bool isStatementList(std::string_view text)
{
    const size_t end = text.find_last_not_of(" \t\r\n;");
    bool isQuoted = false;
    for (size_t i = 0; end != std::string_view::npos && i <= end; ++i) {
        isQuoted = text[i] == '\'' ? !isQuoted : isQuoted;
        if (text[i] == ';' && !isQuoted)
            return true;
    }
    return false;
}

bool startsInsert(std::string_view text)
{
    const size_t start = text.find_first_not_of(" \t\r\n");
    constexpr std::string_view kInsert = "insert ";
    return start != std::string_view::npos && text.size() - start > kInsert.size()
        && std::equal(kInsert.begin(), kInsert.end(), text.begin() + static_cast<ptrdiff_t>(start),
                      [](char a, char b) { return a == b || (b >= 'A' && b <= 'Z' && a == b + 32); });
}

std::optional<Error> payloadError(std::string_view record)
{
    bool hasInsert = false;
    for (size_t open = record.find('"'); open != std::string_view::npos; open = record.find('"', open)) {
        size_t close = open + 1;
        while (close < record.size() && record[close] != '"')
            close += record[close] == '\\' ? 2 : 1;
        const std::string_view inner = record.substr(open + 1, std::min(close, record.size()) - open - 1);
        if (startsInsert(inner) && isStatementList(inner))
            return Error{ErrorKind::UnsafeStatement,
                         QStringLiteral("the entry \"%1\" holds more than one INSERT")
                             .arg(QString::fromUtf8(
                                 inner.data(), static_cast<qsizetype>(std::min<size_t>(inner.size(), 60)))),
                         QStringLiteral("Only one INSERT of literals may stand in an entry."),
                         {}};
        hasInsert = hasInsert || startsInsert(inner);
        open = close + 1;
        if (open >= record.size())
            break;
    }
    if (!hasInsert)
        return {};
    return Error{
        ErrorKind::Unsupported, QStringLiteral("a payload of SQL statements is no list of rows"), {}, {}};
}

} // namespace galley
