// SPDX-License-Identifier: MIT
#include "workers/jobs/exportselection.h"

#include "workers/base/nearnames.h"

#include <algorithm>
#include <set>

namespace galley {

namespace {

bool isNamed(const TableName &name, const QString &text)
{
    return name.name == text || name.toString() == text;
}

bool isNamedLoosely(const TableName &name, const QString &text)
{
    return name.name.compare(text, Qt::CaseInsensitive) == 0
        || name.toString().compare(text, Qt::CaseInsensitive) == 0;
}

/// Tables whose rows can be exported, in the catalog's order.
std::vector<const TableInfo *> exportable(const Catalog &catalog)
{
    std::vector<const TableInfo *> tables;
    for (const TableInfo &table : catalog.tables) {
        if (table.kind != TableInfo::Kind::Shadow)
            tables.push_back(&table);
    }
    return tables;
}

Error unknownTable(const Catalog &catalog, const QString &text)
{
    for (const ViewInfo &view : catalog.views) {
        if (isNamedLoosely(view.name, text))
            return {ErrorKind::Usage,
                    QStringLiteral("\"%1\" is a view, and views are exported as schema only").arg(text),
                    QStringLiteral("Export its rows with --query 'SELECT * FROM …' --as NAME."),
                    {}};
    }
    QStringList names;
    for (const TableInfo *table : exportable(catalog))
        names += table->shape.name.name;
    QString hint = didYouMean(text, names);
    if (hint.isEmpty())
        hint = QStringLiteral("galley inspect lists the tables.");
    return {ErrorKind::Usage, QStringLiteral("there is no table \"%1\"").arg(text), hint, {}};
}

/// The tables that `text` names: exactly, or else one that differs in case only.
Result<std::vector<const TableInfo *>> resolve(const Catalog &catalog, const QString &text)
{
    std::vector<const TableInfo *> exact;
    std::vector<const TableInfo *> loose;
    for (const TableInfo *table : exportable(catalog)) {
        if (isNamed(table->shape.name, text))
            exact.push_back(table);
        else if (isNamedLoosely(table->shape.name, text))
            loose.push_back(table);
    }
    if (!exact.empty())
        return exact;
    if (loose.size() == 1)
        return loose;
    return unknownTable(catalog, text);
}

Result<std::set<const TableInfo *>> resolveAll(const Catalog &catalog, const QStringList &names)
{
    std::set<const TableInfo *> found;
    for (const QString &name : names) {
        ASSIGN_OR_RETURN(const auto tables, resolve(catalog, name));
        found.insert(tables.begin(), tables.end());
    }
    return found;
}

TableInfo withoutHidden(TableInfo info)
{
    std::vector<Column> columns;
    std::vector<int> newIndex;
    for (const Column &column : info.shape.columns) {
        newIndex.push_back(column.hidden ? -1 : static_cast<int>(columns.size()));
        if (!column.hidden)
            columns.push_back(column);
    }
    std::vector<int> key;
    for (const int index : info.shape.key) {
        if (newIndex[static_cast<size_t>(index)] >= 0)
            key.push_back(newIndex[static_cast<size_t>(index)]);
    }
    info.shape.columns = std::move(columns);
    info.shape.key = std::move(key);
    return info;
}

Result<std::vector<TableInfo>> chosen(const Catalog &catalog, const ExportPlan &plan)
{
    ASSIGN_OR_RETURN(const auto wanted, resolveAll(catalog, plan.tables));
    ASSIGN_OR_RETURN(const auto unwanted, resolveAll(catalog, plan.excluded));
    for (const QString &schema : plan.schemas) {
        const bool isThere = std::any_of(catalog.tables.begin(), catalog.tables.end(),
                                         [&](const TableInfo &t) { return t.shape.name.schema == schema; });
        if (!isThere)
            return Error{ErrorKind::Usage,
                         QStringLiteral("there is no table in a schema \"%1\"").arg(schema),
                         QStringLiteral("galley inspect lists the tables with their schemas."),
                         {}};
    }
    std::vector<TableInfo> tables;
    const bool isQueryOnly = !plan.queries.empty() && plan.tables.isEmpty() && plan.schemas.isEmpty();
    for (const TableInfo *table : exportable(catalog)) {
        const bool isWanted = plan.tables.isEmpty() ? !isQueryOnly : wanted.contains(table);
        const bool isInSchema = plan.schemas.isEmpty() || plan.schemas.contains(table->shape.name.schema);
        if (isWanted && isInSchema && !unwanted.contains(table))
            tables.push_back(withoutHidden(*table));
    }
    return tables;
}

Result<void> addConditions(const ExportPlan &plan, const Catalog &catalog, Selection &selection)
{
    for (auto it = plan.where.begin(); it != plan.where.end(); ++it) {
        ASSIGN_OR_RETURN(const auto named, resolve(catalog, it.key()));
        for (const TableInfo *table : named) {
            const auto found = std::find_if(
                selection.tables.begin(), selection.tables.end(), [&](const SelectedTable &selected) {
                    return selected.info.shape.name == table->shape.name && selected.query.isEmpty();
                });
            if (found == selection.tables.end())
                return Error{
                    ErrorKind::Usage,
                    QStringLiteral("there is a condition for \"%1\", which is not exported").arg(it.key()),
                    {},
                    {}};
            found->where = it.value();
        }
    }
    return {};
}

Result<void> addQueries(const ExportPlan &plan, Connection &connection, Selection &selection)
{
    for (const QueryExport &query : plan.queries) {
        const bool isTaken =
            std::any_of(selection.tables.begin(), selection.tables.end(), [&](const SelectedTable &t) {
                return isNamedLoosely(t.info.shape.name, query.asTable);
            });
        if (isTaken)
            return Error{ErrorKind::Usage,
                         QStringLiteral("two tables of the export are named \"%1\"").arg(query.asTable),
                         QStringLiteral("Give the query another name with --as."),
                         {}};
        ASSIGN_OR_RETURN(const auto reader, connection.readQuery(query.sql, query.asTable));
        SelectedTable table;
        table.info.shape = reader->shape();
        table.query = query.sql;
        selection.tables.push_back(std::move(table));
    }
    return {};
}

void addObjects(const Catalog &catalog, const ExportPlan &plan, Selection &selection)
{
    const bool areAllTables =
        plan.tables.isEmpty() && plan.excluded.isEmpty() && plan.schemas.isEmpty() && plan.queries.empty();
    if (areAllTables)
        selection.views = catalog.views;
    for (const ObjectInfo &object : catalog.objects) {
        const bool isOfAnother = !object.table.name.isEmpty()
            && std::none_of(selection.tables.begin(), selection.tables.end(), [&](const SelectedTable &t) {
                   return t.info.shape.name == object.table && t.query.isEmpty();
               });
        if (!isOfAnother
            && (areAllTables || object.stage == ObjectInfo::Stage::BeforeTables
                || !object.table.name.isEmpty()))
            selection.objects.push_back(object);
    }
    for (const TriggerInfo &trigger : catalog.triggers) {
        const bool isOfTable =
            std::any_of(selection.tables.begin(), selection.tables.end(), [&](const SelectedTable &t) {
                return t.info.shape.name == trigger.table && t.query.isEmpty();
            });
        const bool isOfView = std::any_of(selection.views.begin(), selection.views.end(),
                                          [&](const ViewInfo &v) { return v.name == trigger.table; });
        if (isOfTable || isOfView)
            selection.triggers.push_back(trigger);
    }
}

} // namespace

Result<Selection> selectTables(const Catalog &catalog, const ExportPlan &plan, Connection &connection)
{
    ASSIGN_OR_RETURN(const std::vector<TableInfo> tables, chosen(catalog, plan));
    Selection selection;
    for (const size_t index : dependencyOrder(tables))
        selection.tables.push_back({tables[index], {}, {}});
    RETURN_IF_ERROR(addConditions(plan, catalog, selection));
    RETURN_IF_ERROR(addQueries(plan, connection, selection));
    const bool isNarrowed = !plan.tables.isEmpty() || !plan.excluded.isEmpty() || !plan.schemas.isEmpty();
    if (selection.tables.empty() && isNarrowed)
        return Error{ErrorKind::Usage,
                     QStringLiteral("no table is left to export"),
                     QStringLiteral("Check --table, --schema and --exclude."),
                     {}};
    if (plan.withSchema)
        addObjects(catalog, plan, selection);
    return selection;
}

} // namespace galley
