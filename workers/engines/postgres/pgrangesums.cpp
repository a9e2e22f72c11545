// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgrangesums.h"

#include <QElapsedTimer>

#include <array>

namespace galley {

namespace {

constexpr int kProbeBytes = 256 * 1024;
constexpr qsizetype kPartsAtOnce = 30; ///< a function takes at most 100 values

/// Types whose order the server keeps in an index, and whose values can be said exactly.
bool isCuttable(PgClass type)
{
    switch (type) {
    case PgClass::Boolean:
    case PgClass::Integer:
    case PgClass::Numeric:
    case PgClass::Text:
    case PgClass::PaddedText:
    case PgClass::Bytes:
    case PgClass::Date:
    case PgClass::Time:
    case PgClass::Timestamp:
    case PgClass::TimestampTz:
    case PgClass::Uuid:
        return true;
    default:
        return false;
    }
}

QByteArray rowText(const std::vector<QByteArray> &parts)
{
    QByteArray text;
    for (size_t i = 0; i < parts.size(); ++i) {
        const bool isFirst = i % kPartsAtOnce == 0;
        text += isFirst ? (i == 0 ? "concat(" : ")||concat(") : ",";
        text += parts[i] + ",','";
    }
    return text + ')';
}

} // namespace

PgRangeSums::PgRangeSums(PgSession &session, TableInfo table, bool *isBusy)
    : m_session(session)
    , m_table(std::move(table))
    , m_isBusy(isBusy)
{
}

std::unique_ptr<PgRangeSums> PgRangeSums::make(PgSession &session, const TableInfo &table,
                                               const QStringList &columns, bool *isBusy)
{
    if (!table.hasPrimaryKey || table.shape.key.empty() || session.isTextUnchecked()
        || session.serverVersion() < 110000)
        return nullptr;
    std::unique_ptr<PgRangeSums> sums(new PgRangeSums(session, table, isBusy));
    for (const int index : table.shape.key) {
        const Column &column = table.shape.columns[static_cast<size_t>(index)];
        const PgClass type = pgClassOf(column);
        if (!isCuttable(type))
            return nullptr;
        if (type == PgClass::Text || type == PgClass::PaddedText)
            sums->m_isKeyOrder = false;
        sums->m_key += (sums->m_key.isEmpty() ? "galley_t." : ",galley_t.") + pgQuoted(column.name);
        sums->m_keyColumns.push_back(column);
        sums->m_fields.emplace_back(column);
    }
    std::vector<QByteArray> parts;
    sums->m_form = "postgres 1";
    for (const QString &name : columns) {
        const int index = table.shape.indexOf(name);
        if (index < 0)
            return nullptr;
        const Column &column = table.shape.columns[static_cast<size_t>(index)];
        parts.push_back(pgRowPartSql(column));
        sums->m_parts.push_back(pgRowPart(column));
        sums->m_form += '\n' + column.nativeType.toUtf8();
    }
    if (parts.empty())
        return nullptr;
    sums->m_rowText = rowText(parts);
    sums->m_from = " FROM "
        + QByteArray(table.partitionKey.isEmpty() && session.isPlainServer() ? "ONLY " : "")
        + pgQuoted(table.shape.name) + " AS galley_t";
    return sums;
}

void PgRangeSums::writeRow(std::span<const Cell> row, ByteBuffer &out) const
{
    for (size_t i = 0; i < m_parts.size(); ++i) {
        writePgRowPart(m_parts[i], row[i], out);
        out.append(',');
    }
}

/// What the server cannot do must not end the transaction that the comparison reads in.
Result<PgResult> PgRangeSums::ask(const QByteArray &sql)
{
    if (*m_isBusy)
        return Error{ErrorKind::Usage, QStringLiteral("the connection is reading rows already"), {}, {}};
    RETURN_IF_ERROR(m_session.run("SAVEPOINT galley_sums"));
    Result<PgResult> result = m_session.run(sql);
    if (result) {
        RETURN_IF_ERROR(m_session.run("RELEASE SAVEPOINT galley_sums"));
        return result;
    }
    Error error = result.error();
    if (error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::Connection)
        return error;
    RETURN_IF_ERROR(m_session.run("ROLLBACK TO SAVEPOINT galley_sums;RELEASE SAVEPOINT galley_sums"));
    error.kind = ErrorKind::Unsupported;
    return error;
}

Result<double> PgRangeSums::bytesPerSecond()
{
    QElapsedTimer timer;
    timer.start();
    RETURN_IF_ERROR(ask("SELECT repeat('x'," + QByteArray::number(kProbeBytes) + ")"));
    return kProbeBytes * 1e9 / static_cast<double>(std::max<qint64>(1, timer.nsecsElapsed()));
}

QByteArray PgRangeSums::literal(std::span<const Cell> key, bool isTyped) const
{
    QByteArray list;
    for (size_t i = 0; i < key.size(); ++i) {
        QByteArray text = pgParameter(key[i]).value_or(QByteArray());
        list += (i == 0 ? "'" : ",'") + text.replace('\'', "''") + '\'';
        if (isTyped)
            list += "::" + m_keyColumns[i].nativeType.toUtf8();
    }
    return list;
}

QByteArray PgRangeSums::condition(const QByteArray &from, const QByteArray &to) const
{
    QByteArray condition;
    if (!from.isEmpty())
        condition = "ROW(" + m_key + ")>=ROW(" + from + ')';
    if (!to.isEmpty())
        condition += (condition.isEmpty() ? "ROW(" : " AND ROW(") + m_key + ")<ROW(" + to + ')';
    return condition.isEmpty() ? QByteArray("true") : condition;
}

QByteArray PgRangeSums::over(std::span<const KeyRange> ranges, const Body &body) const
{
    QByteArray values;
    QByteArray open;
    for (size_t i = 0; i < ranges.size(); ++i) {
        const KeyRange &range = ranges[i];
        const QByteArray number = QByteArray::number(static_cast<qint64>(i));
        if (range.from.empty() || range.to.empty()) {
            open += (open.isEmpty() ? "SELECT " : " UNION ALL SELECT ") + number
                + " AS galley_n,galley_x.*,true AS galley_o FROM ("
                + body(condition(literal(range.from, true), literal(range.to, true))) + ") AS galley_x";
            continue;
        }
        const bool isTyped = values.isEmpty();
        values += (values.isEmpty() ? "(" : ",(") + number + ',' + literal(range.from, isTyped) + ','
            + literal(range.to, isTyped) + ')';
    }
    if (values.isEmpty())
        return open;
    QByteArray names;
    std::array<QByteArray, 2> ends;
    std::array<QByteArray, 2> collated; // texts compare by the rules of the column
    for (size_t end = 0; end < ends.size(); ++end) {
        for (size_t i = 0; i < m_keyColumns.size(); ++i) {
            const QByteArray name =
                (end == 0 ? "galley_f" : "galley_u") + QByteArray::number(static_cast<qint64>(i));
            const char *comma = i == 0 ? "" : ",";
            names += ',' + name;
            ends[end] += comma + ("galley_r." + name);
            collated[end] += comma
                + ("coalesce((SELECT galley_t." + pgQuoted(m_keyColumns[i].name) + m_from
                   + " WHERE false),galley_r." + name + ')');
        }
    }
    return "SELECT galley_r.galley_n,galley_x.*,ROW(" + collated[0] + ")<ROW(" + collated[1]
        + ") AS galley_o FROM (VALUES " + values + ") AS galley_r(galley_n" + names + ") CROSS JOIN LATERAL ("
        + body(condition(ends[0], ends[1])) + ") AS galley_x" + (open.isEmpty() ? "" : " UNION ALL " + open);
}

Result<std::span<const Cell>> PgRangeSums::keepKey(const PgResult &result, int row, int first)
{
    const size_t width = m_keyColumns.size();
    std::vector<Cell> &cells = m_keys.emplace_back(width);
    for (size_t i = 0; i < width; ++i) {
        const std::string_view text = result.view(row, first + static_cast<int>(i));
        char *bytes = m_arena.allocate(text.size() + 1);
        std::copy(text.begin(), text.end(), bytes);
        if (!m_fields[i].read({bytes, text.size()}, m_arena, cells[i]))
            return Error{ErrorKind::Malformed,
                         QStringLiteral("the server sent a key that is none of its column's type"),
                         {},
                         {}};
    }
    return std::span<const Cell>(cells);
}

Result<std::vector<KeyRange>> PgRangeSums::cut(std::span<const KeyRange> ranges, qint64 rowsEach)
{
    const QByteArray sql = over(ranges, [&](const QByteArray &where) {
        return "SELECT * FROM (SELECT " + m_key + ",row_number() OVER (ORDER BY " + m_key + ") AS galley_i"
            + m_from + " WHERE " + where + ") AS galley_k WHERE galley_i>1 AND galley_i%"
            + QByteArray::number(rowsEach) + "=1";
    });
    ASSIGN_OR_RETURN(const PgResult result,
                     ask("SELECT * FROM (" + sql + ") AS galley_all ORDER BY galley_n,galley_i"));
    std::vector<KeyRange> parts;
    int row = 0;
    for (size_t i = 0; i < ranges.size(); ++i) {
        KeyRange part = ranges[i];
        for (; row < result.rowCount() && result.number(row, 0) == static_cast<qint64>(i); ++row) {
            ASSIGN_OR_RETURN(part.to, keepKey(result, row, 1));
            parts.push_back(part);
            part.from = part.to;
        }
        part.to = ranges[i].to;
        parts.push_back(part);
    }
    return parts;
}

Result<std::vector<RangeSum>> PgRangeSums::sums(std::span<const KeyRange> ranges)
{
    const QByteArray sql = over(ranges, [&](const QByteArray &where) {
        return "SELECT count(*) AS "
               "galley_c,encode(sha256(coalesce(string_agg(galley_h,''::bytea),''::bytea)),"
               "'hex') AS galley_s FROM (SELECT sha256(convert_to("
            + m_rowText + ",'UTF8')) AS galley_h" + m_from + " WHERE " + where + " ORDER BY " + m_key
            + ") AS galley_rows";
    });
    ASSIGN_OR_RETURN(const PgResult result, ask(sql));
    std::vector<RangeSum> sums(ranges.size());
    for (int row = 0; row < result.rowCount(); ++row) {
        if (result.view(row, 3) == "f") // a row could fall into two ranges
            return Error{
                ErrorKind::Unsupported,
                QStringLiteral("the keys of %1 have another order here").arg(m_table.shape.name.name),
                {},
                {}};
        RangeSum &sum = sums[static_cast<size_t>(result.number(row, 0, 0))];
        sum.rows = result.number(row, 1);
        const std::string_view digest = result.view(row, 2);
        sum.digest = QByteArray(digest.data(), static_cast<qsizetype>(digest.size()));
    }
    return sums;
}

Result<std::unique_ptr<RowReader>> PgRangeSums::read(std::span<const KeyRange> ranges,
                                                     const QStringList &columns)
{
    TableShape shape = m_table.shape;
    shape.columns.clear();
    shape.key.clear();
    QByteArray list;
    for (const QString &name : columns) {
        const int index = m_table.shape.indexOf(name);
        if (index < 0)
            return Error{ErrorKind::Schema, QStringLiteral("there is no column \"%1\"").arg(name), {}, {}};
        shape.columns.push_back(m_table.shape.columns[static_cast<size_t>(index)]);
        list += (list.isEmpty() ? "" : ",") + pgQuoted(name);
    }
    for (const Column &key : m_keyColumns) {
        if (const int index = shape.indexOf(key.name); index >= 0)
            shape.key.push_back(index);
    }
    if (shape.key.size() != m_keyColumns.size())
        shape.key.clear();
    QByteArray order;
    for (const Column &column : m_keyColumns)
        order += (order.isEmpty() ? "" : ",") + pgOrderExpression(column);
    const QByteArray sql =
        ranges.empty() ? "SELECT *" + m_from + " WHERE false" : over(ranges, [&](const QByteArray &where) {
            return "SELECT galley_t.*" + m_from + " WHERE " + where;
        });
    ASSIGN_OR_RETURN(auto reader,
                     PgReader::open(m_session, std::move(shape),
                                    "COPY (SELECT " + list + " FROM (" + sql + ") AS galley_all ORDER BY "
                                        + order + ") TO STDOUT",
                                    m_isBusy));
    return std::unique_ptr<RowReader>(std::move(reader));
}

} // namespace galley
