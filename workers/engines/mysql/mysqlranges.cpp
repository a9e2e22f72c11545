// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlconnection.h"
#include "workers/engines/mysql/mysqltypes.h"

#include <algorithm>

namespace galley {

namespace {

constexpr qint64 kMostParts = 4096;
constexpr double kSparse = 8; ///< numbers for each row from which on gaps are walked over

QByteArray token(std::optional<qint64> first, std::optional<qint64> last)
{
    return (first ? QByteArray::number(*first) : QByteArray()) + ','
        + (last ? QByteArray::number(*last) : QByteArray());
}

/// Ends are open: nothing before the first number or behind the last one can be missed.
std::vector<RowRange> cuts(const std::vector<qint64> &starts, qint64 rowsEach)
{
    std::vector<RowRange> parts;
    for (size_t i = 0; i <= starts.size(); ++i)
        parts.push_back({token(i == 0 ? std::nullopt : std::optional(starts[i - 1]),
                               i == starts.size() ? std::nullopt : std::optional(starts[i] - 1)),
                         rowsEach});
    return parts;
}

} // namespace

Result<std::vector<RowRange>> MysqlConnection::ranges(const TableName &name, qint64 rowsEach)
{
    ASSIGN_OR_RETURN(const TableInfo info, table(name));
    const std::vector<RowRange> whole{{QByteArray(), info.approximateRows}};
    if (!info.hasPrimaryKey || rowsEach <= 0 || info.approximateRows < rowsEach)
        return whole;
    const Column &key = info.shape.columns[static_cast<size_t>(info.shape.key.front())];
    if (parseMysqlType(key.nativeType).kind != MysqlKind::Integer || info.shape.key.size() != 1)
        return whole;
    ASSIGN_OR_RETURN(MYSQL * mysql, handle());
    const QByteArray column = mysqlQuoted(key.name);
    const QByteArray from = " FROM " + mysqlQuoted(name.name);
    ASSIGN_OR_RETURN(const auto extent,
                     mysqlRows(mysql, "SELECT min(" + column + "),max(" + column + ')' + from));
    if (extent.empty() || !extent.front()[0])
        return whole;
    bool isLow = false;
    bool isHigh = false;
    const qint64 low = extent.front()[0]->toLongLong(&isLow);
    const qint64 high = extent.front()[1]->toLongLong(&isHigh);
    if (!isLow || !isHigh)
        return whole;
    const double span = static_cast<double>(high) - static_cast<double>(low) + 1;
    std::vector<qint64> starts;
    if (span <= kSparse * static_cast<double>(info.approximateRows)) {
        const double wanted = static_cast<double>(info.approximateRows) / static_cast<double>(rowsEach);
        const auto count = static_cast<qint64>(std::clamp(wanted, 1.0, static_cast<double>(kMostParts)));
        const qint64 step = (high - low) / count + 1;
        for (qint64 start = low + step; start <= high; start += step)
            starts.push_back(start);
        return cuts(starts, rowsEach);
    }
    for (qint64 at = low; static_cast<qint64>(starts.size()) < kMostParts;) {
        ASSIGN_OR_RETURN(const QByteArray next,
                         mysqlValue(mysql,
                                    "SELECT " + column + from + " WHERE " + column
                                        + ">=" + QByteArray::number(at) + " ORDER BY " + column
                                        + " LIMIT 1 OFFSET " + QByteArray::number(rowsEach)));
        if (next.isEmpty())
            break;
        at = next.toLongLong();
        starts.push_back(at);
    }
    return cuts(starts, rowsEach);
}

} // namespace galley
