// SPDX-License-Identifier: MIT
//
// What a job said, for people and as the JSON of the command line's contract.
#pragma once

#include "app/cli/cli.h"
#include "app/cli/jsonwriter.h"
#include "workers/jobs/job.h"

namespace galley::cli {

/// `{"ok": false, "verb": …, "error": {…}}` and a line end.
QByteArray errorJson(const QString &verb, const Error &error);
/// `{"ok": true, …}` and a line end. `problem`: why the job did not do what was asked (rejects).
QByteArray reportJson(const JobReport &report, const std::optional<Error> &problem);

/// Tables, totals, warnings and rejects as text.
QString reportText(const JobReport &report, bool isVerbose);
/// `galley: warning: …` lines.
QString warningsText(const std::vector<Error> &warnings);

/// Tells an error in the way asked for. Returns its exit code.
int tellError(const Invocation &invocation, const Error &error);
/// Tells a report in the way asked for: to standard output, or to standard error where data went there.
/// `next`: what to do next, for people. Returns the exit code of `problem`, or 0.
int tellReport(const Invocation &invocation, const JobReport &report, const std::optional<Error> &problem,
               const QString &next = {}, bool toStandardError = false);

/// Why a report's changes are not (all) made: rejects that stop; nothing where all is well.
std::optional<Error> problemOf(const JobReport &report, bool rejectsStop);

/// The members of `counts`, in the contract's order.
void writeCounts(JsonWriter &json, const RowCounts &counts);
/// An array of `{"class": …, "message": …}` under `key`.
void writeWarnings(JsonWriter &json, const char *key, const std::vector<Error> &warnings);

} // namespace galley::cli
