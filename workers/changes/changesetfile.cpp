// SPDX-License-Identifier: MIT
#include "workers/changes/changesetfile.h"

#include "workers/changes/changesetmeta.h"
#include "workers/changes/rowcodec.h"

#include <QFileInfo>
#include <QUrl>

#include <array>

namespace galley {

const std::vector<QByteArray> &changeSetSchema()
{
    static const std::vector<QByteArray> statements = {
        "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
        "CREATE TABLE changes(number INTEGER PRIMARY KEY, table_no INTEGER, kind INTEGER, line INTEGER, "
        "before BLOB, after BLOB)",
        "CREATE TABLE kinds(first INTEGER PRIMARY KEY, kinds BLOB)",
        "CREATE TABLE rejects(number INTEGER PRIMARY KEY, schema TEXT, name TEXT, file TEXT, member TEXT, "
        "line INTEGER, position INTEGER, column_name TEXT, value TEXT, kind INTEGER, reason TEXT, raw BLOB)",
    };
    return statements;
}

namespace {

void addNumbers(Sha256 &hash, std::span<const qint64> numbers)
{
    hash.add({reinterpret_cast<const char *>(numbers.data()), numbers.size_bytes()});
}

void addSized(Sha256 &hash, const QByteArray &bytes)
{
    addNumbers(hash, std::array<qint64, 1>{bytes.size()});
    hash.add({bytes.constData(), static_cast<size_t>(bytes.size())});
}

Error malformed(const QString &path, const QString &message)
{
    return {ErrorKind::Malformed, message, QStringLiteral("Make the preview again."), {path, {}, 0, 0}};
}

Error altered(const QString &path)
{
    return {ErrorKind::Checksum,
            QStringLiteral("the change set is not as it was when it was sealed"),
            QStringLiteral("Make the preview again, or get an unaltered copy."),
            {path, {}, 0, 0}};
}

class Changes final : public ChangeReader
{
public:
    Changes(SqliteStatement statement, QString path, qint64 first, size_t columns)
        : m_statement(std::move(statement))
        , m_path(std::move(path))
        , m_next(first)
        , m_before(columns)
        , m_after(columns)
    {
    }

    Result<bool> next(RowChange &change) override
    {
        ASSIGN_OR_RETURN(const bool hasRow, m_statement.step());
        if (!hasRow)
            return false;
        const qint64 kind = m_statement.integer(1);
        change.number = m_statement.integer(0);
        if (change.number != m_next++ || kind < 0 || kind > static_cast<qint64>(ChangeKind::Delete))
            return malformed(m_path, QStringLiteral("the change set's numbers have a gap"));
        change.kind = static_cast<ChangeKind>(kind);
        change.line = m_statement.integer(2);
        change.before = {};
        change.after = {};
        if (!decode(change))
            return malformed(m_path,
                             QStringLiteral("change %1 of the change set cannot be read").arg(change.number));
        return true;
    }

private:
    std::string_view bytes(int column) const
    {
        const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
        const int size = sqlite3_column_bytes(m_statement.get(), column);
        return {size == 0 ? "" : data, static_cast<size_t>(size)};
    }

    bool decode(RowChange &change)
    {
        if (change.kind != ChangeKind::Insert) {
            if (!decodeRow(bytes(3), m_before))
                return false;
            change.before = m_before;
        }
        if (change.kind == ChangeKind::Delete)
            return bytes(4).empty();
        change.after = m_after;
        if (change.kind == ChangeKind::Insert)
            return decodeRow(bytes(4), m_after);
        m_after = m_before;
        return decodeChangedRow(bytes(4), m_after);
    }

    SqliteStatement m_statement;
    QString m_path;
    qint64 m_next;
    std::vector<Cell> m_before;
    std::vector<Cell> m_after;
};

class File final : public ChangeSet
{
public:
    explicit File(QString path)
        : m_path(std::move(path))
    {
    }

    Result<void> open();

    QString path() const override { return m_path; }
    const ChangeSetHeader &header() const override { return m_meta.header; }
    const std::vector<ChangeSetTable> &tables() const override { return m_meta.tables; }
    Result<void> verify(std::stop_token stop) const override;
    Result<std::unique_ptr<ChangeReader>> changes(size_t table, qint64 first, qint64 limit) const override;
    Result<QByteArray> kinds(size_t table) const override;
    Result<qint64> rejectCount() const override { return m_meta.rejects; }
    Result<std::vector<Reject>> rejects(qint64 first, qint64 limit) const override;

private:
    Result<void> checkKind() const;
    Result<void> checkSchema() const;
    Result<void> readMeta();
    Result<qint64> number(std::string_view sql) const;
    Result<void> verifyChanges(const std::stop_token &stop) const;
    Result<void> verifyKinds() const;
    Result<void> verifyRejects() const;

    QString m_path;
    SqliteHandle m_db;
    ChangeSetMeta m_meta;
    QByteArray m_changesHash;
    QByteArray m_kindsHash;
    QByteArray m_rejectsHash;
};

Result<void> File::open()
{
    if (!QFileInfo::exists(m_path))
        return Error{ErrorKind::NotFound,
                     QStringLiteral("there is no change set %1").arg(m_path),
                     QStringLiteral("Check the path."),
                     {m_path, {}, 0, 0}};
    // Immutable: a journal that somebody put beside the file is not rolled into it.
    const QByteArray uri =
        "file:" + QUrl::toPercentEncoding(QFileInfo(m_path).absoluteFilePath(), "/") + "?immutable=1";
    sqlite3 *db = nullptr;
    const int code = sqlite3_open_v2(uri.constData(), &db,
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    m_db.reset(db);
    if (code != SQLITE_OK)
        return sqliteError(db, QStringLiteral("open %1").arg(m_path));
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    RETURN_IF_ERROR(sqliteExec(db, "PRAGMA cell_size_check=ON;PRAGMA cache_size=-2048"));
    RETURN_IF_ERROR(checkKind());
    RETURN_IF_ERROR(checkSchema());
    return readMeta();
}

Result<qint64> File::number(std::string_view sql) const
{
    ASSIGN_OR_RETURN(SqliteStatement query, SqliteStatement::prepare(m_db.get(), sql));
    ASSIGN_OR_RETURN(const bool hasRow, query.step());
    return hasRow ? query.integer(0) : qint64(0);
}

Result<void> File::checkKind() const
{
    const Result<qint64> id = number("PRAGMA application_id");
    if (!id || *id != kChangeSetApplicationId)
        return malformed(m_path, QStringLiteral("%1 is not a change set").arg(QFileInfo(m_path).fileName()));
    ASSIGN_OR_RETURN(const qint64 version, number("PRAGMA user_version"));
    if (version > kChangeSetVersion)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("the change set has version %1, this program reads up to %2")
                         .arg(version)
                         .arg(kChangeSetVersion),
                     QStringLiteral("Use a newer Galley."),
                     {m_path, {}, 0, 0}};
    return {};
}

Result<void> File::checkSchema() const
{
    // An altered schema could have views and triggers in it that run when rows are read.
    ASSIGN_OR_RETURN(SqliteStatement query,
                     SqliteStatement::prepare(m_db.get(), "SELECT sql FROM sqlite_schema ORDER BY rowid"));
    for (const QByteArray &expected : changeSetSchema()) {
        ASSIGN_OR_RETURN(const bool hasRow, query.step());
        if (!hasRow || query.text(0).toUtf8() != expected)
            return altered(m_path);
    }
    ASSIGN_OR_RETURN(const bool hasMore, query.step());
    return hasMore ? Result<void>(altered(m_path)) : Result<void>();
}

Result<void> File::readMeta()
{
    ASSIGN_OR_RETURN(SqliteStatement query,
                     SqliteStatement::prepare(m_db.get(), "SELECT key, CAST(value AS BLOB) FROM meta"));
    QMap<QString, QByteArray> values;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRow, query.step());
        if (!hasRow)
            break;
        values.insert(query.text(0), query.bytes(1));
    }
    const QByteArray document = values.value(QStringLiteral("document"));
    m_changesHash = values.value(QStringLiteral("changes"));
    m_kindsHash = values.value(QStringLiteral("kinds"));
    m_rejectsHash = values.value(QStringLiteral("rejects"));
    const QByteArray seal = values.value(QStringLiteral("seal"));
    if (seal.isEmpty())
        return malformed(m_path, QStringLiteral("the change set was not sealed"));
    if (seal != changeSetSealOf(document, m_changesHash, m_kindsHash, m_rejectsHash))
        return altered(m_path);
    ASSIGN_OR_RETURN(m_meta, decodeMeta(document));
    qint64 total = 0;
    for (const ChangeSetTable &table : m_meta.tables)
        total += table.changeCount;
    ASSIGN_OR_RETURN(const qint64 last, number("SELECT ifnull(max(number), 0) FROM changes"));
    ASSIGN_OR_RETURN(const qint64 lastReject, number("SELECT ifnull(max(number), 0) FROM rejects"));
    if (last != total || lastReject != m_meta.rejects)
        return altered(m_path);
    return {};
}

Result<void> File::verify(std::stop_token stop) const
{
    RETURN_IF_ERROR(verifyChanges(stop));
    RETURN_IF_ERROR(verifyKinds());
    return verifyRejects();
}

Result<void> File::verifyChanges(const std::stop_token &stop) const
{
    ASSIGN_OR_RETURN(SqliteStatement query,
                     SqliteStatement::prepare(m_db.get(),
                                              "SELECT number, table_no, kind, line, before, after "
                                              "FROM changes ORDER BY number"));
    ChangeSetSeal seal;
    const auto view = [&](int column) {
        const auto *data = static_cast<const char *>(sqlite3_column_blob(query.get(), column));
        return std::string_view(data == nullptr ? "" : data,
                                static_cast<size_t>(sqlite3_column_bytes(query.get(), column)));
    };
    size_t table = 0;
    for (qint64 expected = 1;; ++expected) {
        ASSIGN_OR_RETURN(const bool hasRow, query.step());
        if (!hasRow)
            break;
        if (expected % 4096 == 0 && stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
        while (table < m_meta.tables.size()
               && expected >= m_meta.tables[table].firstChange + m_meta.tables[table].changeCount)
            ++table;
        RowChange change;
        change.number = query.integer(0);
        change.kind = static_cast<ChangeKind>(query.integer(2));
        change.line = query.integer(3);
        if (change.number != expected || query.integer(1) != static_cast<qint64>(table)
            || query.integer(2) < 0 || query.integer(2) > static_cast<qint64>(ChangeKind::Delete))
            return altered(m_path);
        seal.addChange(change, view(4), view(5));
    }
    return seal.changes.result() == m_changesHash ? Result<void>() : Result<void>(altered(m_path));
}

Result<void> File::verifyKinds() const
{
    Sha256 hash;
    for (size_t i = 0; i < m_meta.tables.size(); ++i) {
        ASSIGN_OR_RETURN(const QByteArray some, kinds(i));
        hash.add({some.constData(), static_cast<size_t>(some.size())});
    }
    return hash.result() == m_kindsHash ? Result<void>() : Result<void>(altered(m_path));
}

Result<void> File::verifyRejects() const
{
    constexpr qint64 kEach = 1000;
    ChangeSetSeal seal;
    for (qint64 first = 0; first < m_meta.rejects; first += kEach) {
        ASSIGN_OR_RETURN(const std::vector<Reject> some, rejects(first, kEach));
        for (const Reject &reject : some)
            seal.addReject(reject);
    }
    return seal.rejects.result() == m_rejectsHash ? Result<void>() : Result<void>(altered(m_path));
}

Result<std::unique_ptr<ChangeReader>> File::changes(size_t table, qint64 first, qint64 limit) const
{
    const ChangeSetTable &info = m_meta.tables[table];
    ASSIGN_OR_RETURN(SqliteStatement query,
                     SqliteStatement::prepare(m_db.get(),
                                              "SELECT number, kind, line, before, after FROM changes "
                                              "WHERE number BETWEEN ?1 AND ?2 ORDER BY number"));
    first = std::max(first, info.firstChange);
    qint64 last = info.firstChange + info.changeCount - 1;
    if (limit >= 0 && limit < last - first + 1)
        last = first + limit - 1;
    query.bindInteger(1, first);
    query.bindInteger(2, last);
    return std::unique_ptr<ChangeReader>(
        std::make_unique<Changes>(std::move(query), m_path, first, info.change.shape.columns.size()));
}

Result<QByteArray> File::kinds(size_t table) const
{
    const ChangeSetTable &info = m_meta.tables[table];
    ASSIGN_OR_RETURN(
        SqliteStatement query,
        SqliteStatement::prepare(m_db.get(),
                                 "SELECT kinds FROM kinds WHERE first >= ?1 AND first < ?2 ORDER BY first"));
    query.bindInteger(1, info.firstChange);
    query.bindInteger(2, info.firstChange + info.changeCount);
    QByteArray all;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRow, query.step());
        if (!hasRow)
            break;
        all += query.bytes(0);
    }
    if (all.size() != info.changeCount)
        return altered(m_path);
    return all;
}

Result<std::vector<Reject>> File::rejects(qint64 first, qint64 limit) const
{
    ASSIGN_OR_RETURN(
        SqliteStatement query,
        SqliteStatement::prepare(m_db.get(),
                                 "SELECT schema, name, file, member, line, position, column_name, "
                                 "value, kind, reason, raw FROM rejects WHERE number > ?1 "
                                 "ORDER BY number LIMIT ?2"));
    query.bindInteger(1, first);
    query.bindInteger(2, limit);
    std::vector<Reject> rejects;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRow, query.step());
        if (!hasRow)
            return rejects;
        Reject &reject = rejects.emplace_back();
        reject.table = {query.text(0), query.text(1)};
        reject.where = {query.text(2), query.text(3), query.integer(4), query.integer(5)};
        reject.column = query.text(6);
        reject.value = query.text(7);
        reject.kind = static_cast<ErrorKind>(query.integer(8));
        reject.reason = query.text(9);
        reject.raw = query.bytes(10);
    }
}

} // namespace

void ChangeSetSeal::addChange(const RowChange &change, std::string_view before, std::string_view after)
{
    addNumbers(changes,
               std::array<qint64, 5>{change.number, static_cast<qint64>(change.kind), change.line,
                                     static_cast<qint64>(before.size()), static_cast<qint64>(after.size())});
    changes.add(before);
    changes.add(after);
}

void ChangeSetSeal::addReject(const Reject &reject)
{
    addNumbers(
        rejects,
        std::array<qint64, 3>{reject.where.line, reject.where.column, static_cast<qint64>(reject.kind)});
    for (const QString &text : {reject.table.schema, reject.table.name, reject.where.file,
                                reject.where.member, reject.column, reject.value, reject.reason})
        addSized(rejects, text.toUtf8());
    addSized(rejects, reject.raw);
}

QByteArray changeSetSealOf(const QByteArray &document, const QByteArray &changesHash,
                           const QByteArray &kindsHash, const QByteArray &rejectsHash)
{
    Sha256 hash;
    for (const QByteArray *part : {&document, &changesHash, &kindsHash, &rejectsHash})
        addSized(hash, *part);
    return hash.result();
}

Result<std::unique_ptr<ChangeSet>> ChangeSet::open(const QString &path)
{
    auto file = std::make_unique<File>(path);
    RETURN_IF_ERROR(file->open());
    return std::unique_ptr<ChangeSet>(std::move(file));
}

} // namespace galley
