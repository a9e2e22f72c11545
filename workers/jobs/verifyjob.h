// SPDX-License-Identifier: MIT
//
// Checks an export without a target: every checksum, length and count, and that every row can be read.
#pragma once

#include "workers/jobs/job.h"
#include "workers/jobs/plans.h"

namespace galley {

class VerifyJob final : public Job
{
public:
    explicit VerifyJob(VerifyPlan plan);

    QString title() const override;
    Result<JobReport> run(JobContext &context) override;

private:
    VerifyPlan m_plan;
};

} // namespace galley
