// SPDX-License-Identifier: MIT
#include "models/coretexts.h"

#include "models/coretextlist.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <optional>
#include <vector>

namespace galley {

namespace {

QString translated(const char *source)
{
    return QCoreApplication::translate("galley::Core", source);
}

/// "Export %1 to %2" as an expression that finds both names; placeholders stand in their order.
struct Pattern
{
    const char *source;
    QRegularExpression expression;
};

std::vector<Pattern> makePatterns()
{
    std::vector<Pattern> patterns;
    for (const char *source : corePatterns()) {
        QString expression = QRegularExpression::escape(QString::fromUtf8(source));
        for (const char *mark : {"\\%1", "\\%2", "\\%3"})
            expression.replace(QLatin1String(mark), QStringLiteral("(.+)"));
        patterns.push_back({source,
                            QRegularExpression(QRegularExpression::anchoredPattern(expression),
                                               QRegularExpression::DotMatchesEverythingOption)});
    }
    return patterns;
}

const std::vector<Pattern> &patterns()
{
    static const std::vector<Pattern> all = makePatterns();
    return all;
}

const QHash<QString, const char *> &texts()
{
    static const QHash<QString, const char *> all = [] {
        QHash<QString, const char *> made;
        for (const char *source : coreTextList())
            made.insert(QString::fromUtf8(source), source);
        return made;
    }();
    return all;
}

std::optional<QString> filled(const QString &english)
{
    for (const Pattern &each : patterns()) {
        const QRegularExpressionMatch match = each.expression.match(english);
        if (!match.hasMatch())
            continue;
        // At once, since a name can look like a placeholder.
        const QString text = translated(each.source);
        switch (match.lastCapturedIndex()) {
        case 1:
            return text.arg(match.captured(1));
        case 2:
            return text.arg(match.captured(1), match.captured(2));
        default:
            return text.arg(match.captured(1), match.captured(2), match.captured(3));
        }
    }
    return {};
}

} // namespace

QString coreText(const QString &english)
{
    if (const auto found = texts().constFind(english); found != texts().constEnd())
        return translated(*found);
    return filled(english).value_or(english);
}

bool isCoreText(const QString &english)
{
    return texts().contains(english) || filled(english).has_value();
}

} // namespace galley
