/* SPDX-License-Identifier: MIT
 *
 * What stands in the footer and before each page of a Parquet file, by the facts of the format's public description
 * (field numbers and types). Numbers that the format calls enumerations are plain integers here, so that an unknown
 * one can be told by its number; fields that Galley has no use for are left out, readers skip them. */

namespace cpp galley.parquet.wire

struct Nothing {
}

struct Decimal {
    1: required i32 scale
    2: required i32 precision
}

union Unit {
    1: Nothing milliseconds
    2: Nothing microseconds
    3: Nothing nanoseconds
}

/* Of a time of day, and of a moment. */
struct Moment {
    1: required bool isUtc
    2: required Unit unit
}

struct Whole {
    1: required i8 bits
    2: required bool isSigned
}

union Meaning {
    1: Nothing text
    2: Nothing keyed
    3: Nothing listed
    4: Nothing enumeration
    5: Decimal decimal
    6: Nothing date
    7: Moment time
    8: Moment timestamp
    10: Whole whole
    11: Nothing alwaysNull
    12: Nothing json
    13: Nothing bson
    14: Nothing uuid
    15: Nothing halfFloat
    16: Nothing variant
    17: Nothing geometry
    18: Nothing geography
}

struct SchemaElement {
    1: optional i32 type
    2: optional i32 typeLength
    3: optional i32 repetition
    4: required string name
    5: optional i32 childCount
    6: optional i32 convertedType
    7: optional i32 scale
    8: optional i32 precision
    10: optional Meaning meaning
}

struct Statistics {
    3: optional i64 nullCount
    5: optional binary maxValue
    6: optional binary minValue
    7: optional bool isMaxExact
    8: optional bool isMinExact
}

struct DataPage {
    1: required i32 valueCount
    2: required i32 encoding
    3: required i32 definitionEncoding
    4: required i32 repetitionEncoding
}

struct DictionaryPage {
    1: required i32 valueCount
    2: required i32 encoding
}

struct DataPageV2 {
    1: required i32 valueCount
    2: required i32 nullCount
    3: required i32 rowCount
    4: required i32 encoding
    5: required i32 definitionBytes
    6: required i32 repetitionBytes
    7: optional bool isCompressed
}

struct PageHeader {
    1: required i32 type
    2: required i32 unpackedSize
    3: required i32 packedSize
    4: optional i32 crc
    5: optional DataPage data
    7: optional DictionaryPage dictionary
    8: optional DataPageV2 dataV2
}

struct KeyValue {
    1: required string key
    2: optional string value
}

struct ChunkMeta {
    1: required i32 type
    2: required list<i32> encodings
    3: required list<string> path
    4: required i32 codec
    5: required i64 valueCount
    6: required i64 unpackedSize
    7: required i64 packedSize
    9: required i64 dataOffset
    11: optional i64 dictionaryOffset
    12: optional Statistics statistics
}

struct ColumnChunk {
    1: optional string filePath
    2: required i64 fileOffset
    3: required ChunkMeta meta
    8: optional Nothing encryption
}

struct RowGroup {
    1: required list<ColumnChunk> chunks
    2: required i64 byteSize
    3: required i64 rowCount
    5: optional i64 fileOffset
    6: optional i64 packedSize
    7: optional i16 ordinal
}

union ColumnOrder {
    1: Nothing byType
}

struct FileMeta {
    1: required i32 version
    2: required list<SchemaElement> schema
    3: required i64 rowCount
    4: required list<RowGroup> rowGroups
    5: optional list<KeyValue> keyValues
    6: optional string createdBy
    7: optional list<ColumnOrder> columnOrders
    8: optional Nothing encryption
}
