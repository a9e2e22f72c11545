// SPDX-License-Identifier: MIT
//
// Web servers that can be saved as connections beside databases, for their address and their token:
// "collibra" and "openmetadata". They have no tables: what is exported and imported there goes through jobs
// of their own. Found by their ids, not in engines().
#pragma once

#include "workers/engines/engine.h"

#include <QUrl>

namespace galley {

namespace webserver {
inline const QString kCollibra = QStringLiteral("collibra");
inline const QString kOpenMetadata = QStringLiteral("openmetadata");
} // namespace webserver

/// nullptr for another id. Opening one is an error that says what to do instead.
const Engine *findWebServer(const QString &id);

/// What stands for a server in saved connections and in the keyring. `base` is its address without a path
/// that names something in it.
DatabaseRef webServerRef(const QString &id, const QUrl &base);

} // namespace galley
