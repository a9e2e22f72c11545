// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/convertedtype.h"
#include "workers/formats/parquet/valuetype.h"

namespace galley::parquet {

namespace {

void setConverted(wire::SchemaElement &element, qint32 converted)
{
    element.__set_convertedType(converted);
}

void describeMoment(const ValueType &type, wire::SchemaElement &element, wire::Meaning &meaning)
{
    wire::Moment moment;
    moment.isUtc = type.isUtc;
    if (type.unit == TimeUnit::Milli)
        moment.unit.__set_milliseconds({});
    else if (type.unit == TimeUnit::Micro)
        moment.unit.__set_microseconds({});
    else
        moment.unit.__set_nanoseconds({});
    const bool isTime = type.meaning == Meaning::Time;
    if (isTime)
        meaning.__set_time(moment);
    else
        meaning.__set_timestamp(moment);
    if (type.isUtc && type.unit == TimeUnit::Micro) // the older way knows no other
        setConverted(element, isTime ? TimeMicros : TimestampMicros);
}

void describeWhole(const ValueType &type, wire::SchemaElement &element, wire::Meaning &meaning)
{
    wire::Whole whole;
    whole.bits = static_cast<int8_t>(type.bits);
    whole.isSigned = type.meaning == Meaning::Signed;
    meaning.__set_whole(whole);
    const int step = type.bits == 8 ? 0 : type.bits == 16 ? 1 : type.bits == 32 ? 2 : 3;
    setConverted(element, (whole.isSigned ? Int8 : Uint8) + step);
}

void describeDecimal(const ValueType &type, wire::SchemaElement &element, wire::Meaning &meaning)
{
    wire::Decimal decimal;
    decimal.precision = type.precision;
    decimal.scale = type.scale;
    meaning.__set_decimal(decimal);
    setConverted(element, ConvertedDecimal);
    element.__set_precision(type.precision);
    element.__set_scale(type.scale);
}

} // namespace

void describe(const ValueType &type, wire::SchemaElement &element)
{
    element.__set_type(static_cast<qint32>(type.physical));
    if (type.physical == Physical::FixedBytes)
        element.__set_typeLength(type.length);
    wire::Meaning meaning;
    switch (type.meaning) {
    case Meaning::Signed:
    case Meaning::Unsigned:
        describeWhole(type, element, meaning);
        break;
    case Meaning::Text:
        meaning.__set_text({});
        setConverted(element, Utf8);
        break;
    case Meaning::Json:
        meaning.__set_json({});
        setConverted(element, ConvertedJson);
        break;
    case Meaning::Decimal:
        describeDecimal(type, element, meaning);
        break;
    case Meaning::Date:
        meaning.__set_date({});
        setConverted(element, ConvertedDate);
        break;
    case Meaning::Time:
    case Meaning::Timestamp:
        describeMoment(type, element, meaning);
        break;
    case Meaning::Uuid:
        meaning.__set_uuid({});
        break;
    default:
        return; // as it is stored
    }
    element.__set_meaning(meaning);
}

} // namespace galley::parquet
