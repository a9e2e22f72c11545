// SPDX-License-Identifier: MIT
#include "workers/bundles/kuzu/kuzuwriter.h"

#include "workers/base/sha256.h"
#include "workers/bundles/kuzu/kuzuentry.h"
#include "workers/bundles/kuzu/kuzuplan.h"
#include "workers/bundles/kuzu/kuzureader.h"
#include "workers/bundles/kuzu/kuzuscriptwriter.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <map>

namespace galley {

namespace {

constexpr size_t kBlockSize = 256 * 1024;
constexpr qsizetype kLongestStem = 120;

/// Counts line ends on the way: more of them than rows stand inside quotes.
class LineCounter final : public ByteSink
{
public:
    LineCounter(std::unique_ptr<ByteSink> sink, KuzuLines *lines)
        : m_sink(std::move(sink))
        , m_lines(lines)
    {
    }
    Result<void> write(std::string_view bytes) override
    {
        m_lines->count += std::count(bytes.begin(), bytes.end(), '\n');
        m_lines->hasReturns = m_lines->hasReturns || bytes.find('\r') != std::string_view::npos;
        return m_sink->write(bytes);
    }
    Result<void> finish() override { return m_sink->finish(); }

private:
    std::unique_ptr<ByteSink> m_sink;
    KuzuLines *m_lines;
};

class KuzuWriter final : public BundleWriter
{
public:
    KuzuWriter(std::unique_ptr<ArchiveWriter> archive, BundleListing listing, OptionValues options)
        : m_archive(std::move(archive))
        , m_listing(std::move(listing))
        , m_options(std::move(options))
        , m_lines(m_listing.tables.size())
    {
    }

    Result<std::unique_ptr<ByteSink>> openTable(size_t index) override
    {
        const QString member = m_listing.tables.at(index).member;
        ASSIGN_OR_RETURN(auto sink, m_archive->openMember(member));
        return std::unique_ptr<ByteSink>(std::make_unique<LineCounter>(
            makeHashingSink(std::move(sink), &m_digests[member]), &m_lines[index]));
    }
    void setRows(size_t index, qint64 rows) override { m_listing.tables.at(index).rows = rows; }

    Result<void> finish() override
    {
        KuzuScripts scripts(m_listing, m_options);
        const QString like = m_options.text(kuzuoption::kLike);
        if (!like.isEmpty()) {
            ASSIGN_OR_RETURN(const KuzuExport from, openKuzuExport(like));
            scripts.takeOver(from);
        }
        if (!m_digests.empty()) {
            RETURN_IF_ERROR(add(kuzufile::kCopy, scripts.copies(m_lines)));
            RETURN_IF_ERROR(add(kuzufile::kIndex, scripts.indexes()));
        }
        // The schema comes last: where it is, all is.
        RETURN_IF_ERROR(add(kuzufile::kSchema, scripts.schema()));
        RETURN_IF_ERROR(m_archive->flush());
        for (const ArchiveMember &member : m_archive->members())
            m_written.emplace_back(member.name, member.size);
        return {};
    }
    std::vector<std::pair<QString, qint64>> members() const override { return m_written; }

    Result<void> verify(const ByteProgress &progress, std::stop_token stop) override
    {
        ASSIGN_OR_RETURN(const auto archive, openArchive(m_archive->pendingPath()));
        qint64 total = 0;
        for (const auto &[name, digest] : m_digests)
            total += digest.bytes;
        qint64 done = 0;
        std::vector<char> block(kBlockSize);
        for (const auto &[name, digest] : m_digests) {
            ASSIGN_OR_RETURN(auto raw, archive->open(name));
            HashingSource source(std::move(raw));
            for (size_t got = 1; got > 0;) {
                if (stop.stop_requested())
                    return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
                ASSIGN_OR_RETURN(got, source.read(block));
                done += static_cast<qint64>(got);
                if (progress)
                    progress(done, total);
            }
            if (source.byteCount() != digest.bytes || source.result() != digest.sha256)
                return Error{ErrorKind::Checksum,
                             QStringLiteral("the file reads back differently from what was written"),
                             QStringLiteral("The disk or its connection is at fault: try another one."),
                             {m_archive->pendingPath(), name, 0, 0}};
        }
        return {};
    }
    Result<void> place() override { return m_archive->place(); }

private:
    Result<void> add(const QString &name, const QString &text)
    {
        const QByteArray bytes = text.toUtf8();
        ASSIGN_OR_RETURN(auto sink, m_archive->openMember(name));
        auto hashing = makeHashingSink(std::move(sink), &m_digests[name]);
        RETURN_IF_ERROR(hashing->write({bytes.constData(), static_cast<size_t>(bytes.size())}));
        return hashing->finish();
    }

    std::unique_ptr<ArchiveWriter> m_archive;
    BundleListing m_listing;
    OptionValues m_options;
    std::map<QString, SinkDigest> m_digests; ///< by member
    std::vector<KuzuLines> m_lines;
    std::vector<std::pair<QString, qint64>> m_written;
};

/// As Kùzu names its files, but never two alike and none that some file system refuses.
QString memberName(const KuzuEntry &entry, const QString &suffix, const QStringList &taken)
{
    QString stem = entry.isRelation() ? QStringList{entry.table, entry.from, entry.to}.join(QLatin1Char('_'))
                                      : entry.table;
    for (QChar &c : stem) {
        const bool isOdd =
            c.unicode() < 0x20 || QStringLiteral("/\\:*?\"'<>|[]{}~").contains(c) || c.isSurrogate();
        if (isOdd)
            c = QLatin1Char('_');
    }
    stem.truncate(kLongestStem);
    if (stem.startsWith(QLatin1Char('.')) || !checkMemberName(stem + QLatin1Char('.') + suffix)
        || !checkMemberName(stem))
        stem = QStringLiteral("table");
    QString name = stem + QLatin1Char('.') + suffix;
    for (int n = 2; taken.contains(name, Qt::CaseInsensitive); ++n)
        name = QStringLiteral("%1-%2.%3").arg(stem).arg(n).arg(suffix);
    return name;
}

/// Only an earlier export may be replaced: never a folder with somebody's own files.
Result<void> checkReplaceable(const QString &path)
{
    ASSIGN_OR_RETURN(const auto archive, openArchive(path));
    static const QStringList kEnds = {QStringLiteral(".csv"), QStringLiteral(".parquet"),
                                      QStringLiteral(".cypher")};
    for (const ArchiveMember &member : archive->members()) {
        const bool isOurs = !member.name.contains(QLatin1Char('/'))
            && std::any_of(kEnds.begin(), kEnds.end(),
                           [&](const QString &end) { return member.name.endsWith(end); });
        if (isOurs && archive->has(kuzufile::kSchema))
            continue;
        return Error{ErrorKind::CannotCreate,
                     QStringLiteral("the folder holds \"%1\", which is not part of an export of Kùzu")
                         .arg(member.name.left(60)),
                     QStringLiteral("Choose another folder, or move the file away."),
                     {path, {}, 0, 0}};
    }
    return {};
}

} // namespace

Result<std::unique_ptr<BundleWriter>> createKuzuBundle(const QString &path, const BundleListing &listing,
                                                       const OptionValues &options, bool overwrite)
{
    if (overwrite && QFileInfo(path).isDir() && !QDir(path).isEmpty())
        RETURN_IF_ERROR(checkReplaceable(path));
    BundleListing named = listing;
    QStringList taken;
    for (BundleTable &table : named.tables) {
        if (table.formatId.isEmpty())
            continue;
        const QString suffix =
            table.formatId == QLatin1String("parquet") ? QStringLiteral("parquet") : QStringLiteral("csv");
        table.member = memberName(KuzuEntry::of(table.options), suffix, taken);
        taken += table.member;
    }
    ASSIGN_OR_RETURN(auto archive, createArchive(path, {overwrite, {}}));
    return std::unique_ptr<BundleWriter>(
        std::make_unique<KuzuWriter>(std::move(archive), std::move(named), options));
}

} // namespace galley
