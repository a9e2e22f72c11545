// SPDX-License-Identifier: MIT
//
// Ownership of sqlite3 and sqlite3_stmt, and their errors as ours. For everything that speaks to the SQLite
// library: this engine, the ChangeSet file.
//
// Threads: a handle and its statements are used on one thread at a time.
#pragma once

#include "workers/base/cell.h"
#include "workers/base/result.h"

#include <QByteArray>

#include <sqlite3.h>

#include <memory>
#include <string_view>

namespace galley {

struct SqliteCloser
{
    void operator()(sqlite3 *db) const { sqlite3_close_v2(db); }
};
using SqliteHandle = std::unique_ptr<sqlite3, SqliteCloser>;

/// The last error of `db` as ours: Conflict (busy), Permission, Malformed, Truncated, Io, Cancelled,
/// NotFound, Limit, UnsafeStatement (refused by the authorizer), else Schema. `what`: what was being done
/// ("read table t"), or "".
Error sqliteError(sqlite3 *db, const QString &what = {});
/// The same for a code that was returned by a call.
Error sqliteError(sqlite3 *db, int code, const QString &what);

/// `"name"` in UTF-8.
QByteArray sqliteQuoted(const QString &name);
/// `"schema"."name"`, or `"name"` alone where the schema is empty.
QByteArray sqliteQuoted(const QString &schema, const QString &name);

/// One prepared statement.
class SqliteStatement
{
public:
    SqliteStatement() = default;
    /// The first statement of `sql`; what follows it is in `*tail`. Errors: those of sqliteError().
    static Result<SqliteStatement> prepare(sqlite3 *db, std::string_view sql,
                                           std::string_view *tail = nullptr);

    sqlite3_stmt *get() const { return m_statement.get(); }
    explicit operator bool() const { return m_statement != nullptr; }

    /// True: a row is there. False: done.
    Result<bool> step()
    {
        const int code = sqlite3_step(get());
        if (code == SQLITE_ROW)
            return true;
        if (code == SQLITE_DONE)
            return false;
        return sqliteError(sqlite3_db_handle(get()), code, {});
    }
    /// Runs a statement that gives no rows, and makes it ready for the next time.
    Result<void> run();
    void reset() { sqlite3_reset(get()); }

    /// Parameters count from 1. Text and bytes must live until the next reset() or bind.
    void bind(int index, const Cell &cell);
    void bindInteger(int index, qint64 value) { sqlite3_bind_int64(get(), index, value); }
    void bindReal(int index, double value) { sqlite3_bind_double(get(), index, value); }
    void bindText(int index, std::string_view text);
    void bindBytes(int index, std::string_view bytes);
    void bindNull(int index) { sqlite3_bind_null(get(), index); }
    /// These copy.
    void bindText(int index, const QString &text);

    /// Columns count from 0. Text and bytes are good until the next step(), reset() or conversion.
    Cell cell(int column) const;
    qint64 integer(int column) const { return sqlite3_column_int64(get(), column); }
    double real(int column) const { return sqlite3_column_double(get(), column); }
    bool isNull(int column) const { return sqlite3_column_type(get(), column) == SQLITE_NULL; }
    QString text(int column) const;
    QByteArray bytes(int column) const; ///< text as UTF-8

private:
    struct Finalizer
    {
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

/// Runs all statements of `sql`, ignoring rows.
Result<void> sqliteExec(sqlite3 *db, const QByteArray &sql);

} // namespace galley
