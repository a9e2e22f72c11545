// SPDX-License-Identifier: MIT
//
// Checksums of key ranges, computed by PostgreSQL.
//
// Threads: those of the session.
#pragma once

#include "workers/engines/postgres/pgreader.h"
#include "workers/engines/postgres/pgrowtext.h"
#include "workers/engines/rangesums.h"

#include <deque>
#include <functional>

namespace galley {

class PgRangeSums final : public RangeSums
{
public:
    /// `table`: as the catalog lists it. `isBusy`: of the connection. nullptr where it cannot be done.
    static std::unique_ptr<PgRangeSums> make(PgSession &session, const TableInfo &table,
                                             const QStringList &columns, bool *isBusy);

    QByteArray form() const override { return m_form; }
    bool canWriteRows() const override { return m_isKeyOrder; }
    void writeRow(std::span<const Cell> row, ByteBuffer &out) const override;
    Result<double> bytesPerSecond() override;
    Result<std::vector<KeyRange>> cut(std::span<const KeyRange> ranges, qint64 rowsEach) override;
    Result<std::vector<RangeSum>> sums(std::span<const KeyRange> ranges) override;
    Result<std::unique_ptr<RowReader>> read(std::span<const KeyRange> ranges,
                                            const QStringList &columns) override;

private:
    PgRangeSums(PgSession &session, TableInfo table, bool *isBusy);

    Result<PgResult> ask(const QByteArray &sql);
    QByteArray literal(std::span<const Cell> key, bool isTyped) const;
    QByteArray condition(const QByteArray &from, const QByteArray &to) const;
    /// All rows of `body` for each of the ranges, which it has as a condition, with the range's number as
    /// galley_n.
    using Body = std::function<QByteArray(const QByteArray &condition)>;
    QByteArray over(std::span<const KeyRange> ranges, const Body &body) const;
    Result<std::span<const Cell>> keepKey(const PgResult &result, int row, int first);

    PgSession &m_session;
    TableInfo m_table;
    bool *m_isBusy;
    QByteArray m_form;
    QByteArray m_from; ///< the table, named galley_t
    QByteArray m_key; ///< its columns, comma-separated
    QByteArray m_rowText;
    std::vector<PgRowPart> m_parts;
    bool m_isKeyOrder = true; ///< the index has the order of comparePgKeys()
    std::vector<Column> m_keyColumns;
    std::vector<PgFieldReader> m_fields; ///< of the key
    std::deque<std::vector<Cell>> m_keys; ///< ends of ranges
    Arena m_arena; ///< their bytes
};

} // namespace galley
