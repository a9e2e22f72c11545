// SPDX-License-Identifier: MIT
#include "workers/bundles/kuzu/kuzubundle.h"

#include "workers/bundles/kuzu/kuzuencoder.h"
#include "workers/bundles/kuzu/kuzuplan.h"
#include "workers/bundles/kuzu/kuzureader.h"
#include "workers/bundles/kuzu/kuzuwriter.h"

#include <QFileInfo>

namespace galley {

namespace {

std::vector<OptionSpec> writingOptions()
{
    const auto option = [](const QString &id, const char *label, OptionSpec::Type type, const QVariant &value,
                           const char *help) {
        OptionSpec spec;
        spec.id = id;
        spec.label = QString::fromUtf8(label);
        spec.type = type;
        spec.defaultValue = value;
        spec.help = QString::fromUtf8(help);
        spec.forReading = false;
        return spec;
    };
    using Type = OptionSpec::Type;
    OptionSpec references =
        option(kuzuoption::kReferences, "Foreign keys", Type::Choice, QStringLiteral("columns"),
               "Beside pure link tables: columns only, or relationship tables, too.");
    references.choices = {QStringLiteral("columns"), QStringLiteral("relationships")};
    OptionSpec emptyText =
        option(kuzuoption::kEmptyText, "Empty text in CSV", Type::Choice, QStringLiteral("refuse"),
               "Kùzu's CSV reads an empty text as NULL: refuse to write it, or let it be NULL.");
    emptyText.choices = {QStringLiteral("refuse"), QStringLiteral("null")};
    return {
        option(kuzuoption::kHeader, "Header line (CSV)", Type::Boolean, true,
               "Whether the first line of a CSV file names the columns."),
        references, emptyText,
        option(kuzuoption::kAsText, "Columns as text", Type::Text, QString(),
               "Columns to be written as STRING, with commas between them: NAME, TABLE.NAME, or * for all."),
        option(kuzuoption::kLike, "Like the export", Type::Text, QString(),
               "An export directory of Kùzu whose types, sequences, macros and indexes are taken over, for "
               "tables "
               "that were imported from it.")};
}

class KuzuBundle final : public Bundle
{
public:
    QString id() const override { return QStringLiteral("kuzu"); }
    QString name() const override { return QStringLiteral("Kùzu"); }
    QString description() const override
    {
        return QStringLiteral(
            "An export directory of the graph databases Kùzu and Ladybug: node tables are tables, "
            "relationship tables link tables.");
    }
    std::vector<OptionSpec> options() const override { return writingOptions(); }

    bool recognises(const QString &path) const override
    {
        const QFileInfo info(path);
        const QStringList scripts = {kuzufile::kSchema, kuzufile::kCopy};
        if (info.isDir())
            return std::any_of(scripts.begin(), scripts.end(), [&](const QString &name) {
                return QFileInfo(path + QLatin1Char('/') + name).isFile();
            });
        if (scripts.contains(info.fileName()))
            return info.isFile();
        if (!looksLikeZip(path))
            return false;
        const auto archive = openArchive(path);
        if (!archive)
            return false;
        return std::any_of((*archive)->members().begin(), (*archive)->members().end(),
                           [](const ArchiveMember &member) {
                               return member.name == kuzufile::kSchema
                                   || (member.name.count(QLatin1Char('/')) == 1
                                       && member.name.endsWith(QLatin1Char('/') + kuzufile::kSchema));
                           });
    }
    Result<std::unique_ptr<BundleReader>> open(const QString &path,
                                               const OptionValues &options) const override
    {
        return openUnlessStopped(path, options, {});
    }
    Result<std::unique_ptr<BundleReader>> openUnlessStopped(const QString &path, const OptionValues &,
                                                            const std::stop_token &stop) const override
    {
        return openKuzuBundle(path, stop);
    }
    QStringList formats() const override
    {
        if (findFormat(QStringLiteral("parquet")) == nullptr)
            return {QStringLiteral("csv")};
        return {QStringLiteral("parquet"), QStringLiteral("csv")};
    }
    Result<BundleListing> planned(const BundleListing &selected, const OptionValues &options) const override
    {
        return planKuzu(selected, options);
    }
    Result<std::unique_ptr<RowEncoder>> makeEncoder(const BundleTable &table,
                                                    const OptionValues &options) const override
    {
        return makeKuzuEncoder(table, options);
    }
    Result<std::unique_ptr<BundleWriter>> create(const QString &path, const BundleListing &listing,
                                                 const OptionValues &options, bool overwrite) const override
    {
        return createKuzuBundle(path, listing, options, overwrite);
    }
};

} // namespace

std::unique_ptr<Bundle> makeKuzuBundle()
{
    return std::make_unique<KuzuBundle>();
}

} // namespace galley
