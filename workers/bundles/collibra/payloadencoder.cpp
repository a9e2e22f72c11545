// SPDX-License-Identifier: MIT
#include "workers/bundles/collibra/payloadencoder.h"

#include "workers/base/numbers.h"
#include "workers/base/text.h"
#include "workers/formats/json/jsontext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace galley {

namespace {

/// pg_get_keywords() of PostgreSQL 15, all that are not "unreserved".
constexpr std::string_view kKeywords =
    " all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean "
    "both case "
    "cast char character check coalesce collate collation column concurrently constraint create cross "
    "current_catalog current_date current_role current_schema current_time current_timestamp current_user "
    "dec "
    "decimal default deferrable desc distinct do else end except exists extract false fetch float for "
    "foreign "
    "freeze from full grant greatest group grouping having ilike in initially inner inout int integer "
    "intersect "
    "interval into is isnull join lateral leading least left like limit localtime localtimestamp national "
    "natural "
    "nchar none normalize not notnull null nullif numeric offset on only or order out outer overlaps overlay "
    "placing "
    "position precision primary real references returning right row select session_user setof similar "
    "smallint some "
    "substring symmetric table tablesample then time timestamp to trailing treat trim true union unique user "
    "using "
    "values varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement xmlexists "
    "xmlforest "
    "xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable ";

void appendView(ByteBuffer &out, const QByteArray &bytes)
{
    out.append({bytes.constData(), static_cast<size_t>(bytes.size())});
}

class PayloadEncoder final : public RowEncoder
{
public:
    PayloadEncoder(const TableShape &shape, const PayloadEncoding &encoding);

    Result<void> begin(ByteBuffer &) const override { return {}; }
    Result<void> encode(const RowBatch &rows, bool isFirst, EncodedBlock &out) const override;
    Result<void> end(const std::vector<BlockPlace> &, ByteBuffer &) const override { return {}; }

private:
    bool isWanted(std::span<const Cell> row) const;
    void appendValue(ByteBuffer &out, const Column &column, const Cell &cell) const;

    TableShape m_shape;
    TableRules m_rules;
    int m_dataset = -1; ///< column that decides; -1: all rows
    std::vector<QByteArray> m_datasets;
    ByteBuffer m_insert; ///< INSERT INTO s.t(a,b) VALUES (
};

PayloadEncoder::PayloadEncoder(const TableShape &shape, const PayloadEncoding &encoding)
    : m_shape(shape)
    , m_rules(encoding.rules, shape.name, shape.columnNames())
{
    for (const QString &dataset : encoding.datasets)
        m_datasets.push_back(dataset.toUtf8());
    if (!m_datasets.empty())
        m_dataset = shape.indexOf(u"dataset");
    m_insert.append("INSERT INTO ");
    appendView(m_insert, postgresIdentifier(encoding.rules.schemaFor(encoding.schema)));
    m_insert.append('.');
    appendView(m_insert, postgresIdentifier(shape.name.name));
    char separator = '(';
    for (const Column &column : shape.columns) {
        m_insert.append(separator);
        appendView(m_insert, postgresIdentifier(column.name));
        separator = ',';
    }
    m_insert.append(") VALUES (");
}

bool PayloadEncoder::isWanted(std::span<const Cell> row) const
{
    if (m_dataset < 0)
        return true;
    const Cell &cell = row[static_cast<size_t>(m_dataset)];
    return cell.kind() == CellKind::Text
        && std::any_of(m_datasets.begin(), m_datasets.end(), [&](const QByteArray &dataset) {
               return cell.view()
                   == std::string_view(dataset.constData(), static_cast<size_t>(dataset.size()));
           });
}

/// `2020-01-01 10:00:00+00:00` as PostgreSQL writes it: the offset's minutes only where there are some.
std::string_view withShortOffset(std::string_view text)
{
    const size_t size = text.size();
    const bool isLong = size > 6 && (text[size - 6] == '+' || text[size - 6] == '-') && text.ends_with(":00");
    return isLong ? text.substr(0, size - 3) : text;
}

void PayloadEncoder::appendValue(ByteBuffer &out, const Column &column, const Cell &cell) const
{
    std::array<char, kNumberRoom> room{};
    ByteBuffer text;
    switch (cell.kind()) {
    case CellKind::Null:
        return out.append("NULL");
    case CellKind::Integer:
        if (column.type == LogicalType::Boolean && (cell.asInteger() == 0 || cell.asInteger() == 1))
            text.append(cell.asInteger() == 1 ? std::string_view("true") : std::string_view("false"));
        else
            text.append({room.data(),
                         static_cast<size_t>(writeInteger(room.data(), cell.asInteger()) - room.data())});
        break;
    case CellKind::Real:
        appendPostgresReal(text, cell.asReal());
        break;
    case CellKind::Bytes:
        text.append("\\x");
        appendHex(text, cell.view());
        break;
    case CellKind::Text:
        text.append(column.type == LogicalType::DateTimeTz ? withShortOffset(cell.view()) : cell.view());
        break;
    }
    appendPostgresLiteral(out, text.view());
}

Result<void> PayloadEncoder::encode(const RowBatch &rows, bool, EncodedBlock &out) const
{
    ByteBuffer statement;
    std::vector<Cell> row;
    Arena arena;
    for (qsizetype r = 0; r < rows.rowCount(); ++r) {
        const std::span<const Cell> cells = rows.row(r);
        if (!isWanted(cells))
            continue;
        row.assign(cells.begin(), cells.end());
        arena.clear();
        m_rules.apply(row, arena);
        statement.clear();
        statement.append(m_insert.view());
        for (size_t i = 0; i < row.size(); ++i) {
            if (i > 0)
                statement.append(',');
            if (row[i].kind() == CellKind::Text && row[i].view().find('\0') != std::string_view::npos)
                return Error{ErrorKind::Value,
                             QStringLiteral("%1: a text with a NUL character, which PostgreSQL does not hold")
                                 .arg(m_shape.columns[i].name.left(60)),
                             {},
                             {}};
            appendValue(statement, m_shape.columns[i], row[i]);
        }
        statement.append(");");
        out.bytes.append(',');
        appendJsonString(out.bytes, statement.view());
        ++out.rows;
    }
    return {};
}

} // namespace

QByteArray postgresIdentifier(const QString &name)
{
    const QByteArray utf8 = name.toUtf8();
    const auto isPlain = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    const bool isWord = !utf8.isEmpty() && isPlain(utf8.front())
        && std::all_of(utf8.begin(), utf8.end(),
                       [&](char c) { return isPlain(c) || (c >= '0' && c <= '9'); });
    if (isWord && kKeywords.find(' ' + utf8.toStdString() + ' ') == std::string_view::npos)
        return utf8;
    return '"' + QByteArray(utf8).replace('"', "\"\"") + '"';
}

void appendPostgresLiteral(ByteBuffer &out, std::string_view text)
{
    const bool hasBackslash = text.find('\\') != std::string_view::npos;
    out.append(hasBackslash ? std::string_view("E'") : std::string_view("'"));
    for (const char c : text) {
        if (c == '\'' || c == '\\')
            out.append(c);
        out.append(c);
    }
    out.append('\'');
}

void appendPostgresReal(ByteBuffer &out, double value)
{
    if (!std::isfinite(value))
        return out.append(std::isnan(value) ? "NaN" : value < 0 ? "-Infinity" : "Infinity");
    std::array<char, 64> room{};
    const auto made =
        std::to_chars(room.data(), room.data() + room.size(), value, std::chars_format::scientific);
    const std::string_view text(room.data(), static_cast<size_t>(made.ptr - room.data()));
    const size_t e = text.find('e');
    int exponent = 0;
    std::from_chars(text.data() + e + (text[e + 1] == '+' ? 2 : 1), text.data() + text.size(), exponent);
    if (exponent < -4 || exponent >= 15)
        return out.append(text);
    const auto fixed = std::to_chars(room.data(), room.data() + room.size(), value, std::chars_format::fixed);
    out.append({room.data(), static_cast<size_t>(fixed.ptr - room.data())});
}

std::unique_ptr<RowEncoder> makePayloadEncoder(const TableShape &shape, const PayloadEncoding &encoding)
{
    return std::make_unique<PayloadEncoder>(shape, encoding);
}

} // namespace galley
