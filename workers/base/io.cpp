// SPDX-License-Identifier: MIT
#include "workers/base/io.h"

#include "workers/base/pendingfile.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace galley {

Error errnoError(int errorNumber, const QString &what, const QString &path)
{
    Error error;
    error.where.file = path;
    error.message =
        QStringLiteral("cannot %1: %2").arg(what, QString::fromLocal8Bit(std::strerror(errorNumber)));
    switch (errorNumber) {
    case ENOENT:
    case ENOTDIR:
        error.kind = ErrorKind::NotFound;
        error.hint = QStringLiteral("Check the path.");
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        error.kind = ErrorKind::Permission;
        error.hint = QStringLiteral("Check the rights on the file and its folder.");
        break;
    case ENOSPC:
    case EDQUOT:
        error.kind = ErrorKind::Io;
        error.hint = QStringLiteral("The disk is full: free some space, or choose another place.");
        break;
    case EFBIG:
        error.kind = ErrorKind::Io;
        error.hint = QStringLiteral("Files may not be that large here: choose another place.");
        break;
    default:
        error.kind = ErrorKind::Io;
        break;
    }
    return error;
}

Result<size_t> readFileAt(int fd, const QString &path, qint64 offset, std::span<char> out)
{
    size_t filled = 0;
    while (filled < out.size()) {
        const ssize_t got = ::pread(fd, out.data() + filled, out.size() - filled,
                                    static_cast<off_t>(offset) + static_cast<off_t>(filled));
        if (got == 0)
            break;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errnoError(errno, QStringLiteral("read the file"), path);
        filled += static_cast<size_t>(got);
    }
    return filled;
}

namespace {

class FileSource final : public ByteSource, public RandomAccess
{
public:
    FileSource(int fd, qint64 fileSize, QString path)
        : m_fd(fd)
        , m_size(fileSize)
        , m_path(std::move(path))
    {
    }
    FileSource(const FileSource &) = delete;
    FileSource &operator=(const FileSource &) = delete;
    ~FileSource() override { ::close(m_fd); }

    Result<size_t> read(std::span<char> buffer) override
    {
        for (;;) {
            const ssize_t got = ::read(m_fd, buffer.data(), buffer.size());
            if (got >= 0)
                return static_cast<size_t>(got);
            if (errno != EINTR)
                return errnoError(errno, QStringLiteral("read the file"), m_path);
        }
    }
    Result<size_t> readAt(qint64 offset, std::span<char> out) const override
    {
        return readFileAt(m_fd, m_path, offset, out);
    }
    qint64 size() const override { return m_size; }
    const RandomAccess *randomAccess() const override { return this; }
    Place place() const override { return {m_path, {}, 0, 0}; }

private:
    int m_fd;
    qint64 m_size;
    QString m_path;
};

class MemorySource final : public ByteSource, public RandomAccess
{
public:
    MemorySource(QByteArray bytes, QString name)
        : m_bytes(std::move(bytes))
        , m_name(std::move(name))
    {
    }
    Result<size_t> read(std::span<char> buffer) override
    {
        const size_t count = std::min(buffer.size(), static_cast<size_t>(m_bytes.size() - m_next));
        if (count > 0)
            std::memcpy(buffer.data(), m_bytes.constData() + m_next, count);
        m_next += static_cast<qsizetype>(count);
        return count;
    }
    Result<size_t> readAt(qint64 offset, std::span<char> out) const override
    {
        const qint64 left = std::max<qint64>(0, m_bytes.size() - offset);
        const size_t count = std::min(out.size(), static_cast<size_t>(left));
        if (count > 0)
            std::memcpy(out.data(), m_bytes.constData() + offset, count);
        return count;
    }
    qint64 size() const override { return m_bytes.size(); }
    const RandomAccess *randomAccess() const override { return this; }
    Place place() const override { return {m_name, {}, 0, 0}; }

private:
    QByteArray m_bytes;
    QString m_name;
    qsizetype m_next = 0;
};

/// Placed as soon as it is finished.
class FileSink final : public ByteSink
{
public:
    explicit FileSink(std::shared_ptr<PendingFile> file)
        : m_file(std::move(file))
    {
    }
    Result<void> write(std::string_view bytes) override { return m_file->write(bytes); }
    Result<void> finish() override
    {
        RETURN_IF_ERROR(m_file->flush());
        return m_file->place();
    }

private:
    std::shared_ptr<PendingFile> m_file;
};

class MemorySink final : public ByteSink
{
public:
    explicit MemorySink(QByteArray *bytes)
        : m_bytes(bytes)
    {
    }
    Result<void> write(std::string_view bytes) override
    {
        m_bytes->append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        return {};
    }
    Result<void> finish() override { return {}; }

private:
    QByteArray *m_bytes;
};

} // namespace

Result<std::unique_ptr<ByteSource>> openFile(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return errnoError(errno, QStringLiteral("open the file"), path);
    struct stat info = {};
    if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        ::close(fd);
        return Error{ErrorKind::Io,
                     QStringLiteral("this is not a regular file"),
                     QStringLiteral("Give a file, or a directory that holds an export."),
                     {path, {}, 0, 0}};
    }
    ::posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL);
    return std::unique_ptr<ByteSource>(std::make_unique<FileSource>(fd, info.st_size, path));
}

std::unique_ptr<ByteSource> openMemory(QByteArray bytes, const QString &name)
{
    return std::make_unique<MemorySource>(std::move(bytes), name);
}

Result<std::unique_ptr<ByteSink>> createFile(const QString &path, bool overwrite)
{
    ASSIGN_OR_RETURN(auto file, createPendingFile(path, overwrite));
    return std::unique_ptr<ByteSink>(std::make_unique<FileSink>(std::move(file)));
}

std::unique_ptr<ByteSink> createMemory(QByteArray *bytes)
{
    return std::make_unique<MemorySink>(bytes);
}

Result<QByteArray> readAll(ByteSource &source, qsizetype limit)
{
    QByteArray all;
    QByteArray block(64 * 1024, Qt::Uninitialized);
    for (;;) {
        ASSIGN_OR_RETURN(const size_t got, source.read({block.data(), static_cast<size_t>(block.size())}));
        if (got == 0)
            return all;
        if (all.size() + static_cast<qsizetype>(got) > limit)
            return Error{ErrorKind::Limit,
                         QStringLiteral("this is larger than %1 bytes").arg(limit),
                         {},
                         source.place()};
        all.append(block.constData(), static_cast<qsizetype>(got));
    }
}

} // namespace galley
