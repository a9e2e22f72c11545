// SPDX-License-Identifier: MIT
//
// Row changes on one table: loaded into a temporary table, then made set by set where the rows still are what
// the preview saw. A set that is refused is cut in halves until the changes are found that are not taken.
//
// Threads: those of the connection.
#pragma once

#include "workers/engines/mysql/mysqlconnection.h"

namespace galley {

class MysqlChanges
{
public:
    /// `table`: as it is now in the database.
    MysqlChanges(MysqlConnection &connection, MYSQL *mysql, const TableInfo &table, const ChangeShape &shape,
                 RejectSink &rejects, std::vector<ChangeConflict> &conflicts);
    ~MysqlChanges();
    /// Returns how many were made.
    Result<qint64> run(ChangeReader &changes);

private:
    struct Span
    {
        qint64 first = 0;
        qint64 last = -1;
    };

    Result<void> createTable();
    Result<void> loadChanges(ChangeReader &changes);
    Result<void> findLost();
    Result<void> findTaken();
    Result<void> addConflicts(const std::vector<MysqlTextRow> &found, bool isTaken);
    Result<QString> keyText(qint64 number, bool isAfter);
    Result<QString> difference(qint64 number);
    Result<void> makeAll(ChangeKind kind);
    Result<void> makeSpan(ChangeKind kind, Span span, std::vector<qint64> *postponed);
    Result<void> retry(ChangeKind kind, std::vector<qint64> postponed);
    Result<bool> exchange(const std::vector<qint64> &numbers);
    Result<void> deleteUnkeyed();
    Result<void> reject(qint64 number, Reject reject);
    QByteArray statementFor(ChangeKind kind) const;
    QByteArray match() const;
    Result<Span> spanOf(ChangeKind kind);

    MysqlConnection &m_connection;
    MYSQL *m_mysql;
    const TableInfo &m_table;
    const ChangeShape &m_shape;
    RejectSink &m_rejects;
    std::vector<ChangeConflict> &m_conflicts;
    QByteArray m_name; ///< quoted
    qint64 m_made = 0;
};

} // namespace galley
