// SPDX-License-Identifier: MIT
//
// What jobs that speak to a web server have in common: its token, and what is to be said of the way there.
// Plain functions.
#pragma once

#include "workers/jobs/job.h"

#include <QUrl>

#include <optional>

namespace galley {

/// What JobContext::secrets() gives for `kind` ("openmetadata") at `base`; "" where there is none. Errors:
/// Usage (more than one line), and those of the secrets.
Result<QByteArray> serverToken(const QString &kind, const QUrl &base, JobContext &context);

/// A warning where the token would go to another machine in plain text.
std::optional<Error> unencryptedWarning(const QUrl &base);

} // namespace galley
