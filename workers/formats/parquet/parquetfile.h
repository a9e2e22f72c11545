// SPDX-License-Identifier: MIT
//
// A Parquet file whose footer was read and checked against the file: schema, row groups, where their pages
// are.
#pragma once

#include "workers/formats/parquet/nativeshape.h"
#include "workers/formats/parquet/parquetinput.h"
#include "workers/formats/parquet/schematree.h"

namespace galley::parquet {

class ParquetFile
{
public:
    explicit ParquetFile(std::unique_ptr<ByteSource> source);

    /// Errors: as ParquetInput::open(), and Malformed, Schema, Duplicate, Unsupported, Limit.
    Result<void> open();

    ParquetInput &input() { return m_input; }
    const ParquetInput &input() const { return m_input; }
    const wire::FileMeta &meta() const { return m_meta; }
    const SchemaTree &schema() const { return m_schema; }
    /// The table that it was made from, where Galley made it.
    const std::optional<TableShape> &origin() const { return m_origin; }
    Error placed(Error error) const;

private:
    Result<void> readMeta();
    Result<void> checkGroups() const;
    Result<void> checkChunk(const wire::ColumnChunk &chunk, const Leaf &leaf, qint64 rows) const;

    ParquetInput m_input;
    wire::FileMeta m_meta;
    SchemaTree m_schema;
    std::optional<TableShape> m_origin;
};

} // namespace galley::parquet
