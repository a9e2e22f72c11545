// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqlitecatalog.h"
#include "workers/engines/sqlite/sqliteconnection.h"

#include <algorithm>

namespace galley {

namespace {

constexpr qint64 kMaxParts = 4096;

struct Extent
{
    bool isEmpty = true;
    qint64 first = 0;
    qint64 last = 0;
};

Result<SqliteStatement> prepare(sqlite3 *db, const QByteArray &sql)
{
    return SqliteStatement::prepare(db, {sql.constData(), static_cast<size_t>(sql.size())});
}

Result<Extent> extentOf(sqlite3 *db, const QByteArray &table, const QByteArray &rowid)
{
    // Two statements: in one, SQLite would scan for both ends.
    Extent extent;
    for (const bool isFirst : {true, false}) {
        ASSIGN_OR_RETURN(auto ends,
                         prepare(db,
                                 "SELECT " + rowid + " FROM " + table + " ORDER BY " + rowid
                                     + (isFirst ? "" : " DESC") + " LIMIT 1"));
        ASSIGN_OR_RETURN(const bool isRow, ends.step());
        if (!isRow)
            return extent;
        (isFirst ? extent.first : extent.last) = ends.integer(0);
    }
    extent.isEmpty = false;
    return extent;
}

RowRange range(qint64 first, qint64 last, qint64 rows)
{
    return {QByteArray::number(first) + ',' + QByteArray::number(last), rows};
}

/// Rowids without great gaps: equal steps.
std::vector<RowRange> evenCuts(const Extent &extent, qint64 rowsEach)
{
    std::vector<RowRange> parts;
    const qint64 span = extent.last - extent.first + 1;
    const qint64 count = std::clamp<qint64>((span + rowsEach - 1) / rowsEach, 1, kMaxParts);
    const qint64 step = (span + count - 1) / count;
    qint64 from = extent.first;
    for (; extent.last - from >= step; from += step)
        parts.push_back(range(from, from + step - 1, step));
    parts.push_back(range(from, extent.last, extent.last - from + 1));
    return parts;
}

/// Rowids with great gaps: walks over them, once.
Result<std::vector<RowRange>> walkedCuts(sqlite3 *db, const QByteArray &table, const QByteArray &rowid,
                                         const Extent &extent, qint64 rowsEach)
{
    ASSIGN_OR_RETURN(auto next,
                     prepare(db,
                             "SELECT " + rowid + " FROM " + table + " WHERE " + rowid + " >= ?1 ORDER BY "
                                 + rowid + " LIMIT 1 OFFSET ?2"));
    std::vector<RowRange> parts;
    qint64 from = extent.first;
    for (;;) {
        next.bindInteger(1, from);
        next.bindInteger(2, rowsEach);
        ASSIGN_OR_RETURN(const bool more, next.step());
        if (!more) {
            parts.push_back(range(from, extent.last, rowsEach));
            return parts;
        }
        const qint64 to = next.integer(0);
        next.reset();
        parts.push_back(range(from, to - 1, rowsEach));
        from = to;
    }
}

/// How many bytes the file has, a bound for how many rows a table can have.
Result<qint64> sizeOf(sqlite3 *db)
{
    ASSIGN_OR_RETURN(auto size,
                     prepare(db,
                             "SELECT page_count * page_size FROM pragma_page_count, "
                             "pragma_page_size"));
    RETURN_IF_ERROR(size.step());
    return size.integer(0);
}

} // namespace

Result<std::vector<RowRange>> SqliteConnection::ranges(const TableName &name, qint64 rowsEach)
{
    ASSIGN_OR_RETURN(const TableInfo info, table(name));
    const QByteArray rowid = rowidName(info);
    const std::vector<RowRange> whole{{QByteArray(), info.approximateRows}};
    if (rowid.isEmpty() || rowsEach <= 0)
        return whole;
    const QByteArray quoted = sqliteQuoted(QStringLiteral("main"), info.shape.name.name);
    ASSIGN_OR_RETURN(const Extent extent, extentOf(handle(), quoted, rowid));
    if (extent.isEmpty)
        return whole;
    ASSIGN_OR_RETURN(const qint64 fileBytes, sizeOf(handle()));
    // Unsigned, as the ends may be those of 64 bits.
    const quint64 span = static_cast<quint64>(extent.last) - static_cast<quint64>(extent.first);
    constexpr quint64 kLeastRowBytes = 4;
    if (span < static_cast<quint64>(fileBytes) / kLeastRowBytes)
        return evenCuts(extent, rowsEach);
    return walkedCuts(handle(), quoted, rowid, extent, rowsEach);
}

} // namespace galley
