// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlrangesums.h"

#include "workers/engines/mysql/mysqlconnection.h"
#include "workers/engines/mysql/mysqltypes.h"

#include <QElapsedTimer>

namespace galley {

namespace {

constexpr int kProbeBytes = 256 * 1024;
constexpr qint64 kMostRows = kMysqlDigestsAtOnce / 32;

/// Types whose order is the same everywhere, or that of their collation, and whose values can be said
/// exactly.
bool isCuttable(MysqlKind kind)
{
    switch (kind) {
    case MysqlKind::Integer:
    case MysqlKind::Decimal:
    case MysqlKind::Char:
    case MysqlKind::Text:
    case MysqlKind::Binary:
    case MysqlKind::Bytes:
    case MysqlKind::Date:
    case MysqlKind::DateTime:
    case MysqlKind::Timestamp:
        return true;
    default:
        return false;
    }
}

/// A value as part of a row's text: no two rows have the same. What cannot hold a comma ends with the next
/// one; the others have their length before them. NULL is a tilde. "": not certain for this type.
QByteArray partOf(const Column &column)
{
    const QByteArray name = mysqlQuoted(column.name);
    const MysqlType type = parseMysqlType(column.nativeType);
    switch (type.kind) {
    case MysqlKind::Integer:
    case MysqlKind::Year:
    case MysqlKind::Decimal:
    case MysqlKind::Date:
    case MysqlKind::Time:
    case MysqlKind::DateTime:
    case MysqlKind::Timestamp:
        return "COALESCE(" + name + ",'~')";
    case MysqlKind::Float:
    case MysqlKind::Double: // written with as many digits as tell it from others, but for a fixed number
        return type.precision >= 0 ? QByteArray() : "COALESCE(CAST(" + name + " AS DOUBLE),'~')";
    case MysqlKind::Binary:
    case MysqlKind::Bytes:
    case MysqlKind::Geometry:
    case MysqlKind::Bit:
        return "COALESCE(HEX(" + name + "),'~')";
    case MysqlKind::Char:
    case MysqlKind::Text:
    case MysqlKind::Json:
    case MysqlKind::Enum:
    case MysqlKind::Set:
    case MysqlKind::Uuid:
    case MysqlKind::Inet4:
    case MysqlKind::Inet6:
        return "COALESCE(LENGTH(" + name + "),'~'),':',COALESCE(CAST(" + name + " AS BINARY),'')";
    case MysqlKind::Unknown:
        break;
    }
    return {};
}

Error otherOrder(const TableInfo &table)
{
    return {ErrorKind::Unsupported,
            QStringLiteral("the keys of %1 have another order here").arg(table.shape.name.name),
            {},
            {}};
}

} // namespace

std::unique_ptr<MysqlRangeSums> MysqlRangeSums::make(MysqlConnection &connection, const TableInfo &table,
                                                     const QStringList &columns)
{
    if (!table.hasPrimaryKey || table.shape.key.empty())
        return nullptr;
    std::unique_ptr<MysqlRangeSums> sums(new MysqlRangeSums(connection, table));
    for (const int index : table.shape.key) {
        const Column &column = table.shape.columns[static_cast<size_t>(index)];
        if (!isCuttable(parseMysqlType(column.nativeType).kind))
            return nullptr;
        sums->m_key += (sums->m_key.isEmpty() ? "" : ",") + mysqlQuoted(column.name);
        sums->m_keyColumns.push_back(column);
    }
    sums->m_form = "mysql 1";
    for (const QString &name : columns) {
        const int index = table.shape.indexOf(name);
        if (index < 0)
            return nullptr;
        const Column &column = table.shape.columns[static_cast<size_t>(index)];
        const QByteArray part = partOf(column);
        if (part.isEmpty())
            return nullptr;
        sums->m_rowText += (sums->m_rowText.isEmpty() ? "CONCAT(" : ",") + part + ",','";
        sums->m_form += '\n' + column.nativeType.toUtf8() + ' ' + column.collation.toUtf8();
    }
    if (sums->m_rowText.isEmpty())
        return nullptr;
    sums->m_rowText += ')';
    return sums;
}

Result<std::vector<MysqlTextRow>> MysqlRangeSums::ask(const QByteArray &sql)
{
    ASSIGN_OR_RETURN(MYSQL * mysql, m_connection.handle());
    auto rows = mysqlRows(mysql, sql);
    if (rows)
        return rows;
    Error error = m_connection.located(rows.error());
    if (error.kind != ErrorKind::Cancelled && error.kind != ErrorKind::Connection)
        error.kind = ErrorKind::Unsupported;
    return error;
}

Result<double> MysqlRangeSums::bytesPerSecond()
{
    QElapsedTimer timer;
    timer.start();
    RETURN_IF_ERROR(ask("SELECT REPEAT('x'," + QByteArray::number(kProbeBytes) + ")"));
    return kProbeBytes * 1e9 / static_cast<double>(std::max<qint64>(1, timer.nsecsElapsed()));
}

QByteArray MysqlRangeSums::literal(size_t part, const Cell &cell) const
{
    const QByteArray text(cell.view().data(), static_cast<qsizetype>(cell.view().size()));
    const Column &column = m_keyColumns[part];
    const MysqlKind kind = parseMysqlType(column.nativeType).kind;
    switch (kind) {
    case MysqlKind::Integer:
    case MysqlKind::Decimal:
        return text; // digits
    case MysqlKind::Binary:
    case MysqlKind::Bytes:
        return "X'" + text.toHex() + '\'';
    case MysqlKind::Char:
    case MysqlKind::Text:
        return "CONVERT(_utf8mb4 X'" + text.toHex() + "' USING " + mysqlCharset(column.collation).toUtf8()
            + ") COLLATE " + column.collation.toUtf8();
    default:
        return '\'' + text + '\'';
    }
}

/// The condition that a row's key is before `key`, or is not. Written out: rows are not found by an index.
QByteArray MysqlRangeSums::before(std::span<const Cell> key, bool isBefore) const
{
    QByteArray condition;
    QByteArray ends;
    for (size_t i = key.size(); i-- > 0;) {
        const QByteArray name = mysqlQuoted(m_keyColumns[i].name);
        const QByteArray value = literal(i, key[i]);
        const bool isLast = i + 1 == key.size();
        const QByteArray beyond = name + (isBefore ? "<" : ">") + value;
        if (isLast)
            condition = isBefore ? beyond : name + ">=" + value;
        else
            condition =
                name + (isBefore ? "<=" : ">=") + value + " AND (" + beyond + " OR " + condition + ")";
    }
    return '(' + condition + ')';
}

QByteArray MysqlRangeSums::condition(const KeyRange &range) const
{
    QByteArray condition;
    if (!range.from.empty())
        condition = before(range.from, false);
    if (!range.to.empty())
        condition += (condition.isEmpty() ? "" : " AND ") + before(range.to, true);
    return condition.isEmpty() ? QByteArray("TRUE") : condition;
}

QByteArray MysqlRangeSums::isInOrder(const KeyRange &range) const
{
    if (range.from.empty() || range.to.empty())
        return "1";
    QByteArray from;
    QByteArray to;
    for (size_t i = 0; i < m_keyColumns.size(); ++i) {
        from += (i == 0 ? "" : ",") + literal(i, range.from[i]);
        to += (i == 0 ? "" : ",") + literal(i, range.to[i]);
    }
    return '(' + from + ")<(" + to + ')';
}

QByteArray MysqlRangeSums::all(std::span<const KeyRange> ranges,
                               const std::function<QByteArray(size_t range)> &select) const
{
    QByteArray sql;
    for (size_t i = 0; i < ranges.size(); ++i)
        sql += (i == 0 ? "" : " UNION ALL ") + select(i);
    return sql;
}

Result<std::vector<KeyRange>> MysqlRangeSums::cut(std::span<const KeyRange> ranges, qint64 rowsEach)
{
    const QByteArray from = " FROM " + mysqlQuoted(m_table.shape.name.name) + " WHERE ";
    ASSIGN_OR_RETURN(const auto rows,
                     ask("SELECT * FROM ("
                         + all(ranges,
                               [&](size_t i) {
                                   return "SELECT * FROM (SELECT "
                                       + QByteArray::number(static_cast<qint64>(i)) + " galley_n," + m_key
                                       + ",ROW_NUMBER() OVER (ORDER BY " + m_key + ") galley_i" + from
                                       + condition(ranges[i]) + ") galley_k"
                                       + QByteArray::number(static_cast<qint64>(i))
                                       + " WHERE galley_i>1 AND galley_i%" + QByteArray::number(rowsEach)
                                       + "=1";
                               })
                         + ") galley_all ORDER BY galley_n,galley_i"));
    std::vector<KeyRange> parts;
    auto row = rows.begin();
    for (size_t i = 0; i < ranges.size(); ++i) {
        KeyRange part = ranges[i];
        for (; row != rows.end() && (*row)[0]->toLongLong() == static_cast<qint64>(i); ++row) {
            std::vector<Cell> &key = m_keys.emplace_back();
            for (size_t k = 0; k < m_keyColumns.size(); ++k) {
                const QByteArray text = (*row)[1 + k].value_or(QByteArray());
                key.push_back(
                    Cell::text(m_arena.store({text.constData(), static_cast<size_t>(text.size())})));
            }
            part.to = key;
            parts.push_back(part);
            part.from = part.to;
        }
        part.to = ranges[i].to;
        parts.push_back(part);
    }
    return parts;
}

/// A row that is too long to be hashed is like no other.
Result<std::vector<RangeSum>> MysqlRangeSums::sums(std::span<const KeyRange> ranges)
{
    const QByteArray rows = " AS galley_o,COUNT(*) AS galley_c,SHA2(GROUP_CONCAT(IFNULL(UNHEX(SHA2("
        + m_rowText + ",256)),CAST(RAND() AS BINARY)) ORDER BY " + m_key
        + " SEPARATOR ''),256) AS galley_s FROM " + mysqlQuoted(m_table.shape.name.name) + " WHERE ";
    ASSIGN_OR_RETURN(const auto answer, ask(all(ranges, [&](size_t i) {
                         return "SELECT " + QByteArray::number(static_cast<qint64>(i)) + ','
                             + isInOrder(ranges[i]) + rows + condition(ranges[i]);
                     })));
    std::vector<RangeSum> sums(ranges.size());
    for (const MysqlTextRow &row : answer) {
        if (row[1] != QByteArray("1")) // a row could fall into two ranges
            return otherOrder(m_table);
        RangeSum &sum = sums[static_cast<size_t>(row[0].value_or(QByteArray()).toLongLong())];
        sum.rows = row[2].value_or(QByteArray()).toLongLong();
        sum.digest = row[3].value_or(QByteArray());
        if (sum.rows > kMostRows)
            return Error{ErrorKind::Unsupported,
                         QStringLiteral("a range of %1 is too large").arg(m_table.shape.name.name),
                         {},
                         {}};
    }
    return sums;
}

Result<std::unique_ptr<RowReader>> MysqlRangeSums::read(std::span<const KeyRange> ranges,
                                                        const QStringList &columns)
{
    ReadRequest request;
    request.table = m_table.shape.name;
    request.columns = columns;
    for (const Column &column : m_keyColumns)
        request.orderBy.append(column.name);
    QByteArray condition;
    for (const KeyRange &range : ranges)
        condition += (condition.isEmpty() ? "(" : " OR (") + this->condition(range) + ')';
    request.where = condition.isEmpty() ? QStringLiteral("FALSE") : QString::fromUtf8(condition);
    return m_connection.read(request);
}

} // namespace galley
