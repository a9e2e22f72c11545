// SPDX-License-Identifier: MIT
//
// The bytes of a Parquet file at any place, whatever kind of source they come from.
#pragma once

#include "workers/base/scratchfile.h"

namespace galley::parquet {

/// A source that only gives its bytes in order is copied into a temporary file without a name first.
///
/// Threads: one at a time.
class ParquetInput
{
public:
    explicit ParquetInput(std::unique_ptr<ByteSource> source);

    /// Looks at both ends. Errors: Truncated, Malformed, Unsupported (encrypted), Limit (no room for the
    /// copy), and those of the source.
    Result<void> open();
    qint64 size() const { return m_bytes->size(); }
    /// The footer's bytes, and where they begin. After open().
    Result<QByteArray> footer();
    qint64 footerStart() const { return m_footerStart; }
    /// Fills `out`. Errors: Truncated, Io.
    Result<void> read(qint64 offset, std::span<char> out) const;
    /// Reads what the source still has, so that whoever counts or checks its bytes sees all of them.
    Result<void> drain();
    Place place() const { return m_source->place(); }

private:
    Result<void> spool();
    Error notParquet(ErrorKind kind, const QString &message) const;

    std::unique_ptr<ByteSource> m_source;
    std::unique_ptr<ScratchFile> m_spool;
    const RandomAccess *m_bytes = nullptr;
    qint64 m_footerStart = 0;
};

} // namespace galley::parquet
