// SPDX-License-Identifier: MIT
//
// Writes a ChangeSet as a page, a table or a script (workers/changes/report.h).
//
// Threads: the plan on any; the job on its own.
#pragma once

#include "workers/jobs/job.h"

#include <QStringList>

namespace galley {

struct ReportPlan
{
    QString changesetPath;
    QString path; ///< its suffix says what is written
    std::vector<std::pair<qint64, qint64>> declined; ///< left out: numbers, as closed intervals in order
    QStringList only; ///< target tables; empty: all
};

std::unique_ptr<Job> makeReportJob(const ReportPlan &plan);

} // namespace galley
