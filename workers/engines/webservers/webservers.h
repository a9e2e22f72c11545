// SPDX-License-Identifier: MIT
//
// Web servers that can be saved as connections beside databases, for their address and their token:
// "collibra" and "openmetadata". They have no tables: what is exported and imported there goes through jobs
// of their own. Found by their ids, not in engines().
#pragma once

#include "workers/engines/engine.h"

#include <QUrl>

#include <array>

namespace galley {

namespace webserver {
inline const QString kCollibra = QStringLiteral("collibra");
inline const QString kOpenMetadata = QStringLiteral("openmetadata");
inline const QString kAddressField = QStringLiteral("address"); ///< of connectionFields()
} // namespace webserver

/// nullptr for another id. Opening one is an error that says what to do instead.
const Engine *findWebServer(const QString &id);

/// All of them, by their ids.
inline const std::array<QString, 2> &webServerIds()
{
    static const std::array<QString, 2> ids = {webserver::kCollibra, webserver::kOpenMetadata};
    return ids;
}

/// What stands for a server in saved connections and in the keyring. `base` is its address without a path
/// that names something in it.
DatabaseRef webServerRef(const QString &id, const QUrl &base);

} // namespace galley
