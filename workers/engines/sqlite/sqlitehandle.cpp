// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqlitehandle.h"

#include <cerrno>

namespace galley {

namespace {

ErrorKind kindOf(sqlite3 *db, int code)
{
    if (code == SQLITE_IOERR_SHORT_READ)
        return ErrorKind::Truncated;
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorKind::Conflict;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorKind::Permission;
    case SQLITE_AUTH:
        return ErrorKind::UnsafeStatement;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return ErrorKind::Malformed;
    case SQLITE_INTERRUPT:
        return ErrorKind::Cancelled;
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM:
        return ErrorKind::Limit;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
        return ErrorKind::Value;
    case SQLITE_CANTOPEN: {
        const int number = db != nullptr ? sqlite3_system_errno(db) : 0;
        if (number == EACCES || number == EPERM || number == EROFS)
            return ErrorKind::Permission;
        return number == ENOENT || number == ENOTDIR ? ErrorKind::NotFound : ErrorKind::Io;
    }
    case SQLITE_FULL:
    case SQLITE_IOERR:
        return ErrorKind::Io;
    default:
        return ErrorKind::Schema;
    }
}

QString hintOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return QStringLiteral("Another program is using the database: close it there and try again.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return QStringLiteral("Check the permissions of the file and of its folder.");
    case SQLITE_FULL:
        return QStringLiteral("Make room on the disk and try again.");
    case SQLITE_CORRUPT:
        return QStringLiteral("Restore the file from a backup, or try sqlite3's .recover on a copy.");
    default:
        return {};
    }
}

} // namespace

Error sqliteError(sqlite3 *db, const QString &what)
{
    return sqliteError(db, db != nullptr ? sqlite3_extended_errcode(db) : SQLITE_NOMEM, what);
}

Error sqliteError(sqlite3 *db, int code, const QString &what)
{
    const bool isLast = db != nullptr && (sqlite3_extended_errcode(db) & 0xff) == (code & 0xff);
    QString reason = QString::fromUtf8(isLast ? sqlite3_errmsg(db) : sqlite3_errstr(code));
    if (isLast)
        code = sqlite3_extended_errcode(db);
    if ((code & 0xff) == SQLITE_NOTADB)
        reason = QStringLiteral("this is not an SQLite database (or it is encrypted)");
    // A function that the authorizer refused has no code of its own.
    if (reason.startsWith(QLatin1String("not authorized")))
        code = SQLITE_AUTH;
    const QString message = what.isEmpty() ? reason : QStringLiteral("cannot %1: %2").arg(what, reason);
    return {kindOf(db, code), message, hintOf(code), {}};
}

QByteArray sqliteQuoted(const QString &name)
{
    QByteArray quoted = name.toUtf8();
    quoted.replace('"', "\"\"");
    return '"' + quoted + '"';
}

QByteArray sqliteQuoted(const QString &schema, const QString &name)
{
    return schema.isEmpty() ? sqliteQuoted(name) : sqliteQuoted(schema) + '.' + sqliteQuoted(name);
}

Result<SqliteStatement> SqliteStatement::prepare(sqlite3 *db, std::string_view sql, std::string_view *tail)
{
    sqlite3_stmt *raw = nullptr;
    const char *rest = nullptr;
    const int code = sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), 0, &raw, &rest);
    SqliteStatement statement;
    statement.m_statement.reset(raw);
    if (code != SQLITE_OK)
        return sqliteError(db, code, {});
    if (tail != nullptr)
        *tail = rest == nullptr ? std::string_view() : sql.substr(static_cast<size_t>(rest - sql.data()));
    return statement;
}

Result<void> SqliteStatement::run()
{
    for (;;) {
        const int code = sqlite3_step(get());
        if (code == SQLITE_ROW)
            continue;
        if (code == SQLITE_DONE) {
            sqlite3_reset(get());
            return {};
        }
        Error error = sqliteError(sqlite3_db_handle(get()), code, {});
        sqlite3_reset(get());
        return error;
    }
}

void SqliteStatement::bind(int index, const Cell &cell)
{
    switch (cell.kind()) {
    case CellKind::Null:
        bindNull(index);
        break;
    case CellKind::Integer:
        bindInteger(index, cell.asInteger());
        break;
    case CellKind::Real:
        bindReal(index, cell.asReal());
        break;
    case CellKind::Text:
        bindText(index, cell.view());
        break;
    case CellKind::Bytes:
        bindBytes(index, cell.view());
        break;
    }
}

void SqliteStatement::bindText(int index, std::string_view text)
{
    // A null pointer would bind NULL.
    sqlite3_bind_text64(get(), index, text.data() == nullptr ? "" : text.data(), text.size(), SQLITE_STATIC,
                        SQLITE_UTF8);
}

void SqliteStatement::bindBytes(int index, std::string_view bytes)
{
    sqlite3_bind_blob64(get(), index, bytes.data() == nullptr ? "" : bytes.data(), bytes.size(),
                        SQLITE_STATIC);
}

void SqliteStatement::bindText(int index, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text64(get(), index, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
}

Cell SqliteStatement::cell(int column) const
{
    switch (sqlite3_column_type(get(), column)) {
    case SQLITE_INTEGER:
        return Cell::integer(sqlite3_column_int64(get(), column));
    case SQLITE_FLOAT:
        return Cell::real(sqlite3_column_double(get(), column));
    case SQLITE_TEXT: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(get(), column));
        return Cell::text({text, static_cast<size_t>(sqlite3_column_bytes(get(), column))});
    }
    case SQLITE_BLOB: {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(get(), column));
        const auto size = static_cast<size_t>(sqlite3_column_bytes(get(), column));
        return Cell::bytes({size == 0 ? "" : bytes, size});
    }
    default:
        return Cell::null();
    }
}

QString SqliteStatement::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(get(), column));
    return QString::fromUtf8(text, sqlite3_column_bytes(get(), column));
}

QByteArray SqliteStatement::bytes(int column) const
{
    // The blob of a text is in the encoding of the file, which may be UTF-16.
    const void *bytes = sqlite3_column_type(get(), column) == SQLITE_BLOB
        ? sqlite3_column_blob(get(), column)
        : sqlite3_column_text(get(), column);
    return {static_cast<const char *>(bytes), sqlite3_column_bytes(get(), column)};
}

Result<void> sqliteExec(sqlite3 *db, const QByteArray &sql)
{
    const int code = sqlite3_exec(db, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(db, code, {});
    return {};
}

} // namespace galley
