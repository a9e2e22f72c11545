// SPDX-License-Identifier: MIT
#include "workers/jobs/comparerun.h"

#include "workers/changes/differ.h"
#include "workers/changes/rawrows.h"
#include "workers/changes/rejectsfile.h"
#include "workers/changes/rejectsonce.h"
#include "workers/changes/tableload.h"
#include "workers/engines/databaseurl.h"
#include "workers/jobs/comparedranges.h"
#include "workers/jobs/history.h"
#include "workers/jobs/translatetable.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QUuid>

namespace galley {

namespace {

constexpr size_t kReportedRejects = 100;

/// Rejects go into the ChangeSet, into the file that the user named, and, the first of them, into the report.
class RejectFan final : public RejectSink
{
public:
    RejectFan(ChangeSetWriter &writer, JobReport &report)
        : m_writer(writer)
        , m_report(report)
    {
    }
    void setFile(std::unique_ptr<RejectsFile> file) { m_file = std::move(file); }
    RejectsFile *file() { return m_file.get(); }
    void reject(Reject reject) override
    {
        if (!m_error) {
            if (auto written = m_writer.addReject(reject); !written)
                m_error = written.error();
        }
        if (m_report.rejects.size() < kReportedRejects)
            m_report.rejects.push_back(reject);
        if (m_file != nullptr)
            m_file->reject(std::move(reject));
    }
    Result<void> state() const
    {
        if (m_error)
            return *m_error;
        return {};
    }

private:
    ChangeSetWriter &m_writer;
    JobReport &m_report;
    std::unique_ptr<RejectsFile> m_file;
    std::optional<Error> m_error;
};

QString sourceName(const ImportSource &source)
{
    if (source.database)
        return source.database->displayName();
    QStringList names;
    for (const QString &file : source.files)
        names += QFileInfo(file).fileName();
    return names.isEmpty() ? QFileInfo(source.path).fileName() : names.join(QStringLiteral(", "));
}

QStringList keyNames(const TableShape &shape)
{
    QStringList names;
    for (const int column : shape.key)
        names.append(shape.columns[static_cast<size_t>(column)].name);
    return names;
}

class CompareRun
{
public:
    CompareRun(const ComparePlan &plan, JobContext &context)
        : m_plan(plan)
        , m_import(plan.import)
        , m_context(context)
    {
    }
    Result<JobReport> run();

private:
    Result<void> openBoth();
    Result<void> compareTable(TablePlan &plan, int index);
    Result<DiffResult> compareRows(TablePlan &plan, const DiffSettings &settings, DiffInput &input,
                                   TableLoad &load);
    Result<std::optional<DiffResult>> compareStream(TablePlan &plan, const DiffSettings &settings,
                                                    const DiffInput &input, RejectSink &rejects);
    Result<DiffResult> compareRanges(ComparedRanges &ranges, const DiffSettings &settings, DiffInput &input,
                                     TableLoad &load);
    Result<void> onProgress(qint64 rows, qint64 bytes, qint64 bytesTotal);
    Result<void> openRejectsFile(const TablePlan &plan);
    void warnOfRightOnly(const std::vector<TablePlan> &plans);
    ChangeSetHeader header(const std::vector<TablePlan> &plans) const;
    void warnOfObjects(const std::vector<TablePlan> &plans);
    bool isKnown(const ObjectInfo &object) const;
    Catalog objectsFor(const std::vector<TablePlan> &plans) const;

    const ComparePlan &m_plan;
    const ImportPlan &m_import;
    JobContext &m_context;
    const Engine *m_engine = nullptr;
    std::unique_ptr<RowSource> m_source;
    std::unique_ptr<Connection> m_target; ///< nullptr: does not exist yet
    Catalog m_catalog;
    std::unique_ptr<ChangeSetWriter> m_writer;
    JobReport m_report;
    std::unique_ptr<RejectFan> m_rejects;
    JobProgress m_progress;
    qint64 m_rowsBefore = 0;
    qint64 m_bytesBefore = 0;
};

Result<void> CompareRun::openBoth()
{
    ASSIGN_OR_RETURN(
        m_source,
        openRowSource(m_import.source, m_plan.isSourceUntrusted, m_context.secrets(), m_context.stop()));
    m_engine = findEngine(m_import.target.engine);
    if (m_engine == nullptr)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("there is no engine %1").arg(m_import.target.engine),
                     {},
                     {}};
    m_catalog.engine = m_engine->id();
    OpenRequest open;
    open.database = m_import.target;
    open.secrets = m_context.secrets();
    auto connections = m_engine->openSnapshot(open, 1);
    if (!connections) {
        if (connections.error().kind == ErrorKind::NotFound && !m_plan.isDiff
            && !isServerForm(m_import.target.location)) // a file that the apply makes
            return {};
        return connections.error();
    }
    m_target = std::move(connections->front());
    ASSIGN_OR_RETURN(m_catalog, m_target->catalog());
    return {};
}

Result<void> CompareRun::onProgress(qint64 rows, qint64 bytes, qint64 bytesTotal)
{
    RETURN_IF_ERROR(m_context.checkCancelled());
    RETURN_IF_ERROR(m_rejects->state());
    m_progress.rows = m_rowsBefore + rows;
    if (bytes >= 0)
        m_progress.bytes = m_bytesBefore + bytes;
    if (m_progress.bytesTotal < 0 && m_progress.tableCount == 1)
        m_progress.bytesTotal = bytesTotal;
    m_context.report(m_progress);
    return {};
}

Result<void> CompareRun::openRejectsFile(const TablePlan &plan)
{
    if (m_import.rejectsPath.isEmpty() || m_rejects->file() != nullptr)
        return {};
    ASSIGN_OR_RETURN(const QByteArray header, readRawHeader(plan.table));
    m_rejects->setFile(std::make_unique<RejectsFile>(m_import.rejectsPath, header));
    return {};
}

Result<DiffResult> CompareRun::compareRanges(ComparedRanges &ranges, const DiffSettings &settings,
                                             DiffInput &input, TableLoad &load)
{
    load.openRows = [&ranges] { return ranges.readSource(); };
    input.openTarget = [&ranges](bool /*inKeyOrder*/) { return ranges.readTarget(); };
    ASSIGN_OR_RETURN(DiffResult result, diffTable(settings, input, *m_writer, *m_rejects));
    result.counts.rows += ranges.equalRows();
    result.counts.unchanged += ranges.equalRows();
    return result;
}

/// Nothing, perhaps after rejects, where the table has to be compared row by row.
Result<std::optional<DiffResult>> CompareRun::compareStream(TablePlan &plan, const DiffSettings &settings,
                                                            const DiffInput &input, RejectSink &rejects)
{
    const KeyOrder order(*m_engine, plan.table.change.shape);
    ASSIGN_OR_RETURN(
        const auto stream,
        ComparedStream::find(plan, *m_target, m_import.comparing, order, settings.scratchFolder));
    if (stream == nullptr)
        return std::optional<DiffResult>();
    bool isOpened = false;
    DiffInput filtered = input;
    filtered.openSource = [&](RejectSink &sink) -> Result<std::unique_ptr<RowReader>> {
        if (std::exchange(isOpened, true)) // out of order: rows that were kept back may be wanted
            return Error{ErrorKind::Unsupported, QStringLiteral("the rows are not in key order"), {}, {}};
        ASSIGN_OR_RETURN(auto rows, input.openSource(sink));
        return stream->filter->source(std::move(rows));
    };
    filtered.openTarget = [&](bool /*inKeyOrder*/) -> Result<std::unique_ptr<RowReader>> {
        return stream->filter->target(plan.table.change.shape);
    };
    auto result = diffTable(settings, filtered, *m_writer, rejects);
    if (!result && result.error().kind == ErrorKind::Unsupported)
        return std::optional<DiffResult>();
    if (!result)
        return result.error();
    result->counts.rows += stream->filter->equalRows();
    result->counts.unchanged += stream->filter->equalRows();
    return std::optional(*std::move(result));
}

Result<DiffResult> CompareRun::compareRows(TablePlan &plan, const DiffSettings &settings, DiffInput &input,
                                           TableLoad &load)
{
    ChangeSetTable &table = plan.table;
    if (table.kind == ChangeSetTable::Kind::Changes) {
        ASSIGN_OR_RETURN(const auto ranges,
                         ComparedRanges::find(plan, *m_source, *m_target, m_import.comparing,
                                              [this](qint64 rows) { return onProgress(rows, -1, -1); }));
        if (ranges != nullptr)
            return compareRanges(*ranges, settings, input, load);
        input.openTarget = [&](bool inKeyOrder) {
            ReadRequest read;
            read.table = table.target.shape.name;
            read.columns = table.change.shape.columnNames();
            for (const int key : table.change.shape.key) {
                if (inKeyOrder)
                    read.orderBy.append(table.change.shape.columns[static_cast<size_t>(key)].name);
            }
            return m_target->read(read);
        };
        if (const QStringList key = keyNames(table.change.shape); key == keyNames(table.target.shape))
            input.lookUpTarget = [this, &table, key] { // a key of the user's choice may have no index
                return m_target->lookup(table.target.shape.name, table.change.shape.columnNames(), key);
            };
        RejectsOnce first(*m_rejects, 0);
        ASSIGN_OR_RETURN(auto compared, compareStream(plan, settings, input, first));
        if (compared)
            return *std::move(compared);
        RejectsOnce rejects(*m_rejects, first.count());
        return diffTable(settings, input, *m_writer, rejects);
    }
    if (m_import.applyFollows) {
        DiffResult unread;
        unread.counts.rows = m_source->tables()[plan.source].rows;
        unread.counts.inserted = std::max<qint64>(0, unread.counts.rows);
        return unread;
    }
    return scanLoad(settings, input, *m_rejects);
}

Result<void> CompareRun::compareTable(TablePlan &plan, int index)
{
    ChangeSetTable &table = plan.table;
    const QString name = table.target.shape.name.toString();
    m_progress.table = name;
    m_progress.tableIndex = index;
    m_progress.isTableDone = false;
    m_context.report(m_progress);
    RETURN_IF_ERROR(openRejectsFile(plan));
    RETURN_IF_ERROR(m_writer->beginTable(table.change));

    TableLoad load;
    load.source = m_source.get();
    load.index = plan.source;
    load.engine = m_engine;
    load.target = table.target;
    load.database = m_import.target;
    load.secrets = m_context.secrets();
    load.mapping = table.mapping;
    load.neverNull = plan.neverNull;
    load.orderBy = plan.orderBy;
    load.where = placeOf(*m_source, plan.source, m_import.source.path);
    load.digest = std::make_shared<SourceDigest>();
    DiffSettings settings;
    settings.engine = m_engine;
    settings.change = table.change;
    settings.mode = table.mode;
    settings.source = load.where;
    settings.scratchFolder = scratchFolder();
    settings.showsLines = !m_source->isDatabase();
    settings.triesStorageOrder = m_engine->storesInKeyOrder();
    DiffInput input;
    input.openSource = [&](RejectSink &rejects) {
        TableLoad pass = load;
        pass.notes = std::make_shared<ConversionNotes>();
        if (load.notes == nullptr || !load.notes->isComplete)
            load.notes = pass.notes;
        return openTableLoad(pass, rejects);
    };
    input.onProgress = [this](qint64 rows, qint64 bytes, qint64 total) {
        return onProgress(rows, bytes, total);
    };

    ASSIGN_OR_RETURN(const DiffResult result, compareRows(plan, settings, input, load));
    RETURN_IF_ERROR(m_rejects->state());
    auto &warnings = m_report.warnings;
    warnings.insert(warnings.end(), plan.warnings.begin(), plan.warnings.end());
    warnings.insert(warnings.end(), result.warnings.begin(), result.warnings.end());
    if (load.notes != nullptr)
        warnings.insert(warnings.end(), load.notes->warnings.begin(), load.notes->warnings.end());
    if (result.counts.rows == 0 && !m_source->tables()[plan.source].isDeclared)
        warnings.push_back(noRowsWarning(table.target.shape.name, load.where));
    table.counts = result.counts;
    if (load.digest->size >= 0) {
        table.load.size = load.digest->size;
        table.load.sha256 = load.digest->sha256;
    }
    RETURN_IF_ERROR(m_writer->endTable(table));

    const QString kind = table.kind == ChangeSetTable::Kind::Changes ? QStringLiteral("changes")
        : table.kind == ChangeSetTable::Kind::Load                   ? QStringLiteral("load")
                                                                     : QStringLiteral("create");
    m_report.tables.push_back({table.target.shape.name, kind, table.counts, 0});
    m_report.totals += table.counts;
    m_rowsBefore += std::max<qint64>(0, table.counts.rows);
    m_bytesBefore += std::max<qint64>(0, m_source->tables()[plan.source].bytes);
    m_progress.rows = m_rowsBefore;
    m_progress.isTableDone = true;
    m_context.report(m_progress);
    return {};
}

void CompareRun::warnOfRightOnly(const std::vector<TablePlan> &plans)
{
    for (const TableInfo &info : m_catalog.tables) {
        const TableName &name = info.shape.name;
        const bool isCompared = std::any_of(plans.begin(), plans.end(), [&](const TablePlan &plan) {
            return plan.table.target.shape.name == name;
        });
        if (isCompared || info.kind != TableInfo::Kind::Table || !m_import.only.isEmpty())
            continue;
        const auto count = m_target->countRows(name, {});
        m_report.warnings.push_back(
            {ErrorKind::Schema,
             QStringLiteral("only the right side has the table %1 (%2 rows); it is left alone")
                 .arg(name.toString(), count ? QString::number(*count) : QStringLiteral("?")),
             {},
             {}});
    }
}

/// Views, triggers and routines speak their engine's own language.
void CompareRun::warnOfObjects(const std::vector<TablePlan> &plans)
{
    const bool creates = std::any_of(plans.begin(), plans.end(), [](const TablePlan &plan) {
        return plan.table.kind == ChangeSetTable::Kind::Create;
    });
    if (m_plan.isDiff || !creates || !m_import.withObjects || m_source->engine().isEmpty()
        || m_source->engine() == m_engine->id())
        return;
    for (Error &warning : namesNotCarried(m_source->views(), m_source->triggers(), m_source->objects()))
        m_report.warnings.push_back(std::move(warning));
}

bool CompareRun::isKnown(const ObjectInfo &object) const
{
    // The value of a sequence goes with the sequence.
    const QString kind =
        object.kind == QLatin1String("sequence value") ? QStringLiteral("sequence") : object.kind;
    return std::any_of(m_catalog.objects.begin(), m_catalog.objects.end(), [&](const ObjectInfo &other) {
        return other.kind == kind && other.name == object.name && other.table == object.table;
    });
}

/// Indexes, triggers and views belong to tables that are made. Of other engines only what the description of
/// a table holds can be translated; the rest is named.
Catalog CompareRun::objectsFor(const std::vector<TablePlan> &plans) const
{
    Catalog objects;
    const bool isTranslated = m_source->engine() != m_engine->id();
    objects.engine = m_engine->id(); // what is translated is the target's own
    if (!m_import.withObjects)
        return objects;
    bool createsAll = !isTranslated;
    for (const TablePlan &plan : plans) {
        if (plan.table.kind != ChangeSetTable::Kind::Create) {
            createsAll = false;
            continue;
        }
        objects.tables.push_back(plan.table.target);
        for (const TriggerInfo &trigger : m_source->triggers()) {
            if (!isTranslated && trigger.table.name == m_source->tables()[plan.source].info.shape.name.name
                && trigger.table.name == plan.table.target.shape.name.name)
                objects.triggers.push_back(trigger);
        }
    }
    if (isTranslated)
        return objects;
    for (const ObjectInfo &object : m_source->objects()) {
        const bool isOfTable = !object.table.name.isEmpty();
        const bool goesAlong = isOfTable
            ? std::any_of(objects.tables.begin(), objects.tables.end(),
                          [&](const TableInfo &table) { return table.shape.name.name == object.table.name; })
            : !objects.tables.empty();
        if (goesAlong && !isKnown(object))
            objects.objects.push_back(object);
    }
    if (!createsAll || objects.tables.empty() || !m_import.only.isEmpty() || !m_import.rename.isEmpty())
        return objects;
    for (const ViewInfo &view : m_source->views()) {
        const bool exists =
            std::any_of(m_catalog.views.begin(), m_catalog.views.end(),
                        [&](const ViewInfo &other) { return other.name.name == view.name.name; });
        if (exists)
            continue;
        objects.views.push_back(view);
        for (const TriggerInfo &trigger : m_source->triggers()) {
            if (trigger.table.name == view.name.name)
                objects.triggers.push_back(trigger);
        }
    }
    return objects;
}

ChangeSetHeader CompareRun::header(const std::vector<TablePlan> &plans) const
{
    ChangeSetHeader header;
    header.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    header.created = QDateTime::currentDateTimeUtc();
    header.generator = QStringLiteral("Galley " GALLEY_VERSION);
    header.target = m_import.target;
    header.sourceName = sourceName(m_import.source);
    header.objects = objectsFor(plans);
    header.warnings = m_report.warnings;
    return header;
}

Result<JobReport> CompareRun::run()
{
    QElapsedTimer timer;
    timer.start();
    m_progress.phase = QStringLiteral("Comparing");
    RETURN_IF_ERROR(openBoth());
    const std::stop_callback interrupt(m_context.stop(), [this] {
        m_source->interrupt();
        if (m_target != nullptr)
            m_target->interrupt();
    });
    m_report.isDryRun = true;
    m_report.warnings = m_source->warnings();
    const ComparePlan &plan = m_plan;
    ASSIGN_OR_RETURN(auto plans,
                     planTables(plan, *m_source, *m_engine, m_target.get(), m_catalog, m_context));
    warnOfObjects(plans);
    ASSIGN_OR_RETURN(m_writer, ChangeSetWriter::create(m_import.changesetPath));
    m_rejects = std::make_unique<RejectFan>(*m_writer, m_report);
    m_progress.tableCount = static_cast<int>(plans.size());
    qint64 bytesTotal = 0;
    QStringList names;
    for (const TablePlan &table : plans) {
        names += table.table.target.shape.name.toString();
        const qint64 bytes = m_source->tables()[table.source].bytes;
        bytesTotal = bytes < 0 || bytesTotal < 0 ? -1 : bytesTotal + bytes;
    }
    m_progress.bytesTotal = bytesTotal;
    m_context.announceTables(names);
    for (size_t i = 0; i < plans.size(); ++i)
        RETURN_IF_ERROR(compareTable(plans[i], static_cast<int>(i)));
    if (m_plan.isDiff)
        warnOfRightOnly(plans);
    RETURN_IF_ERROR(m_context.checkCancelled());
    RETURN_IF_ERROR(m_writer->seal(header(plans)));
    if (m_rejects->file() != nullptr)
        RETURN_IF_ERROR(m_rejects->file()->finish([&](const TableName &name, const std::set<qint64> &lines) {
            const auto of = std::find_if(plans.begin(), plans.end(), [&](const TablePlan &candidate) {
                return candidate.table.target.shape.name == name;
            });
            return readRawRows(of == plans.end() ? ChangeSetTable() : of->table, lines, m_context.stop());
        }));
    m_report.changesetPath = m_import.changesetPath;
    m_report.durationMs = timer.elapsed();
    return m_report;
}

} // namespace

Result<JobReport> compareInto(const ComparePlan &plan, JobContext &context)
{
    return CompareRun(plan, context).run();
}

QString scratchFolder()
{
    QString folder = stateFolder() + QStringLiteral("/tmp");
    QDir().mkpath(folder);
    return folder;
}

} // namespace galley
