// SPDX-License-Identifier: MIT
//
// One run of an apply or an undo: the order of its steps (applier.cpp) and what is done for a table
// (applytable.cpp).
//
// Threads: one.
#pragma once

#include "workers/jobs/applyjob.h"
#include "workers/jobs/applyrejects.h"
#include "workers/jobs/applytarget.h"
#include "workers/jobs/history.h"
#include "workers/jobs/missingreferences.h"

namespace galley {

class Applier
{
public:
    Applier(const ApplyTask &task, JobContext &context)
        : m_task(task)
        , m_plan(task.plan)
        , m_changes(*task.changes)
        , m_context(context)
    {
        m_rejects.emplace(m_plan.rejectsPath, m_changes);
    }
    Result<JobReport> run();
    /// After an error: that others did something at the same time, and may be done now.
    bool mayTryAgain() const { return m_mayTryAgain; }

private:
    bool isChosen(const ChangeSetTable &table) const;
    Result<void> begin();
    Result<void> applyAll();
    Result<void> makeAll();
    Result<bool> checkReferences();
    Result<void> beginAgain();
    Result<void> applyTable(size_t index);
    Result<void> makeChanges(size_t index, TableReport &report);
    Result<void> checkChanges(size_t index, TableReport &report, qint64 rowsBefore, qint64 rejectedHere);
    Result<std::unique_ptr<ChangeReader>> chosenChanges(size_t index, bool isCounted);
    Result<void> load(const ChangeSetTable &table, TableReport &report);
    Result<void> unload(const ChangeSetTable &table, TableReport &report);
    qint64 rejectSetApart(const ChangeSetTable &table);
    Result<void> checkConflicts() const;
    Result<void> finish();
    void recordHistory();
    Result<void> checkSchema(const ChangeSetTable &table) const;
    Catalog chosenObjects() const;
    Result<void> recallRejects();
    Result<void> finishRejects();
    const ChangeSetTable *tableNamed(const TableName &name) const;
    bool isTriggered(const TableName &table) const;
    bool hasTriggers(const TableName &table) const;
    Result<void> disableTriggers();
    void report(const QString &phase, bool isTableDone = false);
    QString workPhase() const;

    const ApplyTask &m_task;
    const ApplyPlan &m_plan;
    const ChangeSet &m_changes;
    JobContext &m_context;
    std::optional<ApplyRejects> m_rejects; ///< anew with each try
    std::unique_ptr<ApplyTarget> m_target;
    std::unique_ptr<ChangeSink> m_sink;
    Catalog m_before;
    std::vector<ChangeConflict> m_conflicts;
    Intervals m_refused; ///< changes that the database did not take
    SetApart m_apart; ///< what is left out as something that it needs is not there
    HistoryEntry m_entry;
    JobReport m_report;
    JobProgress m_progress;
    RowCounts m_counting;
    bool m_mayTryAgain = false;
};

} // namespace galley
