// SPDX-License-Identifier: MIT
#include "models/transferfacts.h"

#include "workers/changes/source.h"

#include <QCoreApplication>

namespace galley {

namespace {

class TransferFactsJob final : public Job
{
public:
    TransferFactsJob(ImportPlan plan, std::shared_ptr<TransferFacts> facts)
        : m_plan(std::move(plan))
        , m_facts(std::move(facts))
    {
    }
    QString title() const override
    {
        return QCoreApplication::translate("galley::TransferFactsJob", "Look at %1").arg(m_plan.source.path);
    }
    Result<JobReport> run(JobContext &context) override
    {
        RETURN_IF_ERROR(readSource(context));
        RETURN_IF_ERROR(context.checkCancelled());
        if (!m_plan.target.location.isEmpty())
            RETURN_IF_ERROR(readTarget(context));
        return JobReport{};
    }

private:
    Result<void> readSource(JobContext &context)
    {
        ASSIGN_OR_RETURN(const auto source,
                         openRowSource(m_plan.source, true, context.secrets(), context.stop()));
        m_facts->warnings = source->warnings();
        for (const SourceTable &table : source->tables()) {
            if (table.info.kind != TableInfo::Kind::Table)
                continue;
            const qint64 rows = table.rows >= 0 ? table.rows : table.info.approximateRows;
            m_facts->tables.push_back({table.info.shape.name, table.file, rows});
        }
        return {};
    }
    Result<void> readTarget(JobContext &context)
    {
        OpenRequest request;
        request.database = m_plan.target;
        request.secrets = context.secrets();
        const auto connection = openDatabase(request);
        if (!connection) {
            m_facts->isTargetNew = connection.error().kind == ErrorKind::NotFound;
            return m_facts->isTargetNew ? Result<void>() : Result<void>(connection.error());
        }
        const std::stop_callback interrupt(context.stop(), [&] { (*connection)->interrupt(); });
        ASSIGN_OR_RETURN(m_facts->target, (*connection)->catalog());
        return {};
    }

    ImportPlan m_plan;
    std::shared_ptr<TransferFacts> m_facts;
};

} // namespace

std::unique_ptr<Job> makeTransferFactsJob(const ImportPlan &plan, std::shared_ptr<TransferFacts> facts)
{
    return std::make_unique<TransferFactsJob>(plan, std::move(facts));
}

} // namespace galley
