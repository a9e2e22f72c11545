// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/valuetype.h"

#include "workers/formats/parquet/convertedtype.h"

#include <optional>

namespace galley::parquet {

namespace {

/// Beyond the converted types of the format: what Kùzu and Ladybug write for SERIAL, an INT64.
constexpr qint32 kKuzuSerial = 22;

constexpr int kMostDigits = 150; ///< of a decimal: what 64 bytes hold
constexpr int kLongestFixed = 64 * 1024 * 1024;

bool isBinary(Physical physical)
{
    return physical == Physical::ByteArray || physical == Physical::FixedBytes;
}

bool isWhole(Physical physical)
{
    return physical == Physical::Int32 || physical == Physical::Int64;
}

/// Whether values stored like this can mean that.
bool canMean(const ValueType &type)
{
    switch (type.meaning) {
    case Meaning::Boolean:
        return type.physical == Physical::Boolean;
    case Meaning::Signed:
    case Meaning::Unsigned:
        return type.physical == (type.bits == 64 ? Physical::Int64 : Physical::Int32);
    case Meaning::Real:
        return type.physical == Physical::Float || type.physical == Physical::Double;
    case Meaning::Half:
        return type.physical == Physical::FixedBytes && type.length == 2;
    case Meaning::Text:
    case Meaning::Json:
    case Meaning::Bytes:
        return isBinary(type.physical);
    case Meaning::Decimal:
        return isBinary(type.physical) || isWhole(type.physical);
    case Meaning::Date:
        return type.physical == Physical::Int32;
    case Meaning::Time:
        return type.physical == (type.unit == TimeUnit::Milli ? Physical::Int32 : Physical::Int64);
    case Meaning::Timestamp:
        return type.physical == Physical::Int64;
    case Meaning::OldTimestamp:
        return type.physical == Physical::Int96;
    case Meaning::Uuid:
        return type.physical == Physical::FixedBytes && type.length == 16;
    case Meaning::Interval:
        return type.physical == Physical::FixedBytes && type.length == 12;
    case Meaning::Null:
        return true;
    }
    return false;
}

Meaning plainMeaning(Physical physical)
{
    switch (physical) {
    case Physical::Boolean:
        return Meaning::Boolean;
    case Physical::Int32:
    case Physical::Int64:
        return Meaning::Signed;
    case Physical::Int96:
        return Meaning::OldTimestamp;
    case Physical::Float:
    case Physical::Double:
        return Meaning::Real;
    case Physical::ByteArray:
    case Physical::FixedBytes:
        break;
    }
    return Meaning::Bytes;
}

void setMoment(ValueType &type, Meaning meaning, TimeUnit unit, bool isUtc)
{
    type.meaning = meaning;
    type.unit = unit;
    type.isUtc = isUtc;
}

void setWhole(ValueType &type, int bits, bool isSigned)
{
    type.meaning = isSigned ? Meaning::Signed : Meaning::Unsigned;
    type.bits = bits;
}

void setDecimal(ValueType &type, int precision, int scale)
{
    type.meaning = Meaning::Decimal;
    type.precision = precision;
    type.scale = scale;
}

std::optional<TimeUnit> unitOf(const wire::Unit &unit)
{
    if (unit.__isset.milliseconds)
        return TimeUnit::Milli;
    if (unit.__isset.microseconds)
        return TimeUnit::Micro;
    if (unit.__isset.nanoseconds)
        return TimeUnit::Nano;
    return {};
}

/// False where the union holds a member that is not known (it is then as it is stored).
Result<bool> takeMeaning(ValueType &type, const wire::Meaning &meaning)
{
    const auto &has = meaning.__isset;
    if (has.text || has.enumeration)
        type.meaning = Meaning::Text;
    else if (has.json)
        type.meaning = Meaning::Json;
    else if (has.bson || has.geometry || has.geography)
        type.meaning = Meaning::Bytes;
    else if (has.uuid)
        type.meaning = Meaning::Uuid;
    else if (has.halfFloat)
        type.meaning = Meaning::Half;
    else if (has.alwaysNull)
        type.meaning = Meaning::Null;
    else if (has.date)
        type.meaning = Meaning::Date;
    else if (has.decimal)
        setDecimal(type, meaning.decimal.precision, meaning.decimal.scale);
    else if (has.whole)
        setWhole(type, meaning.whole.bits, meaning.whole.isSigned);
    else if (has.time || has.timestamp) {
        const wire::Moment &moment = has.time ? meaning.time : meaning.timestamp;
        const std::optional<TimeUnit> unit = unitOf(moment.unit);
        if (!unit)
            return unsupported(QStringLiteral("a unit of time that is not known"));
        setMoment(type, has.time ? Meaning::Time : Meaning::Timestamp, *unit, moment.isUtc);
    } else {
        return false;
    }
    return true;
}

/// ConvertedType times are of the time zone UTC, as the format's description says.
Result<void> takeConverted(ValueType &type, const wire::SchemaElement &element)
{
    const qint32 converted = element.convertedType;
    switch (converted) {
    case Utf8:
    case Enum:
        type.meaning = Meaning::Text;
        return {};
    case ConvertedDecimal:
        setDecimal(type, element.precision, element.__isset.scale ? element.scale : 0);
        return {};
    case ConvertedDate:
        type.meaning = Meaning::Date;
        return {};
    case TimeMillis:
    case TimeMicros:
        setMoment(type, Meaning::Time, converted == TimeMillis ? TimeUnit::Milli : TimeUnit::Micro, true);
        return {};
    case TimestampMillis:
    case TimestampMicros:
        setMoment(type, Meaning::Timestamp, converted == TimestampMillis ? TimeUnit::Milli : TimeUnit::Micro,
                  true);
        return {};
    case ConvertedJson:
        type.meaning = Meaning::Json;
        return {};
    case Bson:
        type.meaning = Meaning::Bytes;
        return {};
    case ConvertedInterval:
        type.meaning = Meaning::Interval;
        return {};
    case kKuzuSerial:
        setWhole(type, 64, true);
        return {};
    case Map:
    case MapKeyValue:
    case List:
        return malformed(QStringLiteral("a single value is said to be a list or a map"));
    default:
        break;
    }
    if (converted >= Uint8 && converted < Int8 + 4) {
        setWhole(type, 8 << ((converted - Uint8) % 4), converted >= Int8);
        return {};
    }
    return unsupported(QStringLiteral("converted type %1 is not known").arg(converted));
}

Result<void> checkDecimal(const ValueType &type)
{
    if (type.precision < 1 || type.scale < 0 || type.scale > type.precision)
        return malformed(QStringLiteral("DECIMAL(%1,%2) cannot be").arg(type.precision).arg(type.scale));
    if (type.precision > kMostDigits)
        return unsupported(QStringLiteral("DECIMAL(%1,%2) has more than %3 digits")
                               .arg(type.precision)
                               .arg(type.scale)
                               .arg(kMostDigits));
    return {};
}

QString physicalName(const ValueType &type)
{
    static const char *const kNames[] = {"BOOLEAN", "INT32",  "INT64",      "INT96",
                                         "FLOAT",   "DOUBLE", "BYTE_ARRAY", "FIXED_LEN_BYTE_ARRAY"};
    const QString name = QString::fromLatin1(kNames[static_cast<int>(type.physical)]);
    return type.physical == Physical::FixedBytes ? QStringLiteral("%1(%2)").arg(name).arg(type.length) : name;
}

QString momentName(const ValueType &type)
{
    static const char *const kUnits[] = {"MILLIS", "MICROS", "NANOS"};
    return QStringLiteral("%1(%2%3)")
        .arg(type.meaning == Meaning::Time ? QStringLiteral("TIME") : QStringLiteral("TIMESTAMP"),
             QString::fromLatin1(kUnits[static_cast<int>(type.unit)]),
             type.isUtc ? QStringLiteral(", UTC") : QString());
}

} // namespace

qint64 unitsASecond(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Milli:
        return 1'000;
    case TimeUnit::Micro:
        return 1'000'000;
    case TimeUnit::Nano:
        break;
    }
    return 1'000'000'000;
}

LogicalType ValueType::logicalType() const
{
    switch (meaning) {
    case Meaning::Boolean:
        return LogicalType::Boolean;
    case Meaning::Signed:
        return LogicalType::Integer;
    case Meaning::Unsigned:
        return LogicalType::Unsigned;
    case Meaning::Real:
    case Meaning::Half:
        return LogicalType::Real;
    case Meaning::Json:
        return LogicalType::Json;
    case Meaning::Bytes:
        return LogicalType::Bytes;
    case Meaning::Decimal:
        return LogicalType::Decimal;
    case Meaning::Date:
        return LogicalType::Date;
    case Meaning::Time:
        return LogicalType::Time;
    case Meaning::Timestamp:
        return isUtc ? LogicalType::DateTimeTz : LogicalType::DateTime;
    case Meaning::OldTimestamp:
        return LogicalType::DateTime;
    case Meaning::Uuid:
        return LogicalType::Uuid;
    case Meaning::Interval:
        return LogicalType::Interval;
    case Meaning::Text:
    case Meaning::Null:
        break;
    }
    return LogicalType::Text;
}

QString ValueType::name() const
{
    switch (meaning) {
    case Meaning::Signed:
    case Meaning::Unsigned:
        return QStringLiteral("%1%2")
            .arg(meaning == Meaning::Signed ? QStringLiteral("INT") : QStringLiteral("UINT"))
            .arg(bits);
    case Meaning::Half:
        return QStringLiteral("FLOAT16");
    case Meaning::Text:
        return QStringLiteral("STRING");
    case Meaning::Json:
        return QStringLiteral("JSON");
    case Meaning::Decimal:
        return QStringLiteral("DECIMAL(%1,%2)").arg(precision).arg(scale);
    case Meaning::Date:
        return QStringLiteral("DATE");
    case Meaning::Time:
    case Meaning::Timestamp:
        return momentName(*this);
    case Meaning::Uuid:
        return QStringLiteral("UUID");
    case Meaning::Interval:
        return QStringLiteral("INTERVAL");
    case Meaning::Null:
        return QStringLiteral("UNKNOWN");
    case Meaning::Boolean:
    case Meaning::Real:
    case Meaning::Bytes:
    case Meaning::OldTimestamp:
        break;
    }
    return physicalName(*this);
}

Result<ValueType> valueTypeOf(const wire::SchemaElement &element)
{
    ValueType type;
    if (!element.__isset.type)
        return malformed(QStringLiteral("a column without a type"));
    if (element.type < 0 || element.type > static_cast<qint32>(Physical::FixedBytes))
        return unsupported(QStringLiteral("physical type %1 is not known").arg(element.type));
    type.physical = static_cast<Physical>(element.type);
    type.meaning = plainMeaning(type.physical);
    type.bits = type.physical == Physical::Int32 ? 32 : 64;
    if (type.physical == Physical::FixedBytes) {
        type.length = element.typeLength;
        if (type.length < 1 || type.length > kLongestFixed)
            return malformed(QStringLiteral("values of %1 bytes cannot be").arg(type.length));
    }
    bool isTaken = false;
    if (element.__isset.meaning) {
        ASSIGN_OR_RETURN(isTaken, takeMeaning(type, element.meaning));
    }
    if (!isTaken && element.__isset.convertedType)
        RETURN_IF_ERROR(takeConverted(type, element));
    if (type.meaning == Meaning::Decimal)
        RETURN_IF_ERROR(checkDecimal(type));
    if (!canMean(type))
        return malformed(QStringLiteral("%1 cannot be %2").arg(physicalName(type), type.name()));
    return type;
}

} // namespace galley::parquet
