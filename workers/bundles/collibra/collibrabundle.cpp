// SPDX-License-Identifier: MIT
#include "workers/bundles/collibra/collibrabundle.h"

#include "workers/bundles/collibra/payloadencoder.h"
#include "workers/bundles/collibra/payloadsurvey.h"
#include "workers/bundles/collibra/payloadwriter.h"

#include <QFileInfo>

#include <algorithm>

namespace galley {

namespace {

constexpr qsizetype kHeadBytes = 4096;

/// `["INSERT INTO `, or the same as a value of an object.
bool isPayloadHead(const QByteArray &head)
{
    QByteArray text = head.trimmed();
    if (text.startsWith('{')) {
        const qsizetype colon = text.indexOf("\":");
        if (colon < 0)
            return false;
        text = text.mid(colon + 2).trimmed();
    }
    if (!text.startsWith('['))
        return false;
    text = text.mid(1).trimmed();
    return text.startsWith('"') && text.mid(1).trimmed().left(12).toUpper().simplified() == "INSERT INTO";
}

QStringList listOf(const OptionValues &options, const char *id)
{
    QStringList names = options.text(QString::fromLatin1(id)).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (QString &name : names)
        name = name.trimmed();
    return names;
}

OptionSpec spec(const char *id, const char *label, const char *help)
{
    OptionSpec made;
    made.id = QString::fromLatin1(id);
    made.label = QString::fromUtf8(label);
    made.defaultValue = QString();
    made.help = QString::fromUtf8(help);
    return made;
}

Result<PayloadRules> rulesOf(const OptionValues &options)
{
    const QString path = options.text(QStringLiteral("rules"));
    return path.isEmpty() ? Result<PayloadRules>(PayloadRules()) : readPayloadRules(path);
}

class CollibraBundle final : public Bundle
{
public:
    QString id() const override { return QStringLiteral("collibra"); }
    QString name() const override { return QStringLiteral("Collibra DQ"); }
    QString description() const override
    {
        return QStringLiteral(
            "The payload of Collibra DQ's get-export and run-import: a JSON array of INSERT "
            "statements, with rules for another environment.");
    }
    std::vector<OptionSpec> options() const override
    {
        std::vector<OptionSpec> specs = {
            spec("rules", "Profile of rules",
                 "A file of what is to be changed for another environment; see docs/formats.md."),
            spec("dataset", "Datasets",
                 "Only rows whose column dataset is one of these (separated by commas)."),
            spec("schema", "Schema",
                 "The schema in the statements (default: the source's, public for SQLite)."),
            spec("order", "Order of tables", "Tables that come first, in this order (separated by commas)."),
            spec("calls", "Calls of the server",
                 "Of a server: db is db-export and db-import (2022.02 and later); get-exports, or get-export "
                 "for one dataset at a time, and run-import are older."),
        };
        for (size_t i = 1; i < 4; ++i)
            specs[i].forReading = false;
        specs.back().type = OptionSpec::Type::Choice;
        specs.back().defaultValue = QStringLiteral("db");
        specs.back().choices =
            QStringList{QStringLiteral("db"), QStringLiteral("get-exports"), QStringLiteral("get-export")};
        return specs;
    }
    bool recognises(const QString &path) const override
    {
        return QFileInfo(path).isFile() && isPayloadHead(headOfText(path, kHeadBytes));
    }
    Result<std::unique_ptr<BundleReader>> open(const QString &path,
                                               const OptionValues &options) const override
    {
        return openUnlessStopped(path, options, {});
    }
    Result<std::unique_ptr<BundleReader>> openUnlessStopped(const QString &path, const OptionValues &options,
                                                            const std::stop_token &stop) const override
    {
        ASSIGN_OR_RETURN(const PayloadRules rules, rulesOf(options));
        ASSIGN_OR_RETURN(auto survey, surveyPayload(path, rules, stop));
        return openPayload(std::move(survey));
    }
    BundleForms forms() const override { return {false, false, {QStringLiteral("json")}}; }
    QStringList formats() const override { return {}; }
    Result<BundleListing> planned(const BundleListing &selected, const OptionValues &options) const override;
    Result<std::unique_ptr<RowEncoder>> makeEncoder(const BundleTable &table,
                                                    const OptionValues &options) const override
    {
        PayloadEncoding encoding;
        encoding.schema = options.text(QStringLiteral("schema"), table.table.shape.name.schema);
        if (!options.has(QStringLiteral("schema"))
            && (encoding.schema.isEmpty() || encoding.schema == QLatin1String("main")))
            encoding.schema = QStringLiteral("public");
        encoding.datasets = listOf(options, "dataset");
        ASSIGN_OR_RETURN(encoding.rules, rulesOf(options));
        return makePayloadEncoder(table.table.shape, encoding);
    }
    Result<std::unique_ptr<BundleWriter>> create(const QString &path, const BundleListing &,
                                                 const OptionValues &, bool overwrite) const override
    {
        return createPayload(path, overwrite);
    }
};

Result<BundleListing> CollibraBundle::planned(const BundleListing &selected,
                                              const OptionValues &options) const
{
    if (!selected.tables.empty() && selected.tables.front().formatId.isEmpty())
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("a payload has rows: a schema alone is none"),
                     QStringLiteral("Leave out --schema-only."),
                     {}};
    BundleListing made = selected;
    made.views.clear();
    made.triggers.clear();
    const auto warn = [&](const QString &message, const QString &hint = {}) {
        made.warnings.push_back({ErrorKind::Unsupported, message, hint, {}});
    };
    if (!listOf(options, "dataset").isEmpty()) {
        std::erase_if(made.tables, [&](const BundleTable &table) {
            if (table.table.shape.indexOf(u"dataset") >= 0)
                return false;
            warn(QStringLiteral("%1 is left out: it has no column dataset")
                     .arg(table.table.shape.name.name.left(60)));
            return true;
        });
        if (made.tables.empty())
            return Error{ErrorKind::Schema,
                         QStringLiteral("none of the tables has a column dataset"),
                         QStringLiteral("Leave out --option dataset to export all rows."),
                         {}};
    }
    for (const BundleTable &table : made.tables) {
        for (const Column &column : table.table.shape.columns) {
            if (column.generated)
                warn(
                    QStringLiteral("%1.%2 is computed by the database, which refuses values for it on import")
                        .arg(table.table.shape.name.name.left(60), column.name.left(60)));
        }
    }
    const QStringList order = listOf(options, "order");
    std::stable_sort(made.tables.begin(), made.tables.end(), [&](const BundleTable &a, const BundleTable &b) {
        const auto rank = [&](const BundleTable &table) {
            const qsizetype at = order.indexOf(table.table.shape.name.name);
            return at < 0 ? order.size() : at;
        };
        return rank(a) < rank(b);
    });
    return made;
}

} // namespace

std::unique_ptr<Bundle> makeCollibraBundle()
{
    return std::make_unique<CollibraBundle>();
}

} // namespace galley
