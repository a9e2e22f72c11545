// SPDX-License-Identifier: MIT
//
// Footer and page headers of Parquet, as bytes and as values. Hostile bytes give errors: a list or a text
// never takes more memory than the bytes that are there can fill.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/base/result.h"
#include "workers/formats/parquet/metadata_types.h"

namespace galley::parquet {

/// The numbers of the format's description.
enum class Physical : qint32
{
    Boolean = 0,
    Int32 = 1,
    Int64 = 2,
    Int96 = 3,
    Float = 4,
    Double = 5,
    ByteArray = 6,
    FixedBytes = 7
};

enum class Encoding : qint32
{
    Plain = 0,
    PlainDictionary = 2,
    Rle = 3,
    BitPacked = 4,
    DeltaBinaryPacked = 5,
    DeltaLengthByteArray = 6,
    DeltaByteArray = 7,
    RleDictionary = 8,
    ByteStreamSplit = 9
};

enum class PageType : qint32
{
    Data = 0,
    Index = 1,
    Dictionary = 2,
    DataV2 = 3
};

/// "PLAIN", …; "encoding 99" where there is no such.
QString encodingName(qint32 encoding);

/// Errors: Malformed.
Result<wire::FileMeta> parseFooter(std::string_view bytes);
/// The header at the front of `bytes`; returns how many bytes it takes, 0 where `bytes` are too few.
/// Errors: Malformed.
Result<size_t> parsePageHeader(std::string_view bytes, wire::PageHeader &header);
Result<wire::RowGroup> parseRowGroup(std::string_view bytes);

void appendFooter(ByteBuffer &out, const wire::FileMeta &meta);
void appendPageHeader(ByteBuffer &out, const wire::PageHeader &header);
void appendRowGroup(ByteBuffer &out, const wire::RowGroup &group);

/// Errors of a Parquet file, without a place.
Error malformed(const QString &message);
Error unsupported(const QString &message, const QString &hint = {});

} // namespace galley::parquet
