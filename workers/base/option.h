// SPDX-License-Identifier: MIT
//
// Settings of formats, bundles and engines as data, so that wizard pages and command-line help are generated
// from one list. Plain values.
#pragma once

#include "workers/base/result.h"

#include <QMap>
#include <QStringList>
#include <QVariant>

#include <vector>

namespace galley {

struct OptionSpec
{
    enum class Type : quint8
    {
        Boolean,
        Integer,
        Text,
        Character,
        Choice,
        File ///< the path of one
    };

    QString id; ///< stable, lower case: "delimiter"
    QString label; ///< for people, English source text
    Type type = Type::Text;
    QVariant defaultValue;
    QString help; ///< one sentence
    QStringList choices; ///< Choice only: ids
    bool forReading = true;
    bool forWriting = true;
};

/// What a user set, by option id; what is absent was left to detection or default.
class OptionValues
{
public:
    bool has(const QString &id) const { return m_values.contains(id); }
    void set(const QString &id, const QVariant &value) { m_values.insert(id, value); }
    QVariant value(const QString &id, const QVariant &fallback = {}) const
    {
        return m_values.value(id, fallback);
    }
    QString text(const QString &id, const QString &fallback = {}) const
    {
        return m_values.contains(id) ? m_values.value(id).toString() : fallback;
    }
    bool flag(const QString &id, bool fallback) const
    {
        return m_values.contains(id) ? m_values.value(id).toBool() : fallback;
    }
    const QMap<QString, QVariant> &all() const { return m_values; }

    /// Reads `KEY=VALUE` against `specs`. Errors: Usage, naming the key, the value and what is possible.
    Result<void> setFromText(const std::vector<OptionSpec> &specs, const QString &keyValue);

private:
    QMap<QString, QVariant> m_values;
};

} // namespace galley
