// SPDX-License-Identifier: MIT
#include "workers/formats/sql/sqlencoder.h"

#include "workers/base/numbers.h"
#include "workers/base/text.h"
#include "workers/formats/sql/sqllexer.h"

#include <cmath>

namespace galley {

namespace {

/// A statement ends at this size, so that no client has to hold more than it likes.
constexpr size_t kStatementBytes = 512 * 1024;

QByteArray quotedName(const QString &name)
{
    return '"' + QString(name).replace(QLatin1Char('"'), QStringLiteral("\"\"")).toUtf8() + '"';
}

void appendText(ByteBuffer &out, std::string_view text)
{
    out.append('\'');
    for (;;) {
        const size_t quote = text.find('\'');
        if (quote == std::string_view::npos)
            break;
        out.append(text.substr(0, quote + 1));
        out.append('\'');
        text.remove_prefix(quote + 1);
    }
    out.append(text);
    out.append('\'');
}

void appendBytes(ByteBuffer &out, std::string_view bytes)
{
    out.append("X'");
    appendHex(out, bytes);
    out.append('\'');
}

void appendReal(ByteBuffer &out, double value)
{
    if (std::isinf(value)) {
        out.append(value > 0 ? "9e999" : "-9e999");
        return;
    }
    char *begin = out.room(kNumberRoom);
    out.commit(static_cast<size_t>(writeReal(begin, value) - begin));
}

} // namespace

SqlEncoder::SqlEncoder(const TableShape &shape, const QString &tableName, qint64 rowsEach)
    : m_shape(shape)
    , m_rowsEach(rowsEach)
{
    m_insert = "INSERT INTO " + quotedName(tableName) + '(';
    for (const Column &column : shape.columns) {
        m_insert += quotedName(column.name) + ',';
        m_affinities.push_back(sqliteAffinity(column.nativeType));
    }
    m_insert.back() = ')';
    m_insert += " VALUES\n";
}

Result<void> SqlEncoder::begin(ByteBuffer &out) const
{
    out.append(kSqlHeader);
    return {};
}

Result<void> SqlEncoder::encode(const RowBatch &rows, bool, EncodedBlock &out) const
{
    ByteBuffer &bytes = out.bytes;
    qint64 inStatement = 0;
    size_t statementBegin = bytes.size();
    for (qsizetype i = 0; i < rows.rowCount(); ++i) {
        if (inStatement == m_rowsEach || bytes.size() - statementBegin >= kStatementBytes) {
            bytes.truncate(bytes.size() - 2);
            bytes.append(";\n");
            inStatement = 0;
        }
        if (inStatement == 0) {
            statementBegin = bytes.size();
            bytes.append({m_insert.constData(), static_cast<size_t>(m_insert.size())});
        }
        bytes.append('(');
        const std::span<const Cell> row = rows.row(i);
        for (size_t column = 0; column < row.size(); ++column) {
            if (column > 0)
                bytes.append(',');
            RETURN_IF_ERROR(appendCell(bytes, row[column], column, i));
        }
        bytes.append("),\n");
        ++inStatement;
    }
    if (inStatement > 0) {
        bytes.truncate(bytes.size() - 2);
        bytes.append(";\n");
    }
    out.rows += rows.rowCount();
    return {};
}

Result<void> SqlEncoder::appendCell(ByteBuffer &out, const Cell &cell, size_t column, qsizetype row) const
{
    // A literal of another kind than the column's own would be read as if it were a mistake: the CAST says
    // that it is meant. (Blobs say so by themselves.)
    const bool isException = m_shape.engine == QLatin1String("sqlite") && cell.kind() != CellKind::Bytes
        && !cell.isNull()
        && !isNatural(cell, m_affinities[column], !m_shape.columns[column].nativeType.isEmpty());
    if (isException)
        out.append("CAST(");
    switch (cell.kind()) {
    case CellKind::Null:
        out.append("NULL");
        break;
    case CellKind::Integer: {
        char *begin = out.room(kNumberRoom);
        out.commit(static_cast<size_t>(writeInteger(begin, cell.asInteger()) - begin));
        break;
    }
    case CellKind::Real:
        if (std::isnan(cell.asReal()))
            return Error{ErrorKind::Value,
                         QStringLiteral("NaN in column %1 of row %2 of the batch has no SQL literal")
                             .arg(m_shape.columns[column].name)
                             .arg(row + 1),
                         QStringLiteral("Export this table as CSV or JSON Lines."),
                         {}};
        appendReal(out, cell.asReal());
        break;
    case CellKind::Text:
        if (std::memchr(cell.view().data(), 0, cell.view().size()) != nullptr) {
            out.append(isException ? std::string_view() : std::string_view("CAST("));
            appendBytes(out, cell.view());
            out.append(isException ? std::string_view() : std::string_view(" AS TEXT)"));
        } else {
            appendText(out, cell.view());
        }
        break;
    case CellKind::Bytes:
        appendBytes(out, cell.view());
        break;
    }
    if (isException)
        out.append(cell.kind() == CellKind::Integer    ? " AS INTEGER)"
                       : cell.kind() == CellKind::Real ? " AS REAL)"
                                                       : " AS TEXT)");
    return {};
}

Result<void> SqlEncoder::end(const std::vector<BlockPlace> &, ByteBuffer &) const
{
    return {};
}

} // namespace galley
