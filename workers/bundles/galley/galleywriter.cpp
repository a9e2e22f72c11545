// SPDX-License-Identifier: MIT
#include "workers/bundles/galley/galleywriter.h"

#include "workers/base/placing.h"
#include "workers/base/sha256.h"
#include "workers/bundles/archive.h"
#include "workers/bundles/galley/galleybundle.h"
#include "workers/bundles/galley/galleylisting.h"
#include "workers/bundles/galley/galleyreader.h"
#include "workers/bundles/galley/galleysql.h"
#include "workers/bundles/galley/galleysums.h"
#include "workers/formats/format.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace galley {

namespace {

constexpr qsizetype kLongestStem = 80;
constexpr qint64 kLargestSums = 64 * 1024 * 1024;

class GalleyWriter final : public BundleWriter
{
public:
    GalleyWriter(std::unique_ptr<ArchiveWriter> archive, BundleListing listing)
        : m_archive(std::move(archive))
        , m_listing(std::move(listing))
        , m_digests(m_listing.tables.size())
    {
    }

    Result<std::unique_ptr<ByteSink>> openTable(size_t index) override
    {
        const BundleTable &table = m_listing.tables.at(index);
        if (table.member.isEmpty())
            return Error{ErrorKind::Usage, QStringLiteral("the table has no data in this export"), {}, {}};
        ASSIGN_OR_RETURN(auto sink, m_archive->openMember(table.member));
        return makeHashingSink(std::move(sink), &m_digests[index]);
    }
    void setRows(size_t index, qint64 rows) override { m_listing.tables.at(index).rows = rows; }

    Result<void> finish() override
    {
        BundleSums sums;
        for (size_t i = 0; i < m_digests.size(); ++i) {
            BundleTable &table = m_listing.tables[i];
            if (table.member.isEmpty())
                continue;
            if (m_digests[i].sha256.isEmpty())
                return Error{ErrorKind::Io,
                             QStringLiteral("the data of table \"%1\" were not written")
                                 .arg(table.table.shape.name.toString()),
                             {},
                             {}};
            table.bytes = m_digests[i].bytes;
            table.sha256 = m_digests[i].sha256;
            sums.insert(table.member, table.sha256);
        }
        RETURN_IF_ERROR(add(bundlefile::kSchema, bundleSchemaSql(m_listing), sums));
        RETURN_IF_ERROR(add(bundlefile::kViews, bundleViewsSql(m_listing), sums));
        RETURN_IF_ERROR(add(bundlefile::kTriggers, bundleTriggersSql(m_listing), sums));
        RETURN_IF_ERROR(add(bundlefile::kLoad, bundleLoadSql(m_listing), sums));
        // The listing comes last: where it is, all is.
        const QByteArray listing = writeBundleListing(m_listing);
        sums.insert(bundlefile::kListing,
                    Sha256::of({listing.constData(), static_cast<size_t>(listing.size())}));
        BundleSums ignored;
        RETURN_IF_ERROR(add(bundlefile::kSums, writeBundleSums(sums), ignored));
        RETURN_IF_ERROR(add(bundlefile::kListing, listing, ignored));
        RETURN_IF_ERROR(m_archive->flush());
        for (const ArchiveMember &member : m_archive->members())
            m_written.emplace_back(member.name, member.size);
        return {};
    }
    std::vector<std::pair<QString, qint64>> members() const override { return m_written; }
    Result<void> verify(const ByteProgress &progress, std::stop_token stop) override
    {
        QMap<QString, QByteArray> written;
        for (size_t i = 0; i < m_digests.size(); ++i)
            written.insert(m_listing.tables[i].member, m_digests[i].quick);
        return readBackGalleyBundle(m_archive->pendingPath(), written, progress, std::move(stop));
    }
    Result<void> place() override { return m_archive->place(); }

private:
    Result<void> add(const QString &name, const QByteArray &bytes, BundleSums &sums)
    {
        if (bytes.isEmpty())
            return {};
        const std::string_view view(bytes.constData(), static_cast<size_t>(bytes.size()));
        ASSIGN_OR_RETURN(auto sink, m_archive->openMember(name));
        RETURN_IF_ERROR(sink->write(view));
        RETURN_IF_ERROR(sink->finish());
        sums.insert(name, Sha256::of(view));
        return {};
    }

    std::unique_ptr<ArchiveWriter> m_archive;
    BundleListing m_listing;
    std::vector<SinkDigest> m_digests;
    std::vector<std::pair<QString, qint64>> m_written;
};

bool isDevice(const QString &stem)
{
    return !checkMemberName(stem); // nothing else is left that could be wrong with a stem
}

QString stemOf(const TableName &name)
{
    const bool hasSchema = !name.schema.isEmpty() && name.schema != QStringLiteral("main");
    QString stem;
    for (const QChar c : (hasSchema ? name.toString() : name.name).toLower()) {
        const char16_t unit = c.unicode();
        const bool isPlain = (unit >= u'a' && unit <= u'z') || (unit >= u'0' && unit <= u'9') || unit == u'-'
            || unit == u'_' || (unit == u'.' && hasSchema && !stem.isEmpty() && !stem.contains(c));
        stem += isPlain ? c : QLatin1Char('_');
    }
    stem.truncate(kLongestStem);
    while (stem.endsWith(QLatin1Char('.')))
        stem.back() = QLatin1Char('_');
    if (stem.isEmpty() || isDevice(stem))
        stem += QStringLiteral("_table");
    return stem;
}

/// Only what an earlier export put there may be replaced: never a folder with somebody's own files.
Result<void> checkReplaceable(const QString &path)
{
    const auto refuse = [&](const QString &file) {
        return Error{ErrorKind::CannotCreate,
                     QStringLiteral("the folder holds \"%1\", which is not part of an earlier export")
                         .arg(file.left(60)),
                     QStringLiteral("Choose another folder, or move the file away."),
                     {path, {}, 0, 0}};
    };
    ASSIGN_OR_RETURN(auto archive, openArchive(path));
    QSet<QString> known = {bundlefile::kListing, bundlefile::kSums};
    if (archive->has(bundlefile::kSums)) {
        ASSIGN_OR_RETURN(auto source, archive->open(bundlefile::kSums));
        ASSIGN_OR_RETURN(const QByteArray text, readAll(*source, kLargestSums));
        for (const QByteArray &line : text.split('\n'))
            known.insert(QString::fromUtf8(line.mid(66)));
    }
    for (const ArchiveMember &member : archive->members()) {
        if (!known.contains(member.name))
            return refuse(member.name);
    }
    return {};
}

} // namespace

QStringList bundleStems(const std::vector<BundleTable> &tables)
{
    QStringList stems;
    QSet<QString> used;
    for (const BundleTable &table : tables) {
        const QString first = stemOf(table.table.shape.name);
        QString stem = first;
        for (int n = 2; used.contains(stem); ++n) {
            const QString suffix = QLatin1Char('-') + QString::number(n);
            stem = first.left(kLongestStem - suffix.size()) + suffix;
        }
        used.insert(stem);
        stems += stem;
    }
    return stems;
}

Result<std::unique_ptr<BundleWriter>> createGalleyBundle(const QString &path, const BundleListing &listing,
                                                         bool overwrite)
{
    BundleListing named = listing;
    const QStringList stems = bundleStems(listing.tables);
    for (size_t i = 0; i < named.tables.size(); ++i) {
        BundleTable &table = named.tables[i];
        table.member.clear();
        if (table.formatId.isEmpty())
            continue;
        const Format *format = findFormat(table.formatId);
        if (format == nullptr)
            return Error{ErrorKind::Unsupported,
                         QStringLiteral("there is no format \"%1\"").arg(table.formatId.left(40)),
                         QStringLiteral("See galley formats."),
                         {}};
        table.member =
            QStringLiteral("data/%1.%2").arg(stems.at(static_cast<qsizetype>(i)), format->suffixes().front());
    }
    const QFileInfo target(path);
    if (overwrite && target.isDir() && !QDir(path).isEmpty())
        RETURN_IF_ERROR(checkReplaceable(path));
    ASSIGN_OR_RETURN(auto archive, createArchive(path, {overwrite, bundlefile::kSealPrefix}));
    return std::unique_ptr<BundleWriter>(
        std::make_unique<GalleyWriter>(std::move(archive), std::move(named)));
}

} // namespace galley
