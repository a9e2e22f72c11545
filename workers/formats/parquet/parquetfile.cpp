// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/parquetfile.h"

#include "workers/formats/parquet/pagereader.h"

namespace galley::parquet {

ParquetFile::ParquetFile(std::unique_ptr<ByteSource> source)
    : m_input(std::move(source))
{
}

Error ParquetFile::placed(Error error) const
{
    const qint64 line = error.where.line;
    if (error.where.file.isEmpty()) {
        error.where = m_input.place();
        error.where.line = line;
    }
    return error;
}

Result<void> ParquetFile::open()
{
    RETURN_IF_ERROR(m_input.open());
    Result<void> read = readMeta();
    if (!read)
        return placed(std::move(read).error());
    return {};
}

Result<void> ParquetFile::readMeta()
{
    ASSIGN_OR_RETURN(const QByteArray footer, m_input.footer());
    ASSIGN_OR_RETURN(m_meta, parseFooter({footer.constData(), static_cast<size_t>(footer.size())}));
    if (m_meta.__isset.encryption)
        return unsupported(QStringLiteral("columns are encrypted"),
                           QStringLiteral("Write the file without encryption."));
    ASSIGN_OR_RETURN(m_schema, readSchema(m_meta.schema));
    for (const wire::KeyValue &entry : m_meta.keyValues) {
        if (entry.key == kShapeKey)
            m_origin = shapeFromJson(entry.value);
    }
    return checkGroups();
}

Result<void> ParquetFile::checkGroups() const
{
    qint64 rows = 0;
    for (const wire::RowGroup &group : m_meta.rowGroups) {
        if (group.rowCount < 0 || group.rowCount > m_meta.rowCount - rows)
            return malformed(QStringLiteral("a row group of %1 rows cannot be in a file of %2")
                                 .arg(group.rowCount)
                                 .arg(m_meta.rowCount));
        rows += group.rowCount;
        if (group.chunks.size() != m_schema.leaves.size())
            return malformed(QStringLiteral("a row group has %1 columns, the schema has %2")
                                 .arg(group.chunks.size())
                                 .arg(m_schema.leaves.size()));
        for (size_t i = 0; i < group.chunks.size(); ++i) {
            Result<void> checked = checkChunk(group.chunks[i], m_schema.leaves[i], group.rowCount);
            if (checked)
                continue;
            Error error = std::move(checked).error();
            error.message =
                QStringLiteral("column %1: %2").arg(m_schema.leaves[i].path.left(100), error.message);
            return error;
        }
    }
    if (rows != m_meta.rowCount)
        return malformed(
            QStringLiteral("the file says %1 rows, its row groups have %2").arg(m_meta.rowCount).arg(rows));
    return {};
}

Result<void> ParquetFile::checkChunk(const wire::ColumnChunk &chunk, const Leaf &leaf, qint64 rows) const
{
    if (chunk.__isset.filePath && !chunk.filePath.empty())
        return unsupported(QStringLiteral("its values stand in another file"));
    if (chunk.__isset.encryption)
        return unsupported(QStringLiteral("it is encrypted"),
                           QStringLiteral("Write the file without encryption."));
    const wire::ChunkMeta &meta = chunk.meta;
    if (meta.type != static_cast<qint32>(leaf.type.physical))
        return malformed(QStringLiteral("its values are of another type than the schema says"));
    const bool isCountRight = leaf.maxRepetition > 0 ? meta.valueCount >= rows : meta.valueCount == rows;
    if (!isCountRight)
        return malformed(
            QStringLiteral("it has %1 values, and the row group has %2 rows").arg(meta.valueCount).arg(rows));
    return PageReader(m_input, meta, leaf.maxRepetition > 0, leaf.maxDefinition > 0).check();
}

} // namespace galley::parquet
