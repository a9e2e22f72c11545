// SPDX-License-Identifier: MIT
//
// Rows of a ChangeSet that cannot be made since what they refer to is not there: found in the target after
// all was made, and left out the next time.
//
// Threads: those of the connection.
#pragma once

#include "workers/changes/changeset.h"
#include "workers/jobs/changestreams.h"

#include <map>
#include <set>

namespace galley {

/// Values of a foreign key that have no row. A load is known by them, not by its lines: a database may give
/// its rows in another order the next time.
struct MissingValues
{
    ForeignKey key;
    std::set<QByteArray> values; ///< of the key's columns
};

/// What is left out, with the reason.
struct SetApart
{
    std::map<qint64, Reject> changes; ///< by number
    std::map<TableName, std::vector<MissingValues>> loads; ///< by target table

    /// `declined` and these.
    Intervals without(const Intervals &declined) const;
    qint64 count() const;
};

/// Finds what is missing. REQUIRES: all changes that are not in `apart` were made on the connection.
class MissingReferences
{
public:
    /// `before`: the target's tables before the changes.
    MissingReferences(const ChangeSet &changes, const Catalog &before, Connection &connection,
                      std::stop_token stop, SecretSource *secrets);

    /// Adds to `apart`: first deletes that leave rows behind which point to the deleted one; where there are
    /// none, rows that point nowhere. False where nothing was found. `chosen`: indexes of tables; `declined`:
    /// changes that were not made. Errors: Limit (too many), Cancelled, those of reading.
    Result<bool> find(const std::vector<size_t> &chosen, const Intervals &declined, SetApart &apart);

private:
    struct Watched;
    const TableInfo *infoOf(const TableName &name) const { return m_tables.table(name); }
    Result<std::vector<Watched>> outgoing(const TableInfo &info, const TableShape &shape);
    Result<std::vector<Watched>> incoming(const TableInfo &info, const TableShape &shape);
    Result<void> findInChanges(const ChangeSetTable &table, ChangeReader &changes, bool areDeletes,
                               SetApart &found);
    Result<void> findInLoad(const ChangeSetTable &table, SetApart &apart);
    Result<void> checkLimit(const SetApart &apart) const;

    const ChangeSet &m_changes;
    Catalog m_tables;
    Connection &m_connection;
    std::stop_token m_stop;
    SecretSource *m_secrets;
};

/// Passes on the rows of a load whose references are not missing; the others go to `rejects`.
class ReferringRows final : public RowReader
{
public:
    ReferringRows(RowReader &reader, const TableName &table, const std::vector<MissingValues> &missing,
                  RejectSink &rejects);
    const TableShape &shape() const override { return m_reader.shape(); }
    Result<bool> read(RowBatch &batch) override;
    qint64 bytesRead() const override { return m_reader.bytesRead(); }
    qint64 bytesTotal() const override { return m_reader.bytesTotal(); }

private:
    bool isRefused(std::span<const Cell> row, qint64 line);

    RowReader &m_reader;
    TableName m_table;
    const std::vector<MissingValues> &m_missing;
    std::vector<std::vector<int>> m_columns; ///< for each of m_missing
    RejectSink &m_rejects;
    RowBatch m_all;
};

} // namespace galley
