// SPDX-License-Identifier: MIT
#include "workers/jobs/exportjob.h"

#include "workers/formats/format.h"
#include "workers/jobs/exportselection.h"
#include "workers/jobs/exporttarget.h"
#include "workers/jobs/exportwarnings.h"
#include "workers/jobs/job.h"
#include "workers/jobs/metadataexport.h"
#include "workers/jobs/plans.h"
#include "workers/jobs/pump.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>

namespace galley {

bool isSingleFileDestination(const QString &destination, const QString &bundle)
{
    if (destination == QLatin1String("-"))
        return true;
    return bundle.isEmpty() && !destination.endsWith(QLatin1Char('/'))
        && formatForSuffix(destination) != nullptr;
}

namespace {

/// Small enough that two workers stay busy to the end of a table, large enough that opening a part costs
/// nothing.
constexpr qint64 kPartRows = 32 * 1024;

class ExportJob final : public Job
{
public:
    explicit ExportJob(ExportPlan plan)
        : m_plan(std::move(plan))
    {
    }
    QString title() const override
    {
        return QStringLiteral("Export %1 to %2")
            .arg(m_plan.source.displayName(),
                 m_plan.destination == QLatin1String("-") ? QStringLiteral("standard output")
                                                          : QFileInfo(m_plan.destination).fileName());
    }
    JobUse use() const override { return {{m_plan.source}, {}, m_plan.destination}; }
    Result<JobReport> run(JobContext &context) override;

private:
    Result<void> openSource(SecretSource *secrets);
    Result<void> checkPlan() const;
    Result<void> checkFormat() const;
    Result<void> planTables();
    Result<void> makeEncoders();
    Result<void> makeParts();
    Result<void> addPartsOf(size_t table);
    BundleListing selected() const;
    OptionValues formatOptions() const;
    Result<std::unique_ptr<ExportTarget>> makeTarget(const JobContext &context) const;
    Result<void> writeTables(ExportTarget &target, JobContext &context);
    Result<void> writeTable(size_t table, Pump &pump, ByteSink &sink, JobContext &context);
    Error placed(Error error, size_t table) const;
    void report(JobContext &context, bool isTableDone);

    ExportPlan m_plan;
    const Format *m_format = nullptr; ///< nullptr: the bundle's own form
    const Bundle *m_bundle = nullptr; ///< nullptr: one file
    std::vector<std::unique_ptr<Connection>> m_connections;
    Catalog m_catalog;
    Selection m_selection;
    BundleListing m_listing; ///< what is written; its tables are those of the encoders, parts and report
    std::vector<std::unique_ptr<RowEncoder>> m_encoders;
    std::vector<PumpPart> m_parts;
    JobProgress m_progress;
    JobReport m_report;
};

QString bothConditions(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return a + b;
    return QStringLiteral("(%1\n) AND (%2\n)").arg(a, b); // either may end in a comment
}

int workerCount(const ExportPlan &plan)
{
    const int wanted =
        plan.workers > 0 ? plan.workers : static_cast<int>(std::thread::hardware_concurrency());
    return std::clamp(wanted, 1, plan.workers > 0 ? 16 : 4);
}

Result<void> ExportJob::checkFormat() const
{
    const QStringList formats = m_bundle != nullptr ? m_bundle->formats() : QStringList();
    if (m_bundle != nullptr && formats.isEmpty() && m_plan.format.isEmpty())
        return {};
    if (m_format == nullptr)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("there is no format \"%1\"").arg(m_plan.format),
                     QStringLiteral("galley formats lists what there is."),
                     {}};
    if (m_bundle == nullptr || formats.contains(m_plan.format))
        return {};
    return Error{ErrorKind::Usage,
                 QStringLiteral("a bundle \"%1\" is not written as %2").arg(m_bundle->id(), m_format->id()),
                 formats.isEmpty()
                     ? QStringLiteral("It has a form of its own: leave out --format.")
                     : QStringLiteral("Choose from: %1.").arg(formats.join(QStringLiteral(", "))),
                 {}};
}

Result<void> ExportJob::checkPlan() const
{
    if (m_bundle == nullptr && !m_plan.bundle.isEmpty())
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("there is no bundle \"%1\"").arg(m_plan.bundle),
                     QStringLiteral("galley formats lists what there is."),
                     {}};
    RETURN_IF_ERROR(checkFormat());
    if (m_bundle != nullptr)
        RETURN_IF_ERROR(checkDestination(*m_bundle, m_plan.destination));
    if (m_plan.bundle.isEmpty() && !m_plan.withData)
        return Error{ErrorKind::Usage,
                     QStringLiteral("a schema alone needs a bundle"),
                     QStringLiteral("Export to a directory or to a .zip."),
                     {}};
    if (!m_plan.withSchema && !m_plan.withData)
        return Error{ErrorKind::Usage, QStringLiteral("neither schema nor data are to be exported"), {}, {}};
    return {};
}

Result<void> ExportJob::openSource(SecretSource *secrets)
{
    const Engine *engine = findEngine(m_plan.source.engine);
    if (engine == nullptr)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("there is no engine \"%1\"").arg(m_plan.source.engine),
                     {},
                     {}};
    OpenRequest request;
    request.database = m_plan.source;
    request.secrets = secrets;
    ASSIGN_OR_RETURN(m_connections, engine->openSnapshot(request, workerCount(m_plan)));
    ASSIGN_OR_RETURN(m_catalog, m_connections.front()->catalog());
    m_report.warnings = m_catalog.warnings;
    ASSIGN_OR_RETURN(m_selection, selectTables(m_catalog, m_plan, *m_connections.front()));
    if (!m_plan.bundle.isEmpty() || m_selection.tables.size() == 1)
        return {};
    return Error{ErrorKind::Usage,
                 QStringLiteral("one file holds one table, and these are %1").arg(m_selection.tables.size()),
                 QStringLiteral("Choose one with --table, or export to a directory or to a .zip."),
                 {}};
}

/// Plain values of an SQLite column can be of any kind: in a bundle, which must give all of them back, the
/// cells say so.
OptionValues ExportJob::formatOptions() const
{
    OptionValues options = m_plan.options;
    if (m_format == nullptr)
        return options;
    const std::vector<OptionSpec> specs = m_format->options();
    const bool canTag = std::any_of(specs.begin(), specs.end(),
                                    [](const OptionSpec &spec) { return spec.id == QLatin1String("cells"); });
    if (canTag && !options.has(QStringLiteral("cells")) && m_plan.bundle == QLatin1String("galley")
        && m_plan.source.engine == QLatin1String("sqlite"))
        options.set(QStringLiteral("cells"), QStringLiteral("tagged"));
    return options;
}

Result<void> ExportJob::planTables()
{
    m_listing = selected();
    if (m_bundle != nullptr) {
        ASSIGN_OR_RETURN(m_listing, m_bundle->planned(m_listing, m_plan.options));
    }
    for (const Error &warning : m_listing.warnings)
        m_report.warnings.push_back(warning);
    for (const BundleTable &table : m_listing.tables)
        m_report.tables.push_back({table.table.shape.name, {}, {}, 0});
    m_progress.tableCount = static_cast<int>(m_listing.tables.size());
    return {};
}

Result<void> ExportJob::makeEncoders()
{
    for (const BundleTable &table : m_listing.tables) {
        ASSIGN_OR_RETURN(auto encoder,
                         m_bundle != nullptr ? m_bundle->makeEncoder(table, m_plan.options)
                                             : m_format->makeEncoder(table.table.shape, table.options));
        m_encoders.push_back(std::move(encoder));
    }
    return {};
}

Result<void> ExportJob::addPartsOf(size_t table)
{
    const BundleTable &entry = m_listing.tables[table];
    const SelectedTable &selected = m_selection.tables.at(entry.source);
    PumpPart part;
    part.table = table;
    part.request.table = selected.info.shape.name;
    part.request.columns = entry.columns;
    part.request.where = bothConditions(selected.where, entry.where);
    part.query = selected.query;
    if (!selected.query.isEmpty()) {
        if (!entry.columns.isEmpty() || !entry.where.isEmpty())
            return placed({ErrorKind::Unsupported,
                           QStringLiteral("this bundle takes only a part of the table, and it is a query"),
                           QStringLiteral("Make the query's rows a table, and export that."),
                           {}},
                          table);
        m_parts.push_back(std::move(part));
        return {};
    }
    const qint64 rowsEach = std::max(kPartRows, m_encoders[table]->blockRows());
    ASSIGN_OR_RETURN(const std::vector<RowRange> ranges,
                     m_connections.front()->ranges(part.request.table, rowsEach));
    for (const RowRange &range : ranges) {
        part.request.range = range;
        m_parts.push_back(part);
    }
    return {};
}

Result<void> ExportJob::makeParts()
{
    qint64 rows = 0;
    bool areKnown = true;
    for (size_t table = 0; table < m_listing.tables.size(); ++table) {
        const size_t first = m_parts.size();
        RETURN_IF_ERROR(addPartsOf(table));
        for (size_t i = first; i < m_parts.size(); ++i) {
            const bool isFiltered = !m_parts[i].request.where.isEmpty() || !m_parts[i].query.isEmpty();
            const qint64 inPart = m_parts[i].request.range ? m_parts[i].request.range->approximateRows : -1;
            areKnown = areKnown && inPart >= 0 && !isFiltered;
            rows += inPart;
        }
    }
    m_progress.rowsTotal = areKnown ? rows : -1;
    return {};
}

BundleListing ExportJob::selected() const
{
    BundleListing listing;
    listing.bundleId = m_plan.bundle;
    listing.generator = QStringLiteral("Galley " GALLEY_VERSION);
    listing.engine = m_plan.source.engine;
    listing.engineVersion = m_catalog.engineVersion;
    listing.sourceName = m_plan.source.displayName();
    listing.views = m_selection.views;
    listing.triggers = m_selection.triggers;
    listing.objects = m_selection.objects;
    for (const Error &warning : m_catalog.warnings) {
        if (warning.message.startsWith(QLatin1String("not carried: ")))
            listing.notCarried += warning.message;
    }
    for (const SelectedTable &selected : m_selection.tables) {
        BundleTable table;
        table.table = selected.info;
        table.source = listing.tables.size();
        if (!m_plan.withSchema) {
            table.table.sql.clear();
            table.table.indexes.clear();
        }
        if (m_plan.withData) {
            table.formatId = m_format != nullptr ? m_format->id() : m_bundle->id();
            table.options = formatOptions();
        }
        listing.tables.push_back(std::move(table));
    }
    return listing;
}

Result<std::unique_ptr<ExportTarget>> ExportJob::makeTarget(const JobContext &context) const
{
    return m_bundle == nullptr ? makeFileTarget(m_plan, context)
                               : makeBundleTarget(m_plan, *m_bundle, m_listing);
}

Error ExportJob::placed(Error error, size_t table) const
{
    if (error.where.file.isEmpty())
        error.where.file = m_plan.source.displayName();
    if (error.where.member.isEmpty())
        error.where.member = m_listing.tables[table].table.shape.name.toString();
    return error;
}

void ExportJob::report(JobContext &context, bool isTableDone)
{
    m_progress.isTableDone = isTableDone;
    context.report(m_progress);
}

Result<void> ExportJob::writeTable(size_t table, Pump &pump, ByteSink &sink, JobContext &context)
{
    const RowEncoder &encoder = *m_encoders[table];
    const bool keepsPlaces = encoder.blockRows() > 0;
    std::vector<BlockPlace> places;
    TableReport &report = m_report.tables[table];
    ByteBuffer frame;
    RETURN_IF_ERROR(encoder.begin(frame));
    RETURN_IF_ERROR(sink.write(frame.view()));
    report.bytes = static_cast<qint64>(frame.size());
    qint64 inexact = 0;
    BlockPlace all; // text formats only ask whether there were rows
    for (;;) {
        Result<std::optional<EncodedBlock>> next = pump.next(table);
        if (!next)
            return placed(std::move(next).error(), table);
        if (!*next)
            break;
        EncodedBlock block = std::move(**next);
        RETURN_IF_ERROR(sink.write(block.bytes.view()));
        const auto size = static_cast<qint64>(block.bytes.size());
        if (keepsPlaces)
            places.push_back({report.bytes, size, block.rows, block.detail});
        all.size += size;
        all.rows += block.rows;
        inexact += block.inexactCells;
        report.bytes += size;
        report.counts.rows += block.rows;
        m_progress.rows += block.rows;
        m_progress.bytes += size;
        pump.recycle(std::move(block));
        RETURN_IF_ERROR(context.checkCancelled());
        this->report(context, false);
    }
    if (!keepsPlaces && all.rows > 0) {
        all.offset = report.bytes - all.size;
        places.push_back(all);
    }
    if (inexact > 0 && m_format != nullptr)
        m_report.warnings.push_back(placed(kindsWarning(*m_format, inexact), table));
    frame.clear();
    RETURN_IF_ERROR(encoder.end(places, frame));
    RETURN_IF_ERROR(sink.write(frame.view()));
    report.bytes += static_cast<qint64>(frame.size());
    return sink.finish();
}

Result<void> ExportJob::writeTables(ExportTarget &target, JobContext &context)
{
    Pump::Plan pumpPlan;
    for (const auto &connection : m_connections)
        pumpPlan.connections.push_back(connection.get());
    for (const auto &encoder : m_encoders)
        pumpPlan.encoders.push_back(encoder.get());
    pumpPlan.parts = std::move(m_parts);
    Pump pump(std::move(pumpPlan), context.stop());
    QStringList names;
    for (const BundleTable &table : m_listing.tables)
        names += table.table.shape.name.toString();
    context.announceTables(names);
    for (size_t table = 0; table < m_listing.tables.size(); ++table) {
        m_progress.table = m_listing.tables[table].table.shape.name.toString();
        m_progress.tableIndex = static_cast<int>(table);
        report(context, false);
        ASSIGN_OR_RETURN(const auto sink, target.openTable(table));
        RETURN_IF_ERROR(writeTable(table, pump, *sink, context));
        target.setRows(table, m_report.tables[table].counts.rows);
        report(context, true);
    }
    return {};
}

Result<JobReport> ExportJob::run(JobContext &context)
{
    QElapsedTimer timer;
    timer.start();
    m_format = findFormat(m_plan.format);
    m_bundle = findBundle(m_plan.bundle);
    m_report = {};
    m_report.verb = QStringLiteral("export");
    RETURN_IF_ERROR(checkPlan());
    RETURN_IF_ERROR(openSource(context.secrets()));
    RETURN_IF_ERROR(planTables());
    if (m_plan.withData)
        RETURN_IF_ERROR(makeEncoders());
    m_progress.phase = QStringLiteral("Exporting");
    if (const auto warning = spaceWarning(m_plan))
        m_report.warnings.push_back(*warning);
    ASSIGN_OR_RETURN(const auto target, makeTarget(context));
    if (m_plan.withData) {
        RETURN_IF_ERROR(makeParts());
        RETURN_IF_ERROR(writeTables(*target, context));
    }
    m_connections.clear();
    RETURN_IF_ERROR(context.checkCancelled());
    RETURN_IF_ERROR(target->finish(context));
    for (const TableReport &table : m_report.tables)
        m_report.totals += table.counts;
    m_report.files = target->files();
    m_report.durationMs = timer.elapsed();
    return m_report;
}

} // namespace

std::unique_ptr<Job> makeExportJob(const ExportPlan &plan)
{
    if (plan.bundle == QLatin1String("openmetadata")) // not rows: what is known about them
        return makeMetadataExportJob(plan);
    return std::make_unique<ExportJob>(plan);
}

} // namespace galley
