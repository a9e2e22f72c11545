// SPDX-License-Identifier: MIT
//
// Checksums of ranges of a table's key that the server computes, so that rows which are the same on both
// sides of a comparison need not travel (docs/decisions/0101-checksums-of-key-ranges.md).
//
// Threads: those of the connection.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/base/rows.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <vector>

namespace galley {

/// The rows whose key is not before `from`, but before `to`, in the order of the table's own index. An empty
/// end is open. The cells belong to the RangeSums that cut it.
struct KeyRange
{
    std::span<const Cell> from;
    std::span<const Cell> to;
};

struct RangeSum
{
    qint64 rows = 0;
    QByteArray digest; ///< SHA-256 of the SHA-256s of the rows, in key order

    bool operator==(const RangeSum &) const = default;
};

/// Of some columns of one table.
class RangeSums
{
public:
    virtual ~RangeSums() = default;

    /// How rows are written to be hashed: only sums of one form can be compared. Then two rows whose texts
    /// are equal have equal cells; rows with equal cells may have different texts.
    virtual QByteArray form() const = 0;
    /// Whether rows can be written here as the server writes them, and its index has the order of
    /// Engine::compareKeys(): then rows from anywhere can be compared with it.
    virtual bool canWriteRows() const { return false; }
    /// Appends the text of a row of the columns, in the cells that the engine reads.
    virtual void writeRow(std::span<const Cell> /*row*/, ByteBuffer & /*out*/) const { }
    /// Bytes of a second, measured: a quarter of a megabyte is sent.
    virtual Result<double> bytesPerSecond() = 0;
    /// Cuts each of `ranges` into parts of about `rowsEach` rows, all in order.
    virtual Result<std::vector<KeyRange>> cut(std::span<const KeyRange> ranges, qint64 rowsEach) = 0;
    /// One for each range. Errors: Unsupported, where the server orders the ends of a range in another way,
    /// or cannot compute this.
    virtual Result<std::vector<RangeSum>> sums(std::span<const KeyRange> ranges) = 0;
    /// The rows of all of them, in the order of Engine::compareKeys().
    virtual Result<std::unique_ptr<RowReader>> read(std::span<const KeyRange> ranges,
                                                    const QStringList &columns) = 0;
};

/// A connection that can compute them.
class SumsRanges
{
public:
    virtual ~SumsRanges() = default;
    /// Of `columns` of a table, in this order. From now on the connection sees one state of the database.
    /// nullptr where it cannot be done: no primary key, a type whose text is not certain.
    virtual Result<std::unique_ptr<RangeSums>> rangeSums(const TableName &table,
                                                         const QStringList &columns) = 0;
};

} // namespace galley
