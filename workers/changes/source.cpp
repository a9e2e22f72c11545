// SPDX-License-Identifier: MIT
#include "workers/changes/source.h"

#include "workers/base/sha256.h"
#include "workers/base/stoppable.h"
#include "workers/bundles/archive.h"
#include "workers/bundles/gzip.h"
#include "workers/changes/severalfiles.h"
#include "workers/engines/databaseurl.h"
#include "workers/formats/source.h"

#include <QFile>
#include <QFileInfo>

#include <array>
#include <cstring>

namespace galley {

namespace {

/// Fills in the digest when the rows have come to their end.
class DigestedRows final : public RowReader
{
public:
    DigestedRows(std::unique_ptr<TableShape> expected, std::unique_ptr<RowReader> rows,
                 const HashingSource *bytes, std::shared_ptr<SourceDigest> digest)
        : m_expected(std::move(expected))
        , m_rows(std::move(rows))
        , m_bytes(bytes)
        , m_digest(std::move(digest))
    {
    }
    const TableShape &shape() const override { return m_rows->shape(); }
    Result<bool> read(RowBatch &batch) override
    {
        ASSIGN_OR_RETURN(const bool hasRows, m_rows->read(batch));
        if (!hasRows && m_digest != nullptr) {
            m_digest->size = m_bytes->byteCount();
            m_digest->sha256 = m_bytes->result();
        }
        return hasRows;
    }
    qint64 bytesRead() const override { return m_rows->bytesRead(); }
    qint64 bytesTotal() const override { return m_rows->bytesTotal(); }

private:
    std::unique_ptr<TableShape> m_expected; ///< the reader may look at it
    std::unique_ptr<RowReader> m_rows;
    const HashingSource *m_bytes; ///< inside m_rows
    std::shared_ptr<SourceDigest> m_digest;
};

/// Stands in for the digest of bytes where a bundle has none: fills it in with that of the rows.
class HashedRows final : public RowReader
{
public:
    HashedRows(std::unique_ptr<RowReader> rows, qint64 bytes, std::shared_ptr<SourceDigest> digest)
        : m_rows(std::move(rows))
        , m_bytes(std::max<qint64>(0, bytes))
        , m_digest(std::move(digest))
    {
    }
    const TableShape &shape() const override { return m_rows->shape(); }
    Result<bool> read(RowBatch &batch) override
    {
        ASSIGN_OR_RETURN(const bool hasRows, m_rows->read(batch));
        for (qsizetype row = 0; hasRows && row < batch.rowCount(); ++row) {
            for (const Cell &cell : batch.row(row))
                add(cell);
        }
        if (!hasRows)
            *m_digest = {m_bytes, m_hash.result()};
        return hasRows;
    }
    qint64 bytesRead() const override { return m_rows->bytesRead(); }
    qint64 bytesTotal() const override { return m_rows->bytesTotal(); }

private:
    /// Kind and length or value, then the bytes: no two rows look alike.
    void add(const Cell &cell)
    {
        const bool hasBytes = cell.kind() == CellKind::Text || cell.kind() == CellKind::Bytes;
        qint64 value = 0;
        if (hasBytes)
            value = static_cast<qint64>(cell.view().size());
        else if (cell.kind() == CellKind::Integer)
            value = cell.asInteger();
        else if (cell.kind() == CellKind::Real)
            value = std::bit_cast<qint64>(cell.asReal());
        std::array<char, 1 + sizeof(value)> head = {static_cast<char>(cell.kind())};
        std::memcpy(head.data() + 1, &value, sizeof(value));
        m_hash.add({head.data(), head.size()});
        if (hasBytes)
            m_hash.add(cell.view());
    }

    std::unique_ptr<RowReader> m_rows;
    qint64 m_bytes; ///< as the listing says
    std::shared_ptr<SourceDigest> m_digest;
    Sha256 m_hash;
};

class DatabaseRows final : public RowSource
{
public:
    explicit DatabaseRows(std::unique_ptr<Connection> connection)
        : m_connection(std::move(connection))
    {
        m_isDatabase = true;
    }
    Result<void> list(bool isUntrusted)
    {
        ASSIGN_OR_RETURN(Catalog catalog, m_connection->catalog());
        m_engine = catalog.engine;
        m_warnings = catalog.warnings;
        m_views = catalog.views;
        m_objects = catalog.objects;
        if (isUntrusted && !catalog.triggers.empty()) {
            QStringList names;
            for (const TriggerInfo &trigger : catalog.triggers)
                names.append(trigger.name);
            m_warnings.push_back({ErrorKind::UntrustedSchema,
                                  QStringLiteral("triggers of the file are not carried over: %1")
                                      .arg(names.join(QStringLiteral(", "))),
                                  QStringLiteral("Create them by hand if you trust them."),
                                  {}});
        } else {
            m_triggers = catalog.triggers;
        }
        for (const size_t index : dependencyOrder(catalog.tables)) {
            TableInfo &info = catalog.tables[index];
            if (info.kind == TableInfo::Kind::Shadow || info.shape.columns.empty())
                continue;
            SourceTable table;
            table.isDeclared = true;
            table.info = std::move(info);
            m_tables.push_back(std::move(table));
        }
        return {};
    }
    Result<std::unique_ptr<RowReader>> openTable(size_t index, const SourceTableRequest &request) override
    {
        ReadRequest read;
        read.table = m_tables[index].info.shape.name;
        read.orderBy = request.orderBy;
        return m_connection->read(read);
    }
    Connection *connection() override { return m_connection.get(); }
    void interrupt() override { m_connection->interrupt(); }

private:
    std::unique_ptr<Connection> m_connection;
};

class BundleRows final : public RowSource
{
public:
    BundleRows(std::unique_ptr<BundleReader> reader)
        : m_reader(std::move(reader))
    {
        const BundleListing &listing = m_reader->listing();
        m_bundleId = listing.bundleId;
        m_engine = listing.engine;
        m_views = listing.views;
        m_triggers = listing.triggers;
        m_objects = listing.objects;
        m_warnings = listing.warnings;
        for (const BundleTable &entry : listing.tables) {
            SourceTable table;
            table.info = entry.table;
            table.isDeclared = true;
            table.member = entry.member;
            table.formatId = entry.formatId;
            table.options = entry.options;
            table.rows = entry.rows;
            table.bytes = entry.bytes;
            m_tables.push_back(std::move(table));
        }
    }
    Result<std::unique_ptr<RowReader>> openTable(size_t index, const SourceTableRequest &request) override
    {
        const BundleTable &entry = m_reader->listing().tables[index];
        ASSIGN_OR_RETURN(auto rows, m_reader->openTable(index, request.rejects));
        if (request.digest != nullptr && entry.sha256.isEmpty())
            return std::unique_ptr<RowReader>(
                std::make_unique<HashedRows>(std::move(rows), entry.bytes, request.digest));
        if (request.digest != nullptr) // the reader checks that it is so
            *request.digest = {entry.bytes, entry.sha256};
        return rows;
    }

private:
    std::unique_ptr<BundleReader> m_reader;
};

/// One file, or the files of a folder or zip.
class FileRows final : public RowSource
{
public:
    FileRows(QString path, std::unique_ptr<ArchiveReader> archive, std::stop_token stop)
        : m_path(std::move(path))
        , m_archive(std::move(archive))
        , m_stop(std::move(stop))
    {
    }

    void warnOfZip()
    {
        m_warnings.push_back({ErrorKind::Malformed,
                              QStringLiteral("the file is a zip archive, which its name does not say: it is "
                                             "read as that"),
                              {},
                              {m_path, {}, 0, 0}});
    }
    Result<void> list(const ImportSource &source)
    {
        if (m_archive == nullptr)
            return addFile({}, m_path, QFileInfo(m_path).size(), source);
        for (const ArchiveMember &member : m_archive->members()) {
            if (source.format.isEmpty() && formatForSuffix(member.name) == nullptr) {
                m_warnings.push_back(
                    {ErrorKind::Unsupported,
                     QStringLiteral("%1 is left out: no format that can be read").arg(member.name),
                     {},
                     {}});
                continue;
            }
            RETURN_IF_ERROR(addFile(member.name, member.name, member.size, source));
        }
        if (m_tables.empty())
            return Error{ErrorKind::Schema,
                         QStringLiteral("there is nothing in it that can be imported"),
                         {},
                         {m_path, {}, 0, 0}};
        return {};
    }

    Result<std::unique_ptr<RowReader>> openTable(size_t index, const SourceTableRequest &request) override
    {
        const SourceTable &table = m_tables[index];
        const Format *format = findFormat(table.formatId);
        HashingSource *hashing = nullptr;
        ASSIGN_OR_RETURN(auto bytes, openBytes(table.member, &hashing));
        FormatReadRequest read;
        read.options = table.options;
        std::unique_ptr<TableShape> expected;
        if (request.expected != nullptr) {
            expected = std::make_unique<TableShape>(*request.expected);
            expected->origin =
                CellOrigin::Lexical; // names and types help; the cells are not a database's own
        }
        read.expected = expected.get();
        const bool isTargets = request.expected != nullptr && table.namedOnLine == 0;
        read.table = isTargets ? request.expected->name : table.info.shape.name;
        read.rejects = request.rejects;
        read.warnings = request.warnings;
        read.detected = request.detected;
        ASSIGN_OR_RETURN(auto rows, format->openReader(std::move(bytes), read));
        return std::unique_ptr<RowReader>(
            std::make_unique<DigestedRows>(std::move(expected), std::move(rows), hashing, request.digest));
    }

private:
    Result<std::unique_ptr<ByteSource>> openPacked(const QString &member) const
    {
        ASSIGN_OR_RETURN(auto source, m_archive != nullptr ? m_archive->open(member) : openFile(m_path));
        return stoppable(std::move(source), m_stop);
    }
    Result<std::unique_ptr<ByteSource>> openBytes(const QString &member, HashingSource **hashing) const
    {
        ASSIGN_OR_RETURN(auto raw, openPacked(member));
        auto hashed = std::make_unique<HashingSource>(std::move(raw));
        *hashing = hashed.get();
        return openMaybeGzip(std::move(hashed));
    }
    /// Says so where the content is not what the name says.
    Result<void> warnOfName(const QString &member, const QString &name, const Format &format)
    {
        const auto warn = [&](const QString &said, const QString &found) {
            m_warnings.push_back(
                {ErrorKind::Malformed,
                 QStringLiteral("the name says %1, but the content is %2: it is read as that")
                     .arg(said, found),
                 QStringLiteral("Rename the file, or name its format with --format."),
                 {m_path, member, 0, 0}});
        };
        const Format *named = formatForSuffix(name);
        if (named != nullptr && named->id() != format.id())
            warn(named->name(), format.name());
        if (!name.endsWith(QLatin1String(".gz"), Qt::CaseInsensitive))
            return {};
        std::array<char, 2> magic{};
        ASSIGN_OR_RETURN(const auto packed, openPacked(member));
        ASSIGN_OR_RETURN(const size_t got, packed->read(magic));
        if (got != magic.size() || magic != std::array{'\x1f', '\x8b'})
            warn(QStringLiteral("gzip"), QStringLiteral("not packed"));
        return {};
    }
    Result<void> addFile(const QString &member, const QString &name, qint64 size, const ImportSource &source)
    {
        const OpenBytes open = [this, member] {
            HashingSource *unused = nullptr;
            return openBytes(member, &unused);
        };
        ASSIGN_OR_RETURN(const Format *format, chooseFormat(open, name, source.format));
        if (source.format.isEmpty())
            RETURN_IF_ERROR(warnOfName(member, name, *format));
        SourceTable table;
        table.info.shape.name = {{}, tableNameOf(name)};
        if (auto bytes = open()) {
            const NamedTable inside = format->tableNamedIn(*std::move(bytes));
            table.namedOnLine = inside.line;
            if (!inside.name.isEmpty())
                table.info.shape.name.name = inside.name;
        }
        table.member = member;
        table.formatId = format->id();
        table.options = source.options;
        table.bytes = size;
        for (const SourceTable &other : m_tables) {
            if (other.info.shape.name == table.info.shape.name)
                return Error{ErrorKind::Ambiguous,
                             QStringLiteral("%1 and %2 are both named %3")
                                 .arg(other.member, member, table.info.shape.name.name),
                             QStringLiteral("Import them one by one."),
                             {m_path, {}, 0, 0}};
        }
        m_tables.push_back(std::move(table));
        return {};
    }

    QString m_path;
    std::unique_ptr<ArchiveReader> m_archive;
    std::stop_token m_stop;
};

bool looksLikeDatabase(const QString &path)
{
    if (isServerForm(path) || path.startsWith(QLatin1String("sqlite:")))
        return true;
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(16);
    if (head.startsWith("SQLite format 3"))
        return true;
    const QString suffix = QFileInfo(path).suffix().toLower();
    static const QStringList kSuffixes = {QStringLiteral("db"), QStringLiteral("sqlite"),
                                          QStringLiteral("sqlite3"), QStringLiteral("db3")};
    return kSuffixes.contains(suffix);
}

Result<std::unique_ptr<RowSource>> openDatabaseRows(const DatabaseRef &database, bool isUntrusted,
                                                    SecretSource *secrets)
{
    OpenRequest open;
    open.database = database;
    open.isUntrusted = isUntrusted;
    open.secrets = secrets;
    ASSIGN_OR_RETURN(auto connection, openDatabase(open));
    auto rows = std::make_unique<DatabaseRows>(std::move(connection));
    RETURN_IF_ERROR(rows->list(isUntrusted));
    return std::unique_ptr<RowSource>(std::move(rows));
}

Result<const Bundle *> bundleOf(const ImportSource &source)
{
    if (source.bundle.isEmpty())
        return source.format.isEmpty() ? detectBundle(source.path) : nullptr;
    const Bundle *bundle = findBundle(source.bundle);
    if (bundle == nullptr)
        return Error{ErrorKind::Usage,
                     QStringLiteral("there is no bundle %1").arg(source.bundle),
                     QStringLiteral("See galley formats."),
                     {}};
    return bundle;
}

} // namespace

Result<std::unique_ptr<RowSource>> openRowSource(const ImportSource &source, bool isUntrusted,
                                                 SecretSource *secrets, const std::stop_token &stop)
{
    if (source.database)
        return openDatabaseRows(*source.database, isUntrusted, secrets);
    if (!source.files.isEmpty())
        return openSeveralFiles(source, stop);
    if (source.format.isEmpty() && source.bundle.isEmpty() && looksLikeDatabase(source.path)) {
        ASSIGN_OR_RETURN(const DatabaseRef database, parseDatabaseRef(source.path));
        return openDatabaseRows(database, isUntrusted, secrets);
    }
    const QFileInfo info(source.path);
    if (!info.exists())
        return errnoError(ENOENT, QStringLiteral("read"), source.path);
    ASSIGN_OR_RETURN(const Bundle *bundle, bundleOf(source));
    if (bundle != nullptr) {
        ASSIGN_OR_RETURN(auto reader, bundle->openUnlessStopped(source.path, source.options, stop));
        return std::unique_ptr<RowSource>(std::make_unique<BundleRows>(std::move(reader)));
    }
    std::unique_ptr<ArchiveReader> archive;
    if (info.isDir() || looksLikeZip(source.path)) {
        ASSIGN_OR_RETURN(archive, openArchive(source.path));
    }
    const bool isDisguised = archive != nullptr && !info.isDir()
        && info.suffix().compare(QLatin1String("zip"), Qt::CaseInsensitive) != 0;
    auto files = std::make_unique<FileRows>(source.path, std::move(archive), stop);
    if (isDisguised)
        files->warnOfZip();
    RETURN_IF_ERROR(files->list(source));
    return std::unique_ptr<RowSource>(std::move(files));
}

} // namespace galley
