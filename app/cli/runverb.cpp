// SPDX-License-Identifier: MIT
#include "app/cli/changesoutput.h"
#include "app/cli/report.h"
#include "app/cli/runplan.h"
#include "app/cli/verbs.h"
#include "workers/jobs/savedjobs.h"

namespace galley::cli {

namespace {

int run(const Invocation &invocation)
{
    const Arguments &arguments = invocation.arguments;
    const bool isApplied = arguments.has(QStringLiteral("apply"));
    Result<SavedJob> job = findSavedJob(arguments.positional(0));
    if (job)
        job = resolved(*std::move(job));
    if (!job)
        return tellError(invocation, job.error());
    if (const ExportPlan *found = job->exportPlan()) {
        for (const char *option : {"apply", "report", "exit-code"}) {
            if (arguments.has(QLatin1String(option)))
                return tellError(invocation,
                                 usageError(QStringLiteral("\"%1\" is an export, and --%2 is for imports")
                                                .arg(job->name, QLatin1String(option))));
        }
        ExportPlan plan = *found;
        plan.overwrite = plan.overwrite || arguments.has(QStringLiteral("overwrite"));
        return exportPlan(plan, invocation);
    }
    if (arguments.has(QStringLiteral("overwrite")))
        return tellError(
            invocation,
            usageError(QStringLiteral("\"%1\" is an import, and --overwrite is for exports").arg(job->name)));
    ImportPlan plan = *job->importPlan();
    plan.applyFollows = isApplied && plan.changesetPath.isEmpty() && !arguments.has(QStringLiteral("report"));
    return importPlan(plan, invocation);
}

} // namespace

Verb makeRunVerb()
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    Verb verb;
    verb.name = text("run");
    verb.summary = text("runs a saved job; an import is a dry run unless --apply is given");
    verb.usage = {text("NAME [--overwrite]"), text("NAME [--apply] [--report FILE] [--exit-code]")};
    verb.description =
        text("Runs an export or import that was saved in the window, as it was saved there: for cron and its "
             "like. \"galley jobs\" lists what there is. A name with spaces stands in quotes. Errors, "
             "reports and exit codes are those of galley export and galley import.");
    verb.positionals = {{text("NAME")}};
    verb.options = {
        {text("apply"),
         OptionDecl::Takes::Nothing,
         {},
         text("Imports: applies the changes after the preview, if there are no rejects (or the job skips "
              "them). Without it nothing is written to the database.")},
        {text("overwrite"),
         OptionDecl::Takes::Nothing,
         {},
         text("Exports: replaces what is there, also where the job does not say so.")},
        reportOption(),
        exitCodeOption(),
    };
    verb.examples = {{text("galley run \"Nightly export\" --quiet"), text("Silent unless something fails.")},
                     {text("galley run prices --apply"), {}}};
    verb.run = [](Invocation &invocation) { return run(invocation); };
    return verb;
}

} // namespace galley::cli
