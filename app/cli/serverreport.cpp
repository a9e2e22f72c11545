// SPDX-License-Identifier: MIT
#include "app/cli/serverreport.h"

#include "app/cli/changesoutput.h"
#include "app/cli/output.h"
#include "app/cli/report.h"

namespace galley::cli {

namespace {

constexpr qint64 kShownChanges = 10;

} // namespace

int tellServerImport(const Invocation &invocation, ServerImport import)
{
    JobReport &report = import.report;
    ChangeSetKeeper keeper(import.isChangeSetKept);
    const QString changeset = report.changesetPath;
    keeper.take(report);
    const std::optional<Error> problem = problemOf(report, import.rejectsStop);
    if (const Result<void> written = writeReportOption(invocation.arguments, changeset); !written)
        return tellError(invocation, written.error());
    if (invocation.isJson) {
        QByteArray json = reportJson(report, problem);
        json.insert(json.lastIndexOf('}'), import.json);
        printOut(QString::fromUtf8(json));
        return problem ? exitCode(problem->kind) : withDifferences(0, invocation.arguments, report);
    }
    if (!invocation.isQuiet) {
        const auto changes = ChangeSet::open(changeset);
        const auto lines = changes ? firstChanges(**changes, kShownChanges) : Result<QString>(QString());
        if (lines)
            printOut(*lines);
        printOut(import.text);
    }
    const QString next = report.isApplied
        ? QStringLiteral("Sent in %1. %2").arg(duration(report.durationMs), import.undo)
        : QStringLiteral("A dry run: nothing was changed. Next: the same with --apply.");
    const int code = tellReport(invocation, report, problem, next);
    return report.isApplied ? code : withDifferences(code, invocation.arguments, report);
}

int tellServerExport(const Invocation &invocation, const JobReport &report, const QString &file)
{
    return tellReport(
        invocation, report, {},
        QStringLiteral("Wrote %1 in %2.").arg(escapeControls(file), duration(report.durationMs)));
}

} // namespace galley::cli
