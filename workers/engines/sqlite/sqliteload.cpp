// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqliteload.h"

#include "workers/base/shown.h"

namespace galley {

namespace {

constexpr const char *kModule = "galley rows of a load"; // no table is called this

/// What the virtual table gives: rows [next, end) of a batch.
struct Feed
{
    RowBatch batch;
    qsizetype begin = 0;
    qsizetype end = 0;
    int columns = 0;
};

struct Table
{
    sqlite3_vtab base{};
    Feed *feed = nullptr;
};

struct Cursor
{
    sqlite3_vtab_cursor base{};
    Feed *feed = nullptr;
    qsizetype row = 0;
};

int connectTable(sqlite3 *db, void *aux, int, const char *const *, sqlite3_vtab **out, char **)
{
    auto *feed = static_cast<Feed *>(aux);
    QByteArray sql = "CREATE TABLE x(";
    for (int i = 0; i < feed->columns; ++i)
        sql += (i == 0 ? "c" : ",c") + QByteArray::number(i);
    const int code = sqlite3_declare_vtab(db, (sql + ')').constData());
    if (code != SQLITE_OK)
        return code;
    auto *table = new Table; // SQLite's to keep until disconnectTable()
    table->feed = feed;
    *out = &table->base;
    return SQLITE_OK;
}

int disconnectTable(sqlite3_vtab *table)
{
    delete reinterpret_cast<Table *>(table);
    return SQLITE_OK;
}

int bestIndex(sqlite3_vtab *, sqlite3_index_info *info)
{
    info->estimatedCost = 1e6;
    return SQLITE_OK;
}

int openCursor(sqlite3_vtab *table, sqlite3_vtab_cursor **out)
{
    auto *cursor = new Cursor;
    cursor->feed = reinterpret_cast<Table *>(table)->feed;
    *out = &cursor->base;
    return SQLITE_OK;
}

int closeCursor(sqlite3_vtab_cursor *cursor)
{
    delete reinterpret_cast<Cursor *>(cursor);
    return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor *base, int, const char *, int, sqlite3_value **)
{
    auto *cursor = reinterpret_cast<Cursor *>(base);
    cursor->row = cursor->feed->begin;
    return SQLITE_OK;
}

int nextRow(sqlite3_vtab_cursor *base)
{
    ++reinterpret_cast<Cursor *>(base)->row;
    return SQLITE_OK;
}

int isAtEnd(sqlite3_vtab_cursor *base)
{
    const auto *cursor = reinterpret_cast<Cursor *>(base);
    return cursor->row >= cursor->feed->end ? 1 : 0;
}

int column(sqlite3_vtab_cursor *base, sqlite3_context *context, int index)
{
    const auto *cursor = reinterpret_cast<Cursor *>(base);
    const Cell &cell = cursor->feed->batch.row(cursor->row)[static_cast<size_t>(index)];
    switch (cell.kind()) {
    case CellKind::Null:
        sqlite3_result_null(context);
        break;
    case CellKind::Integer:
        sqlite3_result_int64(context, cell.asInteger());
        break;
    case CellKind::Real:
        sqlite3_result_double(context, cell.asReal());
        break;
    case CellKind::Text: // the batch outlives the statement
        sqlite3_result_text64(context, cell.view().data() == nullptr ? "" : cell.view().data(),
                              cell.view().size(), SQLITE_STATIC, SQLITE_UTF8);
        break;
    case CellKind::Bytes:
        sqlite3_result_blob64(context, cell.view().data() == nullptr ? "" : cell.view().data(),
                              cell.view().size(), SQLITE_STATIC);
        break;
    }
    return SQLITE_OK;
}

int rowId(sqlite3_vtab_cursor *base, sqlite3_int64 *id)
{
    *id = reinterpret_cast<Cursor *>(base)->row;
    return SQLITE_OK;
}

sqlite3_module makeModule()
{
    sqlite3_module module{}; // without xCreate: there is one table, and it has the name of the module
    module.xConnect = connectTable;
    module.xBestIndex = bestIndex;
    module.xDisconnect = disconnectTable;
    module.xOpen = openCursor;
    module.xClose = closeCursor;
    module.xFilter = filter;
    module.xNext = nextRow;
    module.xEof = isAtEnd;
    module.xColumn = column;
    module.xRowid = rowId;
    return module;
}

/// A module lives as long as something points to its feed: registered for one load only.
class Registration
{
public:
    Registration(sqlite3 *db, Feed *feed)
        : m_db(db)
    {
        static const sqlite3_module module = makeModule();
        m_code = sqlite3_create_module_v2(db, kModule, &module, feed, nullptr);
    }
    ~Registration() { sqlite3_create_module_v2(m_db, kModule, nullptr, nullptr, nullptr); }
    Registration(const Registration &) = delete;
    Registration &operator=(const Registration &) = delete;
    int code() const { return m_code; }

private:
    sqlite3 *m_db;
    int m_code;
};

Result<bool> hasInsertTriggers(sqlite3 *db, const TableName &table)
{
    ASSIGN_OR_RETURN(SqliteStatement query,
                     SqliteStatement::prepare(db,
                                              "SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND "
                                              "tbl_name = ?1 COLLATE NOCASE LIMIT 1"));
    query.bindText(1, table.name);
    return query.step();
}

class Loader
{
public:
    Loader(sqlite3 *db, const TableName &table, RowReader &rows, RejectSink &rejects)
        : m_db(db)
        , m_table(table)
        , m_rows(rows)
        , m_rejects(rejects)
    {
    }

    Result<SqliteLoad::Outcome> run();

private:
    Result<void> prepare();
    Result<void> storeBatch();
    Result<void> storeRow(qsizetype row);
    int insert(qsizetype begin, qsizetype end);

    sqlite3 *m_db;
    const TableName &m_table;
    RowReader &m_rows;
    RejectSink &m_rejects;
    Feed m_feed;
    SqliteStatement m_insert;
    bool m_hasTriggers = false;
    SqliteLoad::Outcome m_outcome;
};

Result<void> Loader::prepare()
{
    QByteArray columns;
    for (const Column &c : m_rows.shape().columns)
        columns += (columns.isEmpty() ? "" : ",") + sqliteQuoted(c.name);
    // OR ABORT beats what the table's constraints say about conflicts: a REPLACE would delete other rows.
    const QByteArray sql = "INSERT OR ABORT INTO " + sqliteQuoted(m_table.schema, m_table.name) + '('
        + columns + ") SELECT * FROM \"" + kModule + '"';
    ASSIGN_OR_RETURN(m_insert,
                     SqliteStatement::prepare(m_db, {sql.constData(), static_cast<size_t>(sql.size())}));
    ASSIGN_OR_RETURN(m_hasTriggers, hasInsertTriggers(m_db, m_table));
    return {};
}

int Loader::insert(qsizetype begin, qsizetype end)
{
    m_feed.begin = begin;
    m_feed.end = end;
    const int code = sqlite3_step(m_insert.get());
    sqlite3_reset(m_insert.get());
    return code == SQLITE_DONE ? SQLITE_OK : sqlite3_extended_errcode(m_db);
}

Result<void> Loader::storeRow(qsizetype row)
{
    const qint64 before = sqlite3_total_changes64(m_db);
    const int code = insert(row, row + 1);
    const std::span<const Cell> cells = m_feed.batch.row(row);
    std::optional<Reject> reject;
    if (code == SQLITE_OK && sqlite3_changes64(m_db) == 1) {
        ++m_outcome.stored;
        m_outcome.digest.add(cells);
        m_outcome.changedByTriggers += sqlite3_total_changes64(m_db) - before - 1;
        return {};
    }
    if (code == SQLITE_OK)
        reject = Reject{
            m_table, {}, {}, {}, ErrorKind::Value, QStringLiteral("a trigger of the table left it out"), {}};
    else
        reject = sqliteReject(m_db, code, m_rows.shape(), cells);
    if (!reject || sqlite3_get_autocommit(m_db) != 0)
        return sqliteError(m_db, code, QStringLiteral("write into %1").arg(m_table.name));
    reject->table = m_table;
    reject->where.line = m_feed.batch.line(row);
    m_rejects.reject(std::move(*reject));
    return {};
}

Result<void> Loader::storeBatch()
{
    const qsizetype count = m_feed.batch.rowCount();
    if (!m_hasTriggers) {
        // A savepoint: SQLite does not take back the rows before one that a STRICT table refuses.
        RETURN_IF_ERROR(sqliteExec(m_db, "SAVEPOINT galley_batch"));
        const int code = insert(0, count);
        if (code == SQLITE_OK) {
            RETURN_IF_ERROR(sqliteExec(m_db, "RELEASE galley_batch"));
            m_outcome.stored += count;
            for (qsizetype i = 0; i < count; ++i)
                m_outcome.digest.add(m_feed.batch.row(i));
            return {};
        }
        const int primary = code & 0xff;
        if ((primary != SQLITE_CONSTRAINT && primary != SQLITE_MISMATCH && primary != SQLITE_TOOBIG)
            || sqlite3_get_autocommit(m_db) != 0)
            return sqliteError(m_db, code, QStringLiteral("write into %1").arg(m_table.name));
        RETURN_IF_ERROR(sqliteExec(m_db, "ROLLBACK TO galley_batch; RELEASE galley_batch"));
    }
    for (qsizetype i = 0; i < count; ++i)
        RETURN_IF_ERROR(storeRow(i));
    return {};
}

Result<SqliteLoad::Outcome> Loader::run()
{
    m_feed.columns = static_cast<int>(m_rows.shape().columnCount());
    const Registration registration(m_db, &m_feed);
    if (registration.code() != SQLITE_OK)
        return sqliteError(m_db, registration.code(), QStringLiteral("begin to load"));
    RETURN_IF_ERROR(prepare());
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRows, m_rows.read(m_feed.batch));
        if (!hasRows)
            break;
        RETURN_IF_ERROR(storeBatch());
    }
    m_insert = {}; // before its module goes
    return m_outcome;
}

/// The columns that a message names: "UNIQUE constraint failed: t.a, t.b".
QStringList namedColumns(const QString &message)
{
    QStringList names;
    for (const QString &part : message.section(QStringLiteral(": "), 1).split(QStringLiteral(", ")))
        names.append(part.section(QLatin1Char('.'), 1));
    return names;
}

QString shownKey(const QStringList &names, const TableShape &shape, std::span<const Cell> row)
{
    QStringList parts;
    for (const QString &name : names) {
        const int index = shape.indexOf(name);
        if (index >= 0)
            parts.append(name + QStringLiteral(" = ") + shownCell(row[static_cast<size_t>(index)]));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

std::optional<Reject> sqliteReject(sqlite3 *db, int code, const TableShape &shape, std::span<const Cell> row)
{
    const QString message = QString::fromUtf8(sqlite3_errmsg(db));
    Reject reject;
    reject.kind = ErrorKind::Value;
    QStringList names;
    switch (code) {
    case SQLITE_CONSTRAINT_NOTNULL:
        names = namedColumns(message);
        reject.reason = QStringLiteral("NULL, where the column must have a value");
        break;
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID: {
        names = namedColumns(message);
        const QString key = shownKey(names, shape, row);
        reject.kind = ErrorKind::Duplicate;
        reject.reason =
            key.isEmpty() ? message : QStringLiteral("the table has a row with %1 already").arg(key);
        break;
    }
    case SQLITE_CONSTRAINT_CHECK:
        reject.reason =
            QStringLiteral("the table's check refuses it: %1").arg(message.section(QStringLiteral(": "), 1));
        break;
    case SQLITE_CONSTRAINT_DATATYPE:
        names = {message.section(QLatin1Char('.'), -1)};
        reject.reason = message;
        break;
    case SQLITE_CONSTRAINT_TRIGGER:
        reject.reason = QStringLiteral("a trigger of the table refuses it: %1").arg(message);
        break;
    case SQLITE_MISMATCH:
        reject.reason = QStringLiteral("the key column takes integers only");
        break;
    case SQLITE_TOOBIG:
        reject.kind = ErrorKind::Limit;
        reject.reason = QStringLiteral("the row is longer than SQLite stores");
        break;
    default:
        if ((code & 0xff) != SQLITE_CONSTRAINT)
            return {};
        reject.reason = message;
    }
    if (names.size() == 1) {
        reject.column = names.first();
        const int index = shape.indexOf(reject.column);
        if (index >= 0 && static_cast<size_t>(index) < row.size())
            reject.value = shownCell(row[static_cast<size_t>(index)]);
    }
    return reject;
}

Result<SqliteLoad::Outcome> SqliteLoad::run(sqlite3 *db, const TableName &table, RowReader &rows,
                                            RejectSink &rejects)
{
    return Loader(db, table, rows, rejects).run();
}

} // namespace galley
