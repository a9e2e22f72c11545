// SPDX-License-Identifier: MIT
#include "workers/bundles/galley/galleybundle.h"

#include "workers/bundles/archive.h"
#include "workers/bundles/galley/galleyreader.h"
#include "workers/bundles/galley/galleywriter.h"

#include <QFileInfo>

namespace galley {

namespace {

class GalleyBundle final : public Bundle
{
public:
    QString id() const override { return QStringLiteral("galley"); }
    QString name() const override { return QStringLiteral("Galley"); }
    QString description() const override
    {
        return QStringLiteral("A folder or zip with one file for each table, the schema and checksums; other "
                              "tools read it as a Frictionless Data Package.");
    }
    std::vector<OptionSpec> options() const override { return {}; }

    bool recognises(const QString &path) const override
    {
        const QFileInfo info(path);
        if (info.isDir())
            return QFileInfo(path + QLatin1Char('/') + bundlefile::kListing).isFile();
        if (info.fileName() == bundlefile::kListing)
            return info.isFile();
        if (!looksLikeZip(path))
            return false;
        const auto archive = openArchive(path);
        return archive && (*archive)->has(bundlefile::kListing);
    }
    Result<std::unique_ptr<BundleReader>> open(const QString &path,
                                               const OptionValues &options) const override
    {
        return openUnlessStopped(path, options, {});
    }
    Result<std::unique_ptr<BundleReader>> openUnlessStopped(const QString &path, const OptionValues &,
                                                            const std::stop_token &stop) const override
    {
        const QFileInfo info(path);
        return openGalleyBundle(info.fileName() == bundlefile::kListing && info.isFile() ? info.path() : path,
                                stop);
    }
    Result<std::unique_ptr<BundleWriter>> create(const QString &path, const BundleListing &listing,
                                                 const OptionValues &, bool overwrite) const override
    {
        return createGalleyBundle(path, listing, overwrite);
    }
};

} // namespace

std::unique_ptr<Bundle> makeGalleyBundle()
{
    return std::make_unique<GalleyBundle>();
}

} // namespace galley
