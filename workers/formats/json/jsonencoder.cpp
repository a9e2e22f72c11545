// SPDX-License-Identifier: MIT
#include "workers/formats/json/jsonencoder.h"

#include "workers/base/affinity.h"
#include "workers/base/numbers.h"
#include "workers/base/text.h"
#include "workers/formats/json/jsontext.h"

#include <cmath>
#include <string>

namespace galley {

namespace {

struct ColumnPlan
{
    std::string key; ///< `,"name":`, in the first column with `{`
    ColumnAffinity affinity;
    bool isSqlite = false;
    bool isBoolean = false;
    bool takesBytes = false;

    bool isNaturalFor(const Cell &cell) const
    {
        if (isSqlite)
            return affinity.isNaturalFor(cell);
        return (cell.kind() != CellKind::Bytes || takesBytes)
            && (cell.kind() != CellKind::Real || std::isfinite(cell.asReal()));
    }
};

void appendInteger(ByteBuffer &out, qint64 value)
{
    char *start = out.room(kNumberRoom);
    out.commit(static_cast<size_t>(writeInteger(start, value) - start));
}

void appendReal(ByteBuffer &out, double value)
{
    char *start = out.room(kNumberRoom);
    out.commit(static_cast<size_t>(writeReal(start, value) - start));
}

void appendException(ByteBuffer &out, const Cell &cell)
{
    switch (cell.kind()) {
    case CellKind::Null:
        return;
    case CellKind::Integer:
        out.append("{\"$integer\":\"");
        appendInteger(out, cell.asInteger());
        break;
    case CellKind::Real:
        out.append("{\"$real\":\"");
        appendReal(out, cell.asReal());
        break;
    case CellKind::Text:
        out.append("{\"$text\":");
        appendJsonString(out, cell.view());
        out.append('}');
        return;
    case CellKind::Bytes:
        out.append("{\"$bytes\":\"");
        appendHex(out, cell.view());
        break;
    }
    out.append("\"}");
}

void appendCell(ByteBuffer &out, const Cell &cell, const ColumnPlan &column)
{
    if (!column.isNaturalFor(cell))
        return appendException(out, cell);
    switch (cell.kind()) {
    case CellKind::Null:
        return out.append("null");
    case CellKind::Integer:
        if (column.isBoolean && (cell.asInteger() == 0 || cell.asInteger() == 1))
            return out.append(cell.asInteger() == 1 ? std::string_view("true") : std::string_view("false"));
        return appendInteger(out, cell.asInteger());
    case CellKind::Real:
        return appendReal(out, cell.asReal());
    case CellKind::Text:
        return appendJsonString(out, cell.view());
    case CellKind::Bytes:
        out.append("\"\\\\x");
        appendHex(out, cell.view());
        return out.append('"');
    }
}

class JsonEncoder final : public RowEncoder
{
public:
    JsonEncoder(const TableShape &shape, bool isArray);

    Result<void> begin(ByteBuffer &out) const override
    {
        if (m_isArray)
            out.append('[');
        return {};
    }
    Result<void> encode(const RowBatch &rows, bool isFirst, EncodedBlock &out) const override;
    Result<void> end(const std::vector<BlockPlace> &, ByteBuffer &out) const override
    {
        if (m_isArray)
            out.append("\n]\n");
        return {};
    }

private:
    std::vector<ColumnPlan> m_plans;
    bool m_isArray;
};

JsonEncoder::JsonEncoder(const TableShape &shape, bool isArray)
    : m_isArray(isArray)
{
    const bool isSqlite = shape.engine == QLatin1String("sqlite");
    for (const Column &column : shape.columns) {
        const QByteArray name = column.name.toUtf8();
        ByteBuffer key;
        key.append(m_plans.empty() ? '{' : ',');
        appendJsonString(key, {name.constData(), static_cast<size_t>(name.size())});
        key.append(':');
        m_plans.push_back({std::string(key.view()), columnAffinity(column.nativeType), isSqlite,
                           !isSqlite && column.type == LogicalType::Boolean,
                           column.type == LogicalType::Bytes});
    }
}

Result<void> JsonEncoder::encode(const RowBatch &rows, bool isFirst, EncodedBlock &out) const
{
    ByteBuffer &bytes = out.bytes;
    for (qsizetype r = 0; r < rows.rowCount(); ++r) {
        if (m_isArray)
            bytes.append(isFirst && r == 0 ? std::string_view("\n") : std::string_view(",\n"));
        if (m_plans.empty())
            bytes.append('{');
        const Cell *cell = rows.row(r).data();
        for (const ColumnPlan &plan : m_plans) {
            bytes.append(plan.key);
            appendCell(bytes, *cell++, plan);
        }
        bytes.append(m_isArray ? std::string_view("}") : std::string_view("}\n"));
    }
    out.rows += rows.rowCount();
    return {};
}

} // namespace

std::unique_ptr<RowEncoder> makeJsonEncoder(const TableShape &shape, bool isArray)
{
    return std::make_unique<JsonEncoder>(shape, isArray);
}

} // namespace galley
