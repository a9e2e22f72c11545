// SPDX-License-Identifier: MIT
#include "workers/jobs/applier.h"

#include "workers/changes/rawrows.h"

#include <QElapsedTimer>

#include <algorithm>

namespace galley {

namespace {

constexpr size_t kShownConflicts = 100;

} // namespace

bool Applier::isChosen(const ChangeSetTable &table) const
{
    const TableName &name = table.change.shape.name;
    return m_plan.only.isEmpty() || m_plan.only.contains(name.name) || m_plan.only.contains(name.toString());
}

void Applier::report(const QString &phase, bool isTableDone)
{
    m_progress.phase = phase;
    m_progress.isTableDone = isTableDone;
    m_context.report(m_progress);
}

QString Applier::workPhase() const
{
    return m_plan.rehearseOnly ? QStringLiteral("Rehearsing") : QStringLiteral("Applying");
}

Result<void> Applier::begin()
{
    RETURN_IF_ERROR(m_changes.verify(m_context.stop()));
    ASSIGN_OR_RETURN(m_target, ApplyTarget::open(m_plan.target, m_plan.rehearseOnly, m_context.secrets()));
    ASSIGN_OR_RETURN(m_before, m_target->connection().catalog());
    ASSIGN_OR_RETURN(m_sink, m_target->connection().beginChanges());
    m_progress.tableCount = static_cast<int>(m_changes.tables().size());
    m_progress.rowsTotal = 0;
    QStringList names;
    for (const ChangeSetTable &table : m_changes.tables()) {
        m_progress.rowsTotal +=
            table.kind == ChangeSetTable::Kind::Changes ? table.changeCount : table.counts.rows;
        if (isChosen(table))
            names += table.change.shape.name.toString();
    }
    if (m_task.isUndo)
        std::reverse(names.begin(), names.end());
    m_context.announceTables(names);
    return {};
}

Result<void> Applier::makeAll()
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
    RETURN_IF_ERROR(disableTriggers());
    for (size_t i = 0; i < count; ++i)
        RETURN_IF_ERROR(applyTable(m_task.isUndo ? count - 1 - i : i));
    if (m_task.isUndo && m_plan.only.isEmpty())
        RETURN_IF_ERROR(m_sink->dropObjects(m_changes.header().objects.objects));
    RETURN_IF_ERROR(checkConflicts());
    report(QStringLiteral("Verifying"));
    if (!m_task.isUndo)
        RETURN_IF_ERROR(m_sink->createObjects(chosenObjects()));
    return {};
}

Result<void> Applier::applyAll()
{
    for (;;) {
        RETURN_IF_ERROR(makeAll());
        ASSIGN_OR_RETURN(const bool isWhole, checkReferences());
        if (isWhole)
            break;
        RETURN_IF_ERROR(beginAgain());
    }
    RETURN_IF_ERROR(finishRejects());
    return m_context.checkCancelled();
}

/// False where rows were found that must be left out: what refers to them is found when they are.
Result<bool> Applier::checkReferences()
{
    if (m_plan.onReject == ImportPlan::OnReject::Stop) {
        RETURN_IF_ERROR(m_sink->checkReferences(*m_rejects));
        return true;
    }
    ApplyRejects dangling({}, m_changes);
    ASSIGN_OR_RETURN(const qint64 count, m_sink->checkReferences(dangling));
    if (count == 0)
        return true;
    std::vector<size_t> chosen;
    for (size_t i = 0; i < m_changes.tables().size(); ++i) {
        if (isChosen(m_changes.tables()[i]))
            chosen.push_back(i);
    }
    MissingReferences missing(m_changes, m_before, m_sink->connection(), m_context.stop(),
                              m_context.secrets());
    ASSIGN_OR_RETURN(const bool isFound, missing.find(chosen, m_plan.declined, m_apart));
    if (isFound)
        return false;
    return Error{ErrorKind::Reference,
                 QStringLiteral("%1 rows would point to rows that do not exist").arg(count),
                 dangling.first().empty() ? QString() : dangling.first().back().reason,
                 {}};
}

Result<void> Applier::beginAgain()
{
    m_sink.reset(); // rolled back
    ASSIGN_OR_RETURN(m_sink, m_target->connection().beginChanges());
    m_rejects.emplace(m_plan.rejectsPath, m_changes);
    m_conflicts.clear();
    m_refused.clear();
    m_entry = {};
    m_report = {};
    m_progress.rows = 0;
    m_progress.tableIndex = 0;
    return {};
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
    while (m_rejects->hasFile()) {
        ASSIGN_OR_RETURN(std::vector<Reject> some, m_changes.rejects(first, 1000));
        if (some.empty())
            return {};
        first += static_cast<qint64>(some.size());
        for (Reject &reject : some) {
            const ChangeSetTable *table = tableNamed(reject.table);
            if (table == nullptr || (table->kind == ChangeSetTable::Kind::Changes && isChosen(*table)))
                m_rejects->recall(std::move(reject));
        }
        RETURN_IF_ERROR(m_context.checkCancelled());
    }
    return {};
}

Result<void> Applier::finishRejects()
{
    return m_rejects->finish([this](const TableName &name, const std::set<qint64> &lines) {
        const ChangeSetTable *table = tableNamed(name);
        return readRawRows(table == nullptr ? ChangeSetTable() : *table, lines, m_context.stop());
    });
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
    const bool isStopped = m_rejects->count() > 0 && m_plan.onReject == ImportPlan::OnReject::Stop;
    if (m_plan.rehearseOnly || isStopped) { // the one place where all is taken back
        takeWarnings();
        m_sink.reset();
        m_target.reset();
        return {};
    }
    recordHistory();
    m_context.setDataState(DataState::Uncertain);
    if (auto committed = m_sink->commit(); !committed) {
        m_mayTryAgain = m_sink->mayTryAgain();
        // A connection that was lost inside COMMIT leaves it open what became of it.
        if (m_mayTryAgain || committed.error().kind != ErrorKind::Connection) {
            removeFromHistory(m_entry);
            m_context.setDataState(DataState::RolledBack);
        }
        return committed;
    }
    takeWarnings();
    m_sink.reset();
    if (auto placed = m_target->finish(); !placed) { // a new file, which is not there then
        removeFromHistory(m_entry);
        m_context.setDataState(DataState::RolledBack);
        return placed;
    }
    m_context.setDataState(DataState::Committed);
    m_report.isApplied = true;
    if (m_entry.id.isEmpty())
        return {};
    m_report.historyId = m_entry.id;
    if (auto confirmed = confirmHistory(m_entry); !confirmed)
        m_report.warnings.push_back(std::move(confirmed).error());
    return {};
}

/// Before COMMIT: what is applied can be undone, whatever happens in between.
void Applier::recordHistory()
{
    if (!m_plan.recordHistory)
        return;
    m_entry.target = m_plan.target;
    m_entry.sourceName = m_changes.header().sourceName;
    m_entry.changesetPath = m_changes.path();
    m_entry.declined = m_plan.declined;
    m_entry.declined.insert(m_entry.declined.end(), m_refused.begin(), m_refused.end());
    std::sort(m_entry.declined.begin(), m_entry.declined.end());
    m_entry.only = m_plan.only;
    m_entry.counts = m_report.totals;
    if (auto added = addToHistory(m_entry))
        m_entry = *std::move(added);
    else // an apply that was asked for is not refused for it
        m_report.warnings.push_back(std::move(added).error());
}

Result<JobReport> Applier::run()
{
    QElapsedTimer timer;
    timer.start();
    // Its locks keep everybody else from the tables.
    const JobContext::Unpaused unpaused(m_context);
    RETURN_IF_ERROR(begin());
    Result<void> done;
    {
        const std::stop_callback interrupt(m_context.stop(), [this] { m_target->connection().interrupt(); });
        done = applyAll();
    }
    if (!done) {
        m_mayTryAgain = m_sink != nullptr && m_sink->mayTryAgain();
        m_sink.reset(); // rolled back before anyone is told
        m_context.setDataState(DataState::RolledBack);
        m_target.reset();
        if (m_context.isCancelled())
            return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
        return std::move(done).error();
    }
    RETURN_IF_ERROR(finish());
    m_report.verb = m_task.isUndo ? QStringLiteral("undo") : QStringLiteral("apply");
    m_report.isDryRun = m_plan.rehearseOnly;
    m_report.rejects = m_rejects->first();
    m_report.changesetPath = m_changes.path();
    if (m_rejects->countInFile() > 0 && !m_plan.rejectsPath.isEmpty())
        m_report.files.append(m_plan.rejectsPath);
    m_report.durationMs = timer.elapsed();
    return m_report;
}

} // namespace galley
