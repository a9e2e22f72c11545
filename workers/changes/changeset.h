// SPDX-License-Identifier: MIT
//
// The heart: a file (`*.galleychanges`, an SQLite file with an application id) that holds exactly what an
// import would do to a target. Made by a preview, sealed, never written again. What is applied is a ChangeSet
// minus what was declined, or nothing.
#pragma once

#include "workers/base/option.h"
#include "workers/changes/schemadifference.h"
#include "workers/engines/engine.h"

#include <QDateTime>

#include <stop_token>

namespace galley {

enum class ImportMode : quint8
{
    Insert,
    Skip,
    Update,
    Upsert,
    Mirror,
    Replace,
    Create
};

QString importModeName(ImportMode mode);
std::optional<ImportMode> importModeFromName(QStringView name);

struct RowCounts
{
    qint64 rows = 0; ///< of the source
    qint64 inserted = 0;
    qint64 updated = 0;
    qint64 deleted = 0;
    qint64 unchanged = 0;
    qint64 skipped = 0;
    qint64 rejected = 0;

    RowCounts &operator+=(const RowCounts &other);
    bool operator==(const RowCounts &) const = default;
    bool hasDifferences() const { return inserted + updated + deleted > 0; }
};

/// Where the rows of a load come from. They are not copied into the ChangeSet: the source is read again and
/// must be the same, byte for byte.
struct LoadSource
{
    QString path; ///< of the file, directory or database, absolute
    QString bundleId; ///< "" for a single file
    QString formatId; ///< "" for a bundle or a database
    OptionValues options;
    TableName table; ///< in the source
    qint64 size = -1; ///< of the file or member
    QByteArray sha256; ///< of the file or member; "" where it could not be taken (a database)
};

/// How source columns become target columns, in target order.
struct ColumnMapping
{
    int source = -1; ///< index in the source's shape; -1: `constant`
    int target = -1; ///< index in the target table's columns
    std::optional<QString> constant; ///< from --set; no value: NULL
};

struct ChangeSetTable
{
    /// Changes: rows of a table that has rows. Load: rows for an empty table. Create: rows for a new table.
    enum class Kind : quint8
    {
        Changes,
        Load,
        Create
    };

    Kind kind = Kind::Changes;
    ChangeShape
        change; ///< target's names and types, all columns that can be written; key; what the source sets
    TableInfo target; ///< as it is, or as it will be created
    ImportMode mode = ImportMode::Upsert;
    bool isKeyed = true; ///< false: compared as a multiset, for want of a key
    RowCounts counts;
    qint64 firstChange = 0; ///< number of its first row change; they are dense
    qint64 changeCount = 0;
    LoadSource load; ///< Load, Create; for Changes where the rows came from
    std::vector<ColumnMapping> mapping; ///< Load, Create
    std::vector<SchemaDifference> schema; ///< between the source's description and `target`
};

struct ChangeSetHeader
{
    QString id; ///< UUID
    QDateTime created; ///< UTC
    QString generator; ///< "Galley 0.1.0"
    DatabaseRef target;
    QString sourceName;
    Catalog objects; ///< indexes, views and triggers to create after the loads
    std::vector<Error> warnings;
};

/// An opened ChangeSet. Threads: one object each thread; the file never changes once sealed.
class ChangeSet
{
public:
    /// Errors: NotFound, Malformed (not a ChangeSet, not sealed), Checksum (altered), Unsupported (newer
    /// version).
    static Result<std::unique_ptr<ChangeSet>> open(const QString &path);
    virtual ~ChangeSet() = default;

    virtual QString path() const = 0;
    virtual const ChangeSetHeader &header() const = 0;
    virtual const std::vector<ChangeSetTable> &tables() const = 0;
    RowCounts totals() const;

    /// open() has checked the description and the counts; this reads every row and compares it with the seal.
    /// Called before anything is applied. Errors: Checksum, Malformed, Cancelled.
    virtual Result<void> verify(std::stop_token stop) const = 0;
    /// Row changes of a table in number order from number `first`, at most `limit` (-1: all).
    virtual Result<std::unique_ptr<ChangeReader>> changes(size_t table, qint64 first, qint64 limit) const = 0;
    /// One byte for each row change of the table, in number order: its ChangeKind. For filters over millions.
    virtual Result<QByteArray> kinds(size_t table) const = 0;
    virtual Result<qint64> rejectCount() const = 0;
    virtual Result<std::vector<Reject>> rejects(qint64 first, qint64 limit) const = 0;
};

/// Makes a ChangeSet. Tables one after the other; the file has its name only after seal().
class ChangeSetWriter
{
public:
    /// Errors: CannotCreate, Permission, Io.
    static Result<std::unique_ptr<ChangeSetWriter>> create(const QString &path);
    virtual ~ChangeSetWriter() = default;

    virtual Result<void> beginTable(const ChangeShape &shape) = 0;
    /// In key order. `change.number` is ignored: numbers go up from 1 over all tables.
    virtual Result<void> add(const RowChange &change) = 0;
    virtual Result<void> addReject(const Reject &reject) = 0;
    /// `table`: all but firstChange and changeCount, which the writer fills in.
    virtual Result<void> endTable(ChangeSetTable table) = 0;
    virtual Result<void> seal(const ChangeSetHeader &header) = 0;
};

} // namespace galley
