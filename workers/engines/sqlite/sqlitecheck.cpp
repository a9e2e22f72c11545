// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqlitecheck.h"

#include "workers/engines/sqlite/sqlitereferences.h"
#include "workers/engines/sqlite/sqlitetokens.h"

#include <QFile>

#include <mutex>
#include <optional>
#include <set>
#include <tuple>

#include <sys/stat.h>

namespace galley {

namespace {

constexpr int kShownNames = 5;

QString joined(const QStringList &names)
{
    QStringList shown = names.mid(0, kShownNames);
    if (names.size() > kShownNames)
        shown += QStringLiteral("… (%1 in all)").arg(names.size());
    return shown.join(QStringLiteral(", "));
}

/// A statement stopped by the deadline says "interrupted"; here nobody else can have interrupted it.
Error limited(Error error)
{
    if (error.kind != ErrorKind::Cancelled)
        return error;
    return {ErrorKind::Limit, QStringLiteral("checking the file took too long"),
            QStringLiteral("Check it with sqlite3's PRAGMA integrity_check."), error.where};
}

struct SchemaFindings
{
    int tables = 0;
    QStringList views;
    QStringList triggers;
};

Result<SchemaFindings> checkSchema(sqlite3 *db)
{
    ASSIGN_OR_RETURN(auto rows, SqliteStatement::prepare(db, "SELECT type, name, sql FROM sqlite_schema"));
    SchemaFindings found;
    for (;;) {
        ASSIGN_OR_RETURN(const bool more, rows.step());
        if (!more)
            return found;
        const QString type = rows.text(0);
        const QString name = rows.text(1);
        const QString function = forbiddenFunctionIn(rows.bytes(2).toStdString());
        if (!function.isEmpty())
            return Error{
                ErrorKind::UntrustedSchema,
                QStringLiteral("the %1 %2 calls %3(), which reaches outside of the database")
                    .arg(type, name, function),
                QStringLiteral("Do not trust this file. If it is yours, drop the %1 first.").arg(type),
                {}};
        if (type == QLatin1String("table"))
            ++found.tables;
        else if (type == QLatin1String("view"))
            found.views += name;
        else if (type == QLatin1String("trigger"))
            found.triggers += name;
    }
}

Result<void> checkIntegrity(sqlite3 *db)
{
    ASSIGN_OR_RETURN(auto rows, SqliteStatement::prepare(db, "PRAGMA integrity_check(10)"));
    ASSIGN_OR_RETURN(const bool more, rows.step());
    const QString first = more ? rows.text(0) : QString();
    if (first == QLatin1String("ok"))
        return {};
    return Error{ErrorKind::Malformed,
                 QStringLiteral("the database is damaged: %1").arg(first.left(300).simplified()),
                 QStringLiteral("Repair a copy with sqlite3 (REINDEX or .recover)."),
                 {}};
}

Result<void> checkForeignKeys(sqlite3 *db)
{
    if (const Result<bool> isWhole = SqliteReferences(db).isWhole(); isWhole && *isWhole)
        return {};
    ASSIGN_OR_RETURN(auto rows, SqliteStatement::prepare(db, "PRAGMA foreign_key_check"));
    Result<bool> more = rows.step();
    // A reference to a table without the needed index is no damage of the rows: "foreign key mismatch".
    if (!more && more.error().kind == ErrorKind::Schema)
        return {};
    if (!more)
        return std::move(more).error();
    if (!*more)
        return {};
    const QString row = rows.isNull(1) ? QString() : QStringLiteral(" (rowid %1)").arg(rows.integer(1));
    return Error{ErrorKind::Reference,
                 QStringLiteral("a row of table %1%2 refers to a row of table %3 that does not exist")
                     .arg(rows.text(0), row, rows.text(2)),
                 QStringLiteral("Repair the rows that PRAGMA foreign_key_check lists."),
                 {}};
}

/// What changes when somebody writes to a file or puts another in its place.
using FileState = std::tuple<quint64, quint64, qint64, qint64, qint64, qint64, qint64>;

std::optional<FileState> stateOf(const QString &path)
{
    struct stat now = {};
    if (::stat(QFile::encodeName(path).constData(), &now) != 0)
        return {};
    return FileState(now.st_dev, now.st_ino, now.st_size, now.st_mtim.tv_sec, now.st_mtim.tv_nsec,
                     now.st_ctim.tv_sec, now.st_ctim.tv_nsec);
}

/// A job opens its source several times, for its survey, its preview and its rows: a file that was found good
/// and has not changed since is not read whole again.
class GoodFiles
{
public:
    bool has(const FileState &file)
    {
        const std::lock_guard lock(m_mutex);
        return m_files.count(file) != 0;
    }
    void add(const FileState &file)
    {
        const std::lock_guard lock(m_mutex);
        if (m_files.size() >= kMost)
            m_files.clear();
        m_files.insert(file);
    }

private:
    static constexpr size_t kMost = 100;
    std::mutex m_mutex;
    std::set<FileState> m_files;
};

Result<void> checkContent(sqlite3 *db, const QString &path)
{
    static GoodFiles good;
    const std::optional<FileState> before = stateOf(path);
    if (before && good.has(*before))
        return {};
    // Indexes and references are looked up in any order.
    RETURN_IF_ERROR(sqliteExec(db, "PRAGMA cache_size=-64000"));
    RETURN_IF_ERROR(checkIntegrity(db));
    RETURN_IF_ERROR(checkForeignKeys(db));
    RETURN_IF_ERROR(sqliteExec(db, "PRAGMA cache_size=-2000"));
    sqlite3_db_release_memory(db);
    if (before && before == stateOf(path))
        good.add(*before);
    return {};
}

} // namespace

Result<void> checkUntrusted(SqliteOpened &opened, const QString &path)
{
    sqlite3 *db = opened.db.get();
    const auto checked = [&]() -> Result<SchemaFindings> {
        ASSIGN_OR_RETURN(auto found, checkSchema(db));
        RETURN_IF_ERROR(checkContent(db, opened.path));
        return found;
    }();
    const Place place{path, {}, 0, 0};
    if (!checked) {
        Error error = limited(checked.error());
        error.where = place;
        return error;
    }
    const SchemaFindings &found = checked.value();
    if (found.tables == 0 && !found.views.isEmpty())
        return Error{ErrorKind::UntrustedSchema,
                     QStringLiteral("the file holds views only (%1), and views of a file of unknown origin "
                                    "are not run")
                         .arg(joined(found.views)),
                     QStringLiteral("If the file is yours, save the rows of the view as a table."), place};
    if (!found.triggers.isEmpty())
        opened.warnings.push_back(
            {ErrorKind::UntrustedSchema,
             QStringLiteral("triggers were not run: %1").arg(joined(found.triggers)),
             QStringLiteral("They come from a file of unknown origin; read them before you take them over."),
             place});
    return {};
}

} // namespace galley
