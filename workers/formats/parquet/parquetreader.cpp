// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/parquetreader.h"

#include "workers/formats/parquet/nestedreader.h"
#include "workers/formats/parquet/parquetfile.h"

#include <algorithm>

namespace galley::parquet {

namespace {

/// A group's rows are given out in batches of about this size.
constexpr qint64 kBatchBytes = static_cast<qint64>(RowBatch::kFullBytes);

/// Whether cells of a column stored like this can be those of that column of a database.
bool canHold(const Node &node, const ValueType &type, const Column &column)
{
    if (node.kind != Node::Kind::Value)
        return column.type == LogicalType::Json;
    const LogicalType stored = type.logicalType();
    return stored == column.type || stored == LogicalType::Text
        || (stored == LogicalType::Integer && column.type == LogicalType::Unsigned);
}

class ParquetReader final : public RowReader
{
public:
    explicit ParquetReader(std::unique_ptr<ByteSource> source)
        : m_file(std::move(source))
    {
    }
    Result<void> open(const FormatReadRequest &request);

    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override;
    qint64 bytesRead() const override
    {
        const qint64 rows = m_file.meta().rowCount;
        return rows == 0
            ? 0
            : static_cast<qint64>(static_cast<double>(m_file.input().size())
                                  * (static_cast<double>(m_rowsDone) / static_cast<double>(rows)));
    }
    qint64 bytesTotal() const override { return m_file.input().size(); }

private:
    Result<void> makeShape(const FormatReadRequest &request);
    Result<void> takeNative(const TableShape &native, bool isAsked);
    /// False at the end of the file.
    Result<bool> nextGroup();
    Result<void> endGroup();
    Result<void> fill(RowBatch &batch, qsizetype rows);
    Result<void> fillColumn(size_t column, RowBatch &batch, qsizetype rows);
    Result<void> applyExceptionsTo(RowBatch &batch);
    Error inColumn(Error error, const Node &node) const;

    ParquetFile m_file;
    TableShape m_shape;
    std::vector<const Node *> m_nodes; ///< by column of the shape
    const Node *m_exceptions = nullptr;
    std::vector<CellMaker> m_makers; ///< by leaf
    size_t m_nextGroup = 0;
    qint64 m_rowsLeft = 0; ///< of the group
    qint64 m_rowsDone = 0;
    qint64 m_groupStart = 0; ///< rows before the group
    qsizetype m_batchRows = 1;
    std::vector<std::unique_ptr<LeafReader>> m_leaves;
    std::vector<std::unique_ptr<NestedReader>> m_nested; ///< by column; nullptr for single values
    RowBatch m_exceptionRows;
};

Result<void> ParquetReader::open(const FormatReadRequest &request)
{
    RETURN_IF_ERROR(m_file.open());
    Result<void> made = makeShape(request);
    if (!made)
        return m_file.placed(std::move(made).error());
    return {};
}

Result<void> ParquetReader::makeShape(const FormatReadRequest &request)
{
    const SchemaTree &schema = m_file.schema();
    m_shape.name = request.table;
    m_shape.origin = CellOrigin::Native;
    for (const Leaf &leaf : schema.leaves)
        m_makers.emplace_back(leaf.type);
    const bool isOurs = m_file.origin().has_value();
    for (const Node &node : schema.columns) {
        if (isOurs && node.name == QLatin1String(kExceptionsColumn) && node.kind == Node::Kind::Value) {
            m_exceptions = &node;
            continue;
        }
        m_nodes.push_back(&node);
        m_shape.columns.push_back(columnOf(node, schema));
    }
    if (m_nodes.empty())
        return Error{ErrorKind::Schema, QStringLiteral("the file has no columns"), {}, {}};
    const bool isAsked = request.expected != nullptr && request.expected->origin == CellOrigin::Native;
    if (isAsked)
        return takeNative(*request.expected, true);
    return isOurs ? takeNative(*m_file.origin(), false) : Result<void>();
}

/// `isAsked`: a bundle says so; else only the file itself, which is then not taken at its word where its
/// columns are others.
Result<void> ParquetReader::takeNative(const TableShape &native, bool isAsked)
{
    const bool isSqlite = native.engine == QLatin1String("sqlite");
    std::vector<Column> columns;
    for (size_t i = 0; i < m_nodes.size(); ++i) {
        const Node &node = *m_nodes[i];
        const int index = native.indexOf(node.name);
        const Column *column = index < 0 ? nullptr : &native.columns[static_cast<size_t>(index)];
        const ValueType &type = m_file.schema().leaves[node.leaf].type;
        if (column == nullptr || !canHold(node, type, *column)) {
            if (!isAsked)
                return {};
            return Error{
                ErrorKind::Schema,
                column == nullptr
                    ? QStringLiteral("the column \"%1\" is not one of the table").arg(node.name.left(60))
                    : QStringLiteral("the column \"%1\" is %2 in the file and %3 in the table")
                          .arg(node.name.left(60), m_shape.columns[i].nativeType,
                               logicalTypeName(column->type)),
                {},
                {}};
        }
        columns.push_back(*column);
        columns.back().name = node.name;
    }
    for (size_t i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes[i]->kind == Node::Kind::Value)
            m_makers[m_nodes[i]->leaf].setNative(columns[i], isSqlite);
    }
    m_shape.columns = std::move(columns);
    m_shape.engine = native.engine;
    if (m_shape.name.name.isEmpty())
        m_shape.name = native.name;
    for (const int key : native.key) {
        const int index = m_shape.indexOf(native.columns[static_cast<size_t>(key)].name);
        if (index >= 0)
            m_shape.key.push_back(index);
    }
    return {};
}

Error ParquetReader::inColumn(Error error, const Node &node) const
{
    error.message = QStringLiteral("column %1: %2").arg(node.name.left(60), error.message);
    if (error.where.line > 0)
        error.where.line += m_groupStart;
    return m_file.placed(std::move(error));
}

Result<bool> ParquetReader::nextGroup()
{
    const auto &groups = m_file.meta().rowGroups;
    while (m_rowsLeft == 0) {
        RETURN_IF_ERROR(endGroup());
        if (m_nextGroup == groups.size())
            return false;
        const wire::RowGroup &group = groups[m_nextGroup++];
        m_rowsLeft = group.rowCount;
        m_groupStart = m_rowsDone;
        const SchemaTree &schema = m_file.schema();
        m_leaves.clear();
        m_nested.clear();
        for (size_t i = 0; i < schema.leaves.size(); ++i)
            m_leaves.push_back(std::make_unique<LeafReader>(schema.leaves[i], m_makers[i], m_file.input(),
                                                            group.chunks[i].meta));
        for (const Node *node : m_nodes)
            m_nested.push_back(node->kind == Node::Kind::Value
                                   ? nullptr
                                   : std::make_unique<NestedReader>(*node, schema, m_leaves));
        const qint64 bytesEach = std::max<qint64>(group.byteSize / std::max<qint64>(group.rowCount, 1), 1);
        m_batchRows = std::clamp<qsizetype>(kBatchBytes / bytesEach, 1, RowBatch::kFullRows);
    }
    return true;
}

/// All rows were given out: then the pages must be at their end, too.
Result<void> ParquetReader::endGroup()
{
    for (size_t i = 0; i < m_leaves.size(); ++i) {
        Result<void> checked = m_leaves[i]->checkEnd();
        if (checked)
            continue;
        Error error = std::move(checked).error();
        error.message =
            QStringLiteral("column %1: %2").arg(m_file.schema().leaves[i].path.left(100), error.message);
        return m_file.placed(std::move(error));
    }
    m_leaves.clear();
    return {};
}

Result<bool> ParquetReader::read(RowBatch &batch)
{
    batch.clear(m_shape.columnCount());
    ASSIGN_OR_RETURN(const bool hasRows, nextGroup());
    if (!hasRows) {
        RETURN_IF_ERROR(m_file.input().drain());
        return false;
    }
    const auto rows = static_cast<qsizetype>(std::min<qint64>(m_rowsLeft, m_batchRows));
    RETURN_IF_ERROR(fill(batch, rows));
    m_rowsLeft -= rows;
    m_rowsDone += rows;
    return true;
}

Result<void> ParquetReader::fill(RowBatch &batch, qsizetype rows)
{
    for (qsizetype i = 0; i < rows; ++i)
        batch.appendRow(m_rowsDone + i + 1);
    for (size_t column = 0; column < m_nodes.size(); ++column) {
        Result<void> filled = fillColumn(column, batch, rows);
        if (!filled)
            return inColumn(std::move(filled).error(), *m_nodes[column]);
    }
    if (m_exceptions == nullptr)
        return {};
    Result<void> applied = applyExceptionsTo(batch);
    if (!applied)
        return inColumn(std::move(applied).error(), *m_exceptions);
    return {};
}

Result<void> ParquetReader::fillColumn(size_t column, RowBatch &batch, qsizetype rows)
{
    const auto stride = m_nodes.size();
    Cell *first = &batch.row(0)[column];
    if (m_nested[column] == nullptr)
        return m_leaves[m_nodes[column]->leaf]->fill(first, stride, static_cast<size_t>(rows), batch);
    for (qsizetype i = 0; i < rows; ++i) {
        Result<Cell> cell = m_nested[column]->next(batch.arena());
        if (!cell) {
            Error error = std::move(cell).error();
            error.where.line = m_rowsDone - m_groupStart + i + 1;
            return error;
        }
        batch.row(i)[column] = *cell;
    }
    return {};
}

Result<void> ParquetReader::applyExceptionsTo(RowBatch &batch)
{
    const auto rows = static_cast<size_t>(batch.rowCount());
    m_exceptionRows.clear(1);
    for (size_t i = 0; i < rows; ++i)
        m_exceptionRows.appendRow();
    RETURN_IF_ERROR(
        m_leaves[m_exceptions->leaf]->fill(m_exceptionRows.row(0).data(), 1, rows, m_exceptionRows));
    for (qsizetype i = 0; i < batch.rowCount(); ++i) {
        const Cell &cell = m_exceptionRows.row(i)[0];
        if (cell.isNull())
            continue;
        if (cell.kind() != CellKind::Text)
            return malformed(QStringLiteral("its values are not text"));
        // The cells point into what is stored here, and that is used again.
        const std::string_view text = batch.arena().store(cell.view());
        RETURN_IF_ERROR(applyExceptions(text, m_shape, batch.row(i), batch.arena()));
    }
    return {};
}

void addFact(Detection &detection, const char *id, const QString &label, const QString &value)
{
    DetectedFact fact;
    fact.id = QString::fromLatin1(id);
    fact.label = label;
    fact.value = value;
    detection.facts.push_back(std::move(fact));
}

QString codecsOf(const wire::FileMeta &meta)
{
    QStringList names;
    for (const wire::RowGroup &group : meta.rowGroups) {
        for (const wire::ColumnChunk &chunk : group.chunks) {
            const QString name = codecName(chunk.meta.codec);
            if (!names.contains(name))
                names.append(name);
        }
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

Result<std::unique_ptr<RowReader>> openParquetReader(std::unique_ptr<ByteSource> source,
                                                     const FormatReadRequest &request)
{
    auto reader = std::make_unique<ParquetReader>(std::move(source));
    RETURN_IF_ERROR(reader->open(request));
    return std::unique_ptr<RowReader>(std::move(reader));
}

Result<Detection> surveyParquet(std::unique_ptr<ByteSource> source, const OptionValues &options)
{
    ParquetFile file(std::move(source));
    RETURN_IF_ERROR(file.open());
    const wire::FileMeta &meta = file.meta();
    Detection detection;
    detection.options = options;
    addFact(detection, "rows", QStringLiteral("Rows"), QString::number(meta.rowCount));
    addFact(detection, "rowgroups", QStringLiteral("Row groups"), QString::number(meta.rowGroups.size()));
    addFact(detection, "columns", QStringLiteral("Columns"), QString::number(file.schema().columns.size()));
    if (const QString codecs = codecsOf(meta); !codecs.isEmpty())
        addFact(detection, "compression", QStringLiteral("Compression"), codecs);
    if (meta.__isset.createdBy)
        addFact(detection, "createdby", QStringLiteral("Created by"),
                QString::fromUtf8(meta.createdBy.data(), static_cast<qsizetype>(meta.createdBy.size()))
                    .left(200));
    return detection;
}

} // namespace galley::parquet
