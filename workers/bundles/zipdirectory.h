// SPDX-License-Identifier: MIT
//
// The directory of a zip, read and checked as a whole before anything is unpacked: names, kinds, methods, and
// that the members, one after the other and without gaps, are exactly what the directory says (PKWARE's
// APPNOTE 6.3.9, sections 4.3 to 4.5).
#pragma once

#include "workers/base/io.h"

#include <functional>
#include <vector>

namespace galley {

struct ZipEntry
{
    QString name; ///< a folder's ends in `/`
    quint16 method = 0; ///< 0 stored, 8 deflated
    quint32 crc = 0;
    qint64 packed = 0;
    qint64 unpacked = 0;
    qint64 headerOffset = 0;
    qint64 dataOffset = 0;

    bool isFolder() const { return name.endsWith(QLatin1Char('/')); }
};

struct ZipDirectory
{
    std::vector<ZipEntry> entries; ///< in the directory's order
    QByteArray comment;
    qint64 commentLengthOffset = 0; ///< where the seal's bytes end
};

/// `size` bytes from `offset`; fewer only where the file ends.
using ReadAt = std::function<Result<QByteArray>(qint64 offset, qsizetype size)>;

/// `path` is for messages. Errors: as openArchive().
Result<ZipDirectory> readZipDirectory(const ReadAt &readAt, qint64 fileSize, const QString &path);

} // namespace galley
