// SPDX-License-Identifier: MIT
#include "workers/bundles/orientdb/orientschema.h"

#include "workers/bundles/orientdb/orientrid.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace galley {

namespace {

constexpr int kFirstExporter = 2;
constexpr int kLastExporter = 13;

struct TypeName
{
    QLatin1String name;
    OrientType type;
};

constexpr std::array<TypeName, 24> kTypes = {{
    {QLatin1String("BOOLEAN"), OrientType::Boolean},     {QLatin1String("INTEGER"), OrientType::Integer},
    {QLatin1String("SHORT"), OrientType::Integer},       {QLatin1String("LONG"), OrientType::Integer},
    {QLatin1String("FLOAT"), OrientType::Real},          {QLatin1String("DOUBLE"), OrientType::Real},
    {QLatin1String("DATETIME"), OrientType::DateTime},   {QLatin1String("STRING"), OrientType::String},
    {QLatin1String("BINARY"), OrientType::Bytes},        {QLatin1String("EMBEDDED"), OrientType::Json},
    {QLatin1String("EMBEDDEDLIST"), OrientType::Json},   {QLatin1String("EMBEDDEDSET"), OrientType::Json},
    {QLatin1String("EMBEDDEDMAP"), OrientType::Json},    {QLatin1String("LINK"), OrientType::Link},
    {QLatin1String("LINKLIST"), OrientType::Json},       {QLatin1String("LINKSET"), OrientType::Json},
    {QLatin1String("LINKMAP"), OrientType::Json},        {QLatin1String("BYTE"), OrientType::Byte},
    {QLatin1String("TRANSIENT"), OrientType::Transient}, {QLatin1String("DATE"), OrientType::Date},
    {QLatin1String("CUSTOM"), OrientType::Bytes},        {QLatin1String("DECIMAL"), OrientType::Decimal},
    {QLatin1String("LINKBAG"), OrientType::Json},        {QLatin1String("ANY"), OrientType::Any},
}};

Error refused(ErrorKind kind, const QString &message, const Place &where)
{
    return {kind, message, QStringLiteral("Export the database again."), where};
}

Result<QJsonDocument> parse(std::string_view text, const QString &section, const Place &where)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(
        QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())), &problem);
    if (document.isNull())
        return refused(ErrorKind::Malformed,
                       QStringLiteral("the section %1 is not JSON: %2").arg(section, problem.errorString()),
                       where);
    return document;
}

/// A whole number of 31 bits; `fallback` for anything else.
int integerOf(const QJsonValue &value, int fallback)
{
    return value.toInt(fallback);
}

OrientProperty readProperty(const QJsonObject &json)
{
    OrientProperty property;
    property.name = json.value(QLatin1String("name")).toString();
    property.typeName = json.value(QLatin1String("type")).toString();
    property.type = orientTypeOf(property.typeName);
    property.linkedClass = json.value(QLatin1String("linked-class")).toString();
    property.isMandatory = json.value(QLatin1String("mandatory")).toBool();
    property.isNotNull = json.value(QLatin1String("not-null")).toBool();
    return property;
}

Result<OrientClass> readClass(const QJsonObject &json, const Place &where)
{
    OrientClass made;
    made.name = json.value(QLatin1String("name")).toString();
    if (made.name.isEmpty())
        return refused(ErrorKind::Schema, QStringLiteral("a class has no name"), where);
    made.isAbstract = json.value(QLatin1String("abstract")).toBool();
    if (const QString one = json.value(QLatin1String("super-class")).toString(); !one.isEmpty())
        made.superClasses += one;
    const QJsonArray supers = json.value(QLatin1String("super-classes")).toArray();
    for (const QJsonValue &value : supers)
        made.superClasses += value.toString();
    const QJsonArray clusters = json.value(QLatin1String("cluster-ids")).toArray();
    for (const QJsonValue &value : clusters)
        made.clusters.push_back(integerOf(value, -1));
    const QJsonArray properties = json.value(QLatin1String("properties")).toArray();
    for (const QJsonValue &value : properties) {
        OrientProperty property = readProperty(value.toObject());
        if (property.name.isEmpty())
            return refused(ErrorKind::Schema,
                           QStringLiteral("a property of class %1 has no name").arg(made.name.left(60)),
                           where);
        made.properties.push_back(std::move(property));
    }
    return made;
}

/// Depth first; `path` holds the classes on the way.
Result<void> checkSupers(OrientSchema &schema, size_t index, std::vector<quint8> &state, const Place &where)
{
    struct Visit
    {
        size_t index;
        qsizetype next;
    };
    std::vector<Visit> path = {{index, 0}};
    state[index] = 1;
    while (!path.empty()) {
        Visit &top = path.back();
        const OrientClass &owner = schema.classes[top.index];
        if (top.next == owner.superClasses.size()) {
            state[top.index] = 2;
            path.pop_back();
            continue;
        }
        const QString super = owner.superClasses[top.next++];
        const int at = schema.indexOf(super);
        if (at < 0) {
            if (super != QLatin1String("V") && super != QLatin1String("E"))
                schema.warnings.push_back({ErrorKind::Schema,
                                           QStringLiteral("class %1 extends %2, which is not in the export")
                                               .arg(owner.name.left(60), super.left(60)),
                                           {},
                                           where});
            continue;
        }
        const auto next = static_cast<size_t>(at);
        if (state[next] == 1)
            return refused(ErrorKind::Schema,
                           QStringLiteral("class %1 extends itself, by way of %2")
                               .arg(schema.classes[next].name.left(60), owner.name.left(60)),
                           where);
        if (state[next] == 0) {
            state[next] = 1;
            path.push_back({next, 0});
        }
    }
    return {};
}

void addFields(const QJsonObject &definition, OrientIndex &index)
{
    if (index.className.isEmpty())
        index.className = definition.value(QLatin1String("className")).toString();
    if (const QString field = definition.value(QLatin1String("field")).toString(); !field.isEmpty())
        index.fields += field;
    const QJsonArray parts = definition.value(QLatin1String("indexDefinitions")).toArray();
    for (const QJsonValue &part : parts)
        addFields(part.toObject(), index);
}

} // namespace

OrientType orientTypeOf(const QString &name)
{
    for (const TypeName &known : kTypes) {
        if (name.compare(known.name, Qt::CaseInsensitive) == 0)
            return known.type;
    }
    return OrientType::Any;
}

bool OrientClass::isSecurity() const
{
    static const QStringList kNames = {QStringLiteral("OIdentity"),
                                       QStringLiteral("ORestricted"),
                                       QStringLiteral("ORole"),
                                       QStringLiteral("OUser"),
                                       QStringLiteral("OSecurityPolicy"),
                                       QStringLiteral("OTriggered"),
                                       QStringLiteral("OSecurityResource"),
                                       QStringLiteral("___exportImportRIDMap"),
                                       QStringLiteral("_studio")};
    return kNames.contains(name);
}

int OrientSchema::indexOf(const QString &className) const
{
    for (size_t i = 0; i < classes.size(); ++i) {
        if (classes[i].name.compare(className, Qt::CaseInsensitive) == 0)
            return static_cast<int>(i);
    }
    return -1;
}

std::vector<OrientProperty> OrientSchema::propertiesOf(size_t index) const
{
    std::vector<size_t> order; // this class, then what it extends; no cycles (checked on reading)
    const auto add = [&](const auto &self, size_t at) -> void {
        for (const QString &super : classes[at].superClasses) {
            const int found = indexOf(super);
            if (found >= 0
                && std::find(order.begin(), order.end(), static_cast<size_t>(found)) == order.end())
                self(self, static_cast<size_t>(found));
        }
        order.push_back(at);
    };
    add(add, index);
    std::vector<OrientProperty> all;
    for (const size_t at : order) {
        for (const OrientProperty &property : classes[at].properties) {
            const auto same = std::find_if(all.begin(), all.end(), [&](const OrientProperty &known) {
                return known.name == property.name;
            });
            if (same != all.end())
                *same = property;
            else
                all.push_back(property);
        }
    }
    return all;
}

bool OrientSchema::isSubclass(size_t index, const QString &of) const
{
    if (classes[index].name.compare(of, Qt::CaseInsensitive) == 0)
        return true;
    return std::any_of(classes[index].superClasses.begin(), classes[index].superClasses.end(),
                       [&](const QString &super) {
                           const int at = indexOf(super);
                           return at < 0 ? super == of : isSubclass(static_cast<size_t>(at), of);
                       });
}

Result<void> readOrientInfo(std::string_view text, const Place &where, OrientSchema &schema)
{
    ASSIGN_OR_RETURN(const QJsonDocument document, parse(text, QStringLiteral("info"), where));
    const QJsonObject info = document.object();
    schema.database = info.value(QLatin1String("name")).toString();
    schema.engineVersion = info.value(QLatin1String("engine-version")).toString();
    const QJsonValue version = info.contains(QLatin1String("exporter-version"))
        ? info.value(QLatin1String("exporter-version"))
        : info.value(QLatin1String("exporter-format"));
    if (!version.isDouble())
        return refused(ErrorKind::Schema, QStringLiteral("info has no exporter-version"), where);
    schema.exporterVersion = integerOf(version, -1);
    if (schema.exporterVersion < kFirstExporter || schema.exporterVersion > kLastExporter)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("the export is of exporter-version %1; known are %2 to %3")
                         .arg(version.toVariant().toString())
                         .arg(kFirstExporter)
                         .arg(kLastExporter),
                     QStringLiteral("Export it with OrientDB 1.x to 3.2."), where};
    return {};
}

Result<void> readOrientClusters(std::string_view text, const Place &where, OrientSchema &schema)
{
    ASSIGN_OR_RETURN(const QJsonDocument document, parse(text, QStringLiteral("clusters"), where));
    schema.hasClusters = true;
    const QJsonArray clusters = document.array();
    for (const QJsonValue &value : clusters) {
        const QJsonObject cluster = value.toObject();
        const int id = integerOf(cluster.value(QLatin1String("id")), -1);
        const QString name = cluster.value(QLatin1String("name")).toString();
        if (id < 0 || id > OrientRid::kLastCluster || name.isEmpty())
            return refused(ErrorKind::Schema, QStringLiteral("a cluster without name or number"), where);
        if (schema.clusters.contains(id))
            return refused(ErrorKind::Duplicate, QStringLiteral("cluster %1 is listed twice").arg(id), where);
        schema.clusters.insert(id, name);
    }
    return {};
}

Result<void> readOrientClasses(std::string_view text, const Place &where, OrientSchema &schema)
{
    ASSIGN_OR_RETURN(const QJsonDocument document, parse(text, QStringLiteral("schema"), where));
    const QJsonArray classes = document.object().value(QLatin1String("classes")).toArray();
    constexpr qsizetype kMostClasses = OrientRid::kLastCluster + 1;
    if (classes.size() > kMostClasses)
        return refused(ErrorKind::Limit, QStringLiteral("more than %1 classes").arg(kMostClasses), where);
    for (const QJsonValue &value : classes) {
        ASSIGN_OR_RETURN(OrientClass made, readClass(value.toObject(), where));
        if (schema.indexOf(made.name) >= 0)
            return refused(ErrorKind::Duplicate,
                           QStringLiteral("class %1 is declared twice").arg(made.name.left(60)), where);
        schema.classes.push_back(std::move(made));
    }
    std::vector<quint8> state(schema.classes.size());
    for (size_t i = 0; i < schema.classes.size(); ++i) {
        if (state[i] == 0)
            RETURN_IF_ERROR(checkSupers(schema, i, state, where));
    }
    return {};
}

std::vector<OrientIndex> readOrientIndexes(std::string_view text)
{
    std::vector<OrientIndex> indexes;
    const auto document = parse(text, {}, {});
    const QJsonArray all = document ? document->array() : QJsonArray();
    for (const QJsonValue &value : all) {
        const QJsonObject json = value.toObject();
        OrientIndex index;
        index.name = json.value(QLatin1String("name")).toString();
        index.isUnique = json.value(QLatin1String("type")).toString().startsWith(QLatin1String("UNIQUE"));
        addFields(
            json.value(QLatin1String("definition")).toObject().value(QLatin1String("stream")).toObject(),
            index);
        if (!index.name.isEmpty() && !index.className.isEmpty() && !index.fields.isEmpty())
            indexes.push_back(std::move(index));
    }
    return indexes;
}

QStringList readOrientManualIndexes(std::string_view text)
{
    QStringList names;
    const auto document = parse(text, {}, {});
    const QJsonArray all = document ? document->array() : QJsonArray();
    for (const QJsonValue &value : all) {
        const QJsonObject json = value.toObject();
        if (!json.value(QLatin1String("content")).toArray().isEmpty())
            names += json.value(QLatin1String("name")).toString();
    }
    return names;
}

} // namespace galley
