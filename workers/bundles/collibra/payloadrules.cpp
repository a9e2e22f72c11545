// SPDX-License-Identifier: MIT
#include "workers/bundles/collibra/payloadrules.h"

#include "workers/base/io.h"
#include "workers/base/sha256.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace galley {

namespace {

constexpr qsizetype kLargestProfile = 16 * 1024 * 1024;
const QString kCommandLine = QStringLiteral("cmd_line_t");

struct Profile
{
    QString path;

    Error error(ErrorKind kind, const QString &message) const
    {
        return {kind,
                message,
                QStringLiteral("docs/formats.md says what a profile of rules looks like."),
                {path, {}, 0, 0}};
    }
    Result<void> checkKeys(const QJsonObject &object, const QStringList &known, const QString &where) const
    {
        const QStringList keys = object.keys();
        for (const QString &key : keys) {
            if (!known.contains(key))
                return error(
                    ErrorKind::Schema,
                    QStringLiteral("%1 has the key \"%2\", which means nothing").arg(where, key.left(60)));
        }
        return {};
    }
    Result<QMap<QString, QString>> names(const QJsonObject &all, const QString &key) const
    {
        QMap<QString, QString> names;
        const QJsonObject object = all.value(key).toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!it.value().isString() || it.key().isEmpty())
                return error(ErrorKind::Schema,
                             QStringLiteral("%1: \"%2\" has no new name").arg(key, it.key()));
            names.insert(it.key(), it.value().toString());
        }
        return names;
    }
    /// `from`, which may be missing, and `to`, which may be null.
    Result<void> values(const QJsonObject &rule, const QString &where, std::optional<QByteArray> &from,
                        std::optional<QByteArray> &to) const
    {
        const QJsonValue old = rule.value(QLatin1String("from"));
        const QJsonValue made = rule.value(QLatin1String("to"));
        if ((!old.isUndefined() && !old.isString()) || (!made.isString() && !made.isNull()))
            return error(ErrorKind::Schema,
                         where + QStringLiteral(": \"from\" is text or missing, \"to\" is text or null"));
        if (old.isString())
            from = old.toString().toUtf8();
        if (made.isString())
            to = made.toString().toUtf8();
        return {};
    }
    Result<ColumnRule> columnRule(const QJsonObject &json) const
    {
        const QString where = QStringLiteral("a rule of columns");
        RETURN_IF_ERROR(checkKeys(
            json,
            {QStringLiteral("table"), QStringLiteral("column"), QStringLiteral("from"), QStringLiteral("to")},
            where));
        ColumnRule rule;
        rule.table = json.value(QLatin1String("table")).toString();
        rule.column = json.value(QLatin1String("column")).toString();
        if (rule.column.isEmpty())
            return error(ErrorKind::Schema, where + QStringLiteral(" names no column"));
        RETURN_IF_ERROR(values(json, where, rule.from, rule.to));
        return rule;
    }
    Result<SwitchRule> switchRule(const QJsonObject &json) const
    {
        const QString where = QStringLiteral("a rule of switches");
        RETURN_IF_ERROR(checkKeys(json,
                                  {QStringLiteral("column"), QStringLiteral("switch"), QStringLiteral("from"),
                                   QStringLiteral("to")},
                                  where));
        SwitchRule rule;
        rule.column = json.value(QLatin1String("column")).toString(kCommandLine);
        rule.name = json.value(QLatin1String("switch")).toString().toUtf8();
        if (!rule.name.startsWith('-') || rule.name.contains(' ') || rule.name.contains('"'))
            return error(ErrorKind::Schema, where + QStringLiteral(" names no switch that begins with -"));
        RETURN_IF_ERROR(values(json, where, rule.from, rule.to));
        if (rule.to && rule.to->contains('"'))
            return error(ErrorKind::Schema, where + QStringLiteral(": a value cannot hold a quote"));
        return rule;
    }
};

/// A word of a command line, as it stands.
struct Word
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// Words are parted by blanks; a quote opens and closes what is not looked into.
Word wordAt(const QByteArray &line, qsizetype at)
{
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t' || line[at] == '\n'))
        ++at;
    Word word{at, at};
    bool isQuoted = false;
    while (word.end < line.size()) {
        const char c = line[word.end];
        if (c == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (c == ' ' || c == '\t' || c == '\n'))
            break;
        ++word.end;
    }
    return word;
}

QByteArray unquoted(const QByteArray &word)
{
    return word.size() >= 2 && word.startsWith('"') && word.endsWith('"') ? word.mid(1, word.size() - 2)
                                                                          : word;
}

/// In quotes where the word was, or has to be.
QByteArray requoted(const QByteArray &value, bool wasQuoted)
{
    const bool needsQuotes =
        value.isEmpty() || value.contains(' ') || value.contains('\t') || value.startsWith('-');
    return wasQuoted || needsQuotes ? '"' + value + '"' : value;
}

QByteArray bytesOf(const Cell &cell)
{
    return {cell.view().data(), static_cast<qsizetype>(cell.view().size())};
}

} // namespace

std::optional<QByteArray> withSwitch(const QByteArray &line, const SwitchRule &rule)
{
    QByteArray made;
    qsizetype copied = 0;
    for (Word word = wordAt(line, 0); word.begin < line.size(); word = wordAt(line, word.end)) {
        if (line.mid(word.begin, word.end - word.begin) != rule.name)
            continue;
        const Word next = wordAt(line, word.end);
        const QByteArray old = line.mid(next.begin, next.end - next.begin);
        const bool hasValue = !old.isEmpty() && !old.startsWith('-');
        if (rule.from && (!hasValue || unquoted(old) != *rule.from))
            continue;
        const qsizetype end = hasValue ? next.end : word.end;
        if (!rule.to) { // with the blank before it
            const qsizetype begin = word.begin > copied ? word.begin - 1 : word.begin;
            made += line.mid(copied, begin - copied);
        } else {
            made += line.mid(copied, word.end - copied);
            made += hasValue ? line.mid(word.end, next.begin - word.end) : QByteArray(" ");
            made += requoted(*rule.to, old.startsWith('"'));
        }
        copied = end;
        word.end = end;
    }
    made += line.mid(copied);
    if (made == line)
        return {};
    return made;
}

Result<PayloadRules> readPayloadRules(const QString &path)
{
    const Profile profile{path};
    ASSIGN_OR_RETURN(const auto file, openFile(path));
    ASSIGN_OR_RETURN(const QByteArray text, readAll(*file, kLargestProfile));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (!document.isObject())
        return profile.error(ErrorKind::Malformed,
                             QStringLiteral("this is no profile of rules: %1").arg(problem.errorString()));
    const QJsonObject all = document.object();
    RETURN_IF_ERROR(
        profile.checkKeys(all,
                          {QStringLiteral("galley-rules"), QStringLiteral("schema"),
                           QStringLiteral("dataset"), QStringLiteral("columns"), QStringLiteral("switches")},
                          QStringLiteral("the profile")));
    if (all.value(QLatin1String("galley-rules")).toInt() != 1)
        return profile.error(ErrorKind::Unsupported, QStringLiteral("\"galley-rules\" is not 1"));
    PayloadRules rules;
    rules.sha256 = Sha256::of({text.constData(), static_cast<size_t>(text.size())});
    ASSIGN_OR_RETURN(rules.schemas, profile.names(all, QStringLiteral("schema")));
    ASSIGN_OR_RETURN(rules.datasets, profile.names(all, QStringLiteral("dataset")));
    const QJsonArray columns = all.value(QLatin1String("columns")).toArray();
    for (const QJsonValue &value : columns) {
        ASSIGN_OR_RETURN(ColumnRule rule, profile.columnRule(value.toObject()));
        rules.columns.push_back(std::move(rule));
    }
    const QJsonArray switches = all.value(QLatin1String("switches")).toArray();
    for (const QJsonValue &value : switches) {
        ASSIGN_OR_RETURN(SwitchRule rule, profile.switchRule(value.toObject()));
        rules.switches.push_back(std::move(rule));
    }
    return rules;
}

TableRules::TableRules(const PayloadRules &rules, const TableName &table, const QStringList &columns)
{
    for (auto it = rules.datasets.cbegin(); it != rules.datasets.cend(); ++it)
        m_datasets.insert(it.key().toUtf8(), it.value().toUtf8());
    for (qsizetype i = 0; i < columns.size(); ++i) {
        Slot slot;
        slot.column = static_cast<size_t>(i);
        slot.isDataset = columns[i] == QLatin1String("dataset") && !m_datasets.isEmpty();
        for (const ColumnRule &rule : rules.columns) {
            if (rule.column == columns[i] && (rule.table.isEmpty() || rule.table == table.name))
                slot.rules.push_back(rule);
        }
        for (const SwitchRule &rule : rules.switches) {
            if (rule.column == columns[i])
                slot.switches.push_back(rule);
        }
        for (auto it = m_datasets.cbegin(); columns[i] == kCommandLine && it != m_datasets.cend(); ++it)
            slot.switches.push_back({kCommandLine, "-ds", it.key(), it.value()});
        if (slot.isDataset || !slot.rules.empty() || !slot.switches.empty())
            m_slots.push_back(std::move(slot));
    }
}

bool TableRules::applyTo(const Slot &slot, Cell &cell, Arena &arena) const
{
    if (!cell.isNull() && cell.kind() != CellKind::Text)
        return false;
    const bool wasNull = cell.isNull();
    QByteArray value = wasNull ? QByteArray() : bytesOf(cell);
    bool isNull = wasNull;
    if (slot.isDataset && !isNull)
        value = m_datasets.value(value, value);
    // The first rule that fits, so that swapping two values is possible.
    for (const ColumnRule &rule : slot.rules) {
        if (rule.from && (isNull || value != *rule.from))
            continue;
        isNull = !rule.to;
        value = rule.to.value_or(QByteArray());
        break;
    }
    for (const SwitchRule &rule : slot.switches) {
        if (isNull)
            break;
        const auto changed = withSwitch(value, rule);
        value = changed.value_or(value);
        if (changed && rule.name == "-ds") // one dataset has one new name, whatever other rules say of that
            break;
    }
    if (isNull == wasNull && (isNull || value == bytesOf(cell)))
        return false;
    cell = isNull ? Cell::null()
                  : Cell::text(arena.store({value.constData(), static_cast<size_t>(value.size())}));
    return true;
}

qint64 TableRules::apply(std::span<Cell> row, Arena &arena) const
{
    qint64 changed = 0;
    for (const Slot &slot : m_slots)
        changed += applyTo(slot, row[slot.column], arena) ? 1 : 0;
    return changed;
}

} // namespace galley
