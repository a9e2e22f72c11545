// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqlitesink.h"

#include "workers/base/io.h"
#include "workers/engines/sqlite/sqlitechange.h"
#include "workers/engines/sqlite/sqlitecreate.h"
#include "workers/engines/sqlite/sqliteload.h"
#include "workers/engines/sqlite/sqlitereferences.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace galley {

namespace {

const QByteArray kCacheForRows = QByteArrayLiteral("PRAGMA cache_size=-24576");
/// Sorting the rows of an index takes as much as the cache may, and that on each of its threads.
const QByteArray kCacheForIndexes = QByteArrayLiteral("PRAGMA cache_size=-8192");

class SqliteSink final : public ChangeSink
{
public:
    explicit SqliteSink(SqliteConnection &connection)
        : m_connection(connection)
        , m_db(connection.handle())
        , m_isScratch(connection.database().parameters.contains(kSqliteScratch))
        , m_references(m_db)
    {
    }

    ~SqliteSink() override { rollBack(); }

    Result<void> begin();

    Result<void> createTable(const TableInfo &table, const QString &sourceEngine) override;
    Result<qint64> load(const TableName &table, RowReader &rows, RejectSink &rejects) override;
    RowsDigest loaded() const override { return m_loaded; }
    Result<qint64> change(const ChangeShape &shape, ChangeReader &changes, RejectSink &rejects,
                          std::vector<ChangeConflict> &conflicts) override;
    Result<void> createObjects(const Catalog &objects) override;
    Result<void> disableTriggers(const TableName &table) override;
    Result<void> dropTable(const TableName &table) override;
    Result<void> dropViews(const std::vector<ViewInfo> &views) override;
    Result<qint64> checkReferences(RejectSink &rejects) override { return m_references.check(rejects); }
    std::vector<Error> warnings() const override;
    Connection &connection() override { return m_connection; }
    Result<void> commit() override;

private:
    Result<void> setUp();
    void rollBack();
    void restore();
    Result<void> makeDurable();

    SqliteConnection &m_connection;
    sqlite3 *m_db;
    bool m_isScratch;
    bool m_hadForeignKeys = true;
    bool m_isOpen = false;
    SqliteReferences m_references;
    RowsDigest m_loaded;
    qint64 m_changedByTriggers = 0;
    std::vector<QByteArray> m_triggers; ///< that were dropped, to be made again
    std::vector<Error> m_warnings;
};

Result<void> SqliteSink::begin()
{
    if (sqlite3_get_autocommit(m_db) == 0)
        return Error{
            ErrorKind::Conflict, QStringLiteral("the connection is in a transaction already"), {}, {}};
    RETURN_IF_ERROR(setUp());
    if (auto begun = sqliteExec(m_db, "BEGIN IMMEDIATE"); !begun) {
        restore();
        return begun;
    }
    m_isOpen = true;
    return m_references.remember();
}

Result<void> SqliteSink::setUp()
{
    {
        ASSIGN_OR_RETURN(SqliteStatement query, SqliteStatement::prepare(m_db, "PRAGMA foreign_keys"));
        ASSIGN_OR_RETURN(const bool hasRow, query.step());
        m_hadForeignKeys = hasRow && query.integer(0) != 0;
    }
    // Only outside of a transaction: nothing may cascade into rows that the ChangeSet does not name.
    RETURN_IF_ERROR(sqliteExec(m_db,
                               "PRAGMA foreign_keys=OFF;PRAGMA ignore_check_constraints=OFF;"
                               "PRAGMA temp_store=FILE;PRAGMA threads=2;"
                                   + kCacheForRows));
    // A scratch file has no name that anybody knows. The journal in memory is for statements that fail.
    return sqliteExec(m_db,
                      m_isScratch ? "PRAGMA locking_mode=EXCLUSIVE;PRAGMA journal_mode=MEMORY;"
                                    "PRAGMA synchronous=OFF"
                                  : "PRAGMA synchronous=FULL");
}

void SqliteSink::restore()
{
    if (m_hadForeignKeys)
        sqlite3_exec(m_db, "PRAGMA foreign_keys=ON", nullptr, nullptr, nullptr);
}

void SqliteSink::rollBack()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    if (sqlite3_get_autocommit(m_db) == 0)
        sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr);
    restore();
}

Result<void> SqliteSink::createTable(const TableInfo &table, const QString &sourceEngine)
{
    if (sourceEngine.isEmpty() || sourceEngine == QLatin1String("sqlite"))
        return createSqliteTable(m_db, table);
    const Engine *engine = findEngine(QStringLiteral("sqlite"));
    ASSIGN_OR_RETURN(const TableInfo translated, engine->tableFor(table.shape));
    return createSqliteTable(m_db, translated);
}

Result<void> SqliteSink::createObjects(const Catalog &objects)
{
    RETURN_IF_ERROR(sqliteExec(m_db, kCacheForIndexes));
    RETURN_IF_ERROR(createSqliteObjects(m_db, objects));
    return sqliteExec(m_db, kCacheForRows);
}

Result<qint64> SqliteSink::load(const TableName &table, RowReader &rows, RejectSink &rejects)
{
    ASSIGN_OR_RETURN(const SqliteLoad::Outcome outcome, SqliteLoad::run(m_db, table, rows, rejects));
    m_loaded = outcome.digest;
    m_changedByTriggers += outcome.changedByTriggers;
    // Pages that are not written yet fill the cache, and what is read next has no room in it: the check of
    // foreign keys then reads the same pages a hundred times. Busy is no failure: they are written later.
    sqlite3_db_cacheflush(m_db);
    return outcome.stored;
}

Result<qint64> SqliteSink::change(const ChangeShape &shape, ChangeReader &changes, RejectSink &rejects,
                                  std::vector<ChangeConflict> &conflicts)
{
    ASSIGN_OR_RETURN(const TableInfo table, m_connection.table(shape.shape.name));
    SqliteChanges maker(m_db, table, shape, rejects, conflicts);
    ASSIGN_OR_RETURN(const SqliteChanges::Outcome outcome, maker.run(changes));
    m_changedByTriggers += outcome.changedByTriggers;
    return outcome.made;
}

/// SQLite cannot disable them: they are dropped, and made again in the same order before the commit.
Result<void> SqliteSink::disableTriggers(const TableName &table)
{
    std::vector<std::pair<QByteArray, QByteArray>> found;
    {
        ASSIGN_OR_RETURN(SqliteStatement query,
                         SqliteStatement::prepare(m_db,
                                                  "SELECT name, sql FROM main.sqlite_schema WHERE "
                                                  "type='trigger' AND lower(tbl_name)=lower(?1) "
                                                  "ORDER BY rowid"));
        query.bindText(1, table.name);
        for (;;) {
            ASSIGN_OR_RETURN(const bool hasRow, query.step());
            if (!hasRow)
                break;
            found.emplace_back(query.bytes(0), query.bytes(1));
        }
    }
    QStringList names;
    for (auto &[name, sql] : found) {
        names += QString::fromUtf8(name);
        RETURN_IF_ERROR(sqliteExec(
            m_db, "DROP TRIGGER " + sqliteQuoted(QStringLiteral("main"), QString::fromUtf8(name))));
        m_triggers.push_back(std::move(sql));
    }
    if (!names.isEmpty())
        m_warnings.push_back({ErrorKind::Schema,
                              QStringLiteral("changes of %1 do not fire its triggers: %2")
                                  .arg(table.name, names.join(QStringLiteral(", "))),
                              QStringLiteral("What they would do is left undone."),
                              {}});
    return {};
}

Result<void> SqliteSink::dropTable(const TableName &table)
{
    return sqliteExec(m_db, "DROP TABLE " + sqliteQuoted(table.schema, table.name));
}

Result<void> SqliteSink::dropViews(const std::vector<ViewInfo> &views)
{
    for (const ViewInfo &view : views)
        RETURN_IF_ERROR(
            sqliteExec(m_db, "DROP VIEW IF EXISTS " + sqliteQuoted(view.name.schema, view.name.name)));
    return {};
}

std::vector<Error> SqliteSink::warnings() const
{
    std::vector<Error> all = m_references.warnings();
    all.insert(all.end(), m_warnings.begin(), m_warnings.end());
    if (m_changedByTriggers > 0)
        all.push_back(
            {ErrorKind::Value,
             QStringLiteral("triggers of the database changed %1 other rows").arg(m_changedByTriggers),
             QStringLiteral("They are not in the change set, and an undo does not bring them back."),
             {}});
    return all;
}

Result<void> SqliteSink::commit()
{
    if (!m_isOpen || sqlite3_get_autocommit(m_db) != 0)
        return Error{ErrorKind::Io, QStringLiteral("the transaction was rolled back before"), {}, {}};
    for (const QByteArray &sql : m_triggers)
        RETURN_IF_ERROR(sqliteExec(m_db, sql));
    if (auto done = sqliteExec(m_db, "COMMIT"); !done) {
        rollBack();
        Error error = std::move(done).error();
        error.message = QStringLiteral("cannot commit: %1").arg(error.message);
        return error;
    }
    m_isOpen = false;
    restore();
    return m_isScratch ? makeDurable() : Result<void>();
}

Result<void> SqliteSink::makeDurable()
{
    const QString path = m_connection.database().location;
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
    if (file < 0)
        return errnoError(errno, QStringLiteral("open"), path);
    const int failed = ::fsync(file) != 0 ? errno : 0;
    ::close(file);
    return failed == 0 ? Result<void>() : Result<void>(errnoError(failed, QStringLiteral("write"), path));
}

} // namespace

Result<std::unique_ptr<ChangeSink>> makeSqliteSink(SqliteConnection &connection)
{
    auto sink = std::make_unique<SqliteSink>(connection);
    RETURN_IF_ERROR(sink->begin());
    return std::unique_ptr<ChangeSink>(std::move(sink));
}

} // namespace galley
