// SPDX-License-Identifier: MIT
#include "workers/bundles/openmetadata/metadatafields.h"

#include <algorithm>

namespace galley {

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QString withoutStar(const QString &name)
{
    const QString trimmed = name.trimmed();
    return trimmed.endsWith(QLatin1Char('*')) ? trimmed.chopped(1) : trimmed;
}

/// -1: none of theirs.
int fieldOf(const QString &headerName)
{
    const QString name = withoutStar(headerName);
    const auto known = metadataColumns().indexOf(name);
    if (known >= 0)
        return static_cast<int>(known);
    static const std::vector<std::pair<QString, MetadataField>> others = {
        {text("domain"), Domains},
        {text("column.name"), Name},
        {text("column.fullyQualifiedName"), Name},
        {text("column.displayName"), DisplayName},
        {text("column.description"), Description},
        {text("column.tags"), Tags},
        {text("column.glossaryTerms"), GlossaryTerms},
        {text("dataType"), DataType},
    };
    for (const auto &[other, field] : others) {
        if (name == other)
            return field;
    }
    return -1;
}

Error schemaError(const QString &message, const QString &hint, const Place &place)
{
    return {ErrorKind::Schema, message, hint, place};
}

QString plainFile()
{
    return QStringLiteral("A file that is none of OpenMetadata's is read with --format csv.");
}

} // namespace

const QStringList &metadataColumns()
{
    static const QStringList names = {
        text("fullyQualifiedName"),
        text("entityType"),
        text("name"),
        text("displayName"),
        text("description"),
        text("owner"),
        text("tags"),
        text("glossaryTerms"),
        text("tiers"),
        text("certification"),
        text("retentionPeriod"),
        text("sourceUrl"),
        text("domains"),
        text("extension"),
        text("column.dataTypeDisplay"),
        text("column.dataType"),
        text("column.arrayDataType"),
        text("column.dataLength"),
        text("storedProcedure.code"),
        text("storedProcedure.language"),
    };
    return names;
}

TableShape metadataShape(const std::vector<MetadataField> &fields)
{
    TableShape shape;
    shape.name = {{}, QStringLiteral("metadata")};
    shape.origin = CellOrigin::Lexical;
    for (const MetadataField field : fields) {
        Column column;
        column.name = metadataColumns()[field];
        column.nullable = field != FullyQualifiedName && field != Name;
        if (field == FullyQualifiedName)
            shape.key = {static_cast<int>(shape.columns.size())};
        shape.columns.push_back(std::move(column));
    }
    return shape;
}

bool MetadataHeader::has(MetadataField field) const
{
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

std::vector<MetadataField> MetadataHeader::rowFields(bool knowsLevel) const
{
    std::vector<MetadataField> all;
    for (quint8 i = 0; i < MetadataFieldCount; ++i) {
        const auto field = static_cast<MetadataField>(i);
        if (field == FullyQualifiedName || has(field) || (field == EntityType && knowsLevel))
            all.push_back(field);
    }
    return all;
}

Result<MetadataHeader> readMetadataHeader(const QStringList &names, const Place &place)
{
    if (names.value(0) == QLatin1String("status") && names.value(1) == QLatin1String("details"))
        return schemaError(
            QStringLiteral("this is the result of an import, with the columns status and details first"),
            QStringLiteral("Import the file that was sent, or take these two columns out."), place);
    MetadataHeader header;
    for (const QString &name : names) {
        const int field = fieldOf(name);
        if (field < 0)
            return schemaError(QStringLiteral("OpenMetadata has no column \"%1\"").arg(name.left(60)),
                               QStringLiteral("Take it out, or write it as they do. ") + plainFile(), place);
        if (header.has(static_cast<MetadataField>(field)))
            return Error{ErrorKind::Duplicate,
                         QStringLiteral("the column %1 is there twice").arg(metadataColumns()[field]),
                         QStringLiteral("Take one of them out."), place};
        header.fields.push_back(static_cast<MetadataField>(field));
        header.areColumns = header.areColumns || withoutStar(name).startsWith(QLatin1String("column."))
            || withoutStar(name) == QLatin1String("dataType");
    }
    header.isRecursive = header.has(EntityType);
    header.areColumns = header.areColumns && !header.isRecursive;
    if (!header.has(Name))
        return schemaError(QStringLiteral("the column name is missing"),
                           QStringLiteral("Every row needs the name of what it describes. ") + plainFile(),
                           place);
    if (header.isRecursive && !header.has(FullyQualifiedName))
        return schemaError(QStringLiteral("the column fullyQualifiedName is missing beside entityType"),
                           QStringLiteral("It says to which table a row belongs."), place);
    return header;
}

bool looksLikeMetadata(const QStringList &names)
{
    qsizetype known = 0;
    bool hasSigns = false;
    for (const QString &name : names) {
        const int field = fieldOf(name);
        known += field >= 0 ? 1 : 0;
        hasSigns = hasSigns || field == DisplayName || field == EntityType;
    }
    return hasSigns && known >= 2 && (known == names.size() || known >= 5);
}

QStringList metadataHeaderNames(const QString &version, const QString &level)
{
    if (level == QLatin1String("column"))
        return text("column.name*,column.displayName,column.description,column.dataTypeDisplay,"
                    "column.dataType,column.arrayDataType,column.dataLength,column.tags,"
                    "column.glossaryTerms")
            .split(QLatin1Char(','));
    QString line = text("name*,displayName,description,owner,tags");
    if (version != QLatin1String("1.2"))
        line += text(",glossaryTerms,tiers");
    if (version == QLatin1String("1.7") || version == QLatin1String("1.10"))
        line += text(",certification");
    if (level != QLatin1String("database"))
        line += text(",retentionPeriod,sourceUrl");
    line += version == QLatin1String("1.10") ? text(",domains") : text(",domain");
    if (version != QLatin1String("1.2"))
        line += text(",extension");
    if (level.isEmpty())
        line += text(",entityType*,fullyQualifiedName,column.dataTypeDisplay,column.dataType,"
                     "column.arrayDataType,column.dataLength,storedProcedure.code,storedProcedure.language");
    return line.split(QLatin1Char(','));
}

std::string quotedNamePart(std::string_view name)
{
    const bool isQuoted =
        name.size() > 2 && name.front() == '"' && name.back() == '"' && nameParts(name).size() == 1;
    if (isQuoted || name.find_first_of(".\"") == std::string_view::npos)
        return std::string(name);
    std::string out = "\"";
    for (const char c : name) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + '"';
}

std::vector<std::string_view> nameParts(std::string_view name)
{
    std::vector<std::string_view> parts;
    size_t start = 0;
    bool isInside = false;
    for (size_t i = 0; i <= name.size(); ++i) {
        if (i < name.size() && name[i] == '"') {
            const bool isDoubled = isInside && i + 1 < name.size() && name[i + 1] == '"';
            if (isDoubled) {
                ++i;
                continue;
            }
            const bool isAtEdge = isInside ? i + 1 == name.size() || name[i + 1] == '.' : i == start;
            if (!isAtEdge)
                return {};
            isInside = !isInside;
        } else if (i == name.size() || (name[i] == '.' && !isInside)) {
            const std::string_view part = name.substr(start, i - start);
            if (isInside || part.empty() || part == "\"\"")
                return {};
            parts.push_back(part);
            start = i + 1;
        }
    }
    return parts;
}

} // namespace galley
