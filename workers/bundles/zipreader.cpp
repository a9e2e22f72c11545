// SPDX-License-Identifier: MIT
#include "workers/bundles/zipreader.h"

#include "workers/bundles/filedevice.h"
#include "workers/bundles/inflate.h"
#include "workers/bundles/zipdirectory.h"

#include <QFile>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <isa-l/crc.h>
#include <sys/stat.h>

namespace galley {

namespace {

/// The packed bytes of one member, where the directory, checked as a whole, says that they are.
class PackedMember final : public ByteSource
{
public:
    PackedMember(std::shared_ptr<const SharedFile> file, const ZipEntry &entry, Place place)
        : m_file(std::move(file))
        , m_size(entry.packed)
        , m_next(entry.dataOffset)
        , m_end(entry.dataOffset + entry.packed)
        , m_place(std::move(place))
    {
    }
    Result<size_t> read(std::span<char> buffer) override
    {
        const auto left = static_cast<size_t>(m_end - m_next);
        auto got =
            readFileAt(m_file->fd(), m_place.file, m_next, buffer.first(std::min(buffer.size(), left)));
        if (!got) {
            Error error = std::move(got).error();
            error.where = m_place;
            return error;
        }
        m_next += static_cast<qint64>(*got);
        return got;
    }
    qint64 size() const override { return m_size; }
    Place place() const override { return m_place; }

private:
    std::shared_ptr<const SharedFile> m_file;
    qint64 m_size;
    qint64 m_next;
    qint64 m_end;
    Place m_place;
};

/// A member unpacked, its size and CRC checked at its end.
class MemberSource final : public ByteSource
{
public:
    MemberSource(std::unique_ptr<ByteSource> packed, const ZipEntry &entry)
        : m_input(std::move(packed))
        , m_entry(entry)
    {
    }
    Result<size_t> read(std::span<char> buffer) override
    {
        if (buffer.empty() || m_isChecked)
            return size_t{0};
        ASSIGN_OR_RETURN(const size_t got, m_entry.method == 0 ? readStored(buffer) : readPacked(buffer));
        if (m_done == 0 && std::string_view(buffer.data(), got).starts_with("PK\x03\x04"))
            return fail(ErrorKind::Unsupported, QStringLiteral("this member of the zip is a zip itself"),
                        QStringLiteral("Unpack it and import the inner file."));
        m_done += static_cast<qint64>(got);
        if (m_done > m_entry.unpacked)
            return fail(ErrorKind::Malformed,
                        QStringLiteral("this unpacks to more than the %1 bytes that the zip states")
                            .arg(m_entry.unpacked),
                        QStringLiteral("Do not trust this file."));
        if (got == 0)
            RETURN_IF_ERROR(checkEnd());
        return got;
    }
    qint64 size() const override { return m_entry.unpacked; }
    Place place() const override { return m_input.place(); }

private:
    Error fail(ErrorKind kind, const QString &message, const QString &hint) const
    {
        return Error{kind, QStringLiteral("\"%1\": %2").arg(m_input.place().member.left(60), message), hint,
                     m_input.place()};
    }
    Result<size_t> readStored(std::span<char> buffer)
    {
        ASSIGN_OR_RETURN(const size_t got, m_input.source().read(buffer));
        m_crc = crc32_gzip_refl(m_crc, reinterpret_cast<const unsigned char *>(buffer.data()), got);
        return got;
    }
    Result<size_t> readPacked(std::span<char> buffer)
    {
        if (!m_inflater)
            m_inflater = std::make_unique<Inflater>();
        auto got = m_inflater->read(m_input, buffer);
        if (!got)
            return fail(got.error().kind, got.error().message, got.error().hint);
        m_crc = m_inflater->crc();
        return got;
    }
    Result<void> checkEnd()
    {
        m_isChecked = true;
        const QString again = QStringLiteral("Get the file again.");
        if (m_done != m_entry.unpacked)
            return fail(
                ErrorKind::Truncated,
                QStringLiteral("this has %1 bytes, and the zip states %2").arg(m_done).arg(m_entry.unpacked),
                again);
        if (m_crc != m_entry.crc)
            return fail(ErrorKind::Checksum, QStringLiteral("the checksum (CRC-32) is wrong"), again);
        if (m_entry.method != 0 && m_input.taken() != m_entry.packed)
            return fail(ErrorKind::Malformed, QStringLiteral("bytes follow the packed data"), again);
        return {};
    }

    PackedInput m_input;
    ZipEntry m_entry;
    std::unique_ptr<Inflater> m_inflater;
    qint64 m_done = 0;
    quint32 m_crc = 0;
    bool m_isChecked = false;
};

class ZipReader final : public ArchiveReader
{
public:
    ZipReader(QString path, std::shared_ptr<const SharedFile> file, ZipDirectory directory)
        : m_path(std::move(path))
        , m_file(std::move(file))
        , m_directory(std::move(directory))
    {
        for (const ZipEntry &entry : m_directory.entries) {
            if (!entry.isFolder())
                m_members.push_back({entry.name, entry.unpacked});
        }
        std::sort(m_members.begin(), m_members.end(),
                  [](const ArchiveMember &a, const ArchiveMember &b) { return a.name < b.name; });
    }
    QString path() const override { return m_path; }
    bool isZip() const override { return true; }
    const std::vector<ArchiveMember> &members() const override { return m_members; }
    QByteArray comment() const override { return m_directory.comment; }

    Result<std::unique_ptr<ByteSource>> open(const QString &name) const override
    {
        const Place place = {m_path, name, 0, 0};
        const auto entry = std::find_if(m_directory.entries.begin(), m_directory.entries.end(),
                                        [&](const ZipEntry &candidate) { return candidate.name == name; });
        if (entry == m_directory.entries.end() || entry->isFolder())
            return Error{ErrorKind::Truncated,
                         QStringLiteral("\"%1\" is missing in the zip").arg(name.left(60)),
                         QStringLiteral("Get the file again."), place};
        return std::unique_ptr<ByteSource>(
            std::make_unique<MemberSource>(std::make_unique<PackedMember>(m_file, *entry, place), *entry));
    }

private:
    QString m_path;
    std::shared_ptr<const SharedFile> m_file;
    ZipDirectory m_directory;
    std::vector<ArchiveMember> m_members;
};

} // namespace

Result<std::unique_ptr<ArchiveReader>> openZipArchive(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return errnoError(errno, QStringLiteral("open the file"), path);
    auto file = std::make_shared<const SharedFile>(fd);
    struct stat info = {};
    if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode))
        return Error{ErrorKind::Io, QStringLiteral("this is not a regular file"), {}, {path, {}, 0, 0}};
    const ReadAt readAt = [&](qint64 offset, qsizetype size) -> Result<QByteArray> {
        FileDevice device(file, QIODevice::ReadOnly);
        device.seek(offset);
        QByteArray bytes = device.read(size);
        if (device.errorNumber() != 0)
            return errnoError(device.errorNumber(), QStringLiteral("read the zip"), path);
        return bytes;
    };
    ASSIGN_OR_RETURN(ZipDirectory directory, readZipDirectory(readAt, info.st_size, path));
    return std::unique_ptr<ArchiveReader>(
        std::make_unique<ZipReader>(path, std::move(file), std::move(directory)));
}

} // namespace galley
