// SPDX-License-Identifier: MIT
#include "workers/bundles/kuzu/kuzutables.h"

#include <algorithm>
#include <set>

namespace galley {

namespace {

/// The engines keep these names to themselves.
const QStringList kReserved = {QStringLiteral("_id"), QStringLiteral("_label"), QStringLiteral("_src"),
                               QStringLiteral("_dst")};

} // namespace

KuzuTables::KuzuTables(const BundleListing &selected)
    : m_source(selected.sourceName)
    , m_tables(selected.tables)
{
    nameTables();
    findReferences();
    findLinks();
}

void KuzuTables::warn(const QString &message, const QString &member)
{
    m_warnings.push_back({ErrorKind::Schema, message, {}, {m_source, member, 0, 0}});
}

/// A backtick cannot be written inside backticks.
QString KuzuTables::freeName(QString wanted)
{
    wanted.replace(QLatin1Char('`'), QLatin1Char('_'));
    while (m_names.contains(wanted, Qt::CaseInsensitive) || wanted.isEmpty())
        wanted += QLatin1Char('_');
    m_names += wanted;
    return wanted;
}

QString KuzuTables::tableName(const TableName &name)
{
    QString wanted = name.name;
    const auto sameName = [&](const BundleTable &table) {
        return table.table.shape.name.name.compare(name.name, Qt::CaseInsensitive) == 0;
    };
    if (std::count_if(m_tables.begin(), m_tables.end(), sameName) > 1 && !name.schema.isEmpty())
        wanted = name.schema + QLatin1Char('_') + wanted;
    wanted = freeName(wanted);
    if (wanted != name.name)
        warn(QStringLiteral("the table \"%1\" is called \"%2\" in Kùzu").arg(name.toString(), wanted), {});
    return wanted;
}

QStringList KuzuTables::columnNames(const TableInfo &table)
{
    QStringList names;
    for (const Column &column : table.shape.columns) {
        QString wanted = column.name;
        wanted.replace(QLatin1Char('`'), QLatin1Char('_'));
        while (names.contains(wanted, Qt::CaseInsensitive) || kReserved.contains(wanted, Qt::CaseInsensitive)
               || wanted.isEmpty())
            wanted += QLatin1Char('_');
        if (wanted != column.name)
            warn(QStringLiteral("the column \"%1\" is called \"%2\" in Kùzu").arg(column.name, wanted),
                 table.shape.name.toString());
        names += wanted;
    }
    return names;
}

void KuzuTables::nameTables()
{
    for (const BundleTable &table : m_tables) {
        KuzuTable node;
        node.name = tableName(table.table.shape.name);
        node.columnNames = columnNames(table.table);
        node.key = table.table.shape.key;
        m_nodes.push_back(std::move(node));
    }
}

int KuzuTables::indexOfTable(const TableName &name) const
{
    for (size_t i = 0; i < m_tables.size(); ++i) {
        const TableName &other = m_tables[i].table.shape.name;
        const bool isSchema = name.schema.isEmpty() || other.schema.isEmpty() || name.schema == other.schema;
        if (isSchema && other.name.compare(name.name, Qt::CaseInsensitive) == 0)
            return static_cast<int>(i);
    }
    return -1;
}

std::vector<int> KuzuTables::indexes(size_t table, const QStringList &names) const
{
    std::vector<int> found;
    for (const QString &name : names)
        found.push_back(m_tables[table].table.shape.indexOf(name));
    return found;
}

/// Relationships go by the key of a node.
bool KuzuTables::isKeyOf(const ForeignKey &reference, int target) const
{
    const auto index = static_cast<size_t>(target);
    return !m_nodes[index].key.empty() && indexes(index, reference.targetColumns) == m_nodes[index].key;
}

void KuzuTables::findReferences()
{
    for (size_t i = 0; i < m_tables.size(); ++i) {
        for (const ForeignKey &reference : m_tables[i].table.foreignKeys) {
            const int target = indexOfTable(reference.target);
            const std::vector<int> columns = indexes(i, reference.columns);
            const bool areThere = std::find(columns.begin(), columns.end(), -1) == columns.end();
            if (target >= 0 && areThere && isKeyOf(reference, target))
                m_nodes[i].references.push_back(&reference);
        }
        auto &references = m_nodes[i].references;
        std::stable_sort(references.begin(), references.end(), [&](const ForeignKey *a, const ForeignKey *b) {
            return indexes(i, a->columns).front() < indexes(i, b->columns).front();
        });
    }
}

/// A pure link table refers to two nodes, by columns that are never NULL, has no key of its own, and nothing
/// refers to it.
void KuzuTables::findLinks()
{
    std::set<int> targets;
    for (const BundleTable &table : m_tables) {
        for (const ForeignKey &reference : table.table.foreignKeys)
            targets.insert(indexOfTable(reference.target));
    }
    for (size_t i = 0; i < m_tables.size(); ++i) {
        const TableInfo &info = m_tables[i].table;
        const auto &references = m_nodes[i].references;
        if (references.size() != 2 || info.foreignKeys.size() != 2 || targets.contains(static_cast<int>(i)))
            continue;
        std::set<int> ends;
        for (const ForeignKey *reference : references) {
            for (const int index : indexes(i, reference->columns))
                ends.insert(index);
        }
        const auto isEnd = [&](int index) { return ends.contains(index); };
        const auto isFilled = [&](int index) {
            const bool isKey =
                std::find(info.shape.key.begin(), info.shape.key.end(), index) != info.shape.key.end();
            return isKey || !info.shape.columns[static_cast<size_t>(index)].nullable;
        };
        m_nodes[i].isLink = std::all_of(info.shape.key.begin(), info.shape.key.end(), isEnd)
            && std::all_of(ends.begin(), ends.end(), isFilled);
    }
}

QString KuzuTables::multiplicityOf(size_t table, const ForeignKey &from, const ForeignKey &to) const
{
    const TableInfo &info = m_tables[table].table;
    const auto isUnique = [&](const ForeignKey &reference) {
        const std::vector<int> columns = indexes(table, reference.columns);
        const bool isKey = std::set<int>(columns.begin(), columns.end())
            == std::set<int>(info.shape.key.begin(), info.shape.key.end());
        return isKey || std::any_of(info.indexes.begin(), info.indexes.end(), [&](const IndexInfo &one) {
                   return one.isUnique && !one.isPartial && indexes(table, one.columns) == columns;
               });
    };
    return (isUnique(to) ? QStringLiteral("ONE_") : QStringLiteral("MANY_"))
        + (isUnique(from) ? QStringLiteral("ONE") : QStringLiteral("MANY"));
}

} // namespace galley
