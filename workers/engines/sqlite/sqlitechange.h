// SPDX-License-Identifier: MIT
//
// Row changes on one SQLite table: each row is looked up and compared, cell for cell and kind for kind, with
// what the preview saw before it is touched.
//
// Threads: those of the connection.
#pragma once

#include "workers/engines/engine.h"
#include "workers/engines/sqlite/sqlitehandle.h"

#include <map>

namespace galley {

class SqliteChanges
{
public:
    struct Outcome
    {
        qint64 made = 0;
        qint64 changedByTriggers = 0; ///< other rows
    };

    /// `table`: as it is now in the database.
    SqliteChanges(sqlite3 *db, const TableInfo &table, const ChangeShape &shape, RejectSink &rejects,
                  std::vector<ChangeConflict> &conflicts);
    Result<Outcome> run(ChangeReader &changes);

private:
    /// A change that a unique constraint refused: a later change may make room for it.
    struct Postponed
    {
        qint64 number = 0;
        ChangeKind kind = ChangeKind::Insert;
        qint64 line = 0;
        QByteArray reason;
        RowBatch rows; ///< before, after; one where there is but one
    };
    enum class Found : quint8
    {
        Same,
        Changed,
        Absent
    };

    Result<void> prepare();
    Result<void> make(const RowChange &change, bool mayPostpone);
    Result<void> retryPostponed();
    Result<void> breakCycles();
    Result<Found> find(std::span<const Cell> before, QString *difference);
    Result<bool> hasKey(std::span<const Cell> row);
    Result<bool> execute(SqliteStatement &statement, const RowChange &change, bool mayPostpone);
    Result<SqliteStatement *> updateFor(const RowChange &change);
    void bindPlace(SqliteStatement &statement, int first, std::span<const Cell> before);
    void conflict(const RowChange &change, const QString &reason);
    QString keyText(std::span<const Cell> row) const;
    bool canBeWritten(size_t column) const;
    QByteArray placeCondition(int first) const;

    sqlite3 *m_db;
    const TableInfo &m_table;
    const ChangeShape &m_shape;
    RejectSink &m_rejects;
    std::vector<ChangeConflict> &m_conflicts;
    QByteArray m_name; ///< quoted
    QByteArray m_rowid; ///< the name that the rowid has here; "" where there is none
    std::vector<int> m_findBy; ///< columns that a row is looked up by
    std::vector<int> m_primaryKey; ///< where there is no rowid
    SqliteStatement m_find;
    SqliteStatement m_exists;
    SqliteStatement m_insert;
    SqliteStatement m_delete;
    std::map<QByteArray, SqliteStatement> m_updates; ///< by the changed columns
    qint64 m_foundRowid = 0;
    std::vector<Postponed> m_postponed;
    size_t m_postponedBytes = 0;
    Outcome m_outcome;
};

} // namespace galley
