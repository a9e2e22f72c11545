// SPDX-License-Identifier: MIT
//
// Bytes in and out, as streams: what formats read from and write to, whatever lies behind (a file, a member
// of a zip, gzip, memory, standard output).
#pragma once

#include "workers/base/result.h"

#include <QByteArray>

#include <memory>
#include <span>
#include <string_view>

namespace galley {

/// Bytes at any place, for formats that begin at their end. Reading does not move a ByteSource.
class RandomAccess
{
public:
    virtual ~RandomAccess() = default;
    virtual qint64 size() const = 0;
    /// Fills `out` from `offset` as far as there are bytes; returns how many. Errors: Io.
    virtual Result<size_t> readAt(qint64 offset, std::span<char> out) const = 0;
};

/// Threads: one thread at a time.
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    /// Fills the front of `buffer`; returns how many bytes, 0 only at the end (all checks of the container
    /// passed). Errors: Io, Truncated, Checksum, Malformed, Limit.
    virtual Result<size_t> read(std::span<char> buffer) = 0;
    /// Bytes in all, of what read() gives; -1 where not known.
    virtual qint64 size() const { return -1; }
    /// All that read() gives, at any place; nullptr where it only comes in order.
    virtual const RandomAccess *randomAccess() const { return nullptr; }
    /// For errors: the file and member that this is.
    virtual Place place() const = 0;
};

/// Threads: one thread at a time.
class ByteSink
{
public:
    virtual ~ByteSink() = default;
    virtual Result<void> write(std::string_view bytes) = 0;
    /// All bytes are with the operating system (or the container); nothing may be written after. Not calling
    /// it abandons what was written.
    virtual Result<void> finish() = 0;
};

/// A plain file, read front to back. Errors: NotFound, Permission, Io (a directory, a device).
Result<std::unique_ptr<ByteSource>> openFile(const QString &path);
std::unique_ptr<ByteSource> openMemory(QByteArray bytes, const QString &name);

/// A file that appears under its name only when finish() succeeds: written to `<path>.part` beside it,
/// flushed to the disk, renamed. Abandoned, the .part is removed and an old file under the name is untouched.
/// Errors: CannotCreate (also when the file exists and `overwrite` is false), Permission, Io.
Result<std::unique_ptr<ByteSink>> createFile(const QString &path, bool overwrite);
/// Appends to `*bytes`, which must outlive the sink.
std::unique_ptr<ByteSink> createMemory(QByteArray *bytes);

/// The whole rest of `source`. Errors: as read(), and Limit when there are more than `limit` bytes.
Result<QByteArray> readAll(ByteSource &source, qsizetype limit);

/// What RandomAccess::readAt() does, for an open file.
Result<size_t> readFileAt(int fd, const QString &path, qint64 offset, std::span<char> out);

/// An Error for errno of a failed call on `path`: kind by errno, message "cannot <what> <path>: <reason>".
Error errnoError(int errorNumber, const QString &what, const QString &path);

} // namespace galley
