// SPDX-License-Identifier: MIT
//
// The parser behind readZipDirectory(): the directory in zipdirectory.cpp, the members' places in
// ziplayout.cpp.
#pragma once

#include "workers/bundles/zipdirectory.h"

#include <QByteArray>

namespace galley::zip {

constexpr quint64 kFull32 = 0xffffffff;
inline const QByteArray kLocalMark = QByteArrayLiteral("PK\x03\x04");

inline quint64 number(const QByteArray &bytes, qsizetype at, int size)
{
    quint64 value = 0;
    for (int i = size; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

inline quint16 number16(const QByteArray &bytes, qsizetype at)
{
    return static_cast<quint16>(number(bytes, at, 2));
}

struct End
{
    quint64 entryCount = 0;
    quint64 directorySize = 0;
    quint64 directoryOffset = 0;
    qint64 recordOffset = 0; ///< of the first end record: the directory must end there
};

struct Extra
{
    QByteArray zip64;
    QByteArray unicodeName;
};

struct RawEntry
{
    ZipEntry entry;
    QByteArray nameBytes;
    quint16 flags = 0;
};

class DirectoryParser
{
public:
    DirectoryParser(const ReadAt &readAt, qint64 fileSize, QString path)
        : m_readAt(readAt)
        , m_fileSize(fileSize)
        , m_path(std::move(path))
    {
    }

    Result<ZipDirectory> parse()
    {
        RETURN_IF_ERROR(findEnd());
        RETURN_IF_ERROR(readEnd64());
        RETURN_IF_ERROR(readEntries());
        if (m_raw.empty())
            return fail(ErrorKind::Schema,
                        QStringLiteral("the archive is empty: there is nothing to import"));
        RETURN_IF_ERROR(checkNames());
        RETURN_IF_ERROR(checkSizes());
        RETURN_IF_ERROR(checkPlaces());
        for (RawEntry &raw : m_raw)
            m_directory.entries.push_back(std::move(raw.entry));
        return std::move(m_directory);
    }

private:
    Error fail(ErrorKind kind, const QString &message) const
    {
        const QString hint = kind == ErrorKind::Malformed || kind == ErrorKind::Truncated
            ? QStringLiteral("Get the file again.")
            : QString();
        return Error{kind, message, hint, {m_path, {}, 0, 0}};
    }
    Error malformed(const QString &message) const { return fail(ErrorKind::Malformed, message); }
    Error malformed(const ZipEntry &entry, const QString &message) const
    {
        return malformed(QStringLiteral("member \"%1\": %2").arg(entry.name.left(60), message));
    }

    Result<void> findEnd();
    Result<void> readEnd64();
    Result<void> readEntries();
    Result<qsizetype> readEntry(const QByteArray &bytes, qsizetype at);
    Result<Extra> readExtra(const QByteArray &extra) const;
    Result<QString> readName(const RawEntry &raw, const Extra &extra) const;
    Result<void> takeZip64(const QByteArray &zip64, const std::vector<quint64 *> &fields) const;
    Result<void> checkKind(const RawEntry &raw, quint64 attributes) const;
    Result<void> checkNames() const;
    Result<void> checkSizes() const;
    Result<void> checkPlaces();
    Result<void> checkLocal(RawEntry &raw);
    Result<void> checkLocalSizes(const RawEntry &raw, const QByteArray &head, const QByteArray &extra) const;
    Result<qint64> endOf(const RawEntry &raw) const;

    const ReadAt &m_readAt;
    qint64 m_fileSize;
    QString m_path;
    End m_end;
    std::vector<RawEntry> m_raw;
    ZipDirectory m_directory;
};

} // namespace galley::zip
