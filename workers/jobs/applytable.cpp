// SPDX-License-Identifier: MIT
#include "workers/changes/loadrows.h"
#include "workers/changes/tableload.h"
#include "workers/jobs/applier.h"
#include "workers/jobs/changestreams.h"
#include "workers/jobs/readback.h"

#include <algorithm>

namespace galley {

namespace {

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

} // namespace

/// That fire.
bool Applier::hasTriggers(const TableName &table) const
{
    return m_plan.triggers == Triggers::Fire && isTriggered(table);
}

Result<void> Applier::disableTriggers()
{
    for (const ChangeSetTable &table : m_changes.tables()) {
        const bool isOld = table.kind != ChangeSetTable::Kind::Create && isChosen(table);
        if (isOld && m_plan.triggers == Triggers::Disable && isTriggered(table.change.shape.name))
            RETURN_IF_ERROR(m_sink->disableTriggers(table.change.shape.name));
    }
    return {};
}

bool Applier::isTriggered(const TableName &table) const
{
    return std::any_of(m_before.triggers.begin(), m_before.triggers.end(), [&](const TriggerInfo &trigger) {
        return trigger.table.name.compare(table.name, Qt::CaseInsensitive) == 0;
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
    m_rejects->setFile(table.load.path);
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
    report(workPhase(), true);
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
        report(workPhase());
        return m_context.checkCancelled();
    };
    if (!isCounted)
        step = {};
    std::unique_ptr<ChangeReader> chosen = std::make_unique<ChosenChanges>(
        std::move(all), m_apart.without(m_plan.declined), m_task.isUndo ? ChosenChanges::Step() : step);
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

/// Tells those of a table that are left out; returns how many.
qint64 Applier::rejectSetApart(const ChangeSetTable &table)
{
    qint64 count = 0;
    for (const auto &[number, reject] : m_apart.changes) {
        if (number < table.firstChange || number >= table.firstChange + table.changeCount)
            continue;
        m_rejects->reject(reject);
        m_refused.emplace_back(number, number);
        ++count;
    }
    return count;
}

Result<void> Applier::makeChanges(size_t index, TableReport &tableReport)
{
    const ChangeSetTable &table = m_changes.tables()[index];
    ChangeShape shape = table.change;
    if (m_task.isUndo)
        shape.isSet.assign(shape.isSet.size(), true);
    m_counting = {};
    const qint64 apartHere = rejectSetApart(table);
    const qint64 rejectedBefore = m_rejects->count();
    qint64 rowsBefore = 0;
    if (shape.shape.key.empty()) {
        ASSIGN_OR_RETURN(rowsBefore, m_sink->connection().countRows(shape.shape.name, {}));
    }
    ASSIGN_OR_RETURN(const auto changes, chosenChanges(index, true));
    ASSIGN_OR_RETURN(const qint64 made, m_sink->change(shape, *changes, *m_rejects, m_conflicts));
    Q_UNUSED(made)
    tableReport.counts = m_counting;
    tableReport.counts.rows = m_counting.inserted + m_counting.updated + m_counting.deleted;
    tableReport.counts.rejected = apartHere + m_rejects->count() - rejectedBefore;
    if (!m_conflicts.empty())
        return {};
    return checkChanges(index, tableReport, rowsBefore, m_rejects->count() - rejectedBefore);
}

Result<void> Applier::checkChanges(size_t index, TableReport &tableReport, qint64 rowsBefore,
                                   qint64 rejectedHere)
{
    const ChangeSetTable &table = m_changes.tables()[index];
    const Error wrong{
        ErrorKind::Io,
        QStringLiteral("table \"%1\" does not read back as it was written").arg(table.change.shape.name.name),
        QStringLiteral("Nothing was changed. Look for triggers on the table, and check the database "
                       "(SQLite: PRAGMA integrity_check)."),
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
    const qint64 rejectedBefore = m_rejects->count();
    const auto notes = std::make_shared<ConversionNotes>();
    ASSIGN_OR_RETURN(
        const auto rows,
        openLoad(table, *m_rejects, notes, m_context.secrets(), m_context.stop(), m_plan.target));
    const qint64 rowsBefore = m_progress.rows;
    std::optional<ReferringRows> referring;
    if (const auto apart = m_apart.loads.find(name); apart != m_apart.loads.end())
        referring.emplace(*rows, name, apart->second, *m_rejects);
    RowReader &taken = referring ? static_cast<RowReader &>(*referring) : *rows;
    WatchedReader watched(taken, [this](const RowReader &reader, qsizetype count) -> Result<void> {
        m_progress.rows += count;
        m_progress.bytes = std::max<qint64>(reader.bytesRead(), 0);
        m_progress.bytesTotal = reader.bytesTotal();
        report(workPhase());
        return m_context.checkCancelled();
    });
    ASSIGN_OR_RETURN(const qint64 stored, m_sink->load(name, watched, *m_rejects));
    tableReport.counts.inserted = stored;
    tableReport.counts.rejected = m_rejects->count() - rejectedBefore;
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
        if (trigger.table.name.compare(name.name, Qt::CaseInsensitive) == 0 && hasTriggers(name))
            objects.triggers.push_back(trigger);
    }
    RETURN_IF_ERROR(m_sink->createTable(*info, {}));
    return m_sink->createObjects(objects);
}

} // namespace galley
