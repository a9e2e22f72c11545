// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/cellfit.h"

namespace galley::parquet {

namespace {

/// Bits and sign of an integer type as PostgreSQL, MySQL and others declare it; nothing for others.
std::optional<std::pair<int, bool>> declaredWidth(const QString &nativeType)
{
    QString name = nativeType.toLower();
    const bool isUnsigned = name.contains(QLatin1String("unsigned"));
    name.remove(QStringLiteral("unsigned")).remove(QStringLiteral("zerofill"));
    name = name.left(name.indexOf(QLatin1Char('('))).trimmed();
    if (name == QLatin1String("smallint") || name == QLatin1String("int2"))
        return {{16, isUnsigned}};
    if (name == QLatin1String("integer") || name == QLatin1String("int") || name == QLatin1String("int4")
        || name == QLatin1String("mediumint"))
        return {{32, isUnsigned}};
    return {};
}

ValueType wholeType(const Column &column, bool isSqlite)
{
    ValueType type;
    const auto width = isSqlite ? std::nullopt : declaredWidth(column.nativeType);
    type.bits = width ? width->first : 64;
    type.physical = type.bits == 64 ? Physical::Int64 : Physical::Int32;
    const bool isUnsigned = !isSqlite && (column.type == LogicalType::Unsigned || (width && width->second));
    type.meaning = isUnsigned ? Meaning::Unsigned : Meaning::Signed;
    return type;
}

/// Without a number of digits, or with more than 38, a decimal is text.
ValueType decimalType(const Column &column)
{
    ValueType type;
    const int scale = std::max(column.scale, 0);
    if (column.precision < 1 || column.precision > 38 || scale > column.precision) {
        type.meaning = Meaning::Text;
        return type;
    }
    type.meaning = Meaning::Decimal;
    type.precision = column.precision;
    type.scale = scale;
    if (column.precision <= 9)
        type.physical = Physical::Int32;
    else if (column.precision <= 18)
        type.physical = Physical::Int64;
    else {
        type.physical = Physical::FixedBytes;
        type.length = 16;
    }
    return type;
}

bool isPlainType(LogicalType type)
{
    return type == LogicalType::Boolean || type == LogicalType::Integer || type == LogicalType::Unsigned
        || type == LogicalType::Real || type == LogicalType::Bytes || type == LogicalType::Json;
}

} // namespace

ValueType typeFor(const Column &column, bool isSqlite, Typing typing, TimeUnit unit)
{
    ValueType type;
    type.meaning = Meaning::Text;
    if (typing == Typing::Text || (typing == Typing::Plain && !isPlainType(column.type)))
        return type;
    switch (column.type) {
    case LogicalType::Boolean:
        type.physical = Physical::Boolean;
        type.meaning = Meaning::Boolean;
        break;
    case LogicalType::Integer:
    case LogicalType::Unsigned:
        return wholeType(column, isSqlite);
    case LogicalType::Real:
        type.physical = Physical::Double;
        type.meaning = Meaning::Real;
        break;
    case LogicalType::Decimal:
        return decimalType(column);
    case LogicalType::Bytes:
        type.meaning = Meaning::Bytes;
        break;
    case LogicalType::Date:
        type.physical = Physical::Int32;
        type.meaning = Meaning::Date;
        break;
    case LogicalType::Time:
    case LogicalType::DateTime:
    case LogicalType::DateTimeTz:
        type.physical = Physical::Int64;
        type.meaning = column.type == LogicalType::Time ? Meaning::Time : Meaning::Timestamp;
        type.unit = unit;
        type.isUtc = column.type == LogicalType::DateTimeTz;
        break;
    case LogicalType::Uuid:
        type.physical = Physical::FixedBytes;
        type.length = 16;
        type.meaning = Meaning::Uuid;
        break;
    case LogicalType::Json:
        type.meaning = Meaning::Json;
        break;
    case LogicalType::Text:
    case LogicalType::Interval:
    case LogicalType::Other:
        break;
    }
    return type;
}

} // namespace galley::parquet
