// SPDX-License-Identifier: MIT
#include "models/surveyjob.h"

#include "workers/bundles/gzip.h"
#include "workers/formats/columnsurvey.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace galley {

namespace {

constexpr qsizetype kHeadBytes = 256 * 1024;

/// Tells how far a file was read, and stops with the job.
class WatchedSource final : public ByteSource
{
public:
    WatchedSource(std::unique_ptr<ByteSource> source, JobContext &context)
        : m_source(std::move(source))
        , m_context(context)
    {
        m_progress.phase = QStringLiteral("Reading");
        m_progress.bytesTotal = m_source->size();
    }
    Result<size_t> read(std::span<char> buffer) override
    {
        RETURN_IF_ERROR(m_context.checkCancelled());
        ASSIGN_OR_RETURN(const size_t got, m_source->read(buffer));
        m_progress.bytes += static_cast<qint64>(got);
        m_context.report(m_progress);
        return got;
    }
    qint64 size() const override { return m_source->size(); }
    const RandomAccess *randomAccess() const override { return m_source->randomAccess(); }
    Place place() const override { return m_source->place(); }

private:
    std::unique_ptr<ByteSource> m_source;
    JobContext &m_context;
    JobProgress m_progress;
};

class NoRejects final : public RejectSink
{
    void reject(Reject /*reject*/) override { } // told when the rows are converted
};

/// For formats that say little of the columns themselves.
Result<void> surveyColumns(const OpenBytes &open, const Format &format, const OptionValues &options,
                           Detection &detection)
{
    NoRejects rejects;
    FormatReadRequest request;
    request.options = options;
    request.rejects = &rejects;
    ASSIGN_OR_RETURN(auto bytes, open());
    ASSIGN_OR_RETURN(const auto reader, format.openReader(std::move(bytes), request));
    if (format.hasMark()) {
        for (const Column &column : reader->shape().columns)
            detection.columns.push_back({column, -1, -1, false, 1, QStringLiteral("declared in the file")});
        return {};
    }
    ColumnSurvey survey(reader->shape());
    const Result<void> done = surveyRows(*reader, survey);
    detection.columns = survey.columns();
    detection.rows = survey.rows();
    return done;
}

Result<SurveyFacts> survey(const OpenBytes &open, const Format &format, const OptionValues &options)
{
    SurveyFacts facts;
    ASSIGN_OR_RETURN(const auto bytes, open());
    ASSIGN_OR_RETURN(facts.detection, format.detect(*bytes, options));
    if (facts.detection.columns.empty()) {
        const Result<void> done = surveyColumns(open, format, options, facts.detection);
        if (!done && done.error().kind == ErrorKind::Cancelled)
            return done.error();
        if (!done)
            facts.detection.warnings.push_back(done.error());
    }
    return facts;
}

class SurveyJob final : public Job
{
public:
    SurveyJob(ImportSource source, QString formatId, std::shared_ptr<SurveyFacts> facts)
        : m_source(std::move(source))
        , m_formatId(std::move(formatId))
        , m_facts(std::move(facts))
    {
    }
    QString title() const override
    {
        return QCoreApplication::translate("galley::SurveyJob", "Read all of %1")
            .arg(QFileInfo(m_source.path).fileName());
    }
    Result<JobReport> run(JobContext &context) override
    {
        const Format *format = findFormat(m_formatId);
        if (format == nullptr)
            return Error{ErrorKind::Unsupported, QStringLiteral("no such format"), {}, {}};
        const OpenBytes open = [&]() -> Result<std::unique_ptr<ByteSource>> {
            ASSIGN_OR_RETURN(auto file, openFile(m_source.path));
            return openMaybeGzip(std::make_unique<WatchedSource>(std::move(file), context));
        };
        ASSIGN_OR_RETURN(*m_facts, survey(open, *format, m_source.options));
        RETURN_IF_ERROR(context.checkCancelled());
        m_facts->isWhole = true;
        return JobReport{};
    }

private:
    ImportSource m_source;
    QString m_formatId;
    std::shared_ptr<SurveyFacts> m_facts;
};

} // namespace

Result<SurveyFacts> surveyHead(const OpenBytes &open, const Format &format, const OptionValues &options)
{
    ASSIGN_OR_RETURN(const auto source, open());
    QByteArray head(kHeadBytes, Qt::Uninitialized);
    size_t filled = 0;
    while (filled < static_cast<size_t>(kHeadBytes)) {
        ASSIGN_OR_RETURN(const size_t got,
                         source->read({head.data() + filled, static_cast<size_t>(kHeadBytes) - filled}));
        if (got == 0)
            break;
        filled += got;
    }
    head.truncate(static_cast<qsizetype>(filled));
    // What begins at its end has no beginning that can be read alone.
    const bool isWhole = format.hasMark() || head.size() < kHeadBytes;
    if (!isWhole)
        head.truncate(head.lastIndexOf('\n') < 0 ? head.size() : head.lastIndexOf('\n') + 1);
    const OpenBytes openHead = [&, place = source->place()]() -> Result<std::unique_ptr<ByteSource>> {
        return openMemory(head, place.file);
    };
    ASSIGN_OR_RETURN(SurveyFacts facts, survey(isWhole ? open : openHead, format, options));
    facts.isWhole = isWhole;
    // Where the head was cut, the end is no fault of the file.
    if (!isWhole)
        std::erase_if(facts.detection.warnings,
                      [](const Error &warning) { return warning.kind != ErrorKind::Ambiguous; });
    return facts;
}

std::unique_ptr<Job> makeSurveyJob(const ImportSource &source, const QString &formatId,
                                   std::shared_ptr<SurveyFacts> facts)
{
    return std::make_unique<SurveyJob>(source, formatId, std::move(facts));
}

} // namespace galley
