// SPDX-License-Identifier: MIT
//
// Web servers as they are named in arguments: `collibra:https://…`, `openmetadata:https://…`, or the name of
// a saved connection to one.
#pragma once

#include "workers/engines/webservers/webservers.h"

namespace galley::cli {

/// Whether `text` names a server of this kind (webserver::kCollibra, …).
bool isWebServer(const QString &text, const QString &id);
/// `collibra:…` or `openmetadata:…`.
bool isWebServerForm(const QString &text);
/// What can be saved of such a form. Errors: Usage.
Result<DatabaseRef> parseWebServer(const QString &text);

struct WebServerAddress
{
    QString address; ///< without the scheme of ours
    DatabaseRef server; ///< `connection`: the saved connection that leads there; "" for none
};
/// REQUIRES: isWebServer(text, id). Errors: Usage, and those of saved connections.
Result<WebServerAddress> webServerAddress(const QString &text, const QString &id);

} // namespace galley::cli
