// SPDX-License-Identifier: MIT
//
// An open file as the QIODevice that QuaZip asks for. Reads and writes at its own position, so that several
// devices can share one file; remembers why a call failed.
#pragma once

#include <QIODevice>

#include <memory>

namespace galley {

/// A file descriptor that is closed once nobody needs it.
class SharedFile
{
public:
    explicit SharedFile(int fd)
        : m_fd(fd)
    {
    }
    SharedFile(const SharedFile &) = delete;
    SharedFile &operator=(const SharedFile &) = delete;
    ~SharedFile();
    int fd() const { return m_fd; }

private:
    int m_fd;
};

/// Threads: one.
class FileDevice final : public QIODevice
{
public:
    FileDevice(std::shared_ptr<const SharedFile> file, OpenMode mode);

    bool isSequential() const override { return false; }
    qint64 size() const override;
    /// errno of the first call that failed, 0 where none did.
    int errorNumber() const { return m_errorNumber; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    std::shared_ptr<const SharedFile> m_file;
    int m_errorNumber = 0;
};

} // namespace galley
