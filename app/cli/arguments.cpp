// SPDX-License-Identifier: MIT
#include "app/cli/arguments.h"

#include "workers/base/nearnames.h"

#include <algorithm>

namespace galley::cli {

namespace {

using Takes = OptionDecl::Takes;

class Parser
{
public:
    Parser(const QStringList &words, const std::vector<OptionDecl> &options)
        : m_words(words)
        , m_options(options)
    {
    }

    Result<void> run()
    {
        bool isOptionsEnd = false;
        while (m_next < m_words.size()) {
            const QString word = m_words[m_next++];
            if (!isOptionsEnd && word == QLatin1String("--")) {
                isOptionsEnd = true;
                m_lastSeveral.clear();
            } else if (!isOptionsEnd && isOptionWord(word)) {
                RETURN_IF_ERROR(option(word));
            } else {
                m_positional += word;
            }
        }
        return {};
    }

    /// Values that the last option took beside its first become positional ones.
    void giveBack(qsizetype wanted)
    {
        if (m_lastSeveral.isEmpty())
            return;
        QStringList &values = m_values[m_lastSeveral];
        const qsizetype count = std::min(wanted, m_lastCount - 1);
        for (qsizetype i = 0; i < count; ++i)
            m_positional.append(values.takeAt(values.size() - (count - i)));
    }

    QMap<QString, QStringList> m_values;
    QStringList m_positional;

private:
    static bool isOptionWord(const QString &word)
    {
        return word.size() > 1 && word.startsWith(QLatin1Char('-'));
    }

    Result<void> option(QString word)
    {
        if (word == QLatin1String("-h"))
            word = QStringLiteral("--help");
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        const QString written = equals < 0 ? word : word.left(equals);
        const auto found = std::find_if(m_options.begin(), m_options.end(), [&](const OptionDecl &decl) {
            return written == QLatin1String("--") + decl.name;
        });
        if (found == m_options.end()) {
            QStringList known;
            for (const OptionDecl &decl : m_options)
                known += QLatin1String("--") + decl.name;
            return usageError(QStringLiteral("there is no option %1").arg(written),
                              didYouMean(written, known));
        }
        return take(*found, equals < 0 ? std::nullopt : std::optional(word.mid(equals + 1)));
    }

    Result<void> take(const OptionDecl &decl, const std::optional<QString> &attached)
    {
        if (decl.takes == Takes::Nothing) {
            if (attached)
                return usageError(QStringLiteral("--%1 takes no value").arg(decl.name));
            m_values[decl.name];
            return {};
        }
        if (decl.takes == Takes::One && m_values.contains(decl.name))
            return usageError(QStringLiteral("--%1 is given twice").arg(decl.name));
        QStringList &values = m_values[decl.name];
        if (attached) {
            values += *attached;
            return {};
        }
        if (m_next == m_words.size() || m_words[m_next].startsWith(QLatin1String("--")))
            return usageError(
                QStringLiteral("--%1 needs a value: --%1 %2").arg(decl.name, decl.valueName),
                QStringLiteral("A value that begins with -- is given as --%1=VALUE.").arg(decl.name));
        values += m_words[m_next++];
        if (decl.takes != Takes::Several)
            return {};
        m_lastSeveral = decl.name;
        m_lastCount = 1;
        while (m_next < m_words.size() && !isOptionWord(m_words[m_next])) {
            values += m_words[m_next++];
            ++m_lastCount;
        }
        return {};
    }

    const QStringList &m_words;
    const std::vector<OptionDecl> &m_options;
    qsizetype m_next = 0;
    QString m_lastSeveral; ///< the option that took the words just before
    qsizetype m_lastCount = 0;
};

} // namespace

Result<Arguments> Arguments::parse(const QStringList &words, const std::vector<OptionDecl> &options,
                                   const std::vector<PositionalDecl> &positionals)
{
    Parser parser(words, options);
    RETURN_IF_ERROR(parser.run());
    Arguments parsed;
    if (parser.m_values.contains(QStringLiteral("help"))) {
        parsed.m_values = parser.m_values;
        return parsed;
    }
    qsizetype required = 0;
    for (const PositionalDecl &decl : positionals)
        required += decl.isRequired ? 1 : 0;
    if (parser.m_positional.size() < required)
        parser.giveBack(required - parser.m_positional.size());
    if (parser.m_positional.size() < required)
        return usageError(QStringLiteral("%1 is missing")
                              .arg(positionals[static_cast<size_t>(parser.m_positional.size())].name));
    const bool isRepeated = !positionals.empty() && positionals.back().isRepeated;
    if (!isRepeated && parser.m_positional.size() > static_cast<qsizetype>(positionals.size()))
        return usageError(QStringLiteral("\"%1\" is one argument too many")
                              .arg(parser.m_positional[static_cast<qsizetype>(positionals.size())]),
                          QStringLiteral("A name with spaces stands in quotes."));
    parsed.m_values = std::move(parser.m_values);
    parsed.m_positional = std::move(parser.m_positional);
    return parsed;
}

Error usageError(const QString &message, const QString &hint)
{
    return {ErrorKind::Usage, message, hint, {}};
}

} // namespace galley::cli
