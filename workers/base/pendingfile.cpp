// SPDX-License-Identifier: MIT
#include "workers/base/pendingfile.h"

#include "workers/base/placing.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace galley {

namespace {

class PendingSink final : public ByteSink
{
public:
    explicit PendingSink(std::shared_ptr<PendingFile> file)
        : m_file(std::move(file))
    {
    }
    Result<void> write(std::string_view bytes) override { return m_file->write(bytes); }
    Result<void> finish() override { return m_file->flush(); }

private:
    std::shared_ptr<PendingFile> m_file;
};

} // namespace

PendingFile::PendingFile(int fd, QString path, bool overwrite)
    : m_fd(fd)
    , m_path(std::move(path))
    , m_overwrite(overwrite)
{
}

PendingFile::~PendingFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
    if (!m_isPlaced)
        ::unlink(QFile::encodeName(partPath()).constData());
}

QString PendingFile::partPathOf(const QString &path)
{
    return path + QStringLiteral(".part");
}

Result<void> PendingFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_fd, bytes.data(), bytes.size());
        if (written > 0)
            bytes.remove_prefix(static_cast<size_t>(written));
        else if (errno != EINTR)
            return errnoError(errno, QStringLiteral("write the file"), m_path);
    }
    return {};
}

Result<void> PendingFile::flush()
{
    if (::fsync(m_fd) != 0 || ::close(std::exchange(m_fd, -1)) != 0)
        return errnoError(errno, QStringLiteral("write the file to the disk"), m_path);
    return {};
}

Result<void> PendingFile::place()
{
    RETURN_IF_ERROR(placeFile(partPath(), m_path, m_overwrite));
    m_isPlaced = true;
    return {};
}

Result<std::shared_ptr<PendingFile>> createPendingFile(const QString &path, bool overwrite)
{
    if (!overwrite && QFileInfo::exists(path))
        return existsAlready(path, QStringLiteral("the file exists already"));
    // A device or a pipe would be replaced by a file of its name.
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile())
        return Error{ErrorKind::CannotCreate,
                     QStringLiteral("what is there is no ordinary file"),
                     QStringLiteral("Choose another name, or write to standard output (-)."),
                     {path, {}, 0, 0}};
    const QString partPath = PendingFile::partPathOf(path);
    const int fd =
        ::open(QFile::encodeName(partPath).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0) {
        Error error = errnoError(errno, QStringLiteral("create the file"), path);
        if (error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Io)
            error.kind = ErrorKind::CannotCreate;
        return error;
    }
    return std::make_shared<PendingFile>(fd, path, overwrite);
}

std::unique_ptr<ByteSink> makePendingSink(std::shared_ptr<PendingFile> file)
{
    return std::make_unique<PendingSink>(std::move(file));
}

Error notPlaced(Error error, const QString &path)
{
    if (!error.where.file.isEmpty())
        error.where.file = path;
    if (!error.hint.isEmpty())
        error.hint += QLatin1Char(' ');
    error.hint +=
        QStringLiteral("What was written was not put in place, and what was there before is as it was.");
    return error;
}

} // namespace galley
