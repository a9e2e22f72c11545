// SPDX-License-Identifier: MIT
#include "workers/bundles/openmetadata/metadatachecks.h"

#include <algorithm>

namespace galley {

namespace {

using Problem = std::optional<CellProblem>;

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).left(60);
}

CellProblem problem(const QString &reason)
{
    return {ErrorKind::Value, reason};
}

/// Calls `check` with every entry; the first problem counts.
template<typename Check> Problem ofEach(std::string_view list, const Check &check)
{
    size_t start = 0;
    bool isQuoted = false;
    for (size_t i = 0; i <= list.size(); ++i) {
        if (i < list.size() && list[i] == '"')
            isQuoted = !isQuoted;
        if (i < list.size() && (list[i] != ';' || isQuoted))
            continue;
        if (Problem found = check(list.substr(start, i - start)))
            return found;
        start = i + 1;
    }
    return {};
}

Problem checkOwners(std::string_view list, const QSet<QByteArray> &known)
{
    return ofEach(list, [&](std::string_view owner) -> Problem {
        const size_t colon = owner.find(':');
        const std::string_view type = owner.substr(0, std::min(colon, owner.size()));
        if (colon == std::string_view::npos || colon + 1 == owner.size()
            || (type != "user" && type != "team"))
            return problem(
                QStringLiteral("\"%1\" is no owner: write user:NAME or team:NAME").arg(shown(owner)));
        const QByteArray bytes(owner.data(), static_cast<qsizetype>(owner.size()));
        if (known.isEmpty() || known.contains(bytes))
            return {};
        return CellProblem{
            ErrorKind::Reference,
            QStringLiteral("there is no owner \"%1\" in the list of owners").arg(shown(owner))};
    });
}

/// Names of at least `parts` parts.
Problem checkNames(std::string_view list, size_t parts, const QString &example)
{
    return ofEach(list, [&](std::string_view name) -> Problem {
        if (name.empty())
            return problem(QStringLiteral("an empty entry between two \";\""));
        if (nameParts(name).size() >= parts)
            return {};
        return problem(QStringLiteral("\"%1\" is no name like %2").arg(shown(name), example));
    });
}

/// `P1Y2M3DT4H5M6.7S`, at least one part, in this order; or `P4W`.
bool isDuration(std::string_view text)
{
    if (text.size() < 3 || text.front() != 'P')
        return false;
    std::string_view units = "YMWD";
    size_t parts = 0;
    bool isInTime = false;
    size_t i = 1;
    while (i < text.size()) {
        if (text[i] == 'T' && !isInTime) {
            isInTime = true;
            units = "HMS";
            parts = 0;
            ++i;
            continue;
        }
        const size_t start = i;
        while (i < text.size() && ((text[i] >= '0' && text[i] <= '9') || (text[i] == '.' && i > start)))
            ++i;
        const size_t unit = i < text.size() && i > start ? units.find(text[i]) : std::string_view::npos;
        const bool isFraction = text.substr(start, i - start).find('.') != std::string_view::npos;
        if (unit == std::string_view::npos || (isFraction && text[i] != 'S'))
            return false;
        units.remove_prefix(unit + 1);
        ++parts;
        ++i;
    }
    return parts > 0;
}

Problem checkExtension(std::string_view pairs)
{
    return ofEach(pairs, [](std::string_view pair) -> Problem {
        if (pair.size() >= 2 && pair.front() == '"' && pair.back() == '"')
            pair = pair.substr(1, pair.size() - 2);
        const size_t colon = pair.find(':');
        if (colon != std::string_view::npos && colon > 0 && colon + 1 < pair.size())
            return {};
        return problem(QStringLiteral("\"%1\" is no pair like property:value").arg(shown(pair)));
    });
}

Problem checkEntityType(std::string_view type)
{
    static constexpr std::string_view kTypes[] = {"database", "databaseSchema", "table", "column",
                                                  "storedProcedure"};
    if (std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes))
        return {};
    return problem(QStringLiteral("\"%1\" is none of database, databaseSchema, table, column and "
                                  "storedProcedure")
                       .arg(shown(type)));
}

} // namespace

Problem checkMetadataCell(MetadataField field, std::string_view text, const QSet<QByteArray> &owners)
{
    switch (field) {
    case Owner:
        return checkOwners(text, owners);
    case Tags:
    case Tiers:
    case Certification:
        return checkNames(text, 2, QStringLiteral("Classification.tag"));
    case GlossaryTerms:
        return checkNames(text, 2, QStringLiteral("Glossary.term"));
    case Domains:
        return checkNames(text, 1, QStringLiteral("Domain"));
    case RetentionPeriod:
        if (isDuration(text))
            return {};
        return problem(QStringLiteral("\"%1\" is no ISO 8601 duration such as P30D").arg(shown(text)));
    case Extension:
        return checkExtension(text);
    case EntityType:
        return checkEntityType(text);
    case FullyQualifiedName:
        if (!nameParts(text).empty())
            return {};
        return problem(
            QStringLiteral("\"%1\" is no dotted name; a part with a dot stands in quotes").arg(shown(text)));
    case DataLength:
        if (text.size() < 10
            && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return {};
        return problem(QStringLiteral("\"%1\" is no length").arg(shown(text)));
    default:
        return {};
    }
}

bool isWebAddress(std::string_view url)
{
    const auto begins = [&](std::string_view scheme) {
        return url.size() > scheme.size()
            && std::equal(scheme.begin(), scheme.end(), url.begin(),
                          [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
    };
    return begins("http://") || begins("https://");
}

} // namespace galley
