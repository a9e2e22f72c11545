// SPDX-License-Identifier: MIT
#include "workers/bundles/kuzu/kuzureader.h"

#include "workers/bundles/kuzu/kuzulisting.h"

#include <QFileInfo>

#include <array>

namespace galley {

namespace {

constexpr qsizetype kLargestScript = 16 * 1024 * 1024;
constexpr size_t kBlockSize = 256 * 1024;

bool isDataFile(const QString &name)
{
    return name.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)
        || name.endsWith(QLatin1String(".parquet"), Qt::CaseInsensitive);
}

class KuzuReader final : public BundleReader
{
public:
    explicit KuzuReader(KuzuExport from)
        : m_export(std::move(from))
    {
    }
    Result<void> begin()
    {
        ASSIGN_OR_RETURN(m_files, listKuzuTables(m_export, m_listing));
        return {};
    }
    const BundleListing &listing() const override { return m_listing; }

    Result<std::unique_ptr<RowReader>> openTable(size_t index, RejectSink *rejects) override
    {
        const BundleTable &table = m_listing.tables.at(index);
        if (table.member.isEmpty())
            return openNoRows(table.table.shape);
        ASSIGN_OR_RETURN(auto source, m_export.archive->open(table.member));
        return table.formatId == QLatin1String("parquet")
            ? openKuzuParquet(std::move(source), m_files[index], rejects)
            : openKuzuCsv(std::move(source), m_files[index], rejects);
    }

    Result<void> verify(VerifyDepth depth, const ByteProgress &progress, std::stop_token stop) override
    {
        qint64 total = 0;
        for (const ArchiveMember &member : m_export.archive->members())
            total += member.size;
        qint64 done = 0;
        std::vector<char> block(kBlockSize);
        for (const ArchiveMember &member : m_export.archive->members()) {
            ASSIGN_OR_RETURN(auto source, m_export.archive->open(member.name));
            for (size_t got = 1; got > 0;) {
                if (stop.stop_requested())
                    return cancelled();
                ASSIGN_OR_RETURN(got, source->read(block));
                done += static_cast<qint64>(got);
                if (progress)
                    progress(done, total);
            }
        }
        for (size_t i = 0; depth == VerifyDepth::Rows && i < m_listing.tables.size(); ++i)
            RETURN_IF_ERROR(readRows(i, stop));
        return {};
    }

private:
    static Error cancelled() { return {ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}}; }
    Result<void> readRows(size_t index, const std::stop_token &stop)
    {
        ASSIGN_OR_RETURN(const auto rows, openTable(index, nullptr));
        RowBatch batch;
        for (;;) {
            if (stop.stop_requested())
                return cancelled();
            ASSIGN_OR_RETURN(const bool hasRows, rows->read(batch));
            if (!hasRows)
                return {};
        }
    }

    KuzuExport m_export;
    BundleListing m_listing;
    std::vector<KuzuFile> m_files; ///< one for each table of the listing
};

Result<QByteArray> readScript(const KuzuExport &from, const QString &name)
{
    if (!from.archive->has(from.folder + name))
        return QByteArray();
    ASSIGN_OR_RETURN(auto source, from.archive->open(from.folder + name));
    return readAll(*source, kLargestScript);
}

/// Where the scripts are in a zip that was made of a whole folder.
QString folderOfScripts(const ArchiveReader &archive)
{
    for (const ArchiveMember &member : archive.members()) {
        for (const QString &name : {kuzufile::kSchema, kuzufile::kCopy}) {
            if (member.name == name)
                return {};
            if (member.name.count(QLatin1Char('/')) == 1 && member.name.endsWith(QLatin1Char('/') + name))
                return member.name.left(member.name.indexOf(QLatin1Char('/')) + 1);
        }
    }
    return {};
}

} // namespace

Result<KuzuExport> openKuzuExport(const QString &path, const std::stop_token &stop)
{
    KuzuExport from;
    const QFileInfo info(path);
    ASSIGN_OR_RETURN(
        from.archive,
        openArchive(info.isFile() && info.suffix() == QLatin1String("cypher") ? info.path() : path, stop));
    from.folder = folderOfScripts(*from.archive);
    const auto place = [&](const QString &name) {
        return Place{from.archive->path(), from.folder + name, 0, 0};
    };
    const auto missing = [&](const QString &name) {
        return Error{ErrorKind::Schema,
                     QStringLiteral("\"%1\" is missing").arg(name),
                     QStringLiteral("Get the export again: it is not complete."),
                     {from.archive->path(), {}, 0, 0}};
    };
    if (!from.archive->has(from.folder + kuzufile::kSchema))
        return missing(kuzufile::kSchema);
    ASSIGN_OR_RETURN(const QByteArray schema, readScript(from, kuzufile::kSchema));
    RETURN_IF_ERROR(readKuzuSchema(schema, place(kuzufile::kSchema), from.schema));
    ASSIGN_OR_RETURN(const QByteArray macros, readScript(from, kuzufile::kMacro));
    RETURN_IF_ERROR(readKuzuSchema(macros, place(kuzufile::kMacro), from.schema));
    ASSIGN_OR_RETURN(const QByteArray indexes, readScript(from, kuzufile::kIndex));
    ASSIGN_OR_RETURN(from.indexes, readKuzuIndexes(indexes, place(kuzufile::kIndex)));
    // An export of the schema alone has neither copy.cypher nor data.
    const auto &members = from.archive->members();
    const bool hasData = std::any_of(members.begin(), members.end(),
                                     [](const ArchiveMember &member) { return isDataFile(member.name); });
    if (!from.archive->has(from.folder + kuzufile::kCopy) && hasData)
        return missing(kuzufile::kCopy);
    ASSIGN_OR_RETURN(const QByteArray copies, readScript(from, kuzufile::kCopy));
    ASSIGN_OR_RETURN(from.copies, readKuzuCopies(copies, place(kuzufile::kCopy)));
    return from;
}

Result<std::unique_ptr<BundleReader>> openKuzuBundle(const QString &path, const std::stop_token &stop)
{
    ASSIGN_OR_RETURN(KuzuExport from, openKuzuExport(path, stop));
    auto reader = std::make_unique<KuzuReader>(std::move(from));
    RETURN_IF_ERROR(reader->begin());
    return std::unique_ptr<BundleReader>(std::move(reader));
}

} // namespace galley
