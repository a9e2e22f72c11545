// SPDX-License-Identifier: MIT
//
// A file that waits beside its name, as `<path>.part`, so that it can be looked at before it gets the name.
//
// Threads: one at a time.
#pragma once

#include "workers/base/io.h"

namespace galley {

class PendingFile
{
public:
    /// `fd`: of the .part, which is this one's from now on.
    PendingFile(int fd, QString path, bool overwrite);
    PendingFile(const PendingFile &) = delete;
    PendingFile &operator=(const PendingFile &) = delete;
    /// Removes the .part unless it was placed.
    ~PendingFile();

    static QString partPathOf(const QString &path);
    QString partPath() const { return partPathOf(m_path); }

    Result<void> write(std::string_view bytes);
    /// To the disk; nothing may be written after.
    Result<void> flush();
    /// REQUIRES: flushed. Errors: CannotCreate where a file of the name was made meanwhile and is not to be
    /// overwritten, Permission, Io.
    Result<void> place();

private:
    int m_fd;
    QString m_path;
    bool m_overwrite;
    bool m_isPlaced = false;
};

/// Errors: those of createFile().
Result<std::shared_ptr<PendingFile>> createPendingFile(const QString &path, bool overwrite);
/// Writes into `file`; its finish() flushes, and does not place.
std::unique_ptr<ByteSink> makePendingSink(std::shared_ptr<PendingFile> file);

/// What went wrong in reading back what was written for `path`, before it was placed.
Error notPlaced(Error error, const QString &path);

} // namespace galley
