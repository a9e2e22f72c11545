// SPDX-License-Identifier: MIT
#include "workers/bundles/kuzu/kuzucsv.h"

#include "workers/formats/format.h"

#include <array>
#include <charconv>
#include <cmath>

namespace galley {

namespace {

/// The engines write 128-bit integers as DOUBLE: what is left of one, with all its digits.
Cell wholeNumber(double value, Arena &arena)
{
    if (!std::isfinite(value))
        return Cell::real(value);
    std::array<char, 400> room{};
    const char *end =
        std::to_chars(room.data(), room.data() + room.size(), value, std::chars_format::fixed, 0).ptr;
    return Cell::text(arena.store({room.data(), static_cast<size_t>(end - room.data())}));
}

/// Columns by their place, texts of other types decoded.
class KuzuParquetReader final : public RowReader
{
public:
    KuzuParquetReader(std::unique_ptr<RowReader> rows, KuzuFile file, RejectSink *rejects, Place place)
        : m_rows(std::move(rows))
        , m_file(std::move(file))
        , m_rejects(rejects)
        , m_place(std::move(place))
    {
    }
    const TableShape &shape() const override { return m_file.shape; }
    qint64 bytesRead() const override { return m_rows->bytesRead(); }
    qint64 bytesTotal() const override { return m_rows->bytesTotal(); }

    Result<bool> read(RowBatch &batch) override
    {
        batch.clear(m_file.shape.columnCount());
        while (batch.isEmpty()) {
            auto read = std::make_shared<RowBatch>();
            ASSIGN_OR_RETURN(const bool hasRows, m_rows->read(*read));
            if (!hasRows)
                return false;
            for (qsizetype row = 0; row < read->rowCount(); ++row)
                RETURN_IF_ERROR(addRow(*read, row, batch));
            batch.keepAlive(read);
        }
        return true;
    }

private:
    Result<void> addRow(const RowBatch &from, qsizetype index, RowBatch &batch)
    {
        ++m_row;
        const std::span<const Cell> source = from.row(index);
        const std::span<Cell> row = batch.appendRow(m_row);
        for (size_t column = 0; column < row.size(); ++column) {
            const int field = m_file.fields[column];
            const KuzuValue &value = m_file.values[column];
            if (field < 0) {
                if (value.type().kind == KuzuType::Kind::Serial)
                    row[column] = Cell::integer(m_row - 1);
                continue;
            }
            row[column] = source[static_cast<size_t>(field)];
            if (row[column].kind() == CellKind::Real && value.type().kind == KuzuType::Kind::Integer)
                row[column] = wholeNumber(row[column].asReal(), batch.arena());
            const bool isText = m_rows->shape().columns[static_cast<size_t>(field)].type == LogicalType::Text;
            if (!isText || row[column].kind() != CellKind::Text || value.type().kind == KuzuType::Kind::Text)
                continue;
            if (value.decode(row[column].view(), batch.arena(), row[column]))
                continue;
            const QString text =
                QString::fromUtf8(row[column].view().data(),
                                  static_cast<qsizetype>(std::min<size_t>(row[column].view().size(), 200)));
            batch.removeLastRow();
            return refuse(static_cast<int>(column), text);
        }
        return {};
    }
    Result<void> refuse(int column, const QString &text)
    {
        const QString name = m_file.shape.columns[static_cast<size_t>(column)].name;
        const QString reason =
            QStringLiteral("\"%1\" in column %2 is not %3")
                .arg(text.left(60), name.left(60), m_file.values[static_cast<size_t>(column)].expectation());
        Place place = m_place;
        place.line = m_row;
        if (m_rejects == nullptr)
            return Error{ErrorKind::Value, reason, {}, place};
        m_rejects->reject({m_file.shape.name, place, name, text, ErrorKind::Value, reason, {}});
        return {};
    }

    std::unique_ptr<RowReader> m_rows;
    KuzuFile m_file;
    RejectSink *m_rejects;
    Place m_place;
    qint64 m_row = 0;
};

} // namespace

Result<std::unique_ptr<RowReader>> openKuzuParquet(std::unique_ptr<ByteSource> source, const KuzuFile &file,
                                                   RejectSink *rejects)
{
    const Place place = source->place();
    const Format *format = findFormat(QStringLiteral("parquet"));
    if (format == nullptr)
        return Error{ErrorKind::Unsupported, QStringLiteral("Parquet cannot be read here"),
                     QStringLiteral("Export the database as CSV."), place};
    FormatReadRequest request;
    request.table = file.shape.name;
    request.rejects = rejects;
    ASSIGN_OR_RETURN(auto rows, format->openReader(std::move(source), request));
    if (rows->shape().columnCount() != file.header.size())
        return Error{ErrorKind::Schema,
                     QStringLiteral("the file has %1 columns, and copy.cypher names %2")
                         .arg(rows->shape().columnCount())
                         .arg(file.header.size()),
                     {},
                     place};
    return std::unique_ptr<RowReader>(
        std::make_unique<KuzuParquetReader>(std::move(rows), file, rejects, place));
}

} // namespace galley
