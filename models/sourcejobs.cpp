// SPDX-License-Identifier: MIT
#include "models/sourcejobs.h"

#include "models/coretexts.h"
#include "workers/bundles/bundle.h"
#include "workers/bundles/gzip.h"
#include "workers/formats/source.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace galley {

namespace {

constexpr qsizetype kSampleRows = 200;

class CatalogJob : public Job
{
public:
    CatalogJob(DatabaseRef database, std::shared_ptr<CatalogFacts> facts)
        : m_database(std::move(database))
        , m_facts(std::move(facts))
    {
    }
    QString title() const override
    {
        return QCoreApplication::translate("galley::CatalogJob", "Look at %1").arg(m_database.displayName());
    }
    Result<JobReport> run(JobContext &context) override
    {
        OpenRequest request;
        request.database = m_database;
        request.secrets = context.secrets();
        ASSIGN_OR_RETURN(const auto connection, openDatabase(request));
        const std::stop_callback interrupt(context.stop(), [&] { connection->interrupt(); });
        ASSIGN_OR_RETURN(m_facts->catalog, connection->catalog());
        return JobReport{};
    }

private:
    DatabaseRef m_database;
    std::shared_ptr<CatalogFacts> m_facts;
};

class SourceJob : public Job
{
public:
    SourceJob(ImportSource source, std::shared_ptr<SourceFacts> facts)
        : m_source(std::move(source))
        , m_facts(std::move(facts))
    {
    }
    QString title() const override
    {
        return QCoreApplication::translate("galley::SourceJob", "Look at %1").arg(m_source.path);
    }
    Result<JobReport> run(JobContext &context) override
    {
        if (m_source.database)
            RETURN_IF_ERROR(readDatabase(*m_source.database));
        else
            RETURN_IF_ERROR(readPath());
        RETURN_IF_ERROR(context.checkCancelled());
        return JobReport{};
    }

private:
    Result<void> readPath()
    {
        if (!QFileInfo::exists(m_source.path))
            return Error{
                ErrorKind::NotFound,
                QCoreApplication::translate("galley::SourceJob", "there is no file %1").arg(m_source.path),
                QCoreApplication::translate("galley::SourceJob", "Choose a file or a folder."),
                {}};
        const Bundle *const bundle = m_source.bundle.isEmpty() && m_source.format.isEmpty()
            ? detectBundle(m_source.path)
            : findBundle(m_source.bundle);
        if (bundle)
            return readBundle(*bundle);
        if (isSqliteFile())
            return readDatabaseFile();
        return readFile();
    }

    bool isSqliteFile() const
    {
        const auto file = openFile(m_source.path);
        char head[16] = {};
        return file && file.value()->read(head).isOk()
            && std::string_view(head, 15) == std::string_view("SQLite format 3");
    }

    Result<void> readDatabaseFile()
    {
        ASSIGN_OR_RETURN(const DatabaseRef database, parseDatabaseRef(m_source.path));
        m_facts->database = database;
        return readDatabase(database);
    }

    Result<void> readDatabase(const DatabaseRef &database)
    {
        OpenRequest request;
        request.database = database;
        request.isUntrusted = true;
        ASSIGN_OR_RETURN(const auto connection, openDatabase(request));
        ASSIGN_OR_RETURN(const Catalog catalog, connection->catalog());
        const Engine *const engine = findEngine(database.engine);
        m_facts->kind = QCoreApplication::translate("galley::SourceJob", "%1 database")
                            .arg(engine ? engine->name() : database.engine);
        for (const TableInfo &table : catalog.tables) {
            if (table.kind == TableInfo::Kind::Table)
                m_facts->tables.push_back({table.shape, table.approximateRows});
        }
        if (m_facts->tables.empty())
            return {};
        ReadRequest read;
        read.table = m_facts->tables.front().shape.name;
        read.limit = kSampleRows;
        ASSIGN_OR_RETURN(const auto reader, connection->read(read));
        return takeSample(*reader);
    }

    Result<void> readBundle(const Bundle &bundle)
    {
        ASSIGN_OR_RETURN(const auto reader, bundle.open(m_source.path, m_source.options));
        const BundleListing &listing = reader->listing();
        m_facts->bundleId = bundle.id();
        m_facts->kind = bundle.name();
        m_facts->warnings = listing.warnings;
        const auto fact = [&](const char *label, const QString &value) {
            if (!value.isEmpty())
                m_facts->facts.push_back({QString(), QCoreApplication::translate("galley::SourceJob", label),
                                          value, 1, QString()});
        };
        fact("Made by", listing.generator);
        fact("From", listing.sourceName);
        fact("Checksums",
             listing.isSealed ? QCoreApplication::translate("galley::SourceJob", "sealed")
                              : QCoreApplication::translate("galley::SourceJob", "none"));
        for (const BundleTable &table : listing.tables)
            m_facts->tables.push_back({table.table.shape, table.rows});
        if (listing.tables.empty())
            return {};
        ASSIGN_OR_RETURN(const auto rows, reader->openTable(0, nullptr));
        return takeSample(*rows);
    }

    Result<void> readFile()
    {
        const OpenBytes open = [path = m_source.path] { return openMaybeGzip(path); };
        ASSIGN_OR_RETURN(const Format *const format, chooseFormat(open, m_source.path, m_source.format));
        m_facts->formatId = format->id();
        m_facts->kind = coreText(format->name());
        if (!m_source.options.all().isEmpty()) {
            if (const Result<SurveyFacts> unset = surveyHead(open, *format, {}))
                m_facts->unset = unset->detection.facts;
        }
        ASSIGN_OR_RETURN(m_facts->survey, surveyHead(open, *format, m_source.options));
        const Detection &detection = m_facts->survey.detection;
        m_facts->warnings = detection.warnings;
        ASSIGN_OR_RETURN(auto bytes, open());
        FormatReadRequest request;
        request.options = detection.options;
        for (auto it = m_source.options.all().begin(); it != m_source.options.all().end(); ++it)
            request.options.set(it.key(), it.value());
        request.table.name = tableNameOf(QFileInfo(m_source.path).fileName());
        request.rejects = &m_ignored;
        ASSIGN_OR_RETURN(const auto reader, format->openReader(std::move(bytes), request));
        m_facts->tables.push_back({reader->shape(), -1});
        return takeSample(*reader);
    }

    Result<void> takeSample(RowReader &reader)
    {
        RETURN_IF_ERROR(reader.read(m_facts->sample));
        while (m_facts->sample.rowCount() > kSampleRows)
            m_facts->sample.removeLastRow();
        return {};
    }

    class Ignored : public RejectSink
    {
    public:
        void reject(Reject) override { }
    };

    ImportSource m_source;
    std::shared_ptr<SourceFacts> m_facts;
    Ignored m_ignored;
};

class HistoryJob : public Job
{
public:
    explicit HistoryJob(std::shared_ptr<std::vector<HistoryEntry>> entries)
        : m_entries(std::move(entries))
    {
    }
    QString title() const override
    {
        return QCoreApplication::translate("galley::HistoryJob", "Read the history");
    }
    Result<JobReport> run(JobContext &) override
    {
        *m_entries = readHistory();
        return JobReport{};
    }

private:
    std::shared_ptr<std::vector<HistoryEntry>> m_entries;
};

class ForgetJob : public Job
{
public:
    explicit ForgetJob(HistoryEntry entry)
        : m_entry(std::move(entry))
    {
    }
    QString title() const override
    {
        return QCoreApplication::translate("galley::ForgetJob", "Forget %1").arg(m_entry.id);
    }
    Result<JobReport> run(JobContext &) override
    {
        removeFromHistory(m_entry);
        return JobReport{};
    }

private:
    HistoryEntry m_entry;
};

} // namespace

std::unique_ptr<Job> makeCatalogJob(const DatabaseRef &database, std::shared_ptr<CatalogFacts> facts)
{
    return std::make_unique<CatalogJob>(database, std::move(facts));
}

std::unique_ptr<Job> makeSourceJob(const ImportSource &source, std::shared_ptr<SourceFacts> facts)
{
    return std::make_unique<SourceJob>(source, std::move(facts));
}

std::unique_ptr<Job> makeHistoryJob(std::shared_ptr<std::vector<HistoryEntry>> entries)
{
    return std::make_unique<HistoryJob>(std::move(entries));
}

std::unique_ptr<Job> makeForgetJob(const HistoryEntry &entry)
{
    return std::make_unique<ForgetJob>(entry);
}

} // namespace galley
