// SPDX-License-Identifier: MIT
#include "workers/base/nearnames.h"
#include "workers/bundles/orientdb/orientoptions.h"
#include "workers/bundles/orientdb/orientvalue.h"

#include <QRegularExpression>

#include <algorithm>

namespace galley {

namespace {

constexpr int kRidLength = 32; ///< `#32767:999999999999999999` has 25 characters

QStringList namesIn(const QString &text)
{
    static const QRegularExpression separator(QStringLiteral("[,\\s]+"));
    return text.split(separator, Qt::SkipEmptyParts);
}

bool isNamed(const QStringList &names, const QString &name)
{
    return names.contains(name, Qt::CaseInsensitive);
}

OptionSpec spec(const char *id, const char *label, OptionSpec::Type type, const QVariant &value,
                const char *help)
{
    OptionSpec made;
    made.id = QString::fromLatin1(id);
    made.label = QString::fromUtf8(label);
    made.type = type;
    made.defaultValue = value;
    made.help = QString::fromUtf8(help);
    return made;
}

class Lister
{
public:
    Lister(const OrientSurvey &survey, const OrientReadOptions &options)
        : m_survey(survey)
        , m_options(options)
    {
    }
    Result<OrientListing> run();

private:
    bool isWanted(const OrientTable &table);
    BundleTable describe(const OrientTable &table, std::vector<size_t> &columns) const;
    void addReferences(const OrientTable &table, BundleTable &made) const;
    void addIndexes(const OrientTable &table, TableInfo &info) const;
    Result<void> checkNames() const;
    void warn(ErrorKind kind, const QString &message, const QString &hint = {})
    {
        m_made.listing.warnings.push_back({kind, message, hint, {m_survey.path, {}, 0, 0}});
    }

    const OrientSurvey &m_survey;
    const OrientReadOptions &m_options;
    std::vector<bool> m_isWanted; ///< by table of the survey
    OrientListing m_made;
};

Result<void> Lister::checkNames() const
{
    QStringList known;
    for (const OrientClass &made : m_survey.schema.classes)
        known += made.name;
    for (const OrientTable &table : m_survey.tables)
        known += table.name;
    for (const QString &name : m_options.included + m_options.excluded) {
        if (!isNamed(known, name))
            return Error{ErrorKind::Usage,
                         QStringLiteral("the export has no class %1").arg(name.left(60)),
                         didYouMean(name, known),
                         {m_survey.path, {}, 0, 0}};
    }
    return {};
}

bool Lister::isWanted(const OrientTable &table)
{
    if (isNamed(m_options.excluded, table.name))
        return false;
    if (!m_options.included.isEmpty())
        return isNamed(m_options.included, table.name);
    const bool isSecurity =
        table.classIndex >= 0 && m_survey.schema.classes[static_cast<size_t>(table.classIndex)].isSecurity();
    if (!isSecurity || m_options.withSecurity)
        return true;
    const bool hasPasswords = table.name == QLatin1String("OUser");
    warn(ErrorKind::Unsupported,
         QStringLiteral("%1 records of %2%3 are left out")
             .arg(table.rows)
             .arg(table.name, hasPasswords ? QStringLiteral(", with password hashes,") : QString()),
         QStringLiteral("--option includeSecurity=true takes them."));
    return false;
}

BundleTable Lister::describe(const OrientTable &table, std::vector<size_t> &columns) const
{
    BundleTable made;
    TableShape &shape = made.table.shape;
    shape.name = {{}, table.name};
    shape.origin = CellOrigin::Native;
    shape.key = {0};
    made.table.hasPrimaryKey = true;
    Column rid;
    rid.name = QStringLiteral("@rid");
    rid.nativeType = QStringLiteral("RID");
    rid.nullable = false;
    rid.precision = kRidLength;
    shape.columns.push_back(rid);
    for (size_t i = 0; i < table.columns.size(); ++i) {
        const OrientColumn &from = table.columns[i];
        if (from.isBag && !m_options.withBags)
            continue;
        Column column;
        column.name = from.name;
        column.type = logicalTypeOf(from.type);
        column.nativeType = from.isDeclared ? from.property.typeName : QString();
        if (from.type == OrientType::Link) {
            column.nativeType = QStringLiteral("LINK");
            column.precision = kRidLength;
        }
        column.nullable = !(from.isDeclared && from.property.isNotNull && from.property.isMandatory);
        shape.columns.push_back(column);
        columns.push_back(i);
    }
    made.member = QStringLiteral("records");
    made.formatId = QStringLiteral("orientdb");
    made.rows = table.rows;
    made.bytes = table.bytes;
    made.sha256 = m_survey.sha256;
    return made;
}

/// A link is a reference where all of its column lead to one table that is there.
void Lister::addReferences(const OrientTable &table, BundleTable &made) const
{
    for (const OrientColumn &column : table.columns) {
        if (column.type != OrientType::Link || column.targets.size() != 1 || column.targets.front() < 0)
            continue;
        const int target = m_survey.classTables[static_cast<size_t>(column.targets.front())];
        if (target < 0 || !m_isWanted[static_cast<size_t>(target)])
            continue;
        ForeignKey key;
        key.columns = {column.name};
        key.target = {{}, m_survey.tables[static_cast<size_t>(target)].name};
        key.targetColumns = {QStringLiteral("@rid")};
        made.table.foreignKeys.push_back(std::move(key));
    }
}

void Lister::addIndexes(const OrientTable &table, TableInfo &info) const
{
    for (const OrientIndex &index : m_survey.indexes) {
        if (table.classIndex < 0
            || !m_survey.schema.isSubclass(static_cast<size_t>(table.classIndex), index.className))
            continue;
        IndexInfo made;
        made.name = index.name;
        made.isUnique = index.isUnique;
        made.columns = index.fields;
        info.indexes.push_back(std::move(made));
    }
}

Result<OrientListing> Lister::run()
{
    RETURN_IF_ERROR(checkNames());
    BundleListing &listing = m_made.listing;
    listing.bundleId = QStringLiteral("orientdb");
    listing.generator =
        QStringLiteral("OrientDB ") + m_survey.schema.engineVersion.section(QLatin1Char(' '), 0, 0);
    listing.engineVersion = m_survey.schema.engineVersion;
    listing.sourceName = m_survey.schema.database;
    listing.warnings = m_survey.warnings;
    for (const OrientTable &table : m_survey.tables)
        m_isWanted.push_back(isWanted(table));
    std::vector<TableInfo> infos;
    std::vector<BundleTable> tables;
    std::vector<size_t> places;
    std::vector<std::vector<size_t>> columns;
    for (size_t i = 0; i < m_survey.tables.size(); ++i) {
        if (!m_isWanted[i])
            continue;
        std::vector<size_t> used;
        BundleTable made = describe(m_survey.tables[i], used);
        if (m_options.checksLinks)
            addReferences(m_survey.tables[i], made);
        addIndexes(m_survey.tables[i], made.table);
        infos.push_back(made.table);
        tables.push_back(std::move(made));
        places.push_back(i);
        columns.push_back(std::move(used));
    }
    for (const size_t i : dependencyOrder(infos)) {
        listing.tables.push_back(std::move(tables[i]));
        m_made.tables.push_back(places[i]);
        m_made.columns.push_back(std::move(columns[i]));
    }
    return std::move(m_made);
}

} // namespace

std::vector<OptionSpec> orientOptionSpecs()
{
    using Type = OptionSpec::Type;
    std::vector<OptionSpec> specs = {
        spec("includeClass", "Classes", Type::Text, QString(),
             "Only these classes (separated by commas or blanks)."),
        spec("excludeClass", "Classes to leave out", Type::Text, QString(), "All classes but these."),
        spec(
            "includeSecurity", "Users and roles", Type::Boolean, false,
            "Reads OUser with its password hashes, ORole and the other classes of OrientDB's security, too."),
        spec("linkBags", "Edges listed by vertices", Type::Boolean, true,
             "Reads in_… and out_… of vertices; the edges' own records say the same."),
        spec("migrateLinks", "Links as references", Type::Boolean, true,
             "Links become foreign keys, and each must lead to a record; false: plain text."),
        spec("brokenLinks", "Links into nothing", Type::Choice, QStringLiteral("reject"),
             "What becomes of a record whose link leads to no record: refused, or the link becomes NULL."),
        spec("timeZone", "Time zone", Type::Text, QStringLiteral("UTC"),
             "The zone of the database, in which its dates begin at midnight."),
    };
    specs[5].choices = {QStringLiteral("reject"), QStringLiteral("null")};
    for (size_t i = 2; i < specs.size(); ++i)
        specs[i].forWriting = false;
    specs[0].forWriting = specs[1].forWriting = false;
    specs.push_back(spec("preserveClusterIDs", "Keep cluster numbers", Type::Boolean, false,
                         "Record ids keep their clusters; false: 100 is added, so that the clusters of a new "
                         "database are not in the way."));
    specs.push_back(
        spec("dates", "Dates", Type::Choice, QStringLiteral("native"),
             "DATE and DATETIME, which have milliseconds in UTC; or text, which keeps all digits."));
    specs.back().choices = {QStringLiteral("native"), QStringLiteral("text")};
    specs.push_back(spec("compressionLevel", "How hard to pack", Type::Integer, 1,
                         "Of a file that ends in .gz: 0 (not at all) to 9 (smallest and slowest)."));
    for (size_t i = 7; i < specs.size(); ++i)
        specs[i].forReading = false;
    return specs;
}

Result<OrientReadOptions> readOrientOptions(const OptionValues &values)
{
    OrientReadOptions options;
    options.included = namesIn(values.text(QStringLiteral("includeClass")));
    options.excluded = namesIn(values.text(QStringLiteral("excludeClass")));
    options.withSecurity = values.flag(QStringLiteral("includeSecurity"), false);
    options.withBags = values.flag(QStringLiteral("linkBags"), true);
    options.checksLinks = values.flag(QStringLiteral("migrateLinks"), true);
    options.nullsBroken = values.text(QStringLiteral("brokenLinks")) == QLatin1String("null");
    const QString zone = values.text(QStringLiteral("timeZone"), QStringLiteral("UTC"));
    if (zone.compare(QLatin1String("UTC"), Qt::CaseInsensitive) != 0)
        options.zone = QTimeZone(zone.toLatin1());
    if (!options.zone.isValid())
        return Error{ErrorKind::Usage,
                     QStringLiteral("there is no time zone \"%1\"").arg(zone.left(60)),
                     QStringLiteral("Names are those of the IANA list: Europe/Rome."),
                     {}};
    return options;
}

Result<OrientListing> listOrient(const OrientSurvey &survey, const OrientReadOptions &options)
{
    return Lister(survey, options).run();
}

} // namespace galley
