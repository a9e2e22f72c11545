// SPDX-License-Identifier: MIT
#include "workers/engines/comments/commentsengine.h"
#include "workers/engines/databaseurl.h"
#include "workers/engines/webservers/webservers.h"

#include <QFileInfo>

namespace galley {

QString DatabaseRef::displayName() const
{
    if (parameters.contains(QStringLiteral("connection")))
        return parameters.value(QStringLiteral("connection"));
    if (isServerForm(location)) {
        const QString host = parameters.value(QStringLiteral("host"), QStringLiteral("localhost"));
        const QString database =
            parameters.value(QStringLiteral("database"), parameters.value(QStringLiteral("user")));
        return database.isEmpty() ? host : QStringLiteral("%1 on %2").arg(database, host);
    }
    const QString name = QFileInfo(location).fileName();
    return name.isEmpty() ? location : name;
}

const Engine *findEngine(const QString &id)
{
    for (const auto &engine : engines()) {
        if (engine->id() == id)
            return engine.get();
    }
    return id == comments::kEngine ? &commentsEngine() : findWebServer(id);
}

Result<DatabaseRef> parseDatabaseRef(const QString &text)
{
    if (isServerForm(text)) {
        ASSIGN_OR_RETURN(DatabaseRef server, parseServerForm(text));
        if (findEngine(server.engine) == nullptr)
            return Error{ErrorKind::Unsupported,
                         QStringLiteral("this version does not connect to such a server"),
                         QStringLiteral("galley --help names the databases that it knows."),
                         {}};
        return server;
    }
    if (text.isEmpty())
        return Error{ErrorKind::Usage,
                     QStringLiteral("no database was named"),
                     QStringLiteral("Give the path of an SQLite file, or the URL of a database."),
                     {}};
    QString path = text;
    if (path.startsWith(QLatin1String("sqlite:"), Qt::CaseInsensitive))
        path = path.mid(7);
    return DatabaseRef{QStringLiteral("sqlite"), path, {}};
}

Result<void> RowLookup::findAll(std::span<const Cell> keys, size_t width, RowBatch &rows,
                                std::vector<qsizetype> &places)
{
    rows.clear(rows.columnCount());
    places.clear();
    for (size_t at = 0; at + width <= keys.size(); at += width) {
        ASSIGN_OR_RETURN(const bool isThere, find(keys.subspan(at, width), rows));
        places.push_back(isThere ? rows.rowCount() - 1 : -1);
    }
    return {};
}

Result<void> ChangeSink::disableTriggers(const TableName &table)
{
    return Error{ErrorKind::Unsupported,
                 QStringLiteral("the triggers of %1 cannot be kept from running here").arg(table.name),
                 QStringLiteral("Import with --triggers fire, or drop them yourself before."),
                 {}};
}

Result<void> ChangeSink::createFirst(const Catalog & /*objects*/)
{
    return {};
}

Result<bool> ChangeSink::emptyTable(const TableName & /*table*/)
{
    return false;
}

Result<void> ChangeSink::dropObjects(const std::vector<ObjectInfo> & /*objects*/)
{
    return {};
}

bool isSameDatabase(const DatabaseRef &a, const DatabaseRef &b)
{
    if (a.engine != b.engine)
        return false;
    if (a.location == b.location)
        return true;
    if (a.engine == QLatin1String("sqlite")) {
        const QString path = QFileInfo(a.location).canonicalFilePath();
        return !path.isEmpty() && path == QFileInfo(b.location).canonicalFilePath();
    }
    const auto isSame = [&](const char *name, const QString &usual) {
        const QString key = QLatin1String(name);
        return a.parameters.value(key, usual) == b.parameters.value(key, usual);
    };
    const QString port = a.engine == QLatin1String("mysql") ? QStringLiteral("3306") : QStringLiteral("5432");
    return a.parameters.contains(QStringLiteral("database")) && isSame("host", QStringLiteral("localhost"))
        && isSame("port", port) && isSame("database", {}) && isSame("socket", {});
}

Result<void> checkWritable(const DatabaseRef &database)
{
    if (!database.isReadOnly)
        return {};
    return Error{ErrorKind::Permission,
                 database.connection.isEmpty()
                     ? QStringLiteral("%1 was opened read-only").arg(database.displayName())
                     : QStringLiteral("the saved connection \"%1\" is read-only").arg(database.connection),
                 QStringLiteral("Nothing was written. Take the mark away from the connection first, if this "
                                "is really meant."),
                 {}};
}

Result<std::unique_ptr<Connection>> openDatabase(const OpenRequest &request)
{
    if (request.access == OpenRequest::Access::Write)
        RETURN_IF_ERROR(checkWritable(request.database));
    const Engine *engine = findEngine(request.database.engine);
    if (engine == nullptr)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("there is no engine \"%1\"").arg(request.database.engine),
                     {},
                     {}};
    return engine->open(request);
}

} // namespace galley
