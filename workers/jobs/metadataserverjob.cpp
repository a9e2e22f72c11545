// SPDX-License-Identifier: MIT
#include "workers/jobs/metadataserverjob.h"

#include "workers/bundles/openmetadata/metadatareader.h"
#include "workers/bundles/openmetadata/metadatawriter.h"
#include "workers/jobs/comparerun.h"
#include "workers/jobs/serveraccess.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <utility>

namespace galley {

namespace {

constexpr size_t kToldClearings = 100;

Result<std::unique_ptr<MetadataServer>> connectServer(const MetadataAddress &address,
                                                      const QString &connection, JobContext &context)
{
    ASSIGN_OR_RETURN(const QByteArray token,
                     serverToken(webServerRef(webserver::kOpenMetadata, address.base), connection, context));
    return std::make_unique<MetadataServer>(address, token, context.stop());
}

Result<MetadataAddress> entityAddress(const QString &text)
{
    ASSIGN_OR_RETURN(MetadataAddress address, MetadataAddress::parse(text));
    if (!address.collection.isEmpty())
        return address;
    return Error{ErrorKind::Usage,
                 QStringLiteral("the address names the server, not what is exported from it"),
                 QStringLiteral("Add /v1/databases/name/SERVICE.DATABASE, or the like for databaseSchemas, "
                                "tables and services/databaseServices."),
                 {}};
}

class ExportJob final : public Job
{
public:
    explicit ExportJob(MetadataServerPlan plan)
        : m_plan(std::move(plan))
    {
    }
    QString title() const override { return QStringLiteral("Export from %1").arg(m_plan.server); }
    Result<JobReport> run(JobContext &context) override
    {
        QElapsedTimer timer;
        timer.start();
        ASSIGN_OR_RETURN(const MetadataAddress address, entityAddress(m_plan.server));
        ASSIGN_OR_RETURN(const auto server, connectServer(address, m_plan.connection, context));
        JobReport report;
        report.verb = QStringLiteral("export");
        if (auto warning = unencryptedWarning(address.base))
            report.warnings.push_back(*warning);
        ASSIGN_OR_RETURN(const auto sink, createFile(m_plan.file, m_plan.overwrite));
        MetadataServer::Call call;
        call.isRecursive = m_plan.options.flag(QStringLiteral("recursive"), false);
        call.isAsync = m_plan.options.flag(QStringLiteral("async"), false);
        RETURN_IF_ERROR(server->exportTo(*sink, call));
        report.files = QStringList{m_plan.file};
        report.durationMs = timer.elapsed();
        return report;
    }

private:
    MetadataServerPlan m_plan;
};

class IgnoredRejects final : public RejectSink
{
public:
    void reject(Reject /*reject*/) override { } // the preview tells them
};

class ImportJob final : public MetadataServerImport
{
public:
    explicit ImportJob(MetadataServerPlan plan)
        : m_plan(std::move(plan))
    {
    }
    QString title() const override { return QStringLiteral("Import into %1").arg(m_plan.server); }
    const std::optional<MetadataImportResult> &result() const override { return m_result; }
    Result<JobReport> run(JobContext &context) override;

private:
    QString pathOf(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    OptionValues readingOptions(const MetadataAddress &address) const;
    Result<void> fetch(MetadataServer &server);
    Result<void> makeBase(const MetadataAddress &address, JobContext &context);
    Result<JobReport> preview(const MetadataAddress &address, JobContext &context) const;
    Result<void> warnOfClearings(JobReport &report) const;
    Result<void> writeBody(JobContext &context);
    Result<void> send(MetadataServer &server, bool isDryRun, JobReport &report);
    Result<void> tellRows(JobReport &report) const;

    MetadataServerPlan m_plan;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<const MetadataFiles> m_files;
    MetadataReading m_reading;
    MetadataServer::Call m_call;
    QStringList m_serverNames; ///< of its header, with stars
    std::vector<qint64> m_lines; ///< of the rows that were sent
    std::optional<MetadataImportResult> m_result;
};

OptionValues ImportJob::readingOptions(const MetadataAddress &address) const
{
    OptionValues options = m_plan.options;
    options.set(QStringLiteral("parent"), QString::fromUtf8(address.fullName));
    return options;
}

/// What the server has now.
Result<void> ImportJob::fetch(MetadataServer &server)
{
    ASSIGN_OR_RETURN(const auto sink, createFile(pathOf("fresh.csv"), true));
    RETURN_IF_ERROR(server.exportTo(*sink, m_call));
    MetadataReading reading;
    reading.parent = m_reading.parent;
    ASSIGN_OR_RETURN(const auto fresh, MetadataFiles::open(pathOf("fresh.csv"), reading));
    ASSIGN_OR_RETURN(const auto rows, fresh->openRows(fresh->files().front(), nullptr));
    m_serverNames = rows->shape().columnNames();
    return {};
}

/// The fresh export as a database to compare with.
Result<void> ImportJob::makeBase(const MetadataAddress &address, JobContext &context)
{
    ImportSource fresh;
    fresh.path = pathOf("fresh.csv");
    fresh.bundle = QStringLiteral("openmetadata");
    fresh.options.set(QStringLiteral("parent"), QString::fromUtf8(address.fullName));
    fresh.options.set(QStringLiteral("names"), QStringLiteral("distinct"));
    fresh.options.set(QStringLiteral("unchecked"), true);
    return makeComparisonBase(fresh, pathOf("base.sqlite"), context);
}

Result<JobReport> ImportJob::preview(const MetadataAddress &address, JobContext &context) const
{
    ImportPlan plan;
    plan.source.path = m_plan.file;
    plan.source.bundle = QStringLiteral("openmetadata");
    plan.source.options = readingOptions(address);
    plan.target = {QStringLiteral("sqlite"), pathOf("base.sqlite"), {}};
    plan.changesetPath = m_plan.changesetPath;
    plan.rehearse = false;
    const auto job = makePreviewJob(plan);
    return job->run(context);
}

Result<void> ImportJob::warnOfClearings(JobReport &report) const
{
    ASSIGN_OR_RETURN(const auto changes, ChangeSet::open(report.changesetPath));
    size_t told = 0;
    for (size_t t = 0; t < changes->tables().size(); ++t) {
        const ChangeSetTable &table = changes->tables()[t];
        const TableShape &shape = table.change.shape;
        const auto key =
            static_cast<size_t>(std::max(0, shape.indexOf(metadataColumns()[FullyQualifiedName])));
        ASSIGN_OR_RETURN(const auto reader, changes->changes(t, table.firstChange, -1));
        RowChange change;
        for (;;) {
            ASSIGN_OR_RETURN(const bool hasChange, reader->next(change));
            if (!hasChange)
                break;
            for (size_t i = 0; change.kind == ChangeKind::Update && i < shape.columns.size(); ++i) {
                if (!table.change.isSet[i] || change.before[i].isNull() || !change.after[i].isNull()
                    || ++told > kToldClearings)
                    continue;
                const auto text = [](const Cell &cell) {
                    return QString::fromUtf8(cell.view().data(), static_cast<qsizetype>(cell.view().size()))
                        .left(60);
                };
                report.warnings.push_back(
                    {ErrorKind::Schema,
                     QStringLiteral("an empty cell clears %1 of \"%2\", which is \"%3\"")
                         .arg(shape.columns[i].name, text(change.after[key]), text(change.before[i])),
                     {},
                     {m_plan.file, {}, change.line, 0}});
            }
        }
    }
    if (told > kToldClearings)
        report.warnings.push_back(
            {ErrorKind::Schema,
             QStringLiteral("%1 more values are cleared by empty cells").arg(told - kToldClearings),
             QStringLiteral("--save keeps the preview with all of them."),
             {}});
    return {};
}

/// The rows in the server's columns. What the file has no column for is sent as the server has it: an empty
/// cell would clear it.
Result<void> ImportJob::writeBody(JobContext &context)
{
    const MetadataEncoder encoder(m_serverNames);
    OpenRequest open;
    open.database = {QStringLiteral("sqlite"), pathOf("base.sqlite"), {}};
    ASSIGN_OR_RETURN(const auto base, openDatabase(open));
    IgnoredRejects ignored;
    ASSIGN_OR_RETURN(const auto rows, openMetadataRows(m_files, m_reading, &ignored));
    std::vector<MetadataField> missing;
    QStringList missingNames;
    for (const MetadataField field : encoder.fields()) {
        if (rows->shape().indexOf(metadataColumns()[field]) < 0) {
            missing.push_back(field);
            missingNames.append(metadataColumns()[field]);
        }
    }
    std::unique_ptr<RowLookup> lookup;
    if (!missing.empty()) {
        ASSIGN_OR_RETURN(lookup,
                         base->lookup({QStringLiteral("main"), QStringLiteral("metadata")}, missingNames,
                                      {metadataColumns()[FullyQualifiedName]}));
    }
    ASSIGN_OR_RETURN(const auto sink, createFile(pathOf("body.csv"), true));
    ByteBuffer bytes;
    encoder.begin(bytes);
    RowBatch batch;
    RowBatch found;
    std::vector<Cell> all(MetadataFieldCount);
    for (;;) {
        RETURN_IF_ERROR(context.checkCancelled());
        ASSIGN_OR_RETURN(const bool hasRows, rows->read(batch));
        for (qsizetype r = 0; hasRows && r < batch.rowCount(); ++r) {
            const auto row = std::as_const(batch).row(r);
            std::fill(all.begin(), all.end(), Cell());
            for (size_t i = 0; i < row.size(); ++i)
                all[static_cast<size_t>(metadataColumns().indexOf(rows->shape().columns[i].name))] = row[i];
            if (lookup != nullptr) {
                found.clear(static_cast<qsizetype>(missing.size()));
                ASSIGN_OR_RETURN(const bool isThere, lookup->find({&all[FullyQualifiedName], 1}, found));
                for (size_t i = 0; isThere && i < missing.size(); ++i)
                    all[missing[i]] = std::as_const(found).row(0)[i];
            }
            encoder.encode(all, bytes);
            m_lines.push_back(batch.line(r));
        }
        RETURN_IF_ERROR(sink->write(bytes.view()));
        bytes.clear();
        if (!hasRows)
            return sink->finish();
    }
}

Result<void> ImportJob::send(MetadataServer &server, bool isDryRun, JobReport &report)
{
    ASSIGN_OR_RETURN(m_result, server.importFile(pathOf("body.csv"), isDryRun, m_call));
    if (m_result->isDryRun != isDryRun)
        return Error{ErrorKind::Conflict,
                     isDryRun ? QStringLiteral("the server made the changes though a dry run was asked for")
                              : QStringLiteral("the server made a dry run only"),
                     QStringLiteral("Look at what it has now."),
                     {m_plan.server, {}, 0, 0}};
    if (m_result->status == QLatin1String("aborted"))
        return Error{
            ErrorKind::Schema,
            QStringLiteral("the server does not take the file: %1").arg(m_result->abortReason.left(300)),
            {},
            {m_plan.file, {}, 0, 0}};
    return tellRows(report);
}

/// The rows that failed, with their lines in the user's file.
Result<void> ImportJob::tellRows(JobReport &report) const
{
    FormatReadRequest request;
    request.options = metadataCsvOptions(QStringLiteral(","));
    request.options.set(QStringLiteral("shortrows"), QStringLiteral("fill"));
    IgnoredRejects ignored;
    request.rejects = &ignored;
    size_t at = 0;
    size_t failures = 0;
    if (!m_result->csv.isEmpty()) {
        ASSIGN_OR_RETURN(
            const auto rows,
            findFormat(QStringLiteral("csv"))
                ->openReader(openMemory(m_result->csv, QStringLiteral("importResultsCsv")), request));
        RowBatch batch;
        for (;;) {
            ASSIGN_OR_RETURN(const bool hasRows, rows->read(batch));
            if (!hasRows)
                break;
            for (qsizetype r = 0; r < batch.rowCount(); ++r, ++at) {
                const auto row = std::as_const(batch).row(r);
                if (row.size() < 2 || row[0].isNull() || row[0].view() != "failure")
                    continue;
                ++failures;
                Reject reject;
                reject.table = {{}, QStringLiteral("metadata")};
                reject.where = {m_plan.file, {}, at < m_lines.size() ? m_lines[at] : 0, 0};
                const std::string_view why = row[1].isNull() ? std::string_view() : row[1].view();
                reject.reason = QStringLiteral("the server: ")
                    + QString::fromUtf8(why.data(), static_cast<qsizetype>(why.size())).left(300);
                report.rejects.push_back(std::move(reject));
            }
        }
    }
    if (failures == 0 && m_result->failed > 0) {
        Reject reject;
        reject.where = {m_plan.file, {}, 0, 0};
        reject.reason =
            QStringLiteral("the server refuses %1 rows and does not say which").arg(m_result->failed);
        report.rejects.push_back(std::move(reject));
    }
    return {};
}

Result<JobReport> ImportJob::run(JobContext &context)
{
    QElapsedTimer timer;
    timer.start();
    m_result.reset();
    m_lines.clear();
    ASSIGN_OR_RETURN(const MetadataAddress address, entityAddress(m_plan.server));
    m_folder = std::make_unique<QTemporaryDir>(scratchFolder() + QStringLiteral("/openmetadata-XXXXXX"));
    ASSIGN_OR_RETURN(m_reading, MetadataReading::of(readingOptions(address)));
    ASSIGN_OR_RETURN(m_files, MetadataFiles::open(m_plan.file, m_reading));
    if (m_files->isArchive())
        return Error{ErrorKind::Usage,
                     QStringLiteral("a server takes one file at a time"),
                     QStringLiteral("Import the files one by one, each at its own address."),
                     {m_plan.file, {}, 0, 0}};
    m_call.isRecursive = m_files->files().front().header.isRecursive;
    m_call.isAsync = m_plan.options.flag(QStringLiteral("async"), false);
    JobProgress progress;
    progress.phase = QStringLiteral("Importing");
    m_call.onProgress = [&](qint64 done, qint64 total) {
        progress.rows = done;
        progress.rowsTotal = total;
        context.report(progress);
    };
    ASSIGN_OR_RETURN(const auto server, connectServer(address, m_plan.connection, context));
    RETURN_IF_ERROR(fetch(*server));
    RETURN_IF_ERROR(makeBase(address, context));
    ASSIGN_OR_RETURN(JobReport report, preview(address, context));
    if (auto warning = unencryptedWarning(address.base))
        report.warnings.push_back(*warning);
    RETURN_IF_ERROR(warnOfClearings(report));
    report.isDryRun = true;
    const bool isSkipping = m_plan.onReject == ImportPlan::OnReject::Skip;
    if (report.rejects.empty() || isSkipping) {
        RETURN_IF_ERROR(writeBody(context));
        RETURN_IF_ERROR(send(*server, true, report));
    }
    if (m_plan.apply && (report.rejects.empty() || isSkipping)) {
        const std::vector<Reject> known = std::exchange(report.rejects, {});
        context.setDataState(DataState::Sent);
        RETURN_IF_ERROR(send(*server, false, report));
        report.isApplied = true;
        report.isDryRun = false;
        if (report.rejects.empty())
            report.rejects = known;
    }
    report.verb = QStringLiteral("import");
    report.totals.rejected = static_cast<qint64>(report.rejects.size());
    report.durationMs = timer.elapsed();
    return report;
}

} // namespace

std::unique_ptr<Job> makeMetadataServerExportJob(const MetadataServerPlan &plan)
{
    return std::make_unique<ExportJob>(plan);
}

std::unique_ptr<MetadataServerImport> makeMetadataServerImportJob(const MetadataServerPlan &plan)
{
    return std::make_unique<ImportJob>(plan);
}

Result<std::vector<MetadataEntity>> listMetadataServer(const QString &server, const QString &connection,
                                                       JobContext &context)
{
    ASSIGN_OR_RETURN(const MetadataAddress address, MetadataAddress::parse(server));
    ASSIGN_OR_RETURN(const auto connected, connectServer(address, connection, context));
    return connected->list();
}

} // namespace galley
