// SPDX-License-Identifier: MIT
//
// What verbs say of an import into a web server (OpenMetadata, Collibra DQ).
#pragma once

#include "app/cli/cli.h"
#include "workers/jobs/job.h"

namespace galley::cli {

struct ServerImport
{
    JobReport report;
    bool isChangeSetKept = false; ///< the user asked for it
    bool rejectsStop = true;
    QByteArray json; ///< more members, ", \"key\": …"; "" for none
    QString text; ///< the server's own words, for people
    QString undo; ///< what there is instead of an undo, for people
};

/// Tells changes, report and next step in the way asked for, and writes --report. Returns the exit code.
int tellServerImport(const Invocation &invocation, ServerImport import);
/// Tells of `file`, written by an export.
int tellServerExport(const Invocation &invocation, const JobReport &report, const QString &file);

} // namespace galley::cli
