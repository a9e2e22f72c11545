// SPDX-License-Identifier: MIT
#include "workers/jobs/verifyjob.h"

#include "workers/bundles/archive.h"
#include "workers/bundles/bundle.h"
#include "workers/bundles/gzip.h"
#include "workers/formats/source.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace galley {

namespace {

/// Reads to the end, and counts.
Result<qint64> countRows(RowReader &reader, const QString &table, JobContext &context)
{
    JobProgress progress;
    progress.phase = QStringLiteral("Verifying");
    progress.table = table;
    RowBatch batch;
    for (;;) {
        RETURN_IF_ERROR(context.checkCancelled());
        ASSIGN_OR_RETURN(const bool more, reader.read(batch));
        if (!more)
            return progress.rows;
        progress.rows += batch.rowCount();
        progress.bytes = std::max<qint64>(reader.bytesRead(), 0);
        progress.bytesTotal = reader.bytesTotal();
        context.report(progress);
    }
}

class Verification
{
public:
    Verification(QString path, JobContext &context)
        : m_path(std::move(path))
        , m_context(context)
    {
    }

    Result<JobReport> run()
    {
        m_report.verb = QStringLiteral("verify");
        RETURN_IF_ERROR(verify());
        for (const TableReport &table : m_report.tables)
            m_report.totals += table.counts;
        return std::move(m_report);
    }

private:
    Result<void> verify()
    {
        if (!QFileInfo::exists(m_path))
            return Error{ErrorKind::NotFound,
                         QStringLiteral("there is no such file or folder"),
                         QStringLiteral("Check the path."),
                         {m_path, {}, 0, 0}};
        if (const Bundle *bundle = detectBundle(m_path))
            return verifyBundle(*bundle);
        if (m_path.endsWith(QLatin1String(".galleychanges")))
            return verifyChanges();
        if (QFileInfo(m_path).isDir() || looksLikeZip(m_path))
            return verifyArchive();
        return verifyFile(QFileInfo(m_path).fileName(), [this] { return openMaybeGzip(m_path); });
    }

    Result<void> verifyBundle(const Bundle &bundle)
    {
        ASSIGN_OR_RETURN(auto reader, bundle.openUnlessStopped(m_path, {}, m_context.stop()));
        const BundleListing &listing = reader->listing();
        m_report.warnings = listing.warnings;
        JobProgress progress;
        progress.phase = QStringLiteral("Verifying");
        RETURN_IF_ERROR(reader->verify(
            VerifyDepth::Rows,
            [&](qint64 done, qint64 total) {
                progress.bytes = done;
                progress.bytesTotal = total;
                m_context.report(progress);
            },
            m_context.stop()));
        for (size_t i = 0; i < listing.tables.size(); ++i) {
            const BundleTable &table = listing.tables[i];
            if (table.member.isEmpty())
                continue;
            qint64 rows = table.rows;
            if (rows < 0) { // nothing was promised: then at least every row can be read
                ASSIGN_OR_RETURN(auto rowReader, reader->openTable(i, nullptr));
                ASSIGN_OR_RETURN(rows, countRows(*rowReader, table.table.shape.name.toString(), m_context));
            }
            add(table.table.shape.name, rows, table.bytes);
        }
        if (!listing.isSealed)
            m_report.warnings.push_back(
                {ErrorKind::Checksum,
                 QStringLiteral("the export carries no seal: what was changed on purpose "
                                "cannot be found"),
                 {},
                 {m_path, {}, 0, 0}});
        m_report.files = {m_path};
        return {};
    }
    Result<void> verifyChanges()
    {
        ASSIGN_OR_RETURN(const auto changes, ChangeSet::open(m_path));
        for (const ChangeSetTable &table : changes->tables()) {
            TableReport report;
            report.table = table.target.shape.name;
            report.counts = table.counts;
            m_report.tables.push_back(report);
        }
        m_report.files = {m_path};
        return {};
    }
    /// Files without a listing: each is checked by itself.
    Result<void> verifyArchive()
    {
        ASSIGN_OR_RETURN(const auto archive, openArchive(m_path));
        for (const ArchiveMember &member : archive->members()) {
            const OpenBytes open = [&]() -> Result<std::unique_ptr<ByteSource>> {
                ASSIGN_OR_RETURN(auto source, archive->open(member.name));
                return openMaybeGzip(std::move(source));
            };
            if (formatForSuffix(member.name) == nullptr)
                m_report.warnings.push_back(
                    {ErrorKind::Schema,
                     QStringLiteral("\"%1\" is no data file and was not read").arg(member.name.left(60)),
                     {},
                     {m_path, member.name, 0, 0}});
            else
                RETURN_IF_ERROR(verifyFile(member.name, open));
        }
        if (m_report.tables.empty())
            return Error{
                ErrorKind::Schema, QStringLiteral("there are no data files in this"), {}, {m_path, {}, 0, 0}};
        return {};
    }
    Result<void> verifyFile(const QString &name, const OpenBytes &open)
    {
        ASSIGN_OR_RETURN(const Format *format, chooseFormat(open, name, {}));
        ASSIGN_OR_RETURN(const auto looked, open());
        ASSIGN_OR_RETURN(const Detection detection, format->detect(*looked, {}));
        m_report.warnings.insert(m_report.warnings.end(), detection.warnings.begin(),
                                 detection.warnings.end());
        FormatReadRequest request;
        request.options = detection.options;
        request.table.name = tableNameOf(name);
        ASSIGN_OR_RETURN(auto source, open());
        ASSIGN_OR_RETURN(auto reader, format->openReader(std::move(source), request));
        ASSIGN_OR_RETURN(const qint64 rows, countRows(*reader, request.table.name, m_context));
        add(request.table, rows, reader->bytesRead());
        m_report.files += name;
        return {};
    }
    void add(const TableName &name, qint64 rows, qint64 bytes)
    {
        TableReport report;
        report.table = name;
        report.counts.rows = rows;
        report.bytes = std::max<qint64>(bytes, 0);
        m_report.tables.push_back(report);
    }

    QString m_path;
    JobContext &m_context;
    JobReport m_report;
};

} // namespace

VerifyJob::VerifyJob(VerifyPlan plan)
    : m_plan(std::move(plan))
{
}

QString VerifyJob::title() const
{
    return QStringLiteral("Verify %1").arg(QFileInfo(m_plan.path).fileName());
}

Result<JobReport> VerifyJob::run(JobContext &context)
{
    QElapsedTimer clock;
    clock.start();
    ASSIGN_OR_RETURN(JobReport report, Verification(m_plan.path, context).run());
    report.durationMs = clock.elapsed();
    return report;
}

std::unique_ptr<Job> makeVerifyJob(const VerifyPlan &plan)
{
    return std::make_unique<VerifyJob>(plan);
}

} // namespace galley
