// SPDX-License-Identifier: MIT
#include "workers/base/option.h"

#include <algorithm>

namespace galley {

namespace {

Result<QVariant> parseValue(const OptionSpec &spec, const QString &text)
{
    const auto refused = [&](const QString &expected) {
        return Error{ErrorKind::Usage,
                     QStringLiteral("\"%1\" is not a value of option %2").arg(text, spec.id),
                     QStringLiteral("Give %1.").arg(expected),
                     {}};
    };
    switch (spec.type) {
    case OptionSpec::Type::Boolean: {
        const QString word = text.toLower();
        if (word == QLatin1String("true") || word == QLatin1String("yes") || word == QLatin1String("1"))
            return QVariant(true);
        if (word == QLatin1String("false") || word == QLatin1String("no") || word == QLatin1String("0"))
            return QVariant(false);
        return refused(QStringLiteral("true or false"));
    }
    case OptionSpec::Type::Integer: {
        bool isNumber = false;
        const qlonglong number = text.toLongLong(&isNumber);
        return isNumber ? Result<QVariant>(QVariant(number)) : refused(QStringLiteral("a whole number"));
    }
    case OptionSpec::Type::Character: {
        if (text == QLatin1String("\\t") || text == QLatin1String("tab"))
            return QVariant(QStringLiteral("\t"));
        return text.size() <= 1 ? Result<QVariant>(QVariant(text))
                                : refused(QStringLiteral("one character, or tab, or nothing"));
    }
    case OptionSpec::Type::Choice:
        return spec.choices.contains(text)
            ? Result<QVariant>(QVariant(text))
            : refused(QStringLiteral("one of: ") + spec.choices.join(QStringLiteral(", ")));
    case OptionSpec::Type::File:
    case OptionSpec::Type::Text:
        break;
    }
    return QVariant(text);
}

} // namespace

Result<void> OptionValues::setFromText(const std::vector<OptionSpec> &specs, const QString &keyValue)
{
    const qsizetype equals = keyValue.indexOf(QLatin1Char('='));
    const QString key = keyValue.left(equals < 0 ? keyValue.size() : equals);
    const auto spec =
        std::find_if(specs.begin(), specs.end(), [&](const OptionSpec &s) { return s.id == key; });
    if (equals < 1 || spec == specs.end()) {
        QStringList known;
        for (const OptionSpec &s : specs)
            known += s.id;
        return Error{ErrorKind::Usage,
                     QStringLiteral("\"%1\" is not an option of this format").arg(key),
                     QStringLiteral("Known options: %1.").arg(known.join(QStringLiteral(", "))),
                     {}};
    }
    ASSIGN_OR_RETURN(QVariant parsed, parseValue(*spec, keyValue.mid(equals + 1)));
    m_values.insert(key, parsed);
    return {};
}

} // namespace galley
