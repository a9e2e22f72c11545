// SPDX-License-Identifier: MIT
#include "workers/jobs/applyjob.h"

#include "workers/jobs/applier.h"

namespace galley {

namespace {

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
