// SPDX-License-Identifier: MIT
#include "workers/formats/csv/csvencoder.h"

#include "workers/base/affinity.h"
#include "workers/base/numbers.h"
#include "workers/base/scan.h"
#include "workers/base/text.h"
#include "workers/formats/textsource.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace galley {

namespace {

struct ColumnPlan
{
    ColumnAffinity affinity;
    bool isSqlite = false; ///< cells are of the kind they are, whatever the column says
    bool isBoolean = false;
    bool takesBytes = false;
};

ColumnPlan planOf(const Column &column, bool isSqlite)
{
    const ColumnAffinity affinity = columnAffinity(column.nativeType);
    return {affinity, isSqlite, !isSqlite && column.type == LogicalType::Boolean,
            isSqlite ? affinity.affinity == Affinity::Blob && affinity.isDeclared
                     : column.type == LogicalType::Bytes};
}

void appendInteger(ByteBuffer &out, qint64 value)
{
    char *start = out.room(kNumberRoom);
    out.commit(static_cast<size_t>(writeInteger(start, value) - start));
}

class CsvEncoder final : public RowEncoder
{
public:
    CsvEncoder(const TableShape &shape, const CsvDialect &dialect);

    Result<void> begin(ByteBuffer &out) const override;
    Result<void> encode(const RowBatch &rows, bool isFirst, EncodedBlock &out) const override;
    Result<void> end(const std::vector<BlockPlace> &, ByteBuffer &) const override { return {}; }

private:
    bool appendCell(ByteBuffer &out, const Cell &cell, const ColumnPlan &column) const;
    bool appendException(ByteBuffer &out, const Cell &cell) const;
    void appendReal(ByteBuffer &out, double value, char point) const;
    void appendMark(ByteBuffer &out, char mark) const;
    bool appendText(ByteBuffer &out, std::string_view text, std::string_view prefix = {}) const;
    bool appendQuoted(ByteBuffer &out, std::string_view text, std::string_view prefix) const;
    bool needsApostrophe(std::string_view text) const;
    Result<void> appendRows(const RowBatch &rows, ByteBuffer &out, qint64 &inexact) const;
    Error cannotWrite(const RowBatch &rows, qsizetype row, size_t column) const;

    std::vector<ColumnPlan> m_plans;
    QStringList m_names;
    CsvDialect m_dialect;
    CharacterSet m_special;
    CharacterSet m_marked; ///< what gets a mark before it inside quotes
    std::string_view m_lineEnd;
};

CsvEncoder::CsvEncoder(const TableShape &shape, const CsvDialect &dialect)
    : m_names(shape.columnNames())
    , m_dialect(dialect)
    , m_special(dialect.delimiter, dialect.quote == 0 ? '\n' : dialect.quote, '\r', '\n',
                dialect.escape == 0 ? '\n' : dialect.escape)
    , m_marked(dialect.quote, dialect.quote, dialect.quote, dialect.quote,
               dialect.escape == 0 ? dialect.quote : dialect.escape)
    , m_lineEnd(dialect.isCrLf ? "\r\n" : "\n")
{
    const bool isSqlite = shape.engine == QLatin1String("sqlite");
    for (const Column &column : shape.columns)
        m_plans.push_back(planOf(column, isSqlite));
}

Result<void> CsvEncoder::begin(ByteBuffer &out) const
{
    ByteBuffer head;
    bool isFirst = true;
    if (m_dialect.hasHeader) {
        for (const QString &name : m_names) {
            if (!isFirst)
                head.append(m_dialect.delimiter);
            isFirst = false;
            const QByteArray bytes = name.toUtf8();
            if (!appendText(head, {bytes.constData(), static_cast<size_t>(bytes.size())}))
                return Error{
                    ErrorKind::Value,
                    QStringLiteral("the column name \"%1\" cannot be written without quotes").arg(name),
                    QStringLiteral("Set a quote, or rename the column."),
                    {}};
        }
        head.append(m_lineEnd);
    }
    // Nothing else tells UTF-16 from other text.
    const bool withBom = m_dialect.hasBom || m_dialect.encoding != QLatin1String("utf-8");
    appendEncoded(out, head.view(), m_dialect.encoding, withBom);
    return {};
}

Result<void> CsvEncoder::encode(const RowBatch &rows, bool, EncodedBlock &out) const
{
    if (m_dialect.encoding == QLatin1String("utf-8")) {
        RETURN_IF_ERROR(appendRows(rows, out.bytes, out.inexactCells));
    } else {
        ByteBuffer utf8;
        RETURN_IF_ERROR(appendRows(rows, utf8, out.inexactCells));
        appendEncoded(out.bytes, utf8.view(), m_dialect.encoding, false);
    }
    out.rows += rows.rowCount();
    return {};
}

Result<void> CsvEncoder::appendRows(const RowBatch &rows, ByteBuffer &out, qint64 &inexact) const
{
    const size_t columnCount = m_plans.size();
    for (qsizetype r = 0; r < rows.rowCount(); ++r) {
        const std::span<const Cell> row = rows.row(r);
        for (size_t c = 0; c < columnCount; ++c) {
            if (c > 0)
                out.append(m_dialect.delimiter);
            const ColumnPlan &plan = m_plans[c];
            const bool isException = plan.isSqlite && !plan.affinity.isNaturalFor(row[c]);
            inexact += isException && !m_dialect.isTagged ? 1 : 0;
            const bool isWritten = isException && m_dialect.isTagged ? appendException(out, row[c])
                                                                     : appendCell(out, row[c], plan);
            if (!isWritten)
                return cannotWrite(rows, r, c);
        }
        out.append(m_lineEnd);
    }
    return {};
}

bool CsvEncoder::appendCell(ByteBuffer &out, const Cell &cell, const ColumnPlan &column) const
{
    switch (cell.kind()) {
    case CellKind::Null:
        out.append(m_dialect.nullToken);
        return true;
    case CellKind::Integer:
        if (column.isBoolean && (cell.asInteger() == 0 || cell.asInteger() == 1)) {
            out.append(cell.asInteger() == 1 ? std::string_view("true") : std::string_view("false"));
            return true;
        }
        appendInteger(out, cell.asInteger());
        return true;
    case CellKind::Real:
        appendReal(out, cell.asReal(), m_dialect.hasDecimalComma ? ',' : '.');
        return true;
    case CellKind::Text:
        if (m_dialect.isTagged && cell.view().starts_with('\\'))
            return appendText(out, cell.view(), "\\T");
        return appendText(out, cell.view());
    case CellKind::Bytes:
        appendMark(out, 'x');
        appendHex(out, cell.view());
        return true;
    }
    return true;
}

bool CsvEncoder::appendException(ByteBuffer &out, const Cell &cell) const
{
    switch (cell.kind()) {
    case CellKind::Integer:
        appendMark(out, 'I');
        break;
    case CellKind::Real:
        appendMark(out, 'R');
        appendReal(out, cell.asReal(), '.');
        return true;
    case CellKind::Text:
        return appendText(out, cell.view(), "\\T");
    case CellKind::Null:
    case CellKind::Bytes:
        break;
    }
    return appendCell(out, cell, {});
}

void CsvEncoder::appendMark(ByteBuffer &out, char mark) const
{
    if (m_dialect.escape == '\\')
        out.append('\\');
    out.append('\\');
    out.append(mark);
}

void CsvEncoder::appendReal(ByteBuffer &out, double value, char point) const
{
    char *start = out.room(kNumberRoom + 2);
    char *end = writeReal(start, value);
    if (point == ',') {
        std::replace(start, end, '.', ',');
        if (m_dialect.delimiter == ',') {
            std::memmove(start + 1, start, static_cast<size_t>(end - start));
            *start = m_dialect.quote;
            end[1] = m_dialect.quote;
            end += 2;
        }
    }
    out.commit(static_cast<size_t>(end - start));
}

bool CsvEncoder::needsApostrophe(std::string_view text) const
{
    return m_dialect.isSpreadsheetSafe && !text.empty()
        && std::string_view("=+-@\t\r'").find(text.front()) != std::string_view::npos;
}

bool CsvEncoder::appendText(ByteBuffer &out, std::string_view text, std::string_view prefix) const
{
    if (needsApostrophe(text))
        prefix = "'";
    // Copied first and looked at where it then stands: the buffer can be read beyond the text's end.
    const size_t size = prefix.size() + text.size();
    char *start = out.room(size + kScanPadding);
    if (!prefix.empty())
        std::memcpy(start, prefix.data(), prefix.size());
    std::memcpy(start + prefix.size(), text.data(), text.size());
    const std::string_view written(start, size);
    if (m_special.isIn(start, size) || size == 0 || written == m_dialect.nullToken || written == "\\.")
        return appendQuoted(out, text, prefix);
    out.commit(size);
    return true;
}

bool CsvEncoder::appendQuoted(ByteBuffer &out, std::string_view text, std::string_view prefix) const
{
    const char quote = m_dialect.quote;
    if (quote == 0) {
        if (text.empty() && prefix.empty() && !m_dialect.nullToken.empty())
            return true;
        return false;
    }
    constexpr size_t kStep = 16;
    char *p = out.room((prefix.size() + text.size()) * 2 + 2 + kStep);
    char *start = p;
    *p++ = quote;
    const auto put = [&](std::string_view part) {
        const char mark = m_dialect.escape == 0 ? quote : m_dialect.escape;
        while (part.size() >= kStep) {
            const unsigned marked = m_marked.maskAt16(part.data());
            const auto plain = marked == 0 ? kStep : static_cast<size_t>(std::countr_zero(marked));
            std::memcpy(p, part.data(), kStep);
            p += plain;
            part.remove_prefix(plain);
            if (marked == 0)
                continue;
            *p++ = mark;
            *p++ = part.front();
            part.remove_prefix(1);
        }
        for (const char c : part) {
            if (m_marked.has(c))
                *p++ = mark;
            *p++ = c;
        }
    };
    put(prefix);
    put(text);
    *p++ = quote;
    out.commit(static_cast<size_t>(p - start));
    return true;
}

Error CsvEncoder::cannotWrite(const RowBatch &rows, qsizetype row, size_t column) const
{
    const std::string_view text = rows.row(row)[column].view().substr(0, 60);
    return {ErrorKind::Value,
            QStringLiteral("the value \"%1\" of column %2 cannot be written without quotes")
                .arg(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())),
                     m_names.value(static_cast<qsizetype>(column))),
            QStringLiteral("Set a quote (option quote), or a null token for empty text."),
            {}};
}

} // namespace

Result<std::unique_ptr<RowEncoder>> makeCsvEncoder(const TableShape &shape, const CsvDialect &dialect)
{
    if (!canEncode(dialect.encoding))
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("files are not written in %1").arg(dialect.encoding),
                     QStringLiteral("Choose utf-8 or utf-16le."),
                     {}};
    if (dialect.hasDecimalComma && dialect.delimiter == ',' && dialect.quote == 0)
        return Error{ErrorKind::Usage,
                     QStringLiteral("decimal commas need another delimiter, or a quote"),
                     QStringLiteral("Set delimiter=;."),
                     {}};
    return std::unique_ptr<RowEncoder>(std::make_unique<CsvEncoder>(shape, dialect));
}

} // namespace galley
