// SPDX-License-Identifier: MIT
#include "workers/jobs/applyjob.h"

#include "workers/changes/loadrows.h"
#include "workers/changes/rawrows.h"
#include "workers/changes/rejectsfile.h"
#include "workers/changes/tableload.h"
#include "workers/jobs/applytarget.h"
#include "workers/jobs/changestreams.h"
#include "workers/jobs/history.h"
#include "workers/jobs/readback.h"

#include <QElapsedTimer>
#include <QFile>

namespace galley {

namespace {

constexpr size_t kShownRejects = 100;
constexpr size_t kShownConflicts = 100;

/// Of the first table that comes from a file.
QByteArray headerLine(const ChangeSet &changes)
{
    for (const ChangeSetTable &table : changes.tables()) {
        const auto header = readRawHeader(table);
        if (header && !header->isEmpty())
            return *header;
    }
    return {};
}

class Rejects final : public RejectSink
{
public:
    Rejects(const QString &path, const QByteArray &header)
    {
        if (!path.isEmpty())
            m_file.emplace(path, header);
    }
    void setFile(const QString &file) { m_source = file; }
    void reject(Reject reject) override
    {
        ++m_count;
        if (reject.where.file.isEmpty() && reject.where.line > 0)
            reject.where.file = m_source;
        if (m_first.size() < kShownRejects)
            m_first.push_back(reject);
        if (m_file)
            m_file->reject(std::move(reject));
    }
    qint64 count() const { return m_count; }
    const std::vector<Reject> &first() const { return m_first; }
    /// Only into the file: those that the preview found.
    void recall(Reject reject)
    {
        if (m_file)
            m_file->reject(std::move(reject));
    }
    bool hasFile() const { return m_file.has_value(); }
    qint64 countInFile() const { return m_file ? m_file->count() : 0; }
    Result<void> finish(const RejectsFile::FetchRows &fetch)
    {
        return m_file ? m_file->finish(fetch) : Result<void>();
    }

private:
    std::optional<RejectsFile> m_file;
    QString m_source;
    std::vector<Reject> m_first;
    qint64 m_count = 0;
};

/// Passes rows on; asks for cancelling and tells the progress.
class WatchedReader final : public RowReader
{
public:
    using Step = std::function<Result<void>(const RowReader &, qsizetype)>;
    WatchedReader(RowReader &reader, Step step)
        : m_reader(reader)
        , m_step(std::move(step))
    {
    }
    const TableShape &shape() const override { return m_reader.shape(); }
    Result<bool> read(RowBatch &batch) override
    {
        ASSIGN_OR_RETURN(const bool hasRows, m_reader.read(batch));
        RETURN_IF_ERROR(m_step(m_reader, hasRows ? batch.rowCount() : 0));
        return hasRows;
    }

private:
    RowReader &m_reader;
    Step m_step;
};

class Applier
{
public:
    Applier(const ApplyTask &task, JobContext &context)
        : m_task(task)
        , m_plan(task.plan)
        , m_changes(*task.changes)
        , m_context(context)
        , m_rejects(task.plan.rejectsPath,
                    task.plan.rejectsPath.isEmpty() ? QByteArray() : headerLine(m_changes))
    {
    }
    Result<JobReport> run();

private:
    bool isChosen(const ChangeSetTable &table) const;
    Result<void> begin();
    Result<void> applyAll();
    Result<void> applyTable(size_t index);
    Result<void> makeChanges(size_t index, TableReport &report);
    Result<void> checkChanges(size_t index, TableReport &report, qint64 rowsBefore, qint64 rejectedHere);
    Result<std::unique_ptr<ChangeReader>> chosenChanges(size_t index, bool isCounted);
    Result<void> load(const ChangeSetTable &table, TableReport &report);
    Result<void> unload(const ChangeSetTable &table, TableReport &report);
    Result<void> checkConflicts() const;
    Result<void> finish();
    Result<void> checkSchema(const ChangeSetTable &table) const;
    Catalog chosenObjects() const;
    Result<void> recallRejects();
    Result<void> finishRejects();
    const ChangeSetTable *tableNamed(const TableName &name) const;
    bool hasTriggers(const TableName &table) const;
    void report(const QString &phase, bool isTableDone = false);

    const ApplyTask &m_task;
    const ApplyPlan &m_plan;
    const ChangeSet &m_changes;
    JobContext &m_context;
    Rejects m_rejects;
    std::unique_ptr<ApplyTarget> m_target;
    std::unique_ptr<ChangeSink> m_sink;
    Catalog m_before;
    std::vector<ChangeConflict> m_conflicts;
    std::vector<std::pair<qint64, qint64>> m_refused; ///< changes that the database did not take
    HistoryEntry m_entry;
    JobReport m_report;
    JobProgress m_progress;
    RowCounts m_counting;
};

bool Applier::isChosen(const ChangeSetTable &table) const
{
    const TableName &name = table.change.shape.name;
    return m_plan.only.isEmpty() || m_plan.only.contains(name.name) || m_plan.only.contains(name.toString());
}

bool Applier::hasTriggers(const TableName &table) const
{
    return std::any_of(m_before.triggers.begin(), m_before.triggers.end(), [&](const TriggerInfo &trigger) {
        return trigger.table.name.compare(table.name, Qt::CaseInsensitive) == 0;
    });
}

void Applier::report(const QString &phase, bool isTableDone)
{
    m_progress.phase = phase;
    m_progress.isTableDone = isTableDone;
    m_context.report(m_progress);
}

Result<void> Applier::begin()
{
    RETURN_IF_ERROR(m_changes.verify(m_context.stop()));
    ASSIGN_OR_RETURN(m_target, ApplyTarget::open(m_plan.target, m_plan.rehearseOnly, m_context.secrets()));
    ASSIGN_OR_RETURN(m_before, m_target->connection().catalog());
    ASSIGN_OR_RETURN(m_sink, m_target->connection().beginChanges());
    m_progress.tableCount = static_cast<int>(m_changes.tables().size());
    m_progress.rowsTotal = 0;
    for (const ChangeSetTable &table : m_changes.tables())
        m_progress.rowsTotal +=
            table.kind == ChangeSetTable::Kind::Changes ? table.changeCount : table.counts.rows;
    return {};
}

Result<void> Applier::applyAll()
{
    const size_t count = m_changes.tables().size();
    if (m_task.isUndo && m_plan.only.isEmpty())
        RETURN_IF_ERROR(m_sink->dropViews(m_changes.header().objects.views));
    if (!m_task.isUndo) { // all tables first: triggers and foreign keys of one may name another
        RETURN_IF_ERROR(recallRejects());
        RETURN_IF_ERROR(m_sink->createFirst(chosenObjects()));
        for (const ChangeSetTable &table : m_changes.tables()) {
            if (isChosen(table) && table.kind != ChangeSetTable::Kind::Create)
                RETURN_IF_ERROR(checkSchema(table));
            if (table.kind != ChangeSetTable::Kind::Create || !isChosen(table))
                continue;
            if (m_before.table(table.target.shape.name) != nullptr)
                return Error{ErrorKind::Conflict,
                             QStringLiteral("table \"%1\" is there now").arg(table.target.shape.name.name),
                             QStringLiteral("Preview the import again."),
                             {}};
            RETURN_IF_ERROR(m_sink->createTable(table.target, {}));
        }
    }
    for (size_t i = 0; i < count; ++i)
        RETURN_IF_ERROR(applyTable(m_task.isUndo ? count - 1 - i : i));
    if (m_task.isUndo && m_plan.only.isEmpty())
        RETURN_IF_ERROR(m_sink->dropObjects(m_changes.header().objects.objects));
    RETURN_IF_ERROR(checkConflicts());
    report(QStringLiteral("Verifying"));
    if (!m_task.isUndo)
        RETURN_IF_ERROR(m_sink->createObjects(chosenObjects()));
    ASSIGN_OR_RETURN(const qint64 dangling, m_sink->checkReferences(m_rejects));
    // A row that points nowhere is not kept, whatever the plan says about rejects.
    if (dangling > 0 && m_plan.onReject == ImportPlan::OnReject::Skip)
        return Error{ErrorKind::Reference,
                     QStringLiteral("%1 rows would point to rows that do not exist").arg(dangling),
                     m_rejects.first().back().reason,
                     {}};
    RETURN_IF_ERROR(finishRejects());
    return m_context.checkCancelled();
}

/// A database that is not the change set's, or not any more, is told before its rows are looked at.
Result<void> Applier::checkSchema(const ChangeSetTable &table) const
{
    const TableShape &wanted = table.target.shape;
    const QString &name = table.change.shape.name.name;
    const auto differs = [&](const QString &what) {
        return Error{ErrorKind::Conflict,
                     QStringLiteral("table \"%1\" is not the one of the preview: %2").arg(name, what),
                     QStringLiteral("Is %1 the right database? If it is, preview the import again.")
                         .arg(m_plan.target.displayName()),
                     {}};
    };
    const TableInfo *info = m_before.table(table.change.shape.name);
    if (info == nullptr)
        return differs(QStringLiteral("there is none"));
    for (const Column &column : wanted.columns) {
        const int at = info->shape.indexOf(column.name);
        if (at < 0)
            return differs(QStringLiteral("column %1 is not there").arg(column.name));
        const Column &now = info->shape.columns[static_cast<size_t>(at)];
        if (now.nativeType != column.nativeType)
            return differs(QStringLiteral("column %1 is of type %2, was %3")
                               .arg(column.name, now.nativeType, column.nativeType));
        if (now.generated != column.generated || now.nullable != column.nullable)
            return differs(QStringLiteral("column %1 is declared otherwise").arg(column.name));
    }
    if (!wanted.columns.empty() && wanted.columns.size() != info->shape.columns.size())
        return differs(QStringLiteral("it has %1 columns, had %2")
                           .arg(info->shape.columns.size())
                           .arg(wanted.columns.size()));
    if (!wanted.columns.empty() && wanted.key != info->shape.key)
        return differs(QStringLiteral("its key is another one"));
    return {};
}

/// Indexes and triggers go with their tables; views may name any table.
Catalog Applier::chosenObjects() const
{
    Catalog objects = m_changes.header().objects;
    if (m_plan.only.isEmpty())
        return objects;
    const auto isLeftOut = [this](const TableName &name) {
        const ChangeSetTable *table = tableNamed(name);
        return table == nullptr || !isChosen(*table);
    };
    std::erase_if(objects.tables, [&](const TableInfo &table) { return isLeftOut(table.shape.name); });
    std::erase_if(objects.triggers, [&](const TriggerInfo &trigger) { return isLeftOut(trigger.table); });
    objects.views.clear();
    std::erase_if(objects.objects, [&](const ObjectInfo &object) {
        return !object.table.name.isEmpty() && isLeftOut(object.table);
    });
    return objects;
}

const ChangeSetTable *Applier::tableNamed(const TableName &name) const
{
    for (const ChangeSetTable &table : m_changes.tables()) {
        if (table.change.shape.name == name)
            return &table;
    }
    return nullptr;
}

/// A load finds its rejects again; those of row changes are known to the preview only.
Result<void> Applier::recallRejects()
{
    qint64 first = 0;
    while (m_rejects.hasFile()) {
        ASSIGN_OR_RETURN(std::vector<Reject> some, m_changes.rejects(first, 1000));
        if (some.empty())
            return {};
        first += static_cast<qint64>(some.size());
        for (Reject &reject : some) {
            const ChangeSetTable *table = tableNamed(reject.table);
            if (table == nullptr || (table->kind == ChangeSetTable::Kind::Changes && isChosen(*table)))
                m_rejects.recall(std::move(reject));
        }
        RETURN_IF_ERROR(m_context.checkCancelled());
    }
    return {};
}

Result<void> Applier::finishRejects()
{
    return m_rejects.finish([this](const TableName &name, const std::set<qint64> &lines) {
        const ChangeSetTable *table = tableNamed(name);
        return readRawRows(table == nullptr ? ChangeSetTable() : *table, lines, m_context.stop());
    });
}

Result<void> Applier::applyTable(size_t index)
{
    const ChangeSetTable &table = m_changes.tables()[index];
    if (!isChosen(table))
        return {};
    m_progress.table = table.change.shape.name.toString();
    TableReport tableReport;
    tableReport.table = table.change.shape.name;
    m_rejects.setFile(table.load.path);
    if (table.kind == ChangeSetTable::Kind::Changes) {
        tableReport.kind = QStringLiteral("changes");
        RETURN_IF_ERROR(makeChanges(index, tableReport));
    } else {
        tableReport.kind =
            table.kind == ChangeSetTable::Kind::Load ? QStringLiteral("load") : QStringLiteral("create");
        RETURN_IF_ERROR(m_task.isUndo ? unload(table, tableReport) : load(table, tableReport));
    }
    m_report.totals += tableReport.counts;
    m_report.tables.push_back(std::move(tableReport));
    ++m_progress.tableIndex;
    report(QStringLiteral("Applying"), true);
    return {};
}

Result<std::unique_ptr<ChangeReader>> Applier::chosenChanges(size_t index, bool isCounted)
{
    const ChangeShape &shape = m_changes.tables()[index].change;
    ASSIGN_OR_RETURN(auto all, m_changes.changes(index, 0, -1));
    ChosenChanges::Step step = [this](const RowChange &change) -> Result<void> {
        qint64 &count = change.kind == ChangeKind::Insert ? m_counting.inserted
            : change.kind == ChangeKind::Update           ? m_counting.updated
                                                          : m_counting.deleted;
        ++count;
        if (++m_progress.rows % 256 != 0)
            return {};
        report(QStringLiteral("Applying"));
        return m_context.checkCancelled();
    };
    if (!isCounted)
        step = {};
    std::unique_ptr<ChangeReader> chosen = std::make_unique<ChosenChanges>(
        std::move(all), m_plan.declined, m_task.isUndo ? ChosenChanges::Step() : step);
    if (!m_task.isUndo)
        return chosen;
    std::unique_ptr<RowLookup> lookup;
    if (!shape.shape.key.empty()) {
        QStringList key;
        for (const int column : shape.shape.key)
            key.append(shape.shape.columns[static_cast<size_t>(column)].name);
        ASSIGN_OR_RETURN(lookup,
                         m_sink->connection().lookup(shape.shape.name, shape.shape.columnNames(), key));
    }
    auto inverse = std::make_unique<InverseChanges>(std::move(chosen), shape, std::move(lookup));
    return std::unique_ptr<ChangeReader>(
        std::make_unique<ChosenChanges>(std::move(inverse), Intervals(), step));
}

Result<void> Applier::makeChanges(size_t index, TableReport &tableReport)
{
    const ChangeSetTable &table = m_changes.tables()[index];
    ChangeShape shape = table.change;
    if (m_task.isUndo)
        shape.isSet.assign(shape.isSet.size(), true);
    m_counting = {};
    const qint64 rejectedBefore = m_rejects.count();
    qint64 rowsBefore = 0;
    if (shape.shape.key.empty()) {
        ASSIGN_OR_RETURN(rowsBefore, m_sink->connection().countRows(shape.shape.name, {}));
    }
    ASSIGN_OR_RETURN(const auto changes, chosenChanges(index, true));
    ASSIGN_OR_RETURN(const qint64 made, m_sink->change(shape, *changes, m_rejects, m_conflicts));
    Q_UNUSED(made)
    tableReport.counts = m_counting;
    tableReport.counts.rows = m_counting.inserted + m_counting.updated + m_counting.deleted;
    tableReport.counts.rejected = m_rejects.count() - rejectedBefore;
    if (!m_conflicts.empty())
        return {};
    return checkChanges(index, tableReport, rowsBefore, m_rejects.count() - rejectedBefore);
}

Result<void> Applier::checkChanges(size_t index, TableReport &tableReport, qint64 rowsBefore,
                                   qint64 rejectedHere)
{
    const ChangeSetTable &table = m_changes.tables()[index];
    const Error wrong{
        ErrorKind::Io,
        QStringLiteral("table \"%1\" does not read back as it was written").arg(table.change.shape.name.name),
        QStringLiteral("Nothing was changed. Look for triggers on the table, and check the database "
                       "with PRAGMA integrity_check."),
        {}};
    if (table.change.shape.key.empty()) {
        ASSIGN_OR_RETURN(const qint64 rows, m_sink->connection().countRows(table.change.shape.name, {}));
        const qint64 expected = rowsBefore + tableReport.counts.inserted - tableReport.counts.deleted;
        return rejectedHere > 0 || rows == expected || hasTriggers(table.change.shape.name)
            ? Result<void>()
            : Result<void>(wrong);
    }
    ASSIGN_OR_RETURN(const auto changes, chosenChanges(index, false));
    ChangeShape shape = table.change;
    if (m_task.isUndo)
        shape.isSet.assign(shape.isSet.size(), true);
    ASSIGN_OR_RETURN(const std::set<qint64> missing,
                     findMissing(m_sink->connection(), shape, *changes, m_context.stop()));
    if (static_cast<qint64>(missing.size()) == rejectedHere) {
        for (const qint64 number : missing)
            m_refused.emplace_back(number, number);
        return {};
    }
    if (!hasTriggers(table.change.shape.name))
        return wrong;
    m_report.warnings.push_back(
        {ErrorKind::Value,
         QStringLiteral("triggers changed %1 of the rows of table \"%2\" that were written")
             .arg(missing.size())
             .arg(table.change.shape.name.name),
         {},
         {}});
    return {};
}

Result<void> Applier::load(const ChangeSetTable &table, TableReport &tableReport)
{
    const TableName &name = table.change.shape.name;
    if (table.kind == ChangeSetTable::Kind::Load) {
        ASSIGN_OR_RETURN(const qint64 rows, m_sink->connection().countRows(name, {}));
        if (rows > 0)
            return Error{
                ErrorKind::Conflict,
                QStringLiteral("table \"%1\" was empty and has %2 rows now").arg(name.name).arg(rows),
                QStringLiteral("Preview the import again."),
                {}};
    }
    const qint64 rejectedBefore = m_rejects.count();
    const auto notes = std::make_shared<ConversionNotes>();
    ASSIGN_OR_RETURN(const auto rows, openLoad(table, m_rejects, notes, m_context.secrets()));
    const qint64 rowsBefore = m_progress.rows;
    WatchedReader watched(*rows, [this](const RowReader &reader, qsizetype count) -> Result<void> {
        m_progress.rows += count;
        m_progress.bytes = std::max<qint64>(reader.bytesRead(), 0);
        m_progress.bytesTotal = reader.bytesTotal();
        report(QStringLiteral("Applying"));
        return m_context.checkCancelled();
    });
    ASSIGN_OR_RETURN(const qint64 stored, m_sink->load(name, watched, m_rejects));
    tableReport.counts.inserted = stored;
    tableReport.counts.rejected = m_rejects.count() - rejectedBefore;
    tableReport.counts.rows = stored + tableReport.counts.rejected;
    std::move(notes->warnings.begin(), notes->warnings.end(), std::back_inserter(m_report.warnings));
    if (tableReport.counts.rows == 0 && !table.load.formatId.isEmpty())
        m_report.warnings.push_back(noRowsWarning(name, {table.load.path, {}, 0, 0}));
    m_progress.rows = rowsBefore + tableReport.counts.rows;
    report(QStringLiteral("Verifying"));
    ASSIGN_OR_RETURN(const TableContent content,
                     readContent(m_sink->connection(), name, rows->shape().columnNames(), m_context.stop()));
    if (!(content.chosen == m_sink->loaded()) && !hasTriggers(name))
        return Error{ErrorKind::Io,
                     QStringLiteral("table \"%1\" does not read back as it was loaded").arg(name.name),
                     QStringLiteral("Nothing was changed. Check the disk, and report this with the file."),
                     {}};
    m_entry.loaded.insert({name, {content.all.rowCount(), content.all.bytes()}});
    return {};
}

Result<void> Applier::unload(const ChangeSetTable &table, TableReport &tableReport)
{
    const TableName &name = table.change.shape.name;
    const auto recorded = m_task.loaded.find(name);
    const Error changed{ErrorKind::Conflict,
                        QStringLiteral("table \"%1\" was changed since it was loaded").arg(name.name),
                        QStringLiteral("Undo what came later first, or delete its rows yourself."),
                        {}};
    const TableInfo *info = m_before.table(name);
    if (recorded == m_task.loaded.end() || info == nullptr)
        return changed;
    ASSIGN_OR_RETURN(const TableContent content,
                     readContent(m_sink->connection(), name, {}, m_context.stop()));
    if (content.all.rowCount() != recorded->second.first || content.all.bytes() != recorded->second.second)
        return changed;
    tableReport.counts.deleted = content.all.rowCount();
    tableReport.counts.rows = content.all.rowCount();
    if (table.kind == ChangeSetTable::Kind::Create)
        return m_sink->dropTable(name);
    ASSIGN_OR_RETURN(const bool isEmptied, m_sink->emptyTable(name));
    if (isEmptied)
        return {};
    RETURN_IF_ERROR(m_sink->dropTable(name));
    // An empty table is a table made anew: faster than deleting, and no trigger runs.
    Catalog objects;
    objects.tables.push_back(*info);
    for (const TriggerInfo &trigger : m_before.triggers) {
        if (trigger.table.name.compare(name.name, Qt::CaseInsensitive) == 0)
            objects.triggers.push_back(trigger);
    }
    RETURN_IF_ERROR(m_sink->createTable(*info, {}));
    return m_sink->createObjects(objects);
}

Result<void> Applier::checkConflicts() const
{
    if (m_conflicts.empty())
        return {};
    QString keys;
    for (size_t i = 0; i < m_conflicts.size() && i < kShownConflicts; ++i) {
        const ChangeConflict &conflict = m_conflicts[i];
        keys += (i == 0 ? QString() : QStringLiteral("; "))
            + QStringLiteral("%1, %2: %3").arg(conflict.table.name, conflict.key, conflict.reason);
    }
    return Error{
        ErrorKind::Conflict,
        QStringLiteral("%1 rows are not as the preview saw them: %2").arg(m_conflicts.size()).arg(keys),
        QStringLiteral("Nothing was changed. Preview the import again, or decline these changes."),
        {}};
}

Result<void> Applier::finish()
{
    const auto takeWarnings = [this] {
        for (Error &warning : m_sink->warnings())
            m_report.warnings.push_back(std::move(warning));
    };
    const bool isStopped = m_rejects.count() > 0 && m_plan.onReject == ImportPlan::OnReject::Stop;
    if (m_plan.rehearseOnly || isStopped) { // the one place where all is taken back
        takeWarnings();
        m_sink.reset();
        m_target.reset();
        return {};
    }
    RETURN_IF_ERROR(m_sink->commit());
    takeWarnings();
    m_sink.reset();
    RETURN_IF_ERROR(m_target->finish());
    m_report.isApplied = true;
    if (!m_plan.recordHistory)
        return {};
    m_entry.target = m_plan.target;
    m_entry.sourceName = m_changes.header().sourceName;
    m_entry.changesetPath = m_changes.path();
    m_entry.declined = m_plan.declined;
    m_entry.declined.insert(m_entry.declined.end(), m_refused.begin(), m_refused.end());
    std::sort(m_entry.declined.begin(), m_entry.declined.end());
    m_entry.only = m_plan.only;
    m_entry.counts = m_report.totals;
    if (auto added = addToHistory(m_entry)) // it is applied: what fails now is a warning
        m_report.historyId = added->id;
    else
        m_report.warnings.push_back(added.error());
    return {};
}

Result<JobReport> Applier::run()
{
    QElapsedTimer timer;
    timer.start();
    RETURN_IF_ERROR(begin());
    Result<void> done;
    {
        const std::stop_callback interrupt(m_context.stop(), [this] { m_target->connection().interrupt(); });
        done = applyAll();
    }
    if (!done) {
        m_sink.reset(); // rolled back before anyone is told
        m_target.reset();
        if (m_context.isCancelled())
            return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
        return std::move(done).error();
    }
    RETURN_IF_ERROR(finish());
    m_report.verb = m_task.isUndo ? QStringLiteral("undo") : QStringLiteral("apply");
    m_report.isDryRun = m_plan.rehearseOnly;
    m_report.rejects = m_rejects.first();
    m_report.changesetPath = m_changes.path();
    if (m_rejects.countInFile() > 0 && !m_plan.rejectsPath.isEmpty())
        m_report.files.append(m_plan.rejectsPath);
    m_report.durationMs = timer.elapsed();
    return m_report;
}

class ApplyJob : public Job
{
public:
    explicit ApplyJob(ApplyPlan plan)
        : m_plan(std::move(plan))
    {
    }

    QString title() const override
    {
        return QStringLiteral("Apply changes to %1").arg(m_plan.target.displayName());
    }

    Result<JobReport> run(JobContext &context) override
    {
        ASSIGN_OR_RETURN(const auto changes, ChangeSet::open(m_plan.changesetPath));
        return applyChangeSet(*changes, m_plan, context);
    }

private:
    ApplyPlan m_plan;
};

} // namespace

Result<JobReport> runApplyTask(const ApplyTask &task, JobContext &context)
{
    return Applier(task, context).run();
}

Result<JobReport> applyChangeSet(const ChangeSet &changes, const ApplyPlan &plan, JobContext &context)
{
    return runApplyTask({&changes, plan, false, {}}, context);
}

std::unique_ptr<Job> makeApplyJob(const ApplyPlan &plan)
{
    return std::make_unique<ApplyJob>(plan);
}

} // namespace galley
