// SPDX-License-Identifier: MIT
#include "workers/base/placing.h"

#include "workers/base/io.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace galley {

Error existsAlready(const QString &path, const QString &what)
{
    return Error{ErrorKind::CannotCreate,
                 what,
                 QStringLiteral("Choose another name, or overwrite it (--overwrite)."),
                 {path, {}, 0, 0}};
}

Error cannotCreate(int errorNumber, const QString &path)
{
    Error error = errnoError(errorNumber, QStringLiteral("create the output"), path);
    if (error.kind == ErrorKind::NotFound || (error.kind == ErrorKind::Io && error.hint.isEmpty()))
        error.kind = ErrorKind::CannotCreate;
    return error;
}

QString folderOf(const QString &path)
{
    return QFileInfo(path).absolutePath();
}

Result<void> placeFile(const QString &from, const QString &to, bool overwrite)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    int failed = -1;
    if (!overwrite && !QFileInfo(to).isDir()) {
        failed = ::renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), RENAME_NOREPLACE);
        if (failed != 0 && errno == EEXIST)
            return existsAlready(to, QStringLiteral("the file exists already"));
    }
    if (failed != 0) // replacing is wanted, or the file system cannot rename without it
        failed = ::rename(source.constData(), target.constData());
    if (failed != 0)
        return errnoError(errno, QStringLiteral("put the finished export in place"), to);
    return flushToDisk(folderOf(to));
}

Result<void> swapFolders(const QString &from, const QString &to)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    if (::renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), RENAME_EXCHANGE) == 0)
        return flushToDisk(folderOf(to));
    // Not every file system can swap: then there is a moment without either, but never a loss.
    const QByteArray aside = source + ".old";
    if (::rename(target.constData(), aside.constData()) != 0)
        return errnoError(errno, QStringLiteral("put the finished export in place"), to);
    if (::rename(source.constData(), target.constData()) != 0) {
        const int why = errno;
        ::rename(aside.constData(), target.constData());
        return errnoError(why, QStringLiteral("put the finished export in place"), to);
    }
    if (::rename(aside.constData(), source.constData()) != 0)
        return errnoError(errno, QStringLiteral("put the old export aside"), from);
    return flushToDisk(folderOf(to));
}

Result<void> flushToDisk(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return errnoError(errno, QStringLiteral("write to the disk"), path);
    const int failed = ::fsync(fd) != 0 ? errno : 0;
    ::close(fd);
    // Some file systems have no flush for folders.
    if (failed != 0 && failed != EINVAL)
        return errnoError(failed, QStringLiteral("write to the disk"), path);
    return {};
}

} // namespace galley
