// SPDX-License-Identifier: MIT
#include "workers/bundles/writtenfile.h"

#include "workers/bundles/gzip.h"
#include "workers/bundles/placing.h"

#include <QFileInfo>

namespace galley {

namespace {

Result<void> readThrough(HashingSource &source, qint64 total, const ByteProgress &progress,
                         const std::stop_token &stop)
{
    std::vector<char> block(256 * 1024);
    for (size_t got = 1; got > 0;) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
        ASSIGN_OR_RETURN(got, source.read(block));
        if (progress)
            progress(source.byteCount(), total);
    }
    return {};
}

} // namespace

Result<void> checkBundleFile(const QString &path, bool overwrite)
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

Result<std::unique_ptr<ByteSink>> createBundleFile(const QString &path, bool overwrite, SinkDigest *digest)
{
    RETURN_IF_ERROR(checkBundleFile(path, overwrite));
    ASSIGN_OR_RETURN(std::unique_ptr<ByteSink> sink, createFile(path, overwrite));
    if (path.endsWith(QLatin1String(".gz"), Qt::CaseInsensitive))
        sink = makeGzipSink(std::move(sink));
    return makeHashingSink(std::move(sink), digest);
}

Result<void> checkWrittenFile(const QString &path, const SinkDigest &digest, const ByteProgress &progress,
                              const std::stop_token &stop)
{
    ASSIGN_OR_RETURN(auto source, openMaybeGzip(path));
    HashingSource hashing(std::move(source));
    RETURN_IF_ERROR(readThrough(hashing, digest.bytes, progress, stop));
    if (hashing.byteCount() == digest.bytes && hashing.result() == digest.sha256)
        return {};
    return Error{ErrorKind::Checksum,
                 QStringLiteral("the file reads back differently from what was written"),
                 QStringLiteral("The disk or its connection is at fault: try another one."),
                 {path, {}, 0, 0}};
}

Result<void> checkUnchangedFile(const QString &path, const QByteArray &sha256, const ByteProgress &progress,
                                const std::stop_token &stop)
{
    ASSIGN_OR_RETURN(auto file, openFile(path));
    const qint64 total = file->size();
    HashingSource hashing(std::move(file));
    RETURN_IF_ERROR(readThrough(hashing, total, progress, stop));
    if (hashing.result() == sha256)
        return {};
    return Error{ErrorKind::Checksum,
                 QStringLiteral("the file was changed while it was read"),
                 QStringLiteral("Begin again."),
                 {path, {}, 0, 0}};
}

} // namespace galley
