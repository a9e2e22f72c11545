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
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipfileinfo.h>
#include <sys/stat.h>

namespace galley {

namespace {

/// The packed bytes of one member, as QuaZip finds them.
class PackedMember final : public ByteSource
{
public:
    PackedMember(std::shared_ptr<const SharedFile> file, Place place)
        : m_device(std::move(file), QIODevice::ReadOnly)
        , m_zip(&m_device)
        , m_member(&m_zip)
        , m_place(std::move(place))
    {
        m_zip.setAutoClose(false);
    }

    Result<void> open(const ZipEntry &entry)
    {
        bool found = m_zip.open(QuaZip::mdUnzip) && m_zip.goToFirstFile();
        for (int i = 0; found && i < entry.index; ++i)
            found = m_zip.goToNextFile();
        QuaZipFileInfo64 info;
        // Two readers of one directory must agree: what was checked is what is read.
        found = found && m_zip.getCurrentFileInfo(&info) && info.crc == entry.crc
            && info.method == entry.method && static_cast<qint64>(info.compressedSize) == entry.packed
            && static_cast<qint64>(info.uncompressedSize) == entry.unpacked;
        int method = 0;
        int level = 0;
        if (!found || !m_member.open(QIODevice::ReadOnly, &method, &level, true))
            return fail();
        m_size = entry.packed;
        return {};
    }
    Result<size_t> read(std::span<char> buffer) override
    {
        const qint64 got = m_member.read(buffer.data(), static_cast<qint64>(buffer.size()));
        if (got < 0)
            return fail();
        return static_cast<size_t>(got);
    }
    qint64 size() const override { return m_size; }
    Place place() const override { return m_place; }

private:
    Error fail() const
    {
        if (m_device.errorNumber() == 0)
            return Error{ErrorKind::Malformed, QStringLiteral("the member of the zip cannot be read"),
                         QStringLiteral("Get the file again."), m_place};
        Error error = errnoError(m_device.errorNumber(), QStringLiteral("read the zip"), m_place.file);
        error.where = m_place;
        return error;
    }

    FileDevice m_device;
    QuaZip m_zip;
    QuaZipFile m_member;
    Place m_place;
    qint64 m_size = 0;
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
        auto packed = std::make_unique<PackedMember>(m_file, place);
        RETURN_IF_ERROR(packed->open(*entry));
        return std::unique_ptr<ByteSource>(std::make_unique<MemberSource>(std::move(packed), *entry));
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
