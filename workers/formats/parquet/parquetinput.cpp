// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/parquetinput.h"

#include "workers/formats/parquet/metadata.h"

#include <QDir>
#include <QStorageInfo>

#include <array>
#include <cstring>

namespace galley::parquet {

namespace {

constexpr std::string_view kMagic("PAR1");
constexpr std::string_view kEncryptedMagic("PARE");
constexpr qint64 kSmallest = 12; ///< both marks and the length of the footer
constexpr qint64 kLargestFooter = 64LL * 1024 * 1024;
constexpr size_t kBlock = 256UL * 1024;
constexpr qint64 kSpaceCheckEvery = 64LL * 1024 * 1024;
constexpr qint64 kSpaceKeptFree = 256LL * 1024 * 1024;

} // namespace

ParquetInput::ParquetInput(std::unique_ptr<ByteSource> source)
    : m_source(std::move(source))
{
}

Error ParquetInput::notParquet(ErrorKind kind, const QString &message) const
{
    return {kind, message, QStringLiteral("Get the file again, or name its format with --format."), place()};
}

Result<void> ParquetInput::read(qint64 offset, std::span<char> out) const
{
    ASSIGN_OR_RETURN(const size_t got, m_bytes->readAt(offset, out));
    if (got < out.size())
        return Error{ErrorKind::Truncated, QStringLiteral("the file is shorter than it was"), {}, place()};
    return {};
}

Result<void> ParquetInput::spool()
{
    const QString folder = QDir::tempPath();
    m_spool = std::make_unique<ScratchFile>(folder);
    m_bytes = m_spool.get();
    const auto block = std::make_unique_for_overwrite<char[]>(kBlock);
    qint64 checkedAt = 0;
    for (;;) {
        ASSIGN_OR_RETURN(const size_t got, m_source->read({block.get(), kBlock}));
        if (got == 0)
            return {};
        if (m_spool->size() == 0
            && kMagic.substr(0, std::min(got, size_t{1})) != std::string_view(block.get(), 1))
            return notParquet(ErrorKind::Malformed, QStringLiteral("this is no Parquet file"));
        RETURN_IF_ERROR(m_spool->append({block.get(), got}));
        if (m_spool->size() - checkedAt < kSpaceCheckEvery)
            continue;
        checkedAt = m_spool->size();
        const qint64 available = QStorageInfo(folder).bytesAvailable();
        if (available >= 0 && available < kSpaceKeptFree)
            return Error{
                ErrorKind::Limit, QStringLiteral("%1 has no room for a copy of the file").arg(folder),
                QStringLiteral("Free some space, set TMPDIR to another disk, or unpack the file."), place()};
    }
}

Result<void> ParquetInput::open()
{
    m_bytes = m_source->randomAccess();
    if (m_bytes == nullptr)
        RETURN_IF_ERROR(spool());
    std::array<char, 4> head{};
    std::array<char, 8> tail{};
    const qint64 size = m_bytes->size();
    if (size >= static_cast<qint64>(head.size()))
        RETURN_IF_ERROR(read(0, head));
    const std::string_view first(head.data(), head.size());
    if (size >= 4 && first == kEncryptedMagic)
        return Error{ErrorKind::Unsupported, QStringLiteral("the file is encrypted"),
                     QStringLiteral("Write it without encryption."), place()};
    if (size >= 4 && first != kMagic)
        return notParquet(ErrorKind::Malformed, QStringLiteral("this is no Parquet file"));
    if (size < kSmallest)
        return notParquet(ErrorKind::Truncated, QStringLiteral("the file ends before it has begun"));
    RETURN_IF_ERROR(read(size - 8, tail));
    if (std::string_view(tail.data() + 4, 4) != kMagic)
        return notParquet(
            ErrorKind::Malformed,
            QStringLiteral("the file does not end as a Parquet file does: it was cut or damaged"));
    quint32 footerSize = 0;
    std::memcpy(&footerSize, tail.data(), sizeof(footerSize));
    if (footerSize == 0 || static_cast<qint64>(footerSize) > size - kSmallest)
        return notParquet(
            ErrorKind::Malformed,
            QStringLiteral("a footer of %1 bytes cannot be in a file of %2").arg(footerSize).arg(size));
    if (footerSize > kLargestFooter)
        return Error{ErrorKind::Limit,
                     QStringLiteral("the footer is larger than %1 MiB").arg(kLargestFooter / 1024 / 1024),
                     {},
                     place()};
    m_footerStart = size - 8 - static_cast<qint64>(footerSize);
    return {};
}

Result<QByteArray> ParquetInput::footer()
{
    QByteArray bytes(static_cast<qsizetype>(size() - 8 - m_footerStart), Qt::Uninitialized);
    RETURN_IF_ERROR(read(m_footerStart, {bytes.data(), static_cast<size_t>(bytes.size())}));
    return bytes;
}

Result<void> ParquetInput::drain()
{
    if (m_spool != nullptr)
        return {};
    const auto block = std::make_unique_for_overwrite<char[]>(kBlock);
    for (;;) {
        ASSIGN_OR_RETURN(const size_t got, m_source->read({block.get(), kBlock}));
        if (got == 0)
            return {};
    }
}

} // namespace galley::parquet
