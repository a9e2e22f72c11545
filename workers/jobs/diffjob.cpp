// SPDX-License-Identifier: MIT
#include "workers/jobs/comparerun.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QUuid>

namespace galley {

namespace {

/// The right side as a database. A bundle is loaded into a temporary one first: the comparison needs rows in
/// key order, which only a database gives.
class RightSide
{
public:
    Result<DatabaseRef> open(const ImportSource &source, JobContext &context)
    {
        if (source.database)
            return *source.database;
        const bool isBundle = !source.bundle.isEmpty() || detectBundle(source.path) != nullptr;
        if (!isBundle)
            return parseDatabaseRef(source.path);
        m_folder = std::make_unique<QTemporaryDir>(scratchFolder() + QStringLiteral("/diff-XXXXXX"));
        if (!m_folder->isValid())
            return Error{ErrorKind::CannotCreate,
                         QStringLiteral("cannot create a temporary folder in %1").arg(scratchFolder()),
                         {},
                         {}};
        ImportPlan load;
        load.source = source;
        load.target.engine = QStringLiteral("sqlite");
        load.target.location = m_folder->filePath(QStringLiteral("right.sqlite"));
        load.changesetPath = m_folder->filePath(QStringLiteral("right.galleychanges"));
        load.applyFollows = true;
        load.withObjects = false;
        RETURN_IF_ERROR(makePreviewJob(load)->run(context));
        ApplyPlan apply;
        apply.changesetPath = load.changesetPath;
        apply.target = load.target;
        apply.recordHistory = false;
        ASSIGN_OR_RETURN(const JobReport applied, makeApplyJob(apply)->run(context));
        if (!applied.rejects.empty())
            return Error{applied.rejects.front().kind,
                         applied.rejects.front().reason,
                         {},
                         applied.rejects.front().where};
        return load.target;
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

class DiffJob final : public Job
{
public:
    explicit DiffJob(DiffPlan plan)
        : m_plan(std::move(plan))
    {
    }
    QString title() const override
    {
        return QStringLiteral("Compare %1 with %2").arg(m_plan.left.path, m_plan.right.path);
    }
    Result<JobReport> run(JobContext &context) override
    {
        QElapsedTimer timer;
        timer.start();
        RightSide right;
        ComparePlan plan;
        ASSIGN_OR_RETURN(plan.import.target, right.open(m_plan.right, context));
        plan.isDiff = true;
        plan.isSourceUntrusted = !m_plan.left.database;
        plan.import.source = m_plan.left;
        plan.import.only = m_plan.only;
        plan.import.key = m_plan.key;
        plan.import.comparing = m_plan.comparing;
        plan.import.mode = ImportMode::Mirror;
        plan.import.changesetPath = m_plan.changesetPath;
        if (plan.import.changesetPath.isEmpty())
            plan.import.changesetPath = scratchFolder() + QLatin1Char('/')
                + QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".galleychanges");
        ASSIGN_OR_RETURN(JobReport report, compareInto(plan, context));
        report.verb = QStringLiteral("diff");
        report.durationMs = timer.elapsed();
        return report;
    }

private:
    DiffPlan m_plan;
};

} // namespace

std::unique_ptr<Job> makeDiffJob(const DiffPlan &plan)
{
    return std::make_unique<DiffJob>(plan);
}

} // namespace galley
