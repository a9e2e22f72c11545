// SPDX-License-Identifier: MIT
//
// Loads rows by COPY, in pieces that are kept until the server took them: a row that it refuses is set apart,
// and the rest goes on.
//
// Threads: those of the session.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/base/rowdigest.h"
#include "workers/engines/postgres/pgsession.h"

namespace galley {

class PgLoad
{
public:
    struct Outcome
    {
        qint64 stored = 0;
        RowsDigest digest;
    };
    /// `rows` has the columns to be set. Errors: those of reading; Conflict, Connection, Permission,
    /// Cancelled.
    static Result<Outcome> run(PgSession &session, const TableInfo &table, RowReader &rows,
                               RejectSink &rejects);

private:
    /// Rows that are with us until the server has them.
    struct Piece
    {
        std::vector<RowBatch> batches;
        ByteBuffer bytes;
        std::vector<size_t> ends; ///< of each row in `bytes`
        std::vector<std::pair<size_t, qsizetype>> places; ///< batch and row of each
    };

    PgLoad(PgSession &session, const TableInfo &table, const TableShape &shape, RejectSink &rejects);
    void add(RowBatch batch);
    bool isFull() const;
    Result<void> store();
    Result<size_t> tryStore(size_t first, size_t end);

    PgSession &m_session;
    const TableInfo &m_table;
    RejectSink &m_rejects;
    QByteArray m_copy;
    Piece m_piece;
    Outcome m_outcome;
};

/// Whether the server refused a row (a constraint, a value), and not the whole undertaking.
bool isPgRowFault(const PgFailure &failure);
/// The reject that a failure is; `table` without line and value.
Reject pgReject(const PgFailure &failure, const TableName &table);

} // namespace galley
