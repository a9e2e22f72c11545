// SPDX-License-Identifier: MIT
#include "app/cli/changesoutput.h"
#include "app/cli/databases.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/runjob.h"
#include "app/cli/triggers.h"
#include "app/cli/verbs.h"
#include "workers/jobs/plans.h"

namespace galley::cli {

namespace {

Result<UndoPlan> readPlan(const Arguments &arguments)
{
    UndoPlan plan;
    if (!arguments.has(QStringLiteral("on")))
        return usageError(QStringLiteral("--on DB is missing"),
                          QStringLiteral("Give the database that was changed."));
    plan.what = arguments.positional(0);
    ASSIGN_OR_RETURN(plan.target, databaseArgument(arguments.value(QStringLiteral("on")), arguments));
    ASSIGN_OR_RETURN(plan.triggers, triggersOf(arguments));
    plan.apply = arguments.has(QStringLiteral("apply"));
    return plan;
}

int runUndo(Invocation &invocation)
{
    const Result<UndoPlan> plan = readPlan(invocation.arguments);
    if (!plan)
        return tellError(invocation, plan.error());
    const std::unique_ptr<Job> job = makeUndoJob(*plan);
    Result<JobReport> report = runJob(*job, invocation);
    if (!report)
        return tellError(invocation, report.error());
    report->verb = QStringLiteral("undo");
    report->isDryRun = !plan->apply;
    const QString next = plan->apply
        ? QStringLiteral("Undone in %1.").arg(duration(report->durationMs))
        : QStringLiteral("A dry run: nothing was changed. Next: the same with --apply.");
    const int code =
        tellReport(invocation, *report, problemOf(*report, plan->apply && !report->isApplied), next);
    return plan->apply ? code : withDifferences(code, invocation.arguments, *report);
}

} // namespace

Verb makeUndoVerb()
{
    using Takes = OptionDecl::Takes;
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    Verb verb;
    verb.name = text("undo");
    verb.summary = text("takes an applied import back; a dry run unless --apply is given");
    verb.usage = {text("FILE.galleychanges|ID --on DB [--apply]")};
    verb.description =
        text("Makes the inverse of what was applied: inserted rows go, deleted rows come back, updated rows "
             "get their old values, loaded tables are emptied or dropped. A row that was changed since then "
             "is a conflict: it is named, and nothing is changed (exit code 75).");
    verb.positionals = {{text("FILE.galleychanges|ID")}};
    verb.options = {
        {text("on"), Takes::One, text("DB"), text("The database that was changed.")},
        {text("apply"), Takes::Nothing, {}, text("Does it. Without it nothing is written.")},
        triggersOption(),
        exitCodeOption(),
    };
    verb.examples = {
        {text("galley history"), text("The imports that can be undone, with their IDs.")},
        {text("galley undo 3f2a1c --on shop.sqlite --apply"), {}},
        {text("galley undo c.galleychanges --on shop.sqlite"), text("What would change back?")},
    };
    verb.run = runUndo;
    return verb;
}

} // namespace galley::cli
