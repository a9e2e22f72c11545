// SPDX-License-Identifier: MIT
#include "workers/jobs/metadataexport.h"

#include "workers/base/pendingfile.h"
#include "workers/base/sha256.h"
#include "workers/base/statefolder.h"
#include "workers/bundles/archive.h"
#include "workers/bundles/bundle.h"
#include "workers/bundles/openmetadata/metadatacatalogue.h"
#include "workers/bundles/openmetadata/metadatafile.h"
#include "workers/bundles/openmetadata/metadatawriter.h"
#include "workers/jobs/exportselection.h"
#include "workers/jobs/exporttarget.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <map>

namespace galley {

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

Result<std::unique_ptr<MetadataCatalogue>> openRefreshed(const DatabaseRef &database, const Catalog &catalog)
{
    const QString folder = stateFolder() + QStringLiteral("/metadata");
    QDir().mkpath(folder);
    ASSIGN_OR_RETURN(auto catalogue, MetadataCatalogue::open(metadataCataloguePath(folder, database)));
    RETURN_IF_ERROR(catalogue->refresh(metadataDatabaseName(database), catalog));
    return catalogue;
}

Result<std::unique_ptr<Connection>> openForReading(const DatabaseRef &database, SecretSource *secrets)
{
    OpenRequest request;
    request.database = database;
    request.secrets = secrets;
    return openDatabase(request);
}

class MetadataExport final : public Job
{
public:
    explicit MetadataExport(ExportPlan plan)
        : m_plan(std::move(plan))
    {
    }
    QString title() const override
    {
        return QStringLiteral("Export the metadata of %1 to %2")
            .arg(m_plan.source.displayName(), QFileInfo(m_plan.destination).fileName());
    }
    Result<JobReport> run(JobContext &context) override;

private:
    Result<void> checkPlan() const;
    Result<void> openSource(SecretSource *secrets);
    Result<void> writeFile(JobContext &context);
    Result<void> writeArchive(JobContext &context);
    Result<void> verifyArchive(const QString &path, JobContext &context) const;
    Result<void> writeRows(const QByteArray &parent, const QString &level, ByteSink &sink,
                           JobContext &context);
    bool isWanted(std::span<const Cell> row) const;
    void rename(std::span<Cell> row, Arena &arena) const;
    QByteArray renamed(const QByteArray &fullName) const;
    void noteLost(std::span<const Cell> row, const MetadataEncoder &encoder);
    Result<void> warn();
    QString version() const { return m_plan.options.text(QStringLiteral("headers"), QStringLiteral("1.10")); }

    ExportPlan m_plan;
    std::unique_ptr<MetadataCatalogue> m_catalogue;
    QByteArray m_database;
    QSet<QByteArray> m_wanted; ///< tables and their schemas; empty: all
    std::map<MetadataField, qint64> m_lost;
    std::map<QString, SinkDigest> m_digests;
    JobProgress m_progress;
    JobReport m_report;
};

Result<void> MetadataExport::checkPlan() const
{
    if (!m_plan.where.isEmpty() || !m_plan.queries.empty())
        return Error{ErrorKind::Usage,
                     QStringLiteral("metadata has no rows to choose by a condition"),
                     QStringLiteral("Leave out --where and --query."),
                     {}};
    const Bundle *bundle = findBundle(m_plan.bundle);
    RETURN_IF_ERROR(checkDestination(*bundle, m_plan.destination));
    const QByteArray database = m_plan.options.text(QStringLiteral("database")).toUtf8();
    if (!database.isEmpty() && nameParts(viewOf(database)).size() != 2)
        return Error{ErrorKind::Usage,
                     QStringLiteral("\"%1\" is no name of a database").arg(QString::fromUtf8(database)),
                     QStringLiteral("Write --option database=SERVICE.DATABASE."),
                     {}};
    const bool isOne = m_plan.destination.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    if (isOne && (version() == QLatin1String("1.2") || version() == QLatin1String("1.3")))
        return Error{ErrorKind::Usage,
                     QStringLiteral("OpenMetadata %1 knows no file with all levels in it").arg(version()),
                     QStringLiteral("Export to a folder or a .zip, or choose --option headers=1.7 or later."),
                     {}};
    return {};
}

Result<void> MetadataExport::openSource(SecretSource *secrets)
{
    ASSIGN_OR_RETURN(const auto connection, openForReading(m_plan.source, secrets));
    ASSIGN_OR_RETURN(const Catalog catalog, connection->catalog());
    m_report.warnings = catalog.warnings;
    m_database = metadataDatabaseName(m_plan.source);
    const bool isNarrowed =
        !m_plan.tables.isEmpty() || !m_plan.excluded.isEmpty() || !m_plan.schemas.isEmpty();
    if (isNarrowed) {
        ASSIGN_OR_RETURN(const Selection selection, selectTables(catalog, m_plan, *connection));
        m_wanted.insert(m_database);
        for (const SelectedTable &table : selection.tables) {
            const TableName &name = table.info.shape.name;
            const QByteArray schema =
                metadataNameOf(m_database, name.schema.isEmpty() ? QStringLiteral("default") : name.schema);
            m_wanted.insert(schema);
            m_wanted.insert(metadataNameOf(schema, name.name));
        }
    }
    ASSIGN_OR_RETURN(m_catalogue, openRefreshed(m_plan.source, catalog));
    return {};
}

/// Columns go along with their tables.
bool MetadataExport::isWanted(std::span<const Cell> row) const
{
    if (m_wanted.isEmpty())
        return true;
    const std::string_view full = row[FullyQualifiedName].view();
    const bool isColumn = row[EntityType].view() == "column";
    const std::vector<std::string_view> parts = nameParts(full);
    const size_t size = isColumn && parts.size() > 4
        ? static_cast<size_t>(parts[3].data() + parts[3].size() - full.data())
        : full.size();
    return m_wanted.contains(QByteArray(full.data(), static_cast<qsizetype>(size)));
}

QByteArray MetadataExport::renamed(const QByteArray &fullName) const
{
    const QByteArray database = m_plan.options.text(QStringLiteral("database")).toUtf8();
    if (database.isEmpty())
        return fullName;
    if (fullName == m_database || fullName.startsWith(m_database + '.'))
        return database + fullName.mid(m_database.size());
    const std::vector<std::string_view> parts = nameParts(viewOf(database));
    return {parts.front().data(), static_cast<qsizetype>(parts.front().size())}; // the service
}

void MetadataExport::rename(std::span<Cell> row, Arena &arena) const
{
    if (!m_plan.options.has(QStringLiteral("database")))
        return;
    const std::string_view full = row[FullyQualifiedName].view();
    const QByteArray name = renamed({full.data(), static_cast<qsizetype>(full.size())});
    row[FullyQualifiedName] = Cell::text(arena.store(viewOf(name)));
    if (row[EntityType].view() == "database")
        row[Name] = Cell::text(arena.store(nameParts(row[FullyQualifiedName].view()).back()));
}

void MetadataExport::noteLost(std::span<const Cell> row, const MetadataEncoder &encoder)
{
    for (quint8 i = Name; i < MetadataFieldCount; ++i) {
        const auto field = static_cast<MetadataField>(i);
        const auto &fields = encoder.fields();
        if (!row[i].isNull() && std::find(fields.begin(), fields.end(), field) == fields.end())
            ++m_lost[field];
    }
}

/// `level`: of the rows; "" for all levels in one.
Result<void> MetadataExport::writeRows(const QByteArray &parent, const QString &level, ByteSink &sink,
                                       JobContext &context)
{
    const MetadataEncoder encoder(metadataHeaderNames(version(), level));
    ByteBuffer bytes;
    encoder.begin(bytes);
    ASSIGN_OR_RETURN(const auto rows, m_catalogue->rows(parent));
    RowBatch batch;
    TableReport &report = m_report.tables.front();
    for (;;) {
        RETURN_IF_ERROR(context.checkCancelled());
        ASSIGN_OR_RETURN(const bool hasRows, rows->read(batch));
        for (qsizetype i = 0; hasRows && i < batch.rowCount(); ++i) {
            const std::span<Cell> row = batch.row(i);
            if (!isWanted(row))
                continue;
            rename(row, batch.arena());
            noteLost(row, encoder);
            encoder.encode(row, bytes);
            ++report.counts.rows;
        }
        RETURN_IF_ERROR(sink.write(bytes.view()));
        report.bytes += static_cast<qint64>(bytes.size());
        bytes.clear();
        m_progress.rows = report.counts.rows;
        context.report(m_progress);
        if (!hasRows)
            return sink.finish();
    }
}

Result<void> MetadataExport::writeFile(JobContext &context)
{
    ASSIGN_OR_RETURN(const auto target, makeFileTarget(m_plan, context));
    ASSIGN_OR_RETURN(const auto sink, target->openTable(0));
    RETURN_IF_ERROR(writeRows({}, {}, *sink, context));
    RETURN_IF_ERROR(target->finish(context));
    m_report.files = target->files();
    return {};
}

Result<void> MetadataExport::writeArchive(JobContext &context)
{
    ASSIGN_OR_RETURN(const auto archive, createArchive(m_plan.destination, {m_plan.overwrite, {}}));
    static const std::pair<const char *, const char *> kLevels[] = {
        {"", "database"}, {"database", "databaseSchema"}, {"databaseSchema", "table"}, {"table", "column"}};
    for (const auto &[above, level] : kLevels) {
        ASSIGN_OR_RETURN(const std::vector<QByteArray> parents,
                         m_catalogue->parents(QString::fromLatin1(above)));
        for (const QByteArray &parent : parents) {
            if (!m_wanted.isEmpty() && above[0] != '\0' && !m_wanted.contains(parent))
                continue;
            const QString name = metadataMemberName(renamed(parent), QString::fromLatin1(level));
            RETURN_IF_ERROR(checkMemberName(name));
            ASSIGN_OR_RETURN(auto sink, archive->openMember(name));
            sink = makeHashingSink(std::move(sink), &m_digests[name]);
            RETURN_IF_ERROR(writeRows(parent, QString::fromLatin1(level), *sink, context));
        }
    }
    RETURN_IF_ERROR(context.checkCancelled());
    RETURN_IF_ERROR(archive->flush());
    if (m_plan.verify) {
        const Result<void> verified = verifyArchive(archive->pendingPath(), context);
        if (!verified)
            return notPlaced(verified.error(), m_plan.destination);
    }
    RETURN_IF_ERROR(archive->place());
    const bool isZip = m_plan.destination.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive);
    m_report.files = QStringList{m_plan.destination};
    if (!isZip) {
        m_report.files.clear();
        for (const auto &[name, digest] : m_digests)
            m_report.files.append(QDir(m_plan.destination).filePath(name));
    }
    return {};
}

Result<void> MetadataExport::verifyArchive(const QString &path, JobContext &context) const
{
    JobProgress progress;
    progress.phase = QStringLiteral("Verifying");
    context.report(progress);
    ASSIGN_OR_RETURN(const auto archive, openArchive(path));
    std::vector<char> buffer(64 * 1024);
    for (const auto &[name, digest] : m_digests) {
        RETURN_IF_ERROR(context.checkCancelled());
        ASSIGN_OR_RETURN(auto member, archive->open(name));
        HashingSource hashing(std::move(member));
        for (size_t got = 1; got > 0;) {
            ASSIGN_OR_RETURN(got, hashing.read(buffer));
        }
        if (hashing.result() != digest.sha256)
            return Error{ErrorKind::Checksum,
                         QStringLiteral("the file reads back differently from what was written"),
                         QStringLiteral("The disk or its connection is at fault: try another one."),
                         {path, name, 0, 0}};
    }
    return context.checkCancelled();
}

Result<void> MetadataExport::warn()
{
    for (const auto &[field, count] : m_lost)
        m_report.warnings.push_back(
            {ErrorKind::Unsupported,
             QStringLiteral(
                 "%1 values of %2 have no column in the files of this kind and version and are left "
                 "out")
                 .arg(count)
                 .arg(metadataColumns()[field]),
             QStringLiteral("One .csv with --option headers=1.10 has them all."),
             {}});
    ASSIGN_OR_RETURN(const qint64 forgotten, m_catalogue->forgotten());
    if (forgotten > 0)
        m_report.warnings.push_back(
            {ErrorKind::Reference,
             QStringLiteral(
                 "%1 entries of the metadata catalogue name nothing that the database has; they stay "
                 "in the catalogue and are left out")
                 .arg(forgotten),
             {},
             {}});
    ASSIGN_OR_RETURN(const qint64 uncommented, m_catalogue->uncommented());
    if (uncommented > 0)
        m_report.warnings.push_back(
            {ErrorKind::Conflict,
             QStringLiteral("%1 descriptions differ from the comments in the database; the descriptions are "
                            "exported")
                 .arg(uncommented),
             {},
             {}});
    return {};
}

Result<JobReport> MetadataExport::run(JobContext &context)
{
    QElapsedTimer timer;
    timer.start();
    m_report = {};
    m_report.verb = QStringLiteral("export");
    m_report.tables.push_back({{{}, QStringLiteral("metadata")}, {}, {}, 0});
    m_progress.phase = QStringLiteral("Exporting");
    m_progress.table = QStringLiteral("metadata");
    m_progress.tableCount = 1;
    RETURN_IF_ERROR(checkPlan());
    RETURN_IF_ERROR(openSource(context.secrets()));
    const bool isOne = m_plan.destination.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    RETURN_IF_ERROR(isOne ? writeFile(context) : writeArchive(context));
    RETURN_IF_ERROR(warn());
    m_report.totals = m_report.tables.front().counts;
    m_report.durationMs = timer.elapsed();
    return m_report;
}

} // namespace

Result<DatabaseRef> refreshMetadata(const DatabaseRef &database, SecretSource *secrets)
{
    ASSIGN_OR_RETURN(const auto connection, openForReading(database, secrets));
    ASSIGN_OR_RETURN(const Catalog catalog, connection->catalog());
    ASSIGN_OR_RETURN(const auto catalogue, openRefreshed(database, catalog));
    const QString folder = stateFolder() + QStringLiteral("/metadata");
    return DatabaseRef{QStringLiteral("sqlite"), metadataCataloguePath(folder, database), {}};
}

std::unique_ptr<Job> makeMetadataExportJob(const ExportPlan &plan)
{
    return std::make_unique<MetadataExport>(plan);
}

} // namespace galley
