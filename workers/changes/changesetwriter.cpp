// SPDX-License-Identifier: MIT
#include "workers/changes/changesetfile.h"
#include "workers/changes/changesetmeta.h"
#include "workers/changes/rowcodec.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace galley {

namespace {

Result<void> syncToDisk(const QString &path, int flags)
{
    const int file = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (file < 0)
        return errnoError(errno, QStringLiteral("open"), path);
    const int failed = ::fsync(file) != 0 ? errno : 0;
    ::close(file);
    if (failed != 0)
        return errnoError(failed, QStringLiteral("write"), path);
    return {};
}

class Writer final : public ChangeSetWriter
{
public:
    explicit Writer(const QString &path)
        : m_path(path)
        , m_part(path + QStringLiteral(".part"))
    {
    }

    ~Writer() override
    {
        if (m_isSealed)
            return;
        closeFile();
        QFile::remove(m_part);
    }

    Result<void> open();

    Result<void> beginTable(const ChangeShape &shape) override
    {
        m_shape = shape;
        m_first = m_number + 1;
        return {};
    }
    Result<void> add(const RowChange &change) override;
    Result<void> addReject(const Reject &reject) override;
    Result<void> endTable(ChangeSetTable table) override;
    Result<void> seal(const ChangeSetHeader &header) override;

private:
    Result<void> flushKinds();
    Result<void> put(const char *key, const QByteArray &value);
    void closeFile()
    {
        m_insertChange = {};
        m_insertKinds = {};
        m_insertReject = {};
        m_db.reset();
    }

    QString m_path;
    QString m_part;
    SqliteHandle m_db;
    SqliteStatement m_insertChange;
    SqliteStatement m_insertKinds;
    SqliteStatement m_insertReject;
    ChangeSetSeal m_seal;
    ChangeSetMeta m_meta;
    ChangeShape m_shape;
    ByteBuffer m_before;
    ByteBuffer m_after;
    QByteArray m_kinds;
    qint64 m_first = 1; ///< change of the table that is being written
    qint64 m_number = 0; ///< of the last change
    bool m_isSealed = false;
};

Result<void> Writer::open()
{
    QFile::remove(m_part);
    sqlite3 *db = nullptr;
    const int code =
        sqlite3_open_v2(m_part.toUtf8().constData(), &db,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    m_db.reset(db);
    if (code != SQLITE_OK) {
        Error error = sqliteError(db, QStringLiteral("create %1").arg(m_part));
        if (error.kind != ErrorKind::Permission)
            error.kind = ErrorKind::CannotCreate;
        return error;
    }
    // Nobody sees the file before seal() has it on the disk: until then speed counts alone.
    QByteArray setup = "PRAGMA page_size=8192;PRAGMA journal_mode=OFF;PRAGMA synchronous=OFF;"
                       "PRAGMA locking_mode=EXCLUSIVE;PRAGMA cache_size=-4096;PRAGMA encoding='UTF-8';";
    setup += "PRAGMA application_id=" + QByteArray::number(kChangeSetApplicationId)
        + ";PRAGMA user_version=" + QByteArray::number(kChangeSetVersion) + ";BEGIN;";
    for (const QByteArray &statement : changeSetSchema())
        setup += statement + ';';
    RETURN_IF_ERROR(sqliteExec(db, setup));
    ASSIGN_OR_RETURN(m_insertChange,
                     SqliteStatement::prepare(db, "INSERT INTO changes VALUES(?1,?2,?3,?4,?5,?6)"));
    ASSIGN_OR_RETURN(m_insertKinds, SqliteStatement::prepare(db, "INSERT INTO kinds VALUES(?1,?2)"));
    ASSIGN_OR_RETURN(
        m_insertReject,
        SqliteStatement::prepare(db, "INSERT INTO rejects VALUES(NULL,?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)"));
    return {};
}

Result<void> Writer::add(const RowChange &change)
{
    RowChange numbered = change;
    numbered.number = ++m_number;
    m_before.clear();
    m_after.clear();
    if (change.kind != ChangeKind::Insert)
        encodeRow(m_before, change.before);
    if (change.kind == ChangeKind::Insert)
        encodeRow(m_after, change.after);
    else if (change.kind == ChangeKind::Update)
        encodeChangedRow(m_after, change.before, change.after);
    m_seal.addChange(numbered, m_before.view(), m_after.view());
    m_insertChange.bindInteger(1, m_number);
    m_insertChange.bindInteger(2, static_cast<qint64>(m_meta.tables.size()));
    m_insertChange.bindInteger(3, static_cast<qint64>(change.kind));
    m_insertChange.bindInteger(4, change.line);
    m_insertChange.bindBytes(5, m_before.view());
    m_insertChange.bindBytes(6, m_after.view());
    RETURN_IF_ERROR(m_insertChange.run());
    m_kinds.append(static_cast<char>(change.kind));
    return m_kinds.size() == kChangeSetKindsEach ? flushKinds() : Result<void>();
}

Result<void> Writer::flushKinds()
{
    if (m_kinds.isEmpty())
        return {};
    const std::string_view kinds(m_kinds.constData(), static_cast<size_t>(m_kinds.size()));
    m_seal.kinds.add(kinds);
    m_insertKinds.bindInteger(1, m_number - m_kinds.size() + 1);
    m_insertKinds.bindBytes(2, kinds);
    RETURN_IF_ERROR(m_insertKinds.run());
    m_kinds.clear();
    return {};
}

Result<void> Writer::addReject(const Reject &reject)
{
    ++m_meta.rejects;
    m_seal.addReject(reject);
    m_insertReject.bindText(1, reject.table.schema);
    m_insertReject.bindText(2, reject.table.name);
    m_insertReject.bindText(3, reject.where.file);
    m_insertReject.bindText(4, reject.where.member);
    m_insertReject.bindInteger(5, reject.where.line);
    m_insertReject.bindInteger(6, reject.where.column);
    m_insertReject.bindText(7, reject.column);
    m_insertReject.bindText(8, reject.value);
    m_insertReject.bindInteger(9, static_cast<qint64>(reject.kind));
    m_insertReject.bindText(10, reject.reason);
    m_insertReject.bindBytes(11, {reject.raw.constData(), static_cast<size_t>(reject.raw.size())});
    return m_insertReject.run();
}

Result<void> Writer::endTable(ChangeSetTable table)
{
    RETURN_IF_ERROR(flushKinds());
    table.changeCount = m_number + 1 - m_first;
    table.firstChange = m_first;
    m_meta.tables.push_back(std::move(table));
    m_first = m_number + 1;
    return {};
}

Result<void> Writer::put(const char *key, const QByteArray &value)
{
    ASSIGN_OR_RETURN(SqliteStatement insert,
                     SqliteStatement::prepare(m_db.get(), "INSERT INTO meta VALUES(?1,?2)"));
    insert.bindText(1, std::string_view(key));
    insert.bindText(2, std::string_view(value.constData(), static_cast<size_t>(value.size())));
    return insert.run();
}

Result<void> Writer::seal(const ChangeSetHeader &header)
{
    m_meta.header = header;
    const QByteArray document = encodeMeta(m_meta);
    const QByteArray changes = m_seal.changes.result();
    const QByteArray kinds = m_seal.kinds.result();
    const QByteArray rejects = m_seal.rejects.result();
    RETURN_IF_ERROR(put("document", document));
    RETURN_IF_ERROR(put("changes", changes));
    RETURN_IF_ERROR(put("kinds", kinds));
    RETURN_IF_ERROR(put("rejects", rejects));
    RETURN_IF_ERROR(put("seal", changeSetSealOf(document, changes, kinds, rejects)));
    RETURN_IF_ERROR(sqliteExec(m_db.get(), "COMMIT"));
    closeFile();
    RETURN_IF_ERROR(syncToDisk(m_part, O_RDWR));
    if (::rename(QFile::encodeName(m_part).constData(), QFile::encodeName(m_path).constData()) != 0)
        return errnoError(errno, QStringLiteral("rename"), m_part);
    m_isSealed = true;
    return syncToDisk(QFileInfo(m_path).absolutePath(), O_RDONLY | O_DIRECTORY);
}

} // namespace

Result<std::unique_ptr<ChangeSetWriter>> ChangeSetWriter::create(const QString &path)
{
    auto writer = std::make_unique<Writer>(path);
    RETURN_IF_ERROR(writer->open());
    return std::unique_ptr<ChangeSetWriter>(std::move(writer));
}

} // namespace galley
