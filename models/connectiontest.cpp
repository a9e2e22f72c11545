// SPDX-License-Identifier: MIT
#include "models/connectiontest.h"

#include "workers/engines/webservers/webservers.h"
#include "workers/jobs/metadataserverjob.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace galley {

namespace {

class ConnectionTestJob final : public Job
{
public:
    ConnectionTestJob(DatabaseRef database, std::shared_ptr<ConnectionFacts> facts)
        : m_database(std::move(database))
        , m_facts(std::move(facts))
    {
    }
    QString title() const override
    {
        return QCoreApplication::translate("galley::ConnectionTestJob", "Test %1")
            .arg(m_database.displayName());
    }
    Result<JobReport> run(JobContext &context) override
    {
        QElapsedTimer timer;
        timer.start();
        if (m_database.engine == webserver::kOpenMetadata) {
            ASSIGN_OR_RETURN(const std::vector<MetadataEntity> services,
                             listMetadataServer(m_database.location, m_database.connection, context));
            *m_facts = {{}, static_cast<qsizetype>(services.size()), timer.elapsed()};
            return JobReport{};
        }
        OpenRequest request;
        request.database = m_database;
        request.secrets = context.secrets();
        ASSIGN_OR_RETURN(const auto connection, openDatabase(request));
        const std::stop_callback interrupt(context.stop(), [&] { connection->interrupt(); });
        ASSIGN_OR_RETURN(const Catalog catalog, connection->catalog());
        *m_facts = {catalog.engineVersion, static_cast<qsizetype>(catalog.tables.size()), timer.elapsed()};
        return JobReport{};
    }

private:
    DatabaseRef m_database;
    std::shared_ptr<ConnectionFacts> m_facts;
};

} // namespace

std::unique_ptr<Job> makeConnectionTestJob(const DatabaseRef &database,
                                           std::shared_ptr<ConnectionFacts> facts)
{
    return std::make_unique<ConnectionTestJob>(database, std::move(facts));
}

} // namespace galley
