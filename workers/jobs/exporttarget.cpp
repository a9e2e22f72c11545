// SPDX-License-Identifier: MIT
#include "workers/jobs/exporttarget.h"

#include "workers/bundles/writtenfile.h"

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

/// Reads back what was written, before anything has its name.
Result<void> verifyUnplaced(const QString &path, JobContext &context,
                            const std::function<Result<void>(const ByteProgress &)> &verify)
{
    JobProgress progress;
    progress.phase = QStringLiteral("Verifying");
    context.report(progress);
    const Result<void> verified = verify([&](qint64 done, qint64 total) {
        progress.bytes = done;
        progress.bytesTotal = total;
        context.report(progress);
    });
    if (!verified)
        return notPlaced(verified.error(), path);
    if (const auto stopped = context.checkCancelled(); !stopped)
        return notPlaced(stopped.error(), path);
    return {};
}

class StandardOutputTarget final : public ExportTarget
{
public:
    explicit StandardOutputTarget(const JobContext &context)
        : m_sink(std::make_unique<StandardOutput>(context))
    {
    }
    Result<std::unique_ptr<ByteSink>> openTable(size_t) override { return std::move(m_sink); }
    void setRows(size_t, qint64) override { }
    Result<void> finish(JobContext &) override { return {}; }
    QStringList files() const override { return {}; }

private:
    std::unique_ptr<ByteSink> m_sink;
};

class FileTarget final : public ExportTarget
{
public:
    FileTarget(const ExportPlan &plan, std::unique_ptr<WrittenFile> file)
        : m_path(plan.destination)
        , m_verify(plan.verify)
        , m_file(std::move(file))
    {
    }
    Result<std::unique_ptr<ByteSink>> openTable(size_t) override { return m_file->takeSink(); }
    void setRows(size_t, qint64) override { }
    Result<void> finish(JobContext &context) override
    {
        if (m_verify)
            RETURN_IF_ERROR(verifyUnplaced(m_path, context, [&](const ByteProgress &progress) {
                return m_file->verify(progress, context.stop());
            }));
        return m_file->place();
    }
    QStringList files() const override { return {m_path}; }

private:
    QString m_path;
    bool m_verify;
    std::unique_ptr<WrittenFile> m_file;
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
        if (m_verify)
            RETURN_IF_ERROR(verifyUnplaced(m_path, context, [&](const ByteProgress &progress) {
                return m_writer->verify(progress, context.stop());
            }));
        RETURN_IF_ERROR(m_writer->place());
        m_members = m_writer->members();
        return {};
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
    QString m_path;
    bool m_verify;
    std::unique_ptr<BundleWriter> m_writer;
    std::vector<std::pair<QString, qint64>> m_members;
};

} // namespace

Result<std::unique_ptr<ExportTarget>> makeFileTarget(const ExportPlan &plan, const JobContext &context)
{
    const QString &path = plan.destination;
    if (path == QLatin1String("-"))
        return std::unique_ptr<ExportTarget>(std::make_unique<StandardOutputTarget>(context));
    ASSIGN_OR_RETURN(auto file, WrittenFile::create(path, plan.overwrite, plan.verify));
    return std::unique_ptr<ExportTarget>(std::make_unique<FileTarget>(plan, std::move(file)));
}

Result<std::unique_ptr<ExportTarget>> makeBundleTarget(const ExportPlan &plan, const Bundle &bundle,
                                                       const BundleListing &listing)
{
    RETURN_IF_ERROR(checkDestination(bundle, plan.destination));
    ASSIGN_OR_RETURN(auto writer, bundle.create(plan.destination, listing, plan.options, plan.overwrite));
    return std::unique_ptr<ExportTarget>(std::make_unique<BundleTarget>(plan, std::move(writer)));
}

} // namespace galley
