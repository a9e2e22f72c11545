// SPDX-License-Identifier: MIT
//
// Makes row changes set by set: all of them go into a temporary table by COPY, then one DELETE, UPDATE and
// INSERT for a range of them, each on the condition that the row still is what the preview saw.
//
// Threads: those of the session.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/engines/postgres/pgload.h"
#include "workers/engines/postgres/pgtypes.h"

namespace galley {

class PgChanges
{
public:
    PgChanges(PgSession &session, const TableInfo &table, const ChangeShape &shape, RejectSink &rejects,
              std::vector<ChangeConflict> &conflicts);
    /// How many were made.
    Result<qint64> run(ChangeReader &changes);

private:
    enum class Step : quint8
    {
        Delete,
        Update,
        Insert
    };

    Result<void> send(ChangeReader &changes);
    Result<void> copy();
    void encode(const RowChange &change);
    Result<void> makeAll(Step step);
    Result<void> makeRange(Step step, qint64 first, qint64 last);
    Result<void> makeKeyless(Step step);
    Result<void> findTaken(qint64 first, qint64 last);
    QByteArray statement(Step step) const;
    QByteArray keyCondition(char image) const;
    QByteArray sameCondition(char image) const;
    Result<ChangeConflict> conflict(qint64 number, Step step);

    PgSession &m_session;
    const TableInfo &m_table;
    const ChangeShape &m_shape;
    RejectSink &m_rejects;
    std::vector<ChangeConflict> &m_conflicts;
    QByteArray m_name; ///< of the table, quoted
    ByteBuffer m_bytes;
    qint64 m_count = 0;
    qint64 m_counts[3] = {0, 0, 0};
    std::vector<bool> m_isChanged; ///< columns that some update changes
    qint64 m_made = 0;
};

} // namespace galley
