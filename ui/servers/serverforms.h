// SPDX-License-Identifier: MIT
//
// What can be said of an export from a web server and of an import into it, as options of a form, and the
// plans that follow. Plain functions.
#pragma once

#include "workers/engines/engine.h"
#include "workers/jobs/metadataserverjob.h"
#include "workers/jobs/payloadserverjob.h"

namespace galley {

enum class ServerVerb : quint8
{
    Export,
    Import
};

std::vector<OptionSpec> serverOptions(const QString &serverId, ServerVerb verb);
/// `address`: the server's, or of something in it.
MetadataServerPlan metadataPlan(const DatabaseRef &server, const QString &address, const QString &file,
                                const OptionValues &values);
PayloadServerPlan payloadPlan(const DatabaseRef &server, const QString &file, const OptionValues &values);
/// What is missing before it can begin; "" where nothing is.
QString missingOption(const QString &serverId, ServerVerb verb, const OptionValues &values);
/// The same as a command.
QString serverCommand(const DatabaseRef &server, const QString &address, ServerVerb verb, const QString &file,
                      const OptionValues &values);

} // namespace galley
