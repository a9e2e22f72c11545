// SPDX-License-Identifier: MIT
#include "models/mappingmodel.h"

#include "workers/base/nearnames.h"
#include "workers/base/result.h"

#include <QSet>

#include <algorithm>

namespace galley {

namespace {

constexpr qsizetype kMostCompared = 40'000;

/// The same for `First_Name`, `first name` and `FIRSTNAME`.
QString plainForm(const QString &name)
{
    QString out;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            out += c.toLower();
    }
    return out;
}

} // namespace

MappingModel::MappingModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void MappingModel::setColumns(const std::vector<Column> &source, const TableShape &target)
{
    beginResetModel();
    m_source = source;
    m_target = target;
    if (target.columns.empty())
        m_target.name = {};
    if (!m_answers.contains(m_target.name.toString()))
        answers() = std::exchange(m_first, {});
    findMatches();
    endResetModel();
}

void MappingModel::setInferred(const std::vector<Column> &columns)
{
    beginResetModel();
    for (Column &column : m_source) {
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const Column &other) { return other.name == column.name; });
        if (found != columns.end())
            column = *found;
    }
    endResetModel();
}

void MappingModel::setAnswers(const MappingAnswers &answers)
{
    beginResetModel();
    m_answers.clear();
    m_first = answers;
    findMatches();
    endResetModel();
}

void MappingModel::change(const std::function<void(MappingAnswers &)> &how)
{
    beginResetModel();
    how(answers());
    findMatches();
    endResetModel();
}

/// What an import does with that name by itself.
QString MappingModel::sameName(const QString &source) const
{
    if (isNewTable())
        return source;
    const Column *const column = targetColumn(source);
    return column == nullptr || column->generated ? QString() : column->name;
}

QString MappingModel::targetOf(int row) const
{
    const QMap<QString, QString> map = answers().map;
    const auto said = map.constFind(source(row).name);
    return said != map.constEnd() ? *said : m_automatic[static_cast<size_t>(row)];
}

QString MappingModel::suggestionFor(int row) const
{
    return m_suggested[static_cast<size_t>(row)];
}

const Column *MappingModel::targetColumn(const QString &name) const
{
    const int index = name.isEmpty() ? -1 : m_target.indexOf(name);
    return index < 0 ? nullptr : &m_target.columns[static_cast<size_t>(index)];
}

void MappingModel::findMatches()
{
    m_automatic.clear();
    QSet<QString> taken;
    QMap<QString, int> forms;
    for (const Column &column : m_source) {
        m_automatic.push_back(sameName(column.name));
        taken += m_automatic.back();
        ++forms[plainForm(column.name)];
    }
    QMap<QString, QStringList> byForm;
    for (const Column &column : m_target.columns) {
        if (!column.generated && !column.hidden && !taken.contains(column.name))
            byForm[plainForm(column.name)] += column.name;
    }
    for (size_t i = 0; i < m_source.size(); ++i) {
        const QString form = plainForm(m_source[i].name);
        const QStringList same = byForm.value(form);
        if (m_automatic[i].isEmpty() && !form.isEmpty() && same.size() == 1 && forms.value(form) == 1)
            m_automatic[i] = same.front();
    }
    suggest();
}

/// What is left on both sides and similar. Nobody's answer is overruled.
void MappingModel::suggest()
{
    QSet<QString> filled;
    for (int row = 0; row < sourceCount(); ++row)
        filled += targetOf(row);
    const MappingAnswers said = answers();
    QStringList free;
    QStringList forms;
    m_unfilled.clear();
    for (size_t i = 0; i < m_target.columns.size(); ++i) {
        const Column &column = m_target.columns[i];
        if (column.generated || column.hidden || filled.contains(column.name))
            continue;
        m_unfilled.push_back(static_cast<int>(i));
        if (!said.constants.contains(column.name)) {
            free += column.name;
            forms += plainForm(column.name);
        }
    }
    m_suggested.assign(m_source.size(), {});
    // Names are compared pair by pair; a table of thousands of columns would be felt.
    if (free.size() * sourceCount() > kMostCompared)
        return;
    for (int row = 0; row < sourceCount(); ++row) {
        if (!targetOf(row).isEmpty() || said.map.contains(source(row).name))
            continue;
        const QStringList near = nearNames(plainForm(source(row).name), forms);
        const qsizetype at = near.isEmpty() ? -1 : forms.indexOf(near.front());
        if (at < 0)
            continue;
        m_suggested[static_cast<size_t>(row)] = free.takeAt(at);
        forms.removeAt(at);
    }
}

QMap<QString, QString> MappingModel::map() const
{
    QMap<QString, QString> out;
    for (int row = 0; row < sourceCount(); ++row) {
        const QString name = source(row).name;
        const QString target = targetOf(row);
        if (target != sameName(name) || target.isEmpty())
            out.insert(name, target);
    }
    return out;
}

QMap<QString, QString> MappingModel::constants() const
{
    return answers().constants;
}

QMap<QString, QString> MappingModel::types() const
{
    QMap<QString, QString> out;
    if (!isNewTable())
        return out;
    const QMap<QString, QString> said = answers().types;
    for (const MappingTarget &target : targets()) {
        if (said.contains(target.column.name))
            out.insert(target.column.name, said.value(target.column.name));
    }
    return out;
}

QString MappingModel::problem() const
{
    const QMap<QString, QString> constant = constants();
    QSet<QString> seen;
    for (int row = 0; row < sourceCount(); ++row) {
        const QString target = targetOf(row);
        if (target.isEmpty())
            continue;
        if (!isNewTable() && !targetColumn(target))
            return tr("The target has no column %1.").arg(escapeControls(target));
        if (seen.contains(target))
            return tr("Two source columns go into %1.").arg(escapeControls(target));
        if (constant.contains(target))
            return tr("%1 gets a constant and a source column.").arg(escapeControls(target));
        seen += target;
    }
    if (seen.isEmpty() && constant.isEmpty() && !m_source.empty())
        return tr("No source column goes into the target: map at least one.");
    return {};
}

QStringList MappingModel::missing() const
{
    QStringList out;
    for (const int field : m_unfilled) {
        if (isMissing(field))
            out += m_target.columns[static_cast<size_t>(field)].name;
    }
    return out;
}

bool MappingModel::isKey(int field) const
{
    return std::find(m_target.key.begin(), m_target.key.end(), field) != m_target.key.end();
}

bool MappingModel::isMissing(int field) const
{
    const Column &column = m_target.columns[static_cast<size_t>(field)];
    // An INTEGER key is numbered by SQLite itself.
    const bool isRowid = isKey(field) && m_target.key.size() == 1
        && column.nativeType.compare(QLatin1String("INTEGER"), Qt::CaseInsensitive) == 0;
    const bool isNumbered = column.identity != Identity::None || isRowid;
    return !constants().contains(column.name) && !column.nullable && column.defaultExpression.isEmpty()
        && !isNumbered;
}

Column MappingModel::created(const QString &name, Column from) const
{
    from.name = name;
    const QString said = answers().types.value(name);
    if (!said.isEmpty())
        from.type = logicalTypeFromName(said);
    return from;
}

std::vector<MappingTarget> MappingModel::targets() const
{
    std::vector<MappingTarget> out;
    const QMap<QString, QString> constant = constants();
    if (isNewTable()) {
        for (int row = 0; row < sourceCount(); ++row) {
            if (!targetOf(row).isEmpty())
                out.push_back({created(targetOf(row), source(row)), false, false, row, false, {}});
        }
        for (auto it = constant.begin(); it != constant.end(); ++it)
            out.push_back({created(it.key(), {}), false, false, -1, true, it.value()});
        return out;
    }
    QMap<QString, int> filled;
    for (int row = sourceCount() - 1; row >= 0; --row)
        filled.insert(targetOf(row), row);
    for (size_t i = 0; i < m_target.columns.size(); ++i) {
        const Column &column = m_target.columns[i];
        if (column.generated || column.hidden)
            continue;
        const auto field = static_cast<int>(i);
        const int from = filled.value(column.name, -1);
        out.push_back({column, isKey(field), from < 0 && isMissing(field), from,
                       constant.contains(column.name), constant.value(column.name)});
    }
    return out;
}

void MappingModel::connectTo(int row, const QString &target)
{
    const QString name = source(row).name;
    change([&](MappingAnswers &said) {
        for (int other = 0; other < sourceCount() && !target.isEmpty(); ++other) {
            if (other != row && targetOf(other) == target)
                said.map.insert(source(other).name, QString());
        }
        said.constants.remove(target);
        said.map.insert(name, target);
    });
}

void MappingModel::rename(int row, const QString &target)
{
    const QString before = targetOf(row);
    change([&](MappingAnswers &said) {
        if (said.types.contains(before))
            said.types.insert(target, said.types.take(before));
        said.map.insert(source(row).name, target);
    });
}

void MappingModel::takeSuggestions()
{
    const std::vector<QString> suggested = m_suggested;
    change([&](MappingAnswers &said) {
        for (size_t i = 0; i < suggested.size(); ++i) {
            if (!suggested[i].isEmpty())
                said.map.insert(m_source[i].name, suggested[i]);
        }
    });
}

void MappingModel::setConstant(const QString &target, const QString &value)
{
    change([&](MappingAnswers &said) {
        if (value.isNull())
            said.constants.remove(target);
        else
            said.constants.insert(target, value);
    });
}

void MappingModel::setType(const QString &target, LogicalType type)
{
    change([&](MappingAnswers &said) { said.types.insert(target, logicalTypeName(type)); });
}

QStringList MappingModel::typeChoices()
{
    using enum LogicalType;
    QStringList out;
    for (const LogicalType type : {Boolean, Integer, Unsigned, Real, Decimal, Text, Bytes, Date, Time,
                                   DateTime, DateTimeTz, Uuid, Json})
        out += logicalTypeName(type);
    return out;
}

} // namespace galley
