// SPDX-License-Identifier: MIT
//
// gzip files (RFC 1952): several members, every length and CRC checked, the stored name never used.
#pragma once

#include "workers/base/io.h"
#include "workers/bundles/deflate.h"

namespace galley {

/// `source` unpacked where its first bytes say that it is gzip, whatever its name; else `source` as it is.
/// Errors, also of read(): Malformed (header, data, bytes after the end), Truncated, Checksum, Unsupported,
/// Limit (expansion.h), and those of `source`.
Result<std::unique_ptr<ByteSource>> openMaybeGzip(std::unique_ptr<ByteSource> source);
/// The file `path`, likewise. Errors: also those of openFile().
Result<std::unique_ptr<ByteSource>> openMaybeGzip(const QString &path);

/// Packs what is written into one gzip member in `sink`: same bytes in, same bytes out. The work is done on
/// up to two threads of its own. `level`: that of DeflateStage.
std::unique_ptr<ByteSink> makeGzipSink(std::unique_ptr<ByteSink> sink, int level = DeflateStage::kUsualLevel);

} // namespace galley
