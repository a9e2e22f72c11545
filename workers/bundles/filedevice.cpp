// SPDX-License-Identifier: MIT
#include "workers/bundles/filedevice.h"

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

namespace galley {

SharedFile::~SharedFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

FileDevice::FileDevice(std::shared_ptr<const SharedFile> file, OpenMode mode)
    : m_file(std::move(file))
{
    QIODevice::open(mode | Unbuffered);
}

qint64 FileDevice::size() const
{
    struct stat info = {};
    return ::fstat(m_file->fd(), &info) == 0 ? info.st_size : 0;
}

qint64 FileDevice::readData(char *data, qint64 maxSize)
{
    for (;;) {
        const ssize_t got = ::pread(m_file->fd(), data, static_cast<size_t>(maxSize), pos());
        if (got >= 0)
            return got;
        if (errno != EINTR) {
            m_errorNumber = m_errorNumber == 0 ? errno : m_errorNumber;
            return -1;
        }
    }
}

qint64 FileDevice::writeData(const char *data, qint64 size)
{
    qint64 done = 0;
    while (done < size) {
        const ssize_t written =
            ::pwrite(m_file->fd(), data + done, static_cast<size_t>(size - done), pos() + done);
        if (written > 0) {
            done += written;
        } else if (errno != EINTR) {
            m_errorNumber = m_errorNumber == 0 ? errno : m_errorNumber;
            return -1;
        }
    }
    return done;
}

} // namespace galley
