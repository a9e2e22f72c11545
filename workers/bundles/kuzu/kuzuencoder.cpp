// SPDX-License-Identifier: MIT
#include "workers/bundles/kuzu/kuzuencoder.h"

#include "workers/bundles/kuzu/kuzuentry.h"
#include "workers/bundles/kuzu/kuzuplan.h"
#include "workers/bundles/kuzu/kuzutext.h"
#include "workers/formats/json/jsontext.h"
#include "workers/formats/parquet/parquetencoder.h"

namespace galley {

namespace {

using Kind = KuzuType::Kind;

/// What CSV and Parquet have in common: the file's columns out of the cells of a row.
class KuzuColumns
{
public:
    Result<void> set(const BundleTable &table)
    {
        m_entry = KuzuEntry::of(table.options);
        m_names = table.table.shape.columnNames();
        for (const KuzuEntry::Column &column : m_entry.columns) {
            ASSIGN_OR_RETURN(KuzuType type, kuzuTypeFromText(column.type));
            m_texts.emplace_back(std::move(type));
        }
        return {};
    }
    const KuzuEntry &entry() const { return m_entry; }
    size_t size() const { return m_texts.size(); }
    const KuzuType &type(size_t column) const { return m_texts[column].type(); }

    /// The cell of a column that is one cell of the row.
    const Cell &cell(size_t column, std::span<const Cell> row) const
    {
        return row[static_cast<size_t>(m_entry.columns[column].cells.front())];
    }
    bool isComposed(size_t column) const { return m_entry.columns[column].cells.size() > 1; }

    /// False for NULL.
    Result<bool> appendText(size_t column, std::span<const Cell> row, qsizetype number, ByteBuffer &out) const
    {
        if (isComposed(column)) {
            RETURN_IF_ERROR(appendComposed(column, row, number, out));
            return true;
        }
        const Cell &one = cell(column, row);
        if (one.isNull()) {
            if (!m_entry.columns[column].isNullable)
                return refuse(column, one, number, QStringLiteral("stands in a key"));
            return false;
        }
        const QString why = m_texts[column].append(one, out);
        if (!why.isEmpty())
            return refuse(column, one, number, why);
        return true;
    }
    Error refuse(size_t column, const Cell &cell, qsizetype number, const QString &why) const
    {
        ByteBuffer shown;
        appendPlain(cell, shown);
        const std::string_view text = shown.view().substr(0, 240);
        const QString value = cell.isNull()
            ? QStringLiteral("NULL")
            : QLatin1Char('"') + QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).left(60)
                + QLatin1Char('"');
        const QString name = m_names.value(m_entry.columns[column].cells.front());
        Error error{ErrorKind::Value,
                    QStringLiteral("%1 in column \"%2\" %3").arg(value, name, why),
                    QStringLiteral("--option astext=%1 writes the column as text.").arg(name),
                    {}};
        error.where.line = number + 1;
        return error;
    }

private:
    /// The parts of a composite key as a JSON array.
    Result<void> appendComposed(size_t column, std::span<const Cell> row, qsizetype number,
                                ByteBuffer &out) const
    {
        bool isFirst = true;
        out.append('[');
        for (const int index : m_entry.columns[column].cells) {
            const Cell &part = row[static_cast<size_t>(index)];
            if (part.isNull())
                return refuse(column, part, number, QStringLiteral("stands in a key"));
            if (!isFirst)
                out.append(',');
            isFirst = false;
            if (part.kind() == CellKind::Integer || part.kind() == CellKind::Real) {
                appendPlain(part, out);
                continue;
            }
            ByteBuffer text;
            appendPlain(part, text);
            appendJsonString(out, text.view());
        }
        out.append(']');
        return {};
    }

    KuzuEntry m_entry;
    QStringList m_names; ///< of the cells
    std::vector<KuzuText> m_texts;
};

enum class EmptyText : quint8
{
    Refused,
    Null
};

class KuzuCsvEncoder final : public RowEncoder
{
public:
    Result<void> set(const BundleTable &table, const OptionValues &options)
    {
        m_hasHeader = options.flag(kuzuoption::kHeader, true);
        if (options.text(kuzuoption::kEmptyText) == QLatin1String("null"))
            m_emptyText = EmptyText::Null;
        return m_columns.set(table);
    }

    Result<void> begin(ByteBuffer &out) const override
    {
        if (!m_hasHeader)
            return {};
        const KuzuEntry &entry = m_columns.entry();
        for (size_t i = 0; i < m_columns.size(); ++i) {
            if (i > 0)
                out.append(',');
            const char *prefix = !entry.isRelation() || i == 0 ? "a." : i == 1 ? "b." : "r.";
            const QByteArray name = prefix + entry.columns[i].name.toUtf8();
            appendValue({name.constData(), static_cast<size_t>(name.size())}, out);
        }
        out.append('\n');
        return {};
    }
    Result<void> encode(const RowBatch &rows, bool, EncodedBlock &out) const override
    {
        ByteBuffer text;
        for (qsizetype r = 0; r < rows.rowCount(); ++r) {
            for (size_t column = 0; column < m_columns.size(); ++column) {
                if (column > 0)
                    out.bytes.append(',');
                text.clear();
                ASSIGN_OR_RETURN(const bool isThere, m_columns.appendText(column, rows.row(r), r, text));
                if (!isThere && m_columns.size() == 1)
                    return emptyLine(rows, r);
                if (!isThere)
                    continue;
                if (text.isEmpty() && m_emptyText == EmptyText::Refused)
                    return emptyText(column, rows, r);
                if (text.isEmpty())
                    continue;
                appendValue(text.view(), out.bytes);
            }
            out.bytes.append('\n');
        }
        out.rows += rows.rowCount();
        return {};
    }
    Result<void> end(const std::vector<BlockPlace> &, ByteBuffer &) const override { return {}; }

private:
    Error emptyText(size_t column, const RowBatch &rows, qsizetype row) const
    {
        Error error = m_columns.refuse(column, m_columns.cell(column, rows.row(row)), row,
                                       QStringLiteral("is empty, which Kùzu's CSV reads as NULL"));
        error.hint =
            QStringLiteral("Export with --format parquet, or let it be NULL with --option emptytext=null.");
        return error;
    }
    Error emptyLine(const RowBatch &rows, qsizetype row) const
    {
        Error error = m_columns.refuse(0, m_columns.cell(0, rows.row(row)), row,
                                       QStringLiteral("makes an empty line, which Kùzu does not read"));
        error.hint = QStringLiteral("Export with --format parquet.");
        return error;
    }
    static void appendValue(std::string_view text, ByteBuffer &out)
    {
        if (text.find_first_of(",\"\n\r") == std::string_view::npos) {
            out.append(text);
            return;
        }
        char *start = out.room(text.size() * 2 + 2);
        char *p = start;
        *p++ = '"';
        for (const char c : text) {
            if (c == '"')
                *p++ = '"';
            *p++ = c;
        }
        *p++ = '"';
        out.commit(static_cast<size_t>(p - start));
    }

    KuzuColumns m_columns;
    bool m_hasHeader = true;
    EmptyText m_emptyText = EmptyText::Refused;
};

using NodeKind = parquet::Node::Kind;

/// Nothing where a value in it is of a type that the engines do not take out of Parquet as it is.
std::optional<parquet::NestedType> nestedTypeOf(const KuzuType &type)
{
    parquet::NestedType nested;
    switch (type.kind) {
    case Kind::List:
    case Kind::Array:
        nested.kind = NodeKind::List;
        break;
    case Kind::Struct:
        nested.kind = NodeKind::Struct;
        nested.names = type.names;
        break;
    case Kind::Map:
        nested.kind = NodeKind::Map;
        nested.names = {QStringLiteral("KEY"),
                        QStringLiteral("VALUE")}; // else Kùzu does not cast what is in it
        if (type.children.front().isNested())
            return {};
        break;
    case Kind::Integer:
        if (type.bits == 128)
            return {};
        break;
    case Kind::Timestamp:
        if (type.digits > 6)
            return {};
        break;
    case Kind::Bool:
    case Kind::Real:
    case Kind::Text:
    case Kind::Blob:
    case Kind::Uuid:
    case Kind::Date:
    case Kind::TimestampTz:
        break;
    default:
        return {};
    }
    for (const KuzuType &child : type.children) {
        std::optional<parquet::NestedType> inner = nestedTypeOf(child);
        if (!inner)
            return {};
        nested.children.push_back(*std::move(inner));
    }
    if (nested.kind != NodeKind::Value)
        return nested;
    nested.value = columnOf({}, type, true);
    // Without the older name of the type, which says UTC, the engines see a number; they cast texts.
    if (type.kind == Kind::Timestamp)
        nested.value.type = LogicalType::Text;
    return nested;
}

/// Numbers, texts and bytes in Parquet's own types, and so lists, maps and structures of them; all else as
/// text, which Kùzu casts.
class KuzuParquetEncoder final : public RowEncoder
{
public:
    Result<void> set(const BundleTable &table)
    {
        RETURN_IF_ERROR(m_columns.set(table));
        TableShape shape;
        parquet::NestedColumns nested;
        shape.name.name = table.table.shape.name.name;
        const KuzuEntry &entry = m_columns.entry();
        for (size_t i = 0; i < m_columns.size(); ++i) {
            Column column;
            const QString prefix = !entry.isRelation() || i == 0 ? QStringLiteral("a.")
                : i == 1                                         ? QStringLiteral("b.")
                                                                 : QStringLiteral("r.");
            column.name = prefix + entry.columns[i].name;
            column.type = m_columns.isComposed(i) ? LogicalType::Text : plainType(m_columns.type(i));
            if (auto type = nestedTypeOf(m_columns.type(i)); type && type->kind != NodeKind::Value) {
                column.type = LogicalType::Json;
                nested.emplace_back(i, *std::move(type));
            }
            shape.columns.push_back(std::move(column));
        }
        m_shape = shape;
        ASSIGN_OR_RETURN(m_parquet, parquet::makeParquetEncoder(shape, {}, nested));
        return {};
    }

    Result<void> begin(ByteBuffer &out) const override { return m_parquet->begin(out); }
    Result<void> encode(const RowBatch &rows, bool isFirst, EncodedBlock &out) const override
    {
        return encodeBlock({&rows, 1}, isFirst, out);
    }
    Result<void> encodeBlock(std::span<const RowBatch> batches, bool isFirst,
                             EncodedBlock &out) const override
    {
        std::vector<RowBatch> made;
        qint64 before = 0;
        for (const RowBatch &rows : batches) {
            RETURN_IF_ERROR(make(rows, before, made.emplace_back()));
            before += rows.rowCount();
        }
        Result<void> encoded = m_parquet->encodeBlock(made, isFirst, out);
        if (encoded)
            return {};
        Error error = std::move(encoded).error();
        error.hint = QStringLiteral("--option astext=COLUMN writes a column as text.");
        return error;
    }
    Result<void> end(const std::vector<BlockPlace> &blocks, ByteBuffer &out) const override
    {
        return m_parquet->end(blocks, out);
    }
    qint64 blockRows() const override { return m_parquet->blockRows(); }

private:
    /// `before`: rows of the block that stand before these.
    Result<void> make(const RowBatch &rows, qint64 before, RowBatch &made) const
    {
        made.clear(m_shape.columnCount());
        ByteBuffer text;
        for (qsizetype r = 0; r < rows.rowCount(); ++r) {
            const std::span<Cell> row = made.appendRow();
            for (size_t column = 0; column < row.size(); ++column) {
                if (m_shape.columns[column].type == LogicalType::Json) {
                    row[column] = m_columns.cell(column, rows.row(r));
                    continue;
                }
                text.clear();
                ASSIGN_OR_RETURN(const bool isThere,
                                 m_columns.appendText(column, rows.row(r), before + r, text));
                if (!isThere)
                    continue;
                row[column] = m_shape.columns[column].type == LogicalType::Text
                    ? Cell::text(made.arena().store(text.view()))
                    : number(m_columns.cell(column, rows.row(r)), m_shape.columns[column].type);
            }
        }
        return {};
    }
    static LogicalType plainType(const KuzuType &type)
    {
        switch (type.kind) {
        case Kind::Bool:
            return LogicalType::Boolean;
        case Kind::Serial:
            return LogicalType::Integer;
        case Kind::Integer:
            return type.bits < 128 && (type.isSigned || type.bits < 64) ? LogicalType::Integer
                                                                        : LogicalType::Text;
        case Kind::Real:
            return type.bits == 64 ? LogicalType::Real : LogicalType::Text;
        case Kind::Blob:
            return LogicalType::Bytes;
        default:
            return LogicalType::Text;
        }
    }
    /// REQUIRES: appendText() took the cell.
    static Cell number(const Cell &cell, LogicalType type)
    {
        if (type == LogicalType::Real && cell.kind() == CellKind::Integer)
            return Cell::real(static_cast<double>(cell.asInteger()));
        return cell;
    }

    KuzuColumns m_columns;
    TableShape m_shape;
    std::unique_ptr<RowEncoder> m_parquet;
};

} // namespace

Result<std::unique_ptr<RowEncoder>> makeKuzuEncoder(const BundleTable &table, const OptionValues &options)
{
    if (table.formatId == QLatin1String("parquet")) {
        auto encoder = std::make_unique<KuzuParquetEncoder>();
        RETURN_IF_ERROR(encoder->set(table));
        return std::unique_ptr<RowEncoder>(std::move(encoder));
    }
    auto encoder = std::make_unique<KuzuCsvEncoder>();
    RETURN_IF_ERROR(encoder->set(table, options));
    return std::unique_ptr<RowEncoder>(std::move(encoder));
}

} // namespace galley
