// SPDX-License-Identifier: MIT
#include "workers/bundles/orientdb/orientdbbundle.h"

#include "workers/bundles/orientdb/orientencoder.h"
#include "workers/bundles/orientdb/orientreader.h"
#include "workers/bundles/orientdb/orientwriter.h"

#include <QFileInfo>

#include <mutex>

namespace galley {

namespace {

constexpr qsizetype kHeadBytes = 16 * 1024;

/// Exports begin with info, or, where that was left out, with clusters, schema or records of documents.
bool isExportHead(QByteArray head)
{
    head.replace(' ', "").replace('\n', "").replace('\r', "").replace('\t', "");
    if (head.startsWith("{\"info\":{"))
        return head.contains("\"exporter-version\":") || head.contains("\"exporter-format\":")
            || head.contains("\"default-cluster-id\":");
    const bool isCut = head.startsWith("{\"clusters\":[") || head.startsWith("{\"schema\":{")
        || head.startsWith("{\"records\":[");
    return isCut
        && (head.contains("\"default-cluster-id\":") || head.contains("\"cluster-ids\":")
            || head.contains("\"@rid\":\"#") || head.contains("\"blob-clusters\":"));
}

class OrientdbBundle final : public Bundle
{
public:
    QString id() const override { return QStringLiteral("orientdb"); }
    QString name() const override { return QStringLiteral("OrientDB"); }
    QString description() const override
    {
        return QStringLiteral(
            "The file of OrientDB's EXPORT DATABASE, versions 1.x to 3.2: classes as tables, "
            "edges as link tables.");
    }
    std::vector<OptionSpec> options() const override { return orientOptionSpecs(); }

    bool recognises(const QString &path) const override
    {
        return QFileInfo(path).isFile() && isExportHead(headOfText(path, kHeadBytes));
    }
    Result<std::unique_ptr<BundleReader>> open(const QString &path,
                                               const OptionValues &options) const override
    {
        return openUnlessStopped(path, options, {});
    }
    Result<std::unique_ptr<BundleReader>> openUnlessStopped(const QString &path, const OptionValues &options,
                                                            const std::stop_token &stop) const override
    {
        ASSIGN_OR_RETURN(const OrientReadOptions read, readOrientOptions(options));
        ASSIGN_OR_RETURN(auto survey, surveyed(path, stop));
        return openOrientBundle(std::move(survey), read);
    }
    BundleForms forms() const override
    {
        return {false, false, {QStringLiteral("json"), QStringLiteral("json.gz"), QStringLiteral("gz")}};
    }
    QStringList formats() const override { return {}; }
    Result<BundleListing> planned(const BundleListing &selected, const OptionValues &options) const override
    {
        return planOrientListing(selected, options);
    }
    Result<std::unique_ptr<RowEncoder>> makeEncoder(const BundleTable &table,
                                                    const OptionValues &options) const override
    {
        return makeOrientEncoder(table, options);
    }
    Result<std::unique_ptr<BundleWriter>> create(const QString &path, const BundleListing &listing,
                                                 const OptionValues &options, bool overwrite) const override
    {
        return createOrientBundle(path, listing, options, overwrite);
    }

private:
    /// Each table of an import opens the export again: the last survey is kept for as long as its file is the
    /// same.
    Result<std::shared_ptr<const OrientSurvey>> surveyed(const QString &path,
                                                         const std::stop_token &stop) const
    {
        ASSIGN_OR_RETURN(const FileStamp stamp, stampOf(path));
        {
            const std::scoped_lock lock(m_mutex);
            if (m_last != nullptr && m_last->path == path && m_last->stamp == stamp)
                return m_last;
        }
        ASSIGN_OR_RETURN(auto survey, surveyOrient(path, stop));
        const std::scoped_lock lock(m_mutex);
        m_last = survey;
        return survey;
    }

    mutable std::mutex m_mutex;
    mutable std::shared_ptr<const OrientSurvey> m_last;
};

} // namespace

std::unique_ptr<Bundle> makeOrientdbBundle()
{
    return std::make_unique<OrientdbBundle>();
}

} // namespace galley
