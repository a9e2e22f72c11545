// SPDX-License-Identifier: MIT
#include "workers/jobs/repairjob.h"

#include "workers/base/io.h"
#include "workers/jobs/comparerun.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QUuid>

namespace galley {

namespace {

class RepairJob final : public Job
{
public:
    RepairJob(RepairPlan plan, std::shared_ptr<RepairedSource> source)
        : m_plan(std::move(plan))
        , m_source(std::move(source))
    {
    }
    QString title() const override { return QStringLiteral("Repair rejected rows"); }
    Result<JobReport> run(JobContext &context) override
    {
        QElapsedTimer clock;
        clock.start();
        ASSIGN_OR_RETURN(const auto changes, ChangeSet::open(m_plan.changesetPath));
        if (changes->tables().size() != 1 || !changes->tables().front().load.bundleId.isEmpty())
            return Error{ErrorKind::Unsupported,
                         QStringLiteral("only the rows of a single file can be repaired here"),
                         QStringLiteral("Repair the file itself, and preview again."),
                         {}};
        const ChangeSetTable &table = changes->tables().front();
        const QString path = m_plan.path.isEmpty() ? place(table) : m_plan.path;
        ASSIGN_OR_RETURN(const auto file, createFile(path, true));
        ASSIGN_OR_RETURN(const RepairedRows written,
                         writeRepaired(table, m_plan.repairs, *file, context.stop()));
        RETURN_IF_ERROR(file->finish());
        m_source->path = path;
        m_source->formatId = written.formatId;
        m_source->options = written.options;
        m_source->table = table.target.shape.name.name;
        JobReport report;
        report.verb = QStringLiteral("repair");
        report.totals.rows = written.repaired;
        report.files = QStringList(path);
        report.durationMs = clock.elapsed();
        return report;
    }

private:
    /// A folder of its own, so that the file may keep its name.
    static QString place(const ChangeSetTable &table)
    {
        const QString folder =
            scratchFolder() + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces);
        QDir().mkpath(folder);
        const QString name = QFileInfo(table.load.path).completeBaseName();
        return folder + QStringLiteral("/%1 (repaired).%2").arg(name, table.load.formatId);
    }

    RepairPlan m_plan;
    std::shared_ptr<RepairedSource> m_source;
};

} // namespace

std::unique_ptr<Job> makeRepairJob(const RepairPlan &plan, std::shared_ptr<RepairedSource> source)
{
    return std::make_unique<RepairJob>(plan, std::move(source));
}

} // namespace galley
