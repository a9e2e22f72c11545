// SPDX-License-Identifier: MIT
//
// What jobs that speak to a web server have in common: its token, and what is to be said of the way there.
// Plain functions.
#pragma once

#include "workers/changes/importsource.h"
#include "workers/engines/webservers/webservers.h"
#include "workers/jobs/job.h"

#include <QUrl>

#include <optional>

namespace galley {

/// The server of that kind (webserver::kCollibra, …) at an address without our scheme, which may name
/// something in it. Errors: Usage.
Result<DatabaseRef> webServerAt(const QString &id, const QString &address);

/// What JobContext::secrets() gives for a server (webServerRef()) that `connection` names, if it was saved;
/// "" where there is none. Errors: Usage (more than one line), and those of the secrets.
Result<QByteArray> serverToken(const DatabaseRef &server, const QString &connection, JobContext &context);

/// A fresh export of a server as the SQLite file `database`, to compare with. Errors: Malformed (what was
/// rejected), and those of preview and apply.
Result<void> makeComparisonBase(const ImportSource &fresh, const QString &database, JobContext &context);

/// A warning where the token would go to another machine in plain text.
std::optional<Error> unencryptedWarning(const QUrl &base);

} // namespace galley
