// SPDX-License-Identifier: MIT
#include "models/metadatajob.h"

#include "workers/jobs/metadataexport.h"

#include <QCoreApplication>

namespace galley {

namespace {

class MetadataCatalogueJob final : public Job
{
public:
    MetadataCatalogueJob(DatabaseRef database, std::shared_ptr<DatabaseRef> catalogue)
        : m_database(std::move(database))
        , m_catalogue(std::move(catalogue))
    {
    }
    QString title() const override
    {
        return QCoreApplication::translate("galley::MetadataCatalogueJob", "Look at the metadata of %1")
            .arg(m_database.displayName());
    }
    Result<JobReport> run(JobContext &context) override
    {
        ASSIGN_OR_RETURN(*m_catalogue, refreshMetadata(m_database, context.secrets()));
        return JobReport{};
    }

private:
    DatabaseRef m_database;
    std::shared_ptr<DatabaseRef> m_catalogue;
};

} // namespace

std::unique_ptr<Job> makeMetadataCatalogueJob(const DatabaseRef &database,
                                              std::shared_ptr<DatabaseRef> catalogue)
{
    return std::make_unique<MetadataCatalogueJob>(database, std::move(catalogue));
}

} // namespace galley
