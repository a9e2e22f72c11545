// SPDX-License-Identifier: MIT
//
// What the values of a column of a Parquet file are: how they are stored, and what they mean.
#pragma once

#include "workers/base/shape.h"
#include "workers/formats/parquet/metadata.h"

namespace galley::parquet {

enum class Meaning : quint8
{
    Boolean,
    Signed,
    Unsigned,
    Real,
    Half, ///< two bytes
    Text,
    Json,
    Bytes,
    Decimal,
    Date,
    Time,
    Timestamp,
    OldTimestamp, ///< INT96: nanoseconds of the day, Julian day
    Uuid,
    Interval, ///< months, days, milliseconds
    Null, ///< every value is
};

enum class TimeUnit : quint8
{
    Milli,
    Micro,
    Nano
};

qint64 unitsASecond(TimeUnit unit);

struct ValueType
{
    Physical physical = Physical::ByteArray;
    int length = 0; ///< FixedBytes
    Meaning meaning = Meaning::Bytes;
    int bits = 64; ///< Signed, Unsigned
    TimeUnit unit = TimeUnit::Micro;
    bool isUtc = false; ///< Time, Timestamp
    int precision = -1; ///< Decimal
    int scale = -1;

    LogicalType logicalType() const;
    QString name() const; ///< "DECIMAL(10,2)", "TIMESTAMP(MICROS, UTC)"
};

/// By LogicalType, else ConvertedType, else as it is stored.
/// Errors: Unsupported (a type that is not known, by its number), Malformed (a meaning that cannot be).
Result<ValueType> valueTypeOf(const wire::SchemaElement &element);

/// Fills in type, length, ConvertedType and LogicalType.
void describe(const ValueType &type, wire::SchemaElement &element);

} // namespace galley::parquet
