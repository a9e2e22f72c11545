// SPDX-License-Identifier: MIT
#include "workers/base/numbers.h"
#include "workers/base/text.h"
#include "workers/changes/reportformats.h"

#include <array>

namespace galley {

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

class CsvReport final : public ReportFormat
{
public:
    void begin(const ChangeSet &, ByteBuffer &out) override
    {
        out.append("table,number,kind,key,column,before,after\n");
    }
    void beginTable(const ChangeSetTable &, ByteBuffer &) override { }
    void leftOut(qint64, ByteBuffer &) override { }
    void change(const ChangeSetTable &table, const RowChange &change, ByteBuffer &out) override;
    void endTable(const ChangeSetTable &, ByteBuffer &) override { }
    void end(ByteBuffer &) override { }

private:
    void field(std::string_view text, ByteBuffer &out) { appendDoubled(out, text, '"'); }
    void value(const Cell &cell, ByteBuffer &out);
};

/// NULL is an empty field, all else is quoted.
void CsvReport::value(const Cell &cell, ByteBuffer &out)
{
    out.append(',');
    switch (cell.kind()) {
    case CellKind::Null:
        return;
    case CellKind::Text:
        return field(cell.view(), out);
    case CellKind::Bytes:
        out.append("\\x");
        return appendHex(out, cell.view());
    default:
        return appendLiteral(out, cell);
    }
}

void CsvReport::change(const ChangeSetTable &table, const RowChange &change, ByteBuffer &out)
{
    constexpr std::array<std::string_view, 3> kKinds = {"insert", "update", "delete"};
    const TableShape &shape = table.change.shape;
    const std::span<const Cell> row = change.kind == ChangeKind::Insert ? change.after : change.before;
    ByteBuffer key;
    for (const int column : shape.key) {
        key.append(key.isEmpty() ? "" : ", ");
        key.append(view(shape.columns[static_cast<size_t>(column)].name.toUtf8()));
        key.append('=');
        appendLiteral(key, row[static_cast<size_t>(column)]);
    }
    for (size_t i = 0; i < row.size(); ++i) {
        if (change.kind == ChangeKind::Update && change.before[i] == change.after[i])
            continue;
        field(view(shape.name.toString().toUtf8()), out);
        out.append(',');
        appendNumber(out, change.number);
        out.append(',');
        out.append(kKinds[static_cast<size_t>(change.kind)]);
        out.append(',');
        field(key.view(), out);
        out.append(',');
        field(view(shape.columns[i].name.toUtf8()), out);
        value(change.before.empty() ? Cell::null() : change.before[i], out);
        value(change.after.empty() ? Cell::null() : change.after[i], out);
        out.append('\n');
    }
}

} // namespace

void appendNumber(ByteBuffer &out, qint64 value)
{
    char *begin = out.room(kNumberRoom);
    out.commit(static_cast<size_t>(writeInteger(begin, value) - begin));
}

void appendDoubled(ByteBuffer &out, std::string_view text, char quote)
{
    out.append(quote);
    for (const char c : text) {
        if (c == quote)
            out.append(quote);
        out.append(c);
    }
    out.append(quote);
}

void appendLiteral(ByteBuffer &out, const Cell &cell)
{
    switch (cell.kind()) {
    case CellKind::Null:
        out.append("NULL");
        break;
    case CellKind::Integer:
        appendNumber(out, cell.asInteger());
        break;
    case CellKind::Real: {
        if (std::isnan(cell.asReal()))
            return out.append("NULL");
        if (std::isinf(cell.asReal()))
            return out.append(cell.asReal() > 0 ? "9e999" : "-9e999");
        char *begin = out.room(kNumberRoom);
        out.commit(static_cast<size_t>(writeReal(begin, cell.asReal()) - begin));
        break;
    }
    case CellKind::Text: // a literal ends at NUL: such text goes by its bytes
        if (cell.view().find('\0') == std::string_view::npos)
            return appendDoubled(out, cell.view(), '\'');
        out.append("CAST(X'");
        appendHex(out, cell.view());
        out.append("' AS TEXT)");
        break;
    case CellKind::Bytes:
        out.append("X'");
        appendHex(out, cell.view());
        out.append('\'');
        break;
    }
}

std::unique_ptr<ReportFormat> makeCsvReport()
{
    return std::make_unique<CsvReport>();
}

} // namespace galley
