// SPDX-License-Identifier: MIT
//
// Loads rows by COPY, in pieces that are kept until the server took them: a row that it refuses is set apart,
// and the rest goes on. One piece is filled while the server takes the one before.
//
// Threads: those of the session, one at a time; run() uses a thread of its own for the server's part.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/base/rowdigest.h"
#include "workers/engines/postgres/pgbinary.h"
#include "workers/engines/postgres/pgcreate.h"
#include "workers/engines/postgres/pgdistinct.h"

namespace galley {

class PgLoad
{
public:
    struct Outcome
    {
        qint64 stored = 0;
        RowsDigest digest;
    };
    /// `rows` has the columns to be set. `key` is made when all rows are there, or as soon as one may be
    /// there twice. Errors: those of reading; Conflict, Connection, Permission, Cancelled.
    static Result<Outcome> run(PgSession &session, const TableInfo &table, const PgLateKey &key,
                               RowReader &rows, RejectSink &rejects);

private:
    /// Rows that are with us until the server has them.
    struct Piece
    {
        std::vector<RowBatch> batches;
        ByteBuffer bytes;
        std::vector<size_t> ends; ///< of each row in `bytes`
        std::vector<std::pair<size_t, qsizetype>> places; ///< batch and row of each
        RowsDigest digest; ///< of all
        bool isBinary = false; ///< else COPY's text
        bool needsKey = false; ///< a key may be there twice

        void clear();
        bool isFull() const;
    };

    PgLoad(PgSession &session, const TableInfo &table, const PgLateKey &key, const TableShape &shape);
    static std::vector<size_t> keyCells(const TableShape &shape, const PgLateKey &key);
    static PgBinaryRows binaryRows(const TableInfo &table, const TableShape &shape);
    void add(RowBatch batch);
    void addRow(std::span<const Cell> row);
    void addAsText();
    Result<void> store();
    Result<void> makeKey();
    Result<size_t> tryStore(size_t first, size_t end);

    PgSession &m_session;
    const TableInfo &m_table;
    QByteArray m_copy;
    // Of the rows that are read.
    PgBinaryRows m_binary;
    Piece m_filling;
    PgDistinct m_distinct;
    // Of the server's part.
    Piece m_piece;
    QByteArray m_lateKey;
    std::vector<Reject> m_rejects;
    Outcome m_outcome;
};

/// Whether the server refused a row (a constraint, a value), and not the whole undertaking.
bool isPgRowFault(const PgFailure &failure);
/// The reject that a failure is; `table` without line and value.
Reject pgReject(const PgFailure &failure, const TableName &table);

} // namespace galley
