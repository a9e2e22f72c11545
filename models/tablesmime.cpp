// SPDX-License-Identifier: MIT
#include "models/tablesmime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QUrl>

namespace galley {

namespace {

const auto kEngine = QStringLiteral("engine");
const auto kLocation = QStringLiteral("location");
const auto kParameters = QStringLiteral("parameters");
const auto kConnection = QStringLiteral("connection");
const auto kTables = QStringLiteral("tables");
const auto kWhole = QStringLiteral("whole");

} // namespace

QString tablesMimeType()
{
    return QStringLiteral("application/x-galley-tables");
}

QByteArray encodeTables(const DraggedTables &tables)
{
    QJsonObject parameters;
    for (auto it = tables.database.parameters.begin(); it != tables.database.parameters.end(); ++it)
        parameters.insert(it.key(), it.value());
    return QJsonDocument(QJsonObject{{kEngine, tables.database.engine},
                                     {kLocation, tables.database.location},
                                     {kParameters, parameters},
                                     {kConnection, tables.database.connection},
                                     {kTables, QJsonArray::fromStringList(tables.tables)},
                                     {kWhole, tables.isWhole}})
        .toJson(QJsonDocument::Compact);
}

std::optional<DraggedTables> tablesOf(const QMimeData &data)
{
    if (!data.hasFormat(tablesMimeType()))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(data.data(tablesMimeType())).object();
    DraggedTables tables;
    tables.database.engine = object.value(kEngine).toString();
    tables.database.location = object.value(kLocation).toString();
    tables.database.connection = object.value(kConnection).toString();
    const QJsonObject parameters = object.value(kParameters).toObject();
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        tables.database.parameters.insert(it.key(), it.value().toString());
    const QJsonArray names = object.value(kTables).toArray();
    for (const auto &name : names)
        tables.tables += name.toString();
    tables.isWhole = object.value(kWhole).toBool();
    if (tables.database.engine.isEmpty() || tables.tables.isEmpty())
        return {};
    return tables;
}

QStringList localPaths(const QMimeData &data)
{
    QStringList paths;
    if (data.hasFormat(tablesMimeType()))
        return paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    return paths;
}

} // namespace galley
