// SPDX-License-Identifier: MIT
//
// Where rows come from: a table being scanned or a file being parsed.
#pragma once

#include "workers/base/result.h"
#include "workers/base/rowbatch.h"
#include "workers/base/shape.h"

namespace galley {

/// A row of the source that cannot be taken, as data: it is counted, shown, and can be repaired.
struct Reject
{
    TableName table;
    Place where;
    QString column; ///< "" where the whole row is meant
    QString value; ///< the offending value, cut to 200 characters
    ErrorKind kind = ErrorKind::Value;
    QString reason;
    QByteArray raw; ///< the row as it stands in the source, where it is text; for the rejects file
};

/// Takes rejects as they are found. Called on the thread of the reader.
class RejectSink
{
public:
    virtual ~RejectSink() = default;
    virtual void reject(Reject reject) = 0;
};

/// Threads: made, used and destroyed on one thread (handing the whole reader over is fine).
class RowReader
{
public:
    virtual ~RowReader() = default;

    /// The same for the whole life of the reader.
    virtual const TableShape &shape() const = 0;

    /// Clears `batch` and fills it with the next rows, in source order.
    /// Returns true when it holds at least one row, false at the end (then, and only then, the whole input
    /// has been checked: checksums, closing brackets, counts). Errors: Io, Malformed, Truncated, Encoding,
    /// Checksum, Limit, Connection, Cancelled, …; the place is filled in. After an error the reader is spent.
    virtual Result<bool> read(RowBatch &batch) = 0;

    /// Bytes of input consumed so far and in all, for progress; -1 where not known.
    virtual qint64 bytesRead() const { return -1; }
    virtual qint64 bytesTotal() const { return -1; }
};

} // namespace galley
