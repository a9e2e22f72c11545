// SPDX-License-Identifier: MIT
#include "workers/bundles/zipdirectory.h"

#include "workers/base/text.h"
#include "workers/bundles/zipparser.h"

#include <QMap>

#include <algorithm>

namespace galley {

namespace zip {

namespace {

constexpr qsizetype kEndSize = 22;
constexpr qsizetype kEntrySize = 46;
constexpr qint64 kLongestComment = 65535;
constexpr qint64 kLargestDirectory = 16 * 1024 * 1024;
constexpr quint64 kMostEntries = 100'000;
constexpr quint64 kFull16 = 0xffff;
const QByteArray kEndMark = QByteArrayLiteral("PK\x05\x06");
const QByteArray kEnd64Mark = QByteArrayLiteral("PK\x06\x06");
const QByteArray kLocator64Mark = QByteArrayLiteral("PK\x06\x07");
const QByteArray kEntryMark = QByteArrayLiteral("PK\x01\x02");

QString methodName(quint16 method)
{
    static const QMap<int, QString> names = {{1, QStringLiteral("shrunk")},
                                             {6, QStringLiteral("imploded")},
                                             {9, QStringLiteral("Deflate64")},
                                             {12, QStringLiteral("bzip2")},
                                             {14, QStringLiteral("LZMA")},
                                             {93, QStringLiteral("Zstandard")},
                                             {95, QStringLiteral("XZ")},
                                             {98, QStringLiteral("PPMd")},
                                             {99, QStringLiteral("AES encryption")}};
    const QString name = names.value(method);
    return name.isEmpty() ? QString::number(method) : QStringLiteral("%1 (%2)").arg(method).arg(name);
}

} // namespace

Result<void> DirectoryParser::findEnd()
{
    const qint64 tailSize = std::min<qint64>(m_fileSize, kEndSize + kLongestComment);
    const qint64 tailOffset = m_fileSize - tailSize;
    ASSIGN_OR_RETURN(const QByteArray tail, m_readAt(tailOffset, static_cast<qsizetype>(tailSize)));
    std::vector<qsizetype> ends;
    for (qsizetype at = tail.indexOf(kEndMark); at >= 0; at = tail.indexOf(kEndMark, at + 1)) {
        if (at + kEndSize <= tail.size() && at + kEndSize + number16(tail, at + 20) == tail.size())
            ends.push_back(at);
    }
    if (ends.empty()) {
        ASSIGN_OR_RETURN(const QByteArray head, m_readAt(0, 4));
        if (head == kLocalMark || tail.contains(kEndMark))
            return fail(ErrorKind::Truncated, QStringLiteral("the zip ends before the end of its directory"));
        return malformed(QStringLiteral("this is not a zip"));
    }
    const qsizetype at = ends.front();
    if (ends.size() > 1 || tail.indexOf(kEndMark, at + 4) >= 0)
        return fail(ErrorKind::Ambiguous,
                    QStringLiteral("the zip has two ends: which one counts is not clear"));
    if (number16(tail, at + 4) != 0 || number16(tail, at + 6) != 0
        || number16(tail, at + 8) != number16(tail, at + 10))
        return fail(ErrorKind::Unsupported, QStringLiteral("the zip is one part of several"));
    m_end.entryCount = number(tail, at + 10, 2);
    m_end.directorySize = number(tail, at + 12, 4);
    m_end.directoryOffset = number(tail, at + 16, 4);
    m_end.recordOffset = tailOffset + at;
    m_directory.comment = tail.mid(at + kEndSize);
    m_directory.commentLengthOffset = m_end.recordOffset + 20;
    return {};
}

Result<void> DirectoryParser::readEnd64()
{
    constexpr qint64 kLocatorSize = 20;
    constexpr qint64 kRecordSize = 56;
    const qint64 locatorOffset = m_end.recordOffset - kLocatorSize;
    if (locatorOffset < 0)
        return {};
    ASSIGN_OR_RETURN(const QByteArray locator, m_readAt(locatorOffset, kLocatorSize));
    if (!locator.startsWith(kLocator64Mark))
        return {};
    const quint64 offset = number(locator, 8, 8);
    if (number(locator, 4, 4) != 0 || number(locator, 16, 4) > 1)
        return fail(ErrorKind::Unsupported, QStringLiteral("the zip is one part of several"));
    if (offset > static_cast<quint64>(locatorOffset)
        || locatorOffset - static_cast<qint64>(offset) < kRecordSize)
        return malformed(QStringLiteral("the zip's 64-bit end record is not where it should be"));
    ASSIGN_OR_RETURN(const QByteArray record, m_readAt(static_cast<qint64>(offset), kRecordSize));
    if (!record.startsWith(kEnd64Mark)
        || number(record, 4, 8) != static_cast<quint64>(locatorOffset) - offset - 12)
        return malformed(QStringLiteral("the zip's 64-bit end record is damaged"));
    const quint64 count = number(record, 32, 8);
    const quint64 size = number(record, 40, 8);
    const quint64 start = number(record, 48, 8);
    const bool agrees = (m_end.entryCount == kFull16 || m_end.entryCount == count)
        && (m_end.directorySize == kFull32 || m_end.directorySize == size)
        && (m_end.directoryOffset == kFull32 || m_end.directoryOffset == start)
        && number(record, 24, 8) == count;
    if (!agrees)
        return malformed(QStringLiteral("the zip's two end records disagree"));
    m_end = {count, size, start, static_cast<qint64>(offset)};
    return {};
}

Result<void> DirectoryParser::readEntries()
{
    const auto recordOffset = static_cast<quint64>(m_end.recordOffset);
    if (m_end.directorySize > recordOffset || m_end.directoryOffset > recordOffset - m_end.directorySize
        || m_end.entryCount > m_end.directorySize / kEntrySize)
        return malformed(QStringLiteral("the zip's end record claims a directory that the file cannot hold"));
    if (m_end.directoryOffset + m_end.directorySize != recordOffset)
        return malformed(QStringLiteral("the zip has bytes that belong to no member: before its start, or "
                                        "between its directory and its end"));
    if (m_end.entryCount > kMostEntries || m_end.directorySize > kLargestDirectory)
        return fail(ErrorKind::Limit,
                    QStringLiteral("the zip has too many members: %1").arg(m_end.entryCount));
    ASSIGN_OR_RETURN(
        const QByteArray bytes,
        m_readAt(static_cast<qint64>(m_end.directoryOffset), static_cast<qsizetype>(m_end.directorySize)));
    if (static_cast<quint64>(bytes.size()) != m_end.directorySize)
        return fail(ErrorKind::Truncated, QStringLiteral("the zip ends inside its directory"));
    qsizetype at = 0;
    for (quint64 i = 0; i < m_end.entryCount; ++i) {
        ASSIGN_OR_RETURN(at, readEntry(bytes, at));
    }
    if (at != bytes.size())
        return malformed(QStringLiteral("the zip's directory is longer than its entries"));
    return {};
}

Result<qsizetype> DirectoryParser::readEntry(const QByteArray &bytes, qsizetype at)
{
    const QString damaged =
        QStringLiteral("the zip's directory is damaged at entry %1").arg(m_raw.size() + 1);
    if (bytes.size() - at < kEntrySize || bytes.mid(at, 4) != kEntryMark)
        return malformed(damaged);
    const qsizetype nameSize = number16(bytes, at + 28);
    const qsizetype extraSize = number16(bytes, at + 30);
    const qsizetype end = at + kEntrySize + nameSize + extraSize + number16(bytes, at + 32);
    if (end > bytes.size())
        return malformed(damaged);
    RawEntry raw;
    raw.flags = number16(bytes, at + 8);
    raw.nameBytes = bytes.mid(at + kEntrySize, nameSize);
    ASSIGN_OR_RETURN(const Extra extra, readExtra(bytes.mid(at + kEntrySize + nameSize, extraSize)));
    ASSIGN_OR_RETURN(raw.entry.name, readName(raw, extra));
    raw.entry.method = number16(bytes, at + 10);
    raw.entry.crc = static_cast<quint32>(number(bytes, at + 16, 4));
    quint64 packed = number(bytes, at + 20, 4);
    quint64 unpacked = number(bytes, at + 24, 4);
    quint64 offset = number(bytes, at + 42, 4);
    RETURN_IF_ERROR(takeZip64(extra.zip64, {&unpacked, &packed, &offset}));
    const auto limit = static_cast<quint64>(m_fileSize);
    if (packed > limit || offset > limit)
        return malformed(raw.entry, QStringLiteral("it lies beyond the end of the file"));
    if (unpacked > (1ULL << 62))
        return fail(ErrorKind::Limit,
                    QStringLiteral("member \"%1\": its size is impossible").arg(raw.entry.name.left(60)));
    raw.entry.packed = static_cast<qint64>(packed);
    raw.entry.unpacked = static_cast<qint64>(unpacked);
    raw.entry.headerOffset = static_cast<qint64>(offset);
    RETURN_IF_ERROR(checkKind(raw, number(bytes, at + 38, 4)));
    m_raw.push_back(std::move(raw));
    return end;
}

Result<Extra> DirectoryParser::readExtra(const QByteArray &bytes) const
{
    Extra extra;
    qsizetype at = 0;
    while (bytes.size() - at >= 4) {
        const quint16 id = number16(bytes, at);
        const qsizetype size = number16(bytes, at + 2);
        if (at + 4 + size > bytes.size())
            return malformed(QStringLiteral("an extra field in the zip is longer than its room"));
        if (id == 0x0001)
            extra.zip64 = bytes.mid(at + 4, size);
        else if (id == 0x7075 && size > 5)
            extra.unicodeName = bytes.mid(at + 9, size - 5);
        at += 4 + size;
    }
    return extra;
}

Result<QString> DirectoryParser::readName(const RawEntry &raw, const Extra &extra) const
{
    const QByteArray &bytes = raw.nameBytes;
    if (firstInvalidUtf8({bytes.constData(), static_cast<size_t>(bytes.size())}) >= 0)
        return fail(ErrorKind::Encoding,
                    QStringLiteral("the name of member %1 of the zip is not UTF-8").arg(m_raw.size() + 1));
    // Some programs would take the second name: a zip must be the same to everybody.
    if (!extra.unicodeName.isEmpty() && extra.unicodeName != bytes)
        return malformed(QStringLiteral("member %1 of the zip has two names").arg(m_raw.size() + 1));
    return QString::fromUtf8(bytes);
}

/// APPNOTE 4.5.3: only the fields that are full stand here, in this order.
Result<void> DirectoryParser::takeZip64(const QByteArray &zip64, const std::vector<quint64 *> &fields) const
{
    qsizetype at = 0;
    for (quint64 *field : fields) {
        if (*field != kFull32 || zip64.isEmpty())
            continue;
        if (zip64.size() - at < 8)
            return malformed(QStringLiteral("a 64-bit field of the zip is cut off"));
        *field = number(zip64, at, 8);
        at += 8;
    }
    return {};
}

Result<void> DirectoryParser::checkKind(const RawEntry &raw, quint64 attributes) const
{
    const QString name = raw.entry.name.left(60);
    if (raw.entry.method != 0 && raw.entry.method != 8)
        return fail(
            ErrorKind::Unsupported,
            QStringLiteral("member \"%1\" is packed with method %2").arg(name, methodName(raw.entry.method)));
    constexpr quint16 kEncrypted = 1 << 0 | 1 << 6 | 1 << 13;
    if ((raw.flags & kEncrypted) != 0)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("member \"%1\" is encrypted").arg(name),
                     QStringLiteral("Unpack it with its password and import the folder."),
                     {m_path, {}, 0, 0}};
    if ((raw.flags & (1 << 5)) != 0)
        return fail(ErrorKind::Unsupported, QStringLiteral("member \"%1\" is a patch").arg(name));
    const quint64 fileType = attributes >> 28; // of a Unix mode in the upper half
    const bool isFolder = raw.entry.isFolder();
    if (fileType != 0 && fileType != (isFolder ? 4U : 8U))
        return fail(ErrorKind::UnsafePath,
                    QStringLiteral("member \"%1\" is no file but %2")
                        .arg(name,
                             fileType == 10      ? QStringLiteral("a symbolic link")
                                 : fileType == 1 ? QStringLiteral("a FIFO")
                                                 : QStringLiteral("a device or another special file")));
    return {};
}

} // namespace zip

Result<ZipDirectory> readZipDirectory(const ReadAt &readAt, qint64 fileSize, const QString &path)
{
    return zip::DirectoryParser(readAt, fileSize, path).parse();
}

} // namespace galley
