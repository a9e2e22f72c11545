// SPDX-License-Identifier: MIT
#include "workers/changes/schemadifference.h"

#include <algorithm>

namespace galley {

namespace {

using Differences = std::vector<SchemaDifference>;

QString textOf(const Column &column)
{
    QString text = column.nativeType.isEmpty() ? logicalTypeName(column.type) : column.nativeType;
    if (!column.nullable)
        text += QStringLiteral(" NOT NULL");
    if (!column.defaultExpression.isEmpty())
        text += QStringLiteral(" DEFAULT ") + column.defaultExpression;
    return text;
}

int placeOf(const TableShape &shape, const QString &name)
{
    for (size_t i = 0; i < shape.columns.size(); ++i) {
        if (shape.columns[i].name.compare(name, Qt::CaseInsensitive) == 0)
            return static_cast<int>(i);
    }
    return -1;
}

QString listOf(const QStringList &names)
{
    return names.join(QStringLiteral(", "));
}

QStringList keyOf(const TableInfo &table)
{
    QStringList names;
    for (const int column : table.shape.key)
        names += table.shape.columns[static_cast<size_t>(column)].name;
    return table.hasPrimaryKey ? names : QStringList();
}

void compareColumns(const TableShape &source, const TableShape &target, Differences &out)
{
    for (const Column &column : source.columns) {
        const int at = placeOf(target, column.name);
        const QString there = at < 0 ? QString() : textOf(target.columns[static_cast<size_t>(at)]);
        if (textOf(column).compare(there, Qt::CaseInsensitive) != 0)
            out.push_back({QStringLiteral("column"), column.name, textOf(column), there});
    }
    for (const Column &column : target.columns) {
        if (placeOf(source, column.name) < 0)
            out.push_back({QStringLiteral("column"), column.name, {}, textOf(column)});
    }
}

/// Name and text of each constraint; names that engines make up are no difference, so columns stand for them.
using Named = std::vector<std::pair<QString, QString>>;

Named foreignKeys(const TableInfo &table)
{
    Named named;
    for (const ForeignKey &key : table.foreignKeys) {
        QString text = QStringLiteral("to %1 (%2)").arg(key.target.name, listOf(key.targetColumns));
        const auto add = [&](const char *when, const QString &action) {
            if (!action.isEmpty() && action != QLatin1String("NO ACTION")
                && action != QLatin1String("RESTRICT"))
                text += QStringLiteral(", on %1 %2").arg(QLatin1String(when), action.toLower());
        };
        add("update", key.onUpdate);
        add("delete", key.onDelete);
        named.emplace_back(listOf(key.columns), text);
    }
    return named;
}

Named indexes(const TableInfo &table, bool areUnique)
{
    Named named;
    for (const IndexInfo &index : table.indexes) {
        if (!index.isPrimaryKey && index.isUnique == areUnique)
            named.emplace_back(listOf(index.columns),
                               index.isPartial ? QStringLiteral("of some rows") : QStringLiteral("yes"));
    }
    return named;
}

Named checks(const TableInfo &table)
{
    Named named;
    for (const CheckConstraint &check : table.checks)
        named.emplace_back(check.expression.simplified(), QStringLiteral("yes"));
    return named;
}

void compareNamed(const char *kind, const Named &source, Named target, Differences &out)
{
    for (const auto &[name, text] : source) {
        const auto same = std::find_if(target.begin(), target.end(), [&, &wanted = name](const auto &other) {
            return other.first.compare(wanted, Qt::CaseInsensitive) == 0;
        });
        const QString there = same == target.end() ? QString() : same->second;
        if (text.compare(there, Qt::CaseInsensitive) != 0)
            out.push_back({QLatin1String(kind), name, text, there});
        if (same != target.end())
            target.erase(same);
    }
    for (const auto &[name, text] : target)
        out.push_back({QLatin1String(kind), name, {}, text});
}

} // namespace

Differences schemaDifferences(const TableInfo &source, const TableInfo &target)
{
    Differences out;
    compareColumns(source.shape, target.shape, out);
    const QString key = listOf(keyOf(source));
    const QString there = listOf(keyOf(target));
    if (key.compare(there, Qt::CaseInsensitive) != 0)
        out.push_back({QStringLiteral("primary key"), key.isEmpty() ? there : key, key, there});
    compareNamed("foreign key", foreignKeys(source), foreignKeys(target), out);
    compareNamed("unique", indexes(source, true), indexes(target, true), out);
    compareNamed("index", indexes(source, false), indexes(target, false), out);
    compareNamed("check", checks(source), checks(target), out);
    return out;
}

Differences columnDifferences(const QStringList &source, const TableShape &target)
{
    Differences out;
    for (const QString &name : source) {
        if (placeOf(target, name) < 0)
            out.push_back({QStringLiteral("column"), name, QStringLiteral("yes"), {}});
    }
    for (const Column &column : target.columns) {
        if (!source.contains(column.name, Qt::CaseInsensitive))
            out.push_back({QStringLiteral("column"), column.name, {}, textOf(column)});
    }
    return out;
}

} // namespace galley
