// SPDX-License-Identifier: MIT
#include "workers/bundles/orientdb/orientwriter.h"

#include "workers/bundles/orientdb/orientencoder.h"
#include "workers/bundles/orientdb/orientheader.h"
#include "workers/bundles/orientdb/orientsurvey.h"
#include "workers/bundles/writtenfile.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace galley {

namespace {

constexpr size_t kBlockSize = 256 * 1024;

/// Which clusters the records stand in is known when all are there, and it is to be said before them: they
/// wait in a file without a name.
class OrientWriter final : public BundleWriter
{
public:
    OrientWriter(QString path, BundleListing listing, OptionValues options, bool overwrite)
        : m_path(std::move(path))
        , m_listing(std::move(listing))
        , m_options(std::move(options))
        , m_overwrite(overwrite)
        , m_clusters(m_listing.tables.size())
        , m_rows(m_listing.tables.size())
        , m_spool(QFileInfo(m_path).absolutePath() + QStringLiteral("/.galley-XXXXXX"))
    {
    }
    Result<void> begin()
    {
        m_level = m_options.value(QStringLiteral("compressionLevel"), m_level).toInt();
        if (m_level < 0 || m_level > 9)
            return Error{
                ErrorKind::Usage, QStringLiteral("compressionLevel is 0 to 9, not %1").arg(m_level), {}, {}};
        if (m_spool.open())
            return {};
        return Error{ErrorKind::CannotCreate,
                     QStringLiteral("cannot write there: %1").arg(m_spool.errorString()),
                     QStringLiteral("Choose another folder."),
                     {m_path, {}, 0, 0}};
    }

    Result<std::unique_ptr<ByteSink>> openTable(size_t index) override
    {
        return std::unique_ptr<ByteSink>(std::make_unique<Records>(*this, index));
    }
    void setRows(size_t index, qint64 rows) override { m_rows[index] = rows; }
    Result<void> finish() override;
    std::vector<std::pair<QString, qint64>> members() const override
    {
        return {{QFileInfo(m_path).fileName(), QFileInfo(m_path).size()}};
    }
    Result<void> verify(const ByteProgress &progress, std::stop_token stop) override;
    Result<void> place() override { return m_file->place(); }

private:
    /// Gives record ids their numbers.
    class Records final : public ByteSink
    {
    public:
        Records(OrientWriter &writer, size_t table)
            : m_writer(writer)
            , m_plan(OrientClassPlan::of(writer.m_listing.tables[table]))
            , m_clusters(writer.m_clusters[table])
            , m_mark(m_plan.hasRids ? kOrientCluster : kOrientPosition)
        {
            if (!m_plan.hasRids)
                m_clusters.insert(m_plan.cluster);
        }
        Result<void> write(std::string_view bytes) override
        {
            const char *p = bytes.data();
            const char *end = p + bytes.size();
            while (p < end) {
                const auto *mark =
                    static_cast<const char *>(std::memchr(p, m_mark, static_cast<size_t>(end - p)));
                const char *stop = mark == nullptr ? end : mark;
                RETURN_IF_ERROR(m_writer.spool({p, static_cast<size_t>(stop - p)}));
                p = mark == nullptr ? end : mark + 1;
                if (mark != nullptr)
                    RETURN_IF_ERROR(takeMark(p, end));
            }
            return {};
        }
        Result<void> finish() override { return {}; }

    private:
        Result<void> takeMark(const char *p, const char *end)
        {
            if (!m_plan.hasRids)
                return m_writer.spool(std::to_string(m_next++));
            int cluster = 0;
            std::from_chars(p, end, cluster);
            m_clusters.insert(cluster);
            return {};
        }

        OrientWriter &m_writer;
        OrientClassPlan m_plan;
        std::set<int> &m_clusters;
        char m_mark;
        qint64 m_next = 0;
    };

    Result<void> spool(std::string_view bytes)
    {
        if (m_spool.write(bytes.data(), static_cast<qint64>(bytes.size()))
            == static_cast<qint64>(bytes.size()))
            return {};
        return Error{ErrorKind::Io,
                     QStringLiteral("cannot write: %1").arg(m_spool.errorString()),
                     QStringLiteral("Free some space, or export to another disk."),
                     {m_path, {}, 0, 0}};
    }
    Result<void> settleClusters();
    Result<void> copySpool(ByteSink &sink);

    QString m_path;
    BundleListing m_listing;
    OptionValues m_options;
    bool m_overwrite;
    int m_level = DeflateStage::kUsualLevel;
    std::vector<std::set<int>> m_clusters;
    std::vector<qint64> m_rows;
    QTemporaryFile m_spool;
    std::unique_ptr<WrittenFile> m_file; ///< from finish() on
};

/// Classes without records need a cluster, too; and no two classes share one.
Result<void> OrientWriter::settleClusters()
{
    std::set<int> used;
    for (size_t i = 0; i < m_clusters.size(); ++i) {
        for (const int cluster : m_clusters[i]) {
            if (!used.insert(cluster).second)
                return Error{ErrorKind::Duplicate,
                             QStringLiteral("record ids of cluster %1 stand in %2 and in another table")
                                 .arg(cluster - OrientClassPlan::of(m_listing.tables[i]).shift)
                                 .arg(m_listing.tables[i].table.shape.name.name.left(60)),
                             QStringLiteral("A cluster belongs to one class: export the tables one by one."),
                             {}};
        }
    }
    int next = kFirstOwnCluster;
    for (std::set<int> &clusters : m_clusters) {
        while (clusters.empty() && !used.insert(next).second)
            ++next;
        if (clusters.empty())
            clusters.insert(next);
    }
    return {};
}

Result<void> OrientWriter::copySpool(ByteSink &sink)
{
    if (!m_spool.flush() || !m_spool.seek(0))
        return spool("x");
    std::vector<char> block(kBlockSize);
    bool isFirst = true;
    for (;;) {
        const qint64 got = m_spool.read(block.data(), kBlockSize);
        if (got < 0)
            return Error{ErrorKind::Io,
                         QStringLiteral("cannot read back: %1").arg(m_spool.errorString()),
                         {},
                         {m_path, {}, 0, 0}};
        if (got == 0)
            return {};
        std::string_view bytes(block.data(), static_cast<size_t>(got));
        if (isFirst)
            bytes.remove_prefix(1); // the comma before the first record
        isFirst = false;
        RETURN_IF_ERROR(sink.write(bytes));
    }
}

Result<void> OrientWriter::finish()
{
    RETURN_IF_ERROR(settleClusters());
    ASSIGN_OR_RETURN(m_file, WrittenFile::create(m_path, m_overwrite, true, m_level));
    const auto sink = m_file->takeSink();
    const QByteArray header = writeOrientHeader(m_listing, m_clusters, m_options);
    RETURN_IF_ERROR(sink->write({header.constData(), static_cast<size_t>(header.size())}));
    RETURN_IF_ERROR(copySpool(*sink));
    RETURN_IF_ERROR(sink->write("],\"brokenRids\":[],\"indexes\":[]}"));
    m_spool.close();
    return sink->finish();
}

/// The bytes, and then whether it is an export of as many records as were written.
Result<void> OrientWriter::verify(const ByteProgress &progress, std::stop_token stop)
{
    RETURN_IF_ERROR(m_file->verify(progress, stop));
    ASSIGN_OR_RETURN(const auto survey, surveyOrient(m_file->partPath(), stop));
    qint64 written = 0;
    qint64 read = 0;
    for (const qint64 rows : m_rows)
        written += rows;
    for (const OrientTable &table : survey->tables)
        read += table.rows;
    if (read == written)
        return {};
    return Error{ErrorKind::Checksum,
                 QStringLiteral("%1 records read back, and %2 were written").arg(read).arg(written),
                 {},
                 {m_path, {}, 0, 0}};
}

} // namespace

Result<std::unique_ptr<BundleWriter>> createOrientBundle(const QString &path, const BundleListing &listing,
                                                         const OptionValues &options, bool overwrite)
{
    RETURN_IF_ERROR(WrittenFile::check(path, overwrite));
    auto writer = std::make_unique<OrientWriter>(path, listing, options, overwrite);
    RETURN_IF_ERROR(writer->begin());
    return std::unique_ptr<BundleWriter>(std::move(writer));
}

} // namespace galley
