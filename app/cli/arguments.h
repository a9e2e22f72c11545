// SPDX-License-Identifier: MIT
//
// The arguments of a verb: what it takes, and what it was given. Plain values.
#pragma once

#include "workers/base/result.h"

#include <QMap>
#include <QStringList>

#include <vector>

namespace galley::cli {

/// An option of a verb.
struct OptionDecl
{
    enum class Takes : quint8
    {
        Nothing,
        One, ///< `--to PATH`; given twice is an error
        OneEach, ///< `--where T:EXPR`; may be given again
        Several, ///< `--table T…`: one or more values, and may be given again
    };

    QString name; ///< without the dashes
    Takes takes = Takes::Nothing;
    QString valueName; ///< "PATH"; for the help
    QString help; ///< one or two sentences
};

/// What a verb stands before: `DB`, `A B`.
struct PositionalDecl
{
    QString name;
    bool isRequired = true;
    bool isRepeated = false; ///< the last one only: more of it may follow
};

class Arguments
{
public:
    bool has(const QString &option) const { return m_values.contains(option); }
    /// The value of an option that takes one.
    QString value(const QString &option, const QString &fallback = {}) const
    {
        const QStringList all = m_values.value(option);
        return all.isEmpty() ? fallback : all.last();
    }
    QStringList values(const QString &option) const { return m_values.value(option); }
    const QStringList &positional() const { return m_positional; }
    /// "" where it was not given.
    QString positional(qsizetype index) const { return m_positional.value(index); }

    /// Reads `words`. Values of an option that takes several end at the next option; where required
    /// positional arguments would be missing then, the last values are taken for them. Errors: Usage, with
    /// the nearest name for an unknown option.
    static Result<Arguments> parse(const QStringList &words, const std::vector<OptionDecl> &options,
                                   const std::vector<PositionalDecl> &positionals);

private:
    QMap<QString, QStringList> m_values;
    QStringList m_positional;
};

Error usageError(const QString &message, const QString &hint = {});

} // namespace galley::cli
