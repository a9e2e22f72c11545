// SPDX-License-Identifier: MIT
#include "workers/jobs/reportjob.h"

#include "workers/changes/report.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace galley {

namespace {

class ReportJob final : public Job
{
public:
    explicit ReportJob(ReportPlan plan)
        : m_plan(std::move(plan))
    {
    }
    QString title() const override
    {
        return QStringLiteral("Write %1").arg(QFileInfo(m_plan.path).fileName());
    }
    Result<JobReport> run(JobContext &context) override
    {
        QElapsedTimer clock;
        clock.start();
        ASSIGN_OR_RETURN(const auto changes, ChangeSet::open(m_plan.changesetPath));
        ReportRequest request;
        request.path = m_plan.path;
        request.declined = m_plan.declined;
        request.only = m_plan.only;
        request.secrets = context.secrets();
        request.stop = context.stop();
        JobProgress progress;
        progress.phase = QStringLiteral("Writing");
        progress.tableCount = static_cast<int>(changes->tables().size());
        progress.rowsTotal = 0;
        for (const ChangeSetTable &table : changes->tables())
            progress.rowsTotal +=
                table.changeCount + (table.kind == ChangeSetTable::Kind::Changes ? 0 : table.counts.rows);
        request.onProgress = [&](size_t table, qint64 rows) {
            progress.table = changes->tables()[table].target.shape.name.toString();
            progress.tableIndex = static_cast<int>(table);
            progress.rows = rows;
            context.report(progress);
        };
        RETURN_IF_ERROR(writeReport(*changes, request));
        JobReport report;
        report.verb = QStringLiteral("report");
        report.files = QStringList(m_plan.path);
        report.durationMs = clock.elapsed();
        return report;
    }

private:
    ReportPlan m_plan;
};

} // namespace

std::unique_ptr<Job> makeReportJob(const ReportPlan &plan)
{
    return std::make_unique<ReportJob>(plan);
}

} // namespace galley
