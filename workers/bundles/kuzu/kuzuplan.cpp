// SPDX-License-Identifier: MIT
#include "workers/bundles/kuzu/kuzuplan.h"

#include "workers/bundles/kuzu/kuzuentry.h"
#include "workers/bundles/kuzu/kuzureader.h"
#include "workers/engines/engine.h"

#include <algorithm>
#include <set>

namespace galley {

namespace {

/// The engines keep these names to themselves.
const QStringList kReserved = {QStringLiteral("_id"), QStringLiteral("_label"), QStringLiteral("_src"),
                               QStringLiteral("_dst")};

class Planner
{
public:
    Planner(const BundleListing &selected, const OptionValues &options)
        : m_selected(selected)
        , m_options(options)
    {
        m_asText = options.text(kuzuoption::kAsText).split(QLatin1Char(','), Qt::SkipEmptyParts);
    }

    Result<BundleListing> run();

private:
    /// How one table of the database is seen.
    struct Node
    {
        QString name; ///< in Kùzu
        std::vector<int> key; ///< columns; empty: numbered
        QStringList columnNames; ///< in Kùzu
        std::vector<const ForeignKey *> references; ///< those that can be relationships
        bool isLink = false;
    };

    Result<void> checkOptions() const;
    Result<void> readLike();
    void nameTables();
    QString tableName(const TableName &name);
    QStringList columnNames(const TableInfo &table);
    void findReferences();
    void findLinks();
    int indexOfTable(const TableName &name) const;
    bool isKeyOf(const ForeignKey &reference, int target) const;
    Result<void> addNode(size_t index);
    Result<void> addLink(size_t index);
    Result<void> addReference(size_t index, const ForeignKey &reference);
    KuzuEntry::Column column(size_t table, int index, int cell) const;
    KuzuEntry::Column keyColumn(size_t table, const std::vector<int> &from, int firstCell) const;
    QString typeOf(size_t table, int index) const;
    const KuzuProperty *likeProperty(size_t table, const QString &name) const;
    BundleTable projected(size_t index, const std::vector<int> &columns) const;
    std::vector<int> indexes(size_t table, const QStringList &names) const;
    QString multiplicityOf(size_t table, const ForeignKey &from, const ForeignKey &to) const;
    void keep(BundleTable table, const KuzuEntry &entry);
    void warn(const QString &message, const QString &hint, const QString &member = {});

    const BundleListing &m_selected;
    const OptionValues &m_options;
    QStringList m_asText;
    std::optional<KuzuExport> m_like;
    std::vector<Node> m_nodes; ///< one for each table that was selected
    QStringList m_tableNames; ///< taken
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

/// A backtick cannot be written inside backticks.
QString Planner::tableName(const TableName &name)
{
    QString wanted = name.name;
    const auto sameName = [&](const BundleTable &table) {
        return table.table.shape.name.name.compare(name.name, Qt::CaseInsensitive) == 0;
    };
    if (std::count_if(m_selected.tables.begin(), m_selected.tables.end(), sameName) > 1
        && !name.schema.isEmpty())
        wanted = name.schema + QLatin1Char('_') + wanted;
    wanted.replace(QLatin1Char('`'), QLatin1Char('_'));
    while (m_tableNames.contains(wanted, Qt::CaseInsensitive) || wanted.isEmpty())
        wanted += QLatin1Char('_');
    if (wanted != name.name)
        warn(QStringLiteral("the table \"%1\" is called \"%2\" in Kùzu").arg(name.toString(), wanted), {});
    m_tableNames += wanted;
    return wanted;
}

QStringList Planner::columnNames(const TableInfo &table)
{
    QStringList names;
    for (const Column &column : table.shape.columns) {
        QString wanted = column.name;
        wanted.replace(QLatin1Char('`'), QLatin1Char('_'));
        while (names.contains(wanted, Qt::CaseInsensitive) || kReserved.contains(wanted, Qt::CaseInsensitive)
               || wanted.isEmpty())
            wanted += QLatin1Char('_');
        if (wanted != column.name)
            warn(QStringLiteral("the column \"%1\" is called \"%2\" in Kùzu").arg(column.name, wanted), {},
                 table.shape.name.toString());
        names += wanted;
    }
    return names;
}

void Planner::nameTables()
{
    for (const BundleTable &table : m_selected.tables) {
        Node node;
        node.name = tableName(table.table.shape.name);
        node.columnNames = columnNames(table.table);
        node.key = table.table.shape.key;
        m_nodes.push_back(std::move(node));
    }
}

int Planner::indexOfTable(const TableName &name) const
{
    for (size_t i = 0; i < m_selected.tables.size(); ++i) {
        const TableName &other = m_selected.tables[i].table.shape.name;
        const bool isSchema = name.schema.isEmpty() || other.schema.isEmpty() || name.schema == other.schema;
        if (isSchema && other.name.compare(name.name, Qt::CaseInsensitive) == 0)
            return static_cast<int>(i);
    }
    return -1;
}

std::vector<int> Planner::indexes(size_t table, const QStringList &names) const
{
    std::vector<int> found;
    for (const QString &name : names)
        found.push_back(m_selected.tables[table].table.shape.indexOf(name));
    return found;
}

/// Relationships go by the key of a node.
bool Planner::isKeyOf(const ForeignKey &reference, int target) const
{
    const auto index = static_cast<size_t>(target);
    return !m_nodes[index].key.empty() && indexes(index, reference.targetColumns) == m_nodes[index].key;
}

void Planner::findReferences()
{
    for (size_t i = 0; i < m_selected.tables.size(); ++i) {
        for (const ForeignKey &reference : m_selected.tables[i].table.foreignKeys) {
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
void Planner::findLinks()
{
    std::set<int> targets;
    for (const BundleTable &table : m_selected.tables) {
        for (const ForeignKey &reference : table.table.foreignKeys)
            targets.insert(indexOfTable(reference.target));
    }
    for (size_t i = 0; i < m_selected.tables.size(); ++i) {
        const TableInfo &info = m_selected.tables[i].table;
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
    const Node &node = m_nodes[index];
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

QString Planner::multiplicityOf(size_t table, const ForeignKey &from, const ForeignKey &to) const
{
    const TableInfo &info = m_selected.tables[table].table;
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

Result<void> Planner::addLink(size_t index)
{
    const ForeignKey &from = *m_nodes[index].references[0];
    const ForeignKey &to = *m_nodes[index].references[1];
    const auto fromTable = static_cast<size_t>(indexOfTable(from.target));
    const auto toTable = static_cast<size_t>(indexOfTable(to.target));
    const std::vector<int> fromColumns = indexes(index, from.columns);
    const std::vector<int> toColumns = indexes(index, to.columns);
    std::vector<int> columns = fromColumns;
    columns.insert(columns.end(), toColumns.begin(), toColumns.end());
    KuzuEntry entry;
    entry.table = m_nodes[index].name;
    entry.from = m_nodes[fromTable].name;
    entry.to = m_nodes[toTable].name;
    entry.multiplicity = multiplicityOf(index, from, to);
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
    const auto target = static_cast<size_t>(indexOfTable(reference.target));
    const std::vector<int> &key = m_nodes[index].key;
    if (key.empty()) {
        warn(QStringLiteral("no relationships are made of its foreign keys, as it has no key"), {},
             m_selected.tables[index].table.shape.name.toString());
        return {};
    }
    const std::vector<int> toColumns = indexes(index, reference.columns);
    std::vector<int> columns = key;
    columns.insert(columns.end(), toColumns.begin(), toColumns.end());
    KuzuEntry entry;
    entry.table = m_nodes[index].name + QLatin1Char('_') + reference.columns.join(QLatin1Char('_'));
    entry.table.replace(QLatin1Char('`'), QLatin1Char('_'));
    while (m_tableNames.contains(entry.table, Qt::CaseInsensitive))
        entry.table += QLatin1Char('_');
    m_tableNames += entry.table;
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
    nameTables();
    findReferences();
    findLinks();
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
