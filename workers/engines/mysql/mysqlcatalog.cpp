// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlcatalog.h"

#include "workers/engines/mysql/mysqlcreate.h"
#include "workers/engines/mysql/mysqlsettings.h"
#include "workers/engines/mysql/mysqltypes.h"

#include <algorithm>
#include <map>

namespace galley {

namespace {

QString text(const MysqlTextRow &row, size_t column)
{
    return QString::fromUtf8(row[column].value_or(QByteArray()));
}

qint64 number(const MysqlTextRow &row, size_t column)
{
    return row[column] ? row[column]->toLongLong() : -1;
}

class CatalogReader
{
public:
    CatalogReader(MYSQL *mysql, const MysqlServer &server)
        : m_mysql(mysql)
        , m_server(server)
    {
    }
    Result<Catalog> read();

private:
    Result<std::vector<MysqlTextRow>> rows(const char *sql) { return mysqlRows(m_mysql, sql); }
    Result<MysqlTextRow> shownRow(const QByteArray &statement);
    Result<QString> shown(const QByteArray &statement, size_t column);
    TableInfo *find(const QString &name);
    void warn(ErrorKind kind, const QString &message, const QString &hint = {});
    Result<void> readTables();
    Result<void> readColumns();
    void addColumn(TableInfo &table, const MysqlTextRow &row);
    Result<void> readIndexes();
    Result<void> readForeignKeys();
    Result<void> readChecks();
    Result<void> readStatements();
    Result<void> readViews();
    Result<void> readTriggers();
    Result<void> readRoutines();
    Result<void> readSequences();
    void setKeys();
    void sortViews();

    MYSQL *m_mysql;
    const MysqlServer &m_server;
    Catalog m_catalog;
    std::map<QString, size_t> m_places;
    QStringList m_sequences;
};

TableInfo *CatalogReader::find(const QString &name)
{
    const auto found = m_places.find(name);
    return found == m_places.end() ? nullptr : &m_catalog.tables[found->second];
}

void CatalogReader::warn(ErrorKind kind, const QString &message, const QString &hint)
{
    m_catalog.warnings.push_back({kind, message, hint, {m_server.database.location, {}, 0, 0}});
}

/// A SHOW CREATE that the user may not run gives an empty row.
Result<MysqlTextRow> CatalogReader::shownRow(const QByteArray &statement)
{
    const auto rows = mysqlRows(m_mysql, "SHOW CREATE " + statement);
    if (!rows && rows.error().kind != ErrorKind::Permission && rows.error().kind != ErrorKind::Schema)
        return rows.error();
    return !rows || rows->empty() ? MysqlTextRow() : rows->front();
}

Result<QString> CatalogReader::shown(const QByteArray &statement, size_t column)
{
    ASSIGN_OR_RETURN(const MysqlTextRow row, shownRow(statement));
    return row.size() <= column ? QString() : text(row, column);
}

Result<void> CatalogReader::readTables()
{
    ASSIGN_OR_RETURN(
        const auto found,
        rows(
            "SELECT TABLE_NAME, TABLE_TYPE, ENGINE, TABLE_ROWS, AUTO_INCREMENT, TABLE_COMMENT FROM "
            "information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() ORDER BY CAST(TABLE_NAME AS BINARY)"));
    for (const MysqlTextRow &row : found) {
        const QString name = text(row, 0);
        const QString type = text(row, 1);
        if (type == QLatin1String("SEQUENCE"))
            m_sequences += name;
        if (type != QLatin1String("BASE TABLE") && type != QLatin1String("SYSTEM VERSIONED"))
            continue;
        TableInfo table;
        table.shape.name = {QString(), name};
        table.shape.engine = QStringLiteral("mysql");
        table.approximateRows = number(row, 3);
        table.sequence = row[4] ? number(row, 4) - 1 : -1;
        table.comment = text(row, 5);
        m_places[name] = m_catalog.tables.size();
        m_catalog.tables.push_back(std::move(table));
        if (text(row, 2) != QLatin1String("InnoDB"))
            warn(ErrorKind::Unsupported,
                 QStringLiteral(
                     "table %1 is kept by %2, which has no transactions: others may change it while it is "
                     "read, and it cannot be imported into")
                     .arg(name, row[2] ? text(row, 2) : QStringLiteral("an unknown engine")),
                 QStringLiteral("ALTER TABLE … ENGINE=InnoDB makes it an ordinary table."));
        if (type == QLatin1String("SYSTEM VERSIONED"))
            warn(ErrorKind::Unsupported,
                 QStringLiteral("table %1 keeps its history, which is not carried").arg(name));
    }
    return {};
}

void CatalogReader::addColumn(TableInfo &table, const MysqlTextRow &row)
{
    Column column;
    column.name = text(row, 1);
    setMysqlType(column, text(row, 2));
    column.nullable = text(row, 3) == QLatin1String("YES");
    column.collation = text(row, 5);
    column.comment = text(row, 7);
    const QString extra = text(row, 6);
    column.generatedExpression = text(row, 8);
    column.generated = extra.contains(QLatin1String("GENERATED"), Qt::CaseInsensitive)
        && !extra.contains(QLatin1String("DEFAULT_GENERATED"), Qt::CaseInsensitive);
    if (extra.contains(QLatin1String("auto_increment"), Qt::CaseInsensitive)) {
        column.identity = Identity::ByDefault;
        table.hasAutoincrement = true;
    }
    const bool isExpression = m_server.isMariaDb || extra.contains(QLatin1String("DEFAULT_GENERATED"));
    if (row[4] && !column.generated && (text(row, 4) != QLatin1String("NULL") || !m_server.isMariaDb))
        column.defaultExpression =
            isExpression ? text(row, 4) : QString::fromUtf8(mysqlLiteral(text(row, 4)));
    const qsizetype update = extra.indexOf(QLatin1String("on update"), 0, Qt::CaseInsensitive);
    if (update >= 0)
        column.defaultExpression =
            (column.defaultExpression.isEmpty() ? QStringLiteral("NULL") : column.defaultExpression)
            + QLatin1Char(' ') + extra.mid(update);
    table.shape.columns.push_back(std::move(column));
}

Result<void> CatalogReader::readColumns()
{
    ASSIGN_OR_RETURN(
        const auto found,
        rows("SELECT TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT, COLLATION_NAME, "
             "EXTRA, "
             "COLUMN_COMMENT, GENERATION_EXPRESSION FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = "
             "DATABASE() ORDER BY TABLE_NAME, ORDINAL_POSITION"));
    for (const MysqlTextRow &row : found) {
        if (TableInfo *table = find(text(row, 0)))
            addColumn(*table, row);
    }
    for (const TableInfo &table : m_catalog.tables) {
        if (table.shape.columns.empty())
            warn(ErrorKind::Permission,
                 QStringLiteral("the columns of table %1 cannot be seen").arg(table.shape.name.name));
    }
    return {};
}

Result<void> CatalogReader::readIndexes()
{
    ASSIGN_OR_RETURN(
        const auto found,
        rows("SELECT TABLE_NAME, INDEX_NAME, NON_UNIQUE, COLUMN_NAME, SUB_PART, INDEX_TYPE FROM "
             "information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, "
             "INDEX_NAME = 'PRIMARY' DESC, INDEX_NAME, SEQ_IN_INDEX"));
    for (const MysqlTextRow &row : found) {
        TableInfo *table = find(text(row, 0));
        if (table == nullptr)
            continue;
        if (table->indexes.empty() || table->indexes.back().name != text(row, 1)) {
            IndexInfo index;
            index.name = text(row, 1);
            index.isUnique = text(row, 2) == QLatin1String("0");
            index.isPrimaryKey = index.name == QLatin1String("PRIMARY");
            index.isAutomatic = index.isPrimaryKey;
            const QString kind = text(row, 5);
            // They stand for no order of their columns; which of the two follows from the columns.
            index.isPartial = kind == QLatin1String("FULLTEXT") || kind == QLatin1String("SPATIAL");
            table->indexes.push_back(std::move(index));
        }
        IndexInfo &index = table->indexes.back();
        const QString name = text(row, 3);
        const bool isPrefix = row[4].has_value() && !index.isPartial;
        index.columns += isPrefix
            ? QString::fromUtf8(mysqlQuoted(name)) + QStringLiteral("(%1)").arg(number(row, 4))
            : name;
    }
    return {};
}

/// The primary key, else the first unique index over whole columns that are not null.
void CatalogReader::setKeys()
{
    for (TableInfo &table : m_catalog.tables) {
        for (const IndexInfo &index : table.indexes) {
            if (!index.isUnique || !table.shape.key.empty())
                continue;
            std::vector<int> key;
            for (const QString &name : index.columns) {
                const int column = table.shape.indexOf(name);
                const bool isUsable =
                    column >= 0 && !table.shape.columns[static_cast<size_t>(column)].nullable;
                if (isUsable)
                    key.push_back(column);
            }
            if (key.size() != static_cast<size_t>(index.columns.size()))
                continue;
            table.shape.key = key;
            table.hasPrimaryKey = index.isPrimaryKey;
        }
    }
}

Result<void> CatalogReader::readForeignKeys()
{
    ASSIGN_OR_RETURN(
        const auto found,
        rows("SELECT k.TABLE_NAME, k.CONSTRAINT_NAME, k.COLUMN_NAME, k.REFERENCED_TABLE_SCHEMA, "
             "k.REFERENCED_TABLE_NAME, k.REFERENCED_COLUMN_NAME, r.UPDATE_RULE, r.DELETE_RULE, "
             "k.REFERENCED_TABLE_SCHEMA = DATABASE() FROM information_schema.KEY_COLUMN_USAGE k JOIN "
             "information_schema.REFERENTIAL_CONSTRAINTS r ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND "
             "r.TABLE_NAME = k.TABLE_NAME AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME WHERE k.TABLE_SCHEMA = "
             "DATABASE() AND k.CONSTRAINT_SCHEMA = DATABASE() AND r.CONSTRAINT_SCHEMA = DATABASE() AND "
             "k.REFERENCED_TABLE_NAME IS NOT NULL ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, "
             "k.ORDINAL_POSITION"));
    for (const MysqlTextRow &row : found) {
        TableInfo *table = find(text(row, 0));
        if (table == nullptr)
            continue;
        if (table->foreignKeys.empty() || table->foreignKeys.back().name != text(row, 1)) {
            ForeignKey key;
            key.name = text(row, 1);
            const bool isHere = text(row, 8) == QLatin1String("1");
            key.target = {isHere ? QString() : text(row, 3), text(row, 4)};
            key.onUpdate = text(row, 6);
            key.onDelete = text(row, 7);
            if (!isHere)
                warn(ErrorKind::Reference,
                     QStringLiteral(
                         "foreign key %1 of table %2 points into another database, %3, and is not carried")
                         .arg(key.name, table->shape.name.name, key.target.schema));
            table->foreignKeys.push_back(std::move(key));
        }
        table->foreignKeys.back().columns += text(row, 2);
        table->foreignKeys.back().targetColumns += text(row, 5);
    }
    return {};
}

Result<void> CatalogReader::readChecks()
{
    ASSIGN_OR_RETURN(
        const auto found,
        rows(m_server.isMariaDb
                 ? "SELECT TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE, LEVEL FROM "
                   "information_schema.CHECK_CONSTRAINTS "
                   "WHERE CONSTRAINT_SCHEMA = DATABASE() ORDER BY TABLE_NAME, CONSTRAINT_NAME"
                 : "SELECT t.TABLE_NAME, c.CONSTRAINT_NAME, c.CHECK_CLAUSE, 'Table' FROM "
                   "information_schema.CHECK_CONSTRAINTS c JOIN information_schema.TABLE_CONSTRAINTS t USING "
                   "(CONSTRAINT_SCHEMA, CONSTRAINT_NAME) WHERE CONSTRAINT_SCHEMA = DATABASE() ORDER BY "
                   "t.TABLE_NAME, c.CONSTRAINT_NAME"));
    for (const MysqlTextRow &row : found) {
        TableInfo *table = find(text(row, 0));
        if (table == nullptr)
            continue;
        const QString expression = text(row, 2);
        const bool isOfColumn = text(row, 3) == QLatin1String("Column");
        const int column = isOfColumn ? table->shape.indexOf(text(row, 1)) : -1;
        // What MariaDB makes of the type JSON.
        if (column >= 0
            && expression
                == QLatin1String("json_valid(") + QString::fromUtf8(mysqlQuoted(text(row, 1)))
                    + QLatin1Char(')'))
            table->shape.columns[static_cast<size_t>(column)].type = LogicalType::Json;
        table->checks.push_back({isOfColumn ? QString() : text(row, 1), expression});
    }
    return {};
}

Result<void> CatalogReader::readStatements()
{
    for (TableInfo &table : m_catalog.tables) {
        ASSIGN_OR_RETURN(table.sql, shown("TABLE " + mysqlQuoted(table.shape.name.name), 1));
        if (table.sql.contains(QLatin1String(" FOREIGN KEY "))
            && std::any_of(table.foreignKeys.begin(), table.foreignKeys.end(),
                           [](const ForeignKey &key) { return !key.target.schema.isEmpty(); }))
            table.sql.clear();
        std::erase_if(table.foreignKeys, [](const ForeignKey &key) { return !key.target.schema.isEmpty(); });
    }
    return {};
}

Result<void> CatalogReader::readViews()
{
    ASSIGN_OR_RETURN(const auto found,
                     rows("SELECT TABLE_NAME FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE() "
                          "ORDER BY TABLE_NAME"));
    for (const MysqlTextRow &row : found) {
        const QString name = text(row, 0);
        ASSIGN_OR_RETURN(const MysqlTextRow made, shownRow("VIEW " + mysqlQuoted(name)));
        if (made.size() < 4 || !made[1])
            warn(ErrorKind::Permission,
                 QStringLiteral("the view %1 cannot be read, and is not carried").arg(name));
        else
            m_catalog.views.push_back({{QString(), name},
                                       withoutMysqlDefiner(text(made, 1)),
                                       false,
                                       {},
                                       mysqlSettings({{"character_set_client", text(made, 2)},
                                                      {"collation_connection", text(made, 3)}})});
    }
    return {};
}

/// What a view names stands before it; the server lists them by name.
void CatalogReader::sortViews()
{
    std::vector<ViewInfo> sorted;
    std::vector<ViewInfo> left = std::move(m_catalog.views);
    while (!left.empty()) {
        const auto needsOther = [&](const ViewInfo &view) {
            return std::any_of(left.begin(), left.end(), [&](const ViewInfo &other) {
                return other.name != view.name
                    && view.sql.contains(QString::fromUtf8(mysqlQuoted(other.name.name)));
            });
        };
        auto next = std::find_if_not(left.begin(), left.end(), needsOther);
        if (next == left.end()) // a column may be named like a view
            next = left.begin();
        sorted.push_back(std::move(*next));
        left.erase(next);
    }
    m_catalog.views = std::move(sorted);
}

/// Put together from its parts: SHOW CREATE TRIGGER gives the text as somebody wrote it.
Result<void> CatalogReader::readTriggers()
{
    ASSIGN_OR_RETURN(
        const auto found,
        rows(
            "SELECT TRIGGER_NAME, EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, "
            "ACTION_STATEMENT, SQL_MODE, CHARACTER_SET_CLIENT, COLLATION_CONNECTION, DATABASE_COLLATION FROM "
            "information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE() ORDER BY "
            "EVENT_OBJECT_TABLE, ACTION_TIMING, "
            "EVENT_MANIPULATION, ACTION_ORDER"));
    for (const MysqlTextRow &row : found) {
        const QString sql = QStringLiteral("CREATE TRIGGER %1 %2 %3 ON %4 FOR EACH ROW ")
                                .arg(QString::fromUtf8(mysqlQuoted(text(row, 0))), text(row, 2), text(row, 3),
                                     QString::fromUtf8(mysqlQuoted(text(row, 1))));
        m_catalog.triggers.push_back({text(row, 0),
                                      {QString(), text(row, 1)},
                                      sql + text(row, 4),
                                      mysqlSettings({{"sql_mode", text(row, 5)},
                                                     {"character_set_client", text(row, 6)},
                                                     {"collation_connection", text(row, 7)},
                                                     {"collation_database", text(row, 8)}})});
    }
    return {};
}

Result<void> CatalogReader::readRoutines()
{
    ASSIGN_OR_RETURN(
        auto found,
        rows("SELECT ROUTINE_TYPE, ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = "
             "DATABASE() ORDER BY ROUTINE_TYPE, ROUTINE_NAME"));
    ASSIGN_OR_RETURN(
        const auto events,
        rows("SELECT 'EVENT', EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE() "
             "ORDER BY EVENT_NAME"));
    found.insert(found.end(), events.begin(), events.end());
    for (const MysqlTextRow &row : found) {
        const QString kind = text(row, 0);
        const QString name = text(row, 1);
        // An event has its time zone before its statement.
        const size_t at = kind == QLatin1String("EVENT") ? 3 : 2;
        ASSIGN_OR_RETURN(const MysqlTextRow made, shownRow(kind.toUtf8() + ' ' + mysqlQuoted(name)));
        if (made.size() < at + 3 || !made[at]) {
            warn(ErrorKind::Permission,
                 QStringLiteral("the %1 %2 cannot be read, and is not carried").arg(kind.toLower(), name));
            continue;
        }
        ObjectInfo object;
        object.kind = kind.toLower();
        object.name = {QString(), name};
        // Views may call functions; an event or a procedure needs nothing but to be there in the end.
        object.stage = kind == QLatin1String("FUNCTION") ? ObjectInfo::Stage::BeforeTables
                                                         : ObjectInfo::Stage::AfterTables;
        object.sql = withoutMysqlDefiner(text(made, at));
        object.session =
            mysqlSettings({{"sql_mode", text(made, 1)},
                           {"time_zone", at == 3 ? text(made, 2) : QString()},
                           {"character_set_client", text(made, at + 1)},
                           {"collation_connection", text(made, at + 2)},
                           {"collation_database", made.size() > at + 3 ? text(made, at + 3) : QString()}});
        m_catalog.objects.push_back(std::move(object));
    }
    return {};
}

Result<void> CatalogReader::readSequences()
{
    for (const QString &name : m_sequences) {
        ASSIGN_OR_RETURN(const QString sql, shown("SEQUENCE " + mysqlQuoted(name), 1));
        const Result<QByteArray> next =
            mysqlValue(m_mysql, "SELECT next_not_cached_value FROM " + mysqlQuoted(name));
        if (sql.isEmpty() || !next) {
            warn(ErrorKind::Permission,
                 QStringLiteral("the sequence %1 cannot be read, and is not carried").arg(name));
            continue;
        }
        ObjectInfo object;
        object.kind = QStringLiteral("sequence");
        object.name = {QString(), name};
        object.sql = sql;
        // It goes on where the other one is.
        static const QString kStart = QStringLiteral(" start with ");
        const qsizetype start = sql.indexOf(kStart);
        qsizetype end = start + kStart.size();
        while (start >= 0 && end < sql.size() && (sql[end].isDigit() || sql[end] == QLatin1Char('-')))
            ++end;
        if (start >= 0)
            object.sql = sql.left(start) + kStart + QString::fromUtf8(*next) + sql.mid(end);
        m_catalog.objects.insert(m_catalog.objects.begin(), std::move(object));
    }
    return {};
}

Result<Catalog> CatalogReader::read()
{
    m_catalog.engine = QStringLiteral("mysql");
    m_catalog.engineVersion = m_server.version;
    RETURN_IF_ERROR(readTables());
    RETURN_IF_ERROR(readColumns());
    RETURN_IF_ERROR(readIndexes());
    setKeys();
    RETURN_IF_ERROR(readForeignKeys());
    RETURN_IF_ERROR(readChecks());
    RETURN_IF_ERROR(readStatements());
    RETURN_IF_ERROR(readViews());
    sortViews();
    RETURN_IF_ERROR(readTriggers());
    RETURN_IF_ERROR(readRoutines());
    RETURN_IF_ERROR(readSequences());
    if (m_server.isReadOnly) {
        ASSIGN_OR_RETURN(const std::vector<Error> others, mysqlNotCarried(m_mysql));
        for (const Error &other : others)
            warn(other.kind, other.message, other.hint);
    }
    return std::move(m_catalog);
}

} // namespace

Result<Catalog> readMysqlCatalog(MYSQL *mysql, const MysqlServer &server)
{
    return CatalogReader(mysql, server).read();
}

} // namespace galley
