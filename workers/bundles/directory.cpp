// SPDX-License-Identifier: MIT
#include "workers/bundles/directory.h"

#include "workers/base/placing.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace galley {

namespace {

/// Marks a folder that is not finished (or no longer needed) and may be removed with all that is in it.
const QString kMark = QStringLiteral(".galley-unfinished");
constexpr int kMostFiles = 100'000;

Result<int> openFolder(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return errnoError(errno, QStringLiteral("open the folder"), path);
    return fd;
}

class Descriptor
{
public:
    explicit Descriptor(int fd = -1)
        : m_fd(fd)
    {
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    Descriptor(Descriptor &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    int fd() const { return m_fd; }
    int release() { return std::exchange(m_fd, -1); }

private:
    int m_fd;
};

class MemberSource final : public ByteSource, public RandomAccess
{
public:
    MemberSource(Descriptor file, qint64 fileSize, Place place)
        : m_file(std::move(file))
        , m_size(fileSize)
        , m_place(std::move(place))
    {
    }
    Result<size_t> read(std::span<char> buffer) override
    {
        for (;;) {
            const ssize_t got = ::read(m_file.fd(), buffer.data(), buffer.size());
            if (got >= 0)
                return static_cast<size_t>(got);
            if (errno != EINTR) {
                Error error = errnoError(errno, QStringLiteral("read the file"), m_place.file);
                error.where = m_place;
                return error;
            }
        }
    }
    Result<size_t> readAt(qint64 offset, std::span<char> out) const override
    {
        Result<size_t> got = readFileAt(m_file.fd(), m_place.file, offset, out);
        if (got)
            return got;
        Error error = std::move(got).error();
        error.where = m_place;
        return error;
    }
    qint64 size() const override { return m_size; }
    const RandomAccess *randomAccess() const override { return this; }
    Place place() const override { return m_place; }

private:
    Descriptor m_file;
    qint64 m_size;
    Place m_place;
};

class DirectoryReader final : public ArchiveReader
{
public:
    DirectoryReader(QString path, Descriptor folder, std::vector<ArchiveMember> members)
        : m_path(std::move(path))
        , m_folder(std::move(folder))
        , m_members(std::move(members))
    {
    }
    QString path() const override { return m_path; }
    bool isZip() const override { return false; }
    const std::vector<ArchiveMember> &members() const override { return m_members; }

    Result<std::unique_ptr<ByteSource>> open(const QString &name) const override
    {
        const Place place = {m_path, name, 0, 0};
        if (!has(name))
            return Error{ErrorKind::Truncated, QStringLiteral("the file is missing"), {}, place};
        // Part by part, so that no link on the way leads out, whatever was changed since.
        Descriptor at(::dup(m_folder.fd()));
        const QStringList parts = name.split(QLatin1Char('/'));
        for (const QString &part : parts) {
            const bool isLast = &part == &parts.back();
            const int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | (isLast ? O_NONBLOCK : O_DIRECTORY);
            const int fd = ::openat(at.fd(), QFile::encodeName(part).constData(), flags);
            if (fd < 0) {
                Error error = errnoError(errno, QStringLiteral("open the file"), m_path);
                error.where = place;
                return error;
            }
            at = Descriptor(fd);
        }
        struct stat info = {};
        if (::fstat(at.fd(), &info) != 0 || !S_ISREG(info.st_mode))
            return Error{ErrorKind::UnsafePath, QStringLiteral("this is not a regular file"), {}, place};
        return std::unique_ptr<ByteSource>(
            std::make_unique<MemberSource>(std::move(at), info.st_size, place));
    }

private:
    QString m_path;
    Descriptor m_folder;
    std::vector<ArchiveMember> m_members;
};

/// Bytes of one file of the new directory.
class FileMemberSink final : public ByteSink
{
public:
    FileMemberSink(Descriptor file, ArchiveMember *member, QString path)
        : m_file(std::move(file))
        , m_member(member)
        , m_path(std::move(path))
    {
    }
    Result<void> write(std::string_view bytes) override
    {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_file.fd(), bytes.data(), bytes.size());
            if (written > 0) {
                bytes.remove_prefix(static_cast<size_t>(written));
                m_member->size += written;
            } else if (errno != EINTR) {
                return errnoError(errno, QStringLiteral("write the file"), m_path);
            }
        }
        return {};
    }
    Result<void> finish() override
    {
        // Begins the way to the disk now, so that the flush at the end finds little left.
        ::sync_file_range(m_file.fd(), 0, 0, SYNC_FILE_RANGE_WRITE);
        if (::close(m_file.release()) != 0)
            return errnoError(errno, QStringLiteral("write the file"), m_path);
        return {};
    }

private:
    Descriptor m_file;
    ArchiveMember *m_member;
    QString m_path;
};

class DirectoryWriter final : public ArchiveWriter
{
public:
    DirectoryWriter(QString path, bool overwrite)
        : m_path(std::move(path))
        , m_part(m_path + QStringLiteral(".part"))
        , m_overwrite(overwrite)
    {
    }
    ~DirectoryWriter() override
    {
        if (m_isMine)
            QDir(m_part).removeRecursively();
    }
    DirectoryWriter(const DirectoryWriter &) = delete;
    DirectoryWriter &operator=(const DirectoryWriter &) = delete;

    Result<void> begin();
    Result<std::unique_ptr<ByteSink>> openMember(const QString &name) override;
    Result<void> flush() override { return {}; } // members were written when their sinks were finished
    QString pendingPath() const override { return m_part; }
    Result<void> place() override;
    const std::vector<ArchiveMember> &members() const override
    {
        m_listed.clear();
        for (const auto &member : m_members)
            m_listed.push_back(*member);
        return m_listed;
    }

private:
    Result<void> removeLeftover() const;
    Result<void> flushAll() const;

    QString m_path;
    QString m_part;
    bool m_overwrite;
    bool m_isMine = false; ///< m_part is ours to remove
    std::vector<std::unique_ptr<ArchiveMember>> m_members;
    mutable std::vector<ArchiveMember> m_listed;
};

Result<void> writeMark(const QString &folder)
{
    const QString path = folder + QLatin1Char('/') + kMark;
    const Descriptor file(
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666));
    return file.fd() < 0 ? cannotCreate(errno, folder) : Result<void>();
}

/// What an export that was killed left behind.
Result<void> DirectoryWriter::removeLeftover() const
{
    const QFileInfo part(m_part);
    if (!part.exists() && !part.isSymLink())
        return {};
    if (!isUnfinishedDirectory(m_part) || !QDir(m_part).removeRecursively())
        return Error{ErrorKind::CannotCreate,
                     QStringLiteral("\"%1\" is in the way").arg(QFileInfo(m_part).fileName()),
                     QStringLiteral("Remove or rename it; the export is written under that name first."),
                     {m_part, {}, 0, 0}};
    return {};
}

Result<void> DirectoryWriter::begin()
{
    const QFileInfo target(m_path);
    if (target.exists() && !target.isDir())
        return Error{ErrorKind::CannotCreate,
                     QStringLiteral("there is a file of that name, and a folder is to be made"),
                     QStringLiteral("Choose another name, or one that ends in .zip."),
                     {m_path, {}, 0, 0}};
    const bool isFree = !target.exists()
        || QDir(m_path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    if (!isFree && !m_overwrite)
        return existsAlready(m_path, QStringLiteral("the folder exists already and is not empty"));
    RETURN_IF_ERROR(removeLeftover());
    if (::mkdir(QFile::encodeName(m_part).constData(), 0777) != 0)
        return cannotCreate(errno, m_path);
    m_isMine = true;
    return writeMark(m_part);
}

Result<std::unique_ptr<ByteSink>> DirectoryWriter::openMember(const QString &name)
{
    RETURN_IF_ERROR(checkMemberName(name));
    const QString path = m_part + QLatin1Char('/') + name;
    if (name.contains(QLatin1Char('/')) && !QDir().mkpath(QFileInfo(path).path()))
        return cannotCreate(errno, m_path);
    Descriptor file(::open(QFile::encodeName(path).constData(),
                           O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (file.fd() < 0)
        return cannotCreate(errno, path);
    m_members.push_back(std::make_unique<ArchiveMember>(ArchiveMember{name, 0}));
    return std::unique_ptr<ByteSink>(
        std::make_unique<FileMemberSink>(std::move(file), m_members.back().get(), m_path));
}

Result<void> DirectoryWriter::flushAll() const
{
    QSet<QString> folders = {m_part};
    for (const auto &member : m_members) {
        const QString path = m_part + QLatin1Char('/') + member->name;
        RETURN_IF_ERROR(flushToDisk(path));
        folders.insert(QFileInfo(path).path());
    }
    for (const QString &folder : folders)
        RETURN_IF_ERROR(flushToDisk(folder));
    return {};
}

Result<void> DirectoryWriter::place()
{
    const QString mark = m_part + QLatin1Char('/') + kMark;
    const bool isFree = !QFileInfo::exists(m_path)
        || QDir(m_path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    if (!isFree && !m_overwrite)
        return existsAlready(m_path, QStringLiteral("the folder was made meanwhile and is not empty"));
    RETURN_IF_ERROR(flushAll());
    ::unlink(QFile::encodeName(mark).constData());
    if (isFree) {
        RETURN_IF_ERROR(placeFile(m_part, m_path, true));
        m_isMine = false;
        return {};
    }
    RETURN_IF_ERROR(swapFolders(m_part, m_path));
    // The old one goes; marked, so that the next export may end the work where this one is killed.
    RETURN_IF_ERROR(writeMark(m_part));
    QDir(m_part).removeRecursively();
    m_isMine = false;
    return {};
}

} // namespace

bool isUnfinishedDirectory(const QString &path)
{
    const QFileInfo info(path);
    return !info.isSymLink() && info.isDir()
        && (QFileInfo::exists(path + QLatin1Char('/') + kMark)
            || QFileInfo::exists(path + QStringLiteral("/datapackage.json"))
            || QDir(path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot));
}

Result<std::unique_ptr<ArchiveReader>> openDirectoryArchive(const QString &path)
{
    ASSIGN_OR_RETURN(const int fd, openFolder(path));
    Descriptor folder(fd);
    std::vector<ArchiveMember> members;
    const QDir root(path);
    QDirIterator files(path, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const QFileInfo info = files.fileInfo();
        if (!info.isFile() || info.fileName() == kMark)
            continue;
        members.push_back({root.relativeFilePath(info.absoluteFilePath()), info.size()});
        if (members.size() > kMostFiles)
            return Error{ErrorKind::Limit,
                         QStringLiteral("there are more than %1 files in this folder").arg(kMostFiles),
                         QStringLiteral("Give the folder of one export."),
                         {path, {}, 0, 0}};
    }
    std::sort(members.begin(), members.end(),
              [](const ArchiveMember &a, const ArchiveMember &b) { return a.name < b.name; });
    return std::unique_ptr<ArchiveReader>(
        std::make_unique<DirectoryReader>(path, std::move(folder), std::move(members)));
}

Result<std::unique_ptr<ArchiveWriter>> createDirectoryArchive(const QString &path,
                                                              const ArchiveOptions &options)
{
    auto writer = std::make_unique<DirectoryWriter>(path, options.overwrite);
    RETURN_IF_ERROR(writer->begin());
    return std::unique_ptr<ArchiveWriter>(std::move(writer));
}

} // namespace galley
