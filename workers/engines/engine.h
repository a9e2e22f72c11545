// SPDX-License-Identifier: MIT
//
// What a database engine can do for the rest: open connections, list what is in them, read rows, and take
// changes inside one transaction. A new engine is a folder beside sqlite/ and one galley_engine() line.
#pragma once

#include "workers/base/option.h"
#include "workers/base/result.h"
#include "workers/base/rowdigest.h"
#include "workers/base/rows.h"
#include "workers/base/schema.h"
#include "workers/engines/secrets.h"

#include <QMap>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace galley {

/// Which database, without secrets. A value that may be shown, stored and sent between threads.
struct DatabaseRef
{
    QString engine; ///< engine id: "sqlite"
    QString location; ///< SQLite: the file's path; servers: the URL without password
    QMap<QString, QString> parameters;
    QString connection = {}; ///< the name of the saved connection that it came from; "" for none
    bool isReadOnly = false; ///< nothing may be written through it, whatever rights the user has

    /// For titles and reports: the file name, or host and database.
    QString displayName() const;
    /// The same database reached in the same way; by which name does not count.
    bool operator==(const DatabaseRef &other) const
    {
        return engine == other.engine && location == other.location && parameters == other.parameters;
    }
};

/// Whether both lead to the same database, even if as another user or with other settings. Told from what
/// they say, without asking a server.
bool isSameDatabase(const DatabaseRef &a, const DatabaseRef &b);
/// Errors: Permission where the database is marked read-only.
Result<void> checkWritable(const DatabaseRef &database);

/// Reads the forms of the command line (`shop.sqlite`, `sqlite:PATH`, and those of databaseurl.h). SQLite
/// files are recognised by content; a path that does not exist is an SQLite file to be created. Errors: Usage
/// (a password in a URL, an unknown scheme), Unsupported (no engine for it).
Result<DatabaseRef> parseDatabaseRef(const QString &text);

struct OpenRequest
{
    enum class Access : quint8
    {
        Read,
        Write
    };

    DatabaseRef database;
    Access access = Access::Read;
    bool createIfMissing = false; ///< Write only
    /// Write only: nothing will be committed. An engine whose schema statements commit by themselves makes
    /// new tables as temporary ones.
    bool isRehearsal = false;
    /// A file of unknown origin: nothing in it may run, a journal beside it is not rolled into it, it is
    /// checked before the first read.
    bool isUntrusted = false;
    SecretSource *secrets =
        nullptr; ///< asked by engines whose servers want passwords; outlives the connections
};

/// A part of a table, made by Connection::ranges(); the token means something to its engine only.
struct RowRange
{
    QByteArray token;
    qint64 approximateRows = -1;
};

struct ReadRequest
{
    TableName table;
    QStringList columns; ///< empty: all that are not hidden (generated ones included)
    QStringList orderBy; ///< empty: the engine's fastest order (SQLite: rowid)
    QString where; ///< an SQL condition the user wrote; run on a read-only connection
    std::optional<RowRange> range; ///< only without orderBy
    qint64 offset = 0;
    qint64 limit = -1;
};

/// Finds single rows by key. Threads: those of its connection.
class RowLookup
{
public:
    virtual ~RowLookup() = default;
    /// Appends the row with this key (as many cells as key columns, in the target's form) to `rows`; false
    /// where there is none.
    virtual Result<bool> find(std::span<const Cell> key, RowBatch &rows) = 0;
    /// The same for several keys of `width` cells each, one behind the other: in `places`, for each key,
    /// which of `rows` is its row, or -1. `rows` is cleared before.
    virtual Result<void> findAll(std::span<const Cell> keys, size_t width, RowBatch &rows,
                                 std::vector<qsizetype> &places);
};

/// Brings a cell of a source column to what the target column would hold if it were stored there, so that
/// equal values are equal cells. One per column pair. Const, may be used on several threads.
class CellConverter
{
public:
    virtual ~CellConverter() = default;
    enum class Outcome : quint8
    {
        Ok,
        Inexact,
        Refused
    };
    /// Converts in place; new bytes go to `arena`. Inexact: stored, but changed by a stated rule (a warning).
    /// On Inexact and Refused `*why` says what the column cannot hold; the cell is unchanged when Refused.
    virtual Outcome convert(Cell &cell, Arena &arena, QString *why) const = 0;
};

enum class ChangeKind : quint8
{
    Insert,
    Update,
    Delete
};

/// One row change. Spans have one cell for each column of the table's shape in the ChangeSet.
struct RowChange
{
    qint64 number = 0; ///< in the ChangeSet, from 1
    ChangeKind kind = ChangeKind::Insert;
    qint64 line = 0; ///< in the source file; 0 where there is none
    std::span<const Cell> before; ///< empty for Insert
    std::span<const Cell> after; ///< empty for Delete
};

class ChangeReader
{
public:
    virtual ~ChangeReader() = default;
    /// Cells are good until the next call. False at the end.
    virtual Result<bool> next(RowChange &change) = 0;
};

/// What the columns of a stream of row changes are.
struct ChangeShape
{
    TableShape shape; ///< in the target's names and types; key: how rows are found; empty: by all columns
    std::vector<bool>
        isSet; ///< the columns that the source gives; the others keep their value or get the default
};

/// A row change that could not be made because the target is not what the preview saw.
struct ChangeConflict
{
    TableName table;
    qint64 number = 0;
    QString key; ///< "AlbumId = 7"
    QString reason; ///< "the row was changed since the preview: Title is now 'x', was 'y'"
};

class Connection;

/// One write transaction of one connection. Destroyed without commit() it rolls back.
/// Threads: those of its connection.
class ChangeSink
{
public:
    virtual ~ChangeSink() = default;

    /// Makes what tables need: those of `objects.objects` that stand before them (schemas, types, sequences).
    virtual Result<void> createFirst(const Catalog &objects);
    /// Creates the table (translated where it comes from another engine), without its indexes and triggers.
    /// Before the first row: where schema statements commit by themselves the table is made outside of the
    /// transaction, and dropped again where it is not committed (docs/decisions/0031-applying-to-mariadb.md).
    virtual Result<void> createTable(const TableInfo &table, const QString &sourceEngine) = 0;
    /// Adds all rows of `rows`, whose shape is that of the target's columns to be set, already converted. A
    /// row that a constraint refuses goes to `rejects` and the rest goes on. Returns the rows that were
    /// stored.
    virtual Result<qint64> load(const TableName &table, RowReader &rows, RejectSink &rejects) = 0;
    /// Of the rows that the last load() stored, in the columns that it set.
    virtual RowsDigest loaded() const = 0;
    /// Makes row changes; an update or delete applies only where the row still equals `before` in all columns
    /// (inserts: only where no row has the key). Returns how many were made; what could not be made goes to
    /// `conflicts` or, where a constraint refuses it, to `rejects`, and the rest goes on.
    virtual Result<qint64> change(const ChangeShape &shape, ChangeReader &changes, RejectSink &rejects,
                                  std::vector<ChangeConflict> &conflicts) = 0;
    /// Keeps the triggers of a table from running until all is committed or rolled back. Before the first
    /// change of the table. Errors: Unsupported (an engine that cannot), Permission.
    virtual Result<void> disableTriggers(const TableName &table);
    /// Whether what failed last may succeed if all of it is done again from the start: a deadlock, a
    /// serialization failure.
    virtual bool mayTryAgain() const { return false; }
    /// Runs schema statements in their order: keys and indexes that createTable() left for after the rows,
    /// views, triggers and the other objects of `objects`, translated where needed.
    virtual Result<void> createObjects(const Catalog &objects) = 0;
    /// Drops a table that createTable() of an earlier import made (undo). Errors: Reference.
    virtual Result<void> dropTable(const TableName &table) = 0;
    /// Takes all rows out of a table and keeps the table. False where it is better dropped and made anew.
    virtual Result<bool> emptyTable(const TableName &table);
    /// Drops views that createObjects() of an earlier import made (undo); one that is gone is no error.
    virtual Result<void> dropViews(const std::vector<ViewInfo> &views) = 0;
    /// Drops, last first, what createFirst() and createObjects() made of `objects` (undo), as far as nothing
    /// else needs it.
    virtual Result<void> dropObjects(const std::vector<ObjectInfo> &objects);
    /// Foreign keys of what was changed; each row that points nowhere goes to `rejects`. Returns how many.
    virtual Result<qint64> checkReferences(RejectSink &rejects) = 0;
    /// What the user should know about the changes made so far, as it is no error: triggers that changed
    /// other rows; after commit() also what could be made only then and was not, …
    virtual std::vector<Error> warnings() const = 0;
    /// Reads inside the transaction, for the read-back.
    virtual Connection &connection() = 0;
    /// The only way to keep anything. Errors: Io, Reference, Conflict (database busy); then all is rolled
    /// back.
    virtual Result<void> commit() = 0;
};

/// An open database. Threads: made, used and destroyed on one thread; only interrupt() may be called on any.
class Connection
{
public:
    virtual ~Connection() = default;

    virtual Result<Catalog> catalog() = 0;
    virtual Result<std::unique_ptr<RowReader>> read(const ReadRequest &request) = 0;
    /// The rows of a SELECT the user wrote. Errors: UnsafeStatement for anything that is not one query.
    virtual Result<std::unique_ptr<RowReader>> readQuery(const QString &sql, const QString &asTable) = 0;
    virtual Result<std::unique_ptr<RowLookup>> lookup(const TableName &table, const QStringList &columns,
                                                      const QStringList &keyColumns) = 0;
    virtual Result<qint64> countRows(const TableName &table, const QString &where) = 0;
    /// Cuts the table into parts of about `rowsEach` rows, in storage order; one part where it cannot be cut.
    virtual Result<std::vector<RowRange>> ranges(const TableName &table, qint64 rowsEach) = 0;
    /// Begins the write transaction. Errors: Permission (read-only), Conflict (locked by another program).
    virtual Result<std::unique_ptr<ChangeSink>> beginChanges() = 0;
    /// Makes the running call return Cancelled soon. Any thread.
    virtual void interrupt() = 0;
};

/// A kind of database. One constant object each, used from all threads.
class Engine
{
public:
    virtual ~Engine() = default;

    virtual QString id() const = 0;
    virtual QString name() const = 0; ///< for people: "SQLite"
    /// What a user can say about a database of this kind, in the order of a form; passwords are not among it.
    /// The ids are those of connectionfields.h. By default the fields of a server that a URL names.
    virtual std::vector<OptionSpec> connectionFields() const;
    /// Errors: NotFound, Permission, Connection, Malformed, Truncated, Unsupported, UntrustedSchema.
    virtual Result<std::unique_ptr<Connection>> open(const OpenRequest &request) const = 0;
    /// One to `wanted` read connections that all see the same committed state until they are destroyed. They
    /// may be used on different threads (each handed to one).
    virtual Result<std::vector<std::unique_ptr<Connection>>> openSnapshot(const OpenRequest &request,
                                                                          int wanted) const = 0;
    /// `source` null: the column is filled by a constant given as text.
    virtual std::unique_ptr<CellConverter> converter(const TableShape &sourceShape, const Column *source,
                                                     const Column &target) const = 0;
    /// Three-way order of two cells of this column as `ORDER BY` gives it: how key-ordered streams are
    /// merged.
    virtual int compareKeys(const Column &column, const Cell &a, const Cell &b) const = 0;
    /// Whether rows that are read without an order come quicker than sorted ones and mostly in the order of
    /// their key all the same: then it is tried.
    virtual bool storesInKeyOrder() const { return false; }
    /// A table of this engine for rows of unknown or foreign schema: names kept, types translated by the
    /// stated rules. Errors: Limit (too many columns, too long a name), Schema, Duplicate (names the engine
    /// folds).
    virtual Result<TableInfo> tableFor(const TableShape &source) const = 0;
    /// `"name"`, quoted for SQL of this engine; works for every name.
    virtual QString quoted(const QString &name) const = 0;
};

/// All engines, in the order of the CMake lines.
const std::vector<std::unique_ptr<Engine>> &engines();
/// nullptr where there is none.
const Engine *findEngine(const QString &id);
/// The engine of `request.database`. Errors: Unsupported, and those of Engine::open().
Result<std::unique_ptr<Connection>> openDatabase(const OpenRequest &request);

} // namespace galley
