// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqliteconnection.h"

#include "workers/engines/sqlite/sqlitecatalog.h"
#include "workers/engines/sqlite/sqlitereader.h"
#include "workers/engines/sqlite/sqlitesink.h"
#include "workers/engines/sqlite/sqlitetokens.h"
#include "workers/engines/sqlite/sqlitetypes.h"

#include <algorithm>

namespace galley {

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

QString cut(const QString &text)
{
    const QString plain = text.simplified();
    return plain.size() <= 60 ? plain : plain.left(59) + QChar(0x2026);
}

Error schemaError(const QString &message)
{
    return {ErrorKind::Schema, message, {}, {}};
}

/// Sets a flag of the guard for as long as it lives.
class UserSqlScope
{
public:
    explicit UserSqlScope(SqliteGuard &guard)
        : m_guard(guard)
    {
        m_guard.isUserSql = true;
    }
    ~UserSqlScope() { m_guard.isUserSql = false; }
    Q_DISABLE_COPY_MOVE(UserSqlScope)

private:
    SqliteGuard &m_guard;
};

/// One query that only reads, and nothing behind it.
Result<SqliteStatement> prepareQuery(sqlite3 *db, SqliteGuard &guard, const QByteArray &sql)
{
    std::string_view tail;
    const UserSqlScope scope(guard);
    auto statement = SqliteStatement::prepare(db, viewOf(sql), &tail);
    if (!statement)
        return statement;
    const auto refused = [&](const QString &why) {
        return Error{ErrorKind::UnsafeStatement, why, QStringLiteral("Write one SELECT."), {}};
    };
    if (!*statement)
        return refused(QStringLiteral("there is no query"));
    if (!sqlTokens(tail).empty())
        return refused(QStringLiteral("there is more than one statement: \"%1\"")
                           .arg(cut(QString::fromUtf8(tail.data(), static_cast<qsizetype>(tail.size())))));
    if (sqlite3_stmt_readonly(statement->get()) == 0 || sqlite3_column_count(statement->get()) == 0
        || sqlite3_stmt_isexplain(statement->get()) != 0)
        return refused(QStringLiteral("the statement is not a query"));
    return statement;
}

/// ` WHERE …` of a condition that the user wrote; the newline ends a comment in it.
Result<QByteArray> conditionSql(const QString &where)
{
    if (where.trimmed().isEmpty())
        return QByteArray();
    const QByteArray condition = where.toUtf8();
    if (!isOneExpression(viewOf(condition)))
        return Error{ErrorKind::UnsafeStatement,
                     QStringLiteral("the condition \"%1\" is not one SQL expression").arg(cut(where)),
                     QStringLiteral("Write what would stand behind WHERE."),
                     {}};
    return "(" + condition + "\n)";
}

/// Collations that every SQLite has; others need the program that made the database.
bool isKnownCollation(const QString &name)
{
    return name.isEmpty() || name.compare(QLatin1String("NOCASE"), Qt::CaseInsensitive) == 0
        || name.compare(QLatin1String("RTRIM"), Qt::CaseInsensitive) == 0
        || name.compare(QLatin1String("BINARY"), Qt::CaseInsensitive) == 0;
}

/// A column to order or find by, in the order of Engine::compareKeys().
QByteArray keyTerm(const Column &column, bool isUtf16)
{
    QByteArray term = sqliteQuoted(column.name);
    const bool isBinary = column.collation.isEmpty() || !isKnownCollation(column.collation);
    if (isBinary && isUtf16)
        term += " COLLATE galley_utf8";
    else if (!isKnownCollation(column.collation))
        term += " COLLATE BINARY";
    return term;
}

QByteArray join(const QList<QByteArray> &parts, const char *separator)
{
    return parts.join(separator);
}

/// The columns named, in that order; all but the hidden ones where none is named.
Result<std::vector<Column>> pickColumns(const TableInfo &table, const QStringList &names)
{
    std::vector<Column> picked;
    if (names.isEmpty()) {
        std::copy_if(table.shape.columns.begin(), table.shape.columns.end(), std::back_inserter(picked),
                     [](const Column &column) { return !column.hidden; });
        return picked;
    }
    for (const QString &name : names) {
        const int index = table.shape.indexOf(name);
        if (index < 0)
            return schemaError(
                QStringLiteral("table %1 has no column \"%2\"").arg(table.shape.name.name, cut(name)));
        picked.push_back(table.shape.columns[static_cast<size_t>(index)]);
    }
    return picked;
}

/// The table's shape with these columns only; the key where it is among them.
TableShape shapeWith(const TableShape &full, std::vector<Column> columns)
{
    TableShape shape = full;
    shape.columns = std::move(columns);
    shape.key.clear();
    for (const int key : full.key) {
        const int index = shape.indexOf(full.columns[static_cast<size_t>(key)].name);
        if (index >= 0)
            shape.key.push_back(index);
    }
    if (shape.key.size() != full.key.size())
        shape.key.clear();
    return shape;
}

QByteArray selectList(const std::vector<Column> &columns)
{
    QList<QByteArray> names;
    for (const Column &column : columns)
        names += sqliteQuoted(column.name);
    return join(names, ",");
}

struct RowidRange
{
    qint64 first = 0;
    qint64 last = 0;
};

std::optional<RowidRange> rangeOf(const QByteArray &token)
{
    const qsizetype comma = token.indexOf(',');
    if (comma < 0)
        return {};
    return RowidRange{token.left(comma).toLongLong(), token.mid(comma + 1).toLongLong()};
}

/// Finds out which column it was that SQLite could not compute, by reading them one by one.
QString tooLargeColumn(sqlite3 *db, const TableShape &shape)
{
    for (const Column &column : shape.columns) {
        const QByteArray sql =
            "SELECT " + sqliteQuoted(column.name) + " FROM main." + sqliteQuoted(shape.name.name);
        auto statement = SqliteStatement::prepare(db, viewOf(sql));
        if (!statement)
            continue;
        Result<bool> more = statement->step();
        while (more && *more)
            more = statement->step();
        if (!more && more.error().kind == ErrorKind::Limit)
            return column.name;
    }
    return {};
}

qint64 rowsBefore(sqlite3 *db, const TableInfo &table, qint64 rowid)
{
    const QByteArray sql = "SELECT count(*) FROM main." + sqliteQuoted(table.shape.name.name) + " WHERE "
        + rowidName(table) + " < " + QByteArray::number(rowid);
    auto statement = SqliteStatement::prepare(db, viewOf(sql));
    const bool isRow = statement && *statement && statement->step().isOk();
    return isRow ? statement->integer(0) : 0;
}

} // namespace

SqliteConnection::SqliteConnection(SqliteOpened opened, DatabaseRef database)
    : m_opened(std::move(opened))
    , m_database(std::move(database))
{
}

SqliteConnection::~SqliteConnection() = default;

Error SqliteConnection::located(Error error) const
{
    if (error.where.file.isEmpty())
        error.where.file = m_database.location;
    return error;
}

Result<void> SqliteConnection::refreshCatalog()
{
    ASSIGN_OR_RETURN(auto version, SqliteStatement::prepare(handle(), "PRAGMA main.schema_version"));
    const Result<bool> row = version.step();
    if (!row)
        return located(row.error());
    const qint64 current = version.integer(0);
    if (m_catalog && current == m_schemaVersion)
        return {};
    Result<Catalog> catalog = readSqliteCatalog(handle());
    if (!catalog)
        return located(catalog.error());
    m_catalog = std::move(catalog).value();
    m_schemaVersion = current;
    return {};
}

Result<TableInfo> SqliteConnection::table(const TableName &name)
{
    RETURN_IF_ERROR(refreshCatalog());
    const TableInfo *found = m_catalog->table(name);
    if (found == nullptr)
        return located(schemaError(QStringLiteral("there is no table \"%1\"").arg(cut(name.toString()))));
    if (found->shape.columns.empty())
        return located({ErrorKind::Unsupported,
                        QStringLiteral("the virtual table %1 cannot be read: its module is not known")
                            .arg(found->shape.name.name),
                        {},
                        {}});
    return *found;
}

Result<void> SqliteConnection::beginSnapshot()
{
    Result<void> begun = sqliteExec(handle(), "BEGIN; SELECT 1 FROM main.sqlite_schema LIMIT 1;");
    return begun ? begun : Result<void>(located(begun.error()));
}

Result<qint64> SqliteConnection::dataVersion()
{
    ASSIGN_OR_RETURN(auto version, SqliteStatement::prepare(handle(), "PRAGMA main.data_version"));
    RETURN_IF_ERROR(version.step());
    return version.integer(0);
}

Result<Catalog> SqliteConnection::catalog()
{
    RETURN_IF_ERROR(refreshCatalog());
    Catalog catalog = *m_catalog;
    catalog.warnings.insert(catalog.warnings.end(), m_opened.warnings.begin(), m_opened.warnings.end());
    for (Error &warning : catalog.warnings)
        warning.where.file = m_database.location;
    return catalog;
}

Result<std::unique_ptr<RowReader>> SqliteConnection::read(const ReadRequest &request)
{
    Result<TableInfo> found = table(request.table);
    if (!found) {
        const bool isView = m_catalog
            && std::any_of(m_catalog->views.begin(), m_catalog->views.end(), [&](const ViewInfo &view) {
                                return view.name.name.compare(request.table.name, Qt::CaseInsensitive) == 0;
                            });
        return isView ? readView(request) : Result<std::unique_ptr<RowReader>>(found.error());
    }
    const TableInfo &info = *found;
    ASSIGN_OR_RETURN(auto columns, pickColumns(info, request.columns));
    const bool isUtf16 = isUtf16Database(handle());
    const QByteArray rowid = rowidName(info);
    const auto range = request.range ? rangeOf(request.range->token) : std::nullopt;
    QList<QByteArray> conditions;
    if (range)
        conditions += rowid + " BETWEEN " + QByteArray::number(range->first) + " AND "
            + QByteArray::number(range->last);
    ASSIGN_OR_RETURN(const QByteArray condition, conditionSql(request.where));
    if (!condition.isEmpty())
        conditions += condition;
    const QByteArray list = selectList(columns);
    // A narrower index would otherwise be scanned instead of the table, in its order.
    const bool isScan =
        request.orderBy.isEmpty() && condition.isEmpty() && info.kind != TableInfo::Kind::Virtual;
    const QByteArray take = isScan && request.limit < 0 && request.offset <= 0
        ? takeRowCondition(handle(), list, static_cast<qsizetype>(columns.size()))
        : QByteArray();
    if (!take.isEmpty())
        conditions += take;
    QByteArray sql =
        "SELECT " + (take.isEmpty() ? list : "1") + " FROM main." + sqliteQuoted(info.shape.name.name);
    if (isScan)
        sql += " NOT INDEXED";
    if (!conditions.isEmpty())
        sql += " WHERE " + join(conditions, " AND ");
    QList<QByteArray> order;
    ASSIGN_OR_RETURN(const auto orderColumns,
                     request.orderBy.isEmpty() ? Result<std::vector<Column>>(std::vector<Column>())
                                               : pickColumns(info, request.orderBy));
    for (const Column &column : orderColumns)
        order += keyTerm(column, isUtf16);
    if (order.isEmpty() && !condition.isEmpty() && !rowid.isEmpty())
        order += rowid;
    if (!order.isEmpty())
        sql += " ORDER BY " + join(order, ",");
    if (request.limit >= 0 || request.offset > 0)
        sql +=
            " LIMIT " + QByteArray::number(request.limit) + " OFFSET " + QByteArray::number(request.offset);
    Result<SqliteStatement> statement = condition.isEmpty() ? SqliteStatement::prepare(handle(), viewOf(sql))
                                                            : prepareQuery(handle(), *m_opened.guard, sql);
    if (!statement) {
        Error error = statement.error();
        error.message = QStringLiteral("cannot read table %1: %2").arg(info.shape.name.name, error.message);
        return located(error);
    }
    TableShape shape = shapeWith(info.shape, std::move(columns));
    const auto explain = [this, info, shape, range](Error error, qint64 row, int column) {
        const qint64 before = range ? rowsBefore(handle(), info, range->first) : 0;
        QString name = column >= 0 ? shape.columns[static_cast<size_t>(column)].name : QString();
        if (error.kind == ErrorKind::Limit)
            name = tooLargeColumn(handle(), shape);
        const QString what = name.isEmpty()
            ? QStringLiteral("table %1").arg(shape.name.name)
            : QStringLiteral("column %1 of table %2").arg(name, shape.name.name);
        error.message = QStringLiteral("row %1, %2: %3").arg(before + row + 1).arg(what, error.message);
        error.where.member = shape.name.name;
        error.where.line = before + row + 1;
        return located(error);
    };
    return std::unique_ptr<RowReader>(std::make_unique<SqliteReader>(
        std::move(statement).value(), std::move(shape), explain,
        take.isEmpty() ? SqliteReader::Rows::Stepped : SqliteReader::Rows::Taken));
}

Result<std::unique_ptr<RowReader>> SqliteConnection::readView(const ReadRequest &request)
{
    if (isUntrusted())
        return located(
            {ErrorKind::UntrustedSchema,
             QStringLiteral("the view %1 is not run: the file is of unknown origin").arg(request.table.name),
             QStringLiteral("Open the file as a database of your own if you trust it."),
             {}});
    ASSIGN_OR_RETURN(const QByteArray condition, conditionSql(request.where));
    QList<QByteArray> names;
    for (const QString &name : request.columns)
        names += sqliteQuoted(name);
    QByteArray sql = "SELECT " + (names.isEmpty() ? QByteArray("*") : join(names, ",")) + " FROM main."
        + sqliteQuoted(request.table.name);
    if (!condition.isEmpty())
        sql += " WHERE " + condition;
    names.clear();
    for (const QString &name : request.orderBy)
        names += sqliteQuoted(name);
    if (!names.isEmpty())
        sql += " ORDER BY " + join(names, ",");
    if (request.limit >= 0 || request.offset > 0)
        sql +=
            " LIMIT " + QByteArray::number(request.limit) + " OFFSET " + QByteArray::number(request.offset);
    return readQuery(QString::fromUtf8(sql), request.table.name);
}

Result<std::unique_ptr<RowReader>> SqliteConnection::readQuery(const QString &sql, const QString &asTable)
{
    Result<SqliteStatement> statement = prepareQuery(handle(), *m_opened.guard, sql.toUtf8());
    if (!statement)
        return located(statement.error());
    TableShape shape;
    shape.name = {QString(), asTable};
    shape.engine = QStringLiteral("sqlite");
    sqlite3_stmt *raw = statement->get();
    for (int i = 0; i < sqlite3_column_count(raw); ++i) {
        Column column;
        column.name = QString::fromUtf8(sqlite3_column_name(raw, i));
        // NULL for expressions, which have no type.
        setSqliteType(column, QString::fromUtf8(sqlite3_column_decltype(raw, i)));
        shape.columns.push_back(std::move(column));
    }
    const auto explain = [this, shape](Error error, qint64 row, int column) {
        const QString name = column >= 0 ? shape.columns[static_cast<size_t>(column)].name : QString();
        const QString what = name.isEmpty() ? QString() : QStringLiteral(", column %1").arg(name);
        error.message = QStringLiteral("row %1%2 of the query: %3").arg(row + 1).arg(what, error.message);
        error.where.member = shape.name.name;
        error.where.line = row + 1;
        return located(error);
    };
    return std::unique_ptr<RowReader>(
        std::make_unique<SqliteReader>(std::move(statement).value(), std::move(shape), explain));
}

Result<std::unique_ptr<RowLookup>> SqliteConnection::lookup(const TableName &name, const QStringList &columns,
                                                            const QStringList &keyColumns)
{
    ASSIGN_OR_RETURN(const TableInfo info, table(name));
    ASSIGN_OR_RETURN(auto picked, pickColumns(info, columns));
    ASSIGN_OR_RETURN(const auto keys, pickColumns(info, keyColumns));
    QList<QByteArray> conditions;
    for (size_t i = 0; i < keys.size(); ++i)
        conditions += sqliteQuoted(keys[i].name)
            + (isKnownCollation(keys[i].collation) ? " IS ?" : " COLLATE BINARY IS ?")
            + QByteArray::number(i + 1);
    const QByteArray sql = "SELECT " + selectList(picked) + " FROM main." + sqliteQuoted(info.shape.name.name)
        + " WHERE " + join(conditions, " AND ") + " LIMIT 1";
    Result<SqliteStatement> statement = SqliteStatement::prepare(handle(), viewOf(sql));
    if (!statement)
        return located(statement.error());
    return std::unique_ptr<RowLookup>(std::make_unique<SqliteLookup>(
        std::move(statement).value(), shapeWith(info.shape, std::move(picked))));
}

Result<qint64> SqliteConnection::countRows(const TableName &name, const QString &where)
{
    ASSIGN_OR_RETURN(const TableInfo info, table(name));
    ASSIGN_OR_RETURN(const QByteArray condition, conditionSql(where));
    QByteArray sql = "SELECT count(*) FROM main." + sqliteQuoted(info.shape.name.name);
    if (!condition.isEmpty())
        sql += " WHERE " + condition;
    Result<SqliteStatement> statement = prepareQuery(handle(), *m_opened.guard, sql);
    if (!statement)
        return located(statement.error());
    const Result<bool> row = statement->step();
    if (!row)
        return located(row.error());
    return statement->integer(0);
}

Result<std::unique_ptr<ChangeSink>> SqliteConnection::beginChanges()
{
    if (isReadOnly())
        return located(
            {ErrorKind::Permission, QStringLiteral("the database was opened for reading only"), {}, {}});
    return makeSqliteSink(*this);
}

void SqliteConnection::interrupt()
{
    sqlite3_interrupt(handle());
}

} // namespace galley
