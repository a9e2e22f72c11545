// SPDX-License-Identifier: MIT
//
// Many files under one name: a directory or a zip, read and written the same way. Members are streams; no
// name from an archive is ever put on the disk.
#pragma once

#include "workers/base/io.h"

#include <stop_token>
#include <vector>

namespace galley {

struct ArchiveMember
{
    QString name; ///< relative, `/` between the parts
    qint64 size = 0; ///< unpacked, in bytes
};

/// An archive whose whole directory was checked (names, sizes, places) before anything is unpacked.
/// Threads: const, open() may be called from several; each source is used by one at a time.
class ArchiveReader
{
public:
    virtual ~ArchiveReader() = default;
    virtual QString path() const = 0;
    virtual bool isZip() const = 0;
    /// Files only, ordered by name.
    virtual const std::vector<ArchiveMember> &members() const = 0;
    /// Checks the size and, in a zip, the CRC at the end. Errors: Truncated where there is no such member.
    virtual Result<std::unique_ptr<ByteSource>> open(const QString &name) const = 0;
    /// Of the zip; "" for a directory.
    virtual QByteArray comment() const { return {}; }

    bool has(const QString &name) const;
};

/// A directory or a zip. Errors: NotFound, Permission, Io; UnsafePath, Duplicate, Malformed, Truncated,
/// Ambiguous, Encoding, Limit, Unsupported (what a zip may be wrong in), Schema (nothing in it).
/// `stop`: reading a member gives Cancelled once it was requested.
Result<std::unique_ptr<ArchiveReader>> openArchive(const QString &path, const std::stop_token &stop = {});
/// Whether a file begins, or where it is empty of members ends, as a zip does, or is called one.
bool looksLikeZip(const QString &path);

/// Why `name` may not be a member's name: not relative, `..`, a device of Windows, …
Result<void> checkMemberName(const QString &name);
/// checkMemberName() for all, and no two that some file system takes for the same, no file that is a folder.
Result<void> checkMemberNames(const std::vector<ArchiveMember> &members);

struct ArchiveOptions
{
    bool overwrite = false;
    /// Zip: the comment is this and the SHA-256 of all bytes before the comment's length; "" for no comment.
    QByteArray sealPrefix;
};

/// Threads: one.
class ArchiveWriter
{
public:
    virtual ~ArchiveWriter() = default;
    /// One at a time: the sink must be finished before the next member is opened. Abandoned, the archive
    /// cannot be finished. REQUIRES: a name that checkMemberName() accepts.
    virtual Result<std::unique_ptr<ByteSink>> openMember(const QString &name) = 0;
    /// Writes what remains, under pendingPath(). Nothing can be added after.
    virtual Result<void> flush() = 0;
    /// What was written can be opened with openArchive() there until it is placed.
    virtual QString pendingPath() const = 0;
    /// Flushes all to the disk (which has gone on while it was read back) and gives it its final name. Not
    /// calling it leaves nothing behind, and what was under the name before untouched. REQUIRES: flushed.
    virtual Result<void> place() = 0;
    /// Members with their bytes, unpacked, as they were written.
    virtual const std::vector<ArchiveMember> &members() const = 0;
};

/// A zip where `path` ends in .zip, else a directory. Written to `<path>.part`. Errors: CannotCreate,
/// Permission, Io. A directory that is there must be empty, or else is replaced whole (`overwrite`).
Result<std::unique_ptr<ArchiveWriter>> createArchive(const QString &path, const ArchiveOptions &options);

} // namespace galley
