// SPDX-License-Identifier: MIT
#include "workers/bundles/archive.h"
#include "workers/bundles/galley/galleybundle.h"
#include "workers/bundles/galley/galleylisting.h"
#include "workers/formats/format.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace galley {

namespace {

QString textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

qint64 numberOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toInteger(-1);
}

bool flagOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toBool();
}

QJsonArray listOf(const QJsonObject &object, const char *key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    return value.isString() ? QJsonArray{value} : value.toArray(); // a single key may stand without brackets
}

QStringList textsOf(const QJsonObject &object, const char *key)
{
    QStringList texts;
    for (const QJsonValue &value : listOf(object, key))
        texts += value.toString();
    return texts;
}

LogicalType typeOfField(const QJsonObject &field)
{
    static const QMap<QString, LogicalType> types = {{QStringLiteral("integer"), LogicalType::Integer},
                                                     {QStringLiteral("number"), LogicalType::Decimal},
                                                     {QStringLiteral("boolean"), LogicalType::Boolean},
                                                     {QStringLiteral("date"), LogicalType::Date},
                                                     {QStringLiteral("time"), LogicalType::Time},
                                                     {QStringLiteral("datetime"), LogicalType::DateTime},
                                                     {QStringLiteral("object"), LogicalType::Json},
                                                     {QStringLiteral("array"), LogicalType::Json}};
    return types.value(textOf(field, "type"), LogicalType::Text);
}

class ListingReader
{
public:
    ListingReader(const QByteArray &json, Place place)
        : m_json(json)
        , m_place(std::move(place))
    {
    }

    Result<BundleListing> read()
    {
        QJsonParseError parsed;
        const QJsonDocument document = QJsonDocument::fromJson(m_json, &parsed);
        if (!document.isObject())
            return malformed(
                parsed.error == QJsonParseError::NoError
                    ? QStringLiteral("this is no JSON object")
                    : QStringLiteral("%1 at byte %2").arg(parsed.errorString()).arg(parsed.offset));
        const QJsonObject package = document.object();
        if (!package.value(QLatin1String("resources")).isArray())
            return malformed(QStringLiteral("\"resources\" is missing"));
        m_isOurs = package.contains(QLatin1String("galley"));
        RETURN_IF_ERROR(readPackage(package));
        for (const QJsonValue &resource : listOf(package, "resources"))
            RETURN_IF_ERROR(readTable(resource.toObject(), true));
        const QJsonObject own = package.value(QLatin1String("galley")).toObject();
        for (const QJsonValue &table : listOf(own, "tablesWithoutData"))
            RETURN_IF_ERROR(readTable(table.toObject(), false));
        RETURN_IF_ERROR(checkUnique());
        sortAsWritten(textsOf(own, "order"));
        return std::move(m_listing);
    }

private:
    Error fail(ErrorKind kind, const QString &message, const QString &hint = {}) const
    {
        return Error{kind, message, hint, m_place};
    }
    Error malformed(const QString &message) const
    {
        return fail(ErrorKind::Malformed, QStringLiteral("the listing is damaged: ") + message,
                    QStringLiteral("Get the export again."));
    }

    Result<void> readPackage(const QJsonObject &package);
    Result<void> readTable(const QJsonObject &resource, bool hasData);
    Result<void> readMember(const QJsonObject &resource, BundleTable &table) const;
    Result<void> readOwn(const QJsonObject &own, BundleTable &table) const;
    Result<void> readKey(const QStringList &names, TableShape &shape) const;
    void readForeign(const QJsonObject &resource, BundleTable &table) const;
    Column readColumn(const QJsonObject &field) const;
    Result<void> checkUnique() const;
    void sortAsWritten(const QStringList &order);

    const QByteArray &m_json;
    Place m_place;
    bool m_isOurs = false;
    BundleListing m_listing;
};

Result<void> ListingReader::readPackage(const QJsonObject &package)
{
    m_listing.bundleId = QStringLiteral("galley");
    if (!m_isOurs) {
        m_listing.generator = QStringLiteral("Data Package");
        m_listing.sourceName = textOf(package, "name");
        m_listing.warnings.push_back(
            fail(ErrorKind::Schema,
                 QStringLiteral("this Data Package was not written by Galley: its files are read "
                                "as plain files, and their types are taken from the values")));
        return {};
    }
    const QJsonObject own = package.value(QLatin1String("galley")).toObject();
    const qint64 version = numberOf(own, "formatVersion");
    if (version < 1)
        return malformed(QStringLiteral("\"formatVersion\" is missing"));
    if (version > kBundleFormatVersion)
        return fail(ErrorKind::Unsupported,
                    QStringLiteral("this bundle has format version %1, and this program knows up to %2")
                        .arg(version)
                        .arg(kBundleFormatVersion),
                    QStringLiteral("Use a newer Galley, or read its files one by one."));
    const QJsonObject source = own.value(QLatin1String("source")).toObject();
    m_listing.isSealed = flagOf(own, "sealed");
    m_listing.generator = textOf(own, "generator");
    m_listing.engine = textOf(source, "engine");
    m_listing.engineVersion = textOf(source, "version");
    m_listing.sourceName = textOf(source, "name");
    m_listing.notCarried = textsOf(own, "notCarried");
    for (const QString &lost : m_listing.notCarried)
        m_listing.warnings.push_back(fail(ErrorKind::Unsupported, lost));
    for (const QJsonValue &value : listOf(own, "views")) {
        const QJsonObject view = value.toObject();
        m_listing.views.push_back({{textOf(view, "schema"), textOf(view, "name")},
                                   textOf(view, "sql"),
                                   flagOf(view, "materialized"),
                                   textOf(view, "comment"),
                                   textOf(view, "session")});
    }
    for (const QJsonValue &value : listOf(own, "triggers")) {
        const QJsonObject trigger = value.toObject();
        m_listing.triggers.push_back({textOf(trigger, "name"),
                                      {textOf(trigger, "schema"), textOf(trigger, "table")},
                                      textOf(trigger, "sql"),
                                      textOf(trigger, "session")});
    }
    for (const QJsonValue &value : listOf(own, "objects")) {
        const QJsonObject object = value.toObject();
        m_listing.objects.push_back(
            {textOf(object, "kind"),
             {textOf(object, "schema"), textOf(object, "name")},
             {textOf(object, "tableSchema"), textOf(object, "table")},
             flagOf(object, "afterTables") ? ObjectInfo::Stage::AfterTables : ObjectInfo::Stage::BeforeTables,
             textOf(object, "sql"),
             textOf(object, "comment"),
             textOf(object, "session")});
    }
    return {};
}

Result<void> ListingReader::readTable(const QJsonObject &resource, bool hasData)
{
    BundleTable table;
    TableShape &shape = table.table.shape;
    shape.engine = m_listing.engine;
    if (hasData)
        RETURN_IF_ERROR(readMember(resource, table));
    const QJsonObject schema = resource.value(QLatin1String("schema")).toObject();
    for (const QJsonValue &field : listOf(schema, "fields"))
        shape.columns.push_back(readColumn(field.toObject()));
    const QJsonObject own = resource.value(QLatin1String("galley")).toObject();
    if (m_isOurs && !own.isEmpty()) {
        RETURN_IF_ERROR(readOwn(own, table));
    } else {
        readForeign(resource, table);
        RETURN_IF_ERROR(readKey(textsOf(schema, "primaryKey"), shape));
        table.table.hasPrimaryKey = !shape.key.empty();
    }
    if (m_isOurs && shape.columns.empty())
        return malformed(QStringLiteral("table \"%1\" has no columns").arg(shape.name.name));
    if (hasData && findFormat(table.formatId) == nullptr)
        return fail(ErrorKind::Unsupported,
                    QStringLiteral("\"%1\" is of an unknown format, \"%2\"")
                        .arg(table.member.left(60), table.formatId.left(20)));
    m_listing.tables.push_back(std::move(table));
    return {};
}

Result<void> ListingReader::readMember(const QJsonObject &resource, BundleTable &table) const
{
    const QString name = textOf(resource, "name").left(60);
    const QStringList paths = textsOf(resource, "path");
    if (paths.size() != 1)
        return fail(ErrorKind::Unsupported,
                    QStringLiteral("resource \"%1\" is not exactly one file").arg(name),
                    QStringLiteral("Join its parts into one file first."));
    table.member = paths.front();
    Result<void> safe = checkMemberName(table.member);
    if (!safe)
        return fail(
            safe.error().kind,
            QStringLiteral("resource \"%1\" has an unsafe path, \"%2\"").arg(name, table.member.left(60)),
            QStringLiteral("Do not trust this export."));
    table.bytes = numberOf(resource, "bytes");
    const QString hash = textOf(resource, "hash");
    if (hash.startsWith(QLatin1String("sha256:"))) {
        table.sha256 = hash.mid(7).toLatin1().toLower();
        static const QRegularExpression digits(QStringLiteral("^[0-9a-f]{64}$"));
        if (!digits.match(QString::fromLatin1(table.sha256)).hasMatch())
            return malformed(QStringLiteral("the hash of \"%1\" is none").arg(name));
    }
    return {};
}

Column ListingReader::readColumn(const QJsonObject &field) const
{
    const QJsonObject own = field.value(QLatin1String("galley")).toObject();
    Column column;
    column.name = textOf(field, "name");
    column.comment = textOf(field, "description");
    column.nullable = !flagOf(field.value(QLatin1String("constraints")).toObject(), "required");
    column.type = own.contains(QLatin1String("logicalType")) ? logicalTypeFromName(textOf(own, "logicalType"))
                                                             : typeOfField(field);
    column.nativeType = textOf(own, "nativeType");
    column.precision = static_cast<int>(numberOf(own, "precision"));
    column.scale = static_cast<int>(numberOf(own, "scale"));
    column.generated = flagOf(own, "generated");
    column.hidden = flagOf(own, "hidden");
    column.collation = textOf(own, "collation");
    column.defaultExpression = textOf(own, "default");
    column.generatedExpression = textOf(own, "expression");
    const QString identity = textOf(own, "identity");
    column.identity = identity == QStringLiteral("always") ? Identity::Always
        : identity == QStringLiteral("by default")         ? Identity::ByDefault
                                                           : Identity::None;
    return column;
}

Result<void> ListingReader::readOwn(const QJsonObject &own, BundleTable &table) const
{
    TableInfo &info = table.table;
    info.shape.origin = CellOrigin::Native;
    info.shape.name = {textOf(own, "schema"), textOf(own, "table")};
    if (info.shape.name.name.isEmpty())
        return malformed(QStringLiteral("a table has no name"));
    const QString kind = textOf(own, "kind");
    info.kind = kind == QStringLiteral("virtual") ? TableInfo::Kind::Virtual
        : kind == QStringLiteral("shadow")        ? TableInfo::Kind::Shadow
                                                  : TableInfo::Kind::Table;
    info.sql = textOf(own, "sql");
    info.comment = textOf(own, "comment");
    info.owner = textOf(own, "owner");
    info.partitionKey = textOf(own, "partitionKey");
    info.isWithoutRowid = flagOf(own, "withoutRowid");
    info.isStrict = flagOf(own, "strict");
    for (Column &column : info.shape.columns)
        column.strict = info.isStrict;
    info.hasAutoincrement = flagOf(own, "autoincrement");
    info.sequence = numberOf(own, "sequence");
    info.hasPrimaryKey = flagOf(own, "hasPrimaryKey");
    RETURN_IF_ERROR(readKey(textsOf(own, "key"), info.shape));
    for (const QJsonValue &value : listOf(own, "indexes")) {
        const QJsonObject index = value.toObject();
        info.indexes.push_back({textOf(index, "name"), textsOf(index, "columns"), flagOf(index, "unique"),
                                flagOf(index, "primaryKey"), flagOf(index, "automatic"),
                                flagOf(index, "partial"), textOf(index, "sql")});
    }
    for (const QJsonValue &value : listOf(own, "foreignKeys")) {
        const QJsonObject key = value.toObject();
        info.foreignKeys.push_back({textOf(key, "name"),
                                    textsOf(key, "columns"),
                                    {textOf(key, "schema"), textOf(key, "table")},
                                    textsOf(key, "targetColumns"),
                                    textOf(key, "onUpdate"),
                                    textOf(key, "onDelete"),
                                    flagOf(key, "deferrable"),
                                    textOf(key, "sql")});
    }
    for (const QJsonValue &value : listOf(own, "checks"))
        info.checks.push_back({textOf(value.toObject(), "name"), textOf(value.toObject(), "expression")});
    table.rows = numberOf(own, "rows");
    info.approximateRows = table.rows;
    table.formatId = textOf(own, "format");
    const QJsonObject options = own.value(QLatin1String("options")).toObject();
    for (auto it = options.begin(); it != options.end(); ++it)
        table.options.set(it.key(), it.value().toVariant());
    return {};
}

Result<void> ListingReader::readKey(const QStringList &names, TableShape &shape) const
{
    for (const QString &name : names) {
        const int index = shape.indexOf(name);
        if (index < 0)
            return malformed(QStringLiteral("table \"%1\" has no column \"%2\" for its key")
                                 .arg(shape.name.name.left(60), name.left(60)));
        shape.key.push_back(index);
    }
    return {};
}

void ListingReader::readForeign(const QJsonObject &resource, BundleTable &table) const
{
    table.table.shape.origin = CellOrigin::Lexical;
    table.table.shape.name = {{}, textOf(resource, "name")};
    if (table.table.shape.name.name.isEmpty())
        table.table.shape.name.name =
            table.member.section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0);
    const Format *format = findFormat(textOf(resource, "format").toLower());
    if (format == nullptr)
        format = formatForSuffix(table.member);
    table.formatId = format == nullptr ? textOf(resource, "format") : format->id();
    const QJsonObject dialect = resource.value(QLatin1String("dialect")).toObject();
    if (table.formatId != QStringLiteral("csv"))
        return;
    if (dialect.contains(QLatin1String("delimiter")))
        table.options.set(QStringLiteral("delimiter"), textOf(dialect, "delimiter"));
    if (dialect.contains(QLatin1String("quoteChar")))
        table.options.set(QStringLiteral("quote"), textOf(dialect, "quoteChar"));
    if (dialect.contains(QLatin1String("escapeChar")))
        table.options.set(QStringLiteral("escape"), textOf(dialect, "escapeChar"));
    table.options.set(QStringLiteral("header"), dialect.value(QLatin1String("header")).toBool(true));
    if (dialect.contains(QLatin1String("nullSequence")))
        table.options.set(QStringLiteral("null"), textOf(dialect, "nullSequence"));
}

Result<void> ListingReader::checkUnique() const
{
    QSet<QString> members;
    QSet<QString> names;
    for (const BundleTable &table : m_listing.tables) {
        const QString member = table.member.toLower();
        if (!member.isEmpty() && members.contains(member))
            return fail(ErrorKind::Duplicate,
                        QStringLiteral("two tables have the same file, \"%1\"").arg(table.member.left(60)));
        members.insert(member);
        const QString name = table.table.shape.name.toString().toLower();
        if (names.contains(name))
            return fail(ErrorKind::Duplicate,
                        QStringLiteral("the table \"%1\" is there twice")
                            .arg(table.table.shape.name.toString().left(60)));
        names.insert(name);
    }
    return {};
}

void ListingReader::sortAsWritten(const QStringList &order)
{
    QHash<QString, qsizetype> ranks;
    for (qsizetype i = 0; i < order.size(); ++i)
        ranks.insert(order.at(i), i);
    const auto rank = [&](const BundleTable &table) {
        return ranks.value(table.table.shape.name.toString(), order.size());
    };
    std::stable_sort(m_listing.tables.begin(), m_listing.tables.end(),
                     [&](const BundleTable &a, const BundleTable &b) { return rank(a) < rank(b); });
}

} // namespace

Result<BundleListing> readBundleListing(const QByteArray &json, const Place &place)
{
    return ListingReader(json, place).read();
}

} // namespace galley
