// SPDX-License-Identifier: MIT
#include "workers/jobs/exportjob.h"

#include "workers/formats/format.h"
#include "workers/jobs/exportselection.h"
#include "workers/jobs/exporttarget.h"
#include "workers/jobs/job.h"
#include "workers/jobs/plans.h"
#include "workers/jobs/pump.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>

namespace galley {

bool isSingleFileDestination(const QString &destination)
{
    if (destination == QLatin1String("-"))
        return true;
    return !destination.endsWith(QLatin1Char('/')) && formatForSuffix(destination) != nullptr;
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
    Result<JobReport> run(JobContext &context) override;

private:
    Result<void> openSource();
    Result<void> checkPlan() const;
    Result<void> makeEncoders();
    Result<void> makeParts();
    Result<void> addPartsOf(size_t table);
    BundleListing listing() const;
    OptionValues formatOptions() const;
    Result<std::unique_ptr<ExportTarget>> makeTarget(const JobContext &context) const;
    Result<void> writeTables(ExportTarget &target, JobContext &context);
    Result<void> writeTable(size_t table, Pump &pump, ByteSink &sink, JobContext &context);
    Error placed(Error error, size_t table) const;
    void warnAboutSpace();
    void warnAboutKinds(size_t table, qint64 cells);
    void report(JobContext &context, bool isTableDone);

    ExportPlan m_plan;
    const Format *m_format = nullptr;
    std::vector<std::unique_ptr<Connection>> m_connections;
    Catalog m_catalog;
    Selection m_selection;
    std::vector<std::unique_ptr<RowEncoder>> m_encoders;
    std::vector<PumpPart> m_parts;
    JobProgress m_progress;
    JobReport m_report;
};

int workerCount(const ExportPlan &plan)
{
    const int wanted =
        plan.workers > 0 ? plan.workers : static_cast<int>(std::thread::hardware_concurrency());
    return std::clamp(wanted, 1, plan.workers > 0 ? 16 : 4);
}

Result<void> ExportJob::checkPlan() const
{
    if (m_format == nullptr)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("there is no format \"%1\"").arg(m_plan.format),
                     QStringLiteral("galley formats lists what there is."),
                     {}};
    if (m_plan.bundle.isEmpty() && !m_plan.withData)
        return Error{ErrorKind::Usage,
                     QStringLiteral("a schema alone needs a bundle"),
                     QStringLiteral("Export to a directory or to a .zip."),
                     {}};
    if (!m_plan.withSchema && !m_plan.withData)
        return Error{ErrorKind::Usage, QStringLiteral("neither schema nor data are to be exported"), {}, {}};
    return {};
}

Result<void> ExportJob::openSource()
{
    const Engine *engine = findEngine(m_plan.source.engine);
    if (engine == nullptr)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("there is no engine \"%1\"").arg(m_plan.source.engine),
                     {},
                     {}};
    OpenRequest request;
    request.database = m_plan.source;
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
    const std::vector<OptionSpec> specs = m_format->options();
    const bool canTag = std::any_of(specs.begin(), specs.end(),
                                    [](const OptionSpec &spec) { return spec.id == QLatin1String("cells"); });
    if (canTag && !options.has(QStringLiteral("cells")) && m_plan.bundle == QLatin1String("galley")
        && m_plan.source.engine == QLatin1String("sqlite"))
        options.set(QStringLiteral("cells"), QStringLiteral("tagged"));
    return options;
}

Result<void> ExportJob::makeEncoders()
{
    const OptionValues options = formatOptions();
    for (const SelectedTable &table : m_selection.tables) {
        ASSIGN_OR_RETURN(auto encoder, m_format->makeEncoder(table.info.shape, options));
        m_encoders.push_back(std::move(encoder));
    }
    return {};
}

Result<void> ExportJob::addPartsOf(size_t table)
{
    const SelectedTable &selected = m_selection.tables[table];
    PumpPart part;
    part.table = table;
    part.request.table = selected.info.shape.name;
    part.request.where = selected.where;
    part.query = selected.query;
    if (!selected.query.isEmpty()) {
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
    for (size_t table = 0; table < m_selection.tables.size(); ++table) {
        const size_t first = m_parts.size();
        RETURN_IF_ERROR(addPartsOf(table));
        const bool isFiltered =
            !m_selection.tables[table].where.isEmpty() || !m_selection.tables[table].query.isEmpty();
        for (size_t i = first; i < m_parts.size(); ++i) {
            const qint64 inPart = m_parts[i].request.range ? m_parts[i].request.range->approximateRows : -1;
            areKnown = areKnown && inPart >= 0 && !isFiltered;
            rows += inPart;
        }
    }
    m_progress.rowsTotal = areKnown ? rows : -1;
    return {};
}

BundleListing ExportJob::listing() const
{
    BundleListing listing;
    listing.bundleId = m_plan.bundle;
    listing.generator = QStringLiteral("Galley " GALLEY_VERSION);
    listing.engine = m_plan.source.engine;
    listing.engineVersion = m_catalog.engineVersion;
    listing.sourceName = m_plan.source.displayName();
    listing.views = m_selection.views;
    listing.triggers = m_selection.triggers;
    for (const SelectedTable &selected : m_selection.tables) {
        BundleTable table;
        table.table = selected.info;
        if (!m_plan.withSchema) {
            table.table.sql.clear();
            table.table.indexes.clear();
        }
        if (m_plan.withData) {
            table.formatId = m_format->id();
            table.options = formatOptions();
        }
        listing.tables.push_back(std::move(table));
    }
    return listing;
}

Result<std::unique_ptr<ExportTarget>> ExportJob::makeTarget(const JobContext &context) const
{
    return m_plan.bundle.isEmpty() ? makeFileTarget(m_plan, context) : makeBundleTarget(m_plan, listing());
}

Error ExportJob::placed(Error error, size_t table) const
{
    if (error.where.file.isEmpty())
        error.where.file = m_plan.source.displayName();
    if (error.where.member.isEmpty())
        error.where.member = m_selection.tables[table].info.shape.name.toString();
    return error;
}

void ExportJob::warnAboutSpace()
{
    if (m_plan.destination == QLatin1String("-"))
        return;
    const qint64 size = QFileInfo(m_plan.source.location).size();
    const QStorageInfo storage(QFileInfo(m_plan.destination).absolutePath());
    if (!storage.isValid() || storage.bytesAvailable() < 0 || size <= storage.bytesAvailable())
        return;
    m_report.warnings.push_back({ErrorKind::Io,
                                 QStringLiteral("the disk has %1 MB free, and the database is of %2 MB")
                                     .arg(storage.bytesAvailable() / 1'000'000)
                                     .arg(size / 1'000'000),
                                 QStringLiteral("Free some space, or export to another disk."),
                                 {m_plan.destination, {}, 0, 0}});
}

void ExportJob::warnAboutKinds(size_t table, qint64 cells)
{
    if (cells == 0)
        return;
    m_report.warnings.push_back(placed(
        {ErrorKind::Value,
         QStringLiteral("%1 values are of another kind than their column, which %2 does not show: they may "
                        "read back as another kind")
             .arg(cells)
             .arg(m_format->name()),
         QStringLiteral("Export with --option cells=tagged, as JSON Lines or as SQL to keep the kinds."),
         {}},
        table));
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
    warnAboutKinds(table, inexact);
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
    for (size_t table = 0; table < m_selection.tables.size(); ++table) {
        m_progress.table = m_selection.tables[table].info.shape.name.toString();
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
    m_report = {};
    m_report.verb = QStringLiteral("export");
    RETURN_IF_ERROR(checkPlan());
    RETURN_IF_ERROR(openSource());
    RETURN_IF_ERROR(makeEncoders());
    for (const SelectedTable &selected : m_selection.tables)
        m_report.tables.push_back({selected.info.shape.name, {}, {}, 0});
    m_progress.phase = QStringLiteral("Exporting");
    m_progress.tableCount = static_cast<int>(m_selection.tables.size());
    warnAboutSpace();
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
    return std::make_unique<ExportJob>(plan);
}

} // namespace galley
