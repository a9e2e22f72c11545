// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqltypes.h"

#include "workers/engines/mysql/mysqlcreate.h"

#include <QMap>

#include <algorithm>
#include <array>

namespace galley {

namespace {

constexpr qsizetype kMostColumns = 1017; ///< of InnoDB
constexpr qsizetype kLongestName = 64; ///< characters
constexpr qint64 kLongestVarchar = 16'383; ///< characters of utf8mb4 in the 65,535 bytes of a row
constexpr int kLongestKey = 3072; ///< bytes of all columns of an index together

struct Named
{
    const char *word;
    MysqlKind kind;
    int bits; ///< of integers
    qint64 bytes; ///< most that a TEXT or BLOB takes
};

constexpr std::array<Named, 46> kNames = {{
    {"tinyint", MysqlKind::Integer, 8, 0},
    {"smallint", MysqlKind::Integer, 16, 0},
    {"mediumint", MysqlKind::Integer, 24, 0},
    {"int", MysqlKind::Integer, 32, 0},
    {"integer", MysqlKind::Integer, 32, 0},
    {"bigint", MysqlKind::Integer, 64, 0},
    {"bool", MysqlKind::Integer, 8, 0},
    {"boolean", MysqlKind::Integer, 8, 0},
    {"year", MysqlKind::Year, 16, 0},
    {"float", MysqlKind::Float, 0, 0},
    {"double", MysqlKind::Double, 0, 0},
    {"real", MysqlKind::Double, 0, 0},
    {"decimal", MysqlKind::Decimal, 0, 0},
    {"numeric", MysqlKind::Decimal, 0, 0},
    {"char", MysqlKind::Char, 0, 0},
    {"varchar", MysqlKind::Text, 0, 0},
    {"tinytext", MysqlKind::Text, 0, 255},
    {"text", MysqlKind::Text, 0, 65'535},
    {"mediumtext", MysqlKind::Text, 0, 16'777'215},
    {"longtext", MysqlKind::Text, 0, 4'294'967'295},
    {"enum", MysqlKind::Enum, 0, 0},
    {"set", MysqlKind::Set, 0, 0},
    {"json", MysqlKind::Json, 0, 4'294'967'295},
    {"binary", MysqlKind::Binary, 0, 0},
    {"varbinary", MysqlKind::Bytes, 0, 0},
    {"tinyblob", MysqlKind::Bytes, 0, 255},
    {"blob", MysqlKind::Bytes, 0, 65'535},
    {"mediumblob", MysqlKind::Bytes, 0, 16'777'215},
    {"longblob", MysqlKind::Bytes, 0, 4'294'967'295},
    {"geometry", MysqlKind::Geometry, 0, 0},
    {"point", MysqlKind::Geometry, 0, 0},
    {"linestring", MysqlKind::Geometry, 0, 0},
    {"polygon", MysqlKind::Geometry, 0, 0},
    {"multipoint", MysqlKind::Geometry, 0, 0},
    {"multilinestring", MysqlKind::Geometry, 0, 0},
    {"multipolygon", MysqlKind::Geometry, 0, 0},
    {"geometrycollection", MysqlKind::Geometry, 0, 0},
    {"geomcollection", MysqlKind::Geometry, 0, 0},
    {"date", MysqlKind::Date, 0, 0},
    {"time", MysqlKind::Time, 0, 0},
    {"datetime", MysqlKind::DateTime, 0, 0},
    {"timestamp", MysqlKind::Timestamp, 0, 0},
    {"bit", MysqlKind::Bit, 1, 0},
    {"uuid", MysqlKind::Uuid, 0, 0},
    {"inet4", MysqlKind::Inet4, 0, 0},
    {"inet6", MysqlKind::Inet6, 0, 0},
}};

/// `'a','b''c'` behind the bracket of an ENUM or SET.
std::vector<QByteArray> membersOf(QStringView text)
{
    std::vector<QByteArray> members;
    QString current;
    bool isInside = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c != QLatin1Char('\'')) {
            if (isInside)
                current += c;
            continue;
        }
        if (isInside && i + 1 < text.size() && text[i + 1] == c) {
            current += c;
            ++i;
            continue;
        }
        if (isInside)
            members.push_back(current.toUtf8());
        current.clear();
        isInside = !isInside;
    }
    return members;
}

void readNumbers(MysqlType &type, QStringView inside)
{
    const qsizetype comma = inside.indexOf(QLatin1Char(','));
    const int first = inside.left(comma < 0 ? inside.size() : comma).trimmed().toInt();
    const int second = comma < 0 ? 0 : inside.mid(comma + 1).trimmed().toInt();
    switch (type.kind) {
    case MysqlKind::Decimal:
    case MysqlKind::Float:
    case MysqlKind::Double:
        type.precision = first;
        type.scale = type.kind == MysqlKind::Decimal || comma >= 0 ? second : -1;
        break;
    case MysqlKind::Char:
    case MysqlKind::Text:
    case MysqlKind::Binary:
    case MysqlKind::Bytes:
        type.length = first;
        break;
    case MysqlKind::Time:
    case MysqlKind::DateTime:
    case MysqlKind::Timestamp:
        type.fraction = first;
        break;
    case MysqlKind::Bit:
        type.bits = first;
        break;
    default:
        break;
    }
}

Error nameError(ErrorKind kind, const QString &message)
{
    return {kind, message, QStringLiteral("Rename it."), {}};
}

Result<void> checkName(const QString &name, const QString &what)
{
    if (name.isEmpty())
        return nameError(ErrorKind::Schema, QStringLiteral("%1 has no name").arg(what));
    if (name.toUcs4().size() > kLongestName)
        return nameError(ErrorKind::Limit,
                         QStringLiteral("the name \"%1…\" of %2 is longer than the %3 characters of MariaDB")
                             .arg(name.left(40), what)
                             .arg(kLongestName));
    if (name.endsWith(QLatin1Char(' ')) || name.contains(QChar(0))
        || std::any_of(name.begin(), name.end(), [](QChar c) { return c.isSurrogate(); }))
        return nameError(
            ErrorKind::Schema,
            QStringLiteral("MariaDB takes no blank at the end of a name, no NUL and no character "
                           "beyond U+FFFF: \"%1\"")
                .arg(name));
    return {};
}

Result<void> checkColumns(const TableShape &source)
{
    if (source.columnCount() > kMostColumns)
        return Error{ErrorKind::Limit,
                     QStringLiteral("%1 columns: a table of MariaDB holds at most %2")
                         .arg(source.columnCount())
                         .arg(kMostColumns),
                     QStringLiteral("Leave columns out, or split the table."),
                     {}};
    QMap<QString, QString> seen;
    for (const Column &column : source.columns) {
        RETURN_IF_ERROR(checkName(column.name, QStringLiteral("a column")));
        const QString folded = column.name.toCaseFolded();
        if (seen.contains(folded))
            return nameError(ErrorKind::Duplicate,
                             QStringLiteral("the columns \"%1\" and \"%2\" have the same name for MariaDB")
                                 .arg(seen.value(folded), column.name));
        seen.insert(folded, column.name);
    }
    return {};
}

QString decimalFor(const Column &column)
{
    constexpr int kMostDigits = 65;
    constexpr int kMostDecimals = 38;
    if (column.precision <= 0) // any number of digits: half before the point, half behind
        return QStringLiteral("decimal(65,30)");
    const int scale = std::clamp(column.scale, 0, kMostDecimals);
    return QStringLiteral("decimal(%1,%2)")
        .arg(std::clamp(column.precision, std::max(1, scale), kMostDigits))
        .arg(scale);
}

/// `room`: bytes of a key that this column is part of; 0: of none.
QString textFor(const Column &column, int room)
{
    // A key column needs a length: as much as an index can hold.
    const qint64 most = room > 0 ? room / 4 : kLongestVarchar;
    if (column.precision > 0 && column.precision <= most)
        return QStringLiteral("varchar(%1)").arg(column.precision);
    return room > 0 ? QStringLiteral("varchar(%1)").arg(most) : QStringLiteral("longtext");
}

QString declaredFor(const Column &column, int room)
{
    switch (column.type) {
    case LogicalType::Boolean:
        return QStringLiteral("tinyint(1)");
    case LogicalType::Integer:
        return QStringLiteral("bigint(20)");
    case LogicalType::Unsigned:
        return QStringLiteral("bigint(20) unsigned");
    case LogicalType::Real:
        return QStringLiteral("double");
    case LogicalType::Decimal:
        return decimalFor(column);
    case LogicalType::Date:
        return QStringLiteral("date");
    case LogicalType::Time:
        return QStringLiteral("time(6)");
    case LogicalType::DateTime:
    case LogicalType::DateTimeTz: // TIMESTAMP ends in 2038; the instant is kept in UTC
        return QStringLiteral("datetime(6)");
    case LogicalType::Uuid:
        return QStringLiteral("uuid");
    case LogicalType::Bytes:
        return room > 0 ? QStringLiteral("varbinary(%1)").arg(room) : QStringLiteral("longblob");
    case LogicalType::Text:
    case LogicalType::Json: // not MariaDB's own JSON, whose check refuses what other engines take
    case LogicalType::Interval:
    case LogicalType::Other:
        break;
    }
    return textFor(column, room);
}

} // namespace

MysqlType parseMysqlType(const QString &nativeType)
{
    const QString lower = nativeType.toLower().trimmed();
    qsizetype end = 0;
    while (end < lower.size() && (lower[end].isLetterOrNumber() || lower[end] == QLatin1Char('_')))
        ++end;
    const QString word = lower.left(end);
    MysqlType type;
    for (const Named &named : kNames) {
        if (word != QLatin1String(named.word))
            continue;
        type.kind = named.kind;
        type.bits = named.bits;
        type.length = named.bytes > 0 ? named.bytes : -1;
        type.isLengthInBytes = named.bytes > 0;
    }
    if (type.kind == MysqlKind::Decimal) {
        type.precision = 10;
        type.scale = 0;
    }
    const qsizetype open = lower.indexOf(QLatin1Char('('));
    const qsizetype close = lower.lastIndexOf(QLatin1Char(')'));
    if (type.kind == MysqlKind::Enum || type.kind == MysqlKind::Set)
        type.members = membersOf(QStringView(nativeType).trimmed().mid(std::max<qsizetype>(open, 0)));
    else if (open == end && close > open)
        readNumbers(type, QStringView(lower).mid(open + 1, close - open - 1));
    else if (type.kind == MysqlKind::Char || type.kind == MysqlKind::Binary)
        type.length = 1;
    const bool isNumber = type.kind == MysqlKind::Integer || type.kind == MysqlKind::Decimal
        || type.kind == MysqlKind::Float || type.kind == MysqlKind::Double;
    type.isUnsigned =
        isNumber && (lower.contains(QLatin1String("unsigned")) || lower.contains(QLatin1String("zerofill")));
    return type;
}

LogicalType mysqlLogicalType(const MysqlType &type)
{
    switch (type.kind) {
    case MysqlKind::Integer:
        return type.isUnsigned ? LogicalType::Unsigned : LogicalType::Integer;
    case MysqlKind::Year:
        return LogicalType::Integer;
    case MysqlKind::Float:
    case MysqlKind::Double:
        return LogicalType::Real;
    case MysqlKind::Decimal:
        return LogicalType::Decimal;
    case MysqlKind::Char:
    case MysqlKind::Text:
    case MysqlKind::Enum:
    case MysqlKind::Set:
        return LogicalType::Text;
    case MysqlKind::Json:
        return LogicalType::Json;
    case MysqlKind::Binary:
    case MysqlKind::Bytes:
    case MysqlKind::Geometry:
        return LogicalType::Bytes;
    case MysqlKind::Date:
        return LogicalType::Date;
    case MysqlKind::Time:
        return LogicalType::Time;
    case MysqlKind::DateTime:
        return LogicalType::DateTime;
    case MysqlKind::Timestamp:
        return LogicalType::DateTimeTz;
    case MysqlKind::Uuid:
        return LogicalType::Uuid;
    case MysqlKind::Bit:
    case MysqlKind::Inet4:
    case MysqlKind::Inet6:
    case MysqlKind::Unknown:
        break;
    }
    return LogicalType::Other;
}

void setMysqlType(Column &column, const QString &nativeType)
{
    const MysqlType type = parseMysqlType(nativeType);
    column.nativeType = nativeType;
    column.type = mysqlLogicalType(type);
    column.precision = type.precision;
    column.scale = type.scale;
    if (type.length >= 0 && !type.isLengthInBytes)
        column.precision = static_cast<int>(type.length);
}

QString mysqlCharset(const QString &collation)
{
    return collation.section(QLatin1Char('_'), 0, 0);
}

bool isMysqlBinaryCollation(const QString &collation)
{
    // Only where the order of the bytes of UTF-8 is that of the code points of the set.
    static const QStringList sets = {QStringLiteral("utf8mb4"), QStringLiteral("utf8mb3"),
                                     QStringLiteral("utf8"), QStringLiteral("ascii")};
    return collation.endsWith(QLatin1String("_bin")) && sets.contains(mysqlCharset(collation));
}

bool isMysqlPaddedCollation(const QString &collation)
{
    return !collation.contains(QLatin1String("nopad")) && !collation.contains(QLatin1String("0900"));
}

Result<TableInfo> mysqlTableFor(const TableShape &source)
{
    RETURN_IF_ERROR(checkName(source.name.name, QStringLiteral("the table")));
    RETURN_IF_ERROR(checkColumns(source));
    TableInfo table;
    table.shape = source;
    table.shape.name.schema.clear();
    table.shape.engine = QStringLiteral("mysql");
    table.shape.origin = CellOrigin::Native;
    table.hasPrimaryKey = !source.key.empty();
    const bool isOurs = source.engine == QLatin1String("mysql");
    int texts = 0;
    int room = kLongestKey;
    for (const int i : source.key) {
        const Column &column = source.columns[static_cast<size_t>(i)];
        const bool isLong = column.type == LogicalType::Bytes
            || declaredFor(column, 0) == QLatin1String("longtext")
            || declaredFor(column, 0).startsWith(QLatin1String("varchar"));
        texts += isLong ? 1 : 0;
        room -= isLong ? 0 : 144; // more than any other type takes
    }
    const int roomEach = texts == 0 ? 0 : std::max(4, room / texts);
    for (size_t i = 0; i < table.shape.columns.size(); ++i) {
        Column &column = table.shape.columns[i];
        const bool isKey =
            std::find(source.key.begin(), source.key.end(), static_cast<int>(i)) != source.key.end();
        column.nullable = column.nullable && !isKey;
        column.generated = false;
        column.hidden = false;
        if (isOurs)
            continue;
        setMysqlType(column, declaredFor(column, isKey ? roomEach : 0));
        column.strict = false;
        column.defaultExpression.clear();
        const bool isText = column.type == LogicalType::Text || column.type == LogicalType::Json;
        column.collation = isText ? kMysqlCollation : QString();
    }
    ASSIGN_OR_RETURN(const QByteArray sql, mysqlTableStatement(table));
    table.sql = QString::fromUtf8(sql);
    return table;
}

} // namespace galley
