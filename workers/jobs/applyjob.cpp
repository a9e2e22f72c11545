// SPDX-License-Identifier: MIT
#include "workers/jobs/applyjob.h"

#include "workers/jobs/applier.h"

#include <chrono>
#include <thread>

namespace galley {

namespace {

constexpr int kAttempts = 5; ///< where others change the same rows meanwhile

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

    JobUse use() const override { return {{}, {m_plan.target}, {}}; }

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
    // Nothing was changed, and the change set is the same: what is not as it says any more is a conflict
    // then.
    for (int attempt = 1;; ++attempt) {
        Applier applier(task, context);
        Result<JobReport> done = applier.run();
        if (done || !applier.mayTryAgain() || attempt == kAttempts)
            return done;
        std::this_thread::sleep_for(std::chrono::milliseconds(20 * attempt * attempt));
        RETURN_IF_ERROR(context.checkCancelled());
    }
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
