// SPDX-License-Identifier: MIT
#include "workers/bundles/kuzu/kuzuplan.h"

#include "workers/bundles/kuzu/kuzuentry.h"
#include "workers/bundles/kuzu/kuzureader.h"
#include "workers/bundles/kuzu/kuzutables.h"
#include "workers/engines/engine.h"

#include <algorithm>

namespace galley {

namespace {

class Planner
{
public:
    Planner(const BundleListing &selected, const OptionValues &options)
        : m_selected(selected)
        , m_options(options)
        , m_nodes(selected)
    {
        m_asText = options.text(kuzuoption::kAsText).split(QLatin1Char(','), Qt::SkipEmptyParts);
    }

    Result<BundleListing> run();

private:
    Result<void> checkOptions() const;
    Result<void> readLike();
    Result<void> addNode(size_t index);
    Result<void> addLink(size_t index);
    Result<void> addReference(size_t index, const ForeignKey &reference);
    KuzuEntry::Column column(size_t table, int index, int cell) const;
    KuzuEntry::Column keyColumn(size_t table, const std::vector<int> &from, int firstCell) const;
    QString typeOf(size_t table, int index) const;
    const KuzuProperty *likeProperty(size_t table, const QString &name) const;
    BundleTable projected(size_t index, const std::vector<int> &columns) const;
    void keep(BundleTable table, const KuzuEntry &entry);
    void warn(const QString &message, const QString &hint, const QString &member = {});

    const BundleListing &m_selected;
    const OptionValues &m_options;
    QStringList m_asText;
    std::optional<KuzuExport> m_like;
    KuzuTables m_nodes;
    BundleListing m_planned;
    std::vector<BundleTable> m_relations; ///< come after all nodes
};

void Planner::warn(const QString &message, const QString &hint, const QString &member)
{
    m_planned.warnings.push_back({ErrorKind::Schema, message, hint, {m_selected.sourceName, member, 0, 0}});
}

/// Those of the CSV format do not reach this dialect.
Result<void> Planner::checkOptions() const
{
    static const QStringList kKnown = {kuzuoption::kHeader, kuzuoption::kReferences, kuzuoption::kEmptyText,
                                       kuzuoption::kAsText, kuzuoption::kLike};
    for (auto it = m_options.all().begin(); it != m_options.all().end(); ++it) {
        if (!kKnown.contains(it.key()))
            return Error{ErrorKind::Usage,
                         QStringLiteral("an export to Kùzu has no option \"%1\"").arg(it.key()),
                         QStringLiteral("It has: %1.").arg(kKnown.join(QStringLiteral(", "))),
                         {}};
    }
    return {};
}

Result<void> Planner::readLike()
{
    const QString path = m_options.text(kuzuoption::kLike);
    if (path.isEmpty())
        return {};
    ASSIGN_OR_RETURN(m_like, openKuzuExport(path));
    return {};
}

const KuzuProperty *Planner::likeProperty(size_t table, const QString &name) const
{
    if (!m_like)
        return nullptr;
    const auto find = [&](const std::vector<KuzuProperty> &properties) -> const KuzuProperty * {
        for (const KuzuProperty &property : properties) {
            if (property.name == name)
                return &property;
        }
        return nullptr;
    };
    if (const KuzuNode *node = m_like->schema.node(m_nodes[table].name))
        return find(node->properties);
    for (const KuzuRelation &relation : m_like->schema.relations) {
        for (const KuzuPair &pair : relation.pairs) {
            if (linkTableName(m_like->schema, relation, pair) == m_nodes[table].name)
                return find(relation.properties);
        }
    }
    return nullptr;
}

QString Planner::typeOf(size_t table, int index) const
{
    const TableShape &shape = m_selected.tables[table].table.shape;
    const Column &column = shape.columns[static_cast<size_t>(index)];
    const QStringList spellings = {QStringLiteral("*"), column.name,
                                   shape.name.name + QLatin1Char('.') + column.name};
    for (const QString &spelling : spellings) {
        if (m_asText.contains(spelling))
            return QStringLiteral("STRING");
    }
    if (const KuzuProperty *property = likeProperty(table, m_nodes[table].columnNames.at(index)))
        return property->type.text;
    const KuzuType type = kuzuTypeFor(column);
    const auto &key = m_nodes[table].key;
    const bool isKey = key.size() == 1 && key.front() == index;
    return isKey && !canBeKey(type) ? QStringLiteral("STRING") : type.text;
}

KuzuEntry::Column Planner::column(size_t table, int index, int cell) const
{
    return {m_nodes[table].columnNames.at(index), typeOf(table, index), {cell}, true};
}

/// The key of `table`, made of cells from `firstCell` on, one for each of its columns; `from` are their
/// places in the table that is read.
KuzuEntry::Column Planner::keyColumn(size_t table, const std::vector<int> &from, int firstCell) const
{
    const auto &key = m_nodes[table].key;
    KuzuEntry::Column made;
    made.isNullable = false;
    for (size_t i = 0; i < from.size(); ++i)
        made.cells.push_back(firstCell + static_cast<int>(i));
    made.name = key.size() == 1 ? m_nodes[table].columnNames.at(key.front()) : QStringLiteral("_key");
    made.type = key.size() == 1 ? typeOf(table, key.front()) : QStringLiteral("STRING");
    if (made.type.compare(QLatin1String("SERIAL"), Qt::CaseInsensitive) == 0)
        made.type = QStringLiteral("INT64");
    return made;
}

BundleTable Planner::projected(size_t index, const std::vector<int> &columns) const
{
    BundleTable table = m_selected.tables[index];
    std::vector<Column> kept;
    for (const int column : columns) {
        kept.push_back(table.table.shape.columns[static_cast<size_t>(column)]);
        table.columns += kept.back().name;
    }
    table.table.shape.columns = std::move(kept);
    table.table.shape.key.clear();
    return table;
}

void Planner::keep(BundleTable table, const KuzuEntry &entry)
{
    entry.store(table.options);
    auto &to = entry.isRelation() ? m_relations : m_planned.tables;
    to.push_back(std::move(table));
}

Result<void> Planner::addNode(size_t index)
{
    const KuzuTable &node = m_nodes[index];
    BundleTable table = m_selected.tables[index];
    KuzuEntry entry;
    entry.table = node.name;
    const QString member = table.table.shape.name.toString();
    std::vector<KuzuEntry::Column> columns;
    for (int i = 0; i < node.columnNames.size(); ++i)
        columns.push_back(column(index, i, i));
    const auto freeName = [&](QString name) {
        while (node.columnNames.contains(name, Qt::CaseInsensitive))
            name += QLatin1Char('_');
        return name;
    };
    if (node.key.size() == 1) {
        KuzuEntry::Column &key = columns[static_cast<size_t>(node.key.front())];
        key.isNullable = false;
        entry.key = key.name;
    } else if (node.key.empty()) {
        entry.isNumbered = true;
        entry.key = freeName(QStringLiteral("_row"));
        warn(QStringLiteral("the table has no key: Kùzu numbers its rows in a column \"%1\"").arg(entry.key),
             {}, member);
    } else {
        KuzuEntry::Column key;
        key.name = freeName(QStringLiteral("_key"));
        key.type = QStringLiteral("STRING");
        key.cells = node.key;
        key.isNullable = false;
        entry.key = key.name;
        columns.insert(columns.begin(), key);
        warn(QStringLiteral("the key has %1 columns: a column \"%2\" holds them as a JSON array")
                 .arg(node.key.size())
                 .arg(key.name),
             {}, member);
    }
    entry.columns = std::move(columns);
    keep(std::move(table), entry);
    return {};
}

Result<void> Planner::addLink(size_t index)
{
    const ForeignKey &from = *m_nodes[index].references[0];
    const ForeignKey &to = *m_nodes[index].references[1];
    const auto fromTable = m_nodes.target(from);
    const auto toTable = m_nodes.target(to);
    const std::vector<int> fromColumns = m_nodes.indexes(index, from.columns);
    const std::vector<int> toColumns = m_nodes.indexes(index, to.columns);
    std::vector<int> columns = fromColumns;
    columns.insert(columns.end(), toColumns.begin(), toColumns.end());
    KuzuEntry entry;
    entry.table = m_nodes[index].name;
    entry.from = m_nodes[fromTable].name;
    entry.to = m_nodes[toTable].name;
    entry.multiplicity = m_nodes.multiplicityOf(index, from, to);
    entry.columns.push_back(keyColumn(fromTable, fromColumns, 0));
    entry.columns.push_back(keyColumn(toTable, toColumns, static_cast<int>(fromColumns.size())));
    for (int i = 0; i < m_nodes[index].columnNames.size(); ++i) {
        if (std::find(columns.begin(), columns.end(), i) != columns.end())
            continue;
        entry.columns.push_back(column(index, i, static_cast<int>(columns.size())));
        columns.push_back(i);
    }
    if (m_like) {
        for (const KuzuRelation &relation : m_like->schema.relations) {
            for (const KuzuPair &pair : relation.pairs) {
                if (pair.from == entry.from && pair.to == entry.to
                    && linkTableName(m_like->schema, relation, pair) == entry.table) {
                    entry.table = relation.name;
                    entry.multiplicity = relation.multiplicity;
                }
            }
        }
    }
    keep(projected(index, columns), entry);
    return {};
}

Result<void> Planner::addReference(size_t index, const ForeignKey &reference)
{
    const auto target = m_nodes.target(reference);
    const std::vector<int> &key = m_nodes[index].key;
    if (key.empty()) {
        warn(QStringLiteral("no relationships are made of its foreign keys, as it has no key"), {},
             m_selected.tables[index].table.shape.name.toString());
        return {};
    }
    const std::vector<int> toColumns = m_nodes.indexes(index, reference.columns);
    std::vector<int> columns = key;
    columns.insert(columns.end(), toColumns.begin(), toColumns.end());
    KuzuEntry entry;
    entry.table =
        m_nodes.freeName(m_nodes[index].name + QLatin1Char('_') + reference.columns.join(QLatin1Char('_')));
    entry.from = m_nodes[index].name;
    entry.to = m_nodes[target].name;
    entry.multiplicity = QStringLiteral("MANY_ONE");
    entry.columns.push_back(keyColumn(index, key, 0));
    entry.columns.push_back(keyColumn(target, toColumns, static_cast<int>(key.size())));
    BundleTable table = projected(index, columns);
    table.table.shape.name.name = entry.table;
    QStringList conditions;
    const Engine *engine = findEngine(m_selected.engine);
    for (const QString &name : reference.columns)
        conditions += (engine != nullptr ? engine->quoted(name) : name) + QStringLiteral(" IS NOT NULL");
    table.where = conditions.join(QStringLiteral(" AND "));
    keep(std::move(table), entry);
    return {};
}

Result<BundleListing> Planner::run()
{
    m_planned = m_selected;
    m_planned.tables.clear();
    RETURN_IF_ERROR(checkOptions());
    RETURN_IF_ERROR(readLike());
    m_planned.warnings.insert(m_planned.warnings.end(), m_nodes.warnings().begin(), m_nodes.warnings().end());
    const bool wantsAll = m_options.text(kuzuoption::kReferences) == QLatin1String("relationships");
    for (size_t i = 0; i < m_nodes.size(); ++i) {
        RETURN_IF_ERROR(m_nodes[i].isLink ? addLink(i) : addNode(i));
        for (const ForeignKey *reference : m_nodes[i].references) {
            if (wantsAll && !m_nodes[i].isLink)
                RETURN_IF_ERROR(addReference(i, *reference));
        }
    }
    for (BundleTable &relation : m_relations)
        m_planned.tables.push_back(std::move(relation));
    if (!m_selected.views.empty() || !m_selected.triggers.empty())
        warn(QStringLiteral("views and triggers have no place in Kùzu and are left out"), {});
    m_planned.views.clear();
    m_planned.triggers.clear();
    return std::move(m_planned);
}

} // namespace

Result<BundleListing> planKuzu(const BundleListing &selected, const OptionValues &options)
{
    return Planner(selected, options).run();
}

} // namespace galley
