// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlselect.h"

#include "workers/base/numbers.h"
#include "workers/engines/mysql/mysqlcreate.h"
#include "workers/engines/mysql/mysqlhandle.h"
#include "workers/engines/mysql/mysqltypes.h"

#include <algorithm>
#include <array>

namespace galley {

namespace {

bool isTextKind(MysqlKind kind)
{
    return kind == MysqlKind::Char || kind == MysqlKind::Text || kind == MysqlKind::Json;
}

/// Ordered by their numbers or by other rules than those of their texts.
bool isOrderedByText(MysqlKind kind)
{
    return isTextKind(kind) || kind == MysqlKind::Enum || kind == MysqlKind::Set || kind == MysqlKind::Uuid
        || kind == MysqlKind::Inet4 || kind == MysqlKind::Inet6 || kind == MysqlKind::Unknown;
}

template<typename T> int threeWay(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

/// A number, where cells may be integers or canonical decimal text.
struct Digits
{
    bool isNegative = false;
    std::string_view whole;
    std::string_view fraction;
};

std::string_view textOf(const Cell &cell, std::array<char, kNumberRoom> &room)
{
    if (cell.kind() == CellKind::Text)
        return cell.view();
    const char *end = cell.kind() == CellKind::Integer ? writeInteger(room.data(), cell.asInteger())
                                                       : writeReal(room.data(), cell.asReal());
    return {room.data(), static_cast<size_t>(end - room.data())};
}

Digits digitsOf(std::string_view text)
{
    Digits digits;
    if (!text.empty() && text.front() == '-') {
        digits.isNegative = true;
        text.remove_prefix(1);
    }
    const size_t dot = text.find('.');
    digits.whole = text.substr(0, dot);
    if (dot != std::string_view::npos)
        digits.fraction = text.substr(dot + 1);
    while (!digits.whole.empty() && digits.whole.front() == '0')
        digits.whole.remove_prefix(1);
    while (!digits.fraction.empty() && digits.fraction.back() == '0')
        digits.fraction.remove_suffix(1);
    if (digits.whole.empty() && digits.fraction.empty())
        digits.isNegative = false;
    return digits;
}

int compareDecimals(const Cell &a, const Cell &b)
{
    std::array<char, kNumberRoom> roomA{};
    std::array<char, kNumberRoom> roomB{};
    const Digits x = digitsOf(textOf(a, roomA));
    const Digits y = digitsOf(textOf(b, roomB));
    if (x.isNegative != y.isNegative)
        return x.isNegative ? -1 : 1;
    int order = threeWay(x.whole.size(), y.whole.size());
    if (order == 0)
        order = threeWay(x.whole.compare(y.whole), 0);
    if (order == 0)
        order = threeWay(x.fraction.compare(y.fraction), 0);
    return x.isNegative ? -order : order;
}

/// `-838:59:59.5`: more digits are more hours.
int compareTimes(std::string_view a, std::string_view b)
{
    const bool isNegative = a.starts_with('-');
    if (isNegative != b.starts_with('-'))
        return isNegative ? -1 : 1;
    const size_t hoursA = a.find(':');
    const size_t hoursB = b.find(':');
    int order = threeWay(hoursA, hoursB);
    if (order == 0)
        order = threeWay(a.compare(b), 0);
    return isNegative ? -order : order;
}

/// As if the shorter had blanks behind it.
int comparePadded(std::string_view a, std::string_view b)
{
    const size_t common = std::min(a.size(), b.size());
    const int order = common == 0 ? 0 : a.substr(0, common).compare(b.substr(0, common));
    if (order != 0)
        return threeWay(order, 0);
    const std::string_view rest = a.size() > common ? a.substr(common) : b.substr(common);
    for (const char c : rest) {
        if (c == ' ')
            continue;
        const bool isLess = static_cast<unsigned char>(c) < ' ';
        return isLess == (a.size() > common) ? -1 : 1;
    }
    return 0;
}

} // namespace

Result<std::vector<Column>> mysqlPick(const TableShape &shape, const QStringList &names)
{
    if (names.isEmpty())
        return shape.columns;
    std::vector<Column> picked;
    for (const QString &name : names) {
        const int index = shape.indexOf(name);
        if (index < 0)
            return Error{ErrorKind::Schema,
                         QStringLiteral("table %1 has no column \"%2\"").arg(shape.name.name, name.left(60)),
                         {},
                         {}};
        picked.push_back(shape.columns[static_cast<size_t>(index)]);
    }
    return picked;
}

TableShape mysqlShapeWith(const TableShape &full, std::vector<Column> columns)
{
    TableShape shape = full;
    shape.columns = std::move(columns);
    shape.key.clear();
    for (const int key : full.key) {
        const int index = shape.indexOf(full.columns[static_cast<size_t>(key)].name);
        if (index >= 0)
            shape.key.push_back(index);
    }
    if (shape.key.size() != full.key.size())
        shape.key.clear();
    return shape;
}

MysqlSelection mysqlSelection(const std::vector<Column> &columns)
{
    // Their bytes are those of UTF-8, or each has its character in Unicode.
    static const QStringList safe = {QString(), QStringLiteral("utf8mb4"), QStringLiteral("latin1"),
                                     QStringLiteral("binary")};
    MysqlSelection selection;
    QByteArray checks;
    for (size_t i = 0; i < columns.size(); ++i) {
        const QByteArray name = mysqlQuoted(columns[i].name);
        selection.list += (i == 0 ? "" : ",") + name;
        const QString charset = mysqlCharset(columns[i].collation);
        if (!isTextKind(parseMysqlType(columns[i].nativeType).kind) || safe.contains(charset))
            continue;
        selection.checks.push_back(static_cast<int>(i));
        checks += ",CAST(CONVERT(CONVERT(" + name + " USING utf8mb4) USING " + charset.toUtf8()
            + ") AS BINARY)<=>CAST(" + name + " AS BINARY)";
    }
    selection.list += checks;
    return selection;
}

QByteArray mysqlKeyTerm(const Column &column)
{
    const QByteArray name = mysqlQuoted(column.name);
    const MysqlKind kind = parseMysqlType(column.nativeType).kind;
    if (!isOrderedByText(kind) || (isTextKind(kind) && isMysqlBinaryCollation(column.collation)))
        return name;
    return "CAST(CONVERT(" + name + " USING utf8mb4) AS BINARY)";
}

Result<QByteArray> mysqlCondition(const QString &where)
{
    if (where.trimmed().isEmpty())
        return QByteArray();
    if (!isOneMysqlExpression(where))
        return Error{
            ErrorKind::UnsafeStatement,
            QStringLiteral("the condition \"%1\" is not one SQL expression").arg(where.simplified().left(60)),
            QStringLiteral("Write what would stand behind WHERE."),
            {}};
    return "(" + where.toUtf8() + "\n)";
}

QByteArray mysqlSame(const Column &column, const QByteArray &left, const QByteArray &right)
{
    switch (parseMysqlType(column.nativeType).kind) {
    case MysqlKind::Char:
    case MysqlKind::Text:
    case MysqlKind::Json:
    case MysqlKind::Geometry:
    case MysqlKind::Unknown:
        return "CAST(" + left + " AS BINARY)<=>CAST(" + right + " AS BINARY)";
    case MysqlKind::Enum: // by number: members may differ in case only
    case MysqlKind::Set:
        return left + "+0<=>" + right + "+0";
    default:
        return left + "<=>" + right;
    }
}

int compareMysqlKeys(const Column &column, const Cell &a, const Cell &b)
{
    if (a.isNull() || b.isNull())
        return threeWay(!a.isNull(), !b.isNull());
    if (a.kind() == CellKind::Integer && b.kind() == CellKind::Integer)
        return threeWay(a.asInteger(), b.asInteger());
    if (a.kind() == CellKind::Real && b.kind() == CellKind::Real)
        return threeWay(a.asReal(), b.asReal());
    const auto isText = [](const Cell &cell) {
        return cell.kind() == CellKind::Text || cell.kind() == CellKind::Bytes;
    };
    if (!isText(a) || !isText(b) || column.type == LogicalType::Decimal
        || column.type == LogicalType::Unsigned)
        return compareDecimals(a, b);
    if (column.type == LogicalType::Time)
        return compareTimes(a.view(), b.view());
    const bool isPadded = column.type == LogicalType::Text && isMysqlBinaryCollation(column.collation)
        && isMysqlPaddedCollation(column.collation) && !column.nativeType.startsWith(QLatin1String("enum"))
        && !column.nativeType.startsWith(QLatin1String("set"));
    return isPadded ? comparePadded(a.view(), b.view()) : threeWay(a.view().compare(b.view()), 0);
}

} // namespace galley
