// SPDX-License-Identifier: MIT
#include "workers/bundles/archive.h"

#include "workers/base/stoppable.h"
#include "workers/bundles/directory.h"
#include "workers/bundles/zipreader.h"
#include "workers/bundles/zipwriter.h"

#include <QFileInfo>

#include <algorithm>

namespace galley {

namespace {

class StoppableArchive final : public ArchiveReader
{
public:
    StoppableArchive(std::unique_ptr<ArchiveReader> archive, std::stop_token stop)
        : m_archive(std::move(archive))
        , m_stop(std::move(stop))
    {
    }
    QString path() const override { return m_archive->path(); }
    bool isZip() const override { return m_archive->isZip(); }
    const std::vector<ArchiveMember> &members() const override { return m_archive->members(); }
    Result<std::unique_ptr<ByteSource>> open(const QString &name) const override
    {
        ASSIGN_OR_RETURN(auto source, m_archive->open(name));
        return stoppable(std::move(source), m_stop);
    }
    QByteArray comment() const override { return m_archive->comment(); }

private:
    std::unique_ptr<ArchiveReader> m_archive;
    std::stop_token m_stop;
};

} // namespace

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

Result<std::unique_ptr<ArchiveReader>> openArchive(const QString &path, const std::stop_token &stop)
{
    ASSIGN_OR_RETURN(auto archive,
                     QFileInfo(path).isDir() ? openDirectoryArchive(path) : openZipArchive(path));
    if (!stop.stop_possible())
        return archive;
    return std::unique_ptr<ArchiveReader>(std::make_unique<StoppableArchive>(std::move(archive), stop));
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
