// SPDX-License-Identifier: MIT
#include "workers/bundles/openmetadata/openmetadatabundle.h"

#include "workers/bundles/openmetadata/metadatacomments.h"
#include "workers/engines/comments/commentsengine.h"

namespace galley {

namespace {

class OpenMetadataReader final : public BundleReader
{
public:
    OpenMetadataReader(std::shared_ptr<const MetadataFiles> files, MetadataReading reading)
        : m_files(std::move(files))
        , m_reading(std::move(reading))
    {
    }
    Result<void> begin()
    {
        if (m_reading.asComments) {
            ASSIGN_OR_RETURN(m_listing.warnings, surveyMetadataComments(m_files, m_reading));
        } else {
            ASSIGN_OR_RETURN(MetadataSurvey survey, surveyMetadata(m_files, m_reading));
            m_listing.warnings = std::move(survey.warnings);
        }
        m_listing.bundleId = QStringLiteral("openmetadata");
        m_listing.generator = QStringLiteral("OpenMetadata CSV");
        m_listing.sourceName = m_files->path();
        BundleTable table;
        table.table.shape = metadataShape(m_files->fields());
        if (m_reading.asComments) {
            table.table.shape = comments::shape();
            table.table.shape.origin = CellOrigin::Lexical;
            table.table.shape.engine.clear();
        }
        table.table.hasPrimaryKey = true;
        table.formatId = QStringLiteral("csv"); // of rejected rows
        if (m_files->isArchive() && m_files->files().size() == 1)
            table.member = m_files->files().front().member;
        m_listing.tables.push_back(std::move(table));
        return {};
    }

    const BundleListing &listing() const override { return m_listing; }
    Result<std::unique_ptr<RowReader>> openTable(size_t, RejectSink *rejects) override
    {
        return m_reading.asComments ? openMetadataComments(m_files, m_reading, rejects)
                                    : openMetadataRows(m_files, m_reading, rejects);
    }
    Result<void> verify(VerifyDepth, const ByteProgress &progress, std::stop_token stop) override
    {
        ASSIGN_OR_RETURN(const auto rows, openMetadataRows(m_files, m_reading, nullptr));
        RowBatch batch;
        for (;;) {
            if (stop.stop_requested())
                return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
            ASSIGN_OR_RETURN(const bool hasRows, rows->read(batch));
            if (!hasRows)
                return {};
            if (progress)
                progress(rows->bytesRead(), rows->bytesTotal());
        }
    }

private:
    std::shared_ptr<const MetadataFiles> m_files;
    MetadataReading m_reading;
    BundleListing m_listing;
};

class OpenMetadataBundle final : public Bundle
{
public:
    QString id() const override { return QStringLiteral("openmetadata"); }
    QString name() const override { return QStringLiteral("OpenMetadata"); }
    QString description() const override
    {
        return QStringLiteral(
            "Names, descriptions, owners, tags and types of schemas, tables and columns, no "
            "rows: the CSV that OpenMetadata exports and imports.");
    }
    std::vector<OptionSpec> options() const override
    {
        using Type = OptionSpec::Type;
        std::vector<OptionSpec> specs = {
            {QStringLiteral("parent"),
             QStringLiteral("Belongs to"),
             Type::Text,
             QString(),
             QStringLiteral(
                 "Fully qualified name of what the rows of a plain file belong to (default: as the "
                 "file's name says, SERVICE.DATABASE.schemas.csv)."),
             {}},
            {QStringLiteral("database"),
             QStringLiteral("Service and database"),
             Type::Text,
             QString(),
             QStringLiteral(
                 "SERVICE.DATABASE to stand in all fully qualified names in place of those that are "
                 "there."),
             {}},
            {QStringLiteral("owners"),
             QStringLiteral("List of owners"),
             Type::Text,
             QString(),
             QStringLiteral("A text file with one user:NAME or team:NAME in each line: other owners are "
                            "refused."),
             {}},
            {QStringLiteral("names"),
             QStringLiteral("Names that differ in case"),
             Type::Choice,
             QStringLiteral("alike"),
             QStringLiteral("alike: two names that differ in case only are refused; distinct: they are two "
                            "names."),
             {QStringLiteral("alike"), QStringLiteral("distinct")}},
            {QStringLiteral("comments"),
             QStringLiteral("As comments"),
             Type::Boolean,
             false,
             QStringLiteral("Only the descriptions of tables and columns, as a table of comments: what "
                            "an import into comments:DB takes."),
             {}},
            {QStringLiteral("headers"),
             QStringLiteral("Columns of version"),
             Type::Choice,
             QStringLiteral("1.10"),
             QStringLiteral(
                 "The OpenMetadata version whose columns are written; a server takes its own only."),
             {QStringLiteral("1.10"), QStringLiteral("1.7"), QStringLiteral("1.3"), QStringLiteral("1.2")}},
            {QStringLiteral("recursive"),
             QStringLiteral("All levels"),
             Type::Boolean,
             false,
             QStringLiteral("Of a server: everything below, not only what is next to it."),
             {}},
            {QStringLiteral("async"),
             QStringLiteral("As a job on the server"),
             Type::Boolean,
             false,
             QStringLiteral("The server works in the background and tells when it is done."),
             {}},
        };
        for (OptionSpec &spec : specs) {
            const bool isBoth = spec.id == QLatin1String("database") || spec.id == QLatin1String("recursive")
                || spec.id == QLatin1String("async");
            spec.forReading = isBoth || spec.id != QLatin1String("headers");
            spec.forWriting = isBoth || spec.id == QLatin1String("headers");
        }
        return specs;
    }

    BundleForms forms() const override { return {true, true, {QStringLiteral("csv")}}; }
    QStringList formats() const override { return {}; }
    bool recognises(const QString &path) const override { return isMetadata(path); }
    Result<std::unique_ptr<BundleReader>> open(const QString &path,
                                               const OptionValues &options) const override
    {
        ASSIGN_OR_RETURN(const MetadataReading reading, MetadataReading::of(options));
        ASSIGN_OR_RETURN(auto files, MetadataFiles::open(path, reading));
        auto reader = std::make_unique<OpenMetadataReader>(std::move(files), reading);
        RETURN_IF_ERROR(reader->begin());
        return std::unique_ptr<BundleReader>(std::move(reader));
    }
    Result<std::unique_ptr<BundleWriter>> create(const QString &path, const BundleListing &,
                                                 const OptionValues &, bool) const override
    {
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("OpenMetadata's CSV holds no rows of tables"),
                     QStringLiteral("Export a whole database: what is known about it is written."),
                     {path, {}, 0, 0}};
    }
};

} // namespace

std::unique_ptr<Bundle> makeOpenmetadataBundle()
{
    return std::make_unique<OpenMetadataBundle>();
}

} // namespace galley
