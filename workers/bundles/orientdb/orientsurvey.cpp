// SPDX-License-Identifier: MIT
#include "workers/bundles/orientdb/orientsurvey.h"

#include "workers/base/numbers.h"
#include "workers/base/sha256.h"
#include "workers/bundles/orientdb/orientsettle.h"

#include <algorithm>

namespace galley {

namespace {

constexpr size_t kMostRuns = 1024; ///< of a table; then the last one goes on over what lies between
constexpr size_t kMostColumns = 10'000;
constexpr qint64 kDayMs = 86'400'000;

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<size_t>(text.size(), 60)));
}

class Surveyor
{
public:
    Surveyor(QString path, const std::stop_token &stop)
        : m_survey(std::make_shared<OrientSurvey>())
        , m_sorter(*m_survey)
        , m_stop(stop)
    {
        m_survey->path = std::move(path);
    }
    Result<std::shared_ptr<const OrientSurvey>> run();

private:
    Place placeOf(const QString &section) const { return {m_survey->path, section, 0, 0}; }
    Result<void> readSections(OrientScanner &scanner);
    Result<void> readSection(const QByteArray &name, OrientScanner &scanner);
    Result<void> readRecords(OrientScanner &scanner);
    Result<void> addRecord(const OrientRecord &record, const OrientScanner &scanner);
    Result<size_t> addTable(const OrientRecord &record);
    size_t addTable(OrientTable table);
    void addColumns(OrientTable &table) const;
    Result<void> addFields(size_t at, const OrientRecord &record);
    void note(OrientColumn &column, const JsonValue &value, char code) const;
    void addRun(size_t at, const OrientRecord &record);
    void settle();

    std::shared_ptr<OrientSurvey> m_survey;
    OrientSorter m_sorter;
    const std::stop_token &m_stop;
    std::vector<OrientFields> m_fields; ///< by table
    QStringList m_sections;
    int m_lastTable = -1;
};

Result<void> Surveyor::readSection(const QByteArray &name, OrientScanner &scanner)
{
    const QString section = QString::fromUtf8(name.left(60));
    if (m_sections.contains(section))
        return Error{
            ErrorKind::Duplicate, QStringLiteral("the section %1 comes twice").arg(section), {}, placeOf({})};
    m_sections += section;
    if (name == "records")
        return readRecords(scanner);
    ASSIGN_OR_RETURN(const std::string_view text, scanner.takeSection());
    if (name == "info")
        return readOrientInfo(text, placeOf(section), m_survey->schema);
    if (name == "clusters")
        return readOrientClusters(text, placeOf(section), m_survey->schema);
    if (name == "schema")
        return readOrientClasses(text, placeOf(section), m_survey->schema);
    auto &warnings = m_survey->warnings;
    if (name == "indexes") {
        m_survey->indexes = readOrientIndexes(text);
    } else if (name == "manualIndexes") {
        for (const QString &index : readOrientManualIndexes(text))
            warnings.push_back({ErrorKind::Unsupported,
                                QStringLiteral("the manual index %1 is not carried over").arg(index.left(60)),
                                {},
                                placeOf(section)});
    } else if (name == "brokenRids") {
        const auto count = std::count(text.begin(), text.end(), '#');
        if (count > 0)
            warnings.push_back({ErrorKind::Reference,
                                QStringLiteral("OrientDB could not read %1 records when it exported: %2")
                                    .arg(count)
                                    .arg(textOf(text)),
                                QStringLiteral("Repair the database (CHECK DATABASE) and export it again."),
                                placeOf(section)});
    } else {
        warnings.push_back({ErrorKind::Unsupported,
                            QStringLiteral("the section %1 is not known and is not read").arg(section),
                            {},
                            placeOf(section)});
    }
    return {};
}

Result<void> Surveyor::readSections(OrientScanner &scanner)
{
    for (;;) {
        ASSIGN_OR_RETURN(const auto name, scanner.nextSection());
        if (!name)
            break;
        RETURN_IF_ERROR(readSection(*name, scanner));
    }
    for (const char *needed : {"info", "schema", "records"}) {
        if (!m_sections.contains(QLatin1String(needed)))
            return Error{ErrorKind::Schema,
                         QStringLiteral("the export has no section %1").arg(QLatin1String(needed)),
                         QStringLiteral("Export the whole database, without -excludeAll."), placeOf({})};
    }
    return {};
}

Result<void> Surveyor::readRecords(OrientScanner &scanner)
{
    for (const char *needed : {"info", "schema"}) {
        if (!m_sections.contains(QLatin1String(needed)))
            return Error{
                ErrorKind::Schema,
                QStringLiteral("the export has no section %1 before its records").arg(QLatin1String(needed)),
                QStringLiteral("OrientDB writes info, clusters and schema first: export it again."),
                placeOf(QStringLiteral("records"))};
    }
    m_survey->classTables.assign(m_survey->schema.classes.size(), -1);
    for (size_t i = 0; i < m_survey->schema.classes.size(); ++i) {
        for (const int cluster : m_survey->schema.classes[i].clusters) {
            if (cluster >= 0)
                m_survey->clusterClasses.insert(cluster, static_cast<int>(i));
        }
    }
    RETURN_IF_ERROR(scanner.beginRecords());
    OrientRecord record;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasOne, scanner.nextRecord(record));
        if (!hasOne)
            return {};
        if (record.number % 1024 == 0 && m_stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
        RETURN_IF_ERROR(addRecord(record, scanner));
    }
}

Result<void> Surveyor::addRecord(const OrientRecord &record, const OrientScanner &scanner)
{
    auto table = m_sorter.tableOf(record);
    if (!table) {
        Error error = std::move(table).error();
        error.where = scanner.placeOf(record.number);
        return error;
    }
    if (const auto rid = parseRid(record.rid.text))
        m_survey->rids.add(*rid);
    if (*table == OrientSorter::kInternal) {
        m_lastTable = -1;
        return {};
    }
    auto at = static_cast<size_t>(*table);
    if (*table == OrientSorter::kNotYet) {
        ASSIGN_OR_RETURN(at, addTable(record));
    }
    addRun(at, record);
    Result<void> added = addFields(at, record);
    if (added)
        return {};
    Error error = std::move(added).error();
    error.where = scanner.placeOf(record.number);
    return error;
}

/// The first record of its table.
Result<size_t> Surveyor::addTable(const OrientRecord &record)
{
    OrientTable table;
    if (m_sorter.classOf() >= 0) {
        const auto at = static_cast<size_t>(m_sorter.classOf());
        table.classIndex = m_sorter.classOf();
        table.name = m_survey->schema.classes[at].name;
        addColumns(table);
        return addTable(std::move(table));
    }
    if (record.type == "b") {
        table.kind = OrientTable::Kind::Blobs;
        table.name = QStringLiteral("blob");
        OrientColumn value;
        value.field = "value";
        value.isDeclared = true;
        value.property.type = OrientType::Bytes;
        value.property.typeName = QStringLiteral("BINARY");
        table.columns.push_back(value);
        return addTable(std::move(table));
    }
    const int cluster = parseRid(record.rid.text)->cluster; // the sorter saw to it
    table.kind = OrientTable::Kind::Cluster;
    table.name = m_survey->schema.clusters.value(cluster, QStringLiteral("cluster %1").arg(cluster));
    const size_t at = addTable(std::move(table));
    m_survey->clusterTables.insert(cluster, static_cast<int>(at));
    return at;
}

void Surveyor::addColumns(OrientTable &table) const
{
    for (const OrientProperty &property :
         m_survey->schema.propertiesOf(static_cast<size_t>(table.classIndex))) {
        if (property.type == OrientType::Transient)
            continue;
        OrientColumn column;
        column.field = property.name.toUtf8();
        column.isDeclared = true;
        column.property = property;
        table.columns.push_back(std::move(column));
    }
}

size_t Surveyor::addTable(OrientTable table)
{
    const size_t at = m_survey->tables.size();
    std::vector<QByteArray> names;
    for (const OrientColumn &column : table.columns)
        names.push_back(column.field);
    m_fields.emplace_back(names);
    if (table.kind == OrientTable::Kind::Class)
        m_survey->classTables[static_cast<size_t>(table.classIndex)] = static_cast<int>(at);
    else if (table.kind == OrientTable::Kind::Blobs)
        m_survey->blobTable = static_cast<int>(at);
    m_survey->tables.push_back(std::move(table));
    return at;
}

void Surveyor::addRun(size_t at, const OrientRecord &record)
{
    OrientTable &table = m_survey->tables[at];
    ++table.rows;
    table.bytes += record.end - record.offset;
    const bool goesOn = m_lastTable == static_cast<int>(at) || table.runs.size() == kMostRuns;
    if (goesOn && !table.runs.empty())
        table.runs.back().end = record.end;
    else
        table.runs.push_back({record.offset, record.end, record.number});
    m_lastTable = static_cast<int>(at);
}

Result<void> Surveyor::addFields(size_t at, const OrientRecord &record)
{
    OrientTable &table = m_survey->tables[at];
    OrientFields &fields = m_fields[at];
    for (size_t i = 0; i < record.fields.size(); ++i) {
        if (fields.find(record.fields[i].key, i) >= 0)
            continue;
        if (table.columns.size() >= kMostColumns)
            return Error{ErrorKind::Limit,
                         QStringLiteral("records of %1 have more than %2 different fields")
                             .arg(table.name.left(60))
                             .arg(kMostColumns),
                         QStringLiteral("Leave the class out with excludeClass."),
                         {}};
        const auto name = fields.add(record.fields[i].key);
        if (!name)
            return Error{ErrorKind::Encoding,
                         QStringLiteral("the name of field %1 holds half a surrogate pair").arg(i + 1),
                         {},
                         {}};
        OrientColumn column;
        column.field = *name;
        table.columns.push_back(std::move(column));
    }
    fields.takeTypes(record);
    for (size_t i = 0; i < record.fields.size(); ++i) {
        const int column = fields.find(record.fields[i].key, i);
        OrientColumn &known = table.columns[static_cast<size_t>(column)];
        const char code = fields.codeOf(column);
        if (record.fields[i].value.kind != JsonValue::Kind::Null)
            note(known, record.fields[i].value, code);
        else if (code == 'd' || code == 'f') // NaN and infinities are written as null
            known.seen |= orientBit(OrientType::Real);
    }
    return {};
}

void Surveyor::note(OrientColumn &column, const JsonValue &value, char code) const
{
    const bool isFree = !column.isDeclared || column.property.type == OrientType::Any;
    const OrientType type = isFree ? seenType(value, code) : column.property.type;
    if (isFree)
        column.seen |= orientBit(type);
    column.isBag = code == 'g' && (column.values == 0 || column.isBag);
    ++column.values;
    if (type == OrientType::Link) {
        const auto rid = parseRid(value.text);
        const int target = rid ? m_survey->clusterClasses.value(rid->cluster, -1) : -1;
        if (std::find(column.targets.begin(), column.targets.end(), target) == column.targets.end())
            column.targets.push_back(target);
    } else if (type == OrientType::Date && value.kind == JsonValue::Kind::Number) {
        const auto ms = parseInteger(value.text);
        column.oddDates += ms && *ms % kDayMs != 0 ? 1 : 0;
    } else if (column.isBag) {
        column.bagEntries += std::count(value.text.begin(), value.text.end(), '#');
    }
}

void Surveyor::settle()
{
    const OrientSchema &schema = m_survey->schema;
    for (size_t i = 0; i < schema.classes.size(); ++i) { // classes without a record are tables, too
        const OrientClass &made = schema.classes[i];
        const bool isOwn = made.isSecurity() || made.name == QLatin1String("V")
            || made.name == QLatin1String("E") || made.name == QLatin1String("OFunction")
            || made.name == QLatin1String("OSequence") || made.name == QLatin1String("OSchedule");
        if (m_survey->classTables[i] >= 0 || made.isAbstract || isOwn)
            continue;
        OrientTable table;
        table.classIndex = static_cast<int>(i);
        table.name = made.name;
        addColumns(table);
        addTable(std::move(table));
    }
    for (OrientTable &table : m_survey->tables) {
        if (table.kind != OrientTable::Kind::Class && schema.indexOf(table.name) >= 0)
            table.name += QStringLiteral(" (no class)");
    }
    settleOrientColumns(*m_survey);
    const auto &warnings = schema.warnings;
    m_survey->warnings.insert(m_survey->warnings.end(), warnings.begin(), warnings.end());
}

Result<std::shared_ptr<const OrientSurvey>> Surveyor::run()
{
    ASSIGN_OR_RETURN(m_survey->stamp, stampOf(m_survey->path));
    ASSIGN_OR_RETURN(auto file, openFile(m_survey->path));
    auto hashing = std::make_unique<HashingSource>(std::move(file));
    const HashingSource *hash = hashing.get();
    ASSIGN_OR_RETURN(auto text, openPackedText(std::move(hashing), &m_survey->leadingBytes));
    OrientScanner scanner(std::move(text));
    RETURN_IF_ERROR(readSections(scanner));
    m_survey->sha256 = hash->result();
    settle();
    ASSIGN_OR_RETURN(const FileStamp after, stampOf(m_survey->path));
    if (after != m_survey->stamp || hash->byteCount() != after.size)
        return Error{ErrorKind::Conflict, QStringLiteral("the file is being written to"),
                     QStringLiteral("Wait until the export is complete."), placeOf({})};
    return std::shared_ptr<const OrientSurvey>(std::move(m_survey));
}

} // namespace

Result<std::shared_ptr<const OrientSurvey>> surveyOrient(const QString &path, const std::stop_token &stop)
{
    return Surveyor(path, stop).run();
}

} // namespace galley
