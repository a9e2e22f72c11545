// SPDX-License-Identifier: MIT
//
// The older way to say what values mean.
#pragma once

#include <QtGlobal>

namespace galley::parquet {

/// ConvertedType, by the numbers of the format's description.
enum Converted : qint32
{
    Utf8 = 0,
    Map = 1,
    MapKeyValue = 2,
    List = 3,
    Enum = 4,
    ConvertedDecimal = 5,
    ConvertedDate = 6,
    TimeMillis = 7,
    TimeMicros = 8,
    TimestampMillis = 9,
    TimestampMicros = 10,
    Uint8 = 11,
    Int8 = 15,
    ConvertedJson = 19,
    Bson = 20,
    ConvertedInterval = 21
};

} // namespace galley::parquet
