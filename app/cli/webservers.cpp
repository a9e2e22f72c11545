// SPDX-License-Identifier: MIT
#include "app/cli/webservers.h"

#include "workers/connections/savedconnections.h"
#include "workers/jobs/serveraccess.h"

namespace galley::cli {

namespace {

bool hasScheme(const QString &text, const QString &id)
{
    return text.startsWith(id + QLatin1Char(':'), Qt::CaseInsensitive);
}

} // namespace

bool isWebServer(const QString &text, const QString &id)
{
    if (hasScheme(text, id))
        return true;
    const auto saved = findConnection(text);
    return saved && saved->database.engine == id;
}

bool isWebServerForm(const QString &text)
{
    return hasScheme(text, webserver::kCollibra) || hasScheme(text, webserver::kOpenMetadata);
}

Result<DatabaseRef> parseWebServer(const QString &text)
{
    const QString &id =
        hasScheme(text, webserver::kCollibra) ? webserver::kCollibra : webserver::kOpenMetadata;
    return webServerAt(id, text.mid(id.size() + 1));
}

Result<WebServerAddress> webServerAddress(const QString &text, const QString &id)
{
    ASSIGN_OR_RETURN(const std::vector<SavedConnection> all, readConnections());
    WebServerAddress found;
    if (hasScheme(text, id)) {
        found.address = text.mid(id.size() + 1);
        ASSIGN_OR_RETURN(const DatabaseRef server, parseWebServer(text));
        found.server = guarded(server, all);
    } else {
        ASSIGN_OR_RETURN(const SavedConnection saved, findConnection(text));
        found.server = saved.reference();
        found.address = found.server.location;
    }
    if (const SavedConnection *saved = connectionFor(all, found.server))
        found.server.connection = saved->name;
    return found;
}

} // namespace galley::cli
