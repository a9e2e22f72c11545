// SPDX-License-Identifier: MIT
#include "workers/bundles/galley/galleysql.h"

#include "workers/bundles/galley/galleybundle.h"
#include "workers/bundles/galley/serverscripts.h"
#include "workers/engines/engine.h"

namespace galley {

namespace {

void appendStatement(QByteArray &out, const QString &sql)
{
    QByteArray text = sql.trimmed().toUtf8();
    if (text.isEmpty())
        return;
    out += text;
    // A comment at its end would swallow the semicolon.
    out += text.endsWith(';') ? "\n" : (text.lastIndexOf("--") > text.lastIndexOf('\n') ? "\n;\n" : ";\n");
}

QString quotedName(const QString &name)
{
    return QLatin1Char('"') + QString(name).replace(QLatin1Char('"'), QLatin1String("\"\""))
        + QLatin1Char('"');
}

QString quotedText(const QString &text)
{
    return QLatin1Char('\'') + QString(text).replace(QLatin1Char('\''), QLatin1String("''"))
        + QLatin1Char('\'');
}

/// The value of a field as its column is to hold it (docs/bundle.md, "Cells").
QString decoded(const Column &column, bool isTagged)
{
    const QString field = quotedName(column.name);
    const QString rest = QStringLiteral("substr(%1, 3)").arg(field);
    const auto when = [&](const char *tag, const QString &value) {
        return QStringLiteral(" WHEN substr(%1, 1, 2) = '\\%2' THEN %3")
            .arg(field, QString::fromLatin1(tag), value);
    };
    QString sql = QStringLiteral("CASE WHEN %1 = '' THEN NULL").arg(field);
    if (column.type == LogicalType::Bytes)
        sql += when("x", QStringLiteral("unhex(%1)").arg(rest));
    if (isTagged) {
        sql += when("T", rest);
        sql += when("I", QStringLiteral("CAST(%1 AS INTEGER)").arg(rest));
        sql += when("R", QStringLiteral("CAST(%1 AS REAL)").arg(rest));
    }
    return sql + QStringLiteral(" ELSE %1 END").arg(field);
}

QByteArray loadCsv(const BundleTable &table)
{
    const QString name = table.table.shape.name.name;
    const bool isTagged = table.options.text(QStringLiteral("cells")) == QStringLiteral("tagged");
    QStringList fields;
    QStringList targets;
    QStringList values;
    for (const Column &column : table.table.shape.columns) {
        if (column.hidden)
            continue;
        fields += quotedName(column.name) + QStringLiteral(" TEXT");
        if (!column.generated) {
            targets += quotedName(column.name);
            values += decoded(column, isTagged);
        }
    }
    const QString comma = QStringLiteral(", ");
    return QStringLiteral("CREATE TEMP TABLE galley_load(%1);\n"
                          ".import --csv --skip 1 %2 galley_load\n"
                          "INSERT INTO %3(%4) SELECT\n  %5\n  FROM galley_load;\n"
                          "DROP TABLE galley_load;\n")
        .arg(fields.join(comma), table.member, quotedName(name), targets.join(comma),
             values.join(QStringLiteral(",\n  ")))
        .toUtf8();
}

QByteArray loadSequence(const TableInfo &table)
{
    if (table.sequence < 0)
        return {};
    const QString name = quotedText(table.shape.name.name);
    return QStringLiteral("DELETE FROM sqlite_sequence WHERE name = %1;\n"
                          "INSERT INTO sqlite_sequence(name, seq) VALUES(%1, %2);\n")
        .arg(name)
        .arg(table.sequence)
        .toUtf8();
}

QByteArray loadTable(const BundleTable &table)
{
    if (table.member.isEmpty())
        return {};
    if (isPlainCsvMember(table))
        return loadCsv(table);
    if (table.formatId == QStringLiteral("sql"))
        return ".read " + table.member.toUtf8() + "\n";
    return "-- " + table.member.toUtf8() + " is not a file that sqlite3 can load by itself.\n";
}

} // namespace

namespace {

void appendObjects(QByteArray &out, const BundleListing &listing, ObjectInfo::Stage stage)
{
    for (const ObjectInfo &object : listing.objects) {
        if (object.stage == stage)
            appendStatement(out, object.sql);
    }
}

} // namespace

bool isPlainCsvMember(const BundleTable &table)
{
    return table.formatId == QStringLiteral("csv") && table.options.flag(QStringLiteral("header"), true)
        && table.options.text(QStringLiteral("delimiter"), QStringLiteral(",")) == QStringLiteral(",");
}

QByteArray bundleSchemaSql(const BundleListing &listing)
{
    QByteArray out;
    appendObjects(out, listing, ObjectInfo::Stage::BeforeTables);
    for (const BundleTable &table : listing.tables)
        appendStatement(out, table.table.sql);
    for (const BundleTable &table : listing.tables) {
        for (const IndexInfo &index : table.table.indexes) {
            if (!index.isAutomatic)
                appendStatement(out, index.sql);
        }
    }
    return out;
}

QByteArray bundleViewsSql(const BundleListing &listing)
{
    QByteArray out;
    for (const ViewInfo &view : listing.views)
        appendStatement(out, view.sql);
    return out;
}

QByteArray bundleTriggersSql(const BundleListing &listing)
{
    QByteArray out;
    appendObjects(out, listing, ObjectInfo::Stage::AfterTables);
    for (const TriggerInfo &trigger : listing.triggers)
        appendStatement(out, trigger.sql);
    return out;
}

QByteArray bundleLoadSql(const BundleListing &listing)
{
    if (listing.engine == QLatin1String("postgres"))
        return postgresLoadSql(listing);
    if (listing.engine == QLatin1String("mysql"))
        return mariaDbLoadSql(listing);
    if (listing.engine != QStringLiteral("sqlite"))
        return {};
    QByteArray out = "-- sqlite3 new.sqlite < load.sql, run in this folder.\n"
                     "-- sqlite3 cannot tell an empty text from NULL in a CSV file: both become NULL here.\n"
                     "-- unhex() needs SQLite 3.41. For an exact copy: galley import.\n"
                     "PRAGMA foreign_keys = OFF;\n";
    if (!bundleSchemaSql(listing).isEmpty())
        out += ".read " + bundlefile::kSchema.toUtf8() + "\n";
    out += "BEGIN;\n";
    for (const BundleTable &table : listing.tables)
        out += loadTable(table);
    for (const BundleTable &table : listing.tables)
        out += loadSequence(table.table);
    out += "COMMIT;\n";
    if (!listing.views.empty())
        out += ".read " + bundlefile::kViews.toUtf8() + "\n";
    if (!listing.triggers.empty())
        out += ".read " + bundlefile::kTriggers.toUtf8() + "\n";
    return out;
}

} // namespace galley
