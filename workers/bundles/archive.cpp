// SPDX-License-Identifier: MIT
#include "workers/bundles/archive.h"

#include "workers/bundles/directory.h"
#include "workers/bundles/zipreader.h"
#include "workers/bundles/zipwriter.h"

#include <QFileInfo>

#include <algorithm>

namespace galley {

bool ArchiveReader::has(const QString &name) const
{
    return std::any_of(members().begin(), members().end(),
                       [&](const ArchiveMember &member) { return member.name == name; });
}

bool looksLikeZip(const QString &path)
{
    const auto file = openFile(path);
    if (!file)
        return false;
    if (path.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive))
        return true; // what is wrong with it is told as of a zip
    char head[4] = {};
    const auto got = (*file)->read(head);
    const QByteArray start = got ? QByteArray(head, static_cast<qsizetype>(*got)) : QByteArray();
    return start == "PK\x03\x04" || start == "PK\x05\x06";
}

Result<std::unique_ptr<ArchiveReader>> openArchive(const QString &path)
{
    return QFileInfo(path).isDir() ? openDirectoryArchive(path) : openZipArchive(path);
}

Result<std::unique_ptr<ArchiveWriter>> createArchive(const QString &path, const ArchiveOptions &options)
{
    QString clean = path;
    while (clean.size() > 1 && clean.endsWith(QLatin1Char('/')))
        clean.chop(1);
    return clean.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive)
        ? createZipArchive(clean, options)
        : createDirectoryArchive(clean, options);
}

} // namespace galley
