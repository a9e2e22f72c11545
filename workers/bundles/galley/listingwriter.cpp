// SPDX-License-Identifier: MIT
#include "workers/bundles/galley/galleybundle.h"
#include "workers/bundles/galley/galleylisting.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace galley {

namespace {

/// Leaves out what says nothing, so that listings stay readable.
void put(QJsonObject &object, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}
void put(QJsonObject &object, const QString &key, bool value)
{
    if (value)
        object.insert(key, true);
}
void put(QJsonObject &object, const QString &key, qint64 value)
{
    if (value >= 0)
        object.insert(key, value);
}
void put(QJsonObject &object, const QString &key, const QJsonArray &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

/// The standard's word for a type. SQLite's columns promise nothing about dates and text, so `any` there.
QString frictionlessType(const Column &column, bool isSqlite)
{
    switch (column.type) {
    case LogicalType::Boolean:
        return QStringLiteral("boolean");
    case LogicalType::Integer:
    case LogicalType::Unsigned:
        return QStringLiteral("integer");
    case LogicalType::Real:
    case LogicalType::Decimal:
        return QStringLiteral("number");
    case LogicalType::Date:
        return isSqlite ? QStringLiteral("any") : QStringLiteral("date");
    case LogicalType::Time:
        return isSqlite ? QStringLiteral("any") : QStringLiteral("time");
    case LogicalType::Text:
    case LogicalType::Bytes:
    case LogicalType::Uuid:
        return QStringLiteral("string");
    default:
        return QStringLiteral("any");
    }
}

QJsonObject fieldOf(const Column &column, bool isSqlite)
{
    QJsonObject own;
    own.insert(QStringLiteral("logicalType"), logicalTypeName(column.type));
    put(own, QStringLiteral("nativeType"), column.nativeType);
    put(own, QStringLiteral("precision"), static_cast<qint64>(column.precision));
    put(own, QStringLiteral("scale"), static_cast<qint64>(column.scale));
    put(own, QStringLiteral("generated"), column.generated);
    put(own, QStringLiteral("hidden"), column.hidden);
    put(own, QStringLiteral("collation"), column.collation);
    put(own, QStringLiteral("default"), column.defaultExpression);
    put(own, QStringLiteral("expression"), column.generatedExpression);
    if (column.identity != Identity::None)
        own.insert(QStringLiteral("identity"),
                   column.identity == Identity::Always ? QStringLiteral("always")
                                                       : QStringLiteral("by default"));
    QJsonObject field;
    field.insert(QStringLiteral("name"), column.name);
    field.insert(QStringLiteral("type"), frictionlessType(column, isSqlite));
    put(field, QStringLiteral("description"), column.comment);
    if (!column.nullable)
        field.insert(QStringLiteral("constraints"), QJsonObject{{QStringLiteral("required"), true}});
    field.insert(QStringLiteral("galley"), own);
    return field;
}

QJsonArray indexesOf(const TableInfo &table)
{
    QJsonArray indexes;
    for (const IndexInfo &index : table.indexes) {
        QJsonObject object;
        object.insert(QStringLiteral("name"), index.name);
        object.insert(QStringLiteral("columns"), QJsonArray::fromStringList(index.columns));
        put(object, QStringLiteral("unique"), index.isUnique);
        put(object, QStringLiteral("primaryKey"), index.isPrimaryKey);
        put(object, QStringLiteral("automatic"), index.isAutomatic);
        put(object, QStringLiteral("partial"), index.isPartial);
        put(object, QStringLiteral("sql"), index.sql);
        indexes.append(object);
    }
    return indexes;
}

QJsonArray foreignKeysOf(const TableInfo &table)
{
    QJsonArray keys;
    for (const ForeignKey &key : table.foreignKeys) {
        QJsonObject object;
        put(object, QStringLiteral("name"), key.name);
        object.insert(QStringLiteral("columns"), QJsonArray::fromStringList(key.columns));
        put(object, QStringLiteral("schema"), key.target.schema);
        object.insert(QStringLiteral("table"), key.target.name);
        object.insert(QStringLiteral("targetColumns"), QJsonArray::fromStringList(key.targetColumns));
        put(object, QStringLiteral("onUpdate"), key.onUpdate);
        put(object, QStringLiteral("onDelete"), key.onDelete);
        put(object, QStringLiteral("deferrable"), key.isDeferrable);
        put(object, QStringLiteral("sql"), key.sql);
        keys.append(object);
    }
    return keys;
}

QJsonArray checksOf(const TableInfo &table)
{
    QJsonArray checks;
    for (const CheckConstraint &check : table.checks) {
        QJsonObject object;
        put(object, QStringLiteral("name"), check.name);
        object.insert(QStringLiteral("expression"), check.expression);
        checks.append(object);
    }
    return checks;
}

QJsonArray keyNames(const TableShape &shape)
{
    QJsonArray names;
    for (const int index : shape.key)
        names.append(shape.columns.at(static_cast<size_t>(index)).name);
    return names;
}

QJsonObject objectOf(const ObjectInfo &info)
{
    QJsonObject object;
    object.insert(QStringLiteral("kind"), info.kind);
    put(object, QStringLiteral("schema"), info.name.schema);
    object.insert(QStringLiteral("name"), info.name.name);
    put(object, QStringLiteral("tableSchema"), info.table.schema);
    put(object, QStringLiteral("table"), info.table.name);
    put(object, QStringLiteral("afterTables"), info.stage == ObjectInfo::Stage::AfterTables);
    object.insert(QStringLiteral("sql"), info.sql);
    put(object, QStringLiteral("comment"), info.comment);
    put(object, QStringLiteral("session"), info.session);
    return object;
}

/// All of a table that the standard has no word for.
QJsonObject ownOf(const BundleTable &table)
{
    const TableInfo &info = table.table;
    QJsonObject own;
    put(own, QStringLiteral("schema"), info.shape.name.schema);
    own.insert(QStringLiteral("table"), info.shape.name.name);
    own.insert(QStringLiteral("kind"),
               info.kind == TableInfo::Kind::Table         ? QStringLiteral("table")
                   : info.kind == TableInfo::Kind::Virtual ? QStringLiteral("virtual")
                                                           : QStringLiteral("shadow"));
    put(own, QStringLiteral("rows"), table.rows);
    put(own, QStringLiteral("sql"), info.sql);
    put(own, QStringLiteral("comment"), info.comment);
    put(own, QStringLiteral("owner"), info.owner);
    put(own, QStringLiteral("partitionKey"), info.partitionKey);
    put(own, QStringLiteral("withoutRowid"), info.isWithoutRowid);
    put(own, QStringLiteral("strict"), info.isStrict);
    put(own, QStringLiteral("autoincrement"), info.hasAutoincrement);
    put(own, QStringLiteral("sequence"), info.sequence);
    put(own, QStringLiteral("hasPrimaryKey"), info.hasPrimaryKey);
    put(own, QStringLiteral("key"), keyNames(info.shape));
    put(own, QStringLiteral("indexes"), indexesOf(info));
    put(own, QStringLiteral("foreignKeys"), foreignKeysOf(info));
    put(own, QStringLiteral("checks"), checksOf(info));
    if (!table.formatId.isEmpty())
        own.insert(QStringLiteral("format"), table.formatId);
    QJsonObject options;
    for (auto it = table.options.all().begin(); it != table.options.all().end(); ++it)
        options.insert(it.key(), QJsonValue::fromVariant(it.value()));
    if (!options.isEmpty())
        own.insert(QStringLiteral("options"), options);
    return own;
}

class ListingWriter
{
public:
    explicit ListingWriter(const BundleListing &listing)
        : m_listing(listing)
    {
    }

    QByteArray write() const
    {
        QJsonArray resources;
        QJsonArray withoutData;
        for (const BundleTable &table : m_listing.tables) {
            if (table.member.isEmpty()) {
                QJsonObject object;
                object.insert(QStringLiteral("schema"), schemaOf(table));
                object.insert(QStringLiteral("galley"), ownOf(table));
                withoutData.append(object);
            } else {
                resources.append(resourceOf(table));
            }
        }
        QJsonObject own = ownOfPackage();
        put(own, QStringLiteral("tablesWithoutData"), withoutData);
        put(own, QStringLiteral("notCarried"), QJsonArray::fromStringList(m_listing.notCarried));
        const QJsonObject package = {
            {QStringLiteral("$schema"),
             QStringLiteral("https://datapackage.org/profiles/2.0/datapackage.json")},
            {QStringLiteral("name"), packageName()},
            {QStringLiteral("resources"), resources},
            {QStringLiteral("galley"), own}};
        return QJsonDocument(package).toJson(QJsonDocument::Indented);
    }

private:
    QString packageName() const
    {
        QString name;
        for (const QChar c : QFileInfo(m_listing.sourceName).completeBaseName().toLower())
            name += (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c.isDigit() ? c : QLatin1Char('-');
        return name.isEmpty() ? QStringLiteral("export") : name.left(80);
    }
    QJsonObject ownOfPackage() const
    {
        QJsonObject source;
        put(source, QStringLiteral("engine"), m_listing.engine);
        put(source, QStringLiteral("version"), m_listing.engineVersion);
        put(source, QStringLiteral("name"), m_listing.sourceName);
        QJsonArray order; // resources and tables without data in one order: parents before children
        for (const BundleTable &table : m_listing.tables)
            order.append(table.table.shape.name.toString());
        QJsonArray views;
        for (const ViewInfo &view : m_listing.views) {
            QJsonObject object;
            put(object, QStringLiteral("schema"), view.name.schema);
            object.insert(QStringLiteral("name"), view.name.name);
            object.insert(QStringLiteral("sql"), view.sql);
            put(object, QStringLiteral("materialized"), view.isMaterialized);
            put(object, QStringLiteral("comment"), view.comment);
            put(object, QStringLiteral("session"), view.session);
            views.append(object);
        }
        QJsonArray triggers;
        for (const TriggerInfo &trigger : m_listing.triggers) {
            QJsonObject object;
            object.insert(QStringLiteral("name"), trigger.name);
            put(object, QStringLiteral("schema"), trigger.table.schema);
            object.insert(QStringLiteral("table"), trigger.table.name);
            object.insert(QStringLiteral("sql"), trigger.sql);
            put(object, QStringLiteral("session"), trigger.session);
            triggers.append(object);
        }
        QJsonObject own;
        own.insert(QStringLiteral("formatVersion"), kBundleFormatVersion);
        own.insert(QStringLiteral("sealed"), true);
        put(own, QStringLiteral("generator"), m_listing.generator);
        own.insert(QStringLiteral("source"), source);
        own.insert(QStringLiteral("order"), order);
        put(own, QStringLiteral("views"), views);
        put(own, QStringLiteral("triggers"), triggers);
        QJsonArray objects;
        for (const ObjectInfo &object : m_listing.objects)
            objects.append(objectOf(object));
        put(own, QStringLiteral("objects"), objects);
        return own;
    }
    static QString resourceName(const BundleTable &table)
    {
        const QString name = table.member.section(QLatin1Char('/'), -1);
        return name.section(QLatin1Char('.'), 0, -2).toLower();
    }
    QJsonObject resourceOf(const BundleTable &table) const
    {
        QJsonObject resource;
        resource.insert(QStringLiteral("name"), resourceName(table));
        resource.insert(QStringLiteral("type"), QStringLiteral("table"));
        resource.insert(QStringLiteral("path"), table.member);
        resource.insert(QStringLiteral("format"), table.formatId);
        resource.insert(QStringLiteral("encoding"),
                        table.options.text(QStringLiteral("encoding"), QStringLiteral("utf-8")));
        put(resource, QStringLiteral("bytes"), table.bytes);
        if (!table.sha256.isEmpty())
            resource.insert(QStringLiteral("hash"),
                            QStringLiteral("sha256:") + QString::fromLatin1(table.sha256));
        put(resource, QStringLiteral("description"), table.table.comment);
        if (table.formatId == QStringLiteral("csv")) {
            resource.insert(QStringLiteral("mediatype"), QStringLiteral("text/csv"));
            resource.insert(QStringLiteral("dialect"), dialectOf(table.options));
        }
        resource.insert(QStringLiteral("schema"), schemaOf(table));
        resource.insert(QStringLiteral("galley"), ownOf(table));
        return resource;
    }
    static QJsonObject dialectOf(const OptionValues &options)
    {
        QJsonObject dialect;
        dialect.insert(QStringLiteral("delimiter"),
                       options.text(QStringLiteral("delimiter"), QStringLiteral(",")));
        dialect.insert(QStringLiteral("quoteChar"),
                       options.text(QStringLiteral("quote"), QStringLiteral("\"")));
        dialect.insert(QStringLiteral("doubleQuote"), true);
        dialect.insert(QStringLiteral("header"), options.flag(QStringLiteral("header"), true));
        dialect.insert(QStringLiteral("lineTerminator"),
                       options.text(QStringLiteral("lineends")) == QStringLiteral("crlf")
                           ? QStringLiteral("\r\n")
                           : QStringLiteral("\n"));
        put(dialect, QStringLiteral("nullSequence"), options.text(QStringLiteral("null")));
        return dialect;
    }
    QJsonObject schemaOf(const BundleTable &table) const
    {
        const bool isSqlite = m_listing.engine == QStringLiteral("sqlite");
        QJsonArray fields;
        for (const Column &column : table.table.shape.columns)
            fields.append(fieldOf(column, isSqlite));
        QJsonObject schema;
        schema.insert(QStringLiteral("fields"), fields);
        schema.insert(QStringLiteral("missingValues"),
                      QJsonArray{table.options.text(QStringLiteral("null"))});
        if (table.table.hasPrimaryKey)
            put(schema, QStringLiteral("primaryKey"), keyNames(table.table.shape));
        put(schema, QStringLiteral("foreignKeys"), standardForeignKeys(table.table));
        return schema;
    }
    QJsonArray standardForeignKeys(const TableInfo &table) const
    {
        QJsonArray keys;
        for (const ForeignKey &key : table.foreignKeys) {
            QString resource;
            bool isKnown = false;
            for (const BundleTable &other : m_listing.tables) {
                const bool isTarget = !other.member.isEmpty()
                    && other.table.shape.name.name.compare(key.target.name, Qt::CaseInsensitive) == 0;
                if (!isTarget)
                    continue;
                isKnown = true; // the standard's word for the table itself is ""
                resource = &other.table == &table ? QString() : resourceName(other);
            }
            if (isKnown)
                keys.append(QJsonObject{{QStringLiteral("fields"), QJsonArray::fromStringList(key.columns)},
                                        {QStringLiteral("reference"),
                                         QJsonObject{{QStringLiteral("resource"), resource},
                                                     {QStringLiteral("fields"),
                                                      QJsonArray::fromStringList(key.targetColumns)}}}});
        }
        return keys;
    }

    const BundleListing &m_listing;
};

} // namespace

QByteArray writeBundleListing(const BundleListing &listing)
{
    return ListingWriter(listing).write();
}

} // namespace galley
