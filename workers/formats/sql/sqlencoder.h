// SPDX-License-Identifier: MIT
//
// Rows as INSERT statements of literals, many rows to a statement.
#pragma once

#include "workers/base/affinity.h"
#include "workers/formats/format.h"

namespace galley {

class SqlEncoder final : public RowEncoder
{
public:
    SqlEncoder(const TableShape &shape, const QString &tableName, qint64 rowsEach);

    Result<void> begin(ByteBuffer &out) const override;
    Result<void> encode(const RowBatch &rows, bool isFirst, EncodedBlock &out) const override;
    Result<void> end(const std::vector<BlockPlace> &blocks, ByteBuffer &out) const override;

private:
    Result<void> appendCell(ByteBuffer &out, const Cell &cell, size_t column, qsizetype row) const;

    TableShape m_shape;
    QByteArray m_insert; ///< INSERT INTO "t"("a","b") VALUES
    qint64 m_rowsEach;
    std::vector<Affinity> m_affinities;
};

} // namespace galley
