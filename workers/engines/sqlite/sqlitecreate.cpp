// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqlitecreate.h"

namespace galley {

namespace {

constexpr const char *kVirtualModules[] = {"fts3", "fts4", "fts5", "rtree", "rtree_i32", "geopoly"};

/// What one statement may make.
struct Permission
{
    int action = 0; ///< SQLITE_CREATE_TABLE, …
    QByteArray name; ///< of the object; "" any
};

bool isModule(const char *name)
{
    return std::any_of(std::begin(kVirtualModules), std::end(kVirtualModules),
                       [&](const char *known) { return qstricmp(known, name) == 0; });
}

int authorize(void *data, int action, const char *first, const char *second, const char *, const char *)
{
    const auto *permission = static_cast<const Permission *>(data);
    const QByteArray object = QByteArray::fromRawData(first == nullptr ? "" : first,
                                                      first == nullptr ? 0 : qsizetype(strlen(first)));
    const bool isNamed =
        permission->name.isEmpty() || object.compare(permission->name, Qt::CaseInsensitive) == 0;
    switch (action) {
    case SQLITE_CREATE_TABLE: {
        const bool isShadow = permission->action == SQLITE_CREATE_VTABLE
            && object.toLower().startsWith(permission->name.toLower() + '_');
        return (permission->action == action && isNamed) || isShadow || object.startsWith("sqlite_")
            ? SQLITE_OK
            : SQLITE_DENY;
    }
    case SQLITE_CREATE_VTABLE:
        return permission->action == action && isNamed && isModule(second) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_CREATE_VIEW:
    case SQLITE_CREATE_TRIGGER:
        return permission->action == action && isNamed ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_CREATE_INDEX:
        return object.startsWith("sqlite_autoindex_") || (permission->action == action && isNamed)
                || permission->action == SQLITE_CREATE_VTABLE
            ? SQLITE_OK
            : SQLITE_DENY;
    case SQLITE_INSERT: // the schema's own tables, and those that a virtual table keeps
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
        return object.startsWith("sqlite_") || permission->action == SQLITE_CREATE_VTABLE ? SQLITE_OK
                                                                                          : SQLITE_DENY;
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_REINDEX:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_SELECT:
    case SQLITE_PRAGMA:
        return permission->action == SQLITE_CREATE_VTABLE || permission->action == SQLITE_CREATE_INDEX
                || permission->action == SQLITE_CREATE_VIEW
            ? SQLITE_OK
            : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

/// Makes the statement's rules the connection's for as long as it lives.
class Guard
{
public:
    Guard(sqlite3 *db, Permission *permission)
        : m_db(db)
    {
        sqlite3_set_authorizer(db, authorize, permission);
    }
    ~Guard() { sqlite3_set_authorizer(m_db, nullptr, nullptr); }
    Guard(const Guard &) = delete;
    Guard &operator=(const Guard &) = delete;

private:
    sqlite3 *m_db;
};

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n;") == std::string_view::npos;
}

Result<void> create(sqlite3 *db, Permission permission, const QByteArray &sql, const QString &what)
{
    const Guard guard(db, &permission);
    std::string_view tail;
    auto statement = SqliteStatement::prepare(db, {sql.constData(), static_cast<size_t>(sql.size())}, &tail);
    Error error{ErrorKind::UnsafeStatement,
                QStringLiteral("the statement for %1 is not the one statement that makes it").arg(what),
                QStringLiteral("Look at it in the source; leave the object out, or create it yourself."),
                {}};
    if (statement && !*statement)
        return error;
    if (statement && !isBlank(tail))
        return error;
    if (!statement && statement.error().kind == ErrorKind::UnsafeStatement)
        return error;
    Result<void> made = statement ? statement->run() : Result<void>(statement.error());
    if (made)
        return {};
    Error failed = made.error();
    failed.message = QStringLiteral("cannot create %1: %2").arg(what, failed.message);
    return failed;
}

QByteArray quotedList(const QStringList &names)
{
    QByteArray list;
    for (const QString &name : names)
        list += (list.isEmpty() ? "" : ", ") + sqliteQuoted(name);
    return list;
}

QByteArray columnSql(const Column &column)
{
    QByteArray sql = sqliteQuoted(column.name);
    if (!column.nativeType.isEmpty())
        sql += ' ' + column.nativeType.toUtf8();
    if (!column.nullable)
        sql += " NOT NULL";
    if (!column.defaultExpression.isEmpty())
        sql += " DEFAULT (" + column.defaultExpression.toUtf8() + ')';
    if (!column.collation.isEmpty())
        sql += " COLLATE " + sqliteQuoted(column.collation);
    return sql;
}

QByteArray foreignKeySql(const ForeignKey &key)
{
    QByteArray sql = "FOREIGN KEY (" + quotedList(key.columns) + ") REFERENCES "
        + sqliteQuoted(key.target.name) + " (" + quotedList(key.targetColumns) + ')';
    if (!key.onUpdate.isEmpty() && key.onUpdate != QLatin1String("NO ACTION"))
        sql += " ON UPDATE " + key.onUpdate.toUtf8();
    if (!key.onDelete.isEmpty() && key.onDelete != QLatin1String("NO ACTION"))
        sql += " ON DELETE " + key.onDelete.toUtf8();
    if (key.isDeferrable)
        sql += " DEFERRABLE INITIALLY DEFERRED";
    return sql;
}

} // namespace

Result<QByteArray> sqliteTableStatement(const TableInfo &table)
{
    QByteArray body;
    const auto add = [&](const QByteArray &part) { body += (body.isEmpty() ? "\n  " : ",\n  ") + part; };
    int index = 0;
    for (const Column &column : table.shape.columns) {
        if (column.generated)
            return Error{ErrorKind::Unsupported,
                         QStringLiteral("column \"%1\" of table \"%2\" is computed, and how is not known")
                             .arg(column.name, table.shape.name.name),
                         QStringLiteral("Create the table yourself and import its rows."),
                         {}};
        QByteArray sql = columnSql(column);
        if (table.hasAutoincrement && table.shape.key == std::vector<int>{index})
            sql += " PRIMARY KEY AUTOINCREMENT";
        add(sql);
        ++index;
    }
    if (table.hasPrimaryKey && !table.shape.key.empty() && !table.hasAutoincrement) {
        QStringList names;
        for (const int column : table.shape.key)
            names.append(table.shape.columns[static_cast<size_t>(column)].name);
        add("PRIMARY KEY (" + quotedList(names) + ')');
    }
    for (const IndexInfo &unique : table.indexes) {
        if (unique.isAutomatic && unique.isUnique && !unique.isPrimaryKey)
            add("UNIQUE (" + quotedList(unique.columns) + ')');
    }
    for (const CheckConstraint &check : table.checks)
        add((check.name.isEmpty() ? QByteArray() : "CONSTRAINT " + sqliteQuoted(check.name) + ' ') + "CHECK ("
            + check.expression.toUtf8() + ')');
    for (const ForeignKey &key : table.foreignKeys)
        add(foreignKeySql(key));
    QByteArray end = ")";
    if (table.isWithoutRowid)
        end += " WITHOUT ROWID";
    if (table.isStrict)
        end += table.isWithoutRowid ? ", STRICT" : " STRICT";
    return "CREATE TABLE " + sqliteQuoted(table.shape.name.name) + " (" + body + '\n' + end;
}

namespace {

/// A number that was given once is not given again, though its row is gone.
Result<void> restoreSequence(sqlite3 *db, const TableInfo &table)
{
    if (table.sequence < 0 || !table.hasAutoincrement)
        return {};
    ASSIGN_OR_RETURN(
        SqliteStatement insert,
        SqliteStatement::prepare(db, "INSERT INTO main.sqlite_sequence(name, seq) VALUES(?1, ?2)"));
    insert.bindText(1, table.shape.name.name);
    insert.bindInteger(2, table.sequence);
    return insert.run();
}

} // namespace

Result<void> createSqliteTable(sqlite3 *db, const TableInfo &table)
{
    const bool isVirtual = table.kind == TableInfo::Kind::Virtual;
    const Permission permission{isVirtual ? SQLITE_CREATE_VTABLE : SQLITE_CREATE_TABLE,
                                table.shape.name.name.toUtf8()};
    const QString what = QStringLiteral("table \"%1\"").arg(table.shape.name.name);
    if (!table.sql.isEmpty()) {
        Result<void> made = create(db, permission, table.sql.toUtf8(), what);
        // Refused: a table that was renamed on its way still has the statement of its old name.
        if (made)
            return restoreSequence(db, table);
        if (made.error().kind != ErrorKind::UnsafeStatement || isVirtual)
            return made;
    }
    ASSIGN_OR_RETURN(const QByteArray sql, sqliteTableStatement(table));
    RETURN_IF_ERROR(create(db, permission, sql, what));
    return restoreSequence(db, table);
}

Result<void> createSqliteObjects(sqlite3 *db, const Catalog &objects)
{
    for (const TableInfo &table : objects.tables) {
        for (const IndexInfo &index : table.indexes) {
            if (index.isAutomatic || index.sql.isEmpty())
                continue;
            RETURN_IF_ERROR(create(db, {SQLITE_CREATE_INDEX, index.name.toUtf8()}, index.sql.toUtf8(),
                                   QStringLiteral("index \"%1\"").arg(index.name)));
        }
    }
    for (const ViewInfo &viewInfo : objects.views)
        RETURN_IF_ERROR(create(db, {SQLITE_CREATE_VIEW, viewInfo.name.name.toUtf8()}, viewInfo.sql.toUtf8(),
                               QStringLiteral("view \"%1\"").arg(viewInfo.name.name)));
    for (const TriggerInfo &trigger : objects.triggers)
        RETURN_IF_ERROR(create(db, {SQLITE_CREATE_TRIGGER, trigger.name.toUtf8()}, trigger.sql.toUtf8(),
                               QStringLiteral("trigger \"%1\"").arg(trigger.name)));
    return {};
}

} // namespace galley
