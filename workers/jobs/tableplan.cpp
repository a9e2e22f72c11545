// SPDX-License-Identifier: MIT
#include "workers/jobs/tableplan.h"

#include "workers/changes/mapping.h"
#include "workers/formats/infer.h"
#include "workers/jobs/translatetable.h"

#include <QFileInfo>

namespace galley {

namespace {

class Planner
{
public:
    Planner(const ComparePlan &plan, RowSource &source, const Engine &engine, Connection *target,
            const Catalog &catalog, JobContext &context)
        : m_plan(plan)
        , m_import(plan.import)
        , m_source(source)
        , m_engine(engine)
        , m_target(target)
        , m_catalog(catalog)
        , m_context(context)
    {
    }
    Result<std::vector<TablePlan>> run();

private:
    bool isWanted(const TableName &name) const;
    TableName targetName(const TableName &name) const;
    const TableInfo *findTarget(const TableName &name) const;
    const TableInfo *findInSchema(const TableName &name) const;
    void placeInSchema(TableInfo &table) const;
    Result<void> checkName(const SourceTable &table) const;
    Result<TablePlan> planTable(size_t index);
    Result<TableInfo> newTable(size_t index, const TableName &name);
    Result<void> takeTypes(TableShape &shape) const;
    void dropLooseKeys(TableInfo &table, std::vector<Error> &warnings) const;
    Result<TableInfo> declaredTable(const TableInfo &source, const TableName &name);
    Result<TableShape> sourceShape(size_t index, const TableShape &expected);
    Result<bool> hasRows(const TableName &table);
    Result<void> decideKind(TablePlan &plan, bool exists);
    MappingRequest mappingFor(const TableShape &source, TablePlan &plan) const;
    Result<void> mapTable(TablePlan &plan, const TableShape &source);
    void compareSchema(TablePlan &plan, const TableShape &source);
    void setLoad(TablePlan &plan) const;
    bool isLeftAlone(size_t index);

    const ComparePlan &m_plan;
    const ImportPlan &m_import;
    RowSource &m_source;
    const Engine &m_engine;
    Connection *m_target;
    const Catalog &m_catalog;
    JobContext &m_context;
    std::vector<Error> m_warnings;
};

bool names(const QString &text, const TableName &name)
{
    return text == name.name || text == name.toString();
}

bool Planner::isWanted(const TableName &name) const
{
    const QStringList &only = m_import.only;
    return only.isEmpty()
        || std::any_of(only.begin(), only.end(), [&](const QString &text) { return names(text, name); });
}

TableName Planner::targetName(const TableName &name) const
{
    const QString schema = m_import.schema.isEmpty() ? name.schema : m_import.schema;
    for (auto it = m_import.rename.cbegin(); it != m_import.rename.cend(); ++it) {
        if (names(it.key(), name))
            return {schema, it.value()};
    }
    const bool isSingle = m_source.tables().size() == 1 || m_import.only.size() == 1;
    if (!m_import.table.isEmpty() && isSingle)
        return {schema, m_import.table};
    return {schema, name.name};
}

const TableInfo *Planner::findInSchema(const TableName &name) const
{
    if (const TableInfo *exact = m_catalog.table(name))
        return exact;
    for (const TableInfo &info : m_catalog.tables) {
        if (info.shape.name.schema == name.schema
            && info.shape.name.name.compare(name.name, Qt::CaseInsensitive) == 0)
            return &info;
    }
    return nullptr;
}

const TableInfo *Planner::findTarget(const TableName &name) const
{
    if (!m_import.schema.isEmpty())
        return findInSchema(name);
    for (const TableInfo &info : m_catalog.tables) {
        if (info.shape.name == name)
            return &info;
    }
    if (const TableInfo *exact = m_catalog.table({{}, name.name}))
        return exact;
    if (const TableInfo *exact = m_catalog.table(name))
        return exact;
    for (const TableInfo &info : m_catalog.tables) {
        if (names(name.name, info.shape.name)
            || info.shape.name.name.compare(name.name, Qt::CaseInsensitive) == 0)
            return &info;
    }
    return nullptr;
}

Result<TableShape> Planner::sourceShape(size_t index, const TableShape &expected)
{
    const SourceTable &table = m_source.tables()[index];
    if (table.isDeclared)
        return table.info.shape;
    SourceTableRequest request;
    request.expected = &expected;
    ASSIGN_OR_RETURN(const auto rows, m_source.openTable(index, request));
    return rows->shape();
}

/// Foreign keys to tables that are neither there nor imported.
void Planner::dropLooseKeys(TableInfo &table, std::vector<Error> &warnings) const
{
    std::erase_if(table.foreignKeys, [&](const ForeignKey &key) {
        const bool isImported =
            std::any_of(m_source.tables().begin(), m_source.tables().end(), [&](const SourceTable &other) {
                return isWanted(other.info.shape.name)
                    && targetName(other.info.shape.name).name == key.target.name;
            });
        if (isImported || m_catalog.table({{}, key.target.name}) != nullptr)
            return false;
        if (findEngine(table.shape.engine) != nullptr)
            warnings.push_back(
                {ErrorKind::Reference,
                 QStringLiteral("the foreign key of table %1 to %2 is not carried: there is no such table")
                     .arg(table.shape.name.name, key.target.name),
                 {},
                 {}});
        return true;
    });
}

/// The same engine's own declaration, under a name that may be another one.
Result<TableInfo> Planner::declaredTable(const TableInfo &source, const TableName &name)
{
    if (source.shape.engine != m_engine.id()) {
        TableInfo renamed = source;
        renamed.shape.name.name = name.name;
        for (ForeignKey &key : renamed.foreignKeys)
            key.target.name = targetName(key.target).name;
        std::vector<Error> warnings;
        dropLooseKeys(renamed, warnings);
        ASSIGN_OR_RETURN(TableInfo translated, translateTable(renamed, m_engine, warnings));
        if (m_import.withObjects && !m_plan.isDiff)
            m_warnings.insert(m_warnings.end(), warnings.begin(), warnings.end());
        return translated;
    }
    TableInfo info = source;
    if (name.name != source.shape.name.name) {
        info.shape.name.name = name.name;
        info.sql.clear();
    }
    for (ForeignKey &key : info.foreignKeys) {
        const QString target = targetName(key.target).name;
        if (target != key.target.name)
            info.sql.clear();
        key.target.name = target;
    }
    // Its indexes, keys and checks are known; what only the statement says is not.
    if (info.shape.engine == QLatin1String("mysql") && info.sql.isEmpty() && !source.sql.isEmpty()
        && !m_plan.isDiff)
        m_warnings.push_back(
            {ErrorKind::Schema,
             QStringLiteral(
                 "table %1 is made of its columns, keys and checks only: partitions, options and what else "
                 "its statement says is not taken over")
                 .arg(name.name),
             {},
             {}});
    return info;
}

Result<TableInfo> Planner::newTable(size_t index, const TableName &name)
{
    const SourceTable &table = m_source.tables()[index];
    if (table.isDeclared)
        return declaredTable(table.info, name);
    JobProgress progress;
    progress.phase = QStringLiteral("Reading");
    progress.table = name.toString();
    m_context.report(progress);
    class NoRejects final : public RejectSink
    {
        void reject(Reject /*reject*/) override { } // told when the rows are converted
    } rejects;
    SourceTableRequest request;
    request.rejects = &rejects;
    ASSIGN_OR_RETURN(const auto rows, m_source.openTable(index, request));
    ASSIGN_OR_RETURN(InferredTypes types, inferTypes(*rows, m_context.stop()));
    TableShape shape = types.shape;
    shape.name = name;
    std::vector<Column> columns;
    for (Column &column : shape.columns) {
        if (m_import.map.contains(column.name)) {
            column.name = m_import.map.value(column.name);
            if (column.name.isEmpty())
                continue;
        }
        columns.push_back(column);
    }
    shape.columns = std::move(columns);
    for (auto it = m_import.set.cbegin(); it != m_import.set.cend(); ++it) {
        if (shape.indexOf(it.key()) >= 0)
            continue;
        Column column;
        column.name = it.key();
        shape.columns.push_back(column);
    }
    RETURN_IF_ERROR(takeTypes(shape));
    shape.key.clear();
    for (const QString &key : m_import.key) {
        const int at = shape.indexOf(key);
        if (at < 0)
            return Error{ErrorKind::Usage,
                         QStringLiteral("%1 has no column %2").arg(name.toString(), key),
                         QStringLiteral("--key names columns of the target."),
                         {}};
        shape.key.push_back(at);
    }
    return m_engine.tableFor(shape);
}

/// Those that were said; what was found out about digits only goes with the type that it was found out for.
Result<void> Planner::takeTypes(TableShape &shape) const
{
    for (auto it = m_import.types.cbegin(); it != m_import.types.cend(); ++it) {
        const int at = shape.indexOf(it.key());
        const LogicalType type = logicalTypeFromName(it.value());
        if (at < 0)
            return Error{ErrorKind::Usage,
                         QStringLiteral("%1 has no column %2").arg(shape.name.toString(), it.key()),
                         QStringLiteral("--type names columns of the target."),
                         {}};
        if (type == LogicalType::Other)
            return Error{
                ErrorKind::Usage,
                QStringLiteral("there is no type \"%1\"").arg(it.value()),
                QStringLiteral("Types are boolean, integer, unsigned, real, decimal, text, bytes, date, "
                               "time, datetime, datetimetz, interval, uuid and json."),
                {}};
        Column &column = shape.columns[static_cast<size_t>(at)];
        if (column.type == type)
            continue;
        column.type = type;
        column.precision = -1;
        column.scale = -1;
    }
    return {};
}

Result<bool> Planner::hasRows(const TableName &table)
{
    ReadRequest request;
    request.table = table;
    request.limit = 1;
    ASSIGN_OR_RETURN(const auto rows, m_target->read(request));
    RowBatch batch;
    return rows->read(batch);
}

Result<void> Planner::decideKind(TablePlan &plan, bool exists)
{
    ChangeSetTable &table = plan.table;
    const QString name = table.target.shape.name.toString();
    table.mode = m_import.mode.value_or(exists ? ImportMode::Upsert : ImportMode::Create);
    if (!exists) {
        if (table.mode == ImportMode::Update)
            return Error{ErrorKind::Schema,
                         QStringLiteral("there is no table %1 to update").arg(name),
                         QStringLiteral("Name the table with --table, or choose another mode."),
                         {}};
        table.kind = ChangeSetTable::Kind::Create;
        return {};
    }
    ASSIGN_OR_RETURN(const bool isFilled, hasRows(table.target.shape.name));
    if (isFilled && table.mode == ImportMode::Create)
        return Error{ErrorKind::Schema,
                     QStringLiteral("the table %1 exists and has rows").arg(name),
                     QStringLiteral("Choose another mode, or another table with --table."),
                     {}};
    table.kind = isFilled || table.mode == ImportMode::Update ? ChangeSetTable::Kind::Changes
                                                              : ChangeSetTable::Kind::Load;
    return {};
}

/// In a diff, columns that the right side lacks are told and left out.
MappingRequest Planner::mappingFor(const TableShape &source, TablePlan &plan) const
{
    const TableShape &target = plan.table.target.shape;
    MappingRequest request{m_import.map, m_import.set, plan.table.mode != ImportMode::Update};
    if (!m_plan.isDiff)
        return request;
    request.insertsRows = false;
    const auto warn = [&plan](const QString &text) {
        plan.warnings.push_back({ErrorKind::Schema, text, {}, {}});
    };
    for (const Column &column : source.columns) {
        if (target.indexOf(column.name) >= 0 || request.map.contains(column.name))
            continue;
        request.map.insert(column.name, QString());
        warn(QStringLiteral("%1 has no column %2 on the right; it is not compared")
                 .arg(target.name.toString(), column.name));
    }
    for (const Column &column : target.columns) {
        if (source.indexOf(column.name) < 0)
            warn(QStringLiteral("%1 has no column %2 on the left; it is not compared")
                     .arg(target.name.toString(), column.name));
    }
    return request;
}

Result<void> Planner::mapTable(TablePlan &plan, const TableShape &source)
{
    ChangeSetTable &table = plan.table;
    ASSIGN_OR_RETURN(Mapping mapping, mapColumns(source, table.target, mappingFor(source, plan)));
    if (!m_plan.isDiff)
        plan.warnings.insert(plan.warnings.end(), mapping.warnings.begin(), mapping.warnings.end());
    table.mapping = std::move(mapping.columns);
    ASSIGN_OR_RETURN(table.change, changeShape(table.target, table.mapping, m_import.key));
    table.isKeyed = !table.change.shape.key.empty();
    if (table.kind != ChangeSetTable::Kind::Changes)
        return {};
    const QString name = table.target.shape.name.toString();
    const bool wantsKey = !m_import.key.isEmpty() || !table.target.shape.key.empty();
    if (!table.isKeyed && wantsKey && table.mode != ImportMode::Insert && table.mode != ImportMode::Replace)
        return Error{ErrorKind::Schema,
                     QStringLiteral("the source does not give the whole key of %1").arg(name),
                     QStringLiteral("Map its columns with --map, or choose another key with --key."),
                     {}};
    if (!table.isKeyed && table.mode == ImportMode::Update)
        return Error{ErrorKind::Schema,
                     QStringLiteral("%1 has no key to find rows by").arg(name),
                     QStringLiteral("Name columns with --key."),
                     {}};
    if (!table.isKeyed && !wantsKey)
        plan.warnings.push_back({ErrorKind::Schema,
                                 QStringLiteral("%1 has no key: whole rows are compared").arg(name),
                                 QStringLiteral("Name columns with --key to see what changed in a row."),
                                 {}});
    bool isSortable = m_source.isDatabase() && source.engine == m_engine.id();
    for (const int key : table.change.shape.key) {
        const int target =
            table.target.shape.indexOf(table.change.shape.columns[static_cast<size_t>(key)].name);
        plan.neverNull.push_back(target);
        const auto from =
            std::find_if(table.mapping.begin(), table.mapping.end(),
                         [target](const ColumnMapping &column) { return column.target == target; });
        isSortable = isSortable && from->source >= 0;
        isSortable = isSortable
            && source.columns[static_cast<size_t>(from->source)].nativeType
                == table.target.shape.columns[static_cast<size_t>(target)].nativeType;
        if (isSortable)
            plan.orderBy.append(source.columns[static_cast<size_t>(from->source)].name);
    }
    if (!isSortable)
        plan.orderBy.clear();
    return {};
}

/// The source's table as this engine would make it, beside the one that is there.
void Planner::compareSchema(TablePlan &plan, const TableShape &source)
{
    const SourceTable &table = m_source.tables()[plan.source];
    const TableInfo &target = plan.table.target;
    if (!table.isDeclared) {
        QStringList names;
        for (const QString &name : source.columnNames())
            names += m_import.map.value(name, name);
        names.removeAll(QString());
        plan.table.schema = columnDifferences(names, target.shape);
        return;
    }
    // What translating would warn about concerns tables that are made.
    const std::vector<Error> before = m_warnings;
    if (const Result<TableInfo> made = declaredTable(table.info, target.shape.name))
        plan.table.schema = schemaDifferences(*made, target);
    m_warnings = before;
}

void Planner::setLoad(TablePlan &plan) const
{
    const SourceTable &table = m_source.tables()[plan.source];
    LoadSource &load = plan.table.load;
    const QString &path = table.file.isEmpty() ? m_import.source.path : table.file;
    if (m_import.source.database)
        load.path = m_import.source.database->location;
    else
        load.path = path.contains(QLatin1String("://")) ? path : QFileInfo(path).absoluteFilePath();
    load.bundleId = m_source.bundleId();
    load.formatId = m_source.bundleId().isEmpty() ? table.formatId : QString();
    load.options = m_source.bundleId().isEmpty() ? table.options : m_import.source.options;
    load.table = table.info.shape.name;
    load.size = table.bytes;
}

/// A script that fills one table is not turned to another one unasked.
Result<void> Planner::checkName(const SourceTable &table) const
{
    const QString inside = table.info.shape.name.name;
    const QString target = targetName(table.info.shape.name).name;
    const bool isRenamed = std::any_of(m_import.rename.keyBegin(), m_import.rename.keyEnd(),
                                       [&](const QString &old) { return names(old, table.info.shape.name); });
    if (table.namedOnLine == 0 || isRenamed || inside.compare(target, Qt::CaseInsensitive) == 0)
        return {};
    return Error{ErrorKind::Schema,
                 QStringLiteral("rows for table %1 where only table %2 is imported").arg(inside, target),
                 QStringLiteral("--rename %1=%2 takes them over.").arg(inside, target),
                 {m_import.source.path, table.member, table.namedOnLine, 0}};
}

/// Its own statement, if it has one, names another schema; so do references to tables that come along.
void Planner::placeInSchema(TableInfo &table) const
{
    table.shape.name.schema = m_import.schema;
    table.sql.clear();
    for (ForeignKey &key : table.foreignKeys) {
        const bool comesAlong =
            std::any_of(m_source.tables().begin(), m_source.tables().end(), [&](const SourceTable &other) {
                return isWanted(other.info.shape.name)
                    && targetName(other.info.shape.name).name == key.target.name;
            });
        if (comesAlong)
            key.target.schema = m_import.schema;
    }
}

Result<TablePlan> Planner::planTable(size_t index)
{
    const TableName sourceName = m_source.tables()[index].info.shape.name;
    const TableName name = targetName(sourceName);
    TablePlan plan;
    plan.source = index;
    RETURN_IF_ERROR(checkName(m_source.tables()[index]));
    const TableInfo *existing = findTarget(name);
    if (existing != nullptr && existing->kind != TableInfo::Kind::Table)
        return Error{
            ErrorKind::Unsupported, QStringLiteral("%1 is no ordinary table").arg(name.toString()), {}, {}};
    if (existing != nullptr && !m_import.types.isEmpty())
        return Error{
            ErrorKind::Usage,
            QStringLiteral("the table %1 is there: its columns keep their types").arg(name.toString()),
            QStringLiteral("Leave out --type, or name another table with --table."),
            {}};
    if (existing != nullptr) {
        plan.table.target = *existing;
    } else {
        ASSIGN_OR_RETURN(plan.table.target, newTable(index, name));
        if (!m_import.schema.isEmpty())
            placeInSchema(plan.table.target);
    }
    RETURN_IF_ERROR(decideKind(plan, existing != nullptr));
    ASSIGN_OR_RETURN(const TableShape shape, sourceShape(index, plan.table.target.shape));
    RETURN_IF_ERROR(mapTable(plan, shape));
    if (existing != nullptr)
        compareSchema(plan, shape);
    setLoad(plan);
    return plan;
}

/// Virtual tables are made with their content, but an existing one is its module's affair.
bool Planner::isLeftAlone(size_t index)
{
    const SourceTable &table = m_source.tables()[index];
    const TableInfo *existing = findTarget(targetName(table.info.shape.name));
    if (table.info.kind != TableInfo::Kind::Virtual || existing == nullptr
        || existing->kind != TableInfo::Kind::Virtual)
        return false;
    m_warnings.push_back(
        {ErrorKind::Unsupported,
         QStringLiteral("the virtual table %1 is there already and is left alone")
             .arg(existing->shape.name.toString()),
         QStringLiteral("Drop it to have it made anew, or let its own means fill it ('rebuild')."),
         {}});
    return true;
}

Result<std::vector<TablePlan>> Planner::run()
{
    std::vector<TablePlan> plans;
    std::vector<TableInfo> targets;
    for (size_t i = 0; i < m_source.tables().size(); ++i) {
        const SourceTable &table = m_source.tables()[i];
        RETURN_IF_ERROR(m_context.checkCancelled());
        if (!isWanted(table.info.shape.name) || isLeftAlone(i))
            continue;
        ASSIGN_OR_RETURN(TablePlan plan, planTable(i));
        const TableName &name = plan.table.target.shape.name;
        for (const TableInfo &other : targets) {
            if (other.shape.name == name)
                return Error{
                    ErrorKind::Duplicate,
                    QStringLiteral("two tables of the source go into %1").arg(name.toString()),
                    QStringLiteral("Import one of them with --table, or give it another name with --rename."),
                    {}};
        }
        targets.push_back(plan.table.target);
        plans.push_back(std::move(plan));
    }
    if (plans.empty())
        return Error{
            ErrorKind::Schema,
            m_import.only.isEmpty()
                ? QStringLiteral("there are no tables in the source")
                : QStringLiteral("the source has no table %1").arg(m_import.only.join(QStringLiteral(", "))),
            {},
            {m_import.source.path, {}, 0, 0}};
    std::vector<TablePlan> ordered;
    for (const size_t index : dependencyOrder(targets))
        ordered.push_back(std::move(plans[index]));
    auto &first = ordered.front().warnings;
    first.insert(first.end(), m_warnings.begin(), m_warnings.end());
    return ordered;
}

} // namespace

Result<std::vector<TablePlan>> planTables(const ComparePlan &plan, RowSource &source, const Engine &engine,
                                          Connection *target, const Catalog &catalog, JobContext &context)
{
    return Planner(plan, source, engine, target, catalog, context).run();
}

} // namespace galley
