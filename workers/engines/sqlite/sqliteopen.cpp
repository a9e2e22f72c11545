// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqliteopen.h"

#include "workers/base/io.h"
#include "workers/engines/sqlite/sqlitecheck.h"
#include "workers/engines/sqlite/sqlitereader.h"
#include "workers/engines/sqlite/sqlitetokens.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <array>
#include <cerrno>
#include <chrono>

namespace galley {

namespace {

constexpr int kBusyTimeoutMs = 5000;
constexpr int kUntrustedLength = 64 * 1024 * 1024;

qint64 steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

Error at(const QString &path, ErrorKind kind, const QString &message, const QString &hint = {})
{
    return {kind, message, hint, {path, {}, 0, 0}};
}

Error notADatabase(const QString &path)
{
    return at(path, ErrorKind::Malformed,
              QStringLiteral("this is not an SQLite database (or it is encrypted)"));
}

int authorize(void *context, int action, const char *, const char *second, const char *, const char *)
{
    const auto *guard = static_cast<const SqliteGuard *>(context);
    if (!guard->isUserSql && !guard->isUntrusted)
        return SQLITE_OK;
    if (action == SQLITE_FUNCTION)
        return second != nullptr && isForbiddenFunction(second) ? SQLITE_DENY : SQLITE_OK;
    if (action == SQLITE_ATTACH || action == SQLITE_DETACH)
        return SQLITE_DENY;
    if (!guard->isUserSql)
        return SQLITE_OK;
    const bool isReading = action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_RECURSIVE;
    return isReading ? SQLITE_OK : SQLITE_DENY;
}

int stopAtDeadline(void *context)
{
    const auto *guard = static_cast<const SqliteGuard *>(context);
    return guard->deadlineMs != 0 && steadyMs() > guard->deadlineMs ? 1 : 0;
}

Result<SqliteHandle> openHandle(const QString &path, int flags, bool isImmutable)
{
    QByteArray name = QFile::encodeName(path);
    if (isImmutable) {
        name = "file:" + name.toPercentEncoding("/") + "?immutable=1";
        flags |= SQLITE_OPEN_URI;
    }
    sqlite3 *raw = nullptr;
    const int code = sqlite3_open_v2(name.constData(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    SqliteHandle db(raw);
    if (code != SQLITE_OK) {
        Error error = sqliteError(raw, code, {});
        error.where.file = path;
        return error;
    }
    return db;
}

/// Settings of every connection. The schema is not read yet.
void harden(sqlite3 *db, SqliteGuard *guard)
{
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, kBusyTimeoutMs);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_set_authorizer(db, authorize, guard);
    registerTakeRow(db);
    // Text order that does not depend on the encoding of the file; see SqliteConnection::read().
    sqlite3_create_collation_v2(
        db, "galley_utf8", SQLITE_UTF8, nullptr,
        [](void *, int aSize, const void *a, int bSize, const void *b) {
            return std::string_view(static_cast<const char *>(a), static_cast<size_t>(aSize))
                .compare({static_cast<const char *>(b), static_cast<size_t>(bSize)});
        },
        nullptr);
    if (!guard->isUntrusted)
        return;
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, kUntrustedLength);
    sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(db, SQLITE_LIMIT_EXPR_DEPTH, 100);
    sqlite3_limit(db, SQLITE_LIMIT_COMPOUND_SELECT, 50);
    sqlite3_limit(db, SQLITE_LIMIT_FUNCTION_ARG, 50);
    sqlite3_limit(db, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
    sqlite3_limit(db, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
    sqlite3_limit(db, SQLITE_LIMIT_WORKER_THREADS, 0);
    sqlite3_progress_handler(db, 20'000, stopAtDeadline, guard);
}

Result<void> configure(SqliteOpened &opened)
{
    QByteArray pragmas = "PRAGMA cell_size_check=ON;PRAGMA cache_size=-2000;";
    pragmas += opened.isReadOnly ? "PRAGMA query_only=ON;" : "PRAGMA foreign_keys=ON;";
    // The last one reads the file: what is no database is found here.
    pragmas += "PRAGMA schema_version;SELECT 1 FROM sqlite_schema LIMIT 1;";
    Result<void> result = sqliteExec(opened.db.get(), pragmas);
    if (result)
        return {};
    Error error = std::move(result).error();
    error.where.file = opened.path;
    return error;
}

Result<SqliteOpened> openAs(const QString &path, int flags, bool isImmutable, bool isUntrusted)
{
    SqliteOpened opened;
    opened.path = path;
    opened.isImmutable = isImmutable;
    opened.isReadOnly = (flags & SQLITE_OPEN_READONLY) != 0;
    opened.guard = std::make_unique<SqliteGuard>();
    opened.guard->isUntrusted = isUntrusted;
    ASSIGN_OR_RETURN(opened.db, openHandle(path, flags, isImmutable));
    harden(opened.db.get(), opened.guard.get());
    RETURN_IF_ERROR(configure(opened));
    return opened;
}

/// A journal that SQLite would roll back: not empty, and not the zeroed head that a finished one leaves.
bool isHotJournal(const QString &path)
{
    QFile file(path);
    char first = 0;
    return file.open(QIODevice::ReadOnly) && file.read(&first, 1) == 1 && first != 0;
}

Result<void> copyFile(const QString &from, const QString &to)
{
    if (!QFile::copy(from, to))
        return at(from, ErrorKind::Io, QStringLiteral("cannot copy the file to read it safely"),
                  QStringLiteral("Check that the folder for temporary files has room."));
    QFile::setPermissions(to, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

/// Committed rows may stand only in the -wal file. To read it SQLite writes beside the database, so both are
/// copied first.
Result<SqliteOpened> openCopyWithWal(const QString &path)
{
    auto folder = std::make_shared<QTemporaryDir>();
    if (!folder->isValid())
        return at(path, ErrorKind::Io, QStringLiteral("cannot make a temporary folder"));
    const QString copy = folder->filePath(QStringLiteral("copy.db"));
    const auto state = [&] {
        const QFileInfo file(path);
        const QFileInfo wal(path + QStringLiteral("-wal"));
        return std::array{file.size(), file.lastModified().toMSecsSinceEpoch(), wal.size(),
                          wal.lastModified().toMSecsSinceEpoch()};
    };
    const auto before = state();
    RETURN_IF_ERROR(copyFile(path, copy));
    RETURN_IF_ERROR(copyFile(path + QStringLiteral("-wal"), copy + QStringLiteral("-wal")));
    if (state() != before)
        return at(path, ErrorKind::Conflict, QStringLiteral("the file is being changed by another program"),
                  QStringLiteral("Close it there and try again."));
    ASSIGN_OR_RETURN(auto opened, openAs(copy, SQLITE_OPEN_READONLY, false, true));
    opened.copyFolder = std::move(folder);
    return opened;
}

Result<SqliteOpened> openUntrustedFile(const QString &path, const SqliteHeader &header)
{
    if (isHotJournal(path + QStringLiteral("-journal"))) {
        // Immutable files are read as they are: no journal is looked for.
        ASSIGN_OR_RETURN(auto opened, openAs(path, SQLITE_OPEN_READONLY, true, true));
        opened.warnings.push_back(at(
            path, ErrorKind::UntrustedSchema,
            QStringLiteral("the journal beside the file was not rolled into it: the file is read as it is"),
            QStringLiteral("If the journal is yours, open the database once with its own program.")));
        return opened;
    }
    if (QFileInfo(path + QStringLiteral("-wal")).size() > 0)
        return openCopyWithWal(path);
    return openAs(path, SQLITE_OPEN_READONLY, header.isWal, true);
}

Result<SqliteOpened> openUntrusted(const QString &path)
{
    ASSIGN_OR_RETURN(const SqliteHeader header, readSqliteHeader(path));
    ASSIGN_OR_RETURN(auto opened, openUntrustedFile(path, header));
    // Time for an honest file of this size, and an end for one that loops.
    opened.guard->deadlineMs = steadyMs() + 10'000 + header.fileSize / 4000;
    Result<void> checked = checkUntrusted(opened, path);
    opened.guard->deadlineMs = 0;
    if (!checked)
        return std::move(checked).error();
    return opened;
}

Result<SqliteOpened> openTrusted(const OpenRequest &request, const QString &path)
{
    const bool isRead = request.access == OpenRequest::Access::Read;
    if (!isRead) {
        const int create = request.createIfMissing ? SQLITE_OPEN_CREATE : 0;
        return openAs(path, SQLITE_OPEN_READWRITE | create, false, false);
    }
    Result<SqliteOpened> opened = openAs(path, SQLITE_OPEN_READONLY, false, false);
    if (opened)
        return opened;
    // A WAL database in a folder that cannot be written to: SQLite can read it only as an immutable one.
    Result<SqliteHeader> header = readSqliteHeader(path);
    const bool isLone = header && header->isWal && !QFileInfo::exists(path + QStringLiteral("-wal"))
        && !QFileInfo(QFileInfo(path).path()).isWritable();
    return isLone ? openAs(path, SQLITE_OPEN_READONLY, true, false) : std::move(opened);
}

Result<void> checkReachable(const OpenRequest &request, const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return at(path, ErrorKind::Malformed, QStringLiteral("this is a folder, not an SQLite database"));
    const bool mayCreate = request.access == OpenRequest::Access::Write && request.createIfMissing;
    if (!info.exists())
        return mayCreate && QFileInfo(info.path()).isDir()
            ? Result<void>()
            : at(path, mayCreate ? ErrorKind::CannotCreate : ErrorKind::NotFound,
                 mayCreate ? QStringLiteral("the folder for the database does not exist")
                           : QStringLiteral("there is no such file"),
                 QStringLiteral("Check the path."));
    if (!info.isFile())
        return at(path, ErrorKind::Unsupported, QStringLiteral("this is not an ordinary file"));
    if (!info.isReadable())
        return at(path, ErrorKind::Permission, QStringLiteral("the file may not be read"),
                  QStringLiteral("Check the permissions of the file."));
    if (request.access == OpenRequest::Access::Write && !info.isWritable())
        return at(path, ErrorKind::Permission, QStringLiteral("the file may not be written to"),
                  QStringLiteral("Check the permissions of the file."));
    return {};
}

constexpr std::string_view kMagic("SQLite format 3\0", 16);

/// SQLite takes short files for empty databases. An empty one is fine.
Result<void> checkMagic(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray head = file.read(static_cast<qint64>(kMagic.size()));
    if (!head.isEmpty() && std::string_view(head.constData(), static_cast<size_t>(head.size())) != kMagic)
        return notADatabase(path);
    return {};
}

quint32 bigEndian(const char *p, int size)
{
    quint32 value = 0;
    for (int i = 0; i < size; ++i)
        value = value << 8 | static_cast<unsigned char>(p[i]);
    return value;
}

} // namespace

Result<SqliteHeader> readSqliteHeader(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return errnoError(errno, QStringLiteral("open"), path);
    std::array<char, 100> head{};
    const qint64 size = file.size();
    const qint64 got = file.read(head.data(), head.size());
    if (size == 0)
        return at(path, ErrorKind::Truncated, QStringLiteral("the file is empty"));
    if (std::string_view(head.data(), 16) != kMagic)
        return notADatabase(path);
    const quint32 rawPage = bigEndian(&head[16], 2);
    const quint32 page = rawPage == 1 ? 65536 : rawPage;
    if (got < 100)
        return at(path, ErrorKind::Truncated, QStringLiteral("the file ends within its header"));
    if (page < 512 || (page & (page - 1)) != 0)
        return at(path, ErrorKind::Malformed, QStringLiteral("the page size %1 is impossible").arg(rawPage));
    if (head[19] > 2 || head[19] < 1 || head[18] < 1)
        return at(path, ErrorKind::Unsupported,
                  QStringLiteral("the file format version %1 is not known")
                      .arg(static_cast<unsigned char>(head[19])),
                  QStringLiteral("It may need a newer version of Galley."));
    if (head[21] != 64 || head[22] != 32 || head[23] != 32)
        return at(path, ErrorKind::Malformed, QStringLiteral("the header of the file is damaged"));
    // The page count counts only where the last writer knew of it.
    const bool isCounted = bigEndian(&head[24], 4) == bigEndian(&head[92], 4);
    const qint64 pages = bigEndian(&head[28], 4);
    const qint64 held = size / page;
    if (held == 0 || (isCounted && pages > held))
        return at(path, ErrorKind::Truncated,
                  QStringLiteral("the file should have %1 pages of %2 bytes, but ends after %3 bytes")
                      .arg(std::max<qint64>(pages, 1))
                      .arg(page)
                      .arg(size),
                  QStringLiteral("Copy it again from where it came from."));
    return SqliteHeader{size, static_cast<int>(page), head[18] == 2 || head[19] == 2};
}

Result<SqliteOpened> openSqlite(const OpenRequest &request)
{
    // Absolute, so that SQLite sees no special name (":memory:", "file:…") in what the user typed.
    const QString path = QFileInfo(request.database.location).absoluteFilePath();
    RETURN_IF_ERROR(checkReachable(request, path));
    RETURN_IF_ERROR(checkMagic(path));
    Result<SqliteOpened> opened = request.isUntrusted && request.access == OpenRequest::Access::Read
        ? openUntrusted(path)
        : openTrusted(request, path);
    if (opened)
        return opened;
    Error error = std::move(opened).error();
    error.where.file = request.database.location;
    return error;
}

Result<SqliteOpened> openSqliteAgain(const SqliteOpened &first)
{
    ASSIGN_OR_RETURN(auto opened,
                     openAs(first.path, SQLITE_OPEN_READONLY, first.isImmutable, first.guard->isUntrusted));
    opened.copyFolder = first.copyFolder;
    opened.warnings = first.warnings;
    return opened;
}

} // namespace galley
