// SPDX-License-Identifier: MIT
#include "workers/engines/engine.h"

#include <QFileInfo>

namespace galley {

QString DatabaseRef::displayName() const
{
    const QString name = QFileInfo(location).fileName();
    return name.isEmpty() ? location : name;
}

const Engine *findEngine(const QString &id)
{
    for (const auto &engine : engines()) {
        if (engine->id() == id)
            return engine.get();
    }
    return nullptr;
}

Result<DatabaseRef> parseDatabaseRef(const QString &text)
{
    const auto isScheme = [&](const char *scheme) {
        return text.startsWith(QLatin1String(scheme) + QStringLiteral("://"), Qt::CaseInsensitive);
    };
    if (isScheme("postgresql") || isScheme("postgres") || isScheme("mariadb") || isScheme("mysql")
        || text.startsWith(QLatin1String("odbc:"), Qt::CaseInsensitive))
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("this version connects to SQLite files only"),
                     QStringLiteral("Give the path of an SQLite file."),
                     {}};
    if (text.isEmpty())
        return Error{ErrorKind::Usage,
                     QStringLiteral("no database was named"),
                     QStringLiteral("Give the path of an SQLite file."),
                     {}};
    QString path = text;
    if (path.startsWith(QLatin1String("sqlite:"), Qt::CaseInsensitive))
        path = path.mid(7);
    return DatabaseRef{QStringLiteral("sqlite"), path, {}};
}

Result<std::unique_ptr<Connection>> openDatabase(const OpenRequest &request)
{
    const Engine *engine = findEngine(request.database.engine);
    if (engine == nullptr)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("there is no engine \"%1\"").arg(request.database.engine),
                     {},
                     {}};
    return engine->open(request);
}

} // namespace galley
