// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/parquetencoder.h"

#include "workers/formats/parquet/cellfit.h"
#include "workers/formats/parquet/chunkwriter.h"
#include "workers/formats/parquet/nativeshape.h"
#include "workers/formats/parquet/parquetoptions.h"

#include <QSet>

#include <algorithm>
#include <bit>
#include <cstring>
#include <mutex>

namespace galley::parquet {

namespace {

constexpr std::string_view kMagic("PAR1");
/// Taken apart, a nested value takes some times the memory of its text, and must fit into a page.
constexpr size_t kLargestNested = 64UL * 1024 * 1024;

/// What one call of encode() works with; kept for the next.
struct Desk
{
    explicit Desk(const ChunkOptions &options)
        : writer(options)
    {
    }
    ColumnValues values;
    std::vector<ColumnValues> leaves; ///< of a nested column
    NestedDesk nested;
    ChunkWriter writer;
    std::vector<std::pair<quint32, quint32>> exceptions; ///< row and column of what no type holds
};

class ParquetEncoder final : public RowEncoder
{
public:
    ParquetEncoder(const TableShape &shape, const EncoderOptions &options);
    Result<void> setNested(const NestedColumns &columns);

    Result<void> begin(ByteBuffer &out) const override
    {
        out.append(kMagic);
        return {};
    }
    Result<void> encode(const RowBatch &rows, bool isFirst, EncodedBlock &out) const override
    {
        return encodeBlock({&rows, 1}, isFirst, out);
    }
    Result<void> encodeBlock(std::span<const RowBatch> batches, bool isFirst,
                             EncodedBlock &out) const override;
    Result<void> end(const std::vector<BlockPlace> &blocks, ByteBuffer &out) const override;
    qint64 blockRows() const override { return m_options.groupRows; }

private:
    Result<void> collect(const RowBatch &rows, size_t before, size_t column, Desk &desk,
                         qint64 &inexact) const;
    Result<void> encodeNested(std::span<const RowBatch> batches, size_t column, Desk &desk,
                              wire::RowGroup &group, ByteBuffer &out) const;
    Result<void> writeExceptions(std::span<const RowBatch> batches, Desk &desk, wire::RowGroup &group,
                                 ByteBuffer &out) const;
    Result<void> addMissing(std::vector<wire::RowGroup> &groups, qint64 endOffset, ByteBuffer &out) const;
    void writeFooter(std::vector<wire::RowGroup> groups, bool hasExceptions, ByteBuffer &out) const;
    Error refusal(const Cell &cell, size_t column, qsizetype row) const;
    std::unique_ptr<Desk> takeDesk() const;

    TableShape m_shape;
    EncoderOptions m_options;
    std::vector<ValueType> m_types;
    std::vector<CellFit> m_fits;
    std::vector<std::optional<NestedColumn>> m_nested; ///< by column
    size_t m_leafCount = 0;
    mutable std::mutex m_mutex; ///< guards m_desks
    mutable std::vector<std::unique_ptr<Desk>> m_desks;
};

ParquetEncoder::ParquetEncoder(const TableShape &shape, const EncoderOptions &options)
    : m_shape(shape)
    , m_options(options)
{
    const bool isSqlite = shape.engine == QLatin1String("sqlite");
    for (const Column &column : shape.columns) {
        m_types.push_back(typeFor(column, isSqlite, options.typing, options.unit));
        m_fits.emplace_back(column, isSqlite, m_types.back());
    }
    m_nested.resize(m_types.size());
    m_leafCount = m_types.size();
}

Result<void> ParquetEncoder::setNested(const NestedColumns &columns)
{
    for (const auto &[index, type] : columns) {
        ASSIGN_OR_RETURN(m_nested[index], NestedColumn::make(m_shape.columns[index].name, type));
        m_leafCount += m_nested[index]->leaves().size() - 1;
    }
    return {};
}

std::unique_ptr<Desk> ParquetEncoder::takeDesk() const
{
    const std::lock_guard lock(m_mutex);
    if (m_desks.empty())
        return std::make_unique<Desk>(m_options.chunk);
    std::unique_ptr<Desk> desk = std::move(m_desks.back());
    m_desks.pop_back();
    return desk;
}

Error ParquetEncoder::refusal(const Cell &cell, size_t column, qsizetype row) const
{
    ByteBuffer text;
    appendException(text, 0, cell);
    std::string_view shown = text.view().substr(text.view().find('\\') + 2);
    shown = shown.substr(0, 60);
    Error error{
        ErrorKind::Value,
        QStringLiteral("the value \"%1\" of column %2 is no %3")
            .arg(QString::fromUtf8(shown.data(), static_cast<qsizetype>(shown.size())),
                 m_shape.columns[column].name,
                 m_nested[column] ? QStringLiteral("value of its nested type (64 MiB at most)")
                                  : m_types[column].name()),
        QStringLiteral("Write such columns as text with --option types=plain, or all with types=text."),
        {}};
    error.where.line = row + 1;
    return error;
}

/// `before`: rows of the group that stand before these.
Result<void> ParquetEncoder::collect(const RowBatch &rows, size_t before, size_t column, Desk &desk,
                                     qint64 &inexact) const
{
    const auto stride = static_cast<size_t>(rows.columnCount());
    const size_t end = before + static_cast<size_t>(rows.rowCount());
    const Cell *cell = rows.row(0).data() + column;
    const CellKind asItIs = m_fits[column].keptKind();
    for (size_t row = before; row < end; ++row, cell += stride) {
        if (cell->isNull()) {
            desk.values.addNull();
            continue;
        }
        if (cell->kind() == asItIs) {
            desk.values.addKept(*cell);
            continue;
        }
        const Fit fit =
            desk.values.addFitting(*cell, m_fits[column], m_types[column].physical, m_options.isTagged);
        if (fit == Fit::Exact)
            continue;
        if (m_options.isTagged) {
            desk.values.addNull();
            desk.exceptions.emplace_back(static_cast<quint32>(row), static_cast<quint32>(column));
        } else if (fit == Fit::Respelled) {
            ++inexact;
        } else {
            return refusal(*cell, column, static_cast<qsizetype>(row));
        }
    }
    return {};
}

Result<void> ParquetEncoder::encodeBlock(std::span<const RowBatch> batches, bool, EncodedBlock &out) const
{
    wire::RowGroup group;
    for (const RowBatch &rows : batches)
        group.rowCount += rows.rowCount();
    if (group.rowCount == 0)
        return {};
    std::unique_ptr<Desk> desk = takeDesk();
    desk->exceptions.clear();
    for (size_t column = 0; column < m_types.size(); ++column) {
        if (m_nested[column]) {
            RETURN_IF_ERROR(encodeNested(batches, column, *desk, group, out.bytes));
            continue;
        }
        desk->values.clear();
        for (const RowBatch &rows : batches) {
            const size_t before = desk->values.present.size();
            if (!rows.isEmpty())
                RETURN_IF_ERROR(collect(rows, before, column, *desk, out.inexactCells));
        }
        ASSIGN_OR_RETURN(
            wire::ColumnChunk chunk,
            desk->writer.write(desk->values, m_types[column], {m_shape.columns[column].name}, out.bytes));
        group.byteSize += chunk.meta.unpackedSize;
        group.chunks.push_back(std::move(chunk));
    }
    if (!desk->exceptions.empty())
        RETURN_IF_ERROR(writeExceptions(batches, *desk, group, out.bytes));
    ByteBuffer detail;
    appendRowGroup(detail, group);
    const auto size = static_cast<quint32>(detail.size());
    out.detail.append(reinterpret_cast<const char *>(&size), sizeof(size));
    out.detail.append(detail.view().data(), static_cast<qsizetype>(detail.size()));
    out.rows += group.rowCount;
    const std::lock_guard lock(m_mutex);
    m_desks.push_back(std::move(desk));
    return {};
}

Result<void> ParquetEncoder::encodeNested(std::span<const RowBatch> batches, size_t column, Desk &desk,
                                          wire::RowGroup &group, ByteBuffer &out) const
{
    const NestedColumn &nested = *m_nested[column];
    desk.leaves.resize(std::max(desk.leaves.size(), nested.leaves().size()));
    const std::span<ColumnValues> leaves = std::span(desk.leaves).first(nested.leaves().size());
    for (size_t i = 0; i < leaves.size(); ++i)
        leaves[i].beginNested(nested.leaves()[i].maxDefinition, nested.leaves()[i].maxRepetition);
    qsizetype row = 0; // of the group
    for (const RowBatch &rows : batches) {
        for (qsizetype i = 0; i < rows.rowCount(); ++i, ++row) {
            const Cell &cell = rows.row(i)[column];
            if (cell.isNull())
                nested.appendNull(leaves);
            else if (cell.kind() != CellKind::Text || cell.view().size() > kLargestNested
                     || !nested.append(cell.view(), leaves, desk.nested))
                return refusal(cell, column, row);
        }
    }
    for (size_t i = 0; i < leaves.size(); ++i) {
        ASSIGN_OR_RETURN(wire::ColumnChunk chunk,
                         desk.writer.write(leaves[i], nested.leaves()[i].type, nested.path(i), out));
        group.byteSize += chunk.meta.unpackedSize;
        group.chunks.push_back(std::move(chunk));
    }
    return {};
}

Result<void> ParquetEncoder::writeExceptions(std::span<const RowBatch> batches, Desk &desk,
                                             wire::RowGroup &group, ByteBuffer &out) const
{
    desk.values.clear();
    std::sort(desk.exceptions.begin(), desk.exceptions.end());
    ByteBuffer text;
    auto next = desk.exceptions.begin();
    quint32 row = 0; // of the group
    for (const RowBatch &rows : batches) {
        for (qsizetype i = 0; i < rows.rowCount(); ++i, ++row) {
            text.clear();
            for (; next != desk.exceptions.end() && next->first == row; ++next)
                appendException(text, next->second, rows.row(i)[next->second]);
            if (text.isEmpty())
                desk.values.addNull();
            else
                desk.values.add(desk.values.arena.store(text.view()));
        }
    }
    ValueType type;
    type.meaning = Meaning::Text;
    ASSIGN_OR_RETURN(wire::ColumnChunk chunk,
                     desk.writer.write(desk.values, type, {QLatin1String(kExceptionsColumn)}, out));
    group.byteSize += chunk.meta.unpackedSize;
    group.chunks.push_back(std::move(chunk));
    return {};
}

/// Row groups without exceptions get the column, too, where another has it; their pages stand at the end.
Result<void> ParquetEncoder::addMissing(std::vector<wire::RowGroup> &groups, qint64 endOffset,
                                        ByteBuffer &out) const
{
    const auto base = endOffset - static_cast<qint64>(out.size());
    ChunkWriter writer(m_options.chunk);
    ValueType type;
    type.meaning = Meaning::Text;
    for (wire::RowGroup &group : groups) {
        if (group.chunks.size() > m_leafCount)
            continue;
        ColumnValues values;
        values.present.assign(static_cast<size_t>(group.rowCount), 0);
        ASSIGN_OR_RETURN(wire::ColumnChunk chunk,
                         writer.write(values, type, {QLatin1String(kExceptionsColumn)}, out));
        chunk.meta.dataOffset += base;
        group.byteSize += chunk.meta.unpackedSize;
        group.chunks.push_back(std::move(chunk));
    }
    return {};
}

Result<void> ParquetEncoder::end(const std::vector<BlockPlace> &blocks, ByteBuffer &out) const
{
    std::vector<wire::RowGroup> groups;
    auto endOffset = static_cast<qint64>(kMagic.size());
    bool hasExceptions = false;
    for (const BlockPlace &block : blocks) {
        endOffset = std::max(endOffset, block.offset + block.size);
        std::string_view left(block.detail.constData(), static_cast<size_t>(block.detail.size()));
        while (left.size() > sizeof(quint32)) {
            quint32 size = 0;
            std::memcpy(&size, left.data(), sizeof(size));
            ASSIGN_OR_RETURN(wire::RowGroup group, parseRowGroup(left.substr(sizeof(size), size)));
            left.remove_prefix(sizeof(size) + size);
            for (wire::ColumnChunk &chunk : group.chunks) {
                chunk.meta.dataOffset += block.offset;
                if (chunk.meta.__isset.dictionaryOffset)
                    chunk.meta.dictionaryOffset += block.offset;
            }
            hasExceptions = hasExceptions || group.chunks.size() > m_leafCount;
            groups.push_back(std::move(group));
        }
    }
    if (hasExceptions)
        RETURN_IF_ERROR(addMissing(groups, endOffset, out));
    writeFooter(std::move(groups), hasExceptions, out);
    return {};
}

void ParquetEncoder::writeFooter(std::vector<wire::RowGroup> groups, bool hasExceptions,
                                 ByteBuffer &out) const
{
    wire::FileMeta meta;
    meta.version = 2;
    wire::SchemaElement root;
    root.name = "table";
    root.__set_childCount(static_cast<qint32>(m_types.size() + (hasExceptions ? 1 : 0)));
    meta.schema.push_back(root);
    const auto addColumn = [&](const QString &name, const ValueType &type) {
        wire::SchemaElement element;
        element.name = name.toStdString();
        element.__set_repetition(1); // any column of a result can be NULL
        describe(type, element);
        meta.schema.push_back(std::move(element));
    };
    for (size_t i = 0; i < m_types.size(); ++i) {
        if (m_nested[i])
            meta.schema.insert(meta.schema.end(), m_nested[i]->elements().begin(),
                               m_nested[i]->elements().end());
        else
            addColumn(m_shape.columns[i].name, m_types[i]);
    }
    ValueType text;
    text.meaning = Meaning::Text;
    if (hasExceptions)
        addColumn(QLatin1String(kExceptionsColumn), text);
    for (size_t i = 0; i < groups.size(); ++i) {
        meta.rowCount += groups[i].rowCount;
        if (i < 32768)
            groups[i].__set_ordinal(static_cast<qint16>(i));
    }
    meta.rowGroups = std::move(groups);
    wire::KeyValue own;
    own.key = kShapeKey;
    own.__set_value(shapeToJson(m_shape).toStdString());
    meta.__set_keyValues({own});
    meta.__set_createdBy("Galley version " GALLEY_VERSION " (build 0)");
    wire::ColumnOrder order;
    order.__set_byType({});
    meta.__set_columnOrders(std::vector<wire::ColumnOrder>(m_leafCount + (hasExceptions ? 1 : 0), order));
    const size_t before = out.size();
    appendFooter(out, meta);
    const auto size = static_cast<quint32>(out.size() - before);
    out.append({reinterpret_cast<const char *>(&size), sizeof(size)});
    out.append(kMagic);
}

} // namespace

Result<std::unique_ptr<RowEncoder>> makeParquetEncoder(const TableShape &shape, const OptionValues &values,
                                                       const NestedColumns &nested)
{
    ASSIGN_OR_RETURN(const EncoderOptions options, encoderOptionsFrom(values));
    QSet<QString> names;
    for (const Column &column : shape.columns) {
        if (names.contains(column.name) || column.name == QLatin1String(kExceptionsColumn))
            return Error{ErrorKind::Duplicate,
                         QStringLiteral("two columns are named \"%1\"").arg(column.name.left(60)),
                         QStringLiteral("Rename one of them."),
                         {}};
        names.insert(column.name);
    }
    auto encoder = std::make_unique<ParquetEncoder>(shape, options);
    RETURN_IF_ERROR(encoder->setNested(nested));
    return std::unique_ptr<RowEncoder>(std::move(encoder));
}

} // namespace galley::parquet
