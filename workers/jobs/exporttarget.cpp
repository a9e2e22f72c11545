// SPDX-License-Identifier: MIT
#include "workers/jobs/exporttarget.h"

#include "workers/base/checkedfile.h"
#include "workers/base/quickhash.h"
#include "workers/base/sha256.h"
#include "workers/bundles/gzip.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace galley {

namespace {

/// Standard output. A pipe takes small pieces and is waited for in short steps, so that a reader that stands
/// still does not keep a cancelled job.
class StandardOutput final : public ByteSink
{
public:
    explicit StandardOutput(const JobContext &context)
        : m_context(context)
    {
        struct stat info = {};
        m_isFile = ::fstat(STDOUT_FILENO, &info) == 0 && (S_ISREG(info.st_mode) || S_ISBLK(info.st_mode));
    }

    Result<void> write(std::string_view bytes) override
    {
        while (!bytes.empty()) {
            if (!m_isFile)
                RETURN_IF_ERROR(awaitRoom());
            const size_t piece = m_isFile ? bytes.size() : std::min<size_t>(bytes.size(), kPipePiece);
            const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), piece);
            if (written > 0)
                bytes.remove_prefix(static_cast<size_t>(written));
            else if (errno != EINTR && errno != EAGAIN)
                return errnoError(errno, QStringLiteral("write to standard output"), {});
        }
        return {};
    }
    Result<void> finish() override { return {}; }

private:
    static constexpr size_t kPipePiece = 4096; // poll() promises that much and no more

    Result<void> awaitRoom()
    {
        pollfd poll = {STDOUT_FILENO, POLLOUT, 0};
        while (::poll(&poll, 1, 100) == 0)
            RETURN_IF_ERROR(m_context.checkCancelled());
        return {};
    }

    const JobContext &m_context;
    bool m_isFile = false;
};

Result<void> checkDigest(const QString &path, const QString &shownPath, const SinkDigest &written)
{
    ASSIGN_OR_RETURN(auto source, openMaybeGzip(path));
    QuickHash hash;
    qint64 bytes = 0;
    std::vector<char> buffer(256 * 1024);
    for (;;) {
        ASSIGN_OR_RETURN(const size_t got, source->read(buffer));
        if (got == 0)
            break;
        hash.add({buffer.data(), got});
        bytes += static_cast<qint64>(got);
    }
    if (bytes == written.bytes && hash.result() == written.quick)
        return {};
    return Error{ErrorKind::Checksum,
                 QStringLiteral("the file reads back differently from what was written"),
                 QStringLiteral("The disk or its connection is at fault: try another one."),
                 {shownPath, {}, 0, 0}};
}

class FileTarget final : public ExportTarget
{
public:
    FileTarget(const ExportPlan &plan, std::unique_ptr<ByteSink> sink, std::shared_ptr<SinkDigest> digest)
        : m_path(plan.destination)
        , m_digest(std::move(digest))
        , m_sink(std::move(sink))
    {
    }
    Result<std::unique_ptr<ByteSink>> openTable(size_t) override { return std::move(m_sink); }
    void setRows(size_t, qint64) override { }
    Result<void> finish(JobContext &) override { return {}; } // the sink's finish() did it
    QStringList files() const override
    {
        return m_path == QLatin1String("-") ? QStringList() : QStringList{m_path};
    }

private:
    QString m_path;
    std::shared_ptr<SinkDigest> m_digest;
    std::unique_ptr<ByteSink> m_sink;
};

class BundleTarget final : public ExportTarget
{
public:
    BundleTarget(const ExportPlan &plan, std::unique_ptr<BundleWriter> writer)
        : m_path(plan.destination)
        , m_verify(plan.verify)
        , m_writer(std::move(writer))
    {
    }
    Result<std::unique_ptr<ByteSink>> openTable(size_t index) override { return m_writer->openTable(index); }
    void setRows(size_t index, qint64 rows) override { m_writer->setRows(index, rows); }
    Result<void> finish(JobContext &context) override
    {
        RETURN_IF_ERROR(m_writer->finish());
        m_members = m_writer->members();
        return m_verify ? verify(context) : Result<void>();
    }
    QStringList files() const override
    {
        QStringList names;
        if (!QFileInfo(m_path).isDir())
            return {m_path};
        for (const auto &[name, size] : m_members)
            names += QDir(m_path).filePath(name);
        return names;
    }

private:
    Result<void> verify(JobContext &context)
    {
        JobProgress progress;
        progress.phase = QStringLiteral("Verifying");
        return m_writer->verify(
            [&](qint64 done, qint64 total) {
                progress.bytes = done;
                progress.bytesTotal = total;
                context.report(progress);
            },
            context.stop());
    }

    QString m_path;
    bool m_verify;
    std::unique_ptr<BundleWriter> m_writer;
    std::vector<std::pair<QString, qint64>> m_members;
};

} // namespace

Result<std::unique_ptr<ExportTarget>> makeFileTarget(const ExportPlan &plan, const JobContext &context)
{
    const QString &path = plan.destination;
    auto digest = std::make_shared<SinkDigest>();
    if (path == QLatin1String("-"))
        return std::unique_ptr<ExportTarget>(
            std::make_unique<FileTarget>(plan, std::make_unique<StandardOutput>(context), digest));
    if (QFileInfo(path).isDir())
        return Error{ErrorKind::CannotCreate,
                     QStringLiteral("there is a directory of that name"),
                     QStringLiteral("Choose another name."),
                     {path, {}, 0, 0}};
    PartCheck check;
    if (plan.verify)
        check = [digest, path](const QString &part) { return checkDigest(part, path, *digest); };
    ASSIGN_OR_RETURN(std::unique_ptr<ByteSink> sink,
                     createCheckedFile(path, plan.overwrite, std::move(check)));
    if (path.endsWith(QLatin1String(".gz"), Qt::CaseInsensitive))
        sink = makeGzipSink(std::move(sink));
    if (plan.verify)
        sink = makeHashingSink(std::move(sink), digest.get());
    return std::unique_ptr<ExportTarget>(std::make_unique<FileTarget>(plan, std::move(sink), digest));
}

Result<std::unique_ptr<ExportTarget>> makeBundleTarget(const ExportPlan &plan, const Bundle &bundle,
                                                       const BundleListing &listing)
{
    RETURN_IF_ERROR(checkDestination(bundle, plan.destination));
    ASSIGN_OR_RETURN(auto writer, bundle.create(plan.destination, listing, plan.options, plan.overwrite));
    return std::unique_ptr<ExportTarget>(std::make_unique<BundleTarget>(plan, std::move(writer)));
}

} // namespace galley
