// SPDX-License-Identifier: MIT
#include "workers/bundles/writtenfile.h"

#include "workers/base/placing.h"
#include "workers/base/quickhash.h"
#include "workers/bundles/gzip.h"

#include <QFileInfo>

namespace galley {

namespace {

using Taken = std::function<void(std::string_view)>;

Result<void> readThrough(ByteSource &source, qint64 total, const Taken &taken, const ByteProgress &progress,
                         const std::stop_token &stop)
{
    qint64 done = 0;
    std::vector<char> block(256 * 1024);
    for (size_t got = 1; got > 0;) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
        ASSIGN_OR_RETURN(got, source.read(block));
        taken({block.data(), got});
        done += static_cast<qint64>(got);
        if (progress)
            progress(done, total);
    }
    return {};
}

} // namespace

Result<void> WrittenFile::check(const QString &path, bool overwrite)
{
    if (QFileInfo(path).isDir())
        return Error{ErrorKind::CannotCreate,
                     QStringLiteral("there is a directory of that name"),
                     QStringLiteral("Choose another name."),
                     {path, {}, 0, 0}};
    if (!overwrite && QFileInfo::exists(path))
        return existsAlready(path, QStringLiteral("the file exists already"));
    return {};
}

Result<std::unique_ptr<WrittenFile>> WrittenFile::create(const QString &path, bool overwrite, bool isHashed,
                                                         int level)
{
    RETURN_IF_ERROR(check(path, overwrite));
    auto written = std::make_unique<WrittenFile>();
    ASSIGN_OR_RETURN(written->m_file, createPendingFile(path, overwrite));
    written->m_sink = makePendingSink(written->m_file);
    if (path.endsWith(QLatin1String(".gz"), Qt::CaseInsensitive))
        written->m_sink = makeGzipSink(std::move(written->m_sink), level);
    if (isHashed)
        written->m_sink = makeHashingSink(std::move(written->m_sink), &written->m_digest);
    return written;
}

Result<void> WrittenFile::verify(const ByteProgress &progress, const std::stop_token &stop) const
{
    ASSIGN_OR_RETURN(const auto source, openMaybeGzip(m_file->partPath()));
    QuickHash hash;
    qint64 bytes = 0;
    const auto take = [&](std::string_view block) {
        hash.add(block);
        bytes += static_cast<qint64>(block.size());
    };
    RETURN_IF_ERROR(readThrough(*source, m_digest.bytes, take, progress, stop));
    if (bytes == m_digest.bytes && hash.result() == m_digest.quick)
        return {};
    return Error{ErrorKind::Checksum,
                 QStringLiteral("the file reads back differently from what was written"),
                 QStringLiteral("The disk or its connection is at fault: try another one."),
                 {m_file->partPath(), {}, 0, 0}};
}

Result<void> checkUnchangedFile(const QString &path, const QByteArray &sha256, const ByteProgress &progress,
                                const std::stop_token &stop)
{
    ASSIGN_OR_RETURN(const auto file, openFile(path));
    Sha256 hash;
    const auto take = [&](std::string_view block) { hash.add(block); };
    RETURN_IF_ERROR(readThrough(*file, file->size(), take, progress, stop));
    if (hash.result() == sha256)
        return {};
    return Error{ErrorKind::Checksum,
                 QStringLiteral("the file was changed while it was read"),
                 QStringLiteral("Begin again."),
                 {path, {}, 0, 0}};
}

} // namespace galley
