// SPDX-License-Identifier: MIT
//
// What a team knows about a database, in an SQLite file of its own: the table `metadata` has a row for each
// schema, table and column, keyed by fully qualified names, and is imported into like any other table. The
// table `live` says what the database had when it was last looked at.
#pragma once

#include "workers/base/rows.h"
#include "workers/base/schema.h"
#include "workers/bundles/openmetadata/metadatafields.h"
#include "workers/engines/engine.h"
#include "workers/engines/sqlite/sqlitehandle.h"

namespace galley {

/// A file in `folder`, the same for the same database.
QString metadataCataloguePath(const QString &folder, const DatabaseRef &database);
/// `sqlite.shop`: service and database of all names.
QByteArray metadataDatabaseName(const DatabaseRef &database);
/// Schema or table in it.
QByteArray metadataNameOf(const QByteArray &parent, const QString &name);

/// Threads: one.
class MetadataCatalogue
{
public:
    /// Makes the file where it is missing. Errors: CannotCreate, Io, Malformed, Conflict.
    static Result<std::unique_ptr<MetadataCatalogue>> open(const QString &path);

    /// Brings the structure up to date in one transaction: new schemas, tables and columns get a row, types
    /// are taken over, and a comment that changed in the database becomes the description, unless somebody
    /// wrote another one here. What the database has no more stays, but is not live.
    Result<void> refresh(const QByteArray &database, const Catalog &catalog);

    /// All columns of metadataColumns(), of what is live and lies in `parent` (all levels where it is ""), in
    /// the database's order, parents first. One at a time; the catalogue must outlive it.
    Result<std::unique_ptr<RowReader>> rows(const QByteArray &parent);
    /// Live names that have something below them, of `entityType` ("": the service).
    Result<std::vector<QByteArray>> parents(const QString &entityType);
    /// Rows that are not live.
    Result<qint64> forgotten();
    /// Live rows whose description is not the database's comment, though there is or was one.
    Result<qint64> uncommented();

private:
    Result<qint64> count(std::string_view condition);
    Result<void> refreshInside(const QByteArray &database, const Catalog &catalog);

    SqliteHandle m_db;
};

} // namespace galley
