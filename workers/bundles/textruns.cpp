// SPDX-License-Identifier: MIT
#include "workers/bundles/textruns.h"

#include "workers/bundles/filedevice.h"
#include "workers/bundles/gzip.h"
#include "workers/formats/source.h"
#include "workers/formats/textsource.h"

#include <QFile>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace galley {

namespace {

qint64 sizeOf(const std::vector<TextRun> &runs)
{
    qint64 size = 0;
    for (const TextRun &run : runs)
        size += run.end - run.offset;
    return size;
}

/// Runs of a file that can be read anywhere.
class SeekingRuns final : public ByteSource
{
public:
    SeekingRuns(QString path, std::unique_ptr<SharedFile> file, qint64 leadingBytes,
                std::vector<TextRun> runs)
        : m_path(std::move(path))
        , m_file(std::move(file))
        , m_leadingBytes(leadingBytes)
        , m_runs(std::move(runs))
        , m_size(sizeOf(m_runs))
    {
    }
    Result<size_t> read(std::span<char> buffer) override
    {
        while (m_run < m_runs.size() && m_runs[m_run].offset + m_done == m_runs[m_run].end) {
            ++m_run;
            m_done = 0;
        }
        if (m_run == m_runs.size())
            return size_t{0};
        const TextRun &run = m_runs[m_run];
        const auto wanted = std::min(buffer.size(), static_cast<size_t>(run.end - run.offset - m_done));
        for (;;) {
            const ssize_t got =
                ::pread(m_file->fd(), buffer.data(), wanted, m_leadingBytes + run.offset + m_done);
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return errnoError(errno, QStringLiteral("read"), m_path);
            if (got == 0)
                return Error{ErrorKind::Truncated,
                             QStringLiteral("the file became shorter while it was read"),
                             QStringLiteral("Preview the import again."), place()};
            m_done += got;
            return static_cast<size_t>(got);
        }
    }
    qint64 size() const override { return m_size; }
    Place place() const override { return {m_path, {}, 0, 0}; }

private:
    QString m_path;
    std::unique_ptr<SharedFile> m_file;
    qint64 m_leadingBytes;
    std::vector<TextRun> m_runs;
    qint64 m_size;
    size_t m_run = 0;
    qint64 m_done = 0; ///< of the run
};

/// Runs of a text that can only be read from its beginning.
class SkippingRuns final : public ByteSource
{
public:
    SkippingRuns(std::unique_ptr<ByteSource> text, std::vector<TextRun> runs)
        : m_text(std::move(text))
        , m_runs(std::move(runs))
        , m_size(sizeOf(m_runs))
    {
    }
    Result<size_t> read(std::span<char> buffer) override
    {
        while (m_run < m_runs.size() && m_at == m_runs[m_run].end)
            ++m_run;
        if (m_run == m_runs.size())
            return size_t{0};
        const TextRun &run = m_runs[m_run];
        while (m_at < run.offset) {
            const auto wanted = std::min(buffer.size(), static_cast<size_t>(run.offset - m_at));
            ASSIGN_OR_RETURN(const size_t got, take(buffer.first(wanted)));
            m_at += static_cast<qint64>(got);
        }
        ASSIGN_OR_RETURN(const size_t got,
                         take(buffer.first(std::min(buffer.size(), static_cast<size_t>(run.end - m_at)))));
        m_at += static_cast<qint64>(got);
        return got;
    }
    qint64 size() const override { return m_size; }
    Place place() const override { return m_text->place(); }

private:
    Result<size_t> take(std::span<char> buffer)
    {
        ASSIGN_OR_RETURN(const size_t got, m_text->read(buffer));
        if (got == 0)
            return Error{ErrorKind::Truncated, QStringLiteral("the file became shorter while it was read"),
                         QStringLiteral("Preview the import again."), place()};
        return got;
    }

    std::unique_ptr<ByteSource> m_text;
    std::vector<TextRun> m_runs;
    qint64 m_size;
    size_t m_run = 0;
    qint64 m_at = 0; ///< in the text
};

} // namespace

Result<FileStamp> stampOf(const QString &path)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return errnoError(errno, QStringLiteral("read"), path);
    constexpr qint64 kSecond = 1'000'000'000;
    return FileStamp{info.st_size, info.st_mtim.tv_sec * kSecond + info.st_mtim.tv_nsec,
                     info.st_ctim.tv_sec * kSecond + info.st_ctim.tv_nsec, info.st_ino};
}

Result<std::unique_ptr<ByteSource>> openPackedText(std::unique_ptr<ByteSource> raw, qint64 *leadingBytes)
{
    QByteArray head(2, 0);
    size_t got = 0;
    while (got < 2) {
        ASSIGN_OR_RETURN(const size_t more, raw->read({head.data() + got, 2 - got}));
        if (more == 0)
            break;
        got += more;
    }
    head.truncate(static_cast<qsizetype>(got));
    const bool isPacked = head == QByteArray("\x1f\x8b");
    ASSIGN_OR_RETURN(auto unpacked, openMaybeGzip(withHead(head, std::move(raw))));
    ASSIGN_OR_RETURN(TextInput text, openText(std::move(unpacked), {}));
    const bool isPlain = !isPacked && text.encoding.compare(QLatin1String("utf-8"), Qt::CaseInsensitive) == 0;
    if (leadingBytes != nullptr)
        *leadingBytes = !isPlain ? -1 : text.hasBom ? 3 : 0;
    return std::move(text.source);
}

QByteArray headOfText(const QString &path, qsizetype most)
{
    auto raw = openFile(path);
    if (!raw)
        return {};
    auto text = openPackedText(*std::move(raw), nullptr);
    QByteArray head(most, Qt::Uninitialized);
    qsizetype filled = 0;
    while (text && filled < most) {
        const auto got = (*text)->read({head.data() + filled, static_cast<size_t>(most - filled)});
        if (!got || *got == 0)
            break;
        filled += static_cast<qsizetype>(*got);
    }
    head.truncate(filled);
    return head;
}

Result<std::unique_ptr<ByteSource>> openTextRuns(const QString &path, qint64 leadingBytes,
                                                 std::vector<TextRun> runs)
{
    if (leadingBytes < 0) {
        ASSIGN_OR_RETURN(auto raw, openFile(path));
        ASSIGN_OR_RETURN(auto text, openPackedText(std::move(raw), nullptr));
        return std::unique_ptr<ByteSource>(std::make_unique<SkippingRuns>(std::move(text), std::move(runs)));
    }
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return errnoError(errno, QStringLiteral("read"), path);
    return std::unique_ptr<ByteSource>(
        std::make_unique<SeekingRuns>(path, std::make_unique<SharedFile>(fd), leadingBytes, std::move(runs)));
}

} // namespace galley
