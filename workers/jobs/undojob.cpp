// SPDX-License-Identifier: MIT
#include "workers/jobs/applyjob.h"
#include "workers/jobs/comparerun.h"
#include "workers/jobs/history.h"
#include "workers/jobs/undopreview.h"

#include <QUuid>

namespace galley {

namespace {

class UndoJob : public Job
{
public:
    explicit UndoJob(UndoPlan plan)
        : m_plan(std::move(plan))
    {
    }

    QString title() const override { return QStringLiteral("Undo on %1").arg(m_plan.target.displayName()); }

    JobUse use() const override { return {{}, {m_plan.target}, {}}; }

    Result<JobReport> run(JobContext &context) override
    {
        ASSIGN_OR_RETURN(const HistoryEntry entry, findHistory(m_plan.what, m_plan.target));
        ASSIGN_OR_RETURN(const auto changes, ChangeSet::open(entry.changesetPath));
        ApplyTask task;
        task.changes = changes.get();
        task.isUndo = true;
        task.loaded = entry.loaded;
        task.plan.changesetPath = entry.changesetPath;
        task.plan.target = m_plan.target;
        task.plan.declined = entry.declined;
        task.plan.only = entry.only;
        task.plan.triggers = m_plan.triggers;
        task.plan.rehearseOnly = !m_plan.apply;
        task.plan.recordHistory = false;
        ASSIGN_OR_RETURN(JobReport report, runApplyTask(task, context));
        report.historyId = entry.id;
        if (!m_plan.apply && m_plan.showRows) {
            report.changesetPath = scratchFolder() + QLatin1Char('/')
                + QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".galleychanges");
            RETURN_IF_ERROR(writeUndoPreview(*changes, entry, m_plan.target, report.changesetPath, context));
        }
        if (!report.isApplied)
            return report;
        if (auto marked = markUndone(entry.id); !marked) // it is undone: what fails now is a warning
            report.warnings.push_back(std::move(marked).error());
        return report;
    }

private:
    UndoPlan m_plan;
};

} // namespace

std::unique_ptr<Job> makeUndoJob(const UndoPlan &plan)
{
    return std::make_unique<UndoJob>(plan);
}

} // namespace galley
