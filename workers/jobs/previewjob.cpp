// SPDX-License-Identifier: MIT
#include "workers/jobs/applyjob.h"
#include "workers/jobs/comparerun.h"

#include <QElapsedTimer>
#include <QUuid>

namespace galley {

namespace {

constexpr size_t kReportedRejects = 100;

bool isSameRow(const Reject &a, const Reject &b)
{
    return a.table == b.table && a.where.line == b.where.line && a.where.line > 0;
}

/// A rehearsal writes, even if it takes all back in the end.
Error notRehearsed()
{
    return {ErrorKind::Permission,
            QStringLiteral("the connection is read-only: the changes were compared, but not rehearsed, and "
                           "cannot be applied through it"),
            {},
            {}};
}

class PreviewJob final : public Job
{
public:
    explicit PreviewJob(ImportPlan plan)
        : m_plan(std::move(plan))
    {
    }
    QString title() const override
    {
        return QStringLiteral("Preview %1 into %2").arg(m_plan.source.path, m_plan.target.displayName());
    }
    JobUse use() const override;
    Result<JobReport> run(JobContext &context) override
    {
        QElapsedTimer timer;
        timer.start();
        if (m_plan.applyFollows)
            RETURN_IF_ERROR(checkWritable(m_plan.target));
        ComparePlan plan{m_plan, false, true};
        if (plan.import.changesetPath.isEmpty())
            plan.import.changesetPath = scratchFolder() + QLatin1Char('/')
                + QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".galleychanges");
        ASSIGN_OR_RETURN(JobReport report, compareInto(plan, context));
        if (m_plan.target.isReadOnly)
            report.warnings.push_back(notRehearsed());
        else if (m_plan.rehearse && !m_plan.applyFollows)
            RETURN_IF_ERROR(rehearse(report, context));
        report.verb = QStringLiteral("import");
        report.durationMs = timer.elapsed();
        return report;
    }

private:
    Result<void> rehearse(JobReport &report, JobContext &context) const;

    ImportPlan m_plan;
};

JobUse PreviewJob::use() const
{
    JobUse use;
    if (m_plan.source.database)
        use.reads.push_back(*m_plan.source.database);
    const bool isRehearsed = m_plan.rehearse && !m_plan.applyFollows && !m_plan.target.isReadOnly;
    (isRehearsed ? use.writes : use.reads).push_back(m_plan.target);
    return use;
}

/// Adds what only the database itself can tell: constraints, references, triggers.
Result<void> PreviewJob::rehearse(JobReport &report, JobContext &context) const
{
    ASSIGN_OR_RETURN(const auto changes, ChangeSet::open(report.changesetPath));
    ApplyPlan apply;
    apply.changesetPath = report.changesetPath;
    apply.target = m_plan.target;
    apply.onReject = m_plan.onReject;
    apply.rejectsPath = m_plan.rejectsPath;
    apply.triggers = m_plan.triggers;
    apply.rehearseOnly = true;
    apply.recordHistory = false;
    ASSIGN_OR_RETURN(const JobReport rehearsed, applyChangeSet(*changes, apply, context));
    const std::vector<Reject> known = report.rejects;
    for (const Reject &reject : rehearsed.rejects) {
        const bool isKnown = std::any_of(known.begin(), known.end(),
                                         [&](const Reject &other) { return isSameRow(other, reject); });
        if (!isKnown && report.rejects.size() < kReportedRejects)
            report.rejects.push_back(reject);
    }
    for (const Error &warning : rehearsed.warnings) {
        // A load was read twice.
        const bool isTold =
            std::any_of(report.warnings.begin(), report.warnings.end(),
                        [&](const Error &told) { return told.toString() == warning.toString(); });
        if (!isTold)
            report.warnings.push_back(warning);
    }
    report.totals = {};
    for (TableReport &table : report.tables) {
        const auto made = std::find_if(rehearsed.tables.begin(), rehearsed.tables.end(),
                                       [&](const TableReport &other) { return other.table == table.table; });
        if (made != rehearsed.tables.end()) {
            // A load is read again with all its rejects; of row changes only the refused ones come back.
            const qint64 refused = made->counts.rejected;
            const bool isLoad = table.kind != QLatin1String("changes");
            const qint64 more = isLoad ? std::max<qint64>(0, refused - table.counts.rejected) : refused;
            table.counts.rejected += more;
            if (isLoad)
                table.counts.inserted = std::max<qint64>(0, table.counts.inserted - more);
        }
        report.totals += table.counts;
    }
    return {};
}

} // namespace

std::unique_ptr<Job> makePreviewJob(const ImportPlan &plan)
{
    return std::make_unique<PreviewJob>(plan);
}

} // namespace galley
