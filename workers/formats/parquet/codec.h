// SPDX-License-Identifier: MIT
//
// The packing of pages. Unpacking never takes more memory than the packed bytes can really give.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/base/result.h"

#include <memory>

namespace galley::parquet {

/// The numbers of the format's description.
enum class Codec : qint32
{
    None = 0,
    Snappy = 1,
    Gzip = 2,
    Lzo = 3,
    Brotli = 4,
    Lz4Hadoop = 5,
    Zstd = 6,
    Lz4Raw = 7
};

QString codecName(qint32 codec); ///< "SNAPPY"; "codec 77" where there is no such
bool canUnpack(qint32 codec);

/// A page in memory; what is made of it keeps it alive.
using PageMemory = std::shared_ptr<const char[]>;

/// Exactly `unpackedSize` bytes. Errors: Malformed, Limit. REQUIRES: canUnpack(codec).
Result<PageMemory> unpack(Codec codec, std::string_view packed, size_t unpackedSize);

/// Appends the packed bytes. REQUIRES: codec is None, Snappy, Gzip or Zstd.
Result<void> pack(Codec codec, std::string_view bytes, ByteBuffer &out);

} // namespace galley::parquet
