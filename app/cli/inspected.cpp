// SPDX-License-Identifier: MIT
#include "app/cli/inspected.h"

#include "app/cli/jsonwriter.h"
#include "app/cli/output.h"
#include "app/cli/report.h"

#include <algorithm>

namespace galley::cli {

namespace {

/// One column as `Name TEXT not null, key`.
QString columnText(const TableShape &shape, size_t index)
{
    const Column &column = shape.columns[index];
    QString type = column.nativeType.isEmpty() ? logicalTypeName(column.type) : column.nativeType;
    const bool isKey =
        std::find(shape.key.begin(), shape.key.end(), static_cast<int>(index)) != shape.key.end();
    QStringList notes;
    if (isKey)
        notes += QStringLiteral("key");
    if (!column.nullable)
        notes += QStringLiteral("not null");
    if (column.generated)
        notes += QStringLiteral("generated");
    if (!column.defaultExpression.isEmpty())
        notes += QStringLiteral("default ") + column.defaultExpression;
    return QStringLiteral("    %1  %2%3\n")
        .arg(escapeControls(column.name), escapeControls(type),
             notes.isEmpty()
                 ? QString()
                 : QStringLiteral("  (%1)").arg(escapeControls(notes.join(QStringLiteral(", ")))));
}

QString columnsText(const TableShape &shape)
{
    QString out;
    for (size_t i = 0; i < shape.columns.size(); ++i)
        out += columnText(shape, i);
    return out;
}

QString tableText(const TableInfo &info, qint64 rows)
{
    QString head = QStringLiteral("  ") + escapeControls(info.shape.name.toString());
    if (rows >= 0)
        head += QStringLiteral(": ") + counted(rows, QStringLiteral("row"), QStringLiteral("rows"));
    if (info.kind == TableInfo::Kind::Virtual)
        head += QStringLiteral(", virtual");
    QString out = head + QLatin1Char('\n') + columnsText(info.shape);
    for (const ForeignKey &key : info.foreignKeys)
        out += QStringLiteral("    foreign key (%1) -> %2 (%3)\n")
                   .arg(escapeControls(key.columns.join(QStringLiteral(", "))),
                        escapeControls(key.target.toString()),
                        escapeControls(key.targetColumns.join(QStringLiteral(", "))));
    for (const IndexInfo &index : info.indexes) {
        if (!index.isAutomatic)
            out +=
                QStringLiteral("    %1index %2 (%3)\n")
                    .arg(index.isUnique ? QStringLiteral("unique ") : QString(), escapeControls(index.name),
                         escapeControls(index.columns.join(QStringLiteral(", "))));
    }
    return out;
}

void writeColumns(JsonWriter &json, const TableShape &shape)
{
    json.beginArray("columns");
    for (const Column &column : shape.columns) {
        json.beginObject().text("name", column.name).text("type", logicalTypeName(column.type));
        json.text("nativeType", column.nativeType).flag("nullable", column.nullable);
        if (column.generated)
            json.flag("generated", true);
        if (!column.defaultExpression.isEmpty())
            json.text("default", column.defaultExpression);
        json.endObject();
    }
    json.endArray().beginArray("key");
    for (const int index : shape.key)
        json.text(shape.columns[static_cast<size_t>(index)].name);
    json.endArray();
}

void writeTable(JsonWriter &json, const TableInfo &info, qint64 rows)
{
    json.text("table", info.shape.name.toString());
    if (rows >= 0)
        json.number("rows", rows);
    if (info.kind == TableInfo::Kind::Virtual)
        json.flag("virtual", true);
    writeColumns(json, info.shape);
    json.beginArray("foreignKeys");
    for (const ForeignKey &key : info.foreignKeys) {
        json.beginObject().text("columns", key.columns.join(QLatin1Char(',')));
        json.text("target", key.target.toString());
        json.text("targetColumns", key.targetColumns.join(QLatin1Char(','))).endObject();
    }
    json.endArray().beginArray("indexes");
    for (const IndexInfo &index : info.indexes) {
        json.beginObject().text("name", index.name).text("columns", index.columns.join(QLatin1Char(',')));
        json.flag("unique", index.isUnique).endObject();
    }
    json.endArray();
}

JsonWriter begun(const char *kind, const QString &path)
{
    JsonWriter json;
    json.beginObject().flag("ok", true).text("verb", QStringLiteral("inspect"));
    json.text("kind", QString::fromLatin1(kind)).text("path", path);
    return json;
}

QString ended(JsonWriter &json)
{
    json.endObject();
    return QString::fromUtf8(json.bytes()) + QLatin1Char('\n');
}

template<typename Views> void writeViews(JsonWriter &json, const Views &views)
{
    json.beginArray("views");
    for (const ViewInfo &view : views)
        json.text(view.name.toString());
    json.endArray();
}

void writeTriggers(JsonWriter &json, const std::vector<TriggerInfo> &triggers)
{
    json.beginArray("triggers");
    for (const TriggerInfo &trigger : triggers)
        json.text(trigger.name);
    json.endArray();
}

QString objectsText(const std::vector<ViewInfo> &views, const std::vector<TriggerInfo> &triggers)
{
    QString out;
    for (const ViewInfo &view : views)
        out += QStringLiteral("  view %1\n").arg(escapeControls(view.name.toString()));
    for (const TriggerInfo &trigger : triggers)
        out += QStringLiteral("  trigger %1 on %2\n")
                   .arg(escapeControls(trigger.name), escapeControls(trigger.table.toString()));
    return out;
}

} // namespace

QString catalogText(const Catalog &catalog, const QString &path)
{
    QString out =
        QStringLiteral("%1: %2 %3\n").arg(escapeControls(path), catalog.engine, catalog.engineVersion);
    for (const TableInfo &table : catalog.tables) {
        if (table.kind != TableInfo::Kind::Shadow)
            out += tableText(table, table.approximateRows);
    }
    return out + objectsText(catalog.views, catalog.triggers);
}

QString catalogJson(const Catalog &catalog, const QString &path)
{
    JsonWriter json = begun("database", path);
    json.text("engine", catalog.engine).text("engineVersion", catalog.engineVersion).beginArray("tables");
    for (const TableInfo &table : catalog.tables) {
        if (table.kind == TableInfo::Kind::Shadow)
            continue;
        json.beginObject();
        writeTable(json, table, table.approximateRows);
        json.endObject();
    }
    json.endArray();
    writeViews(json, catalog.views);
    writeTriggers(json, catalog.triggers);
    return ended(json);
}

QString listingText(const BundleListing &listing, const QString &path)
{
    QString out = QStringLiteral("%1: bundle %2 by %3, from %4, %5\n")
                      .arg(escapeControls(path), listing.bundleId, escapeControls(listing.generator),
                           escapeControls(listing.sourceName),
                           listing.isSealed ? QStringLiteral("sealed") : QStringLiteral("not sealed"));
    for (const BundleTable &table : listing.tables) {
        out += tableText(table.table, table.rows);
        if (!table.member.isEmpty())
            out += QStringLiteral("    in %1%2\n")
                       .arg(escapeControls(table.member),
                            table.bytes >= 0 ? QStringLiteral(", ") + byteSize(table.bytes) : QString());
    }
    return out + objectsText(listing.views, listing.triggers) + warningsText(listing.warnings);
}

QString listingJson(const BundleListing &listing, const QString &path)
{
    JsonWriter json = begun("bundle", path);
    json.text("bundle", listing.bundleId).text("generator", listing.generator);
    json.text("engine", listing.engine).text("source", listing.sourceName).flag("sealed", listing.isSealed);
    json.beginArray("tables");
    for (const BundleTable &table : listing.tables) {
        json.beginObject();
        writeTable(json, table.table, table.rows);
        json.text("member", table.member).text("format", table.formatId);
        if (table.bytes >= 0)
            json.number("bytes", table.bytes);
        json.text("sha256", QString::fromLatin1(table.sha256)).endObject();
    }
    json.endArray();
    writeViews(json, listing.views);
    writeTriggers(json, listing.triggers);
    writeWarnings(json, "warnings", listing.warnings);
    return ended(json);
}

QString detectionText(const Format &format, const Detection &detection, const TableShape &shape,
                      const QString &path)
{
    QString out = QStringLiteral("%1: %2\n").arg(escapeControls(path), format.name());
    TextTable table;
    for (const char *heading : {"detected", "value", "sure", "why"})
        table.addColumn(QString::fromLatin1(heading));
    for (const DetectedFact &fact : detection.facts)
        table.addRow(
            {fact.label, fact.value, QStringLiteral("%1 %").arg(qRound(fact.confidence * 100)), fact.note});
    if (!table.isEmpty())
        out += table.toString(true);
    if (!detection.isCertain)
        out += QStringLiteral("This is not certain: an import asks for --option.\n");
    return out + QStringLiteral("Columns:\n") + columnsText(shape) + warningsText(detection.warnings);
}

QString detectionJson(const Format &format, const Detection &detection, const TableShape &shape,
                      const QString &path)
{
    JsonWriter json = begun("file", path);
    json.text("format", format.id()).flag("certain", detection.isCertain).beginArray("facts");
    for (const DetectedFact &fact : detection.facts) {
        json.beginObject().text("id", fact.id).text("label", fact.label).text("value", fact.value);
        json.number("confidence", fact.confidence).text("note", fact.note).endObject();
    }
    json.endArray();
    writeColumns(json, shape);
    writeWarnings(json, "warnings", detection.warnings);
    return ended(json);
}

} // namespace galley::cli
