// SPDX-License-Identifier: MIT
//
// An export of one file, read back before it gets its name.
#pragma once

#include "workers/base/pendingfile.h"
#include "workers/base/sha256.h"
#include "workers/bundles/bundle.h"
#include "workers/bundles/deflate.h"

namespace galley {

/// Threads: one at a time.
class WrittenFile
{
public:
    /// Packed where the name ends in .gz, as makeGzipSink() does. `isHashed`: so that verify() can be asked.
    /// Errors: CannotCreate, Permission, Io.
    static Result<std::unique_ptr<WrittenFile>>
    create(const QString &path, bool overwrite, bool isHashed = true, int level = DeflateStage::kUsualLevel);
    /// Whether create() could make it, told before anything is read for it.
    static Result<void> check(const QString &path, bool overwrite);

    /// Once. Its finish() flushes to the disk; this must outlive it.
    std::unique_ptr<ByteSink> takeSink() { return std::move(m_sink); }
    QString partPath() const { return m_file->partPath(); }
    /// REQUIRES: the sink was finished, and everything hashed.
    /// Errors: Checksum, Truncated, Malformed, Io, Cancelled.
    Result<void> verify(const ByteProgress &progress, const std::stop_token &stop) const;
    /// Gives it its name. Not calling it leaves nothing behind. REQUIRES: the sink was finished.
    Result<void> place() { return m_file->place(); }

private:
    std::shared_ptr<PendingFile> m_file;
    SinkDigest m_digest;
    std::unique_ptr<ByteSink> m_sink;
};

/// Whether the file still has the bytes that it had. Errors: Checksum, Io, Cancelled.
Result<void> checkUnchangedFile(const QString &path, const QByteArray &sha256, const ByteProgress &progress,
                                const std::stop_token &stop);

} // namespace galley
