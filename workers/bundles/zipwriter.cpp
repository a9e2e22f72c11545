// SPDX-License-Identifier: MIT
#include "workers/bundles/zipwriter.h"

#include "workers/base/placing.h"
#include "workers/base/sha256.h"
#include "workers/bundles/deflate.h"
#include "workers/bundles/filedevice.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <future>

#include <fcntl.h>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>
#include <sys/stat.h>
#include <unistd.h>

namespace galley {

namespace {

constexpr qint64 kCopySize = 256 * 1024;
/// Sizes that need the 64-bit form.
constexpr qint64 kFull32 = 0xffffffff;
constexpr quint32 kPlainFile = 0100644;

/// A file without a name in `folder`.
Result<std::shared_ptr<const SharedFile>> openNameless(const QString &folder)
{
    int fd = ::open(QFile::encodeName(folder).constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL)) {
        QByteArray name = QFile::encodeName(folder) + "/.galley-XXXXXX";
        fd = ::mkostemp(name.data(), O_CLOEXEC);
        if (fd >= 0)
            ::unlink(name.constData());
    }
    if (fd < 0)
        return cannotCreate(errno, folder);
    return std::make_shared<const SharedFile>(fd);
}

/// Appends to a nameless file.
class StagingSink final : public ByteSink
{
public:
    StagingSink(std::shared_ptr<const SharedFile> file, QString path)
        : m_device(std::move(file), QIODevice::ReadWrite)
        , m_path(std::move(path))
    {
    }
    Result<void> write(std::string_view bytes) override
    {
        const auto size = static_cast<qint64>(bytes.size());
        if (m_device.write(bytes.data(), size) != size)
            return errnoError(m_device.errorNumber(), QStringLiteral("write the zip"), m_path);
        return {};
    }
    Result<void> finish() override { return {}; }

private:
    FileDevice m_device;
    QString m_path;
};

class ZipWriter final : public ArchiveWriter
{
public:
    ZipWriter(QString path, ArchiveOptions options)
        : m_path(std::move(path))
        , m_part(m_path + QStringLiteral(".part"))
        , m_options(std::move(options))
    {
    }
    ZipWriter(const ZipWriter &) = delete;
    ZipWriter &operator=(const ZipWriter &) = delete;
    ~ZipWriter() override
    {
        if (m_adding.valid())
            m_adding.wait();
        m_zip.reset();
        if (m_isMine)
            ::unlink(QFile::encodeName(m_part).constData());
    }

    Result<void> begin();
    Result<std::unique_ptr<ByteSink>> openMember(const QString &name) override;
    Result<void> flush() override;
    QString pendingPath() const override { return m_part; }
    Result<void> place() override;
    const std::vector<ArchiveMember> &members() const override { return m_members; }

    /// Puts a packed member into the zip, while the next one is packed.
    Result<void> add(const QString &name, const DeflateStage &stage);

private:
    struct Packed
    {
        QString name;
        quint32 crc = 0;
        qint64 unpackedSize = 0;
        qint64 size = 0;
        std::shared_ptr<const SharedFile> file;
    };

    Result<void> copyIn(const Packed &member);
    Result<void> hashTo(qint64 end);
    Result<void> awaitAdding();
    Error writeError() const
    {
        const int why = m_device ? m_device->errorNumber() : 0;
        return errnoError(why != 0 ? why : EIO, QStringLiteral("write the zip"), m_path);
    }
    Result<void> seal();

    QString m_path;
    QString m_part;
    ArchiveOptions m_options;
    bool m_isMine = false;
    std::shared_ptr<const SharedFile> m_file;
    std::shared_ptr<const SharedFile> m_staging; ///< of the member that is packed now
    std::shared_ptr<const SharedFile> m_spare; ///< of the one that is put into the zip
    std::future<Result<void>> m_adding; ///< m_zip, m_device, m_hash are its own until it is done
    Sha256 m_hash; ///< for the seal: of the bytes before m_hashed
    qint64 m_hashed = 0;
    std::unique_ptr<FileDevice> m_device;
    std::unique_ptr<QuaZip> m_zip; ///< before m_device in destruction
    std::vector<ArchiveMember> m_members;
};

class ZipMemberSink final : public ByteSink
{
public:
    ZipMemberSink(ZipWriter *writer, QString name, std::shared_ptr<const SharedFile> staging,
                  const QString &path)
        : m_writer(writer)
        , m_name(std::move(name))
        , m_staging(std::move(staging), path)
        , m_stage(&m_staging)
    {
    }
    Result<void> write(std::string_view bytes) override { return m_stage.write(bytes); }
    Result<void> finish() override
    {
        RETURN_IF_ERROR(m_stage.finish());
        return m_writer->add(m_name, m_stage);
    }

private:
    ZipWriter *m_writer;
    QString m_name;
    StagingSink m_staging;
    DeflateStage m_stage;
};

Result<void> ZipWriter::begin()
{
    const QFileInfo target(m_path);
    if (target.isDir())
        return Error{ErrorKind::CannotCreate,
                     QStringLiteral("there is a folder of that name"),
                     QStringLiteral("Choose another name."),
                     {m_path, {}, 0, 0}};
    if (!m_options.overwrite && (target.exists() || target.isSymLink()))
        return existsAlready(m_path, QStringLiteral("the file exists already"));
    if (target.exists() && !target.isFile())
        return existsAlready(m_path, QStringLiteral("what is there is no ordinary file"));
    const int fd = ::open(QFile::encodeName(m_part).constData(),
                          O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (fd < 0)
        return cannotCreate(errno, m_path);
    m_isMine = true;
    m_file = std::make_shared<const SharedFile>(fd);
    ASSIGN_OR_RETURN(m_staging, openNameless(folderOf(m_path)));
    ASSIGN_OR_RETURN(m_spare, openNameless(folderOf(m_path)));
    m_device = std::make_unique<FileDevice>(m_file, QIODevice::ReadWrite);
    m_zip = std::make_unique<QuaZip>(m_device.get());
    m_zip->setAutoClose(false);
    m_zip->setDataDescriptorWritingEnabled(false);
    m_zip->setUtf8Enabled(true);
    m_zip->setOsCode(3); // Unix: the permissions count
    return m_zip->open(QuaZip::mdCreate) ? Result<void>() : writeError();
}

Result<std::unique_ptr<ByteSink>> ZipWriter::openMember(const QString &name)
{
    RETURN_IF_ERROR(checkMemberName(name));
    if (::ftruncate(m_staging->fd(), 0) != 0)
        return errnoError(errno, QStringLiteral("write the zip"), m_path);
    return std::unique_ptr<ByteSink>(std::make_unique<ZipMemberSink>(this, name, m_staging, m_path));
}

Result<void> ZipWriter::awaitAdding()
{
    return m_adding.valid() ? m_adding.get() : Result<void>();
}

Result<void> ZipWriter::add(const QString &name, const DeflateStage &stage)
{
    RETURN_IF_ERROR(awaitAdding());
    m_members.push_back({name, stage.unpacked()});
    m_adding =
        std::async(std::launch::async,
                   [this, member = Packed{name, stage.crc(), stage.unpacked(), stage.packed(), m_staging}] {
                       return copyIn(member);
                   });
    std::swap(m_staging, m_spare);
    return {};
}

Result<void> ZipWriter::copyIn(const Packed &packed)
{
    QuaZipNewInfo info(packed.name);
    info.dateTime = QDateTime(QDate(1980, 1, 1), QTime(0, 0));
    info.externalAttr = kPlainFile << 16;
    info.uncompressedSize = static_cast<ulong>(packed.unpackedSize);
    m_zip->setZip64Enabled(packed.unpackedSize >= kFull32 || packed.size >= kFull32);
    QuaZipFile member(m_zip.get());
    if (!member.open(QIODevice::WriteOnly, info, nullptr, packed.crc, Z_DEFLATED, Z_BEST_SPEED, true))
        return writeError();
    FileDevice source(packed.file, QIODevice::ReadOnly);
    QByteArray block(kCopySize, Qt::Uninitialized);
    for (qint64 left = packed.size; left > 0;) {
        const qint64 got = source.read(block.data(), std::min(left, kCopySize));
        if (got <= 0)
            return errnoError(source.errorNumber() != 0 ? source.errorNumber() : EIO,
                              QStringLiteral("write the zip"), m_path);
        if (member.write(block.constData(), got) != got)
            return writeError();
        left -= got;
    }
    member.close();
    if (member.getZipError() != ZIP_OK || m_device->errorNumber() != 0)
        return writeError();
    // Begins the way to the disk now, so that the flush at the end finds little left.
    ::sync_file_range(m_file->fd(), 0, 0, SYNC_FILE_RANGE_WRITE);
    return m_options.sealPrefix.isEmpty() ? Result<void>() : hashTo(m_device->size());
}

Result<void> ZipWriter::hashTo(qint64 end)
{
    FileDevice file(m_file, QIODevice::ReadOnly);
    file.seek(m_hashed);
    QByteArray block(kCopySize, Qt::Uninitialized);
    while (m_hashed < end) {
        const qint64 got = file.read(block.data(), std::min(end - m_hashed, kCopySize));
        if (got <= 0)
            return errnoError(file.errorNumber() != 0 ? file.errorNumber() : EIO,
                              QStringLiteral("read the zip back"), m_path);
        m_hash.add({block.constData(), static_cast<size_t>(got)});
        m_hashed += got;
    }
    return {};
}

/// The comment's length is the file's last two bytes until here.
Result<void> ZipWriter::seal()
{
    FileDevice file(m_file, QIODevice::ReadWrite);
    const qint64 sealed = file.size() - 2;
    RETURN_IF_ERROR(hashTo(sealed));
    const QByteArray comment = m_options.sealPrefix + m_hash.result();
    QByteArray bytes;
    bytes.append(static_cast<char>(comment.size() & 0xff));
    bytes.append(static_cast<char>(comment.size() >> 8));
    bytes.append(comment);
    file.seek(sealed);
    if (file.write(bytes) != bytes.size())
        return errnoError(file.errorNumber(), QStringLiteral("write the zip"), m_path);
    return {};
}

Result<void> ZipWriter::flush()
{
    RETURN_IF_ERROR(awaitAdding());
    m_zip->close();
    if (m_zip->getZipError() != ZIP_OK || m_device->errorNumber() != 0)
        return writeError();
    if (!m_options.sealPrefix.isEmpty())
        RETURN_IF_ERROR(seal());
    return {};
}

Result<void> ZipWriter::place()
{
    if (::fsync(m_file->fd()) != 0)
        return errnoError(errno, QStringLiteral("write the zip to the disk"), m_path);
    RETURN_IF_ERROR(placeFile(m_part, m_path, m_options.overwrite));
    m_isMine = false;
    return {};
}

} // namespace

Result<std::unique_ptr<ArchiveWriter>> createZipArchive(const QString &path, const ArchiveOptions &options)
{
    auto writer = std::make_unique<ZipWriter>(path, options);
    RETURN_IF_ERROR(writer->begin());
    return std::unique_ptr<ArchiveWriter>(std::move(writer));
}

} // namespace galley
