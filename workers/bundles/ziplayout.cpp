// SPDX-License-Identifier: MIT
#include "workers/bundles/archive.h"
#include "workers/bundles/expansion.h"
#include "workers/bundles/zipparser.h"

#include <algorithm>

namespace galley::zip {

namespace {

constexpr qsizetype kLocalSize = 30;
const QByteArray kDescriptorMark = QByteArrayLiteral("PK\x07\x08");

} // namespace

Result<void> DirectoryParser::checkNames() const
{
    std::vector<ArchiveMember> members;
    members.reserve(m_raw.size());
    for (const RawEntry &raw : m_raw)
        members.push_back({raw.entry.name, raw.entry.unpacked});
    Result<void> checked = checkMemberNames(members);
    if (checked)
        return {};
    Error error = std::move(checked).error();
    error.where.file = m_path;
    return error;
}

Result<void> DirectoryParser::checkSizes() const
{
    qint64 packed = 0;
    qint64 unpacked = 0;
    for (const RawEntry &raw : m_raw) {
        const ZipEntry &entry = raw.entry;
        if (entry.isFolder() && entry.unpacked != 0)
            return malformed(entry, QStringLiteral("a folder that has data"));
        if (entry.method == 0 && entry.packed != entry.unpacked)
            return malformed(entry, QStringLiteral("it is not packed, but has two sizes"));
        packed += entry.packed;
        unpacked = entry.unpacked > (1LL << 62) - unpacked ? 1LL << 62 : unpacked + entry.unpacked;
        if (isTooFarExpanded(entry.packed, entry.unpacked) || isTooFarExpanded(packed, unpacked))
            return Error{ErrorKind::Limit,
                         QStringLiteral("member \"%1\" unpacks to more than %2 times its size (%3 bytes)")
                             .arg(entry.name.left(60))
                             .arg(kExpansionRatio)
                             .arg(entry.unpacked),
                         QStringLiteral("If you trust it, unpack it yourself and import the folder."),
                         {m_path, {}, 0, 0}};
    }
    return {};
}

Result<void> DirectoryParser::checkPlaces()
{
    std::vector<RawEntry *> order;
    for (RawEntry &raw : m_raw)
        order.push_back(&raw);
    std::stable_sort(order.begin(), order.end(), [](const RawEntry *a, const RawEntry *b) {
        return a->entry.headerOffset < b->entry.headerOffset;
    });
    qint64 expected = 0;
    for (RawEntry *raw : order) {
        if (raw->entry.headerOffset < expected)
            return malformed(raw->entry, QStringLiteral("it overlaps another member"));
        if (raw->entry.headerOffset > expected)
            return malformed(raw->entry, QStringLiteral("before it stand bytes that belong to no member"));
        RETURN_IF_ERROR(checkLocal(*raw));
        ASSIGN_OR_RETURN(expected, endOf(*raw));
        if (expected > static_cast<qint64>(m_end.directoryOffset))
            return malformed(raw->entry, QStringLiteral("it reaches into the zip's directory"));
    }
    if (expected != static_cast<qint64>(m_end.directoryOffset))
        return malformed(QStringLiteral("before the zip's directory stand bytes that belong to no member"));
    return {};
}

Result<void> DirectoryParser::checkLocal(RawEntry &raw)
{
    const qint64 offset = raw.entry.headerOffset;
    ASSIGN_OR_RETURN(const QByteArray head, m_readAt(offset, kLocalSize));
    if (head.size() < kLocalSize || !head.startsWith(kLocalMark))
        return malformed(raw.entry, QStringLiteral("it does not begin where the directory says"));
    const qsizetype nameSize = number16(head, 26);
    const qsizetype extraSize = number16(head, 28);
    ASSIGN_OR_RETURN(const QByteArray rest, m_readAt(offset + kLocalSize, nameSize + extraSize));
    if (rest.left(nameSize) != raw.nameBytes)
        return malformed(raw.entry,
                         QStringLiteral("its own header gives it another name than the directory, \"%1\"")
                             .arg(QString::fromUtf8(rest.left(std::min<qsizetype>(nameSize, 60)))));
    constexpr quint16 kMeaningful = 1 << 0 | 1 << 3 | 1 << 6 | 1 << 11 | 1 << 13;
    if (number16(head, 8) != raw.entry.method || ((number16(head, 6) ^ raw.flags) & kMeaningful) != 0)
        return malformed(raw.entry, QStringLiteral("its own header and the directory disagree"));
    raw.entry.dataOffset = offset + kLocalSize + nameSize + extraSize;
    return checkLocalSizes(raw, head, rest.mid(nameSize));
}

Result<void> DirectoryParser::checkLocalSizes(const RawEntry &raw, const QByteArray &head,
                                              const QByteArray &extraBytes) const
{
    ASSIGN_OR_RETURN(const Extra extra, readExtra(extraBytes));
    quint64 packed = number(head, 18, 4);
    quint64 unpacked = number(head, 22, 4);
    RETURN_IF_ERROR(takeZip64(extra.zip64, {&unpacked, &packed}));
    const quint64 crc = number(head, 14, 4);
    const bool isLater = (raw.flags & (1 << 3)) != 0; // told by a descriptor behind the data
    const auto agrees = [&](quint64 here, quint64 there) { return here == there || (isLater && here == 0); };
    if (!agrees(crc, raw.entry.crc) || !agrees(packed, static_cast<quint64>(raw.entry.packed))
        || !agrees(unpacked, static_cast<quint64>(raw.entry.unpacked)))
        return malformed(raw.entry,
                         QStringLiteral("its own header and the directory disagree on its size or CRC"));
    return {};
}

/// Where the member ends, its descriptor (APPNOTE 4.3.9: with or without mark, of 32 or 64 bits) included.
Result<qint64> DirectoryParser::endOf(const RawEntry &raw) const
{
    const qint64 end = raw.entry.dataOffset + raw.entry.packed;
    if ((raw.flags & (1 << 3)) == 0 || raw.entry.isFolder())
        return end;
    ASSIGN_OR_RETURN(const QByteArray bytes, m_readAt(end, 24));
    for (const qsizetype mark : {4, 0}) {
        if (mark == 4 && !bytes.startsWith(kDescriptorMark))
            continue;
        for (const int width : {4, 8}) {
            if (bytes.size() >= mark + 4 + 2 * width && number(bytes, mark, 4) == raw.entry.crc
                && number(bytes, mark + 4, width) == static_cast<quint64>(raw.entry.packed)
                && number(bytes, mark + 4 + width, width) == static_cast<quint64>(raw.entry.unpacked))
                return end + mark + 4 + 2 * width;
        }
    }
    return malformed(raw.entry,
                     QStringLiteral("the sizes and CRC behind its data are not those of the directory"));
}

} // namespace galley::zip
