// SPDX-License-Identifier: MIT
#include "models/targettriggers.h"

#include <QCoreApplication>

#include <algorithm>

namespace galley {

namespace {

bool isSameTable(const TableName &a, const TableName &b)
{
    const bool isSameSchema = a.schema.isEmpty() || b.schema.isEmpty() || a.schema == b.schema;
    return isSameSchema && a.name.compare(b.name, Qt::CaseInsensitive) == 0;
}

class TargetTriggersJob final : public Job
{
public:
    TargetTriggersJob(DatabaseRef target, std::vector<TableName> tables, std::shared_ptr<QStringList> names)
        : m_target(std::move(target))
        , m_tables(std::move(tables))
        , m_names(std::move(names))
    {
    }
    QString title() const override
    {
        return QCoreApplication::translate("galley::TargetTriggersJob", "Look for triggers in %1")
            .arg(m_target.displayName());
    }
    Result<JobReport> run(JobContext &context) override
    {
        OpenRequest request;
        request.database = m_target;
        request.secrets = context.secrets();
        ASSIGN_OR_RETURN(const auto connection, openDatabase(request));
        const std::stop_callback interrupt(context.stop(), [&] { connection->interrupt(); });
        ASSIGN_OR_RETURN(const Catalog catalog, connection->catalog());
        for (const TriggerInfo &trigger : catalog.triggers) {
            if (std::any_of(m_tables.begin(), m_tables.end(),
                            [&](const TableName &table) { return isSameTable(trigger.table, table); }))
                *m_names += trigger.name;
        }
        return JobReport{};
    }

private:
    DatabaseRef m_target;
    std::vector<TableName> m_tables;
    std::shared_ptr<QStringList> m_names;
};

} // namespace

std::unique_ptr<Job> makeTargetTriggersJob(const DatabaseRef &target, std::vector<TableName> tables,
                                           std::shared_ptr<QStringList> names)
{
    return std::make_unique<TargetTriggersJob>(target, std::move(tables), std::move(names));
}

} // namespace galley
